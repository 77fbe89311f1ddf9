//! The contract of stores, kept on connections of our own and on the host's.

use chrono::{DateTime, Utc};
use partnerkit::bank::Bank;
use partnerkit::error::Error;
use partnerkit::event::Recorded;
use partnerkit::id::{BankId, PersonId};
use partnerkit::message::Message;
use partnerkit::outbox::{Claim, Noted, Outcome};
use partnerkit::people::{InvitationRef, Person};
use partnerkit::store::{
    ChangeSet, Committed, Facts, HistoryQuery, ImportRows, Imported, MessageQuery, Need, NewImport, Piece,
    Store,
};
use partnerkit::token::TokenDigest;

use crate::{Joined, PostgresStore, import, read, write};

macro_rules! store {
    ($($store:ty)*) => {$(
impl Store for $store {
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error> {
        Ok(self.base.read(bank, |tx| read::load(tx, bank, needs))?)
    }

    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        Ok(write::commit(&self.base, changes)?)
    }

    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        Ok(import::import(&self.base, import, rows)?)
    }

    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error> {
        Ok(self.base.read(bank, |tx| read::log::history(tx, bank, query))?)
    }

    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error> {
        Ok(self.base.read(bank, |tx| read::log::messages(tx, bank, query))?)
    }

    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error> {
        Ok(write::outbox::claim(&self.base, bank, claim)?)
    }

    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        Ok(write::outbox::settle(&self.base, bank, at, outcomes)?)
    }

    fn banks(&self) -> Result<Vec<Bank>, Error> {
        Ok(self.base.read(None, read::banks)?)
    }

    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        Ok(write::people::keep_token(&self.base, bank, token, invitation)?)
    }

    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error> {
        Ok(self.base.read(None, |tx| read::in_all_banks(tx, person))?)
    }

    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error> {
        Ok(self.base.view(bank, |tx| read::whole(tx, bank, take))?)
    }

    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        Ok(write::whole::take_in(&self.base, bank, give)?)
    }
}
    )*};
}
store! { PostgresStore Joined<'_> }

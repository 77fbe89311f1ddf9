//! A store together with what must live as long as it.

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

/// A store, and something to drop after it: a directory, a server, a container.
#[derive(Debug)]
pub struct Kept<S, K>(pub S, pub K);

impl<S: Store, K: Send + Sync> Store for Kept<S, K> {
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error> {
        self.0.load(bank, needs)
    }
    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        self.0.commit(changes)
    }
    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        self.0.import(import, rows)
    }
    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error> {
        self.0.history(bank, query)
    }
    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error> {
        self.0.messages(bank, query)
    }
    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error> {
        self.0.claim(bank, claim)
    }
    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        self.0.settle(bank, at, outcomes)
    }
    fn banks(&self) -> Result<Vec<Bank>, Error> {
        self.0.banks()
    }
    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        self.0.keep_token(bank, token, invitation)
    }
    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error> {
        self.0.roles_of(person)
    }

    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error> {
        self.0.take_out(bank, take)
    }
    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        self.0.take_in(bank, give)
    }
}

//! A store over a map that has one transaction at a time.

use chrono::{DateTime, Utc};
use partnerkit::bank::Bank;
use partnerkit::error::Error;
use partnerkit::event::Recorded;
use partnerkit::id::{BankId, PersonId};
use partnerkit::message::Message;
use partnerkit::outbox::{Claim, Noted, Outcome};
use partnerkit::people::{InvitationRef, Person};
use partnerkit::store::ordered::OrderedStore;
use partnerkit::store::{
    ChangeSet, Committed, Facts, HistoryQuery, ImportRows, Imported, MessageQuery, Need, NewImport, Piece,
    Store,
};
use partnerkit::token::TokenDigest;

use crate::map::{Ask, AskedMap};

/// The store, and its one difference: a bank is taken out whole before the first piece is handed on, for whoever takes it
/// may turn to the same store, and would wait for itself.
pub struct Alone<A>(OrderedStore<AskedMap<A>>);

impl<A: Ask> Alone<A> {
    /// The store in the map that `host` has.
    ///
    /// # Errors
    /// `store_…` when the host's map cannot be read.
    pub fn open(host: A) -> Result<Self, Error> {
        OrderedStore::open(AskedMap::new(host)).map(Self)
    }
}

impl<A: Ask> Store for Alone<A> {
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
        let mut pieces = Vec::new();
        self.0.take_out(bank, &mut |piece| {
            pieces.push(piece);
            Ok(())
        })?;
        pieces.into_iter().try_for_each(take)
    }
    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        self.0.take_in(bank, give)
    }
}

//! The storage trait: few, coarse methods, each one transaction.
//!
//! A store knows no rule. It reads what it is asked for in one consistent view, and writes what it is given if, and only
//! if, what the decision looked at has not changed since. What must be unique is kept unique by the store's own keys:
//! a store that cannot write a change set because a key is held answers [`Committed::Stale`], and the next
//! [`Store::load`] shows who holds it.
//!
//! Every call names one bank, but for what a host asks about all of them. A bank that is not there has no rows, and what
//! would be written to it is stale.

pub mod answer;
pub mod calls;
mod change;
pub mod clash;
mod import;
pub mod keys;
pub mod memory;
mod need;
pub mod ordered;

use chrono::{DateTime, Utc};

pub use self::change::{ChangeSet, CommandRecord, Committed, Expect, Piece, Row, RowId, Write};
pub use self::import::{Clash, ClashKey, Holder, ImportRow, ImportRows, Imported, NewImport, Settled};
pub use self::need::{
    DistributionPage, Facts, HistoryQuery, MessageQuery, Need, PartnerPage, ReminderPage, RequestPage,
};
use crate::bank::Bank;
use crate::error::Error;
use crate::event::Recorded;
use crate::id::{BankId, PersonId};
use crate::message::Message;
use crate::outbox::{Claim, Noted, Outcome};
use crate::people::{InvitationRef, Person};
use crate::token::TokenDigest;

/// Where a bank's rows live.
///
/// All methods may be called from many threads at once. They block; see [`crate::flow`] for hosts that must not.
/// Every method may fail with one of the codes that begin with `store_`; then nothing was written.
pub trait Store: Send + Sync {
    /// Reads what is needed, in one consistent view.
    ///
    /// # Errors
    /// `store_…`. An id that is not there is no error: it is simply not among the facts.
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error>;

    /// Writes a change set in one transaction, durably, or not at all.
    ///
    /// # Errors
    /// `store_…`. That something has changed meanwhile is no error but [`Committed::Stale`].
    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error>;

    /// Imports all partners in one transaction, under a key that lets a bank do so only once.
    ///
    /// Takes `rows` to the end, tells them every key that is held twice ([`ImportRows::clash`]), asks
    /// [`ImportRows::settle`] once, and then writes everything or nothing. Memory use does not grow with the file.
    ///
    /// # Errors
    /// `store_…`, or what `rows` failed with; nothing was written.
    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error>;

    /// Events of a bank in the order they happened.
    ///
    /// # Errors
    /// `store_…`.
    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error>;

    /// Messages of a bank in the order they were caused, oldest first.
    ///
    /// # Errors
    /// `store_…`.
    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error>;

    /// Hands out messages in one transaction, each to one caller at a time: those that are due at `claim.at`
    /// ([`Delivery::is_due`](crate::outbox::Delivery::is_due)), oldest first. They are kept and given back as
    /// [`Delivery::claimed`](crate::outbox::Delivery::claimed).
    ///
    /// # Errors
    /// `store_…`; nothing was claimed.
    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error>;

    /// Notes how attempts to deliver went, in one transaction: each as
    /// [`Delivery::settled`](crate::outbox::Delivery::settled) has it, one after the other.
    ///
    /// # Errors
    /// `store_…`; nothing was noted.
    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error>;

    /// All banks of the store, by name and then id. For hosts and tools; no actor can ask for it.
    ///
    /// # Errors
    /// `store_…`.
    fn banks(&self) -> Result<Vec<Bank>, Error>;

    /// Keeps the digest of a token that is about to be handed out. Whether the invitation is still open is asked when the
    /// token comes back. Kept twice, it is kept once.
    ///
    /// # Errors
    /// `store_…`. That the bank does not know the person is no error but [`Committed::Stale`].
    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error>;

    /// A person as each bank knows it in which it holds or is invited to a role, by the banks' ids. For hosts; no actor
    /// can ask for it.
    ///
    /// # Errors
    /// `store_…`.
    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error>;

    /// Hands out everything there is of a bank, in one consistent view and in the order of [`Piece`]: rows by id,
    /// events and messages as they happened, commands by id, tokens by digest. Memory use does not grow with the bank. A bank that is not
    /// there has no pieces.
    ///
    /// # Errors
    /// `store_…`, or what `take` fails with, which ends it.
    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error>;

    /// Takes in a whole bank in one transaction: the pieces another store handed out, asked for until there are none.
    /// [`Committed::Stale`] if the store holds the bank already, or if the pieces do not fit together: a key is held
    /// twice, or a row refers to one that is not there.
    ///
    /// # Errors
    /// `store_…`, or what `give` fails with; nothing was written.
    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error>;
}

impl<S: Store + ?Sized> Store for std::sync::Arc<S> {
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error> {
        (**self).load(bank, needs)
    }
    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        (**self).commit(changes)
    }
    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        (**self).import(import, rows)
    }
    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error> {
        (**self).history(bank, query)
    }
    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error> {
        (**self).messages(bank, query)
    }
    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error> {
        (**self).claim(bank, claim)
    }
    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        (**self).settle(bank, at, outcomes)
    }
    fn banks(&self) -> Result<Vec<Bank>, Error> {
        (**self).banks()
    }
    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        (**self).keep_token(bank, token, invitation)
    }
    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error> {
        (**self).roles_of(person)
    }

    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error> {
        (**self).take_out(bank, take)
    }
    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        (**self).take_in(bank, give)
    }
}

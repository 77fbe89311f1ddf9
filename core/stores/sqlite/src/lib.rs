//! Keeps banks in one SQLite file: the store for programs that carry their data with them.
//!
//! [`open`] is all that is needed. The file is made on the first open and migrated on later ones; many threads and many
//! processes of one machine may use it at once. Readers never wait for a writer. Two libraries of SQLite in one
//! process (this crate brings its own) must not open the same file: on Unix, one closing it drops the other's locks.
//! A store must be opened in the process that uses it, not before a `fork`. Beside `bank.db` stand `bank.db-wal` and
//! `bank.db-shm` while it is open: they belong to it, and it must lie on a disk of this machine, not on a network share.
//! An import puts its rows into a temporary file first (in memory on Android, where SQLite knows no place for one).
//!
//! ```
//! use partnerkit::store::Store;
//!
//! # let folder = tempfile::tempdir().unwrap();
//! # let path = folder.path().join("bank.db");
//! let store = partnerkit_sqlite::open(path)?;
//! assert!(store.banks()?.is_empty());
//! # Ok::<(), partnerkit::error::Error>(())
//! ```

mod connections;
mod errors;
mod import;
mod options;
mod read;
mod schema;
mod values;
mod write;

use std::path::Path;
use std::sync::Arc;

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

pub use crate::options::{Options, Synchronous};

use crate::connections::Connections;

/// Opens the store in the file `path` with the default [`Options`], and makes it if it is not there.
///
/// # Errors
/// As [`Options::open`].
pub fn open(path: impl AsRef<Path>) -> Result<SqliteStore, Error> {
    Options::new().open(path)
}

/// A store in one SQLite file. Clones share their connections, and the file is closed with the last of them.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    connections: Arc<Connections>,
}

impl SqliteStore {
    pub(crate) fn new(connections: Connections) -> Self {
        Self { connections: Arc::new(connections) }
    }
}

impl Store for SqliteStore {
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error> {
        Ok(self.connections.read(|view| read::load(view, bank, needs))?)
    }

    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        Ok(write::commit(&self.connections, changes)?)
    }

    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        Ok(import::import(&self.connections, import, rows)?)
    }

    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error> {
        Ok(self.connections.read(|view| read::log::history(view, bank, query))?)
    }

    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error> {
        Ok(self.connections.read(|view| read::log::messages(view, bank, query))?)
    }

    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error> {
        Ok(write::outbox::claim(&self.connections, bank, claim)?)
    }

    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        Ok(write::outbox::settle(&self.connections, bank, at, outcomes)?)
    }

    fn banks(&self) -> Result<Vec<Bank>, Error> {
        Ok(self.connections.read(read::bank::all)?)
    }

    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        Ok(write::people::keep_token(&self.connections, bank, token, invitation)?)
    }

    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error> {
        Ok(self.connections.read(|view| read::people::in_all_banks(view, person))?)
    }

    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error> {
        Ok(self.connections.read(|view| read::whole(view, bank, take))?)
    }

    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        Ok(write::whole::take_in(&self.connections, bank, give)?)
    }
}

/// The example of the README, compiled.
#[cfg(doctest)]
#[doc = include_str!("../../../../README.md")]
struct Readme;

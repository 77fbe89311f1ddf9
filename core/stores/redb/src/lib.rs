//! partnerkit's banks in one [redb](https://www.redb.org) file.
//!
//! redb is an ordered map in a file with transactions, written in Rust alone: for programs that cannot or would not carry
//! SQLite. It shows as well how little a store on an engine of one's own is: all that is here says how redb does what
//! [`partnerkit::store::ordered`] asks for.
//!
//! One process has the file at a time; a second one is told `store_busy`. Banks that many processes share belong in
//! `partnerkit-sqlite`. For what size it is made, see [`partnerkit::store::ordered`].
//!
//! ```
//! use partnerkit::store::Store;
//!
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("bank.redb");
//! let store = partnerkit_redb::open(path)?;
//! assert!(store.banks()?.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod errors;

use std::path::Path;

use partnerkit::error::Error;
use partnerkit::store::ordered::{Direction, Entries, EntriesMut, Entry, OrderedMap, OrderedStore, Outcome};
use redb::{Database, ReadableDatabase, ReadableTable, Table, TableDefinition};

use crate::errors::said;

/// The one table.
const ENTRIES: TableDefinition<'_, &[u8], &[u8]> = TableDefinition::new("partnerkit");

/// A store in a redb file.
pub type RedbStore = OrderedStore<RedbMap>;

/// Opens the file, which is made if it is not there.
///
/// # Errors
/// `store_busy` while another process has it, `store_unrecognised` for a file of something else, `store_newer` for one of a
/// newer library, or `store_…`. Such a file is left as it is.
pub fn open(path: impl AsRef<Path>) -> Result<RedbStore, Error> {
    OrderedStore::open(RedbMap::new(Database::create(path).map_err(said)?)?)
}

/// A redb database as a map of bytes.
#[derive(Debug)]
pub struct RedbMap {
    database: Database,
}

impl RedbMap {
    /// The map in `database`: a table `partnerkit`, beside whatever tables the host has of its own.
    ///
    /// # Errors
    /// `store_…`.
    pub fn new(database: Database) -> Result<Self, Error> {
        // Reading a table that is not there is an error.
        let transaction = database.begin_write().map_err(said)?;
        transaction.open_table(ENTRIES).map_err(said)?;
        transaction.commit().map_err(said)?;
        Ok(Self { database })
    }
}

impl OrderedMap for RedbMap {
    fn read(&self, look: &mut dyn FnMut(&dyn Entries) -> Result<(), Error>) -> Result<(), Error> {
        let transaction = self.database.begin_read().map_err(said)?;
        look(&Opened(transaction.open_table(ENTRIES).map_err(said)?))
    }

    fn write(
        &self,
        change: &mut dyn FnMut(&mut dyn EntriesMut) -> Result<Outcome, Error>,
    ) -> Result<(), Error> {
        // Dropped without a commit, also by an error, it has not happened.
        let transaction = self.database.begin_write().map_err(said)?;
        let outcome = change(&mut Opened(transaction.open_table(ENTRIES).map_err(said)?))?;
        match outcome {
            Outcome::Keep => transaction.commit().map_err(said),
            Outcome::Drop => transaction.abort().map_err(said),
        }
    }
}

/// The table inside a transaction.
struct Opened<T>(T);

impl<T: ReadableTable<&'static [u8], &'static [u8]>> Entries for Opened<T> {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.0.get(key).map_err(said)?.map(|value| value.value().to_vec()))
    }

    fn page(&self, from: &[u8], to: &[u8], direction: Direction, limit: usize) -> Result<Vec<Entry>, Error> {
        let mut range = self.0.range(from..to).map_err(said)?;
        let next = || match direction {
            Direction::Forwards => range.next(),
            Direction::Backwards => range.next_back(),
        };
        let copied = std::iter::from_fn(next).take(limit).map(|entry| {
            let (key, value) = entry.map_err(said)?;
            Ok((key.value().to_vec(), value.value().to_vec()))
        });
        copied.collect()
    }
}

impl EntriesMut for Opened<Table<'_, &'static [u8], &'static [u8]>> {
    fn put(&mut self, key: &[u8], value: &[u8]) -> Result<(), Error> {
        self.0.insert(key, value).map(drop).map_err(said)
    }

    fn remove(&mut self, key: &[u8]) -> Result<(), Error> {
        self.0.remove(key).map(drop).map_err(said)
    }
}

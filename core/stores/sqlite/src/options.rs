//! How a store is opened.

use std::path::{Path, PathBuf};
use std::time::Duration;

use partnerkit::error::{Code, Error};

use crate::SqliteStore;
use crate::connections::Connections;

/// How hard SQLite works to keep what it has said is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Synchronous {
    /// A finished commit survives the loss of power. The default.
    #[default]
    Full,
    /// A finished commit survives the end of the process; the last ones may be lost with the power, never half of one.
    Normal,
}

/// How to open a store. [`crate::open`] takes the defaults.
///
/// ```
/// use std::time::Duration;
/// # let folder = tempfile::tempdir().unwrap();
/// # let path = folder.path().join("bank.db");
/// let store = partnerkit_sqlite::Options::new().busy_timeout(Duration::from_secs(5)).open(path)?;
/// # drop(store);
/// # Ok::<(), partnerkit::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub(crate) synchronous: Synchronous,
    pub(crate) busy_timeout: Duration,
    pub(crate) read_only: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { synchronous: Synchronous::Full, busy_timeout: Duration::from_secs(30), read_only: false }
    }
}

impl Options {
    /// The defaults: full synchronisation, 30 seconds of patience, writable.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets what a finished commit survives.
    #[must_use]
    pub const fn synchronous(mut self, synchronous: Synchronous) -> Self {
        self.synchronous = synchronous;
        self
    }

    /// Sets how long to wait while somebody else writes, before `store_busy`. Parts of a millisecond are cut off.
    #[must_use]
    pub const fn busy_timeout(mut self, patience: Duration) -> Self {
        self.busy_timeout = patience;
        self
    }

    /// Sets whether the file is only read. It is then neither created nor migrated, and every write is refused with
    /// `store_read_only`.
    #[must_use]
    pub const fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }

    /// Opens the store in the file `path`, makes it if it is not there, and brings its schema up to date.
    ///
    /// # Errors
    /// - `store_unavailable`: the folder is missing, the path is a folder, or the file cannot be opened
    /// - `store_unrecognised`: the file is not of this library; it was not touched
    /// - `store_newer`: a newer version of this library has written it; it was not touched
    /// - `store_read_only`: the file would have to be created or migrated, and may not be written; or its folder may not
    ///   be written, where the write-ahead log must stand even for reading
    /// - `store_busy`, `store_full`, `store_corrupt`, `store_failed`
    pub fn open(self, path: impl AsRef<Path>) -> Result<SqliteStore, Error> {
        // Connections are opened later, too: an absolute path keeps them in this file when the working folder changes.
        // It also takes from SQLite what it would read into names like `:memory:` and `file:…`.
        let path: PathBuf = std::path::absolute(path)
            .map_err(|error| Error::from(Code::StoreUnavailable).caused_by(error))?;
        if path.is_dir() {
            return Err(Error::from(Code::StoreUnavailable).caused_by("the path is a folder"));
        }
        Ok(SqliteStore::new(Connections::open(path, self)?))
    }
}

//! Connections to the file: many that read, one at a time that writes.

use std::path::PathBuf;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use partnerkit::error::Code;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::errors::{Fault, because};
use crate::options::{Options, Synchronous};
use crate::schema;

/// Idle connections that are kept. More are opened when more threads ask at once, and closed afterwards: a limit on
/// those in use could lock up a host that loads from within an import.
const IDLE: usize = 8;

/// Prepared statements kept with a connection; there are fewer different ones than this.
const STATEMENTS: usize = 128;

/// The write-ahead log is cut back to this many bytes after an import has made it large.
const LOG_BYTES: u32 = 64 << 20;

/// What becomes of a write that went well.
pub(crate) enum End<T> {
    /// It is committed.
    Keep(T),
    /// It is rolled back.
    Undo(T),
}

/// All connections of a store.
#[derive(Debug)]
pub(crate) struct Connections {
    path: PathBuf,
    options: Options,
    idle: Mutex<Vec<Connection>>,
    turn: Turn,
    process: u32,
}

impl Connections {
    /// Opens the file, and creates or migrates it where that is needed and allowed.
    pub(crate) fn open(path: PathBuf, options: Options) -> Result<Self, Fault> {
        let mut first = connect(&path, &options, !options.read_only)?;
        schema::prepare(&mut first, &options)?;
        Ok(Self {
            path,
            options,
            idle: Mutex::new(vec![first]),
            turn: Turn::default(),
            process: std::process::id(),
        })
    }

    /// Runs `work` in one consistent view.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.with(|connection| {
            let view = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
            schema::check(&view)?;
            work(&view)
        })
    }

    /// Runs `work` in one transaction that holds the write lock from its beginning.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<End<T>, Fault>,
    ) -> Result<T, Fault> {
        self.with(|connection| self.write_on(connection, work))
    }

    /// The same on a connection of the caller's own.
    pub(crate) fn write_on<T>(
        &self,
        connection: &mut Connection,
        work: impl FnOnce(&Transaction<'_>) -> Result<End<T>, Fault>,
    ) -> Result<T, Fault> {
        if self.options.read_only {
            return Err(Code::StoreReadOnly.into());
        }
        let _mine = self.turn.take(self.options.busy_timeout).ok_or(Code::StoreBusy)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        schema::check(&transaction)?;
        // On every way out but one the transaction is dropped, which rolls it back.
        match work(&transaction)? {
            End::Keep(value) => transaction.commit().map(|()| value).map_err(Fault::from),
            End::Undo(value) => Ok(value),
        }
    }

    /// A connection that nobody else will get. What hangs on it (temporary tables) goes with it.
    pub(crate) fn dedicated(&self) -> Result<Connection, Fault> {
        self.check_process()?;
        connect(&self.path, &self.options, false)
    }

    /// Whether this store may not write.
    pub(crate) const fn is_read_only(&self) -> bool {
        self.options.read_only
    }

    fn with<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        self.check_process()?;
        let kept = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut connection = kept.map_or_else(|| connect(&self.path, &self.options, false), Ok)?;
        let result = work(&mut connection);
        // What a failure leaves behind in a connection is not worth knowing: the next caller gets another.
        if result.as_ref().err().is_none_or(Fault::is_conflict) {
            let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
            if idle.len() < IDLE {
                idle.push(connection);
            }
        }
        result
    }

    /// SQLite's locks do not survive a fork: a child that used its parent's connections could destroy the file.
    fn check_process(&self) -> Result<(), Fault> {
        if self.process == std::process::id() {
            return Ok(());
        }
        Err(because(
            Code::StoreFailed,
            "the store was opened before this process was forked; open it in the process that uses it",
        ))
    }
}

fn connect(path: &PathBuf, options: &Options, create: bool) -> Result<Connection, Fault> {
    let mut flags = OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags |= match (options.read_only, create) {
        (true, _) => OpenFlags::SQLITE_OPEN_READ_ONLY,
        (false, false) => OpenFlags::SQLITE_OPEN_READ_WRITE,
        (false, true) => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    };
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(options.busy_timeout)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "journal_size_limit", LOG_BYTES)?;
    match options.synchronous {
        Synchronous::Full => {
            connection.pragma_update(None, "synchronous", "FULL")?;
            // Apple's plain fsync does not reach the disk; elsewhere this changes nothing.
            connection.pragma_update(None, "fullfsync", true)?;
        }
        Synchronous::Normal => connection.pragma_update(None, "synchronous", "NORMAL")?,
    }
    Ok(connection)
}

/// Whose turn it is to write, among the threads of this store.
///
/// SQLite alone would do, but it makes those who wait ask again and again; here they are woken.
#[derive(Debug, Default)]
struct Turn {
    taken: Mutex<bool>,
    free: Condvar,
}

impl Turn {
    /// Waits for the turn, at most for `patience`.
    fn take(&self, patience: Duration) -> Option<MyTurn<'_>> {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut taken, waited) = self
            .free
            .wait_timeout_while(taken, patience, |taken| *taken)
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() && *taken {
            return None;
        }
        *taken = true;
        Some(MyTurn(self))
    }
}

struct MyTurn<'a>(&'a Turn);

impl Drop for MyTurn<'_> {
    fn drop(&mut self) {
        *self.0.taken.lock().unwrap_or_else(PoisonError::into_inner) = false;
        self.0.free.notify_one();
    }
}

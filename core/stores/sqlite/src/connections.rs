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
    /// The one that failed last: see [`Connections::retire`].
    retired: Mutex<Option<Connection>>,
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
            retired: Mutex::new(None),
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
        } else {
            self.retire(connection);
        }
        result
    }

    /// Keeps a connection open that nobody will use any more, until another takes its place.
    ///
    /// A commit that could not be flushed stays in the log behind its end. Whoever opens the log when nobody else has it
    /// open takes that commit for a finished one, so a retry would be told that it is done although it never was safe on
    /// the disk. While the log stays open its end is known, and the retry writes over what has failed.
    fn retire(&self, connection: Connection) {
        // With a transaction that could not be rolled back it would keep everybody else out.
        if connection.is_autocommit() {
            let mut retired = self.retired.lock().unwrap_or_else(PoisonError::into_inner);
            drop(retired.replace(connection));
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use partnerkit::error::Error;

    fn fresh() -> (tempfile::TempDir, Connections) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bank.db");
        let options = Options::new().busy_timeout(Duration::from_millis(10));
        let connections = Connections::open(path, options).unwrap();
        // What is written matters to nobody here, so it is no table of the schema, which changes.
        let table = |transaction: &Transaction<'_>| {
            transaction.execute("CREATE TABLE papers (text TEXT NOT NULL) STRICT", [])?;
            Ok(End::Keep(()))
        };
        connections.write(table).unwrap();
        (folder, connections)
    }

    fn insert(transaction: &Transaction<'_>, bytes: usize) -> Result<End<()>, Fault> {
        transaction.execute("INSERT INTO papers VALUES (?1)", ["x".repeat(bytes)])?;
        Ok(End::Keep(()))
    }

    fn papers(connections: &Connections) -> i64 {
        connections
            .read(|view| Ok(view.query_row("SELECT count(*) FROM papers", [], |row| row.get(0))?))
            .unwrap()
    }

    #[test]
    fn a_full_disk_says_so_and_leaves_what_was() {
        let (_folder, connections) = fresh();
        connections.write(|transaction| insert(transaction, 10)).unwrap();
        let full = connections.write(|transaction| {
            // SQLite lets the file be as long as it is: the same answer as from a disk without room.
            transaction.pragma_update(None, "max_page_count", 1)?;
            insert(transaction, 10)?;
            insert(transaction, 1_000_000)
        });
        assert_eq!(Error::from(full.unwrap_err()).code(), Code::StoreFull);
        assert_eq!(papers(&connections), 1);
        // The limit was the connection's, and that one was not kept.
        connections.write(|transaction| insert(transaction, 1_000_000)).unwrap();
        assert_eq!(papers(&connections), 2);
    }

    #[test]
    fn a_panic_leaves_nothing_and_locks_nobody_out() {
        let (_folder, connections) = fresh();
        let shared = std::panic::AssertUnwindSafe(&connections);
        let panicked = std::panic::catch_unwind(|| {
            shared.write::<()>(|transaction| {
                insert(transaction, 10)?;
                panic!("in the middle")
            })
        });
        assert!(panicked.is_err());
        assert_eq!(papers(&connections), 0);
        connections.write(|transaction| insert(transaction, 10)).unwrap();
    }

    #[test]
    fn a_forked_child_is_refused() {
        let (_folder, mut connections) = fresh();
        connections.process = connections.process.wrapping_add(1);
        let refused = connections.read(|_| Ok(())).unwrap_err();
        assert_eq!(Error::from(refused).code(), Code::StoreFailed);
        assert!(connections.dedicated().is_err());
    }

    #[test]
    fn what_is_kept_open_is_bounded_and_what_is_in_use_is_not() {
        fn nested(connections: &Connections, depth: usize) -> i64 {
            if depth == 0 {
                return papers(connections);
            }
            connections.read(|_| Ok(nested(connections, depth - 1))).unwrap()
        }
        let (_folder, connections) = fresh();
        assert_eq!(nested(&connections, 2 * IDLE), 0);
        assert_eq!(connections.idle.lock().unwrap().len(), IDLE);
    }

    #[test]
    fn connections_are_set_up_as_promised() {
        let (_folder, connections) = fresh();
        let ask = |pragma: &str| -> String {
            connections
                .read(|view| {
                    let sql = format!("SELECT CAST({pragma} AS TEXT) FROM pragma_{pragma}");
                    Ok(view.query_row(&sql, [], |row| row.get(0))?)
                })
                .unwrap()
        };
        for (pragma, value) in [
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("trusted_schema", "0"),
            ("user_version", "1"),
        ] {
            assert_eq!(ask(pragma), value, "{pragma}");
        }
    }
}

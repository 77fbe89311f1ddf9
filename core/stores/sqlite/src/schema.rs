//! Whose file it is, and bringing its schema up to date.

use std::time::Instant;

use partnerkit::error::{Code, Error, Reason};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::errors::{Fault, because};
use crate::options::Options;

/// Marks a file as ours: "PKit" in ASCII.
const APPLICATION_ID: i64 = 0x504b_6974;

/// What leads from each version to the next. A file's version is how many of them it has seen.
// INVARIANT: never changed once released; only appended to.
const MIGRATIONS: &[&str] = &[include_str!("schema/1.sql")];

/// The version this library writes.
const KNOWN: i64 = MIGRATIONS.len() as i64;

/// What a file turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// Nothing is in it yet.
    Empty,
    /// Ours, of this version.
    Ours(i64),
    /// Somebody else's.
    Foreign,
}

/// Makes sure the file is ours and of the known version; creates or migrates it if it may be written.
///
/// Looks before it writes anything: a file that is not ours stays as it is to the last byte.
pub(crate) fn prepare(connection: &mut Connection, options: &Options) -> Result<(), Fault> {
    let found = {
        let view = connection.transaction()?;
        standing(&view)?
    };
    match found {
        Standing::Foreign => return Err(Code::StoreUnrecognised.into()),
        Standing::Ours(version) if version > KNOWN => return Err(newer(version).into()),
        Standing::Ours(KNOWN) if options.read_only => return Ok(()),
        _ if options.read_only => return Err(Code::StoreReadOnly.into()),
        _ => {}
    }
    use_write_ahead_log(connection, options)?;
    if found == Standing::Ours(KNOWN) { Ok(()) } else { migrate(connection) }
}

/// Refuses to go on when another process has migrated the file, or put another in its place, since it was opened.
pub(crate) fn check(transaction: &Transaction<'_>) -> Result<(), Fault> {
    let version = user_version(transaction)?;
    match version {
        KNOWN => Ok(()),
        version if version > KNOWN => Err(newer(version).into()),
        _ => Err(Code::StoreUnrecognised.into()),
    }
}

fn standing(view: &Transaction<'_>) -> Result<Standing, Fault> {
    let application: i64 = view.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version = user_version(view)?;
    let objects: i64 = view.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (application, version, objects) {
        (APPLICATION_ID, version, _) => Standing::Ours(version),
        (0, 0, 0) => Standing::Empty,
        _ => Standing::Foreign,
    })
}

fn user_version(transaction: &Transaction<'_>) -> Result<i64, Fault> {
    Ok(transaction.prepare_cached("PRAGMA user_version")?.query_row([], |row| row.get(0))?)
}

/// Turns the write-ahead log on, so that readers and a writer do not wait for each other. It stays on with the file.
fn use_write_ahead_log(connection: &Connection, options: &Options) -> Result<(), Fault> {
    let until = Instant::now() + options.busy_timeout;
    loop {
        let answer = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0));
        match answer.map_err(Fault::from) {
            Ok(mode) if mode == "wal" => return Ok(()),
            Ok(mode) => {
                let cause = format!("no write-ahead log can be kept here; the journal mode is {mode}");
                return Err(because(Code::StoreUnavailable, cause));
            }
            // When several open a fresh file at once, SQLite refuses all but one here without waiting.
            // Asking for the lock outright does wait.
            Err(fault) if fault.is_busy() && Instant::now() < until => {
                connection.execute_batch("BEGIN EXCLUSIVE; ROLLBACK")?;
            }
            Err(fault) => return Err(fault),
        }
    }
}

/// Runs what is missing, in one transaction. Others may have done so since we looked, so it looks again under the lock.
fn migrate(connection: &mut Connection) -> Result<(), Fault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version = match standing(&transaction)? {
        Standing::Foreign => return Err(Code::StoreUnrecognised.into()),
        Standing::Ours(version) if version > KNOWN => return Err(newer(version).into()),
        Standing::Ours(version) => version,
        Standing::Empty => 0,
    };
    for step in MIGRATIONS.iter().skip(usize::try_from(version).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", KNOWN)?;
    transaction.commit()?;
    Ok(())
}

fn newer(found: i64) -> Error {
    Error::new(Reason::new(Code::StoreNewer).with("found", found).with("known", KNOWN))
}

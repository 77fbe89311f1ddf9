//! An office's own tables as a store of partnerkit.
//!
//! The office has had a table of agencies for years, with numbers its drivers know and a table of visits that refers to
//! them. Nothing of that moves: partners *are* its agencies (`partnerkit.sql` says how), everything else goes into one table
//! of two columns, and what partnerkit writes joins the transaction of the office.
//!
//! It is a SQLite file here to have nothing to install; the same five functions and a dozen statements do it on any database.

use std::ops::Deref;

use partnerkit::error::{Code, Error};
use partnerkit::store::RowId;
use partnerkit::store::ordered::{
    Direction, Entries, EntriesMut, Entry, OrderedMap, OrderedStore, Outcome, row_of,
};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, params};

/// The tables the office had before.
pub const OFFICE: &str = include_str!("office.sql");

/// What it adds, once.
pub const ADDED: &str = include_str!("partnerkit.sql");

/// The office's tables as a map. `lend` gives a connection for each call of partnerkit: one of the office's pool, or always
/// the same one, in which the office has begun a transaction of its own.
pub struct Office<F> {
    lend: F,
}

/// A store on the office's connections.
///
/// # Errors
/// What `lend` fails with, `store_newer` if a newer library wrote there, or `store_…`.
pub fn store<F, C>(lend: F) -> Result<OrderedStore<Office<F>>, Error>
where
    F: Fn() -> Result<C, Error> + Send + Sync,
    C: Deref<Target = Connection>,
{
    OrderedStore::open(Office { lend })
}

impl<F, C> OrderedMap for Office<F>
where
    F: Fn() -> Result<C, Error> + Send + Sync,
    C: Deref<Target = Connection>,
{
    fn read(&self, look: &mut dyn FnMut(&dyn Entries) -> Result<(), Error>) -> Result<(), Error> {
        within(&*(self.lend)()?, "BEGIN", |tables| look(tables).map(|()| Outcome::Drop))
    }

    fn write(
        &self,
        change: &mut dyn FnMut(&mut dyn EntriesMut) -> Result<Outcome, Error>,
    ) -> Result<(), Error> {
        within(&*(self.lend)()?, "BEGIN IMMEDIATE", |tables| change(tables))
    }
}

/// Runs `run` in a transaction. Where the office has begun one, ours is a part of it, and the office decides about the whole.
fn within(
    connection: &Connection,
    begin: &str,
    run: impl FnOnce(&mut Tables<'_>) -> Result<Outcome, Error>,
) -> Result<(), Error> {
    let (begin, keep, drop) = if connection.is_autocommit() {
        (begin, "COMMIT", "ROLLBACK")
    } else {
        ("SAVEPOINT ours", "RELEASE ours", "ROLLBACK TO ours; RELEASE ours")
    };
    connection.execute_batch(begin).map_err(said)?;
    let outcome = run(&mut Tables(connection));
    let kept = match outcome {
        Ok(Outcome::Keep) => connection.execute_batch(keep).map_err(said),
        Ok(Outcome::Drop) => return connection.execute_batch(drop).map_err(said),
        Err(error) => Err(error),
    };
    if kept.is_err() {
        // What failed first is what is told. A connection that cannot even roll back has lost the transaction anyway.
        let _ = connection.execute_batch(drop);
    }
    kept
}

/// The tables inside a transaction.
struct Tables<'a>(&'a Connection);

const GET: &str = "SELECT key, value FROM partnerkit_map WHERE key = ?1";
const FORWARDS: &str =
    "SELECT key, value FROM partnerkit_map WHERE key >= ?1 AND key < ?2 ORDER BY key LIMIT ?3";
const BACKWARDS: &str =
    "SELECT key, value FROM partnerkit_map WHERE key >= ?1 AND key < ?2 ORDER BY key DESC LIMIT ?3";

/// A partner that is known already; one the office knows as an agency, by its address; and one that nobody knows.
const PUT_PARTNER: [&str; 3] = [
    "UPDATE agencies SET name = ?2 ->> '$.partner.name', contact_email = ?2 ->> '$.partner.email',
            status = ?2 ->> '$.partner.status', partnerkit_rest = json_remove(?2, '$.partner.name',
            '$.partner.email', '$.partner.status') WHERE partnerkit_key = ?1",
    "UPDATE agencies SET name = ?2 ->> '$.partner.name', status = ?2 ->> '$.partner.status',
            contact_email = ?2 ->> '$.partner.email', partnerkit_key = ?1,
            partnerkit_rest = json_remove(?2, '$.partner.name', '$.partner.email', '$.partner.status')
      WHERE number = (SELECT min(number) FROM agencies
                       WHERE partnerkit_key IS NULL AND contact_email = ?2 ->> '$.partner.email')",
    "INSERT INTO agencies (partnerkit_key, name, contact_email, status, partnerkit_rest)
     VALUES (?1, ?2 ->> '$.partner.name', ?2 ->> '$.partner.email', ?2 ->> '$.partner.status',
             json_remove(?2, '$.partner.name', '$.partner.email', '$.partner.status'))",
];
const PUT: &str = "INSERT INTO partnerkit_entries (key, value) VALUES (?1, ?2)
                   ON CONFLICT (key) DO UPDATE SET value = excluded.value";

/// The office keeps its agency, with its number and its visits; it only is no partner any more.
const REMOVE_PARTNER: &str = "UPDATE agencies SET partnerkit_key = NULL, partnerkit_rest = NULL, status = 'unknown' WHERE partnerkit_key = ?1";
const REMOVE: &str = "DELETE FROM partnerkit_entries WHERE key = ?1";

fn is_partner(key: &[u8]) -> bool {
    matches!(row_of(key), Some((_, RowId::Partner(_))))
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let value = match row.get_ref(1)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.to_vec(),
        other => return Err(rusqlite::Error::InvalidColumnType(1, "value".to_owned(), other.data_type())),
    };
    Ok((row.get(0)?, value))
}

impl Entries for Tables<'_> {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
        let found = self.0.prepare_cached(GET).and_then(|mut get| get.query_row([key], entry).optional());
        Ok(found.map_err(said)?.map(|(_, value)| value))
    }

    fn page(&self, from: &[u8], to: &[u8], direction: Direction, limit: usize) -> Result<Vec<Entry>, Error> {
        let sql = if direction == Direction::Forwards { FORWARDS } else { BACKWARDS };
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut page = self.0.prepare_cached(sql).map_err(said)?;
        let rows = page.query_map(params![from, to, limit], entry).map_err(said)?;
        rows.map(|row| row.map_err(said)).collect()
    }
}

impl Tables<'_> {
    /// How many rows a statement changed.
    fn run(&self, sql: &str, params: impl rusqlite::Params) -> Result<usize, Error> {
        self.0.prepare_cached(sql).and_then(|mut statement| statement.execute(params)).map_err(said)
    }
}

impl EntriesMut for Tables<'_> {
    fn put(&mut self, key: &[u8], value: &[u8]) -> Result<(), Error> {
        if !is_partner(key) {
            return self.run(PUT, params![key, value]).map(drop);
        }
        let text =
            std::str::from_utf8(value).map_err(|cause| Error::from(Code::StoreFailed).caused_by(cause))?;
        for sql in PUT_PARTNER {
            if self.run(sql, params![key, text])? > 0 {
                break;
            }
        }
        Ok(())
    }

    fn remove(&mut self, key: &[u8]) -> Result<(), Error> {
        let sql = if is_partner(key) { REMOVE_PARTNER } else { REMOVE };
        self.run(sql, [key]).map(drop)
    }
}

/// What the driver says, in the words of partnerkit's catalogue.
fn said(error: rusqlite::Error) -> Error {
    let code = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Code::StoreBusy,
        Some(ErrorCode::DiskFull) => Code::StoreFull,
        Some(ErrorCode::ReadOnly) => Code::StoreReadOnly,
        Some(ErrorCode::DatabaseCorrupt) => Code::StoreCorrupt,
        _ => Code::StoreFailed,
    };
    Error::from(code).caused_by(error)
}

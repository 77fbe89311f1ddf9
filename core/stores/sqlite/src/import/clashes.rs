//! Keys that are held twice, found by comparing whole tables.

use partnerkit::error::Error;
use partnerkit::id::{BankId, PartnerId};
use partnerkit::store::{Clash, ClashKey, Holder, ImportRows};
use rusqlite::{Connection, Row, Transaction, params};

use crate::errors::Fault;
use crate::values::{Count, corrupt};

/// One key: what it is called, where it stands on the stage and in the bank, and what the file gave for it.
struct Key {
    number: i64,
    key: ClashKey,
    staged: &'static str,
    kept: &'static str,
    given: &'static str,
    /// What must be true besides of a row `s` and the earlier row `f` with the same key.
    besides: &'static str,
}

/// In the order in which the clashes of one line are told.
const KEYS: [Key; 4] = [
    Key {
        number: 0,
        key: ClashKey::Name,
        staged: "name_key",
        kept: "name_key",
        given: "given_name",
        besides: "true",
    },
    Key {
        number: 1,
        key: ClashKey::Email,
        staged: "email_key",
        kept: "email_key",
        given: "given_email",
        besides: "true",
    },
    Key {
        number: 2,
        key: ClashKey::ExternalId,
        staged: "given_external_id",
        kept: "external_id",
        given: "given_external_id",
        besides: "true",
    },
    Key {
        number: LOOK,
        key: ClashKey::Look,
        staged: "look_key",
        kept: "look_key",
        given: "given_name",
        besides: "s.name_key <> f.name_key",
    },
];

const LOOK: i64 = 3;
/// The holder is a partner of the bank.
const IN_BANK: i64 = 0;
/// The holder is an earlier row.
const IN_FILE: i64 = 1;

/// Finds the rows whose key an earlier row has. The first row with a key holds it.
pub(super) fn find_in_file(connection: &Connection) -> Result<(), Fault> {
    connection.execute_batch(
        "CREATE TEMP TABLE clashes (
            place INTEGER NOT NULL, key INTEGER NOT NULL, source INTEGER NOT NULL,
            line INTEGER NOT NULL, record INTEGER NOT NULL, value TEXT NOT NULL,
            holder_line INTEGER, holder_id BLOB, holder TEXT NOT NULL,
            PRIMARY KEY (place, key, source)
        ) WITHOUT ROWID",
    )?;
    for Key { number, staged, given, besides, .. } in KEYS {
        let sql = format!(
            "INSERT INTO temp.clashes (place, key, source, line, record, value, holder_line, holder) \
             SELECT s.place, ?1, ?2, s.line, s.record, s.{given}, f.line, f.{given} \
             FROM (SELECT {staged} AS twice, min(place) AS first FROM temp.staged \
                   WHERE {staged} IS NOT NULL AND {staged} <> '' GROUP BY {staged} HAVING count(*) > 1) d \
             CROSS JOIN temp.staged f ON f.place = d.first \
             CROSS JOIN temp.staged s ON s.{staged} = d.twice AND s.{staged} <> '' AND s.place > d.first \
             WHERE {besides}"
        );
        connection.prepare(&sql)?.execute(params![number, IN_FILE])?;
    }
    Ok(())
}

/// Finds the rows whose key a partner of the bank has. Looked up partner by partner: a bank that still has to import has
/// few.
pub(super) fn find_in_bank(transaction: &Transaction<'_>, bank: BankId) -> Result<(), Fault> {
    for Key { number, staged, kept, given, .. } in KEYS {
        // Several partners may look like one row; the first by name is told.
        let sql = format!(
            "INSERT OR IGNORE INTO temp.clashes (place, key, source, line, record, value, holder_id, holder) \
             SELECT s.place, ?1, ?2, s.line, s.record, s.{given}, p.id, p.name \
             FROM main.partners p CROSS JOIN temp.staged s ON s.{staged} = p.{kept} AND s.{staged} <> '' \
             WHERE p.bank_id = ?3 ORDER BY p.name_key"
        );
        transaction.prepare(&sql)?.execute(params![number, IN_BANK, bank.0])?;
    }
    Ok(())
}

/// Tells all clashes by line.
///
/// Looks are told once a line, the partner's before the earlier row's, and not at all where the name itself clashes:
/// that two equal names look alike is no news.
pub(super) fn tell(transaction: &Transaction<'_>, rows: &mut dyn ImportRows) -> Result<(), Fault> {
    let mut statement = transaction.prepare(
        "SELECT line, record, key, source, value, holder_line, holder_id, holder FROM temp.clashes c
         WHERE c.key <> ?1 OR NOT EXISTS (
             SELECT 1 FROM temp.clashes o
             WHERE o.place = c.place AND (o.key = 0 OR (o.key = ?1 AND o.source < c.source)))
         ORDER BY place, key, source",
    )?;
    let mut found = statement.query([LOOK])?;
    while let Some(row) = found.next()? {
        rows.clash(clash(row)?);
    }
    Ok(())
}

fn clash(row: &Row<'_>) -> Result<Clash, Fault> {
    let number: i64 = row.get("key")?;
    let unknown = || -> Error { corrupt(format!("there is no key {number}")) };
    let key = KEYS.iter().find(|key| key.number == number).ok_or_else(unknown)?.key;
    let held_by = match row.get::<_, i64>("source")? {
        IN_BANK => Holder::Partner { id: PartnerId(row.get("holder_id")?), name: row.get("holder")? },
        _ => Holder::Line { line: row.get::<_, Count>("holder_line")?.0, value: row.get("holder")? },
    };
    let (line, record) = (row.get::<_, Count>("line")?.0, row.get::<_, Count>("record")?.0);
    Ok(Clash { line, record, key, value: row.get("value")?, held_by })
}

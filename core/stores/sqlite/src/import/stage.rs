//! The stage: the file's rows in temporary tables, and from there into the bank.

use partnerkit::id::BankId;
use partnerkit::store::{ImportRow, ImportRows};
use rusqlite::{Connection, Statement, Transaction, TransactionBehavior, params};

use crate::errors::Fault;
use crate::values::{At, Count, Day, Json, Slug, place};
use crate::write::partners::{COLUMNS, KEYS, with_values};

/// Memory for pages of the bank's file, in KiB: an import touches every index of it at once.
const CACHE: i64 = 20 * 1024;
/// Memory for pages of the stage, in KiB.
const STAGE_CACHE: i64 = 8 * 1024;

/// `place` counts the rows as they come, `nth` those with a partner from 0. The columns of a partner have its own types,
/// so they are not named again here.
const TABLES: &str = "
    CREATE TEMP TABLE staged (
        place INTEGER PRIMARY KEY, line INTEGER NOT NULL, record INTEGER NOT NULL,
        given_name TEXT, given_email TEXT, given_external_id TEXT,
        nth INTEGER, event_at, event_actor, event_command, event_partner, event_what,
        name_key TEXT, email_key TEXT, look_key TEXT, {columns}
    );
    CREATE TEMP TABLE staged_exceptions (partner_id, item_id, rule, last_day);
";

/// What finding clashes needs. Made when the rows are in, which is faster than keeping them up with each row.
const INDEXES: &str = "
    CREATE INDEX temp.staged_names ON staged (name_key) WHERE name_key IS NOT NULL;
    CREATE INDEX temp.staged_emails ON staged (email_key) WHERE email_key IS NOT NULL;
    CREATE INDEX temp.staged_external_ids ON staged (given_external_id) WHERE given_external_id IS NOT NULL;
    CREATE INDEX temp.staged_looks ON staged (look_key) WHERE look_key <> '';
";

/// Takes all rows onto the stage, and answers how many partners are among them.
pub(super) fn fill(connection: &mut Connection, rows: &mut dyn ImportRows) -> Result<usize, Fault> {
    connection.pragma_update(None, "cache_size", -CACHE)?;
    connection.pragma_update(None, "temp_store", "FILE")?;
    // Otherwise the log would be folded into the file at the end of the commit, while others still wait for their turn.
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    connection.execute_batch(&TABLES.replace("{columns}", &COLUMNS.join(", ")))?;
    connection.pragma_update(Some("temp"), "cache_size", -STAGE_CACHE)?;
    // Deferred, and only temporary tables are written in it: the bank's file is not locked.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
    let (mut read, mut partners) = (0, 0);
    let mut stage = Stage::new(&transaction)?;
    while let Some(row) = rows.next_row()? {
        stage.take(&row, read, partners)?;
        read += 1;
        partners += usize::from(row.partner.is_some());
    }
    drop(stage);
    transaction.commit()?;
    connection.execute_batch(INDEXES)?;
    Ok(partners)
}

/// The statements that put rows on the stage, prepared once for all of them.
struct Stage<'a> {
    whole: Statement<'a>,
    head: Statement<'a>,
    exception: Statement<'a>,
}

impl<'a> Stage<'a> {
    fn new(transaction: &'a Transaction<'_>) -> Result<Self, Fault> {
        let exception =
            "INSERT INTO temp.staged_exceptions (partner_id, item_id, rule, last_day) VALUES (?, ?, ?, ?)";
        Ok(Self {
            whole: transaction.prepare(&insert(&[&HEAD[..], &TAIL, &COLUMNS].concat()))?,
            head: transaction.prepare(&insert(&HEAD))?,
            exception: transaction.prepare(exception)?,
        })
    }

    fn take(&mut self, row: &ImportRow, at: usize, nth: usize) -> Result<(), Fault> {
        let (given_name, name_key) = row.name.as_ref().map(|(given, key)| (given, key)).unzip();
        let (given_email, email_key) = row.email.as_ref().map(|(given, key)| (given, key)).unzip();
        let head = params![
            place(at)?,
            Count(row.line),
            Count(row.record),
            given_name,
            given_email,
            row.external_id,
            name_key,
            email_key,
            row.look_key,
        ];
        let Some((partner, event)) = &row.partner else {
            self.head.execute(head)?;
            return Ok(());
        };
        let tail = params![
            place(nth)?,
            At(event.at),
            Json(&event.by),
            event.command.0,
            event.what.partner().map(|partner| partner.0),
            Json(&event.what),
        ];
        with_values(partner, |values| self.whole.execute([head, tail, values].concat().as_slice()))?;
        for (item, exception) in &partner.exceptions {
            let (rule, last_day) = (Slug(exception.rule), exception.last_day.map(Day));
            self.exception.execute(params![partner.id.0, item.0, rule, last_day])?;
        }
        Ok(())
    }
}

/// What is staged of every row.
const HEAD: [&str; 9] = [
    "place",
    "line",
    "record",
    "given_name",
    "given_email",
    "given_external_id",
    "name_key",
    "email_key",
    "look_key",
];

/// What is staged of a row with a partner, before the partner's own columns.
const TAIL: [&str; 6] = ["nth", "event_at", "event_actor", "event_command", "event_partner", "event_what"];

/// The statement that inserts into these columns of the stage.
fn insert(columns: &[&str]) -> String {
    let marks = vec!["?"; columns.len()].join(", ");
    format!("INSERT INTO temp.staged ({}) VALUES ({marks})", columns.join(", "))
}

/// Copies the staged partners and their events into the bank, the events from place `first` on. Answers the place after
/// the last of them.
pub(super) fn copy(transaction: &Transaction<'_>, bank: BankId, first: i64) -> Result<i64, Fault> {
    let columns = [&COLUMNS[..], &KEYS].concat().join(", ");
    // By name: so do most of the bank's indexes lie, and pages are written once instead of again and again. The `+` keeps
    // SQLite from walking the index of names, which would fetch the rows from all over the stage.
    let partners = format!(
        "INSERT INTO main.partners (bank_id, {columns}) \
         SELECT ?, {columns} FROM temp.staged WHERE nth IS NOT NULL ORDER BY +name_key"
    );
    transaction.prepare_cached(&partners)?.execute([bank.0])?;
    let exceptions = "INSERT INTO main.partner_exceptions (bank_id, partner_id, item_id, rule, last_day) \
                      SELECT ?, partner_id, item_id, rule, last_day FROM temp.staged_exceptions";
    transaction.prepare_cached(exceptions)?.execute([bank.0])?;
    let events = "INSERT INTO main.events (bank_id, seq, at, actor, command_id, partner_id, what) \
                  SELECT ?, ? + nth, event_at, event_actor, event_command, event_partner, event_what \
                  FROM temp.staged WHERE nth IS NOT NULL ORDER BY place";
    let copied = transaction.prepare_cached(events)?.execute(params![bank.0, first])?;
    Ok(first.saturating_add(place(copied)?))
}

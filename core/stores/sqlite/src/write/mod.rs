//! Writing a change set: all of it in one transaction, or nothing.

pub(crate) mod log;
pub(crate) mod outbox;
pub(crate) mod partners;
mod rows;
pub(crate) mod whole;

use partnerkit::error::{Error, Reason};
use partnerkit::id::BankId;
use partnerkit::store::{ChangeSet, Committed, Expect, RowId, Write};
use rusqlite::{OptionalExtension, Transaction};
use uuid::Uuid;

use crate::connections::{Connections, End};
use crate::errors::Fault;
use crate::values::Count;

/// Writes a change set if all it was decided on still holds.
pub(crate) fn commit(connections: &Connections, changes: &ChangeSet) -> Result<Committed, Fault> {
    let outcome = connections.write(|transaction| write(transaction, changes));
    match outcome {
        // The keys have the last word, never a look before: whoever was first holds the key, or still needs the row.
        Err(fault) if fault.is_conflict() => Ok(Committed::Stale),
        other => other,
    }
}

fn write(transaction: &Transaction<'_>, changes: &ChangeSet) -> Result<End<Committed>, Fault> {
    let bank = changes.bank;
    if !expected(transaction, bank, &changes.expects)? {
        return Ok(End::Undo(Committed::Stale));
    }
    for write in &changes.writes {
        match write {
            Write::Put(row) => rows::put(transaction, bank, row)?,
            Write::Remove(id) => remove(transaction, bank, *id)?,
        }
    }
    // Raises the bank's counters; without the bank there is nothing to hang anything on.
    let Some(places) = log::places(transaction, bank, changes.events.len(), changes.messages.len())? else {
        return Ok(End::Undo(Committed::Stale));
    };
    log::events(transaction, bank, places.first_event, &changes.events)?;
    log::messages(transaction, bank, places.first_message, &changes.messages)?;
    log::command(transaction, bank, &changes.command)?;
    Ok(End::Keep(Committed::Done))
}

/// Whether everything is still as expected.
pub(crate) fn expected(
    transaction: &Transaction<'_>,
    bank: BankId,
    expects: &[Expect],
) -> Result<bool, Fault> {
    for expect in expects {
        let holds = match *expect {
            Expect::Absent(row) => version(transaction, bank, row)?.is_none(),
            Expect::Version(row, expected) => version(transaction, bank, row)? == Some(expected),
            Expect::Seq(expected) => last_seq(transaction, bank)? == expected,
        };
        if !holds {
            return Ok(false);
        }
    }
    Ok(true)
}

fn version(transaction: &Transaction<'_>, bank: BankId, row: RowId) -> Result<Option<u64>, Fault> {
    let found = match place(bank, row)? {
        Place::Bank => transaction
            .prepare_cached("SELECT version FROM banks WHERE bank_id = ?")?
            .query_row([bank.0], |row| row.get::<_, Count>(0)),
        Place::Row(table, id) => transaction
            .prepare_cached(&format!("SELECT version FROM {table} WHERE bank_id = ? AND id = ?"))?
            .query_row([bank.0, id], |row| row.get::<_, Count>(0)),
    };
    Ok(found.optional()?.map(|count| count.0))
}

/// The place of the bank's last event; 0 as long as there is no bank.
fn last_seq(transaction: &Transaction<'_>, bank: BankId) -> Result<u64, Fault> {
    let mut statement = transaction.prepare_cached("SELECT last_seq FROM banks WHERE bank_id = ?")?;
    let seq = statement.query_row([bank.0], |row| row.get::<_, Count>(0)).optional()?;
    Ok(seq.map_or(0, |seq| seq.0))
}

fn remove(transaction: &Transaction<'_>, bank: BankId, row: RowId) -> Result<(), Fault> {
    match place(bank, row)? {
        Place::Bank => {
            transaction.prepare_cached("DELETE FROM banks WHERE bank_id = ?")?.execute([bank.0])?;
        }
        Place::Row(table, id) => {
            let sql = format!("DELETE FROM {table} WHERE bank_id = ? AND id = ?");
            transaction.prepare_cached(&sql)?.execute([bank.0, id])?;
        }
    }
    Ok(())
}

/// Where a row is.
enum Place {
    /// It is the bank.
    Bank,
    /// In this table, with this id.
    Row(&'static str, Uuid),
}

fn place(bank: BankId, row: RowId) -> Result<Place, Fault> {
    Ok(match row {
        RowId::Bank(id) => {
            same_bank(bank, id)?;
            Place::Bank
        }
        RowId::Category(id) => Place::Row("categories", id.0),
        RowId::Item(id) => Place::Row("items", id.0),
        RowId::Group(id) => Place::Row("groups", id.0),
        RowId::Partner(id) => Place::Row("partners", id.0),
        RowId::Request(id) => Place::Row("requests", id.0),
        RowId::Distribution(id) => Place::Row("distributions", id.0),
        RowId::Reminder(id) => Place::Row("reminders", id.0),
    })
}

/// A change set names one bank; a row of another one in it is a mistake of its maker.
fn same_bank(bank: BankId, other: BankId) -> Result<(), Fault> {
    if bank == other { Ok(()) } else { Err(Error::new(Reason::bug("a change set spans two banks")).into()) }
}

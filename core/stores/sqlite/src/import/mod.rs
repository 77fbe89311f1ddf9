//! The import: everything is staged first, and only then is the file locked.
//!
//! The rows come from wherever the host reads them, perhaps over a slow line, and nobody else may have to wait for that.
//! So they go into a temporary table of this connection, which SQLite keeps in a file of its own. Under the lock only
//! set-based statements are left: find the clashes with the bank's partners, hear what shall be done, and copy.

mod clashes;
mod stage;

use partnerkit::error::{Code, Error, Reason};
use partnerkit::event::Event;
use partnerkit::id::BankId;
use partnerkit::receipt::Receipt;
use partnerkit::store::{ImportRows, Imported, NewImport, Settled};
use rusqlite::{Connection, Transaction};

use crate::connections::{Connections, End};
use crate::errors::Fault;
use crate::{read, write};

/// Runs an import. See [`partnerkit::store::Store::import`].
pub(crate) fn import(
    connections: &Connections,
    import: &NewImport,
    rows: &mut dyn ImportRows,
) -> Result<Imported, Fault> {
    // Both are known before the first row is read, so the host is not made to read for nothing.
    if connections.is_read_only() {
        return Err(Code::StoreReadOnly.into());
    }
    if let Some(before) = connections.read(|view| read::log::receipt(view, import.bank))? {
        return Ok(Imported::Before(before));
    }
    // INVARIANT: this connection is never given back. However this function is left, the stage goes with it.
    let mut connection = connections.dedicated()?;
    let staged = stage::fill(&mut connection, rows)?;
    clashes::find_in_file(&connection)?;
    let outcome =
        connections.write_on(&mut connection, |transaction| decide(transaction, import, rows, staged));
    fold(&connection);
    match outcome {
        // The lock was held and every clash told, so whoever settled to write regardless is mistaken.
        Err(fault) if fault.is_held_key() => {
            let reason = Reason::bug("an import was settled to be written though a key of it is held");
            Err(Error::new(reason).caused_by(Error::from(fault)).into())
        }
        // A group is gone.
        Err(fault) if fault.is_conflict() => Ok(Imported::Stale),
        other => other,
    }
}

/// Folds the log into the file, now that others may write again.
fn fold(connection: &Connection) {
    // What cannot be folded now, because somebody still reads the old pages or the disk is full, stays safe in the log,
    // and a later commit tries again: it is not for the import to fail by it.
    let _folded_or_left = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
}

fn decide(
    transaction: &Transaction<'_>,
    import: &NewImport,
    rows: &mut dyn ImportRows,
    staged: usize,
) -> Result<End<Imported>, Fault> {
    let bank = import.bank;
    if let Some(before) = read::log::receipt(transaction, bank)? {
        return Ok(End::Undo(Imported::Before(before)));
    }
    // Without its bank there is nothing to be told of, and nothing to settle.
    let there = read::bank::one(transaction, bank)?.is_some();
    if !there || !write::expected(transaction, bank, &import.expects)? {
        return Ok(End::Undo(Imported::Stale));
    }
    clashes::find_in_bank(transaction, bank)?;
    clashes::tell(transaction, rows)?;
    match rows.settle() {
        Settled::Drop => Ok(End::Undo(Imported::Dropped)),
        Settled::Write { receipt, event } => keep(transaction, bank, receipt, event, staged),
    }
}

fn keep(
    transaction: &Transaction<'_>,
    bank: BankId,
    receipt: Receipt,
    event: Event,
    staged: usize,
) -> Result<End<Imported>, Fault> {
    write::log::receipt(transaction, bank, &receipt)?;
    let Some(places) = write::log::places(transaction, bank, staged.saturating_add(1), 0)? else {
        return Ok(End::Undo(Imported::Stale));
    };
    let next = stage::copy(transaction, bank, places.first_event)?;
    write::log::events(transaction, bank, next, &[event])?;
    Ok(End::Keep(Imported::Done(receipt)))
}

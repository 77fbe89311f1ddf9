//! The import: everything is staged first, and only then is the bank's turn taken.
//!
//! The rows come from wherever the host reads them, perhaps over a slow line, and nobody else may have to wait for that.
//! So they go into a temporary table of this connection, by `COPY` where the session can. In the bank's turn only
//! set-based statements are left: find the clashes with the bank's partners, hear what shall be done, and copy.

mod clashes;
mod stage;

use partnerkit::error::{Error, Reason};
use partnerkit::event::Event;
use partnerkit::id::BankId;
use partnerkit::receipt::Receipt;
use partnerkit::store::{ImportRows, Imported, NewImport, Settled};

use crate::errors::Fault;
use crate::session::{Statement, Value};
use crate::transaction::{Base, STAGING, Tx};
use crate::values::number;
use crate::write::Versions;
use crate::{read, write};

/// Runs an import. See [`partnerkit::store::Store::import`].
pub(crate) fn import(
    base: &Base<'_>,
    import: &NewImport,
    rows: &mut dyn ImportRows,
) -> Result<Imported, Fault> {
    // Both are known before the first row is read, so the host is not made to read for nothing.
    base.check_writable()?;
    if let Some(before) = base.read(import.bank, |tx| read::log::receipt(tx, import.bank))? {
        return Ok(Imported::Before(before));
    }
    base.write_once(STAGING, import.bank, |tx| {
        let staged = stage::fill(tx, rows)?;
        clashes::find_in_file(tx)?;
        let outcome = decide(tx, import, rows, staged)?;
        if !matches!(outcome, Imported::Done(_)) {
            return Ok(outcome);
        }
        stage::drop_tables(tx)?;
        tx.keep([]).map(|()| outcome)
    })
}

fn decide(
    tx: &mut Tx<'_>,
    import: &NewImport,
    rows: &mut dyn ImportRows,
    staged: i64,
) -> Result<Imported, Fault> {
    let bank = import.bank;
    // Takes the bank's turn. Without a bank there is nothing to be told of, and nothing to settle.
    let turn = "update partnerkit.banks set last_seq = last_seq where bank_id = $1 returning last_seq";
    let Some(last) = tx.query(turn, [bank.0.into()])?.pop() else { return Ok(Imported::Stale) };
    let last = number(last.first())?;
    if let Some(before) = read::log::receipt(tx, bank)? {
        return Ok(Imported::Before(before));
    }
    if !write::bank_is(tx, bank, &import.expects)? {
        return Ok(Imported::Stale);
    }
    if let Some(versions) = Versions::ask(bank, &import.expects)? {
        let found = tx.run(vec![versions])?.concat();
        if !Versions::read(found)?.are(bank, &import.expects)? {
            return Ok(Imported::Stale);
        }
    }
    clashes::find_in_bank(tx, bank)?;
    clashes::tell(tx, rows)?;
    match rows.settle() {
        Settled::Drop => Ok(Imported::Dropped),
        Settled::Write { receipt, event } => keep(tx, bank, receipt, event, last, staged),
    }
}

fn keep(
    tx: &mut Tx<'_>,
    bank: BankId,
    receipt: Receipt,
    event: Event,
    last: i64,
    staged: i64,
) -> Result<Imported, Fault> {
    // The guard: of any number of imports one writes this row.
    if tx.run(vec![write::log::receipt(bank, &receipt)?])?.concat().is_empty() {
        return read::log::receipt(tx, bank)?.map(Imported::Before).ok_or_else(|| mistaken().into());
    }
    let first = last.saturating_add(1);
    if stage::copy(tx, bank, first)? != staged {
        // The turn was taken and every clash told, so whoever settled to write regardless is mistaken.
        return Err(mistaken().into());
    }
    let next = first.saturating_add(staged);
    let mut statements = write::log::events(bank, next, &[event])?;
    let raise = "update partnerkit.banks set last_seq = $2 where bank_id = $1";
    statements.push(Statement::new(raise, [bank.0.into(), Value::Int(next)]));
    tx.run(statements)?;
    Ok(Imported::Done(receipt))
}

fn mistaken() -> Error {
    Error::new(Reason::bug("an import was settled to be written though a key of it is held"))
}

//! Taking in a whole bank that another store handed out.

use partnerkit::error::Error;
use partnerkit::id::BankId;
use partnerkit::store::{Committed, Piece, RowId};
use rusqlite::{Transaction, params};

use super::{log, people, rows, version};
use crate::connections::{Connections, End};
use crate::errors::Fault;

/// Who gives the pieces.
type Give<'a> = &'a mut dyn FnMut() -> Result<Option<Piece>, Error>;

/// Writes all pieces, or nothing.
pub(crate) fn take_in(connections: &Connections, bank: BankId, give: Give<'_>) -> Result<Committed, Fault> {
    match connections.write(|transaction| write(transaction, bank, give)) {
        Err(fault) if fault.is_conflict() => Ok(Committed::Stale),
        other => other,
    }
}

fn write(transaction: &Transaction<'_>, bank: BankId, give: Give<'_>) -> Result<End<Committed>, Fault> {
    if version(transaction, bank, RowId::Bank(bank))?.is_some() {
        return Ok(End::Undo(Committed::Stale));
    }
    let (mut last_seq, mut last_message) = (0, 0);
    while let Some(piece) = give()? {
        match piece {
            Piece::Row(row) => rows::put(transaction, bank, &row)?,
            Piece::Receipt(receipt) => log::receipt(transaction, bank, &receipt)?,
            Piece::Event(recorded) => {
                last_seq += 1;
                log::events(transaction, bank, last_seq, &[recorded.event])?;
            }
            Piece::Message(message) => {
                last_message += 1;
                log::messages(transaction, bank, last_message, &[message])?;
            }
            Piece::Command(record) => log::command(transaction, bank, &record)?,
            Piece::Token { digest, invitation } => people::token(transaction, bank, digest, &invitation)?,
        }
    }
    let sql = "UPDATE banks SET last_seq = ?, last_message = ? WHERE bank_id = ?";
    let found = transaction.execute(sql, params![last_seq, last_message, bank.0])?;
    Ok(if found == 1 { End::Keep(Committed::Done) } else { End::Undo(Committed::Stale) })
}

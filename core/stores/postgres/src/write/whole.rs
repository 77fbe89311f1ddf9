//! Taking in a whole bank that another store handed out.

use partnerkit::error::Error;
use partnerkit::event::Event;
use partnerkit::id::BankId;
use partnerkit::message::Message;
use partnerkit::store::{CommandRecord, Committed, Piece, Row};

use super::insert::{OnConflict, Table, insert};
use super::rows::{BANK, Batch, Known, bank_cells};
use super::{log, people, place};
use crate::errors::Fault;
use crate::session::Statement;
use crate::transaction::{Base, Tx, WRITING};

/// How many rows are held at a time.
const PAGE: usize = 1_000;

static BANKS: Table = Table::new("banks", 0, &BANK);

/// Who gives the pieces.
type Give<'a> = &'a mut dyn FnMut() -> Result<Option<Piece>, Error>;

/// Writes all pieces, or nothing.
pub(crate) fn take_in(base: &Base<'_>, bank: BankId, give: Give<'_>) -> Result<Committed, Fault> {
    match base.write_once(WRITING, bank, |tx| write(tx, bank, give)) {
        Err(fault) if fault.is_conflict() => Ok(Committed::Stale),
        other => other,
    }
}

fn write(tx: &mut Tx<'_>, bank: BankId, give: Give<'_>) -> Result<Committed, Fault> {
    let there = "select 1::bigint from partnerkit.banks where bank_id = $1";
    if !tx.query(there, [bank.0.into()])?.is_empty() {
        return Ok(Committed::Stale);
    }
    let mut pending = Pending::default();
    while let Some(piece) = give()? {
        pending.take(bank, piece)?;
        if pending.len() >= PAGE {
            let statements = pending.flush(bank)?;
            tx.run(statements)?;
        }
    }
    let statements = pending.flush(bank)?;
    tx.run(statements)?;
    let sql =
        "update partnerkit.banks set last_seq = $2, last_message = $3 where bank_id = $1 returning last_seq";
    let found = tx.query(sql, [bank.0.into(), pending.last_seq.into(), pending.last_message.into()])?;
    if found.is_empty() {
        return Ok(Committed::Stale);
    }
    tx.keep([])?;
    Ok(Committed::Done)
}

/// Pieces that are still to be written, and how far they have come.
#[derive(Default)]
struct Pending {
    /// Of rows that do not fit the batch any more.
    statements: Vec<Statement>,
    rows: Batch,
    tokens: Vec<Statement>,
    events: Vec<Event>,
    messages: Vec<Message>,
    commands: Vec<CommandRecord>,
    last_seq: i64,
    last_message: i64,
}

impl Pending {
    fn len(&self) -> usize {
        self.statements.len()
            + self.rows.len()
            + self.tokens.len()
            + self.events.len()
            + self.messages.len()
            + self.commands.len()
    }

    fn take(&mut self, bank: BankId, piece: Piece) -> Result<(), Fault> {
        match piece {
            Piece::Row(Row::Bank(row)) => {
                super::same_bank(bank, row.id)?;
                // Others may be taking it in at this moment: the key decides.
                let cells = vec![bank_cells(&row)?];
                self.statements.extend(insert(&BANKS, bank, cells, OnConflict::Fail));
            }
            Piece::Row(row) => self.statements.extend(self.rows.put(bank, &row, Known::New)?),
            Piece::Receipt(receipt) => self.statements.push(log::receipt(bank, &receipt)?),
            Piece::Event(recorded) => self.events.push(recorded.event),
            Piece::Message(message) => self.messages.push(message),
            Piece::Command(record) => self.commands.push(record),
            Piece::Token { digest, invitation } => {
                self.tokens.push(people::token(bank, digest, &invitation)?);
            }
        }
        Ok(())
    }

    /// What writes all that is pending, each after what it refers to.
    fn flush(&mut self, bank: BankId) -> Result<Vec<Statement>, Fault> {
        let mut statements = std::mem::take(&mut self.statements);
        statements.extend(self.rows.flush(bank));
        statements.extend(log::events(bank, self.last_seq.saturating_add(1), &self.events)?);
        self.last_seq = self.last_seq.saturating_add(place(self.events.len())?);
        statements.extend(log::messages(bank, self.last_message.saturating_add(1), &self.messages)?);
        self.last_message = self.last_message.saturating_add(place(self.messages.len())?);
        statements.extend(log::commands(bank, &self.commands)?);
        statements.append(&mut self.tokens);
        self.events.clear();
        self.messages.clear();
        self.commands.clear();
        Ok(statements)
    }
}

//! Appending: events, messages, what a command was answered, the receipt of the import.

use partnerkit::error::Code;
use partnerkit::event::Event;
use partnerkit::id::BankId;
use partnerkit::message::Message;
use partnerkit::receipt::Receipt;
use partnerkit::store::CommandRecord;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::errors::{Fault, because};
use crate::values::{At, Count, Json, Slug, place};

/// The first of the places given out for a transaction.
pub(crate) struct Places {
    /// For its events.
    pub(crate) first_event: i64,
    /// For its messages.
    pub(crate) first_message: i64,
}

/// Takes the next places in the bank's history and outbox; none if there is no such bank.
pub(crate) fn places(
    transaction: &Transaction<'_>,
    bank: BankId,
    events: usize,
    messages: usize,
) -> Result<Option<Places>, Fault> {
    let (events, messages) = (place(events)?, place(messages)?);
    let sql = "UPDATE banks SET last_seq = last_seq + ?2, last_message = last_message + ?3 WHERE bank_id = ?1 \
               RETURNING last_seq - ?2 + 1, last_message - ?3 + 1";
    let mut statement = transaction.prepare_cached(sql)?;
    let places = statement.query_row(params![bank.0, events, messages], |row| {
        Ok(Places { first_event: row.get(0)?, first_message: row.get(1)? })
    });
    Ok(places.optional()?)
}

/// Appends events from place `first` on.
pub(crate) fn events(
    transaction: &Transaction<'_>,
    bank: BankId,
    first: i64,
    events: &[Event],
) -> Result<(), Fault> {
    let sql = "INSERT INTO events (bank_id, seq, at, actor, command_id, partner_id, what) VALUES (?, ?, ?, ?, ?, ?, ?)";
    for (index, event) in events.iter().enumerate() {
        transaction.prepare_cached(sql)?.execute(params![
            bank.0,
            nth(first, index)?,
            At(event.at),
            Json(&event.by),
            event.command.0,
            event.what.partner().map(|partner| partner.0),
            Json(&event.what),
        ])?;
    }
    Ok(())
}

/// Appends messages from place `first` on.
pub(super) fn messages(
    transaction: &Transaction<'_>,
    bank: BankId,
    first: i64,
    messages: &[Message],
) -> Result<(), Fault> {
    let sql = "INSERT INTO messages (bank_id, place, id, kind, partner_id, invitation, recipients, language, subject, text, \
               html, data, at, delivery, attempts, not_before, sent_at, error) \
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    for (index, message) in messages.iter().enumerate() {
        transaction.prepare_cached(sql)?.execute(params![
            bank.0,
            nth(first, index)?,
            message.id.0,
            Slug(message.kind),
            message.partner.map(|partner| partner.0),
            message.invitation.map(Json),
            Json(&message.recipients),
            message.language,
            message.subject,
            message.text,
            message.html,
            Json(&message.data),
            At(message.at),
            Slug(message.delivery.state),
            message.delivery.attempts,
            message.delivery.not_before.map(At),
            message.delivery.sent_at.map(At),
            message.delivery.error,
        ])?;
    }
    Ok(())
}

/// Records what a command was answered. A command recorded before is a held key.
pub(super) fn command(
    transaction: &Transaction<'_>,
    bank: BankId,
    record: &CommandRecord,
) -> Result<(), Fault> {
    let sql = "INSERT INTO commands (bank_id, id, digest, at, answer) VALUES (?, ?, ?, ?, ?)";
    let values = params![bank.0, record.id.0, record.digest, At(record.at), Json(&record.answer)];
    transaction.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// Keeps the receipt of the bank's one import. A second one is a held key.
pub(crate) fn receipt(transaction: &Transaction<'_>, bank: BankId, receipt: &Receipt) -> Result<(), Fault> {
    let sql = "INSERT INTO imports (bank_id, command_id, at, actor, partners, bytes, digest, idempotency_key) \
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    transaction.prepare_cached(sql)?.execute(params![
        bank.0,
        receipt.command.0,
        At(receipt.at),
        Json(&receipt.by),
        Count(receipt.partners),
        Count(receipt.bytes),
        receipt.digest,
        receipt.key,
    ])?;
    Ok(())
}

fn nth(first: i64, index: usize) -> Result<i64, Fault> {
    let full = || because(Code::StoreFailed, "a bank's history has no more places");
    first.checked_add(place(index)?).ok_or_else(full)
}

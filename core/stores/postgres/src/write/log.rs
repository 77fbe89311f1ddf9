//! Appending: events, messages, what a command was answered, the receipt of the import.

use partnerkit::error::Code;
use partnerkit::event::Event;
use partnerkit::id::BankId;
use partnerkit::message::Message;
use partnerkit::receipt::Receipt;
use partnerkit::store::CommandRecord;

use super::insert::{OnConflict, Table, insert};
use crate::errors::{Fault, because};
use crate::session::{Statement, Value};
use crate::values::{count, json, maybe_json, place, slug};

static EVENTS: Table = Table::new("events", 1, &["seq", "at", "actor", "command_id", "partner_id", "what"]);

static MESSAGES: Table = Table::new(
    "messages",
    1,
    &[
        "place",
        "id",
        "kind",
        "partner_id",
        "invitation",
        "recipients",
        "language",
        "subject",
        "text",
        "html",
        "data",
        "at",
        "delivery",
        "attempts",
        "not_before",
        "sent_at",
        "error",
    ],
);

static COMMANDS: Table = Table::new("commands", 1, &["id", "digest", "at", "answer"]);

/// The event's columns but for its place.
pub(crate) fn event_cells(event: &Event) -> Result<Vec<Value>, Fault> {
    Ok(vec![
        event.at.into(),
        json(event.by)?,
        event.command.0.into(),
        event.what.partner().map(|partner| partner.0).into(),
        json(&event.what)?,
    ])
}

/// Appends events from place `first` on.
pub(crate) fn events(bank: BankId, first: i64, events: &[Event]) -> Result<Vec<Statement>, Fault> {
    let rows = events.iter().enumerate().map(|(index, event)| {
        let mut row = vec![nth(first, index)?];
        row.extend(event_cells(event)?);
        Ok(row)
    });
    Ok(insert(&EVENTS, bank, rows.collect::<Result<_, Fault>>()?, OnConflict::Fail))
}

/// Appends messages from place `first` on.
pub(super) fn messages(bank: BankId, first: i64, messages: &[Message]) -> Result<Vec<Statement>, Fault> {
    let rows = messages.iter().enumerate().map(|(index, message)| {
        Ok(vec![
            nth(first, index)?,
            message.id.0.into(),
            slug(message.kind)?,
            message.partner.map(|partner| partner.0).into(),
            maybe_json(message.invitation)?,
            json(&message.recipients)?,
            (&message.language).into(),
            (&message.subject).into(),
            (&message.text).into(),
            (&message.html).into(),
            json(&message.data)?,
            message.at.into(),
            slug(message.delivery.state)?,
            message.delivery.attempts.into(),
            message.delivery.not_before.into(),
            message.delivery.sent_at.into(),
            message.delivery.error.as_ref().into(),
        ])
    });
    Ok(insert(&MESSAGES, bank, rows.collect::<Result<_, Fault>>()?, OnConflict::Fail))
}

/// Records what commands were answered. One that was recorded before is a held key.
pub(super) fn commands(bank: BankId, records: &[CommandRecord]) -> Result<Vec<Statement>, Fault> {
    let rows = records.iter().map(|record| {
        let digest = record.digest.as_slice().into();
        Ok(vec![record.id.0.into(), digest, record.at.into(), json(&record.answer)?])
    });
    Ok(insert(&COMMANDS, bank, rows.collect::<Result<_, Fault>>()?, OnConflict::Fail))
}

/// Keeps the receipt of the bank's one import; answers a row if it was the first.
pub(crate) fn receipt(bank: BankId, receipt: &Receipt) -> Result<Statement, Fault> {
    let sql = "insert into partnerkit.imports \
               (bank_id, command_id, at, actor, partners, bytes, digest, idempotency_key) \
               values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning partners";
    Ok(Statement::new(
        sql,
        [
            bank.0.into(),
            receipt.command.0.into(),
            receipt.at.into(),
            json(receipt.by)?,
            count(receipt.partners)?,
            count(receipt.bytes)?,
            (&receipt.digest).into(),
            receipt.key.as_ref().into(),
        ],
    ))
}

fn nth(first: i64, index: usize) -> Result<Value, Fault> {
    let full = || because(Code::StoreFailed, "a bank's history has no more places");
    first.checked_add(place(index)?).map(Value::Int).ok_or_else(full)
}

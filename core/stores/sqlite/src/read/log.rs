//! What has been done: commands, the import, events, messages.

use partnerkit::event::{Event, Recorded};
use partnerkit::id::{BankId, CommandId, MessageId, PartnerId};
use partnerkit::message::Message;
use partnerkit::outbox::{Claim, Delivery};
use partnerkit::receipt::Receipt;
use partnerkit::store::{CommandRecord, HistoryQuery, MessageQuery};
use rusqlite::{Row, Transaction, params};

use super::{Select, blob, first, list};
use crate::errors::Fault;
use crate::values::{At, Count, Json, Slug, limit};

const MESSAGES: &str = "SELECT place, id, kind, partner_id, invitation, recipients, language, subject, text, html, data, at, \
    delivery, attempts, not_before, sent_at, error FROM messages WHERE bank_id = ?";
/// The same, of those that wait for delivery. Left to itself, SQLite reads all that was ever sent.
const TO_DELIVER: &str = "SELECT place, id, kind, partner_id, invitation, recipients, language, subject, text, html, data, at, \
    delivery, attempts, not_before, sent_at, error FROM messages INDEXED BY messages_to_deliver \
    WHERE bank_id = ? AND delivery IN ('waiting', 'claimed', 'failed') AND (not_before IS NULL OR not_before <= ?) ORDER BY place LIMIT ?";

/// What a command was answered.
pub(crate) fn command(
    view: &Transaction<'_>,
    bank: BankId,
    id: CommandId,
) -> Result<Option<CommandRecord>, Fault> {
    let sql = "SELECT id, digest, at, answer FROM commands WHERE bank_id = ? AND id = ?";
    first(view, sql, [bank.0, id.0], record)
}

/// What a command was answered, from its columns.
pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<CommandRecord> {
    Ok(CommandRecord {
        id: CommandId(row.get("id")?),
        digest: row.get("digest")?,
        at: row.get::<_, At>("at")?.0,
        answer: row.get::<_, Json<_>>("answer")?.0,
    })
}

/// The receipt of the bank's import.
pub(crate) fn receipt(view: &Transaction<'_>, bank: BankId) -> Result<Option<Receipt>, Fault> {
    let sql = "SELECT command_id, at, actor, partners, bytes, digest, idempotency_key FROM imports WHERE bank_id = ?";
    first(view, sql, [bank.0], |row| {
        Ok(Receipt {
            command: CommandId(row.get("command_id")?),
            at: row.get::<_, At>("at")?.0,
            by: row.get::<_, Json<_>>("actor")?.0,
            partners: row.get::<_, Count>("partners")?.0,
            bytes: row.get::<_, Count>("bytes")?.0,
            digest: row.get("digest")?,
            key: row.get("idempotency_key")?,
        })
    })
}

/// A piece of the bank's history.
pub(crate) fn history(
    view: &Transaction<'_>,
    bank: BankId,
    query: &HistoryQuery,
) -> Result<Vec<Recorded>, Fault> {
    // Left to itself, SQLite reads the whole history to find one partner's.
    let index = if query.partner.is_some() { " INDEXED BY events_of_partner" } else { "" };
    let sql = format!("SELECT seq, at, actor, command_id, what FROM events{index} WHERE bank_id = ?");
    let mut select = Select { sql, values: vec![blob(bank.0)] };
    if let Some(partner) = query.partner {
        select.and("partner_id = ?", [blob(partner.0)]);
    }
    // A place no event can have is behind all of them.
    select.and("seq > ?", [i64::try_from(query.after).unwrap_or(i64::MAX).into()]);
    select.push(" ORDER BY seq LIMIT ?", [limit(query.limit)]);
    select.list(view, |row| {
        Ok(Recorded {
            seq: row.get::<_, Count>("seq")?.0,
            event: Event {
                at: row.get::<_, At>("at")?.0,
                by: row.get::<_, Json<_>>("actor")?.0,
                command: CommandId(row.get("command_id")?),
                what: row.get::<_, Json<_>>("what")?.0,
            },
        })
    })
}

/// A piece of the bank's outbox.
pub(crate) fn messages(
    view: &Transaction<'_>,
    bank: BankId,
    query: &MessageQuery,
) -> Result<Vec<Message>, Fault> {
    let mut select = Select { sql: MESSAGES.to_owned(), values: vec![blob(bank.0)] };
    if let Some(partner) = query.partner {
        select.and("partner_id = ?", [blob(partner.0)]);
    }
    select.push(" ORDER BY place LIMIT ? OFFSET ?", [limit(query.limit), limit(query.skip)]);
    select.list(view, message)
}

/// Messages after a place, each with its own.
pub(super) fn messages_after(
    view: &Transaction<'_>,
    bank: BankId,
    after: i64,
    most: usize,
) -> Result<Vec<(i64, Message)>, Fault> {
    let sql = format!("{MESSAGES} AND place > ?");
    let mut select = Select { sql, values: vec![blob(bank.0), after.into()] };
    select.push(" ORDER BY place LIMIT ?", [limit(most)]);
    select.list(view, |row| Ok((row.get("place")?, message(row)?)))
}

/// The messages that may be handed out, oldest first.
pub(crate) fn messages_due(
    view: &Transaction<'_>,
    bank: BankId,
    claim: &Claim,
) -> Result<Vec<Message>, Fault> {
    list(view, TO_DELIVER, params![bank.0, At(claim.at), limit(claim.limit)], message)
}

/// A message from its columns.
fn message(row: &Row<'_>) -> rusqlite::Result<Message> {
    Ok(Message {
        id: MessageId(row.get("id")?),
        kind: row.get::<_, Slug<_>>("kind")?.0,
        partner: row.get::<_, Option<_>>("partner_id")?.map(PartnerId),
        invitation: row.get::<_, Option<Json<_>>>("invitation")?.map(|invitation| invitation.0),
        recipients: row.get::<_, Json<_>>("recipients")?.0,
        language: row.get("language")?,
        subject: row.get("subject")?,
        text: row.get("text")?,
        html: row.get("html")?,
        data: row.get::<_, Json<_>>("data")?.0,
        at: row.get::<_, At>("at")?.0,
        delivery: delivery(row)?,
    })
}

/// How far the delivery of a message has come, from its columns.
pub(crate) fn delivery(row: &Row<'_>) -> rusqlite::Result<Delivery> {
    let attempts: i64 = row.get("attempts")?;
    Ok(Delivery {
        state: row.get::<_, Slug<_>>("delivery")?.0,
        attempts: u32::try_from(attempts)
            .map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, attempts))?,
        not_before: row.get::<_, Option<At>>("not_before")?.map(|at| at.0),
        sent_at: row.get::<_, Option<At>>("sent_at")?.map(|at| at.0),
        error: row.get("error")?,
    })
}

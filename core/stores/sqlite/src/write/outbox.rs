//! Handing out messages, and noting how their delivery went.

use chrono::{DateTime, Utc};
use partnerkit::id::{BankId, MessageId};
use partnerkit::message::Message;
use partnerkit::outbox::{Claim, Delivery, Noted, Outcome};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::connections::{Connections, End};
use crate::errors::Fault;
use crate::read::log;
use crate::values::{At, Slug};

/// Hands out what is due. The write lock is held from before the look to the end, so nobody is handed the same.
pub(crate) fn claim(connections: &Connections, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Fault> {
    connections.write(|transaction| {
        let mut messages = log::messages_due(transaction, bank, claim)?;
        for message in &mut messages {
            message.delivery = message.delivery.claimed(claim.until);
            keep(transaction, bank, message.id, &message.delivery)?;
        }
        Ok(if messages.is_empty() { End::Undo(messages) } else { End::Keep(messages) })
    })
}

/// Notes how attempts went, one after the other.
pub(crate) fn settle(
    connections: &Connections,
    bank: BankId,
    at: DateTime<Utc>,
    outcomes: &[Outcome],
) -> Result<Vec<Noted>, Fault> {
    connections.write(|transaction| {
        let mut answers = Vec::with_capacity(outcomes.len());
        for Outcome { message, attempt, result } in outcomes {
            let Some(delivery) = delivery(transaction, bank, *message)? else {
                answers.push(Noted::NotFound);
                continue;
            };
            let (settled, noted) = delivery.settled(*attempt, result, at);
            if let Some(settled) = settled {
                keep(transaction, bank, *message, &settled)?;
            }
            answers.push(noted);
        }
        Ok(End::Keep(answers))
    })
}

fn delivery(
    transaction: &Transaction<'_>,
    bank: BankId,
    message: MessageId,
) -> Result<Option<Delivery>, Fault> {
    let sql =
        "SELECT delivery, attempts, not_before, sent_at, error FROM messages WHERE bank_id = ? AND id = ?";
    let mut statement = transaction.prepare_cached(sql)?;
    Ok(statement.query_row([bank.0, message.0], log::delivery).optional()?)
}

fn keep(
    transaction: &Transaction<'_>,
    bank: BankId,
    message: MessageId,
    delivery: &Delivery,
) -> Result<(), Fault> {
    let sql = "UPDATE messages SET delivery = ?, attempts = ?, not_before = ?, sent_at = ?, error = ? \
               WHERE bank_id = ? AND id = ?";
    transaction.prepare_cached(sql)?.execute(params![
        Slug(delivery.state),
        delivery.attempts,
        delivery.not_before.map(At),
        delivery.sent_at.map(At),
        delivery.error,
        bank.0,
        message.0,
    ])?;
    Ok(())
}

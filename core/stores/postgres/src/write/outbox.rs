//! Handing out messages, and noting how their delivery went.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use partnerkit::id::{BankId, MessageId};
use partnerkit::message::Message;
use partnerkit::outbox::{Claim, Delivery, Noted, Outcome};

use crate::errors::Fault;
use crate::read::log;
use crate::session::{Statement, Value};
use crate::transaction::Base;
use crate::values::{each, slug};

/// Hands out what is due. Who looks at the same time is handed others: what somebody else is about to take is left out.
pub(crate) fn claim(base: &Base<'_>, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Fault> {
    base.write(bank, |tx| {
        let mut messages: Vec<Message> = each(&tx.run(vec![log::messages_due(bank, claim)])?.concat())?;
        if messages.is_empty() {
            return Ok(messages);
        }
        for message in &mut messages {
            message.delivery = message.delivery.claimed(claim.until);
        }
        tx.keep([keep(bank, messages.iter().map(|message| (message.id, &message.delivery)))?])?;
        Ok(messages)
    })
}

/// Notes how attempts went, one after the other.
pub(crate) fn settle(
    base: &Base<'_>,
    bank: BankId,
    at: DateTime<Utc>,
    outcomes: &[Outcome],
) -> Result<Vec<Noted>, Fault> {
    base.write(bank, |tx| {
        let ids = outcomes.iter().map(|outcome| outcome.message.0.into()).collect();
        let found: Vec<(MessageId, Delivery)> = each(&tx.run(vec![log::deliveries(bank, ids)])?.concat())?;
        let mut deliveries: BTreeMap<MessageId, Delivery> = found.into_iter().collect();
        let mut changed: BTreeMap<MessageId, Delivery> = BTreeMap::new();
        let mut answers = Vec::with_capacity(outcomes.len());
        for Outcome { message, attempt, result } in outcomes {
            let Some(delivery) = deliveries.get_mut(message) else {
                answers.push(Noted::NotFound);
                continue;
            };
            let (settled, noted) = delivery.settled(*attempt, result, at);
            if let Some(settled) = settled {
                *delivery = settled.clone();
                changed.insert(*message, settled);
            }
            answers.push(noted);
        }
        if !changed.is_empty() {
            tx.keep([keep(bank, changed.iter().map(|(id, delivery)| (*id, delivery)))?])?;
        }
        Ok(answers)
    })
}

/// Writes how far the delivery of messages has come.
fn keep<'a>(
    bank: BankId,
    deliveries: impl Iterator<Item = (MessageId, &'a Delivery)>,
) -> Result<Statement, Fault> {
    let mut columns: [Vec<Value>; 6] = Default::default();
    for (id, delivery) in deliveries {
        let cells = [
            id.0.into(),
            slug(delivery.state)?,
            delivery.attempts.into(),
            delivery.not_before.into(),
            delivery.sent_at.into(),
            delivery.error.as_ref().into(),
        ];
        for (column, cell) in columns.iter_mut().zip(cells) {
            column.push(cell);
        }
    }
    let sql = "update partnerkit.messages m set delivery = n.delivery, attempts = n.attempts, \
               not_before = n.not_before, sent_at = n.sent_at, error = n.error \
               from unnest($2::uuid[], $3::text[], $4::bigint[], $5::timestamptz[], $6::timestamptz[], $7::text[]) \
               as n (id, delivery, attempts, not_before, sent_at, error) \
               where m.bank_id = $1 and m.id = n.id";
    let mut params = vec![bank.0.into()];
    params.extend(columns.map(Value::List));
    Ok(Statement::new(sql, params))
}

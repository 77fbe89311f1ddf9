//! Questions about what happens by date: the next reminders, whose recertification is due, and why a reminder came or not.

use chrono::{DateTime, NaiveDate, Utc};

use super::ask::load_partner;
use super::{Inquiry, MAX_PAGE, NextReminder, Question, Reply};
use crate::actor::not_found;
use crate::bank::Bank;
use crate::error::Error;
use crate::explain;
use crate::id::{BankId, PartnerId};
use crate::order::in_order;
use crate::recertification;
use crate::schedule::Schedule;
use crate::store::{DistributionPage, Need, ReminderPage, Store};

/// The most days of reminders one question gives.
const MOST_DAYS: usize = 100;

pub(super) fn ask(store: &dyn Store, bank: BankId, inquiry: &Inquiry) -> Result<Reply, Error> {
    match &inquiry.question {
        Question::NextReminders { .. } => next_reminders(store, bank, inquiry),
        Question::DuePartners { on, after, limit } => due_partners(store, bank, *on, *after, *limit),
        Question::ExplainMessage { partner, kind, on } => {
            let page = DistributionPage { partner: Some(*partner), after: None, limit: MAX_PAGE };
            let sent = ReminderPage { partner: Some(*partner), after: None, limit: usize::MAX };
            let needs = vec![Need::Reminders(sent), Need::Distributions(page)];
            let facts = load_partner(store, bank, *partner, needs)?;
            let (Some(bank), Some(row)) = (&facts.bank, facts.partners.get(partner)) else {
                return Err(not_found("partner"));
            };
            let today = bank.day(inquiry.at);
            let explained = explain::message(bank, row, &facts, *kind, *on, today);
            Ok(Reply::MessageExplanation(explained.said_in(inquiry.language)))
        }
        _ => Err(not_found("answer")),
    }
}

fn next_reminders(store: &dyn Store, bank: BankId, inquiry: &Inquiry) -> Result<Reply, Error> {
    let Question::NextReminders { schedule, group, from, limit } = &inquiry.question else {
        return Err(not_found("answer"));
    };
    let needs: Vec<Need> = group.iter().copied().map(Need::Group).collect();
    let facts = store.load(bank, &needs)?;
    let row = facts.bank.ok_or_else(|| not_found("bank"))?;
    let of_group = match group {
        Some(group) => facts.groups.get(group).ok_or_else(|| not_found("group"))?.reminders,
        None => None,
    };
    let schedule = schedule.or(of_group).or(row.settings.reminders);
    Error::unless_empty(schedule.as_ref().map(Schedule::problems).unwrap_or_default())?;
    let first = from.unwrap_or_else(|| row.day(inquiry.at));
    let days = schedule.map(|schedule| schedule.next(first, (*limit).min(MOST_DAYS))).unwrap_or_default();
    let next = days.into_iter().map(|reminder| NextReminder {
        day: reminder.day,
        deadline: reminder.deadline,
        from: row.start_of(reminder.day),
    });
    Ok(Reply::NextReminders(next.collect()))
}

fn due_partners(
    store: &dyn Store,
    bank: BankId,
    on: NaiveDate,
    after: Option<PartnerId>,
    limit: usize,
) -> Result<Reply, Error> {
    let row = store.load(bank, &[])?.bank.ok_or_else(|| not_found("bank"))?;
    let after = match after {
        None => None,
        Some(id) => {
            let facts = load_partner(store, bank, id, vec![])?;
            facts.partners.get(&id).and_then(|row| Some((row.approved_at?, id)))
        }
    };
    let need = approved_before(&row, on, after, limit.min(MAX_PAGE));
    let facts = store.load(bank, need.as_slice())?;
    let due: Vec<_> =
        facts.partners.values().filter_map(|partner| recertification::due(&row, partner)).collect();
    Ok(Reply::DuePartners(in_order(due, |due| (due.approved_at, due.partner))))
}

/// The need for the partners whose recertification is due on a day or before; none if the bank has set no interval.
pub(super) fn approved_before(
    bank: &Bank,
    on: NaiveDate,
    after: Option<(DateTime<Utc>, PartnerId)>,
    limit: usize,
) -> Option<Need> {
    let day = bank.settings.recertification.as_ref()?.approved_until(on)?.succ_opt()?;
    Some(Need::ApprovedBefore { before: bank.start_of(day), after, limit })
}

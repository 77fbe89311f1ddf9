//! Answers each [`Need`] from the rows of one bank.

use chrono::NaiveDate;

use super::Books;
use super::rows::{Key, Rows};
use crate::command::PartnerFilter;
use crate::distribution::{Distribution, DistributionState};
use crate::id::{BankId, CategoryId, DistributionId, PartnerId};
use crate::partner::Partner;
use crate::reminder::{Occurrence, Reminder, ReminderKind};
use crate::request::Request;
use crate::status::Status;
use crate::store::{DistributionPage, Facts, Need, PartnerPage, RequestPage, Row, RowId};
use crate::text::{email_key, name_key};

/// How many look-alikes are worth showing.
const LOOK_ALIKES: usize = 5;

/// What was asked for, and nothing else.
pub(super) fn facts(bank: BankId, books: &Books, needs: &[Need]) -> Facts {
    let mut facts = Facts { bank: books.rows.bank(bank).cloned(), seq: books.seq(), ..Facts::default() };
    for need in needs {
        match need {
            Need::Command(id) => facts.answered = books.commands.get(id).cloned(),
            Need::Receipt => facts.receipt.clone_from(&books.receipt),
            need => answer(&mut facts, &books.rows, need),
        }
    }
    facts
}

fn answer(facts: &mut Facts, rows: &Rows, need: &Need) {
    match need {
        Need::Command(_) | Need::Receipt => {}
        Need::Partner(id) => add_with_group(facts, rows, rows.partner(*id)),
        Need::PartnerNamed(key) => add(facts, rows.holder(&Key::Partner(key.clone()))),
        Need::PartnerWithEmail(key) => add(facts, rows.holder(&Key::Email(key.clone()))),
        Need::PartnerWithExternalId(id) => add(facts, rows.holder(&Key::ExternalId(id.clone()))),
        Need::PartnersLookingLike(look) => {
            for partner in rows.looking_like(look).take(LOOK_ALIKES) {
                facts.partners.insert(partner.id, partner.clone());
            }
        }
        Need::Partners(page) => partners(facts, rows, page),
        Need::PartnerCounts => {
            facts.counts.clear();
            for (_, partner) in rows.partners_from("") {
                *facts.counts.entry(partner.status).or_default() += 1;
            }
        }
        Need::PartnerHasHistory(id) => {
            if rows.iter().any(|row| receiver(row) == Some(*id)) {
                facts.with_history.insert(*id);
            }
        }
        Need::CategoryNamed(key) => add(facts, rows.holder(&Key::Category(key.clone()))),
        Need::ItemNamed(key) => add(facts, rows.holder(&Key::Item(key.clone()))),
        Need::GroupNamed(key) => add(facts, rows.holder(&Key::Group(key.clone()))),
        Need::Category(id) => add(facts, rows.get(RowId::Category(*id))),
        Need::Item(id) => add(facts, rows.get(RowId::Item(*id))),
        Need::Group(id) => add(facts, rows.get(RowId::Group(*id))),
        Need::Request(id) => {
            if let Some(Row::Request(request)) = rows.get(RowId::Request(*id)) {
                add_with_items(facts, rows, request);
                add_with_group(facts, rows, rows.partner(request.partner));
            }
        }
        Need::Requests(page) => requests(facts, rows, page),
        Need::Distribution(id) => {
            if let Some(Row::Distribution(found)) = rows.get(RowId::Distribution(*id)) {
                facts.distributions.insert(found.id, found.clone());
                add(facts, rows.get(RowId::Partner(found.partner)));
                add(facts, found.request.and_then(|id| rows.get(RowId::Request(id))));
            }
        }
        Need::Distributions(page) => distributions(facts, rows, page),
        Need::PartnersWithEmails { since, after, limit } => {
            let wanted = all_partners(rows)
                .filter(|row| row.details.send_emails && row.status != Status::Deactivated)
                .filter(|row| after.is_none_or(|after| row.id > after));
            wanted.take(*limit).for_each(|row| add_with_group(facts, rows, Some(row)));
            reminders(facts, rows, |row| {
                row.of.kind() == ReminderKind::DeadlineReminder && row.of.day() >= *since
            });
        }
        Need::ApprovedBefore { before, after, limit } => {
            let approved = |row: &Partner| row.approved_at.filter(|_| row.status == Status::Approved);
            let mut wanted: Vec<(_, &Partner)> = all_partners(rows)
                .filter_map(|row| Some(((approved(row)?, row.id), row)))
                .filter(|(place, _)| place.0 < *before && after.is_none_or(|after| *place > after))
                .collect();
            wanted.sort_by_key(|(place, _)| *place);
            for (_, row) in wanted.into_iter().take(*limit) {
                facts.partners.insert(row.id, row.clone());
            }
            reminders(facts, rows, |row| row.of.kind() == ReminderKind::RecertificationDue);
        }
        Need::ScheduledOn { day, after, limit } => scheduled_on(facts, rows, *day, *after, *limit),
        Need::Reminders(page) => {
            let found = all_reminders(rows)
                .filter(|row| page.partner.is_none_or(|partner| row.partner == partner))
                .filter(|row| page.after.is_none_or(|after| row.id > after));
            facts.reminders.extend(found.take(page.limit).map(|row| (row.id, row.clone())));
        }
        whole => {
            for row in rows.iter().filter(|row| belongs(row, whole)) {
                add(facts, Some(row));
                if let (Row::Request(request), Need::OpenRequests(_)) = (row, whole) {
                    add_with_items(facts, rows, request);
                }
            }
        }
    }
}

/// Whether a row is part of a need for a whole set of rows.
fn belongs(row: &Row, need: &Need) -> bool {
    match (need, row) {
        (Need::PartnersWithNarrowedKinds, Row::Partner(partner)) => partner.profile.narrows(),
        (Need::Members(group), Row::Partner(partner)) => partner.details.group == Some(*group),
        (Need::Categories, Row::Category(_))
        | (Need::Items, Row::Item(_))
        | (Need::Groups, Row::Group(_)) => true,
        (Need::UsersOfCategory(category), row) => uses(row, *category),
        (Need::OpenRequests(partner), Row::Request(request)) => {
            request.partner == *partner && request.state.is_open()
        }
        _ => false,
    }
}

fn uses(row: &Row, category: CategoryId) -> bool {
    match row {
        Row::Item(item) => item.details.category == Some(category),
        Row::Group(group) => group.categories.contains(&category),
        _ => false,
    }
}

/// The partner a request or distribution is for.
const fn receiver(row: &Row) -> Option<PartnerId> {
    match row {
        Row::Request(request) => Some(request.partner),
        Row::Distribution(distribution) => Some(distribution.partner),
        _ => None,
    }
}

fn add(facts: &mut Facts, row: Option<&Row>) {
    match row.cloned() {
        None => {}
        Some(Row::Bank(row)) => facts.bank = Some(row),
        Some(Row::Category(row)) => drop(facts.categories.insert(row.id, row)),
        Some(Row::Item(row)) => drop(facts.items.insert(row.id, row)),
        Some(Row::Group(row)) => drop(facts.groups.insert(row.id, row)),
        Some(Row::Partner(row)) => drop(facts.partners.insert(row.id, row)),
        Some(Row::Request(row)) => drop(facts.requests.insert(row.id, row)),
        Some(Row::Distribution(row)) => drop(facts.distributions.insert(row.id, row)),
        Some(Row::Reminder(row)) => drop(facts.reminders.insert(row.id, row)),
    }
}

fn all_partners(rows: &Rows) -> impl Iterator<Item = &Partner> {
    rows.iter().filter_map(|row| if let Row::Partner(row) = row { Some(row) } else { None })
}

fn all_reminders(rows: &Rows) -> impl Iterator<Item = &Reminder> {
    rows.iter().filter_map(|row| if let Row::Reminder(row) = row { Some(row) } else { None })
}

/// Adds the reminders sent to the partners found that are wanted.
fn reminders(facts: &mut Facts, rows: &Rows, wanted: impl Fn(&Reminder) -> bool) {
    let Facts { partners, reminders, .. } = facts;
    let found = all_reminders(rows).filter(|row| partners.contains_key(&row.partner) && wanted(row));
    reminders.extend(found.map(|row| (row.id, row.clone())));
}

fn scheduled_on(facts: &mut Facts, rows: &Rows, day: NaiveDate, after: Option<DistributionId>, limit: usize) {
    let all = rows.iter().filter_map(|row| if let Row::Distribution(row) = row { Some(row) } else { None });
    let wanted = all
        .filter(|row| row.state == DistributionState::Scheduled && row.date == day)
        .filter(|row| after.is_none_or(|after| row.id > after));
    for row in wanted.take(limit) {
        facts.distributions.insert(row.id, row.clone());
        add(facts, rows.get(RowId::Partner(row.partner)));
        add(facts, row.request.and_then(|id| rows.get(RowId::Request(id))));
    }
    reminders(facts, rows, |row| matches!(row.of, Occurrence::Tomorrow { date, .. } if date == day));
}

fn add_with_group(facts: &mut Facts, rows: &Rows, partner: Option<&Partner>) {
    if let Some(partner) = partner {
        facts.partners.insert(partner.id, partner.clone());
        add(facts, partner.details.group.and_then(|id| rows.get(RowId::Group(id))));
    }
}

fn add_with_items(facts: &mut Facts, rows: &Rows, request: &Request) {
    facts.requests.insert(request.id, request.clone());
    for line in &request.lines {
        add(facts, rows.get(RowId::Item(line.item)));
    }
}

fn partners(facts: &mut Facts, rows: &Rows, page: &PartnerPage) {
    let (name, id) = page.after.clone().map_or_else(Default::default, |(name, id)| (name, Some(id)));
    let after = |key: &str, partner: &Partner| id.is_none_or(|id| (key, partner.id) > (name.as_str(), id));
    let wanted = rows
        .partners_from(&name)
        .filter(|(key, partner)| after(key, partner) && passes(&page.filter, key, partner))
        .take(page.limit);
    for (_, partner) in wanted {
        add_with_group(facts, rows, Some(partner));
    }
}

/// Whether a partner passes a filter. `name` is its name key.
fn passes(filter: &PartnerFilter, name: &str, partner: &Partner) -> bool {
    let status = if filter.statuses.is_empty() {
        partner.status != Status::Deactivated
    } else {
        filter.statuses.contains(&partner.status)
    };
    status
        && filter.group.is_none_or(|group| partner.details.group == Some(group))
        && filter.text.as_deref().is_none_or(|text| {
            name.contains(&name_key(text)) || email_key(&partner.details.email).contains(&email_key(text))
        })
}

fn requests(facts: &mut Facts, rows: &Rows, page: &RequestPage) {
    let wanted = |request: &&Request| {
        page.partner.is_none_or(|partner| request.partner == partner)
            && (page.states.is_empty() || page.states.contains(&request.state))
            && page.after.is_none_or(|after| request.id < after)
    };
    let all = rows.iter().rev().filter_map(|row| match row {
        Row::Request(request) => Some(request),
        _ => None,
    });
    facts.requests.extend(all.filter(wanted).take(page.limit).map(|row| (row.id, row.clone())));
}

fn distributions(facts: &mut Facts, rows: &Rows, page: &DistributionPage) {
    let wanted = |distribution: &&Distribution| {
        page.partner.is_none_or(|partner| distribution.partner == partner)
            && page.after.is_none_or(|after| distribution.id < after)
    };
    let all = rows.iter().rev().filter_map(|row| match row {
        Row::Distribution(distribution) => Some(distribution),
        _ => None,
    });
    facts.distributions.extend(all.filter(wanted).take(page.limit).map(|row| (row.id, row.clone())));
}

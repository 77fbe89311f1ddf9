//! Answers every [`Need`] for a store that can find rows: by id, by key, by kind, and by what they refer to.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::keys::{Key, RowKind};
use super::{DistributionPage, Facts, Need, PartnerPage, RequestPage, Row, RowId};
use crate::command::PartnerFilter;
use crate::distribution::DistributionState;
use crate::error::Error;
use crate::id::{DistributionId, PartnerId};
use crate::listing::PartnerSort;
use crate::order::in_order;
use crate::partner::Partner;
use crate::people::Role;
use crate::reminder::{Occurrence, Reminder, ReminderKind};
use crate::request::Request;
use crate::status::Status;
use crate::text::{email_key, name_key};

/// How many look-alikes are worth showing.
const LOOK_ALIKES: usize = 5;

/// Rows one after the other. The first error is the last thing it gives.
pub type Found<'a> = Box<dyn Iterator<Item = Result<Arc<Row>, Error>> + 'a>;

/// The rows of one bank, in one consistent view.
///
/// All methods may fail with a code that begins with `store_`.
pub trait Rows {
    /// The row with this id.
    ///
    /// # Errors
    /// `store_…`.
    fn row(&self, id: RowId) -> Result<Option<Arc<Row>>, Error>;

    /// The row that holds a key.
    ///
    /// # Errors
    /// `store_…`.
    fn holder(&self, key: &Key) -> Result<Option<Arc<Row>>, Error>;

    /// The rows of a kind by id, after this one.
    fn of_kind(&self, kind: RowKind, after: Option<RowId>) -> Found<'_>;

    /// The rows of a kind by id backwards, before this one.
    fn of_kind_backwards(&self, kind: RowKind, before: Option<RowId>) -> Found<'_>;

    /// The partners whose name key is not before this one, by name key.
    fn partners_by_name(&self, from: &str) -> Found<'_>;

    /// The partners whose name has this look key, by id.
    fn looking_like(&self, look: &str) -> Found<'_>;

    /// The rows of a kind that refer to a row ([`references`](super::keys::references)), by id.
    fn referring(&self, to: RowId, kind: RowKind) -> Found<'_>;
}

/// Adds to `facts` what was asked for of rows, and nothing else.
///
/// What is kept beside the rows ([`Need::Command`], [`Need::Receipt`], what a token stands for) and the look across banks
/// ([`Need::Login`]) are the store's own to add.
///
/// # Errors
/// What `rows` fails with.
pub fn answer(facts: &mut Facts, rows: &dyn Rows, need: &Need) -> Result<(), Error> {
    match need {
        Need::Command(_) | Need::Receipt | Need::Login(_) | Need::Token(_) => Ok(()),
        Need::Partner(id) => add_with_group(facts, rows, rows.row(RowId::Partner(*id))?.as_deref()),
        Need::PartnerNamed(key) => add_holder(facts, rows, Key::Partner(key.clone())),
        Need::PartnerWithEmail(key) => add_holder(facts, rows, Key::Email(key.clone())),
        Need::PartnerWithExternalId(id) => add_holder(facts, rows, Key::ExternalId(id.clone())),
        Need::PartnersLookingLike(look) => add_all(facts, rows.looking_like(look).take(LOOK_ALIKES)),
        Need::Partners(page) => partners(facts, rows, page),
        Need::PartnerCounts => partner_counts(facts, rows),
        Need::PartnersWithNarrowedKinds => {
            let narrows = |row: &Row| partner(row).is_some_and(|partner| partner.profile.narrows());
            add_all(facts, rows.of_kind(RowKind::Partner, None).filter(|row| is(row, narrows)))
        }
        Need::PartnerHasHistory(id) => partner_has_history(facts, rows, *id),
        Need::Members(group) => add_all(facts, rows.referring(RowId::Group(*group), RowKind::Partner)),
        Need::Category(id) => add_row(facts, rows, RowId::Category(*id)),
        Need::CategoryNamed(key) => add_holder(facts, rows, Key::Category(key.clone())),
        Need::Categories => add_all(facts, rows.of_kind(RowKind::Category, None)),
        Need::UsersOfCategory(id) => {
            add_all(facts, rows.referring(RowId::Category(*id), RowKind::Item))?;
            add_all(facts, rows.referring(RowId::Category(*id), RowKind::Group))
        }
        Need::Item(id) => add_row(facts, rows, RowId::Item(*id)),
        Need::ItemNamed(key) => add_holder(facts, rows, Key::Item(key.clone())),
        Need::Items => add_all(facts, rows.of_kind(RowKind::Item, None)),
        Need::Group(id) => add_row(facts, rows, RowId::Group(*id)),
        Need::GroupNamed(key) => add_holder(facts, rows, Key::Group(key.clone())),
        Need::Groups => add_all(facts, rows.of_kind(RowKind::Group, None)),
        Need::Request(id) => {
            let Some(row) = rows.row(RowId::Request(*id))? else { return Ok(()) };
            let Row::Request(request) = row.as_ref() else { return Ok(()) };
            add_with_items(facts, rows, request)?;
            add_with_group(facts, rows, rows.row(RowId::Partner(request.partner))?.as_deref())
        }
        Need::Requests(page) => requests(facts, rows, page),
        Need::OpenRequests(partner) => open_requests(facts, rows, *partner),
        Need::Distribution(id) => {
            let row = rows.row(RowId::Distribution(*id))?;
            row.map_or(Ok(()), |row| add_distribution(facts, rows, &row))
        }
        Need::Distributions(page) => distributions(facts, rows, page),
        Need::RequestCounts => request_counts(facts, rows),
        Need::Person(id) => add_row(facts, rows, RowId::Person(*id)),
        Need::People => add_all(facts, rows.of_kind(RowKind::Person, None)),
        Need::BankPeople => {
            let people = rows.of_kind(RowKind::Person, None);
            add_all(facts, people.filter(|row| is(row, works_for_the_bank)))
        }
        Need::Users(partner) => users(facts, rows, *partner),
        Need::PartnersWithEmails { since, after, limit } => {
            with_emails(facts, rows, *after, *limit)?;
            reminders(facts, rows, |row| {
                row.of.kind() == ReminderKind::DeadlineReminder && row.of.day() >= *since
            })
        }
        Need::ApprovedBefore { before, after, limit } => {
            approved_before(facts, rows, *before, *after, *limit)?;
            reminders(facts, rows, |row| row.of.kind() == ReminderKind::RecertificationDue)
        }
        Need::ScheduledOn { day, after, limit } => {
            scheduled_on(facts, rows, *day, *after, *limit)?;
            reminders(facts, rows, |row| matches!(row.of, Occurrence::Tomorrow { date, .. } if date == *day))
        }
        Need::Reminders(page) => {
            let all = rows.of_kind(RowKind::Reminder, page.after.map(RowId::Reminder));
            let wanted = |row: &Row| {
                reminder(row).is_some_and(|row| page.partner.is_none_or(|partner| row.partner == partner))
            };
            add_all(facts, all.filter(|row| is(row, wanted)).take(page.limit))
        }
    }
}

fn add_all(facts: &mut Facts, mut rows: impl Iterator<Item = Result<Arc<Row>, Error>>) -> Result<(), Error> {
    rows.try_for_each(|row| {
        facts.add(Arc::unwrap_or_clone(row?));
        Ok(())
    })
}

fn add_row(facts: &mut Facts, rows: &dyn Rows, id: RowId) -> Result<(), Error> {
    add_all(facts, rows.row(id)?.map(Ok).into_iter())
}

fn add_holder(facts: &mut Facts, rows: &dyn Rows, key: Key) -> Result<(), Error> {
    add_all(facts, rows.holder(&key)?.map(Ok).into_iter())
}

/// Whether a row passes; an error does, so that it is not lost.
fn is(row: &Result<Arc<Row>, Error>, wanted: impl Fn(&Row) -> bool) -> bool {
    row.as_ref().map_or(true, |row| wanted(row))
}

const fn partner(row: &Row) -> Option<&Partner> {
    if let Row::Partner(row) = row { Some(row) } else { None }
}

const fn reminder(row: &Row) -> Option<&Reminder> {
    if let Row::Reminder(row) = row { Some(row) } else { None }
}

fn works_for_the_bank(row: &Row) -> bool {
    matches!(row, Row::Person(person) if person.roles.keys().any(|role| role.partner().is_none()))
}

fn add_with_group(facts: &mut Facts, rows: &dyn Rows, row: Option<&Row>) -> Result<(), Error> {
    let Some(partner) = row.and_then(partner) else { return Ok(()) };
    facts.partners.insert(partner.id, partner.clone());
    partner.details.group.map_or(Ok(()), |group| add_row(facts, rows, RowId::Group(group)))
}

fn add_with_items(facts: &mut Facts, rows: &dyn Rows, request: &Request) -> Result<(), Error> {
    facts.requests.insert(request.id, request.clone());
    request.lines.iter().try_for_each(|line| add_row(facts, rows, RowId::Item(line.item)))
}

/// Adds a distribution with its partner and its request.
fn add_distribution(facts: &mut Facts, rows: &dyn Rows, row: &Row) -> Result<(), Error> {
    let Row::Distribution(row) = row else { return Ok(()) };
    facts.distributions.insert(row.id, row.clone());
    add_row(facts, rows, RowId::Partner(row.partner))?;
    row.request.map_or(Ok(()), |request| add_row(facts, rows, RowId::Request(request)))
}

fn partners(facts: &mut Facts, rows: &dyn Rows, page: &PartnerPage) -> Result<(), Error> {
    let passing = |from| rows.partners_by_name(from).filter(|row| is(row, |row| passes(&page.filter, row)));
    let after = |row: &Row| {
        let place = partner(row).map(|partner| page.sort.place(partner));
        page.after.as_ref().is_none_or(|after| place.is_some_and(|place| place > *after))
    };
    // Names are found in order, and a page of them need not look at all.
    if page.sort == PartnerSort::Name {
        let from = page.after.as_ref().map_or("", |after| after.name.as_str());
        let mut wanted = passing(from).filter(|row| is(row, after)).take(page.limit);
        return wanted.try_for_each(|row| add_with_group(facts, rows, Some(row?.as_ref())));
    }
    let wanted = passing("").filter(|row| is(row, after)).collect::<Result<Vec<_>, _>>()?;
    let wanted = in_order(wanted, |row| partner(row).map(|partner| page.sort.place(partner)));
    wanted.iter().take(page.limit).try_for_each(|row| add_with_group(facts, rows, Some(row)))
}

/// Whether a partner passes a filter.
fn passes(filter: &PartnerFilter, row: &Row) -> bool {
    let Some(partner) = partner(row) else { return false };
    let details = &partner.details;
    let status = if filter.statuses.is_empty() {
        partner.status != Status::Deactivated
    } else {
        filter.statuses.contains(&partner.status)
    };
    status
        && filter.group.is_none_or(|group| details.group == Some(group))
        && filter.text.as_deref().is_none_or(|text| {
            name_key(&details.name).contains(&name_key(text))
                || email_key(&details.email).contains(&email_key(text))
        })
}

fn partner_counts(facts: &mut Facts, rows: &dyn Rows) -> Result<(), Error> {
    facts.counts.clear();
    for row in rows.of_kind(RowKind::Partner, None) {
        if let Some(partner) = partner(row?.as_ref()) {
            *facts.counts.entry(partner.status).or_default() += 1;
        }
    }
    Ok(())
}

fn partner_has_history(facts: &mut Facts, rows: &dyn Rows, id: PartnerId) -> Result<(), Error> {
    for kind in [RowKind::Request, RowKind::Distribution] {
        if rows.referring(RowId::Partner(id), kind).next().transpose()?.is_some() {
            facts.with_history.insert(id);
        }
    }
    Ok(())
}

fn users(facts: &mut Facts, rows: &dyn Rows, partner: PartnerId) -> Result<(), Error> {
    let role = Role::PartnerUser { partner };
    let is_user = |row: &Row| matches!(row, Row::Person(person) if person.roles.contains_key(&role));
    add_all(facts, rows.referring(RowId::Partner(partner), RowKind::Person).filter(|row| is(row, is_user)))
}

fn open_requests(facts: &mut Facts, rows: &dyn Rows, partner: PartnerId) -> Result<(), Error> {
    for row in rows.referring(RowId::Partner(partner), RowKind::Request) {
        if let Row::Request(request) = row?.as_ref()
            && request.state.is_open()
        {
            add_with_items(facts, rows, request)?;
        }
    }
    Ok(())
}

fn request_counts(facts: &mut Facts, rows: &dyn Rows) -> Result<(), Error> {
    facts.request_counts.clear();
    facts.oldest_open_request = None;
    for row in rows.of_kind(RowKind::Request, None) {
        let row = row?;
        let Row::Request(request) = row.as_ref() else { continue };
        *facts.request_counts.entry(request.state).or_default() += 1;
        if request.state.is_open() {
            let oldest = facts.oldest_open_request.get_or_insert(request.filed_at);
            *oldest = request.filed_at.min(*oldest);
        }
    }
    Ok(())
}

fn requests(facts: &mut Facts, rows: &dyn Rows, page: &RequestPage) -> Result<(), Error> {
    let wanted = |row: &Row| {
        let Row::Request(request) = row else { return false };
        page.partner.is_none_or(|partner| request.partner == partner)
            && (page.states.is_empty() || page.states.contains(&request.state))
    };
    let all = rows.of_kind_backwards(RowKind::Request, page.after.map(RowId::Request));
    add_all(facts, all.filter(|row| is(row, wanted)).take(page.limit))
}

fn distributions(facts: &mut Facts, rows: &dyn Rows, page: &DistributionPage) -> Result<(), Error> {
    let wanted = |row: &Row| {
        let Row::Distribution(distribution) = row else { return false };
        page.partner.is_none_or(|partner| distribution.partner == partner)
    };
    let all = rows.of_kind_backwards(RowKind::Distribution, page.after.map(RowId::Distribution));
    add_all(facts, all.filter(|row| is(row, wanted)).take(page.limit))
}

fn with_emails(
    facts: &mut Facts,
    rows: &dyn Rows,
    after: Option<PartnerId>,
    limit: usize,
) -> Result<(), Error> {
    let wanted = |row: &Row| {
        partner(row).is_some_and(|row| row.details.send_emails && row.status != Status::Deactivated)
    };
    let all = rows.of_kind(RowKind::Partner, after.map(RowId::Partner));
    all.filter(|row| is(row, wanted))
        .take(limit)
        .try_for_each(|row| add_with_group(facts, rows, Some(row?.as_ref())))
}

fn approved_before(
    facts: &mut Facts,
    rows: &dyn Rows,
    before: DateTime<Utc>,
    after: Option<(DateTime<Utc>, PartnerId)>,
    limit: usize,
) -> Result<(), Error> {
    let mut wanted = Vec::new();
    for row in rows.of_kind(RowKind::Partner, None) {
        let row = row?;
        let Some(found) = partner(&row).filter(|row| row.status == Status::Approved) else { continue };
        let Some(place) = found.approved_at.map(|at| (at, found.id)) else { continue };
        if place.0 < before && after.is_none_or(|after| place > after) {
            wanted.push((place, row));
        }
    }
    let wanted = in_order(wanted, |(place, _)| *place);
    add_all(facts, wanted.into_iter().take(limit).map(|(_, row)| Ok(row)))
}

fn scheduled_on(
    facts: &mut Facts,
    rows: &dyn Rows,
    day: NaiveDate,
    after: Option<DistributionId>,
    limit: usize,
) -> Result<(), Error> {
    let wanted = |row: &Row| matches!(row, Row::Distribution(row) if row.state == DistributionState::Scheduled && row.date == day);
    let all = rows.of_kind(RowKind::Distribution, after.map(RowId::Distribution));
    all.filter(|row| is(row, wanted))
        .take(limit)
        .try_for_each(|row| add_distribution(facts, rows, row?.as_ref()))
}

/// Adds the reminders sent to the partners found that are wanted.
fn reminders(facts: &mut Facts, rows: &dyn Rows, wanted: impl Fn(&Reminder) -> bool) -> Result<(), Error> {
    for row in rows.of_kind(RowKind::Reminder, None) {
        if let Some(row) =
            reminder(row?.as_ref()).filter(|row| facts.partners.contains_key(&row.partner) && wanted(row))
        {
            facts.reminders.insert(row.id, row.clone());
        }
    }
    Ok(())
}

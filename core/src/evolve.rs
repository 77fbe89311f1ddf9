//! What events do to rows.
//!
//! This is the only place where a row changes. A command's events are applied to the facts it was decided on, and the
//! rows that come out are the rows that are written; so folding a bank's whole history over nothing gives what is
//! stored.

mod people;
mod touched;

pub(crate) use touched::touched;

use crate::distribution::{Distribution, DistributionState};
use crate::error::{Error, Reason};
use crate::event::{Event, What};
use crate::id::{DistributionId, GroupId, ItemId, PartnerId, PersonId, RequestId};
use crate::item::{Category, Group, Item};
use crate::partner::Partner;
use crate::people::{Role, person_id};
use crate::request::{Request, RequestState};
use crate::status::{Standing, Status};
use crate::store::Facts;
use crate::transition::{Action, Outcome, decide};

/// Applies one event to `facts`.
///
/// # Errors
/// [`Code::Bug`](crate::error::Code::Bug) when the event is about a row that is not there: the history has a hole, or the decision was not
/// given what it needs.
pub fn evolve(facts: &mut Facts, event: &Event) -> Result<(), Error> {
    match &event.what {
        What::BankCreated(bank) => facts.bank = Some(bank.clone()),
        What::BankUpdated(patch) => {
            let bank = facts.bank.as_mut().ok_or_else(|| missing("bank"))?;
            patch.apply(bank, event.at);
            bank.version += 1;
        }
        What::MessageTextSet { kind, language, text } => {
            let bank = facts.bank.as_mut().ok_or_else(|| missing("bank"))?;
            bank.settings.set_message_text(*kind, *language, text.clone());
            bank.version += 1;
        }
        What::PartnersImported(receipt) => facts.receipt = Some(receipt.clone()),
        What::PartnerAdded { .. }
        | What::PartnerImported { .. }
        | What::PartnerUpdated { .. }
        | What::ProfileUpdated { .. }
        | What::PartnerMoved { .. }
        | What::PartnerRemoved { .. }
        | What::ExceptionSet { .. }
        | What::ExceptionRemoved { .. } => evolve_partner(facts, event)?,
        What::PersonInvited { .. }
        | What::RoleGranted { .. }
        | What::InvitationAccepted { .. }
        | What::InvitationVoided { .. }
        | What::RoleChanged { .. }
        | What::RoleRevoked { .. }
        | What::SignedIn { .. } => people::evolve(facts, event)?,
        What::CategoryAdded { .. }
        | What::CategoryRenamed { .. }
        | What::CategoryDeleted { .. }
        | What::ItemAdded { .. }
        | What::ItemUpdated { .. }
        | What::GroupAdded { .. }
        | What::GroupUpdated { .. }
        | What::GroupDeleted { .. }
        | What::GroupCapSet { .. } => evolve_items(facts, event)?,
        What::RequestSubmitted(_)
        | What::RequestStarted { .. }
        | What::RequestReleased { .. }
        | What::RequestFulfilled { .. }
        | What::RequestReopened { .. }
        | What::RequestCancelled { .. } => evolve_request(facts, &event.what)?,
        What::DistributionRecorded(_)
        | What::DistributionUpdated { .. }
        | What::DistributionCompleted { .. }
        | What::DistributionTakenBack { .. } => evolve_distribution(facts, &event.what)?,
        What::ReminderSent(reminder) => {
            facts.reminders.insert(reminder.id, reminder.clone());
        }
    }
    Ok(())
}

/// Folds events over `facts`, in order.
///
/// # Errors
/// See [`evolve`].
pub fn fold<'a>(facts: &mut Facts, events: impl IntoIterator<Item = &'a Event>) -> Result<(), Error> {
    events.into_iter().try_for_each(|event| evolve(facts, event))
}

fn missing(what: &str) -> Error {
    Reason::bug(format!("an event is about a {what} that is not there")).into()
}

/// What an event does to the partner itself. Whatever else happened, to its requests say, leaves it as it is.
pub(crate) fn evolve_partner(facts: &mut Facts, event: &Event) -> Result<(), Error> {
    match &event.what {
        What::PartnerAdded { partner, details } => {
            facts.partners.insert(*partner, Partner::new(*partner, details.clone(), event.at, None));
        }
        What::PartnerImported { partner, line, details } => {
            facts.partners.insert(*partner, Partner::new(*partner, details.clone(), event.at, Some(*line)));
        }
        What::PartnerUpdated { partner, patch } => {
            let row = partner_row(facts, *partner)?;
            let group = row.details.group;
            patch.apply(&mut row.details);
            if row.details.group != group {
                row.group_since = Some(event.at);
            }
            row.note_emails(event.at);
            if row.has_new_contact() {
                row.invited_email = Some(row.details.email.clone());
            }
        }
        What::ProfileUpdated { partner, patch } => patch.apply(&mut partner_row(facts, *partner)?.profile),
        What::PartnerMoved { partner, action, .. } => move_partner(facts, event, *partner, *action)?,
        What::PartnerRemoved { partner } => {
            facts.partners.remove(partner);
        }
        What::ExceptionSet { partner, item, exception } => {
            partner_row(facts, *partner)?.exceptions.insert(*item, *exception);
        }
        What::InvitationVoided { person, role } => forget_contact(facts, *role, *person)?,
        What::ExceptionRemoved { partner, item } => {
            partner_row(facts, *partner)?.exceptions.remove(item);
        }
        _ => {}
    }
    Ok(())
}

/// Moves a partner as the transition table says, and keeps the times that go with it.
fn move_partner(facts: &mut Facts, event: &Event, partner: PartnerId, action: Action) -> Result<(), Error> {
    let row = partner_row(facts, partner)?;
    let Outcome::Moved(Standing { status, prior, .. }) = decide(row.standing(), action) else {
        return Err(Reason::bug("a move is not in the table").into());
    };
    // Coming back is no approval, and neither is a new invitation for one that is approved already.
    if status == Status::Approved && row.status != Status::Approved && action != Action::Reactivate {
        row.approved_at = Some(event.at);
    }
    if action == Action::SubmitForApproval {
        row.submitted_at = Some(event.at);
    }
    if action == Action::Reactivate {
        row.reactivated_at = Some(event.at);
    }
    row.status = status;
    row.prior = prior;
    row.note_emails(event.at);
    let invites = matches!(action, Action::Invite | Action::RenewInvitation | Action::InviteAndApprove);
    if invites || row.has_new_contact() {
        row.invited_email = Some(row.details.email.clone());
    }
    Ok(())
}

/// The contact that was invited last can no longer accept: should it become the contact again, it is invited again.
fn forget_contact(facts: &mut Facts, role: Role, person: PersonId) -> Result<(), Error> {
    let Some(id) = role.partner() else { return Ok(()) };
    let invited = facts.partners.get(&id).and_then(|row| row.invited_email.as_deref());
    if invited.map(person_id) == Some(person) {
        partner_row(facts, id)?.invited_email = None;
    }
    Ok(())
}

/// The partner's row, about to be changed.
fn partner_row(facts: &mut Facts, id: PartnerId) -> Result<&mut Partner, Error> {
    let row = facts.partners.get_mut(&id).ok_or_else(|| missing("partner"))?;
    row.version += 1;
    Ok(row)
}

fn evolve_items(facts: &mut Facts, event: &Event) -> Result<(), Error> {
    match &event.what {
        What::CategoryAdded { category, name } => {
            facts.categories.insert(*category, Category { id: *category, version: 1, name: name.clone() });
        }
        What::CategoryRenamed { category, name } => {
            let row = facts.categories.get_mut(category).ok_or_else(|| missing("category"))?;
            row.version += 1;
            row.name.clone_from(name);
        }
        What::CategoryDeleted { category } => {
            facts.categories.remove(category);
        }
        What::ItemAdded { item, details } => {
            facts.items.insert(*item, Item { id: *item, version: 1, details: details.clone() });
        }
        What::ItemUpdated { item, patch } => patch.apply(&mut item_row(facts, *item)?.details),
        What::GroupAdded { group, name, categories } => {
            let row = Group {
                id: *group,
                version: 1,
                name: name.clone(),
                categories: categories.clone(),
                caps: std::collections::BTreeMap::new(),
                reminders: None,
                reminders_since: None,
            };
            facts.groups.insert(*group, row);
        }
        What::GroupUpdated { group, patch } => patch.apply(group_row(facts, *group)?, event.at),
        What::GroupDeleted { group } => {
            facts.groups.remove(group);
        }
        What::GroupCapSet { group, item, cap } => {
            let caps = &mut group_row(facts, *group)?.caps;
            match cap {
                Some(cap) => caps.insert(*item, *cap),
                None => caps.remove(item),
            };
        }
        _ => {}
    }
    Ok(())
}

fn item_row(facts: &mut Facts, id: ItemId) -> Result<&mut Item, Error> {
    let row = facts.items.get_mut(&id).ok_or_else(|| missing("item"))?;
    row.version += 1;
    Ok(row)
}

fn group_row(facts: &mut Facts, id: GroupId) -> Result<&mut Group, Error> {
    let row = facts.groups.get_mut(&id).ok_or_else(|| missing("group"))?;
    row.version += 1;
    Ok(row)
}

/// What an event does to the request it is about.
pub(crate) fn evolve_request(facts: &mut Facts, what: &What) -> Result<(), Error> {
    match what {
        What::RequestSubmitted(request) => {
            facts.requests.insert(request.id, request.clone());
        }
        What::RequestStarted { request, claimed_by, .. } => {
            let row = request_row(facts, *request)?;
            row.state = RequestState::Started;
            row.claimed_by = Some(*claimed_by);
        }
        What::RequestReleased { request, .. } => {
            let row = request_row(facts, *request)?;
            row.state = RequestState::Pending;
            row.claimed_by = None;
        }
        What::RequestFulfilled { request, distribution, claimed_by, .. } => {
            let row = request_row(facts, *request)?;
            row.state = RequestState::Fulfilled;
            row.claimed_by = Some(*claimed_by);
            row.distribution = Some(*distribution);
        }
        What::RequestReopened { request, .. } => {
            let row = request_row(facts, *request)?;
            row.state = RequestState::Started;
            row.distribution = None;
        }
        What::RequestCancelled { request, reason, .. } => {
            let row = request_row(facts, *request)?;
            row.state = RequestState::Cancelled;
            row.cancel_reason.clone_from(reason);
        }
        _ => {}
    }
    Ok(())
}

fn request_row(facts: &mut Facts, id: RequestId) -> Result<&mut Request, Error> {
    let row = facts.requests.get_mut(&id).ok_or_else(|| missing("request"))?;
    row.version += 1;
    Ok(row)
}

/// What an event does to the distribution it is about.
pub(crate) fn evolve_distribution(facts: &mut Facts, what: &What) -> Result<(), Error> {
    match what {
        What::DistributionRecorded(distribution) => {
            facts.distributions.insert(distribution.id, distribution.clone());
        }
        What::DistributionUpdated { distribution, patch, lines, .. } => {
            let row = distribution_row(facts, *distribution)?;
            patch.apply(row);
            crate::bank::set(&mut row.lines, lines.as_ref());
        }
        What::DistributionCompleted { distribution, .. } => {
            distribution_row(facts, *distribution)?.state = DistributionState::Complete;
        }
        What::DistributionTakenBack { distribution, .. } => {
            distribution_row(facts, *distribution)?.state = DistributionState::TakenBack;
        }
        _ => {}
    }
    Ok(())
}

fn distribution_row(facts: &mut Facts, id: DistributionId) -> Result<&mut Distribution, Error> {
    let row = facts.distributions.get_mut(&id).ok_or_else(|| missing("distribution"))?;
    row.version += 1;
    Ok(row)
}

//! What a command must know before it can be decided.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::bank::Bank;
use crate::command::{Command, DUE_BATCH, Destination, DuePart, MAX_BULK, NewPartner, Order, Selection};
use crate::id::PersonId;
use crate::item::{GroupPatch, ItemPatch};
use crate::lifecycle::{Case, lets_in};
use crate::order::gathered;
use crate::partner::PartnerPatch;
use crate::people::person_id;
use crate::schedule::LONGEST_CATCH_UP_DAYS;
use crate::store::{Facts, Need, PartnerPage};
use crate::text::{email_key, look_key, name_key};
use crate::transition::Action;

/// What [`super::decide`] needs to know for `order`, as far as can be told from what is `known` already.
///
/// Most commands name all they need. Where the answer is longer after loading, load again: the members of a group must be
/// known before their requests can be asked for.
#[must_use]
pub fn needs(order: &Order, known: &Facts) -> Vec<Need> {
    let mut needs = vec![Need::Command(order.id)];
    needs.extend(order.actor.partner().map(Need::Partner));
    needs.extend(order.actor.person().map(Need::Person));
    command_needs(&order.command, &mut needs);
    if let (Command::SendDue { part }, Some(bank)) = (&order.command, &known.bank) {
        due_needs(*part, bank, bank.day(order.at), known, &mut needs);
    }
    if let Command::DeleteGroup { group, move_members: Some(_) } = &order.command {
        let members = known.partners.values().filter(|partner| partner.details.group == Some(*group));
        needs.extend(members.map(|partner| Need::OpenRequests(partner.id)));
        needs.push(Need::Categories);
    }
    needs.extend(filers(order, known).into_iter().map(Need::Person));
    contact_needs(&order.command, known, &mut needs);
    needs
}

/// Who filed the requests a command is about, and is told of it.
pub(super) fn filers(order: &Order, known: &Facts) -> BTreeSet<PersonId> {
    let distributed = |id| known.distributions.get(&id).and_then(|row| row.request);
    let request = match &order.command {
        Command::SubmitRequest(_) => return gathered(order.actor.person()),
        Command::SendDue { .. } => return gathered(known.requests.values().map(|row| row.filed_by)),
        Command::CancelRequest { request, .. } => Some(*request),
        Command::RecordDistribution(new) => new.request,
        Command::UpdateDistribution { distribution, .. } | Command::TakeBackDistribution { distribution } => {
            distributed(*distribution)
        }
        _ => None,
    };
    gathered(request.and_then(|id| known.requests.get(&id)).map(|row| row.filed_by))
}

/// The people at the contact addresses of the partners a command lets in or out.
fn contact_needs(command: &Command, known: &Facts, needs: &mut Vec<Need>) {
    let mut let_in = |email: &str| {
        let person = person_id(email);
        needs.extend([Need::Person(person), Need::Login(person)]);
    };
    let action = |(action, partner)| {
        known.partners.get(&partner).filter(|row| lets_in(&Case::of(row, action), action))
    };
    if let Some(partner) = command.action().and_then(action) {
        let_in(&partner.details.email);
    }
    match command {
        Command::Bulk { action, .. } => {
            let invited = known.partners.values().filter(|row| lets_in(&Case::of(row, *action), *action));
            invited.for_each(|row| let_in(&row.details.email));
        }
        Command::UpdatePartner { partner, patch: PartnerPatch { email: Some(email), .. } } => {
            let_in(email);
            let former = known.partners.get(partner).map(|row| person_id(&row.details.email));
            needs.extend(former.map(Need::Person));
        }
        _ => {}
    }
}

fn people_needs(command: &Command, needs: &mut Vec<Need>) {
    match command {
        Command::AddAdmin { admin, .. } => needs.push(Need::Person(person_id(&admin.email))),
        Command::InvitePerson { person, role } => {
            let person = person_id(&person.email);
            needs.extend([Need::Person(person), Need::Login(person)]);
            needs.extend(role.partner().map(Need::Partner));
        }
        Command::AcceptInvitation { token, .. } => needs.extend(token.digest().map(Need::Token)),
        Command::ChangeRole { person, .. } => needs.extend([Need::Person(*person), Need::BankPeople]),
        Command::RevokeRole { person, role } => {
            needs.push(Need::Person(*person));
            match role.partner() {
                Some(partner) => needs.extend([Need::Partner(partner), Need::Users(partner)]),
                None => needs.push(Need::BankPeople),
            }
        }
        Command::SetUpProxy { partner, people } => {
            new_partner_needs(partner, needs);
            needs.extend(people.iter().copied().map(Need::Person));
        }
        _ => {}
    }
}

fn command_needs(command: &Command, needs: &mut Vec<Need>) {
    if let Some((action, partner)) = command.action() {
        needs.push(Need::Partner(partner));
        // Only removing asks for it, and only removing pays for the look.
        needs.extend((action == Action::Remove).then_some(Need::PartnerHasHistory(partner)));
        return;
    }
    match command {
        Command::UpdateBank(patch) => {
            needs.extend(patch.request_kinds.as_ref().map(|_| Need::PartnersWithNarrowedKinds));
        }
        Command::AddPartner(new) => new_partner_needs(new, needs),
        Command::UpdatePartner { partner, patch } => {
            needs.push(Need::Partner(*partner));
            partner_patch_needs(patch, needs);
            if !patch.group.is_keep() {
                needs.extend([Need::OpenRequests(*partner), Need::Categories]);
            }
        }
        Command::UpdateProfile { partner, .. } => needs.push(Need::Partner(*partner)),
        Command::Bulk { partners, .. } => match partners {
            Selection::Ids(ids) => needs.extend(ids.iter().take(MAX_BULK + 1).copied().map(Need::Partner)),
            Selection::Matching(filter) => {
                needs.extend(filter.group.map(Need::Group));
                let page =
                    PartnerPage { filter: filter.clone(), limit: MAX_BULK + 1, ..PartnerPage::default() };
                needs.push(Need::Partners(page));
            }
        },
        Command::SubmitRequest(new) => {
            needs.extend([Need::Partner(new.partner), Need::Categories]);
            needs.extend(new.id.map(Need::Request));
            needs.extend(new.lines.iter().map(|line| Need::Item(line.item)));
        }
        Command::StartRequest { request }
        | Command::ReleaseRequest { request }
        | Command::CancelRequest { request, .. } => needs.push(Need::Request(*request)),
        Command::RecordDistribution(new) => {
            needs.push(Need::Partner(new.partner));
            needs.extend(new.id.map(Need::Distribution));
            needs.extend(new.request.map(Need::Request));
            needs.extend(new.lines.iter().map(|line| Need::Item(line.item)));
        }
        Command::UpdateDistribution { distribution, patch } => {
            needs.push(Need::Distribution(*distribution));
            needs.extend(patch.lines.iter().flatten().map(|line| Need::Item(line.item)));
        }
        Command::CompleteDistribution { distribution } | Command::TakeBackDistribution { distribution } => {
            needs.push(Need::Distribution(*distribution));
        }
        Command::AddAdmin { .. }
        | Command::InvitePerson { .. }
        | Command::AcceptInvitation { .. }
        | Command::ChangeRole { .. }
        | Command::RevokeRole { .. }
        | Command::SetUpProxy { .. } => people_needs(command, needs),
        _ => item_needs(command, needs),
    }
}

/// What a batch of the daily job looks at. Where nothing can be due, nothing is read.
fn due_needs(part: DuePart, bank: &Bank, today: NaiveDate, known: &Facts, needs: &mut Vec<Need>) {
    let settings = &bank.settings;
    match part {
        DuePart::DeadlineReminders { after } => {
            needs.push(Need::Groups);
            let of_groups = known.groups.values().filter_map(|group| group.reminders.as_ref());
            if settings.reminders.iter().chain(of_groups).any(|schedule| schedule.due(today).is_some()) {
                let since = today.checked_sub_days(Days::new(LONGEST_CATCH_UP_DAYS)).unwrap_or(today);
                needs.push(Need::PartnersWithEmails { since, after, limit: DUE_BATCH });
            }
        }
        DuePart::Recertification { after } => {
            let before = settings.recertification.as_ref().and_then(|recertification| {
                let first_rung = recertification.remind_days_before.last().copied().unwrap_or(0);
                let due = today.checked_add_days(Days::new(first_rung.into()))?;
                recertification.approved_until(due)?.succ_opt()
            });
            needs.extend(before.map(|day| Need::ApprovedBefore {
                before: bank.start_of(day),
                after,
                limit: DUE_BATCH,
            }));
        }
        DuePart::Distributions { after } => {
            let tomorrow = today.succ_opt().filter(|_| settings.distribution_reminders);
            needs.extend(tomorrow.map(|day| Need::ScheduledOn { day, after, limit: DUE_BATCH }));
        }
    }
}

fn item_needs(command: &Command, needs: &mut Vec<Need>) {
    match command {
        Command::AddCategory { id, name } => {
            needs.push(Need::CategoryNamed(name_key(name)));
            needs.extend(id.map(Need::Category));
        }
        Command::RenameCategory { category, name } => {
            needs.extend([Need::Category(*category), Need::CategoryNamed(name_key(name))]);
        }
        Command::DeleteCategory { category } => {
            needs.extend([Need::Category(*category), Need::UsersOfCategory(*category)]);
        }
        Command::AddItem(new) => {
            needs.push(Need::ItemNamed(name_key(&new.name)));
            needs.extend(new.id.map(Need::Item));
            needs.extend(new.category.map(Need::Category));
        }
        Command::UpdateItem { item, patch: ItemPatch { name, category, .. } } => {
            needs.push(Need::Item(*item));
            needs.extend(name.as_deref().map(|name| Need::ItemNamed(name_key(name))));
            needs.extend(category.value().copied().map(Need::Category));
        }
        Command::AddGroup { id, name, categories } => {
            needs.push(Need::GroupNamed(name_key(name)));
            needs.extend(id.map(Need::Group));
            needs.extend(categories.iter().copied().map(Need::Category));
        }
        Command::UpdateGroup { group, patch: GroupPatch { name, categories, .. } } => {
            needs.push(Need::Group(*group));
            needs.extend(name.as_deref().map(|name| Need::GroupNamed(name_key(name))));
            needs.extend(categories.iter().flatten().copied().map(Need::Category));
        }
        Command::DeleteGroup { group, move_members } => {
            needs.extend([Need::Group(*group), Need::Members(*group)]);
            if let Some(Destination::Group(destination)) = move_members {
                needs.push(Need::Group(*destination));
            }
        }
        Command::SetGroupCap { group, item, .. } => needs.extend([Need::Group(*group), Need::Item(*item)]),
        Command::SetException { partner, item, .. } | Command::RemoveException { partner, item } => {
            needs.extend([Need::Partner(*partner), Need::Item(*item)]);
        }
        _ => {}
    }
}

fn new_partner_needs(new: &NewPartner, needs: &mut Vec<Need>) {
    needs.extend([
        Need::PartnerNamed(name_key(&new.name)),
        Need::PartnerWithEmail(email_key(&new.email)),
        Need::PartnersLookingLike(look_key(&new.name)),
    ]);
    needs.extend(new.external_id.as_deref().map(|id| Need::PartnerWithExternalId(id.trim().to_owned())));
    needs.extend(new.group.map(Need::Group));
    needs.extend(new.id.map(Need::Partner));
}

fn partner_patch_needs(patch: &PartnerPatch, needs: &mut Vec<Need>) {
    if let Some(name) = &patch.name {
        needs.extend([Need::PartnerNamed(name_key(name)), Need::PartnersLookingLike(look_key(name))]);
    }
    needs.extend(patch.email.as_deref().map(|email| Need::PartnerWithEmail(email_key(email))));
    needs.extend(patch.external_id.value().map(|id| Need::PartnerWithExternalId(id.trim().to_owned())));
    needs.extend(patch.group.value().copied().map(Need::Group));
}

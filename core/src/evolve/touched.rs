//! Which rows events change.

use std::collections::BTreeSet;

use crate::event::{Event, What};
use crate::id::BankId;
use crate::people::Role;
use crate::store::RowId;

/// The rows that `events` of `bank` make, change or take away, sorted, each once: whoever holds those can fold the events.
pub(crate) fn touched(bank: Option<BankId>, events: &[Event]) -> Vec<RowId> {
    let mut rows = BTreeSet::new();
    for event in events {
        let (row, other) = touched_by(bank.map(RowId::Bank), &event.what);
        rows.extend(row.into_iter().chain(other));
    }
    rows.into_iter().collect()
}

/// No event changes more than two rows.
fn touched_by(bank: Option<RowId>, what: &What) -> (Option<RowId>, Option<RowId>) {
    // With its first admin a bank begins to keep its people.
    let admins = |role: &Role| bank.filter(|_| *role == Role::BankAdmin);
    match what {
        What::BankCreated(bank) => (Some(RowId::Bank(bank.id)), None),
        What::BankUpdated(_) | What::MessageTextSet { .. } => (bank, None),
        // A receipt is no row, and is made anew.
        What::PartnersImported(_) => (None, None),
        What::PartnerAdded { partner, .. }
        | What::PartnerImported { partner, .. }
        | What::PartnerUpdated { partner, .. }
        | What::ProfileUpdated { partner, .. }
        | What::PartnerMoved { partner, .. }
        | What::PartnerRemoved { partner }
        | What::ExceptionSet { partner, .. }
        | What::ExceptionRemoved { partner, .. } => (Some(RowId::Partner(*partner)), None),
        What::PersonInvited { person, .. } => (Some(RowId::Person(person.id)), None),
        What::RoleGranted { person, role } => (Some(RowId::Person(person.id)), admins(role)),
        What::InvitationAccepted { person, role, .. } | What::RoleChanged { person, role } => {
            (Some(RowId::Person(*person)), admins(role))
        }
        // The partner remembers which address was invited last.
        What::InvitationVoided { person, role } => {
            (Some(RowId::Person(*person)), role.partner().map(RowId::Partner))
        }
        What::RoleRevoked { person, .. } | What::SignedIn { person, .. } => {
            (Some(RowId::Person(*person)), None)
        }
        What::CategoryAdded { category, .. }
        | What::CategoryRenamed { category, .. }
        | What::CategoryDeleted { category } => (Some(RowId::Category(*category)), None),
        What::ItemAdded { item, .. } | What::ItemUpdated { item, .. } => (Some(RowId::Item(*item)), None),
        What::GroupAdded { group, .. }
        | What::GroupUpdated { group, .. }
        | What::GroupDeleted { group }
        | What::GroupCapSet { group, .. } => (Some(RowId::Group(*group)), None),
        What::RequestSubmitted(request) => (Some(RowId::Request(request.id)), None),
        What::RequestStarted { request, .. }
        | What::RequestReleased { request, .. }
        | What::RequestFulfilled { request, .. }
        | What::RequestReopened { request, .. }
        | What::RequestCancelled { request, .. } => (Some(RowId::Request(*request)), None),
        What::DistributionRecorded(distribution) => (Some(RowId::Distribution(distribution.id)), None),
        What::DistributionUpdated { distribution, .. }
        | What::DistributionCompleted { distribution, .. }
        | What::DistributionTakenBack { distribution, .. } => {
            (Some(RowId::Distribution(*distribution)), None)
        }
        What::ReminderSent(reminder) => (Some(RowId::Reminder(reminder.id)), None),
    }
}

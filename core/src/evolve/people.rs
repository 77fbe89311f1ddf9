//! What events do to people.

use super::missing;
use crate::error::Error;
use crate::event::{Event, KnownAs, What};
use crate::id::PersonId;
use crate::people::{Holding, Person, Role};
use crate::store::Facts;

pub(super) fn evolve(facts: &mut Facts, event: &Event) -> Result<(), Error> {
    match &event.what {
        What::PersonInvited { person, role, invitation } => {
            let row = named(facts, person);
            // The two roles of the bank's own people stand for each other: who is invited to one is no longer to the other.
            if let Some(other) = role.other_of_bank().filter(|other| !row.holds(*other)) {
                row.roles.remove(&other);
            }
            row.roles.insert(*role, Holding { invitation: Some(*invitation), ..Holding::default() });
        }
        What::RoleGranted { person, role } => {
            let row = named(facts, person);
            if let Some(other) = role.other_of_bank() {
                row.roles.remove(&other);
            }
            accept(row, *role, event);
            note_admin(facts, *role)?;
        }
        What::InvitationAccepted { person, role, .. } => {
            accept(known(facts, *person)?, *role, event);
            note_admin(facts, *role)?;
        }
        What::InvitationVoided { person, role } => {
            known(facts, *person)?.roles.remove(role);
            super::evolve_partner(facts, event)?;
        }
        What::RoleChanged { person, role } => {
            let row = known(facts, *person)?;
            let before = role.other_of_bank().and_then(|other| row.roles.remove(&other));
            row.roles.insert(*role, before.ok_or_else(|| missing("role"))?);
            note_admin(facts, *role)?;
        }
        What::RoleRevoked { person, role } => {
            known(facts, *person)?.roles.remove(role);
        }
        What::SignedIn { person, role } => {
            let holding = known(facts, *person)?.roles.get_mut(role).ok_or_else(|| missing("role"))?;
            holding.last_used_at = Some(event.at);
        }
        _ => {}
    }
    Ok(())
}

/// The person's row, about to be changed; a new one if the bank does not know it yet.
fn named<'a>(facts: &'a mut Facts, person: &KnownAs) -> &'a mut Person {
    let row = facts.people.entry(person.id).or_insert_with(|| Person {
        id: person.id,
        version: 0,
        email: person.email.clone(),
        name: None,
        language: None,
        roles: Default::default(),
    });
    row.version += 1;
    row.name = row.name.take().or_else(|| person.name.clone());
    row.language = row.language.or(person.language);
    row
}

/// The person's row, about to be changed.
fn known(facts: &mut Facts, id: PersonId) -> Result<&mut Person, Error> {
    let row = facts.people.get_mut(&id).ok_or_else(|| missing("person"))?;
    row.version += 1;
    Ok(row)
}

/// The person holds the role from now on, and is no longer only invited to it.
fn accept(row: &mut Person, role: Role, event: &Event) {
    let holding = row.roles.entry(role).or_default();
    holding.accepted_at.get_or_insert(event.at);
    holding.invitation = None;
}

/// With its first admin a bank begins to keep its people.
fn note_admin(facts: &mut Facts, role: Role) -> Result<(), Error> {
    if role != Role::BankAdmin {
        return Ok(());
    }
    let bank = facts.bank.as_mut().ok_or_else(|| missing("bank"))?;
    if !bank.keeps_people {
        bank.keeps_people = true;
        bank.version += 1;
    }
    Ok(())
}

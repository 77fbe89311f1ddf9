//! Questions about people.

use std::cmp::Reverse;

use super::Reply;
use super::ask::load_partner;
use crate::actor::{Actor, not_found};
use crate::error::Error;
use crate::id::{BankId, PartnerId, PersonId};
use crate::order::in_order;
use crate::people::{Person, Role, RoleOf};
use crate::store::{Facts, Need, Store};
use crate::text::email_key;

/// The bank's own people, by address.
pub(super) fn of_bank(store: &dyn Store, bank: BankId) -> Result<Reply, Error> {
    let facts = store.load(bank, &[Need::BankPeople])?;
    if facts.bank.is_some() { Ok(Reply::People(by_address(facts))) } else { Err(not_found("bank")) }
}

/// The users of a partner, by address. What else they are is none of the partner's business.
pub(super) fn users(
    store: &dyn Store,
    bank: BankId,
    partner: PartnerId,
    actor: Actor,
) -> Result<Reply, Error> {
    let mut people = by_address(load_partner(store, bank, partner, vec![Need::Users(partner)])?);
    if actor.partner().is_some() {
        let own = Role::PartnerUser { partner };
        people.iter_mut().for_each(|person| person.roles.retain(|role, _| *role == own));
    }
    Ok(Reply::People(people))
}

fn by_address(facts: Facts) -> Vec<Person> {
    in_order(facts.people.into_values().collect(), |person: &Person| (email_key(&person.email), person.id))
}

/// All roles a person holds, the one used last first, those never used by name.
pub(crate) fn roles_of(store: &dyn Store, person: PersonId) -> Result<Vec<RoleOf>, Error> {
    let mut roles = Vec::new();
    for (bank, row) in store.roles_of(person)? {
        let partners: Vec<Need> =
            row.roles.keys().filter_map(|role| role.partner()).map(Need::Partner).collect();
        let facts = store.load(bank, &partners)?;
        let bank_name = facts.bank.as_ref().map(|bank| bank.name.clone()).unwrap_or_default();
        let held = row.roles.iter().filter(|(_, holding)| holding.accepted_at.is_some());
        roles.extend(held.map(|(role, holding)| RoleOf {
            actor: role.actor(bank, person),
            bank_name: bank_name.clone(),
            partner_name:
                role.partner().and_then(|id| facts.partners.get(&id)).map(|row| row.details.name.clone()),
            last_used_at: holding.last_used_at,
        }));
    }
    let place =
        |role: &RoleOf| (Reverse(role.last_used_at), role.bank_name.clone(), role.partner_name.clone());
    Ok(in_order(roles, place))
}

//! What a phone takes along: the rows about one partner, as a file any store reads in.

use std::collections::BTreeSet;

use super::Reply;
use super::ask::load_partner;
use crate::actor::{Actor, not_found};
use crate::error::{Error, Reason};
use crate::id::{BankId, CategoryId, ItemId, PartnerId};
use crate::order::gathered;
use crate::people::Role;
use crate::store::{Facts, Need, Row, Store};
use crate::take_along::write_rows;

/// Everything decisions about a partner rest on, and no more of the bank than who asks may see of it.
pub(super) fn ask(store: &dyn Store, bank: BankId, actor: Actor, partner: PartnerId) -> Result<Reply, Error> {
    let person = actor.person();
    let mut needs = vec![Need::Items, Need::Categories, Need::OpenRequests(partner)];
    needs.extend(person.map(Need::Person));
    let mut facts = load_partner(store, bank, partner, needs)?;
    let row = facts.partners.get(&partner).ok_or_else(|| not_found("partner"))?;
    let group = row.details.group;
    facts.groups.retain(|id, _| Some(*id) == group);
    facts.partners.retain(|id, _| *id == partner);
    facts.requests.retain(|_, request| request.partner == partner);
    facts.people.retain(|id, _| Some(*id) == person);
    // Roles with other partners are no part of this, and those partners are not there.
    facts
        .people
        .values_mut()
        .for_each(|person| person.roles.retain(|role, _| Some(*role) == Role::of(&actor)));
    if actor.partner().is_some() {
        hide(&mut facts);
    }
    let mut text = Vec::new();
    write_rows(bank, rows(facts), &mut text)?;
    String::from_utf8(text).map(Reply::TakeAlong).map_err(|cause| Reason::bug(cause.to_string()).into())
}

/// Takes out what partners do not see: the bank's notes, its hidden items but for those already asked for, and categories
/// that hold nothing then.
fn hide(facts: &mut Facts) {
    let asked: BTreeSet<ItemId> =
        gathered(facts.requests.values().flat_map(|request| request.lines.iter().map(|line| line.item)));
    facts.items.retain(|id, item| item.details.visible || asked.contains(id));
    let items = &facts.items;
    let used: BTreeSet<CategoryId> = gathered(items.values().filter_map(|item| item.details.category));
    facts.categories.retain(|id, _| used.contains(id));
    for group in facts.groups.values_mut() {
        group.categories.retain(|id| used.contains(id));
        group.caps.retain(|item, _| items.contains_key(item));
    }
    for partner in facts.partners.values_mut() {
        partner.details.notes = None;
        partner.exceptions.retain(|item, _| items.contains_key(item));
    }
}

/// The rows of a file, each after those it refers to.
fn rows(facts: Facts) -> impl Iterator<Item = Row> {
    let bank = facts.bank.into_iter().map(Row::Bank);
    bank.chain(facts.categories.into_values().map(Row::Category))
        .chain(facts.items.into_values().map(Row::Item))
        .chain(facts.groups.into_values().map(Row::Group))
        .chain(facts.partners.into_values().map(Row::Partner))
        .chain(facts.requests.into_values().map(Row::Request))
        .chain(facts.people.into_values().map(Row::Person))
}

//! Answering questions: loading what is asked for, for those who may see it.

use std::collections::BTreeMap;

use super::what_if::what_if;
use super::{
    Inquiry, ItemPermission, MAX_PAGE, Question, Reply, as_of, dashboard, due, offline, people, texts,
};
use crate::actor::{Actor, not_found, not_permitted};
use crate::capability::{Answer, Capability, capable};
use crate::command::{Command, Order, PartnerFilter};
use crate::decide::status_reason;
use crate::error::Error;
use crate::explain;
use crate::flow::facts_for;
use crate::id::{BankId, CommandId, PartnerId};
use crate::item::Item;
use crate::listing::PartnerSort;
use crate::order::in_order;
use crate::partner::Partner;
use crate::people::holds_its_role;
use crate::profile::completeness::completeness;
use crate::profile::form::form;
use crate::store::{
    DistributionPage, Facts, HistoryQuery, MessageQuery, Need, PartnerPage, RequestPage, Store,
};
use crate::text::name_key;
use crate::transition::{self, Action, By, Outcome};

/// Answers a question from a store.
///
/// # Errors
/// `not_found`, `not_permitted`, `role_not_held`, the reason why a partner may not look at its own, or `store_…`.
pub fn ask(store: &dyn Store, inquiry: &Inquiry) -> Result<Reply, Error> {
    if let Question::RolesOf { person } = inquiry.question {
        let is_host = inquiry.actor == Actor::Host;
        return if is_host {
            super::roles_of(store, person).map(Reply::RolesOf)
        } else {
            Err(not_permitted("host"))
        };
    }
    let bank = inquiry.actor.bank().ok_or_else(|| not_permitted("bank_staff"))?;
    if let Some(person) = inquiry.actor.person() {
        holds_its_role(&inquiry.actor, &store.load(bank, &[Need::Person(person)])?)?;
    }
    may_ask(store, bank, inquiry)?;
    let Inquiry { actor, question, .. } = inquiry;
    match question {
        Question::Bank | Question::Receipt | Question::Categories | Question::Items | Question::Groups => {
            about_bank(store, bank, question)
        }
        Question::Partner { partner } => {
            let mut facts = load_partner(store, bank, *partner, vec![])?;
            let mut row = facts.partners.remove(partner).ok_or_else(|| not_found("partner"))?;
            if actor.partner().is_some() {
                row.details.notes = None;
            }
            Ok(Reply::Partner(row))
        }
        Question::ProfileSchema { language } => {
            let row = store.load(bank, &[])?.bank.ok_or_else(|| not_found("bank"))?;
            Ok(Reply::ProfileSchema(form(&row.settings, *language)))
        }
        Question::ProfileCompleteness { partner } => {
            let facts = load_partner(store, bank, *partner, vec![])?;
            let (Some(bank), Some(row)) = (&facts.bank, facts.partners.get(partner)) else {
                return Err(not_found("partner"));
            };
            Ok(Reply::ProfileCompleteness(completeness(&row.profile, &bank.settings)))
        }
        Question::Partners { filter, sort, after, limit } => {
            partners(store, bank, filter, *sort, after.as_deref(), *limit)
        }
        Question::PartnerAsOf { partner, at } => {
            known(store, bank, Some(*partner))?;
            as_of::ask(store, bank, *partner, *at)
        }
        Question::Dashboard => Ok(Reply::Dashboard(dashboard::ask(store, bank, inquiry)?)),
        Question::People => people::of_bank(store, bank),
        Question::Users { partner } => people::users(store, bank, *partner, *actor),
        Question::Permitted { partner } => permissions(store, bank, inquiry, *partner),
        Question::TakeAlong { partner } => offline::ask(store, bank, *actor, *partner),
        Question::AllowedActions { partner } => {
            let facts = load_partner(store, bank, *partner, vec![Need::PartnerHasHistory(*partner)])?;
            let row = facts.partners.get(partner).ok_or_else(|| not_found("partner"))?;
            let mut actions = allowed_actions(*actor, row);
            actions.retain(|action| *action != Action::Remove || !facts.with_history.contains(partner));
            Ok(Reply::AllowedActions(actions))
        }
        Question::ExplainCapability { partner, capability } => {
            let facts = load_partner(store, bank, *partner, vec![])?;
            let row = facts.partners.get(partner).ok_or_else(|| not_found("partner"))?;
            let group = row.details.group.and_then(|group| facts.groups.get(&group));
            let bank = facts.bank.as_ref().ok_or_else(|| not_found("bank"))?;
            let explanation = explain::capability(bank, group, row, *capability, inquiry.at);
            Ok(Reply::Explanation(explanation.said_in(inquiry.language)))
        }
        Question::ExplainCommand { command } => {
            let order = asked_about(inquiry, command);
            let facts = facts_for(store, &order)?;
            Ok(Reply::Explanation(explain::command(&order, &facts)?.said_in(inquiry.language)))
        }
        Question::NextReminders { .. } | Question::DuePartners { .. } | Question::ExplainMessage { .. } => {
            due::ask(store, bank, inquiry)
        }
        Question::MessageTexts | Question::PreviewMessageText { .. } => texts::ask(store, bank, inquiry),
        Question::WhatIf { command } => {
            actor.needs_bank()?;
            Ok(Reply::WhatIf(what_if(store, bank, &asked_about(inquiry, command))?))
        }
        _ => about_goods(store, bank, inquiry),
    }
}

/// The command as if it were given by whoever asks.
fn asked_about(inquiry: &Inquiry, command: &Command) -> Order {
    let Inquiry { at, actor, .. } = *inquiry;
    Order { id: CommandId(uuid::Uuid::nil()), at, actor, command: command.clone() }
}

/// Which actions `actor` may take on `partner` now, by the transition table and its role. Whether the partner has
/// history, which keeps it from being removed, the row does not tell.
#[must_use]
pub fn allowed_actions(actor: Actor, partner: &Partner) -> Vec<Action> {
    let by_role = |action: &Action| match action.row().by {
        By::PartnerOrBank => actor.needs_partner(partner.id).is_ok(),
        By::Bank => actor.is_bank(),
        By::BankOrScheduler => actor.is_bank() || matches!(actor, Actor::Scheduler { .. }),
    };
    let by_status =
        |action: &Action| !matches!(transition::decide(partner.standing(), *action), Outcome::Refused(..));
    Action::ALL.into_iter().filter(by_role).filter(by_status).collect()
}

/// Bank people may ask everything about their bank; a partner's user about its own partner, if its status lets it look.
fn may_ask(store: &dyn Store, bank: BankId, inquiry: &Inquiry) -> Result<(), Error> {
    let Some(own) = inquiry.actor.partner() else { return Ok(()) };
    let facts = load_partner(store, bank, own, vec![])?;
    let partner = facts.partners.get(&own).ok_or_else(|| not_found("partner"))?;
    let about = match &inquiry.question {
        Question::Bank | Question::ProfileSchema { .. } | Question::ExplainCommand { .. } => None,
        Question::Request { .. } | Question::Distribution { .. } => None,
        Question::Partner { partner }
        | Question::Users { partner }
        | Question::Permitted { partner }
        | Question::TakeAlong { partner }
        | Question::AllowedActions { partner }
        | Question::ProfileCompleteness { partner }
        | Question::ExplainCapability { partner, .. } => Some(*partner),
        Question::Requests { partner, .. } | Question::Distributions { partner, .. } => {
            Some(partner.unwrap_or(own))
        }
        _ => return Err(not_permitted("bank_staff")),
    };
    inquiry.actor.needs_partner(about.unwrap_or(own))?;
    // What it may not do yet it may still ask about: that is what explanations are for.
    let is_explanation = matches!(
        inquiry.question,
        Question::ExplainCapability { .. }
            | Question::ExplainCommand { .. }
            | Question::AllowedActions { .. }
    );
    if is_explanation || capable(partner.standing(), Capability::ViewOwn) == Answer::Yes {
        return Ok(());
    }
    Error::unless_empty(status_reason(partner, Capability::ViewOwn).into_iter().collect())
}

pub(super) fn load_partner(
    store: &dyn Store,
    bank: BankId,
    partner: PartnerId,
    more: Vec<Need>,
) -> Result<Facts, Error> {
    let needs: Vec<Need> = [Need::Partner(partner)].into_iter().chain(more).collect();
    let facts = store.load(bank, &needs)?;
    if facts.partners.contains_key(&partner) { Ok(facts) } else { Err(not_found("partner")) }
}

/// Lets pass a partner of the bank, or none.
fn known(store: &dyn Store, bank: BankId, partner: Option<PartnerId>) -> Result<(), Error> {
    partner.map_or(Ok(()), |partner| load_partner(store, bank, partner, vec![]).map(drop))
}

fn about_bank(store: &dyn Store, bank: BankId, question: &Question) -> Result<Reply, Error> {
    let wanted = match question {
        Question::Receipt => Some(Need::Receipt),
        Question::Categories => Some(Need::Categories),
        Question::Items => Some(Need::Items),
        Question::Groups => Some(Need::Groups),
        _ => None,
    };
    let facts = store.load(bank, wanted.as_slice())?;
    let row = facts.bank.ok_or_else(|| not_found("bank"))?;
    Ok(match question {
        Question::Receipt => Reply::Receipt(facts.receipt),
        Question::Categories => Reply::Categories(by_name(facts.categories, |row| &row.name)),
        Question::Items => Reply::Items(by_name(facts.items, |row| &row.details.name)),
        Question::Groups => Reply::Groups(by_name(facts.groups, |row| &row.name)),
        _ => Reply::Bank(row),
    })
}

fn by_name<Id: Ord, T>(rows: BTreeMap<Id, T>, name: impl Fn(&T) -> &str) -> Vec<T> {
    in_order(rows.into_values().collect(), |row| name_key(name(row)))
}

fn partners(
    store: &dyn Store,
    bank: BankId,
    filter: &PartnerFilter,
    sort: PartnerSort,
    after: Option<&str>,
    limit: usize,
) -> Result<Reply, Error> {
    let after = after.map(|cursor| sort.read(cursor)).transpose()?;
    if let Some(group) = filter.group
        && !store.load(bank, &[Need::Group(group)])?.groups.contains_key(&group)
    {
        return Err(not_found("group"));
    }
    let limit = limit.min(MAX_PAGE);
    let page = PartnerPage { filter: filter.clone(), sort, after, limit: limit.saturating_add(1) };
    let facts = store.load(bank, &[Need::Partners(page), Need::PartnerCounts])?;
    if facts.bank.is_none() {
        return Err(not_found("bank"));
    }
    let partners: Vec<Partner> = facts.partners.into_values().collect();
    let mut partners = in_order(partners, |row| sort.place(row));
    // One more than was asked for tells whether there is another page.
    let is_last = partners.len() <= limit;
    partners.truncate(limit);
    let last = partners.last().filter(|_| !is_last);
    let next = last.map(|row| sort.cursor(&sort.place(row)));
    Ok(Reply::Partners { partners, counts: facts.counts, next })
}

fn permissions(
    store: &dyn Store,
    bank: BankId,
    inquiry: &Inquiry,
    partner: PartnerId,
) -> Result<Reply, Error> {
    let facts = load_partner(store, bank, partner, vec![Need::Items, Need::Categories])?;
    let (Some(bank), Some(row)) = (&facts.bank, facts.partners.get(&partner)) else {
        return Err(not_found("partner"));
    };
    let group = row.details.group.and_then(|group| facts.groups.get(&group));
    let today = bank.day(inquiry.at);
    let answer = |item: &Item| {
        let category = item.details.category.and_then(|category| facts.categories.get(&category));
        ItemPermission::new(bank, row, group, item, category, today)
    };
    let mut items: Vec<ItemPermission> = facts.items.values().map(answer).collect();
    if inquiry.actor.partner().is_some() {
        items.retain(|item| item.permitted);
    }
    Ok(Reply::Permitted(in_order(items, |item| name_key(&item.name))))
}

fn about_goods(store: &dyn Store, bank: BankId, inquiry: &Inquiry) -> Result<Reply, Error> {
    let own = inquiry.actor.partner();
    let visible = |partner: PartnerId| own.is_none_or(|own| own == partner);
    match &inquiry.question {
        Question::Request { request } => {
            let mut facts = store.load(bank, &[Need::Request(*request)])?;
            let row = facts.requests.remove(request).filter(|row| visible(row.partner));
            Ok(Reply::Request(row.ok_or_else(|| not_found("request"))?))
        }
        Question::Distribution { distribution } => {
            let mut facts = store.load(bank, &[Need::Distribution(*distribution)])?;
            let row = facts.distributions.remove(distribution).filter(|row| visible(row.partner));
            Ok(Reply::Distribution(row.ok_or_else(|| not_found("distribution"))?))
        }
        Question::Requests { partner, states, after, limit } => {
            known(store, bank, *partner)?;
            let page = RequestPage {
                partner: partner.or(own),
                states: states.clone(),
                after: *after,
                limit: (*limit).min(MAX_PAGE),
            };
            let facts = store.load(bank, &[Need::Requests(page)])?;
            Ok(Reply::Requests(facts.requests.into_values().rev().collect()))
        }
        Question::Distributions { partner, after, limit } => {
            known(store, bank, *partner)?;
            let page =
                DistributionPage { partner: partner.or(own), after: *after, limit: (*limit).min(MAX_PAGE) };
            let facts = store.load(bank, &[Need::Distributions(page)])?;
            Ok(Reply::Distributions(facts.distributions.into_values().rev().collect()))
        }
        Question::History { partner, after, limit } => {
            known(store, bank, *partner)?;
            let query = HistoryQuery { partner: *partner, after: *after, limit: (*limit).min(MAX_PAGE) };
            Ok(Reply::History(store.history(bank, &query)?))
        }
        Question::Messages { partner, skip, limit } => {
            known(store, bank, *partner)?;
            let query = MessageQuery { partner: *partner, skip: *skip, limit: (*limit).min(MAX_PAGE) };
            Ok(Reply::Messages(store.messages(bank, &query)?))
        }
        _ => Err(not_found("answer")),
    }
}

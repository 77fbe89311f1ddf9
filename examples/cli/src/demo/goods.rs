//! The part of the story about goods: groups, requests and a distribution.

use std::collections::BTreeSet;

use partnerkit::command::{Command, NewDistribution, NewRequest};
use partnerkit::distribution::{Method, NewDistributionLine};
use partnerkit::id::{CategoryId, GroupId, ItemId, PartnerId};
use partnerkit::item::NewItem;
use partnerkit::partner::PartnerPatch;
use partnerkit::patch::Change;
use partnerkit::question::{Question, Reply};
use partnerkit::request::{NewRequestLine, RequestKind};
use partnerkit::transition::Action;

use super::partners::{LONG, SHORT, UNINVITED};
use super::stage::{Stage, Who};
use crate::failure::{Failure, bug};
use crate::paper::Ink;
use crate::resolve;
use crate::words;

/// Is invited, and asks for too much too early.
const EAGER: &str = "Chelan Food Bank";

const DIAPERS: &str = "Diapers size 4";
const WIPES: &str = "Baby wipes";
const PADS: &str = "Period pads";

/// Categories, items, two groups and who is in them.
pub fn groups(stage: &mut Stage) -> Result<(), Failure> {
    stage.scene("Partners are put in two groups, each with categories of items")?;
    let baby = category(stage, "Baby care", &[DIAPERS, WIPES])?;
    let period = category(stage, "Period supplies", &[PADS])?;
    let families = group(stage, "Families", baby, &[LONG, EAGER])?;
    group(stage, "Schools", period, &[SHORT])?;
    let item = resolve::item(&stage.session, WIPES)?;
    stage.give(Who::Staff, Command::SetGroupCap { group: families, item, cap: Some(100) })?;
    stage
        .say(Ink::Plain, &format!("  Members of Families may ask for 100 of {WIPES} in one request at most."))
}

fn category(stage: &mut Stage, name: &str, items: &[&str]) -> Result<CategoryId, Failure> {
    stage.give(Who::Staff, Command::AddCategory { id: None, name: name.to_owned() })?;
    let category = resolve::category(&stage.session, name)?;
    for item in items {
        let new = NewItem { name: (*item).to_owned(), category: Some(category), ..NewItem::default() };
        stage.give(Who::Staff, Command::AddItem(new))?;
    }
    stage.say(Ink::Plain, &format!("  Category {name}: {}", items.join(", ")))?;
    Ok(category)
}

fn group(stage: &mut Stage, name: &str, category: CategoryId, members: &[&str]) -> Result<GroupId, Failure> {
    let categories = BTreeSet::from([category]);
    stage.give(Who::Staff, Command::AddGroup { id: None, name: name.to_owned(), categories })?;
    let group = resolve::group(&stage.session, name)?;
    for member in members {
        let patch = PartnerPatch { group: Change::Set(group), ..PartnerPatch::default() };
        let partner = stage.partner(member)?;
        stage.give(Who::Staff, Command::UpdatePartner { partner, patch })?;
    }
    stage.say(Ink::Plain, &format!("  Group {name}: {}", members.join(", ")))?;
    Ok(group)
}

/// A request as a partner would file it.
fn request(stage: &Stage, partner: PartnerId, lines: &[(&str, i64)]) -> Result<Command, Failure> {
    let line = |(item, quantity): &(&str, i64)| -> Result<NewRequestLine, Failure> {
        Ok(NewRequestLine { item: item_id(stage, item)?, unit: None, quantity: *quantity })
    };
    let lines = lines.iter().map(line).collect::<Result<_, _>>()?;
    Ok(Command::SubmitRequest(NewRequest {
        id: None,
        partner,
        kind: RequestKind::Quantity,
        lines,
        comment: None,
    }))
}

fn item_id(stage: &Stage, name: &str) -> Result<ItemId, Failure> {
    resolve::item(&stage.session, name)
}

fn listed(lines: &[(&str, i64)]) -> String {
    lines.iter().map(|(item, quantity)| format!("{quantity} {item}")).collect::<Vec<_>>().join(", ")
}

/// A request that is accepted.
pub fn accepted(stage: &mut Stage) -> Result<(), Failure> {
    stage.scene(&format!("A request of {LONG} is accepted"))?;
    let (partner, lines) = (stage.partner(LONG)?, [(DIAPERS, 400), (WIPES, 80)]);
    let command = request(stage, partner, &lines)?;
    stage.give(Who::User(partner), command)?;
    stage.say(Ink::Good, &format!("  Accepted: {}", listed(&lines)))
}

/// A request that is refused line by line; then the steps that lift it are taken, and it is accepted.
pub fn refused_and_lifted(stage: &mut Stage) -> Result<(), Failure> {
    stage
        .scene(&format!("A request of {EAGER} is refused, with all the reasons and what would lift them"))?;
    let (partner, lines) = (stage.partner(EAGER)?, [(DIAPERS, 200), (WIPES, 250), (PADS, 60)]);
    stage.act(Who::Staff, Action::Invite, partner, None)?;
    let command = request(stage, partner, &lines)?;
    stage.say(Ink::Plain, &format!("  Asked for: {}", listed(&lines)))?;
    let staff = stage.actor(Who::Staff)?;
    let refusal = stage.give_in_vain(Who::Staff, command.clone())?;
    let question = Question::ExplainCommand { command: Box::new(command.clone()) };
    let Reply::Explanation(explanation) = stage.ask(Who::Staff, question)? else {
        return Err(bug("another answer than an explanation"));
    };
    if refusal.reasons().len() != explanation.reasons.len() {
        return Err(bug("a refusal and its explanation give different reasons"));
    }
    stage.show(|paper, session| words::explanation(paper, session, &explanation, staff.audience().into()))?;

    stage.scene("Those steps are taken, and the same request is accepted")?;
    for step in explanation.steps {
        let words = words::command(&stage.session, &step.command)?;
        stage.give(Who::Admin, step.command)?;
        stage.say(Ink::Plain, &format!("  {words}"))?;
    }
    stage.give(Who::User(partner), command)?;
    stage.say(Ink::Good, &format!("  Accepted: {}", listed(&lines)))
}

/// Goods for a partner that was never invited.
pub fn hand_out(stage: &mut Stage) -> Result<(), Failure> {
    stage.scene(&format!("A distribution is recorded to {UNINVITED}, which was never invited"))?;
    let (partner, lines) = (stage.partner(UNINVITED)?, [(DIAPERS, 500)]);
    let line = |(item, quantity): &(&str, i64)| -> Result<NewDistributionLine, Failure> {
        Ok(NewDistributionLine { item: item_id(stage, item)?, quantity: *quantity })
    };
    let new = NewDistribution {
        id: None,
        partner,
        request: None,
        lines: lines.iter().map(line).collect::<Result<_, _>>()?,
        date: stage.today()?,
        method: Method::Delivery,
        comment: None,
    };
    stage.give(Who::Staff, Command::RecordDistribution(new))?;
    stage.say(Ink::Good, &format!("  Recorded: {}. It needs no invitation to receive goods.", listed(&lines)))
}

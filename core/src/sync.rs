//! Commands decided without the bank: a phone records them while it is offline and hands them over later.
//!
//! [`System::sync`](crate::system::System::sync) answers each on its own: accepted, exactly once however often it is sent;
//! refused, with reasons to show; or in conflict, where what it was decided on is no longer so. See
//! [`crate::guide::offline`].

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::{Actor, not_found, not_permitted};
use crate::bank::Version;
use crate::capability::{Answer, Capability, capable};
use crate::catalogue::Category;
use crate::command::{Command, Order};
use crate::decide::{Done, decide};
use crate::error::{Code, Error, Reason};
use crate::event::{Event, Recorded, What};
use crate::evolve::{evolve_distribution, evolve_partner, evolve_request};
use crate::flow::{Flow, Step, facts_for, whole_micros};
use crate::id::{BankId, CommandId, PartnerId};
use crate::language::Language;
use crate::patch::Change;
use crate::people::holds_its_role;
use crate::question::MAX_PAGE;
use crate::store::{Expect, Facts, HistoryQuery, Need, RowId, Store};
use crate::wire::WireError;

/// The most commands of one batch.
pub const MAX_BATCH: usize = 1_000;

/// A batch of recorded commands with who hands it over and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// When it arrives: the time each of its commands is decided at. A phone's clock decides nothing.
    pub at: DateTime<Utc>,
    /// Who recorded the commands.
    pub actor: Actor,
    /// The language of sentences in the answers.
    pub language: Language,
    /// The commands, in the order they were recorded.
    pub commands: Vec<Kept>,
}

/// A command kept until the bank can be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// Its id, drawn when it was recorded. See [`Order::id`].
    pub id: CommandId,
    /// What is asked.
    pub command: Command,
    /// What it was decided on. Where that has moved, the command is not carried out. Empty: carry it out whatever
    /// happened, if the rules of then allow it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<SeenRow>,
}

/// A row as whoever decided saw it. One that has since been changed by the same phone, by a command recorded before, has
/// the version after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeenRow {
    /// The row: the bank, or a partner, request, distribution, item, category, group or person of it.
    pub row: RowId,
    /// Its version.
    pub version: Version,
}

/// The answer to one recorded command.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Synced {
    /// The command.
    pub id: CommandId,
    /// What became of it.
    pub became: Became,
}

/// What became of a recorded command.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Became {
    /// It was carried out, now.
    Accepted {
        /// The answer.
        done: Box<Done>,
        /// What happened.
        events: Vec<Event>,
    },
    /// It had been carried out before.
    Repeated {
        /// The first answer.
        done: Box<Done>,
    },
    /// The rules forbid it. Nothing happened.
    Refused {
        /// Why.
        error: Box<WireError>,
    },
    /// What it was decided on has moved. Nothing happened. Whoever recorded it looks again, and records it anew or not.
    Conflict {
        /// What has moved.
        moved: Vec<MovedRow>,
        /// Why it would be refused now; none if it would still be accepted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        error: Option<Box<WireError>>,
    },
}

/// A row that is no longer what a command was decided on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MovedRow {
    /// The row.
    pub row: RowId,
    /// The version that was seen; that of the first command that was not carried out, where one before it in the batch
    /// was decided on the same row.
    pub seen: Version,
    /// Its version now; none if it is not there, or not for the asker to see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Version>,
    /// What happened to it since, oldest first, at most [`MAX_PAGE`]: for partners, their requests and their distributions.
    pub since: Vec<Recorded>,
}

/// See [`System::sync`](crate::system::System::sync).
pub(crate) fn sync(store: &dyn Store, batch: &Batch) -> Result<Vec<Synced>, Error> {
    let bank = batch.actor.bank().ok_or_else(|| not_permitted("bank_staff"))?;
    let count = batch.commands.len();
    if count > MAX_BATCH {
        let reason = Reason::new(Code::NumberOutOfRange).with("field", "commands").with("value", count);
        return Err(reason.with("least", 0).with("most", MAX_BATCH).on("commands").into());
    }
    let needs: Vec<Need> = batch.actor.person().map(Need::Person).into_iter().collect();
    let facts = store.load(bank, &needs)?;
    if facts.bank.is_none() {
        return Err(not_found("bank"));
    }
    holds_its_role(&batch.actor, &facts)?;
    let mut syncing = Syncing { store, batch, bank, stuck: BTreeMap::new() };
    batch.commands.iter().map(|kept| Ok(Synced { id: kept.id, became: syncing.take(kept)? })).collect()
}

/// A batch under way.
struct Syncing<'a> {
    store: &'a dyn Store,
    batch: &'a Batch,
    bank: BankId,
    /// What commands that were not carried out had been decided on. A command after them was decided on what they would
    /// have made of it, so its version may be one that others have made meanwhile.
    stuck: BTreeMap<RowId, Version>,
}

impl Syncing<'_> {
    fn take(&mut self, kept: &Kept) -> Result<Became, Error> {
        let Batch { at, actor, .. } = *self.batch;
        let order = Order { id: kept.id, at: whole_micros(at), actor, command: kept.command.clone() };
        let became = match self.carry_out(&order, &kept.seen) {
            Err(error) if error.category() == Category::Store || error.is_retryable() => return Err(error),
            Err(error) => Became::Refused { error: self.said(&error) },
            Ok(became) => became,
        };
        if matches!(became, Became::Refused { .. } | Became::Conflict { .. }) {
            for seen in &kept.seen {
                self.stuck.entry(seen.row).or_insert(seen.version);
            }
        }
        Ok(became)
    }

    /// The loop of [`System::execute`](crate::system::System::execute), with a look at what was seen after each load. What
    /// moves between that look and the commit makes the commit stale.
    fn carry_out(&self, order: &Order, seen: &[SeenRow]) -> Result<Became, Error> {
        let expects = seen.iter().map(|seen| Expect::Version(seen.row, seen.version)).collect();
        let mut flow = Flow::new(order).expecting(expects);
        let (mut step, mut events) = (flow.start(), None);
        loop {
            step = match step {
                Step::Load { bank, needs } => {
                    let facts = self.store.load(bank, &needs)?;
                    if facts.answered.is_none() {
                        let moved = self.moved(seen)?;
                        if !moved.is_empty() {
                            return self.conflict(order, moved);
                        }
                    }
                    flow.loaded(&facts)
                }
                Step::Commit(changes) => {
                    let committed = self.store.commit(&changes)?;
                    events = Some(changes.events);
                    flow.committed(committed)
                }
                Step::Done(result) => {
                    let done = Box::new(result?);
                    return Ok(match events {
                        Some(events) if flow.has_committed() => Became::Accepted { done, events },
                        _ => Became::Repeated { done },
                    });
                }
            };
        }
    }

    fn conflict(&self, order: &Order, moved: Vec<MovedRow>) -> Result<Became, Error> {
        let decided = facts_for(self.store, order).and_then(|facts| decide(order, &facts).map(drop));
        match decided {
            Err(error) if error.category() == Category::Store || error.is_retryable() => Err(error),
            decided => Ok(Became::Conflict { moved, error: decided.err().map(|error| self.said(&error)) }),
        }
    }

    fn said(&self, error: &Error) -> Box<WireError> {
        Box::new(WireError::new(error, self.batch.language, self.batch.actor.audience()))
    }

    /// Those of the rows that are not what was seen.
    fn moved(&self, seen: &[SeenRow]) -> Result<Vec<MovedRow>, Error> {
        if seen.is_empty() {
            return Ok(Vec::new());
        }
        let needs: Vec<Need> = seen.iter().filter_map(|seen| need(seen.row)).collect();
        let facts = self.store.load(self.bank, &needs)?;
        let mut moved = Vec::new();
        for SeenRow { row, version } in seen {
            let partner = partner_of(&facts, *row);
            let now = version_of(&facts, *row).filter(|_| self.may_see(*row, partner));
            let stuck = self.stuck.get(row).copied();
            if stuck.is_none() && now == Some(*version) {
                continue;
            }
            let seen = stuck.unwrap_or(*version);
            let since = match partner.filter(|_| self.may_see(*row, partner)) {
                Some(partner) => self.since(*row, partner, seen)?,
                None => Vec::new(),
            };
            moved.push(MovedRow { row: *row, seen, now, since });
        }
        Ok(moved)
    }

    /// A partner's user sees its bank, its partner, and that one's requests and distributions.
    fn may_see(&self, row: RowId, partner: Option<PartnerId>) -> bool {
        self.batch.actor.partner().is_none_or(|own| partner == Some(own) || matches!(row, RowId::Bank(_)))
    }

    /// What happened to a row after it had this version: the partner's history folded, for each event raises the version of
    /// the rows it changes.
    fn since(&self, row: RowId, partner: PartnerId, version: Version) -> Result<Vec<Recorded>, Error> {
        let is_own = self.batch.actor.partner().is_some();
        if is_own && !self.may_look(partner)? {
            return Ok(Vec::new());
        }
        let (mut facts, mut since) = (Facts::default(), Vec::new());
        let mut query = HistoryQuery { partner: Some(partner), after: 0, limit: MAX_PAGE };
        loop {
            let page = self.store.history(self.bank, &query)?;
            let is_last = page.len() < MAX_PAGE;
            for recorded in page {
                query.after = recorded.seq;
                let before = version_of(&facts, row);
                evolve_partner(&mut facts, &recorded.event)?;
                evolve_request(&mut facts, &recorded.event.what)?;
                evolve_distribution(&mut facts, &recorded.event.what)?;
                let after = version_of(&facts, row);
                if after != before && after.is_none_or(|after| after > version) && since.len() < MAX_PAGE {
                    since.extend(if is_own { shown_to_partner(recorded) } else { Some(recorded) });
                }
            }
            if is_last || since.len() >= MAX_PAGE {
                return Ok(since);
            }
        }
    }

    /// Whether the partner may look at its own.
    fn may_look(&self, partner: PartnerId) -> Result<bool, Error> {
        let facts = self.store.load(self.bank, &[Need::Partner(partner)])?;
        let standing = facts.partners.get(&partner).map(crate::partner::Partner::standing);
        Ok(standing.is_some_and(|standing| capable(standing, Capability::ViewOwn) == Answer::Yes))
    }
}

/// What loads a row. The bank is always loaded; reminders are not decided on.
const fn need(row: RowId) -> Option<Need> {
    Some(match row {
        RowId::Bank(_) | RowId::Reminder(_) => return None,
        RowId::Category(id) => Need::Category(id),
        RowId::Item(id) => Need::Item(id),
        RowId::Group(id) => Need::Group(id),
        RowId::Partner(id) => Need::Partner(id),
        RowId::Request(id) => Need::Request(id),
        RowId::Distribution(id) => Need::Distribution(id),
        RowId::Person(id) => Need::Person(id),
    })
}

fn version_of(facts: &Facts, row: RowId) -> Option<Version> {
    match row {
        RowId::Bank(id) => facts.bank.as_ref().filter(|bank| bank.id == id).map(|row| row.version),
        RowId::Category(id) => facts.categories.get(&id).map(|row| row.version),
        RowId::Item(id) => facts.items.get(&id).map(|row| row.version),
        RowId::Group(id) => facts.groups.get(&id).map(|row| row.version),
        RowId::Partner(id) => facts.partners.get(&id).map(|row| row.version),
        RowId::Request(id) => facts.requests.get(&id).map(|row| row.version),
        RowId::Distribution(id) => facts.distributions.get(&id).map(|row| row.version),
        RowId::Person(id) => facts.people.get(&id).map(|row| row.version),
        RowId::Reminder(id) => facts.reminders.get(&id).map(|row| row.version),
    }
}

/// The partner in whose history a row's events stand.
fn partner_of(facts: &Facts, row: RowId) -> Option<PartnerId> {
    match row {
        RowId::Partner(id) => Some(id),
        RowId::Request(id) => facts.requests.get(&id).map(|row| row.partner),
        RowId::Distribution(id) => facts.distributions.get(&id).map(|row| row.partner),
        _ => None,
    }
}

/// An event as a partner's user may read it: what the rows it may ask for tell as well. The bank's notes are not among it.
fn shown_to_partner(mut recorded: Recorded) -> Option<Recorded> {
    match &mut recorded.event.what {
        What::PartnerUpdated { patch, .. } => patch.notes = Change::Keep,
        What::ProfileUpdated { .. }
        | What::PartnerMoved { .. }
        | What::ExceptionSet { .. }
        | What::ExceptionRemoved { .. }
        | What::RequestSubmitted(_)
        | What::RequestStarted { .. }
        | What::RequestReleased { .. }
        | What::RequestFulfilled { .. }
        | What::RequestReopened { .. }
        | What::RequestCancelled { .. }
        | What::DistributionRecorded(_)
        | What::DistributionUpdated { .. }
        | What::DistributionCompleted { .. }
        | What::DistributionTakenBack { .. } => {}
        _ => return None,
    }
    Some(recorded)
}

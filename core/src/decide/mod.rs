//! Decisions: facts and a command in, events or a refusal out.
//!
//! [`decide`] does no input or output, reads no clock and draws no random number. What it looks up it looks up through
//! `Deciding`, which notes what was looked at: a decision's reads are what the store checks again when it writes
//! ([`crate::store::Expect`]).

mod after;
mod bank;
mod distribution;
mod due;
mod items;
mod lifecycle;
mod needs;
mod partner;
mod people;
mod request;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub(crate) use after::After;
pub use needs::needs;
pub(crate) use partner::status_reason;
pub(crate) use request::request_refused;

use crate::actor::{Actor, not_found};
use crate::bank::Bank;
use crate::capability::Answer;
use crate::command::{Command, DuePart, Order};
use crate::distribution::Distribution;
use crate::error::{Code, Error, Reason};
use crate::event::{Event, What};
use crate::id::{BankId, CategoryId, DistributionId, GroupId, Ids, ItemId, PartnerId, PersonId, RequestId};
use crate::item::{Category, Group, Item};
use crate::message::{self, Message};
use crate::order::gathered;
use crate::partner::Partner;
use crate::people::InvitationRef;
use crate::request::Request;
use crate::store::{Expect, Facts, RowId, Write};

/// The answer to an accepted command.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Done {
    /// What the command created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<RowId>,
    /// What its user should know. Nothing was refused for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Reason>,
    /// For a bulk command: the answer for each partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bulk: Option<Bulk>,
    /// For partners that changed their group: lines of their open requests that they could no longer request.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub no_longer_permitted: Vec<LineNoLongerPermitted>,
    /// For signing in: whether the person may act, or only look.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Answer>,
    /// For an accepted invitation: who holds which role from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<InvitationRef>,
    /// For a batch of the daily job: what was due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<DueDone>,
}

/// What the daily job did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DueDone {
    /// How many reminders went out.
    pub reminded: u64,
    /// Of how many partners recertification is required from now on.
    pub required: u64,
    /// The batch to go on with; none after the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<DuePart>,
}

/// The answers of a bulk command, counts first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bulk {
    /// How many partners were moved.
    pub accepted: u64,
    /// How many were refused.
    pub refused: u64,
    /// One answer a partner, in the order given, or sorted by name for a filter.
    pub each: Vec<Each>,
}

/// One partner's answer in a bulk command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Each {
    /// The partner.
    pub partner: PartnerId,
    /// Why it was refused; empty if it was not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
}

/// A line of an open request that the partner may no longer request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LineNoLongerPermitted {
    /// The request.
    pub request: RequestId,
    /// The item.
    pub item: ItemId,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// An accepted command: what it answers, and everything it would write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The bank.
    pub bank: BankId,
    /// The answer.
    pub done: Done,
    /// What happened.
    pub events: Vec<Event>,
    /// What people are told.
    pub messages: Vec<Message>,
    /// What the decision relied on.
    pub expects: Vec<Expect>,
    /// The rows that changed.
    pub writes: Vec<Write>,
}

/// The bank an order is for: the actor's, or the one that the host's command names.
///
/// # Errors
/// [`Code::NotPermitted`] when the host itself gives a command that is for people, or the other way round, and
/// [`Code::InvitationInvalid`] for a token that names no bank.
pub fn bank_of(order: &Order) -> Result<BankId, Error> {
    match (&order.command, order.actor.bank()) {
        (Command::CreateBank(new), None) => Ok(new.id.unwrap_or_else(|| Ids::new(order.id, order.at).next())),
        (Command::AddAdmin { bank, .. }, None) => Ok(*bank),
        (Command::AcceptInvitation { token, .. }, None) => {
            token.bank().ok_or_else(|| Code::InvitationInvalid.into())
        }
        (Command::CreateBank(_) | Command::AddAdmin { .. } | Command::AcceptInvitation { .. }, Some(_)) => {
            Err(crate::actor::not_permitted("host"))
        }
        (_, Some(bank)) => Ok(bank),
        (_, None) => Err(crate::actor::not_permitted("bank_staff")),
    }
}

/// Decides `order` on `facts`, which must hold what [`needs`] asks for.
///
/// # Errors
/// The refusal, with all its reasons: see [`crate::catalogue`].
pub fn decide(order: &Order, facts: &Facts) -> Result<Decision, Error> {
    let bank = bank_of(order)?;
    let mut deciding = Deciding::new(order, facts);
    deciding.command(bank)?;
    deciding.finish(bank)
}

/// A decision under way.
pub(crate) struct Deciding<'a> {
    pub(crate) order: &'a Order,
    pub(crate) facts: &'a Facts,
    pub(crate) ids: Ids,
    pub(crate) done: Done,
    events: Vec<Event>,
    expects: BTreeSet<Expect>,
}

impl<'a> Deciding<'a> {
    pub(crate) fn new(order: &'a Order, facts: &'a Facts) -> Self {
        Self {
            order,
            facts,
            ids: Ids::new(order.id, order.at),
            done: Done::default(),
            events: Vec::new(),
            expects: BTreeSet::new(),
        }
    }

    fn command(&mut self, bank: BankId) -> Result<(), Error> {
        self.acts_by_right()?;
        let command = &self.order.command;
        if let Some((action, partner)) = command.action() {
            return self.act(action, partner, command.words());
        }
        match command {
            Command::CreateBank(new) => self.create_bank(bank, new),
            Command::UpdateBank(patch) => self.update_bank(patch),
            Command::SetMessageText { kind, language, text } => {
                self.set_message_text(*kind, *language, text.as_ref())
            }
            Command::AddAdmin { admin, .. } => self.add_admin(admin),
            Command::InvitePerson { person, role } => self.invite_person(person, *role),
            Command::AcceptInvitation { token, email } => self.accept_invitation(token, email),
            Command::ChangeRole { person, to } => self.change_role(*person, *to),
            Command::RevokeRole { person, role } => self.revoke_role(*person, *role),
            Command::SignIn => self.sign_in(),
            Command::SetUpProxy { partner, people } => self.set_up_proxy(partner, people),
            Command::AddPartner(new) => self.add_partner(new).map(drop),
            Command::UpdatePartner { partner, patch } => self.update_partner(*partner, patch),
            Command::UpdateProfile { partner, patch } => self.update_profile(*partner, patch),
            Command::Bulk { action, partners, reason } => self.bulk(*action, partners, reason.as_deref()),
            Command::AddCategory { id, name } => self.add_category(*id, name),
            Command::RenameCategory { category, name } => self.rename_category(*category, name),
            Command::DeleteCategory { category } => self.delete_category(*category),
            Command::AddItem(new) => self.add_item(new),
            Command::UpdateItem { item, patch } => self.update_item(*item, patch),
            Command::AddGroup { id, name, categories } => self.add_group(*id, name, categories),
            Command::UpdateGroup { group, patch } => self.update_group(*group, patch),
            Command::DeleteGroup { group, move_members } => self.delete_group(*group, *move_members),
            Command::SetGroupCap { group, item, cap } => self.set_group_cap(*group, *item, *cap),
            Command::SetException { partner, item, rule, last_day } => {
                self.set_exception(*partner, *item, *rule, *last_day)
            }
            Command::RemoveException { partner, item } => self.remove_exception(*partner, *item),
            Command::SubmitRequest(new) => self.submit_request(new),
            Command::StartRequest { request } => self.start_request(*request),
            Command::ReleaseRequest { request } => self.release_request(*request),
            Command::CancelRequest { request, reason } => self.cancel_request(*request, reason.as_deref()),
            Command::RecordDistribution(new) => self.record_distribution(new),
            Command::UpdateDistribution { distribution, patch } => {
                self.update_distribution(*distribution, patch)
            }
            Command::CompleteDistribution { distribution } => self.complete_distribution(*distribution),
            Command::TakeBackDistribution { distribution } => self.take_back_distribution(*distribution),
            Command::SendDue { part } => self.send_due(*part),
            // Decided above: every action of the transition table takes one road.
            Command::Invite { .. }
            | Command::RenewInvitation { .. }
            | Command::InviteAndApprove { .. }
            | Command::SubmitForApproval { .. }
            | Command::AskForChanges { .. }
            | Command::Approve { .. }
            | Command::RequireRecertification { .. }
            | Command::Deactivate { .. }
            | Command::Reactivate { .. }
            | Command::Remove { .. } => Ok(()),
        }
    }

    /// Applies the events and collects what is to be written.
    fn finish(mut self, bank: BankId) -> Result<Decision, Error> {
        self.rely_on_who_is_told()?;
        let after = After::of(self.facts, &self.events)?;
        let messages = message::caused_by(self.order, &after, &self.events, &mut self.ids);
        Ok(Decision {
            bank,
            done: self.done,
            writes: after.writes(),
            events: self.events,
            messages,
            expects: self.expects.into_iter().collect(),
        })
    }

    /// Whether and what people are told depends on the bank and on the partner, also where the command itself looked at
    /// neither: a partner deactivated meanwhile gets no mail.
    fn rely_on_who_is_told(&mut self) -> Result<(), Error> {
        let partners: BTreeSet<PartnerId> =
            gathered(self.events.iter().filter_map(|event| event.what.partner()));
        for partner in partners {
            if self.facts.partners.contains_key(&partner) {
                self.bank()?;
                self.partner(partner)?;
            }
        }
        if !self.events.is_empty() {
            for filer in needs::filers(self.order, self.facts) {
                self.known(filer);
            }
        }
        Ok(())
    }

    /// Something happens.
    pub(crate) fn happen(&mut self, what: What) {
        let Order { id, at, actor, .. } = *self.order;
        self.events.push(Event { at, by: actor, command: id, what });
    }

    /// The decision relies on nothing at all having happened in the bank since the facts were read.
    pub(crate) fn rely_on_whole_bank(&mut self) {
        self.expects.insert(Expect::Seq(self.facts.seq));
    }

    /// The id of a new row: the one given, if it is free, or the next one.
    pub(crate) fn new_id<T: Copy + From<uuid::Uuid>>(
        &mut self,
        given: Option<T>,
        taken: impl Fn(&Facts, T) -> bool,
        row: impl Fn(T) -> RowId,
        what: &str,
    ) -> Result<T, Error> {
        let id = given.unwrap_or_else(|| self.ids.next());
        if taken(self.facts, id) {
            return Err(Reason::new(Code::IdTaken).with("what", what).on("id").into());
        }
        self.expects.insert(Expect::Absent(row(id)));
        self.done.created = Some(row(id));
        Ok(id)
    }

    /// The actor's bank.
    pub(crate) fn bank(&mut self) -> Result<&'a Bank, Error> {
        let bank = self.facts.bank.as_ref().ok_or_else(|| not_found("bank"))?;
        self.expects.insert(Expect::Version(RowId::Bank(bank.id), bank.version));
        Ok(bank)
    }

    /// A partner the actor can see: any of the bank's, or for a partner's user its own.
    pub(crate) fn partner(&mut self, id: PartnerId) -> Result<&'a Partner, Error> {
        if self.order.actor.partner().is_some_and(|own| own != id) {
            return Err(not_found("partner"));
        }
        let row = self.facts.partners.get(&id).ok_or_else(|| not_found("partner"))?;
        self.expects.insert(Expect::Version(RowId::Partner(id), row.version));
        Ok(row)
    }

    /// The group a partner is in.
    pub(crate) fn group_of(&mut self, partner: &Partner) -> Result<Option<&'a Group>, Error> {
        partner.details.group.map(|group| self.group(group)).transpose()
    }

    /// A group of the bank.
    pub(crate) fn group(&mut self, id: GroupId) -> Result<&'a Group, Error> {
        let row = self.facts.groups.get(&id).ok_or_else(|| not_found("group"))?;
        self.expects.insert(Expect::Version(RowId::Group(id), row.version));
        Ok(row)
    }

    /// A category of the bank.
    pub(crate) fn category(&mut self, id: CategoryId) -> Result<&'a Category, Error> {
        let row = self.facts.categories.get(&id).ok_or_else(|| not_found("category"))?;
        self.expects.insert(Expect::Version(RowId::Category(id), row.version));
        Ok(row)
    }

    /// An item of the bank.
    pub(crate) fn item(&mut self, id: ItemId) -> Result<&'a Item, Error> {
        let row = self.facts.items.get(&id).ok_or_else(|| not_found("item"))?;
        self.expects.insert(Expect::Version(RowId::Item(id), row.version));
        Ok(row)
    }

    /// A request the actor can see.
    pub(crate) fn request(&mut self, id: RequestId) -> Result<&'a Request, Error> {
        let row = self.facts.requests.get(&id).ok_or_else(|| not_found("request"))?;
        if self.order.actor.partner().is_some_and(|own| own != row.partner) {
            return Err(not_found("request"));
        }
        self.expects.insert(Expect::Version(RowId::Request(id), row.version));
        Ok(row)
    }

    /// A distribution of the bank.
    pub(crate) fn distribution(&mut self, id: DistributionId) -> Result<&'a Distribution, Error> {
        let row = self.facts.distributions.get(&id).ok_or_else(|| not_found("distribution"))?;
        if self.order.actor.partner().is_some_and(|own| own != row.partner) {
            return Err(not_found("distribution"));
        }
        self.expects.insert(Expect::Version(RowId::Distribution(id), row.version));
        Ok(row)
    }

    /// The person who acts. Requests are filed and claimed by people, never by the scheduler.
    pub(crate) fn person(&self) -> Result<PersonId, Error> {
        self.order.actor.person().ok_or_else(|| crate::actor::not_permitted("bank_staff"))
    }

    /// Who acts.
    pub(crate) fn actor(&self) -> Actor {
        self.order.actor
    }
}

//! What a store is asked for, and what it answers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::change::{CommandRecord, Row};
use crate::bank::Bank;
use crate::command::PartnerFilter;
use crate::distribution::Distribution;
use crate::id::{
    CategoryId, CommandId, DistributionId, GroupId, ItemId, PartnerId, PersonId, ReminderId, RequestId,
};
use crate::item::{Category, Group, Item};
use crate::listing::{PartnerSort, Place};
use crate::partner::Partner;
use crate::people::{InvitationRef, Person};
use crate::receipt::Receipt;
use crate::reminder::Reminder;
use crate::request::{Request, RequestState};
use crate::token::TokenDigest;

/// One thing to read. The bank itself is always read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Need {
    /// What the command with this id was answered, if it was. Imports are not among them: they have their receipt.
    Command(CommandId),
    /// The receipt of the import, if there was one.
    Receipt,
    /// A partner and the group it is in.
    Partner(PartnerId),
    /// The partner that holds this name key ([`crate::text::name_key`]).
    PartnerNamed(String),
    /// The partner that holds this email key ([`crate::text::email_key`]).
    PartnerWithEmail(String),
    /// The partner with this external id.
    PartnerWithExternalId(String),
    /// Up to 5 partners whose name looks like this ([`crate::text::look_key`]). An empty key looks like nothing.
    PartnersLookingLike(String),
    /// A page of partners and the groups they are in.
    Partners(PartnerPage),
    /// How many partners there are in each status, whatever the filter.
    PartnerCounts,
    /// All partners whose profile switches a kind of request off.
    PartnersWithNarrowedKinds,
    /// Whether the partner has any request or distribution, whatever their state ([`Facts::with_history`]).
    PartnerHasHistory(PartnerId),
    /// All members of a group.
    Members(GroupId),
    /// A category.
    Category(CategoryId),
    /// The category that holds this name key.
    CategoryNamed(String),
    /// All categories.
    Categories,
    /// The items and groups that use a category.
    UsersOfCategory(CategoryId),
    /// An item.
    Item(ItemId),
    /// The item that holds this name key.
    ItemNamed(String),
    /// All items.
    Items,
    /// A group.
    Group(GroupId),
    /// The group that holds this name key.
    GroupNamed(String),
    /// All groups.
    Groups,
    /// A request, its partner, the partner's group, and the items in its lines.
    Request(RequestId),
    /// A page of requests.
    Requests(RequestPage),
    /// All pending and started requests of a partner, and the items in their lines.
    OpenRequests(PartnerId),
    /// A distribution, its partner, and its request.
    Distribution(DistributionId),
    /// A page of distributions.
    Distributions(DistributionPage),
    /// How many requests there are in each state, and since when the oldest open one has waited.
    RequestCounts,

    // People.
    /// A person as this bank knows it.
    Person(PersonId),
    /// All people this bank knows.
    People,
    /// All people who hold or are invited to one of the bank's own two roles.
    BankPeople,
    /// All people who are or are invited to be users of a partner.
    Users(PartnerId),
    /// Whether the person holds any role in any bank of the store ([`Facts::logins`]): the one look across banks.
    Login(PersonId),
    /// What a token of this bank stands for ([`Facts::tokens`]), the person, and the partner of the role.
    Token(#[cfg_attr(feature = "schema", schemars(with = "String"))] TokenDigest),
    // For the daily job.
    /// Partners that have emails switched on and are not deactivated, by id, with the groups they are in, and the deadline
    /// reminders of days from `since` on that were sent to them.
    PartnersWithEmails {
        /// The first day of reminders.
        since: NaiveDate,
        /// Only partners after this one.
        after: Option<PartnerId>,
        /// At most this many partners.
        limit: usize,
    },
    /// Approved partners last approved before a moment, the first approved first and then by id, with all reminders of
    /// recertification that were sent to them.
    ApprovedBefore {
        /// The moment.
        before: DateTime<Utc>,
        /// Only partners after this one, which was approved then.
        after: Option<(DateTime<Utc>, PartnerId)>,
        /// At most this many partners.
        limit: usize,
    },
    /// Scheduled distributions of a day, by id, with their partners, the requests they fulfil, and the reminders that were
    /// sent of distributions on that day.
    ScheduledOn {
        /// The day.
        day: NaiveDate,
        /// Only distributions after this one.
        after: Option<DistributionId>,
        /// At most this many distributions.
        limit: usize,
    },
    /// A page of reminders that went out.
    Reminders(ReminderPage),
}

/// A page of partners in some order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartnerPage {
    /// Which ones.
    pub filter: PartnerFilter,
    /// The order.
    pub sort: PartnerSort,
    /// Only those after this place.
    pub after: Option<Place>,
    /// At most this many.
    pub limit: usize,
}

/// A page of requests, newest id first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestPage {
    /// Only this partner's.
    pub partner: Option<PartnerId>,
    /// Only these states; empty means all.
    pub states: BTreeSet<RequestState>,
    /// Only those before this one in the list.
    pub after: Option<RequestId>,
    /// At most this many.
    pub limit: usize,
}

/// A page of distributions, newest id first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DistributionPage {
    /// Only this partner's.
    pub partner: Option<PartnerId>,
    /// Only those before this one in the list.
    pub after: Option<DistributionId>,
    /// At most this many.
    pub limit: usize,
}

/// A page of reminders that went out, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReminderPage {
    /// Only those sent to this partner.
    pub partner: Option<PartnerId>,
    /// Only those after this one.
    pub after: Option<ReminderId>,
    /// At most this many.
    pub limit: usize,
}

/// Which events to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HistoryQuery {
    /// Only this partner's.
    pub partner: Option<PartnerId>,
    /// Only those after this place; 0 begins at the beginning.
    pub after: u64,
    /// At most this many.
    pub limit: usize,
}

/// Which messages to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MessageQuery {
    /// Only this partner's.
    pub partner: Option<PartnerId>,
    /// Skip this many.
    pub skip: usize,
    /// At most this many.
    pub limit: usize,
}

/// What was read. Also what events are folded over: see [`crate::evolve`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Facts {
    /// The bank; none if there is no such bank.
    pub bank: Option<Bank>,
    /// The number of the bank's last event, read in the same view.
    pub seq: u64,
    /// What the command asked about was answered.
    pub answered: Option<CommandRecord>,
    /// The receipt of the import.
    pub receipt: Option<Receipt>,
    /// Partners.
    pub partners: BTreeMap<PartnerId, Partner>,
    /// How many partners there are in each status.
    pub counts: BTreeMap<crate::status::Status, u64>,
    /// How many requests there are in each state.
    pub request_counts: BTreeMap<RequestState, u64>,
    /// When the oldest of the open requests was filed.
    pub oldest_open_request: Option<DateTime<Utc>>,
    /// Partners with requests or distributions, of those asked about.
    pub with_history: BTreeSet<PartnerId>,
    /// Categories.
    pub categories: BTreeMap<CategoryId, Category>,
    /// Items.
    pub items: BTreeMap<ItemId, Item>,
    /// Groups.
    pub groups: BTreeMap<GroupId, Group>,
    /// Requests.
    pub requests: BTreeMap<RequestId, Request>,
    /// Distributions.
    pub distributions: BTreeMap<DistributionId, Distribution>,
    /// People.
    pub people: BTreeMap<PersonId, Person>,
    /// People with a login, of those asked about.
    pub logins: BTreeSet<PersonId>,
    /// What tokens stand for, of those asked about.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, InvitationRef>"))]
    pub tokens: BTreeMap<TokenDigest, InvitationRef>,
    /// Reminders that went out.
    pub reminders: BTreeMap<ReminderId, Reminder>,
}

impl Facts {
    /// Adds a row to those of its kind, in place of the one with its id.
    pub fn add(&mut self, row: Row) {
        match row {
            Row::Bank(row) => self.bank = Some(row),
            Row::Category(row) => drop(self.categories.insert(row.id, row)),
            Row::Item(row) => drop(self.items.insert(row.id, row)),
            Row::Group(row) => drop(self.groups.insert(row.id, row)),
            Row::Partner(row) => drop(self.partners.insert(row.id, row)),
            Row::Request(row) => drop(self.requests.insert(row.id, row)),
            Row::Distribution(row) => drop(self.distributions.insert(row.id, row)),
            Row::Person(row) => drop(self.people.insert(row.id, row)),
            Row::Reminder(row) => drop(self.reminders.insert(row.id, row)),
        }
    }
}

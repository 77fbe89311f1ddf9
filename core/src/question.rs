//! Questions: everything that can be asked without anything happening.

mod as_of;
mod ask;
mod dashboard;
mod due;
mod offline;
mod people;
mod texts;
mod what_if;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use self::ask::{allowed_actions, ask};
pub use self::dashboard::{Awaiting, Dashboard, FirstStep, OpenRequests, StartingStep};
pub(crate) use self::people::roles_of;
use crate::actor::Actor;
use crate::bank::Bank;
use crate::capability::Capability;
use crate::command::{Command, PartnerFilter};
use crate::decide::Done;
use crate::distribution::Distribution;
use crate::error::Reason;
use crate::event::Recorded;
use crate::explain::{Explanation, MessageExplanation};
use crate::id::{DistributionId, GroupId, ItemId, PartnerId, PersonId, RequestId};
use crate::item::{Category, Group, Item};
use crate::language::Language;
use crate::listing::PartnerSort;
use crate::message::{Given, Message, MessageKind, OwnText, Said};
use crate::partner::Partner;
use crate::people::{Person, RoleOf};
use crate::permission::{self, Permission};
use crate::profile::completeness::Completeness;
use crate::profile::form::Form;
use crate::receipt::Receipt;
use crate::recertification::DuePartner;
use crate::reminder::ReminderKind;
use crate::request::{Request, RequestState};
use crate::schedule::Schedule;
use crate::status::Status;
use crate::transition::Action;

/// The most rows one page gives.
pub const MAX_PAGE: usize = 1_000;

/// A question with who asks it and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Inquiry {
    /// The time: some answers depend on the day.
    pub at: DateTime<Utc>,
    /// Who asks.
    pub actor: Actor,
    /// The language of sentences in the answer.
    #[serde(default)]
    pub language: Language,
    /// What is asked.
    pub question: Question,
}

/// What can be asked. Pages hold at most [`MAX_PAGE`] rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Question {
    /// The bank and its settings.
    Bank,
    /// The receipt of the import, if there was one (bank).
    Receipt,
    /// One partner.
    Partner {
        /// The partner.
        partner: PartnerId,
    },
    /// The form of the profile in one language: the sections the bank asks for, their fields, limits and words.
    ProfileSchema {
        /// The language; English if not said.
        #[serde(default)]
        language: Language,
    },
    /// How much of a partner's profile is filled in.
    ProfileCompleteness {
        /// The partner.
        partner: PartnerId,
    },
    /// A page of partners, and the counts per status (bank).
    Partners {
        /// Which ones.
        #[serde(default)]
        filter: PartnerFilter,
        /// In which order; by name if not said.
        #[serde(default)]
        sort: PartnerSort,
        /// The cursor of the page before. It stays good whatever becomes of the partners.
        #[serde(default)]
        after: Option<String>,
        /// How many.
        limit: usize,
    },
    /// A partner as it was at a past moment (bank).
    PartnerAsOf {
        /// The partner.
        partner: PartnerId,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// What is to be done next (bank).
    Dashboard,
    /// All categories (bank).
    Categories,
    /// All items (bank).
    Items,
    /// All groups (bank).
    Groups,
    /// For each item, whether the partner may request it and by which rule.
    Permitted {
        /// The partner.
        partner: PartnerId,
    },
    /// Which actions the asker may take on the partner now.
    AllowedActions {
        /// The partner.
        partner: PartnerId,
    },
    /// What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
    /// bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
    /// gets neither notes nor items that partners do not see.
    TakeAlong {
        /// The partner.
        partner: PartnerId,
    },
    /// Why a partner has a capability or not, and what would change that.
    ExplainCapability {
        /// The partner.
        partner: PartnerId,
        /// The capability.
        capability: Capability,
    },
    /// Why a command would be refused, and what would change that.
    ExplainCommand {
        /// The command.
        command: Box<Command>,
    },
    /// The bank's own people: admins and staff, those who are only invited too (bank).
    People,
    /// The users of a partner, those who are only invited too.
    Users {
        /// The partner.
        partner: PartnerId,
    },
    /// All roles a person holds, in any bank, the one used last first (host).
    RolesOf {
        /// The person.
        person: PersonId,
    },
    /// The bank's own texts of messages, and what may stand in braces in each kind (bank).
    MessageTexts,
    /// What a message would say (bank).
    PreviewMessageText {
        /// The kind.
        kind: MessageKind,
        /// The language.
        #[serde(default)]
        language: Language,
        /// The bank's own text, checked as if it were set; without one, the text that is said now, the bank's own or ours.
        #[serde(default)]
        text: Option<OwnText>,
        /// About this partner, with its name and status; else about a made-up one. The request, distribution and days in it
        /// are made up always.
        #[serde(default)]
        partner: Option<PartnerId>,
    },
    /// What a command would mean for what partners may request: who would lose which item, which open requests would
    /// no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.
    WhatIf {
        /// The command.
        command: Box<Command>,
    },
    /// One request.
    Request {
        /// The request.
        request: RequestId,
    },
    /// A page of requests, newest first.
    Requests {
        /// Only this partner's.
        #[serde(default)]
        partner: Option<PartnerId>,
        /// Only these states.
        #[serde(default)]
        states: BTreeSet<RequestState>,
        /// The last request of the page before.
        #[serde(default)]
        after: Option<RequestId>,
        /// How many.
        limit: usize,
    },
    /// One distribution.
    Distribution {
        /// The distribution.
        distribution: DistributionId,
    },
    /// A page of distributions, newest first.
    Distributions {
        /// Only this partner's.
        #[serde(default)]
        partner: Option<PartnerId>,
        /// The last distribution of the page before.
        #[serde(default)]
        after: Option<DistributionId>,
        /// How many.
        limit: usize,
    },
    /// The next days of reminders (bank).
    NextReminders {
        /// Of this schedule, be it set or only tried out; else of the group's or the bank's own.
        #[serde(default)]
        schedule: Option<Schedule>,
        /// Of this group.
        #[serde(default)]
        group: Option<GroupId>,
        /// The first day; today unless said otherwise.
        #[serde(default)]
        from: Option<NaiveDate>,
        /// How many, at most 100.
        limit: usize,
    },
    /// A page of partners whose recertification is due on a day or before, the first approved first (bank).
    DuePartners {
        /// The day, past or to come.
        on: NaiveDate,
        /// The last partner of the page before.
        #[serde(default)]
        after: Option<PartnerId>,
        /// How many.
        limit: usize,
    },
    /// Whether and why, or why not, a partner gets or got a reminder on a day (bank).
    ExplainMessage {
        /// The partner.
        partner: PartnerId,
        /// Which reminder.
        kind: ReminderKind,
        /// The day, in the bank's time zone.
        on: NaiveDate,
    },
    /// Events, oldest first (bank).
    History {
        /// Only this partner's.
        #[serde(default)]
        partner: Option<PartnerId>,
        /// Only those after this place.
        #[serde(default)]
        after: u64,
        /// How many.
        limit: usize,
    },
    /// Messages of the outbox, oldest first (bank).
    Messages {
        /// Only those about this partner.
        #[serde(default)]
        partner: Option<PartnerId>,
        /// Skip this many.
        #[serde(default)]
        skip: usize,
        /// How many.
        limit: usize,
    },
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// See [`Question::Bank`].
    Bank(Bank),
    /// See [`Question::Receipt`].
    Receipt(Option<Receipt>),
    /// See [`Question::Partner`].
    Partner(Partner),
    /// See [`Question::ProfileSchema`].
    ProfileSchema(Form),
    /// See [`Question::ProfileCompleteness`].
    ProfileCompleteness(Completeness),
    /// See [`Question::Partners`].
    Partners {
        /// The page.
        partners: Vec<Partner>,
        /// How many partners there are in each status, whatever the filter.
        counts: BTreeMap<Status, u64>,
        /// The cursor of the next page; none if this is the last one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        next: Option<String>,
    },
    /// See [`Question::PartnerAsOf`].
    PartnerAsOf(Partner),
    /// See [`Question::Dashboard`].
    Dashboard(Dashboard),
    /// See [`Question::Categories`].
    Categories(Vec<Category>),
    /// See [`Question::Items`].
    Items(Vec<Item>),
    /// See [`Question::Groups`].
    Groups(Vec<Group>),
    /// See [`Question::Permitted`].
    Permitted(Vec<ItemPermission>),
    /// See [`Question::AllowedActions`].
    AllowedActions(Vec<Action>),
    /// See [`Question::TakeAlong`].
    TakeAlong(String),
    /// See [`Question::ExplainCapability`] and [`Question::ExplainCommand`].
    Explanation(Explanation),
    /// See [`Question::People`] and [`Question::Users`].
    People(Vec<Person>),
    /// See [`Question::RolesOf`].
    RolesOf(Vec<RoleOf>),
    /// See [`Question::MessageTexts`].
    MessageTexts(Vec<TextsOfKind>),
    /// See [`Question::PreviewMessageText`].
    MessageText(Said),
    /// See [`Question::WhatIf`].
    WhatIf(WhatIf),
    /// See [`Question::Request`].
    Request(Request),
    /// See [`Question::Requests`].
    Requests(Vec<Request>),
    /// See [`Question::Distribution`].
    Distribution(Distribution),
    /// See [`Question::Distributions`].
    Distributions(Vec<Distribution>),
    /// See [`Question::NextReminders`].
    NextReminders(Vec<NextReminder>),
    /// See [`Question::DuePartners`].
    DuePartners(Vec<DuePartner>),
    /// See [`Question::ExplainMessage`].
    MessageExplanation(MessageExplanation),
    /// See [`Question::History`].
    History(Vec<Recorded>),
    /// See [`Question::Messages`].
    Messages(Vec<Message>),
}

/// What a bank has of its own for one kind of message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TextsOfKind {
    /// The kind.
    pub kind: MessageKind,
    /// What may stand in braces.
    pub placeholders: Vec<NamedPlaceholder>,
    /// The bank's own texts, by language. Where there is none, ours is said.
    pub own: BTreeMap<Language, OwnText>,
}

/// What may stand in braces in a bank's own text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedPlaceholder {
    /// Its name, as it stands between the braces.
    pub name: String,
    /// When it has a value.
    pub given: Given,
}

/// A day of reminders that is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NextReminder {
    /// The day.
    pub day: NaiveDate,
    /// The deadline it is about.
    pub deadline: NaiveDate,
    /// When that day begins in the bank's time zone: the earliest moment the daily job sends it.
    pub from: DateTime<Utc>,
}

/// Whether a partner may request an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemPermission {
    /// The item.
    pub item: ItemId,
    /// Its name.
    pub name: String,
    /// The answer.
    pub permitted: bool,
    /// How the answer came about.
    pub permission: Permission,
    /// Every reason for a no.
    pub reasons: Vec<Reason>,
}

impl ItemPermission {
    /// The answer for one item on `today`, a day of the bank. `group` is the partner's, `category` the item's.
    #[must_use]
    pub fn new(
        bank: &Bank,
        partner: &Partner,
        group: Option<&Group>,
        item: &Item,
        category: Option<&Category>,
        today: NaiveDate,
    ) -> Self {
        let permission = permission::permitted(bank, partner, group, item, today);
        Self {
            item: item.id,
            name: item.details.name.clone(),
            permitted: permission.is_permitted(),
            reasons: permission::reasons(&permission, partner, group, item, category),
            permission,
        }
    }
}

/// What a command would mean for what partners may request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WhatIf {
    /// The answer it would get.
    pub done: Done,
    /// What people would be told.
    pub messages: Vec<Message>,
    /// How many items would be lost, counted for each partner.
    pub items_lost: u64,
    /// How many open requests would no longer be taken.
    pub requests_invalid: u64,
    /// Who would lose which item: the first [`MAX_PAGE`].
    pub lost: Vec<ItemLost>,
    /// The open requests that would no longer be taken: the first [`MAX_PAGE`].
    pub invalid: Vec<RequestInvalid>,
}

/// An item that a partner may request now and could not request then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemLost {
    /// The partner.
    pub partner: PartnerId,
    /// The item.
    pub item: ItemId,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// An open request that would not be taken if it were filed anew. It stays as it is all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestInvalid {
    /// The partner it is for.
    pub partner: PartnerId,
    /// The request.
    pub request: RequestId,
    /// Why, with the line where it is about one. Reasons it would be refused for already are not among them.
    pub reasons: Vec<Reason>,
}

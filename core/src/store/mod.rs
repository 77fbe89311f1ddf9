//! The storage trait: few, coarse methods, each one transaction.
//!
//! A store knows no rule. It reads what it is asked for in one consistent view, and writes what it is given if, and only
//! if, what the decision looked at has not changed since. What must be unique is kept unique by the store's own keys:
//! a store that cannot write a change set because a key is held answers [`Committed::Stale`], and the next
//! [`Store::load`] shows who holds it.
//!
//! Hardly a method takes another bank's rows: every call names one bank, but for what a host asks about all of them. A bank that is not there has no rows, and what would
//! be written to it is stale.

pub mod answer;
pub mod calls;
pub mod clash;
mod import;
pub mod keys;
pub mod memory;
pub mod ordered;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use self::import::{Clash, ClashKey, Holder, ImportRow, ImportRows, Imported, NewImport, Settled};
use crate::bank::{Bank, Version};
use crate::command::PartnerFilter;
use crate::distribution::Distribution;
use crate::error::Error;
use crate::event::{Event, Recorded};
use crate::id::{
    BankId, CategoryId, CommandId, DistributionId, GroupId, ItemId, PartnerId, PersonId, ReminderId,
    RequestId,
};
use crate::item::{Category, Group, Item};
use crate::listing::{PartnerSort, Place};
use crate::message::Message;
use crate::outbox::{Claim, Noted, Outcome};
use crate::partner::Partner;
use crate::people::{InvitationRef, Person};
use crate::receipt::Receipt;
use crate::reminder::Reminder;
use crate::request::{Request, RequestState};
use crate::token::TokenDigest;

/// Where a bank's rows live.
///
/// All methods may be called from many threads at once. They block; see [`crate::flow`] for hosts that must not.
/// Every method may fail with one of the codes that begin with `store_`; then nothing was written.
pub trait Store: Send + Sync {
    /// Reads what is needed, in one consistent view.
    ///
    /// # Errors
    /// `store_…`. An id that is not there is no error: it is simply not among the facts.
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error>;

    /// Writes a change set in one transaction, durably, or not at all.
    ///
    /// # Errors
    /// `store_…`. That something has changed meanwhile is no error but [`Committed::Stale`].
    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error>;

    /// Imports all partners in one transaction, under a key that lets a bank do so only once.
    ///
    /// Takes `rows` to the end, tells them every key that is held twice ([`ImportRows::clash`]), asks
    /// [`ImportRows::settle`] once, and then writes everything or nothing. Memory use does not grow with the file.
    ///
    /// # Errors
    /// `store_…`, or what `rows` failed with; nothing was written.
    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error>;

    /// Events of a bank in the order they happened.
    ///
    /// # Errors
    /// `store_…`.
    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error>;

    /// Messages of a bank in the order they were caused, oldest first.
    ///
    /// # Errors
    /// `store_…`.
    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error>;

    /// Hands out messages in one transaction, each to one caller at a time: those that are due at `claim.at`
    /// ([`Delivery::is_due`](crate::outbox::Delivery::is_due)), oldest first. They are kept and given back as
    /// [`Delivery::claimed`](crate::outbox::Delivery::claimed).
    ///
    /// # Errors
    /// `store_…`; nothing was claimed.
    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error>;

    /// Notes how attempts to deliver went, in one transaction: each as
    /// [`Delivery::settled`](crate::outbox::Delivery::settled) has it, one after the other.
    ///
    /// # Errors
    /// `store_…`; nothing was noted.
    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error>;

    /// All banks of the store, by name and then id. For hosts and tools; no actor can ask for it.
    ///
    /// # Errors
    /// `store_…`.
    fn banks(&self) -> Result<Vec<Bank>, Error>;

    /// Keeps the digest of a token that is about to be handed out. Whether the invitation is still open is asked when the
    /// token comes back. Kept twice, it is kept once.
    ///
    /// # Errors
    /// `store_…`. That the bank does not know the person is no error but [`Committed::Stale`].
    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error>;

    /// A person as each bank knows it in which it holds or is invited to a role, by the banks' ids. For hosts; no actor
    /// can ask for it.
    ///
    /// # Errors
    /// `store_…`.
    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error>;

    /// Hands out everything there is of a bank, in one consistent view and in the order of [`Piece`]: rows by id,
    /// events and messages as they happened, commands by id, tokens by digest. Memory use does not grow with the bank. A bank that is not
    /// there has no pieces.
    ///
    /// # Errors
    /// `store_…`, or what `take` fails with, which ends it.
    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error>;

    /// Takes in a whole bank in one transaction: the pieces another store handed out, asked for until there are none.
    /// [`Committed::Stale`] if the store holds the bank already, or if the pieces do not fit together: a key is held
    /// twice, or a row refers to one that is not there.
    ///
    /// # Errors
    /// `store_…`, or what `give` fails with; nothing was written.
    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error>;
}

impl<S: Store + ?Sized> Store for std::sync::Arc<S> {
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error> {
        (**self).load(bank, needs)
    }
    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        (**self).commit(changes)
    }
    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        (**self).import(import, rows)
    }
    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error> {
        (**self).history(bank, query)
    }
    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error> {
        (**self).messages(bank, query)
    }
    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error> {
        (**self).claim(bank, claim)
    }
    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        (**self).settle(bank, at, outcomes)
    }
    fn banks(&self) -> Result<Vec<Bank>, Error> {
        (**self).banks()
    }
    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        (**self).keep_token(bank, token, invitation)
    }
    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error> {
        (**self).roles_of(person)
    }

    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error> {
        (**self).take_out(bank, take)
    }
    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        (**self).take_in(bank, give)
    }
}

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

/// What a command was answered, kept so that a repeat gets the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CommandRecord {
    /// The command's id.
    pub id: CommandId,
    /// SHA-256 of the actor and the command, to tell a repeat from a reused id. 32 bytes; hexadecimal in JSON.
    #[serde(with = "crate::text::hex")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub digest: Vec<u8>,
    /// When.
    pub at: DateTime<Utc>,
    /// The answer.
    pub answer: Value,
}

/// Everything one command writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeSet {
    /// The bank.
    pub bank: BankId,
    /// The command and its answer. Its id must not have been recorded before.
    pub command: CommandRecord,
    /// What must still be so.
    pub expects: Vec<Expect>,
    /// The rows to write, in this order.
    pub writes: Vec<Write>,
    /// The events to append, in this order.
    pub events: Vec<Event>,
    /// The messages to append, in this order.
    pub messages: Vec<Message>,
}

/// Something a decision relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Expect {
    /// There is no row with this id.
    Absent(RowId),
    /// The row is there and has this version.
    Version(RowId, Version),
    /// Nothing at all has happened in the bank since event `seq`. For decisions that looked at a whole set of rows.
    Seq(u64),
}

/// Names a row. On the wire: `{"partner": "0198…"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RowId {
    /// The bank itself.
    Bank(BankId),
    /// A category.
    Category(CategoryId),
    /// An item.
    Item(ItemId),
    /// A group.
    Group(GroupId),
    /// A partner.
    Partner(PartnerId),
    /// A request.
    Request(RequestId),
    /// A distribution.
    Distribution(DistributionId),
    /// A person as the bank knows it.
    Person(PersonId),
    /// A reminder that went out.
    Reminder(ReminderId),
}

/// A row with all that hangs on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Row {
    /// The bank itself.
    Bank(Bank),
    /// A category.
    Category(Category),
    /// An item with its units.
    Item(Item),
    /// A group with its categories and caps.
    Group(Group),
    /// A partner with its exceptions.
    Partner(Partner),
    /// A request with its lines.
    Request(Request),
    /// A distribution with its lines.
    Distribution(Distribution),
    /// A person with its roles.
    Person(Person),
    /// A reminder that went out. It outlives its partner, as what has happened does: it refers to nothing but the bank.
    Reminder(Reminder),
}

impl Row {
    /// The row's name.
    #[must_use]
    pub const fn id(&self) -> RowId {
        match self {
            Self::Bank(row) => RowId::Bank(row.id),
            Self::Category(row) => RowId::Category(row.id),
            Self::Item(row) => RowId::Item(row.id),
            Self::Group(row) => RowId::Group(row.id),
            Self::Partner(row) => RowId::Partner(row.id),
            Self::Request(row) => RowId::Request(row.id),
            Self::Distribution(row) => RowId::Distribution(row.id),
            Self::Person(row) => RowId::Person(row.id),
            Self::Reminder(row) => RowId::Reminder(row.id),
        }
    }
}

/// One write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(
    clippy::large_enum_variant,
    reason = "a change set holds a handful of rows; boxing them buys nothing"
)]
pub enum Write {
    /// Insert the row, or replace it and all that hangs on it.
    Put(Row),
    /// Delete the row and all that hangs on it. Refused ([`Committed::Stale`]) while another row refers to it.
    Remove(RowId),
}

/// One piece of a bank, when all of it is taken from one store to another: see [`crate::take_along`].
///
/// They come in the order of the variants; rows in that of [`Row`], the bank itself first, so that a row comes after
/// those it refers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Piece {
    /// A row.
    Row(Row),
    /// The receipt of the import.
    Receipt(Receipt),
    /// An event.
    Event(Recorded),
    /// A message of the outbox.
    Message(Message),
    /// What a command was answered.
    Command(CommandRecord),
    /// What a token of an invitation stands for.
    Token {
        /// What is kept of the token: hexadecimal in JSON.
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        digest: TokenDigest,
        /// Which invitation it is for.
        invitation: InvitationRef,
    },
}

/// What became of a change set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Committed {
    /// Written.
    Done,
    /// Nothing was written: an expectation no longer holds, a unique key is held, a row is still referred to, or the
    /// command was recorded meanwhile. Load again and decide anew.
    Stale,
}

//! What a store writes: the rows of a bank, and the change set of a command.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::bank::{Bank, Version};
use crate::distribution::Distribution;
use crate::event::{Event, Recorded};
use crate::id::{
    BankId, CategoryId, CommandId, DistributionId, GroupId, ItemId, PartnerId, PersonId, ReminderId,
    RequestId,
};
use crate::item::{Category, Group, Item};
use crate::message::Message;
use crate::partner::Partner;
use crate::people::{InvitationRef, Person};
use crate::receipt::Receipt;
use crate::reminder::Reminder;
use crate::request::Request;
use crate::token::TokenDigest;

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

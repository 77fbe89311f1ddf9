//! Commands: everything that can be asked to happen.

mod new;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use self::new::{NewBank, NewDistribution, NewPartner, NewPerson, NewRequest};
use crate::actor::Actor;
use crate::bank::BankPatch;
use crate::distribution::DistributionPatch;
use crate::id::{
    BankId, CategoryId, CommandId, DistributionId, GroupId, ItemId, PartnerId, PersonId, RequestId,
};
use crate::item::{GroupPatch, ItemPatch, NewItem};
use crate::language::Language;
use crate::message::{MessageKind, OwnText};
use crate::partner::{ExceptionRule, PartnerPatch};
use crate::people::Role;
use crate::profile::ProfilePatch;
use crate::status::Status;
use crate::token::Token;
use crate::transition::Action;

/// A command with everything a decision needs from outside: who, when, and an id that makes a repeat harmless.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Drawn by the host, once for each thing it wants done. The same id sent again gets the first answer again.
    pub id: CommandId,
    /// The time, to the microsecond; finer parts are cut off.
    pub at: DateTime<Utc>,
    /// Who asks.
    pub actor: Actor,
    /// What is asked.
    pub command: Command,
}

/// What can be asked to happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// Create a bank (host).
    CreateBank(NewBank),
    /// Give a bank an admin, at once and without an invitation (host).
    AddAdmin {
        /// The bank.
        bank: BankId,
        /// The admin.
        admin: NewPerson,
    },
    /// Change a bank's name, address or settings (admin).
    UpdateBank(BankPatch),
    /// Say a kind of message in the bank's own words (admin).
    SetMessageText {
        /// The kind.
        kind: MessageKind,
        /// The language the words are in.
        language: Language,
        /// The words, with [placeholders](MessageKind::placeholders); null takes them back, and ours are said again.
        text: Option<OwnText>,
    },

    /// Add a partner (bank).
    AddPartner(NewPartner),
    /// Change what the bank says about a partner (bank).
    UpdatePartner {
        /// The partner.
        partner: PartnerId,
        /// What to change.
        patch: PartnerPatch,
    },
    /// Change what a partner says about itself (its users; bank).
    UpdateProfile {
        /// The partner.
        partner: PartnerId,
        /// What to change.
        patch: ProfilePatch,
    },
    /// See [`Action::Invite`].
    Invite {
        /// The partner.
        partner: PartnerId,
    },
    /// See [`Action::RenewInvitation`].
    RenewInvitation {
        /// The partner.
        partner: PartnerId,
    },
    /// See [`Action::InviteAndApprove`].
    InviteAndApprove {
        /// The partner.
        partner: PartnerId,
    },
    /// See [`Action::SubmitForApproval`].
    SubmitForApproval {
        /// The partner.
        partner: PartnerId,
    },
    /// See [`Action::AskForChanges`].
    AskForChanges {
        /// The partner.
        partner: PartnerId,
        /// What to change; required, at most 10,000 characters.
        note: String,
    },
    /// See [`Action::Approve`].
    Approve {
        /// The partner.
        partner: PartnerId,
    },
    /// See [`Action::RequireRecertification`].
    RequireRecertification {
        /// The partner.
        partner: PartnerId,
    },
    /// See [`Action::Deactivate`].
    Deactivate {
        /// The partner.
        partner: PartnerId,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// See [`Action::Reactivate`].
    Reactivate {
        /// The partner.
        partner: PartnerId,
    },
    /// See [`Action::Remove`].
    Remove {
        /// The partner.
        partner: PartnerId,
    },
    /// One action on many partners, each decided on its own, all in one transaction (bank).
    Bulk {
        /// Which action; one of [`Action::BULK`].
        action: Action,
        /// Which partners.
        partners: Selection,
        /// Why, where the action takes a reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },

    // People.
    /// Invite a person to a role (admin; a partner's users, to their own partner). Who has a login gets the role at once.
    InvitePerson {
        /// The person.
        person: NewPerson,
        /// The role.
        role: Role,
    },
    /// Accept an invitation for a person the host has authenticated (host).
    AcceptInvitation {
        /// The token that was sent.
        token: Token,
        /// The address the host knows the person by.
        email: String,
    },
    /// Make staff an admin, or an admin staff (admin).
    ChangeRole {
        /// The person.
        person: PersonId,
        /// The new role, one of the bank's two.
        to: Role,
    },
    /// Take a role, or an open invitation to it, from a person (admin).
    RevokeRole {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// Begin to act in the role the actor names; that is also how to switch.
    SignIn,
    /// Add a partner that stands for the bank's own direct distribution, approved at once and used by people of the bank
    /// (bank). Nobody is written to.
    SetUpProxy {
        /// The partner. It is a proxy whatever its flag says.
        partner: NewPartner,
        /// Its users: people of the bank. None where the host keeps the people.
        people: BTreeSet<PersonId>,
    },

    /// Add a category (bank).
    AddCategory {
        /// The id it shall have; without one it gets one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<CategoryId>,
        /// Its name.
        name: String,
    },
    /// Rename a category (bank).
    RenameCategory {
        /// The category.
        category: CategoryId,
        /// Its new name.
        name: String,
    },
    /// Delete a category that is not in use (bank).
    DeleteCategory {
        /// The category.
        category: CategoryId,
    },
    /// Add an item (bank).
    AddItem(NewItem),
    /// Change an item (bank).
    UpdateItem {
        /// The item.
        item: ItemId,
        /// What to change.
        patch: ItemPatch,
    },
    /// Add a group (bank).
    AddGroup {
        /// The id it shall have; without one it gets one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<GroupId>,
        /// Its name.
        name: String,
        /// The categories its members may request.
        #[serde(default)]
        categories: BTreeSet<CategoryId>,
    },
    /// Change a group (bank).
    UpdateGroup {
        /// The group.
        group: GroupId,
        /// What to change.
        patch: GroupPatch,
    },
    /// Delete a group (bank). With members, it must say where they go.
    DeleteGroup {
        /// The group.
        group: GroupId,
        /// Where its members go.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        move_members: Option<Destination>,
    },
    /// Cap an item for a group, or lift the cap (bank).
    SetGroupCap {
        /// The group.
        group: GroupId,
        /// The item.
        item: ItemId,
        /// The most a member may ask for in one request, at least 1; null lifts it.
        cap: Option<i64>,
    },
    /// Allow or deny an item to one partner (bank).
    SetException {
        /// The partner.
        partner: PartnerId,
        /// The item.
        item: ItemId,
        /// Allowed or denied.
        rule: ExceptionRule,
        /// The last day it holds, inclusive, in the bank's time zone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        last_day: Option<NaiveDate>,
    },
    /// Take an exception back (bank).
    RemoveException {
        /// The partner.
        partner: PartnerId,
        /// The item.
        item: ItemId,
    },

    /// File a request (the partner's users; bank on its behalf).
    SubmitRequest(NewRequest),
    /// Claim a pending request (bank).
    StartRequest {
        /// The request.
        request: RequestId,
    },
    /// Give a claimed request back (the claimant; admin).
    ReleaseRequest {
        /// The request.
        request: RequestId,
    },
    /// Cancel a request (bank, with a reason; the partner, its own pending one).
    CancelRequest {
        /// The request.
        request: RequestId,
        /// Why; required from the bank.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },

    /// Record a distribution (bank).
    RecordDistribution(NewDistribution),
    /// Change a scheduled distribution (bank).
    UpdateDistribution {
        /// The distribution.
        distribution: DistributionId,
        /// What to change.
        patch: DistributionPatch,
    },
    /// Say that a distribution was handed out (bank).
    CompleteDistribution {
        /// The distribution.
        distribution: DistributionId,
    },
    /// Undo a distribution; its request is started again (bank).
    TakeBackDistribution {
        /// The distribution.
        distribution: DistributionId,
    },

    /// One batch of the daily job (scheduler). [`System::run_due`](crate::system::System::run_due) gives them all, one after
    /// the other. A batch in which nothing is due is not recorded.
    SendDue {
        /// Which batch.
        part: DuePart,
    },
}

/// The most partners or distributions one batch of the daily job looks at.
pub const DUE_BATCH: usize = 1_000;

/// A batch of the daily job: of what, and which rows come before it. The answer to each names the next
/// ([`DueDone::next`](crate::decide::DueDone::next)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DuePart {
    /// Deadline reminders.
    DeadlineReminders {
        /// The last partner of the batch before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<PartnerId>,
    },
    /// Recertification: reminders before it, and requiring it.
    Recertification {
        /// When the last partner of the batch before was approved, and which it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<(DateTime<Utc>, PartnerId)>,
    },
    /// Reminders of tomorrow's distributions.
    Distributions {
        /// The last distribution of the batch before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<DistributionId>,
    },
}

impl DuePart {
    /// The first batch.
    pub const FIRST: Self = Self::DeadlineReminders { after: None };
}

/// Which partners a bulk command is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Selection {
    /// These.
    Ids(Vec<PartnerId>),
    /// All that match.
    Matching(PartnerFilter),
}

/// The most partners one bulk command takes.
pub const MAX_BULK: usize = 10_000;

/// Which partners to list. Empty means all that stand in the default list (everybody but the deactivated).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PartnerFilter {
    /// Only these statuses; empty leaves out the deactivated.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub statuses: BTreeSet<Status>,
    /// Only this group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// Only partners whose name key has [`name_key`](crate::text::name_key) of this in it, or whose email key
    /// [`email_key`](crate::text::email_key) of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Where the members of a deleted group go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Destination {
    /// To no group, said outright.
    NoGroup,
    /// To this group.
    Group(GroupId),
}

impl Command {
    /// The action of the transition table this is, with its partner; none for other commands and for bulk ones.
    #[must_use]
    pub const fn action(&self) -> Option<(Action, PartnerId)> {
        Some(match *self {
            Self::Invite { partner } => (Action::Invite, partner),
            Self::RenewInvitation { partner } => (Action::RenewInvitation, partner),
            Self::InviteAndApprove { partner } => (Action::InviteAndApprove, partner),
            Self::SubmitForApproval { partner } => (Action::SubmitForApproval, partner),
            Self::AskForChanges { partner, .. } => (Action::AskForChanges, partner),
            Self::Approve { partner } => (Action::Approve, partner),
            Self::RequireRecertification { partner } => (Action::RequireRecertification, partner),
            Self::Deactivate { partner, .. } => (Action::Deactivate, partner),
            Self::Reactivate { partner } => (Action::Reactivate, partner),
            Self::Remove { partner } => (Action::Remove, partner),
            _ => return None,
        })
    }

    /// The words that go with an action: the note of "ask for changes", the reason of "deactivate".
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::AskForChanges { note, .. } => Some(note),
            Self::Deactivate { reason, .. } => reason.as_deref(),
            _ => None,
        }
    }

    /// The command that is `action` on `partner`.
    #[must_use]
    pub fn from_action(action: Action, partner: PartnerId, words: Option<String>) -> Self {
        match action {
            Action::Invite => Self::Invite { partner },
            Action::RenewInvitation => Self::RenewInvitation { partner },
            Action::InviteAndApprove => Self::InviteAndApprove { partner },
            Action::SubmitForApproval => Self::SubmitForApproval { partner },
            Action::AskForChanges => Self::AskForChanges { partner, note: words.unwrap_or_default() },
            Action::Approve => Self::Approve { partner },
            Action::RequireRecertification => Self::RequireRecertification { partner },
            Action::Deactivate => Self::Deactivate { partner, reason: words },
            Action::Reactivate => Self::Reactivate { partner },
            Action::Remove => Self::Remove { partner },
        }
    }
}

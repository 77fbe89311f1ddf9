//! Events: what has happened, kept for ever.
//!
//! Folding all the events of a bank over nothing gives the rows that are stored (see [`crate::evolve`]), so events carry
//! everything a row needs.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::bank::{Bank, BankPatch};
use crate::distribution::{Distribution, DistributionLine, DistributionPatch};
use crate::id::{
    CategoryId, CommandId, DistributionId, GroupId, InvitationId, ItemId, PartnerId, PersonId, RequestId,
};
use crate::item::{GroupPatch, ItemDetails, ItemPatch};
use crate::language::Language;
use crate::message::{MessageKind, OwnText};
use crate::partner::{Exception, PartnerDetails, PartnerPatch};
use crate::people::{Invitation, Role};
use crate::profile::ProfilePatch;
use crate::receipt::Receipt;
use crate::reminder::Reminder;
use crate::request::Request;
use crate::status::Status;
use crate::transition::Action;

/// Something that has happened: what, who, when, by which command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When.
    pub at: DateTime<Utc>,
    /// Who, in which role.
    pub by: Actor,
    /// The command that caused it.
    pub command: CommandId,
    /// What.
    pub what: What,
}

/// An event with its place in the bank's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    /// Its place, counted from 1 in each bank, without gaps.
    pub seq: u64,
    /// The event.
    pub event: Event,
}

/// What has happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum What {
    /// A bank was created.
    BankCreated(Bank),
    /// A bank was changed.
    BankUpdated(BankPatch),
    /// A bank's own text of a kind of message was set or taken back.
    MessageTextSet {
        /// The kind.
        kind: MessageKind,
        /// The language.
        language: Language,
        /// The text; none when taken back.
        text: Option<OwnText>,
    },
    /// All partners were imported at once. One `partner_imported` a partner stands beside it.
    PartnersImported(Receipt),

    /// A partner was added singly.
    PartnerAdded {
        /// The partner.
        partner: PartnerId,
        /// What was said about it.
        details: PartnerDetails,
    },
    /// A partner was added by the import.
    PartnerImported {
        /// The partner.
        partner: PartnerId,
        /// The line of the file it stands in.
        line: u64,
        /// What was said about it.
        details: PartnerDetails,
    },
    /// What the bank says about a partner was changed.
    PartnerUpdated {
        /// The partner.
        partner: PartnerId,
        /// What was changed.
        patch: PartnerPatch,
    },
    /// What a partner says about itself was changed.
    ProfileUpdated {
        /// The partner.
        partner: PartnerId,
        /// What was changed.
        patch: ProfilePatch,
    },
    /// An action of the transition table was taken.
    PartnerMoved {
        /// The partner.
        partner: PartnerId,
        /// The action.
        action: Action,
        /// The status before.
        from: Status,
        /// The status after.
        to: Status,
        /// The note or reason given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// A partner was removed for ever.
    PartnerRemoved {
        /// The partner.
        partner: PartnerId,
    },
    /// An item was allowed or denied to one partner.
    ExceptionSet {
        /// The partner.
        partner: PartnerId,
        /// The item.
        item: ItemId,
        /// The exception.
        exception: Exception,
    },
    /// An exception was taken back.
    ExceptionRemoved {
        /// The partner.
        partner: PartnerId,
        /// The item.
        item: ItemId,
    },

    /// A person was invited to a role.
    PersonInvited {
        /// The person, and what is written down of it if it is new.
        person: KnownAs,
        /// The role.
        role: Role,
        /// The invitation. It takes the place of an older one to the same role.
        invitation: Invitation,
    },
    /// A person holds a role from now on without an invitation, or held it already and is told so.
    RoleGranted {
        /// The person, and what is written down of it if it is new.
        person: KnownAs,
        /// The role.
        role: Role,
    },
    /// A person accepted an invitation and holds the role from now on.
    InvitationAccepted {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
        /// The invitation.
        invitation: InvitationId,
    },
    /// An open invitation became void, because its address is no longer that of the partner's contact.
    InvitationVoided {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// A person of the bank changed from one of its two roles to the other.
    RoleChanged {
        /// The person.
        person: PersonId,
        /// The new role.
        role: Role,
    },
    /// A role, or an open invitation to it, was taken from a person.
    RoleRevoked {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// A person began to act in a role.
    SignedIn {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },

    /// A category was added.
    CategoryAdded {
        /// The category.
        category: CategoryId,
        /// Its name.
        name: String,
    },
    /// A category was renamed.
    CategoryRenamed {
        /// The category.
        category: CategoryId,
        /// Its new name.
        name: String,
    },
    /// A category was deleted.
    CategoryDeleted {
        /// The category.
        category: CategoryId,
    },
    /// An item was added.
    ItemAdded {
        /// The item.
        item: ItemId,
        /// What is known of it.
        details: ItemDetails,
    },
    /// An item was changed.
    ItemUpdated {
        /// The item.
        item: ItemId,
        /// What was changed.
        patch: ItemPatch,
    },
    /// A group was added.
    GroupAdded {
        /// The group.
        group: GroupId,
        /// Its name.
        name: String,
        /// Its categories.
        categories: BTreeSet<CategoryId>,
    },
    /// A group was changed.
    GroupUpdated {
        /// The group.
        group: GroupId,
        /// What was changed.
        patch: GroupPatch,
    },
    /// A group was deleted.
    GroupDeleted {
        /// The group.
        group: GroupId,
    },
    /// A group's cap on an item was set or lifted.
    GroupCapSet {
        /// The group.
        group: GroupId,
        /// The item.
        item: ItemId,
        /// The cap; none when lifted.
        cap: Option<u32>,
    },

    /// A request was filed.
    RequestSubmitted(Request),
    /// A request was claimed.
    RequestStarted {
        /// The partner it is for.
        partner: PartnerId,
        /// The request.
        request: RequestId,
        /// Who claimed it.
        claimed_by: PersonId,
    },
    /// A claimed request was given back.
    RequestReleased {
        /// The partner it is for.
        partner: PartnerId,
        /// The request.
        request: RequestId,
    },
    /// A request was fulfilled by a distribution.
    RequestFulfilled {
        /// The partner it is for.
        partner: PartnerId,
        /// The request.
        request: RequestId,
        /// The distribution.
        distribution: DistributionId,
        /// Who holds the claim: the claimant, or who fulfilled it straight from pending.
        claimed_by: PersonId,
    },
    /// A fulfilled request is started again, its distribution having been taken back.
    RequestReopened {
        /// The partner it is for.
        partner: PartnerId,
        /// The request.
        request: RequestId,
    },
    /// A request was cancelled.
    RequestCancelled {
        /// The partner it is for.
        partner: PartnerId,
        /// The request.
        request: RequestId,
        /// Why.
        reason: Option<String>,
    },

    /// A distribution was recorded.
    DistributionRecorded(Distribution),
    /// A scheduled distribution was changed.
    DistributionUpdated {
        /// The partner it is for.
        partner: PartnerId,
        /// The distribution.
        distribution: DistributionId,
        /// What was changed, but for the lines.
        patch: DistributionPatch,
        /// All its lines, if they were changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lines: Option<Vec<DistributionLine>>,
    },
    /// A distribution was handed out.
    DistributionCompleted {
        /// The partner it is for.
        partner: PartnerId,
        /// The distribution.
        distribution: DistributionId,
    },
    /// A distribution was undone.
    DistributionTakenBack {
        /// The partner it is for.
        partner: PartnerId,
        /// The distribution.
        distribution: DistributionId,
    },

    /// A partner was reminded by the daily job.
    ReminderSent(Reminder),
}

/// A person in an event, with what is written down of it if the bank does not know it yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KnownAs {
    /// Its id.
    pub id: PersonId,
    /// Its address.
    pub email: String,
    /// Its name; kept if none is known yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its language; kept if none is known yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

impl What {
    /// The partner whose history it belongs to.
    #[must_use]
    pub const fn partner(&self) -> Option<PartnerId> {
        match self {
            Self::PartnerAdded { partner, .. }
            | Self::PartnerImported { partner, .. }
            | Self::PartnerUpdated { partner, .. }
            | Self::ProfileUpdated { partner, .. }
            | Self::PartnerMoved { partner, .. }
            | Self::PartnerRemoved { partner }
            | Self::ExceptionSet { partner, .. }
            | Self::ExceptionRemoved { partner, .. }
            | Self::RequestStarted { partner, .. }
            | Self::RequestReleased { partner, .. }
            | Self::RequestFulfilled { partner, .. }
            | Self::RequestReopened { partner, .. }
            | Self::RequestCancelled { partner, .. }
            | Self::DistributionUpdated { partner, .. }
            | Self::DistributionCompleted { partner, .. }
            | Self::DistributionTakenBack { partner, .. } => Some(*partner),
            Self::PersonInvited { role, .. }
            | Self::RoleGranted { role, .. }
            | Self::InvitationAccepted { role, .. }
            | Self::InvitationVoided { role, .. }
            | Self::RoleChanged { role, .. }
            | Self::RoleRevoked { role, .. }
            | Self::SignedIn { role, .. } => role.partner(),
            Self::RequestSubmitted(request) => Some(request.partner),
            Self::DistributionRecorded(distribution) => Some(distribution.partner),
            Self::ReminderSent(reminder) => Some(reminder.partner),
            _ => None,
        }
    }
}

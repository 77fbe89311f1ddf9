//! Messages: what people are told (rulebook, section 11).
//!
//! A message is written to the outbox in the same transaction as the change that causes it. Delivering is the host's: see
//! [`crate::outbox`].

mod caused;
mod datum;
mod letter;
#[cfg(test)]
mod tests;
mod text;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Params;
use crate::id::{MessageId, PartnerId, PersonId};
use crate::outbox::Delivery;

pub(crate) use caused::caused_by;

/// A message in the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Its id, the same whenever the same command is decided.
    pub id: MessageId,
    /// What it is.
    pub kind: MessageKind,
    /// The partner it is about.
    pub partner: PartnerId,
    /// Who gets it, each once.
    pub recipients: Vec<Recipient>,
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// One line.
    pub subject: String,
    /// The text, plain.
    pub text: String,
    /// The same as HTML, every value escaped.
    pub html: String,
    /// The values in it, for a host that writes its own text.
    pub data: Params,
    /// When it was caused.
    pub at: DateTime<Utc>,
    /// How far its delivery has come.
    #[serde(default)]
    pub delivery: Delivery,
}

/// Who gets a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// Whoever reads this address.
    Email(String),
    /// This person, at the address the host knows.
    Person(PersonId),
}

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// The partner is asked to join.
    Invitation,
    /// A partner has submitted.
    ApprovalRequested,
    /// The bank has approved.
    Approved,
    /// The bank asks for changes.
    ChangesAsked,
    /// The bank asks for recertification.
    RecertificationRequired,
    /// A request has come in.
    RequestReceived,
    /// A request was cancelled.
    RequestCancelled,
    /// A distribution is scheduled.
    DistributionScheduled,
    /// A distribution has changed.
    DistributionChanged,
    /// A distribution was taken back.
    DistributionTakenBack,
    /// The deadline for requests comes near.
    DeadlineReminder,
    /// Recertification comes due.
    RecertificationDue,
    /// A distribution is tomorrow.
    DistributionTomorrow,
}

impl MessageKind {
    /// All kinds.
    pub const ALL: [Self; 13] = [
        Self::Invitation,
        Self::ApprovalRequested,
        Self::Approved,
        Self::ChangesAsked,
        Self::RecertificationRequired,
        Self::RequestReceived,
        Self::RequestCancelled,
        Self::DistributionScheduled,
        Self::DistributionChanged,
        Self::DistributionTakenBack,
        Self::DeadlineReminder,
        Self::RecertificationDue,
        Self::DistributionTomorrow,
    ];

    /// The wire spelling.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::ApprovalRequested => "approval_requested",
            Self::Approved => "approved",
            Self::ChangesAsked => "changes_asked",
            Self::RecertificationRequired => "recertification_required",
            Self::RequestReceived => "request_received",
            Self::RequestCancelled => "request_cancelled",
            Self::DistributionScheduled => "distribution_scheduled",
            Self::DistributionChanged => "distribution_changed",
            Self::DistributionTakenBack => "distribution_taken_back",
            Self::DeadlineReminder => "deadline_reminder",
            Self::RecertificationDue => "recertification_due",
            Self::DistributionTomorrow => "distribution_tomorrow",
        }
    }

    /// The kind with this wire spelling.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

impl std::fmt::Display for MessageKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.slug())
    }
}

//! Messages: what people are told (rulebook, section 11).
//!
//! A message is written to the outbox in the same transaction as the change that causes it. Delivering is the host's: see
//! [`crate::outbox`].

mod caused;
mod datum;
mod letter;
mod own;
mod sample;
#[cfg(test)]
mod tests;
mod text;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::error::Params;
use crate::id::{MessageId, PartnerId, PersonId};
use crate::outbox::Delivery;
use crate::people::InvitationRef;

pub(crate) use caused::caused_by;
pub(crate) use own::check as check_own_text;
pub use own::{Given, OwnText, OwnTexts, Placeholder};
pub use sample::Said;
pub(crate) use sample::said;

/// A message in the outbox.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Its id, the same whenever the same command is decided.
    pub id: MessageId,
    /// What it is.
    pub kind: MessageKind,
    /// The partner it is about; none if it is about the bank's own people.
    pub partner: Option<PartnerId>,
    /// The invitation it carries: the token is made when the message is handed out, and put in place of `{link}` in its
    /// texts.
    #[serde(default)]
    pub invitation: Option<InvitationRef>,
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

impl Message {
    /// Puts `link` where the texts want it, and into the data. No value in a letter reads like [`LINK`], so nothing else
    /// is taken for its place.
    pub(crate) fn fill_in(&mut self, link: &str) {
        (self.text, self.html) = linked(&self.text, &self.html, link);
        self.data.insert("link".to_owned(), link.into());
    }
}

/// The plain text and the HTML with the link in its place.
fn linked(text: &str, html: &str, link: &str) -> (String, String) {
    let mut escaped = String::new();
    letter::escape(link, &mut escaped);
    (text.replace(LINK, link), html.replace(LINK, &format!("<a href=\"{escaped}\">{escaped}</a>")))
}

/// Where the link goes in the texts of an invitation.
const LINK: &str = "{link}";

/// Without its texts and data: once handed out they hold a secret, and addresses are nothing for a log.
impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Message")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("partner", &self.partner)
            .field("at", &self.at)
            .field("delivery", &self.delivery)
            .finish_non_exhaustive()
    }
}

/// Who gets a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// Whoever reads this address.
    Email(String),
    /// This person, at the address the host knows.
    Person(PersonId),
}

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// A person is invited to a role.
    Invitation,
    /// A person holds one more role, with the login it has.
    RoleAdded,
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
    pub const ALL: [Self; 14] = [
        Self::Invitation,
        Self::RoleAdded,
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
            Self::RoleAdded => "role_added",
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

//! Requests: what a partner asks its bank for (rulebook, section 8).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::bank::Version;
use crate::id::{DistributionId, ItemId, PartnerId, PersonId, RequestId};

/// The largest quantity of a line, of a sum, and of the pieces derived from people.
pub const MAX_QUANTITY: u32 = 1_000_000;

/// How a request counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// By quantity, in pieces or in a unit of the item.
    Quantity,
    /// By number of individuals.
    Individuals,
    /// By children.
    Children,
}

impl RequestKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Quantity, Self::Individuals, Self::Children];

    /// Whether quantities are numbers of people.
    #[must_use]
    pub const fn counts_people(self) -> bool {
        !matches!(self, Self::Quantity)
    }

    /// The wire spelling.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Individuals => "individuals",
            Self::Children => "children",
        }
    }

    /// The kind with this wire spelling.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// Nobody of the bank has begun on it.
    Pending,
    /// A person of the bank has claimed it.
    Started,
    /// A distribution was recorded from it.
    Fulfilled,
    /// The bank or the partner withdrew it.
    Cancelled,
}

impl RequestState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Pending, Self::Started, Self::Fulfilled, Self::Cancelled];

    /// Whether it still waits for goods.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Pending | Self::Started)
    }

    /// The wire spelling.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Started => "started",
            Self::Fulfilled => "fulfilled",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state with this wire spelling.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.slug() == slug)
    }
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// How often it has been written.
    pub version: Version,
    /// The partner it is for.
    pub partner: PartnerId,
    /// How it counts.
    pub kind: RequestKind,
    /// Where it stands.
    pub state: RequestState,
    /// What is asked for; each item once.
    pub lines: Vec<RequestLine>,
    /// What the partner adds in words.
    pub comment: Option<String>,
    /// Who filed it.
    pub filed_by: PersonId,
    /// When it was filed.
    pub filed_at: DateTime<Utc>,
    /// Who of the bank has claimed it.
    pub claimed_by: Option<PersonId>,
    /// Why it was cancelled.
    pub cancel_reason: Option<String>,
    /// The distribution recorded from it.
    pub distribution: Option<DistributionId>,
}

/// One line of a request as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestLine {
    /// The item.
    pub item: ItemId,
    /// The item's name when the request was made.
    pub item_name: String,
    /// The unit, or none for plain pieces and for people.
    pub unit: Option<String>,
    /// Pieces, units or people.
    pub quantity: u32,
    /// For people: pieces for each when the request was made.
    pub per_person: Option<u32>,
}

impl RequestLine {
    /// The pieces the line comes to; none for a line in another unit.
    #[must_use]
    pub fn pieces(&self) -> Option<u64> {
        match (&self.unit, self.per_person) {
            (Some(_), _) => None,
            (None, Some(per_person)) => Some(u64::from(self.quantity) * u64::from(per_person)),
            (None, None) => Some(u64::from(self.quantity)),
        }
    }
}

/// One line of a request as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRequestLine {
    /// The item.
    pub item: ItemId,
    /// The unit; none for plain pieces and for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Pieces, units or people: a whole number from 1 to 1,000,000.
    pub quantity: i64,
}

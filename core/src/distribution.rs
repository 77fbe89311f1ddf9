//! Distributions: what a bank hands out to a partner (rulebook, section 9).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::bank::{Version, set};
use crate::id::{DistributionId, ItemId, PartnerId, PersonId, RequestId};
use crate::patch::{Change, given, reduce};

/// How the goods reach the partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The partner comes for them.
    PickUp,
    /// The bank brings them.
    Delivery,
    /// The bank sends them.
    Shipped,
}

impl Method {
    /// All methods.
    pub const ALL: [Self; 3] = [Self::PickUp, Self::Delivery, Self::Shipped];

    /// The wire spelling.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::PickUp => "pick_up",
            Self::Delivery => "delivery",
            Self::Shipped => "shipped",
        }
    }

    /// The method with this wire spelling.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.slug() == slug)
    }
}

/// Where a distribution stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DistributionState {
    /// Planned for a day.
    Scheduled,
    /// Handed out.
    Complete,
    /// Undone. It still counts as history.
    TakenBack,
}

impl DistributionState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Scheduled, Self::Complete, Self::TakenBack];

    /// The wire spelling.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Scheduled => "scheduled",
            Self::Complete => "complete",
            Self::TakenBack => "taken_back",
        }
    }

    /// The state with this wire spelling.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.slug() == slug)
    }
}

/// A distribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Distribution {
    /// Its id.
    pub id: DistributionId,
    /// How often it has been written.
    pub version: Version,
    /// Who receives it.
    pub partner: PartnerId,
    /// The request it fulfils.
    pub request: Option<RequestId>,
    /// Where it stands.
    pub state: DistributionState,
    /// What is handed out.
    pub lines: Vec<DistributionLine>,
    /// The day, in the bank's time zone.
    pub date: NaiveDate,
    /// How the goods reach the partner.
    pub method: Method,
    /// Words about it.
    pub comment: Option<String>,
    /// Who recorded it.
    pub recorded_by: PersonId,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
}

/// One line of a distribution as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DistributionLine {
    /// The item.
    pub item: ItemId,
    /// The item's name when it was recorded.
    pub item_name: String,
    /// Pieces, at least 1.
    pub quantity: u32,
}

/// One line of a distribution as it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDistributionLine {
    /// The item.
    pub item: ItemId,
    /// Pieces: a whole number from 1 to 1,000,000,000.
    pub quantity: i64,
}

/// The largest quantity of a distribution's line.
pub const MAX_HANDED_OUT: u32 = 1_000_000_000;

/// A change to a scheduled distribution: absent is unchanged, null is cleared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct DistributionPatch {
    /// Another day.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "NaiveDate"))]
    pub date: Option<NaiveDate>,
    /// Another method.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Method"))]
    pub method: Option<Method>,
    /// Another comment, or none.
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub comment: Change<String>,
    /// All its lines.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<NewDistributionLine>"))]
    pub lines: Option<Vec<NewDistributionLine>>,
}

impl DistributionPatch {
    /// Changes everything but the lines, which need the items' names (see the event).
    pub(crate) fn apply(&self, distribution: &mut Distribution) {
        set(&mut distribution.date, self.date.as_ref());
        set(&mut distribution.method, self.method.as_ref());
        self.comment.apply(&mut distribution.comment);
    }

    /// Leaves out what would change nothing, so that an event names only what changed.
    pub(crate) fn reduce(&mut self, distribution: &Distribution) {
        reduce(&mut self.date, &distribution.date);
        reduce(&mut self.method, &distribution.method);
        self.comment.reduce(distribution.comment.as_ref());
    }
}

//! The six statuses of a partner (rulebook, section 1).

use serde::{Deserialize, Serialize};

/// Where a partner stands with its bank. Every partner starts [`Status::Uninvited`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In the system, and has not been asked to join.
    #[default]
    Uninvited,
    /// Asked to join; may fill in its profile and submit.
    Invited,
    /// Submitted; the bank reviews.
    AwaitingReview,
    /// May make requests.
    Approved,
    /// Was approved; must submit again before it may make requests.
    RecertificationRequired,
    /// Set aside by the bank. The status before is remembered as `prior`.
    Deactivated,
}

impl Status {
    /// All statuses, in the order of the rulebook's tables.
    pub const ALL: [Self; 6] = [
        Self::Uninvited,
        Self::Invited,
        Self::AwaitingReview,
        Self::Approved,
        Self::RecertificationRequired,
        Self::Deactivated,
    ];

    /// The wire spelling.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Uninvited => "uninvited",
            Self::Invited => "invited",
            Self::AwaitingReview => "awaiting_review",
            Self::Approved => "approved",
            Self::RecertificationRequired => "recertification_required",
            Self::Deactivated => "deactivated",
        }
    }

    /// The status with this wire spelling.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.slug() == slug)
    }

    /// The column of the rulebook's tables, counted from 0.
    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.slug())
    }
}

/// Stands for no status.
const NO_PRIOR: usize = 6;
/// Places for a status, and for none. A power of two, so that a place is put together from bits without reckoning.
const ROOM: usize = 8;

/// A partner's status with what must be remembered to move on from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// The status.
    pub status: Status,
    /// While deactivated, the status before.
    #[serde(default)]
    pub prior: Option<Status>,
    /// Whether the partner was ever approved.
    #[serde(default)]
    pub approved_before: bool,
}

impl Standing {
    /// How every partner starts.
    pub const START: Self = Self { status: Status::Uninvited, prior: None, approved_before: false };

    /// How many places there are: more than standings, and more standings than a partner gets into.
    pub(crate) const PLACES: usize = 2 * ROOM * ROOM;

    /// Where it stands among all of them.
    #[inline]
    pub(crate) const fn place(self) -> usize {
        let prior = match self.prior {
            Some(prior) => prior.index(),
            None => NO_PRIOR,
        };
        (self.approved_before as usize * ROOM + prior) * ROOM + self.status.index()
    }

    /// The standing at a place; for places without a status, any.
    pub(crate) const fn at(place: usize) -> Self {
        let [status, prior] = [place % ROOM, place / ROOM % ROOM];
        #[expect(
            clippy::indexing_slicing,
            reason = "only called when compiling: out of bounds does not compile"
        )]
        let (status, prior) =
            (Status::ALL[status % 6], if prior >= NO_PRIOR { None } else { Some(Status::ALL[prior]) });
        Self { status, prior, approved_before: place / ROOM / ROOM == 1 }
    }
}

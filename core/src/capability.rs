//! What a partner can do in which status: one table (rulebook, section 1).

use serde::{Deserialize, Serialize};

use crate::error::Code;
use crate::status::{Standing, Status};

/// Something a partner can do, or that happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Capability {
    /// Be recorded as the receiver of a distribution.
    ReceiveDistributions,
    /// A person acting as this partner may sign in.
    SignIn,
    /// See its own profile, requests and distributions.
    ViewOwn,
    /// Change its own profile.
    EditProfile,
    /// Hand in its profile for approval.
    SubmitForApproval,
    /// Make requests.
    MakeRequests,
    /// Get deadline reminders, if the bank set them up.
    DeadlineReminders,
    /// Get emails about distributions, if the bank set them up.
    DistributionEmails,
    /// Stand in the list "Partner approvals".
    ListedForApproval,
    /// Stand in the default partner list and in pickers.
    ListedByDefault,
}

/// The answer of the table: yes, no, or only to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Yes, to look and not to change anything.
    ReadOnly,
}

impl Answer {
    /// Whether the answer is anything but no.
    #[must_use]
    pub const fn is_yes(self) -> bool {
        !matches!(self, Self::No)
    }
}

use Answer::{No, ReadOnly, Yes};

/// The table: each capability with its answer for every status in the order of [`Status::ALL`].
///
/// The two answers in the last column that are not "no" hold only if the partner was not `uninvited` before it was
/// deactivated: deactivation gives nobody a right.
#[rustfmt::skip]
pub const CAPABILITIES: [(Capability, [Answer; 6]); 10] = {
    use Capability as C;
    [
        (C::ReceiveDistributions, [Yes, Yes, Yes, Yes, Yes, No]),
        (C::SignIn,               [No,  Yes, Yes, Yes, Yes, ReadOnly]),
        (C::ViewOwn,              [No,  Yes, Yes, Yes, Yes, Yes]),
        (C::EditProfile,          [No,  Yes, Yes, Yes, Yes, No]),
        (C::SubmitForApproval,    [No,  Yes, No,  No,  Yes, No]),
        (C::MakeRequests,         [No,  No,  No,  Yes, No,  No]),
        (C::DeadlineReminders,    [Yes, Yes, Yes, Yes, Yes, No]),
        (C::DistributionEmails,   [Yes, Yes, Yes, Yes, Yes, No]),
        (C::ListedForApproval,    [No,  No,  Yes, No,  No,  No]),
        (C::ListedByDefault,      [Yes, Yes, Yes, Yes, Yes, No]),
    ]
};

/// Whether a partner in `standing` has `capability`.
///
/// ```
/// use partnerkit::capability::{capable, Answer, Capability};
/// use partnerkit::status::Standing;
///
/// assert_eq!(capable(Standing::START, Capability::MakeRequests), Answer::No);
/// assert_eq!(capable(Standing::START, Capability::ReceiveDistributions), Answer::Yes);
/// ```
#[must_use]
#[inline]
pub fn capable(standing: Standing, capability: Capability) -> Answer {
    let answers = ANSWERS.get(standing.place()).and_then(|answers| answers.get(capability as usize));
    answers.copied().unwrap_or(No)
}

/// Places for a capability: a power of two, so that one is found without reckoning.
const ROOM: usize = 16;

/// The answer for every capability in every standing, so that asking is one look. Worked out when compiling.
static ANSWERS: [[Answer; ROOM]; Standing::PLACES] = {
    let mut answers = [[No; ROOM]; Standing::PLACES];
    let mut place = 0;
    while place < Standing::PLACES {
        let standing = Standing::at(place);
        let never_in = matches!(standing.status, Status::Deactivated)
            && matches!(standing.prior, Some(Status::Uninvited));
        let mut capability = 0;
        while capability < CAPABILITIES.len() && !never_in {
            #[expect(
                clippy::indexing_slicing,
                reason = "evaluated when compiling: out of bounds does not compile"
            )]
            {
                answers[place][capability] = CAPABILITIES[capability].1[standing.status.index()];
            }
            capability += 1;
        }
        place += 1;
    }
    answers
};

/// What stands in the way of `capability` for a partner in `standing`; none if nothing does.
#[must_use]
pub fn obstacle(standing: Standing, capability: Capability) -> Option<Code> {
    if capable(standing, capability) == Yes {
        return None;
    }
    Some(match (standing.status, capability) {
        (Status::Uninvited, _) => Code::NotInvitedYet,
        (Status::Deactivated, _) => Code::PartnerDeactivated,
        (Status::AwaitingReview, Capability::SubmitForApproval) => Code::AlreadySubmitted,
        (Status::Approved, _) => Code::AlreadyApproved,
        (_, Capability::ListedForApproval) => Code::NotSubmittedYet,
        (Status::RecertificationRequired, _) => Code::RecertificationRequired,
        (Status::Invited | Status::AwaitingReview, _) => Code::NotApprovedYet,
    })
}

impl Capability {
    /// All capabilities, in the order of the table.
    pub const ALL: [Self; 10] = [
        Self::ReceiveDistributions,
        Self::SignIn,
        Self::ViewOwn,
        Self::EditProfile,
        Self::SubmitForApproval,
        Self::MakeRequests,
        Self::DeadlineReminders,
        Self::DistributionEmails,
        Self::ListedForApproval,
        Self::ListedByDefault,
    ];

    /// The wire spelling.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::ReceiveDistributions => "receive_distributions",
            Self::SignIn => "sign_in",
            Self::ViewOwn => "view_own",
            Self::EditProfile => "edit_profile",
            Self::SubmitForApproval => "submit_for_approval",
            Self::MakeRequests => "make_requests",
            Self::DeadlineReminders => "deadline_reminders",
            Self::DistributionEmails => "distribution_emails",
            Self::ListedForApproval => "listed_for_approval",
            Self::ListedByDefault => "listed_by_default",
        }
    }

    /// The capability with this wire spelling.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|capability| capability.slug() == slug)
    }
}

impl std::fmt::Display for Capability {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.slug())
    }
}

// INVARIANT: row n of the table is capability n, so that `capable` can look it up by number.
const _: () = {
    let mut n = 0;
    while n < CAPABILITIES.len() {
        #[expect(
            clippy::indexing_slicing,
            reason = "evaluated when compiling: out of bounds does not compile"
        )]
        {
            assert!(
                CAPABILITIES[n].0 as usize == n,
                "the rows of CAPABILITIES stand in the order of Capability"
            );
            assert!(Capability::ALL[n] as usize == n, "Capability::ALL stands in the order of Capability");
        }
        n += 1;
    }
};

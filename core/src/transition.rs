//! Who may move a partner where: one table, complete (rulebook, section 2).
//!
//! [`TRANSITIONS`] holds a cell for every command and every status. Nothing else in the library decides a status; the
//! checks at the end of this file keep the table whole when it is compiled.

use serde::{Deserialize, Serialize};

use crate::error::Code;
use crate::status::{Standing, Status};

/// A command of the transition table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Ask the partner's contact to join.
    Invite,
    /// Send a new invitation; the status stays.
    RenewInvitation,
    /// Invite and approve in one step.
    InviteAndApprove,
    /// Hand in the profile for the bank's review.
    SubmitForApproval,
    /// Send a submission back with a note.
    AskForChanges,
    /// Let the partner make requests.
    Approve,
    /// Ask an approved partner to submit again.
    RequireRecertification,
    /// Set the partner aside.
    Deactivate,
    /// Put a deactivated partner back where it was.
    Reactivate,
    /// Remove for ever a partner that left no trace.
    Remove,
}

/// Which sort of actor may give a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Bank staff and bank admins.
    Bank,
    /// A user of the partner, or the bank on its behalf.
    PartnerOrBank,
    /// The bank, or the daily sweep.
    BankOrScheduler,
}

/// Where a move leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// To this status.
    Status(Status),
    /// Nowhere: the status stays and only the invitation is new.
    Stay,
    /// Back to [`Status::Invited`], or to [`Status::RecertificationRequired`] if it was approved before.
    Back,
    /// To the status remembered at deactivation.
    Prior,
    /// Out of the system.
    Gone,
}

/// One cell of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The command is legal and leads there.
    Move(To),
    /// The command is refused for this cause; the action named, if any, does what was meant.
    Refuse(Code, Option<Action>),
}

/// One row of the table: a command, who may give it, and its cell for every status in the order of [`Status::ALL`].
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The command.
    pub action: Action,
    /// Who may give it.
    pub by: By,
    /// One cell a status.
    pub cells: [Cell; 6],
}

const fn to(status: Status) -> Cell {
    Cell::Move(To::Status(status))
}
const fn no(code: Code) -> Cell {
    Cell::Refuse(code, None)
}
const fn instead(code: Code, action: Action) -> Cell {
    Cell::Refuse(code, Some(action))
}

const OFF: Cell = instead(Code::PartnerDeactivated, Action::Reactivate);
const UNINVITED: Cell = instead(Code::NotInvitedYet, Action::Invite);

/// The table. Columns: uninvited, invited, awaiting review, approved, recertification required, deactivated.
#[rustfmt::skip]
pub const TRANSITIONS: [Row; 10] = {
    use Action as A;
    use By::{Bank, BankOrScheduler, PartnerOrBank};
    use Code as C;
    use Status as S;
    const STAY: Cell = Cell::Move(To::Stay);
    [
        Row { action: A::Invite, by: Bank, cells: [
            to(S::Invited), to(S::Invited), instead(C::AlreadySubmitted, A::RenewInvitation),
            instead(C::AlreadyApproved, A::RenewInvitation), instead(C::AlreadyInvited, A::RenewInvitation), OFF] },
        Row { action: A::RenewInvitation, by: Bank, cells: [
            UNINVITED, STAY, STAY, STAY, STAY, OFF] },
        Row { action: A::InviteAndApprove, by: Bank, cells: [
            to(S::Approved), instead(C::AlreadyInvited, A::Approve), instead(C::AlreadySubmitted, A::Approve),
            no(C::AlreadyApproved), instead(C::AlreadyInvited, A::SubmitForApproval), OFF] },
        Row { action: A::SubmitForApproval, by: PartnerOrBank, cells: [
            UNINVITED, to(S::AwaitingReview), no(C::AlreadySubmitted),
            no(C::AlreadyApproved), to(S::AwaitingReview), OFF] },
        Row { action: A::AskForChanges, by: Bank, cells: [
            UNINVITED, no(C::NotSubmittedYet), Cell::Move(To::Back),
            instead(C::AlreadyApproved, A::RequireRecertification), no(C::NotSubmittedYet), OFF] },
        Row { action: A::Approve, by: Bank, cells: [
            UNINVITED, to(S::Approved), to(S::Approved),
            no(C::AlreadyApproved), no(C::NotSubmittedYet), OFF] },
        Row { action: A::RequireRecertification, by: BankOrScheduler, cells: [
            UNINVITED, no(C::NotApprovedYet), no(C::NotApprovedYet),
            to(S::RecertificationRequired), no(C::RecertificationRequired), OFF] },
        Row { action: A::Deactivate, by: Bank, cells: [
            to(S::Deactivated), to(S::Deactivated), to(S::Deactivated),
            to(S::Deactivated), to(S::Deactivated), no(C::PartnerDeactivated)] },
        Row { action: A::Reactivate, by: Bank, cells: [
            no(C::NotDeactivated), no(C::NotDeactivated), no(C::NotDeactivated),
            no(C::NotDeactivated), no(C::NotDeactivated), Cell::Move(To::Prior)] },
        Row { action: A::Remove, by: Bank, cells: [
            Cell::Move(To::Gone), instead(C::AlreadyInvited, A::Deactivate), instead(C::AlreadySubmitted, A::Deactivate),
            instead(C::AlreadyApproved, A::Deactivate), instead(C::AlreadyInvited, A::Deactivate), OFF] },
    ]
};

/// What a command does to a standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)] // Which it is stands in a byte of its own: that is told apart faster than a byte that also says something else.
pub enum Outcome {
    /// The partner is then in this standing (the same one for a renewed invitation).
    Moved(Standing),
    /// The partner is gone.
    Gone,
    /// Refused for this cause; the action named, if any, does what was meant.
    Refused(Code, Option<Action>),
}

/// Decides `action` for a partner in `standing`. Looks at nothing but the table.
///
/// ```
/// use partnerkit::transition::{decide, Action, Outcome};
/// use partnerkit::status::{Standing, Status};
///
/// let Outcome::Moved(invited) = decide(Standing::START, Action::Invite) else { unreachable!() };
/// assert_eq!(invited.status, Status::Invited);
/// ```
#[must_use]
#[inline]
pub fn decide(standing: Standing, action: Action) -> Outcome {
    let outcome = OUTCOMES.get(standing.place()).and_then(|outcomes| outcomes.get(action as usize));
    outcome.copied().unwrap_or_else(|| outcome_of(standing, action))
}

/// What the table says, worked out.
const fn outcome_of(standing: Standing, action: Action) -> Outcome {
    let status = match action.row().cell(standing.status) {
        Cell::Refuse(code, instead) => return Outcome::Refused(code, instead),
        Cell::Move(To::Stay) => return Outcome::Moved(standing),
        Cell::Move(To::Gone) => return Outcome::Gone,
        Cell::Move(To::Status(Status::Deactivated)) => {
            return Outcome::Moved(Standing {
                status: Status::Deactivated,
                prior: Some(standing.status),
                approved_before: standing.approved_before,
            });
        }
        Cell::Move(To::Status(status)) => status,
        Cell::Move(To::Back) if standing.approved_before => Status::RecertificationRequired,
        Cell::Move(To::Back) => Status::Invited,
        Cell::Move(To::Prior) => match standing.prior {
            Some(prior) => prior,
            None => Status::Uninvited,
        },
    };
    Outcome::Moved(Standing {
        status,
        prior: None,
        approved_before: standing.approved_before || matches!(status, Status::Approved),
    })
}

/// Places for an action: a power of two, so that one is found without reckoning.
const ROOM: usize = 16;

/// The outcome of every action in every standing, so that deciding is one look: partners come in no order, and a wrong
/// guess at a branch costs more than everything else here. Worked out when compiling.
static OUTCOMES: [[Outcome; ROOM]; Standing::PLACES] = {
    let mut outcomes = [[Outcome::Gone; ROOM]; Standing::PLACES];
    let mut place = 0;
    while place < Standing::PLACES {
        let mut action = 0;
        while action < Action::ALL.len() {
            #[expect(
                clippy::indexing_slicing,
                reason = "evaluated when compiling: out of bounds does not compile"
            )]
            {
                outcomes[place][action] = outcome_of(Standing::at(place), Action::ALL[action]);
            }
            action += 1;
        }
        place += 1;
    }
    outcomes
};

impl Row {
    /// The cell for `status`.
    #[must_use]
    pub const fn cell(&self, status: Status) -> Cell {
        let [uninvited, invited, awaiting_review, approved, recertification_required, deactivated] =
            self.cells;
        match status {
            Status::Uninvited => uninvited,
            Status::Invited => invited,
            Status::AwaitingReview => awaiting_review,
            Status::Approved => approved,
            Status::RecertificationRequired => recertification_required,
            Status::Deactivated => deactivated,
        }
    }
}

impl Action {
    /// All actions, in the order of the table.
    pub const ALL: [Self; 10] = [
        Self::Invite,
        Self::RenewInvitation,
        Self::InviteAndApprove,
        Self::SubmitForApproval,
        Self::AskForChanges,
        Self::Approve,
        Self::RequireRecertification,
        Self::Deactivate,
        Self::Reactivate,
        Self::Remove,
    ];

    /// The actions that take a list or a filter of partners (rulebook, section 2, "In bulk").
    pub const BULK: [Self; 6] = [
        Self::Invite,
        Self::InviteAndApprove,
        Self::Approve,
        Self::RequireRecertification,
        Self::Deactivate,
        Self::Reactivate,
    ];

    /// The action's row of the table.
    #[must_use]
    pub const fn row(self) -> &'static Row {
        let [
            invite,
            renew_invitation,
            invite_and_approve,
            submit_for_approval,
            ask_for_changes,
            approve,
            require_recertification,
            deactivate,
            reactivate,
            remove,
        ] = &TRANSITIONS;
        match self {
            Self::Invite => invite,
            Self::RenewInvitation => renew_invitation,
            Self::InviteAndApprove => invite_and_approve,
            Self::SubmitForApproval => submit_for_approval,
            Self::AskForChanges => ask_for_changes,
            Self::Approve => approve,
            Self::RequireRecertification => require_recertification,
            Self::Deactivate => deactivate,
            Self::Reactivate => reactivate,
            Self::Remove => remove,
        }
    }

    /// The wire spelling.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Invite => "invite",
            Self::RenewInvitation => "renew_invitation",
            Self::InviteAndApprove => "invite_and_approve",
            Self::SubmitForApproval => "submit_for_approval",
            Self::AskForChanges => "ask_for_changes",
            Self::Approve => "approve",
            Self::RequireRecertification => "require_recertification",
            Self::Deactivate => "deactivate",
            Self::Reactivate => "reactivate",
            Self::Remove => "remove",
        }
    }

    /// The action with this wire spelling.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.slug() == slug)
    }
}

impl std::fmt::Display for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.slug())
    }
}

// INVARIANT: row n of the table is action n of `Action::ALL`, so that `Action::row` cannot pick a wrong one.
const _: () = {
    let mut n = 0;
    while n < TRANSITIONS.len() {
        #[expect(
            clippy::indexing_slicing,
            reason = "evaluated when compiling: out of bounds does not compile"
        )]
        {
            assert!(
                TRANSITIONS[n].action as usize == n,
                "the rows of TRANSITIONS stand in the order of Action"
            );
            assert!(Action::ALL[n] as usize == n, "Action::ALL stands in the order of Action");
        }
        n += 1;
    }
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_worked_out_when_compiling_is_what_the_table_says() {
        for place in 0..Standing::PLACES {
            let standing = Standing::at(place);
            for action in Action::ALL {
                assert_eq!(
                    decide(standing, action),
                    outcome_of(standing, action),
                    "{action} in {standing:?}"
                );
            }
        }
    }
}

//! One partner's life on plain values: what an action would do, without a store and without rows.
//!
//! This is the very decision that a command takes; [`crate::decide`] asks here. It is for hosts that keep partners in tables of
//! their own, or only want to know. What it cannot know it does not say: submitting also needs a profile that may be submitted
//! ([`crate::profile::submit`]).

use serde::Serialize;

use crate::actor::{Actor, not_found, not_permitted};
use crate::capability::{Answer, Capability, capable};
use crate::error::{Code, Error, Reason};
use crate::event::What;
use crate::id::PartnerId;
use crate::message::MessageKind;
use crate::partner::Partner;
use crate::status::Standing;
use crate::text::{self, MAX_NOTES};
use crate::transition::{self, Action, By, Outcome};

/// What is known of the partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case<'a> {
    /// The partner.
    pub partner: PartnerId,
    /// Its name, for the words of a refusal.
    pub name: &'a str,
    /// Its status with what must be remembered to move on from it.
    pub standing: Standing,
    /// Whether its contact is somebody else than was invited last, or nobody was. Only reactivating asks.
    pub new_contact: bool,
    /// Whether its contact has a login already, and so is told of one more role instead of being invited.
    pub has_login: bool,
    /// Whether it has any request or distribution, whatever their state: then it cannot be removed.
    pub has_history: bool,
}

/// What an accepted action does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// What happens to the partner. That its contact is let in is an event of its own, of the store's.
    pub event: What,
    /// How the partner stands from now on; none if it is removed.
    pub standing: Option<Standing>,
    /// What is told because of it, if anything is. See [`MessageKind`] for who is told.
    pub message: Option<MessageKind>,
}

/// Decides `action` on a partner, taken by `actor` with these `words`: the note of "ask for changes", the reason of
/// "deactivate". The actor is taken to be of the partner's bank, and to hold the role it names.
///
/// ```
/// use partnerkit::actor::Actor;
/// use partnerkit::error::Code;
/// use partnerkit::id::{BankId, PartnerId, PersonId};
/// use partnerkit::lifecycle::{Case, decide};
/// use partnerkit::message::MessageKind;
/// use partnerkit::status::{Standing, Status};
/// use partnerkit::transition::Action;
/// # use uuid::Uuid;
///
/// let staff = Actor::BankStaff { bank: BankId(Uuid::from_u128(1)), person: PersonId(Uuid::from_u128(2)) };
/// let mut case = Case {
///     partner: PartnerId(Uuid::from_u128(3)),
///     name: "Ballard Food Bank",
///     standing: Standing::START,
///     new_contact: true,
///     has_login: false,
///     has_history: false,
/// };
/// let invited = decide(&case, Action::Invite, staff, None)?;
/// assert_eq!(invited.message, Some(MessageKind::Invitation));
/// assert_eq!(decide(&case, Action::Approve, staff, None).unwrap_err().code(), Code::NotInvitedYet);
///
/// case.standing = invited.standing.expect("an invited partner is still there");
/// let approved = decide(&case, Action::Approve, staff, None)?;
/// assert_eq!(approved.standing.map(|standing| standing.status), Some(Status::Approved));
/// # Ok::<(), partnerkit::error::Error>(())
/// ```
///
/// # Errors
/// `not_permitted` and `not_found` for an actor who may not take the action on this partner. Else every reason there is: the
/// refusal of the transition table, `note_missing`, `text_too_long`, `control_character`, `partner_has_history`.
pub fn decide(case: &Case<'_>, action: Action, actor: Actor, words: Option<&str>) -> Result<Decided, Error> {
    if actor.partner().is_some_and(|own| own != case.partner) {
        return Err(not_found("partner"));
    }
    may_act(action, actor, case.partner)?;
    weigh(case, action, words).map_err(|reasons| match Error::unless_empty(reasons) {
        Err(error) => error,
        Ok(()) => Reason::bug("refused for no reason").into(),
    })
}

/// Whether the actor may take `action` on this partner, which it can see.
pub(crate) fn may_act(action: Action, actor: Actor, partner: PartnerId) -> Result<(), Error> {
    match action.row().by {
        By::PartnerOrBank => actor.needs_partner(partner),
        By::Bank | By::BankOrScheduler => bank_may_act(action, actor),
    }
}

/// Whether the actor may take an action that is the bank's, whatever the partner.
pub(crate) fn bank_may_act(action: Action, actor: Actor) -> Result<(), Error> {
    match (action.row().by, actor) {
        (By::BankOrScheduler, Actor::Scheduler { .. }) => Ok(()),
        _ if actor.is_bank() => Ok(()),
        _ => Err(not_permitted("bank_staff")),
    }
}

/// [`decide`] for whoever may act: what happens, or every reason why it does not.
pub(crate) fn weigh(case: &Case<'_>, action: Action, words: Option<&str>) -> Result<Decided, Vec<Reason>> {
    let outcome = transition::decide(case.standing, action);
    let about = |code: Code| Reason::new(code).with("partner", case.name);
    let mut reasons = Vec::new();
    if let Outcome::Refused(code, _) = outcome {
        reasons.push(about(code));
    }
    // Named as on the wire: what goes with a deactivation is its reason.
    let field = if action == Action::AskForChanges { "note" } else { "reason" };
    let words = words.unwrap_or_default();
    let note = text::bounded(field, words, MAX_NOTES);
    let note = note.map_err(|reason| reasons.push(reason.on(field))).ok().flatten();
    if action == Action::AskForChanges && words.trim().is_empty() {
        reasons.push(Reason::new(Code::NoteMissing).on("note"));
    }
    if matches!(outcome, Outcome::Gone) && case.has_history {
        reasons.push(about(Code::PartnerHasHistory));
    }
    if !reasons.is_empty() {
        return Err(reasons);
    }
    let (partner, from) = (case.partner, case.standing.status);
    let (event, standing) = match outcome {
        Outcome::Moved(to) => (What::PartnerMoved { partner, action, from, to: to.status, note }, Some(to)),
        Outcome::Gone | Outcome::Refused(..) => (What::PartnerRemoved { partner }, None),
    };
    let let_in = if case.has_login { MessageKind::RoleAdded } else { MessageKind::Invitation };
    let message = message_of(action).or_else(|| lets_in(case, action).then_some(let_in));
    Ok(Decided { event, standing, message })
}

/// Whether `action` lets the person at the partner's contact address in: those that invite do, and reactivating does if the
/// contact was changed meanwhile.
pub(crate) fn lets_in(case: &Case<'_>, action: Action) -> bool {
    let Outcome::Moved(to) = transition::decide(case.standing, action) else { return false };
    match action {
        Action::Invite | Action::RenewInvitation | Action::InviteAndApprove => true,
        Action::Reactivate => case.new_contact && capable(to, Capability::SignIn) == Answer::Yes,
        _ => false,
    }
}

/// What is told of an action itself. Who is let in by one is told of that.
pub(crate) const fn message_of(action: Action) -> Option<MessageKind> {
    match action {
        Action::SubmitForApproval => Some(MessageKind::ApprovalRequested),
        Action::Approve => Some(MessageKind::Approved),
        Action::AskForChanges => Some(MessageKind::ChangesAsked),
        Action::RequireRecertification => Some(MessageKind::RecertificationRequired),
        Action::Invite
        | Action::RenewInvitation
        | Action::InviteAndApprove
        | Action::Deactivate
        | Action::Reactivate
        | Action::Remove => None,
    }
}

impl<'a> Case<'a> {
    /// The case of a row about which `action` is asked; of login and history it does not tell.
    pub(crate) fn of(row: &'a Partner, action: Action) -> Self {
        Self {
            partner: row.id,
            name: &row.details.name,
            standing: row.standing(),
            new_contact: action == Action::Reactivate && row.contact_differs(),
            has_login: false,
            has_history: false,
        }
    }
}

//! Why not, and what would change that (rulebook, section 12).
//!
//! An explanation is made by deciding: the reasons are the ones the command itself would be refused with. The steps are
//! found by searching the transition table for the shortest way, and by naming, for each reason that is not about the
//! status, the one command that lifts it.

mod dated;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};

use crate::bank::{Bank, BankPatch};
use crate::capability::{Answer, Capability, capable};
use crate::command::{Command, NewRequest, Order};
use crate::decide::{decide, status_reason};
use crate::error::{Audience, Category, Code, Error, Reason};
use crate::id::{ItemId, PartnerId};
use crate::item::{Group, ItemPatch};
use crate::language::Language;
use crate::order::gathered;
use crate::partner::{ExceptionRule, Partner, PartnerPatch};
use crate::patch::Change;
use crate::profile::{self, ProfilePatch};
use crate::reminder::schedule_for;
use crate::request::RequestKind;
use crate::schedule::Schedule;
use crate::status::{Standing, Status};
use crate::store::Facts;
use crate::transition::{self, Action, By, Cell, Outcome, To};

pub use self::dated::{MessageExplanation, message};

/// A yes, or a no with everything that is known about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// The answer.
    pub answer: Answer,
    /// Every reason for a no, with its sentences.
    pub reasons: Vec<SaidReason>,
    /// A smallest list of steps after which the answer is yes, in order. Empty for a yes, for what is already reached, and
    /// where no steps lead to a yes.
    pub steps: Vec<Step>,
    /// The state the command asks for is reached already.
    pub already: bool,
    /// No steps lead to a yes.
    pub never: bool,
    /// What to do instead, where something else does what was meant.
    pub instead: Option<Action>,
}

/// A reason with its sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SaidReason {
    /// The reason.
    #[serde(flatten)]
    pub reason: Reason,
    /// The sentence for people of the bank.
    pub staff: String,
    /// The sentence for people of the partner.
    pub partner: String,
}

impl SaidReason {
    /// The reason with its sentences in a language.
    #[must_use]
    pub fn new(reason: Reason, language: Language) -> Self {
        let staff = reason.sentence(language, Audience::Staff);
        let partner = reason.sentence(language, Audience::Partner);
        Self { reason, staff, partner }
    }
}

/// Says reasons that were said in English in another language.
fn say_again(reasons: &mut [SaidReason], language: Language) {
    if language != Language::English {
        for said in reasons {
            *said = SaidReason::new(said.reason.clone(), language);
        }
    }
}

/// A step on the way to a yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Who can take it.
    pub who: Who,
    /// The command to give. The note of "ask for changes" is left for the person to write.
    pub command: Command,
}

/// Who can take a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Bank staff and admins.
    Bank,
    /// Bank admins.
    Admin,
    /// The partner's users, or the bank on their behalf.
    PartnerOrBank,
}

impl Explanation {
    /// The same with its sentences in another language.
    #[must_use]
    pub fn said_in(mut self, language: Language) -> Self {
        say_again(&mut self.reasons, language);
        self
    }

    fn yes(answer: Answer) -> Self {
        Self { answer, reasons: Vec::new(), steps: Vec::new(), already: false, never: false, instead: None }
    }

    fn no(answer: Answer, reasons: Vec<Reason>, steps: Option<Vec<Step>>) -> Self {
        let reasons = reasons.into_iter().map(|reason| SaidReason::new(reason, Language::English)).collect();
        let never = steps.is_none();
        Self { answer, reasons, steps: steps.unwrap_or_default(), already: false, never, instead: None }
    }
}

/// Explains a capability of a partner at the moment `at`, in English; [`Explanation::said_in`] says it otherwise.
///
/// The two email capabilities also take in the partner's flag, and deadline reminders the schedule of its group or bank.
/// Where there is none, the step sets one for the bank; which one is for its admin to choose.
#[must_use]
pub fn capability(
    bank: &Bank,
    group: Option<&Group>,
    partner: &Partner,
    capability: Capability,
    at: DateTime<Utc>,
) -> Explanation {
    let answer = capable(partner.standing(), capability);
    let mut reasons: Vec<Reason> = status_reason(partner, capability).into_iter().collect();
    let mut steps = steps_to(bank, partner, capability, at);
    let emails = matches!(capability, Capability::DeadlineReminders | Capability::DistributionEmails);
    if emails && !partner.details.send_emails {
        reasons.push(Reason::new(Code::EmailsOff).with("partner", partner.details.name.as_str()));
        let patch = PartnerPatch { send_emails: Some(true), ..PartnerPatch::default() };
        let step = Step { who: Who::Bank, command: Command::UpdatePartner { partner: partner.id, patch } };
        steps.iter_mut().for_each(|steps| steps.push(step.clone()));
    }
    if capability == Capability::DeadlineReminders && schedule_for(bank, group, partner).is_none() {
        reasons.push(Code::NoSchedule.into());
        let patch = BankPatch { reminders: Change::Set(Schedule::monthly(10, 20)), ..BankPatch::default() };
        let step = Step { who: Who::Admin, command: Command::UpdateBank(patch) };
        steps.iter_mut().for_each(|steps| steps.push(step.clone()));
    }
    match (answer, reasons.is_empty()) {
        (Answer::Yes, true) => Explanation::yes(Answer::Yes),
        (Answer::ReadOnly, _) => Explanation::no(Answer::ReadOnly, reasons, steps),
        (_, _) => Explanation::no(Answer::No, reasons, steps),
    }
}

/// Explains a command to the one who would give it: decides it, and looks for a way if the answer is no.
/// In English; [`Explanation::said_in`] says it otherwise.
///
/// # Errors
/// "Not found" and "not permitted" are no explanations but errors; they say nothing about what is there.
pub fn command(order: &Order, facts: &Facts) -> Result<Explanation, Error> {
    let Err(refusal) = decide(order, facts) else { return Ok(Explanation::yes(Answer::Yes)) };
    if refusal.category() == Category::NotFound
        || matches!(refusal.code(), Code::NotPermitted | Code::RoleNotHeld)
    {
        return Err(refusal);
    }
    let reasons = refusal.into_reasons();
    let Some(bank) = &facts.bank else { return Ok(Explanation::no(Answer::No, reasons, None)) };
    if let Some((action, id)) = order.command.action()
        && let Some(partner) = facts.partners.get(&id)
    {
        return Ok(action_refused(action, partner, bank, order.at, reasons));
    }
    if reasons.iter().all(|reason| is_done_already(&order.command, reason.code)) {
        return Ok(Explanation { already: true, ..Explanation::no(Answer::No, reasons, Some(Vec::new())) });
    }
    let steps = match &order.command {
        Command::SubmitRequest(new) => request_steps(new, bank, facts, &reasons, order.at),
        command => other_steps(command, bank, facts, &reasons, order.at),
    };
    Ok(Explanation::no(Answer::No, reasons, steps))
}

/// Whether the code says that what the command asks for is so already.
const fn is_done_already(command: &Command, code: Code) -> bool {
    matches!(
        (command, code),
        (Command::StartRequest { .. }, Code::RequestStarted)
            | (Command::ReleaseRequest { .. }, Code::RequestNotStarted)
            | (Command::CancelRequest { .. }, Code::RequestCancelled)
            | (Command::CompleteDistribution { .. }, Code::DistributionComplete)
            | (Command::TakeBackDistribution { .. }, Code::DistributionTakenBack)
    )
}

/// The steps after which a command about a profile, a request or a distribution is accepted; none if there are none.
fn other_steps(
    command: &Command,
    bank: &Bank,
    facts: &Facts,
    reasons: &[Reason],
    at: DateTime<Utc>,
) -> Option<Vec<Step>> {
    let (partner, capability, request) = match command {
        Command::UpdateProfile { partner, .. } => (Some(*partner), Capability::EditProfile, None),
        Command::RecordDistribution(new) => {
            (Some(new.partner), Capability::ReceiveDistributions, new.request)
        }
        Command::StartRequest { request } => (None, Capability::ViewOwn, Some(*request)),
        _ => return None,
    };
    let mut steps = Vec::new();
    let mut liftable = 0;
    if let Some(partner) = partner.and_then(|id| facts.partners.get(&id))
        && let Some(status) = status_reason(partner, capability)
        && reasons.contains(&status)
    {
        steps.extend(steps_to(bank, partner, capability, at)?);
        liftable += 1;
    }
    if let Some(request) = request
        && reasons.iter().any(|reason| reason.code == Code::ClaimedByAnother)
    {
        steps.push(Step { who: Who::Admin, command: Command::ReleaseRequest { request } });
        liftable += 1;
    }
    (liftable == reasons.len()).then_some(steps)
}

fn action_refused(
    action: Action,
    partner: &Partner,
    bank: &Bank,
    at: DateTime<Utc>,
    reasons: Vec<Reason>,
) -> Explanation {
    let standing = partner.standing();
    let instead = match transition::decide(standing, action) {
        Outcome::Refused(_, instead) => instead,
        Outcome::Gone => Some(Action::Deactivate),
        Outcome::Moved(_) => None,
    };
    if is_reached(standing.status, action) {
        return Explanation { already: true, ..Explanation::no(Answer::No, reasons, Some(Vec::new())) };
    }
    // What is wrong with the profile has a section; it is not the command that is wrong.
    let lifted_elsewhere = reasons.iter().any(|reason| {
        (reason.code.category() == Category::InvalidInput && reason.section.is_none())
            || reason.code == Code::PartnerHasHistory
    });
    let mut steps =
        way(standing, |standing| !matches!(transition::decide(standing, action), Outcome::Refused(..)))
            .filter(|_| !lifted_elsewhere)
            .map(|actions| as_steps(&actions, bank, partner, at));
    if let Some(steps) = &mut steps
        && action == Action::SubmitForApproval
    {
        steps.extend(profile_steps(bank, partner, at));
    }
    let instead = instead.filter(|_| steps.is_none());
    Explanation { instead, ..Explanation::no(Answer::No, reasons, steps) }
}

/// Whether the status is the very one the action leads to.
fn is_reached(status: Status, action: Action) -> bool {
    let cells = action.row().cells;
    // What leads back to the status before asks for a partner that is not deactivated.
    cells.contains(&Cell::Move(To::Status(status))) || cells.contains(&Cell::Move(To::Prior))
}

/// The shortest way from `start` to where `goal` holds, never through deactivation.
fn way(start: Standing, goal: impl Fn(Standing) -> bool) -> Option<Vec<Action>> {
    let mut queue = VecDeque::from([(start, Vec::new())]);
    let mut seen: BTreeSet<Standing> = gathered([start]);
    while let Some((standing, actions)) = queue.pop_front() {
        if goal(standing) {
            return Some(actions);
        }
        for action in Action::ALL.into_iter().filter(|action| *action != Action::Deactivate) {
            if let Outcome::Moved(next) = transition::decide(standing, action)
                && seen.insert(next)
            {
                let actions = actions.iter().copied().chain([action]).collect();
                queue.push_back((next, actions));
            }
        }
    }
    None
}

/// The steps after which the partner has `capability`; none if there are none.
fn steps_to(bank: &Bank, partner: &Partner, capability: Capability, at: DateTime<Utc>) -> Option<Vec<Step>> {
    let actions = way(partner.standing(), |standing| capable(standing, capability) == Answer::Yes)?;
    Some(as_steps(&actions, bank, partner, at))
}

/// The actions as steps; whatever keeps the profile from being submitted is put right before it is.
fn as_steps(actions: &[Action], bank: &Bank, partner: &Partner, at: DateTime<Utc>) -> Vec<Step> {
    let mut steps = Vec::new();
    for action in actions {
        if *action == Action::SubmitForApproval {
            steps.extend(profile_steps(bank, partner, at));
        }
        let who = match action.row().by {
            By::PartnerOrBank => Who::PartnerOrBank,
            By::Bank | By::BankOrScheduler => Who::Bank,
        };
        steps.push(Step { who, command: Command::from_action(*action, partner.id, None) });
    }
    steps
}

/// The steps after which the profile can be submitted: at most one by the bank and one by the partner.
fn profile_steps(bank: &Bank, partner: &Partner, at: DateTime<Utc>) -> Vec<Step> {
    let problems = profile::submit::problems(partner, bank, bank.day(at).year());
    let mut patch = profile::submit::remedy(partner, &problems);
    let mut steps = Vec::new();
    if problems.iter().any(|problem| problem.code == Code::NoKindLeft) {
        steps.extend(bank_kind_step(RequestKind::Quantity, bank));
        if !partner.profile.enables(RequestKind::Quantity) {
            patch = patch.set(profile::switch(RequestKind::Quantity), true);
        }
    }
    if !patch.is_empty() {
        steps.push(profile_step(partner, patch));
    }
    steps
}

fn profile_step(partner: &Partner, patch: ProfilePatch) -> Step {
    Step { who: Who::PartnerOrBank, command: Command::UpdateProfile { partner: partner.id, patch } }
}

/// The steps after which the request, as it was asked, is accepted; none if it never is.
fn request_steps(
    new: &NewRequest,
    bank: &Bank,
    facts: &Facts,
    reasons: &[Reason],
    at: DateTime<Utc>,
) -> Option<Vec<Step>> {
    let partner = facts.partners.get(&new.partner)?;
    if reasons.iter().any(|reason| reason.code.category() == Category::InvalidInput) {
        return None;
    }
    let mut steps = steps_to(bank, partner, Capability::MakeRequests, at)?;
    if reasons.iter().any(|reason| reason.code == Code::KindNotEnabled) {
        steps.extend(kind_steps(new.kind, partner, bank));
    }
    let mut by_item: BTreeMap<ItemId, BTreeSet<Code>> = BTreeMap::new();
    for reason in reasons {
        let line = reason.line.and_then(|line| usize::try_from(line).ok());
        if let Some(line) = line.and_then(|line| new.lines.get(line)) {
            by_item.entry(line.item).or_default().insert(reason.code);
        }
    }
    for (item, codes) in by_item {
        steps.extend(item_steps(item, &codes, partner.id));
    }
    let over = reasons.iter().find(|reason| reason.code == Code::OverQuota);
    if let Some(total) = over.and_then(|reason| reason.params.get("total")).and_then(|total| total.as_u64()) {
        let patch = PartnerPatch { quota: Change::Set(total), ..PartnerPatch::default() };
        steps.push(Step { who: Who::Bank, command: Command::UpdatePartner { partner: partner.id, patch } });
    }
    Some(steps)
}

/// The steps that put a kind of request on.
fn kind_steps(kind: RequestKind, partner: &Partner, bank: &Bank) -> Vec<Step> {
    let mut steps: Vec<Step> = bank_kind_step(kind, bank).into_iter().collect();
    if !partner.profile.enables(kind) {
        steps.push(profile_step(partner, ProfilePatch::default().set(profile::switch(kind), true)));
    }
    steps
}

/// The step by which the bank takes a kind of request, if it does not yet.
fn bank_kind_step(kind: RequestKind, bank: &Bank) -> Option<Step> {
    let known = &bank.settings.request_kinds;
    (!known.contains(&kind)).then(|| {
        let kinds = gathered(known.iter().copied().chain([kind]));
        let patch = BankPatch { request_kinds: Some(kinds), ..BankPatch::default() };
        Step { who: Who::Admin, command: Command::UpdateBank(patch) }
    })
}

/// The steps that let the partner request an item. An exception of its own lifts whatever its group or the lack of one
/// says, and its group's cap; it changes nothing for others, so it is the smallest step there is.
fn item_steps(item: ItemId, codes: &BTreeSet<Code>, partner: PartnerId) -> Vec<Step> {
    let mut steps = Vec::new();
    let patch = ItemPatch {
        active: codes.contains(&Code::ItemInactive).then_some(true),
        visible: codes.contains(&Code::ItemHidden).then_some(true),
        ..ItemPatch::default()
    };
    if patch != ItemPatch::default() {
        steps.push(Step { who: Who::Bank, command: Command::UpdateItem { item, patch } });
    }
    let lifted_by_exception = [
        Code::ItemDenied,
        Code::ItemNotInGroup,
        Code::ItemWithoutCategory,
        Code::UngroupedMayRequestNothing,
        Code::OverCap,
    ];
    if lifted_by_exception.iter().any(|code| codes.contains(code)) {
        let (rule, last_day) = (ExceptionRule::Allow, None);
        let command = Command::SetException { partner, item, rule, last_day };
        steps.push(Step { who: Who::Bank, command });
    }
    steps
}

//! Moves and answers of the lifecycle over many partners in random order, and whole decisions.
//!
//! In random order the branches cannot be foreseen, as in a bank's daily work. On one cycle repeated for ever every way
//! to do it takes 1–3 ns, and nothing can be claimed.

use std::hint::black_box;

use partnerkit::bank::OverQuota;
use partnerkit::capability::{Capability, capable};
use partnerkit::command::{Command, NewRequest, Order};
use partnerkit::decide::decide;
use partnerkit::lifecycle::{self, Case};
use partnerkit::partner::Partner;
use partnerkit::request::{NewRequestLine, RequestKind};
use partnerkit::status::{Standing, Status};
use partnerkit::store::Facts;
use partnerkit::transition::{self, Action, Cell, Outcome, To};

use crate::race::{Shuffled, best};
use crate::sample::{self, at, staff};
use crate::table::{Goal, row};

pub const PARTNERS: usize = 4096;
const MOVES: usize = 1 << 16;
const ROUNDS: usize = 60;

/// Which partner, and its action.
pub type Plan = Vec<(u16, Action)>;

fn plan() -> Plan {
    let mut shuffled = Shuffled::new();
    let one = |_| {
        let action = Action::ALL.get(shuffled.below(10)).copied().unwrap_or(Action::Invite);
        (shuffled.below(PARTNERS) as u16, action)
    };
    (0..MOVES).map(one).collect()
}

/// `partners` as an array: its length is known, so that what is looked up in it is a plain index.
pub fn all<T: Clone, const N: usize>(one: &T) -> Box<[T; N]> {
    Box::new(std::array::from_fn(|_| one.clone()))
}

pub fn moves() {
    let plan = plan();
    let bare = bare_table();
    let mut standings = all::<_, PARTNERS>(&Standing::START);
    let mut states = all::<_, PARTNERS>(&0_u8);
    let mut statuses = all::<_, PARTNERS>(&Status::Uninvited);
    let mut ours = || {
        black_box(move_all(&mut standings, &plan));
    };
    let mut table = || {
        black_box(move_by_table(&mut states, &bare, &plan));
    };
    let mut matched = || {
        black_box(move_by_match(&mut statuses, &plan));
    };
    let [ours, table, matched] = best(ROUNDS, MOVES, [&mut ours, &mut table, &mut matched]);
    row("a move in random order", "ns", ours, Some(("bare table", table)), Goal::AtMost(1.5));
    row("a move in random order", "ns", ours, Some(("`match`", matched)), Goal::None);
    #[cfg(feature = "others")]
    for (name, time) in crate::other_machines::times(ROUNDS, &plan) {
        row("a move in random order", "ns", ours, Some((name, time)), Goal::Faster(2.5));
    }
}

/// How many were refused.
fn move_all(partners: &mut [Standing; PARTNERS], plan: &Plan) -> u32 {
    let mut refused = 0;
    for (partner, action) in plan {
        let Some(standing) = partners.get_mut(usize::from(*partner)) else { continue };
        match transition::decide(*standing, *action) {
            Outcome::Moved(to) => *standing = to,
            Outcome::Gone => *standing = Standing::START,
            Outcome::Refused(..) => refused += 1,
        }
    }
    refused
}

const REFUSED: u8 = 6;

/// Which status comes next, and nothing of who, why, or what was before.
fn bare_table() -> [[u8; 6]; 10] {
    let next = |from: usize, cell: &Cell| match cell {
        Cell::Move(To::Status(status)) => *status as u8,
        Cell::Move(To::Stay) => from as u8,
        Cell::Move(To::Back) => Status::Invited as u8,
        Cell::Move(To::Prior | To::Gone) => Status::Uninvited as u8,
        Cell::Refuse(..) => REFUSED,
    };
    let mut table = [[REFUSED; 6]; 10];
    for (cells, row) in table.iter_mut().zip(&transition::TRANSITIONS) {
        for (from, (to, cell)) in cells.iter_mut().zip(&row.cells).enumerate() {
            *to = next(from, cell);
        }
    }
    table
}

fn move_by_table(states: &mut [u8; PARTNERS], table: &[[u8; 6]; 10], plan: &Plan) -> u32 {
    let mut refused = 0;
    for (partner, action) in plan {
        let Some(state) = states.get_mut(usize::from(*partner)) else { continue };
        let next = table.get(*action as usize).and_then(|row| row.get(usize::from(*state)));
        match next.copied().unwrap_or(REFUSED) {
            REFUSED => refused += 1,
            next => *state = next,
        }
    }
    refused
}

fn move_by_match(statuses: &mut [Status; PARTNERS], plan: &Plan) -> u32 {
    let mut refused = 0;
    for (partner, action) in plan {
        let Some(status) = statuses.get_mut(usize::from(*partner)) else { continue };
        match next(*status, *action) {
            None => refused += 1,
            Some(next) => *status = next,
        }
    }
    refused
}

const fn next(from: Status, action: Action) -> Option<Status> {
    use Action as A;
    use Status as S;
    Some(match (from, action) {
        (S::Uninvited | S::Invited, A::Invite) => S::Invited,
        (S::Uninvited, A::InviteAndApprove) | (S::Invited | S::AwaitingReview, A::Approve) => S::Approved,
        (S::Invited | S::RecertificationRequired, A::SubmitForApproval) => S::AwaitingReview,
        (S::AwaitingReview, A::AskForChanges) => S::Invited,
        (S::Approved, A::RequireRecertification) => S::RecertificationRequired,
        (S::Uninvited, A::Remove) | (S::Deactivated, A::Reactivate) => S::Uninvited,
        (S::Deactivated, _) => return None,
        (_, A::Deactivate) => S::Deactivated,
        (S::Uninvited, A::RenewInvitation) => return None,
        (from, A::RenewInvitation) => from,
        _ => return None,
    })
}

/// What a partner can do, asked in random order.
pub fn answers() {
    let mut shuffled = Shuffled::new();
    let moved: Plan = plan();
    let mut partners = all::<_, PARTNERS>(&Standing::START);
    move_all(&mut partners, &moved);
    let one = |_| {
        let capability = Capability::ALL.get(shuffled.below(10)).copied();
        (shuffled.below(PARTNERS) as u16, capability.unwrap_or(Capability::SignIn))
    };
    let questions: Vec<(u16, Capability)> = (0..MOVES).map(one).collect();
    let states: Box<[u8; PARTNERS]> =
        Box::new(std::array::from_fn(|n| partners.get(n).map_or(0, |standing| standing.status as u8)));
    let bare =
        black_box(partnerkit::capability::CAPABILITIES.map(|(_, row)| row.map(|answer| answer.is_yes())));
    let mut ours = || {
        let yes = questions.iter().filter(|(partner, capability)| {
            let standing = partners.get(usize::from(*partner));
            standing.is_some_and(|standing| capable(*standing, *capability).is_yes())
        });
        black_box(yes.count());
    };
    let mut table = || {
        let yes = questions.iter().filter(|(partner, capability)| {
            let state = states.get(usize::from(*partner)).copied().unwrap_or(0);
            let row = bare.get(*capability as usize);
            row.and_then(|row| row.get(usize::from(state))).copied().unwrap_or(false)
        });
        black_box(yes.count());
    };
    let [ours, table] = best(ROUNDS, MOVES, [&mut ours, &mut table]);
    row("`capable` in random order", "ns", ours, Some(("bare table", table)), Goal::AtMost(1.5));
}

/// Whole decisions, from the facts to all that is to be written: one that nobody is told of, and one with a message.
pub fn decisions() -> crate::Outcome {
    let mut partner = sample::partner(1);
    partner.status = Status::Invited;
    let deactivate = Command::Deactivate { partner: partner.id, reason: None };
    let approve = Command::Approve { partner: partner.id };
    let cases =
        [("a deactivation", Action::Deactivate, deactivate), ("an approval", Action::Approve, approve)];
    for (what, action, command) in cases {
        plain(what, action, &partner)?;
        decision(what, command, &partner)?;
    }
    Ok(())
}

/// The same on plain values: the event and which message it causes, without the rows and the letter.
fn plain(what: &str, action: Action, partner: &Partner) -> crate::Outcome {
    let case = Case {
        partner: partner.id,
        name: &partner.details.name,
        standing: partner.standing(),
        new_contact: false,
        has_login: false,
        has_history: false,
    };
    lifecycle::decide(&case, action, staff(), None)?;
    let mut ours = || {
        for _ in 0..100 {
            black_box(lifecycle::decide(black_box(&case), black_box(action), staff(), None).ok());
        }
    };
    let [ours] = best(300, 100, [&mut ours]);
    row(&format!("`lifecycle::decide` of {what}, with its event"), "ns", ours, None, Goal::Under(500.0));
    Ok(())
}

fn decision(what: &str, command: Command, partner: &Partner) -> crate::Outcome {
    let order = Order { id: sample::id(6, 1), at: at(), actor: staff(), command };
    let facts = Facts {
        bank: Some(sample::bank()),
        partners: [(partner.id, partner.clone())].into(),
        ..Facts::default()
    };
    let decided = decide(&order, &facts)?;
    let mut ours = || {
        for _ in 0..100 {
            black_box(decide(black_box(&order), black_box(&facts)).ok());
        }
    };
    let [ours] = best(300, 100, [&mut ours]);
    let counts = [decided.events.len(), decided.writes.len(), decided.messages.len()];
    let what = format!("`decide` of {what}; events, rows, messages: {counts:?}");
    row(&what, "ns", ours, None, Goal::Under(500.0));
    Ok(())
}

/// A request refused for everything it can be refused for at once, with all sentences and the steps to a yes.
pub fn explanation() -> crate::Outcome {
    let mut bank = sample::bank();
    bank.settings.request_kinds = [RequestKind::Children].into();
    bank.settings.over_quota = OverQuota::Refuse;
    let mut partner = sample::partner(1);
    partner.status = Status::RecertificationRequired;
    partner.approved_at = Some(at());
    (partner.details.group, partner.details.quota) = (Some(sample::group(1).id), Some(10));
    let items: Vec<_> = (0..5).map(|n| sample::item(n * 323, 5)).collect();
    let line = |item: &partnerkit::item::Item| NewRequestLine { item: item.id, unit: None, quantity: 100 };
    let request = NewRequest {
        id: None,
        partner: partner.id,
        kind: RequestKind::Quantity,
        lines: items.iter().map(line).collect(),
        comment: None,
    };
    let facts = Facts {
        bank: Some(bank),
        groups: [(sample::group(1).id, sample::group(1))].into(),
        items: items.into_iter().map(|item| (item.id, item)).collect(),
        partners: [(partner.id, partner)].into(),
        ..Facts::default()
    };
    let order =
        Order { id: sample::id(6, 1), at: at(), actor: staff(), command: Command::SubmitRequest(request) };
    let said = partnerkit::explain::command(&order, &facts)?;
    let mut ours = || {
        for _ in 0..100 {
            black_box(partnerkit::explain::command(black_box(&order), black_box(&facts)).ok());
        }
    };
    let [ours] = best(100, 100, [&mut ours]);
    let what = format!("`explain` of a request: {} reasons, {} steps", said.reasons.len(), said.steps.len());
    row(&what, "µs", ours / 1_000.0, None, Goal::Under(20.0));
    Ok(())
}

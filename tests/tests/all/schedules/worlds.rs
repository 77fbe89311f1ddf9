//! Small worlds in which a few threads want things that do not go together.

use std::collections::BTreeSet;

use partnerkit::actor::Actor;
use partnerkit::bank::BankPatch;
use partnerkit::command::{
    Command, DuePart, NewBank, NewDistribution, NewPartner, NewPerson, NewRequest, Order,
};
use partnerkit::distribution::{DistributionState, Method, NewDistributionLine};
use partnerkit::error::{Code, Reason};
use partnerkit::id::{BankId, PartnerId};
use partnerkit::item::NewItem;
use partnerkit::message::MessageKind;
use partnerkit::partner::PartnerPatch;
use partnerkit::patch::Change;
use partnerkit::people::{self, Role};
use partnerkit::profile::ProfilePatch;
use partnerkit::request::{NewRequestLine, RequestKind, RequestState};
use partnerkit::schedule::Schedule;
use partnerkit::status::Status;
use partnerkit_testkit::Snapshot;
use partnerkit_testkit::faults::{Answer, Step, file, import};
use partnerkit_testkit::sample::{
    at, bank_id, command_id, day, distribution_id, item_id, partner_id, person_id, request_id,
};

pub const BANK: BankId = bank_id(1);
const ADMIN: Actor = Actor::BankAdmin { bank: BANK, person: person_id(9) };

/// What the threads were answered, each in its order, and what is there in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub answers: Vec<Vec<Result<Answer, Vec<Reason>>>>,
    pub left: Snapshot,
}

impl Outcome {
    /// The first answer of each thread.
    fn first(&self) -> impl Iterator<Item = &Result<Answer, Vec<Reason>>> {
        self.answers.iter().map(|thread| &thread[0])
    }

    fn accepted(&self, thread: usize) -> bool {
        self.answers[thread][0].is_ok()
    }

    /// Exactly one thread had its way, and the others were refused for `code`.
    fn one_wins(&self, code: Code) {
        assert_eq!(self.first().filter(|answer| answer.is_ok()).count(), 1, "{:?}", self.answers);
        for reasons in self.first().filter_map(|answer| answer.as_ref().err()) {
            assert_eq!(reasons.iter().map(|reason| reason.code).collect::<Vec<_>>(), [code]);
        }
    }
}

/// Threads that set out from one state of things.
pub struct World {
    pub name: &'static str,
    /// What is done before, one after the other; nothing of it is refused.
    pub ground: Vec<Step>,
    /// What each thread does, one after the other.
    pub threads: Vec<Vec<Step>>,
    /// What holds whichever way it ends.
    pub promise: fn(&Outcome),
}

pub fn all() -> Vec<World> {
    vec![
        three_imports(),
        one_import_again(),
        import_and_partner(),
        one_key("one name", |n| (["Ark", "ARK", " ark "][n].into(), format!("p{n}@example.org"))),
        one_key("one email", |n| (format!("Partner {n}"), ["a@one.org", "A@one.org", "a@ONE.org"][n].into())),
        one_order_again(),
        one_life(),
        one_claim(),
        one_request(),
        last_kind(),
        daily_jobs(),
        last_admin(),
    ]
}

const fn staff(n: u64) -> Actor {
    Actor::BankStaff { bank: BANK, person: person_id(n) }
}

const fn user(n: u64) -> Actor {
    Actor::PartnerUser { bank: BANK, partner: partner_id(n), person: person_id(100 + n) }
}

fn order(n: u64, actor: Actor, command: Command) -> Step {
    Step::Command(Order { id: command_id(n), at: at(n), actor, command })
}

/// The n-th thread's steps, with command ids of their own.
fn thread(n: u64, steps: impl IntoIterator<Item = (Actor, Command)>) -> Vec<Step> {
    (100 * n..).zip(steps).map(|(n, (actor, command))| order(n, actor, command)).collect()
}

fn add(n: u64, name: &str, email: &str) -> Command {
    Command::AddPartner(NewPartner {
        id: Some(partner_id(n)),
        name: name.to_owned(),
        email: email.to_owned(),
        send_emails: true,
        ..NewPartner::default()
    })
}

/// A bank with an item, and then this.
fn ground(more: impl IntoIterator<Item = (Actor, Command)>) -> Vec<Step> {
    let bank =
        NewBank { id: Some(BANK), name: "Pawnee".into(), email: "bank@example.org".into(), admin: None };
    let item = NewItem { id: Some(item_id(1)), name: "Diapers".into(), ..NewItem::default() };
    let first = [(Actor::Host, Command::CreateBank(bank)), (staff(1), Command::AddItem(item))];
    (1..).zip(first.into_iter().chain(more)).map(|(n, (actor, command))| order(n, actor, command)).collect()
}

/// Two admins take the role from each other, and one makes itself staff: an admin is left, whoever was quicker.
fn last_admin() -> World {
    let emails = ["ann@example.org", "bob@example.org"];
    let admin = |email: &str| {
        let admin = NewPerson { email: email.to_owned(), ..NewPerson::default() };
        (Actor::Host, Command::AddAdmin { bank: BANK, admin })
    };
    let by = |email| Actor::BankAdmin { bank: BANK, person: people::person_id(email) };
    let [ann, bob] = emails.map(people::person_id);
    World {
        name: "last admin",
        ground: ground(emails.map(admin)),
        threads: vec![
            thread(1, [(by(emails[0]), Command::RevokeRole { person: bob, role: Role::BankAdmin })]),
            thread(2, [(by(emails[1]), Command::RevokeRole { person: ann, role: Role::BankAdmin })]),
            thread(3, [(by(emails[0]), Command::ChangeRole { person: ann, to: Role::BankStaff })]),
        ],
        promise: |outcome| {
            let admins = outcome.left.facts.people.values().filter(|row| row.holds(Role::BankAdmin));
            assert_eq!(admins.count(), 1, "{:?}", outcome.answers);
        },
    }
}

/// Two machines do the daily job while a partner is deactivated: each partner is reminded once, and none that was out by then.
fn daily_jobs() -> World {
    let schedule = BankPatch { reminders: Change::Set(Schedule::monthly(15, 20)), ..BankPatch::default() };
    let sweep = || (Actor::Scheduler { bank: BANK }, Command::SendDue { part: DuePart::FIRST });
    World {
        name: "daily jobs",
        ground: approved(2, [(ADMIN, Command::UpdateBank(schedule))]),
        threads: vec![
            thread(1, [sweep()]),
            thread(2, [sweep()]),
            thread(3, [(staff(1), Command::Deactivate { partner: partner_id(1), reason: None })]),
        ],
        promise: |outcome| {
            let told = outcome.left.messages.iter().filter(|one| one.kind == MessageKind::DeadlineReminder);
            let told: Vec<PartnerId> = told.filter_map(|message| message.partner).collect();
            assert!(
                [&[partner_id(1), partner_id(2)][..], &[partner_id(2)][..]].contains(&&told[..]),
                "{told:?}"
            );
            assert_eq!(outcome.left.facts.reminders.len(), told.len());
        },
    }
}

/// A bank with an item and approved partners.
fn approved(partners: u64, more: impl IntoIterator<Item = (Actor, Command)>) -> Vec<Step> {
    let partner = |n| {
        let added = add(n, &format!("Partner {n}"), &format!("p{n}@example.org"));
        [(staff(1), added), (staff(1), Command::InviteAndApprove { partner: partner_id(n) })]
    };
    ground((1..=partners).flat_map(partner).chain(more))
}

fn request(n: u64) -> Command {
    Command::SubmitRequest(NewRequest {
        id: Some(request_id(n)),
        partner: partner_id(1),
        kind: RequestKind::Quantity,
        lines: vec![NewRequestLine { item: item_id(1), unit: None, quantity: 5 }],
        comment: None,
    })
}

fn distribute(n: u64) -> Command {
    Command::RecordDistribution(NewDistribution {
        id: Some(distribution_id(n)),
        partner: partner_id(1),
        request: Some(request_id(1)),
        lines: vec![NewDistributionLine { item: item_id(1), quantity: 5 }],
        date: day(10),
        method: Method::PickUp,
        comment: None,
    })
}

/// Three people import a file each: one wins, the others carry its receipt, and its partners are there once.
fn three_imports() -> World {
    World {
        name: "three imports",
        ground: ground([]),
        threads: (1..=3).map(|n| vec![import(staff(n), 100 * n, file(n))]).collect(),
        promise: |outcome| {
            outcome.one_wins(Code::AlreadyImported);
            let receipt = outcome.left.facts.receipt.as_ref().unwrap();
            for answer in outcome.first() {
                match answer {
                    Ok(answer) => assert_eq!(*answer, Answer::Imported(receipt.clone())),
                    Err(reasons) => {
                        let carried = &reasons[0].params["receipt"];
                        assert_eq!(*carried, serde_json::to_value(receipt).unwrap());
                    }
                }
            }
            assert_eq!(outcome.left.facts.partners.len() as u64, receipt.partners);
        },
    }
}

/// A host lost the answer and sends its import twice more while the first is still on its way: all get the one receipt.
fn one_import_again() -> World {
    World {
        name: "one import again",
        ground: ground([]),
        threads: vec![vec![import(staff(1), 100, file(2))]; 3],
        promise: |outcome| {
            let receipt = Answer::Imported(outcome.left.facts.receipt.clone().unwrap());
            assert!(outcome.first().all(|answer| answer.as_ref() == Ok(&receipt)), "{:?}", outcome.answers);
            assert_eq!(outcome.left.facts.partners.len(), 2);
        },
    }
}

/// A partner is added that the file has too, by name: either the import is refused, or the partner.
fn import_and_partner() -> World {
    World {
        name: "import and partner",
        ground: ground([]),
        threads: vec![
            vec![import(staff(1), 100, file(2))],
            thread(2, [(staff(2), add(1, "agency 000001", "other@example.org"))]),
        ],
        promise: |outcome| {
            assert_ne!(outcome.accepted(0), outcome.accepted(1), "{:?}", outcome.answers);
            assert_eq!(outcome.left.facts.receipt.is_some(), outcome.accepted(0));
            assert_eq!(outcome.left.facts.partners.len(), if outcome.accepted(0) { 2 } else { 1 });
        },
    }
}

/// Two threads add a partner and one changes another, all with names or addresses that are one by their key: one wins.
fn one_key(name: &'static str, named: fn(usize) -> (String, String)) -> World {
    let add_as = |n: u64, which| {
        let (name, email) = named(which);
        thread(n, [(staff(n), add(n, &name, &email))])
    };
    let (name_after, email_after) = named(2);
    let patch = PartnerPatch { name: Some(name_after), email: Some(email_after), ..PartnerPatch::default() };
    let change = Command::UpdatePartner { partner: partner_id(3), patch };
    World {
        name,
        ground: ground([(staff(1), add(3, "Before", "before@example.org"))]),
        threads: vec![add_as(1, 0), add_as(2, 1), thread(3, [(staff(3), change)])],
        promise: |outcome| {
            let taken = |answer: &Result<Answer, Vec<Reason>>| match answer {
                Ok(_) => None,
                Err(reasons) => Some(reasons[0].code),
            };
            let codes: BTreeSet<Code> = outcome.first().filter_map(taken).collect();
            assert!(codes == [Code::NameTaken].into() || codes == [Code::EmailTaken].into(), "{codes:?}");
            outcome.one_wins(*codes.first().unwrap());
            assert_eq!(outcome.left.facts.partners.len(), if outcome.accepted(2) { 1 } else { 2 });
        },
    }
}

/// One order sent by three threads is done once, and all get the same answer.
fn one_order_again() -> World {
    World {
        name: "one order again",
        ground: approved(1, []),
        threads: vec![thread(1, [(user(1), request(1))]); 3],
        promise: |outcome| {
            assert!(outcome.first().all(Result::is_ok), "{:?}", outcome.answers);
            assert!(outcome.first().all(|answer| outcome.answers[0][0] == *answer));
            assert_eq!(outcome.left.facts.requests.len(), 1);
        },
    }
}

/// A partner is approved by one, deactivated and brought back by another, and files a request meanwhile.
fn one_life() -> World {
    let partner: PartnerId = partner_id(1);
    let before = [
        (staff(1), add(1, "Partner 1", "p1@example.org")),
        (staff(1), Command::Invite { partner }),
        (
            user(1),
            Command::UpdateProfile { partner, patch: ProfilePatch::default().set("no_social_media", true) },
        ),
        (user(1), Command::SubmitForApproval { partner }),
    ];
    let away_and_back = [
        (staff(2), Command::Deactivate { partner, reason: Some("moved away".into()) }),
        (staff(2), Command::Reactivate { partner }),
    ];
    World {
        name: "one life",
        ground: ground(before),
        threads: vec![
            thread(1, [(staff(1), Command::Approve { partner })]),
            thread(2, away_and_back),
            thread(3, [(user(1), request(1))]),
        ],
        promise: |outcome| {
            let approved = outcome.accepted(0);
            let status = outcome.left.facts.partners[&partner_id(1)].status;
            assert_eq!(status, if approved { Status::Approved } else { Status::AwaitingReview });
            assert_eq!(outcome.left.facts.requests.len(), usize::from(outcome.accepted(2)));
            assert!(approved || !outcome.accepted(2), "a request of a partner that was never approved");
        },
    }
}

/// Two people claim one request: it is claimed by the one who was not told otherwise.
fn one_claim() -> World {
    let start = || Command::StartRequest { request: request_id(1) };
    World {
        name: "one claim",
        ground: approved(1, [(user(1), request(1))]),
        threads: (1..=2).map(|n| thread(n, [(staff(n), start())])).collect(),
        promise: |outcome| {
            outcome.one_wins(Code::ClaimedByAnother);
            let winner = if outcome.accepted(0) { person_id(1) } else { person_id(2) };
            assert_eq!(outcome.left.facts.requests[&request_id(1)].claimed_by, Some(winner));
        },
    }
}

/// Two people fulfil one request: there is one distribution, and whoever recorded it can hand it out.
fn one_request() -> World {
    let complete = Command::CompleteDistribution { distribution: distribution_id(1) };
    World {
        name: "one request",
        ground: approved(1, [(user(1), request(1))]),
        threads: vec![
            thread(1, [(staff(1), distribute(1)), (staff(1), complete)]),
            thread(2, [(staff(2), distribute(2))]),
        ],
        promise: |outcome| {
            outcome.one_wins(Code::RequestFulfilled);
            let facts = &outcome.left.facts;
            assert_eq!(facts.distributions.len(), 1);
            let (id, distribution) = facts.distributions.first_key_value().unwrap();
            let request = &facts.requests[&request_id(1)];
            assert_eq!((request.state, request.distribution), (RequestState::Fulfilled, Some(*id)));
            assert_eq!(distribution.state == DistributionState::Complete, outcome.accepted(0));
        },
    }
}

/// The bank takes only one kind of request any more, and two partners switch that very kind off: somebody must yield.
fn last_kind() -> World {
    let only = BankPatch { request_kinds: Some([RequestKind::Quantity].into()), ..BankPatch::default() };
    let off = ProfilePatch::default().set("enable_quantity_requests", false);
    let switch_off = |n| Command::UpdateProfile { partner: partner_id(n), patch: off.clone() };
    World {
        name: "last kind",
        ground: approved(2, []),
        threads: vec![
            thread(1, [(ADMIN, Command::UpdateBank(only))]),
            thread(2, [(user(1), switch_off(1))]),
            thread(3, [(user(2), switch_off(2))]),
        ],
        promise: |outcome| {
            let bank = outcome.left.facts.bank.as_ref().unwrap();
            for partner in outcome.left.facts.partners.values() {
                assert!(!partner.request_kinds(bank).is_empty(), "{:?}", outcome.answers);
            }
            assert!(!outcome.accepted(0) || !outcome.accepted(1) && !outcome.accepted(2));
        },
    }
}

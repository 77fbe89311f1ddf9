//! What is decided on plain values is what is decided on rows: the same event, the same standing, the same message, the same
//! reasons, for every action by everybody in every standing.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use chrono::{DateTime, Utc};
use partnerkit::actor::Actor;
use partnerkit::bank::{Bank, BankSettings};
use partnerkit::command::{Command, Order};
use partnerkit::decide::{self, Decision};
use partnerkit::error::{Code, Error};
use partnerkit::id::{BankId, CommandId, PartnerId, PersonId};
use partnerkit::lifecycle::{self, Case, Decided};
use partnerkit::partner::{Partner, PartnerDetails};
use partnerkit::people::person_id;
use partnerkit::status::{Standing, Status};
use partnerkit::store::{Facts, Row, Write};
use partnerkit::transition::Action;
use uuid::Uuid;

const BANK: BankId = BankId(Uuid::from_u128(1));
const PARTNER: PartnerId = PartnerId(Uuid::from_u128(2));
const EMAIL: &str = "desk@partner.example";

fn at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

fn actors() -> [Actor; 6] {
    let (bank, person) = (BANK, PersonId(Uuid::from_u128(3)));
    let user = |partner| Actor::PartnerUser { bank, partner, person };
    [
        Actor::BankAdmin { bank, person },
        Actor::BankStaff { bank, person },
        user(PARTNER),
        user(PartnerId(Uuid::from_u128(4))),
        Actor::Scheduler { bank },
        Actor::Host,
    ]
}

/// Every standing a partner can get into, and some more.
fn standings() -> Vec<Standing> {
    let mut all = Vec::new();
    for approved_before in [false, true] {
        for status in Status::ALL {
            if status == Status::Deactivated {
                let priors = Status::ALL.into_iter().filter(|prior| *prior != Status::Deactivated);
                all.extend(priors.map(|prior| Standing { status, prior: Some(prior), approved_before }));
            } else {
                all.push(Standing { status, prior: None, approved_before });
            }
        }
    }
    // Who is or was approved has been approved before.
    all.retain(|one| {
        let life = one.prior.unwrap_or(one.status);
        one.approved_before || !matches!(life, Status::Approved | Status::RecertificationRequired)
    });
    all
}

/// The rows in which `case` is so.
fn facts(case: &Case<'_>) -> Facts {
    let details =
        PartnerDetails { name: case.name.to_owned(), email: EMAIL.to_owned(), ..PartnerDetails::default() };
    let mut partner = Partner::new(PARTNER, details, at(), None);
    (partner.status, partner.prior) = (case.standing.status, case.standing.prior);
    partner.approved_at = case.standing.approved_before.then(at);
    partner.invited_email = (!case.new_contact).then(|| EMAIL.to_owned());
    // A profile with nothing to be asked for may be submitted.
    let settings = BankSettings { profile_sections: [].into(), ..BankSettings::default() };
    let (name, email) = ("Pawnee".to_owned(), "bank@example.org".to_owned());
    Facts {
        bank: Some(Bank { id: BANK, version: 1, name, email, settings, keeps_people: false }),
        partners: [(PARTNER, partner)].into(),
        with_history: case.has_history.then_some(PARTNER).into_iter().collect(),
        logins: case.has_login.then(|| person_id(EMAIL)).into_iter().collect(),
        ..Facts::default()
    }
}

fn same(told: &Result<Decided, Error>, done: &Result<Decision, Error>, what: &str) {
    match (told, done) {
        (Ok(told), Ok(done)) => {
            assert_eq!(told.event, done.events[0].what, "{what}");
            assert_eq!(told.message, done.messages.first().map(|message| message.kind), "{what}");
            let row = done.writes.iter().find_map(|write| match write {
                Write::Put(Row::Partner(row)) => Some(row.standing()),
                _ => None,
            });
            assert_eq!(told.standing, row, "{what}");
        }
        (Err(told), Err(refused)) => assert_eq!(told.reasons(), refused.reasons(), "{what}"),
        (told, done) => panic!("{told:?} but {done:?} for {what}"),
    }
}

#[test]
fn plain_values_are_decided_as_rows_are() {
    let (mut accepted, mut refused) = (0, 0);
    let flags = [false, true];
    for standing in standings() {
        for (new_contact, has_login, has_history) in flags
            .into_iter()
            .flat_map(|a| flags.into_iter().flat_map(move |b| flags.into_iter().map(move |c| (a, b, c))))
        {
            let case = Case {
                partner: PARTNER,
                name: "Ballard Food Bank",
                standing,
                new_contact,
                has_login,
                has_history,
            };
            let facts = facts(&case);
            for (actor, action) in
                actors().into_iter().flat_map(|actor| Action::ALL.map(|action| (actor, action)))
            {
                for words in [None, Some("  "), Some("why"), Some("\u{7}")] {
                    let command = Command::from_action(action, PARTNER, words.map(str::to_owned));
                    let order = Order { id: CommandId(Uuid::from_u128(9)), at: at(), actor, command };
                    let told = lifecycle::decide(&case, action, actor, order.command.words());
                    let done = decide::decide(&order, &facts);
                    same(&told, &done, &format!("{case:?} {actor:?} {action} {words:?}"));
                    *(if told.is_ok() { &mut accepted } else { &mut refused }) += 1;
                }
            }
        }
    }
    assert!(accepted > 1_000 && refused > accepted, "{accepted} accepted, {refused} refused");
}

#[test]
fn a_partner_of_somebody_else_does_not_exist() {
    let case = Case {
        partner: PARTNER,
        name: "Ballard Food Bank",
        standing: Standing::START,
        new_contact: true,
        has_login: false,
        has_history: false,
    };
    let stranger = actors()[3];
    let told = lifecycle::decide(&case, Action::Invite, stranger, None).unwrap_err();
    assert_eq!(told.code(), Code::NotFound);
}

//! What a decision reads, relies on and writes, no more and no less, and where a batch of the daily job ends.

use partnerkit::actor::Actor;
use partnerkit::bank::BankPatch;
use partnerkit::command::{Command, DUE_BATCH, DuePart, NewDistribution, NewPerson, NewRequest, Order};
use partnerkit::decide::{Decision, decide, needs};
use partnerkit::distribution::{Distribution, DistributionPatch, Method, NewDistributionLine};
use partnerkit::error::Code;
use partnerkit::event::{Event, What};
use partnerkit::evolve::evolve;
use partnerkit::id::PersonId;
use partnerkit::language::Language;
use partnerkit::message::MessageKind;
use partnerkit::partner::{Partner, PartnerPatch};
use partnerkit::people::Role;
use partnerkit::request::{NewRequestLine, Request, RequestKind, RequestState};
use partnerkit::status::Status;
use partnerkit::store::{Expect, Facts, Need, Row, RowId, Write};
use partnerkit::transition::Action;
use partnerkit_testkit::sample::{
    at, bank, bank_id, command_id, day, distribution, distribution_id, item, item_id, partner, partner_id,
    person_id, person_in, request, request_id, staff,
};

/// Files the requests of the sample.
const FILER: PersonId = person_id(2);

fn order(actor: Actor, command: Command) -> Order {
    Order { id: command_id(9), at: at(9), actor, command }
}

/// A bank that reminds of distributions, and these rows.
fn facts(rows: impl IntoIterator<Item = Row>) -> Facts {
    let mut bank = bank(bank_id(1));
    bank.settings.distribution_reminders = true;
    let mut facts = Facts { bank: Some(bank), seq: 41, ..Facts::default() };
    rows.into_iter().for_each(|row| facts.add(row));
    facts
}

/// An approved partner that wants emails, with an open request, and one that a distribution of tomorrow fulfils.
fn with_goods() -> Facts {
    let mut approved = Partner { status: Status::Approved, ..partner(1) };
    approved.details.send_emails = true;
    let state = RequestState::Fulfilled;
    let fulfilled = Request { state, distribution: Some(distribution_id(1)), ..request(2, 1) };
    let tomorrow = Distribution { request: Some(request_id(2)), date: day(1), ..distribution(1, 1) };
    facts([
        Row::Partner(approved),
        Row::Item(item(1)),
        Row::Request(request(1, 1)),
        Row::Request(fulfilled),
        Row::Distribution(tomorrow),
    ])
}

#[test]
fn whoever_filed_a_request_is_looked_up_and_relied_on_where_it_is_told() {
    let user = Actor::PartnerUser { bank: bank_id(1), partner: partner_id(1), person: FILER };
    let reason = Some("Twice".to_owned());
    let moved = DistributionPatch { date: Some(day(3)), ..DistributionPatch::default() };
    let line = NewRequestLine { item: item_id(1), unit: None, quantity: 10 };
    let cases = [
        (
            user,
            Command::SubmitRequest(NewRequest {
                id: None,
                partner: partner_id(1),
                kind: RequestKind::Quantity,
                lines: vec![line],
                comment: None,
            }),
        ),
        (
            Actor::Scheduler { bank: bank_id(1) },
            Command::SendDue { part: DuePart::Distributions { after: None } },
        ),
        (staff(), Command::CancelRequest { request: request_id(1), reason }),
        (
            staff(),
            Command::RecordDistribution(NewDistribution {
                id: None,
                partner: partner_id(1),
                request: Some(request_id(1)),
                lines: vec![NewDistributionLine { item: item_id(1), quantity: 5 }],
                date: day(2),
                method: Method::PickUp,
                comment: None,
            }),
        ),
        (staff(), Command::UpdateDistribution { distribution: distribution_id(1), patch: moved }),
        (staff(), Command::TakeBackDistribution { distribution: distribution_id(1) }),
    ];
    for (actor, command) in cases {
        let (order, facts) = (order(actor, command), with_goods());
        assert!(needs(&order, &facts).contains(&Need::Person(FILER)), "{order:?}");
        let decision = decide(&order, &facts).unwrap();
        assert!(!decision.events.is_empty(), "{order:?}");
        assert!(decision.expects.contains(&Expect::Absent(RowId::Person(FILER))), "{order:?}");
    }
    // Where nothing happens, nobody is told.
    let again = DistributionPatch { date: Some(day(1)), ..DistributionPatch::default() };
    let order =
        order(staff(), Command::UpdateDistribution { distribution: distribution_id(1), patch: again });
    let decision = decide(&order, &with_goods()).unwrap();
    assert_eq!(decision.events, []);
    assert!(!decision.expects.contains(&Expect::Absent(RowId::Person(FILER))), "{:?}", decision.expects);
}

#[test]
fn a_batch_of_distributions_is_gone_on_with_when_it_was_a_whole_one() {
    let next = |count: usize| {
        let mut facts = with_goods();
        (1..=count as u64).for_each(|n| facts.add(Row::Distribution(distribution(n, 1))));
        let part = DuePart::Distributions { after: None };
        let order = order(Actor::Scheduler { bank: bank_id(1) }, Command::SendDue { part });
        decide(&order, &facts).unwrap().done.due.unwrap().next
    };
    assert_eq!(next(DUE_BATCH - 1), None);
    let last = distribution_id(DUE_BATCH as u64);
    assert_eq!(next(DUE_BATCH), Some(DuePart::Distributions { after: Some(last) }));
}

#[test]
fn whoever_left_the_contact_address_may_still_act_where_the_bank_keeps_nobody() {
    let warned = |keeps_people: bool| {
        let invited_email = Some("partner1@example.org".to_owned());
        let row = Partner { status: Status::Invited, invited_email, ..partner(1) };
        let mut facts = facts([Row::Partner(row), Row::Person(person_in(1, Role::BankStaff))]);
        facts.bank.as_mut().unwrap().keeps_people = keeps_people;
        let patch = PartnerPatch { email: Some("new@example.org".to_owned()), ..PartnerPatch::default() };
        let decision =
            decide(&order(staff(), Command::UpdatePartner { partner: partner_id(1), patch }), &facts);
        decision.unwrap().done.warnings.iter().any(|warning| warning.code == Code::ContactChanged)
    };
    assert!(warned(false));
    assert!(!warned(true));
}

#[test]
fn a_bank_is_written_by_its_first_admin_and_not_by_the_next() {
    let bank_written = |keeps_people: bool| {
        let mut facts = facts([]);
        facts.bank.as_mut().unwrap().keeps_people = keeps_people;
        let admin = NewPerson { email: "ada@example.org".to_owned(), ..NewPerson::default() };
        let order = order(Actor::Host, Command::AddAdmin { bank: bank_id(1), admin });
        let Decision { writes, .. } = decide(&order, &facts).unwrap();
        writes.iter().any(|write| matches!(write, Write::Put(Row::Bank(_))))
    };
    assert!(bank_written(false));
    assert!(!bank_written(true));
}

fn event(what: What) -> Event {
    Event { at: at(9), by: staff(), command: command_id(9), what }
}

#[test]
fn every_change_of_a_bank_raises_its_version_by_one() {
    let mut facts = facts([]);
    let patch = BankPatch { name: Some("Renamed".to_owned()), ..BankPatch::default() };
    let (kind, language) = (MessageKind::Approved, Language::English);
    let text = What::MessageTextSet { kind, language, text: None };
    for (version, what) in (2..).zip([What::BankUpdated(patch), text.clone(), text]) {
        evolve(&mut facts, &event(what)).unwrap();
        assert_eq!(facts.bank.as_ref().unwrap().version, version);
    }
}

#[test]
fn a_partner_remembers_whom_it_invited_last_also_when_it_comes_back_with_another_contact() {
    let moves = |row: Partner, action, from, to| {
        let mut facts = facts([Row::Partner(row)]);
        let what = What::PartnerMoved { partner: partner_id(1), action, from, to, note: None };
        evolve(&mut facts, &event(what)).unwrap();
        facts.partners.remove(&partner_id(1)).unwrap().invited_email
    };
    let invited_email = Some("former@example.org".to_owned());
    let (away, invited) = (Status::Deactivated, Status::Invited);
    let row = Partner { status: away, prior: Some(invited), invited_email, ..partner(1) };
    let now = Some("partner1@example.org".to_owned());
    assert_eq!(moves(row, Action::Reactivate, away, invited), now);
    // Invited anew, it is invited at the address as it is spelt now.
    let invited_email = Some("PARTNER1@example.org".to_owned());
    let row = Partner { status: invited, invited_email: invited_email.clone(), ..partner(1) };
    assert_eq!(moves(row, Action::RenewInvitation, invited, invited), now);
    let row =
        Partner { status: away, prior: Some(invited), invited_email: invited_email.clone(), ..partner(1) };
    assert_eq!(moves(row, Action::Reactivate, away, invited), invited_email);
}

//! Which messages are sent, to whom, and what they say.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;
use uuid::Uuid;

use super::*;
use crate::actor::Actor;
use crate::bank::{Bank, BankSettings};
use crate::command::{Command, Order};
use crate::decide::After;
use crate::distribution::{Distribution, DistributionLine, DistributionPatch, DistributionState, Method};
use crate::event::{Event, KnownAs, What};
use crate::id::{BankId, CommandId, DistributionId, Ids, InvitationId, ItemId, RequestId};
use crate::partner::{Partner, PartnerDetails};
use crate::patch::Change;
use crate::people::{Invitation, Role, person_id};
use crate::receipt::Receipt;
use crate::reminder::{Occurrence, Reminder};
use crate::request::{Request, RequestKind, RequestLine, RequestState};
use crate::status::Status;
use crate::store::Facts;
use crate::transition::Action;

const BANK: BankId = BankId(Uuid::from_u128(1));
const PARTNER: PartnerId = PartnerId(Uuid::from_u128(2));
const FILER: PersonId = PersonId(Uuid::from_u128(3));
const STAFF: PersonId = PersonId(Uuid::from_u128(4));
const REQUEST: RequestId = RequestId(Uuid::from_u128(5));
const DISTRIBUTION: DistributionId = DistributionId(Uuid::from_u128(6));
const ITEM: ItemId = ItemId(Uuid::from_u128(7));

fn at() -> DateTime<Utc> {
    "2026-11-24T04:30:00Z".parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An approved partner that takes emails, with a request and the distribution recorded from it.
fn facts() -> Facts {
    let bank = Bank {
        id: BANK,
        version: 1,
        name: "Seattle Essentials".to_owned(),
        email: "office@bank.example".to_owned(),
        settings: BankSettings::default(),
        keeps_people: false,
    };
    let details = PartnerDetails {
        name: "Ballard Pantry".to_owned(),
        email: "ballard@partner.example".to_owned(),
        send_emails: true,
        notes: Some("TOP-SECRET".to_owned()),
        ..PartnerDetails::default()
    };
    let mut partner = Partner::new(PARTNER, details, at(), None);
    partner.status = Status::Approved;
    partner.approved_at = Some(at());
    let request = Request {
        id: REQUEST,
        version: 1,
        partner: PARTNER,
        kind: RequestKind::Quantity,
        state: RequestState::Pending,
        lines: vec![RequestLine {
            item: ITEM,
            item_name: "Diapers".to_owned(),
            unit: Some("pack".to_owned()),
            quantity: 1_200,
            per_person: None,
        }],
        comment: Some("Please before\nFriday".to_owned()),
        filed_by: FILER,
        filed_at: "2026-11-20T02:00:00Z".parse().unwrap(),
        claimed_by: None,
        cancel_reason: None,
        distribution: None,
    };
    let distribution = Distribution {
        id: DISTRIBUTION,
        version: 1,
        partner: PARTNER,
        request: Some(REQUEST),
        state: DistributionState::Scheduled,
        lines: vec![DistributionLine { item: ITEM, item_name: "Diapers".to_owned(), quantity: 600 }],
        date: day("2026-11-26"),
        method: Method::PickUp,
        comment: None,
        recorded_by: STAFF,
        recorded_at: at(),
    };
    Facts {
        bank: Some(bank),
        partners: [(PARTNER, partner)].into(),
        requests: [(REQUEST, request)].into(),
        distributions: [(DISTRIBUTION, distribution)].into(),
        ..Facts::default()
    }
}

/// The facts with the partner changed.
fn with_partner(change: impl FnOnce(&mut Partner)) -> Facts {
    let mut facts = facts();
    change(facts.partners.get_mut(&PARTNER).unwrap());
    facts
}

fn with_distribution(change: impl FnOnce(&mut Distribution)) -> Facts {
    let mut facts = facts();
    change(facts.distributions.get_mut(&DISTRIBUTION).unwrap());
    facts
}

fn sent(facts: &Facts, what: impl IntoIterator<Item = What>) -> Vec<Message> {
    let id = CommandId(Uuid::from_u128(8));
    let actor = Actor::BankStaff { bank: BANK, person: STAFF };
    // The command is of no account: messages come from events.
    let order = Order { id, at: at(), actor, command: Command::Invite { partner: PARTNER } };
    let events: Vec<_> =
        what.into_iter().map(|what| Event { at: at(), by: actor, command: id, what }).collect();
    caused_by(&order, &After::of(facts, &[]).unwrap(), &events, &mut Ids::new(id, at()))
}

fn one(facts: &Facts, what: What) -> Message {
    let mut messages = sent(facts, [what]);
    assert_eq!(messages.len(), 1, "{messages:?}");
    messages.remove(0)
}

fn moved(action: Action, note: Option<&str>) -> What {
    // The statuses of the event are of no account: the facts are.
    let (from, to) = (Status::Uninvited, Status::Uninvited);
    What::PartnerMoved { partner: PARTNER, action, from, to, note: note.map(str::to_owned) }
}

fn invited() -> What {
    invited_to(PARTNER, "ballard@partner.example")
}

fn invited_to(partner: PartnerId, address: &str) -> What {
    let person = KnownAs { id: person_id(address), email: address.to_owned(), name: None, language: None };
    let invitation = Invitation::new(InvitationId(Uuid::from_u128(9)), at());
    What::PersonInvited { person, role: Role::PartnerUser { partner }, invitation }
}

fn granted() -> What {
    let What::PersonInvited { person, role, .. } = invited() else { unreachable!() };
    What::RoleGranted { person, role }
}

fn submitted() -> What {
    What::RequestSubmitted(facts().requests[&REQUEST].clone())
}

fn cancelled() -> What {
    What::RequestCancelled { partner: PARTNER, request: REQUEST, reason: None }
}

fn recorded() -> What {
    What::DistributionRecorded(facts().distributions[&DISTRIBUTION].clone())
}

fn changed(patch: DistributionPatch, lines: Option<Vec<DistributionLine>>) -> What {
    What::DistributionUpdated { partner: PARTNER, distribution: DISTRIBUTION, patch, lines }
}

fn redated() -> What {
    changed(DistributionPatch { date: Some(day("2026-11-26")), ..DistributionPatch::default() }, None)
}

fn taken_back() -> What {
    What::DistributionTakenBack { partner: PARTNER, distribution: DISTRIBUTION }
}

fn reminded(of: Occurrence) -> What {
    What::ReminderSent(Reminder::new(PARTNER, of, at()))
}

fn deadline() -> Occurrence {
    Occurrence::Deadline { day: day("2026-11-23"), deadline: day("2026-12-05") }
}

fn recertification() -> Occurrence {
    Occurrence::Recertification { due: day("2026-12-24"), days_before: 30, required_on: day("2027-01-23") }
}

fn tomorrow() -> Occurrence {
    Occurrence::Tomorrow { distribution: DISTRIBUTION, date: day("2026-11-26") }
}

/// One event for every kind of message.
fn one_of_each() -> [(MessageKind, What); 14] {
    use MessageKind as M;
    [
        (M::Invitation, invited()),
        (M::RoleAdded, granted()),
        (M::ApprovalRequested, moved(Action::SubmitForApproval, None)),
        (M::Approved, moved(Action::Approve, None)),
        (M::ChangesAsked, moved(Action::AskForChanges, Some("Add your address"))),
        (M::RecertificationRequired, moved(Action::RequireRecertification, None)),
        (M::RequestReceived, submitted()),
        (M::RequestCancelled, cancelled()),
        (M::DistributionScheduled, recorded()),
        (M::DistributionChanged, redated()),
        (M::DistributionTakenBack, taken_back()),
        (M::DeadlineReminder, reminded(deadline())),
        (M::RecertificationDue, reminded(recertification())),
        (M::DistributionTomorrow, reminded(tomorrow())),
    ]
}

fn email(address: &str) -> Recipient {
    Recipient::Email(address.to_owned())
}

fn contact() -> Recipient {
    email("ballard@partner.example")
}

fn bank() -> Recipient {
    email("office@bank.example")
}

mod recipients;
mod words;

#[test]
fn kinds_are_spelled_as_on_the_wire() {
    for kind in MessageKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), json!(kind.slug()));
        assert_eq!(MessageKind::from_slug(kind.slug()), Some(kind));
        assert_eq!(kind.to_string(), kind.slug());
    }
    assert_eq!(one_of_each().map(|(kind, _)| kind), MessageKind::ALL);
}

#[test]
fn every_kind_is_sent_once_by_its_event() {
    for (kind, what) in one_of_each() {
        let message = one(&facts(), what);
        assert_eq!((message.kind, message.partner, message.at), (kind, Some(PARTNER), at()));
        assert_eq!(message.language, "en");
    }
}

#[test]
fn equal_input_gives_equal_messages_with_ids_of_their_own() {
    let events = || one_of_each().map(|(_, what)| what);
    let messages = sent(&facts(), events());
    assert_eq!(messages, sent(&facts(), events()));
    assert!(messages.windows(2).all(|pair| pair[0].id < pair[1].id));
}

#[test]
fn an_invitation_says_which_one_it_carries_and_nothing_else_does() {
    for (kind, what) in one_of_each() {
        let carried = one(&facts(), what).invitation;
        assert_eq!(carried.is_some(), kind == MessageKind::Invitation, "{kind}");
        if let Some(carried) = carried {
            assert_eq!(carried.person, person_id("ballard@partner.example"));
            assert_eq!(carried.role, Role::PartnerUser { partner: PARTNER });
        }
    }
}

#[test]
fn the_bank_s_own_people_are_told_of_roles_too() {
    let person = KnownAs {
        id: person_id("ann@bank.example"),
        email: "ann@bank.example".to_owned(),
        name: None,
        language: None,
    };
    for role in [Role::BankAdmin, Role::BankStaff] {
        let invitation = Invitation::new(InvitationId(Uuid::from_u128(9)), at());
        let invited = one(&facts(), What::PersonInvited { person: person.clone(), role, invitation });
        let granted = one(&facts(), What::RoleGranted { person: person.clone(), role });
        assert_eq!((invited.kind, invited.partner), (MessageKind::Invitation, None));
        assert_eq!((granted.kind, granted.partner), (MessageKind::RoleAdded, None));
        assert!(invited.text.contains("{link}") && !granted.text.contains("{link}"));
        for message in [invited, granted] {
            assert_eq!(message.recipients, [email("ann@bank.example")]);
            assert_eq!(message.data["role"], role.slug());
        }
    }
}

#[test]
fn other_moves_send_nothing() {
    // Who is let in by an action is told of that.
    let quiet = [
        Action::Invite,
        Action::RenewInvitation,
        Action::InviteAndApprove,
        Action::Deactivate,
        Action::Reactivate,
        Action::Remove,
    ];
    for action in quiet {
        assert_eq!(sent(&facts(), [moved(action, Some("Moved away"))]), [], "{action}");
    }
}

#[test]
fn a_bulk_command_writes_to_every_moved_partner_in_order() {
    let mut facts = facts();
    let other = PartnerId(Uuid::from_u128(1_000));
    let mut partner = facts.partners[&PARTNER].clone();
    partner.id = other;
    partner.details.email = "other@partner.example".to_owned();
    facts.partners.insert(other, partner);
    let events = [invited_to(other, "other@partner.example"), invited()];
    let messages = sent(&facts, events);
    let who: Vec<_> = messages.iter().map(|message| (message.partner, &message.recipients[0])).collect();
    assert_eq!(who, [(Some(other), &email("other@partner.example")), (Some(PARTNER), &contact())]);
}

#[test]
fn imports_additions_and_edits_send_nothing() {
    let details = facts().partners[&PARTNER].details.clone();
    let receipt = Receipt {
        command: CommandId(Uuid::from_u128(8)),
        at: at(),
        by: Actor::BankStaff { bank: BANK, person: STAFF },
        partners: 1,
        bytes: 40,
        digest: "00".repeat(32),
        key: None,
    };
    let quiet = [
        What::PartnersImported(receipt),
        What::PartnerImported { partner: PARTNER, line: 2, details: details.clone() },
        What::PartnerAdded { partner: PARTNER, details },
        What::PartnerUpdated { partner: PARTNER, patch: crate::partner::PartnerPatch::default() },
        What::RequestStarted { partner: PARTNER, request: REQUEST, claimed_by: STAFF },
        What::RequestReleased { partner: PARTNER, request: REQUEST },
        What::RequestReopened { partner: PARTNER, request: REQUEST },
        What::DistributionCompleted { partner: PARTNER, distribution: DISTRIBUTION },
    ];
    assert_eq!(sent(&facts(), quiet), []);
}

#[test]
fn nobody_is_written_to_about_what_is_gone() {
    let mut without_partner = facts();
    without_partner.partners.clear();
    let removed = [moved(Action::Remove, None), What::PartnerRemoved { partner: PARTNER }];
    assert_eq!(sent(&without_partner, removed), []);
    for (kind, what) in one_of_each() {
        assert_eq!(sent(&without_partner, [what.clone()]), [], "{kind}");
        assert_eq!(sent(&Facts::default(), [what]), [], "{kind}");
    }
}

#[test]
fn a_deactivated_partner_gets_no_mail() {
    let facts = with_partner(|partner| {
        partner.prior = Some(partner.status);
        partner.status = Status::Deactivated;
    });
    // Inviting and submitting are refused while deactivated; the table asks nothing more of their messages.
    let table = one_of_each().map(|(kind, what)| (kind, sent(&facts, [what]).len()));
    for (kind, count) in table {
        let needs_nothing =
            matches!(kind, MessageKind::Invitation | MessageKind::RoleAdded | MessageKind::ApprovalRequested);
        assert_eq!(count, usize::from(needs_nothing), "{kind}");
    }
}

#[test]
fn the_flag_of_the_partner_stops_emails_about_distributions_and_deadlines_and_no_others() {
    let facts = with_partner(|partner| partner.details.send_emails = false);
    for (kind, what) in one_of_each() {
        let needs_flag = kind.slug().starts_with("distribution") || kind == MessageKind::DeadlineReminder;
        assert_eq!(sent(&facts, [what]).is_empty(), needs_flag, "{kind}");
    }
}

#[test]
fn an_uninvited_partner_gets_distribution_emails() {
    let facts = with_partner(|partner| partner.status = Status::Uninvited);
    for what in [recorded(), redated(), taken_back()] {
        one(&facts, what);
    }
}

#[test]
fn back_dated_distributions_are_not_announced_and_the_bank_s_zone_says_what_today_is() {
    // 04:30 on the 24th in London is still the 23rd in Seattle.
    let count = |date, zone: &str, what| {
        let mut facts = with_distribution(|distribution| distribution.date = day(date));
        facts.bank.as_mut().unwrap().settings.time_zone = zone.parse().unwrap();
        sent(&facts, [what]).len()
    };
    for what in [recorded, redated, taken_back] {
        assert_eq!(count("2026-11-23", "UTC", what()), 0);
        assert_eq!(count("2026-11-24", "UTC", what()), 1);
        assert_eq!(count("2026-11-22", "America/Los_Angeles", what()), 0);
        assert_eq!(count("2026-11-23", "America/Los_Angeles", what()), 1);
    }
}

#[test]
fn a_changed_distribution_is_told_unless_only_the_comment_changed() {
    let patch = DistributionPatch::default;
    let comment = DistributionPatch { comment: Change::Set("By noon".to_owned()), ..patch() };
    assert_eq!(sent(&facts(), [changed(comment.clone(), None)]), []);
    assert_eq!(sent(&facts(), [changed(patch(), None)]), []);

    let parts = |what| one(&facts(), what).data["changed"].clone();
    let method = DistributionPatch { method: Some(Method::Delivery), ..comment };
    let lines = || Some(facts().distributions[&DISTRIBUTION].lines.clone());
    assert_eq!(parts(redated()), json!(["date"]));
    assert_eq!(parts(changed(method.clone(), None)), json!(["method"]));
    assert_eq!(parts(changed(patch(), lines())), json!(["lines"]));
    assert_eq!(parts(changed(method, lines())), json!(["method", "lines"]));
}

//! The small print: what a decision relies on, how rows count their versions, the words of the wire, and the edges of
//! bounds. What a scenario cannot show stands here.

use std::fmt::Display;

use partnerkit::actor::Actor;
use partnerkit::bank::BankPatch;
use partnerkit::capability::Capability;
use partnerkit::command::{Command, MAX_BULK, NewBank, NewPartner, Order, PartnerFilter, Selection};
use partnerkit::decide::{decide, needs};
use partnerkit::distribution::{DistributionState, Method};
use partnerkit::error::{Code, Error};
use partnerkit::event::{Event, KnownAs, What};
use partnerkit::evolve::{evolve, fold};
use partnerkit::explain;
use partnerkit::id::{Ids, PartnerId, PersonId};
use partnerkit::item::{GroupPatch, ItemPatch};
use partnerkit::language::Language;
use partnerkit::partner::PartnerPatch;
use partnerkit::patch::Change;
use partnerkit::people::Role;
use partnerkit::profile::{Profile, ProfilePatch};
use partnerkit::question::{Inquiry, MAX_PAGE, Question, Reply};
use partnerkit::reminder::ReminderKind;
use partnerkit::request::{RequestKind, RequestState};
use partnerkit::status::Status;
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{Expect, Facts, Need, Row, RowId};
use partnerkit::system::System;
use partnerkit::transition::Action;
use partnerkit_testkit::sample::{
    at, bank, bank_id, category, category_id, command_id, distribution, distribution_id, group, group_id,
    item, item_id, partner, partner_id, person_id, request, request_id,
};

const STAFF: PersonId = person_id(1);

fn staff() -> Actor {
    Actor::BankStaff { bank: bank_id(1), person: STAFF }
}

fn admin() -> Actor {
    Actor::BankAdmin { bank: bank_id(1), person: STAFF }
}

fn order(actor: Actor, command: Command) -> Order {
    Order { id: command_id(9), at: at(9), actor, command }
}

/// What is stored: the bank and these rows.
fn facts(rows: impl IntoIterator<Item = Row>) -> Facts {
    let mut facts = Facts { bank: Some(bank(bank_id(1))), seq: 41, ..Facts::default() };
    rows.into_iter().for_each(|row| facts.add(row));
    facts
}

fn event(what: What) -> Event {
    Event { at: at(9), by: staff(), command: command_id(9), what }
}

/// Every value has the spelling typed here, is shown by it, and is found by it; nothing else is found.
fn spelt<T: Copy + PartialEq + std::fmt::Debug>(
    all: &[T],
    spelling: &str,
    slug: fn(T) -> &'static str,
    from_slug: fn(&str) -> Option<T>,
) {
    let words: Vec<&str> = spelling.split(' ').collect();
    assert_eq!(all.iter().map(|value| slug(*value)).collect::<Vec<_>>(), words);
    for (value, word) in all.iter().zip(words) {
        assert_eq!(from_slug(word), Some(*value), "{word}");
    }
    assert_eq!(from_slug("Invited "), None);
    assert_eq!(from_slug(""), None);
}

fn shown<T: Copy + Display>(all: &[T], slug: fn(T) -> &'static str) {
    all.iter().for_each(|value| assert_eq!(value.to_string(), slug(*value)));
}

#[test]
fn the_words_of_the_wire_are_read_back() {
    spelt(
        &Status::ALL,
        "uninvited invited awaiting_review approved recertification_required deactivated",
        Status::slug,
        Status::from_slug,
    );
    spelt(
        &Capability::ALL,
        "receive_distributions sign_in view_own edit_profile submit_for_approval make_requests deadline_reminders \
         distribution_emails listed_for_approval listed_by_default",
        Capability::slug,
        Capability::from_slug,
    );
    spelt(
        &Action::ALL,
        "invite renew_invitation invite_and_approve submit_for_approval ask_for_changes approve \
         require_recertification deactivate reactivate remove",
        Action::slug,
        Action::from_slug,
    );
    spelt(&Method::ALL, "pick_up delivery shipped", Method::slug, Method::from_slug);
    spelt(
        &DistributionState::ALL,
        "scheduled complete taken_back",
        DistributionState::slug,
        DistributionState::from_slug,
    );
    spelt(&RequestKind::ALL, "quantity individuals children", RequestKind::slug, RequestKind::from_slug);
    spelt(
        &RequestState::ALL,
        "pending started fulfilled cancelled",
        RequestState::slug,
        RequestState::from_slug,
    );
    let roles = [Role::BankAdmin, Role::BankStaff, Role::PartnerUser { partner: partner_id(1) }];
    assert_eq!(roles.map(Role::slug), ["bank_admin", "bank_staff", "partner_user"]);
    let reminders = ["deadline_reminder", "recertification_due", "distribution_tomorrow"];
    assert_eq!(ReminderKind::ALL.map(ReminderKind::slug), reminders);
    shown(&Status::ALL, Status::slug);
    shown(&Capability::ALL, Capability::slug);
    shown(&Action::ALL, Action::slug);
}

#[test]
fn only_what_may_succeed_when_made_again_says_so() {
    for code in [Code::TooManyConflicts, Code::StoreBusy] {
        assert!(Error::from(code).is_retryable(), "{code:?}");
    }
    for code in [Code::AlreadyApproved, Code::NotFound, Code::AlreadyImported, Code::ImportUnreadable] {
        assert!(!Error::from(code).is_retryable(), "{code:?}");
    }
}

#[test]
fn an_error_for_programmers_tells_its_reasons_and_its_cause() {
    let shown = format!("{:?}", Error::new(Code::ImportUnreadable).caused_by("the disk is gone"));
    assert!(shown.contains("ImportUnreadable") && shown.contains("the disk is gone"), "{shown}");
}

#[test]
fn ids_hold_the_time_the_version_the_variant_and_the_hash() {
    // The first 16 bytes of the SHA-256 of the 16 bytes of command 1, worked out elsewhere: its last 74 bits count.
    let command = partnerkit::id::CommandId(uuid::Uuid::from_u128(1));
    let time = chrono::DateTime::from_timestamp_millis(0x9DA7_C45E_F0A5).unwrap();
    let mut ids = Ids::new(command, time);
    let made: [PartnerId; 2] = [ids.next(), ids.next()];
    let by_hand = ["9da7c45e-f0a5-8ded-86d3-7926ae627426", "9da7c45e-f0a5-8ded-86d3-7926ae627427"];
    assert_eq!(made.map(|id| id.0.to_string()), by_hand);
}

#[test]
fn a_command_about_a_request_relies_on_who_is_told() {
    let facts = facts([Row::Partner(partner(1)), Row::Item(item(1)), Row::Request(request(1, 1))]);
    let decision = decide(&order(staff(), Command::StartRequest { request: request_id(1) }), &facts).unwrap();
    // The bank, the partner and the request: none of them may have changed meanwhile.
    for row in [RowId::Bank(bank_id(1)), RowId::Partner(partner_id(1)), RowId::Request(request_id(1))] {
        assert!(decision.expects.contains(&Expect::Version(row, 1)), "{row:?} in {:?}", decision.expects);
    }
}

#[test]
fn a_change_of_the_kinds_of_request_relies_on_every_partner() {
    let kinds = |kinds: &[RequestKind]| {
        let patch =
            BankPatch { request_kinds: Some(kinds.iter().copied().collect()), ..BankPatch::default() };
        decide(&order(admin(), Command::UpdateBank(patch)), &facts([])).unwrap().expects
    };
    assert!(kinds(&[RequestKind::Quantity]).contains(&Expect::Seq(41)));
    let patch = BankPatch { name: Some("Another".to_owned()), ..BankPatch::default() };
    let renamed = decide(&order(admin(), Command::UpdateBank(patch)), &facts([])).unwrap().expects;
    assert!(!renamed.iter().any(|expect| matches!(expect, Expect::Seq(_))), "{renamed:?}");
}

#[test]
fn every_change_of_a_row_raises_its_version_by_one() {
    let mut facts = facts([
        Row::Partner(partner(1)),
        Row::Category(category(1)),
        Row::Item(item(1)),
        Row::Group(group(1)),
        Row::Request(request(1, 1)),
        Row::Distribution(distribution(1, 1)),
    ]);
    let patch = PartnerPatch { send_emails: Some(true), ..PartnerPatch::default() };
    let events = [
        What::PartnerUpdated { partner: partner_id(1), patch },
        What::CategoryRenamed { category: category_id(1), name: "Renamed".to_owned() },
        What::ItemUpdated {
            item: item_id(1),
            patch: ItemPatch { active: Some(false), ..ItemPatch::default() },
        },
        What::GroupUpdated {
            group: group_id(1),
            patch: GroupPatch { name: Some("Renamed".to_owned()), ..GroupPatch::default() },
        },
        What::RequestStarted { partner: partner_id(1), request: request_id(1), claimed_by: STAFF },
        What::DistributionCompleted { partner: partner_id(1), distribution: distribution_id(1) },
    ]
    .map(event);
    for version in [2, 3] {
        fold(&mut facts, &events).unwrap();
        let versions = [
            facts.partners.values().map(|row| row.version).collect::<Vec<_>>(),
            facts.categories.values().map(|row| row.version).collect(),
            facts.items.values().map(|row| row.version).collect(),
            facts.groups.values().map(|row| row.version).collect(),
            facts.requests.values().map(|row| row.version).collect(),
            facts.distributions.values().map(|row| row.version).collect(),
        ];
        assert!(versions.iter().all(|of_kind| *of_kind == [version]), "{versions:?}");
    }
    assert_eq!(facts.categories.values().next().unwrap().name, "Renamed");
}

#[test]
fn every_change_of_a_person_raises_its_version_by_one_and_the_first_admin_that_of_the_bank() {
    let mut facts = facts([Row::Partner(partner(1))]);
    let known = KnownAs {
        id: person_id(7),
        email: "zoe@example.org".to_owned(),
        name: Some("Zoë".to_owned()),
        language: None,
    };
    let (person, staff, admin) = (known.id, Role::BankStaff, Role::BankAdmin);
    let steps = [
        (What::RoleGranted { person: known.clone(), role: staff }, 1),
        (What::SignedIn { person, role: staff }, 1),
        (What::RoleChanged { person, role: admin }, 2),
        (What::RoleGranted { person: known, role: admin }, 2),
        (What::RoleRevoked { person, role: admin }, 2),
    ];
    for (raised, (what, of_bank)) in (1..).zip(steps) {
        evolve(&mut facts, &event(what.clone())).unwrap();
        let versions = (facts.people.get(&person).unwrap().version, facts.bank.as_ref().unwrap().version);
        assert_eq!(versions, (raised, of_bank), "{what:?}");
    }
}

#[test]
fn an_imported_partner_comes_of_its_event() {
    let mut facts = facts([]);
    let details = partner(1).details;
    let what = What::PartnerImported { partner: partner_id(1), line: 17, details: details.clone() };
    evolve(&mut facts, &event(what)).unwrap();
    let row = facts.partners.get(&partner_id(1)).unwrap();
    assert_eq!((row.status, row.import_line, &row.details), (Status::Uninvited, Some(17), &details));
}

#[test]
fn a_partner_as_it_was_comes_of_all_its_history_however_long() {
    let system = System::new(MemoryStore::new());
    let give = |n, actor, command| {
        system.execute(&Order { id: command_id(n), at: at(n), actor, command }).unwrap();
    };
    let (name, email) = ("Pawnee".to_owned(), "bank@example.org".to_owned());
    let new = NewBank { id: Some(bank_id(1)), name: name.clone(), email: email.clone(), admin: None };
    give(1, Actor::Host, Command::CreateBank(new));
    let new = NewPartner { id: Some(partner_id(1)), name, email, ..NewPartner::default() };
    give(2, staff(), Command::AddPartner(new));
    let most = MAX_PAGE as u64 + 1;
    for n in 1..=most {
        let patch = PartnerPatch { quota: Change::Set(n), ..PartnerPatch::default() };
        give(2 + n, staff(), Command::UpdatePartner { partner: partner_id(1), patch });
    }
    let quota = |n| {
        let question = Question::PartnerAsOf { partner: partner_id(1), at: at(2 + n) };
        match system
            .ask(&Inquiry { actor: staff(), at: at(9_999), language: Language::English, question })
            .unwrap()
        {
            Reply::PartnerAsOf(row) => row.details.quota,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(
        [0, 1, most - 1, most, most + 1].map(quota),
        [None, Some(1), Some(most - 1), Some(most), Some(most)]
    );
}

fn profile<const N: usize>(fields: [(&str, bool); N]) -> Profile {
    fields.into_iter().map(|(key, value)| (key, value.into())).collect()
}

#[test]
fn a_profile_narrows_when_it_switches_a_kind_off() {
    assert!(!Profile::default().narrows());
    assert!(!profile([("enable_child_requests", true)]).narrows());
    assert!(profile([("enable_child_requests", false)]).narrows());
    assert!(profile([("enable_quantity_requests", false)]).narrows());
}

#[test]
fn a_partner_without_any_kind_of_request_cannot_submit_until_it_has_one() {
    // No command leads here; a store written by hand may.
    let mut row = partner(1);
    row.status = Status::Invited;
    row.profile = profile([
        ("no_social_media", true),
        ("enable_quantity_requests", false),
        ("enable_individual_requests", false),
        ("enable_child_requests", false),
    ]);
    let facts = facts([Row::Partner(row)]);
    let submit = order(staff(), Command::SubmitForApproval { partner: partner_id(1) });
    let refused = decide(&submit, &facts).unwrap_err();
    assert_eq!(refused.reasons().iter().map(|reason| reason.code).collect::<Vec<_>>(), [Code::NoKindLeft]);
    // No other move asks for it.
    decide(&order(staff(), Command::Approve { partner: partner_id(1) }), &facts).unwrap();

    let explained = explain::command(&submit, &facts).unwrap();
    let patch = ProfilePatch::default().set("enable_quantity_requests", true);
    let steps: Vec<Command> = explained.steps.into_iter().map(|step| step.command).collect();
    assert_eq!(steps, [Command::UpdateProfile { partner: partner_id(1), patch }]);

    // Where the bank takes one kind only and the partner left another on, its profile stays as it is.
    let mut facts = facts;
    let settings = &mut facts.bank.as_mut().unwrap().settings;
    settings.request_kinds = [RequestKind::Individuals].into();
    facts.partners.get_mut(&partner_id(1)).unwrap().profile =
        profile([("no_social_media", true), ("enable_individual_requests", false)]);
    let explained = explain::command(&submit, &facts).unwrap();
    let kinds = [RequestKind::Quantity, RequestKind::Individuals].into();
    let patch = BankPatch { request_kinds: Some(kinds), ..BankPatch::default() };
    let steps: Vec<Command> = explained.steps.into_iter().map(|step| step.command).collect();
    assert_eq!(steps, [Command::UpdateBank(patch)]);
}

#[test]
fn ten_thousand_partners_at_once_and_not_one_more() {
    let bulk = |count: usize| {
        let ids: Vec<PartnerId> = (0..count as u64).map(partner_id).collect();
        let (action, partners) = (Action::Invite, Selection::Ids(ids));
        order(staff(), Command::Bulk { action, partners, reason: None })
    };
    let facts = facts([]);
    let done = decide(&bulk(MAX_BULK), &facts).unwrap().done.bulk.unwrap();
    assert_eq!(usize::try_from(done.refused).unwrap(), MAX_BULK);
    let refused = decide(&bulk(MAX_BULK + 1), &facts).unwrap_err();
    assert_eq!(refused.code(), Code::TooManyPartners);

    // One more than allowed is looked up, so that too many can be told; never the whole of an endless list.
    let partners =
        |order: &Order| needs(order, &facts).iter().filter(|need| matches!(need, Need::Partner(_))).count();
    assert_eq!(partners(&bulk(MAX_BULK)), MAX_BULK);
    assert_eq!(partners(&bulk(MAX_BULK + 5)), MAX_BULK + 1);
    let matching = Command::Bulk {
        action: Action::Invite,
        partners: Selection::Matching(PartnerFilter::default()),
        reason: None,
    };
    let limits: Vec<usize> = needs(&order(staff(), matching), &facts)
        .into_iter()
        .filter_map(|need| if let Need::Partners(page) = need { Some(page.limit) } else { None })
        .collect();
    assert_eq!(limits, [MAX_BULK + 1]);
}

#[test]
fn every_action_has_its_command() {
    for action in Action::ALL {
        let command = Command::from_action(action, partner_id(7), Some("why".to_owned()));
        assert_eq!(command.action(), Some((action, partner_id(7))), "{action}");
    }
    assert_eq!(Command::UpdateBank(BankPatch::default()).action(), None);
}

#[test]
fn an_id_is_read_back_as_it_is_shown() {
    let id = partner_id(7);
    assert_eq!(id.to_string().parse::<PartnerId>().unwrap(), id);
    assert_eq!(format!("{id:?}"), format!("PartnerId({id})"));
    assert!("7".parse::<PartnerId>().is_err());
}

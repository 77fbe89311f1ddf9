//! A phone that took a partner along: away from the bank it hears what the bank would say, and no more than it may know.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::io::Cursor;

use partnerkit::actor::Actor;
use partnerkit::capability::Capability;
use partnerkit::command::{Command, NewRequest, Order};
use partnerkit::error::Code;
use partnerkit::id::PartnerId;
use partnerkit::item::{Group, Item};
use partnerkit::language::Language;
use partnerkit::partner::{Exception, ExceptionRule, Partner};
use partnerkit::people::{Holding, Role};
use partnerkit::question::{Inquiry, Question, Reply};
use partnerkit::request::{NewRequestLine, Request, RequestKind, RequestState};
use partnerkit::status::Status;
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{Committed, Piece, Row, RowId, Store};
use partnerkit::sync::{Batch, Became, Kept, SeenRow};
use partnerkit::system::System;
use partnerkit_testkit::sample::{
    at, bank, bank_id, category, category_id, command_id, group, group_id, item, item_id, partner,
    partner_id, person_id, person_in, request, request_id, request_line, staff,
};

const USER: Actor = Actor::PartnerUser { bank: bank_id(1), partner: partner_id(1), person: person_id(2) };

/// A bank that keeps its people, with two partners that share a user. Items 3 and 4 are hidden; the first partner asked for
/// item 4 before it was.
fn rows() -> Vec<Row> {
    let item = |n: u64, category, visible| {
        let mut row: Item = item(n);
        row.details.category = Some(category_id(category));
        row.details.visible = visible;
        Row::Item(row)
    };
    let groups = [
        Group {
            categories: [category_id(1), category_id(4)].into(),
            caps: [(item_id(1), 20), (item_id(3), 5)].into(),
            ..group(1)
        },
        Group { categories: [category_id(2)].into(), ..group(2) },
    ];
    let partners = [1, 2].map(|n| {
        let mut row =
            Partner { status: Status::Approved, approved_at: Some(at(9)), version: 4, ..partner(n) };
        row.details.group = Some(group_id(n));
        row.details.notes = Some("Pays late".to_owned());
        row.exceptions.insert(item_id(3), Exception { rule: ExceptionRule::Allow, last_day: None });
        Row::Partner(row)
    });
    let asked = |n, partner, state| Row::Request(Request { state, ..request(n, partner) });
    let mut lines = request(1, 1);
    lines.lines.push(request_line(4, 2));
    let mut user = person_in(2, Role::PartnerUser { partner: partner_id(1) });
    let held = Holding { accepted_at: Some(at(2)), ..Holding::default() };
    user.roles.insert(Role::PartnerUser { partner: partner_id(2) }, held);
    let mut rows = vec![Row::Bank(partnerkit::bank::Bank { keeps_people: true, ..bank(bank_id(1)) })];
    rows.extend([1, 2, 3, 4].map(|n| Row::Category(category(n))));
    rows.extend([item(1, 1, true), item(2, 2, true), item(3, 4, false), item(4, 3, false)]);
    rows.extend(groups.map(Row::Group));
    rows.extend(partners);
    rows.extend([
        Row::Request(lines),
        asked(2, 2, RequestState::Pending),
        asked(3, 1, RequestState::Cancelled),
    ]);
    rows.extend([Row::Person(person_in(1, Role::BankStaff)), Row::Person(user)]);
    rows
}

fn at_the_bank() -> System<MemoryStore> {
    let store = MemoryStore::new();
    let mut rows = rows().into_iter().map(Piece::Row);
    assert_eq!(store.take_in(bank_id(1), &mut || Ok(rows.next())).unwrap(), Committed::Done);
    System::new(store)
}

fn ask(system: &System<MemoryStore>, actor: Actor, question: Question) -> Result<Reply, Code> {
    let inquiry = Inquiry { at: at(100), actor, language: Language::English, question };
    system.ask(&inquiry).map_err(|error| error.code())
}

fn taken_along(actor: Actor, partner: PartnerId) -> Result<String, Code> {
    ask(&at_the_bank(), actor, Question::TakeAlong { partner }).map(|reply| match reply {
        Reply::TakeAlong(text) => text,
        other => unreachable!("{other:?}"),
    })
}

fn phone(actor: Actor) -> System<MemoryStore> {
    let phone = System::new(MemoryStore::new());
    let text = taken_along(actor, partner_id(1)).unwrap();
    phone.read_in(Cursor::new(text.as_bytes())).unwrap();
    assert_eq!(phone.read_in(Cursor::new(text.as_bytes())).unwrap_err().code(), Code::BankExists);
    phone
}

fn submit(id: u64, item: u64, quantity: i64) -> Command {
    let lines = vec![NewRequestLine { item: item_id(item), unit: None, quantity }];
    let (id, partner) = (Some(request_id(id)), partner_id(1));
    Command::SubmitRequest(NewRequest { id, partner, kind: RequestKind::Quantity, lines, comment: None })
}

fn order(actor: Actor, command: Command) -> Order {
    Order { id: command_id(1), at: at(100), actor, command }
}

/// What one partner's people ask about, and what they may mean to do.
fn questions() -> Vec<Question> {
    let partner = partner_id(1);
    let mut all = vec![
        Question::Bank,
        Question::Permitted { partner },
        Question::AllowedActions { partner },
        Question::ProfileSchema { language: Language::Spanish },
        Question::ProfileCompleteness { partner },
        Question::Request { request: request_id(1) },
        Question::Requests {
            partner: Some(partner),
            states: [RequestState::Pending].into(),
            after: None,
            limit: 9,
        },
    ];
    all.extend(Capability::ALL.map(|capability| Question::ExplainCapability { partner, capability }));
    all.extend(commands().into_iter().map(|command| Question::ExplainCommand { command: Box::new(command) }));
    all
}

fn commands() -> Vec<Command> {
    let request = request_id(1);
    vec![
        submit(9, 1, 20),
        submit(9, 1, 21),
        submit(9, 2, 1),
        Command::SubmitForApproval { partner: partner_id(1) },
        Command::Approve { partner: partner_id(1) },
        Command::CancelRequest { request, reason: Some("Too late".to_owned()) },
    ]
}

#[test]
fn away_from_the_bank_everybody_hears_what_the_bank_would_say() {
    for actor in [USER, staff()] {
        let (bank, phone) = (at_the_bank(), phone(actor));
        let (mut answered, mut yes, mut no) = (0, 0, 0);
        for question in questions() {
            let (there, here) = (ask(&bank, actor, question.clone()), ask(&phone, actor, question.clone()));
            assert_eq!(here, there, "{actor:?} {question:?}");
            answered += usize::from(there.is_ok());
        }
        for command in commands() {
            let order = order(actor, command);
            let told = |system: &System<MemoryStore>| {
                system
                    .preview(&order)
                    .map(|preview| (preview.events, preview.done))
                    .map_err(|e| e.reasons().to_vec())
            };
            assert_eq!(told(&phone), told(&bank), "{order:?}");
            if told(&bank).is_ok() { yes += 1 } else { no += 1 }
        }
        // All but whether to approve, which is no partner's to ask.
        assert_eq!(answered, questions().len() - usize::from(actor == USER));
        assert!(yes >= 2 && no >= 3, "{yes} {no}");
    }
}

#[test]
fn a_partner_s_user_takes_no_more_along_than_it_may_see() {
    let text = taken_along(USER, partner_id(1)).unwrap();
    for hidden in ["Item 3", "Category 4", "Pays late", "Partner 2", "Group 2"] {
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
    // What it asked for before it was hidden is in its request anyway.
    for seen in ["Item 1", "Item 2", "Item 4", "Group 1", "Partner 1"] {
        assert!(text.contains(seen), "{seen}: {text}");
    }
    let theirs = taken_along(staff(), partner_id(1)).unwrap();
    for seen in ["Item 3", "Category 4", "Pays late"] {
        assert!(theirs.contains(seen), "{seen}: {theirs}");
    }
    assert!(!theirs.contains("Partner 2"));
    assert_eq!(ask(&phone(USER), USER, Question::Request { request: request_id(3) }), Err(Code::NotFound));
    assert_eq!(taken_along(USER, partner_id(2)), Err(Code::NotFound));
    assert_eq!(taken_along(staff(), partner_id(7)), Err(Code::NotFound));
}

#[test]
fn what_was_done_on_the_phone_is_accepted_at_the_bank_and_once() {
    let (bank, phone) = (at_the_bank(), phone(USER));
    let version = |system: &System<MemoryStore>| match ask(
        system,
        USER,
        Question::Partner { partner: partner_id(1) },
    ) {
        Ok(Reply::Partner(row)) => row.version,
        other => unreachable!("{other:?}"),
    };
    assert_eq!(version(&phone), version(&bank));
    let seen = vec![SeenRow { row: RowId::Partner(partner_id(1)), version: version(&phone) }];
    let order = order(USER, submit(9, 1, 5));
    phone.execute(&order).unwrap();
    let kept = Kept { id: order.id, command: order.command, seen };
    let batch = Batch { at: at(500), actor: USER, language: Language::English, commands: vec![kept] };
    let became = |n: usize| {
        let mut synced = bank.sync(&batch).unwrap();
        (n, synced.remove(0).became)
    };
    assert!(matches!(became(1), (1, Became::Accepted { .. })));
    assert!(matches!(became(2), (2, Became::Repeated { .. })));
    let open = |system: &System<MemoryStore>| -> BTreeSet<_> {
        let states = [RequestState::Pending].into();
        let question = Question::Requests { partner: Some(partner_id(1)), states, after: None, limit: 9 };
        match ask(system, USER, question) {
            Ok(Reply::Requests(rows)) => rows.into_iter().map(|row| row.id).collect(),
            other => unreachable!("{other:?}"),
        }
    };
    assert_eq!(open(&phone), open(&bank));
}

//! What a change of the whole bank would take away, of partners in whatever status and of more than fit in an answer.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use partnerkit::command::Command;
use partnerkit::item::ItemPatch;
use partnerkit::language::Language;
use partnerkit::partner::Partner;
use partnerkit::question::{Inquiry, MAX_PAGE, Question, Reply, WhatIf};
use partnerkit::request::Request;
use partnerkit::status::Status;
use partnerkit::store::Row;
use partnerkit::store::memory::MemoryStore;
use partnerkit::system::System;
use partnerkit_testkit::TestBank;
use partnerkit_testkit::sample::{at, bank, bank_id, item, item_id, partner, partner_id, request, staff};

/// What became of it if soap were no longer given out, in a bank where each of these partners has asked for some.
fn without_soap(partners: impl IntoIterator<Item = (u64, Status)>) -> WhatIf {
    let system = System::new(MemoryStore::new());
    let rows = partners.into_iter().flat_map(|(n, status)| {
        let row = Partner { status, ..partner(n) };
        [Row::Partner(row), Row::Request(Request { partner: partner_id(n), ..request(n, n) })]
    });
    TestBank::open(system.store(), bank(bank_id(1))).put([Row::Item(item(1))].into_iter().chain(rows));
    let patch = ItemPatch { active: Some(false), ..ItemPatch::default() };
    let command = Box::new(Command::UpdateItem { item: item_id(1), patch });
    let question = Question::WhatIf { command };
    let inquiry = Inquiry { at: at(9), actor: staff(), language: Language::English, question };
    match system.ask(&inquiry).unwrap() {
        Reply::WhatIf(answer) => answer,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_open_request_counts_whatever_status_its_partner_is_in() {
    for status in Status::ALL {
        let answer = without_soap([(1, Status::Approved), (2, status)]);
        assert_eq!(answer.requests_invalid, 2, "{status}");
    }
}

#[test]
fn all_are_counted_and_the_first_thousand_told() {
    let most = MAX_PAGE as u64 + 1;
    let answer = without_soap((1..=most).map(|n| (n, Status::Approved)));
    assert_eq!((answer.items_lost, answer.lost.len()), (most, MAX_PAGE));
    assert_eq!((answer.requests_invalid, answer.invalid.len()), (most, MAX_PAGE));
}

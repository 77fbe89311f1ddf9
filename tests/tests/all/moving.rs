//! A bank that moves between stores of different kinds by the take-along file, and back.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Cursor;

use conformance::stores::server;
use partnerkit::store::{Row, Store};
use partnerkit::take_along::{read_in, write_out};
use partnerkit_testkit::{TestBank, sample};

fn file(store: &dyn Store) -> Vec<u8> {
    let mut file = Vec::new();
    write_out(store, sample::bank_id(1), &mut file).unwrap();
    file
}

/// Something of everything that refers to something.
fn fill(store: &dyn Store) {
    let bank = TestBank::open(store, sample::full_bank(sample::bank_id(1)));
    bank.put([Row::Category(sample::category(1)), Row::Category(sample::category(2))]);
    bank.put([
        Row::Item(sample::full_item(1)),
        Row::Item(sample::item(2)),
        Row::Group(sample::full_group(1)),
    ]);
    bank.put([Row::Partner(sample::full_partner(1)), Row::Partner(sample::partner(2))]);
    bank.put([Row::Request(sample::full_request(1)), Row::Request(sample::request(2, 2))]);
    bank.put([Row::Distribution(sample::full_distribution(1, 2)), Row::Reminder(sample::reminder(1, 1))]);
    bank.put([Row::Person(sample::full_person(1)), Row::Person(sample::person(2))]);
    let (events, messages) = (vec![sample::bank_event(1)], vec![sample::message(1, 1)]);
    bank.done(&partnerkit::store::ChangeSet { events, messages, ..bank.changes() });
}

#[test]
fn a_bank_goes_from_sqlite_to_postgres_and_back_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let here = partnerkit_sqlite::open(folder.path().join("here.db")).unwrap();
    let there = server::fresh();
    let back = partnerkit_sqlite::open(folder.path().join("back.db")).unwrap();
    fill(&here);
    let first = file(&here);
    read_in(&*there, Cursor::new(&first)).unwrap();
    let second = file(&*there);
    read_in(&back, Cursor::new(&second)).unwrap();
    assert!(first.len() > 5_000);
    assert!(first == second && second == file(&back), "the files differ");
}

//! A whole bank taken out of a store, and into one.

use std::io::Cursor;

use partnerkit::error::{Code, Error};
use partnerkit::id::CategoryId;
use partnerkit::item::Category;
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{ChangeSet, Committed, Imported, Piece, Row, Store};
use partnerkit::take_along::{read_in, write_out};
use partnerkit::token::{Secret, TokenDigest};

use crate::TestBank;
use crate::import::{ImportFile, row};
use crate::sample::{self, bank_id};

/// What is taken out here, another store takes in, and then holds the same bank; and the other way round.
pub fn a_bank_moves_from_store_to_store(here: &TestBank<'_>) {
    fill(here);
    let other = MemoryStore::new();
    assert_eq!(take_in(&other, here.pieces()), Committed::Done);
    let there = TestBank::at(&other, bank_id(1));
    assert_eq!(there.snapshot(), here.snapshot());
    assert_eq!(there.pieces(), here.pieces());

    let back = ids_of(there.pieces(), 3);
    assert_eq!(take_in(here.store(), back.clone()), Committed::Done);
    assert_eq!(TestBank::at(here.store(), bank_id(3)).pieces(), back);
}

/// A bank that was taken in goes on where it was: events and messages are appended, commands are not done again.
pub fn a_bank_taken_in_goes_on(here: &TestBank<'_>) {
    let other = MemoryStore::new();
    let there = TestBank::open(&other, sample::bank(bank_id(3)));
    let changes = ChangeSet { events: vec![sample::bank_event(1)], ..there.changes() };
    there.done(&changes);
    assert_eq!(take_in(here.store(), there.pieces()), Committed::Done);
    let moved = TestBank::at(here.store(), bank_id(3));
    assert_eq!(moved.commit(&changes), Committed::Stale, "it is recorded already");
    for _ in 0..2 {
        there.next_command();
        moved.next_command();
    }
    let (more, message) = (vec![sample::bank_event(2)], vec![sample::message(2, 1)]);
    moved.done(&ChangeSet { events: more, messages: message, ..moved.changes() });
    assert_eq!(moved.seq(), 2);
}

/// What is there stays as it is.
pub fn a_bank_that_is_there_is_not_taken_in(here: &TestBank<'_>) {
    fill(here);
    let before = here.snapshot();
    let pieces = vec![Piece::Row(Row::Bank(sample::full_bank(bank_id(1))))];
    assert_eq!(take_in(here.store(), pieces), Committed::Stale);
    assert_eq!(here.snapshot(), before);
}

/// A missing parent, a key held twice, no bank at all: nothing of it is kept.
pub fn pieces_that_do_not_fit_leave_nothing(here: &TestBank<'_>) {
    let bank = || Row::Bank(sample::bank(bank_id(3)));
    for (why, rows) in [
        ("its group is missing", vec![bank(), Row::Partner(sample::full_partner(1))]),
        (
            "one name is held twice",
            vec![
                bank(),
                Row::Partner(sample::named_partner(1, "Same")),
                Row::Partner(sample::named_partner(2, "SAME")),
            ],
        ),
        ("the partner of a role is missing", vec![bank(), Row::Person(sample::full_person(1))]),
        ("there is no bank", vec![]),
    ] {
        let pieces = rows.into_iter().map(Piece::Row).collect();
        assert_eq!(take_in(here.store(), pieces), Committed::Stale, "{why}");
        assert_eq!(TestBank::at(here.store(), bank_id(3)).pieces(), [], "{why}");
    }
}

/// A giver that fails in the middle leaves nothing, and its error comes back as it was.
pub fn a_giver_that_fails_leaves_nothing(here: &TestBank<'_>) {
    let mut rows = [Row::Bank(sample::bank(bank_id(3))), Row::Partner(sample::partner(1))].into_iter();
    let failed = here.store().take_in(bank_id(3), &mut || match rows.next() {
        Some(row) => Ok(Some(Piece::Row(row))),
        None => Err(Code::TakeAlongTruncated.into()),
    });
    assert_eq!(failed.unwrap_err().code(), Code::TakeAlongTruncated);
    assert_eq!(TestBank::at(here.store(), bank_id(3)).pieces(), []);
}

/// What is taken out is how it was at one moment, whatever is written meanwhile; a taker that fails ends it.
pub fn what_is_taken_out_is_one_view(here: &TestBank<'_>) {
    fill(here);
    let (before, mut seen) = (here.pieces(), Vec::new());
    let taken = here.store().take_out(bank_id(1), &mut |piece| {
        if seen.is_empty() {
            std::thread::scope(|scope| {
                let late = Row::Category(sample::category(9));
                scope.spawn(|| {
                    let events = vec![sample::bank_event(99)];
                    here.done(&ChangeSet { events, ..here.puts([late]) });
                });
            });
        }
        seen.push(piece);
        Ok(())
    });
    taken.unwrap();
    assert_eq!(seen, before);
    assert_ne!(here.pieces(), before);
    let failed = here.store().take_out(bank_id(1), &mut |_| Err(Code::TakeAlongUnwritable.into()));
    assert_eq!(failed.unwrap_err().code(), Code::TakeAlongUnwritable);
}

/// A bank that is not there has no pieces.
pub fn an_unknown_bank_has_no_pieces(here: &TestBank<'_>) {
    assert_eq!(TestBank::at(here.store(), bank_id(3)).pieces(), []);
}

/// Through the file: the same bytes from both stores.
pub fn the_file_is_the_same_from_every_store(here: &TestBank<'_>) {
    fill(here);
    let file = |store: &dyn Store| {
        let mut file = Vec::new();
        write_out(store, bank_id(1), &mut file).unwrap();
        file
    };
    let (other, written) = (MemoryStore::new(), file(here.store()));
    read_in(&other, Cursor::new(&written)).unwrap();
    assert_eq!(String::from_utf8(file(&other)).unwrap(), String::from_utf8(written).unwrap());
}

/// Something of everything there can be in a bank, and more of it than a store may read at once.
fn fill(here: &TestBank<'_>) {
    here.put([1, 2].map(|n| Row::Category(sample::category(n))));
    // A host may give the id that is before all others.
    here.put([Row::Category(Category { id: CategoryId(uuid::Uuid::nil()), ..sample::category(3) })]);
    here.put([Row::Bank(sample::full_bank(bank_id(1)))]);
    here.put([
        Row::Item(sample::full_item(1)),
        Row::Item(sample::item(2)),
        Row::Group(sample::full_group(1)),
    ]);
    here.put([Row::Partner(sample::full_partner(1)), Row::Partner(sample::partner(2))]);
    here.put([Row::Request(sample::full_request(1)), Row::Request(sample::request(2, 2))]);
    here.put([Row::Distribution(sample::full_distribution(1, 2)), Row::Reminder(sample::reminder(1, 1))]);
    here.put([Row::Person(sample::full_person(1)), Row::Person(sample::person(2))]);
    for n in 0..=u8::MAX {
        let token = TokenDigest::of(Secret([n; 32]));
        assert_eq!(
            here.store().keep_token(here.id(), token, &sample::invitation(1)).unwrap(),
            Committed::Done
        );
    }
    let events = (1..=1_201).map(|n| sample::partner_event(n, n % 3)).collect();
    let messages = (1..=1_201).map(|n| sample::message(n, n % 3)).collect();
    here.done(&ChangeSet { events, messages, ..here.changes() });
    let rows =
        (2..1_203).map(|line| row(90, line, &format!("A {line}"), &format!("a{line}@example.org"), None));
    assert!(matches!(here.import(&mut ImportFile::of(90, rows)), Imported::Done(_)));
}

fn take_in(store: &dyn Store, pieces: Vec<Piece>) -> Committed {
    let bank = match pieces.first() {
        Some(Piece::Row(Row::Bank(bank))) => bank.id,
        _ => bank_id(3),
    };
    let mut pieces = pieces.into_iter();
    let mut give = || Ok::<_, Error>(pieces.next());
    store.take_in(bank, &mut give).unwrap()
}

/// The same pieces for a bank with another id.
fn ids_of(mut pieces: Vec<Piece>, bank: u64) -> Vec<Piece> {
    if let Some(Piece::Row(Row::Bank(row))) = pieces.first_mut() {
        row.id = bank_id(bank);
    }
    pieces
}

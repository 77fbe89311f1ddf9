//! Which clashes an import is told, in which order.

use partnerkit::store::{Clash, ClashKey, Holder, ImportRow, Imported, Row, Store};
use partnerkit::text::look_key;
use partnerkit_sqlite::SqliteStore;

use super::import::{File, head, row};
use super::sample::*;

fn clashes(store: &SqliteStore, rows: impl IntoIterator<Item = ImportRow>) -> Vec<Clash> {
    let mut file = File { refuse: true, ..File::new(rows) };
    assert_eq!(store.import(&head(), &mut file).unwrap(), Imported::Dropped);
    file.clashes
}

fn with_line(line: u64, key: ClashKey, value: &str, held_in: u64, held: &str) -> Clash {
    let held_by = Holder::Line { line: held_in, value: held.to_owned() };
    Clash { line, record: line - 1, key, value: value.to_owned(), held_by }
}

fn with_partner(line: u64, key: ClashKey, value: &str, id: u128, name: &str) -> Clash {
    let held_by = Holder::Partner { id: uuid(id), name: name.to_owned() };
    Clash { line, record: line - 1, key, value: value.to_owned(), held_by }
}

#[test]
fn each_later_line_is_told_once_with_the_first() {
    let (_place, store) = store_with_bank();
    let found = clashes(
        &store,
        [
            row(2, "Hope House", "a@x.example", Some("7")),
            row(3, "hope  HOUSE", "b@x.example", None),
            row(5, "Third", "A@X.example", Some("7")),
            row(8, "HOPE HOUSE", "a@x.EXAMPLE", Some("8")),
        ],
    );
    assert_eq!(
        found,
        [
            with_line(3, ClashKey::Name, "hope  HOUSE", 2, "Hope House"),
            with_line(5, ClashKey::Email, "A@X.example", 2, "a@x.example"),
            with_line(5, ClashKey::ExternalId, "7", 2, "7"),
            with_line(8, ClashKey::Name, "HOPE HOUSE", 2, "Hope House"),
            with_line(8, ClashKey::Email, "a@x.EXAMPLE", 2, "a@x.example"),
        ]
    );
}

#[test]
fn partners_of_the_bank_hold_their_keys() {
    let (_place, store) = store_with_bank();
    let mut kept = partner(50, "Ballard");
    kept.details.external_id = Some("7".to_owned());
    done(&store, &put(2, [Row::Partner(kept), Row::Partner(partner(51, "Other"))]));
    let mut elsewhere = put(1, [Row::Bank(partnerkit::bank::Bank { id: uuid(2), ..bank() })]);
    elsewhere.bank = uuid(2);
    done(&store, &elsewhere);
    let mut elsewhere = put(2, [Row::Partner(partner(52, "Elsewhere"))]);
    elsewhere.bank = uuid(2);
    done(&store, &elsewhere);

    let found = clashes(
        &store,
        [
            row(2, "Elsewhere", "p52@partner.example", None),
            row(3, "BALLARD", "P51@partner.example", Some("7")),
            row(4, "ballard", "4@x.example", None),
        ],
    );
    assert_eq!(
        found,
        [
            with_partner(3, ClashKey::Name, "BALLARD", 50, "Ballard"),
            with_partner(3, ClashKey::Email, "P51@partner.example", 51, "Other"),
            with_partner(3, ClashKey::ExternalId, "7", 50, "Ballard"),
            with_partner(4, ClashKey::Name, "ballard", 50, "Ballard"),
            with_line(4, ClashKey::Name, "ballard", 3, "BALLARD"),
        ]
    );
}

#[test]
fn looks_are_told_once_a_line_and_never_beside_the_name() {
    let (_place, store) = store_with_bank();
    let alike = [Row::Partner(partner(50, "St. Paul")), Row::Partner(partner(51, "St Paul"))];
    done(&store, &put(2, alike));
    let found = clashes(
        &store,
        [
            row(2, "Sister's", "2@x.example", None),
            row(3, "Sisters", "3@x.example", None),
            row(4, "SISTER’S", "4@x.example", None),
            row(5, "Sisters", "5@x.example", None),
            row(6, "St-Paul", "6@x.example", None),
            row(7, "St_Paul", "7@x.example", None),
            row(8, "ST PAUL", "8@x.example", None),
            row(9, "--", "9@x.example", None),
            row(10, "''", "10@x.example", None),
        ],
    );
    assert_eq!(look_key("--"), "");
    assert_eq!(
        found,
        [
            with_line(3, ClashKey::Look, "Sisters", 2, "Sister's"),
            with_line(4, ClashKey::Look, "SISTER’S", 2, "Sister's"),
            with_line(5, ClashKey::Name, "Sisters", 3, "Sisters"),
            with_partner(6, ClashKey::Look, "St-Paul", 51, "St Paul"),
            with_partner(7, ClashKey::Look, "St_Paul", 51, "St Paul"),
            with_partner(8, ClashKey::Name, "ST PAUL", 51, "St Paul"),
        ]
    );
}

#[test]
fn rows_with_problems_hold_and_seek_keys_too_and_are_not_written() {
    let (_place, store) = store_with_bank();
    let bad = |line, name: &str, email: &str| ImportRow { partner: None, ..row(line, name, email, None) };
    let nameless = ImportRow { name: None, look_key: None, ..bad(3, "", "a@x.example") };
    let mailless = ImportRow { email: None, ..bad(4, "Hope", "") };
    let found = clashes(
        &store,
        [bad(2, "Hope", "a@x.example"), nameless.clone(), mailless, row(5, "Good", "5@x.example", None)],
    );
    assert_eq!(
        found,
        [
            with_line(3, ClashKey::Email, "a@x.example", 2, "a@x.example"),
            with_line(4, ClashKey::Name, "Hope", 2, "Hope"),
        ]
    );
    let mut file = File::new([nameless, row(5, "Good", "5@x.example", None)]);
    assert!(matches!(store.import(&head(), &mut file).unwrap(), Imported::Done(_)));
    let facts = store.load(BANK, &[partnerkit::store::Need::PartnerCounts]).unwrap();
    assert_eq!((facts.seq, facts.counts.values().sum::<u64>()), (3, 1));
}

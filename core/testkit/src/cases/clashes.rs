//! Clashes: an import is told of every key that is held twice, who holds it, and of names that only look alike.

use partnerkit::partner::Partner;
use partnerkit::store::{Clash, ClashKey, Holder, ImportRow, Imported, Row};

use crate::TestBank;
use crate::import::{ImportFile, bad_row, row};
use crate::sample::{self, named_partner, partner_id};

/// A row that has a key of an earlier row is told with that line; each key clashes for itself, the first line holds.
pub fn a_key_of_an_earlier_line_clashes(here: &TestBank<'_>) {
    let clashes = told(
        here,
        [
            row(50, 2, "Ark", "ark@bücher.example", Some("x1")),
            row(50, 3, "Other", "other@example.org", Some("x2")),
            row(50, 5, " ARK", "new@example.org", Some("x3")),
            row(50, 8, "ark", "ARK@xn--bcher-kva.example", Some("x1")),
        ],
    );
    let expected = [
        in_line(5, ClashKey::Name, " ARK", 2, "Ark"),
        in_line(8, ClashKey::Name, "ark", 2, "Ark"),
        in_line(8, ClashKey::Email, "ARK@xn--bcher-kva.example", 2, "ark@bücher.example"),
        in_line(8, ClashKey::ExternalId, "x1", 2, "x1"),
    ];
    assert_eq!(clashes, expected);
}

/// A row that has a key of a partner of the bank is told with the partner and its name, also when it is deactivated.
pub fn a_key_of_a_partner_clashes(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let mut partner = sample::full_partner(2);
    partner.details.name = "Mosaic Haus".to_owned();
    here.put([Row::Partner(partner)]);
    let clashes = told(
        here,
        [
            row(50, 2, "MOSAIC  Haus", "new@example.org", None),
            row(50, 3, "New", "PARTNER2@EXAMPLE.org", Some("ext-2")),
            row(50, 4, "Newer", "newer@example.org", Some("EXT-2")),
        ],
    );
    let expected = [
        by_partner(2, ClashKey::Name, "MOSAIC  Haus", 2, "Mosaic Haus"),
        by_partner(3, ClashKey::Email, "PARTNER2@EXAMPLE.org", 2, "Mosaic Haus"),
        by_partner(3, ClashKey::ExternalId, "ext-2", 2, "Mosaic Haus"),
    ];
    assert_eq!(clashes, expected);
}

/// The keys of one row may be held by different ones.
pub fn the_keys_of_one_row_may_clash_with_several(here: &TestBank<'_>) {
    here.put([Row::Partner(named_partner(1, "First")), Row::Partner(named_partner(2, "Second"))]);
    let clashes = told(
        here,
        [
            row(50, 2, "Third", "third@example.org", Some("x")),
            row(50, 3, "FIRST", "partner2@example.org", Some("x")),
        ],
    );
    let expected = [
        by_partner(3, ClashKey::Name, "FIRST", 1, "First"),
        by_partner(3, ClashKey::Email, "partner2@example.org", 2, "Second"),
        in_line(3, ClashKey::ExternalId, "x", 2, "x"),
    ];
    assert_eq!(clashes, expected);
}

/// A key that both a partner and an earlier line hold clashes with both: putting one of them right would not do.
pub fn a_key_held_by_both_clashes_with_both(here: &TestBank<'_>) {
    let mut partner = named_partner(1, "First");
    partner.details.external_id = Some("x".to_owned());
    here.put([Row::Partner(partner)]);
    let clashes = told(
        here,
        [
            row(50, 2, "FIRST", "a@example.org", Some("x")),
            row(50, 3, "first", "partner1@example.org", Some("x")),
            row(50, 4, "Fourth", "PARTNER1@example.org", None),
        ],
    );
    let expected = [
        by_partner(2, ClashKey::Name, "FIRST", 1, "First"),
        by_partner(2, ClashKey::ExternalId, "x", 1, "First"),
        by_partner(3, ClashKey::Name, "first", 1, "First"),
        in_line(3, ClashKey::Name, "first", 2, "FIRST"),
        by_partner(3, ClashKey::Email, "partner1@example.org", 1, "First"),
        by_partner(3, ClashKey::ExternalId, "x", 1, "First"),
        in_line(3, ClashKey::ExternalId, "x", 2, "x"),
        by_partner(4, ClashKey::Email, "PARTNER1@example.org", 1, "First"),
        in_line(4, ClashKey::Email, "PARTNER1@example.org", 3, "partner1@example.org"),
    ];
    assert_eq!(clashes, expected);
}

/// Rows with a problem, of which no partner comes, hold their valid keys and clash with them like any other.
pub fn rows_with_a_problem_hold_their_keys(here: &TestBank<'_>) {
    let clashes = told(
        here,
        [
            bad_row(2, Some("Ark"), None, None),
            bad_row(3, None, Some("e@example.org"), None),
            row(50, 4, "ARK", "E@example.org", None),
            bad_row(5, Some("ark "), None, None),
            bad_row(6, None, None, None),
        ],
    );
    let expected = [
        in_line(4, ClashKey::Name, "ARK", 2, "Ark"),
        in_line(4, ClashKey::Email, "E@example.org", 3, "e@example.org"),
        in_line(5, ClashKey::Name, "ark ", 2, "Ark"),
    ];
    assert_eq!(clashes, expected);
}

/// A name that only looks like an earlier one, or like a partner's, is told as such.
pub fn names_that_look_alike_are_told(here: &TestBank<'_>) {
    here.put([Row::Partner(named_partner(1, "Brothers Pantry"))]);
    let clashes = told(
        here,
        [
            row(50, 2, "Sister's Pantry", "2@example.org", None),
            row(50, 3, "Sisters Pantry", "3@example.org", None),
            row(50, 4, "Brother’s Pantry", "4@example.org", None),
            row(50, 5, "Cousins Pantry", "5@example.org", None),
        ],
    );
    let expected = [
        in_line(3, ClashKey::Look, "Sisters Pantry", 2, "Sister's Pantry"),
        by_partner(4, ClashKey::Look, "Brother’s Pantry", 1, "Brothers Pantry"),
    ];
    assert_eq!(clashes, expected);
}

/// A name that looks like several others is told once.
pub fn a_name_looks_like_one_other_at_most(here: &TestBank<'_>) {
    let partners = [named_partner(1, "Sisters Pantry"), named_partner(2, "Sister s Pantry")];
    here.put(partners.map(Row::Partner));
    let names = [(2, "Sister's Pantry"), (3, "Sister’s Pantry"), (4, "Sister-s Pantry")];
    let emails = ["2@example.org", "3@example.org", "4@example.org"];
    let rows = names.iter().zip(emails).map(|((line, name), email)| row(50, *line, name, email, None));
    let told: Vec<_> = told(here, rows).into_iter().map(|clash| (clash.line, clash.key)).collect();
    assert_eq!(told, [(2, ClashKey::Look), (3, ClashKey::Look), (4, ClashKey::Look)]);
}

/// A name that is held does not also look alike, whoever it looks like.
pub fn a_name_that_is_held_does_not_also_look_alike(here: &TestBank<'_>) {
    here.put([Row::Partner(named_partner(1, "Brothers Pantry"))]);
    let clashes = told(
        here,
        [
            row(50, 2, "Sister's Pantry", "2@example.org", None),
            row(50, 3, "SISTER'S PANTRY", "3@example.org", None),
            row(50, 4, "BROTHERS pantry", "4@example.org", None),
            row(50, 5, "Sisters Pantry", "5@example.org", None),
            row(50, 6, "Sisters PANTRY", "6@example.org", None),
        ],
    );
    let expected = [
        in_line(3, ClashKey::Name, "SISTER'S PANTRY", 2, "Sister's Pantry"),
        by_partner(4, ClashKey::Name, "BROTHERS pantry", 1, "Brothers Pantry"),
        in_line(5, ClashKey::Look, "Sisters Pantry", 2, "Sister's Pantry"),
        in_line(6, ClashKey::Name, "Sisters PANTRY", 5, "Sisters Pantry"),
    ];
    assert_eq!(clashes, expected);
}

/// Names of signs only look like nothing, not like each other.
pub fn names_without_looks_do_not_look_alike(here: &TestBank<'_>) {
    here.put([Row::Partner(named_partner(1, "???"))]);
    let rows = [row(50, 2, "!!!", "2@example.org", None), row(50, 3, "...", "3@example.org", None)];
    assert_eq!(told(here, rows), []);
}

/// The keys of a removed partner are free, and those of another bank's partners are no business of this one.
pub fn only_partners_of_the_bank_clash(here: &TestBank<'_>) {
    here.put([Row::Partner(Partner { id: partner_id(9), ..named_partner(1, "Gone") })]);
    here.remove([partnerkit::store::RowId::Partner(partner_id(9))]);
    let rows = [
        row(50, 2, "Gone", "partner1@example.org", None),
        row(50, 3, "Partner 2", "partner2@example.org", Some("ext-2")),
        row(50, 4, "Partner, 3", "there@example.org", None),
        row(50, 5, "Imported there", "5@example.org", None),
    ];
    let mut file = ImportFile::of(50, rows);
    assert!(matches!(here.import(&mut file), Imported::Done(_)));
    assert_eq!(file.clashes, []);
}

/// Names that look alike do not stand in the way of an import.
pub fn looking_alike_stops_nothing(here: &TestBank<'_>) {
    let rows = [row(50, 2, "Sister's", "2@example.org", None), row(50, 3, "Sisters", "3@example.org", None)];
    let mut file = ImportFile::of(50, rows);
    assert!(matches!(here.import(&mut file), Imported::Done(_)));
    assert_eq!(file.clashes.len(), 1);
    assert_eq!(here.snapshot().facts.partners.len(), 2);
}

/// The clashes of a file that is dropped then, checked to come in the order of lines; those of one line are sorted,
/// since their order is not promised.
fn told(here: &TestBank<'_>, rows: impl IntoIterator<Item = ImportRow>) -> Vec<Clash> {
    let before = here.snapshot();
    let mut file = ImportFile::of(50, rows).dropped();
    assert_eq!(here.import(&mut file), Imported::Dropped);
    assert_eq!(here.snapshot(), before);
    let mut clashes = file.clashes;
    assert!(clashes.is_sorted_by_key(|clash| clash.line), "in the order of lines: {clashes:?}");
    clashes.sort_by_key(|clash| (clash.line, clash.key as u8, matches!(clash.held_by, Holder::Line { .. })));
    clashes
}

fn in_line(line: u64, key: ClashKey, value: &str, first: u64, held: &str) -> Clash {
    let held_by = Holder::Line { line: first, value: held.to_owned() };
    Clash { line, record: line - 1, key, value: value.to_owned(), held_by }
}

fn by_partner(line: u64, key: ClashKey, value: &str, partner: u64, name: &str) -> Clash {
    let held_by = Holder::Partner { id: partner_id(partner), name: name.to_owned() };
    Clash { line, record: line - 1, key, value: value.to_owned(), held_by }
}

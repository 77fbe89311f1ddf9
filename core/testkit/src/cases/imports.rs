//! The import: once for each bank, whole or not at all.

use partnerkit::error::Code;
use partnerkit::event::Event;
use partnerkit::store::{ChangeSet, Expect, HistoryQuery, Imported, Need, NewImport, Row, RowId};
use partnerkit::text::name_key;

use crate::TestBank;
use crate::import::{ImportFile, bad_row, row};
use crate::sample::{self, bank_id, group_id, partner_id};

const TWO: [(&str, &str); 2] = [("Zebra House", "z@example.org"), ("Ark", "a@example.org")];
const OTHERS: [(&str, &str); 2] = [("Mosaic", "m@example.org"), ("Nest", "n@example.org")];

/// An import writes its partners, one event for each in the order of the file, the last event, and the receipt.
pub fn an_import_is_written_whole(here: &TestBank<'_>) {
    here.done(&ChangeSet { events: vec![sample::bank_event(1)], ..here.changes() });
    here.put([Row::Partner(sample::partner(1))]);
    let mut file = ImportFile::new(50, TWO);
    assert_eq!(here.import(&mut file), Imported::Done(file.receipt.clone()));
    assert_eq!(file.clashes, []);
    let found = here.snapshot();
    assert_eq!(found.facts.receipt, Some(file.receipt.clone()));
    assert_eq!(found.facts.seq, 4);
    let mut partners = file.partners.clone();
    partners.push(sample::partner(1));
    assert_eq!(found.facts.partners.into_values().collect::<Vec<_>>(), sorted(partners));
    let query = HistoryQuery { after: 1, limit: 9, ..HistoryQuery::default() };
    let events: Vec<Event> = here.history(&query).into_iter().map(|read| read.event).collect();
    assert_eq!(events, file.events);
    here.finds(Need::PartnerNamed(name_key("ARK")), [Row::Partner(file.partners[1].clone())]);
}

/// What an import has written is like anything else: it holds its keys and can be changed.
pub fn imported_partners_are_like_any_other(here: &TestBank<'_>) {
    let mut file = ImportFile::new(50, TWO);
    assert!(matches!(here.import(&mut file), Imported::Done(_)));
    let named = sample::named_partner(1, "ARK");
    here.stale(here.puts([Row::Partner(named)]), "an imported partner holds the name");
    let mut partner = file.partners[0].clone();
    (partner.version, partner.details.name) = (2, "Zoo".to_owned());
    let expects = vec![Expect::Version(RowId::Partner(partner.id), 1)];
    here.done(&ChangeSet { expects, ..here.puts([Row::Partner(partner)]) });
    here.put([Row::Partner(sample::named_partner(1, "Zebra House"))]);
}

/// The second import of a bank gets the receipt of the first, its rows unread and nothing written.
pub fn a_bank_imports_once(here: &TestBank<'_>) {
    let mut first = ImportFile::new(50, TWO);
    assert!(matches!(here.import(&mut first), Imported::Done(_)));
    let before = here.snapshot();
    for rows in [TWO, OTHERS] {
        let mut second = ImportFile::new(51, rows);
        assert_eq!(here.import(&mut second), Imported::Before(first.receipt.clone()));
        assert_eq!((second.asked, second.was_settled()), (0, false), "the rows were read");
        assert_eq!(here.snapshot(), before);
    }
}

/// The receipt outlives the partners: removing what was imported gives no second chance.
pub fn removing_what_was_imported_gives_no_second_chance(here: &TestBank<'_>) {
    let mut first = ImportFile::new(50, TWO);
    assert!(matches!(here.import(&mut first), Imported::Done(_)));
    here.remove(first.partners.iter().map(|partner| RowId::Partner(partner.id)));
    let mut second = ImportFile::new(51, OTHERS);
    assert_eq!(here.import(&mut second), Imported::Before(first.receipt));
}

/// An import that is dropped leaves nothing behind and keeps the chance.
pub fn a_dropped_import_keeps_the_chance(here: &TestBank<'_>) {
    let before = here.snapshot();
    let mut dropped = ImportFile::new(50, TWO).dropped();
    assert_eq!(here.import(&mut dropped), Imported::Dropped);
    assert!(dropped.was_settled());
    assert_eq!(here.snapshot(), before);
    let mut file = ImportFile::new(51, TWO);
    assert_eq!(here.import(&mut file), Imported::Done(file.receipt.clone()));
}

/// When the rows fail, the import fails with what they failed with, leaves nothing behind and keeps the chance.
pub fn rows_that_fail_leave_nothing(here: &TestBank<'_>) {
    let before = here.snapshot();
    for (code, rows) in [(Code::ImportCancelled, 2), (Code::ImportUnreadable, 0)] {
        let rows = TWO.into_iter().take(rows);
        let mut failing = ImportFile::new(50, rows).failing(code);
        let import = NewImport { bank: here.id(), expects: Vec::new() };
        let error = here.store().import(&import, &mut failing).unwrap_err();
        assert_eq!(error.code(), code);
        assert!(!failing.was_settled());
        assert_eq!(here.snapshot(), before);
    }
    let mut file = ImportFile::new(51, TWO);
    assert!(matches!(here.import(&mut file), Imported::Done(_)));
}

/// An import whose expectation no longer holds is stale, leaves nothing behind and keeps the chance.
pub fn an_import_expects(here: &TestBank<'_>) {
    here.put([Row::Group(sample::group(1))]);
    let before = here.snapshot();
    let import = |expect| {
        let mut file = ImportFile::new(50, TWO);
        let import = NewImport { bank: here.id(), expects: vec![expect] };
        let imported = here.store().import(&import, &mut file).unwrap();
        assert!(imported == Imported::Done(file.receipt.clone()) || !file.was_settled());
        imported
    };
    let group = RowId::Group(group_id(1));
    for expect in [Expect::Version(group, 2), Expect::Absent(group), Expect::Seq(1)] {
        assert_eq!(import(expect), Imported::Stale, "{expect:?}");
        assert_eq!(here.snapshot(), before);
    }
    assert!(matches!(import(Expect::Version(group, 1)), Imported::Done(_)));
    // Who was first is said before what has changed.
    assert!(matches!(import(Expect::Version(group, 2)), Imported::Before(_)));
}

/// Imported partners may be in groups.
pub fn imported_partners_may_be_in_groups(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let mut rows: Vec<_> =
        vec![row(50, 2, "One", "1@example.org", None), row(50, 3, "Two", "2@example.org", None)];
    if let Some((partner, _)) = &mut rows[1].partner {
        *partner = partnerkit::partner::Partner {
            id: partner.id,
            details: partnerkit::partner::PartnerDetails {
                name: "Two".to_owned(),
                email: "2@example.org".to_owned(),
                external_id: None,
                ..sample::full_partner(2).details
            },
            ..partner.clone()
        };
    }
    let mut file = ImportFile::of(50, rows);
    assert!(matches!(here.import(&mut file), Imported::Done(_)));
    here.finds(Need::Members(group_id(1)), [Row::Partner(file.partners[1].clone())]);
}

/// Rows without a partner are left out, and a file settled without any still takes the chance.
pub fn an_import_may_add_nobody(here: &TestBank<'_>) {
    let mut file = ImportFile::of(50, [bad_row(2, Some("Bad"), None, None)]);
    assert_eq!(here.import(&mut file), Imported::Done(file.receipt.clone()));
    let found = here.snapshot();
    assert_eq!((found.facts.partners.len(), found.facts.seq), (0, 1));
    assert!(matches!(here.import(&mut ImportFile::new(51, TWO)), Imported::Before(_)));
}

/// An import of one bank takes no other bank's chance, and holds none of its keys.
pub fn each_bank_has_its_own_chance(here: &TestBank<'_>) {
    let second = TestBank::open(here.store(), sample::bank(bank_id(3)));
    let [mut a, mut b] = [(); 2].map(|()| ImportFile::new(50, TWO));
    assert!(matches!(here.import(&mut a), Imported::Done(_)));
    let before = here.snapshot();
    assert_eq!(second.load(&[Need::Receipt]).receipt, None);
    assert!(matches!(second.import(&mut b), Imported::Done(_)));
    assert_eq!(b.clashes, []);
    assert_eq!(here.snapshot(), before);
}

/// Nothing is imported into a bank that is not there.
pub fn an_unknown_bank_imports_nothing(here: &TestBank<'_>) {
    let mut file = ImportFile::new(50, TWO);
    let import = NewImport { bank: bank_id(99), expects: Vec::new() };
    assert_eq!(here.store().import(&import, &mut file).unwrap(), Imported::Stale);
    assert!(!file.was_settled());
    let found = here.store().load(bank_id(99), &[Need::Receipt, Need::Partner(partner_id(50_000_002))]);
    assert_eq!(found.unwrap(), partnerkit::store::Facts::default());
}

/// A file of many rows is written in its order to the last, and its clashes are all told.
pub fn a_long_file_is_written_whole(here: &TestBank<'_>) {
    const ROWS: u64 = 2_500;
    let rows = (2..ROWS + 2).map(|line| {
        row(50, line, &format!("Agency {line}"), &format!("a{line}@example.org"), Some(&format!("x{line}")))
    });
    let again = ImportFile::of(50, rows.clone());
    let late =
        (0..10).map(|n| row(50, 5_000 + n, &format!("AGENCY {}", n + 2), &format!("b{n}@example.org"), None));
    let mut clashing = ImportFile::of(50, rows.chain(late)).dropped();
    assert_eq!(here.import(&mut clashing), Imported::Dropped);
    assert_eq!(clashing.clashes.len(), 10);
    let mut file = again;
    assert!(matches!(here.import(&mut file), Imported::Done(_)));
    let found = here.snapshot();
    assert_eq!(found.history.into_iter().map(|read| read.event).collect::<Vec<_>>(), file.events);
    let mut expected = here.load(&[Need::Receipt]);
    for partner in file.partners {
        expected.add(Row::Partner(partner));
    }
    assert_eq!(found.facts, expected);
}

fn sorted(mut partners: Vec<partnerkit::partner::Partner>) -> Vec<partnerkit::partner::Partner> {
    partners.sort_by_key(|partner| partner.id);
    partners
}

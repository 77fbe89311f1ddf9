//! The import: once, all or nothing, and nobody waits for the file.

use std::collections::VecDeque;

use partnerkit::error::{Code, Error};
use partnerkit::event::What;
use partnerkit::partner::{Exception, ExceptionRule};
use partnerkit::receipt::Receipt;
use partnerkit::store::{
    Clash, Expect, HistoryQuery, ImportRow, ImportRows, Imported, Need, NewImport, PartnerPage, Row, RowId,
    Settled, Store,
};
use partnerkit::text::{email_key, look_key, name_key};
use partnerkit_sqlite::SqliteStore;

use super::sample::*;

/// Rows from memory. Writes unless there was a clash other than of looks, or it was told not to.
pub struct File<'a> {
    pub rows: VecDeque<ImportRow>,
    pub receipt: Receipt,
    pub clashes: Vec<Clash>,
    pub refuse: bool,
    pub while_reading: Box<dyn FnMut(u64) -> Result<(), Error> + 'a>,
    pub read: u64,
    pub settled: bool,
}

impl File<'_> {
    pub fn new(rows: impl IntoIterator<Item = ImportRow>) -> Self {
        let rows: VecDeque<_> = rows.into_iter().collect();
        let partners = rows.iter().filter(|row| row.partner.is_some()).count();
        File {
            rows,
            receipt: receipt(600, u64::try_from(partners).unwrap()),
            clashes: Vec::new(),
            refuse: false,
            while_reading: Box::new(|_| Ok(())),
            read: 0,
            settled: false,
        }
    }
}

impl ImportRows for File<'_> {
    fn next_row(&mut self) -> Result<Option<ImportRow>, Error> {
        (self.while_reading)(self.read)?;
        self.read += 1;
        Ok(self.rows.pop_front())
    }

    fn clash(&mut self, clash: Clash) {
        assert!(!self.settled);
        self.clashes.push(clash);
    }

    fn settle(&mut self) -> Settled {
        assert!(!self.settled, "settled twice");
        self.settled = true;
        if self.refuse {
            return Settled::Drop;
        }
        let event = event(600, What::PartnersImported(self.receipt.clone()));
        Settled::Write { receipt: self.receipt.clone(), event }
    }
}

/// A good row.
pub fn row(line: u64, name: &str, email: &str, external_id: Option<&str>) -> ImportRow {
    let number = 10_000 + u128::from(line);
    let mut partner = partner(number, name);
    partner.details.email = email.to_owned();
    partner.details.external_id = external_id.map(str::to_owned);
    partner.import_line = Some(line);
    let what = What::PartnerImported { partner: partner.id, line, details: partner.details.clone() };
    ImportRow {
        line,
        record: line - 1,
        name: Some((name.to_owned(), name_key(name))),
        email: Some((email.to_owned(), email_key(email))),
        external_id: external_id.map(str::to_owned),
        look_key: Some(look_key(name)),
        partner: Some((partner, event(600, what))),
    }
}

pub fn rows(lines: std::ops::Range<u64>) -> Vec<ImportRow> {
    // Downwards, so that neither names nor addresses lie in the order of the file.
    lines
        .map(|line| row(line, &format!("Partner {}", 1_000_000 - line), &format!("{line}@x.example"), None))
        .collect()
}

pub fn head() -> NewImport {
    NewImport { bank: BANK, expects: Vec::new() }
}

fn count(store: &SqliteStore) -> u64 {
    load(store, Need::PartnerCounts).counts.values().sum()
}

#[test]
fn an_import_writes_partners_events_and_receipt() {
    let (_place, store) = store_with_bank();
    done(&store, &put(2, [Row::Group(group(40, "g")), Row::Item(item(30, "a")), Row::Item(item(31, "b"))]));
    let mut given = vec![row(3, "Zebra", "z@x.example", Some("1")), row(4, "Apple", "a@x.example", None)];
    let mut full = row(9, "Middle", "m@x.example", None);
    let exceptions = [(uuid(30), Exception { rule: ExceptionRule::Allow, last_day: Some(day(3)) })];
    let (partner, _) = full.partner.as_mut().unwrap();
    *partner = partnerkit::partner::Partner { id: partner.id, ..full_partner(1) };
    partner.exceptions = exceptions.into();
    full.name = Some((partner.details.name.clone(), name_key(&partner.details.name)));
    full.email = Some((partner.details.email.clone(), email_key(&partner.details.email)));
    full.look_key = Some(look_key(&partner.details.name));
    given.push(full);

    let mut file = File::new(given.clone());
    let kept = file.receipt.clone();
    assert_eq!(store.import(&head(), &mut file).unwrap(), Imported::Done(kept.clone()));
    assert_eq!(file.clashes, []);

    let page = PartnerPage { limit: 9, ..PartnerPage::default() };
    let facts =
        store.load(BANK, &[Need::Receipt, Need::Partners(page), Need::Partner(uuid(10_009))]).unwrap();
    assert_eq!(facts.receipt, Some(kept.clone()));
    assert_eq!(facts.seq, 5);
    let history = store.history(BANK, &HistoryQuery { after: 1, limit: 9, ..Default::default() }).unwrap();
    for ((row, recorded), seq) in given.iter().zip(&history).zip(2..) {
        let (partner, event) = row.partner.as_ref().unwrap();
        assert_eq!(&facts.partners[&partner.id], partner);
        assert_eq!((recorded.seq, &recorded.event), (seq, event));
    }
    assert_eq!(history[3].seq, 5);
    assert_eq!(history[3].event.what, What::PartnersImported(kept));
    let of_one = HistoryQuery { partner: Some(uuid(10_004)), after: 0, limit: 9 };
    assert_eq!(store.history(BANK, &of_one).unwrap().len(), 1);
    for key in ["zebra", "apple"] {
        assert_eq!(load(&store, Need::PartnerNamed(key.to_owned())).partners.len(), 1);
    }
    assert_eq!(load(&store, Need::PartnersLookingLike(look_key("Zebra"))).partners.len(), 1);
    assert_eq!(load(&store, Need::PartnerWithEmail("a@x.example".to_owned())).partners.len(), 1);
    assert_eq!(load(&store, Need::PartnerWithExternalId("1".to_owned())).partners.len(), 1);
}

#[test]
fn the_second_import_is_told_of_the_first_and_not_read() {
    let (_place, store) = store_with_bank();
    let mut first = File::new(rows(1..4));
    first.receipt.key = Some("monday".to_owned());
    let kept = first.receipt.clone();
    store.import(&head(), &mut first).unwrap();
    let mut second = File::new(rows(5..9));
    assert_eq!(store.import(&head(), &mut second).unwrap(), Imported::Before(kept));
    assert_eq!((second.read, second.settled), (0, false));
    assert_eq!(count(&store), 3);
}

#[test]
fn an_import_beside_one_that_finishes_first_is_told_of_it_after_reading() {
    let (_place, store) = store_with_bank();
    let mut slow = File::new(rows(1..4));
    slow.while_reading = Box::new(|read| {
        if read == 2 {
            let mut quick = File::new(rows(11..13));
            assert!(matches!(store.import(&head(), &mut quick)?, Imported::Done(_)));
        }
        Ok(())
    });
    let outcome = store.import(&head(), &mut slow).unwrap();
    assert_eq!(outcome, Imported::Before(receipt(600, 2)));
    assert!(!slow.settled);
    assert_eq!(count(&store), 2);
}

#[test]
fn a_dropped_import_leaves_nothing_and_can_be_made_again() {
    let (_place, store) = store_with_bank();
    let mut file = File { refuse: true, ..File::new(rows(1..4)) };
    assert_eq!(store.import(&head(), &mut file).unwrap(), Imported::Dropped);
    let facts = store.load(BANK, &[Need::Receipt, Need::PartnerCounts]).unwrap();
    assert_eq!((facts.receipt, facts.seq, facts.counts.len()), (None, 1, 0));
    assert!(matches!(store.import(&head(), &mut File::new(rows(1..4))).unwrap(), Imported::Done(_)));
    assert_eq!(count(&store), 3);
}

#[test]
fn a_file_that_breaks_off_leaves_nothing() {
    let (_place, store) = store_with_bank();
    let mut file = File::new(rows(1..100));
    file.while_reading = Box::new(|read| if read == 50 { Err(Code::ImportCancelled.into()) } else { Ok(()) });
    let error = store.import(&head(), &mut file).unwrap_err();
    assert_eq!(error.code(), Code::ImportCancelled);
    assert!(!file.settled);
    drop(file);
    let facts = store.load(BANK, &[Need::Receipt, Need::PartnerCounts]).unwrap();
    assert_eq!((facts.receipt, facts.seq, facts.counts.len()), (None, 1, 0));
    done(&store, &nothing(3));
}

#[test]
fn others_write_while_the_file_is_read() {
    let (_place, store) = store_with_bank();
    let mut file = File::new(rows(1..4));
    file.while_reading = Box::new(|read| {
        done(&store, &put(100 + u128::from(read), [Row::Category(category(20, &format!("{read}")))]));
        Ok(())
    });
    assert!(matches!(store.import(&head(), &mut file).unwrap(), Imported::Done(_)));
    drop(file);
    assert_eq!(load(&store, Need::CategoryNamed("3".to_owned())).categories.len(), 1);
}

#[test]
fn an_import_is_stale_when_what_it_relied_on_has_changed() {
    let (_place, store) = store_with_bank();
    done(&store, &put(2, [Row::Group(group(40, "g"))]));
    let expects = |expect| NewImport { bank: BANK, expects: vec![expect] };
    let wrong = Expect::Version(RowId::Group(uuid(40)), 2);
    let mut file = File::new(rows(1..4));
    assert_eq!(store.import(&expects(wrong), &mut file).unwrap(), Imported::Stale);
    assert!(!file.settled);
    // A group nobody has vouched for.
    let mut dangling = rows(1..4);
    dangling[1].partner.as_mut().unwrap().0.details.group = Some(uuid(41));
    assert_eq!(store.import(&head(), &mut File::new(dangling)).unwrap(), Imported::Stale);
    let nobody = NewImport { bank: uuid(2), expects: Vec::new() };
    assert_eq!(store.import(&nobody, &mut File::new(rows(1..4))).unwrap(), Imported::Stale);
    assert_eq!(count(&store), 0);
    let right = Expect::Version(RowId::Group(uuid(40)), 1);
    assert!(matches!(store.import(&expects(right), &mut File::new(rows(1..4))).unwrap(), Imported::Done(_)));
}

#[test]
fn writing_over_a_clash_is_a_bug_and_leaves_nothing() {
    let (_place, store) = store_with_bank();
    let mut twice = rows(1..4);
    twice.push(row(7, "partner 999999", "other@x.example", None));
    let mut file = File::new(twice);
    let error = store.import(&head(), &mut file).unwrap_err();
    assert_eq!(error.code(), Code::Bug);
    assert_eq!(file.clashes.len(), 1);
    let facts = store.load(BANK, &[Need::Receipt, Need::PartnerCounts]).unwrap();
    assert_eq!((facts.receipt, facts.seq, facts.counts.len()), (None, 1, 0));
}

#[test]
fn an_empty_import_is_one() {
    let (_place, store) = store_with_bank();
    assert!(matches!(store.import(&head(), &mut File::new([])).unwrap(), Imported::Done(_)));
    assert_eq!(store.load(BANK, &[]).unwrap().seq, 2);
}

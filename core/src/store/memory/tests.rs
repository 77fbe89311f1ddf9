//! What is special to this store. That it keeps the promises of the trait, the testkit shows.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::DateTime;
use uuid::Uuid;

use super::*;
use crate::actor::Actor;
use crate::bank::BankSettings;
use crate::error::Category;
use crate::event::What;
use crate::item::{Category as ItemCategory, Group};
use crate::partner::{Partner, PartnerDetails};
use crate::store::{Clash, ImportRow};
use crate::text::{email_key, look_key, name_key};

fn bank(n: u128) -> Bank {
    let settings = BankSettings::default();
    let (name, email) = (format!("Bank {n}"), "b@example.org".to_owned());
    Bank { id: BankId(Uuid::from_u128(n)), version: 1, name, email, settings, keeps_people: false }
}

fn changes(bank: &Bank, command: u128, writes: Vec<Write>) -> ChangeSet {
    let id = CommandId(Uuid::from_u128(command));
    let command = CommandRecord { id, digest: vec![0; 32], at: DateTime::UNIX_EPOCH, answer: true.into() };
    ChangeSet { bank: bank.id, command, expects: vec![], writes, events: vec![], messages: vec![] }
}

fn store() -> MemoryStore {
    let store = MemoryStore::new();
    let first = changes(&bank(1), 1, vec![Write::Put(Row::Bank(bank(1)))]);
    assert_eq!(store.commit(&first).unwrap(), Committed::Done);
    store
}

fn partner(n: u128, name: &str) -> Partner {
    let details = PartnerDetails {
        name: name.to_owned(),
        email: format!("p{n}@example.org"),
        ..PartnerDetails::default()
    };
    Partner::new(Uuid::from_u128(n).into(), details, DateTime::UNIX_EPOCH, None)
}

/// A file of one row that looks at the store while it is read, and may panic when it is settled.
struct Curious<'a> {
    store: &'a MemoryStore,
    row: Option<ImportRow>,
    panics: bool,
}

impl<'a> Curious<'a> {
    fn new(store: &'a MemoryStore, partner: Partner) -> Self {
        let (name, email) = (partner.details.name.clone(), partner.details.email.clone());
        let (id, details) = (partner.id, partner.details.clone());
        let event = event(What::PartnerImported { partner: id, line: 2, details });
        let row = ImportRow {
            line: 2,
            record: 1,
            look_key: Some(look_key(&name)),
            name: Some((name.clone(), name_key(&name))),
            email: Some((email.clone(), email_key(&email))),
            external_id: None,
            partner: Some((partner, event)),
        };
        Self { store, row: Some(row), panics: false }
    }
}

impl ImportRows for Curious<'_> {
    fn next_row(&mut self) -> Result<Option<ImportRow>, Error> {
        assert_eq!(self.store.banks()?.len(), 1);
        Ok(self.row.take())
    }
    fn clash(&mut self, _: Clash) {}
    fn settle(&mut self) -> Settled {
        assert!(!self.panics, "as asked");
        let receipt = Receipt {
            command: CommandId(Uuid::from_u128(9)),
            at: DateTime::UNIX_EPOCH,
            by: Actor::Host,
            partners: 1,
            bytes: 1,
            digest: String::new(),
            key: None,
        };
        Settled::Write { event: event(What::PartnersImported(receipt.clone())), receipt }
    }
}

fn event(what: What) -> Event {
    let command = CommandId(Uuid::from_u128(9));
    Event { at: DateTime::UNIX_EPOCH, by: Actor::Host, command, what }
}

fn import(store: &MemoryStore, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
    store.import(&NewImport { bank: bank(1).id, expects: vec![] }, rows)
}

#[test]
fn the_store_can_be_read_while_a_file_is() {
    let store = store();
    let imported = import(&store, &mut Curious::new(&store, partner(1, "One"))).unwrap();
    assert!(matches!(imported, Imported::Done(_)));
}

#[test]
fn an_import_settled_against_a_held_key_or_id_is_stale_and_leaves_nothing() {
    let store = store();
    store.commit(&changes(&bank(1), 2, vec![Write::Put(Row::Partner(partner(1, "One")))])).unwrap();
    for held in [partner(2, "ONE"), partner(1, "Another")] {
        assert_eq!(import(&store, &mut Curious::new(&store, held)).unwrap(), Imported::Stale);
        let query = HistoryQuery { limit: 9, ..HistoryQuery::default() };
        assert_eq!(store.history(bank(1).id, &query).unwrap(), []);
    }
    assert!(matches!(
        import(&store, &mut Curious::new(&store, partner(2, "Two"))).unwrap(),
        Imported::Done(_)
    ));
}

#[test]
fn after_a_panic_under_the_lock_the_store_says_that_it_failed() {
    let store = store();
    let mut rows = Curious { panics: true, ..Curious::new(&store, partner(1, "One")) };
    assert!(catch_unwind(AssertUnwindSafe(|| import(&store, &mut rows))).is_err());
    let error = store.banks().unwrap_err();
    assert_eq!((error.code(), error.category()), (Code::StoreFailed, Category::Store));
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn a_change_set_cannot_write_the_row_of_another_bank() {
    let store = store();
    let error = store.commit(&changes(&bank(1), 2, vec![Write::Put(Row::Bank(bank(2)))])).unwrap_err();
    assert_eq!(error.code(), Code::Bug);
    assert_eq!(store.banks().unwrap(), [bank(1)]);
}

#[test]
fn a_bank_is_never_removed() {
    let store = store();
    let gone = Write::Remove(RowId::Bank(bank(1).id));
    assert_eq!(store.commit(&changes(&bank(1), 2, vec![gone.clone()])).unwrap(), Committed::Stale);
    let category = ItemCategory { id: Uuid::from_u128(1).into(), version: 1, name: "C".to_owned() };
    let writes = vec![Write::Put(Row::Category(category)), gone];
    assert_eq!(store.commit(&changes(&bank(1), 3, writes)).unwrap(), Committed::Stale);
    assert_eq!(store.banks().unwrap(), [bank(1)]);
}

#[test]
fn removing_what_is_not_there_changes_nothing() {
    let store = store();
    let gone = Write::Remove(RowId::Group(Uuid::from_u128(5).into()));
    assert_eq!(store.commit(&changes(&bank(1), 2, vec![gone])).unwrap(), Committed::Done);
}

#[test]
fn a_row_refused_halfway_leaves_the_keys_as_they_were() {
    let store = store();
    store.commit(&changes(&bank(1), 2, vec![Write::Put(Row::Partner(partner(1, "One")))])).unwrap();
    let mut second = partner(2, "Two");
    second.details.email = "p1@example.org".to_owned();
    let refused = changes(&bank(1), 3, vec![Write::Put(Row::Partner(second))]);
    assert_eq!(store.commit(&refused).unwrap(), Committed::Stale);
    let free = changes(&bank(1), 3, vec![Write::Put(Row::Partner(partner(3, "Two")))]);
    assert_eq!(store.commit(&free).unwrap(), Committed::Done);
    let group = Group {
        id: Uuid::from_u128(1).into(),
        version: 1,
        name: "Two".to_owned(),
        categories: [Uuid::from_u128(8).into()].into(),
        caps: [].into(),
        reminders: None,
        reminders_since: None,
    };
    let dangling = changes(&bank(1), 4, vec![Write::Put(Row::Group(group))]);
    assert_eq!(store.commit(&dangling).unwrap(), Committed::Stale);
}

#[test]
fn a_refused_change_set_is_taken_back_whole() {
    let store = store();
    let put = |n, name: &str| Write::Put(Row::Partner(partner(n, name)));
    let both = changes(&bank(1), 2, vec![put(1, "Ark"), put(2, "Bread")]);
    assert_eq!(store.commit(&both).unwrap(), Committed::Done);
    let pieces = || {
        let mut all = Vec::new();
        let mut take = |piece| {
            all.push(piece);
            Ok(())
        };
        store.take_out(bank(1).id, &mut take).unwrap();
        all
    };
    let before = pieces();
    let second = RowId::Partner(partner(2, "").id);
    let writes =
        vec![put(1, "Cedar"), Write::Remove(second), put(3, "Bread"), put(3, "Dawn"), put(4, "Cedar")];
    assert_eq!(store.commit(&changes(&bank(1), 3, writes)).unwrap(), Committed::Stale);
    assert_eq!(pieces(), before);
    // Names are held and free as they were.
    for (n, name, expected) in
        [(5, "Ark", Committed::Stale), (6, "Bread", Committed::Stale), (7, "Cedar", Committed::Done)]
    {
        let alone = changes(&bank(1), n, vec![put(n, name)]);
        assert_eq!(store.commit(&alone).unwrap(), expected, "{name}");
    }
}

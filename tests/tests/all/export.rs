//! Partners out of one store and into another, as a file.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::DateTime;
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, NewPartner, Order, PartnerFilter};
use partnerkit::error::{Code, Error};
use partnerkit::export::{Export, ExportColumn};
use partnerkit::id::{BankId, CommandId, GroupId, PartnerId, PersonId};
use partnerkit::import::ImportOrder;
use partnerkit::listing::PartnerSort;
use partnerkit::partner::PartnerDetails;
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{Need, PartnerPage, Store};
use partnerkit::system::System;
use uuid::Uuid;

const BANK: BankId = BankId(Uuid::from_u128(1));
const STAFF: Actor = Actor::BankStaff { bank: BANK, person: PersonId(Uuid::from_u128(2)) };
const GROUP: GroupId = GroupId(Uuid::from_u128(3));

type Any = System<Arc<dyn Store>>;

fn give(system: &Any, n: u128, actor: Actor, command: Command) {
    let order = Order { id: CommandId(Uuid::from_u128(n)), at: DateTime::UNIX_EPOCH, actor, command };
    system.execute(&order).unwrap();
}

/// A bank with a group and nobody in it.
fn empty(store: Arc<dyn Store>) -> Any {
    let system = System::new(store);
    let bank =
        NewBank { id: Some(BANK), name: "Pawnee".into(), email: "bank@example.org".into(), admin: None };
    give(&system, 1, Actor::Host, Command::CreateBank(bank));
    let group = Command::AddGroup { id: Some(GROUP), name: "=Families".into(), categories: [].into() };
    give(&system, 2, STAFF, group);
    system
}

/// Texts that are no formula, that are one, and that look like a guarded one.
const TEXTS: [&str; 12] = [
    "Plain",
    "=1+1",
    "'=1+1",
    "''=1+1",
    "+49 30",
    "-minus",
    "@home",
    "'tis",
    "a,b;c\"d\"",
    "Zoë’s\nPantry",
    "'",
    "'@x'",
];

fn stocked(store: Arc<dyn Store>, partners: u128) -> Any {
    let system = empty(store);
    for n in 0..partners {
        let text = TEXTS[usize::try_from(n).unwrap() % TEXTS.len()];
        let one_line = text.replace('\n', " ");
        let new = NewPartner {
            id: Some(PartnerId(Uuid::from_u128(10_000 + n))),
            name: format!("{one_line} {n}"),
            email: format!("p{n}@example.org"),
            group: (n % 2 == 0).then_some(GROUP),
            quota: (n % 3 == 0).then_some(u64::try_from(n).unwrap()),
            send_emails: n % 4 == 0,
            default_storage_location: Some(one_line.clone()),
            notes: Some(text.to_owned()),
            info_for_partner: Some(text.to_owned()),
            external_id: Some(format!("{one_line}#{n}")),
            proxy: false,
            ..NewPartner::default()
        };
        give(&system, 10 + n, STAFF, Command::AddPartner(new));
    }
    system
}

fn everybody(system: &Any) -> Vec<PartnerDetails> {
    let page = PartnerPage { limit: 10_000, ..PartnerPage::default() };
    let facts = system.store().load(BANK, &[Need::Partners(page)]).unwrap();
    let mut rows: Vec<_> = facts.partners.into_values().collect();
    rows.sort_by_cached_key(|row| PartnerSort::Name.place(row));
    rows.into_iter().map(|row| row.details).collect()
}

fn export(columns: &[ExportColumn]) -> Export {
    Export { actor: STAFF, filter: PartnerFilter::default(), columns: columns.to_vec() }
}

fn written(system: &Any, export: &Export) -> Result<String, Error> {
    let mut out = Vec::new();
    let exported = system.export_partners(export, &mut out)?;
    assert!(!exported.changed_meanwhile);
    let text = String::from_utf8(out).unwrap();
    assert!(text.starts_with('\u{feff}'));
    Ok(text)
}

fn goes_through(from: &Any, partners: u64) {
    let text = written(from, &export(&ExportColumn::IMPORT)).unwrap();
    let into = empty(Arc::new(MemoryStore::new()));
    let id = CommandId(Uuid::from_u128(5));
    let order = ImportOrder { id, at: DateTime::UNIX_EPOCH, actor: STAFF, key: None };
    let done = into.import(&order, text.as_bytes(), None, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(done.receipt.partners, partners);
    assert_eq!(everybody(&into), everybody(from));
    assert_eq!(written(&into, &export(&ExportColumn::IMPORT)).unwrap(), text, "and out again as it was");
}

#[test]
fn what_is_exported_is_imported_elsewhere_as_it_was() {
    let files = tempfile::tempdir().unwrap();
    let sqlite = partnerkit_sqlite::open(files.path().join("bank.db")).unwrap();
    goes_through(&stocked(Arc::new(sqlite), 40), 40);
}

#[test]
fn several_pages_make_one_file() {
    goes_through(&stocked(Arc::new(MemoryStore::new()), 1_001), 1_001);
}

#[test]
fn no_cell_would_run_as_a_formula() {
    let system = stocked(Arc::new(MemoryStore::new()), 24);
    let text = written(&system, &export(&ExportColumn::ALL)).unwrap();
    let mut cells = 0;
    for row in csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes()).records() {
        for cell in &row.unwrap() {
            cells += 1;
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
    assert_eq!(cells, 24 * ExportColumn::ALL.len());
}

#[test]
fn columns_and_partners_are_chosen_by_the_bank_alone() {
    let system = stocked(Arc::new(MemoryStore::new()), 3);
    give(&system, 500, STAFF, Command::Invite { partner: PartnerId(Uuid::from_u128(10_002)) });
    let invited =
        PartnerFilter { statuses: [partnerkit::status::Status::Invited].into(), ..Default::default() };
    let columns = vec![ExportColumn::Status, ExportColumn::Group, ExportColumn::Name];
    let chosen = Export { actor: STAFF, filter: invited, columns };
    let text = written(&system, &chosen).unwrap();
    assert_eq!(text, "\u{feff}status,group,name\r\ninvited,'=Families,''=1+1 2\r\n");
    let refused = |export: Export| written(&system, &export).unwrap_err().code();
    assert_eq!(refused(Export { columns: Vec::new(), ..chosen.clone() }), Code::NoColumns);
    let person = PersonId(Uuid::nil());
    let user = Actor::PartnerUser { bank: BANK, partner: PartnerId(Uuid::from_u128(10_000)), person };
    assert_eq!(refused(Export { actor: user, ..chosen.clone() }), Code::NotPermitted);
    let group = PartnerFilter { group: Some(GroupId(Uuid::from_u128(99))), ..PartnerFilter::default() };
    assert_eq!(refused(Export { filter: group, ..chosen.clone() }), Code::NotFound);
    let elsewhere = Actor::BankStaff { bank: BankId(Uuid::from_u128(9)), person };
    assert_eq!(refused(Export { actor: elsewhere, ..chosen }), Code::NotFound);
}

#[test]
fn an_output_that_fails_says_so() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let system = stocked(Arc::new(MemoryStore::new()), 1);
    let error = system.export_partners(&export(&ExportColumn::ALL), Full).unwrap_err();
    assert_eq!(error.code(), Code::ExportFailed);
}

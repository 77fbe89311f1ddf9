//! Cells that a spreadsheet would run: kept as typed on the way in, guarded on the way out.

use std::ops::ControlFlow;

use chrono::DateTime;
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, Order};
use partnerkit::error::Code;
use partnerkit::id::{BankId, CommandId, PersonId};
use partnerkit::import::{ImportOrder, write_rejected};
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{Need, PartnerPage, Store};
use partnerkit::system::System;
use partnerkit::text::is_formula_like;
use uuid::Uuid;

const BANK: BankId = BankId(Uuid::from_u128(1));

const FORMULAS: &[&str] = &[
    "=1+1",
    "=HYPERLINK(\"http://example.org/?\"&A1,\"Click\")",
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "+49 170 1234567",
    "-- none --",
    "@home",
    "=",
];

fn bank() -> System<MemoryStore> {
    let system = System::new(MemoryStore::new());
    let new = NewBank { id: Some(BANK), name: "B".into(), email: "b@example.org".into(), admin: None };
    let command = Command::CreateBank(new);
    let id = CommandId(Uuid::from_u128(1));
    system.execute(&Order { id, at: DateTime::UNIX_EPOCH, actor: Actor::Host, command }).unwrap();
    system
}

fn order() -> ImportOrder {
    let actor = Actor::BankStaff { bank: BANK, person: PersonId(Uuid::from_u128(2)) };
    ImportOrder { id: CommandId(Uuid::from_u128(2)), at: DateTime::UNIX_EPOCH, actor, key: None }
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

#[test]
fn formulas_are_imported_as_typed_and_noted() {
    for formula in FORMULAS {
        let file = format!("name,email,notes\n{0},a@b.co,{0}\n", quoted(formula));
        let system = bank();
        let mut on_progress = |_| ControlFlow::Continue(());
        let done = system.import(&order(), file.as_bytes(), None, &mut on_progress).unwrap();
        assert_eq!(done.report.counts.get(&Code::FormulaLike), Some(&2), "{formula}");
        let page = PartnerPage { limit: 9, ..PartnerPage::default() };
        let facts = system.store().load(BANK, &[Need::Partners(page)]).unwrap();
        let kept = &facts.partners.values().next().unwrap().details;
        assert_eq!((kept.name.as_str(), kept.notes.as_deref()), (*formula, Some(*formula)));
    }
}

#[test]
fn formulas_in_rejected_rows_come_back_guarded_and_can_be_put_right() {
    for (formula, delimiter) in
        FORMULAS.iter().flat_map(|formula| [(formula, ","), (formula, ";"), (formula, "\t")])
    {
        // With white space before it, too: a tab or a line end before it does not keep it from running.
        for cell in [(*formula).to_owned(), format!("\t{formula}"), format!("\r{formula}")] {
            let header = ["name", "email", "notes"].join(delimiter);
            let file = format!("{header}\n{0}{delimiter}{0}{delimiter}{0}\n", quoted(&cell));
            let system = bank();
            let mut on_progress = |_| ControlFlow::Continue(());
            let report = system.preview_import(&order(), file.as_bytes(), None, &mut on_progress).unwrap();
            let mut out = Vec::new();
            assert_eq!(write_rejected(file.as_bytes(), &report, &mut out).unwrap(), 1);
            let text = String::from_utf8(out).unwrap();
            let mut builder = csv::ReaderBuilder::new();
            builder.delimiter(delimiter.as_bytes()[0]);
            let mut reader = builder.from_reader(text.as_bytes());
            let row = reader.records().next().unwrap().unwrap();
            assert!(row.iter().take(3).all(|back| back == format!("'{cell}")), "{row:?}");
            assert!(!row.iter().any(is_formula_like), "{row:?}");
            // Put right: another address, and the column with the reasons taken out.
            let fixed = format!("{header}\n{0}{delimiter}a@b.co{delimiter}{0}\n", quoted(&row[0]));
            let report = system.preview_import(&order(), fixed.as_bytes(), None, &mut on_progress).unwrap();
            // The guard is taken off again, and white space is trimmed.
            assert!(report.is_importable(), "{fixed:?}");
        }
    }
}

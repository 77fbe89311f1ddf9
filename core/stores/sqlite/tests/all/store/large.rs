//! A million rows. Run by hand, in release: `cargo test --release -p partnerkit-sqlite -- --ignored --nocapture`.

use std::time::Instant;

use partnerkit::command::PartnerFilter;
use partnerkit::error::Error;
use partnerkit::event::What;
use partnerkit::id::GroupId;
use partnerkit::status::Status;
use partnerkit::store::{
    Clash, HistoryQuery, ImportRow, ImportRows, Imported, Need, PartnerPage, Row, Settled, Store,
};
use partnerkit::text::look_key;

use super::import::{head, row};
use super::sample::*;

const ROWS: u64 = 1_000_000;

/// Rows made while they are asked for, with names in no order.
struct Made {
    line: u64,
    clashes: u64,
    asked: Option<Instant>,
}

impl ImportRows for Made {
    fn next_row(&mut self) -> Result<Option<ImportRow>, Error> {
        self.line += 1;
        if self.line > ROWS {
            self.asked = Some(Instant::now());
            return Ok(None);
        }
        let mixed = self.line.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let (name, email) = (format!("{mixed:016x} Pantry"), format!("desk{mixed:016x}@partner.example"));
        Ok(Some(row(self.line, &name, &email, Some(&format!("{mixed:x}")))))
    }

    fn clash(&mut self, _clash: Clash) {
        self.clashes += 1;
    }

    fn settle(&mut self) -> Settled {
        let receipt = receipt(600, ROWS);
        Settled::Write { event: event(600, What::PartnersImported(receipt.clone())), receipt }
    }
}

fn page_of(statuses: impl IntoIterator<Item = Status>, group: Option<GroupId>) -> PartnerPage {
    let filter = PartnerFilter { statuses: statuses.into_iter().collect(), group, text: None };
    PartnerPage { filter, limit: 50, ..PartnerPage::default() }
}

/// The most memory the process ever had, in MiB.
#[cfg(target_os = "linux")]
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes a minute"]
fn a_million_rows_are_imported_in_bounded_memory() {
    let (place, store) = store_with_bank();
    done(&store, &put(2, [Row::Partner(partner(50, "Ballard"))]));
    let mut made = Made { line: 0, clashes: 0, asked: None };
    let begun = Instant::now();
    assert!(matches!(store.import(&head(), &mut made).unwrap(), Imported::Done(_)));
    let staged = made.asked.unwrap();
    println!("read {:?}, then {:?}", staged - begun, staged.elapsed());
    println!("peak {} MiB, file {} MiB", peak(), std::fs::metadata(&place.path).unwrap().len() >> 20);
    assert_eq!(made.clashes, 0);
    assert!(peak() < 200, "{} MiB", peak());

    for need in [
        Need::PartnerCounts,
        Need::PartnersWithNarrowedKinds,
        Need::Partners(PartnerPage { limit: 50, ..PartnerPage::default() }),
        Need::Partners(page_of([Status::Deactivated], None)),
        Need::Partners(page_of([Status::Approved, Status::Invited], None)),
        Need::Partners(page_of([], Some(uuid(40)))),
        Need::PartnersLookingLike(look_key("Ballard")),
        Need::PartnerHasHistory(uuid(50)),
    ] {
        let begun = Instant::now();
        load(&store, need.clone());
        println!("{need:?}: {:?}", begun.elapsed());
    }
    let begun = Instant::now();
    let query = HistoryQuery { partner: Some(uuid(50)), after: 0, limit: 50 };
    assert!(store.history(BANK, &query).unwrap().is_empty());
    println!("{query:?}: {:?}", begun.elapsed());
}

//! Files of partners: the reader alone, then the whole import.

use std::collections::BTreeSet;
use std::io::Read;
use std::ops::ControlFlow;

use partnerkit::error::Code;
use partnerkit::import::{Delimiter, Groups, ImportOrder, Level, Reader, Report, Row, write_rejected};
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{Need, PartnerPage, Store};
use partnerkit::system::System;
use partnerkit::text::is_formula_like;

use crate::world::{BANK, GROUP, STAFF, bank, command_id, noon};

/// Any bytes as a file of partners.
///
/// # Panics
/// When the report contradicts itself, the rows, or what the import then does.
pub fn check(bytes: &[u8]) {
    let (rows, report) = read(bytes);
    check_report(&report);
    check_rows(&rows, &report);
    check_pace(bytes, &rows, &report);
    check_import(bytes, &report);
}

/// Gives a few bytes at a time.
struct Dribble<'a>(&'a [u8], usize);

impl Read for Dribble<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let few = buffer.len().min(self.1);
        self.0.read(&mut buffer[..few])
    }
}

fn read(source: impl Read) -> (Vec<Row>, Report) {
    let groups = Groups::from([("families".to_owned(), GROUP)]);
    let mut on_progress = |_| ControlFlow::Continue(());
    let mut reader = Reader::new(source, &groups, None, &mut on_progress);
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row().expect("bytes in memory can be read") {
        rows.push(row);
    }
    (rows, reader.into_report())
}

fn check_report(report: &Report) {
    let place = |p: &partnerkit::import::Problem| (p.line, p.column, p.code);
    assert!(report.problems.is_sorted_by_key(place), "in the order of the file: {report:?}");
    assert!(!report.truncated, "a small file has few problems");
    for (code, count) in &report.counts {
        let held = report.problems.iter().filter(|problem| problem.code == *code).count();
        assert_eq!(*count, held as u64, "{code:?} in {report:?}");
    }
    assert_eq!(report.counts.values().sum::<u64>(), report.problems.len() as u64);
    let errors = || report.problems.iter().filter(|problem| problem.level == Level::Error);
    let bad: BTreeSet<u64> = errors().filter_map(|problem| problem.record).collect();
    assert_eq!(report.rows_with_errors, bad.len() as u64, "{report:?}");
    assert!(bad.iter().all(|record| (1..=report.rows).contains(record)), "{report:?}");
    assert_eq!(report.is_importable(), report.digest.is_some() && errors().count() == 0, "{report:?}");
    for problem in &report.problems {
        let params = problem.reason().params;
        assert!(problem.code.params().iter().all(|name| params.contains_key(*name)), "{problem:?}");
        assert!(problem.line > 0 && problem.column != Some(0), "{problem:?}");
        assert!(problem.value.as_ref().is_none_or(|value| value.chars().count() <= 200), "{problem:?}");
    }
    let wire = serde_json::to_value(report).expect("a report can be written");
    let back: Report = serde_json::from_value(wire.clone()).expect("and read");
    assert_eq!(serde_json::to_value(&back).expect("and written"), wire);
}

fn check_rows(rows: &[Row], report: &Report) {
    assert!(rows.is_sorted_by_key(|row| (row.line, row.record)));
    assert!(rows.len() as u64 <= report.rows);
    for row in rows {
        let bad = |p: &&partnerkit::import::Problem| p.record == Some(row.record) && p.level == Level::Error;
        assert_eq!(row.fields.is_none(), report.problems.iter().any(|p| bad(&p)), "{row:?}");
        assert_eq!(
            (row.name.is_some(), row.email.is_some()),
            (row.name_key.is_some(), row.email_key.is_some())
        );
        assert!(row.look_key.as_ref().is_none_or(|key| !key.is_empty() && row.name.is_some()), "{row:?}");
    }
}

/// However the bytes come, the same rows and the same problems come of them.
fn check_pace(bytes: &[u8], rows: &[Row], report: &Report) {
    // One pace for each file: reading it at all of them would cost more than it finds.
    let few = 1 + bytes.len() % 5;
    let (rows_slowly, mut report_slowly) = read(Dribble(bytes, few));
    if report.digest.is_none() {
        // Where reading stops early, how much of the source was seen depends on its pace.
        report_slowly.bytes = report.bytes;
        report_slowly.encoding = report.encoding;
    }
    assert_eq!((rows_slowly.as_slice(), &report_slowly), (rows, report), "by {few} bytes");
}

fn check_import(bytes: &[u8], alone: &Report) {
    let system = bank();
    let mut on_progress = |_| ControlFlow::Continue(());
    let order = ImportOrder { id: command_id(99), at: noon(), actor: STAFF, key: None };
    let report = system.preview_import(&order, bytes, None, &mut on_progress).expect("a preview only reads");
    check_report(&report);
    for problem in &alone.problems {
        assert!(report.problems.contains(problem), "{problem:?}");
    }
    check_rejected(bytes, &report);
    let before = partners(&system);
    match system.import(&order, bytes, None, &mut on_progress) {
        Ok(done) => {
            assert_eq!(done.report, report, "the preview said what the import says");
            assert!(report.is_importable() && done.receipt.partners == report.rows, "{done:?}");
            assert_eq!(partners(&system) as u64, before as u64 + report.rows);
            let again = system.import(&order, bytes, None, &mut on_progress).expect("a repeat is answered");
            assert_eq!(again.receipt, done.receipt);
        }
        Err(refused) => {
            assert_eq!(refused.error().code(), Code::ImportRefused, "{refused:?}");
            assert_eq!(refused.report(), Some(&report), "the preview said what the import says");
            assert!(!report.is_importable() && partners(&system) == before, "{report:?}");
        }
    }
}

fn partners(system: &System<MemoryStore>) -> usize {
    let need = Need::Partners(PartnerPage { limit: usize::MAX >> 1, ..PartnerPage::default() });
    system.store().load(BANK, &[need]).expect("memory can be read").partners.len()
}

/// The rows that come back are those with errors, and any CSV reader gets them whole.
fn check_rejected(bytes: &[u8], report: &Report) {
    let mut out = Vec::new();
    let written = write_rejected(bytes, report, &mut out).expect("it is the same file");
    if report.digest.is_some() {
        assert_eq!(written, report.rows_with_errors, "{report:?}");
    }
    assert!(written <= report.rows_with_errors, "{report:?}");
    let text = String::from_utf8(out).expect("it is UTF-8");
    let delimiter = match report.delimiter {
        Some(Delimiter::Semicolon) => b';',
        Some(Delimiter::Tab) => b'\t',
        Some(Delimiter::Comma) | None => b',',
    };
    let bare = text.strip_prefix('\u{feff}').unwrap_or_default();
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.has_headers(false).delimiter(delimiter).from_reader(bare.as_bytes());
    // Not a flexible reader: all rows have the same number of cells.
    let records: Vec<_> = reader.records().map(|record| record.expect("a row")).collect();
    assert_eq!(records.len() as u64, if bare.is_empty() { 0 } else { written + 1 }, "{text:?}");
    for record in &records {
        assert!(!record.iter().any(is_formula_like), "{record:?}");
        assert!(record.iter().next_back().is_some_and(|reason| !reason.is_empty()), "{record:?}");
    }
    let (_, again) = read(text.as_bytes());
    let broken = [Code::QuoteUnclosed, Code::EncodingUnknown, Code::RowTooLarge];
    assert!(!broken.iter().any(|code| again.counts.contains_key(code)), "{text:?} gives {again:?}");
}

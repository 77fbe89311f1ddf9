//! Whole files through the reader.

mod files;
mod messy;
mod rejected;
mod rows;

use std::io::Read;

use uuid::Uuid;

use super::*;
use crate::id::GroupId;
use crate::text::name_key;

fn groups() -> Groups {
    let names = ["Faith-based", "Shelters", "Families", "Schools"];
    let ids = (1..).map(|n| GroupId(Uuid::from_u128(n)));
    names.into_iter().map(name_key).zip(ids).collect()
}

fn run_from(source: impl Read) -> (Vec<Row>, Report) {
    let groups = groups();
    let mut on_progress = |_| ControlFlow::Continue(());
    let mut reader = Reader::new(source, &groups, None, &mut on_progress);
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row().unwrap() {
        rows.push(row);
    }
    (rows, reader.into_report())
}

fn run(file: impl AsRef<[u8]>) -> (Vec<Row>, Report) {
    run_from(file.as_ref())
}

/// Line, column and code of every problem.
fn found(report: &Report) -> Vec<(u64, Option<u32>, Code)> {
    report.problems.iter().map(|problem| (problem.line, problem.column, problem.code)).collect()
}

/// The problems of one row below a header.
fn found_in(header: &str, row: &str) -> Vec<(u32, Code)> {
    let (_, report) = run(format!("{header}\n{row}\n"));
    assert!(
        report.problems.iter().all(|problem| problem.line == 2 && problem.record == Some(1)),
        "{report:?}"
    );
    report.problems.iter().map(|problem| (problem.column.unwrap(), problem.code)).collect()
}

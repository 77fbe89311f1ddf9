//! What was found in a file, and the receipt of an import.

use partnerkit::import::{Level, Problem, Report};
use partnerkit::receipt::Receipt;

use super::{MOST_ROWS, actor, count};
use crate::paper::{Cell, Ink, Paper};

/// Proof of the one import.
pub fn receipt(paper: &mut Paper, receipt: &Receipt) {
    paper.pair("imported at", receipt.at.format("%Y-%m-%d %H:%M:%S UTC"));
    paper.pair("by", actor(&receipt.by));
    paper.pair("partners", receipt.partners);
    paper.pair("bytes", receipt.bytes);
    paper.pair("sha256", &receipt.digest);
    paper.pair("key", receipt.key.as_deref().unwrap_or_default());
}

/// What was found: counts first, then the problems, worst first as far as there is room.
pub fn report(paper: &mut Paper, report: &Report) {
    let [errors, warnings, notes] =
        [Level::Error, Level::Warning, Level::Note].map(|level| report.count(level));
    let found = [count(errors, "error"), count(warnings, "warning"), count(notes, "note")].join(", ");
    let bad = count(report.rows_with_errors, "row");
    paper.line(
        if errors > 0 { Ink::Bad } else { Ink::Good },
        &format!("{} in the file, {bad} with errors; {found}.", count(report.rows, "partner")),
    );
    if report.problems.is_empty() {
        return;
    }
    let mut counts: Vec<_> = report.counts.iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let counts: Vec<String> = counts.into_iter().map(|(code, count)| format!("{count} {code}")).collect();
    paper.line(Ink::Plain, &counts.join(", "));
    // Errors must not hide behind pages of notes; within a level the order of the file stays.
    let mut problems: Vec<&Problem> = report.problems.iter().collect();
    problems.sort_by_key(|problem| problem.level);
    let shown: Vec<Vec<Cell>> = problems.into_iter().take(MOST_ROWS).map(row).collect();
    let all: u64 = report.counts.values().sum();
    let left = all.saturating_sub(u64::try_from(shown.len()).unwrap_or(u64::MAX));
    paper.table(&["line", "column", "level", "code", "what"], shown);
    if left > 0 {
        paper.line(Ink::Dim, &format!("… and {left} more; --json shows all of them."));
    }
}

fn row(problem: &Problem) -> Vec<Cell> {
    let (ink, level) = match problem.level {
        Level::Error => (Ink::Bad, "error"),
        Level::Warning => (Ink::Warn, "warning"),
        Level::Note => (Ink::Dim, "note"),
    };
    vec![
        problem.line.into(),
        problem.column.map(|column| column.to_string()).unwrap_or_default().into(),
        Cell::new(ink, level),
        problem.code.slug().into(),
        problem.sentence().into(),
    ]
}

//! The report on a file: everything that was found, in the order of the file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::decode::Encoding;
use super::header::{Column, Recognised};
use super::problem::{Level, Problem};
use super::record::Delimiter;
use crate::error::Code;
use crate::language::Language;
use crate::order::in_order;
use crate::store::{Clash, ClashKey, Holder};

/// The most problems a report holds one by one; more are only counted.
pub const MAX_PROBLEMS: usize = 100_000;

/// The most bytes of values a report holds, so that a hostile file cannot make it large: 8 MiB.
const MAX_WEIGHT: usize = 8_388_608;

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// How the file is encoded; `None` when it is no text.
    pub encoding: Option<Encoding>,
    /// What stands between its cells; `None` when nothing was read.
    pub delimiter: Option<Delimiter>,
    /// The columns that were recognised, in the order of the file.
    pub columns: Vec<Recognised>,
    /// Partners in the file, good and bad: records that are neither the header nor blank.
    pub rows: u64,
    /// How many of them have an error.
    pub rows_with_errors: u64,
    /// The problems, by line and column.
    pub problems: Vec<Problem>,
    /// Whether there were more problems than are held here; all of them are counted.
    pub truncated: bool,
    /// How many problems there are of each code.
    pub counts: BTreeMap<Code, u64>,
    /// Bytes read.
    pub bytes: u64,
    /// The SHA-256 of the whole file in hexadecimal; `None` when it was not read to its end.
    pub digest: Option<String>,
    /// The lines of the rows with an error. Not on the wire; there the problems tell, as far as they are held.
    #[serde(skip)]
    language: Language,
    #[serde(skip)]
    lines: LineSet,
    #[serde(skip)]
    weight: usize,
}

impl Report {
    pub(super) fn new() -> Self {
        Self {
            encoding: None,
            delimiter: None,
            columns: Vec::new(),
            rows: 0,
            rows_with_errors: 0,
            problems: Vec::new(),
            truncated: false,
            counts: BTreeMap::new(),
            bytes: 0,
            digest: None,
            language: Language::English,
            lines: LineSet::default(),
            weight: 0,
        }
    }

    /// The same report with its sentences in `language`; made in English.
    #[must_use]
    pub fn said_in(mut self, language: Language) -> Self {
        self.language = language;
        self.problems.iter_mut().for_each(|problem| problem.language = language);
        self
    }

    /// The language of its sentences.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// How many problems there are of `level`.
    #[must_use]
    pub fn count(&self, level: Level) -> u64 {
        self.counts.iter().filter(|(code, _)| Level::of(**code) == level).map(|(_, count)| *count).sum()
    }

    /// Whether the file may be imported: it was read to its end, and nothing is an error.
    #[must_use]
    pub fn is_importable(&self) -> bool {
        self.digest.is_some() && self.count(Level::Error) == 0
    }

    /// Where a column stands in the file, from 1.
    #[must_use]
    pub fn column(&self, field: Column) -> Option<u32> {
        self.columns.iter().find(|column| column.field == field).map(|column| column.column)
    }

    /// Adds what the store found: a name, an address or an external id that is there twice or taken.
    pub(super) fn add_clash(&mut self, clash: Clash) {
        let problem = problem_of(clash, self);
        self.add(problem);
    }

    pub(super) fn add(&mut self, problem: Problem) {
        let count = self.counts.entry(problem.code).or_default();
        *count = count.saturating_add(1);
        let in_row = self.is_in_row(&problem);
        if in_row && problem.level == Level::Error && self.lines.insert(problem.line) {
            self.rows_with_errors = self.rows_with_errors.saturating_add(1);
        }
        let weight = self.weight.saturating_add(problem.weight());
        if self.problems.len() >= MAX_PROBLEMS || weight > MAX_WEIGHT {
            self.truncated = true;
        } else {
            self.weight = weight;
            self.problems.push(problem);
        }
    }

    fn is_in_row(&self, problem: &Problem) -> bool {
        problem.record.is_some()
    }

    pub(super) fn sort(&mut self) {
        let problems = std::mem::take(&mut self.problems);
        self.problems = in_order(problems, |problem| (problem.line, problem.column, problem.code));
    }

    /// The lines of the rows with an error, as far as they are known.
    pub(super) fn error_lines(&self) -> LineSet {
        let mut lines = self.lines.clone();
        for problem in self.problems.iter().filter(|problem| problem.level == Level::Error) {
            if self.is_in_row(problem) {
                lines.insert(problem.line);
            }
        }
        lines
    }
}

/// The problem a clash is.
fn problem_of(clash: Clash, report: &Report) -> Problem {
    let column = match clash.key {
        ClashKey::Name | ClashKey::Look => Column::Name,
        ClashKey::Email => Column::Email,
        ClashKey::ExternalId => Column::ExternalId,
    };
    let code = match (clash.key, &clash.held_by) {
        (ClashKey::Look, _) => Code::LooksAlike,
        (ClashKey::Name, Holder::Line { .. }) => Code::NameDuplicate,
        (ClashKey::Email, Holder::Line { .. }) => Code::EmailDuplicate,
        (ClashKey::ExternalId, Holder::Line { .. }) => Code::ExternalIdDuplicate,
        (ClashKey::Name, Holder::Partner { .. }) => Code::NameTaken,
        (ClashKey::Email, Holder::Partner { .. }) => Code::EmailTaken,
        (ClashKey::ExternalId, Holder::Partner { .. }) => Code::ExternalIdTaken,
    };
    let mut problem = Problem::new(code).at(clash.line, Some(clash.record), None).field(column.field());
    problem.column = report.column(column);
    problem = problem.value(Some(&clash.value));
    if let Holder::Line { line, .. } = clash.held_by {
        problem.first_line = Some(line);
    }
    match (code, clash.held_by) {
        (Code::LooksAlike, Holder::Line { value: other, .. } | Holder::Partner { name: other, .. }) => {
            problem.with("other", other)
        }
        (Code::NameTaken, _) => problem.with("what", "partner"),
        (_, Holder::Partner { name, .. }) => problem.with("partner", name),
        (_, Holder::Line { .. }) => problem,
    }
}

/// A set of line numbers, small where many lie close together: a bit for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LineSet(BTreeMap<u64, u64>);

impl LineSet {
    /// Adds a line; whether it is new.
    pub(super) fn insert(&mut self, line: u64) -> bool {
        let word = self.0.entry(line / 64).or_default();
        let bit = 1_u64 << (line % 64);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    pub(super) fn contains(&self, line: u64) -> bool {
        self.0.get(&(line / 64)).is_some_and(|word| word & (1 << (line % 64)) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clash(line: u64, key: ClashKey, held_by: Holder) -> Clash {
        Clash { line, record: line - 1, key, value: "X".into(), held_by }
    }

    fn line(line: u64) -> Holder {
        Holder::Line { line, value: "Y".into() }
    }

    fn partner() -> Holder {
        Holder::Partner { id: crate::id::PartnerId(uuid::Uuid::nil()), name: "Y".into() }
    }

    fn add_clashes(report: &mut Report, clashes: impl IntoIterator<Item = Clash>) {
        clashes.into_iter().for_each(|clash| report.add_clash(clash));
        report.sort();
    }

    fn report() -> Report {
        let mut report = Report::new();
        for (index, field) in [Column::ExternalId, Column::Email, Column::Name].into_iter().enumerate() {
            let header = field.field().to_owned();
            report.columns.push(Recognised { column: super::super::header::number(index), header, field });
        }
        report
    }

    #[test]
    fn clashes_become_problems_in_the_order_of_the_file() {
        let mut report = report();
        add_clashes(
            &mut report,
            [
                clash(9, ClashKey::Name, line(2)),
                clash(9, ClashKey::Email, line(3)),
                clash(9, ClashKey::ExternalId, line(4)),
                clash(8, ClashKey::Look, line(7)),
                clash(7, ClashKey::Look, line(2)),
                clash(6, ClashKey::Name, partner()),
                clash(5, ClashKey::Email, partner()),
                clash(4, ClashKey::ExternalId, partner()),
                clash(3, ClashKey::Look, partner()),
            ],
        );
        let said: Vec<_> =
            report.problems.iter().map(|p| (p.line, p.column.unwrap(), p.first_line, p.sentence())).collect();
        let expected = [
            (3, 3, None, "`X` looks like `Y`."),
            (4, 1, None, "The external id `X` already belongs to `Y`."),
            (5, 2, None, "The email address `X` already belongs to `Y`."),
            (6, 3, None, "The name `X` is already taken by another partner."),
            (7, 3, Some(2), "`X` looks like `Y`."),
            (8, 3, Some(7), "`X` looks like `Y`."),
            (9, 1, Some(4), "`X` is the same external id as in line 4."),
            (9, 2, Some(3), "`X` is the same email address as in line 3."),
            (9, 3, Some(2), "`X` is the same name as in line 2."),
        ];
        assert_eq!(said, expected.map(|(line, column, first, text)| (line, column, first, text.to_owned())));
        assert_eq!(
            (report.rows_with_errors, report.count(Level::Error), report.count(Level::Warning)),
            (4, 6, 3)
        );
    }

    #[test]
    fn every_parameter_of_a_code_is_given() {
        let mut report = report();
        for shared in [ClashKey::Name, ClashKey::Email, ClashKey::ExternalId, ClashKey::Look] {
            for holder in [line(2), partner()] {
                add_clashes(&mut report, [clash(9, shared, holder)]);
            }
        }
        for problem in &report.problems {
            let params = problem.reason().params;
            assert!(problem.code.params().iter().all(|name| params.contains_key(*name)), "{problem:?}");
        }
    }

    #[test]
    fn a_report_is_bounded_but_counts_on() {
        let mut report = Report::new();
        let more = MAX_PROBLEMS as u64 + 5;
        for line in 0..more {
            report.add(Problem::new(Code::EmailMissing).at(line, Some(line), None));
        }
        assert_eq!((report.problems.len(), report.truncated), (MAX_PROBLEMS, true));
        assert_eq!((report.counts[&Code::EmailMissing], report.rows_with_errors), (more, more));
        assert!(report.error_lines().contains(more - 1) && !report.error_lines().contains(more));

        let mut report = Report::new();
        for line in 0..60_000 {
            let problem = Problem::new(Code::EmailInvalid).value(Some(&"x".repeat(999)));
            report.add(problem.at(line, Some(line), None));
        }
        assert!(report.truncated && report.problems.len() < 60_000);
    }

    #[test]
    fn what_is_held_may_weigh_up_to_the_bound() {
        let mut report = Report::new();
        report.add(Problem::new(Code::WireInvalid).with("detail", "x".repeat(MAX_WEIGHT)));
        assert_eq!((report.problems.len(), report.truncated), (1, false));
        report.add(Problem::new(Code::WireInvalid).with("detail", "x"));
        assert_eq!((report.problems.len(), report.truncated), (1, true));
    }

    #[test]
    fn the_schema_shows_what_is_on_the_wire() {
        let schema: serde_json::Value = serde_json::from_str(crate::wire::SCHEMA).unwrap();
        let wire = serde_json::to_value(Report::new()).unwrap();
        let names =
            |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&schema["$defs"]["Report"]["properties"]), names(&wire));
        let problem = &schema["$defs"]["Problem"]["properties"];
        assert!(
            ["line", "column", "code", "level", "value", "field", "sentence"]
                .iter()
                .all(|key| !problem[key].is_null())
        );
    }
}

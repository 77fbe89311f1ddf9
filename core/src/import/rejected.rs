//! Writing the rejected rows back, each with the reasons.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use fluent_bundle::FluentArgs;

use super::problem::{Level, Problem};
use super::record::{Record, Records, Step};
use super::report::Report;
use super::source::Source;
use crate::error::{Code, Error};
use crate::language::Language;
use crate::text::{guarded, unguarded};
use crate::words::text;

/// Reads the file again and writes its rows with errors as CSV: the original cells and a last column `reason`, in the
/// language of the report ([`Report::said_in`]).
///
/// The rows come with the original header and delimiter, as UTF-8 with a byte order mark, so that spreadsheets show
/// them rightly. A cell that a spreadsheet would run as a formula gets a `'` in front. A row too large to be read, and
/// what is behind it or behind bytes that are no text, is not written.
///
/// Returns how many rows were written.
///
/// ```
/// use std::ops::ControlFlow;
/// use partnerkit::import::{write_rejected, Groups, Reader};
///
/// let file = "name,email\nBallard Food Bank,n/a\n";
/// let groups = Groups::new();
/// let mut on_progress = |_| ControlFlow::Continue(());
/// let mut reader = Reader::new(file.as_bytes(), &groups, None, &mut on_progress);
/// while reader.next_row()?.is_some() {}
/// let mut out = Vec::new();
/// assert_eq!(write_rejected(file.as_bytes(), &reader.into_report(), &mut out)?, 1);
/// assert!(String::from_utf8(out).unwrap().ends_with("Ballard Food Bank,n/a,`n/a` is not an email address.\r\n"));
/// # Ok::<(), partnerkit::error::Error>(())
/// ```
///
/// # Errors
/// `import_unreadable` when the file cannot be read, `output_failed` when `out` cannot be written, `other_file` when
/// the file is not the one the report is about; what was written is of no use then.
pub fn write_rejected(mut source: impl Read, report: &Report, mut out: impl Write) -> Result<u64, Error> {
    write_rejected_rows(&mut source, report, &mut out)
}

/// The same, compiled once for all sources.
fn write_rejected_rows(source: &mut dyn Read, report: &Report, out: &mut dyn Write) -> Result<u64, Error> {
    let mut records = Records::new(Source::new(source));
    let mut record = Record::default();
    let mut written = 0_u64;
    let mut has_header = next(&mut records, &mut record)?;
    while has_header && record.says_nothing() {
        has_header = next(&mut records, &mut record)?;
    }
    if has_header {
        out.write_all(b"\xef\xbb\xbf").map_err(output_failed)?;
        let delimiter = records.delimiter().map_or(b',', |delimiter| delimiter.byte());
        let mut rejected = Rejected::start(&record, report, delimiter, out)?;
        while next(&mut records, &mut record)? {
            written = written.saturating_add(rejected.row(&record)?);
        }
        rejected.end()?;
    }
    if report.digest.is_some() && report.digest != records.source.digest() {
        return Err(Code::OtherFile.into());
    }
    Ok(written)
}

/// Goes to the next record; whether there is one. A row that is skipped is no rejected one.
fn next<R: Read>(records: &mut Records<'_, R>, record: &mut Record) -> Result<bool, Error> {
    match records.next(record)? {
        Step::Record => Ok(true),
        Step::End | Step::TooLarge(_) | Step::Undecodable(_) => Ok(false),
    }
}

fn output_failed(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::new(Code::OutputFailed).caused_by(error)
}

struct Rejected<'a, W: Write> {
    writer: csv::Writer<W>,
    lines: super::report::LineSet,
    problems: BTreeMap<u64, Vec<&'a Problem>>,
    delimiter: u8,
    /// The language of the reasons.
    language: Language,
    /// Where the reason stands, from 0: behind the longest row the report tells of.
    width: usize,
}

impl<'a, W: Write> Rejected<'a, W> {
    fn start(header: &Record, report: &'a Report, delimiter: u8, out: W) -> Result<Self, Error> {
        let mut problems = BTreeMap::<u64, Vec<&Problem>>::new();
        for problem in report.problems.iter().filter(|problem| problem.level == Level::Error) {
            problems.entry(problem.line).or_default().push(problem);
        }
        let longest = report.problems.iter().filter_map(cells).max().unwrap_or(0);
        let writer = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .terminator(csv::Terminator::CRLF)
            .from_writer(out);
        let width = header.len().max(longest);
        let (lines, language) = (report.error_lines(), report.language());
        let mut rejected = Self { writer, lines, problems, delimiter, language, width };
        rejected.write(header, "reason")?;
        Ok(rejected)
    }

    /// Writes the row when it is a rejected one; how many rows that made.
    fn row(&mut self, record: &Record) -> Result<u64, Error> {
        if !self.lines.contains(record.line) {
            return Ok(0);
        }
        let reason = match self.problems.get(&record.line) {
            Some(problems) => problems.iter().map(|problem| problem.sentence()).collect::<Vec<_>>().join(" "),
            None => text!("row_not_held").say(self.language, &FluentArgs::new()),
        };
        self.write(record, &reason)?;
        Ok(1)
    }

    fn write(&mut self, record: &Record, reason: &str) -> Result<(), Error> {
        let alone = if record.len() > self.width { self.width.saturating_sub(1) } else { record.len() };
        for cell in record.cells().take(alone) {
            self.write_cell(cell)?;
        }
        if alone < record.len() {
            // A quote that is never closed, or a row whose problems are not held: so that its reason stands in its
            // column all the same, what is too much becomes one cell.
            let rest: Vec<&str> = record.cells().skip(alone).collect();
            self.write_cell(&rest.join(char::from(self.delimiter).encode_utf8(&mut [0; 4])))?;
        }
        for _ in record.len()..self.width {
            self.writer.write_field("").map_err(output_failed)?;
        }
        self.writer.write_field(reason).map_err(output_failed)?;
        self.writer.write_record(None::<&[u8]>).map_err(output_failed)
    }

    fn write_cell(&mut self, cell: &str) -> Result<(), Error> {
        let guarded = guarded(unguarded(cell));
        self.writer.write_field(guarded.as_bytes()).map_err(output_failed)
    }

    fn end(mut self) -> Result<(), Error> {
        self.writer.flush().map_err(output_failed)
    }
}

/// How many cells a row has that is too long.
fn cells(problem: &Problem) -> Option<usize> {
    let cells = problem.reason().params.get("cells")?.as_u64()?;
    usize::try_from(cells).ok()
}

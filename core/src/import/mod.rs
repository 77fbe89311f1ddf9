//! Reading a file of partners: any usual encoding and delimiter, every problem in one report, memory flat.
//!
//! [`Reader`] gives the rows one by one. It does not know the other rows nor the bank's partners: whether a name or an
//! address is there twice is found by the keys of the store, which tells what it finds by [`crate::store::ImportRows::clash`].

mod decode;
mod header;
mod problem;
mod record;
mod rejected;
mod report;
mod row;
mod run;
mod source;

use std::io::Read;
use std::ops::ControlFlow;

pub use self::decode::Encoding;
pub use self::header::{Column, Recognised};
pub use self::problem::{Level, Problem};
pub use self::record::{Delimiter, MAX_RECORD};
pub use self::rejected::write_rejected;
pub use self::report::{MAX_PROBLEMS, Report};
pub use self::row::{Groups, Row};
pub use self::run::{ImportDone, ImportError, ImportOrder};
pub(crate) use self::run::{import, preview};
pub use self::source::{OnProgress, Progress};

use self::header::Header;
use self::record::{Record, Records, Step};
use self::source::Source;
use crate::error::{Code, Error};
use crate::store::Clash;

/// Reads a file of partners row by row.
///
/// ```
/// use std::ops::ControlFlow;
/// use partnerkit::import::{Groups, Reader};
///
/// let file = "Agency Name;E-mail\nBallard Food Bank;front.desk@example.org\n";
/// let groups = Groups::new();
/// let mut on_progress = |_| ControlFlow::Continue(());
/// let mut reader = Reader::new(file.as_bytes(), &groups, Some(file.len() as u64), &mut on_progress);
/// while let Some(row) = reader.next_row()? {
///     assert_eq!(row.email_key.as_deref(), Some("front.desk@example.org"));
/// }
/// assert!(reader.into_report().is_importable());
/// # Ok::<(), partnerkit::error::Error>(())
/// ```
pub struct Reader<'a, R> {
    records: Records<'a, R>,
    record: Record,
    groups: &'a Groups,
    header: Option<Header>,
    report: Report,
    state: State,
}

enum State {
    Reading,
    /// Read to the end of the file.
    Whole,
    /// Left early, because reading on makes no sense.
    Left,
    Failed(Code),
}

impl<'a, R: Read> Reader<'a, R> {
    /// A reader of `source`. `groups` are the bank's groups by the key of their names; `total` is the size of the file
    /// in bytes, if known; `on_progress` is told about every 64 KiB and at the end how far it has come, and may cancel.
    pub fn new(source: R, groups: &'a Groups, total: Option<u64>, on_progress: OnProgress<'a>) -> Self {
        Self {
            records: Records::new(Source::watched(source, total, on_progress)),
            record: Record::default(),
            groups,
            header: None,
            report: Report::new(),
            state: State::Reading,
        }
    }

    /// The next row, good or bad; `None` at the end, or where reading on makes no sense. The report says which.
    ///
    /// # Errors
    /// `import_unreadable` when the source fails, with what it said as the cause; `import_cancelled`. After an error
    /// every further call gives the same code again.
    pub fn next_row(&mut self) -> Result<Option<Row>, Error> {
        match self.state {
            State::Reading => {}
            State::Whole | State::Left => return Ok(None),
            State::Failed(code) => return Err(code.into()),
        }
        let row = self.read_row();
        match &row {
            Ok(Some(_)) => {}
            Ok(None) if matches!(self.state, State::Reading) => self.state = State::Left,
            Ok(None) => {}
            Err(error) => self.state = State::Failed(error.code()),
        }
        row
    }

    /// The report on what was read. It is whole once [`next_row`](Self::next_row) has given `None`; before, it has no
    /// digest and so is not importable.
    #[must_use]
    pub fn into_report(mut self) -> Report {
        self.report()
    }

    /// Takes the report out of the reader.
    fn report(&mut self) -> Report {
        self.report.encoding = self.records.source.encoding();
        self.report.delimiter = self.records.delimiter();
        self.report.bytes = self.records.source.bytes();
        self.report.rows = self.records.source.rows;
        self.report.digest = self.records.source.digest().filter(|_| matches!(self.state, State::Whole));
        self.report.sort();
        std::mem::replace(&mut self.report, Report::new())
    }

    fn read_row(&mut self) -> Result<Option<Row>, Error> {
        loop {
            match self.records.next(&mut self.record)? {
                Step::Record if self.record.is_skipped() => {}
                Step::Record if self.header.is_none() && self.record.says_nothing() => {}
                Step::Record => {
                    if let ControlFlow::Break(row) = self.take_record() {
                        return Ok(row);
                    }
                }
                Step::End => return self.end().map(|()| None),
                Step::TooLarge(line) => {
                    let record = self.header.is_some().then(|| self.count_row());
                    self.add_file_problem(Code::RowTooLarge, line, record);
                    return Ok(None);
                }
                Step::Undecodable(line) => {
                    self.add_file_problem(Code::EncodingUnknown, line, None);
                    return Ok(None);
                }
            }
        }
    }

    /// Takes one record: `Break` with the row it is, `Break` without one where reading on makes no sense.
    fn take_record(&mut self) -> ControlFlow<Option<Row>> {
        let Some(header) = &self.header else { return self.take_header() };
        let rows = self.records.source.rows.saturating_add(1);
        self.records.source.rows = rows;
        if self.record.unclosed {
            // Its cells run together, so nothing else said of them would be true.
            self.add_file_problem(Code::QuoteUnclosed, self.record.line, Some(rows));
            return ControlFlow::Continue(());
        }
        ControlFlow::Break(Some(row::check(&self.record, rows, header, self.groups, &mut self.report)))
    }

    fn take_header(&mut self) -> ControlFlow<Option<Row>> {
        if self.record.unclosed {
            self.add_file_problem(Code::QuoteUnclosed, self.record.line, None);
            return ControlFlow::Break(None);
        }
        let header = Header::read(&self.record, &mut self.report);
        let usable = header.is_usable();
        self.header = Some(header);
        if usable { ControlFlow::Continue(()) } else { ControlFlow::Break(None) }
    }

    fn count_row(&mut self) -> u64 {
        self.records.source.rows = self.records.source.rows.saturating_add(1);
        self.records.source.rows
    }

    fn end(&mut self) -> Result<(), Error> {
        if self.header.is_none() {
            self.add_file_problem(Code::ImportEmpty, 1, None);
        } else if self.records.source.rows == 0 {
            self.add_file_problem(Code::ImportNoRows, 1, None);
        }
        self.records.source.say_progress()?;
        self.state = State::Whole;
        Ok(())
    }

    fn add_file_problem(&mut self, code: Code, line: u64, record: Option<u64>) {
        let problem = Problem::new(code).at(line, record, None);
        let problem = if code == Code::RowTooLarge { problem.with("most", MAX_RECORD) } else { problem };
        self.report.add(problem);
    }
}

/// A file to start from: the header of all columns and one example row, as CSV.
///
/// ```
/// assert!(partnerkit::import::template().starts_with("name,email,group,quota,"));
/// ```
#[must_use]
pub fn template() -> String {
    let header: Vec<&str> = Column::ALL.into_iter().map(Column::field).collect();
    let example: Vec<&str> = Column::ALL.into_iter().map(example).collect();
    format!("{}\r\n{}\r\n", header.join(","), example.join(","))
}

/// What the template shows in a column; nothing where the value depends on the bank.
const fn example(column: Column) -> &'static str {
    match column {
        Column::Name => "Example Food Pantry",
        Column::Email => "front.desk@example.org",
        Column::Quota => "250",
        Column::SendEmails => "yes",
        Column::Notes => "Closed on Mondays",
        Column::InfoForPartner => "Please use the rear entrance",
        Column::ExternalId => "P-001",
        Column::Group | Column::DefaultStorageLocation => "",
    }
}

#[cfg(test)]
mod tests;

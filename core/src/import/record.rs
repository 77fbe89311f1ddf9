//! From text to records of cells, with the physical line each starts at, one at a time and bounded.

use std::io::Read;

use csv_core::ReadRecordResult;
use serde::{Deserialize, Serialize};

use super::header::Column;
use super::source::{Filled, Source};
use crate::error::{Error, Reason};

/// The most bytes one record may have, as UTF-8 and with its quotes and delimiters.
pub const MAX_RECORD: usize = 1024 * 1024;

/// How much of the file may be looked at to find the delimiter: 64 KiB.
const MAX_HEAD: usize = 65_536;

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

impl Delimiter {
    const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// One record: its cells without their quotes.
#[derive(Default)]
pub(super) struct Record {
    /// The physical line it starts at, counted from 1.
    pub(super) line: u64,
    /// Whether the file ended within quotes.
    pub(super) unclosed: bool,
    text: String,
    ends: Vec<usize>,
}

impl Record {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell at `index`, from 0; `None` when the record is shorter.
    pub(super) fn cell(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start..end)
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|index| self.cell(index))
    }

    /// Whether there is nothing but white space in it, so that it does not count. An open quote does.
    pub(super) fn is_skipped(&self) -> bool {
        self.text.trim().is_empty() && !self.unclosed
    }

    /// Whether it holds nothing but white space and what may stand between cells. Before the header such a row is skipped,
    /// too: it may have been written with another delimiter than the file turns out to have.
    pub(super) fn says_nothing(&self) -> bool {
        is_empty_row(&self.text) && !self.unclosed
    }
}

/// What came next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A record.
    Record,
    /// The end of the file.
    End,
    /// A record larger than [`MAX_RECORD`], which starts at the line given. No further step is possible.
    TooLarge(u64),
    /// Bytes at the line given are no text. No further step is possible.
    Undecodable(u64),
}

/// Counts physical lines: CR LF, LF and CR each end one.
struct Lines {
    line: u64,
    after_cr: bool,
}

impl Lines {
    fn pass(&mut self, text: &[u8]) {
        for byte in text {
            if *byte == b'\r' || (*byte == b'\n' && !self.after_cr) {
                self.line = self.line.saturating_add(1);
            }
            self.after_cr = *byte == b'\r';
        }
    }
}

pub(super) struct Records<'a, R> {
    pub(super) source: Source<'a, R>,
    /// Text that was read; what is before `at` is done with.
    text: Vec<u8>,
    at: usize,
    lines: Lines,
    parser: csv_core::Reader,
    delimiter: Option<Delimiter>,
}

impl<'a, R: Read> Records<'a, R> {
    pub(super) fn new(source: Source<'a, R>) -> Self {
        Self {
            source,
            text: Vec::new(),
            at: 0,
            lines: Lines { line: 1, after_cr: false },
            parser: csv_core::Reader::new(),
            delimiter: None,
        }
    }

    /// The delimiter, once something was read.
    pub(super) fn delimiter(&self) -> Option<Delimiter> {
        self.delimiter
    }

    /// Reads the next record that is not an empty line into `record`.
    pub(super) fn next(&mut self, record: &mut Record) -> Result<Step, Error> {
        if self.delimiter.is_none() {
            self.find_delimiter()?;
        }
        match self.skip_line_ends()? {
            Filled::More => self.read_record(record),
            Filled::End => Ok(Step::End),
            Filled::Undecodable => Ok(Step::Undecodable(self.lines.line)),
        }
    }

    /// Goes to the first byte of a record. `More`: it is there.
    fn skip_line_ends(&mut self) -> Result<Filled, Error> {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let all = ends == rest.len();
            self.pass(ends);
            if !all {
                return Ok(Filled::More);
            }
            match self.refill()? {
                Filled::More => {}
                end => return Ok(end),
            }
        }
    }

    fn read_record(&mut self, record: &mut Record) -> Result<Step, Error> {
        record.line = self.lines.line;
        record.unclosed = false;
        let mut cells = Cells::taking(record);
        let mut used = 0_usize;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let most = MAX_RECORD.saturating_sub(used).min(rest.len());
            let input = rest.get(..most).unwrap_or_default();
            if input.is_empty() && !rest.is_empty() {
                return Ok(Step::TooLarge(record.line));
            }
            if input.is_empty() {
                match self.refill()? {
                    Filled::More => continue,
                    Filled::Undecodable => return Ok(Step::Undecodable(self.lines.line)),
                    Filled::End => {
                        record.unclosed = cells.finish(&mut self.parser);
                        break;
                    }
                }
            }
            let (result, read) = cells.take(&mut self.parser, input);
            used = used.saturating_add(read);
            self.pass(read);
            if result == ReadRecordResult::Record {
                break;
            }
        }
        cells.give(record)?;
        Ok(Step::Record)
    }

    fn pass(&mut self, count: usize) {
        let until = self.at.saturating_add(count);
        self.lines.pass(self.text.get(self.at..until).unwrap_or_default());
        self.at = until;
    }

    /// Reads more text; what was there is done with.
    fn refill(&mut self) -> Result<Filled, Error> {
        self.text.clear();
        self.at = 0;
        self.source.fill(&mut self.text)
    }

    /// Reads until the header is there and takes the delimiter by which most of it makes sense.
    fn find_delimiter(&mut self) -> Result<(), Error> {
        let mut head = Head::default();
        while !head.is_whole(&self.text) && self.text.len() < MAX_HEAD {
            if self.source.fill(&mut self.text)? != Filled::More {
                break;
            }
        }
        // More may have been read, or not: only what was looked at counts, so that the pace of the source does not.
        let until = head.seen.min(self.text.len()).min(MAX_HEAD);
        let seen = self.text.get(..until).unwrap_or_default();
        let seen = seen.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        let mut best = (Delimiter::Comma, (0, 0));
        for delimiter in Delimiter::ALL {
            let score = header_score(seen.into(), delimiter)?;
            if score > best.1 {
                best = (delimiter, score);
            }
        }
        self.set_delimiter(best.0);
        Ok(())
    }

    fn set_delimiter(&mut self, delimiter: Delimiter) {
        self.parser = csv_core::ReaderBuilder::new().delimiter(delimiter.byte()).build();
        self.delimiter = Some(delimiter);
    }
}

fn is_empty_row(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, ',' | ';'))
}

/// How many cells of the header are known columns, and how many cells it has, when split by `delimiter`.
fn header_score(head: Vec<u8>, delimiter: Delimiter) -> Result<(usize, usize), Error> {
    let mut records = Records::new(Source::new(std::io::empty()));
    records.text = head;
    records.set_delimiter(delimiter);
    let mut record = Record::default();
    while records.next(&mut record)? == Step::Record {
        // Rows of empty cells before the header say nothing, whatever stands between the cells.
        if !is_empty_row(&record.text) {
            return Ok((record.cells().filter(|cell| Column::named(cell).is_some()).count(), record.len()));
        }
    }
    Ok((0, 0))
}

/// Looks for the end of the first line that says something. Quotes are only counted: it need not be exact.
#[derive(Default)]
struct Head {
    seen: usize,
    quoted: bool,
    says_something: bool,
}

impl Head {
    fn is_whole(&mut self, text: &[u8]) -> bool {
        for byte in text.iter().skip(self.seen) {
            self.seen = self.seen.saturating_add(1);
            match byte {
                b'"' => self.quoted = !self.quoted,
                b'\r' | b'\n' if self.says_something && !self.quoted => return true,
                b'\r' | b'\n' | b'\t' | b' ' | b',' | b';' => {}
                _ => self.says_something = true,
            }
        }
        false
    }
}

/// The cells of a record while it is being read.
struct Cells {
    text: Vec<u8>,
    filled: usize,
    ends: Vec<usize>,
    found: usize,
}

impl Cells {
    /// Takes over the space of the record before.
    fn taking(record: &mut Record) -> Self {
        let mut text = std::mem::take(&mut record.text).into_bytes();
        let mut ends = std::mem::take(&mut record.ends);
        text.resize(1024, 0);
        ends.resize(32, 0);
        Self { text, filled: 0, ends, found: 0 }
    }

    /// Hands `input` to the parser; how much of it was read.
    fn take(&mut self, parser: &mut csv_core::Reader, input: &[u8]) -> (ReadRecordResult, usize) {
        if self.filled == self.text.len() {
            self.text.resize(self.filled.saturating_mul(2), 0);
        }
        if self.found == self.ends.len() {
            self.ends.resize(self.found.saturating_mul(2), 0);
        }
        let text = self.text.get_mut(self.filled..).unwrap_or_default();
        let ends = self.ends.get_mut(self.found..).unwrap_or_default();
        let (result, read, written, found) = parser.read_record(input, text, ends);
        self.filled = self.filled.saturating_add(written);
        self.found = self.found.saturating_add(found);
        (result, read)
    }

    /// Ends a record that the file ends within; whether a quote is still open.
    fn finish(&mut self, parser: &mut csv_core::Reader) -> bool {
        // A line end ends the record, except within quotes: there it becomes text, which is taken away again.
        let (result, _) = self.take(parser, b"\n");
        let unclosed = result != ReadRecordResult::Record;
        if unclosed {
            self.filled = self.filled.saturating_sub(1);
            self.take(parser, b"");
            if let Some(end) = self.found.checked_sub(1).and_then(|last| self.ends.get_mut(last)) {
                *end = self.filled;
            }
        }
        unclosed
    }

    fn give(mut self, record: &mut Record) -> Result<(), Error> {
        self.text.truncate(self.filled);
        self.ends.truncate(self.found);
        record.ends = self.ends;
        record.text = String::from_utf8(self.text)
            .map_err(|error| Error::new(Reason::bug("decoded text is not UTF-8")).caused_by(error))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;

//! Reading the file: once to see that it is whole, and once into the store.

use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

use serde::de::{DeserializeOwned, Error as _};
use sha2::{Digest, Sha256};

use super::{End, Foot, Head, LF, MAX_HEAD, MAX_LINE, TakenAlong, VERSION, unreadable};
use crate::error::{Code, Error, Reason};
use crate::id::BankId;
use crate::store::{Committed, Piece, RowId, Store};
use crate::wire::from_text;

/// Reads a whole bank from `file`, from its beginning, into a store that does not hold it yet: all of it or nothing.
///
/// Memory use does not grow with the file. The store is not written to, and nobody waits for it, until the file was read
/// to its end once.
///
/// # Errors
/// `take_along_unrecognised`, `take_along_newer`, `take_along_truncated`, `take_along_altered`, `take_along_invalid`,
/// `take_along_unreadable`, `bank_exists`, or `store_…`. Nothing was written.
pub fn read_in(store: &dyn Store, mut file: impl Read + Seek) -> Result<TakenAlong, Error> {
    let (bank, end) = read_through(&mut file)?;
    let held = || Ok::<bool, Error>(store.load(bank, &[])?.bank.is_some());
    if held()? {
        return Err(Code::BankExists.into());
    }
    let mut lines = Lines::open(&mut file)?;
    let committed = store.take_in(bank, &mut || {
        let piece = lines.next()?;
        // Nobody was kept from writing to the file meanwhile.
        if piece.is_none() && lines.end.as_ref() != Some(&end) {
            return Err(Code::TakeAlongAltered.into());
        }
        Ok(piece)
    })?;
    match committed {
        Committed::Done => Ok(TakenAlong { bank, pieces: end.pieces, sha256: end.sha256 }),
        Committed::Stale if held()? => Err(Code::BankExists.into()),
        Committed::Stale => Err(invalid(0, "its rows do not fit together")),
    }
}

/// Reads the file to its end.
fn read_through(file: impl Read + Seek) -> Result<(BankId, End), Error> {
    let mut lines = Lines::open(file)?;
    while lines.next()?.is_some() {}
    lines.end.map(|end| (lines.bank, end)).ok_or_else(|| Code::TakeAlongTruncated.into())
}

/// The lines of a file, checked as they come.
struct Lines<R> {
    read: BufReader<R>,
    hasher: Sha256,
    line: Vec<u8>,
    bank: BankId,
    pieces: u64,
    /// The kind of the last piece, the last row, and the place of the last event.
    stage: u8,
    row: Option<RowId>,
    seq: u64,
    /// The last line, once it was reached.
    end: Option<End>,
}

impl<R: Read + Seek> Lines<R> {
    /// Goes back to the beginning and reads the head.
    fn open(mut file: R) -> Result<Self, Error> {
        file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
        let bank = BankId(uuid::Uuid::nil());
        let mut lines = Self {
            read: BufReader::new(file),
            hasher: Sha256::new(),
            line: Vec::new(),
            bank,
            pieces: 0,
            stage: 0,
            row: None,
            seq: 0,
            end: None,
        };
        lines.read_line(MAX_HEAD)?;
        let head: Head = parsed(&lines.line).map_err(|_| Error::from(Code::TakeAlongUnrecognised))?;
        if head.take_along.version > VERSION {
            let reason = Reason::new(Code::TakeAlongNewer).with("found", head.take_along.version);
            return Err(reason.with("known", VERSION).into());
        }
        lines.bank = head.take_along.bank;
        lines.hasher.update(&lines.line);
        Ok(lines)
    }

    /// The next piece; none at the end.
    fn next(&mut self) -> Result<Option<Piece>, Error> {
        self.read_line(MAX_LINE)?;
        if self.line.len() == MAX_LINE {
            return Err(invalid(self.pieces + 1, "the line is too long"));
        }
        if self.line.last() != Some(&LF) {
            return Err(Code::TakeAlongTruncated.into());
        }
        if let Ok(Foot { end }) = parsed(&self.line) {
            return self.ends(end).map(|()| None);
        }
        self.hasher.update(&self.line);
        self.pieces += 1;
        let piece =
            parsed(&self.line).map_err(|cause| invalid(self.pieces, &cause.to_string()).caused_by(cause))?;
        self.fits(&piece)?;
        Ok(Some(piece))
    }

    /// The digest has the last word, and nothing comes after it.
    fn ends(&mut self, end: End) -> Result<(), Error> {
        let sha256 = format!("{:x}", self.hasher.clone().finalize());
        self.read_line(1)?;
        if end != (End { pieces: self.pieces, sha256 }) || !self.line.is_empty() {
            return Err(Code::TakeAlongAltered.into());
        }
        self.end = Some(end);
        Ok(())
    }

    /// The bank's own row comes first, kinds in their order, rows by id, events without gaps.
    fn fits(&mut self, piece: &Piece) -> Result<(), Error> {
        let stage = match piece {
            Piece::Row(_) => 1,
            Piece::Receipt(_) => 2,
            Piece::Event(_) => 3,
            Piece::Message(_) => 4,
            Piece::Command(_) => 5,
            Piece::Token { .. } => 6,
        };
        let row = if let Piece::Row(row) = piece { Some(row.id()) } else { None };
        let seq = if let Piece::Event(recorded) = piece { recorded.seq } else { self.seq + 1 };
        let first = row == Some(RowId::Bank(self.bank));
        let fits = first == (self.pieces == 1)
            && self.stage <= stage
            && (self.stage, stage) != (2, 2)
            && (row.is_none() || self.row < row)
            && seq == self.seq + 1;
        if !fits {
            return Err(invalid(self.pieces, "it stands in the wrong place"));
        }
        self.stage = stage;
        self.row = row;
        if matches!(piece, Piece::Event(_)) {
            self.seq = seq;
        }
        Ok(())
    }

    /// Reads one line with its end, or as many bytes as asked for; nothing at the end of the file.
    fn read_line(&mut self, most: usize) -> Result<(), Error> {
        self.line.clear();
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        (&mut self.read).take(most).read_until(LF, &mut self.line).map(drop).map_err(unreadable)
    }
}

/// What a line says. Read as text, as all JSON here is: serde writes a reader of its own for every source.
fn parsed<T: DeserializeOwned>(line: &[u8]) -> Result<T, serde_json::Error> {
    from_text(std::str::from_utf8(line).map_err(serde_json::Error::custom)?)
}

/// The head is line 1, so the n-th piece stands in line n + 1.
fn invalid(piece: u64, detail: &str) -> Error {
    Reason::new(Code::TakeAlongInvalid).with("line", piece + 1).with("detail", detail).into()
}

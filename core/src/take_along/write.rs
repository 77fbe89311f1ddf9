//! Writing the file.

use std::io::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{End, Foot, Head, LF, TakenAlong, VERSION, Whose};
use crate::actor::not_found;
use crate::error::{Code, Error, Reason};
use crate::id::BankId;
use crate::store::{Piece, Row, Store};

/// Writes everything there is of a bank to `out`, as it is at one moment; others may go on working. Memory use does not
/// grow with the bank.
///
/// The file holds all the bank knows, notes and addresses among it: keep it as you keep the store.
///
/// # Errors
/// `not_found` if the store does not hold the bank, `take_along_unwritable` if `out` fails, `store_…`. What was written
/// until then has no end and will be refused when it is read.
pub fn write_out(store: &dyn Store, bank: BankId, out: impl Write) -> Result<TakenAlong, Error> {
    let mut file = File::new(bank, out);
    store.take_out(bank, &mut |piece| file.piece(&piece))?;
    file.end()
}

/// Writes these rows alone, which come in the order of their ids, the bank's own first.
pub(crate) fn write_rows(
    bank: BankId,
    rows: impl Iterator<Item = Row>,
    out: impl Write,
) -> Result<TakenAlong, Error> {
    let mut file = File::new(bank, out);
    rows.map(Piece::Row).try_for_each(|piece| file.piece(&piece))?;
    file.end()
}

/// The file being written. Where there is nothing of a bank there is no file either.
struct File<W> {
    bank: BankId,
    pieces: u64,
    out: W,
    hasher: Sha256,
    line: Vec<u8>,
}

impl<W: Write> File<W> {
    fn new(bank: BankId, out: W) -> Self {
        Self { bank, pieces: 0, out, hasher: Sha256::new(), line: Vec::new() }
    }

    fn piece(&mut self, piece: &Piece) -> Result<(), Error> {
        if self.pieces == 0 {
            self.digested(&Head { take_along: Whose { version: VERSION, bank: self.bank } })?;
        }
        self.pieces += 1;
        self.digested(piece)
    }

    fn end(mut self) -> Result<TakenAlong, Error> {
        let Self { bank, pieces, .. } = self;
        if pieces == 0 {
            return Err(not_found("bank"));
        }
        let sha256 = format!("{:x}", self.hasher.clone().finalize());
        self.line(&Foot { end: End { pieces, sha256: sha256.clone() } })?;
        self.out.flush().map_err(unwritable)?;
        Ok(TakenAlong { bank, pieces, sha256 })
    }

    fn digested(&mut self, value: &impl Serialize) -> Result<(), Error> {
        self.line(value)?;
        self.hasher.update(&self.line);
        Ok(())
    }

    fn line(&mut self, value: &impl Serialize) -> Result<(), Error> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, value)
            .map_err(|cause| Error::new(Reason::bug(cause.to_string())))?;
        self.line.push(LF);
        self.out.write_all(&self.line).map_err(unwritable)
    }
}

fn unwritable(cause: std::io::Error) -> Error {
    Error::new(Code::TakeAlongUnwritable).caused_by(cause)
}

//! A file that JavaScript hands over piece by piece, as a reader.

use std::io::{Error, Read, Result};
use std::sync::mpsc::Receiver;

use crate::pool::Deferred;

/// A piece of the file. Whoever wrote it is told once it was taken (true), or that it no longer will be (false).
pub(crate) struct Piece {
    bytes: Vec<u8>,
    written: Option<Deferred<bool>>,
}

impl Piece {
    pub(crate) fn new(bytes: Vec<u8>, written: Deferred<bool>) -> Self {
        Self { bytes, written: Some(written) }
    }

    fn take(mut self) -> Vec<u8> {
        self.tell(true);
        std::mem::take(&mut self.bytes)
    }

    fn tell(&mut self, taken: bool) {
        if let Some(written) = self.written.take() {
            written.resolve(Box::new(move |_| Ok(taken)));
        }
    }
}

impl Drop for Piece {
    fn drop(&mut self) {
        self.tell(false);
    }
}

/// What JavaScript hands over.
pub(crate) enum Handed {
    /// A piece of the file.
    Piece(Piece),
    /// There is no more.
    End,
    /// The source failed, and what it said.
    Failed(String),
}

/// The reader of what is handed over. It blocks until there is something.
pub(crate) struct Source {
    handed: Receiver<Handed>,
    piece: Vec<u8>,
    read: usize,
    ended: bool,
}

impl Source {
    pub(crate) const fn new(handed: Receiver<Handed>) -> Self {
        Self { handed, piece: Vec::new(), read: 0, ended: false }
    }
}

impl Read for Source {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        while self.read >= self.piece.len() && !self.ended {
            match self.handed.recv() {
                Ok(Handed::Piece(piece)) => (self.piece, self.read) = (piece.take(), 0),
                Ok(Handed::End) => self.ended = true,
                Ok(Handed::Failed(why)) => return Err(Error::other(why)),
                // Only an end that was said is one: half a file must not be taken for a whole one.
                Err(_) => return Err(Error::other("the source was dropped before its end")),
            }
        }
        let left = self.piece.get(self.read..).unwrap_or_default();
        let n = left.len().min(out.len());
        if let (Some(from), Some(to)) = (left.get(..n), out.get_mut(..n)) {
            to.copy_from_slice(from);
        }
        self.read += n;
        Ok(n)
    }
}

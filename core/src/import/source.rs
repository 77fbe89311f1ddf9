//! The bytes of a file on their way in: counted, digested, decoded; progress said, cancelling heard.

use std::io::{ErrorKind, Read};
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::decode::{Decoder, Encoding, Undecodable};
use crate::error::{Code, Error};

/// How many bytes are read at once, and about how often progress is said.
const PIECE: usize = 64 * 1024;

/// How far the reading of a file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// Partners read so far, good and bad.
    pub rows: u64,
    /// Bytes read so far.
    pub bytes: u64,
    /// Bytes of the whole file, when the host said so.
    pub total: Option<u64>,
}

/// Who is told about progress. It answers `Break` to cancel.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// What one more read brought.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Filled {
    /// Perhaps text; there may be more.
    More,
    /// Nothing; this is the end.
    End,
    /// Perhaps some text, then bytes that are no text.
    Undecodable,
}

pub(super) struct Source<'a, R> {
    read: R,
    piece: Vec<u8>,
    hasher: Sha256,
    decoder: Decoder,
    bytes: u64,
    said_at: u64,
    total: Option<u64>,
    on_progress: Option<OnProgress<'a>>,
    /// Partners read so far; kept by the reader of rows.
    pub(super) rows: u64,
    ended: Option<Filled>,
}

impl<'a, R: Read> Source<'a, R> {
    pub(super) fn new(read: R) -> Self {
        Self {
            read,
            piece: Vec::new(),
            hasher: Sha256::new(),
            decoder: Decoder::new(),
            bytes: 0,
            said_at: 0,
            total: None,
            on_progress: None,
            rows: 0,
            ended: None,
        }
    }

    pub(super) fn watched(read: R, total: Option<u64>, on_progress: OnProgress<'a>) -> Self {
        Self { total, on_progress: Some(on_progress), ..Self::new(read) }
    }

    /// Reads once and adds the text to `out`.
    pub(super) fn fill(&mut self, out: &mut Vec<u8>) -> Result<Filled, Error> {
        match self.ended {
            Some(Filled::Undecodable) => return Ok(Filled::Undecodable),
            Some(_) => return Ok(Filled::End),
            None => {}
        }
        let read = self.read_once()?;
        let piece = self.piece.get(..read).ok_or_else(|| Error::new(Code::ImportUnreadable))?;
        self.bytes = self.bytes.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        self.hasher.update(piece);
        if self.decoder.push(piece, read == 0, out) == Err(Undecodable) {
            self.ended = Some(Filled::Undecodable);
        } else if read == 0 {
            self.ended = Some(Filled::End);
        }
        if self.bytes.saturating_sub(self.said_at) >= PIECE as u64 {
            self.say_progress()?;
        }
        // What the last bytes gave is handed on first; the end is said when asked again.
        Ok(Filled::More)
    }

    fn read_once(&mut self) -> Result<usize, Error> {
        self.piece.resize(PIECE, 0);
        loop {
            match self.read.read(&mut self.piece) {
                Ok(read) => return Ok(read),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(Error::new(Code::ImportUnreadable).caused_by(error)),
            }
        }
    }

    /// Tells how far it has come.
    pub(super) fn say_progress(&mut self) -> Result<(), Error> {
        self.said_at = self.bytes;
        let progress = Progress { rows: self.rows, bytes: self.bytes, total: self.total };
        match self.on_progress.as_mut().map(|on_progress| on_progress(progress)) {
            Some(ControlFlow::Break(())) => Err(Error::new(Code::ImportCancelled)),
            _ => Ok(()),
        }
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The SHA-256 of all the bytes in hexadecimal, once the end was reached.
    pub(super) fn digest(&self) -> Option<String> {
        let whole = self.ended == Some(Filled::End);
        whole.then(|| format!("{:x}", self.hasher.clone().finalize()))
    }

    pub(super) fn encoding(&self) -> Option<Encoding> {
        self.decoder.encoding()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_counted_and_digested_and_the_end_comes_once_all_text_is_out() {
        let mut source = Source::new(&b"abc"[..]);
        let mut out = Vec::new();
        assert_eq!(source.digest(), None);
        while source.fill(&mut out).unwrap() == Filled::More {}
        assert_eq!((out.as_slice(), source.bytes()), (&b"abc"[..], 3));
        let digest = source.digest().unwrap();
        assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn progress_comes_at_a_steady_pace_and_break_cancels() {
        let file = vec![b'x'; 5 * PIECE + 9];
        let mut seen = Vec::new();
        let mut on_progress = |progress: Progress| {
            seen.push(progress.bytes);
            if seen.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let mut source = Source::watched(file.as_slice(), Some(7), &mut on_progress);
        let mut out = Vec::new();
        let error = loop {
            match source.fill(&mut out) {
                Ok(_) => out.clear(),
                Err(error) => break error,
            }
        };
        assert_eq!(error.code(), Code::ImportCancelled);
        assert_eq!(seen, [65536, 131_072, 196_608]);
    }
}

//! Files that are written: partners as CSV, rejected rows, and a whole bank to take along.

use std::io::{self, BufWriter, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};

use napi::bindgen_prelude::{Buffer, Either, Object, Uint8Array};
use napi::{Env, Error, Result};
use napi_derive::napi;
use partnerkit::error::{self, Code};
use partnerkit::import::Report;
use partnerkit_host::Reader;
use partnerkit_host::files::{self, write_file};
use partnerkit_host::text::{read, spoken};
use serde_json::Value;

use crate::pool::promise;
use crate::rules::wrong;

/// How much is handed to JavaScript at once.
const PIECE: usize = 1 << 16;

/// What was written, or why not to its end.
pub(crate) type Written = std::result::Result<Value, error::Error>;

type Work = Box<dyn FnOnce(&mut dyn Write) -> Written + Send>;

/// One file to write: at a path, or handed over piece by piece with [`next`](Self::next).
#[napi]
pub struct WriteJob {
    /// What to do; gone once it is begun.
    work: Mutex<Option<Work>>,
    /// What is said when the file itself cannot be made.
    unwritable: Code,
    reader: Reader,
    pieces: Arc<Mutex<Pieces>>,
}

/// Where pieces come out. Whoever fetches one takes the end along, so that nobody waits at the lock for a piece.
#[derive(Default)]
struct Pieces {
    end: Option<Receiver<Vec<u8>>>,
    cancelled: bool,
}

#[napi]
impl WriteJob {
    pub(crate) fn new<W>(unwritable: Code, reader: Reader, work: W) -> Self
    where
        W: FnOnce(&mut dyn Write) -> Written + Send + 'static,
    {
        Self { work: Mutex::new(Some(Box::new(work))), unwritable, reader, pieces: Arc::default() }
    }

    /// Writes a file that is not there yet. The answer is a promise of text.
    ///
    /// # Errors
    /// When it ran before, or Node cannot make a promise.
    #[napi]
    pub fn run_file<'env>(&self, env: &'env Env, path: String) -> Result<Object<'env>> {
        let (work, unwritable, reader) = (self.begin()?, self.unwritable, self.reader);
        promise(env, move || reader.told(write_file(&path, unwritable, work)))
    }

    /// The same at once.
    ///
    /// # Errors
    /// When it ran before.
    #[napi]
    pub fn run_file_sync(&self, path: String) -> Result<String> {
        Ok(self.reader.told(write_file(&path, self.unwritable, self.begin()?)))
    }

    /// Begins to write; the pieces are to be fetched. The answer is a promise of text.
    ///
    /// # Errors
    /// When it ran before, or Node cannot make a promise.
    #[napi]
    pub fn run<'env>(&self, env: &'env Env) -> Result<Object<'env>> {
        let (work, reader) = (self.begin()?, self.reader);
        // One piece waits while the next is made.
        let (hand, pieces) = sync_channel(1);
        self.pieces.lock().unwrap_or_else(PoisonError::into_inner).end = Some(pieces);
        promise(env, move || reader.told(work(&mut BufWriter::with_capacity(PIECE, Hand(hand)))))
    }

    /// The next piece: a promise of bytes, or of nothing when there are no more. One at a time.
    ///
    /// # Errors
    /// When Node cannot make a promise.
    #[napi]
    pub fn next<'env>(&self, env: &'env Env) -> Result<Object<'env>> {
        let pieces = Arc::clone(&self.pieces);
        promise(env, move || {
            let end = pieces.lock().unwrap_or_else(PoisonError::into_inner).end.take()?;
            let piece = end.recv().ok();
            let mut pieces = pieces.lock().unwrap_or_else(PoisonError::into_inner);
            if !pieces.cancelled {
                pieces.end = Some(end);
            }
            piece.map(Buffer::from)
        })
    }

    /// Wants no more pieces: what is still to be written then fails.
    #[napi]
    pub fn cancel(&self) {
        let mut pieces = self.pieces.lock().unwrap_or_else(PoisonError::into_inner);
        pieces.cancelled = true;
        pieces.end = None;
    }

    fn begin(&self) -> Result<Work> {
        let work = self.work.lock().unwrap_or_else(PoisonError::into_inner).take();
        work.ok_or_else(|| Error::from_reason("a file is written once"))
    }
}

/// Hands pieces over. It blocks until there is room for one.
struct Hand(SyncSender<Vec<u8>>);

impl Write for Hand {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let nobody = |_| io::Error::new(io::ErrorKind::BrokenPipe, "nobody reads it any more");
        self.0.send(bytes.to_vec()).map_err(nobody)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Prepares a file of the rejected rows of a list: `report` is what its import or preview said, as JSON text.
///
/// # Errors
/// When `report` is not of the wire's types.
#[napi]
pub fn write_rejected(
    source: Either<String, Uint8Array>,
    report: String,
    language: Option<String>,
) -> Result<WriteJob> {
    let language = spoken(language.as_deref()).map_err(wrong)?;
    let report = read::<Report>(&report).map_err(wrong)?.said_in(language);
    let source = match source {
        Either::A(path) => Either::A(path),
        Either::B(bytes) => Either::B(bytes.to_vec()),
    };
    Ok(WriteJob::new(Code::OutputFailed, Reader::staff(language), move |out| match source {
        Either::A(path) => files::write_rejected_of(&path, &report, out),
        Either::B(bytes) => files::write_rejected(&mut bytes.as_slice(), &report, out),
    }))
}

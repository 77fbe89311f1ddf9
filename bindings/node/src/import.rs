//! An import on its way.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use napi::bindgen_prelude::{Function, Object, Uint8Array};
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi::{Env, Error, Result, Status};
use napi_derive::napi;
use partnerkit::import::{OnProgress, Progress};
use partnerkit_host::Host;
use partnerkit_host::files::{import_file, unheard};

use crate::pool::{Deferred, promise};
use crate::source::{Handed, Piece, Source};

/// Receives the progress of the import: rows, bytes, and bytes of the whole file, or -1 if that is unknown.
type OnRead = ThreadsafeFunction<Vec<f64>, (), Vec<f64>, Status, false>;

/// One import. It is fed with [`write`](Self::write) and [`end`](Self::end), or reads a file itself.
#[napi]
pub struct ImportJob {
    host: Arc<dyn Host>,
    message: String,
    cancelled: Arc<AtomicBool>,
    /// Where pieces go; gone after the end.
    hand: Mutex<Option<Sender<Handed>>>,
    /// Where they come out, until the import runs.
    handed: Mutex<Option<Receiver<Handed>>>,
}

#[napi]
impl ImportJob {
    pub(crate) fn new(host: Arc<dyn Host>, message: String) -> Self {
        let (hand, handed) = channel();
        let (hand, handed) = (Mutex::new(Some(hand)), Mutex::new(Some(handed)));
        Self { host, message, cancelled: Arc::new(AtomicBool::new(false)), hand, handed }
    }

    /// Imports the pieces that are written, `total` bytes if that is known. The answer is a promise of text.
    ///
    /// # Errors
    /// When it ran before, or Node cannot make a promise.
    #[napi]
    pub fn run<'env>(
        &self,
        env: &'env Env,
        total: Option<f64>,
        on_read: Option<Function<'_, Vec<f64>, ()>>,
    ) -> Result<Object<'env>> {
        let handed = self.handed.lock().unwrap_or_else(PoisonError::into_inner).take();
        let handed = handed.ok_or_else(|| Error::from_reason("an import runs once"))?;
        let total = total.filter(|total| *total >= 0.0).map(whole);
        self.spawn(env, on_read, move |host, message, on_progress| {
            host.import(message, &mut Source::new(handed), total, on_progress)
        })
    }

    /// Imports the file at `path`. The answer is a promise of text.
    ///
    /// # Errors
    /// When Node cannot make a promise.
    #[napi]
    pub fn run_file<'env>(
        &self,
        env: &'env Env,
        path: String,
        on_read: Option<Function<'_, Vec<f64>, ()>>,
    ) -> Result<Object<'env>> {
        self.spawn(env, on_read, move |host, message, on_progress| {
            import_file(host, message, &path, on_progress)
        })
    }

    /// Imports the file at `path`, at once.
    #[napi]
    pub fn run_file_sync(&self, path: String) -> String {
        import_file(&*self.host, &self.message, &path, &mut unheard)
    }

    /// Hands over a piece. A promise of whether it was taken: false says that no more is wanted.
    ///
    /// # Errors
    /// When Node cannot make a promise.
    #[napi]
    pub fn write<'env>(&self, env: &'env Env, bytes: Uint8Array) -> Result<Object<'env>> {
        let (written, promise): (Deferred<bool>, Object<'_>) = env.create_deferred()?;
        let piece = Piece::new(bytes.to_vec(), written);
        if let Some(hand) = &*self.hand.lock().unwrap_or_else(PoisonError::into_inner) {
            // Where nobody reads any more the piece comes back, and says so when it is dropped.
            drop(hand.send(Handed::Piece(piece)));
        }
        Ok(promise)
    }

    /// Says that there is no more.
    #[napi]
    pub fn end(&self) {
        self.last(Some(Handed::End));
    }

    /// Says that the source failed: nothing is imported.
    #[napi]
    pub fn fail(&self, why: String) {
        self.last(Some(Handed::Failed(why)));
    }

    /// Cancels: nothing is imported, unless it is already.
    #[napi]
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
        self.last(None);
    }

    fn last(&self, handed: Option<Handed>) {
        let hand = self.hand.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let (Some(hand), Some(handed)) = (hand, handed) {
            // An import that has ended meanwhile wants to know nothing more.
            drop(hand.send(handed));
        }
    }

    fn spawn<'env, W>(
        &self,
        env: &'env Env,
        on_read: Option<Function<'_, Vec<f64>, ()>>,
        work: W,
    ) -> Result<Object<'env>>
    where
        W: FnOnce(&dyn Host, &str, OnProgress<'_>) -> String + Send + 'static,
    {
        let tell: Option<OnRead> =
            on_read.map(|told| told.build_threadsafe_function().build()).transpose()?;
        let (host, message) = (Arc::clone(&self.host), self.message.clone());
        let cancelled = Arc::clone(&self.cancelled);
        promise(env, move || {
            let mut on_progress = |progress: Progress| {
                if let Some(tell) = &tell {
                    tell.call(numbers(progress), ThreadsafeFunctionCallMode::NonBlocking);
                }
                if cancelled.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            work(&*host, &message, &mut on_progress)
        })
    }
}

fn numbers(progress: Progress) -> Vec<f64> {
    let total = progress.total.map_or(-1.0, float);
    vec![float(progress.rows), float(progress.bytes), total]
}

#[expect(clippy::cast_precision_loss, reason = "JavaScript's numbers; no file has 2^53 bytes")]
const fn float(number: u64) -> f64 {
    number as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not below 0, and no file has 2^53 bytes"
)]
const fn whole(number: f64) -> u64 {
    number as u64
}

//! Stores written in JavaScript: a question goes to the event loop, and the thread that asked waits for the answer.
//!
//! The JavaScript thread itself must never ask: it could not answer. So such a system has no twins that block.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use napi::bindgen_prelude::{FnArgs, Function};
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi::{Env, Result, Status};
use napi_derive::napi;
use partnerkit::error::{Code, Error};
use partnerkit::store::calls::{Call, Calls};
use partnerkit_host::map::Ask;
use serde::Deserialize;
use serde_json::value::RawValue;

type OnAsked = ThreadsafeFunction<FnArgs<(u32, String)>, (), FnArgs<(u32, String)>, Status, false, true>;

/// What a store answers.
type Answered<T> = std::result::Result<T, Error>;

/// Who waits for which answer.
type Waiting = Arc<Mutex<HashMap<u32, SyncSender<String>>>>;

/// A store in JavaScript, as it is asked from other threads.
#[napi]
#[derive(Clone)]
pub struct NativeStore {
    ask: Arc<OnAsked>,
    waiting: Waiting,
    asked: Arc<AtomicU32>,
}

#[napi]
impl NativeStore {
    /// `ask` is given a number and a question, and gives the answer to [`answer`](Self::answer) when it has it.
    ///
    /// # Errors
    /// When Node cannot take the function to other threads.
    #[napi(constructor)]
    pub fn new(env: &Env, ask: Function<'_, FnArgs<(u32, String)>, ()>) -> Result<Self> {
        // Weak: a store that nobody asks keeps no process alive.
        let ask = ask.build_threadsafe_function().weak::<true>().build()?;
        let waiting = Waiting::default();
        // When the JavaScript thread ends, nobody is left to answer.
        env.add_env_cleanup_hook(Arc::clone(&waiting), |waiting| lock(&waiting).clear())?;
        Ok(Self { ask: Arc::new(ask), waiting, asked: Arc::default() })
    }

    /// The answer to a question.
    #[napi]
    pub fn answer(&self, number: u32, text: String) {
        if let Some(waiting) = lock(&self.waiting).remove(&number) {
            // Room for one answer is there, so this does not wait.
            drop(waiting.send(text));
        }
    }
}

impl Ask for NativeStore {
    fn ask(&self, question: String) -> Answered<String> {
        let gone = || Error::from(Code::StoreUnavailable).caused_by("the JavaScript thread has ended");
        let number = self.asked.fetch_add(1, Ordering::Relaxed);
        let (answer, answered) = sync_channel(1);
        lock(&self.waiting).insert(number, answer);
        let asked = self.ask.call((number, question).into(), ThreadsafeFunctionCallMode::NonBlocking);
        if asked != Status::Ok {
            lock(&self.waiting).remove(&number);
            return Err(gone());
        }
        match serde_json::from_str(&answered.recv().map_err(|_| gone())?) {
            Ok(Said::Ok(answer)) => Ok(answer.get().to_owned()),
            Ok(Said::Error { code, said }) => Err(Error::from(code).caused_by(said)),
            Err(cause) => Err(Error::from(Code::StoreFailed).caused_by(cause)),
        }
    }
}

/// What JavaScript answers.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Said {
    Ok(Box<RawValue>),
    Error { code: Code, said: String },
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A store that answers every call of the storage trait.
pub(crate) struct JsCalls(pub(crate) NativeStore);

impl Calls for JsCalls {
    fn call(&self, call: Call) -> Answered<String> {
        let question =
            serde_json::to_string(&call).map_err(|cause| Error::from(Code::StoreFailed).caused_by(cause))?;
        self.0.ask(question)
    }
}

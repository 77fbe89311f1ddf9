//! Stores written in JavaScript: a question goes to the event loop, and the thread that asked waits for the answer.
//!
//! The JavaScript thread itself must never ask: it could not answer. So such a system has no twins that block.

use std::cell::RefCell;
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
use partnerkit::store::ordered::{Direction, Entries, EntriesMut, Entry, OrderedMap, Outcome};
use serde::Deserialize;
use serde_json::{Value, json};

type Ask = ThreadsafeFunction<FnArgs<(u32, String)>, (), FnArgs<(u32, String)>, Status, false, true>;

/// What a store answers.
type Answered<T> = std::result::Result<T, Error>;

/// Who waits for which answer.
type Waiting = Arc<Mutex<HashMap<u32, SyncSender<String>>>>;

/// A store in JavaScript, as it is asked from other threads.
#[napi]
#[derive(Clone)]
pub struct NativeStore {
    ask: Arc<Ask>,
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

impl NativeStore {
    fn put(&self, question: &Value) -> Answered<Value> {
        let gone = || Error::from(Code::StoreUnavailable).caused_by("the JavaScript thread has ended");
        let number = self.asked.fetch_add(1, Ordering::Relaxed);
        let (answer, answered) = sync_channel(1);
        lock(&self.waiting).insert(number, answer);
        let asked =
            self.ask.call((number, question.to_string()).into(), ThreadsafeFunctionCallMode::NonBlocking);
        if asked != Status::Ok {
            lock(&self.waiting).remove(&number);
            return Err(gone());
        }
        match serde_json::from_str(&answered.recv().map_err(|_| gone())?) {
            Ok(Said::Ok(value)) => Ok(value),
            Ok(Said::Error { code, said }) => Err(Error::from(code).caused_by(said)),
            Err(cause) => Err(Error::from(Code::StoreFailed).caused_by(cause)),
        }
    }
}

/// What JavaScript answers.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Said {
    Ok(Value),
    Error { code: Code, said: String },
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A store that answers every call of the storage trait.
pub(crate) struct JsCalls(pub(crate) NativeStore);

impl Calls for JsCalls {
    fn call(&self, call: Call) -> Answered<Value> {
        let question =
            serde_json::to_value(call).map_err(|cause| Error::from(Code::StoreFailed).caused_by(cause))?;
        self.0.put(&question)
    }
}

/// A store that is an ordered map with transactions. One transaction at a time: it may be the host's own.
pub(crate) struct JsMap {
    store: NativeStore,
    turn: Mutex<()>,
}

impl JsMap {
    pub(crate) fn new(store: NativeStore) -> Self {
        Self { store, turn: Mutex::new(()) }
    }

    fn transaction(
        &self,
        writes: bool,
        within: &mut dyn FnMut(&mut Transaction<'_>) -> Answered<Outcome>,
    ) -> Answered<()> {
        let _turn = lock(&self.turn);
        self.store.put(&json!({ "begin": { "writes": writes } }))?;
        let mut transaction = Transaction { store: &self.store, changes: RefCell::default() };
        let went = within(&mut transaction);
        let keep = matches!(went, Ok(Outcome::Keep));
        let changes = if keep { transaction.changes.take() } else { Vec::new() };
        let ended = self.store.put(&json!({ "end": { "keep": keep }, "changes": changes }));
        // What went wrong first is what is told.
        went.and(ended.map(drop))
    }
}

impl OrderedMap for JsMap {
    fn read(&self, look: &mut dyn FnMut(&dyn Entries) -> Answered<()>) -> Answered<()> {
        self.transaction(false, &mut |transaction| look(transaction).map(|()| Outcome::Drop))
    }

    fn write(&self, change: &mut dyn FnMut(&mut dyn EntriesMut) -> Answered<Outcome>) -> Answered<()> {
        self.transaction(true, &mut |transaction| change(transaction))
    }
}

/// A transaction under way. Changes wait for the next question, so that not each of them is a round trip.
struct Transaction<'a> {
    store: &'a NativeStore,
    changes: RefCell<Vec<Value>>,
}

impl Transaction<'_> {
    fn ask<T: for<'de> Deserialize<'de>>(&self, question: &str, content: Value) -> Answered<T> {
        let answer = self.store.put(&json!({ question: content, "changes": self.changes.take() }))?;
        serde_json::from_value(answer).map_err(|cause| Error::from(Code::StoreFailed).caused_by(cause))
    }
}

impl Entries for Transaction<'_> {
    fn get(&self, key: &[u8]) -> Answered<Option<Vec<u8>>> {
        let value: Option<String> = self.ask("get", json!({ "key": hex(key) }))?;
        value.as_deref().map(bytes).transpose()
    }

    fn page(&self, from: &[u8], to: &[u8], direction: Direction, limit: usize) -> Answered<Vec<Entry>> {
        let backwards = direction == Direction::Backwards;
        let asked = json!({ "from": hex(from), "to": hex(to), "backwards": backwards, "limit": limit });
        let found: Vec<(String, String)> = self.ask("page", asked)?;
        found.into_iter().map(|(key, value)| Ok((bytes(&key)?, bytes(&value)?))).collect()
    }
}

impl EntriesMut for Transaction<'_> {
    fn put(&mut self, key: &[u8], value: &[u8]) -> Answered<()> {
        self.changes.get_mut().push(json!({ "key": hex(key), "value": hex(value) }));
        Ok(())
    }

    fn remove(&mut self, key: &[u8]) -> Answered<()> {
        self.changes.get_mut().push(json!({ "key": hex(key), "value": null }));
        Ok(())
    }
}

/// Bytes as hexadecimal text, which keeps their order.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Answered<Vec<u8>> {
    let wrong = || Error::from(Code::StoreFailed).caused_by("an entry is not hexadecimal");
    let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    (0..hex.len()).step_by(2).map(|at| byte(at).ok_or_else(wrong)).collect()
}

//! A store as an ordered map in the host's language: a transaction is begun, asked and ended by questions, JSON in and out.
//!
//! | question | answer |
//! |---|---|
//! | `{"begin": {"writes": true}}` | null |
//! | `{"get": {"key": "00ff"}, "changes": […]}` | the value, or null |
//! | `{"page": {"from": "…", "to": "…", "backwards": false, "limit": 100}, "changes": […]}` | a list of `[key, value]`; `to` is not in it |
//! | `{"end": {"keep": true}, "changes": […]}` | null |
//!
//! Keys and values are hexadecimal, which keeps the order of their bytes. Changes, `{"key": …, "value": …}` or with null to
//! remove it, come before what stands beside them. One transaction at a time is open, and all its questions come from one thread.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

use partnerkit::error::{Code, Error};
use partnerkit::store::ordered::{Direction, Entries, EntriesMut, Entry, OrderedMap, Outcome};
use serde::Deserialize;
use serde_json::{Value, json};

type Answered<T> = Result<T, Error>;

/// Whoever answers questions about a map.
pub trait Ask: Send + Sync {
    /// Answers one: JSON text in and out.
    ///
    /// # Errors
    /// `store_…`, with the host's own failure as the cause.
    fn ask(&self, question: String) -> Answered<String>;
}

/// The map behind the answers. One transaction at a time: it may be the host's own.
pub(crate) struct AskedMap<A> {
    host: A,
    turn: Mutex<()>,
}

impl<A: Ask> AskedMap<A> {
    pub(crate) fn new(host: A) -> Self {
        Self { host, turn: Mutex::new(()) }
    }

    fn transaction(
        &self,
        writes: bool,
        within: &mut dyn FnMut(&mut Transaction<'_>) -> Answered<Outcome>,
    ) -> Answered<()> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        self.host.ask(json!({ "begin": { "writes": writes } }).to_string())?;
        let mut transaction = Transaction { host: &self.host, changes: RefCell::default() };
        let went = within(&mut transaction);
        let keep = matches!(went, Ok(Outcome::Keep));
        let changes = if keep { transaction.changes.take() } else { Vec::new() };
        let ended = self.host.ask(json!({ "end": { "keep": keep }, "changes": changes }).to_string());
        // What went wrong first is what is told.
        went.and(ended.map(drop))
    }
}

impl<A: Ask> OrderedMap for AskedMap<A> {
    fn read(&self, look: &mut dyn FnMut(&dyn Entries) -> Answered<()>) -> Answered<()> {
        self.transaction(false, &mut |transaction| look(transaction).map(|()| Outcome::Drop))
    }

    fn write(&self, change: &mut dyn FnMut(&mut dyn EntriesMut) -> Answered<Outcome>) -> Answered<()> {
        self.transaction(true, &mut |transaction| change(transaction))
    }
}

/// A transaction under way. Changes wait for the next question, so that not each of them is a round trip.
struct Transaction<'a> {
    host: &'a dyn Ask,
    changes: RefCell<Vec<Value>>,
}

impl Transaction<'_> {
    fn ask<T: for<'de> Deserialize<'de>>(&self, question: &str, content: Value) -> Answered<T> {
        let answer =
            self.host.ask(json!({ question: content, "changes": self.changes.take() }).to_string())?;
        serde_json::from_str(&answer).map_err(|cause| Error::from(Code::StoreFailed).caused_by(cause))
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

/// Bytes as hexadecimal text.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes(hex: &str) -> Answered<Vec<u8>> {
    let wrong = || Error::from(Code::StoreFailed).caused_by("an entry is not hexadecimal");
    // Two of the digits that `from_str_radix` knows; a sign is none.
    let digits =
        |at: usize| hex.get(at..at + 2).filter(|two| two.bytes().all(|digit| digit.is_ascii_hexdigit()));
    let byte = |at: usize| u8::from_str_radix(digits(at)?, 16).ok();
    (0..hex.len()).step_by(2).map(|at| byte(at).ok_or_else(wrong)).collect()
}

#[cfg(test)]
mod tests {
    use super::{bytes, hex};

    #[test]
    fn bytes_come_back_from_hexadecimal_and_nothing_else_does() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(bytes(&hex(&all)).unwrap(), all);
        for wrong in ["0", "0g", "+1", "é", "00 "] {
            assert!(bytes(wrong).is_err(), "{wrong}");
        }
    }
}

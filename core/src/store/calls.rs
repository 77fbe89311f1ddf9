//! A store as messages: one call in, one answer out, both JSON. For stores written in other languages.
//!
//! [`Call`] is all a host's store has to understand, `core/schema/store.schema.json` its published schema. [`CallStore`]
//! makes a [`Store`] of whoever answers calls, [`Served`] answers calls with any store, and [`WireFlow`] drives a single
//! command for a host that loads and commits by itself.
//!
//! ```json
//! {"load": {"bank": "0198…", "needs": [{"partner": "0198…"}]}}
//! {"bank": {…}, "seq": 7, "partners": {"0198…": {…}}}
//! ```
//!
//! Three things are too large for one message: an import, and a bank taken out or in. Each is a piece of *work*: it is
//! begun under a number, goes on page by page, and is finished or dropped. Its calls come one after the other, all from
//! the thread that asked for it, so a host may hold one transaction of its own from the first to the last. An import is
//! begun only when the file was read to its end: a slow upload keeps nobody waiting.

mod flow;
mod served;
mod store;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use self::flow::{FlowStep, WireFlow};
pub use self::served::Served;
pub use self::store::CallStore;
use super::{ChangeSet, Expect, HistoryQuery, MessageQuery, Need, Piece};
use crate::error::Error;
use crate::event::Event;
use crate::id::{BankId, PersonId};
use crate::outbox::{Claim, Outcome};
use crate::partner::Partner;
use crate::people::InvitationRef;
use crate::receipt::Receipt;
use crate::token::TokenDigest;

#[cfg(doc)]
use super::Store;
// What is answered: for the schema, and for links.
#[cfg(any(doc, feature = "schema"))]
use crate::{
    bank::Bank,
    event::Recorded,
    message::Message,
    outbox::Noted,
    people::Person,
    store::{Committed, Facts},
};

/// The most rows or pieces in one call, and the most rows of a file whose keys are looked up at once.
pub const PAGE: usize = 500;

/// The number of a piece of work, drawn by the caller: no two at once have the same.
pub type Work = u64;

/// One call of a store. What a method promises stands at the method of [`Store`] with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[expect(clippy::large_enum_variant, reason = "one is made at a time; boxing buys nothing")]
pub enum Call {
    /// Reads what is needed, in one consistent view. Answer: [`Facts`].
    Load {
        /// The bank.
        bank: BankId,
        /// What to read.
        needs: Vec<Need>,
    },
    /// Writes a change set in one transaction, or not at all. Answer: [`Committed`].
    Commit(ChangeSet),
    /// Events of a bank in the order they happened. Answer: a list of [`Recorded`].
    History {
        /// The bank.
        bank: BankId,
        /// Which events.
        query: HistoryQuery,
    },
    /// Messages of a bank, oldest first. Answer: a list of [`Message`].
    Messages {
        /// The bank.
        bank: BankId,
        /// Which messages.
        query: MessageQuery,
    },
    /// Hands out messages in one transaction. Answer: a list of [`Message`].
    Claim {
        /// The bank.
        bank: BankId,
        /// Which messages.
        claim: Claim,
    },
    /// Notes how attempts to deliver went, in one transaction. Answer: a list of [`Noted`], one for each.
    Settle {
        /// The bank.
        bank: BankId,
        /// When it was said.
        at: DateTime<Utc>,
        /// How each went.
        outcomes: Vec<Outcome>,
    },
    /// All banks of the store, by name and then id. Answer: a list of [`Bank`].
    Banks {},
    /// Keeps the digest of a token. Answer: [`Committed`].
    KeepToken {
        /// The bank.
        bank: BankId,
        /// What is kept of the token: hexadecimal in JSON.
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        token: TokenDigest,
        /// What it stands for.
        invitation: InvitationRef,
    },
    /// A person as each bank knows it. Answer: a list of `[bank, person]`, by the banks' ids.
    RolesOf {
        /// The person.
        person: PersonId,
    },

    /// Begins to write an import: the bank is there, has no receipt, and what is expected still holds. Answer: [`Went`]. Unless it
    /// is `done`, nothing was begun.
    BeginImport {
        /// The number of the work.
        work: Work,
        /// The bank.
        bank: BankId,
        /// What must still be so.
        expects: Vec<Expect>,
    },
    /// Reads as `load` does, within the transaction of an import: who holds the keys of its rows. Answer: [`Facts`].
    LoadWithin {
        /// The number of the work.
        work: Work,
        /// The bank.
        bank: BankId,
        /// What to read.
        needs: Vec<Need>,
    },
    /// Writes partners of an import, each with its event. Answer: [`Went`], `stale` when a key is held.
    ImportPartners {
        /// The number of the work.
        work: Work,
        /// The partners and their events, in the order of the file.
        partners: Vec<(Partner, Event)>,
    },
    /// Keeps the receipt, appends the last event, and makes all of the import last. Answer: [`Went`]. Unless it is `done`, the
    /// work is still to be dropped.
    FinishImport {
        /// The number of the work.
        work: Work,
        /// The receipt to keep.
        receipt: Receipt,
        /// The event to append last.
        event: Event,
    },
    /// Begins to take a bank out, in one consistent view. Answer: [`Went`].
    BeginTakeOut {
        /// The number of the work.
        work: Work,
        /// The bank.
        bank: BankId,
    },
    /// The next pieces. Answer: a list of [`Piece`], empty at the end and only there. The work is dropped when it is over.
    TakeOut {
        /// The number of the work.
        work: Work,
        /// At most this many.
        limit: usize,
    },
    /// Begins to take a bank in. Answer: [`Went`], `stale` if the bank is there already; then nothing was begun.
    BeginTakeIn {
        /// The number of the work.
        work: Work,
        /// The bank.
        bank: BankId,
    },
    /// Takes in pieces. Answer: [`Went`], `stale` if they do not fit.
    TakeIn {
        /// The number of the work.
        work: Work,
        /// The pieces, in their order.
        pieces: Vec<Piece>,
    },
    /// Makes the bank that was taken in last. Answer: [`Went`]. Unless it is `done`, the work is still to be dropped.
    FinishTakeIn {
        /// The number of the work.
        work: Work,
    },
    /// Ends a piece of work and leaves nothing of it behind. Answer: [`Went`].
    Drop {
        /// The number of the work.
        work: Work,
    },
}

/// How a call of a piece of work went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Went {
    /// Done.
    Done,
    /// An import only: the bank has imported before, and this is the receipt.
    Before(Receipt),
    /// An expectation no longer holds, a key is held, or a row refers to one that is not there.
    Stale,
}

/// Whoever answers calls.
pub trait Calls: Send + Sync {
    /// Answers one call, with JSON text. May be called from many threads at once.
    ///
    /// # Errors
    /// `store_…`, with the host's own failure as the cause; nothing was written. After any error within a piece of work it
    /// is dropped, unless it had not been begun.
    fn call(&self, call: Call) -> Result<String, Error>;
}

/// The JSON Schema of calls and their answers (draft 2020-12): what `schema` writes, as JSON.
pub const SCHEMA: &str = include_str!("../../schema/store.schema.json");

/// [`SCHEMA`], made anew from the types themselves. With the feature `schema`.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> serde_json::Value {
    /// Everything a store in another language is asked and answers.
    #[derive(schemars::JsonSchema)]
    #[expect(dead_code, reason = "only its schema is used")]
    struct Calling {
        /// What is asked.
        call: Call,
        /// The answer to `load` and `load_within`.
        facts: Facts,
        /// The answer to `commit` and `keep_token`.
        committed: Committed,
        /// The answer to the calls of a piece of work, but for `take_out`.
        went: Went,
        /// The answer to `history`.
        events: Vec<Recorded>,
        /// The answer to `messages` and `claim`.
        messages: Vec<Message>,
        /// The answer to `settle`.
        noted: Vec<Noted>,
        /// The answer to `banks`.
        banks: Vec<Bank>,
        /// The answer to `roles_of`.
        roles: Vec<(BankId, Person)>,
        /// The answer to `take_out`.
        pieces: Vec<Piece>,
        /// What [`WireFlow`] says to do next.
        step: FlowStep,
    }
    schemars::schema_for!(Calling).to_value()
}

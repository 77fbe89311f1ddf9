//! The wire format: one JSON message in, one JSON answer out, the same in every language.
//!
//! ```text
//! {"v": 1, "id": "…", "at": "2026-11-22T09:00:00Z", "actor": {"role": "bank_staff", …}, "command": {"approve": {"partner": "…"}}}
//! {"ok": {}}
//! {"error": {"code": "not_submitted_yet", "category": "rejected", "message": "…", "params": {…}, "reasons": […], …}}
//! ```
//!
//! A message carries exactly one of `command`, `preview`, `question`, `import`, `run_due`, `outbox` and `sync`. Unknown fields are refused. Whoever
//! serves messages may fill in a missing `id` and `at`.

mod read;
mod reader;
mod tree;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::ops::ControlFlow;
use std::time::Duration;

pub use self::read::read;
pub use self::reader::{from_text, from_word};
pub use self::tree::{from_tree, tree};
use crate::actor::{Actor, not_permitted};
use crate::catalogue::{Audience, Category};
use crate::command::{Command, Order};
use crate::decide::DueDone;
use crate::error::{Code, Error, Params, Reason};
use crate::explain::SaidReason;
use crate::id::{BankId, CommandId};
use crate::import::{ImportOrder, Report, write_rejected};
use crate::language::Language;
use crate::outbox::{Links, Noted, Outcome};
use crate::question::{Inquiry, Question};
use crate::store::Store;
use crate::sync::{Batch, Kept};
use crate::system::{BankDue, System};
use crate::token::Secret;

/// The version of the wire format this library speaks.
pub const VERSION: u32 = 1;

/// One message.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// The version of the format; 1 if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub v: Option<u32>,
    /// The command's id. See [`Order::id`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CommandId>,
    /// The time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<DateTime<Utc>>,
    /// The language of sentences in the answer; English if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Who speaks.
    pub actor: Actor,
    /// Do this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<Command>,
    /// Say what this would do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview: Option<Command>,
    /// Answer this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// Import this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportText>,
    /// Do the daily job: of one bank as its scheduler, of all banks as the host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run_due: Option<RunDue>,
    /// Deliver messages (the bank's scheduler).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outbox: Option<Delivering>,
    /// Take in commands that were recorded without the bank, in the order they were recorded. See [`System::sync`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sync: Option<Vec<Kept>>,
}

/// The daily job. It needs nothing but the time and who asks.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RunDue {}

/// What the daily job did in one of all banks.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DueInBank {
    /// The bank.
    pub bank: BankId,
    /// What it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<DueDone>,
    /// What failed. What was due in batches before that went out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<WireError>,
}

/// What a host asks of the outbox. It speaks as the bank's scheduler.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Delivering {
    /// Hand out messages. See [`System::claim`].
    Claim {
        /// How long nobody else gets them.
        lease_seconds: u32,
        /// How many.
        limit: usize,
        /// The page that lets invited people in, with `{token}` where the token goes; without that, at the end.
        #[serde(default)]
        link: String,
    },
    /// Note how attempts went. See [`System::settle`].
    Settle {
        /// How each went.
        outcomes: Vec<Outcome>,
    },
}

/// What the outbox answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Delivered {
    /// See [`Delivering::Claim`].
    Claimed(Vec<crate::message::Message>),
    /// See [`Delivering::Settle`]; in the order of the outcomes.
    Settled(Vec<Noted>),
}

/// A whole file of partners inside a message. Hosts import from streams instead; this is for tests and small lists.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportText {
    /// The file, as text.
    pub content: String,
    /// The idempotency key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Only say what would happen.
    #[serde(default)]
    pub preview: bool,
    /// Also give back the rejected rows as CSV (preview only).
    #[serde(default)]
    pub rejected: bool,
}

/// What the preview of an import answers.
#[derive(Serialize)]
struct Previewed<'a> {
    report: &'a Report,
    #[serde(skip_serializing_if = "Option::is_none")]
    rejected: Option<Cow<'a, str>>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes, with what was asked for.
    Ok(#[cfg_attr(feature = "schema", schemars(with = "serde_json::Value"))] Json),
    /// No, with why.
    Error(WireError),
}

impl Answer {
    /// Yes, with `answer`.
    ///
    /// # Errors
    /// `bug` for what JSON has no words for.
    pub fn yes(answer: &impl Serialize) -> Result<Self, Error> {
        json(answer).map(Self::Ok)
    }
}

/// A JSON value as its text: made once, and handed on as it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Json(Box<RawValue>);

impl Json {
    /// The text.
    #[must_use]
    pub fn get(&self) -> &str {
        self.0.get()
    }
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

/// An error as it stands on the wire.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WireError {
    /// The code of the first reason.
    pub code: Code,
    /// Its category.
    pub category: Category,
    /// All sentences, for whoever asked.
    pub message: String,
    /// The parameters of the first reason.
    pub params: Params,
    /// Every reason, with its sentences.
    pub reasons: Vec<SaidReason>,
    /// Whether the same message may succeed when simply sent again.
    pub retryable: bool,
}

impl WireError {
    /// `error` in words for `audience`.
    #[must_use]
    pub fn new(error: &Error, language: Language, audience: Audience) -> Self {
        let said = |reason| SaidReason::new(reason, language);
        Self {
            code: error.code(),
            category: error.category(),
            message: error.sentence(language, audience),
            params: error.params(),
            reasons: error.reasons().iter().cloned().map(said).collect(),
            retryable: error.is_retryable(),
        }
    }
}

/// Serves one message: text in, answer out. Never fails; what goes wrong is in the answer.
///
/// `missing` gives the id and the time of a message that has none; `random` draws 256 bits fit for a secret.
pub fn serve<S: Store>(
    system: &System<S>,
    text: &str,
    missing: &mut dyn FnMut() -> (CommandId, DateTime<Utc>),
    random: &mut dyn FnMut() -> Result<Secret, Error>,
) -> Answer {
    serve_watched(system, text, missing, random, &mut |_| {})
}

/// [`serve`] for hosts in the same process: `on_error` sees what is about to be put into words, with what a driver said
/// ([`Error`]'s source), which is for logs and stands on no wire.
pub fn serve_watched<S: Store>(
    system: &System<S>,
    text: &str,
    missing: &mut dyn FnMut() -> (CommandId, DateTime<Utc>),
    random: &mut dyn FnMut() -> Result<Secret, Error>,
    on_error: &mut dyn FnMut(&Error),
) -> Answer {
    let (mut language, mut audience) = (Language::English, Audience::Staff);
    let answered = read(text).and_then(|message| {
        (language, audience) = (message.language.unwrap_or_default(), message.actor.audience());
        answer(system, message, missing, random)
    });
    match answered {
        Ok(json) => Answer::Ok(json),
        Err(error) => {
            on_error(&error);
            Answer::Error(WireError::new(&error, language, audience))
        }
    }
}

fn answer<S: Store>(
    system: &System<S>,
    message: Message,
    missing: &mut dyn FnMut() -> (CommandId, DateTime<Utc>),
    random: &mut dyn FnMut() -> Result<Secret, Error>,
) -> Result<Json, Error> {
    let (id, at) = match (message.id, message.at) {
        (Some(id), Some(at)) => (id, at),
        (id, at) => {
            let (new_id, now) = missing();
            (id.unwrap_or(new_id), at.unwrap_or(now))
        }
    };
    let (actor, language) = (message.actor, message.language.unwrap_or_default());
    if message.run_due.is_some() {
        return run_due(system, actor, at, language);
    }
    if let Some(commands) = message.sync {
        return json(&system.sync(&Batch { at, actor, language, commands })?);
    }
    match (message.command, message.preview, message.question, message.import, message.outbox) {
        (Some(command), ..) => json(&system.execute(&Order { id, at, actor, command })?),
        (_, Some(command), ..) => json(&system.preview(&Order { id, at, actor, command })?),
        (_, _, Some(question), ..) => json(&system.ask(&Inquiry { at, actor, language, question })?),
        (.., Some(import), _) => import_text(system, &import, id, at, actor, language),
        (.., Some(asked)) => json(&deliver(system, &asked, at, actor, random)?),
        (None, None, None, None, None) => Err(Reason::bug("an empty message").into()),
    }
}

fn deliver<S: Store>(
    system: &System<S>,
    asked: &Delivering,
    at: DateTime<Utc>,
    actor: Actor,
    random: &mut dyn FnMut() -> Result<Secret, Error>,
) -> Result<Delivered, Error> {
    let Actor::Scheduler { bank } = actor else { return Err(not_permitted("scheduler")) };
    match asked {
        Delivering::Claim { lease_seconds, limit, link } => {
            let lease = Duration::from_secs((*lease_seconds).into());
            let links = &mut Links { template: link, random };
            Ok(Delivered::Claimed(system.claim(bank, at, lease, *limit, links)?))
        }
        Delivering::Settle { outcomes } => Ok(Delivered::Settled(system.settle(bank, at, outcomes)?)),
    }
}

fn run_due<S: Store>(
    system: &System<S>,
    actor: Actor,
    at: DateTime<Utc>,
    language: Language,
) -> Result<Json, Error> {
    match actor {
        Actor::Scheduler { bank } => json(&system.run_due_bank(bank, at)?),
        Actor::Host => {
            let in_bank = |due: BankDue| {
                let (done, error) = match due.outcome {
                    Ok(done) => (Some(done), None),
                    Err(error) => (None, Some(WireError::new(&error, language, Audience::Staff))),
                };
                DueInBank { bank: due.bank, done, error }
            };
            json(&system.run_due(at)?.into_iter().map(in_bank).collect::<Vec<_>>())
        }
        _ => Err(not_permitted("scheduler")),
    }
}

fn import_text<S: Store>(
    system: &System<S>,
    import: &ImportText,
    id: CommandId,
    at: DateTime<Utc>,
    actor: Actor,
    language: Language,
) -> Result<Json, Error> {
    let order = ImportOrder { id, at, actor, key: import.key.clone() };
    let source = import.content.as_bytes();
    let total = u64::try_from(source.len()).ok();
    let mut on_progress = |_| ControlFlow::Continue(());
    if !import.preview {
        let done = system.import(&order, source, total, &mut on_progress);
        return json(&done.map_err(|refused| refused.said_in(language))?.said_in(language));
    }
    let report = system.preview_import(&order, source, total, &mut on_progress)?.said_in(language);
    let mut rejected = Vec::new();
    if import.rejected {
        write_rejected(source, &report, &mut rejected)?;
    }
    let rejected = import.rejected.then(|| String::from_utf8_lossy(&rejected));
    json(&Previewed { report: &report, rejected })
}

fn json(answer: &impl Serialize) -> Result<Json, Error> {
    serde_json::value::to_raw_value(answer).map(Json).map_err(|cause| Reason::bug(cause.to_string()).into())
}

/// The JSON Schema of messages and answers (draft 2020-12): what `schema` writes, as JSON.
pub const SCHEMA: &str = include_str!("../schema/wire.schema.json");

/// [`SCHEMA`], made anew from the types themselves. With the feature `schema`.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> serde_json::Value {
    use crate::decide::Done;
    use crate::export::{Export, Exported};
    use crate::import::ImportDone;
    use crate::question::Reply;
    use crate::sync::Synced;
    use crate::system::Preview;
    use crate::take_along::TakenAlong;
    /// Everything that crosses the wire.
    #[derive(schemars::JsonSchema)]
    #[expect(dead_code, reason = "only its schema is used")]
    struct Wire {
        /// What is sent.
        message: Message,
        /// What comes back.
        answer: Answer,
        /// `ok` for a command.
        done: Done,
        /// `ok` for a preview.
        preview: Preview,
        /// `ok` for a question.
        reply: Reply,
        /// `ok` for an import.
        import: ImportDone,
        /// `ok` for the daily job of one bank.
        due: DueDone,
        /// `ok` for the daily job of all banks.
        due_in_banks: Vec<DueInBank>,
        /// `ok` for the outbox.
        outbox: Delivered,
        /// `ok` for a sync: one for each command, in its place.
        sync: Vec<Synced>,
        /// What a host gives with a file to export into; the file itself is no message.
        export: Export,
        /// `ok` for an export.
        exported: Exported,
        /// `ok` for a bank that was written out or read in.
        taken_along: TakenAlong,
    }
    schemars::schema_for!(Wire).to_value()
}

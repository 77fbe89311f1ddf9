//! The whole of it: a store with the rules in front.

use std::io::{Read, Seek, Write};
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::{Actor, not_found};
use crate::bank::Bank;
use crate::command::{Command, DuePart, Order};
use crate::decide::{Decision, Done, DueDone, decide};
use crate::error::Error;
use crate::event::Event;
use crate::export::{Export, Exported};
use crate::flow::{Flow, Step, facts_for, whole_micros};
use crate::id::{BankId, CommandId, Ids, PersonId};
use crate::import::{self, ImportDone, ImportError, ImportOrder, OnProgress, Report};
use crate::message::Message;
use crate::outbox::{self, Links, Noted, Outcome};
use crate::people::RoleOf;
use crate::question::{self, Inquiry, Reply};
use crate::store::{self, Store};
use crate::sync::{self, Batch, Synced};
use crate::take_along::{self, TakenAlong};

/// A store with the rules in front. Cheap to share: all methods take `&self` and may be called from many threads.
#[derive(Debug)]
pub struct System<S> {
    store: S,
}

/// What a command would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Preview {
    /// The answer it would get.
    pub done: Done,
    /// What would happen.
    pub events: Vec<Event>,
    /// What people would be told.
    pub messages: Vec<Message>,
    /// The rows it would write.
    pub writes: Vec<store::Write>,
}

/// What the daily job did in one bank.
#[derive(Debug)]
pub struct BankDue {
    /// The bank.
    pub bank: BankId,
    /// What it did, or what failed.
    pub outcome: Result<DueDone, Error>,
}

/// The id of a batch of the daily job. It depends on where the bank's history stood, so that the same moment given twice is
/// no repeat if anything has happened in between.
fn due_id(bank: BankId, now: DateTime<Utc>, seq: u64, part: DuePart) -> CommandId {
    let text = format!("{bank} {} {seq} {part:?}", now.timestamp_micros());
    Ids::from_text(&text)
}

impl<S: Store> System<S> {
    /// A system over `store`.
    pub const fn new(store: S) -> Self {
        Self { store }
    }

    /// The store.
    pub const fn store(&self) -> &S {
        &self.store
    }

    /// Does what is ordered, once: an order with the same id sent again gets the first answer again.
    ///
    /// # Errors
    /// The refusal with all its reasons, `too_many_conflicts`, or `store_…`. Nothing was written.
    pub fn execute(&self, order: &Order) -> Result<Done, Error> {
        let mut flow = Flow::new(order);
        let mut step = flow.start();
        loop {
            step = match step {
                Step::Load { bank, needs } => flow.loaded(&self.store.load(bank, &needs)?),
                Step::Commit(changes) => flow.committed(self.store.commit(&changes)?),
                Step::Done(result) => return result,
            };
        }
    }

    /// What [`System::execute`] would do now: the same decision, not committed.
    ///
    /// # Errors
    /// The same refusals as [`System::execute`], and `store_…`.
    pub fn preview(&self, order: &Order) -> Result<Preview, Error> {
        let order = Order { at: whole_micros(order.at), ..order.clone() };
        let facts = facts_for(&self.store, &order)?;
        let Decision { done, events, messages, writes, .. } = decide(&order, &facts)?;
        Ok(Preview { done, events, messages, writes })
    }

    /// Takes in commands that were recorded without the bank, one after the other, each in a transaction of its own, and
    /// answers each in its place. Send a batch whose answers were lost again: nothing is done twice.
    ///
    /// # Errors
    /// `not_permitted` for the host itself, `not_found` for the bank, `role_not_held`, `number_out_of_range` for more than
    /// [`MAX_BATCH`](crate::sync::MAX_BATCH) commands. `too_many_conflicts` or `store_…` end a batch half-way: what was
    /// accepted by then stays so, and the whole batch can be sent again.
    pub fn sync(&self, batch: &Batch) -> Result<Vec<Synced>, Error> {
        sync::sync(&self.store, batch)
    }

    /// The one call for a host's daily job: reminds of deadlines, of coming recertifications and of tomorrow's distributions,
    /// and requires the recertifications whose days of grace are over; in all banks, one after the other by name.
    ///
    /// Call it as often as you like, from as many machines as you like: each reminder goes out at most once. A day that was
    /// missed is caught up as [`crate::reminder`] says. What fails in one bank does not keep it from the next.
    ///
    /// # Errors
    /// `store_…` if the banks cannot be listed. What failed in one bank is in its own outcome: see [`System::run_due_bank`].
    pub fn run_due(&self, now: DateTime<Utc>) -> Result<Vec<BankDue>, Error> {
        let due = |bank: Bank| BankDue { bank: bank.id, outcome: self.run_due_bank(bank.id, now) };
        Ok(self.banks()?.into_iter().map(due).collect())
    }

    /// The daily job of one bank: the commands [`SendDue`](Command::SendDue) from the first batch to the last, given by its
    /// scheduler. Memory does not grow with the number of partners.
    ///
    /// # Errors
    /// `not_found`, `too_many_conflicts`, or `store_…`. Batches before the one that failed are written; the next call goes
    /// on with the rest.
    pub fn run_due_bank(&self, bank: BankId, now: DateTime<Utc>) -> Result<DueDone, Error> {
        let facts = self.store.load(bank, &[])?;
        if facts.bank.is_none() {
            return Err(not_found("bank"));
        }
        let (mut sum, mut next) = (DueDone::default(), Some(DuePart::FIRST));
        while let Some(part) = next {
            let id = due_id(bank, now, facts.seq, part);
            let command = Command::SendDue { part };
            let order = Order { id, at: now, actor: Actor::Scheduler { bank }, command };
            let done = self.execute(&order)?.due.unwrap_or_default();
            sum.reminded += done.reminded;
            sum.required += done.required;
            next = done.next;
        }
        Ok(sum)
    }

    /// Answers a question.
    ///
    /// # Errors
    /// See [`question::ask`].
    pub fn ask(&self, inquiry: &Inquiry) -> Result<Reply, Error> {
        question::ask(&self.store, inquiry)
    }

    /// Imports all partners of a bank from CSV, which it can do once, ever. Reads `source` as a stream; `total` is its
    /// size in bytes, if known; `on_progress` hears about every 64 KiB read and may cancel.
    ///
    /// The guard is a key of the store, in the same transaction as the partners: of any number of imports at once,
    /// anywhere, exactly one wins. The same id or key with the same content gets the first receipt again.
    ///
    /// # Errors
    /// `already_imported` and `import_key_reused` with the receipt, `import_refused` with the report, `import_cancelled`,
    /// `import_unreadable`, `not_permitted`, `not_found`, or `store_…`. Nothing was imported, and the one chance is kept.
    pub fn import(
        &self,
        order: &ImportOrder,
        mut source: impl Read,
        total: Option<u64>,
        on_progress: OnProgress<'_>,
    ) -> Result<ImportDone, ImportError> {
        import::import(&self.store, order, &mut source, total, on_progress)
    }

    /// Does everything [`System::import`] does but for the import, and says what it found. Whether it would be accepted is
    /// [`Report::is_importable`].
    ///
    /// # Errors
    /// As for [`System::import`], but for `import_refused`.
    pub fn preview_import(
        &self,
        order: &ImportOrder,
        mut source: impl Read,
        total: Option<u64>,
        on_progress: OnProgress<'_>,
    ) -> Result<Report, ImportError> {
        import::preview(&self.store, order, &mut source, total, on_progress)
    }

    /// All roles a person holds, in any bank, the one used last first: what a sign-in screen shows to the person the host
    /// has authenticated. For the host itself; no other actor can ask for it.
    ///
    /// # Errors
    /// `store_…`.
    pub fn roles_of(&self, person: PersonId) -> Result<Vec<RoleOf>, Error> {
        question::roles_of(&self.store, person)
    }

    /// Hands out messages of a bank that wait for delivery, invitations with a link that lets the person in, oldest first,
    /// at most `limit` and never more than
    /// [`MAX_PAGE`](crate::question::MAX_PAGE). Until `lease` has passed nobody else is handed the same ones. For the host
    /// itself; no actor can ask for it.
    ///
    /// ```
    /// use std::time::Duration;
    /// # use chrono::{DateTime, TimeDelta, Utc};
    /// use partnerkit::outbox::{Links, Outcome};
    /// use partnerkit::{error::Error, id::BankId, message::Message, store::Store, system::System, token::Secret};
    ///
    /// /// A round of delivery: `send` is the host's own.
    /// fn deliver<S: Store>(
    ///     system: &System<S>,
    ///     bank: BankId,
    ///     now: DateTime<Utc>,
    ///     random: &mut dyn FnMut() -> Result<Secret, Error>,
    ///     send: impl Fn(&Message) -> Result<(), String>,
    /// ) -> Result<(), Error> {
    ///     let links = &mut Links { template: "https://bank.example/join#{token}", random };
    ///     let messages = system.claim(bank, now, Duration::from_secs(300), 50, links)?;
    ///     let attempt = |message: &Message| match send(message) {
    ///         Ok(()) => Outcome::sent(message),
    ///         Err(why) => Outcome::failed(message, why, now + TimeDelta::minutes(15)),
    ///     };
    ///     let outcomes: Vec<Outcome> = messages.iter().map(attempt).collect();
    ///     system.settle(bank, now, &outcomes)?;
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// `not_found` for the bank, `number_out_of_range` for a lease outside
    /// [`LEASE_SECONDS`](crate::outbox::LEASE_SECONDS), or `store_…`. Nothing was handed out.
    pub fn claim(
        &self,
        bank: BankId,
        at: DateTime<Utc>,
        lease: Duration,
        limit: usize,
        links: &mut Links<'_>,
    ) -> Result<Vec<Message>, Error> {
        outbox::claim(&self.store, bank, at, lease, limit, links)
    }

    /// Notes how attempts to deliver went; the answers stand in the same order. Said again, nothing changes.
    ///
    /// # Errors
    /// `not_found` for the bank, or `store_…`. Nothing was noted.
    pub fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        outbox::settle(&self.store, bank, at, outcomes)
    }

    /// Writes partners as CSV: see [`crate::export`].
    ///
    /// # Errors
    /// `not_permitted` for anybody but the bank, `not_found` for a group of another bank, `no_columns`, `export_failed`, or
    /// `store_…`. What was written by then is of no use.
    pub fn export_partners(&self, export: &Export, out: impl Write) -> Result<Exported, Error> {
        crate::export::export(&self.store, export, out)
    }

    /// All banks. For the host itself; no actor can ask for it.
    ///
    /// # Errors
    /// `store_…`.
    pub fn banks(&self) -> Result<Vec<Bank>, Error> {
        self.store.banks()
    }

    /// Writes everything there is of a bank as one file. For the host itself; no actor can ask for it.
    ///
    /// # Errors
    /// See [`take_along::write_out`].
    pub fn write_out(&self, bank: BankId, out: impl Write) -> Result<TakenAlong, Error> {
        take_along::write_out(&self.store, bank, out)
    }

    /// Reads a whole bank from such a file; the store must not hold it yet. For the host itself.
    ///
    /// # Errors
    /// See [`take_along::read_in`].
    pub fn read_in(&self, file: impl Read + Seek) -> Result<TakenAlong, Error> {
        take_along::read_in(&self.store, file)
    }
}

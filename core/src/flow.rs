//! The loop around a decision: load, decide, commit, and again if others were faster.
//!
//! [`Flow`] does no input or output itself. It says what to do next and is told how it went, so that a blocking loop, an
//! async one and one in another language drive the same code.

use std::collections::BTreeSet;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::command::{Command, Order};
use crate::decide::{Decision, Done, bank_of, decide, needs};
use crate::error::{Code, Error, Reason};
use crate::id::BankId;
use crate::order::gathered;
use crate::store::{ChangeSet, CommandRecord, Committed, Expect, Facts, Need, Store};
use crate::wire::{from_tree, tree};

/// How often a decision is made anew when others keep changing what it relied on.
pub(crate) const MAX_ATTEMPTS: u32 = 32;

/// What to do next.
#[derive(Debug)]
pub enum Step {
    /// Load these facts and hand them to [`Flow::loaded`].
    Load {
        /// The bank.
        bank: BankId,
        /// What to load.
        needs: Vec<Need>,
    },
    /// Commit this and hand the outcome to [`Flow::committed`].
    Commit(ChangeSet),
    /// Finished.
    Done(Result<Done, Error>),
}

/// One command on its way.
#[derive(Debug)]
pub struct Flow {
    order: Order,
    digest: Result<Vec<u8>, String>,
    attempts: u32,
    needs: Vec<Need>,
    pending: Option<Done>,
    /// What must also hold, beside what the decision relied on.
    expects: Vec<Expect>,
    has_committed: bool,
}

impl Flow {
    /// A flow for `order`. The time is cut to whole microseconds, which every store can keep.
    #[must_use]
    pub fn new(order: &Order) -> Self {
        let order = Order { at: whole_micros(order.at), ..order.clone() };
        let digest = digest(&order);
        Self {
            order,
            digest,
            attempts: 0,
            needs: Vec::new(),
            pending: None,
            expects: Vec::new(),
            has_committed: false,
        }
    }

    /// Also relies on this: where it does not hold, the commit is stale.
    #[must_use]
    pub(crate) fn expecting(mut self, expects: Vec<Expect>) -> Self {
        self.expects = expects;
        self
    }

    /// Whether it wrote something, itself.
    pub(crate) const fn has_committed(&self) -> bool {
        self.has_committed
    }

    /// The first step.
    pub fn start(&mut self) -> Step {
        self.load(&Facts::default())
    }

    /// Loads what is needed as far as can be told from what is known.
    fn load(&mut self, known: &Facts) -> Step {
        self.attempts += 1;
        if self.attempts > MAX_ATTEMPTS {
            return Step::Done(Err(Code::TooManyConflicts.into()));
        }
        match self.digest().and_then(|_| bank_of(&self.order)) {
            Ok(bank) => {
                self.needs = needs(&self.order, known);
                Step::Load { bank, needs: self.needs.clone() }
            }
            Err(error) => Step::Done(Err(error)),
        }
    }

    /// The step after loading.
    pub fn loaded(&mut self, facts: &Facts) -> Step {
        if let Some(record) = &facts.answered {
            return Step::Done(self.first_answer(record));
        }
        if needs(&self.order, facts) != self.needs {
            return self.load(facts);
        }
        match decide(&self.order, facts) {
            // Most batches of the daily job find nothing to do; keeping their answers would fill the store for nothing.
            Ok(decision)
                if matches!(self.order.command, Command::SendDue { .. }) && decision.events.is_empty() =>
            {
                Step::Done(Ok(decision.done))
            }
            Ok(decision) => {
                self.change_set(decision).map_or_else(|error| Step::Done(Err(error)), Step::Commit)
            }
            Err(error) => Step::Done(Err(error)),
        }
    }

    /// The step after committing.
    pub fn committed(&mut self, committed: Committed) -> Step {
        match (committed, self.pending.take()) {
            (Committed::Done, Some(done)) => {
                self.has_committed = true;
                Step::Done(Ok(done))
            }
            (Committed::Done, None) => Step::Done(Err(Reason::bug("nothing was to be committed").into())),
            (Committed::Stale, _) => self.start(),
        }
    }

    /// The answer a repeated command got the first time.
    fn first_answer(&self, record: &CommandRecord) -> Result<Done, Error> {
        if record.digest != self.digest()? {
            return Err(Code::CommandIdReused.into());
        }
        from_tree(&record.answer).map_err(|cause| Error::new(Code::StoreCorrupt).caused_by(cause))
    }

    fn digest(&self) -> Result<Vec<u8>, Error> {
        self.digest.clone().map_err(|detail| Reason::bug(detail).into())
    }

    fn change_set(&mut self, decision: Decision) -> Result<ChangeSet, Error> {
        let answer: Value =
            tree(&decision.done).map_err(|cause| Error::new(Reason::bug(cause.to_string())))?;
        let relied_on: BTreeSet<Expect> = gathered(decision.expects.iter().copied());
        let is_new = |expect: &Expect| !relied_on.contains(expect);
        self.pending = Some(decision.done);
        Ok(ChangeSet {
            bank: decision.bank,
            command: CommandRecord { id: self.order.id, digest: self.digest()?, at: self.order.at, answer },
            expects: decision
                .expects
                .into_iter()
                .chain(self.expects.iter().copied().filter(is_new))
                .collect(),
            writes: decision.writes,
            events: decision.events,
            messages: decision.messages,
        })
    }
}

/// Loads what `order` needs, all in one view.
pub(crate) fn facts_for(store: &dyn Store, order: &Order) -> Result<Facts, Error> {
    let bank = bank_of(order)?;
    let mut wanted = needs(order, &Facts::default());
    for _ in 0..MAX_ATTEMPTS {
        let facts = store.load(bank, &wanted)?;
        let more = needs(order, &facts);
        if more == wanted {
            return Ok(facts);
        }
        wanted = more;
    }
    Err(Code::TooManyConflicts.into())
}

/// Cuts a time to whole microseconds.
pub(crate) fn whole_micros(at: chrono::DateTime<chrono::Utc>) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}

/// SHA-256 of who asks for what: tells a repeat from a reused id.
fn digest(order: &Order) -> Result<Vec<u8>, String> {
    let text = serde_json::to_vec(&(&order.actor, &order.command)).map_err(|cause| cause.to_string())?;
    Ok(Sha256::digest(text).to_vec())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::actor::Actor;
    use crate::command::{DuePart, NewBank};
    use crate::id::CommandId;

    fn order(actor: Actor, command: Command) -> Order {
        Order { id: CommandId(Uuid::from_u128(9)), at: DateTime::UNIX_EPOCH, actor, command }
    }

    #[test]
    fn a_decision_is_made_anew_thirty_two_times_and_no_more() {
        let new =
            NewBank { name: "Pawnee".to_owned(), email: "b@example.org".to_owned(), ..NewBank::default() };
        let mut flow = Flow::new(&order(Actor::Host, Command::CreateBank(new)));
        let mut step = flow.start();
        for _ in 0..32 {
            assert!(matches!(step, Step::Load { .. }), "{step:?}");
            assert!(matches!(flow.loaded(&Facts::default()), Step::Commit(_)));
            step = flow.committed(Committed::Stale);
        }
        let Step::Done(Err(error)) = step else { panic!("{step:?}") };
        assert_eq!(error.code(), Code::TooManyConflicts);
        assert!(!flow.has_committed());
    }

    #[test]
    fn a_batch_of_the_daily_job_that_finds_nothing_leaves_nothing_behind() {
        let bank = BankId(Uuid::from_u128(1));
        let due = order(Actor::Scheduler { bank }, Command::SendDue { part: DuePart::FIRST });
        let mut flow = Flow::new(&due);
        let mut step = flow.start();
        let facts = Facts { bank: Some(sample_bank(bank)), ..Facts::default() };
        while matches!(step, Step::Load { .. }) {
            step = flow.loaded(&facts);
        }
        assert!(matches!(step, Step::Done(Ok(_))), "{step:?}");
    }

    fn sample_bank(id: BankId) -> crate::bank::Bank {
        let (name, email) = ("Pawnee".to_owned(), "b@example.org".to_owned());
        crate::bank::Bank { id, version: 1, name, email, settings: Default::default(), keeps_people: false }
    }
}

//! The memory store behind a gate at which the scheduler chooses who goes on.
//!
//! The store needs no change for this. Each of its calls holds its one lock from beginning to end, so two calls never
//! interleave, and the only thing that matters is the order of the calls: a gate around each is a choice at every place
//! where there is one. The exception is `import`, which looks for a receipt, reads its rows without the lock and only then
//! takes it for good; so it does not hold the gate, but each of its rows waits at it, the end of the file among them.
//!
//! The gate is a lock and no `yield_now`: to yield is a wish to go last, which PCT grants, and every schedule would be the
//! same round robin. Nothing waits at the gate inside the store's own lock: clashes and the settling of an import do not.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use partnerkit::bank::Bank;
use partnerkit::error::Error;
use partnerkit::event::Recorded;
use partnerkit::id::{BankId, CommandId, PersonId};
use partnerkit::message::Message;
use partnerkit::outbox::{Claim, Noted, Outcome};
use partnerkit::people::{InvitationRef, Person};
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{
    ChangeSet, Clash, CommandRecord, Committed, Facts, HistoryQuery, ImportRow, ImportRows, Imported,
    MessageQuery, Need, NewImport, Piece, Settled, Store,
};
use partnerkit::token::TokenDigest;
use shuttle::sync::Mutex;
use uuid::Uuid;

/// Whether the store behind the gate does what it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breed {
    Sound,
    /// It writes whatever it is given, whether or not what was expected still holds.
    IgnoresExpects,
    /// It writes the rows first and the events and messages after them, with room for others in between.
    TearsCommits,
}

pub struct Gated {
    inner: Arc<MemoryStore>,
    gate: Mutex<()>,
    breed: Breed,
}

impl Gated {
    /// To be made inside a schedule: the gate belongs to the scheduler.
    pub fn new(inner: Arc<MemoryStore>, breed: Breed) -> Self {
        Self { inner, gate: Mutex::new(()), breed }
    }

    fn through<T>(&self, call: impl FnOnce(&MemoryStore) -> T) -> T {
        let _held = self.gate.lock().unwrap();
        call(&self.inner)
    }

    fn commit_in_two(&self, whole: ChangeSet) -> Result<Committed, Error> {
        let told = ChangeSet {
            command: CommandRecord {
                id: CommandId(Uuid::from_u128(!whole.command.id.0.as_u128())),
                ..whole.command.clone()
            },
            expects: Vec::new(),
            writes: Vec::new(),
            ..whole.clone()
        };
        let rows = ChangeSet { events: Vec::new(), messages: Vec::new(), ..whole };
        match self.through(|store| store.commit(&rows))? {
            Committed::Done => self.through(|store| store.commit(&told)),
            Committed::Stale => Ok(Committed::Stale),
        }
    }
}

impl Store for Gated {
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error> {
        self.through(|store| store.load(bank, needs))
    }

    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        let whole = changes.clone();
        match self.breed {
            Breed::Sound => self.through(|store| store.commit(changes)),
            Breed::IgnoresExpects => {
                self.through(|store| store.commit(&ChangeSet { expects: Vec::new(), ..whole }))
            }
            Breed::TearsCommits => self.commit_in_two(whole),
        }
    }

    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        self.through(|_| ());
        self.inner.import(import, &mut GatedRows { rows, gate: &self.gate })
    }

    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error> {
        self.through(|store| store.history(bank, query))
    }

    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error> {
        self.through(|store| store.messages(bank, query))
    }

    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error> {
        self.through(|store| store.claim(bank, claim))
    }
    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        self.through(|store| store.settle(bank, at, outcomes))
    }
    fn banks(&self) -> Result<Vec<Bank>, Error> {
        self.through(|store| store.banks())
    }

    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        self.through(|store| store.keep_token(bank, token, invitation))
    }

    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error> {
        self.through(|store| store.roles_of(person))
    }

    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error> {
        self.through(|_| ());
        self.inner.take_out(bank, take)
    }

    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        self.through(|_| ());
        self.inner.take_in(bank, give)
    }
}

/// The rows of an import, each after a wait at the gate.
struct GatedRows<'a> {
    rows: &'a mut dyn ImportRows,
    gate: &'a Mutex<()>,
}

impl ImportRows for GatedRows<'_> {
    fn next_row(&mut self) -> Result<Option<ImportRow>, Error> {
        drop(self.gate.lock().unwrap());
        self.rows.next_row()
    }

    fn clash(&mut self, clash: Clash) {
        self.rows.clash(clash);
    }

    fn settle(&mut self) -> Settled {
        self.rows.settle()
    }
}

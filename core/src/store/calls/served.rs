//! The other way round: any store answers calls.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};

use serde::Serialize;

use super::{Call, Calls, Went, Work};
use crate::error::{Code, Error, Reason};
use crate::event::Event;
use crate::id::BankId;
use crate::partner::Partner;
use crate::receipt::Receipt;
use crate::store::{
    Clash, ClashKey, Committed, Expect, ImportRow, ImportRows, Imported, NewImport, Piece, Settled, Store,
};
use crate::text::{email_key, name_key};

/// A store that answers calls. What comes in pages is collected and then handed over at once, so its memory grows with it.
#[derive(Debug)]
pub struct Served<S> {
    store: S,
    works: Mutex<BTreeMap<Work, UnderWay>>,
}

/// What of a piece of work has come so far, or is still to go.
#[derive(Debug)]
enum UnderWay {
    Import { bank: BankId, expects: Vec<Expect>, partners: Vec<(Partner, Event)> },
    Out(std::vec::IntoIter<Piece>),
    In { bank: BankId, pieces: Vec<Piece> },
}

impl<S: Store> Served<S> {
    /// Serves `store`.
    #[must_use]
    pub const fn new(store: S) -> Self {
        Self { store, works: Mutex::new(BTreeMap::new()) }
    }

    /// The store.
    #[must_use]
    pub const fn store(&self) -> &S {
        &self.store
    }

    fn works(&self) -> Result<MutexGuard<'_, BTreeMap<Work, UnderWay>>, Error> {
        self.works.lock().map_err(|_| Error::from(Code::StoreFailed).caused_by("a thread panicked"))
    }

    fn begin_import(&self, work: Work, bank: BankId, expects: Vec<Expect>) -> Result<Went, Error> {
        // An import of nothing that is dropped says whether one could begin.
        let head = NewImport { bank, expects: expects.clone() };
        match self.store.import(&head, &mut Nothing)? {
            Imported::Before(receipt) => return Ok(Went::Before(receipt)),
            Imported::Stale => return Ok(Went::Stale),
            Imported::Done(_) => return Err(Reason::bug("a dropped import was written").into()),
            Imported::Dropped => {}
        }
        self.works()?.insert(work, UnderWay::Import { bank, expects, partners: Vec::new() });
        Ok(Went::Done)
    }

    fn begin_take_out(&self, work: Work, bank: BankId) -> Result<Went, Error> {
        let mut pieces = Vec::new();
        self.store.take_out(bank, &mut |piece| {
            pieces.push(piece);
            Ok(())
        })?;
        self.works()?.insert(work, UnderWay::Out(pieces.into_iter()));
        Ok(Went::Done)
    }

    fn begin_take_in(&self, work: Work, bank: BankId) -> Result<Went, Error> {
        if self.store.load(bank, &[])?.bank.is_some() {
            return Ok(Went::Stale);
        }
        self.works()?.insert(work, UnderWay::In { bank, pieces: Vec::new() });
        Ok(Went::Done)
    }

    fn add_partners(&self, work: Work, mut added: Vec<(Partner, Event)>) -> Result<Went, Error> {
        match self.works()?.get_mut(&work) {
            Some(UnderWay::Import { partners, .. }) => partners.append(&mut added),
            _ => return Err(not_begun()),
        }
        Ok(Went::Done)
    }

    fn add_pieces(&self, work: Work, mut added: Vec<Piece>) -> Result<Went, Error> {
        match self.works()?.get_mut(&work) {
            Some(UnderWay::In { pieces, .. }) => pieces.append(&mut added),
            _ => return Err(not_begun()),
        }
        Ok(Went::Done)
    }

    fn next_pieces(&self, work: Work, limit: usize) -> Result<Vec<Piece>, Error> {
        match self.works()?.get_mut(&work) {
            Some(UnderWay::Out(pieces)) => Ok(pieces.take(limit).collect()),
            _ => Err(not_begun()),
        }
    }

    fn finish_import(&self, work: Work, receipt: Receipt, event: Event) -> Result<Went, Error> {
        let Some(UnderWay::Import { bank, expects, partners }) = self.works()?.remove(&work) else {
            return Err(not_begun());
        };
        let mut rows = Collected { partners: partners.into_iter(), clashed: false, last: (receipt, event) };
        Ok(match self.store.import(&NewImport { bank, expects }, &mut rows)? {
            Imported::Done(_) => Went::Done,
            Imported::Before(receipt) => Went::Before(receipt),
            Imported::Dropped | Imported::Stale => Went::Stale,
        })
    }

    fn finish_take_in(&self, work: Work) -> Result<Went, Error> {
        let Some(UnderWay::In { bank, pieces }) = self.works()?.remove(&work) else {
            return Err(not_begun());
        };
        let mut pieces = pieces.into_iter();
        Ok(match self.store.take_in(bank, &mut || Ok(pieces.next()))? {
            Committed::Done => Went::Done,
            Committed::Stale => Went::Stale,
        })
    }
}

fn not_begun() -> Error {
    Reason::bug("a call of a piece of work that was not begun").into()
}

/// No rows at all.
struct Nothing;

impl ImportRows for Nothing {
    fn next_row(&mut self) -> Result<Option<ImportRow>, Error> {
        Ok(None)
    }
    fn clash(&mut self, _: Clash) {}
    fn settle(&mut self) -> Settled {
        Settled::Drop
    }
}

/// The rows of an import that came in pages.
struct Collected {
    partners: std::vec::IntoIter<(Partner, Event)>,
    clashed: bool,
    last: (Receipt, Event),
}

impl ImportRows for Collected {
    fn next_row(&mut self) -> Result<Option<ImportRow>, Error> {
        Ok(self.partners.next().map(|(partner, event)| {
            let details = &partner.details;
            let line = partner.import_line.unwrap_or_default();
            ImportRow {
                line,
                record: line,
                name: Some((details.name.clone(), name_key(&details.name))),
                email: Some((details.email.clone(), email_key(&details.email))),
                external_id: details.external_id.clone(),
                look_key: None,
                partner: Some((partner, event)),
            }
        }))
    }

    fn clash(&mut self, clash: Clash) {
        self.clashed |= clash.key != ClashKey::Look;
    }

    fn settle(&mut self) -> Settled {
        if self.clashed {
            return Settled::Drop;
        }
        let (receipt, event) = self.last.clone();
        Settled::Write { receipt, event }
    }
}

impl<S: Store> Calls for Served<S> {
    fn call(&self, call: Call) -> Result<String, Error> {
        match call {
            Call::Load { bank, needs } => text(&self.store.load(bank, &needs)?),
            Call::Commit(changes) => text(&self.store.commit(&changes)?),
            Call::History { bank, query } => text(&self.store.history(bank, &query)?),
            Call::Messages { bank, query } => text(&self.store.messages(bank, &query)?),
            Call::Claim { bank, claim } => text(&self.store.claim(bank, &claim)?),
            Call::Settle { bank, at, outcomes } => text(&self.store.settle(bank, at, &outcomes)?),
            Call::Banks {} => text(&self.store.banks()?),
            Call::KeepToken { bank, token, invitation } => {
                text(&self.store.keep_token(bank, token, &invitation)?)
            }
            Call::RolesOf { person } => text(&self.store.roles_of(person)?),
            Call::BeginImport { work, bank, expects } => text(&self.begin_import(work, bank, expects)?),
            Call::LoadWithin { bank, needs, .. } => text(&self.store.load(bank, &needs)?),
            Call::ImportPartners { work, partners } => text(&self.add_partners(work, partners)?),
            Call::FinishImport { work, receipt, event } => text(&self.finish_import(work, receipt, event)?),
            Call::BeginTakeOut { work, bank } => text(&self.begin_take_out(work, bank)?),
            Call::TakeOut { work, limit } => text(&self.next_pieces(work, limit)?),
            Call::BeginTakeIn { work, bank } => text(&self.begin_take_in(work, bank)?),
            Call::TakeIn { work, pieces } => text(&self.add_pieces(work, pieces)?),
            Call::FinishTakeIn { work } => text(&self.finish_take_in(work)?),
            Call::Drop { work } => {
                drop(self.works()?.remove(&work));
                text(&Went::Done)
            }
        }
    }
}

fn text(answer: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(answer).map_err(|cause| Reason::bug(cause.to_string()).into())
}

//! A store whose methods are calls.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;

use super::{Call, Calls, PAGE, Went, Work};
use crate::bank::Bank;
use crate::error::{Code, Error};
use crate::event::{Event, Recorded};
use crate::id::{BankId, PersonId};
use crate::message::Message;
use crate::order::in_order;
use crate::outbox::{Claim, Noted, Outcome};
use crate::partner::Partner;
use crate::people::{InvitationRef, Person};
use crate::receipt::Receipt;
use crate::store::{
    ChangeSet, Clash, ClashKey, Committed, Facts, HistoryQuery, ImportRow, ImportRows, Imported,
    MessageQuery, Need, NewImport, Piece, Settled, Store, clash,
};
use crate::text::{email_key, look_key, name_key};
use crate::token::TokenDigest;
use crate::wire::from_text;

/// A store whose methods are calls.
///
/// The rows of an import are held in memory until the file is read, about a kilobyte each, and duplicates within the file are found here,
/// so that a host's store need only write partners it has no reason to refuse.
///
/// ```
/// use partnerkit::store::calls::{CallStore, Served};
/// use partnerkit::store::{Store, memory::MemoryStore};
///
/// let store = CallStore::new(Served::new(MemoryStore::new()));
/// assert!(store.banks()?.is_empty());
/// # Ok::<(), partnerkit::error::Error>(())
/// ```
#[derive(Debug)]
pub struct CallStore<C> {
    calls: C,
    works: AtomicU64,
}

impl<C: Calls> CallStore<C> {
    /// The store behind `calls`.
    #[must_use]
    pub const fn new(calls: C) -> Self {
        Self { calls, works: AtomicU64::new(0) }
    }

    /// Whoever answers.
    #[must_use]
    pub const fn calls(&self) -> &C {
        &self.calls
    }

    fn ask<T: DeserializeOwned>(&self, call: Call) -> Result<T, Error> {
        read(&self.calls.call(call)?)
    }

    /// Does a piece of work that begins with `begin` and goes on with `go_on`, which says whether it is finished. What is
    /// not is dropped.
    fn work(
        &self,
        begin: impl FnOnce(Work) -> Call,
        go_on: impl FnOnce(Work) -> Result<Went, Error>,
    ) -> Result<Went, Error> {
        let work = self.works.fetch_add(1, Ordering::Relaxed);
        let begun: Went = self.ask(begin(work))?;
        if begun != Went::Done {
            return Ok(begun);
        }
        let went = go_on(work);
        if matches!(went, Ok(Went::Done)) {
            return went;
        }
        let dropped: Result<Went, Error> = self.ask(Call::Drop { work });
        // What went wrong first is what is told.
        went.and_then(|went| dropped.map(|_| went))
    }

    /// All clashes of a file.
    fn clashes(&self, work: Work, bank: BankId, file: &[ImportRow]) -> Result<Vec<Clash>, Error> {
        let mut held = Held::default();
        for page in file.chunks(PAGE) {
            let keys = page.iter().flat_map(clash::keys);
            let needs = keys.map(|(kind, key, _)| need(kind, key.to_owned())).collect();
            held.add(facts(&self.calls.call(Call::LoadWithin { work, bank, needs })?)?);
        }
        clash::clashes_with(file, |kind, key| Ok(held.0.get(&(kind as u8, key.to_owned())).cloned()))
    }

    /// The second half of an import, after the file was read. `Stale` stands for "not written" also where it was settled
    /// so, which the caller knows.
    fn settle(
        &self,
        (work, bank): (Work, BankId),
        file: Vec<ImportRow>,
        rows: &mut dyn ImportRows,
        settled: &mut Option<Settled>,
    ) -> Result<Went, Error> {
        for clash in self.clashes(work, bank, &file)? {
            rows.clash(clash);
        }
        match settled.insert(rows.settle()) {
            Settled::Write { receipt, event } => self.write(work, file, receipt, event),
            Settled::Drop => Ok(Went::Stale),
        }
    }

    fn write(
        &self,
        work: Work,
        file: Vec<ImportRow>,
        receipt: &Receipt,
        event: &Event,
    ) -> Result<Went, Error> {
        let mut partners = file.into_iter().filter_map(|row| row.partner);
        loop {
            let page: Vec<_> = partners.by_ref().take(PAGE).collect();
            if page.is_empty() {
                let (receipt, event) = (receipt.clone(), event.clone());
                return self.ask(Call::FinishImport { work, receipt, event });
            }
            let went = self.ask(Call::ImportPartners { work, partners: page })?;
            if went != Went::Done {
                return Ok(went);
            }
        }
    }
}

/// What asks for the partner that holds a key.
fn need(kind: ClashKey, key: String) -> Need {
    match kind {
        ClashKey::Name => Need::PartnerNamed(key),
        ClashKey::Email => Need::PartnerWithEmail(key),
        ClashKey::ExternalId => Need::PartnerWithExternalId(key),
        ClashKey::Look => Need::PartnersLookingLike(key),
    }
}

/// The partners of the bank that hold a key of the file.
#[derive(Default)]
struct Held(BTreeMap<(u8, String), Partner>);

impl Held {
    fn add(&mut self, facts: Facts) {
        let found: Vec<Partner> = facts.partners.into_values().collect();
        // Of several that look alike the first by name is told.
        for partner in in_order(found, |partner| name_key(&partner.details.name)) {
            let details = &partner.details;
            let keys = [
                Some((ClashKey::Name, name_key(&details.name))),
                Some((ClashKey::Email, email_key(&details.email))),
                details.external_id.clone().map(|id| (ClashKey::ExternalId, id)),
                Some((ClashKey::Look, look_key(&details.name))),
            ];
            for (kind, key) in keys.into_iter().flatten() {
                self.0.entry((kind as u8, key)).or_insert_with(|| partner.clone());
            }
        }
    }
}

impl<C: Calls> Store for CallStore<C> {
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error> {
        facts(&self.calls.call(Call::Load { bank, needs: needs.to_vec() })?)
    }

    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        self.ask(Call::Commit(changes.clone()))
    }

    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        let bank = import.bank;
        if let Some(receipt) = self.load(bank, &[Need::Receipt])?.receipt {
            return Ok(Imported::Before(receipt));
        }
        let mut file = Vec::new();
        while let Some(row) = rows.next_row()? {
            file.push(row);
        }
        let mut settled = None;
        let begin = |work| Call::BeginImport { work, bank, expects: import.expects.clone() };
        let went = self.work(begin, |work| self.settle((work, bank), file, rows, &mut settled))?;
        Ok(match (went, settled) {
            (Went::Done, Some(Settled::Write { receipt, .. })) => Imported::Done(receipt),
            (Went::Before(receipt), _) => Imported::Before(receipt),
            (_, Some(Settled::Drop)) => Imported::Dropped,
            (Went::Done | Went::Stale, _) => Imported::Stale,
        })
    }

    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error> {
        self.ask(Call::History { bank, query: query.clone() })
    }

    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error> {
        self.ask(Call::Messages { bank, query: query.clone() })
    }

    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error> {
        self.ask(Call::Claim { bank, claim: *claim })
    }

    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        self.ask(Call::Settle { bank, at, outcomes: outcomes.to_vec() })
    }

    fn banks(&self) -> Result<Vec<Bank>, Error> {
        self.ask(Call::Banks {})
    }

    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        self.ask(Call::KeepToken { bank, token, invitation: *invitation })
    }

    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error> {
        self.ask(Call::RolesOf { person })
    }

    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error> {
        let hand_out = |work| {
            loop {
                let pieces: Vec<Piece> = self.ask(Call::TakeOut { work, limit: PAGE })?;
                if pieces.is_empty() {
                    // Read to its end, and so to be dropped.
                    return Ok(Went::Stale);
                }
                pieces.into_iter().try_for_each(&mut *take)?;
            }
        };
        self.work(|work| Call::BeginTakeOut { work, bank }, hand_out).map(drop)
    }

    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        let take = |work| {
            loop {
                let pieces = page(give)?;
                if pieces.is_empty() {
                    return self.ask(Call::FinishTakeIn { work });
                }
                let went = self.ask(Call::TakeIn { work, pieces })?;
                if went != Went::Done {
                    return Ok(went);
                }
            }
        };
        match self.work(|work| Call::BeginTakeIn { work, bank }, take)? {
            Went::Done => Ok(Committed::Done),
            Went::Before(_) | Went::Stale => Ok(Committed::Stale),
        }
    }
}

/// Reads an answer.
pub(super) fn read<T: DeserializeOwned>(answer: &str) -> Result<T, Error> {
    from_text(answer).map_err(|cause| Error::from(Code::StoreFailed).caused_by(cause))
}

/// Reads the answer to a load. All its fields may be left out, so an empty list would pass for it.
pub(super) fn facts(answer: &str) -> Result<Facts, Error> {
    if answer.trim_ascii_start().starts_with('{') {
        return read(answer);
    }
    Err(Error::from(Code::StoreFailed).caused_by("facts are an object"))
}

/// The next pieces; none at the end.
fn page(give: &mut dyn FnMut() -> Result<Option<Piece>, Error>) -> Result<Vec<Piece>, Error> {
    let mut pieces = Vec::new();
    while pieces.len() < PAGE {
        let Some(piece) = give()? else { break };
        pieces.push(piece);
    }
    Ok(pieces)
}

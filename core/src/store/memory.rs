//! A store that keeps everything in memory, for tests, examples and previews.
//!
//! It is the simplest thing that keeps every promise of [`Store`]: one lock over a map of banks. When a write of a change set is
//! refused, those before it are taken back under the same lock, so that nobody ever sees half of it. Nothing survives the
//! process.

mod rows;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};

use chrono::{DateTime, Utc};

use self::rows::{Refused, Rows};
use super::answer::answer;
use super::clash::clashes;
use super::{
    ChangeSet, CommandRecord, Committed, Expect, Facts, HistoryQuery, ImportRow, ImportRows, Imported,
    MessageQuery, Need, NewImport, Piece, Row, RowId, Settled, Store, Write,
};
use crate::bank::Bank;
use crate::error::{Code, Error};
use crate::event::{Event, Recorded};
use crate::id::{BankId, CommandId, PersonId};
use crate::message::Message;
use crate::order::in_order;
use crate::outbox::{Claim, Noted, Outcome};
use crate::people::{InvitationRef, Person};
use crate::receipt::Receipt;
use crate::token::TokenDigest;

/// A store in memory. Share it by reference or in an `Arc`; it is gone with the process.
///
/// ```
/// use partnerkit::store::Store;
/// use partnerkit::store::memory::MemoryStore;
///
/// let store = MemoryStore::new();
/// assert!(store.banks()?.is_empty());
/// # Ok::<(), partnerkit::error::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct MemoryStore {
    banks: Mutex<BTreeMap<BankId, Books>>,
}

/// All there is of one bank.
#[derive(Debug, Default)]
struct Books {
    rows: Rows,
    receipt: Option<Receipt>,
    commands: BTreeMap<CommandId, CommandRecord>,
    /// Event n stands at index n - 1, which leaves no room for a gap.
    events: Vec<Event>,
    messages: Vec<Message>,
    tokens: BTreeMap<TokenDigest, InvitationRef>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn lock(&self) -> Result<MutexGuard<'_, BTreeMap<BankId, Books>>, Error> {
        // Only a panic in an import's own code can poison the lock. Whoever comes next is told, not served.
        self.banks.lock().map_err(|_| {
            Error::from(Code::StoreFailed).caused_by("a thread panicked while it held the memory store")
        })
    }

    /// The receipt of the bank's import, if it has made one.
    fn receipt(&self, bank: BankId) -> Result<Option<Receipt>, Error> {
        Ok(self.lock()?.get(&bank).and_then(|books| books.receipt.clone()))
    }
}

impl Store for MemoryStore {
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error> {
        let banks = self.lock()?;
        let Some(books) = banks.get(&bank) else { return Ok(Facts::default()) };
        let row = books.rows.bank(bank).cloned();
        let mut facts = Facts { bank: row, seq: books.seq(), ..Facts::default() };
        for need in needs {
            match need {
                Need::Login(person) if banks.values().any(|books| books.knows_login(*person)) => {
                    facts.logins.insert(*person);
                }
                need => books.answer(&mut facts, need)?,
            }
        }
        Ok(facts)
    }

    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        let mut banks = self.lock()?;
        let mut new = Books::default();
        let books = banks.get_mut(&changes.bank).unwrap_or(&mut new);
        if books.commands.contains_key(&changes.command.id) || !books.hold(&changes.expects) {
            return Ok(Committed::Stale);
        }
        match books.rows.write(changes.bank, &changes.writes) {
            Ok(()) => {}
            Err(Refused::KeyHeld | Refused::Referenced) => return Ok(Committed::Stale),
            Err(Refused::Misuse(error)) => return Err(error),
        }
        if changes.writes.iter().any(|write| matches!(write, Write::Remove(RowId::Person(_)))) {
            let Books { rows, tokens, .. } = &mut *books;
            tokens.retain(|_, sent| rows.contains(RowId::Person(sent.person)));
        }
        books.commands.insert(changes.command.id, changes.command.clone());
        books.events.extend(changes.events.iter().cloned());
        books.messages.extend(changes.messages.iter().cloned());
        banks.entry(changes.bank).or_insert(new);
        Ok(Committed::Done)
    }

    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        if let Some(receipt) = self.receipt(import.bank)? {
            return Ok(Imported::Before(receipt));
        }
        // The file may be slow to read, and others may work meanwhile; so the guard is looked at again below.
        let mut file = Vec::new();
        while let Some(row) = rows.next_row()? {
            file.push(row);
        }
        let mut banks = self.lock()?;
        let Some(books) = banks.get_mut(&import.bank) else { return Ok(Imported::Stale) };
        books.import(import, file, rows)
    }

    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error> {
        let banks = self.lock()?;
        let Some(books) = banks.get(&bank) else { return Ok(Vec::new()) };
        Ok((1..)
            .zip(&books.events)
            .filter(|(seq, _)| *seq > query.after)
            .filter(|(_, event)| query.partner.is_none_or(|id| event.what.partner() == Some(id)))
            .take(query.limit)
            .map(|(seq, event)| Recorded { seq, event: event.clone() })
            .collect())
    }

    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error> {
        let banks = self.lock()?;
        let Some(books) = banks.get(&bank) else { return Ok(Vec::new()) };
        Ok(books
            .messages
            .iter()
            .filter(|message| query.partner.is_none_or(|id| message.partner == Some(id)))
            .skip(query.skip)
            .take(query.limit)
            .cloned()
            .collect())
    }

    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error> {
        let mut banks = self.lock()?;
        let Some(books) = banks.get_mut(&bank) else { return Ok(Vec::new()) };
        let due = books.messages.iter_mut().filter(|message| message.delivery.is_due(claim.at));
        let hand_out = |message: &mut Message| {
            message.delivery = message.delivery.claimed(claim.until);
            message.clone()
        };
        Ok(due.take(claim.limit).map(hand_out).collect())
    }

    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        let mut banks = self.lock()?;
        let Some(books) = banks.get_mut(&bank) else { return Ok(vec![Noted::NotFound; outcomes.len()]) };
        let settle = |outcome: &Outcome| {
            let found = books.messages.iter_mut().find(|message| message.id == outcome.message);
            let Some(message) = found else { return Noted::NotFound };
            let (settled, noted) = message.delivery.settled(outcome.attempt, &outcome.result, at);
            if let Some(settled) = settled {
                message.delivery = settled;
            }
            noted
        };
        Ok(outcomes.iter().map(settle).collect())
    }

    fn banks(&self) -> Result<Vec<Bank>, Error> {
        let banks = self.lock()?;
        let all: Vec<Bank> = banks.iter().filter_map(|(id, books)| books.rows.bank(*id).cloned()).collect();
        Ok(in_order(all, |bank| (bank.name.clone(), bank.id)))
    }

    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        let mut banks = self.lock()?;
        match banks.get_mut(&bank) {
            Some(books) if books.rows.contains(RowId::Person(invitation.person)) => {
                books.tokens.entry(token).or_insert(*invitation);
                Ok(Committed::Done)
            }
            _ => Ok(Committed::Stale),
        }
    }

    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error> {
        let banks = self.lock()?;
        let known = |(bank, books): (&BankId, &Books)| {
            let row = books.rows.person(person).filter(|row| !row.roles.is_empty())?;
            Some((*bank, row.clone()))
        };
        Ok(banks.iter().filter_map(known).collect())
    }

    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error> {
        // The taker may be slow, and others may work meanwhile.
        let pieces = self.lock()?.get(&bank).map(Books::pieces).unwrap_or_default();
        pieces.into_iter().try_for_each(take)
    }

    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        let mut books = Books::default();
        while let Some(piece) = give()? {
            match books.add(bank, piece) {
                Ok(()) => {}
                Err(Refused::KeyHeld | Refused::Referenced) => return Ok(Committed::Stale),
                Err(Refused::Misuse(error)) => return Err(error),
            }
        }
        let mut banks = self.lock()?;
        if banks.contains_key(&bank) || !books.rows.contains(RowId::Bank(bank)) {
            return Ok(Committed::Stale);
        }
        banks.insert(bank, books);
        Ok(Committed::Done)
    }
}

impl Books {
    /// Adds what was asked for of this bank.
    fn answer(&self, facts: &mut Facts, need: &Need) -> Result<(), Error> {
        match need {
            Need::Command(id) => facts.answered = self.commands.get(id).cloned(),
            Need::Receipt => facts.receipt.clone_from(&self.receipt),
            Need::Token(digest) => {
                let Some(sent) = self.tokens.get(digest) else { return Ok(()) };
                facts.tokens.insert(*digest, *sent);
                answer(facts, &self.rows, &Need::Person(sent.person))?;
                let partner = sent.role.partner().and_then(|id| self.rows.get(RowId::Partner(id)));
                if let Some(Row::Partner(partner)) = partner {
                    facts.partners.insert(partner.id, partner.clone());
                }
            }
            need => answer(facts, &self.rows, need)?,
        }
        Ok(())
    }

    /// The number of the last event.
    fn seq(&self) -> u64 {
        u64::try_from(self.events.len()).unwrap_or(u64::MAX)
    }

    /// Whether the person holds any role here.
    fn knows_login(&self, person: PersonId) -> bool {
        let row = self.rows.person(person);
        row.is_some_and(|row| row.roles.values().any(|holding| holding.accepted_at.is_some()))
    }

    /// All of it, in the order of [`Piece`].
    fn pieces(&self) -> Vec<Piece> {
        let events = (1..).zip(&self.events).map(|(seq, event)| Recorded { seq, event: event.clone() });
        let rows = self.rows.iter().cloned().map(Piece::Row);
        let tokens =
            self.tokens.iter().map(|(digest, sent)| Piece::Token { digest: *digest, invitation: *sent });
        rows.chain(self.receipt.clone().map(Piece::Receipt))
            .chain(events.map(Piece::Event))
            .chain(self.messages.iter().cloned().map(Piece::Message))
            .chain(self.commands.values().cloned().map(Piece::Command))
            .chain(tokens)
            .collect()
    }

    /// Adds a piece of another store.
    fn add(&mut self, bank: BankId, piece: Piece) -> Result<(), Refused> {
        match piece {
            Piece::Row(row) => self.rows.insert(bank, row)?,
            Piece::Receipt(receipt) => self.receipt = Some(receipt),
            Piece::Event(recorded) => self.events.push(recorded.event),
            Piece::Message(message) => self.messages.push(message),
            Piece::Command(record) => drop(self.commands.insert(record.id, record)),
            Piece::Token { invitation, .. } if !self.rows.contains(RowId::Person(invitation.person)) => {
                return Err(Refused::Referenced);
            }
            Piece::Token { digest, invitation } => drop(self.tokens.insert(digest, invitation)),
        }
        Ok(())
    }

    /// Whether all that was expected is still so.
    fn hold(&self, expects: &[Expect]) -> bool {
        expects.iter().all(|expect| match *expect {
            Expect::Absent(id) => !self.rows.contains(id),
            Expect::Version(id, version) => self.rows.version(id) == Some(version),
            Expect::Seq(seq) => self.seq() == seq,
        })
    }

    /// The second half of an import, after the file was read. The caller holds the lock.
    fn import(
        &mut self,
        import: &NewImport,
        file: Vec<ImportRow>,
        rows: &mut dyn ImportRows,
    ) -> Result<Imported, Error> {
        if let Some(receipt) = &self.receipt {
            return Ok(Imported::Before(receipt.clone()));
        }
        if !self.hold(&import.expects) {
            return Ok(Imported::Stale);
        }
        for clash in clashes(&self.rows, &file)? {
            rows.clash(clash);
        }
        let Settled::Write { receipt, event } = rows.settle() else { return Ok(Imported::Dropped) };
        let mut written = self.rows.clone();
        let mut events = Vec::with_capacity(file.len() + 1);
        for (partner, added) in file.into_iter().filter_map(|row| row.partner) {
            match written.insert(import.bank, Row::Partner(partner)) {
                Ok(()) => events.push(added),
                Err(Refused::KeyHeld | Refused::Referenced) => return Ok(Imported::Stale),
                Err(Refused::Misuse(error)) => return Err(error),
            }
        }
        events.push(event);
        self.rows = written;
        self.events.append(&mut events);
        self.receipt = Some(receipt.clone());
        Ok(Imported::Done(receipt))
    }
}

//! Changes what stands in a map. Everything here happens inside one transaction, which the caller keeps or drops.

use serde::Serialize;

use super::layout::{self, end_of};
use super::view::{View, read};
use super::{Direction, EntriesMut};
use crate::error::{Error, Reason};
use crate::event::Event;
use crate::id::BankId;
use crate::message::Message;
use crate::people::InvitationRef;
use crate::store::keys::{RowKind, keys, look, references};
use crate::store::{ChangeSet, Committed, Piece, Row, RowId, Write};
use crate::token::TokenDigest;

/// A transaction of one bank.
pub(super) struct Change<'a> {
    pub(super) entries: &'a mut dyn EntriesMut,
    pub(super) bank: BankId,
}

/// Goes on only if what was asked was written.
macro_rules! written {
    ($asked:expr) => {
        if $asked == Committed::Stale {
            return Ok(Committed::Stale);
        }
    };
}

impl Change<'_> {
    pub(super) fn view(&self) -> View<'_> {
        View { entries: &*self.entries, bank: self.bank }
    }

    fn set(&mut self, key: &[u8], value: &impl Serialize) -> Result<(), Error> {
        let value = serde_json::to_vec(value).map_err(|cause| Reason::bug(cause.to_string()))?;
        self.entries.put(key, &value)
    }

    /// Writes a change set.
    pub(super) fn commit(&mut self, changes: &ChangeSet) -> Result<Committed, Error> {
        let command = layout::command(self.bank, changes.command.id);
        if self.view().has(&command)? || !self.view().holds(&changes.expects)? {
            return Ok(Committed::Stale);
        }
        for write in &changes.writes {
            written!(match write {
                Write::Put(row) => self.put(row)?,
                Write::Remove(id) => self.remove(*id)?,
            });
        }
        // Everything belongs to a bank, a command that writes no row too.
        if !self.view().has(&layout::row(self.bank, RowId::Bank(self.bank)))? {
            return Ok(Committed::Stale);
        }
        self.append(&changes.events, &changes.messages)?;
        self.set(&command, &changes.command)?;
        Ok(Committed::Done)
    }

    /// Appends events and messages after those that are there.
    pub(super) fn append(&mut self, events: &[Event], messages: &[Message]) -> Result<(), Error> {
        for (seq, event) in (self.view().seq()? + 1..).zip(events) {
            self.set(&layout::event(self.bank, seq), event)?;
        }
        let last = self.view().last_number(&layout::messages(self.bank))?;
        (last + 1..).zip(messages).try_for_each(|(place, message)| self.put_message(place, message))
    }

    /// Writes a message at its place.
    pub(super) fn put_message(&mut self, place: u64, message: &Message) -> Result<(), Error> {
        self.set(&layout::message(self.bank, place), message)?;
        self.entries.put(&layout::place_of(self.bank, message.id), &place.to_be_bytes())?;
        let unsent = layout::unsent(self.bank, place);
        if message.delivery.state.is_final() {
            self.entries.remove(&unsent)
        } else {
            self.entries.put(&unsent, &[])
        }
    }

    pub(super) fn put_token(
        &mut self,
        token: &TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        if !self.view().has(&layout::row(self.bank, RowId::Person(invitation.person)))? {
            return Ok(Committed::Stale);
        }
        let key = layout::token(self.bank, token);
        if !self.view().has(&key)? {
            self.set(&key, invitation)?;
        }
        Ok(Committed::Done)
    }

    /// Adds a piece of another store.
    pub(super) fn add(&mut self, piece: &Piece) -> Result<Committed, Error> {
        match piece {
            Piece::Row(row) => return self.insert(row),
            Piece::Receipt(receipt) => self.set(&layout::receipt(self.bank), receipt)?,
            Piece::Event(recorded) => self.set(&layout::event(self.bank, recorded.seq), &recorded.event)?,
            Piece::Message(message) => self.append(&[], std::slice::from_ref(message))?,
            Piece::Command(record) => self.set(&layout::command(self.bank, record.id), record)?,
            Piece::Token { digest, invitation } => return self.put_token(digest, invitation),
        }
        Ok(Committed::Done)
    }

    /// Adds a row; its id must be free.
    pub(super) fn insert(&mut self, row: &Row) -> Result<Committed, Error> {
        if self.view().has(&layout::row(self.bank, row.id()))? {
            return Ok(Committed::Stale);
        }
        self.put(row)
    }

    fn put(&mut self, row: &Row) -> Result<Committed, Error> {
        let id = row.id();
        if matches!(id, RowId::Bank(bank) if bank != self.bank) {
            return Err(Reason::bug("a change set of one bank writes the row of another").into());
        }
        for to in references(self.bank, row) {
            if !self.view().has(&layout::row(self.bank, to))? {
                return Ok(Committed::Stale);
            }
        }
        self.forget(id)?;
        for key in keys(row) {
            let held = layout::held(self.bank, &key);
            if self.view().has(&held)? {
                return Ok(Committed::Stale);
            }
            self.entries.put(&held, &layout::to_bytes(id))?;
        }
        for key in self.marks(row) {
            self.entries.put(&key, &[])?;
        }
        self.set(&layout::row(self.bank, id), row)?;
        Ok(Committed::Done)
    }

    /// The entries beside a row by which it is found, but for the keys it holds.
    fn marks(&self, row: &Row) -> Vec<Vec<u8>> {
        let to = references(self.bank, row).into_iter().filter(|to| to.kind() != RowKind::Bank);
        let mut marks: Vec<_> = to.map(|to| layout::reference(self.bank, to, row.id())).collect();
        match row {
            Row::Bank(_) => marks.push(layout::bank(self.bank)),
            Row::Partner(partner) => {
                marks.extend(look(row).map(|look| layout::look(self.bank, &look, partner.id)));
            }
            Row::Person(person) => marks.push(layout::known(person.id, self.bank)),
            _ => {}
        }
        marks
    }

    fn remove(&mut self, id: RowId) -> Result<Committed, Error> {
        if self.is_referred_to(id)? {
            return Ok(Committed::Stale);
        }
        self.forget(id)?;
        self.entries.remove(&layout::row(self.bank, id))?;
        if let RowId::Person(person) = id {
            let tokens: Vec<_> = self.view().under(&layout::tokens(self.bank)).collect::<Result<_, _>>()?;
            for (key, value) in tokens {
                if read::<InvitationRef>(&value)?.person == person {
                    self.entries.remove(&key)?;
                }
            }
        }
        Ok(Committed::Done)
    }

    fn is_referred_to(&self, id: RowId) -> Result<bool, Error> {
        let all = match id {
            // Every other row is the bank's.
            RowId::Bank(bank) => {
                let rows = layout::rows(bank, RowKind::Bank);
                let others = (end_of(&rows), end_of(&layout::rows(bank, RowKind::Reminder)));
                return Ok(!self.entries.page(&others.0, &others.1, Direction::Forwards, 1)?.is_empty());
            }
            id => layout::references_to(self.bank, id),
        };
        Ok(!self.entries.page(&all, &end_of(&all), Direction::Forwards, 1)?.is_empty())
    }

    /// Takes out all by which a row is found, as it stands now.
    fn forget(&mut self, id: RowId) -> Result<(), Error> {
        let Some(row) = self.view().get::<Row>(&layout::row(self.bank, id))? else { return Ok(()) };
        let held = keys(&row).into_iter().map(|key| layout::held(self.bank, &key));
        let marks = self.marks(&row);
        held.chain(marks).try_for_each(|key| self.entries.remove(&key))
    }
}

//! The rows of one bank, the unique keys they hold, and what refers to what.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use uuid::Uuid;

use crate::bank::{Bank, Version};
use crate::error::{Error, Reason};
use crate::id::{BankId, PartnerId, PersonId};
use crate::people::Person;
use crate::store::answer::{self, Found};
use crate::store::keys::{Key, RowKind, keys, look, references};
use crate::store::{Row, RowId, Write};

/// Rows by id. A copy is cheap: it shares the rows themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    rows: BTreeMap<RowId, Arc<Row>>,
    /// INVARIANT: holds exactly the keys of all the rows, each with its row.
    keys: BTreeMap<Key, RowId>,
    /// The look keys of all partners, but for the empty one: such names look like nothing.
    looks: BTreeSet<(String, PartnerId)>,
}

/// Why a write cannot be done.
#[derive(Debug)]
pub(super) enum Refused {
    /// Another row holds one of its keys.
    KeyHeld,
    /// It refers to a row that is not there, or another row refers to it.
    Referenced,
    /// The caller asked for something no command can mean.
    Misuse(Error),
}

impl Rows {
    /// Whether there is such a row.
    pub(super) fn contains(&self, id: RowId) -> bool {
        self.rows.contains_key(&id)
    }

    /// The version of a row.
    pub(super) fn version(&self, id: RowId) -> Option<Version> {
        self.get(id).map(Row::version)
    }

    /// A row.
    pub(super) fn get(&self, id: RowId) -> Option<&Row> {
        self.rows.get(&id).map(Arc::as_ref)
    }

    /// All rows, by kind and then id.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Row> {
        self.rows.values().map(Arc::as_ref)
    }

    /// The bank's own row.
    pub(super) fn bank(&self, id: BankId) -> Option<&Bank> {
        match self.get(RowId::Bank(id)) {
            Some(Row::Bank(bank)) => Some(bank),
            _ => None,
        }
    }

    /// A person.
    pub(super) fn person(&self, id: PersonId) -> Option<&Person> {
        match self.get(RowId::Person(id)) {
            Some(Row::Person(person)) => Some(person),
            _ => None,
        }
    }

    /// Does all writes of a change set, or none.
    pub(super) fn write(&mut self, bank: BankId, writes: &[Write]) -> Result<(), Refused> {
        let mut before = Vec::with_capacity(writes.len());
        let each = writes.iter().try_for_each(|write| {
            let id = match write {
                Write::Put(row) => row.id(),
                Write::Remove(id) => *id,
            };
            before.push((id, self.rows.get(&id).cloned()));
            match write {
                Write::Put(row) => self.put(bank, row.clone()),
                Write::Remove(id) => self.remove(*id),
            }
        });
        // Everything belongs to a bank, a command that writes no row too.
        let belongs = |()| if self.contains(RowId::Bank(bank)) { Ok(()) } else { Err(Refused::Referenced) };
        let done = each.and_then(belongs);
        if done.is_err() {
            for (id, row) in before.into_iter().rev() {
                self.forget(id);
                row.into_iter().for_each(|row| self.keep(row));
            }
        }
        done
    }

    /// Adds a row; its id must be free.
    pub(super) fn insert(&mut self, bank: BankId, row: Row) -> Result<(), Refused> {
        if self.contains(row.id()) { Err(Refused::KeyHeld) } else { self.put(bank, row) }
    }

    fn put(&mut self, bank: BankId, row: Row) -> Result<(), Refused> {
        let id = row.id();
        if let RowId::Bank(own) = id
            && own != bank
        {
            let detail = "a change set of one bank writes the row of another";
            return Err(Refused::Misuse(Reason::bug(detail).into()));
        }
        if references(bank, &row).into_iter().any(|id| !self.contains(id)) {
            return Err(Refused::Referenced);
        }
        if keys(&row).iter().any(|key| self.keys.get(key).is_some_and(|holder| *holder != id)) {
            return Err(Refused::KeyHeld);
        }
        self.forget(id);
        self.keep(Arc::new(row));
        Ok(())
    }

    /// Puts a row in whose id and keys are free.
    fn keep(&mut self, row: Arc<Row>) {
        let id = row.id();
        self.keys.extend(keys(&row).into_iter().map(|key| (key, id)));
        if let (Some(look), RowId::Partner(partner)) = (look(&row), id) {
            self.looks.insert((look, partner));
        }
        self.rows.insert(id, row);
    }

    fn remove(&mut self, id: RowId) -> Result<(), Refused> {
        let RowId::Bank(bank) = id else {
            if self.iter().any(|row| names(row, id)) {
                return Err(Refused::Referenced);
            }
            self.forget(id);
            return Ok(());
        };
        if self.rows.keys().any(|other| *other != id) {
            return Err(Refused::Referenced);
        }
        self.forget(RowId::Bank(bank));
        Ok(())
    }

    /// Takes a row out with all it holds.
    fn forget(&mut self, id: RowId) {
        let Some(row) = self.rows.remove(&id) else { return };
        for key in keys(&row) {
            self.keys.remove(&key);
        }
        if let (Some(look), RowId::Partner(partner)) = (look(&row), id) {
            self.looks.remove(&(look, partner));
        }
    }
}

impl answer::Rows for Rows {
    fn row(&self, id: RowId) -> Result<Option<Arc<Row>>, Error> {
        Ok(self.rows.get(&id).cloned())
    }

    fn holder(&self, key: &Key) -> Result<Option<Arc<Row>>, Error> {
        Ok(self.keys.get(key).and_then(|id| self.rows.get(id)).cloned())
    }

    fn of_kind(&self, kind: RowKind, after: Option<RowId>) -> Found<'_> {
        let from = after.map_or(Bound::Included(kind.row(Uuid::nil())), Bound::Excluded);
        let to = Bound::Included(kind.row(Uuid::max()));
        Box::new(self.rows.range((from, to)).map(|(_, row)| Ok(Arc::clone(row))))
    }

    fn of_kind_backwards(&self, kind: RowKind, before: Option<RowId>) -> Found<'_> {
        let from = Bound::Included(kind.row(Uuid::nil()));
        let to = before.map_or(Bound::Included(kind.row(Uuid::max())), Bound::Excluded);
        Box::new(self.rows.range((from, to)).rev().map(|(_, row)| Ok(Arc::clone(row))))
    }

    fn partners_by_name(&self, from: &str) -> Found<'_> {
        let range = (Bound::Included(Key::Partner(from.to_owned())), Bound::Unbounded);
        let partners = self.keys.range(range).take_while(|(key, _)| matches!(key, Key::Partner(_)));
        Box::new(partners.filter_map(|(_, id)| self.rows.get(id).cloned().map(Ok)))
    }

    fn looking_like(&self, look: &str) -> Found<'_> {
        let look = look.to_owned();
        let from = (look.clone(), PartnerId(Uuid::nil()));
        let alike = self.looks.range(from..).take_while(move |(key, _)| *key == look);
        Box::new(alike.filter_map(|(_, id)| self.rows.get(&RowId::Partner(*id)).cloned().map(Ok)))
    }

    fn referring(&self, to: RowId, kind: RowKind) -> Found<'_> {
        // There is no index of what refers to what here: banks in memory are small.
        Box::new(self.of_kind(kind, None).filter(move |row| row.as_ref().is_ok_and(|row| names(row, to))))
    }
}

/// Whether a row refers to the row `id`, which is not the bank's own.
fn names(row: &Row, id: RowId) -> bool {
    references(BankId(Uuid::nil()), row).contains(&id)
}

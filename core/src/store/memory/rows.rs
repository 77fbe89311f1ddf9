//! The rows of one bank, the unique keys they hold, and what refers to what.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use crate::bank::{Bank, Version};
use crate::distribution::DistributionState;
use crate::error::{Error, Reason};
use crate::id::{BankId, PartnerId, RequestId};
use crate::partner::Partner;
use crate::store::{Row, RowId, Write};
use crate::text::{email_key, look_key, name_key};

/// Rows by id. A copy is cheap: it shares the rows themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    rows: BTreeMap<RowId, Arc<Row>>,
    /// INVARIANT: holds exactly the keys of all the rows, each with its row.
    keys: BTreeMap<Key, RowId>,
    /// The look keys of all partners, but for the empty one: such names look like nothing.
    looks: BTreeSet<(String, PartnerId)>,
}

/// What only one row of a bank can hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Category(String),
    Item(String),
    Group(String),
    Partner(String),
    Email(String),
    ExternalId(String),
    /// The one distribution of a request that was not taken back.
    Fulfils(RequestId),
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
        self.get(id).map(version)
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

    /// A partner.
    pub(super) fn partner(&self, id: PartnerId) -> Option<&Partner> {
        match self.get(RowId::Partner(id)) {
            Some(Row::Partner(partner)) => Some(partner),
            _ => None,
        }
    }

    /// The row that holds a key.
    pub(super) fn holder(&self, key: &Key) -> Option<&Row> {
        self.keys.get(key).and_then(|id| self.get(*id))
    }

    /// The partner that holds a key.
    pub(super) fn partner_with(&self, key: &Key) -> Option<&Partner> {
        match self.holder(key) {
            Some(Row::Partner(partner)) => Some(partner),
            _ => None,
        }
    }

    /// All partners with a name key not before `from`, sorted by name key.
    pub(super) fn partners_from(&self, from: &str) -> impl Iterator<Item = (&str, &Partner)> {
        let range = (Bound::Included(Key::Partner(from.to_owned())), Bound::Unbounded);
        self.keys.range(range).map_while(|(key, id)| match (key, self.get(*id)) {
            (Key::Partner(name), Some(Row::Partner(partner))) => Some((name.as_str(), partner)),
            _ => None,
        })
    }

    /// The partners whose name has this look key.
    pub(super) fn looking_like<'a>(&'a self, look: &'a str) -> impl Iterator<Item = &'a Partner> {
        self.looks
            .range((look.to_owned(), PartnerId(uuid::Uuid::nil()))..)
            .take_while(move |(key, _)| key == look)
            .filter_map(|(_, id)| self.partner(*id))
    }

    /// Does one write of a change set.
    pub(super) fn write(&mut self, bank: BankId, write: &Write) -> Result<(), Refused> {
        match write {
            Write::Put(row) => self.put(bank, row.clone()),
            Write::Remove(id) => self.remove(*id),
        }
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
        self.forget(id);
        for key in keys(&row) {
            if self.keys.insert(key, id).is_some() {
                return Err(Refused::KeyHeld);
            }
        }
        if let Some(look) = look(&row) {
            self.looks.insert(look);
        }
        self.rows.insert(id, Arc::new(row));
        Ok(())
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
        if let Some(look) = look(&row) {
            self.looks.remove(&look);
        }
    }
}

/// The unique keys a row holds.
fn keys(row: &Row) -> Vec<Key> {
    match row {
        Row::Bank(_) | Row::Request(_) | Row::Reminder(_) => Vec::new(),
        Row::Category(category) => vec![Key::Category(name_key(&category.name))],
        Row::Item(item) => vec![Key::Item(name_key(&item.details.name))],
        Row::Group(group) => vec![Key::Group(name_key(&group.name))],
        Row::Partner(Partner { details, .. }) => {
            let named = [Key::Partner(name_key(&details.name)), Key::Email(email_key(&details.email))];
            named.into_iter().chain(details.external_id.clone().map(Key::ExternalId)).collect()
        }
        Row::Distribution(distribution) => match (distribution.request, distribution.state) {
            (Some(request), DistributionState::Scheduled | DistributionState::Complete) => {
                vec![Key::Fulfils(request)]
            }
            _ => Vec::new(),
        },
    }
}

/// The look key of a partner's name.
fn look(row: &Row) -> Option<(String, PartnerId)> {
    let Row::Partner(partner) = row else { return None };
    let key = look_key(&partner.details.name);
    (!key.is_empty()).then_some((key, partner.id))
}

/// The rows a row refers to. They must be there before it and stay as long as it.
///
/// A request's distribution is not among them: the two name each other and one of them is written first.
fn references(bank: BankId, row: &Row) -> Vec<RowId> {
    let mut ids = Vec::new();
    if !matches!(row, Row::Bank(_)) {
        ids.push(RowId::Bank(bank));
    }
    match row {
        Row::Bank(_) | Row::Category(_) | Row::Reminder(_) => {}
        Row::Item(item) => ids.extend(item.details.category.map(RowId::Category)),
        Row::Group(group) => {
            ids.extend(group.categories.iter().copied().map(RowId::Category));
            ids.extend(group.caps.keys().copied().map(RowId::Item));
        }
        Row::Partner(partner) => {
            ids.extend(partner.details.group.map(RowId::Group));
            ids.extend(partner.exceptions.keys().copied().map(RowId::Item));
        }
        Row::Request(request) => {
            ids.push(RowId::Partner(request.partner));
            ids.extend(request.lines.iter().map(|line| RowId::Item(line.item)));
        }
        Row::Distribution(distribution) => {
            ids.push(RowId::Partner(distribution.partner));
            ids.extend(distribution.request.map(RowId::Request));
            ids.extend(distribution.lines.iter().map(|line| RowId::Item(line.item)));
        }
    }
    ids
}

/// Whether a row refers to the row `id`, which is not the bank's own.
fn names(row: &Row, id: RowId) -> bool {
    references(BankId(uuid::Uuid::nil()), row).contains(&id)
}

const fn version(row: &Row) -> Version {
    match row {
        Row::Bank(row) => row.version,
        Row::Category(row) => row.version,
        Row::Item(row) => row.version,
        Row::Group(row) => row.version,
        Row::Partner(row) => row.version,
        Row::Request(row) => row.version,
        Row::Distribution(row) => row.version,
        Row::Reminder(row) => row.version,
    }
}

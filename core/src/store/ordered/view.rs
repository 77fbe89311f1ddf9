//! Reads what stands in a map.

use std::collections::VecDeque;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::layout::{self, end_of};
use super::{Direction, Entries, Entry};
use crate::error::{Code, Error};
use crate::event::{Event, Recorded};
use crate::id::{BankId, PersonId};
use crate::message::Message;
use crate::people::InvitationRef;
use crate::store::answer::{Found, Rows, answer};
use crate::store::keys::{Key, RowKind};
use crate::store::{Expect, Facts, Need, Row, RowId};
use crate::wire::from_text;

/// How many entries the first page of a walk has, and how many a page has at most.
const PAGES: (usize, usize) = (16, 1_024);

/// What stands of one bank in one view.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) entries: &'a dyn Entries,
    pub(super) bank: BankId,
}

pub(super) fn corrupt(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::from(Code::StoreCorrupt).caused_by(cause)
}

/// A value as what it stands for.
pub(super) fn read<T: DeserializeOwned>(value: &[u8]) -> Result<T, Error> {
    from_text(std::str::from_utf8(value).map_err(corrupt)?).map_err(corrupt)
}

/// What a key should have ended with.
pub(super) fn part<T>(part: Option<T>) -> Result<T, Error> {
    part.ok_or_else(|| corrupt("an entry has a key of another shape"))
}

impl<'a> View<'a> {
    pub(super) fn get<T: DeserializeOwned>(&self, key: &[u8]) -> Result<Option<T>, Error> {
        self.entries.get(key)?.map(|value| read(&value)).transpose()
    }

    pub(super) fn has(&self, key: &[u8]) -> Result<bool, Error> {
        Ok(self.entries.get(key)?.is_some())
    }

    /// The entries whose keys begin with `prefix`.
    pub(super) fn under(&self, prefix: &[u8]) -> Walk<'a> {
        self.between(prefix.to_vec(), end_of(prefix), Direction::Forwards)
    }

    fn between(&self, from: Vec<u8>, to: Vec<u8>, direction: Direction) -> Walk<'a> {
        let (limit, page) = (PAGES.0, VecDeque::new());
        Walk { entries: self.entries, from, to, direction, limit, page, is_over: false }
    }

    /// The number of the last entry under a prefix; 0 if there is none.
    pub(super) fn last_number(&self, prefix: &[u8]) -> Result<u64, Error> {
        let last = self.entries.page(prefix, &end_of(prefix), Direction::Backwards, 1)?;
        last.first().map_or(Ok(0), |(key, _)| part(layout::last_number(key)))
    }

    /// The number of the last event.
    pub(super) fn seq(&self) -> Result<u64, Error> {
        self.last_number(&layout::events(self.bank))
    }

    pub(super) fn facts(&self, needs: &[Need]) -> Result<Facts, Error> {
        let mut facts = Facts::default();
        let Some(Row::Bank(bank)) = self.get(&layout::row(self.bank, RowId::Bank(self.bank)))? else {
            return Ok(facts);
        };
        (facts.bank, facts.seq) = (Some(bank), self.seq()?);
        needs.iter().try_for_each(|need| self.answer(&mut facts, need))?;
        Ok(facts)
    }

    fn answer(&self, facts: &mut Facts, need: &Need) -> Result<(), Error> {
        match need {
            Need::Command(id) => facts.answered = self.get(&layout::command(self.bank, *id))?,
            Need::Receipt => facts.receipt = self.get(&layout::receipt(self.bank))?,
            Need::Token(digest) => {
                let Some(sent) = self.get::<InvitationRef>(&layout::token(self.bank, digest))? else {
                    return Ok(());
                };
                facts.tokens.insert(*digest, sent);
                answer(facts, self, &Need::Person(sent.person))?;
                let partner = sent.role.partner().map(|id| self.row(RowId::Partner(id))).transpose()?;
                if let Some(Row::Partner(partner)) = partner.flatten().as_deref() {
                    facts.partners.insert(partner.id, partner.clone());
                }
            }
            Need::Login(person) => {
                for row in self.known(*person) {
                    if let (_, Row::Person(row)) = row?
                        && row.roles.values().any(|holding| holding.accepted_at.is_some())
                    {
                        facts.logins.insert(*person);
                    }
                }
            }
            need => answer(facts, self, need)?,
        }
        Ok(())
    }

    /// A person's rows in all banks, by the banks' ids.
    pub(super) fn known(&self, person: PersonId) -> impl Iterator<Item = Result<(BankId, Row), Error>> + '_ {
        self.under(&layout::known_in(person)).map(move |entry| {
            let bank = BankId(part(layout::last_id(&entry?.0))?);
            let row = self.get(&layout::row(bank, RowId::Person(person)))?;
            row.map(|row| (bank, row)).ok_or_else(|| corrupt("a bank does not know a person it should"))
        })
    }

    /// The events after a place.
    pub(super) fn events(&self, after: u64) -> impl Iterator<Item = Result<Recorded, Error>> + 'a {
        let from = layout::event(self.bank, after.saturating_add(1));
        let to = end_of(&layout::events(self.bank));
        self.between(from, to, Direction::Forwards).map(|entry| {
            let (key, value) = entry?;
            Ok(Recorded { seq: part(layout::last_number(&key))?, event: read::<Event>(&value)? })
        })
    }

    pub(super) fn messages(&self) -> impl Iterator<Item = Result<Message, Error>> + 'a {
        self.under(&layout::messages(self.bank)).map(|entry| read(&entry?.1))
    }

    /// Whether all that was expected is still so.
    pub(super) fn holds(&self, expects: &[Expect]) -> Result<bool, Error> {
        for expect in expects {
            let holds = match *expect {
                Expect::Absent(id) => !self.has(&layout::row(self.bank, id))?,
                Expect::Version(id, version) => self.row(id)?.is_some_and(|row| row.version() == version),
                Expect::Seq(seq) => self.seq()? == seq,
            };
            if !holds {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn rows(&self, from: Vec<u8>, to: Vec<u8>, direction: Direction) -> Found<'a> {
        Box::new(self.between(from, to, direction).map(|entry| Ok(Arc::new(read(&entry?.1)?))))
    }

    /// The rows that entries under a prefix stand for, named by `id`.
    fn named(&self, from: Vec<u8>, to: Vec<u8>, id: impl Fn(&Entry) -> Option<RowId> + 'a) -> Found<'a> {
        let view = *self;
        Box::new(self.between(from, to, Direction::Forwards).map(move |entry| {
            let id = part(id(&entry?))?;
            view.row(id)?.ok_or_else(|| corrupt("an entry names a row that is not there"))
        }))
    }
}

impl Rows for View<'_> {
    fn row(&self, id: RowId) -> Result<Option<Arc<Row>>, Error> {
        Ok(self.get(&layout::row(self.bank, id))?.map(Arc::new))
    }

    fn holder(&self, key: &Key) -> Result<Option<Arc<Row>>, Error> {
        let Some(value) = self.entries.get(&layout::held(self.bank, key))? else { return Ok(None) };
        self.row(part(layout::row_id(&value))?)
    }

    fn of_kind(&self, kind: RowKind, after: Option<RowId>) -> Found<'_> {
        let all = layout::rows(self.bank, kind);
        let from = after.map(|id| end_of(&layout::row(self.bank, id)));
        self.rows(from.unwrap_or_else(|| all.clone()), end_of(&all), Direction::Forwards)
    }

    fn of_kind_backwards(&self, kind: RowKind, before: Option<RowId>) -> Found<'_> {
        let all = layout::rows(self.bank, kind);
        let to = before.map(|id| layout::row(self.bank, id));
        self.rows(all.clone(), to.unwrap_or_else(|| end_of(&all)), Direction::Backwards)
    }

    fn partners_by_name(&self, from: &str) -> Found<'_> {
        let held = |name: &str| layout::held(self.bank, &Key::Partner(name.to_owned()));
        self.named(held(from), end_of(&held("")), |(_, value)| layout::row_id(value))
    }

    fn looking_like(&self, look: &str) -> Found<'_> {
        let all = layout::looks(self.bank, look);
        let partner = |(key, _): &Entry| layout::last_id(key).map(|id| RowKind::Partner.row(id));
        self.named(all.clone(), end_of(&all), partner)
    }

    fn referring(&self, to: RowId, kind: RowKind) -> Found<'_> {
        let all = layout::references_of_kind(self.bank, to, kind);
        self.named(all.clone(), end_of(&all), |(key, _)| layout::last_row(key))
    }
}

/// Entries one after the other, fetched in pages that grow. The first error is the last thing it gives.
pub(super) struct Walk<'a> {
    entries: &'a dyn Entries,
    from: Vec<u8>,
    to: Vec<u8>,
    direction: Direction,
    limit: usize,
    page: VecDeque<Entry>,
    is_over: bool,
}

impl Walk<'_> {
    /// Fetches the next page and moves the end of the range it came from behind it.
    fn fetch(&mut self) -> Result<(), Error> {
        let page = self.entries.page(&self.from, &self.to, self.direction, self.limit)?;
        self.is_over = page.len() < self.limit;
        if let Some((last, _)) = page.last() {
            match self.direction {
                Direction::Forwards => {
                    self.from.clone_from(last);
                    self.from.push(0);
                }
                Direction::Backwards => self.to.clone_from(last),
            }
        }
        self.limit = (self.limit * 4).min(PAGES.1);
        self.page = page.into();
        Ok(())
    }
}

impl Iterator for Walk<'_> {
    type Item = Result<Entry, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.page.is_empty()
            && !self.is_over
            && let Err(error) = self.fetch()
        {
            self.is_over = true;
            return Some(Err(error));
        }
        self.page.pop_front().map(Ok)
    }
}

//! The rows as they are after a decision.

use crate::bank::Bank;
use crate::distribution::Distribution;
use crate::error::Error;
use crate::event::Event;
use crate::evolve::{fold, touched};
use crate::id::{DistributionId, PartnerId, PersonId, RequestId};
use crate::partner::Partner;
use crate::people::Person;
use crate::request::Request;
use crate::store::{Facts, Row, RowId, Write};

/// What was read, under the few rows that events have changed: only these are copied.
pub(crate) struct After<'a> {
    read: &'a Facts,
    changed: Facts,
    /// Which rows the events are about, sorted. One that is not among `changed` is gone.
    touched: Vec<RowId>,
}

impl<'a> After<'a> {
    /// `read` after `events`.
    ///
    /// # Errors
    /// See [`crate::evolve::evolve`].
    pub(crate) fn of(read: &'a Facts, events: &[Event]) -> Result<Self, Error> {
        let touched = touched(read.bank.as_ref().map(|bank| bank.id), events);
        let mut changed = copied(read, &touched);
        fold(&mut changed, events)?;
        Ok(Self { read, changed, touched })
    }

    /// Each of these is none where there is no such row, or no longer.
    pub(crate) fn bank(&self) -> Option<&Bank> {
        self.changed.bank.as_ref().or(self.read.bank.as_ref())
    }

    pub(crate) fn partner(&self, id: PartnerId) -> Option<&Partner> {
        self.on_top(RowId::Partner(id)).partners.get(&id)
    }

    pub(crate) fn request(&self, id: RequestId) -> Option<&Request> {
        self.on_top(RowId::Request(id)).requests.get(&id)
    }

    pub(crate) fn distribution(&self, id: DistributionId) -> Option<&Distribution> {
        self.on_top(RowId::Distribution(id)).distributions.get(&id)
    }

    pub(crate) fn person(&self, id: PersonId) -> Option<&Person> {
        self.on_top(RowId::Person(id)).people.get(&id)
    }

    /// All people that are known.
    pub(crate) fn people(&self) -> impl Iterator<Item = &Person> {
        let unchanged = self.read.people.values().filter(|row| !self.touches(RowId::Person(row.id)));
        self.changed.people.values().chain(unchanged)
    }

    fn touches(&self, row: RowId) -> bool {
        self.touched.binary_search(&row).is_ok()
    }

    fn on_top(&self, row: RowId) -> &Facts {
        if self.touches(row) { &self.changed } else { self.read }
    }

    /// The rows that differ, puts before removals and parents before children, so that references hold all along.
    pub(super) fn writes(self) -> Vec<Write> {
        let Self { read, changed, touched } = self;
        let mut writes = Vec::new();
        if changed.bank.is_some() && read.bank != changed.bank {
            writes.extend(changed.bank.map(|bank| Write::Put(Row::Bank(bank))));
        }
        let mut removals = Vec::new();
        macro_rules! compare {
            ($($rows:ident $kind:ident)*) => {$(
                let gone = touched.iter().filter(|row| match row {
                    RowId::$kind(id) => read.$rows.contains_key(id) && !changed.$rows.contains_key(id),
                    _ => false,
                });
                removals.extend(gone.copied().map(Write::Remove));
                let put = changed.$rows.into_iter().filter(|(id, row)| read.$rows.get(id) != Some(row));
                writes.extend(put.map(|(_, row)| Write::Put(Row::$kind(row))));
            )*};
        }
        // A distribution comes before the request it fulfils: the request is there already and is to name it.
        compare!(
            categories Category items Item groups Group partners Partner people Person
            distributions Distribution requests Request reminders Reminder
        );
        writes.extend(removals.into_iter().rev());
        writes
    }
}

/// `read` with these rows and nothing else.
fn copied(read: &Facts, rows: &[RowId]) -> Facts {
    let mut facts = Facts::default();
    macro_rules! copy {
        ($row:ident, $($rows:ident $kind:ident)*) => {
            match $row {
                RowId::Bank(_) => facts.bank.clone_from(&read.bank),
                $(RowId::$kind(id) => {
                    facts.$rows.extend(read.$rows.get(id).map(|row| (*id, row.clone())));
                })*
            }
        };
    }
    for row in rows {
        copy!(row, categories Category items Item groups Group partners Partner people Person
            distributions Distribution requests Request reminders Reminder);
    }
    facts
}

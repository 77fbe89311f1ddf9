//! Putting rows: inserted or replaced under their id, with all that hangs on them, many in one statement.

use std::collections::BTreeSet;

use partnerkit::bank::Bank;
use partnerkit::id::BankId;
use partnerkit::store::Row;
use uuid::Uuid;

use super::cells;
use super::insert::{OnConflict, Table, insert};
use crate::errors::Fault;
use crate::session::{Statement, Value};
use crate::values::{json, maybe_json, one_of, slug};

/// A row's table and the tables of what hangs on it.
pub(super) struct Shape {
    pub(super) table: Table,
    pub(super) hanging: &'static [Hanging],
}

/// What hangs on a row: its table, whose second column names the row.
pub(super) struct Hanging(pub(super) Table);

/// A row in columns.
pub(super) struct Cells {
    /// In the order of the table's columns, without the bank.
    pub(super) row: Vec<Value>,
    /// The rows that hang on it, for each of [`Shape::hanging`].
    pub(super) hanging: Vec<Vec<Vec<Value>>>,
}

/// Rows of one kind that are written together.
#[derive(Default)]
pub(super) struct Batch {
    shape: Option<&'static Shape>,
    ids: BTreeSet<Uuid>,
    /// Those among them on which something may hang already.
    replaced: Vec<Value>,
    rows: Vec<Vec<Value>>,
    hanging: Vec<Vec<Vec<Value>>>,
}

impl Batch {
    /// Adds a row, and answers what has to be written before because it cannot be in the same statement. `is_new` says
    /// that the row is known not to be there.
    pub(super) fn put(&mut self, bank: BankId, row: &Row, is_new: bool) -> Result<Vec<Statement>, Fault> {
        let (shape, id, cells) = cells::of(row)?;
        let mut before = Vec::new();
        let same = self.shape.is_some_and(|mine| std::ptr::eq(mine, shape));
        if !same || self.ids.contains(&id) {
            before = self.flush(bank);
            self.shape = Some(shape);
            self.hanging = shape.hanging.iter().map(|_| Vec::new()).collect();
        }
        self.ids.insert(id);
        if !is_new {
            self.replaced.push(id.into());
        }
        self.rows.push(cells.row);
        for (all, new) in self.hanging.iter_mut().zip(cells.hanging) {
            all.extend(new);
        }
        Ok(before)
    }

    /// How many rows there are, with those that hang on them.
    pub(super) fn len(&self) -> usize {
        self.rows.len() + self.hanging.iter().map(Vec::len).sum::<usize>()
    }

    /// What writes all of them.
    pub(super) fn flush(&mut self, bank: BankId) -> Vec<Statement> {
        let Self { shape, replaced, rows, hanging, .. } = std::mem::take(self);
        let Some(shape) = shape else { return Vec::new() };
        // Never a delete and an insert: whoever else holds one of the row's keys would go unnoticed. This way a held name
        // stays held and the statement is refused.
        let way = if replaced.is_empty() { OnConflict::Fail } else { OnConflict::Replace };
        let mut statements = insert(&shape.table, bank, rows, way);
        for (Hanging(table), rows) in shape.hanging.iter().zip(hanging) {
            if !replaced.is_empty() {
                let (these, ids) = one_of(2, replaced.clone(), "uuid");
                let (name, column) = (table.name, table.columns.first().unwrap_or(&"id"));
                let sql = format!("delete from partnerkit.{name} where bank_id = $1 and {column} {these}");
                statements.push(Statement::new(sql, [bank.0.into(), ids]));
            }
            statements.extend(insert(table, bank, rows, OnConflict::Fail));
        }
        statements
    }
}

/// A bank's columns but for its id and its counters.
pub(super) const BANK: [&str; 19] = [
    "version",
    "name",
    "email",
    "one_step_invite_and_approve",
    "ungrouped_may_request",
    "request_kinds",
    "over_quota",
    "copies_of_requests",
    "time_zone",
    "language",
    "keeps_people",
    "reminders",
    "reminders_since",
    "recertification",
    "recertification_since",
    "distribution_reminders",
    "profile_sections",
    "profile_fields",
    "message_texts",
];

/// What stands in [`BANK`].
pub(super) fn bank_cells(row: &Bank) -> Result<Vec<Value>, Fault> {
    let settings = &row.settings;
    Ok(vec![
        crate::values::count(row.version)?,
        (&row.name).into(),
        (&row.email).into(),
        settings.one_step_invite_and_approve.into(),
        slug(settings.ungrouped_may_request)?,
        json(&settings.request_kinds)?,
        slug(settings.over_quota)?,
        settings.copies_of_requests.into(),
        settings.time_zone.name().into(),
        slug(settings.language)?,
        row.keeps_people.into(),
        maybe_json(settings.reminders)?,
        settings.reminders_since.into(),
        maybe_json(settings.recertification.as_ref())?,
        settings.recertification_since.into(),
        settings.distribution_reminders.into(),
        json(&settings.profile_sections)?,
        json(&settings.profile_fields)?,
        json(&settings.message_texts)?,
    ])
}

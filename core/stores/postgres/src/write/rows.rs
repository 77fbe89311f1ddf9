//! Putting rows: inserted or replaced under their id, with all that hangs on them, many in one statement.

use std::collections::BTreeSet;

use partnerkit::bank::Bank;
use partnerkit::id::BankId;
use partnerkit::store::Row;
use uuid::Uuid;

use super::cells;
use super::insert::{OnConflict, Table, insert, update};
use crate::errors::Fault;
use crate::session::{Statement, Value};
use crate::values::{json, maybe_json, one_of, slug};

/// A row's table and the tables of what hangs on it.
pub(super) struct Shape {
    pub(super) table: Table,
    pub(super) hanging: &'static [Hanging],
}

impl Shape {
    /// Asks whether anything hangs on a row.
    pub(super) fn hangs(&self) -> String {
        let any = self.hanging.iter().map(|Hanging(table)| {
            let (name, column, row) = (table.name, table.of(), self.table.name);
            format!(
                "exists (select 1 from partnerkit.{name} h where h.bank_id = $1 and h.{column} = {row}.id)"
            )
        });
        let any: Vec<String> = any.collect();
        if any.is_empty() { "false".to_owned() } else { any.join(" or ") }
    }
}

/// What hangs on a row: its table, whose second column names the row.
pub(super) struct Hanging(pub(super) &'static Table);

/// A row in columns.
pub(super) struct Cells {
    /// In the order of the table's columns, without the bank.
    pub(super) row: Vec<Value>,
    /// The rows that hang on it, for each of [`Shape::hanging`].
    pub(super) hanging: Vec<Vec<Vec<Value>>>,
}

/// What is known of a row before it is put.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// That none is under its id.
    New,
    /// That one is, and whether anything hangs on it.
    There { hangs: bool },
    /// Nothing.
    Nothing,
}

/// Rows of one kind that are written together.
#[derive(Default)]
pub(super) struct Batch {
    shape: Option<&'static Shape>,
    ids: BTreeSet<Uuid>,
    /// Whether all of them are known to be new, and to be there.
    all_new: bool,
    all_there: bool,
    /// Those among them on which something may hang already.
    hung: Vec<Value>,
    rows: Vec<Vec<Value>>,
    hanging: Vec<Vec<Vec<Value>>>,
}

impl Batch {
    /// Adds a row, and answers what has to be written before because it cannot be in the same statement.
    pub(super) fn put(&mut self, bank: BankId, row: &Row, known: Known) -> Result<Vec<Statement>, Fault> {
        let (shape, id, cells) = cells::of(row)?;
        let mut before = Vec::new();
        let same = self.shape.is_some_and(|mine| std::ptr::eq(mine, shape));
        if !same || self.ids.contains(&id) {
            before = self.flush(bank);
            self.shape = Some(shape);
            (self.all_new, self.all_there) = (true, true);
            self.hanging = shape.hanging.iter().map(|_| Vec::new()).collect();
        }
        self.ids.insert(id);
        self.all_new &= known == Known::New;
        self.all_there &= matches!(known, Known::There { .. });
        if matches!(known, Known::There { hangs: true } | Known::Nothing) {
            self.hung.push(id.into());
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
        let Self { shape, all_new, all_there, hung, rows, hanging, .. } = std::mem::take(self);
        let Some(shape) = shape else { return Vec::new() };
        // Never a delete and an insert: whoever else holds one of the row's keys would go unnoticed. This way a held name
        // stays held and the statement is refused.
        let way = if all_new { OnConflict::Fail } else { OnConflict::Replace };
        let mut statements = match <[Vec<Value>; 1]>::try_from(rows) {
            Ok([row]) if all_there => vec![update(&shape.table, bank, row)],
            Ok(row) => insert(&shape.table, bank, row.into(), way),
            Err(rows) => insert(&shape.table, bank, rows, way),
        };
        for (Hanging(table), rows) in shape.hanging.iter().zip(hanging) {
            if !hung.is_empty() {
                let (these, ids) = one_of(2, hung.clone(), "uuid");
                let (name, column) = (table.name, table.of());
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

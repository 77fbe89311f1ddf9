//! Inserting many rows with few statements.
//!
//! Always `VALUES`: on a sharded server an `INSERT … SELECT` from arrays does not say which of its rows a held key has
//! refused, nor even that it was a key.

use std::borrow::Cow;
use std::sync::OnceLock;

use partnerkit::id::BankId;

use crate::session::{Statement, Value};

/// A table of a bank's rows.
pub(crate) struct Table {
    /// Its name in the schema.
    pub(crate) name: &'static str,
    /// How many of the columns are its key, after the bank.
    pub(crate) keys: usize,
    /// Its columns but for `bank_id`, which is the first.
    pub(crate) columns: &'static [&'static str],
    /// The texts that write a single row, made once: making them took a fifth of what a command costs on this side.
    insert_one: OnceLock<String>,
    replace_one: OnceLock<String>,
    update_one: OnceLock<String>,
}

impl Table {
    pub(crate) const fn new(name: &'static str, keys: usize, columns: &'static [&'static str]) -> Self {
        Self {
            name,
            keys,
            columns,
            insert_one: OnceLock::new(),
            replace_one: OnceLock::new(),
            update_one: OnceLock::new(),
        }
    }

    /// Its first column after the bank: its rows' id, or the row they hang on.
    pub(super) fn of(&self) -> &'static str {
        self.columns.first().unwrap_or(&"id")
    }
}

/// What happens to a row whose key is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnConflict {
    /// The statement is refused.
    Fail,
    /// The row is replaced.
    Replace,
}

/// How many rows go into one statement: few different numbers, so that few different statements are prepared.
const CHUNKS: [usize; 4] = [512, 64, 8, 1];

/// The statements that insert these rows.
pub(crate) fn insert(
    table: &'static Table,
    bank: BankId,
    rows: Vec<Vec<Value>>,
    way: OnConflict,
) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        let count = CHUNKS.into_iter().find(|chunk| *chunk <= rows.len()).unwrap_or(1);
        let mut params = vec![Value::from(bank.0)];
        params.extend(rows.by_ref().take(count).flatten());
        let sql: Cow<'static, str> = match (count, way) {
            (1, OnConflict::Fail) => table.insert_one.get_or_init(|| sql(table, 1, way)).into(),
            (1, OnConflict::Replace) => table.replace_one.get_or_init(|| sql(table, 1, way)).into(),
            _ => sql(table, count, way).into(),
        };
        statements.push(Statement::new(sql, params));
    }
    statements
}

/// The statement that writes a row which is there. It is cheaper than one that may have to insert it.
pub(super) fn update(table: &'static Table, bank: BankId, row: Vec<Value>) -> Statement {
    let sql = table.update_one.get_or_init(|| {
        let set = (2..).zip(table.columns).skip(1).map(|(n, column)| format!("{column} = ${n}"));
        let set = set.collect::<Vec<_>>().join(", ");
        format!("update partnerkit.{} set {set} where bank_id = $1 and id = $2", table.name)
    });
    let mut params = vec![Value::from(bank.0)];
    params.extend(row);
    Statement::new(sql.as_str(), params)
}

/// `$1` is the bank, the others follow row by row.
fn sql(table: &Table, rows: usize, way: OnConflict) -> String {
    let Table { name, keys, columns, .. } = table;
    let mut sql = format!("insert into partnerkit.{name} (bank_id, {}) values ", columns.join(", "));
    let mut next = 2;
    for row in 0..rows {
        sql.push_str(if row == 0 { "($1" } else { ", ($1" });
        for _ in *columns {
            sql.push_str(&format!(", ${next}"));
            next += 1;
        }
        sql.push(')');
    }
    if way == OnConflict::Replace {
        let (key, rest) = columns.split_at_checked(*keys).unwrap_or((columns, &[]));
        let set: Vec<String> = rest.iter().map(|column| format!("{column} = excluded.{column}")).collect();
        sql.push_str(&format!(" on conflict (bank_id, {}) do update set {}", key.join(", "), set.join(", ")));
    }
    sql
}

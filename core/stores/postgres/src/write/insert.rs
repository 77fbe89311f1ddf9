//! Inserting many rows with few statements.
//!
//! Always `VALUES`: on a sharded server an `INSERT … SELECT` from arrays does not say which of its rows a held key has
//! refused, nor even that it was a key.

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
pub(crate) fn insert(table: &Table, bank: BankId, rows: Vec<Vec<Value>>, way: OnConflict) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        let count = CHUNKS.into_iter().find(|chunk| *chunk <= rows.len()).unwrap_or(1);
        let mut params = vec![Value::from(bank.0)];
        params.extend(rows.by_ref().take(count).flatten());
        statements.push(Statement::new(sql(table, count, way), params));
    }
    statements
}

/// `$1` is the bank, the others follow row by row.
fn sql(table: &Table, rows: usize, way: OnConflict) -> String {
    let Table { name, keys, columns } = table;
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

//! A connection as this crate sees it, ours or the host's own: statements and values in, rows of values out.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A connection to PostgreSQL on which statements run one after the other.
///
/// This crate brings one; a host whose transaction it joins ([`crate::join`]) implements it over its own, in Rust or, as
/// everything here is data, in another language. Statements are single, use `$1`, `$2`, … for parameters, and never need
/// a parameter's type to be declared: the server can infer each.
///
/// ```
/// use partnerkit_postgres::{Row, Session, SqlError, Value};
///
/// /// Writes down what goes over a connection.
/// struct Noting<S>(S, Vec<String>);
///
/// impl<S: Session> Session for Noting<S> {
///     fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
///         self.1.push(sql.to_owned());
///         self.0.query(sql, params)
///     }
/// }
/// ```
pub trait Session: Send {
    /// Runs one statement. Statements without rows answer none.
    ///
    /// # Errors
    /// What the server, or the way to it, said.
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError>;

    /// Runs statements one after the other up to the first that fails, and answers the rows of each. Sessions that can send
    /// all of them at once do: it saves the waiting.
    ///
    /// # Errors
    /// What the first statement that failed said. Those after it had no effect.
    fn run(&mut self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        let each = statements.iter().enumerate();
        each.map(|(at, Statement { sql, params })| {
            self.query(sql, params).map_err(|error| Failed { at, error })
        })
        .collect()
    }

    /// Puts many rows into a temporary table. Sessions that can `COPY` do, and may return before the rows have arrived: then
    /// the next call, of whatever kind, waits for them and says what became of them.
    ///
    /// # Errors
    /// As for [`Session::query`].
    fn copy_in(&mut self, into: &Target<'_>, rows: Vec<Vec<Value>>) -> Result<(), SqlError> {
        let mut columns: Vec<Vec<Value>> =
            into.columns.iter().map(|_| Vec::with_capacity(rows.len())).collect();
        for row in rows {
            for (column, value) in columns.iter_mut().zip(row) {
                column.push(value);
            }
        }
        let params: Vec<Value> = columns.into_iter().map(Value::List).collect();
        self.query(&into.insert(), &params).map(drop)
    }
}

impl<S: Session + ?Sized> Session for &mut S {
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        (**self).query(sql, params)
    }
    fn run(&mut self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        (**self).run(statements)
    }
    fn copy_in(&mut self, into: &Target<'_>, rows: Vec<Vec<Value>>) -> Result<(), SqlError> {
        (**self).copy_in(into, rows)
    }
}

impl<S: Session + ?Sized> Session for Box<S> {
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        (**self).query(sql, params)
    }
    fn run(&mut self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        (**self).run(statements)
    }
    fn copy_in(&mut self, into: &Target<'_>, rows: Vec<Vec<Value>>) -> Result<(), SqlError> {
        (**self).copy_in(into, rows)
    }
}

/// A statement and its parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// One statement.
    pub sql: Cow<'static, str>,
    /// What stands for `$1`, `$2`, …
    pub params: Vec<Value>,
}

impl Statement {
    /// A statement with parameters.
    pub fn new(sql: impl Into<Cow<'static, str>>, params: impl Into<Vec<Value>>) -> Self {
        Self { sql: sql.into(), params: params.into() }
    }

    /// A statement without parameters.
    pub fn plain(sql: impl Into<Cow<'static, str>>) -> Self {
        Self::new(sql, [])
    }
}

/// Where many rows go.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// A temporary table.
    pub table: &'a str,
    /// Its columns, each with its type: `int8`, `text`, `uuid`, `timestamptz`, `date`, `bool` or `jsonb`.
    pub columns: &'a [(&'a str, &'a str)],
}

impl Target<'_> {
    /// The statement that takes one array for each column.
    fn insert(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        let arrays: Vec<String> =
            self.columns.iter().enumerate().map(|(n, (_, kind))| format!("${}::{kind}[]", n + 1)).collect();
        let (table, names) = (self.table, names.join(", "));
        format!("insert into {table} ({names}) select * from unnest({})", arrays.join(", "))
    }

    /// The command after which the rows follow in PostgreSQL's binary format.
    pub(crate) fn copy(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        format!("copy {} ({}) from stdin (format binary)", self.table, names.join(", "))
    }
}

/// A value, as parameter or in a row. JSON goes as text in both directions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Value {
    /// Nothing.
    Null,
    /// `boolean`.
    Bool(bool),
    /// `bigint`.
    Int(i64),
    /// `text`, or JSON where the server takes `jsonb`.
    Text(String),
    /// `bytea`.
    Bytes(Vec<u8>),
    /// `uuid`.
    Uuid(Uuid),
    /// `timestamptz`, in whole microseconds.
    Time(DateTime<Utc>),
    /// `date`.
    Day(NaiveDate),
    /// An array.
    List(Vec<Value>),
}

macro_rules! values {
    ($($kind:ident from $from:ty;)*) => {$(
        impl From<$from> for Value {
            fn from(value: $from) -> Self {
                Self::$kind(value.into())
            }
        }
    )*};
}
values! {
    Bool from bool;
    Int from i64;
    Int from u32;
    Text from String;
    Text from &str;
    Text from &String;
    Bytes from &[u8];
    Bytes from Vec<u8>;
    Uuid from Uuid;
    Time from DateTime<Utc>;
    Day from NaiveDate;
    List from Vec<Value>;
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// One row: its values in the order of the columns. Counts are [`Value::Int`], texts and JSON [`Value::Text`].
pub type Row = Vec<Value>;

/// What the server, or the way to it, said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SqlError {
    /// The SQLSTATE: five characters. `08006` for a connection that was lost, whoever noticed.
    pub sqlstate: String,
    /// The server's one line about it. Nothing decides by it.
    pub message: String,
}

impl SqlError {
    /// An error.
    pub fn new(sqlstate: impl Into<String>, message: impl Into<String>) -> Self {
        Self { sqlstate: sqlstate.into(), message: message.into() }
    }

    /// Whether the SQLSTATE begins so.
    pub(crate) fn is(&self, class: &str) -> bool {
        self.sqlstate.starts_with(class)
    }
}

/// A statement of several that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failed {
    /// Which one, counted from 0.
    pub at: usize,
    /// What was said.
    pub error: SqlError,
}

impl std::fmt::Display for SqlError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} (SQLSTATE {})", self.message, self.sqlstate)
    }
}

impl std::error::Error for SqlError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_and_rows_are_data() {
        let statement = Statement::new(
            "select $1",
            [
                Value::Null,
                true.into(),
                7_i64.into(),
                "x".into(),
                vec![1_u8].into(),
                Uuid::nil().into(),
                DateTime::UNIX_EPOCH.into(),
                NaiveDate::default().into(),
                vec![Value::Null].into(),
            ],
        );
        let json = serde_json::to_value(&statement).unwrap();
        assert_eq!(json["params"][2], serde_json::json!({"int": 7}));
        assert_eq!(json["params"][6], serde_json::json!({"time": "1970-01-01T00:00:00Z"}));
        assert_eq!(serde_json::from_value::<Statement>(json).unwrap(), statement);
    }

    #[test]
    fn many_rows_fit_one_statement() {
        struct Noting(Vec<(String, Vec<Value>)>);
        impl Session for Noting {
            fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
                self.0.push((sql.to_owned(), params.to_vec()));
                Ok(Vec::new())
            }
        }
        let mut session = Noting(Vec::new());
        let target = Target { table: "t", columns: &[("a", "int8"), ("b", "text")] };
        session
            .copy_in(&target, vec![vec![1_i64.into(), "x".into()], vec![2_i64.into(), Value::Null]])
            .unwrap();
        let sql = "insert into t (a, b) select * from unnest($1::int8[], $2::text[])".to_owned();
        let numbers = Value::List(vec![1_i64.into(), 2_i64.into()]);
        assert_eq!(session.0, [(sql, vec![numbers, Value::List(vec!["x".into(), Value::Null])])]);
    }
}

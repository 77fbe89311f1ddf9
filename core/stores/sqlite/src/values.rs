//! How values of the domain stand in columns.

use chrono::{DateTime, NaiveDate, Utc};
use partnerkit::error::{Code, Error};
use partnerkit::wire::{from_text, from_word};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Value, ValueRef};
use serde::de::DeserializeOwned;
use serde::ser::Serialize;

use crate::errors::{Fault, because};

/// A moment: microseconds since 1970. Commands carry no finer times.
#[derive(Clone, Copy)]
pub(crate) struct At(pub(crate) DateTime<Utc>);

impl ToSql for At {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.timestamp_micros().into())
    }
}

impl FromSql for At {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let micros = value.as_i64()?;
        DateTime::from_timestamp_micros(micros).map(Self).ok_or(FromSqlError::OutOfRange(micros))
    }
}

/// A day: its ISO date.
#[derive(Clone, Copy)]
pub(crate) struct Day(pub(crate) NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map(Self).map_err(FromSqlError::other)
    }
}

/// A count. SQLite's integers end at 2⁶³ − 1; more is refused, never cut.
#[derive(Clone, Copy)]
pub(crate) struct Count(pub(crate) u64);

impl ToSql for Count {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        i64::try_from(self.0).map(Into::into).map_err(unwritable)
    }
}

impl FromSql for Count {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = value.as_i64()?;
        u64::try_from(number).map(Self).map_err(|_| FromSqlError::OutOfRange(number))
    }
}

/// A closed word in its wire spelling.
#[derive(Clone, Copy)]
pub(crate) struct Slug<T>(pub(crate) T);

impl<T: Serialize> ToSql for Slug<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let text = serde_json::to_string(&self.0).map_err(unwritable)?;
        match text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(slug) => Ok(slug.to_owned().into()),
            None => Err(unwritable(std::io::Error::other(format!("{text} is not a word")))),
        }
    }
}

impl<T: DeserializeOwned> FromSql for Slug<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        from_word(value.as_str()?).map(Self).map_err(FromSqlError::other)
    }
}

/// Whatever has no columns of its own: its JSON.
#[derive(Clone, Copy)]
pub(crate) struct Json<T>(pub(crate) T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        serde_json::to_string(&self.0).map(Into::into).map_err(unwritable)
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        from_text(value.as_str()?).map(Self).map_err(FromSqlError::other)
    }
}

fn unwritable(error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(Box::new(error))
}

/// A limit or an offset; what no table can have is as good as no limit.
pub(crate) fn limit(number: usize) -> Value {
    Value::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A position in a list.
pub(crate) fn place(index: usize) -> Result<i64, Fault> {
    i64::try_from(index).map_err(|error| because(Code::StoreFailed, error))
}

/// What was read is not what this crate writes.
pub(crate) fn corrupt(detail: String) -> Error {
    Error::from(Code::StoreCorrupt).caused_by(detail)
}

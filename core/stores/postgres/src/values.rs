//! How values of the domain stand in columns, and rows come back as JSON.

use partnerkit::error::{Code, Error, Reason};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::errors::{Fault, because, corrupt};
use crate::session::{Row, Value};

/// A count. PostgreSQL's integers end at 2⁶³ − 1; more is refused, never cut.
pub(crate) fn count(number: u64) -> Result<Value, Fault> {
    i64::try_from(number).map(Value::Int).map_err(unwritable)
}

/// A position in a list.
pub(crate) fn place(index: usize) -> Result<i64, Fault> {
    i64::try_from(index).map_err(|error| because(Code::StoreFailed, error))
}

/// A limit or an offset; what no table can have is as good as no limit.
pub(crate) fn limit(number: usize) -> Value {
    Value::Int(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A closed word in its wire spelling.
pub(crate) fn slug<T: Serialize>(word: T) -> Result<Value, Fault> {
    match serde_json::to_value(word).map_err(unwritable)? {
        serde_json::Value::String(slug) => Ok(slug.into()),
        other => Err(unwritable(std::io::Error::other(format!("{other} is not a word")))),
    }
}

/// A closed word, if there is one.
pub(crate) fn maybe_slug<T: Serialize>(word: Option<T>) -> Result<Value, Fault> {
    word.map_or(Ok(Value::Null), slug)
}

/// Whatever has no columns of its own: its JSON.
pub(crate) fn json<T: Serialize>(value: T) -> Result<Value, Fault> {
    serde_json::to_string(&value).map(Value::Text).map_err(unwritable)
}

/// JSON, if there is something.
pub(crate) fn maybe_json<T: Serialize>(value: Option<T>) -> Result<Value, Fault> {
    value.map_or(Ok(Value::Null), json)
}

/// Something that is looked for and may hold anything. PostgreSQL keeps no text with a zero in it; what is looked for is
/// then as good as another control character, which no store keeps either.
pub(crate) fn sought(text: &str) -> Value {
    text.replace('\0', "\u{1}").into()
}

/// What JSON in the first column of each row says.
pub(crate) fn each<T: DeserializeOwned>(rows: &[Row]) -> Result<Vec<T>, Fault> {
    rows.iter().map(|row| from_json(row.first())).collect()
}

/// What the JSON in a column says.
pub(crate) fn from_json<T: DeserializeOwned>(value: Option<&Value>) -> Result<T, Fault> {
    match value {
        Some(Value::Text(json)) => serde_json::from_str(json).map_err(corrupt),
        _ => Err(corrupt("a statement answered something else than JSON")),
    }
}

/// The number in a column.
pub(crate) fn number(value: Option<&Value>) -> Result<i64, Fault> {
    match value {
        Some(Value::Int(number)) => Ok(*number),
        _ => Err(corrupt("a statement answered something else than a number")),
    }
}

/// The number in a column that is never negative.
pub(crate) fn natural(value: Option<&Value>) -> Result<u64, Fault> {
    u64::try_from(number(value)?).map_err(corrupt)
}

fn unwritable(error: impl std::error::Error + Send + Sync + 'static) -> Fault {
    Error::new(Reason::bug("a value cannot be written to PostgreSQL")).caused_by(error).into()
}

/// What is said of a column that is one of these values, with the parameter's number: `= $2`, or `= any($2::uuid[])` if there
/// are more. One value is no array, because the server guesses arrays long, and so plans the statement anew each time
/// instead of keeping a plan: that took half of a command's time.
pub(crate) fn one_of(number: usize, values: Vec<Value>, kind: &str) -> (String, Value) {
    match <[Value; 1]>::try_from(values) {
        Ok([value]) => (format!("= ${number}"), value),
        Err(values) => (format!("= any(${number}::{kind}[])"), Value::List(values)),
    }
}

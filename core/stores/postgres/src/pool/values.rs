//! Values in PostgreSQL's binary format.

use std::error::Error as Cause;

use bytes::BytesMut;
use chrono::{DateTime, NaiveDate, Utc};
use tokio_postgres::types::{IsNull, Kind, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use crate::session::{Row, SqlError, Value};

type Written = Result<IsNull, Box<dyn Cause + Sync + Send>>;

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Written {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Bool(value) if *kind == Type::BOOL => value.to_sql(kind, out),
            Self::Int(value) if *kind == Type::INT8 => value.to_sql(kind, out),
            Self::Int(value) if *kind == Type::INT4 => i32::try_from(*value)?.to_sql(kind, out),
            // Version 1 of the binary format is a byte that says so, and the text.
            Self::Text(text) if *kind == Type::JSONB => {
                out.extend_from_slice(&[1]);
                text.to_sql(&Type::TEXT, out)
            }
            Self::Text(text) if [Type::TEXT, Type::JSON, Type::VARCHAR].contains(kind) => {
                text.to_sql(&Type::TEXT, out)
            }
            Self::Bytes(value) if *kind == Type::BYTEA => value.as_slice().to_sql(kind, out),
            Self::Uuid(value) if *kind == Type::UUID => value.to_sql(kind, out),
            Self::Time(value) if *kind == Type::TIMESTAMPTZ => value.to_sql(kind, out),
            Self::Day(value) if *kind == Type::DATE => value.to_sql(kind, out),
            Self::List(values) if matches!(kind.kind(), Kind::Array(_)) => {
                values.as_slice().to_sql(kind, out)
            }
            other => Err(format!("{} is no {kind}", other.name()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        // It depends on the value; `to_sql` looks.
        true
    }

    to_sql_checked!();
}

impl Value {
    /// What it is, without saying its value: that may be somebody's name.
    const fn name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a truth value",
            Self::Int(_) => "a number",
            Self::Text(_) => "a text",
            Self::Bytes(_) => "bytes",
            Self::Uuid(_) => "an id",
            Self::Time(_) => "a time",
            Self::Day(_) => "a day",
            Self::List(_) => "a list",
        }
    }
}

/// A row from the driver's.
pub(super) fn read(row: &tokio_postgres::Row) -> Result<Row, SqlError> {
    row.columns().iter().enumerate().map(|(at, column)| value(row, at, column.type_())).collect()
}

fn value(row: &tokio_postgres::Row, at: usize, kind: &Type) -> Result<Value, SqlError> {
    let value = match *kind {
        Type::BOOL => row.try_get::<_, Option<bool>>(at).map(Value::from),
        Type::INT8 => row.try_get::<_, Option<i64>>(at).map(Value::from),
        Type::INT4 => row.try_get::<_, Option<i32>>(at).map(|value| value.map(i64::from).into()),
        Type::TEXT | Type::VARCHAR | Type::NAME => row.try_get::<_, Option<String>>(at).map(Value::from),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at).map(Value::from),
        Type::UUID => row.try_get::<_, Option<Uuid>>(at).map(Value::from),
        Type::TIMESTAMPTZ => row.try_get::<_, Option<DateTime<Utc>>>(at).map(Value::from),
        Type::DATE => row.try_get::<_, Option<NaiveDate>>(at).map(Value::from),
        Type::VOID => Ok(Value::Null),
        _ => return Err(SqlError::new("42804", format!("no statement answers a {kind}"))),
    };
    value.map_err(|error| SqlError::new("22000", error.to_string()))
}

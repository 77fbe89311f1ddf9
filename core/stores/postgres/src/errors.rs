//! What PostgreSQL says, in the words of the catalogue.

use std::error::Error as Cause;

use partnerkit::error::{Code, Error, Reason};

use crate::session::SqlError;

/// What went wrong inside this crate, before it is known what it means to the caller: a refused key is an answer to
/// some and an error to others.
#[derive(Debug)]
pub(crate) enum Fault {
    /// PostgreSQL refused, or could not be reached.
    Sql(SqlError),
    /// The error is made already.
    Known(Error),
}

impl Fault {
    /// Whether a unique key is held, or a row is missing or still referred to. Which one is never asked of the error: a
    /// sharded server does not say.
    pub(crate) fn is_conflict(&self) -> bool {
        const CONFLICTS: [&str; 3] = ["23505", "23503", "23001"];
        matches!(self, Self::Sql(error) if CONFLICTS.contains(&error.sqlstate.as_str()))
    }

    /// Whether the same transaction may well succeed if it is tried once more, perhaps on another connection.
    pub(crate) fn is_transient(&self) -> bool {
        match self {
            // Serialisation failure, deadlock, lock not to be had; connection lost, server going down or coming up, I/O on a
            // node. The last is all that a cluster says when one of its servers is gone in the middle of a statement, or
            // would not commit: nothing was kept, or all of it; command ids and versions tell which.
            Self::Sql(error) => ["40001", "40P01", "55P03", "08", "57P0", "58030", "XX000"]
                .iter()
                .any(|class| error.is(class)),
            Self::Known(_) => false,
        }
    }
}

impl From<SqlError> for Fault {
    fn from(error: SqlError) -> Self {
        Self::Sql(error)
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Known(error)
    }
}

impl From<Code> for Fault {
    fn from(code: Code) -> Self {
        Self::Known(code.into())
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Known(error) => error,
            Fault::Sql(error) => match meaning(&error) {
                Code::Bug => Self::new(Reason::bug("PostgreSQL refused what was to be written or asked"))
                    .caused_by(error),
                code => Self::from(code).caused_by(error),
            },
        }
    }
}

/// An error with a cause in words.
pub(crate) fn because(code: Code, cause: impl Into<Box<dyn Cause + Send + Sync>>) -> Fault {
    Fault::Known(Error::from(code).caused_by(cause))
}

/// What was read is not what this crate writes.
pub(crate) fn corrupt(detail: impl Into<Box<dyn Cause + Send + Sync>>) -> Fault {
    because(Code::StoreCorrupt, detail)
}

/// The one place where PostgreSQL's codes are given a meaning.
fn meaning(error: &SqlError) -> Code {
    let state = error.sqlstate.as_str();
    match state {
        "53100" => return Code::StoreFull,
        "25006" => return Code::StoreReadOnly,
        // Neither the tables nor their columns are as this crate made them.
        "42P01" | "42703" | "3F000" => return Code::StoreUnrecognised,
        "XX001" | "XX002" => return Code::StoreCorrupt,
        // Somebody else holds the lock, or the time for one statement was over, or all connections are taken.
        "40001" | "40P01" | "55P03" | "57014" | "53300" => return Code::StoreBusy,
        // Not allowed. Of no use to try again, unlike what else is in its class.
        "42501" => return Code::StoreFailed,
        "58030" | "XX000" => return Code::StoreUnavailable,
        _ => {}
    }
    match state.get(..2) {
        // No connection, wrong password, no such database, going down.
        Some("08" | "28" | "3D" | "57") => Code::StoreUnavailable,
        Some("22" | "23" | "42" | "21" | "26" | "34") => Code::Bug,
        _ => Code::StoreFailed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_failure_has_its_code() {
        for (sqlstate, code, retryable) in [
            ("08006", Code::StoreUnavailable, true),
            ("08001", Code::StoreUnavailable, true),
            ("57P01", Code::StoreUnavailable, true),
            ("57P03", Code::StoreUnavailable, true),
            ("58030", Code::StoreUnavailable, true),
            ("28P01", Code::StoreUnavailable, true),
            ("40001", Code::StoreBusy, true),
            ("40P01", Code::StoreBusy, true),
            ("55P03", Code::StoreBusy, true),
            ("57014", Code::StoreBusy, true),
            ("53300", Code::StoreBusy, true),
            ("53100", Code::StoreFull, false),
            ("53200", Code::StoreFailed, false),
            ("25006", Code::StoreReadOnly, false),
            ("42P01", Code::StoreUnrecognised, false),
            ("42501", Code::StoreFailed, false),
            ("XX001", Code::StoreCorrupt, false),
            ("XX000", Code::StoreUnavailable, true),
            ("23514", Code::Bug, false),
            ("22P02", Code::Bug, false),
            ("42601", Code::Bug, false),
        ] {
            let error = Error::from(Fault::from(SqlError::new(sqlstate, "it said so")));
            assert_eq!((error.code(), error.is_retryable()), (code, retryable), "{sqlstate}");
            assert!(std::error::Error::source(&error).is_some(), "{sqlstate}");
        }
    }

    #[test]
    fn what_passes_is_tried_again() {
        let is_transient = |sqlstate| Fault::Sql(SqlError::new(sqlstate, "it said so")).is_transient();
        assert!(["08006", "40001", "57P01", "XX000"].into_iter().all(is_transient));
        assert!(!["57014", "XX001", "23505", "28P01"].into_iter().any(is_transient));
    }
}

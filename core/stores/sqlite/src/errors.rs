//! What SQLite says, in the words of the catalogue.

use std::error::Error as Cause;

use partnerkit::error::{Code, Error, Reason};
use rusqlite::ffi;

/// What went wrong inside this crate, before it is known what it means to the caller: a refused key is an answer to
/// some and an error to others.
#[derive(Debug)]
pub(crate) enum Fault {
    /// SQLite refused.
    Sql(rusqlite::Error),
    /// The error is made already.
    Known(Error),
}

impl Fault {
    /// Whether a unique key is held, or a row is missing or still referred to.
    pub(crate) fn is_conflict(&self) -> bool {
        self.is_held_key() || self.is_reference()
    }

    /// Whether a unique key is held.
    pub(crate) fn is_held_key(&self) -> bool {
        const HELD: [i32; 3] =
            [ffi::SQLITE_CONSTRAINT_UNIQUE, ffi::SQLITE_CONSTRAINT_PRIMARYKEY, ffi::SQLITE_CONSTRAINT_ROWID];
        self.extended().is_some_and(|code| HELD.contains(&code))
    }

    /// Whether a row that is referred to is missing, or one is to go that is still referred to.
    fn is_reference(&self) -> bool {
        // SQLite runs ON DELETE RESTRICT as a trigger of its own and says so; the schema has no other triggers.
        const REFERENCE: [i32; 2] = [ffi::SQLITE_CONSTRAINT_FOREIGNKEY, ffi::SQLITE_CONSTRAINT_TRIGGER];
        self.extended().is_some_and(|code| REFERENCE.contains(&code))
    }

    /// Whether somebody else holds the lock.
    pub(crate) fn is_busy(&self) -> bool {
        self.extended().is_some_and(|code| code & 0xff == ffi::SQLITE_BUSY)
    }

    fn extended(&self) -> Option<i32> {
        match self {
            Self::Sql(error) => error.sqlite_error().map(|error| error.extended_code),
            Self::Known(_) => None,
        }
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
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
                Code::Bug => {
                    Self::new(Reason::bug("SQLite refused what was to be written or asked")).caused_by(error)
                }
                code => Self::from(code).caused_by(error),
            },
        }
    }
}

/// An error with a cause in words.
pub(crate) fn because(code: Code, cause: impl Into<Box<dyn Cause + Send + Sync>>) -> Fault {
    Fault::Known(Error::from(code).caused_by(cause))
}

/// The one place where SQLite's codes are given a meaning.
fn meaning(error: &rusqlite::Error) -> Code {
    use rusqlite::Error as Sql;
    match error {
        // A value that was read is not what this crate writes.
        Sql::FromSqlConversionFailure(..)
        | Sql::IntegralValueOutOfRange(..)
        | Sql::InvalidColumnType(..)
        | Sql::Utf8Error(..) => Code::StoreCorrupt,
        Sql::ToSqlConversionFailure(..) => Code::Bug,
        other => other.sqlite_error().map_or(Code::Bug, |error| code_of(error.extended_code)),
    }
}

const fn code_of(extended: i32) -> Code {
    match extended {
        // A checksum was wrong. IOERR_CORRUPTFS is none of these, whatever its name: any read the disk refuses is told so,
        // also one that goes well the next time.
        ffi::SQLITE_IOERR_DATA => return Code::StoreCorrupt,
        ffi::SQLITE_CONSTRAINT_CHECK
        | ffi::SQLITE_CONSTRAINT_NOTNULL
        | ffi::SQLITE_CONSTRAINT_DATATYPE
        | ffi::SQLITE_MISMATCH
        | ffi::SQLITE_MISUSE
        | ffi::SQLITE_RANGE => return Code::Bug,
        _ => {}
    }
    match extended & 0xff {
        // PROTOCOL: the write-ahead log's locks could not be had in several tries.
        ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED | ffi::SQLITE_PROTOCOL => Code::StoreBusy,
        ffi::SQLITE_FULL => Code::StoreFull,
        ffi::SQLITE_READONLY => Code::StoreReadOnly,
        ffi::SQLITE_CANTOPEN | ffi::SQLITE_PERM => Code::StoreUnavailable,
        ffi::SQLITE_NOTADB => Code::StoreUnrecognised,
        ffi::SQLITE_CORRUPT => Code::StoreCorrupt,
        _ => Code::StoreFailed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(extended: i32) -> Error {
        Fault::from(rusqlite::Error::SqliteFailure(ffi::Error::new(extended), None)).into()
    }

    #[test]
    fn every_kind_of_failure_has_its_code() {
        for (extended, code) in [
            (ffi::SQLITE_BUSY, Code::StoreBusy),
            (ffi::SQLITE_BUSY_SNAPSHOT, Code::StoreBusy),
            (ffi::SQLITE_BUSY_RECOVERY, Code::StoreBusy),
            (ffi::SQLITE_LOCKED_SHAREDCACHE, Code::StoreBusy),
            (ffi::SQLITE_PROTOCOL, Code::StoreBusy),
            (ffi::SQLITE_FULL, Code::StoreFull),
            // The index of the write-ahead log could not grow: a full disk, or a broken one. SQLite does not say which.
            (ffi::SQLITE_IOERR_SHMSIZE, Code::StoreFailed),
            (ffi::SQLITE_READONLY, Code::StoreReadOnly),
            (ffi::SQLITE_READONLY_DIRECTORY, Code::StoreReadOnly),
            (ffi::SQLITE_READONLY_DBMOVED, Code::StoreReadOnly),
            (ffi::SQLITE_CANTOPEN, Code::StoreUnavailable),
            (ffi::SQLITE_CANTOPEN_ISDIR, Code::StoreUnavailable),
            (ffi::SQLITE_NOTADB, Code::StoreUnrecognised),
            (ffi::SQLITE_CORRUPT, Code::StoreCorrupt),
            (ffi::SQLITE_CORRUPT_INDEX, Code::StoreCorrupt),
            (ffi::SQLITE_IOERR_DATA, Code::StoreCorrupt),
            (ffi::SQLITE_IOERR_CORRUPTFS, Code::StoreFailed),
            (ffi::SQLITE_IOERR_WRITE, Code::StoreFailed),
            (ffi::SQLITE_NOMEM, Code::StoreFailed),
            (ffi::SQLITE_CONSTRAINT_CHECK, Code::Bug),
            (ffi::SQLITE_CONSTRAINT_NOTNULL, Code::Bug),
            (ffi::SQLITE_CONSTRAINT_DATATYPE, Code::Bug),
        ] {
            let error = said(extended);
            assert_eq!(error.code(), code, "{extended}");
            assert!(std::error::Error::source(&error).is_some(), "{extended}");
            assert!(!error.to_string().contains('?'), "{error}");
        }
    }
}

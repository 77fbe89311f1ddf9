//! What redb says, in the words of the catalogue.

use std::io::ErrorKind;

use partnerkit::error::{Code, Error};

/// The one place where redb's errors are given a meaning.
pub(crate) fn said(error: impl Into<redb::Error>) -> Error {
    let error = error.into();
    let code = match &error {
        redb::Error::DatabaseAlreadyOpen => Code::StoreBusy,
        redb::Error::Corrupted(_) => Code::StoreCorrupt,
        redb::Error::UpgradeRequired(_) | redb::Error::TableTypeMismatch { .. } => Code::StoreUnrecognised,
        redb::Error::Io(cause) => match cause.kind() {
            // What redb says of a file that does not begin like one of its own.
            ErrorKind::InvalidData => Code::StoreUnrecognised,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Code::StoreFull,
            ErrorKind::ReadOnlyFilesystem => Code::StoreReadOnly,
            ErrorKind::NotFound | ErrorKind::PermissionDenied | ErrorKind::IsADirectory => {
                Code::StoreUnavailable
            }
            _ => Code::StoreFailed,
        },
        _ => Code::StoreFailed,
    };
    Error::from(code).caused_by(error)
}

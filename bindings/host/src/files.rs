//! Files at a path, whole or not at all.

use std::fs::{File, remove_file};
use std::io::{BufWriter, Read, Write};
use std::ops::ControlFlow;

use partnerkit::error::{Code, Error};
use partnerkit::import::{OnProgress, Report};
use partnerkit::language::Language;
use serde_json::Value;

use crate::answer::{Reader, no};
use crate::host::{Host, value};

/// Imports the file at `path`; `message` is one with an import whose content is left empty.
pub fn import_file(host: &dyn Host, message: &str, path: &str, on_progress: OnProgress<'_>) -> String {
    match File::open(path) {
        Ok(mut file) => {
            let total = file.metadata().ok().map(|found| found.len());
            host.import(message, &mut file, total, on_progress)
        }
        Err(cause) => {
            let error = Error::from(Code::ImportUnreadable).caused_by(cause);
            no(&error, Language::default(), partnerkit::catalogue::Audience::Staff)
        }
    }
}

/// Imports what is in memory.
pub fn import_bytes(host: &dyn Host, message: &str, mut bytes: &[u8], on_progress: OnProgress<'_>) -> String {
    let total = u64::try_from(bytes.len()).ok();
    host.import(message, &mut bytes, total, on_progress)
}

/// A listener for whoever does not want to hear.
pub fn unheard(_: partnerkit::import::Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Writes a file that is not there yet. `unwritable` is said when it cannot be made.
///
/// # Errors
/// `unwritable`, or what `write` says; then there is no file.
pub fn write_file(
    path: &str,
    unwritable: Code,
    write: impl FnOnce(&mut dyn Write) -> Result<Value, Error>,
) -> Result<Value, Error> {
    let failed = |cause| Error::from(unwritable).caused_by(cause);
    // Never over a file that is there: it may be somebody's only copy.
    let file = File::options().write(true).create_new(true).open(path).map_err(failed)?;
    let written = write(&mut BufWriter::new(&file));
    let written = written.and_then(|value| file.sync_all().map_err(failed).map(|()| value));
    if written.is_err() {
        // Half a file is better not there at all. What went wrong is told anyway.
        drop(remove_file(path));
    }
    written
}

/// Reads a whole bank from the file at `path`.
pub fn read_in(host: &dyn Host, path: &str, language: Language) -> String {
    let unreadable = |cause| Error::from(Code::TakeAlongUnreadable).caused_by(cause);
    let taken = File::open(path).map_err(unreadable).and_then(|mut file| host.read_in(&mut file));
    Reader::staff(language).told(taken)
}

/// Writes the rejected rows of a list and says how many. See [`partnerkit::import::write_rejected`].
///
/// # Errors
/// Those of the same.
pub fn write_rejected(list: &mut dyn Read, report: &Report, out: &mut dyn Write) -> Result<Value, Error> {
    let rows = partnerkit::import::write_rejected(list, report, &mut *out)?;
    out.flush().map_err(|cause| Error::from(Code::OutputFailed).caused_by(cause))?;
    value(rows)
}

/// The same with a list at a path.
///
/// # Errors
/// The same, and `import_unreadable` when there is no such file.
pub fn write_rejected_of(path: &str, report: &Report, out: &mut dyn Write) -> Result<Value, Error> {
    let unreadable = |cause| Error::from(Code::ImportUnreadable).caused_by(cause);
    write_rejected(&mut File::open(path).map_err(unreadable)?, report, out)
}

//! What a host's own code raised, on its way through the library and back into Python.
//!
//! An answer on the wire says `store_…` and nothing more. All calls that one call of ours makes are made by its own thread,
//! so the exception waits there.

use std::cell::RefCell;

use partnerkit::error::{Code, Error};
use pyo3::prelude::*;

thread_local! {
    static RAISED: RefCell<Option<PyErr>> = const { RefCell::new(None) };
}

/// Keeps what a host's store raised, and says `store_failed` with its words as the cause.
pub fn raised(code: Code, error: PyErr) -> Error {
    let said = error.to_string();
    RAISED.with(|raised| *raised.borrow_mut() = Some(error));
    Error::from(code).caused_by(said)
}

/// Runs `work` without the lock of the interpreter, and gives what it gave together with what the host raised meanwhile.
pub fn watched<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> (T, Option<PyErr>) {
    py.detach(|| {
        // A call within a callback of another has a place of its own.
        let outer = RAISED.with(RefCell::take);
        let given = work();
        let raised = RAISED.with(|raised| raised.replace(outer));
        (given, raised)
    })
}

//! The conformance kit, for stores written in Python.

use std::panic::{AssertUnwindSafe, catch_unwind};

use partnerkit_testkit::{CASES, run};
use pyo3::exceptions::{PyAssertionError, PyIndexError};
use pyo3::prelude::*;

use crate::system::System;

/// The theme and the name of every case.
#[pyfunction]
pub fn cases() -> Vec<(&'static str, &'static str)> {
    CASES.iter().map(|case| (case.theme, case.name)).collect()
}

/// Runs one case on a fresh store.
#[pyfunction]
pub fn run_case(py: Python<'_>, number: usize, system: &System) -> PyResult<()> {
    let case = CASES.get(number).ok_or_else(|| PyIndexError::new_err("there is no such case"))?;
    let store = system.store()?;
    // A case says what is wrong by panicking; nothing is used again that it may have left half done.
    let (ran, raised) =
        crate::cause::watched(py, || catch_unwind(AssertUnwindSafe(|| run(store.as_ref(), case.run))));
    let Err(panic) = ran else { return Ok(()) };
    let said = panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    let failed = PyAssertionError::new_err(said.unwrap_or_else(|| "the case failed".to_owned()));
    failed.set_cause(py, raised);
    Err(failed)
}

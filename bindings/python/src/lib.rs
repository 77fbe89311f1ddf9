//! The native half of the Python package: messages in, answers out, both JSON text.
//!
//! It holds no rule and no type of its own. What a Python program sees is made of these calls in `python/partnerkit`,
//! its values and methods generated from the schema of the messages.

// `#[pymethods]` hands owned values to its functions.
#![allow(clippy::needless_pass_by_value)]

mod cause;
mod file;
mod flow;
mod map;
mod pure;
mod store;
mod system;
mod testing;

use pyo3::prelude::*;

/// Runs the command line of partnerkit; says whether it did what was asked.
#[pyfunction]
fn command_line(py: Python<'_>, arguments: Vec<std::ffi::OsString>) -> bool {
    py.detach(|| partnerkit_cli::run(arguments) == std::process::ExitCode::SUCCESS)
}

/// Everything native.
#[pymodule(gil_used = false)]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("VERSION", env!("CARGO_PKG_VERSION"))?;
    module.add_function(wrap_pyfunction!(command_line, module)?)?;
    module.add_class::<system::System>()?;
    module.add_class::<flow::Flow>()?;
    module.add_function(wrap_pyfunction!(pure::describe, module)?)?;
    module.add_function(wrap_pyfunction!(pure::sentence, module)?)?;
    module.add_function(wrap_pyfunction!(pure::person_id, module)?)?;
    module.add_function(wrap_pyfunction!(pure::import_template, module)?)?;
    module.add_function(wrap_pyfunction!(pure::words, module)?)?;
    module.add_function(wrap_pyfunction!(pure::use_words, module)?)?;
    module.add_function(wrap_pyfunction!(pure::can, module)?)?;
    module.add_function(wrap_pyfunction!(pure::capable, module)?)?;
    module.add_function(wrap_pyfunction!(pure::next_status, module)?)?;
    module.add_function(wrap_pyfunction!(pure::decide_case, module)?)?;
    module.add_function(wrap_pyfunction!(pure::allowed_actions, module)?)?;
    module.add_function(wrap_pyfunction!(pure::permitted, module)?)?;
    module.add_function(wrap_pyfunction!(testing::cases, module)?)?;
    module.add_function(wrap_pyfunction!(testing::run_case, module)?)?;
    Ok(())
}

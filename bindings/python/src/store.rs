//! A store written in Python: an object with a method `call`.

use partnerkit::error::{Code, Error};
use partnerkit::store::calls::{Call, Calls};
use pyo3::prelude::*;
use serde_json::Value;

use crate::cause::raised;

/// Asks a Python function: the call as JSON text in, the answer as JSON text out.
pub struct PyCalls {
    ask: Py<PyAny>,
}

impl PyCalls {
    /// `ask` takes and gives JSON text.
    pub const fn new(ask: Py<PyAny>) -> Self {
        Self { ask }
    }
}

impl Calls for PyCalls {
    fn call(&self, call: Call) -> Result<String, Error> {
        let failed = |cause: serde_json::Error| Error::from(Code::StoreFailed).caused_by(cause);
        let text = serde_json::to_string(&call).map_err(failed)?;
        Python::attach(|py| self.ask.call1(py, (text,))?.extract::<String>(py))
            .map_err(|error| raised(code_of(&error), error))
    }
}

/// The code a host's exception names in its attribute `code`, where it is one of a store's; else `store_failed`.
pub fn code_of(error: &PyErr) -> Code {
    let named = Python::attach(|py| {
        let code = error.value(py).getattr("code").ok()?;
        code.extract::<String>().ok()
    });
    let code = named.and_then(|named| serde_json::from_value(Value::String(named)).ok());
    code.filter(|code: &Code| code.slug().starts_with("store_")).unwrap_or(Code::StoreFailed)
}

//! One command, driven by a host on its own connection.

use std::sync::Mutex;

use partnerkit::command::Order;
use partnerkit::language::Language;
use partnerkit::store::calls::WireFlow;
use partnerkit::wire;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use serde::Serialize;

/// A command on its way: steps out, answers in.
#[pyclass(frozen, module = "partnerkit._native")]
pub struct Flow {
    flow: Mutex<WireFlow>,
}

#[pymethods]
impl Flow {
    /// A flow for a message with a command, an id and a time.
    #[new]
    fn new(message: &str) -> PyResult<Self> {
        let message = wire::read(message).map_err(|error| PyValueError::new_err(error.to_string()))?;
        let (Some(id), Some(at), Some(command)) = (message.id, message.at, message.command) else {
            return Err(PyValueError::new_err("a flow needs a command, an id and a time"));
        };
        let order = Order { id, at, actor: message.actor, command };
        Ok(Self { flow: Mutex::new(WireFlow::new(&order, message.language.unwrap_or(Language::English))) })
    }

    /// The first step.
    fn start(&self, py: Python<'_>) -> PyResult<String> {
        self.step(py, WireFlow::start)
    }

    /// The step after a call was answered.
    fn answered(&self, py: Python<'_>, answer: &str) -> PyResult<String> {
        self.step(py, |flow| flow.answered(answer))
    }
}

impl Flow {
    fn step<T: Serialize>(
        &self,
        py: Python<'_>,
        take: impl FnOnce(&mut WireFlow) -> T + Send,
    ) -> PyResult<String> {
        py.detach(|| {
            let mut flow = self.flow.lock().map_err(|_| PyRuntimeError::new_err("the flow is broken"))?;
            text(&take(&mut flow))
        })
    }
}

/// A value as JSON text.
pub fn text(value: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(value).map_err(|error| PyRuntimeError::new_err(error.to_string()))
}

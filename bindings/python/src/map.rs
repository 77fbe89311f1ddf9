//! An ordered map written in Python: an object with a method `transaction`.

use partnerkit::error::Error;
use partnerkit::store::ordered::{Direction, Entries, EntriesMut, Entry, OrderedMap, Outcome};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::cause::raised;
use crate::store::code_of;

/// `map.transaction(write)` is a context manager that gives the entries; `drop` is raised within it to undo it.
pub struct PyMap {
    map: Py<PyAny>,
    dropped: Py<PyAny>,
}

impl PyMap {
    /// A map, and the class of the exception that stands for "undo this".
    pub const fn new(map: Py<PyAny>, dropped: Py<PyAny>) -> Self {
        Self { map, dropped }
    }

    fn transaction(
        &self,
        write: bool,
        work: &mut dyn FnMut(&mut PyEntries) -> Result<Outcome, Error>,
    ) -> Result<(), Error> {
        let entered = Python::attach(|py| {
            let manager = self.map.call_method1(py, "transaction", (write,))?;
            let entries = manager.call_method0(py, "__enter__")?;
            Ok((manager, entries))
        });
        let (manager, entries) = entered.map_err(host)?;
        let outcome = work(&mut PyEntries { entries });
        let keep = matches!(outcome, Ok(Outcome::Keep));
        let left = Python::attach(|py| {
            if keep {
                let none = || py.None();
                return manager.call_method1(py, "__exit__", (none(), none(), none())).map(drop);
            }
            let exception = self.dropped.call0(py)?;
            let leave =
                manager.call_method1(py, "__exit__", (self.dropped.clone_ref(py), exception, py.None()));
            match leave {
                // A manager may raise it again rather than leave that to `with`.
                Err(error) if error.matches(py, self.dropped.bind(py))? => Ok(()),
                other => other.map(drop),
            }
        });
        outcome?;
        left.map_err(host)
    }
}

fn host(error: PyErr) -> Error {
    raised(code_of(&error), error)
}

impl OrderedMap for PyMap {
    fn read(&self, look: &mut dyn FnMut(&dyn Entries) -> Result<(), Error>) -> Result<(), Error> {
        self.transaction(false, &mut |entries| look(entries).map(|()| Outcome::Keep))
    }

    fn write(
        &self,
        change: &mut dyn FnMut(&mut dyn EntriesMut) -> Result<Outcome, Error>,
    ) -> Result<(), Error> {
        self.transaction(true, &mut |entries| change(entries))
    }
}

struct PyEntries {
    entries: Py<PyAny>,
}

impl Entries for PyEntries {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
        Python::attach(|py| {
            self.entries.call_method1(py, "get", (PyBytes::new(py, key),))?.extract::<Option<Vec<u8>>>(py)
        })
        .map_err(host)
    }

    fn page(&self, from: &[u8], to: &[u8], direction: Direction, limit: usize) -> Result<Vec<Entry>, Error> {
        Python::attach(|py| {
            let backwards = direction == Direction::Backwards;
            let ends = (PyBytes::new(py, from), PyBytes::new(py, to), backwards, limit);
            self.entries.call_method1(py, "page", ends)?.extract::<Vec<(Vec<u8>, Vec<u8>)>>(py)
        })
        .map_err(host)
    }
}

impl EntriesMut for PyEntries {
    fn put(&mut self, key: &[u8], value: &[u8]) -> Result<(), Error> {
        Python::attach(|py| {
            let entry = (PyBytes::new(py, key), PyBytes::new(py, value));
            self.entries.call_method1(py, "put", entry).map(drop)
        })
        .map_err(host)
    }

    fn remove(&mut self, key: &[u8]) -> Result<(), Error> {
        Python::attach(|py| self.entries.call_method1(py, "remove", (PyBytes::new(py, key),)).map(drop))
            .map_err(host)
    }
}

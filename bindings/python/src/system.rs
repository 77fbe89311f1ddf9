//! A store with the rules in front, as Python sees it.

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use chrono::Utc;
use partnerkit::catalogue::Audience;
use partnerkit::error::{Code, Error};
use partnerkit::export::Export;
use partnerkit::id::{BankId, CommandId, PersonId};
use partnerkit::import::{ImportOrder, Progress, Report, write_rejected};
use partnerkit::language::Language;
use partnerkit::store::Store;
use partnerkit::store::calls::CallStore;
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::ordered::OrderedStore;
use partnerkit::system;
use partnerkit::token::Secret;
use partnerkit::wire::{self, Answer, WireError};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cause::watched;
use crate::file::{Object, Source};
use crate::flow::text;
use crate::map::PyMap;
use crate::store::PyCalls;

type Shared = Arc<dyn Store>;

/// An answer as JSON text, and what the host's own code raised on the way to a failure.
type Answered = (String, Option<PyErr>);

/// A system on some store. Any number of threads may use it at once; all its methods let go of the interpreter's lock.
#[pyclass(frozen, module = "partnerkit._native")]
pub struct System {
    /// None once it is closed. What is under way then goes on to its end.
    system: RwLock<Option<Arc<system::System<Shared>>>>,
}

impl System {
    fn over(store: Shared) -> Self {
        Self { system: RwLock::new(Some(Arc::new(system::System::new(store)))) }
    }

    fn system(&self) -> PyResult<Arc<system::System<Shared>>> {
        let system = self.system.read().unwrap_or_else(PoisonError::into_inner);
        system.clone().ok_or_else(|| PyValueError::new_err("the system is closed"))
    }

    /// The store behind it.
    pub fn store(&self) -> PyResult<Shared> {
        Ok(Arc::clone(self.system()?.store()))
    }
}

#[pymethods]
impl System {
    /// A system on an SQLite file.
    #[staticmethod]
    fn open(py: Python<'_>, path: PathBuf) -> PyResult<(Option<Self>, String)> {
        opened(py.detach(|| partnerkit_sqlite::open(path)))
    }

    /// A system in a PostgreSQL database.
    #[staticmethod]
    fn connect(py: Python<'_>, url: &str) -> PyResult<(Option<Self>, String)> {
        opened(py.detach(|| partnerkit_postgres::connect(url)))
    }

    /// A system in memory.
    #[staticmethod]
    fn memory() -> Self {
        Self::over(Arc::new(MemoryStore::new()))
    }

    /// A system on a store that answers calls, JSON text in and out.
    #[staticmethod]
    fn calling(ask: Py<PyAny>) -> Self {
        Self::over(Arc::new(CallStore::new(PyCalls::new(ask))))
    }

    /// A system on an ordered map.
    #[staticmethod]
    fn on_map(
        py: Python<'_>,
        map: Py<PyAny>,
        dropped: Py<PyAny>,
    ) -> PyResult<(Option<Self>, String, Option<PyErr>)> {
        let (store, raised) = watched(py, || OrderedStore::open(PyMap::new(map, dropped)));
        let (system, said) = opened(store)?;
        Ok((system, said, raised))
    }

    /// Closes it; a file is closed with the last call under way.
    fn close(&self) {
        self.system.write().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// Serves one message.
    fn serve(&self, py: Python<'_>, message: &str) -> PyResult<Answered> {
        let system = self.system()?;
        let (answer, raised) = watched(py, || {
            let mut missing = || (CommandId(uuid::Uuid::new_v4()), Utc::now());
            text(&wire::serve(&*system, message, &mut missing, &mut secret))
        });
        Ok((answer?, raised))
    }

    /// Imports partners: the order and the answer as JSON text. `progress` is called with rows, bytes and total.
    fn import_partners(
        &self,
        py: Python<'_>,
        order: &str,
        source: &Bound<'_, PyAny>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Answered> {
        let system = self.system()?;
        importing(py, order, source, progress, |order, source, total, on_progress| {
            text(&answer(system.import(order, source, total, on_progress).map_err(Error::from)))
        })
    }

    /// Does everything an import does but for the import.
    fn preview_import(
        &self,
        py: Python<'_>,
        order: &str,
        source: &Bound<'_, PyAny>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Answered> {
        let system = self.system()?;
        importing(py, order, source, progress, |order, source, total, on_progress| {
            text(&answer(system.preview_import(order, source, total, on_progress).map_err(Error::from)))
        })
    }

    /// Reads a file again and writes its rejected rows as CSV.
    #[staticmethod]
    fn write_rejected(
        py: Python<'_>,
        source: &Bound<'_, PyAny>,
        report: &str,
        out: Py<PyAny>,
        language: &str,
    ) -> PyResult<Answered> {
        let (mut source, _) = Source::open(source)?;
        let report = read::<Report>(report)?.said_in(word(language)?);
        let mut out = Object::new(out);
        let (answer, _) = watched(py, || text(&self::answer(write_rejected(&mut source, &report, &mut out))));
        Ok((answer?, source.raised().or_else(|| out.into_raised())))
    }

    /// Writes partners as CSV.
    fn export_partners(&self, py: Python<'_>, export: &str, out: Py<PyAny>) -> PyResult<Answered> {
        let (system, export): (_, Export) = (self.system()?, read(export)?);
        writing(py, out, |out| text(&answer(system.export_partners(&export, out))))
    }

    /// Writes a whole bank as one file.
    fn write_out(&self, py: Python<'_>, bank: &str, out: Py<PyAny>) -> PyResult<Answered> {
        let (system, bank): (_, BankId) = (self.system()?, id(bank)?);
        writing(py, out, |out| text(&answer(system.write_out(bank, out))))
    }

    /// Reads a whole bank from such a file.
    fn read_in(&self, py: Python<'_>, file: Py<PyAny>) -> PyResult<Answered> {
        let system = self.system()?;
        writing(py, file, |file| text(&answer(system.read_in(file))))
    }

    /// All banks.
    fn banks(&self, py: Python<'_>) -> PyResult<Answered> {
        let system = self.system()?;
        let (answer, raised) = watched(py, || text(&self::answer(system.banks())));
        Ok((answer?, raised))
    }

    /// All roles of a person.
    fn roles_of(&self, py: Python<'_>, person: &str) -> PyResult<Answered> {
        let (system, person): (_, PersonId) = (self.system()?, id(person)?);
        let (answer, raised) = watched(py, || text(&self::answer(system.roles_of(person))));
        Ok((answer?, raised))
    }
}

fn opened(store: Result<impl Store + 'static, Error>) -> PyResult<(Option<System>, String)> {
    match store {
        Ok(store) => Ok((Some(System::over(Arc::new(store))), text(&answer(Ok(())))?)),
        Err(error) => Ok((None, text(&answer::<()>(Err(error)))?)),
    }
}

/// The answer as it stands on the wire. Whoever wants it in another language asks for its sentence.
fn answer<T: Serialize>(result: Result<T, Error>) -> Answer {
    result
        .and_then(|value| Answer::yes(&value))
        .unwrap_or_else(|error| Answer::Error(WireError::new(&error, Language::English, Audience::Staff)))
}

fn writing(
    py: Python<'_>,
    file: Py<PyAny>,
    write: impl FnOnce(&mut Object) -> PyResult<String> + Send,
) -> PyResult<Answered> {
    let mut file = Object::new(file);
    let (answer, raised) = watched(py, || write(&mut file));
    Ok((answer?, file.into_raised().or(raised)))
}

/// Runs an import. A signal (Ctrl-C) and an exception in `progress` cancel it and are raised as they are.
fn importing(
    py: Python<'_>,
    order: &str,
    source: &Bound<'_, PyAny>,
    progress: Option<Py<PyAny>>,
    import: impl FnOnce(
        &ImportOrder,
        &mut dyn Read,
        Option<u64>,
        &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> PyResult<String>
    + Send,
) -> PyResult<Answered> {
    let order: ImportOrder = read(order)?;
    let (mut source, total) = Source::open(source)?;
    let mut stopped = None;
    let mut on_progress = |now: Progress| {
        let told = Python::attach(|py| {
            py.check_signals()?;
            let Some(progress) = &progress else { return Ok(()) };
            progress.call1(py, (now.rows, now.bytes, now.total)).map(drop)
        });
        match told {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                stopped = Some(error);
                ControlFlow::Break(())
            }
        }
    };
    let (answer, raised) = watched(py, || import(&order, &mut source, total, &mut on_progress));
    match stopped {
        Some(error) => Err(error),
        None => Ok((answer?, source.raised().or(raised))),
    }
}

/// 256 bits from the operating system.
fn secret() -> Result<Secret, Error> {
    let mut bits = [0; 32];
    match getrandom::fill(&mut bits) {
        Ok(()) => Ok(Secret(bits)),
        Err(cause) => Err(Error::from(Code::StoreUnavailable).caused_by(io::Error::other(cause.to_string()))),
    }
}

fn read<T: DeserializeOwned>(json: &str) -> PyResult<T> {
    serde_json::from_str(json).map_err(|error| PyValueError::new_err(error.to_string()))
}

fn word<T: DeserializeOwned>(word: &str) -> PyResult<T> {
    serde_json::from_value(word.into()).map_err(|error| PyValueError::new_err(error.to_string()))
}

fn id<T: From<uuid::Uuid>>(text: &str) -> PyResult<T> {
    text.parse::<uuid::Uuid>().map(T::from).map_err(|error| PyValueError::new_err(error.to_string()))
}

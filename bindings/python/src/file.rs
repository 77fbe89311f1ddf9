//! Files of Python as the library reads and writes them.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

/// What is read: a path, bytes, a text, or an object with `read(size)` that gives bytes or text.
pub enum Source {
    /// A file of this machine, read without asking Python.
    Path(File),
    /// Bytes in memory.
    Bytes(Cursor<Vec<u8>>),
    /// An object of Python.
    Object(Object),
}

impl Source {
    /// Opens `source`; the size is that of a file, or of the bytes.
    pub fn open(source: &Bound<'_, PyAny>) -> PyResult<(Self, Option<u64>)> {
        if let Ok(text) = source.cast::<PyString>() {
            return Ok(Self::of_bytes(text.to_str()?.as_bytes().to_vec()));
        }
        if let Ok(bytes) = source.cast::<PyBytes>() {
            return Ok(Self::of_bytes(bytes.as_bytes().to_vec()));
        }
        if source.hasattr("__fspath__")? {
            let file = File::open(source.extract::<PathBuf>()?)?;
            let size = file.metadata()?.len();
            return Ok((Self::Path(file), Some(size)));
        }
        if source.hasattr("read")? {
            return Ok((Self::Object(Object::new(source.clone().unbind())), None));
        }
        Err(PyTypeError::new_err("a path, bytes, a text, or an object with `read` is needed"))
    }

    fn of_bytes(bytes: Vec<u8>) -> (Self, Option<u64>) {
        let size = u64::try_from(bytes.len()).ok();
        (Self::Bytes(Cursor::new(bytes)), size)
    }

    /// What the object raised when it was read last.
    pub fn raised(&mut self) -> Option<PyErr> {
        if let Self::Object(object) = self { object.raised.take() } else { None }
    }
}

impl Read for Source {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Path(file) => file.read(into),
            Self::Bytes(bytes) => bytes.read(into),
            Self::Object(object) => object.read(into),
        }
    }
}

/// A file object of Python.
pub struct Object {
    object: Py<PyAny>,
    /// What was read and not yet taken; a text file gives characters, of which one may be four bytes.
    left: Cursor<Vec<u8>>,
    raised: Option<PyErr>,
}

impl Object {
    /// An object with `read`, `write` or `seek`, whatever it is used for.
    pub fn new(object: Py<PyAny>) -> Self {
        Self { object, left: Cursor::new(Vec::new()), raised: None }
    }

    /// What it raised.
    pub fn into_raised(self) -> Option<PyErr> {
        self.raised
    }

    fn ask<T>(&mut self, ask: impl FnOnce(&Bound<'_, PyAny>) -> PyResult<T>) -> io::Result<T> {
        Python::attach(|py| ask(self.object.bind(py))).map_err(|error| {
            let said = io::Error::other(error.to_string());
            self.raised = Some(error);
            said
        })
    }
}

impl Read for Object {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let taken = self.left.read(into)?;
        if taken > 0 || into.is_empty() {
            return Ok(taken);
        }
        let size = into.len();
        let piece = self.ask(|object| {
            let piece = object.call_method1("read", (size,))?;
            if let Ok(text) = piece.cast::<PyString>() {
                return Ok(text.to_str()?.as_bytes().to_vec());
            }
            piece.extract::<Vec<u8>>()
        })?;
        self.left = Cursor::new(piece);
        self.left.read(into)
    }
}

impl Write for Object {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.ask(|object| object.call_method1("write", (PyBytes::new(object.py(), bytes),)).map(drop))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Object {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (offset, whence) = match to {
            SeekFrom::Start(offset) => (i64::try_from(offset).map_err(io::Error::other)?, 0),
            SeekFrom::Current(offset) => (offset, 1),
            SeekFrom::End(offset) => (offset, 2),
        };
        self.left = Cursor::new(Vec::new());
        self.ask(|object| object.call_method1("seek", (offset, whence))?.extract())
    }
}

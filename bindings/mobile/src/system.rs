//! A system with its store.

use std::fmt;
use std::sync::Arc;

use partnerkit::error::{Code, Error};
use partnerkit::export::Export;
use partnerkit::store::Store;
use partnerkit::store::calls::CallStore;
use partnerkit::store::memory::MemoryStore;
use partnerkit::system::System;
use partnerkit_host::files::{self, write_file};
use partnerkit_host::text::{read, spoken, word};
use partnerkit_host::{Alone, Host, Reader, no};
use partnerkit_sqlite::Options;

use crate::listener::{ImportListener, told};
use crate::rules::{Invalid, valid};
use crate::store::{Asked, HostStore};

/// Why there is no system.
#[derive(Debug, uniffi::Error)]
pub enum Refused {
    /// The store cannot be opened.
    Answer {
        /// The error in the wire format.
        answer: String,
    },
}

impl fmt::Display for Refused {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Answer { answer } = self;
        to.write_str(answer)
    }
}

impl std::error::Error for Refused {}

/// A system with its store. Any number of threads may use it at once. The store is let go of with the last of them.
#[derive(uniffi::Object)]
pub struct NativeSystem {
    host: Box<dyn Host>,
}

impl NativeSystem {
    fn over(store: impl Store + 'static) -> Arc<Self> {
        // One system for all stores: with each of its own the library would be larger by the whole of it.
        let store: Arc<dyn Store> = Arc::new(store);
        Arc::new(Self { host: Box::new(System::new(store)) })
    }

    fn opened(store: Result<impl Store + 'static, Error>) -> Result<Arc<Self>, Refused> {
        store.map(Self::over).map_err(|error| Refused::Answer { answer: refused(&error) })
    }
}

#[uniffi::export]
impl NativeSystem {
    /// Keeps everything in an SQLite file, which is made if it is not there, unless it is only to be read.
    ///
    /// # Errors
    /// When it cannot be opened.
    #[uniffi::constructor]
    pub fn open(path: &str, read_only: bool) -> Result<Arc<Self>, Refused> {
        Self::opened(Options::new().read_only(read_only).open(path))
    }

    /// Keeps everything in memory.
    #[uniffi::constructor]
    #[must_use]
    pub fn memory() -> Arc<Self> {
        Self::over(MemoryStore::new())
    }

    /// Keeps everything in a store of the host's own.
    #[uniffi::constructor]
    #[must_use]
    pub fn with_store(store: Arc<dyn HostStore>) -> Arc<Self> {
        Self::over(CallStore::new(Asked(store)))
    }

    /// Keeps everything in an ordered map of the host's own.
    ///
    /// # Errors
    /// When it cannot be read.
    #[uniffi::constructor]
    pub fn with_map(map: Arc<dyn HostStore>) -> Result<Arc<Self>, Refused> {
        Self::opened(Alone::open(Asked(map)))
    }

    /// Answers one message.
    pub fn serve(&self, message: &str) -> String {
        self.host.serve(message)
    }

    /// All banks.
    pub fn banks(&self) -> String {
        self.host.banks()
    }

    /// Imports the file at `path`; `message` is one with an import whose content is left empty.
    pub fn import_file(
        &self,
        message: &str,
        path: &str,
        listener: Option<Arc<dyn ImportListener>>,
    ) -> String {
        files::import_file(&*self.host, message, path, &mut |progress| told(listener.as_ref(), progress))
    }

    /// Imports what is in memory.
    // Owned: for a slice UniFFI 0.32 takes another shape of bytes than the Ruby that it writes gives.
    pub fn import_bytes(
        &self,
        message: &str,
        bytes: Vec<u8>,
        listener: Option<Arc<dyn ImportListener>>,
    ) -> String {
        files::import_bytes(&*self.host, message, &bytes, &mut |progress| told(listener.as_ref(), progress))
    }

    /// Writes partners as CSV to `path`, where no file is yet. `export` says who asks, which partners and which columns.
    ///
    /// # Errors
    /// When what is given is not of the wire's types.
    pub fn export_partners(
        &self,
        export: &str,
        path: &str,
        language: Option<String>,
    ) -> Result<String, Invalid> {
        let export: Export = valid(read(export))?;
        let language = valid(spoken(language.as_deref()))?;
        let written = write_file(path, Code::ExportFailed, |out| self.host.export_partners(&export, out));
        Ok(Reader { language, audience: export.actor.audience() }.told(written))
    }

    /// Writes everything there is of a bank to `path`, where no file is yet.
    ///
    /// # Errors
    /// When what is given is not of the wire's types.
    pub fn write_out(&self, bank: &str, path: &str, language: Option<String>) -> Result<String, Invalid> {
        let bank = valid(word(bank))?;
        let language = valid(spoken(language.as_deref()))?;
        let written = write_file(path, Code::TakeAlongUnwritable, |out| self.host.write_out(bank, out));
        Ok(Reader::staff(language).told(written))
    }

    /// Reads a whole bank from the file at `path`. The store must not hold it yet.
    ///
    /// # Errors
    /// When there is no such language.
    pub fn read_in(&self, path: &str, language: Option<String>) -> Result<String, Invalid> {
        Ok(files::read_in(&*self.host, path, valid(spoken(language.as_deref()))?))
    }
}

fn refused(error: &Error) -> String {
    no(error, partnerkit::language::Language::default(), partnerkit::catalogue::Audience::Staff)
}

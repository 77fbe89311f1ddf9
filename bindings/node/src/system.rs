//! A system with its store, as JavaScript holds it.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use napi::bindgen_prelude::{Object, Uint8Array};
use napi::{Env, Error, Result};
use napi_derive::napi;
use partnerkit::catalogue::Audience;
use partnerkit::error::Code;
use partnerkit::export::Export;
use partnerkit::language::Language;
use partnerkit::store::Store;
use partnerkit::store::calls::CallStore;
use partnerkit::store::memory::MemoryStore;
use partnerkit::system::System;
use partnerkit_host::files::{import_bytes, read_in, unheard};
use partnerkit_host::text::{read, spoken, word};
use partnerkit_host::{Alone, Host, Reader, no, yes};
use partnerkit_sqlite::{Options, Synchronous};
use serde_json::json;

use crate::import::ImportJob;
use crate::pool::promise;
use crate::rules::wrong;
use crate::store::{JsCalls, NativeStore};
use crate::written::WriteJob;

/// How a file is opened.
#[napi(object)]
pub struct FileOptions {
    /// Only read; neither make nor migrate the file.
    pub read_only: Option<bool>,
    /// How long to wait, in milliseconds, while somebody else writes.
    pub busy_timeout: Option<u32>,
    /// Whether a commit survives the loss of power, and not only the end of the process.
    pub survive_power_loss: Option<bool>,
}

impl From<FileOptions> for Options {
    fn from(given: FileOptions) -> Self {
        let mut options = Self::new().read_only(given.read_only.unwrap_or(false));
        if let Some(patience) = given.busy_timeout {
            options = options.busy_timeout(Duration::from_millis(patience.into()));
        }
        if given.survive_power_loss == Some(false) {
            options = options.synchronous(Synchronous::Normal);
        }
        options
    }
}

/// Where the system is, once there is one, and until it is closed.
type Place = Arc<RwLock<Option<Arc<dyn Host>>>>;

/// A system with its store. It is made empty and then opened; an empty or closed one refuses every message.
#[napi]
#[derive(Default)]
pub struct NativeSystem {
    place: Place,
}

#[napi]
impl NativeSystem {
    /// An empty one.
    #[napi(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps everything in memory.
    #[napi]
    pub fn memory(&self) {
        put(&self.place, System::new(MemoryStore::new()));
    }

    /// Keeps everything in an SQLite file. The answer is a promise of text.
    ///
    /// # Errors
    /// When Node cannot make a promise.
    #[napi]
    pub fn open<'env>(&self, env: &'env Env, path: String, options: FileOptions) -> Result<Object<'env>> {
        let place = Arc::clone(&self.place);
        promise(env, move || open(&place, &path, options))
    }

    /// The same at once.
    #[napi]
    pub fn open_sync(&self, path: String, options: FileOptions) -> String {
        open(&self.place, &path, options)
    }

    /// Keeps everything in a PostgreSQL database. The answer is a promise of text.
    ///
    /// # Errors
    /// When Node cannot make a promise.
    #[napi]
    pub fn connect<'env>(
        &self,
        env: &'env Env,
        url: String,
        connections: Option<u32>,
    ) -> Result<Object<'env>> {
        let place = Arc::clone(&self.place);
        promise(env, move || connect(&place, &url, connections))
    }

    /// The same at once.
    #[napi]
    pub fn connect_sync(&self, url: String, connections: Option<u32>) -> String {
        connect(&self.place, &url, connections)
    }

    /// Keeps everything in a store written in JavaScript. The answer is a promise of text.
    ///
    /// # Errors
    /// When Node cannot make a promise.
    #[napi]
    pub fn use_store<'env>(&self, env: &'env Env, store: &NativeStore, is_map: bool) -> Result<Object<'env>> {
        let (place, store) = (Arc::clone(&self.place), store.clone());
        promise(env, move || {
            if !is_map {
                put(&place, System::new(CallStore::new(JsCalls(store))));
                return yes(&json!({}));
            }
            opened(&place, Alone::open(store))
        })
    }

    /// Answers one message. The answer is a promise of text.
    ///
    /// # Errors
    /// When it is closed, or Node cannot make a promise.
    #[napi]
    pub fn serve<'env>(&self, env: &'env Env, message: String) -> Result<Object<'env>> {
        let host = self.host()?;
        promise(env, move || host.serve(&message))
    }

    /// The same at once.
    ///
    /// # Errors
    /// When it is closed.
    #[napi]
    pub fn serve_sync(&self, message: String) -> Result<String> {
        Ok(self.host()?.serve(&message))
    }

    /// All banks. The answer is a promise of text.
    ///
    /// # Errors
    /// When it is closed, or Node cannot make a promise.
    #[napi]
    pub fn banks<'env>(&self, env: &'env Env) -> Result<Object<'env>> {
        let host = self.host()?;
        promise(env, move || host.banks())
    }

    /// The same at once.
    ///
    /// # Errors
    /// When it is closed.
    #[napi]
    pub fn banks_sync(&self) -> Result<String> {
        Ok(self.host()?.banks())
    }

    /// Prepares an import. `message` is one with an import whose content is left empty.
    ///
    /// # Errors
    /// When it is closed.
    #[napi]
    pub fn import(&self, message: String) -> Result<ImportJob> {
        Ok(ImportJob::new(self.host()?, message))
    }

    /// Imports what is in memory, at once.
    ///
    /// # Errors
    /// When it is closed.
    #[napi]
    pub fn import_bytes_sync(&self, message: String, bytes: Uint8Array) -> Result<String> {
        Ok(import_bytes(&*self.host()?, &message, &bytes, &mut unheard))
    }

    /// Prepares a file of partners as CSV. `export` says who asks, which partners and which columns.
    ///
    /// # Errors
    /// When it is closed, or `export` is not of the wire's types.
    #[napi]
    pub fn export_partners(&self, export: String, language: Option<String>) -> Result<WriteJob> {
        let (host, export): (_, Export) = (self.host()?, read(&export).map_err(wrong)?);
        let reader = Reader {
            language: spoken(language.as_deref()).map_err(wrong)?,
            audience: export.actor.audience(),
        };
        Ok(WriteJob::new(Code::ExportFailed, reader, move |out| host.export_partners(&export, out)))
    }

    /// Prepares a file of a whole bank.
    ///
    /// # Errors
    /// When it is closed, or `bank` is no id.
    #[napi]
    pub fn write_out(&self, bank: String, language: Option<String>) -> Result<WriteJob> {
        let (host, bank) = (self.host()?, word(&bank).map_err(wrong)?);
        let reader = Reader::staff(spoken(language.as_deref()).map_err(wrong)?);
        Ok(WriteJob::new(Code::TakeAlongUnwritable, reader, move |out| host.write_out(bank, out)))
    }

    /// Reads a whole bank from the file at `path`. The answer is a promise of text.
    ///
    /// # Errors
    /// When it is closed, or Node cannot make a promise.
    #[napi]
    pub fn read_in<'env>(
        &self,
        env: &'env Env,
        path: String,
        language: Option<String>,
    ) -> Result<Object<'env>> {
        let (host, language) = (self.host()?, spoken(language.as_deref()).map_err(wrong)?);
        promise(env, move || read_in(&*host, &path, language))
    }

    /// The same at once.
    ///
    /// # Errors
    /// When it is closed.
    #[napi]
    pub fn read_in_sync(&self, path: String, language: Option<String>) -> Result<String> {
        Ok(read_in(&*self.host()?, &path, spoken(language.as_deref()).map_err(wrong)?))
    }

    /// Lets go of the store. What is under way is finished; everything after is refused.
    #[napi]
    pub fn close(&self) {
        self.place.write().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// Whether it is open.
    #[napi(getter)]
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.place.read().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn host(&self) -> Result<Arc<dyn Host>> {
        let place = self.place.read().unwrap_or_else(PoisonError::into_inner);
        place.clone().ok_or_else(|| Error::from_reason("the system is closed"))
    }
}

fn put(place: &Place, system: impl Host + 'static) {
    *place.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(system));
}

fn open(place: &Place, path: &str, options: FileOptions) -> String {
    opened(place, Options::from(options).open(path))
}

fn opened(
    place: &Place,
    store: std::result::Result<impl Store + 'static, partnerkit::error::Error>,
) -> String {
    match store {
        Ok(store) => {
            put(place, System::new(store));
            yes(&json!({}))
        }
        Err(error) => no(&error, Language::English, Audience::Staff),
    }
}

fn connect(place: &Place, url: &str, connections: Option<u32>) -> String {
    let mut options = partnerkit_postgres::Options::new();
    if let Some(most) = connections.and_then(|most| usize::try_from(most).ok()) {
        options = options.connections(most);
    }
    opened(place, options.connect(url))
}

//! Stores written in the host's language: one call in, one answer out, both JSON. What is asked are the calls of a store
//! ([`partnerkit::store::calls`]) or, where the store is an ordered map, the few questions of that ([`partnerkit_host::map`]).

use std::fmt;
use std::sync::Arc;

use partnerkit::error::{Code, Error};
use partnerkit::store::calls::{Call, Calls};
use partnerkit_host::map::Ask;
use partnerkit_host::text::word;

/// A store of the host's own. What it must understand is in `core/schema/store.schema.json`; where it is an ordered map, only
/// the questions in [`partnerkit_host::map`].
#[uniffi::export(with_foreign)]
pub trait HostStore: Send + Sync {
    /// Answers one call. All calls of one question or command come from the thread that asked it.
    ///
    /// # Errors
    /// Whatever the host's own code met; nothing was written.
    fn call(&self, call: String) -> Result<String, HostFailure>;
}

/// What a host's store met.
#[derive(Debug, uniffi::Error)]
pub enum HostFailure {
    /// Its own code failed.
    Failed {
        /// One of the codes of stores (`store_busy`, …), if it says so.
        code: Option<String>,
        /// What it said.
        said: String,
    },
}

impl fmt::Display for HostFailure {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Failed { said, .. } = self;
        to.write_str(said)
    }
}

impl std::error::Error for HostFailure {}

impl From<uniffi::UnexpectedUniFFICallbackError> for HostFailure {
    fn from(unexpected: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed { code: None, said: unexpected.reason }
    }
}

/// The store behind a host's calls.
pub(crate) struct Asked(pub Arc<dyn HostStore>);

impl Calls for Asked {
    fn call(&self, call: Call) -> Result<String, Error> {
        let broken = |cause: serde_json::Error| Error::from(Code::StoreFailed).caused_by(cause);
        self.ask(serde_json::to_string(&call).map_err(broken)?)
    }
}

impl Ask for Asked {
    fn ask(&self, question: String) -> Result<String, Error> {
        self.0.call(question).map_err(failed)
    }
}

fn failed(failure: HostFailure) -> Error {
    let HostFailure::Failed { code, said } = failure;
    let named = code.and_then(|code| word(&code).ok());
    let code = named.filter(|code: &Code| code.slug().starts_with("store_")).unwrap_or(Code::StoreFailed);
    Error::from(code).caused_by(said)
}

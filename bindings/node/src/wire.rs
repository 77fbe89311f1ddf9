//! Values of the wire format, read from text.

use napi::{Error, Result};
use partnerkit::language::Language;
use serde::de::DeserializeOwned;

/// A value from JSON text.
pub(crate) fn read<T: DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(wrong)
}

/// A value that stands on the wire as one word.
pub(crate) fn word<T: DeserializeOwned>(word: String) -> Result<T> {
    serde_json::from_value(word.into()).map_err(wrong)
}

/// The language asked for, or the one that is spoken unless said otherwise.
pub(crate) fn spoken(language: Option<String>) -> Result<Language> {
    language.map_or_else(|| Ok(Language::default()), word)
}

#[expect(clippy::needless_pass_by_value, reason = "handed to `map_err`")]
pub(crate) fn wrong(error: serde_json::Error) -> Error {
    Error::from_reason(error.to_string())
}

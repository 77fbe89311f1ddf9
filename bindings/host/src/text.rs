//! Values of the wire format, read from text.

use partnerkit::language::Language;
use partnerkit::wire::{from_text, from_tree};
use serde::de::DeserializeOwned;
use serde_json::Error;

/// A value, or why what was given is none.
pub type Result<T> = std::result::Result<T, Error>;

/// A value from JSON text.
///
/// # Errors
/// When it is not of the wire's type.
pub fn read<T: DeserializeOwned>(json: &str) -> Result<T> {
    from_text(json)
}

/// A value that stands on the wire as one word.
///
/// # Errors
/// When there is no such word.
pub fn word<T: DeserializeOwned>(word: &str) -> Result<T> {
    from_tree(&word.into())
}

/// The language asked for, or the one that is spoken unless said otherwise.
///
/// # Errors
/// When there is no such language.
pub fn spoken(language: Option<&str>) -> Result<Language> {
    language.map_or_else(|| Ok(Language::default()), word)
}

//! Why the answer is no: reasons with stable codes, and the error that carries them.
//!
//! Reasons are data. The words for them live in [`crate::catalogue`], one entry per code; a binding shows the words and
//! never matches on a code.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use crate::catalogue::{Audience, Category, Code};
use crate::language::Language;

/// The facts a sentence is made of, by name: `{"partner": "Ballard Food Bank"}`.
pub type Params = BTreeMap<String, Value>;

/// One reason for a refusal, or one warning: a code, its parameters and, where it is about a part of the input, the place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The stable code. Never renamed, never reused.
    pub code: Code,
    /// The parameters the code documents in the catalogue.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    pub params: Params,
    /// The field of the input it is about, in wire spelling: `name`, `email`, `quantity` …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The section of the profile it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The line of a request or distribution, or the entry of a list, it is about, counted from 0 in the order given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

impl Reason {
    /// A reason without parameters.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, params: Params::new(), field: None, section: None, line: None }
    }

    /// A mistake of ours, or of a store: [`Code::Bug`] with what was seen.
    #[must_use]
    pub fn bug(detail: impl Into<Value>) -> Self {
        Self::new(Code::Bug).with("detail", detail)
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// Says which field of the input it is about.
    #[must_use]
    pub fn on(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// Says which section of the profile it is about.
    #[must_use]
    pub fn in_section(mut self, section: &str) -> Self {
        self.section = Some(section.to_owned());
        self
    }

    /// Says which line of the input it is about, counted from 0.
    #[must_use]
    pub fn in_line(mut self, line: usize) -> Self {
        self.line = u32::try_from(line).ok();
        self
    }

    /// One plain sentence for `audience`.
    #[must_use]
    pub fn sentence(&self, language: Language, audience: Audience) -> String {
        self.code.sentence(language, audience, &self.params)
    }
}

impl From<Code> for Reason {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

/// A refusal or a failure: at least one reason, all of the same standing.
///
/// [`Category::NotFound`] and "not permitted" stand alone; all other reasons stand together, so a caller sees everything
/// that is wrong at once.
pub struct Error {
    reasons: Vec<Reason>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// An error with one reason.
    #[must_use]
    pub fn new(reason: impl Into<Reason>) -> Self {
        Self { reasons: vec![reason.into()], source: None }
    }

    /// An error with all `reasons`, or `Ok` when there is none.
    ///
    /// # Errors
    /// When `reasons` is not empty.
    pub fn unless_empty(reasons: Vec<Reason>) -> Result<(), Self> {
        if reasons.is_empty() { Ok(()) } else { Err(Self { reasons, source: None }) }
    }

    /// Remembers what a driver said, for logs; it is never part of the sentence.
    #[must_use]
    pub fn caused_by(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// All the reasons, in the order found. Never empty.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// The reasons, by value.
    #[must_use]
    pub fn into_reasons(self) -> Vec<Reason> {
        self.reasons
    }

    /// The code of the first reason.
    #[must_use]
    pub fn code(&self) -> Code {
        self.reasons.first().map_or(Code::Bug, |reason| reason.code)
    }

    /// The category of the first reason.
    #[must_use]
    pub fn category(&self) -> Category {
        self.code().category()
    }

    /// The parameters of the first reason.
    #[must_use]
    pub fn params(&self) -> Params {
        self.reasons.first().map(|reason| reason.params.clone()).unwrap_or_default()
    }

    /// Whether the same call may succeed when simply made again.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.code().is_retryable()
    }

    /// All the sentences for `audience`, joined by spaces.
    #[must_use]
    pub fn sentence(&self, language: Language, audience: Audience) -> String {
        let sentences = self.reasons.iter().map(|reason| reason.sentence(language, audience));
        sentences.collect::<Vec<_>>().join(" ")
    }
}

impl From<Reason> for Error {
    fn from(reason: Reason) -> Self {
        Self::new(reason)
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Self {
        Self::new(Reason::new(code))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::English, Audience::Staff))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error").field("reasons", &self.reasons).field("source", &self.source).finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source.as_ref() as &(dyn std::error::Error + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_reason_speaks_for_the_error_and_all_are_said() {
        let error = Error::unless_empty(vec![
            Reason::new(Code::NameMissing).on("name"),
            Reason::new(Code::EmailInvalid).with("value", "n/a").on("email"),
        ])
        .unwrap_err();
        assert_eq!(error.code(), Code::NameMissing);
        assert_eq!(error.category(), Category::InvalidInput);
        assert!(error.to_string().contains("`n/a`"), "{error}");
    }
}

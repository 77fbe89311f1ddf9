//! Answers as text, in the wire format. An error has what a driver said about it beside it, as `cause`.

use std::error::Error as _;

use partnerkit::catalogue::Audience;
use partnerkit::error::Error;
use partnerkit::language::Language;
use partnerkit::wire::{Answer, WireError};
use serde::Serialize;
use serde_json::Value;

/// An answer and, beside an error, what a driver said.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    answer: &'a Answer,
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<&'a str>,
}

/// `answer` as text, with what was said about an error.
#[must_use]
pub fn told(answer: &Answer, cause: Option<&str>) -> String {
    serde_json::to_string(&Told { answer, cause }).unwrap_or_else(|error| {
        // Answers are made of JSON; this is never reached, and would still be an answer.
        serde_json::json!({ "error": { "code": "bug", "category": "bug", "message": error.to_string() } })
            .to_string()
    })
}

/// Yes, with `value`.
#[must_use]
pub fn yes(value: &impl Serialize) -> String {
    match Answer::yes(value) {
        Ok(answer) => told(&answer, None),
        Err(error) => no(&error, Language::English, Audience::Staff),
    }
}

/// No, in words for `audience`.
#[must_use]
pub fn no(error: &Error, language: Language, audience: Audience) -> String {
    told(&Answer::Error(WireError::new(error, language, audience)), said(error).as_deref())
}

/// Everything that was said about an error, the nearest cause first.
#[must_use]
pub fn said(error: &Error) -> Option<String> {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    let said: Vec<String> = causes.map(ToString::to_string).collect();
    (!said.is_empty()).then(|| said.join(": "))
}

/// Whom an answer is for.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// The language of sentences.
    pub language: Language,
    /// Whether staff or a partner reads it.
    pub audience: Audience,
}

impl Reader {
    /// Staff, in a language.
    #[must_use]
    pub const fn staff(language: Language) -> Self {
        Self { language, audience: Audience::Staff }
    }

    /// What was done or why not, as text.
    #[must_use]
    pub fn told(self, done: Result<Value, Error>) -> String {
        match done {
            Ok(value) => yes(&value),
            Err(error) => no(&error, self.language, self.audience),
        }
    }
}

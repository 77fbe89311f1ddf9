//! Answers as text, in the wire format. An error has what a driver said about it beside it, as `cause`.

use std::error::Error as _;

use partnerkit::catalogue::Audience;
use partnerkit::error::{Error, Reason};
use partnerkit::language::Language;
use partnerkit::wire::{Answer, WireError};
use serde::Serialize;

/// An answer and, beside an error, what a driver said.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    answer: &'a Answer,
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<&'a str>,
}

/// `answer` as text, with what was said about an error.
pub(crate) fn told(answer: &Answer, cause: Option<&str>) -> String {
    serde_json::to_string(&Told { answer, cause }).unwrap_or_else(|error| {
        // Answers are made of JSON; this is never reached, and would still be an answer.
        serde_json::json!({ "error": { "code": "bug", "category": "bug", "message": error.to_string() } })
            .to_string()
    })
}

/// Yes, with `value`.
pub(crate) fn yes(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(value) => told(&Answer::Ok(value), None),
        Err(error) => no(&Reason::bug(error.to_string()).into(), Language::English, Audience::Staff),
    }
}

/// No, in words for `audience`.
pub(crate) fn no(error: &Error, language: Language, audience: Audience) -> String {
    told(&Answer::Error(WireError::new(error, language, audience)), said(error).as_deref())
}

/// Everything that was said about an error, the nearest cause first.
pub(crate) fn said(error: &Error) -> Option<String> {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    let said: Vec<String> = causes.map(ToString::to_string).collect();
    (!said.is_empty()).then(|| said.join(": "))
}

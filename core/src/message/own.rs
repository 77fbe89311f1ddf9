//! A bank's own texts of messages (rulebook, section 11).
//!
//! A text has `{placeholders}` and is filled in one pass: what stands for a placeholder is never looked at again. A brace
//! opens a placeholder, always; there is no way to write one otherwise. Paragraphs stand apart by an empty line, and
//!
//! - one with a placeholder that has no value in this message (a comment nobody wrote) is left out;
//! - one that is nothing but `{lines}` becomes a list;
//! - one that is nothing but somebody's own words (`{note}`, `{comment}`, `{reason}`) becomes a quote.
//!
//! They are for what partners are told and what the bank is told about them. The bank's own people are invited in ours.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::MessageKind;
use crate::error::{Code, Error, Reason};
use crate::language::Language;
use crate::order::gathered;
use crate::text;

/// A bank's own text for one kind of message in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnText {
    /// One line, at most 200 characters. Only placeholders that always have a value, and no link.
    pub subject: String,
    /// Plain words, at most 10,000 characters.
    pub text: String,
}

/// A bank's own texts, by kind and language.
pub type OwnTexts = BTreeMap<MessageKind, BTreeMap<Language, OwnText>>;

/// What may stand in braces in a bank's own text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Placeholder {
    /// Its name, as it stands between the braces; also the name of the value in [`Message::data`](super::Message::data).
    pub name: &'static str,
    /// When it has a value.
    pub given: Given,
}

/// When a placeholder has a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// In every message of the kind, and no text may do without it: the message would be of no use.
    Required,
    /// In every message of the kind.
    Always,
    /// In some.
    Sometimes,
}

/// The placeholder in whose place the link of an invitation is put when it is handed out.
pub(super) const LINK_NAME: &str = "link";

/// Names with when they have a value.
macro_rules! placeholders {
    ($($name:literal $given:ident),* $(,)?) => {
        &[
            Placeholder { name: "bank", given: Given::Always },
            Placeholder { name: "bank_email", given: Given::Always },
            Placeholder { name: "partner", given: Given::Always },
            Placeholder { name: "status", given: Given::Always },
            $(Placeholder { name: $name, given: Given::$given }),*
        ]
    };
}

impl MessageKind {
    /// What may stand in braces in a bank's own text of this kind.
    ///
    /// ```
    /// use partnerkit::message::{Given, MessageKind};
    /// let note = MessageKind::ChangesAsked.placeholders().iter().find(|each| each.name == "note");
    /// assert_eq!(note.map(|each| each.given), Some(Given::Required));
    /// ```
    #[must_use]
    pub const fn placeholders(self) -> &'static [Placeholder] {
        match self {
            Self::Invitation => placeholders!["link" Required, "days" Always],
            Self::RoleAdded | Self::Approved | Self::RecertificationRequired => placeholders![],
            Self::ApprovalRequested => placeholders!["partner_email" Always],
            Self::ChangesAsked => placeholders!["note" Required],
            Self::RequestReceived => placeholders![
                "request" Always, "request_kind" Always, "requested_on" Always, "lines" Always, "comment" Sometimes,
            ],
            Self::RequestCancelled => placeholders![
                "request" Always, "request_kind" Always, "requested_on" Always, "lines" Always, "reason" Sometimes,
            ],
            Self::DistributionScheduled | Self::DistributionTomorrow => placeholders![
                "distribution" Always, "date" Always, "method" Always, "lines" Always, "comment" Sometimes,
                "request" Sometimes, "requested_on" Sometimes,
            ],
            Self::DistributionChanged => placeholders![
                "distribution" Always, "date" Always, "method" Always, "lines" Always, "changed" Always,
                "comment" Sometimes, "request" Sometimes, "requested_on" Sometimes,
            ],
            Self::DistributionTakenBack => placeholders![
                "distribution" Always, "date" Always, "method" Always, "lines" Always,
                "request" Sometimes, "requested_on" Sometimes,
            ],
            Self::DeadlineReminder => placeholders!["deadline" Required],
            Self::RecertificationDue => placeholders!["due" Required, "required_on" Always],
        }
    }
}

impl Placeholder {
    /// Whether a subject may name it.
    fn fits_a_subject(self) -> bool {
        self.given != Given::Sometimes && self.name != LINK_NAME
    }
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// As it stands.
    Words(&'a str),
    /// What stood in braces.
    Placeholder(&'a str),
}

/// The pieces of a text, in order.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if let Some(inside) = rest.strip_prefix('{') {
            // A brace that is never closed opens a placeholder that goes on to the end, and that nobody knows.
            let (name, after) = inside.split_once('}').unwrap_or((inside, ""));
            rest = after;
            return Some(Piece::Placeholder(name));
        }
        let (words, after) = rest.split_at(rest.find('{').unwrap_or(rest.len()));
        rest = after;
        (!words.is_empty()).then_some(Piece::Words(words))
    })
}

/// The paragraphs of a text: its lines, where an empty one stands between them.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let paragraphs: Vec<String> = lines
        .split(|line| line.is_empty())
        .filter(|lines| !lines.is_empty())
        .map(|lines| lines.join("\n"))
        .collect();
    paragraphs.into_iter()
}

/// The text as it is kept: trimmed, its lines ended in one way.
///
/// # Errors
/// `text_missing`, `text_too_long`, `control_character`, `placeholder_unknown` for each one once, `placeholder_missing`.
pub(crate) fn check(kind: MessageKind, raw: &OwnText) -> Result<OwnText, Error> {
    let mut reasons = Vec::new();
    let mut keep = |field: &str, checked: Result<Option<String>, Reason>| match checked {
        Ok(Some(text)) => text,
        Ok(None) => {
            reasons.push(Reason::new(Code::TextMissing).with("field", field).on(field));
            String::new()
        }
        Err(reason) => {
            reasons.push(reason);
            String::new()
        }
    };
    let subject = keep("subject", text::line("subject", &raw.subject, text::MAX_NAME));
    let body = keep("text", text::bounded("text", &raw.text, text::MAX_NOTES));
    let body = body.replace("\r\n", "\n").replace('\r', "\n");
    let known = kind.placeholders();
    let in_subject: Vec<&str> =
        known.iter().filter(|each| each.fits_a_subject()).map(|each| each.name).collect();
    let in_text: Vec<&str> = known.iter().map(|each| each.name).collect();
    reasons.extend(unknown("subject", &subject, &in_subject));
    reasons.extend(unknown("text", &body, &in_text));
    if !body.is_empty() {
        let named: BTreeSet<&str> = named(&body).collect();
        let required = known.iter().filter(|each| each.given == Given::Required);
        reasons.extend(
            required
                .filter(|each| !named.contains(each.name))
                .map(|each| Reason::new(Code::PlaceholderMissing).with("placeholder", each.name).on("text")),
        );
    }
    Error::unless_empty(reasons)?;
    Ok(OwnText { subject, text: body })
}

fn named(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter_map(|piece| match piece {
        Piece::Placeholder(name) => Some(name),
        Piece::Words(_) => None,
    })
}

/// A reason for each placeholder that is not among the known ones.
fn unknown(field: &str, text: &str, known: &[&str]) -> Vec<Reason> {
    let strange: BTreeSet<&str> = gathered(named(text).filter(|name| !known.contains(name)));
    let reason = |name: &str| {
        let reason = Reason::new(Code::PlaceholderUnknown).with("placeholder", text::shorten(name));
        reason.with("known", known.join(", ")).on(field)
    };
    strange.into_iter().map(reason).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_pieces_and_back() {
        let found = |text| pieces(text).collect::<Vec<_>>();
        let (words, name) = (Piece::Words, Piece::Placeholder);
        assert_eq!(found("Dear {partner}!"), [words("Dear "), name("partner"), words("!")]);
        assert_eq!(found("{a}{b}"), [name("a"), name("b")]);
        assert_eq!(found("}{ a {b} "), [words("}"), name(" a {b"), words(" ")]);
        assert_eq!(found("never {closed"), [words("never "), name("closed")]);
        assert_eq!(found("{"), [name("")]);
        assert_eq!(found(""), []);
    }

    #[test]
    fn paragraphs_stand_apart_by_empty_lines() {
        let text = "\n one \ntwo\n\n \t\n\nthree\n";
        assert_eq!(paragraphs(text).collect::<Vec<_>>(), ["one\ntwo", "three"]);
    }

    #[test]
    fn every_required_placeholder_is_asked_for_and_every_unknown_one_named() {
        for kind in MessageKind::ALL {
            let reasons = |text: &str| {
                let text = OwnText { subject: "{bank}".to_owned(), text: text.to_owned() };
                check(kind, &text).map_or_else(|error| error.reasons().to_vec(), |_| Vec::new())
            };
            let required = kind.placeholders().iter().filter(|each| each.given == Given::Required);
            let required: Vec<&str> = required.map(|each| each.name).collect();
            let all: String = required.iter().map(|name| format!("{{{name}}} ")).collect();
            assert_eq!(reasons(&format!("x {all}")), [], "{kind}");
            let missing = reasons("x");
            assert_eq!(missing.len(), required.len(), "{kind}");
            assert!(missing.iter().all(|reason| reason.code == Code::PlaceholderMissing), "{kind}");
            let strange = reasons(&format!("{all}{{nonsense}} {{nonsense}} {{ bank }}"));
            assert_eq!(strange.len(), 2, "{kind}: {strange:?}");
            assert!(strange.iter().all(|reason| reason.code == Code::PlaceholderUnknown), "{kind}");
        }
    }

    #[test]
    fn a_subject_takes_no_link_and_nothing_that_may_be_missing() {
        for (kind, name) in [(MessageKind::Invitation, "link"), (MessageKind::RequestReceived, "comment")] {
            let text = OwnText { subject: format!("{{{name}}}"), text: format!("{{{name}}}") };
            let error = check(kind, &text).unwrap_err();
            let fields: Vec<Option<&str>> =
                error.reasons().iter().map(|reason| reason.field.as_deref()).collect();
            assert_eq!(fields, [Some("subject")], "{kind}: {error:?}");
        }
    }

    #[test]
    fn lines_end_in_one_way() {
        let text = OwnText { subject: " x ".to_owned(), text: " a\r\nb\rc\n".to_owned() };
        let kept = check(MessageKind::Approved, &text).unwrap();
        assert_eq!((kept.subject.as_str(), kept.text.as_str()), ("x", "a\nb\nc"));
    }
}

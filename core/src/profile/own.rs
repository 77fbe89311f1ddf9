//! A bank's own fields.
//!
//! They stand in one of the library's sections, or in "questions of the bank". Their keys begin with `own_`, so that no
//! field the library may have one day can clash with them. A field is never deleted: it is retired, and the values given
//! to it stay.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::fields::{FieldType, Section};
use crate::error::{Code, Reason};
use crate::language::Language;
use crate::text;

/// What the key of a bank's own field begins with.
pub const PREFIX: &str = "own_";
/// The most characters of such a key.
pub const MAX_KEY: usize = 60;
/// The most fields of its own a bank may have, retired ones among them.
pub const MAX_FIELDS: usize = 200;
/// The most characters of a label.
pub const MAX_LABEL: usize = text::MAX_NAME;
/// The most characters of a help text.
pub const MAX_HELP: usize = 1_000;

/// A field of a bank's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnField {
    /// Its key: `own_`, then small letters, digits and `_`.
    pub key: String,
    /// The section it stands in.
    #[serde(default = "questions")]
    pub section: Section,
    /// What it takes. It stays the same for good.
    #[serde(rename = "type")]
    pub kind: OwnType,
    /// What people see beside it, in at least one language.
    pub label: BTreeMap<Language, String>,
    /// What is wanted there.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub help: BTreeMap<Language, String>,
    /// It is no longer asked for.
    #[serde(default)]
    pub retired: bool,
}

const fn questions() -> Section {
    Section::BankQuestions
}

/// What a bank's own field may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OwnType {
    /// Yes or no.
    YesNo,
    /// A year, up to the present one.
    Year,
    /// A whole number from 0.
    Number,
    /// 0 to 100 with at most one decimal.
    Percent,
    /// One line of text.
    Line,
    /// Text of any number of lines.
    Text,
    /// One email address.
    Email,
}

impl From<OwnType> for FieldType {
    fn from(kind: OwnType) -> Self {
        match kind {
            OwnType::YesNo => Self::YesNo,
            OwnType::Year => Self::Year,
            OwnType::Number => Self::Number,
            OwnType::Percent => Self::Percent,
            OwnType::Line => Self::Line,
            OwnType::Text => Self::Text,
            OwnType::Email => Self::Email,
        }
    }
}

impl OwnField {
    /// What people see beside it, in `language`, or else in English, or else in whatever language there is.
    #[must_use]
    pub fn label(&self, language: Language) -> &str {
        said(&self.label, language).unwrap_or(&self.key)
    }

    /// What is wanted there, likewise.
    #[must_use]
    pub fn help(&self, language: Language) -> Option<&str> {
        said(&self.help, language)
    }
}

fn said(words: &BTreeMap<Language, String>, language: Language) -> Option<&str> {
    let asked = words.get(&language).or_else(|| words.get(&Language::English));
    asked.or_else(|| words.values().next()).map(String::as_str)
}

/// Adds `changed` to `fields`: a key that is there already is changed, a new one comes last.
pub(crate) fn merge(fields: &mut Vec<OwnField>, changed: &[OwnField]) {
    for field in changed {
        match fields.iter_mut().find(|known| known.key == field.key) {
            Some(known) => known.clone_from(field),
            None => fields.push(field.clone()),
        }
    }
}

/// Checks and trims fields that are to be merged into `present`.
///
/// # Errors
/// Every problem: `profile_field_key`, `profile_field_twice`, `profile_field_type`, `label_missing`, `text_too_long`,
/// `control_character`, `too_many_entries`. `line` is the place of the field in the list.
pub(crate) fn check(fields: &mut [OwnField], present: &[OwnField]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut seen = BTreeSet::new();
    for (line, field) in fields.iter_mut().enumerate() {
        let mut problem = |reason: Reason| reasons.push(reason.on("profile_fields").in_line(line));
        let key = field.key.as_str();
        let shown = || text::shorten(key);
        if !is_key(key) {
            problem(Reason::new(Code::ProfileFieldKey).with("key", shown()));
        }
        if !seen.insert(key.to_owned()) {
            problem(Reason::new(Code::ProfileFieldTwice).with("key", shown()));
        }
        if let Some(known) = present.iter().find(|known| known.key == key && known.kind != field.kind) {
            let kind = FieldType::from(known.kind).slug();
            problem(Reason::new(Code::ProfileFieldType).with("key", shown()).with("type", kind));
        }
        for (name, words, most) in
            [("label", &mut field.label, MAX_LABEL), ("help", &mut field.help, MAX_HELP)]
        {
            for words in words.values_mut() {
                match text::line(name, words, most) {
                    Ok(kept) => *words = kept.unwrap_or_default(),
                    Err(reason) => problem(reason),
                }
            }
            words.retain(|_, words| !words.is_empty());
        }
        if field.label.is_empty() {
            problem(Reason::new(Code::LabelMissing).with("key", shown()));
        }
    }
    let mut after = present.to_vec();
    merge(&mut after, fields);
    if after.len() > MAX_FIELDS {
        let reason = Reason::new(Code::TooManyEntries).with("field", "profile_fields");
        reasons.push(reason.with("count", after.len()).with("most", MAX_FIELDS).on("profile_fields"));
    }
    reasons
}

fn is_key(key: &str) -> bool {
    key.len() <= MAX_KEY
        && key.strip_prefix(PREFIX).is_some_and(|name| {
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bank_has_two_hundred_fields_of_its_own_and_not_one_more() {
        let fields = |keys: std::ops::Range<usize>| -> Vec<OwnField> {
            let field = |n| OwnField {
                key: format!("own_{n}"),
                section: questions(),
                kind: OwnType::Line,
                label: [(Language::English, "What else?".to_owned())].into(),
                help: BTreeMap::new(),
                retired: false,
            };
            keys.map(field).collect()
        };
        let codes = |present: usize, changed| -> Vec<Code> {
            let mut changed: Vec<OwnField> = changed;
            check(&mut changed, &fields(0..present)).iter().map(|reason| reason.code).collect()
        };
        assert_eq!(codes(150, fields(150..MAX_FIELDS)), []);
        assert_eq!(codes(MAX_FIELDS, fields(7..8)), []);
        assert_eq!(codes(MAX_FIELDS, fields(MAX_FIELDS..MAX_FIELDS + 1)), [Code::TooManyEntries]);
        assert_eq!(codes(150, fields(150..MAX_FIELDS + 2)), [Code::TooManyEntries]);
    }

    #[test]
    fn no_field_of_the_library_can_ever_clash_with_one_of_a_bank() {
        for section in Section::ALL {
            for field in section.fields() {
                assert!(!is_key(field.key), "{}", field.key);
            }
        }
        assert!(is_key("own_pets_2"));
        for wrong in
            ["own_", "pets", "Own_pets", "own_Pets", "own pets", "own_pets\u{200b}", &"own_x".repeat(20)]
        {
            assert!(!is_key(wrong), "{wrong}");
        }
    }
}

//! What a field takes, and the one spelling in which it is kept.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::fields::{FieldType, Section, find};
use super::{AREAS, ProfilePatch};
use crate::bank::BankSettings;
use crate::error::{Code, Reason};
use crate::partner::MAX_QUOTA;
use crate::text::{self, MAX_NAME, MAX_NOTES, email_key, name_key, shorten};
use crate::wire::{from_tree, tree};

/// The most characters of a one-line field.
pub const MAX_LINE: usize = 1_000;
/// The most addresses a field for several takes.
pub const MAX_EMAILS: usize = 3;
/// The most documents in one field.
pub const MAX_DOCUMENTS: usize = 1_000;
/// The most counties: there are fewer in the whole country.
pub const MAX_AREAS: usize = 4_000;
/// The first year an agency can have been founded in.
pub const FIRST_YEAR: i32 = 1000;
/// The most characters of a document's URI.
pub const MAX_URI: usize = 2_000;

/// A document, which the host keeps: what it is called and where it is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its name, as people see it, 1 to 200 characters.
    pub name: String,
    /// Its media type, such as `application/pdf`.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// Where the host finds it: any URI but one that runs or holds content itself (`javascript:`, `data:`, …).
    pub uri: String,
}

/// A county the partner serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The county.
    pub county: String,
    /// Its state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The share of the partner's clients who live there, in percent, as in `33.3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::schema::Percent>"))]
    pub share: Option<Value>,
}

impl Area {
    /// The share in tenths of a percent; 0 where none is given.
    #[must_use]
    pub fn tenths(&self) -> u32 {
        self.share.as_ref().and_then(tenths).unwrap_or_default()
    }

    /// Two rows with the same key are about the same county.
    #[must_use]
    pub fn key(&self) -> (String, String) {
        (name_key(&self.county), name_key(self.state.as_deref().unwrap_or_default()))
    }
}

/// Checks a patch, field by field, and puts every value in its one spelling. Blank texts and empty lists become "cleared".
///
/// `this_year` is the year in the bank's time zone.
///
/// # Errors
/// Every problem, with its section and field; `line` is the place in a list.
pub fn patch(
    patch: &ProfilePatch,
    settings: &BankSettings,
    this_year: i32,
) -> Result<ProfilePatch, Vec<Reason>> {
    let mut reasons = Vec::new();
    let mut checked = ProfilePatch::default();
    for (key, value) in patch.iter() {
        match field(key, value, settings, this_year) {
            Ok(value) => checked = checked.set(key, value),
            Err(problems) => reasons.extend(problems),
        }
    }
    if reasons.is_empty() { Ok(checked) } else { Err(reasons) }
}

fn field(key: &str, raw: &Value, settings: &BankSettings, this_year: i32) -> Result<Value, Vec<Reason>> {
    let Some((section, kind, retired)) = lookup(key, settings) else {
        // The name is the sender's, of any length.
        let key = shorten(key);
        return Err(vec![Reason::new(Code::ProfileFieldUnknown).with("field", key.as_str()).on(&key)]);
    };
    let refuse = |reason: Reason| vec![reason.on(key).in_section(section.key())];
    if retired {
        return Err(refuse(Reason::new(Code::ProfileFieldRetired).with("field", key)));
    }
    if !settings.has_section(section) {
        let reason = Reason::new(Code::ProfileSectionOff).with("field", key);
        return Err(refuse(reason.with("section", section.key())));
    }
    value(key, kind, raw, this_year).map_err(|reasons| reasons.into_iter().flat_map(refuse).collect())
}

/// The section of a field of the library or of the bank's own, what it takes, and whether it is retired.
#[must_use]
pub fn lookup(key: &str, settings: &BankSettings) -> Option<(Section, FieldType, bool)> {
    if let Some((section, field)) = find(key) {
        return Some((section, field.kind, false));
    }
    let own = settings.profile_fields.iter().find(|field| field.key == key)?;
    Some((own.section, own.kind.into(), own.retired))
}

/// Checks one value, and gives it in its one spelling: null where it says nothing.
pub(super) fn value(key: &str, kind: FieldType, raw: &Value, this_year: i32) -> Result<Value, Vec<Reason>> {
    if raw.is_null() {
        return Ok(Value::Null);
    }
    let one = |result: Result<Value, Reason>| result.map_err(|reason| vec![reason]);
    match kind {
        FieldType::YesNo => one(yes_no(raw)),
        FieldType::Year => one(number(key, raw, i64::from(FIRST_YEAR), i64::from(this_year), kind)),
        FieldType::Number => one(number(key, raw, 0, i64::try_from(MAX_QUOTA).unwrap_or(i64::MAX), kind)),
        FieldType::Percent => one(percent(key, raw)),
        FieldType::Line => one(said(key, raw, kind, |text| text::line(key, text, MAX_LINE))),
        FieldType::Text => one(said(key, raw, kind, |text| text::bounded(key, text, MAX_NOTES))),
        FieldType::Choice(choices) => one(said(key, raw, kind, |text| {
            let is_one = text.trim().is_empty() || choices.iter().any(|choice| choice.key == text.trim());
            let unknown = || Reason::new(Code::ChoiceUnknown).with("field", key).with("value", shorten(text));
            if is_one { text::line(key, text, MAX_LINE) } else { Err(unknown()) }
        })),
        FieldType::Email => one(said(key, raw, kind, |text| {
            if text.trim().is_empty() { Ok(None) } else { text::email(text).map(Some) }
        })),
        FieldType::Emails => emails(key, raw),
        FieldType::Document => document(key, raw),
        FieldType::Documents => {
            list(key, raw, kind, MAX_DOCUMENTS, |raw| document(key, raw)).map(Value::from).map(or_null)
        }
        FieldType::Areas => list(key, raw, kind, MAX_AREAS, area).map(Value::from).map(or_null),
    }
}

fn or_null(list: Value) -> Value {
    if list.as_array().is_some_and(Vec::is_empty) { Value::Null } else { list }
}

fn wrong_type(key: &str, kind: FieldType) -> Reason {
    Reason::new(Code::WrongType).with("field", key).with("type", kind.slug())
}

fn yes_no(raw: &Value) -> Result<Value, Reason> {
    match raw {
        Value::Bool(_) => Ok(raw.clone()),
        other => Err(Reason::new(Code::NotYesOrNo).with("value", shown(other))),
    }
}

fn number(key: &str, raw: &Value, least: i64, most: i64, kind: FieldType) -> Result<Value, Reason> {
    let Value::Number(number) = raw else { return Err(wrong_type(key, kind)) };
    if number.is_f64() {
        return Err(wrong_type(key, kind));
    }
    match number.as_i64().filter(|number| (least..=most).contains(number)) {
        Some(number) => Ok(number.into()),
        None => {
            let reason = Reason::new(Code::NumberOutOfRange).with("field", key);
            Err(reason.with("value", raw.clone()).with("least", least).with("most", most))
        }
    }
}

fn percent(key: &str, raw: &Value) -> Result<Value, Reason> {
    if raw.is_null() || raw.as_str().is_some_and(|text| text.trim().is_empty()) {
        return Ok(Value::Null);
    }
    let invalid = || Reason::new(Code::PercentInvalid).with("field", key).with("value", shown(raw));
    tenths(raw).map(said_in_percent).ok_or_else(invalid)
}

/// Tenths of a percent as they are kept: `33.3`, `40`.
pub(super) fn said_in_percent(tenths: u32) -> Value {
    match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string().into(),
        (whole, tenth) => format!("{whole}.{tenth}").into(),
    }
}

/// A percentage from 0 to 100, a number or a text, in tenths; none if it is none or finer.
pub(super) fn tenths(raw: &Value) -> Option<u32> {
    // A number is read by its shortest decimal spelling, in which a tenth is a tenth.
    let text = match raw {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let part = part.trim_end_matches('0');
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 1 || !digits(whole) || !digits(part) {
        return None;
    }
    let tenth = if part.is_empty() { 0 } else { part.parse().ok()? };
    let tenths = whole.parse::<u32>().ok()? * 10 + tenth;
    (tenths <= 1_000).then_some(tenths)
}

/// A text, checked; a blank one says nothing.
fn said(
    key: &str,
    raw: &Value,
    kind: FieldType,
    check: impl Fn(&str) -> Result<Option<String>, Reason>,
) -> Result<Value, Reason> {
    let text = raw.as_str().ok_or_else(|| wrong_type(key, kind))?;
    Ok(check(text)?.map_or(Value::Null, Value::from))
}

/// A list, each entry checked by `check`, which gives null for one that says nothing.
fn list(
    key: &str,
    raw: &Value,
    kind: FieldType,
    most: usize,
    check: impl Fn(&Value) -> Result<Value, Vec<Reason>>,
) -> Result<Vec<Value>, Vec<Reason>> {
    let entries = raw.as_array().ok_or_else(|| vec![wrong_type(key, kind)])?;
    if entries.len() > most {
        let reason = Reason::new(Code::TooManyEntries).with("field", key);
        return Err(vec![reason.with("count", entries.len()).with("most", most)]);
    }
    let mut reasons = Vec::new();
    let mut kept = Vec::new();
    for (line, entry) in entries.iter().enumerate() {
        match check(entry) {
            Ok(Value::Null) => {}
            Ok(entry) => kept.push(entry),
            Err(problems) => reasons.extend(problems.into_iter().map(|reason| reason.in_line(line))),
        }
    }
    if reasons.is_empty() { Ok(kept) } else { Err(reasons) }
}

fn emails(key: &str, raw: &Value) -> Result<Value, Vec<Reason>> {
    let kept = list(key, raw, FieldType::Emails, MAX_EMAILS, |entry| {
        let address = entry.as_str().ok_or_else(|| vec![wrong_type(key, FieldType::Emails)])?;
        text::email(address).map(Value::from).map_err(|reason| vec![reason])
    })?;
    let mut seen = BTreeSet::new();
    for (line, address) in kept.iter().filter_map(Value::as_str).enumerate() {
        if !seen.insert(email_key(address)) {
            let twice = Reason::new(Code::EmailTwice).with("value", address);
            return Err(vec![twice.in_line(line)]);
        }
    }
    Ok(or_null(kept.into()))
}

/// An object read as what it must be.
fn object<T: DeserializeOwned>(key: &str, raw: &Value, kind: FieldType) -> Result<T, Vec<Reason>> {
    from_tree(raw).map_err(|_| vec![wrong_type(key, kind)])
}

fn document(key: &str, raw: &Value) -> Result<Value, Vec<Reason>> {
    let mut document: Document = object(key, raw, FieldType::Document)?;
    let mut reasons = Vec::new();
    match text::name(&document.name) {
        Ok(name) => document.name = name,
        Err(reason) => reasons.push(reason),
    }
    document.media_type = document.media_type.trim().to_ascii_lowercase();
    document.digest = document.digest.trim().to_ascii_lowercase();
    document.uri = document.uri.trim().to_owned();
    let parts = [
        ("media_type", is_media_type(&document.media_type)),
        ("size", document.size <= MAX_QUOTA),
        ("digest", document.digest.len() == 64 && document.digest.bytes().all(|b| b.is_ascii_hexdigit())),
        ("uri", is_uri(&document.uri)),
    ];
    let bad = parts.into_iter().filter(|(_, good)| !good);
    reasons.extend(bad.map(|(part, _)| Reason::new(Code::DocumentInvalid).with("part", part)));
    if !reasons.is_empty() {
        return Err(reasons);
    }
    tree(&document).map_err(|cause| vec![Reason::bug(cause.to_string())])
}

/// A type and a subtype of RFC 6838, without parameters.
fn is_media_type(text: &str) -> bool {
    let is_name = |name: &str| {
        name.len() <= 127
            && name.starts_with(|c: char| c.is_ascii_alphanumeric())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
    };
    text.split_once('/').is_some_and(|(kind, subtype)| is_name(kind) && is_name(subtype))
}

/// A URI by the letters of RFC 3986. Those that run or hold content themselves are no references.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let runs = ["javascript", "data", "vbscript", "blob"].iter().any(|bad| scheme.eq_ignore_ascii_case(bad));
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b);
    is_scheme && !runs && !rest.is_empty() && text.len() <= MAX_URI && rest.bytes().all(is_letter)
}

fn area(raw: &Value) -> Result<Value, Vec<Reason>> {
    let mut area: Area = object(AREAS, raw, FieldType::Areas)?;
    let mut reasons = Vec::new();
    match text::line("county", &area.county, MAX_NAME) {
        Ok(Some(county)) => area.county = county,
        Ok(None) => reasons.push(Code::CountyMissing.into()),
        Err(reason) => reasons.push(reason),
    }
    match text::line("state", area.state.as_deref().unwrap_or_default(), MAX_NAME) {
        Ok(state) => area.state = state,
        Err(reason) => reasons.push(reason),
    }
    match percent("share", &area.share.unwrap_or_default()) {
        Ok(share) => area.share = Some(share).filter(|share| !share.is_null()),
        Err(reason) => {
            reasons.push(reason);
            area.share = None;
        }
    }
    if !reasons.is_empty() {
        return Err(reasons);
    }
    tree(&area).map_err(|cause| vec![Reason::bug(cause.to_string())])
}

/// A bad value as it is repeated in a reason.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => shorten(text),
        other => shorten(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_percentage_is_kept_exactly_and_in_one_spelling() {
        for (given, kept) in [
            (json!(33.3), "33.3"),
            (json!("33.30"), "33.3"),
            (json!(0), "0"),
            (json!(" 100.0 "), "100"),
            (json!(99.9), "99.9"),
            (json!("007"), "7"),
            (json!(0.1), "0.1"),
            (json!("1."), "1"),
        ] {
            assert_eq!(percent("x", &given), Ok(json!(kept)), "{given}");
            assert_eq!(percent("x", &json!(kept)), Ok(json!(kept)), "the kept spelling stays");
        }
        for wrong in [
            json!(100.1),
            json!(-1),
            json!(33.33),
            json!("ten"),
            json!("1e1"),
            json!(true),
            json!([50]),
            json!(".5"),
            json!("+5"),
            json!("5%"),
            json!("1.2.3"),
            json!("٣"),
            json!(1e300),
            json!("0100"),
        ] {
            assert_eq!(
                percent("x", &wrong).map_err(|reason| reason.code),
                Err(Code::PercentInvalid),
                "{wrong}"
            );
        }
    }

    #[test]
    fn every_tenth_survives_as_a_number_and_as_a_text() {
        for tenth in 0..=1_000_u32 {
            let kept = said_in_percent(tenth);
            assert_eq!(tenths(&kept), Some(tenth));
            assert_eq!(tenths(&json!(f64::from(tenth) / 10.0)), Some(tenth));
        }
    }

    #[test]
    fn a_media_type_is_two_names_of_which_every_letter_counts() {
        let longest = format!("a/{}", "b".repeat(127));
        for good in ["image/svg+xml", "application/vnd.ms-excel", "x/1", &longest] {
            assert!(is_media_type(good), "{good}");
        }
        let too_long = format!("{longest}b");
        for bad in
            ["image", "image/", "/png", "image/-png", "+a/png", "image/p ng", "image/png;q=1", &too_long]
        {
            assert!(!is_media_type(bad), "{bad}");
        }
    }

    #[test]
    fn a_uri_refers_and_does_not_run() {
        for good in ["s3://bucket/a%20b.pdf", "https://example.org/x?y=1#z", "urn:uuid:1", "host-doc:17"] {
            assert!(is_uri(good), "{good}");
        }
        let long = format!("x:{}", "a".repeat(MAX_URI));
        for bad in [
            "",
            "/relative",
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "x:",
            "1x:y",
            "x:a b",
            "x:\"",
            "x:a\n",
            "x:é",
            &long,
        ] {
            assert!(!is_uri(bad), "{bad}");
        }
    }
}

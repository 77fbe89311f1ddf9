//! From text to a message.

use serde::Deserialize;
use serde_json::{Deserializer, Value, json};

use super::reader::{NO_OBJECT, from_text};
use super::{Message, VERSION};
use crate::error::{Code, Error, Reason};
use crate::text::shorten;

/// The most characters of a detail that quotes the message.
const MAX_DETAIL: usize = 1_000;

/// Reads one message.
///
/// # Errors
/// `wire_invalid` for anything that is not a message, `version_unknown` for a message of another version.
pub fn read(text: &str) -> Result<Message, Error> {
    let value: Value = serde_json::from_str(text).map_err(|cause| invalid(&cause.to_string()))?;
    if let Some(version) = value.get("v").filter(|version| **version != json!(VERSION)) {
        let reason = Reason::new(Code::VersionUnknown).with("version", named(version));
        return Err(reason.with("known", VERSION).into());
    }
    // An actor is told by one of its fields, and what is so told serde also reads from a list.
    if value.get("actor").is_some_and(Value::is_array) {
        return Err(invalid(NO_OBJECT));
    }
    let message = typed(&value).map_err(|detail| invalid(&detail))?;
    let asks = [
        message.command.is_some(),
        message.preview.is_some(),
        message.question.is_some(),
        message.import.is_some(),
        message.run_due.is_some(),
        message.outbox.is_some(),
        message.sync.is_some(),
    ];
    if asks.into_iter().filter(|asked| *asked).count() == 1 {
        Ok(message)
    } else {
        Err(invalid(
            "exactly one of `command`, `preview`, `question`, `import`, `run_due`, `outbox` and `sync` is needed",
        ))
    }
}

/// The message, or what is wrong with it. It is read from text, as rows are: a second reader of the same types, for trees, would
/// be as large again.
fn typed(value: &Value) -> Result<Message, String> {
    // Written anew: of a name that stands twice the last counts.
    let text = value.to_string();
    from_text(&text).map_err(|cause| said(&text, &cause))
}

/// What is wrong, without a column of a text that a program made, and in the words of a reader of values: a reader of text knows
/// no more than that something else was expected when an object with one name was.
fn said(text: &str, cause: &serde_json::Error) -> String {
    let at = format!(" at line {} column {}", cause.line(), cause.column());
    let said = cause.to_string();
    let said = said.strip_suffix(&at).unwrap_or(&said);
    if let Some((said, _)) = said.split_once(", expected struct variant ") {
        return format!("{said}, expected struct variant");
    }
    if !cause.is_syntax() {
        return said.to_owned();
    }
    if said == "trailing characters" {
        return "invalid length, expected fewer elements in array".to_owned();
    }
    let met = cause.column().checked_sub(1).and_then(|start| text.get(start..)).unwrap_or_default();
    if met.starts_with(|c: char| c == '[' || c == '-' || c.is_ascii_alphanumeric())
        && let Err(other) = String::deserialize(&mut Deserializer::from_str(met))
        && let Some((met, _)) = other.to_string().split_once(", expected a string")
    {
        return format!("{met}, expected string or map");
    }
    "invalid value: map, expected map with a single key".to_owned()
}

/// What the reader says repeats what was sent, at any length.
fn invalid(detail: &str) -> Error {
    let detail: String = detail.chars().take(MAX_DETAIL).collect();
    Reason::new(Code::WireInvalid).with("detail", detail).into()
}

/// A version that is not known, as it is told: whatever was sent, the answer can be read by whoever reads messages.
fn named(version: &Value) -> Value {
    match version {
        Value::Number(number) if !number.is_f64() => version.clone(),
        Value::String(text) => shorten(text).into(),
        other => shorten(&other.to_string()).into(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::from_str;

    use super::*;
    use crate::catalogue::Audience;
    use crate::language::Language;
    use crate::wire::{Answer, WireError};

    #[test]
    fn an_unknown_version_is_told_so_that_the_answer_can_be_read() {
        let deep = "[".repeat(126) + &"]".repeat(126);
        let long = format!("\"{}\"", "x".repeat(1_000));
        for version in ["2", "-1", "\"1\"", "null", "1.5", "1.2345678912345678e28", &long, &deep] {
            let error = read(&format!("{{\"v\":{version}}}")).unwrap_err();
            assert_eq!(error.code(), Code::VersionUnknown, "{version}");
            let answer = Answer::Error(WireError::new(&error, Language::English, Audience::Staff));
            let written = serde_json::to_string(&answer).unwrap();
            assert!(written.len() < 2_000, "{written}");
            assert_eq!(serde_json::from_str::<Answer>(&written).unwrap(), answer);
        }
        let told = |text| read(text).unwrap_err().params()["version"].clone();
        assert_eq!((told("{\"v\":2}"), told("{\"v\":\"2\"}")), (json!(2), json!("2")));
    }

    /// Messages that are none, each wrong in one place.
    fn wrong() -> Vec<Value> {
        let mut all = Vec::new();
        let values = [
            json!(null),
            json!(true),
            json!(-5),
            json!(5),
            json!(1.5),
            json!("x"),
            json!("sign_in"),
            json!([]),
            json!([1, 2]),
            json!({}),
            json!({"x": 1}),
            json!({"sign_in": null, "x": 1}),
            json!({"sign_in": {}}),
            json!({"sign_in": null}),
            json!({"approve": 5}),
            json!({"approve": "x"}),
            json!({"approve": []}),
            json!({"approve": {}}),
            json!({"approve": {"partner": 5}}),
            json!({"approve": {"partner": "x", "more": 1}}),
            json!({"approve": {"partner": "0198a000-0000-7000-8000-000000000001"}, "more": {}}),
            json!({"create_bank": 5}),
            json!({"create_bank": "x"}),
            json!({"create_bank": [1]}),
            json!({"create_bank": {"name": "x", "email": null}}),
            json!({"add_partner": {"name": "x", "email": "x", "language": 5}}),
            json!({"bulk": {"action": "approve", "partners": {"ids": []}}}),
            json!({"bulk": {"action": "approve", "partners": {"ids": [], "matching": {}}}}),
            json!({"bulk": {"action": "approve", "partners": []}}),
            json!({"bulk": {"action": {}, "partners": {"ids": []}}}),
            json!({"bulk": {"action": true, "partners": {"ids": []}}}),
            json!({"send_due": {"part": 5}}),
            json!({"send_due": {"part": {"recertification": {"after": ["x", "y"]}}}}),
            json!({"partners": {"limit": -1}}),
            json!({"claim": {"lease_seconds": 1.5, "limit": 5}}),
            json!({"claim": {"lease_seconds": 5_000_000_000_u64, "limit": 5}}),
            json!({"settle": {"outcomes": [5]}}),
        ];
        let actors = [json!({"role": "host"}), json!({"role": "x"}), json!({"role": 5}), json!({}), json!(5)];
        for value in &values {
            for field in [
                "actor", "command", "preview", "question", "import", "run_due", "outbox", "sync", "id", "at",
                "x",
            ] {
                for actor in &actors {
                    all.push(json!({"actor": actor, field: value}));
                }
                all.push(json!({"actor": {"role": "host"}, field: [value]}));
            }
            all.push(value.clone());
        }
        all
    }

    #[test]
    fn a_message_is_read_from_text_as_from_a_tree() {
        let mut seen = 0;
        for value in wrong() {
            match (typed(&value), Message::deserialize(&value)) {
                (Ok(ours), Ok(theirs)) => {
                    assert_eq!(json!(ours), json!(theirs), "{value}");
                }
                (Err(ours), theirs) if ours == NO_OBJECT => {
                    assert!(value.to_string().contains('['), "{value}: {theirs:?}");
                }
                // Of two names of which none is known, the first is told.
                (Err(ours), Err(theirs))
                    if theirs.to_string().ends_with("a single key")
                        && ours.starts_with("unknown variant") => {}
                (Err(ours), Err(theirs)) => {
                    seen += 1;
                    assert_eq!(ours, theirs.to_string(), "{value}");
                }
                (ours, theirs) => panic!("{value}: {ours:?}, {theirs:?}"),
            }
        }
        assert!(seen > 1_000, "{seen}");
    }

    #[test]
    fn of_a_name_that_stands_twice_the_last_counts() {
        let twice = r#"{"actor":5,"command":"sign_in","actor":{"role":"host"}}"#;
        assert_eq!(
            json!(read(twice).unwrap()),
            from_str::<Value>(r#"{"actor":{"role":"host"},"command":"sign_in"}"#).unwrap()
        );
    }
}

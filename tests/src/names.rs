//! Readable names in place of ids, and long texts that nobody wants to type.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// The id that `@name` stands for: the first 16 bytes of the SHA-256 of the name, written as a UUID.
#[must_use]
pub fn id_of(name: &str) -> String {
    let hex: String = Sha256::digest(name).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

/// The id of the person at an address.
fn person_of(address: &str) -> String {
    partnerkit::people::person_id(address).to_string()
}

/// Puts ids in place of names and texts in place of `{"$text": […]}`, everywhere in `value`, keys included.
#[must_use]
pub fn expand(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(expand_text(text)),
        Value::Array(items) => items.iter().map(expand).collect(),
        Value::Object(map) => {
            if let Some(Value::Array(pieces)) = map.get("$text") {
                return Value::String(pieces.iter().map(piece).collect());
            }
            let expanded: Map<_, _> =
                map.iter().map(|(key, value)| (expand_text(key), expand(value))).collect();
            Value::Object(expanded)
        }
        other => other.clone(),
    }
}

/// `@pantry` is an id; `@person ann@example.org` is the id of who is at that address; `@@home` is the text `@home`.
fn expand_text(text: &str) -> String {
    match text.strip_prefix('@') {
        Some(rest) if rest.starts_with("person ") => person_of(rest.trim_start_matches("person ")),
        Some(rest) if rest.starts_with('@') => rest.to_owned(),
        Some(name) if !name.is_empty() => id_of(name),
        _ => text.to_owned(),
    }
}

/// A piece of a long text: a string, or `{"repeat": "x", "times": 10001}`.
fn piece(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(map) => {
            let text = map.get("repeat").and_then(Value::as_str);
            let times =
                map.get("times").and_then(Value::as_u64).and_then(|times| usize::try_from(times).ok());
            match (text, times) {
                (Some(text), Some(times)) if map.len() == 2 => text.repeat(times),
                _ => panic!("a piece of a text is a string or has `repeat` and `times`: {value}"),
            }
        }
        other => panic!("a piece of a text is a string or has `repeat` and `times`: {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_name_is_the_start_of_its_sha_256() {
        // sha256("abc") = ba7816bf 8f01cfea 414140de 5dae2223 b00361a3…
        assert_eq!(id_of("abc"), "ba7816bf-8f01-cfea-4141-40de5dae2223");
        let pieces = json!({"$text": ["a", {"repeat": "bc", "times": 2}]});
        let given = json!({"@abc": ["@abc", "@@home", "@", "a@b"], "long": pieces});
        let abc = id_of("abc");
        // sha256("partnerkit:person:ann@example.org") = 32e2cfbb 0b0179cb 9dad679a c177257c…, as a UUID of version 8.
        let ann = json!("32e2cfbb-0b01-89cb-9dad-679ac177257c");
        assert_eq!(expand(&json!("@person Ann@example.org")), ann);
        assert_eq!(expand(&given), json!({abc.as_str(): [abc, "@home", "@", "a@b"], "long": "abcbc"}));
    }
}

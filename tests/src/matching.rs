//! Whether an answer holds what was expected.

use serde_json::Value;

/// Why `got` does not match `expected`; none if it does. `path` is where in the answer we are.
///
/// Objects match when every expected key matches. `null` and `[]` also match what is not there. Arrays match one by
/// one; `{"$set": […]}` in any order, `{"$has": […]}` if each is among them. Where an object with a `code` or a `kind`
/// came, a text stands for that.
pub(crate) fn mismatch(path: &str, expected: &Value, got: Option<&Value>) -> Option<String> {
    let no = |why: String| Some(format!("{}: {why}", if path.is_empty() { "answer" } else { path }));
    let Some(got) = got else {
        let nothing = expected.is_null() || expected.as_array().is_some_and(Vec::is_empty);
        return if nothing { None } else { no("not there".to_owned()) };
    };
    match (expected, got) {
        (Value::Object(wanted), _) if wanted.contains_key("$set") => {
            among(path, wanted.get("$set"), got, true)
        }
        (Value::Object(wanted), _) if wanted.contains_key("$has") => {
            among(path, wanted.get("$has"), got, false)
        }
        (Value::Object(wanted), Value::Object(got)) => {
            wanted.iter().find_map(|(key, wanted)| mismatch(&format!("{path}.{key}"), wanted, got.get(key)))
        }
        (Value::Array(wanted), Value::Array(got)) if wanted.len() == got.len() => wanted
            .iter()
            .zip(got)
            .enumerate()
            .find_map(|(n, (wanted, got))| mismatch(&format!("{path}[{n}]"), wanted, Some(got))),
        (Value::Array(wanted), Value::Array(got)) => {
            no(format!("{} of them, and {} were expected", got.len(), wanted.len()))
        }
        (Value::String(name), Value::Object(object)) => {
            let named = object.get("code").or_else(|| object.get("kind")).and_then(Value::as_str);
            if named == Some(name) { None } else { no(format!("{got} is not `{name}`")) }
        }
        _ if expected == got => None,
        _ => no(format!("{got}, and {expected} was expected")),
    }
}

/// Each expected one has one of its own among those that came; for a set, none is left over.
fn among(path: &str, wanted: Option<&Value>, got: &Value, whole: bool) -> Option<String> {
    let (Some(Value::Array(wanted)), Value::Array(got)) = (wanted, got) else {
        return Some(format!("{path}: {got} is not a list"));
    };
    let mut left: Vec<&Value> = got.iter().collect();
    for one in wanted {
        match left.iter().position(|got| mismatch(path, one, Some(got)).is_none()) {
            Some(at) => drop(left.remove(at)),
            None => return Some(format!("{path}: {one} is not among {}", Value::Array(got.clone()))),
        }
    }
    (whole && !left.is_empty())
        .then(|| format!("{path}: {} was not expected", Value::from_iter(left.into_iter().cloned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn matches(expected: &Value, got: &Value) -> bool {
        mismatch("", expected, Some(got)).is_none()
    }

    #[test]
    fn objects_match_in_part_and_arrays_as_a_whole() {
        let got = json!({"a": 1, "b": [1, 2], "c": [{"code": "x", "line": 0}]});
        assert!(matches(&json!({"a": 1, "b": [1, 2], "d": null, "e": []}), &got));
        assert!(matches(&json!({"b": {"$set": [2, 1]}, "c": ["x"]}), &got));
        assert!(matches(&json!({"b": {"$has": [2]}}), &got));
        let wrong = [
            json!({"a": 2}),
            json!({"b": [1]}),
            json!({"b": [2, 1]}),
            json!({"b": {"$set": [1]}}),
            json!({"b": {"$set": [1, 1]}}),
            json!({"b": {"$has": [3]}}),
            json!({"c": ["y"]}),
            json!({"c": []}),
            json!({"a": null}),
            json!({"d": 1}),
            json!([]),
        ];
        for wrong in wrong {
            assert!(!matches(&wrong, &got), "{wrong}");
        }
    }
}

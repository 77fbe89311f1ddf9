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
        (Value::Array(wanted), Value::Array(got)) => no(lengths(wanted, got)),
        (Value::String(name), Value::Object(object)) => {
            let named = object.get("code").or_else(|| object.get("kind")).and_then(Value::as_str);
            if named == Some(name) { None } else { no(format!("{got} is not `{name}`")) }
        }
        _ if expected == got => None,
        _ => no(format!("{got}, and {expected} was expected")),
    }
}

/// What distinguishes two lists of different lengths: the elements that only one of them has, not the lists.
fn lengths(wanted: &[Value], got: &[Value]) -> String {
    let only = |list: &[Value], matches: &dyn Fn(&Value) -> bool| {
        Value::from_iter(list.iter().filter(|one| !matches(one)).cloned())
    };
    let missing = only(wanted, &|wanted| got.iter().any(|got| mismatch("", wanted, Some(got)).is_none()));
    let unexpected = only(got, &|got| wanted.iter().any(|wanted| mismatch("", wanted, Some(got)).is_none()));
    format!(
        "{} elements, and {} were expected; missing: {missing}; not expected: {unexpected}",
        got.len(),
        wanted.len()
    )
}

/// The first places where two values differ, at most five. Empty if they are equal.
pub(crate) fn differences(one: &Value, other: &Value) -> Vec<String> {
    fn add(path: &str, one: Option<&Value>, other: Option<&Value>, found: &mut Vec<String>) {
        if one == other || found.len() == 5 {
            return;
        }
        match (one, other) {
            (Some(Value::Object(one)), Some(Value::Object(other))) => {
                let keys: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
                keys.into_iter()
                    .for_each(|key| add(&format!("{path}.{key}"), one.get(key), other.get(key), found));
            }
            (Some(Value::Array(one)), Some(Value::Array(other))) => (0..one.len().max(other.len()))
                .for_each(|n| add(&format!("{path}[{n}]"), one.get(n), other.get(n), found)),
            _ => {
                let shown = |value: Option<&Value>| value.map_or("nothing".to_owned(), Value::to_string);
                found.push(format!("{path}: {} and {}", shown(one), shown(other)));
            }
        }
    }
    let mut found = Vec::new();
    add("", Some(one), Some(other), &mut found);
    found
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
            None => {
                let left = Value::from_iter(left.into_iter().cloned());
                return Some(format!("{path}: {one} is missing; not matched so far: {left}"));
            }
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
    fn long_lists_are_compared_by_their_difference() {
        let list =
            |skip: u64| (0..1_000).filter(|n| *n != skip).map(|n| json!({ "n": n })).collect::<Value>();
        let why = mismatch("", &list(700), Some(&list(2_000))).unwrap_or_default();
        assert!(why.contains("not expected: [{\"n\":700}]") && why.len() < 200, "{why}");
        assert_eq!(
            differences(&json!({"a": [1, 2]}), &json!({"a": [1, 3, 4]})),
            [".a[1]: 2 and 3", ".a[2]: nothing and 4"]
        );
        assert!(differences(&list(0), &list(0)).is_empty());
        assert_eq!(differences(&list(1), &list(500)).len(), 5);
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

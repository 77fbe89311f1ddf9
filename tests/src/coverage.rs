//! What the scenarios expect, so that a test can tell what none of them does.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{File, Then};

/// Every text in the expectations of `files` that can be a code: where a code, a reason, a warning or a problem stands.
#[must_use]
pub fn expected_codes(files: &[File]) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let steps = files.iter().flat_map(|file| &file.scenarios).flat_map(|scenario| &scenario.steps);
    for Then { ok, error, explained, .. } in steps.filter_map(|step| step.then.as_ref()) {
        codes.extend(error.as_ref().and_then(Value::as_str).map(str::to_owned));
        for value in [ok, error, explained].into_iter().flatten() {
            collect(value, &mut codes);
        }
    }
    codes
}

fn collect(value: &Value, codes: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, codes)),
        Value::Object(map) => {
            for (key, value) in map {
                let names = ["code", "reasons", "warnings", "problems", "$set", "$has"];
                if names.contains(&key.as_str()) {
                    codes.extend(value.as_str().map(str::to_owned));
                    let items = value.as_array().into_iter().flatten();
                    codes.extend(items.filter_map(Value::as_str).map(str::to_owned));
                }
                collect(value, codes);
            }
        }
        _ => {}
    }
}

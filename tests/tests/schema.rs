//! The published JSON Schema is the one the types give, and everything that crosses the wire is valid by it.

#![expect(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests; indexing into JSON gives null for what is not there"
)]

use std::path::Path;

use conformance::{folder, load, run, stores};
use serde_json::{Value, json};

#[test]
fn the_files_are_the_schemas_of_the_types() {
    is_the_schema("wire.schema.json", &partnerkit::wire::schema());
    is_the_schema("store.schema.json", &partnerkit::store::calls::schema());
}

fn is_the_schema(file: &str, schema: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/schema").join(file);
    let schema = serde_json::to_string_pretty(schema).unwrap_or_else(|e| panic!("{e}")) + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &schema).unwrap_or_else(|e| panic!("{e}"));
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert!(
        kept == schema,
        "{file} is not what the types give; run this test with UPDATE=1 and look at the difference"
    );
}

/// A validator of one of the things that cross the wire.
fn validator(of: &str) -> jsonschema::Validator {
    let mut schema = partnerkit::wire::schema();
    let property = schema["properties"][of].clone();
    assert!(property.is_object(), "{of} is not in the schema");
    schema["properties"] = json!({"it": property});
    schema["required"] = json!(["it"]);
    jsonschema::validator_for(&schema).unwrap_or_else(|e| panic!("{e}"))
}

fn problem(validator: &jsonschema::Validator, value: &Value) -> Option<String> {
    validator.validate(&json!({"it": value})).err().map(|error| error.to_string())
}

#[test]
fn every_message_and_every_answer_of_the_scenarios_is_valid() {
    let [message, answer, done, preview, reply, import, due, due_in_banks, outbox, sync] =
        ["message", "answer", "done", "preview", "reply", "import", "due", "due_in_banks", "outbox", "sync"]
            .map(validator);
    let (setups, files) = load(&folder()).unwrap_or_else(|e| panic!("{e}"));
    let open = stores::all().remove(0).open;
    let (mut messages, mut problems) = (0, Vec::new());
    let mut watch = |sent: &Value, got: &Value| {
        messages += 1;
        problems.extend(problem(&answer, got).map(|why| format!("the answer {got}: {why}")));
        let refused_as_text =
            matches!(got["error"]["code"].as_str(), Some("wire_invalid" | "version_unknown"));
        if sent.is_null() || refused_as_text {
            return;
        }
        problems.extend(problem(&message, sent).map(|why| format!("the message {sent}: {why}")));
        let Some(ok) = got.get("ok") else { return };
        let of = match () {
            () if sent.get("command").is_some() => &done,
            () if sent.get("preview").is_some() => &preview,
            () if sent.get("question").is_some() => &reply,
            () if sent.get("outbox").is_some() => &outbox,
            () if sent.get("sync").is_some() => &sync,
            // The preview of an import answers with the report alone, which stands in the schema of an import, too.
            () if sent["import"]["preview"] == true => return,
            () if sent.get("run_due").is_some() && ok.is_array() => &due_in_banks,
            () if sent.get("run_due").is_some() => &due,
            () => &import,
        };
        problems.extend(problem(of, ok).map(|why| format!("{sent} was answered {ok}: {why}")));
    };
    for file in &files {
        for scenario in &file.scenarios {
            run(&open, &setups, file, scenario, &mut watch).unwrap_or_else(|failure| panic!("{failure}"));
        }
    }
    assert!(messages > 1000, "only {messages} messages were seen");
    assert!(
        problems.is_empty(),
        "{} problems, such as:\n{}",
        problems.len(),
        problems.iter().take(5).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn what_is_no_message_is_not_valid() {
    let message = validator("message");
    let actor = json!({"role": "host"});
    let good = json!({"actor": actor, "question": "bank"});
    assert_eq!(problem(&message, &good), None);
    let wrong = [
        json!({"question": "bank"}),
        json!({"actor": {"role": "root"}, "question": "bank"}),
        json!({"actor": actor, "question": "bank", "extra": 1}),
        json!({"actor": actor, "command": {"invite": {"partner": 5}}}),
        json!({"actor": actor, "command": {"invite": {}}}),
        json!({"actor": actor, "command": {"explode": {}}}),
        json!({"actor": actor, "command": {"update_bank": {"name": null}}}),
    ];
    for wrong in wrong {
        assert!(problem(&message, &wrong).is_some(), "{wrong} is valid");
    }
}

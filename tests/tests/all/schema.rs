//! Everything that crosses the wire is valid by the published JSON Schema.

#![expect(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests; indexing into JSON gives null for what is not there"
)]

use serde_json::{Value, json};

use crate::scenarios::played;

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
    let messages = &played().messages;
    let mut problems = Vec::new();
    for (sent, got) in messages {
        problems.extend(problem(&answer, got).map(|why| format!("the answer {got}: {why}")));
        let refused_as_text =
            matches!(got["error"]["code"].as_str(), Some("wire_invalid" | "version_unknown"));
        if sent.is_null() || refused_as_text {
            continue;
        }
        problems.extend(problem(&message, sent).map(|why| format!("the message {sent}: {why}")));
        let Some(ok) = got.get("ok") else { continue };
        let of = match () {
            () if sent.get("command").is_some() => &done,
            () if sent.get("preview").is_some() => &preview,
            () if sent.get("question").is_some() => &reply,
            () if sent.get("outbox").is_some() => &outbox,
            () if sent.get("sync").is_some() => &sync,
            // The preview of an import answers with the report alone, which stands in the schema of an import, too.
            () if sent["import"]["preview"] == true => continue,
            () if sent.get("run_due").is_some() && ok.is_array() => &due_in_banks,
            () if sent.get("run_due").is_some() => &due,
            () => &import,
        };
        problems.extend(problem(of, ok).map(|why| format!("{sent} was answered {ok}: {why}")));
    }
    assert!(messages.len() > 1_000, "only {} messages were seen", messages.len());
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

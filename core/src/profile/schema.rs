//! The JSON Schema of profiles and their patches, made from the table of fields.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::check::{Area, Document};
use super::fields::{FieldType, Section};
use super::{Profile, ProfilePatch};

/// A percentage: a decimal text, or on the way in a number.
pub(super) struct Percent;

impl JsonSchema for Percent {
    fn schema_name() -> Cow<'static, str> {
        "Percent".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "0 to 100 with at most one decimal: a text such as `33.3`, or a number.",
            "type": ["string", "number"],
        })
    }
}

impl JsonSchema for Profile {
    fn schema_name() -> Cow<'static, str> {
        "Profile".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        object(
            generator,
            "What a partner says about itself, by field key. A bank's own fields begin with `own_`.",
            false,
        )
    }
}

impl JsonSchema for ProfilePatch {
    fn schema_name() -> Cow<'static, str> {
        "ProfilePatch".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        object(
            generator,
            "A change to a profile: a field that is not named is unchanged, null is cleared.",
            true,
        )
    }
}

fn object(generator: &mut SchemaGenerator, description: &str, is_patch: bool) -> Schema {
    let mut properties = Map::new();
    for field in Section::ALL.iter().flat_map(|section| section.fields()) {
        // What a patch may hold is not narrowed here: every refusal has a code of its own.
        let schema = if is_patch {
            json!({ "description": format!("Takes what the profile has there ({}), or null.", field.kind.slug()) })
        } else {
            of(field.kind, generator)
        };
        properties.insert(field.key.to_owned(), schema);
    }
    // An old row may hold keys that are not known.
    json_schema!({ "description": description, "type": "object", "properties": properties })
}

fn of(kind: FieldType, generator: &mut SchemaGenerator) -> Value {
    let list = |of: Schema| json!({ "type": "array", "items": of });
    match kind {
        FieldType::YesNo => json!({ "type": "boolean" }),
        FieldType::Year | FieldType::Number => json!({ "type": "integer", "format": "int64" }),
        FieldType::Percent => generator.subschema_for::<Percent>().to_value(),
        FieldType::Line | FieldType::Text | FieldType::Email => json!({ "type": "string" }),
        FieldType::Choice(choices) => {
            let keys: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
            json!({ "type": "string", "enum": keys })
        }
        FieldType::Emails => json!({ "type": "array", "items": { "type": "string" } }),
        FieldType::Document => generator.subschema_for::<Document>().to_value(),
        FieldType::Documents => list(generator.subschema_for::<Document>()),
        FieldType::Areas => list(generator.subschema_for::<Area>()),
    }
}

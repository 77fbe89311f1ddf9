//! The rules as data: tables, codes and words, for documents, user interfaces and bindings.
//!
//! What other languages and the README say about the rules is generated from this and compared in the tests.

use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};
use serde_json::{Map, Value, json};

use crate::capability::{CAPABILITIES, Capability};
use crate::catalogue::{Audience, Code};
use crate::command::Command;
use crate::distribution::{DistributionState, Method};
use crate::import::Column;
use crate::language::Language;
use crate::message::MessageKind;
use crate::order::gathered;
use crate::outbox::DeliveryState;
use crate::profile::fields::{Choice, Field, FieldType, Section, Words, say};
use crate::question::Question;
use crate::request::{RequestKind, RequestState};
use crate::status::Status;
use crate::transition::{Action, Cell, TRANSITIONS, To};
use crate::words::{self, label};

/// The version of the rules. It rises whenever the same command on the same facts gets another answer than a released library
/// gave. Nothing has been released yet, so there is no answer anybody could rely on and this is still the first.
pub const RULES_VERSION: u32 = 1;

/// Everything there is to know about the rules, as JSON.
///
/// ```
/// let rules = partnerkit::describe::describe();
/// assert_eq!(rules["statuses"][0], "uninvited");
/// assert_eq!(rules["transitions"][0]["cells"]["uninvited"]["to"], "invited");
/// ```
#[must_use]
pub fn describe() -> Value {
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "rules_version": RULES_VERSION,
        "wire_version": crate::wire::VERSION,
        "statuses": Status::ALL,
        "actions": Action::ALL,
        "bulk_actions": Action::BULK,
        "capability_names": Capability::ALL,
        "capabilities": capabilities(),
        "transitions": transitions(),
        "codes": codes(),
        "commands": names::<Command>(),
        "questions": names::<Question>(),
        "messages": MessageKind::ALL,
        "message_placeholders": MessageKind::ALL.map(|kind| {
            json!({ "message": kind, "placeholders": kind.placeholders() })
        }),
        "request_kinds": RequestKind::ALL,
        "request_states": RequestState::ALL,
        "distribution_states": DistributionState::ALL,
        "distribution_methods": Method::ALL,
        "import_columns": Column::ALL.map(Column::field),
        "languages": Language::ALL.map(language),
        "profile_sections": profile_sections(),
    })
}

/// A language with the words of the closed lists in it.
fn language(language: Language) -> Value {
    let lists = closed_lists().into_iter().map(|(kind, slugs)| {
        let words = slugs.into_iter().map(|slug| (slug.to_owned(), label(language, kind, slug).into()));
        (kind.to_owned(), Value::Object(gathered(words)))
    });
    json!({
        "language": language,
        "complete": language.is_complete(),
        "reviewed": language.is_reviewed(),
        "texts": words::count(language),
        "labels": Value::Object(gathered(lists)),
    })
}

/// The closed lists that have words for people, by the names their texts begin with.
fn closed_lists() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("status", Status::ALL.map(Status::slug).to_vec()),
        ("capability", Capability::ALL.map(Capability::slug).to_vec()),
        ("action", Action::ALL.map(Action::slug).to_vec()),
        ("request_kind", RequestKind::ALL.map(RequestKind::slug).to_vec()),
        ("request_state", RequestState::ALL.map(RequestState::slug).to_vec()),
        ("distribution_state", DistributionState::ALL.map(DistributionState::slug).to_vec()),
        ("method", Method::ALL.map(Method::slug).to_vec()),
        ("delivery", DeliveryState::ALL.map(DeliveryState::slug).to_vec()),
        ("message", MessageKind::ALL.map(MessageKind::slug).to_vec()),
    ]
}

/// All sections and fields of the profile, in every language.
fn profile_sections() -> Vec<Value> {
    let said = |words: &Words| -> Map<String, Value> {
        gathered(Language::ALL.map(|language| (language.tag().to_owned(), say(words, language).into())))
    };
    let field = |field: &Field| {
        let mut row = json!({
            "key": field.key, "type": field.kind.slug(), "label": said(&field.label), "help": said(&field.help),
        });
        if let (FieldType::Choice(choices), Value::Object(row)) = (field.kind, &mut row) {
            let choice = |choice: &Choice| json!({ "key": choice.key, "label": said(&choice.label) });
            row.insert("choices".to_owned(), choices.iter().map(choice).collect());
        }
        row
    };
    let section = |section: Section| {
        json!({
            "key": section,
            "optional": section.is_optional(),
            "label": said(section.words()),
            "fields": section.fields().iter().map(field).collect::<Vec<_>>(),
        })
    };
    Section::ALL.into_iter().map(section).collect()
}

fn capabilities() -> Vec<Value> {
    let row = |(capability, answers): &(Capability, _)| {
        let answers: Map<String, Value> = by_status(&|status| {
            let answers: &[crate::capability::Answer; 6] = answers;
            json!(answers.get(status.index()))
        });
        json!({ "capability": capability, "answers": answers })
    };
    CAPABILITIES.iter().map(row).collect()
}

fn transitions() -> Vec<Value> {
    let row = |row: &crate::transition::Row| {
        let cells = by_status(&|status| match row.cell(status) {
            Cell::Move(To::Status(to)) => json!({ "to": to }),
            Cell::Move(To::Stay) => json!({ "to": status }),
            Cell::Move(To::Back) => {
                json!({ "to": Status::Invited, "to_if_approved_before": Status::RecertificationRequired })
            }
            Cell::Move(To::Prior) => json!({ "to": "prior" }),
            Cell::Move(To::Gone) => json!({ "to": "gone" }),
            Cell::Refuse(code, None) => json!({ "refused": code }),
            Cell::Refuse(code, Some(instead)) => json!({ "refused": code, "instead": instead }),
        });
        json!({ "action": row.action, "by": row.by, "bulk": Action::BULK.contains(&row.action), "cells": cells })
    };
    TRANSITIONS.iter().map(row).collect()
}

fn by_status(value: &dyn Fn(Status) -> Value) -> Map<String, Value> {
    gathered(Status::ALL.map(|status| (status.slug().to_owned(), value(status))))
}

fn codes() -> Vec<Value> {
    let row = |code: &Code| {
        json!({
            "code": code,
            "category": code.category(),
            "params": code.params(),
            "staff": code.template(Language::English, Audience::Staff),
            "partner": code.template(Language::English, Audience::Partner),
            "retryable": code.is_retryable(),
        })
    };
    Code::ALL.iter().map(row).collect()
}

/// The names of an enum's variants, which serde hands to whoever is to read one. Its schema has them as well, but a
/// library for phones would carry the generator along for that alone.
fn names<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut names = Names(&[]);
    // Nothing is read, so this always fails.
    drop(T::deserialize(&mut names));
    names.0
}

/// Keeps the names, and has nothing to read.
struct Names(&'static [&'static str]);

impl<'de> Deserializer<'de> for &mut Names {
    type Error = serde::de::value::Error;

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0 = variants;
        self.deserialize_any(visitor)
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(Self::Error::custom("only names are wanted"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_closed_list_has_a_text() {
        for (kind, slugs) in closed_lists() {
            for slug in slugs {
                assert!(
                    words::is_text(&format!("{kind}_{slug}")),
                    "{kind}_{slug} is missing in words/en/labels.ftl"
                );
            }
        }
    }

    #[test]
    fn every_command_and_question_is_named() {
        let rules = describe();
        let commands: Vec<&str> =
            rules["commands"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        for action in Action::ALL {
            assert!(commands.contains(&action.slug()), "{action}");
        }
        assert_eq!(commands.len(), 44, "{commands:?}");
        assert!(rules["questions"].as_array().unwrap().contains(&json!("bank")));
        assert!(rules["questions"].as_array().unwrap().contains(&json!("permitted")));
    }
}

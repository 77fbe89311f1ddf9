//! The types and methods of the Python package, written from the schema.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

use crate::schema::{Body, Definition, Field, Shape, Type, Variant, pascal};

type Definitions = BTreeMap<String, Definition>;

/// What is sent and answered as a whole: the package speaks these itself.
const SPOKEN: [&str; 8] =
    ["Message", "Answer", "ImportText", "Question", "Reply", "Delivering", "Delivered", "RunDue"];

/// Names that the schema gives twice, and those that Python has taken.
const NAMES: [(&str, &str); 6] = [
    ("Answer2", "Answer"),
    // `Bank` is what methods are called on.
    ("Bank", "BankRow"),
    ("Category", "ErrorCategory"),
    ("Category2", "Category"),
    ("Exception", "ItemException"),
    ("Message2", "Message"),
];

/// What is kept as a mapping, because a bank adds fields of its own.
const MAPPINGS: [&str; 2] = ["Profile", "ProfilePatch"];

/// The questions answered under another name.
const ANSWERED_AS: [(&str, &str); 5] = [
    ("explain_capability", "explanation"),
    ("explain_command", "explanation"),
    ("explain_message", "message_explanation"),
    ("preview_message_text", "message_text"),
    ("users", "people"),
];

/// Classes with methods written by hand.
const BASES: [(&str, &str); 3] =
    [("Explanation", "Explained"), ("SaidReason", "Sentence"), ("Reason", "Sentence")];

const HEAD: &str = "# Written by `tests/renew` from the schema of the wire format.\n";

fn class_name(name: &str) -> &str {
    NAMES.iter().find(|(from, _)| *from == name).map_or(name, |(_, to)| to)
}

/// The class of a variant. Actors stand for themselves.
fn variant_name(union: &str, variant: &str) -> String {
    if union == "Actor" { pascal(variant) } else { format!("{}{}", class_name(union), pascal(variant)) }
}

fn attribute(name: &str) -> String {
    if ["from", "is", "in", "not", "or", "and"].contains(&name) {
        format!("{name}_")
    } else {
        name.to_owned()
    }
}

fn hint(ty: &Type) -> String {
    match ty {
        Type::Any => "Any".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Int => "int".to_owned(),
        Type::Text => "str".to_owned(),
        Type::Time => "datetime".to_owned(),
        Type::Day => "date".to_owned(),
        Type::Named(name) if MAPPINGS.contains(&name.as_str()) => "Mapping[str, Any]".to_owned(),
        Type::Named(name) => class_name(name).to_owned(),
        Type::List(of) => format!("tuple[{}, ...]", hint(of)),
        Type::Map(of) => format!("Mapping[str, {}]", hint(of)),
        Type::Tuple(of) => format!("tuple[{}]", of.iter().map(hint).collect::<Vec<_>>().join(", ")),
        Type::Optional(of) => format!("{} | None", hint(of)),
    }
}

/// What a caller may give where `ty` is wanted: any sequence for a list.
fn taken(ty: &Type) -> String {
    match ty {
        Type::List(of) => format!("Sequence[{}]", hint(of)),
        Type::Optional(of) => format!("{} | None", taken(of)),
        other => hint(other),
    }
}

fn docstring(out: &mut String, indent: &str, doc: &str) {
    if doc.is_empty() {
        return;
    }
    let text = doc.replace('\\', "\\\\").replace("\"\"\"", "'''");
    let text = if text.ends_with('"') { format!("{text} ") } else { text };
    let lines =
        text.lines().map(|line| if line.is_empty() { String::new() } else { format!("{indent}{line}") });
    let text = lines.collect::<Vec<_>>().join("\n");
    let text = text.trim_start();
    writeln!(out, "{indent}\"\"\"{text}\"\"\"").unwrap_or_default();
}

/// The module of all types.
#[must_use]
pub fn values(definitions: &Definitions) -> String {
    let mut out = format!(
        "{HEAD}\"\"\"Everything that goes in and comes out, as values that never change.\"\"\"\n\n\
         from __future__ import annotations\n\n\
         from collections.abc import Mapping\n\
         from dataclasses import dataclass, field\n\
         from datetime import date, datetime\n\
         from typing import Any, ClassVar, NewType, TypeAlias, Union\n\
         from uuid import UUID\n\n\
         from ._value import EMPTY, UNSET, Explained, Sentence, StrEnum, Unset, Value, from_wire\n\n"
    );
    let mut names = BTreeSet::new();
    // Ids and words first: aliases are evaluated when the module is loaded.
    let rank = |shape: &Shape| match shape {
        Shape::Id => 0,
        Shape::Words(_) => 1,
        Shape::Record(_) | Shape::Union(..) => 2,
        Shape::Alias(_) => 3,
    };
    let mut all: Vec<_> = definitions
        .iter()
        .filter(|(name, _)| !SPOKEN.contains(&name.as_str()) && !MAPPINGS.contains(&name.as_str()))
        .collect();
    all.sort_by_key(|(name, definition)| (rank(&definition.shape), class_name(name).to_owned()));
    for (name, definition) in all {
        let class = class_name(name);
        match &definition.shape {
            Shape::Id => writeln!(out, "{class} = NewType(\"{class}\", UUID)").unwrap_or_default(),
            Shape::Words(words) => enumeration(&mut out, class, &definition.doc, words),
            Shape::Record(fields) => record(&mut out, class, &definition.doc, "", fields),
            Shape::Union(tag, variants) => {
                names.extend(union(&mut out, name, definition, tag.as_deref(), variants))
            }
            Shape::Alias(_) => writeln!(out, "\n{class}: TypeAlias = Any").unwrap_or_default(),
        }
        if let Shape::Id | Shape::Alias(_) = definition.shape {
            docstring(&mut out, "", &definition.doc);
        }
        names.insert(class.to_owned());
    }
    replies(&mut out, definitions, &mut names);
    writeln!(out, "\n__all__ = [").unwrap_or_default();
    names.iter().for_each(|name| writeln!(out, "    \"{name}\",").unwrap_or_default());
    out + "]\n"
}

fn enumeration(out: &mut String, class: &str, doc: &str, words: &[(String, String)]) {
    writeln!(out, "\n\nclass {class}(StrEnum):").unwrap_or_default();
    docstring(out, "    ", doc);
    for (word, doc) in words {
        writeln!(out, "\n    {} = \"{word}\"", word.to_uppercase().replace('-', "_")).unwrap_or_default();
        if *doc != format!("`{word}`") {
            docstring(out, "    ", doc);
        }
    }
}

/// A frozen dataclass. `marks` says how it stands on the wire.
fn record(out: &mut String, class: &str, doc: &str, marks: &str, fields: &[Field]) {
    let is_patch = class.ends_with("Patch");
    let base = BASES.iter().find(|(name, _)| *name == class).map_or("Value", |(_, base)| base);
    writeln!(out, "\n\n@dataclass(frozen=True, slots=True)\nclass {class}({base}):").unwrap_or_default();
    docstring(out, "    ", if doc.is_empty() { "A part of an answer." } else { doc });
    out.push_str(marks);
    for field in fields {
        let hint = hint(&field.ty);
        let name = attribute(&field.name);
        let typed = match (&field.ty, &field.default) {
            _ if field.required => format!("{name}: {hint}"),
            _ if is_patch => format!("{name}: {hint} | Unset = UNSET"),
            (Type::List(_), _) => format!("{name}: {hint} = ()"),
            (Type::Map(_), _) => format!("{name}: {hint} = EMPTY"),
            (Type::Optional(_) | Type::Any, _) => format!("{name}: {hint} = None"),
            (Type::Named(kind), _) if MAPPINGS.contains(&kind.as_str()) => format!("{name}: {hint} = EMPTY"),
            (Type::Bool | Type::Int | Type::Text, Some(default)) => {
                format!("{name}: {hint} = {}", literal(default))
            }
            (_, Some(default)) => {
                format!("{name}: {hint} = field(default_factory=lambda: {})", read(&hint, default))
            }
            (_, None) => format!("{name}: {hint} | None = None"),
        };
        writeln!(out, "\n    {typed}").unwrap_or_default();
        docstring(out, "    ", &field.doc);
    }
}

/// The expression that makes a value of the JSON it has on the wire.
fn read(hint: &str, json: &Value) -> String {
    format!("from_wire({hint}, {})", literal(json))
}

fn literal(json: &Value) -> String {
    json.to_string().replace("true", "True").replace("false", "False").replace("null", "None")
}

/// A class for each variant, and their union.
fn union(
    out: &mut String,
    name: &str,
    definition: &Definition,
    tag: Option<&str>,
    variants: &[Variant],
) -> Vec<String> {
    let classes: Vec<String> = variants.iter().map(|variant| variant_name(name, &variant.name)).collect();
    for (class, variant) in classes.iter().zip(variants) {
        let mut marks = format!("\n    _tag: ClassVar[str | None] = \"{}\"\n", variant.name);
        let fields = match &variant.body {
            Body::Nothing => {
                marks.push_str("    _body: ClassVar[str] = \"nothing\"\n");
                Vec::new()
            }
            Body::Value(ty) => {
                marks.push_str("    _body: ClassVar[str] = \"value\"\n");
                vec![Field {
                    name: "value".to_owned(),
                    ty: ty.clone(),
                    required: true,
                    default: None,
                    doc: String::new(),
                }]
            }
            Body::Fields(fields) => fields.clone(),
        };
        if let Some(tag) = tag {
            writeln!(marks, "    _tagged_in: ClassVar[str | None] = \"{tag}\"").unwrap_or_default();
        }
        record(out, class, &variant.doc, &marks, &fields);
    }
    let class = class_name(name);
    writeln!(out, "\n\n{class}: TypeAlias = Union[  # noqa: UP007").unwrap_or_default();
    classes.iter().for_each(|class| writeln!(out, "    {class},").unwrap_or_default());
    writeln!(out, "]").unwrap_or_default();
    docstring(out, "", &definition.doc);
    classes
}

/// The answers that have no name of their own in the schema.
fn replies(out: &mut String, definitions: &Definitions, names: &mut BTreeSet<String>) {
    for variant in variants(definitions, "Reply") {
        if let Body::Fields(fields) = &variant.body {
            let class = variant_name("Reply", &variant.name);
            record(out, &class, "A page, and what belongs to it.", "", fields);
            names.insert(class);
        }
    }
}

fn variants<'a>(definitions: &'a Definitions, union: &str) -> &'a [Variant] {
    match definitions.get(union).map(|definition| &definition.shape) {
        Some(Shape::Union(_, variants)) => variants,
        _ => panic!("{union} is no union"),
    }
}

/// The module of all methods, blocking ones or those to be awaited.
#[must_use]
pub fn methods(definitions: &Definitions, awaited: bool) -> String {
    let body = method_classes(definitions, awaited);
    // What stands in documentation is not used.
    let code: String = body.split("\"\"\"").step_by(2).collect();
    let used = |name: &str| code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name);
    let names = values(definitions);
    let listed = names.split_once("__all__ = [").map_or("", |(_, list)| list);
    let imported: Vec<&str> = listed.split('"').skip(1).step_by(2).filter(|name| used(name)).collect();
    let typing: Vec<&str> = ["Mapping", "Sequence"].into_iter().filter(|name| used(name)).collect();
    let days = if used("date") { "date, datetime" } else { "datetime" };
    format!(
        "{HEAD}\"\"\"A method for every command and every question.\"\"\"\n\n\
         from __future__ import annotations\n\n\
         from collections.abc import {}\n\
         from datetime import {days}\n\
         from typing import TYPE_CHECKING{}\n\n\
         from .{} import BankAsks, SystemAsks\n\
         from .values import (\n    {},\n)\n\n\
         if TYPE_CHECKING:\n    from .{} import Bank\n{body}",
        typing.join(", "),
        if used("Any") { ", Any" } else { "" },
        if awaited { "_awaiting" } else { "_asking" },
        imported.join(",\n    "),
        if awaited { "aio" } else { "_system" },
    )
}

fn method_classes(definitions: &Definitions, awaited: bool) -> String {
    let mut out = String::new();
    for (class, base, of_host) in [("SystemMethods", "SystemAsks", true), ("BankMethods", "BankAsks", false)]
    {
        let whose =
            if of_host { "What a host asks of the whole system." } else { "What is asked of one bank." };
        writeln!(out, "\n\nclass {class}({base}):\n    \"\"\"{whose}\"\"\"\n\n    __slots__ = ()")
            .unwrap_or_default();
        for variant in variants(definitions, "Command").iter().filter(|variant| is_host(variant) == of_host) {
            let answer = if variant.name == "create_bank" { "Bank" } else { "Done" };
            let call = Method { verb: "command", answer: answer.to_owned(), of_host, awaited };
            call.write(&mut out, variant, &parameters(definitions, &variant.body));
        }
        for variant in variants(definitions, "Question").iter().filter(|variant| is_host(variant) == of_host)
        {
            let answer = reply(definitions, &variant.name);
            let call = Method { verb: "question", answer, of_host, awaited };
            call.write(&mut out, variant, &parameters(definitions, &variant.body));
        }
    }
    out
}

fn is_host(variant: &Variant) -> bool {
    variant.doc.contains("(host)")
}

/// What a question is answered with.
fn reply(definitions: &Definitions, question: &str) -> String {
    let named = ANSWERED_AS.iter().find(|(asked, _)| *asked == question).map_or(question, |(_, named)| named);
    let replies = variants(definitions, "Reply");
    let Some(reply) = replies.iter().find(|reply| reply.name == named) else {
        panic!("nothing answers {question}")
    };
    match &reply.body {
        Body::Nothing => "None".to_owned(),
        Body::Value(ty) => hint(ty),
        Body::Fields(_) => variant_name("Reply", named),
    }
}

/// The parameters of a command or question: its fields, or those of the record it is.
fn parameters(definitions: &Definitions, body: &Body) -> Vec<Field> {
    match body {
        Body::Nothing => Vec::new(),
        Body::Fields(fields) => fields.clone(),
        Body::Value(Type::Named(name)) if !name.ends_with("Patch") => match &definitions[name].shape {
            Shape::Record(fields) => fields.clone(),
            other => panic!("a command of {other:?}"),
        },
        Body::Value(ty) => {
            vec![Field {
                name: "patch".to_owned(),
                ty: ty.clone(),
                required: true,
                default: None,
                doc: "What to change.".to_owned(),
            }]
        }
    }
}

struct Method {
    verb: &'static str,
    answer: String,
    of_host: bool,
    awaited: bool,
}

impl Method {
    fn write(&self, out: &mut String, variant: &Variant, fields: &[Field]) {
        let Self { verb, answer, of_host, awaited } = self;
        let (start, wait) = if *awaited { ("async def", "await ") } else { ("def", "") };
        writeln!(out, "\n    {start} {}(\n        self,", variant.name).unwrap_or_default();
        let (required, optional): (Vec<&Field>, Vec<&Field>) =
            fields.iter().partition(|field| field.required);
        for field in &required {
            writeln!(out, "        {}: {},", attribute(&field.name), taken(&field.ty)).unwrap_or_default();
        }
        writeln!(out, "        *,").unwrap_or_default();
        for field in &optional {
            let optional = Type::Optional(Box::new(field.ty.clone()));
            let ty = if matches!(field.ty, Type::Optional(_)) { &field.ty } else { &optional };
            writeln!(out, "        {}: {} = None,", attribute(&field.name), taken(ty)).unwrap_or_default();
        }
        if !of_host {
            writeln!(out, "        by: Actor | None = None,").unwrap_or_default();
        }
        writeln!(out, "        now: datetime | None = None,").unwrap_or_default();
        if *verb == "command" {
            writeln!(out, "        command_id: CommandId | None = None,").unwrap_or_default();
        }
        writeln!(out, "    ) -> {answer}:").unwrap_or_default();
        docstring(out, "        ", &documented(variant, fields));
        let body = match &variant.body {
            Body::Nothing => "None".to_owned(),
            Body::Value(Type::Named(name)) if name.ends_with("Patch") => "patch".to_owned(),
            _ => {
                let entry = |field: &Field| format!("\"{}\": {}", field.name, attribute(&field.name));
                format!("{{{}}}", fields.iter().map(entry).collect::<Vec<_>>().join(", "))
            }
        };
        let by = if *of_host { "" } else { ", by" };
        let call = match *verb {
            "command" => format!("self._command(\"{}\", {body}{by}, now, command_id)", variant.name),
            _ => format!("self._question(\"{}\", {body}, {answer:?}{by}, now)", variant.name),
        };
        let call = format!("{wait}{call}");
        if answer == "Bank" {
            writeln!(out, "        return self._created({call})").unwrap_or_default();
        } else if *verb == "command" {
            writeln!(out, "        return {call}").unwrap_or_default();
        } else {
            writeln!(out, "        answer: {answer} = {call}\n        return answer").unwrap_or_default();
        }
    }
}

fn documented(variant: &Variant, fields: &[Field]) -> String {
    let mut doc = variant.doc.clone();
    for (n, field) in fields.iter().filter(|field| !field.doc.is_empty()).enumerate() {
        let lead = if n == 0 { "\n\n" } else { "\n" };
        let said = field.doc.replace('\n', " ");
        write!(doc, "{lead}{}: {said}", attribute(&field.name)).unwrap_or_default();
    }
    doc
}

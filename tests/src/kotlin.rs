//! The types and calls of the Kotlin package, written from the schema.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use partnerkit::capability::{Answer, Capability, capable};
use partnerkit::status::{Standing, Status};
use partnerkit::transition::{self, Action, Outcome};
use serde_json::Value;

use crate::schema::{Body, Definition, Field, Shape, Type, Variant, pascal};

type Definitions = BTreeMap<String, Definition>;

/// Names that the schema gives twice, and those that the package or Kotlin has taken.
const NAMES: [(&str, &str); 9] = [
    ("Answer", "WireAnswer"),
    ("Answer2", "Answer"),
    // `Bank` is what is called.
    ("Bank", "BankRow"),
    ("Category", "ErrorCategory"),
    ("Category2", "Category"),
    ("Exception", "ItemException"),
    ("Message", "WireMessage"),
    ("Message2", "Message"),
    ("Result", "AttemptResult"),
];

/// What is kept as a JSON object, because a bank adds fields of its own.
const OBJECTS: [&str; 2] = ["Profile", "ProfilePatch"];

/// The questions answered under another name.
const ANSWERED_AS: [(&str, &str); 5] = [
    ("explain_capability", "explanation"),
    ("explain_command", "explanation"),
    ("explain_message", "message_explanation"),
    ("preview_message_text", "message_text"),
    ("users", "people"),
];

const HEAD: &str = "// Written by `tests/renew` from the schema of the wire format. Do not edit.\n\
                    @file:OptIn(kotlinx.serialization.ExperimentalSerializationApi::class)\n\n\
                    package org.partnerkit\n\n\
                    import java.time.Instant\nimport java.time.LocalDate\n\
                    import kotlinx.serialization.SerialName\nimport kotlinx.serialization.Serializable\n\
                    import kotlinx.serialization.json.JsonClassDiscriminator\nimport kotlinx.serialization.json.JsonElement\n\
                    import kotlinx.serialization.json.JsonObject\n";

fn class_name(name: &str) -> &str {
    NAMES.iter().find(|(from, _)| *from == name).map_or(name, |(_, to)| to)
}

/// `send_emails` as `sendEmails`.
fn camel(name: &str) -> String {
    let pascal = pascal(&name.replace('-', "_"));
    let mut letters = pascal.chars();
    let name: String = letters.next().map(|c| c.to_ascii_lowercase()).into_iter().chain(letters).collect();
    if ["is", "in", "object", "when", "val", "var", "fun", "class"].contains(&name.as_str()) {
        return format!("`{name}`");
    }
    name
}

fn hint(ty: &Type) -> String {
    match ty {
        // What is no type of its own is JSON.
        Type::Any | Type::Tuple(_) => "JsonElement".to_owned(),
        Type::Bool => "Boolean".to_owned(),
        Type::Int => "Long".to_owned(),
        Type::Text => "String".to_owned(),
        Type::Time => "@Serializable(with = Moment::class) Instant".to_owned(),
        Type::Day => "@Serializable(with = Day::class) LocalDate".to_owned(),
        Type::Named(name) if OBJECTS.contains(&name.as_str()) => "JsonObject".to_owned(),
        Type::Named(name) => class_name(name).to_owned(),
        Type::List(of) => format!("List<{}>", hint(of)),
        Type::Map(of) if **of == Type::Any => "JsonObject".to_owned(),
        Type::Map(of) => format!("Map<String, {}>", hint(of)),
        Type::Optional(of) => format!("{}?", hint(of)),
    }
}

/// The type as it stands in the parameters of a call.
fn taken(ty: &Type) -> String {
    hint(ty)
        .replace("@Serializable(with = Moment::class) ", "")
        .replace("@Serializable(with = Day::class) ", "")
}

fn kdoc(out: &mut String, indent: &str, doc: &str) {
    let doc = doc.replace("*/", "* /").replace("[`", "`").replace("`]", "`");
    match doc.lines().collect::<Vec<_>>().as_slice() {
        [] => {}
        [one] => writeln!(out, "{indent}/** {one} */").unwrap_or_default(),
        lines => {
            writeln!(out, "{indent}/**").unwrap_or_default();
            for line in lines {
                writeln!(out, "{}", format!("{indent} * {line}").trim_end()).unwrap_or_default();
            }
            writeln!(out, "{indent} */").unwrap_or_default();
        }
    }
}

/// Ids and words.
#[must_use]
pub fn words(definitions: &Definitions) -> String {
    let mut out = HEAD.to_owned();
    for (name, definition) in definitions {
        let class = class_name(name);
        match &definition.shape {
            Shape::Id | Shape::Alias(Type::Text) => {
                out.push('\n');
                kdoc(&mut out, "", &definition.doc);
                writeln!(
                    out,
                    "@Serializable\n@JvmInline\npublic value class {class}(public val text: String) {{\n    \
                     override fun toString(): String = text\n}}"
                )
                .unwrap_or_default();
            }
            Shape::Alias(ty) => {
                out.push('\n');
                kdoc(&mut out, "", &definition.doc);
                writeln!(out, "public typealias {class} = {}", hint(ty)).unwrap_or_default();
            }
            Shape::Words(words) => enumeration(&mut out, class, &definition.doc, words),
            _ => {}
        }
    }
    out
}

fn enumeration(out: &mut String, class: &str, doc: &str, words: &[(String, String)]) {
    out.push('\n');
    kdoc(out, "", doc);
    writeln!(out, "@Serializable\npublic enum class {class}(override val word: String) : Word {{")
        .unwrap_or_default();
    for (word, doc) in words {
        kdoc(out, "    ", if *doc == format!("`{word}`") { "" } else { doc });
        let name = word.to_uppercase().replace('-', "_");
        writeln!(out, "    @SerialName(\"{word}\")\n    {name}(\"{word}\"),\n").unwrap_or_default();
    }
    out.truncate(out.trim_end().len());
    out.push_str("\n}\n");
}

/// Records and unions.
#[must_use]
pub fn values(definitions: &Definitions) -> String {
    let mut out = HEAD.to_owned();
    for (name, definition) in definitions.iter().filter(|(name, _)| !OBJECTS.contains(&name.as_str())) {
        match &definition.shape {
            Shape::Record(fields) => {
                out.push('\n');
                let is_patch = name.ends_with("Patch");
                let class =
                    Class { name: class_name(name), doc: &definition.doc, is_patch, ..Class::default() };
                record(&mut out, &class, fields);
            }
            Shape::Union(tag, variants) => union(&mut out, name, &definition.doc, tag.as_deref(), variants),
            _ => {}
        }
    }
    out
}

/// A class to write.
#[derive(Default)]
struct Class<'a> {
    name: &'a str,
    doc: &'a str,
    indent: &'a str,
    /// The union it belongs to, with a colon before it.
    parent: &'a str,
    /// What the union calls its variants: the same names outside of it must be said in full.
    hidden: &'a [String],
    is_patch: bool,
}

/// A data class.
fn record(out: &mut String, class: &Class<'_>, fields: &[Field]) {
    let Class { name, doc, indent, parent, .. } = class;
    kdoc(out, indent, doc);
    if fields.is_empty() {
        writeln!(out, "{indent}@Serializable\n{indent}public data object {name}{parent}").unwrap_or_default();
        return;
    }
    writeln!(out, "{indent}@Serializable\n{indent}public data class {name}(").unwrap_or_default();
    for field in fields {
        kdoc(out, &format!("{indent}    "), &field.doc);
        let name = camel(&field.name);
        let serial = if name.trim_matches('`') == field.name {
            String::new()
        } else {
            format!("@SerialName(\"{}\") ", field.name)
        };
        let typed = if class.is_patch && !field.required {
            format!("Change<{}> = Change.Keep", hint(&field.ty))
        } else {
            with_default(field)
        };
        writeln!(out, "{indent}    {serial}public val {name}: {},", in_full(&typed, class.hidden))
            .unwrap_or_default();
    }
    writeln!(out, "{indent}){parent}").unwrap_or_default();
}

/// A type, with the names that are hidden where it stands said in full.
fn in_full(typed: &str, hidden: &[String]) -> String {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut out = String::new();
    for piece in typed.split_inclusive(|c: char| !is_part(c)) {
        let name = piece.trim_end_matches(|c: char| !is_part(c));
        if hidden.iter().any(|hidden| hidden == name) && !out.ends_with('.') {
            out.push_str("org.partnerkit.");
        }
        out.push_str(piece);
    }
    out
}

/// The type of a field, and what it is when it is left out.
fn with_default(field: &Field) -> String {
    let hint = hint(&field.ty);
    match (&field.ty, &field.default) {
        _ if field.required => hint,
        (Type::Optional(_), _) => format!("{hint} = null"),
        (Type::List(_), None) => format!("{hint} = emptyList()"),
        (Type::List(_), Some(Value::Array(items))) if items.is_empty() => format!("{hint} = emptyList()"),
        (Type::Map(of), _) if **of == Type::Any => format!("{hint} = JsonObject(emptyMap())"),
        (Type::Map(_), _) => format!("{hint} = emptyMap()"),
        (Type::Bool | Type::Int | Type::Text, Some(default)) => format!("{hint} = {default}"),
        (_, Some(default)) => {
            format!("{hint} = wire.decodeFromString({})", serde_json::Value::from(default.to_string()))
        }
        (_, None) => format!("{hint}? = null"),
    }
}

fn union(out: &mut String, name: &str, doc: &str, tag: Option<&str>, variants: &[Variant]) {
    let class = class_name(name);
    out.push('\n');
    kdoc(out, "", doc);
    let how = match tag {
        Some(tag) => format!("@Serializable\n@JsonClassDiscriminator(\"{tag}\")"),
        None => format!("@Serializable(with = {class}AsJson::class)"),
    };
    writeln!(out, "{how}\npublic sealed interface {class} {{").unwrap_or_default();
    let parent = format!(" : {class}");
    let hidden: Vec<String> = variants.iter().map(|variant| pascal(&variant.name)).collect();
    for variant in variants {
        let own = pascal(&variant.name);
        let class = Class {
            name: &own,
            doc: &variant.doc,
            indent: "    ",
            parent: &parent,
            hidden: &hidden,
            is_patch: false,
        };
        let mut body = String::new();
        match &variant.body {
            Body::Nothing => record(&mut body, &class, &[]),
            Body::Fields(fields) => record(&mut body, &class, fields),
            Body::Value(ty) => {
                kdoc(&mut body, "    ", &variant.doc);
                writeln!(
                    body,
                    "    @Serializable\n    @JvmInline\n    public value class {own}(public val value: {}){parent}",
                    in_full(&hint(ty), &hidden)
                )
                .unwrap_or_default();
            }
        }
        if tag.is_some() {
            body = body.replacen(
                "    @Serializable\n",
                &format!("    @Serializable\n    @SerialName(\"{}\")\n", variant.name),
                1,
            );
        }
        writeln!(out, "{body}").unwrap_or_default();
    }
    out.truncate(out.trim_end().len());
    out.push_str("\n}\n");
    if tag.is_none() {
        writeln!(out, "\ninternal object {class}AsJson : OneOf<{class}>(\"{class}\", {{").unwrap_or_default();
        for variant in variants {
            let own = format!("{class}.{}", pascal(&variant.name));
            let kind = if matches!(variant.body, Body::Nothing) { "word" } else { "keyed" };
            writeln!(out, "    {kind}(\"{}\", {own}::class, {own}.serializer())", variant.name)
                .unwrap_or_default();
        }
        writeln!(out, "}})").unwrap_or_default();
    }
}

fn variants<'a>(definitions: &'a Definitions, union: &str) -> &'a [Variant] {
    match definitions.get(union).map(|definition| &definition.shape) {
        Some(Shape::Union(_, variants)) => variants,
        _ => panic!("{union} is no union"),
    }
}

/// A function for every command and question.
#[must_use]
pub fn calls(definitions: &Definitions) -> String {
    let mut out = HEAD.to_owned();
    for (class, of_host, doc) in [
        ("HostCalls", true, "What a host asks of the whole system."),
        ("BankCalls", false, "What is asked of one bank, by whoever acts in it."),
    ] {
        out.push('\n');
        kdoc(&mut out, "", doc);
        writeln!(out, "public abstract class {class} internal constructor() : Calls() {{")
            .unwrap_or_default();
        for (verb, union) in [("command", "Command"), ("question", "Question")] {
            let own = |variant: &&Variant| variant.doc.contains("(host)") == of_host;
            for variant in variants(definitions, union).iter().filter(own) {
                // The system makes a bank of what is created.
                if variant.name != "create_bank" {
                    call(&mut out, definitions, verb, variant);
                }
            }
        }
        out.truncate(out.trim_end().len());
        out.push_str("\n}\n");
    }
    out
}

fn call(out: &mut String, definitions: &Definitions, verb: &str, variant: &Variant) {
    let own = format!("{}.{}", pascal(verb), pascal(&variant.name));
    let (fields, value) = match &variant.body {
        Body::Nothing => (Vec::new(), own),
        Body::Fields(fields) => (fields.clone(), format!("{own}({})", arguments(fields))),
        Body::Value(ty) => match parts(definitions, ty) {
            Some((class, fields)) => {
                let made = format!("{own}({class}({}))", arguments(&fields));
                (fields, made)
            }
            None => {
                let patch = Field {
                    name: "patch".to_owned(),
                    ty: ty.clone(),
                    required: true,
                    default: None,
                    doc: "What to change.".to_owned(),
                };
                (vec![patch], format!("{own}(patch)"))
            }
        },
    };
    let mut doc = variant.doc.clone();
    for field in fields.iter().filter(|field| !field.doc.is_empty()) {
        write!(doc, "\n@param {} {}", camel(&field.name), field.doc.replace('\n', " ")).unwrap_or_default();
    }
    kdoc(out, "    ", &doc);
    let mut parameters: Vec<String> = fields
        .iter()
        .map(|field| {
            let typed = with_default(field)
                .replace("@Serializable(with = Moment::class) ", "")
                .replace("@Serializable(with = Day::class) ", "");
            format!("{}: {typed}", camel(&field.name))
        })
        .collect();
    parameters.push("options: Options = Options()".to_owned());
    let (answer, body) = if verb == "command" {
        ("Done".to_owned(), format!("command({value}, options)"))
    } else {
        replied(definitions, &variant.name, &value)
    };
    writeln!(
        out,
        "    public suspend fun {}(\n        {},\n    ): {answer} =\n        {body}\n",
        camel(&variant.name),
        parameters.join(",\n        ")
    )
    .unwrap_or_default();
}

fn arguments(fields: &[Field]) -> String {
    fields.iter().map(|field| format!("{0} = {0}", camel(&field.name))).collect::<Vec<_>>().join(", ")
}

/// The fields of a command that is one record; a patch stays as it is.
fn parts(definitions: &Definitions, ty: &Type) -> Option<(String, Vec<Field>)> {
    let Type::Named(name) = ty else { return None };
    match &definitions.get(name)?.shape {
        Shape::Record(fields) if !name.ends_with("Patch") => {
            Some((class_name(name).to_owned(), fields.clone()))
        }
        _ => None,
    }
}

/// What a question is answered with, and how that is got.
fn replied(definitions: &Definitions, question: &str, value: &str) -> (String, String) {
    let named = ANSWERED_AS.iter().find(|(asked, _)| *asked == question).map_or(question, |(_, named)| named);
    let replies = variants(definitions, "Reply");
    let Some(reply) = replies.iter().find(|reply| reply.name == named) else {
        panic!("nothing answers {question}")
    };
    let own = format!("Reply.{}", pascal(named));
    match &reply.body {
        Body::Nothing => ("Unit".to_owned(), format!("question<{own}>({value}, options).let {{}}")),
        Body::Value(ty) => (taken(ty), format!("question<{own}>({value}, options).value")),
        Body::Fields(_) => (own.clone(), format!("question<{own}>({value}, options)")),
    }
}

/// The tables of the rules as constants, so that a screen can ask on every frame without crossing into the library.
#[must_use]
pub fn tables() -> String {
    let mut out = HEAD.to_owned();
    out.push_str(
        "\n/** The tables of the rules. A row is asked by [at]: a status, and while deactivated the status before. */\n\
         internal object Tables {\n    \
         internal fun at(standing: Standing): Int = when (standing.status) {\n        \
         Status.DEACTIVATED -> Status.entries.size + (standing.prior?.ordinal ?: Status.entries.size)\n        \
         else -> standing.status.ordinal\n    }\n\n    \
         internal val capable: Array<Array<Answer>> = arrayOf(\n",
    );
    let constant = |word: &str| word.to_uppercase();
    for capability in Capability::ALL {
        let row: Vec<String> = standings(false)
            .map(|standing| format!("Answer.{}", constant(&wire_word(&capable(standing, capability)))))
            .collect();
        writeln!(out, "        // {}\n        arrayOf({}),", capability.slug(), row.join(", "))
            .unwrap_or_default();
    }
    out.push_str("    )\n");
    for (name, approved_before) in [("movesOfTheNew", false), ("movesOfTheApproved", true)] {
        writeln!(out, "\n    internal val {name}: Array<Array<Move>> = arrayOf(").unwrap_or_default();
        for action in Action::ALL {
            let row: Vec<String> = standings(approved_before)
                .map(|standing| outcome(transition::decide(standing, action)))
                .collect();
            writeln!(
                out,
                "        // {}\n        arrayOf(\n            {},\n        ),",
                action.slug(),
                row.join(",\n            ")
            )
            .unwrap_or_default();
        }
        out.push_str("    )\n");
    }
    out + "}\n"
}

/// Every place a partner can stand, in the order in which the tables have them.
pub(crate) fn standings(approved_before: bool) -> impl Iterator<Item = Standing> {
    let prior = move |prior| Standing { status: Status::Deactivated, prior, approved_before };
    let plain = move |status| Standing { status, prior: None, approved_before };
    Status::ALL.into_iter().map(plain).chain(Status::ALL.into_iter().map(Some).chain([None]).map(prior))
}

fn outcome(outcome: Outcome) -> String {
    let status = |status: Status| format!("Status.{}", status.slug().to_uppercase());
    match outcome {
        Outcome::Moved(to) => {
            let prior = to.prior.map_or("null".to_owned(), status);
            format!("Move.To(Standing({}, {prior}, {}))", status(to.status), to.approved_before)
        }
        Outcome::Gone => "Move.Gone".to_owned(),
        Outcome::Refused(code, instead) => {
            let instead = instead
                .map_or("null".to_owned(), |action| format!("Action.{}", action.slug().to_uppercase()));
            format!("Move.Refused(Code.{}, {instead})", code.slug().to_uppercase())
        }
    }
}

/// An answer of the table as it stands on the wire.
pub(crate) fn wire_word(answer: &Answer) -> String {
    serde_json::to_value(answer).ok().and_then(|word| Some(word.as_str()?.to_owned())).unwrap_or_default()
}

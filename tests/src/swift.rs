//! The types and tables of the Swift package, written from the schema.

mod json;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use partnerkit::capability::{Capability, capable};
use partnerkit::status::{Standing, Status};
use partnerkit::transition::{self, Action, Outcome};

pub use self::json::json;
use crate::kotlin::{standings, wire_word};
use crate::schema::{Body, Definition, Field, Shape, Type, Variant};

const HEAD: &str = "// Written by `tests/renew` from the schema of the wire format. Do not edit.\n";

/// Names that the schema gives twice, and those that Swift or its Foundation has taken.
const NAMES: [(&str, &str); 6] = [
    ("Answer", "WireAnswer"),
    ("Answer2", "Answer"),
    ("Category", "ErrorCategory"),
    ("Category2", "Category"),
    ("Message", "WireMessage"),
    ("Message2", "Message"),
];

/// What is kept as a dictionary, because a bank adds fields of its own.
const DICTIONARIES: [&str; 2] = ["Profile", "ProfilePatch"];

/// Words that Swift keeps for itself.
const KEPT: [&str; 15] = [
    "as", "case", "default", "for", "import", "in", "init", "is", "none", "operator", "protocol", "public",
    "repeat", "self", "where",
];

fn type_name(name: &str) -> &str {
    NAMES.iter().find(|(from, _)| *from == name).map_or(name, |(_, to)| to)
}

/// `awaiting_review` as `awaitingReview`.
fn camel(name: &str) -> String {
    let pascal = crate::schema::pascal(&name.replace('-', "_"));
    let mut letters = pascal.chars();
    let camel: String = letters.next().map(|c| c.to_ascii_lowercase()).into_iter().chain(letters).collect();
    if KEPT.contains(&camel.as_str()) { format!("`{camel}`") } else { camel }
}

fn hint(ty: &Type) -> String {
    match ty {
        Type::Any => "JSON".to_owned(),
        Type::Bool => "Bool".to_owned(),
        Type::Int => "Int".to_owned(),
        Type::Text => "String".to_owned(),
        Type::Time => "Moment".to_owned(),
        Type::Day => "Day".to_owned(),
        Type::Named(name) => type_name(name).to_owned(),
        Type::List(of) => format!("[{}]", hint(of)),
        Type::Map(of) => format!("[String: {}]", hint(of)),
        Type::Tuple(of) => match of.as_slice() {
            [first, second] => format!("Pair<{}, {}>", hint(first), hint(second)),
            _ => panic!("only pairs are known: {of:?}"),
        },
        Type::Optional(of) => format!("{}?", hint(of)),
    }
}

/// The type of a field. In a patch, left out and null are two things.
fn field_type(field: &Field, is_patch: bool) -> String {
    match &field.ty {
        Type::Optional(of) if is_patch && !field.required => format!("Change<{}>?", hint(of)),
        Type::Optional(_) => hint(&field.ty),
        ty if field.required => hint(ty),
        ty => format!("{}?", hint(ty)),
    }
}

fn comment(doc: &str, indent: &str) -> String {
    doc.lines().fold(String::new(), |mut out, line| {
        let _ = writeln!(out, "{indent}/// {}", line.trim_end());
        out
    })
}

/// `Sources/PartnerKit/Wire.swift`: every type of the wire.
#[must_use]
pub fn types(definitions: &BTreeMap<String, Definition>) -> String {
    let mut out = format!("{HEAD}\n");
    for (name, definition) in definitions {
        out.push_str(&comment(&definition.doc, ""));
        let name = type_name(name);
        match &definition.shape {
            _ if DICTIONARIES.contains(&name) => {
                let _ = writeln!(out, "public typealias {name} = [String: JSON]\n");
            }
            Shape::Id => id(name, &mut out),
            Shape::Alias(ty) => {
                let _ = writeln!(out, "public typealias {name} = {}\n", hint(ty));
            }
            Shape::Words(words) => word_list(name, words, &mut out),
            Shape::Record(fields) => record(name, fields, &mut out),
            Shape::Union(tag, variants) => union(name, tag.as_deref(), variants, &mut out),
        }
    }
    out.trim_end().to_owned() + "\n"
}

fn id(name: &str, out: &mut String) {
    let _ = writeln!(out, "public struct {name}: RawRepresentable, Codable, Hashable, Sendable {{");
    out.push_str(
        "    public var rawValue: String\n    public init(rawValue: String) { self.rawValue = rawValue }\n",
    );
    out.push_str("    public init(_ rawValue: String) { self.rawValue = rawValue }\n}\n\n");
}

fn word_list(name: &str, words: &[(String, String)], out: &mut String) {
    let _ = writeln!(out, "public enum {name}: String, Codable, Hashable, Sendable, CaseIterable {{");
    for (word, doc) in words {
        out.push_str(&comment(doc, "    "));
        let _ = writeln!(out, "    case {} = \"{word}\"", camel(word));
    }
    out.push_str("}\n\n");
}

fn record(name: &str, fields: &[Field], out: &mut String) {
    let is_patch = name.ends_with("Patch");
    let _ = writeln!(out, "public struct {name}: Codable, Hashable, Sendable {{");
    for field in fields {
        out.push_str(&comment(&field.doc, "    "));
        let _ = writeln!(out, "    public var {}: {}", camel(&field.name), field_type(field, is_patch));
    }
    let given: Vec<String> = fields.iter().map(|field| parameter(field, is_patch)).collect();
    let _ = writeln!(out, "\n    public init({}) {{", given.join(", "));
    for field in fields {
        let name = camel(&field.name);
        let _ = writeln!(out, "        self.{} = {name}", name.trim_matches('`'));
    }
    out.push_str("    }\n");
    if !fields.is_empty() {
        out.push_str("\n    private enum CodingKeys: String, CodingKey {\n");
        for field in fields {
            let _ = writeln!(out, "        case {} = \"{}\"", camel(&field.name), field.name);
        }
        out.push_str("    }\n");
    }
    out.push_str("}\n\n");
}

fn parameter(field: &Field, is_patch: bool) -> String {
    let ty = field_type(field, is_patch);
    let default = if ty.ends_with('?') { " = nil" } else { "" };
    format!("{}: {ty}{default}", camel(&field.name))
}

fn union(name: &str, tag: Option<&str>, variants: &[Variant], out: &mut String) {
    let _ = writeln!(out, "public indirect enum {name}: Codable, Hashable, Sendable {{");
    for variant in variants {
        out.push_str(&comment(&variant.doc, "    "));
        let _ = writeln!(out, "    case {}{}", camel(&variant.name), held(&variant.body));
    }
    out.push_str("\n    public init(from decoder: any Decoder) throws {\n");
    match tag {
        Some(tag) => {
            let _ = writeln!(out, "        let within = try decoder.container(keyedBy: WireKey.self)");
            let _ = writeln!(out, "        let name = try within.decode(String.self, forKey: \"{tag}\")");
        }
        None => out.push_str("        let (name, one) = try WireKey.variant(of: decoder)\n"),
    }
    out.push_str("        switch name {\n");
    for variant in variants {
        let _ = writeln!(out, "        case \"{}\":", variant.name);
        out.push_str(&decoded(tag, variant));
    }
    let _ = writeln!(out, "        default: throw WireKey.unknown(name, in: \"{name}\", decoder)");
    out.push_str("        }\n    }\n\n    public func encode(to encoder: any Encoder) throws {\n        switch self {\n");
    for variant in variants {
        out.push_str(&encoded(tag, variant));
    }
    out.push_str("        }\n    }\n}\n\n");
}

fn held(body: &Body) -> String {
    match body {
        Body::Nothing => String::new(),
        Body::Value(ty) => format!("({})", hint(ty)),
        Body::Fields(fields) if fields.is_empty() => String::new(),
        Body::Fields(fields) => {
            let each: Vec<String> = fields.iter().map(|field| parameter(field, false)).collect();
            format!("({})", each.join(", "))
        }
    }
}

fn decoded(tag: Option<&str>, variant: &Variant) -> String {
    let case = camel(&variant.name);
    let within = format!("            let within = try one.nested(\"{}\")\n", variant.name);
    match &variant.body {
        Body::Nothing => format!("            self = .{case}\n"),
        Body::Fields(fields) if fields.is_empty() => format!("            self = .{case}\n"),
        Body::Value(Type::Optional(of)) => format!(
            "            self = .{case}(try one.keyed.decodeIfPresent({}.self, forKey: \"{}\"))\n",
            hint(of),
            variant.name
        ),
        Body::Value(ty) => {
            format!(
                "            self = .{case}(try one.keyed.decode({}.self, forKey: \"{}\"))\n",
                hint(ty),
                variant.name
            )
        }
        Body::Fields(fields) => {
            let each = fields.iter().map(|field| {
                let ty = field_type(field, false);
                let (call, ty) = match ty.strip_suffix('?') {
                    Some(ty) => ("decodeIfPresent", ty),
                    None => ("decode", ty.as_str()),
                };
                let label = camel(&field.name);
                format!("                {label}: try within.{call}({ty}.self, forKey: \"{}\")", field.name)
            });
            let each: Vec<String> = each.collect();
            let within = if tag.is_some() { "" } else { &within };
            format!("{within}            self = .{case}(\n{})\n", each.join(",\n"))
        }
    }
}

fn encoded(tag: Option<&str>, variant: &Variant) -> String {
    let (case, wire) = (camel(&variant.name), &variant.name);
    let mut out = String::new();
    let names = match &variant.body {
        Body::Nothing => Vec::new(),
        Body::Value(_) => vec!["value".to_owned()],
        Body::Fields(fields) => fields.iter().map(|field| camel(&field.name)).collect(),
    };
    let bound: Vec<String> = names.iter().map(|name| format!("let {name}")).collect();
    let pattern = if bound.is_empty() { String::new() } else { format!("({})", bound.join(", ")) };
    let _ = writeln!(out, "        case .{case}{pattern}:");
    match (tag, &variant.body) {
        (None, Body::Nothing) => {
            let _ = writeln!(
                out,
                "            var word = encoder.singleValueContainer()\n            try word.encode(\"{wire}\")"
            );
            return out;
        }
        (None, Body::Value(_)) => {
            let _ = writeln!(out, "            var within = encoder.container(keyedBy: WireKey.self)");
            let _ = writeln!(out, "            try within.encode(value, forKey: \"{wire}\")");
            return out;
        }
        (None, Body::Fields(fields)) => {
            let keyword = if fields.is_empty() { "_ =" } else { "var within =" };
            let _ = writeln!(out, "            var one = encoder.container(keyedBy: WireKey.self)");
            let _ = writeln!(
                out,
                "            {keyword} one.nestedContainer(keyedBy: WireKey.self, forKey: \"{wire}\")"
            );
        }
        (Some(tag), _) => {
            let _ = writeln!(out, "            var within = encoder.container(keyedBy: WireKey.self)");
            let _ = writeln!(out, "            try within.encode(\"{wire}\", forKey: \"{tag}\")");
        }
    }
    if let Body::Fields(fields) = &variant.body {
        for field in fields {
            let call = if field_type(field, false).ends_with('?') { "encodeIfPresent" } else { "encode" };
            let _ = writeln!(
                out,
                "            try within.{call}({}, forKey: \"{}\")",
                camel(&field.name),
                field.name
            );
        }
    }
    out
}

/// `Sources/PartnerKit/Tables.swift`: what a screen asks on every frame, without a call.
#[must_use]
pub fn tables() -> String {
    let mut out = format!(
        "{HEAD}\n/// The tables of the rules. A row is asked by the place of a standing: a status, and while deactivated the status before.\n\
         enum Tables {{\n    static let capable: [[Answer]] = [\n"
    );
    for capability in Capability::ALL {
        let answer = |standing| format!(".{}", camel(&wire_word(&capable(standing, capability))));
        let row: Vec<String> = standings(false).map(answer).collect();
        let _ = writeln!(out, "        // {}\n        [{}],", capability.slug(), row.join(", "));
    }
    out.push_str("    ]\n");
    for (name, approved_before) in [("movesOfTheNew", false), ("movesOfTheApproved", true)] {
        let _ = writeln!(out, "\n    static let {name}: [[Move]] = [");
        for action in Action::ALL {
            let outcome = |standing| outcome(transition::decide(standing, action));
            let row: Vec<String> = standings(approved_before).map(outcome).collect();
            let row = row.join(",\n            ");
            let _ = writeln!(out, "        // {}\n        [\n            {row},\n        ],", action.slug());
        }
        out.push_str("    ]\n");
    }
    out.push_str("}\n");
    places(&mut out, "Status", &Status::ALL.map(Status::slug));
    places(&mut out, "Capability", &Capability::ALL.map(Capability::slug));
    places(&mut out, "Action", &Action::ALL.map(Action::slug));
    out
}

/// Where the words of a list stand in the tables.
fn places(out: &mut String, name: &str, words: &[&str]) {
    let _ = write!(out, "\nextension {name} {{\n    var place: Int {{\n        switch self {{\n");
    for (place, word) in words.iter().enumerate() {
        let _ = writeln!(out, "        case .{}: {place}", camel(word));
    }
    out.push_str("        }\n    }\n}\n");
}

fn outcome(outcome: Outcome) -> String {
    match outcome {
        Outcome::Moved(Standing { status, prior, approved_before }) => {
            let prior = prior.map(|prior| format!(", prior: .{}", camel(prior.slug()))).unwrap_or_default();
            let approved = if approved_before { ", approvedBefore: true" } else { "" };
            format!(".to(Standing(.{}{prior}{approved}))", camel(status.slug()))
        }
        Outcome::Gone => ".gone".to_owned(),
        Outcome::Refused(code, instead) => {
            let instead = instead.map_or("nil".to_owned(), |action| format!(".{}", camel(action.slug())));
            format!(".refused(.{}, instead: {instead})", camel(code.slug()))
        }
    }
}

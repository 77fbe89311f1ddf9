//! How the types of the Swift package cross: straight from and to the bytes of a message. Foundation's way, which the types have
//! beside this one for whoever keeps them elsewhere, costs more than a decision.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{DICTIONARIES, HEAD, camel, field_type, hint, type_name};
use crate::schema::{Body, Definition, Field, Shape, Type, Variant};

/// What a reader calls its own things, so that no field may be called so.
const TAKEN: [&str; 3] = ["entry", "json", "one"];

/// `Sources/PartnerKit/WireJSON.swift`: a reader and a writer for each type.
#[must_use]
pub fn json(definitions: &BTreeMap<String, Definition>) -> String {
    let mut out = format!("{HEAD}\n");
    for (name, definition) in definitions.iter().filter(|(name, _)| !DICTIONARIES.contains(&name.as_str())) {
        let name = type_name(name);
        match &definition.shape {
            Shape::Alias(_) => {}
            Shape::Id | Shape::Words(_) => {
                let _ = writeln!(out, "extension {name}: Wired {{}}\n");
            }
            Shape::Record(fields) => {
                let is_patch = name.ends_with("Patch");
                let _ = writeln!(out, "extension {name}: Wired {{");
                out.push_str("    init(_ json: inout JSONReader) throws {\n");
                read(&mut out, "        ", "self.init", fields, is_patch);
                out.push_str(
                    "    }\n\n    func write(_ json: inout JSONWriter) throws {\n        json.object()\n",
                );
                write(&mut out, "        ", fields, is_patch);
                out.push_str("        json.endObject()\n    }\n}\n\n");
            }
            Shape::Union(tag, variants) => union(&mut out, name, tag.as_deref(), variants),
        }
    }
    out.trim_end().to_owned() + "\n"
}

/// Reads an object and makes something of its fields. Fields that are unknown are newer than this, and left alone.
fn read(out: &mut String, indent: &str, made: &str, fields: &[Field], is_patch: bool) {
    if fields.is_empty() {
        let _ = writeln!(
            out,
            "{indent}try json.skip()\n{indent}{made}{}",
            if made == "self.init" { "()" } else { "" }
        );
        return;
    }
    for field in fields {
        assert!(!TAKEN.contains(&field.name.as_str()), "a field is called {}", field.name);
        let ty = field_type(field, is_patch);
        let _ = writeln!(out, "{indent}var {}: {}?", camel(&field.name), ty.trim_end_matches('?'));
    }
    let _ = writeln!(out, "{indent}try json.object()\n{indent}while let entry = try json.key() {{");
    let _ = writeln!(out, "{indent}    switch entry {{");
    for field in fields {
        let ty = field_type(field, is_patch);
        // A null in a patch is a change.
        let call = if ty.ends_with('?') && !ty.starts_with("Change<") { "readAny" } else { "read" };
        let (name, ty) = (camel(&field.name), ty.trim_end_matches('?'));
        let _ = writeln!(out, "{indent}    case \"{}\": {name} = try json.{call}({ty}.self)", field.name);
    }
    let _ = writeln!(out, "{indent}    default: try json.skip()\n{indent}    }}\n{indent}}}");
    let given: Vec<String> = fields.iter().map(|field| given(field, is_patch)).collect();
    let _ = writeln!(out, "{indent}{made}({})", given.join(", "));
}

fn given(field: &Field, is_patch: bool) -> String {
    let name = camel(&field.name);
    let label = name.trim_matches('`');
    if field_type(field, is_patch).ends_with('?') {
        format!("{label}: {name}")
    } else {
        format!("{label}: try json.need({name}, \"{}\")", field.name)
    }
}

fn write(out: &mut String, indent: &str, fields: &[Field], is_patch: bool) {
    for field in fields {
        let label = if field_type(field, is_patch).ends_with('?') { "ifAny: " } else { "" };
        let _ = writeln!(out, "{indent}try json.field(\"{}\", {label}{})", field.name, camel(&field.name));
    }
}

fn union(out: &mut String, name: &str, tag: Option<&str>, variants: &[Variant]) {
    let _ = writeln!(out, "extension {name}: Wired {{\n    init(_ json: inout JSONReader) throws {{");
    match tag {
        Some(tag) => {
            let _ = writeln!(out, "        let one = try json.tag(\"{tag}\")");
        }
        None => out.push_str("        let one = try json.variant()\n"),
    }
    out.push_str("        switch one.name {\n");
    for variant in variants {
        let _ = writeln!(out, "        case \"{}\":", variant.name);
        let made = format!("self = .{}", camel(&variant.name));
        match &variant.body {
            Body::Nothing => {
                let _ = writeln!(out, "            if one.holds {{ try json.skip() }}\n            {made}");
            }
            Body::Value(Type::Optional(of)) => {
                let _ = writeln!(out, "            {made}(try json.readAny({}.self))", hint(of));
            }
            Body::Value(ty) => {
                let _ = writeln!(out, "            {made}(try json.read({}.self))", hint(ty));
            }
            Body::Fields(fields) => read(out, "            ", &made, fields, false),
        }
    }
    let _ = writeln!(out, "        default: throw one.unknown(in: \"{name}\")\n        }}");
    if tag.is_none() {
        out.push_str("        try json.end(one)\n");
    }
    out.push_str("    }\n\n    func write(_ json: inout JSONWriter) throws {\n        switch self {\n");
    for variant in variants {
        written(out, tag, variant);
    }
    out.push_str("        }\n    }\n}\n\n");
}

fn written(out: &mut String, tag: Option<&str>, variant: &Variant) {
    let (case, wire) = (camel(&variant.name), &variant.name);
    let names: Vec<String> = match &variant.body {
        Body::Nothing => Vec::new(),
        Body::Value(_) => vec!["let value".to_owned()],
        Body::Fields(fields) => fields.iter().map(|field| format!("let {}", camel(&field.name))).collect(),
    };
    let pattern = if names.is_empty() { String::new() } else { format!("({})", names.join(", ")) };
    let _ = writeln!(out, "        case .{case}{pattern}:");
    if tag.is_none() && matches!(variant.body, Body::Nothing) {
        let _ = writeln!(out, "            json.word(\"\\\"{wire}\\\"\")");
        return;
    }
    out.push_str("            json.object()\n");
    match tag {
        Some(tag) => {
            let _ =
                writeln!(out, "            json.key(\"{tag}\")\n            json.word(\"\\\"{wire}\\\"\")");
        }
        None => {
            let _ = writeln!(out, "            json.key(\"{wire}\")");
        }
    }
    match &variant.body {
        Body::Nothing => {}
        Body::Value(_) => out.push_str("            try value.write(&json)\n"),
        Body::Fields(fields) if tag.is_some() => write(out, "            ", fields, false),
        Body::Fields(fields) => {
            out.push_str("            json.object()\n");
            write(out, "            ", fields, false);
            out.push_str("            json.endObject()\n");
        }
    }
    out.push_str("            json.endObject()\n");
}

//! The schema of the wire format as a program reads it that writes types in another language.
//!
//! Whatever it does not know makes it panic: better no types than wrong ones.

use std::collections::BTreeMap;

use serde_json::Value;

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Any JSON.
    Any,
    /// Yes or no.
    Bool,
    /// A whole number.
    Int,
    /// A text.
    Text,
    /// A moment.
    Time,
    /// A day.
    Day,
    /// Something with a definition of its own.
    Named(String),
    /// A list of them.
    List(Box<Type>),
    /// By a key, which is a text.
    Map(Box<Type>),
    /// Exactly these.
    Tuple(Vec<Type>),
    /// It or null.
    Optional(Box<Type>),
}

/// A field of a record.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name on the wire.
    pub name: String,
    /// What it holds.
    pub ty: Type,
    /// Whether it must be there.
    pub required: bool,
    /// What it is when it is left out, if the schema says so.
    pub default: Option<Value>,
    /// What it is.
    pub doc: String,
}

/// What a variant of a union holds beside its name.
#[derive(Clone, Debug)]
pub enum Body {
    /// Nothing.
    Nothing,
    /// One value.
    Value(Type),
    /// Fields.
    Fields(Vec<Field>),
}

/// One of several things something can be.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its name on the wire.
    pub name: String,
    /// What it is.
    pub doc: String,
    /// What it holds.
    pub body: Body,
}

/// How something is made up.
#[derive(Clone, Debug)]
pub enum Shape {
    /// One of these words.
    Words(Vec<(String, String)>),
    /// All of these fields, in the order of the Rust type as far as they are required, the others by name.
    Record(Vec<Field>),
    /// One of several. With a tag, that field names which; without, it is the only key, or a bare word.
    Union(Option<String>, Vec<Variant>),
    /// An id.
    Id,
    /// Nothing but another type.
    Alias(Type),
}

/// Something with a name.
#[derive(Clone, Debug)]
pub struct Definition {
    /// What it is.
    pub doc: String,
    /// How it is made up.
    pub shape: Shape,
}

/// Reads all definitions of a schema.
#[must_use]
pub fn read(schema: &Value) -> BTreeMap<String, Definition> {
    let definitions = schema["$defs"].as_object().unwrap_or_else(|| panic!("no definitions"));
    let read = |(name, node): (&String, &Value)| {
        let definition = Definition { doc: doc(node, schema), shape: shape(node, schema) };
        (name.clone(), definition)
    };
    definitions.iter().map(read).collect()
}

fn shape(node: &Value, schema: &Value) -> Shape {
    if let Some(variants) = node["oneOf"].as_array() {
        return union(variants, schema);
    }
    if let Some(words) = node["enum"].as_array() {
        return Shape::Words(words.iter().map(|word| (text(word).to_owned(), String::new())).collect());
    }
    match (node["type"].as_str(), node["format"].as_str()) {
        (Some("string"), Some("uuid")) => Shape::Id,
        (Some("object"), _) if node.get("properties").is_some() => Shape::Record(fields(node, schema)),
        (Some("object"), _) if node["additionalProperties"] == false => Shape::Record(Vec::new()),
        _ => Shape::Alias(type_of(node)),
    }
}

fn union(variants: &[Value], schema: &Value) -> Shape {
    let words =
        variants.iter().map(|variant| Some((variant["const"].as_str()?.to_owned(), doc(variant, schema))));
    if let Some(words) = words.collect() {
        return Shape::Words(words);
    }
    let tag = variants.iter().find_map(|variant| {
        let mut properties = variant["properties"].as_object()?.iter();
        properties.find(|(_, node)| node.get("const").is_some()).map(|(name, _)| name.clone())
    });
    let read = |node: &Value| {
        let doc = doc(node, schema);
        if let Some(word) = node["const"].as_str() {
            return Variant { name: word.to_owned(), doc, body: Body::Nothing };
        }
        if let Some(tag) = &tag {
            let name = text(&node["properties"][tag]["const"]).to_owned();
            let mut fields = fields(node, schema);
            fields.retain(|field| field.name != *tag);
            return Variant { name, doc, body: Body::Fields(fields) };
        }
        let mut properties = node["properties"].as_object().into_iter().flatten();
        let (Some((name, body)), None) = (properties.next(), properties.next()) else {
            panic!("a variant has one key: {node}")
        };
        let inline = body.get("properties").is_some();
        let body = if inline { Body::Fields(fields(body, schema)) } else { Body::Value(type_of(body)) };
        Variant { name: name.clone(), doc, body }
    };
    Shape::Union(tag.clone(), variants.iter().map(read).collect())
}

fn fields(node: &Value, schema: &Value) -> Vec<Field> {
    let properties = node["properties"].as_object().unwrap_or_else(|| panic!("no properties: {node}"));
    let required: Vec<&str> = node["required"].as_array().into_iter().flatten().map(text).collect();
    let optional = properties.keys().map(String::as_str).filter(|name| !required.contains(name));
    let read = |name: &str| Field {
        name: name.to_owned(),
        ty: type_of(&properties[name]),
        required: required.contains(&name),
        default: properties[name].get("default").filter(|default| !default.is_null()).cloned(),
        doc: doc(&properties[name], schema),
    };
    required.iter().copied().chain(optional).map(read).collect()
}

fn type_of(node: &Value) -> Type {
    if let Some(reference) = node["$ref"].as_str() {
        return Type::Named(reference.trim_start_matches("#/$defs/").to_owned());
    }
    if let Some(either) = node["anyOf"].as_array() {
        return match either.as_slice() {
            [one, null] if null["type"] == "null" => Type::Optional(Box::new(type_of(one))),
            _ => panic!("an unknown choice: {node}"),
        };
    }
    if let Some(types) = node["type"].as_array() {
        let others: Vec<&Value> = types.iter().filter(|name| *name != "null").collect();
        let [one] = others.as_slice() else { return Type::Any };
        let mut bare = node.clone();
        bare["type"] = (*one).clone();
        let bare = type_of(&bare);
        return if types.len() > 1 { Type::Optional(Box::new(bare)) } else { bare };
    }
    match node["type"].as_str() {
        None => Type::Any,
        Some("boolean") => Type::Bool,
        Some("integer") => Type::Int,
        Some("string") => match node["format"].as_str() {
            None => Type::Text,
            Some("date-time") => Type::Time,
            Some("date") => Type::Day,
            Some(other) => panic!("an unknown format: {other}"),
        },
        Some("array") => match node["prefixItems"].as_array() {
            Some(items) => Type::Tuple(items.iter().map(type_of).collect()),
            None => Type::List(Box::new(type_of(&node["items"]))),
        },
        Some("object") => match &node["additionalProperties"] {
            Value::Bool(true) => Type::Map(Box::new(Type::Any)),
            inner @ Value::Object(_) => Type::Map(Box::new(type_of(inner))),
            _ => panic!("an object without a name: {node}"),
        },
        Some(other) => panic!("an unknown type: {other}"),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}"))
}

/// The description, without the marks of Rust's documentation. One that only points at a variant is that variant's.
fn doc(node: &Value, schema: &Value) -> String {
    let said = node["description"].as_str().unwrap_or_default();
    let target = said.strip_prefix("See [`").and_then(|rest| rest.strip_suffix("`]."));
    let pointed = target.and_then(|target| {
        let (owner, name) = target.split_once("::")?;
        let definition = &schema["$defs"][owner];
        let wire: String = snake(name);
        let variants = definition["oneOf"].as_array().into_iter().flatten();
        let variant = variants
            .clone()
            .find(|variant| variant["const"] == wire.as_str() || variant["properties"].get(&wire).is_some());
        let found = variant.or_else(|| definition["properties"].get(name))?;
        found["description"].as_str()
    });
    plain(pointed.filter(|pointed| !pointed.starts_with("See [`")).unwrap_or(said))
}

/// ``[`Facts::logins`](crate::…)`` as `` `Facts::logins` ``.
fn plain(said: &str) -> String {
    let mut out = String::new();
    let mut rest = said;
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((name, after)) = link.split_once("`]") else { break };
        out.push_str(before);
        out.push('`');
        out.push_str(name);
        out.push('`');
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    out + rest
}

/// `AwaitingReview` as `awaiting_review`.
#[must_use]
pub fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

/// `awaiting_review` as `AwaitingReview`.
#[must_use]
pub fn pascal(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect::<String>()
    };
    name.split('_').map(word).collect()
}

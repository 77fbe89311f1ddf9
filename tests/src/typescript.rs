//! The TypeScript types of everything that crosses the wire, made from its schema, and the tables as JavaScript data.
//!
//! `json-schema-to-typescript` was looked at. It makes a type of its own of each reference that has a description beside
//! it, and knows nothing of the answer that belongs to a question, so little more than printing would be left to it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use partnerkit::capability::{CAPABILITIES, Capability, capable};
use partnerkit::describe::describe;
use partnerkit::status::{Standing, Status};
use partnerkit::transition::{self, Action, Outcome};
use serde_json::{Map, Value, json};

/// What stands at the top of each file.
const HEAD: &str = "// Made from the rules by `tests/renew`. Do not edit.\n";

/// The schema's names that would mislead, and better ones.
const RENAMED: [(&str, &str); 5] = [
    ("Message", "WireMessage"),
    ("Message2", "Message"),
    ("Answer", "WireAnswer"),
    ("Answer2", "Answer"),
    ("Category2", "Category"),
];

/// The types whose parameters are those of their code.
const BY_CODE: [&str; 3] = ["Reason", "SaidReason", "WireError"];

/// Which side a type is seen from: times may be given as dates, and come as text.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Given,
    Told,
}

/// What the types are made from.
pub struct TypeScript {
    defs: Map<String, Value>,
    rules: Value,
    /// The types that mention a time somewhere.
    timed: BTreeSet<String>,
}

impl Default for TypeScript {
    fn default() -> Self {
        Self::new()
    }
}

impl TypeScript {
    /// From the schema of the wire and the rules as they are.
    #[must_use]
    pub fn new() -> Self {
        let schema = partnerkit::wire::schema();
        let defs = schema["$defs"].as_object().cloned().unwrap_or_default();
        let mut timed = BTreeSet::new();
        loop {
            let more: Vec<String> = defs
                .iter()
                .filter(|(name, def)| !timed.contains(*name) && mentions_time(def, &timed))
                .map(|(name, _)| name.clone())
                .collect();
            if more.is_empty() {
                return Self { defs, rules: describe(), timed };
            }
            timed.extend(more);
        }
    }

    /// `types/wire.d.ts`: every type of the wire.
    #[must_use]
    pub fn types(&self) -> String {
        let mut out = format!("{HEAD}\n");
        out.push_str("/** Any JSON value. */\nexport type Json = string | number | boolean | null | Json[] | { [key: string]: Json };\n\n");
        out.push_str(&self.params());
        for (name, def) in &self.defs {
            if name == "Category" {
                self.define("ErrorCategory", def, Side::Told, &mut out);
                continue;
            }
            self.define(&renamed(name), def, Side::Told, &mut out);
            if self.timed.contains(name) && self.is_given(name) {
                self.define(&format!("{}Input", renamed(name)), def, Side::Given, &mut out);
            }
        }
        out
    }

    /// The parameters of each code.
    fn params(&self) -> String {
        let mut out = String::from("/** The parameters of each code. */\nexport interface ParamsByCode {\n");
        for code in self.list("codes") {
            let fields: Vec<String> = code["params"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(|param| match param {
                    "receipt" => "receipt: Receipt".to_owned(),
                    "report" => "report: Report".to_owned(),
                    other => format!("{other}: Json"),
                })
                .collect();
            let _ = writeln!(out, "  {}: {{ {} }};", text(&code["code"]), fields.join("; "));
        }
        out + "}\n\n"
    }

    fn define(&self, name: &str, def: &Value, side: Side, out: &mut String) {
        out.push_str(&comment(def, ""));
        let own = "[own: `own_${string}`]: Json";
        let body = match name {
            "Profile" => self.type_of(def, side, "").replacen('{', &format!("{{\n  {own};"), 1),
            "ProfilePatch" => {
                format!("{{ [Field in keyof Profile]?: Profile[Field] | null }} & {{ {own} }}")
            }
            _ => self.type_of(def, side, ""),
        };
        if BY_CODE.contains(&name) {
            let fields = body.replacen("code: Code;", "code: C;", 1).replacen(
                "{ [key: string]: Json }",
                "ParamsByCode[C]",
                1,
            );
            let _ = writeln!(out, "export interface {name}Of<C extends Code> {fields}\n");
            let _ = writeln!(out, "/** See {{@link {name}Of}}. */");
            let _ = writeln!(out, "export type {name} = {{ [C in Code]: {name}Of<C> }}[Code];\n");
        } else if body.starts_with('{') && name != "ProfilePatch" {
            let _ = writeln!(out, "export interface {name} {body}\n");
        } else {
            let space = if body.starts_with('\n') { "" } else { " " };
            let _ = writeln!(out, "export type {name} ={space}{body};\n");
        }
    }

    /// The type that `schema` stands for. What it refers to is named.
    fn type_of(&self, schema: &Value, side: Side, indent: &str) -> String {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            let input = side == Side::Given && self.timed.contains(name) && self.is_given(name);
            return if name == "Category" {
                "ErrorCategory".to_owned()
            } else {
                format!("{}{}", renamed(name), if input { "Input" } else { "" })
            };
        }
        if let Some(constant) = schema.get("const") {
            return constant.to_string();
        }
        if let Some(values) = schema["enum"].as_array() {
            return values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
        }
        if let Some(options) = schema["oneOf"].as_array().or_else(|| schema["anyOf"].as_array()) {
            let option = |option: &Value| {
                let noted = schema.get("oneOf").is_some();
                let note = if noted { comment(option, &format!("{indent}  ")) } else { String::new() };
                let body = self.type_of(option, side, &format!("{indent}  "));
                if noted { format!("\n{note}{indent}  | {body}") } else { body }
            };
            let all: Vec<String> = options.iter().map(option).collect();
            return if schema.get("oneOf").is_some() { all.concat() } else { all.join(" | ") };
        }
        match &schema["type"] {
            Value::Array(kinds) => {
                let one = |kind: &Value| self.kind(text(kind), schema, side, indent);
                kinds.iter().map(one).collect::<Vec<_>>().join(" | ")
            }
            Value::String(kind) => self.kind(kind, schema, side, indent),
            _ => "Json".to_owned(),
        }
    }

    fn kind(&self, kind: &str, schema: &Value, side: Side, indent: &str) -> String {
        match kind {
            "string" if schema["format"] == "date-time" && side == Side::Given => "string | Date".to_owned(),
            "string" => "string".to_owned(),
            "integer" | "number" => "number".to_owned(),
            "boolean" => "boolean".to_owned(),
            "null" => "null".to_owned(),
            "array" => {
                let read = if side == Side::Given { "readonly " } else { "" };
                if let Some(each) = schema["prefixItems"].as_array() {
                    let each: Vec<String> = each.iter().map(|one| self.type_of(one, side, indent)).collect();
                    return format!("{read}[{}]", each.join(", "));
                }
                let item = self.type_of(&schema["items"], side, indent);
                if item.contains(['|', '\n']) {
                    format!("{read}({item})[]")
                } else {
                    format!("{read}{item}[]")
                }
            }
            "object" => self.object(schema, side, indent),
            other => panic!("the schema has a type `{other}` that no TypeScript is known for"),
        }
    }

    fn object(&self, schema: &Value, side: Side, indent: &str) -> String {
        let Some(properties) = schema["properties"].as_object().filter(|all| !all.is_empty()) else {
            return match &schema["additionalProperties"] {
                values @ Value::Object(_) => {
                    format!("{{ [key: string]: {} }}", self.type_of(values, side, indent))
                }
                Value::Bool(true) => "{ [key: string]: Json }".to_owned(),
                _ => "Record<string, never>".to_owned(),
            };
        };
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let inner = format!("{indent}  ");
        let mut out = String::from("{\n");
        for (name, property) in properties {
            out.push_str(&comment(property, &inner));
            let optional = if required.contains(&name.as_str()) { "" } else { "?" };
            let _ = writeln!(out, "{inner}{name}{optional}: {};", self.type_of(property, side, &inner));
        }
        format!("{out}{indent}}}")
    }

    /// `types/methods.d.ts`: a method for every command and question.
    #[must_use]
    pub fn methods(&self) -> String {
        let mut out = format!(
            "{HEAD}import type * as wire from './wire.js';\nimport type {{ CommandOptions, QuestionOptions }} from './options.js';\n\n"
        );
        out.push_str("/** A method for every command a bank and its partners can give, each with a twin that blocks. */\nexport interface Commands {\n");
        for call in self.calls("Command").into_iter().filter(|call| !call.by_host) {
            self.method(&call, "CommandOptions", "wire.Done", &mut out);
        }
        out.push_str("}\n\n/** A method for every question a bank and its partners can ask, each with a twin that blocks. */\nexport interface Questions {\n");
        for call in self.calls("Question").into_iter().filter(|call| !call.by_host) {
            let reply = self.reply(&call.name);
            self.method(&call, "QuestionOptions", &reply, &mut out);
        }
        out + "}\n"
    }

    fn method(&self, call: &Call, options: &str, reply: &str, out: &mut String) {
        let body = call.body.as_ref().map(|body| {
            let ty = qualified(&self.type_of(body, Side::Given, "  "));
            let optional =
                body["required"].as_array().is_none_or(Vec::is_empty) && body.get("$ref").is_none();
            format!("body{}: {ty}, ", if optional { "?" } else { "" })
        });
        let body = body.unwrap_or_default();
        let name = camel(&call.name);
        let note = comment(&json!({ "description": call.about }), "  ");
        let _ = writeln!(out, "{note}  {name}({body}options?: {options}): Promise<{reply}>;");
        let _ = writeln!(out, "{note}  {name}Sync({body}options?: {options}): {reply};");
    }

    /// The type of what a question is answered with: the variant of `Reply` whose description names it.
    fn reply(&self, question: &str) -> String {
        let variants = self.defs["Reply"]["oneOf"].as_array().cloned().unwrap_or_default();
        let name = format!("[`Question::{}`]", pascal(question));
        let found = variants.iter().find(|variant| text(&variant["description"]).contains(&name));
        let Some(content) = found.and_then(|variant| variant["properties"].as_object()?.values().next())
        else {
            panic!("no reply says that it belongs to the question `{question}`");
        };
        qualified(&self.type_of(content, Side::Told, "  "))
    }

    /// Whether a caller gives values of this type.
    fn is_given(&self, name: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec!["Message".to_owned()];
        while let Some(next) = open.pop() {
            if next == name {
                return true;
            }
            if seen.insert(next.clone()) {
                refs(&self.defs[&next], &mut open);
            }
        }
        false
    }

    /// The variants of an enum of calls.
    fn calls(&self, of: &str) -> Vec<Call> {
        let variants = self.defs[of]["oneOf"].as_array().cloned().unwrap_or_default();
        let call = |variant: &Value| {
            let about = text(&variant["description"]).to_owned();
            let by_host = about.trim_end_matches('.').ends_with("(host)");
            match variant["properties"].as_object().and_then(|all| all.iter().next()) {
                Some((name, body)) => Call { name: name.clone(), body: Some(body.clone()), about, by_host },
                None => Call { name: text(&variant["const"]).to_owned(), body: None, about, by_host },
            }
        };
        variants.iter().map(call).collect()
    }

    fn list(&self, key: &str) -> Vec<&Value> {
        self.rules[key].as_array().into_iter().flatten().collect()
    }

    /// `lib/tables.cjs`: the names of all commands and questions, and the tables.
    #[must_use]
    pub fn tables(&self) -> String {
        let names = |of: &str| -> Value {
            let one = |call: Call| json!({ "name": call.name, "method": camel(&call.name), "body": call.body.is_some(), "host": call.by_host });
            self.calls(of).into_iter().map(one).collect()
        };
        let constants = [
            ("VERSION", self.rules["version"].clone()),
            ("COMMANDS", names("Command")),
            ("QUESTIONS", names("Question")),
            ("STATUSES", self.rules["statuses"].clone()),
            ("ACTIONS", self.rules["actions"].clone()),
            ("TRANSITIONS", self.rules["transitions"].clone()),
            ("CAPABILITIES", self.rules["capabilities"].clone()),
            ("CODES", codes(&self.rules)),
            (
                "IS_YES",
                CAPABILITIES
                    .iter()
                    .flat_map(|(_, answers)| answers)
                    .map(|answer| (slug(answer), json!(answer.is_yes())))
                    .collect::<Map<_, _>>()
                    .into(),
            ),
            ("CAPABLE", capable_table()),
        ];
        let mut out = format!("{HEAD}'use strict';\n");
        for (name, value) in constants {
            let _ = writeln!(out, "\nexports.{name} = {value:#};");
        }
        let (outcomes, moves) = moves();
        let _ = writeln!(
            out,
            "\n// What a move comes to, each once.\nconst outcome = {outcomes:#}.map(Object.freeze);"
        );
        let _ = writeln!(
            out,
            "\n// By action, status, status before a deactivation, and whether the partner was approved before."
        );
        let _ = writeln!(out, "exports.MOVES = {moves:#};");
        out.push_str("for (const statuses of Object.values(exports.MOVES)) {\n  for (const priors of Object.values(statuses)) {\n    for (const [prior, [never, before]] of Object.entries(priors)) priors[prior] = [outcome[never], outcome[before]];\n  }\n}\n");
        out
    }
}

/// A command or question.
struct Call {
    name: String,
    body: Option<Value>,
    about: String,
    by_host: bool,
}

pub(crate) fn codes(rules: &Value) -> Value {
    let row = |code: &Value| {
        let row = json!({ "category": code["category"], "retryable": code["retryable"] });
        (text(&code["code"]).to_owned(), row)
    };
    Value::Object(rules["codes"].as_array().into_iter().flatten().map(row).collect())
}

/// The statuses before a deactivation that a partner in `status` can have; `none` for none.
pub(crate) fn priors(status: Status) -> Vec<Option<Status>> {
    if status == Status::Deactivated {
        let before = Status::ALL.into_iter().filter(|prior| *prior != Status::Deactivated);
        before.map(Some).chain([None]).collect()
    } else {
        vec![None]
    }
}

pub(crate) fn prior_name(prior: Option<Status>) -> String {
    prior.map_or("none", Status::slug).to_owned()
}

/// `capable`, written out: by capability, status, and status before a deactivation.
pub(crate) fn capable_table() -> Value {
    let answers = |capability: Capability, status: Status| -> Value {
        let answer = |prior| {
            let standing = Standing { status, prior, approved_before: false };
            (prior_name(prior), json!(capable(standing, capability)))
        };
        Value::Object(priors(status).into_iter().map(answer).collect())
    };
    let row = |capability: Capability| {
        let by_status = Status::ALL.map(|status| (status.slug().to_owned(), answers(capability, status)));
        (capability.slug().to_owned(), Value::Object(by_status.into_iter().collect()))
    };
    Value::Object(Capability::ALL.into_iter().map(row).collect())
}

/// `transition::decide`, written out; the outcomes, and which of them by number.
pub(crate) fn moves() -> (Value, Value) {
    let mut outcomes: Vec<Value> = Vec::new();
    let mut place = |standing: Standing, action: Action| {
        let outcome = match transition::decide(standing, action) {
            Outcome::Moved(to) => {
                json!({ "moved": { "status": to.status, "prior": to.prior, "approved_before": to.approved_before } })
            }
            Outcome::Gone => json!({ "gone": true }),
            Outcome::Refused(code, instead) => json!({ "refused": code, "instead": instead }),
        };
        outcomes.iter().position(|known| *known == outcome).unwrap_or_else(|| {
            outcomes.push(outcome);
            outcomes.len() - 1
        })
    };
    let mut table = Map::new();
    for action in Action::ALL {
        let mut by_status = Map::new();
        for status in Status::ALL {
            let mut by_prior = Map::new();
            for prior in priors(status) {
                let both = [false, true]
                    .map(|approved_before| place(Standing { status, prior, approved_before }, action));
                by_prior.insert(prior_name(prior), json!(both));
            }
            by_status.insert(status.slug().to_owned(), by_prior.into());
        }
        table.insert(action.slug().to_owned(), by_status.into());
    }
    (outcomes.into(), table.into())
}

fn slug(answer: &impl serde::Serialize) -> String {
    text(&json!(answer)).to_owned()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Whether a time stands in `schema`, or a type that is known to have one.
fn mentions_time(schema: &Value, timed: &BTreeSet<String>) -> bool {
    match schema {
        Value::Object(map) => {
            map.get("format").is_some_and(|format| format == "date-time")
                || map
                    .get("$ref")
                    .and_then(Value::as_str)
                    .is_some_and(|path| path.rsplit('/').next().is_some_and(|name| timed.contains(name)))
                || map.values().any(|value| mentions_time(value, timed))
        }
        Value::Array(values) => values.iter().any(|value| mentions_time(value, timed)),
        _ => false,
    }
}

/// The names of all types that `schema` refers to.
fn refs(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(map) => {
            let name = map.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
            found.extend(name.map(str::to_owned));
            map.values().for_each(|value| refs(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| refs(value, found)),
        _ => {}
    }
}

/// The name of a type. A number at its end would say nothing, and could be another one tomorrow.
fn renamed(name: &str) -> String {
    let other = RENAMED.iter().find(|(schema, _)| *schema == name).map_or(name, |(_, ours)| ours);
    assert!(!other.ends_with(|last: char| last.is_ascii_digit()), "the type {name} needs a name of its own");
    other.to_owned()
}

/// The same type with `wire.` before each name.
fn qualified(ty: &str) -> String {
    let mut out = String::new();
    let mut in_comment = false;
    for line in ty.split_inclusive('\n') {
        let trimmed = line.trim_start();
        in_comment = in_comment || trimmed.starts_with("/**");
        if in_comment {
            out.push_str(line);
            in_comment = !trimmed.trim_end().ends_with("*/");
            continue;
        }
        let mut before = ' ';
        for (at, letter) in line.char_indices() {
            let word = !before.is_alphanumeric() && before != '"' && before != '_' && before != '.';
            let name: String = line
                .chars()
                .skip(line.get(..at).map_or(0, |head| head.chars().count()))
                .take_while(|next| next.is_alphanumeric())
                .collect();
            if word && letter.is_ascii_uppercase() && !["Date", "Record", "C"].contains(&name.as_str()) {
                out.push_str("wire.");
            }
            out.push(letter);
            before = letter;
        }
    }
    out
}

/// `approve_all` as `approveAll`.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |all, word| all + &capital(word))
}

/// `approve_all` as `ApproveAll`.
fn pascal(name: &str) -> String {
    name.split('_').map(capital).collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// What a schema says about itself, as a comment. Examples in Rust are left out, and links are names.
fn comment(schema: &Value, indent: &str) -> String {
    let said = text(&schema["description"]).split("\n\n```").next().unwrap_or_default();
    let said = said.replace("[`", "`").replace("`]", "`").replace("::", ".").replace("*/", "* /");
    // What stood in parentheses after a link was where it led.
    let mut plain = String::new();
    let mut rest = said.as_str();
    while let Some((head, tail)) = rest.split_once("`(crate.") {
        plain.push_str(head);
        plain.push('`');
        rest = tail.split_once(')').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    match plain.lines().collect::<Vec<_>>().as_slice() {
        [] => String::new(),
        [one] => format!("{indent}/** {one} */\n"),
        many => {
            let lines: String =
                many.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n").collect();
            format!("{indent}/**\n{lines}{indent} */\n")
        }
    }
}

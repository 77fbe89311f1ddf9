//! The Ruby gem's tables and its method for every command and question, made from the rules and the schema of the wire.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use partnerkit::actor::Actor;
use partnerkit::capability::CAPABILITIES;
use partnerkit::describe::describe;
use partnerkit::id::PartnerId;
use partnerkit::lifecycle::{Case, decide};
use partnerkit::status::{Standing, Status};
use partnerkit::transition::Action;
use serde_json::{Map, Value, json};

use crate::schema::{Body, Definition, Field, Shape, Type, Variant, read};
use crate::typescript::{capable_table, codes, moves, prior_name, priors};

/// What stands at the top of each file.
const HEAD: &str = "# frozen_string_literal: true\n\n# Made from the rules by `tests/renew`. Do not edit.\n";

/// What no parameter of a Ruby method can be called and still be read.
const RESERVED: [&str; 16] = [
    "begin", "case", "class", "def", "do", "end", "ensure", "for", "if", "in", "next", "self", "then",
    "unless", "until", "while",
];

/// `tables.rb`: what every screen asks, as constants.
#[must_use]
pub fn tables() -> String {
    let rules = describe();
    let ((outcomes, moves), (decided, decisions)) = (moves(), decisions());
    let list = |name: &str| rules[name].clone();
    let answers = CAPABILITIES.iter().flat_map(|(_, answers)| answers);
    let yes: Map<String, Value> =
        answers.map(|answer| (text(&json!(answer)), json!(answer.is_yes()))).collect();
    let languages = rules["languages"].as_array().into_iter().flatten();
    let labels: Map<String, Value> =
        languages.map(|language| (text(&language["language"]), language["labels"].clone())).collect();
    let constants = [
        ("VERSION", "The version of the library.", list("version")),
        ("STATUSES", "All statuses, in their order.", list("statuses")),
        ("ACTIONS", "All actions, in the order of the transition table.", list("actions")),
        ("CAPABILITIES", "All capabilities.", list("capability_names")),
        ("TRANSITIONS", "The transition table.", list("transitions")),
        (
            "CODES",
            "The category of each code, and whether the same may succeed when sent again.",
            codes(&rules),
        ),
        ("LABELS", "By language, list and word: what people read.", labels.into()),
        ("IS_YES", "Whether an answer about a capability is a yes.", yes.into()),
        ("CAPABLE", "By capability, status, and status before a deactivation.", capable_table()),
        ("OUTCOMES", "What a move comes to, each once.", outcomes),
        (
            "MOVES",
            "By action, status, status before a deactivation, and never or once approved: which of the outcomes.",
            moves,
        ),
        (
            "MAY_ACT",
            "By action: the roles that may take it, a partner's user only on that partner.",
            may_act(),
        ),
        ("DECIDED", "What an action that is not refused comes to, each once.", decided),
        (
            "DECISIONS",
            "By action, status and status before a deactivation: which of those, if it is not refused and nothing was said with it. \
             The place is 1 if it was ever approved, 2 more with a new contact, 4 with a login, 8 with a history.",
            decisions,
        ),
    ];
    let mut out = format!(
        "{HEAD}\nmodule Partnerkit\n  # What the rules say, as data: keys are symbols, words strings, and everything is frozen.\n  module Tables\n"
    );
    for (name, about, value) in constants {
        let _ = writeln!(out, "    # {about}\n    {name} = {}\n", literal(&value, 4));
    }
    out.truncate(out.trim_end().len());
    out + "\n  end\nend\n"
}

/// The partner every decision is about.
const PARTNER: PartnerId = PartnerId(uuid::Uuid::nil());

fn actors() -> impl Iterator<Item = Actor> {
    let roles = ["bank_admin", "bank_staff", "partner_user", "scheduler", "host"];
    roles.into_iter().filter_map(|role| Actor::in_role(role, PARTNER))
}

/// A partner at the place of the tables with this number. See `DECISIONS`.
fn case(status: Status, prior: Option<Status>, place: u32) -> Case<'static> {
    let has = |bit: u32| place & bit != 0;
    Case {
        partner: PARTNER,
        name: "",
        standing: Standing { status, prior, approved_before: has(1) },
        new_contact: has(2),
        has_login: has(4),
        has_history: has(8),
    }
}

/// The roles that may take each action on some partner.
fn may_act() -> Value {
    let may = |action: Action, actor: Actor| {
        Status::ALL
            .into_iter()
            .any(|status| decide(&case(status, None, 0), action, actor, Some("note")).is_ok())
    };
    let roles = |action| {
        let roles =
            actors().filter(|actor| may(action, *actor)).map(|actor| (actor.role().to_owned(), json!(true)));
        (action.slug().to_owned(), Value::Object(roles.collect()))
    };
    Value::Object(Action::ALL.into_iter().map(roles).collect())
}

/// Every decision that is not a no, and where to find it.
fn decisions() -> (Value, Value) {
    let mut all: Vec<Value> = Vec::new();
    let mut place = |case: &Case<'_>, action: Action| {
        let decided = actors().find_map(|actor| decide(case, action, actor, None).ok())?;
        let decided = json!({ "standing": decided.standing, "message": decided.message });
        Some(all.iter().position(|known| *known == decided).unwrap_or_else(|| {
            all.push(decided);
            all.len() - 1
        }))
    };
    let mut table = Map::new();
    for action in Action::ALL {
        let mut by_status = Map::new();
        for status in Status::ALL {
            let at = |prior| {
                let places: Vec<_> =
                    (0..16).map(|number| place(&case(status, prior, number), action)).collect();
                (prior_name(prior), json!(places))
            };
            let by_prior: Map<String, Value> = priors(status).into_iter().map(at).collect();
            by_status.insert(status.slug().to_owned(), by_prior.into());
        }
        table.insert(action.slug().to_owned(), by_status.into());
    }
    (all.into(), table.into())
}

/// A value as Ruby has it, frozen to the last.
fn literal(value: &Value, indent: usize) -> String {
    let (inner, outer) = (" ".repeat(indent + 2), " ".repeat(indent));
    match value {
        Value::Null => "nil".to_owned(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) => quoted(text),
        Value::Array(items) if items.iter().all(|item| !item.is_object()) => {
            let items: Vec<String> = items.iter().map(|item| literal(item, indent)).collect();
            format!("[{}].freeze", items.join(", "))
        }
        Value::Array(items) => {
            let items = items.iter().map(|item| format!("{inner}{},\n", literal(item, indent + 2)));
            format!("[\n{}{outer}].freeze", items.collect::<String>())
        }
        Value::Object(map) => {
            let entries =
                map.iter().map(|(key, value)| format!("{inner}{key}: {},\n", literal(value, indent + 2)));
            format!("{{\n{}{outer}}}.freeze", entries.collect::<String>())
        }
    }
}

/// A text between double quotes, in which Ruby would look for code.
fn quoted(text: &str) -> String {
    Value::from(text).to_string().replace('#', "\\#")
}

/// `calls.rb`: a method for every command and question.
#[must_use]
pub fn calls() -> String {
    let schema = read(&partnerkit::wire::schema());
    let mut out = format!("{HEAD}\nmodule Partnerkit\n");
    let modules = [
        ("BankCalls", "A method for every command and question of a bank and its partners.", false),
        ("HostCalls", "A method for every command and question of the host itself.", true),
    ];
    for (module, about, host) in modules {
        let _ = writeln!(out, "  # {about}\n  module {module}");
        let methods: Vec<String> = [("Command", "command"), ("Question", "question")]
            .into_iter()
            .flat_map(|(of, verb)| variants(&schema, of).iter().map(move |variant| (variant, verb)))
            .filter(|(variant, _)| by_host(variant) == host)
            .map(|(variant, verb)| method(&schema, variant, verb))
            .collect();
        let _ = writeln!(out, "{}  end\n", methods.join("\n"));
    }
    out.truncate(out.trim_end().len());
    out + "\nend\n"
}

fn variants<'a>(schema: &'a BTreeMap<String, Definition>, of: &str) -> &'a [Variant] {
    match &schema[of].shape {
        Shape::Union(_, variants) => variants,
        other => panic!("`{of}` is no union: {other:?}"),
    }
}

fn by_host(variant: &Variant) -> bool {
    variant.doc.trim_end_matches('.').ends_with("(host)")
}

fn method(schema: &BTreeMap<String, Definition>, variant: &Variant, verb: &str) -> String {
    let name = &variant.name;
    let fields: &[Field] = match &variant.body {
        Body::Nothing => return format!("{}    def {name} = {verb}(:{name})\n", comment(&variant.doc)),
        Body::Fields(fields) => fields,
        Body::Value(Type::Named(named)) => match &schema[named].shape {
            Shape::Record(fields) => fields,
            other => panic!("`{name}` takes no record: {other:?}"),
        },
        Body::Value(other) => panic!("`{name}` takes no record: {other:?}"),
    };
    let mut doc = comment(&variant.doc);
    for field in fields {
        assert!(!RESERVED.contains(&field.name.as_str()), "`{}` is Ruby's own word", field.name);
        let about = field.doc.lines().collect::<Vec<_>>().join(" ");
        let _ = writeln!(doc, "    # @param {} [{}] {about}", field.name, kind(&field.ty));
    }
    let parameter = |field: &Field| {
        if field.required { format!("{}:", field.name) } else { format!("{}: LEFT_OUT", field.name) }
    };
    let parameters: Vec<String> = fields.iter().map(parameter).collect();
    let given: Vec<String> = fields.iter().map(|field| format!("{}: {0}", field.name)).collect();
    if fields.is_empty() {
        return format!("{doc}    def {name} = {verb}(:{name}, {{}})\n");
    }
    format!(
        "{doc}    def {name}({})\n      {verb}(:{name}, {{ {} }})\n    end\n",
        parameters.join(", "),
        given.join(", ")
    )
}

fn comment(doc: &str) -> String {
    doc.lines().map(|line| format!("    # {line}").trim_end().to_owned() + "\n").collect()
}

/// What a parameter is, as the documentation of Ruby says it.
fn kind(ty: &Type) -> String {
    match ty {
        Type::Any => "Object".to_owned(),
        Type::Bool => "Boolean".to_owned(),
        Type::Int => "Integer".to_owned(),
        Type::Text => "String".to_owned(),
        Type::Time => "Time, String".to_owned(),
        Type::Day => "Date, String".to_owned(),
        Type::Named(name) => name.clone(),
        Type::List(of) => format!("Array<{}>", kind(of)),
        Type::Map(of) => format!("Hash{{Symbol => {}}}", kind(of)),
        Type::Tuple(of) => format!("Array({})", of.iter().map(kind).collect::<Vec<_>>().join(", ")),
        Type::Optional(of) => format!("{}, nil", kind(of)),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

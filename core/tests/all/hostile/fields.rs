//! Naughty strings in every text field of every command, sent over the wire.

use chrono::DateTime;
use partnerkit::error::Code;
use partnerkit::id::CommandId;
use partnerkit::profile::check::MAX_LINE;
use partnerkit::profile::fields::{FieldType, Section};
use partnerkit::store::memory::MemoryStore;
use partnerkit::system::System;
use partnerkit::text::name_key;
use partnerkit::token::Secret;
use partnerkit::wire::{Answer, serve};
use serde_json::{Value, json};
use uuid::Uuid;

use super::texts::{NAUGHTY, Naughty, Outcome};

/// What kind of text a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Name,
    Email,
    /// A long text, or none.
    Text,
    /// A long text that must be there; the code when it is not.
    Words(Code),
    /// A key of the host, or none.
    Key,
    /// A unit: a name kept as its key, and short.
    Unit,
    /// The name of a unit there is.
    UnitThere,
    /// The subject of a bank's own message: a line that must be there, where a brace opens a placeholder.
    Subject,
    /// The text of it.
    Body,
    /// The name of a time zone.
    Zone,
    /// A token or the address that goes with it: all that is wrong reads the same.
    Sealed,
    /// A text to search by: anything goes.
    Search,
    /// The key of a bank's own field.
    OwnKey,
    /// A line of the profile, or none.
    Line,
    /// An address in the profile, or none.
    OneEmail,
    /// The key of a choice, or none.
    Choice,
    /// What takes no text.
    NoText(Code),
}
use Kind::{
    Body, Choice, Email, Key, Line, Name, NoText, OneEmail, OwnKey, Sealed, Search, Subject, Text, Unit,
    UnitThere, Words, Zone,
};

const BANK: &str = "00000000-0000-0000-0000-000000000001";
const PARTNER: &str = "00000000-0000-0000-0000-000000000002";
const AWAITING: &str = "00000000-0000-0000-0000-000000000003";
const CATEGORY: &str = "00000000-0000-0000-0000-000000000004";
const ITEM: &str = "00000000-0000-0000-0000-000000000005";
const GROUP: &str = "00000000-0000-0000-0000-000000000006";
const REQUEST: &str = "00000000-0000-0000-0000-000000000007";
const DISTRIBUTION: &str = "00000000-0000-0000-0000-000000000008";
/// Well made, and never handed out.
const TOKEN: &str = "AAAAAAAAAAAAAAAAAAAAAQcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH";

/// Every text field: the path to it, its kind, and the command around it.
fn fields() -> Vec<(&'static str, Kind, Value)> {
    let new = json!({"name": "New", "email": "new@example.org"});
    let person = json!({"email": "new@example.org"});
    let lines = json!([{"item": ITEM, "quantity": 1}]);
    let request = json!({"partner": PARTNER, "kind": "quantity", "lines": [{"item": ITEM, "quantity": 1, "unit": "pack"}]});
    let handed = json!({"partner": PARTNER, "lines": lines, "date": "2027-02-01", "method": "pick_up"});
    let matching = json!({"action": "deactivate", "partners": {"matching": {"text": "x"}}});
    let by_id = json!({"action": "deactivate", "partners": {"ids": [PARTNER]}});
    let mut fields = vec![
        ("/create_bank/name", Name, json!({"create_bank": new})),
        ("/create_bank/email", Email, json!({"create_bank": new})),
        ("/create_bank/admin", Email, json!({"create_bank": new})),
        ("/add_admin/admin/email", Email, json!({"add_admin": {"bank": BANK, "admin": {}}})),
        ("/add_admin/admin/name", Key, json!({"add_admin": {"bank": BANK, "admin": person}})),
        (
            "/invite_person/person/email",
            Email,
            json!({"invite_person": {"person": {}, "role": "bank_staff"}}),
        ),
        (
            "/invite_person/person/name",
            Key,
            json!({"invite_person": {"person": person, "role": "bank_staff"}}),
        ),
        ("/accept_invitation/token", Sealed, json!({"accept_invitation": {"email": "new@example.org"}})),
        ("/accept_invitation/email", Sealed, json!({"accept_invitation": {"token": TOKEN}})),
        ("/update_bank/name", Name, json!({"update_bank": {}})),
        ("/update_bank/email", Email, json!({"update_bank": {}})),
        ("/update_bank/time_zone", Zone, json!({"update_bank": {}})),
        (
            "/update_bank/profile_fields/0/key",
            OwnKey,
            json!({"update_bank": {"profile_fields": [{"type": "line", "label": {"en": "x"}}]}}),
        ),
        (
            "/set_message_text/text/subject",
            Subject,
            json!({"set_message_text": {"kind": "approved", "language": "en", "text": {"text": "x"}}}),
        ),
        (
            "/set_message_text/text/text",
            Body,
            json!({"set_message_text": {"kind": "approved", "language": "en", "text": {"subject": "x"}}}),
        ),
        (
            "/ask_for_changes/note",
            Words(Code::NoteMissing),
            json!({"ask_for_changes": {"partner": AWAITING}}),
        ),
        ("/deactivate/reason", Text, json!({"deactivate": {"partner": PARTNER}})),
        ("/bulk/reason", Text, json!({"bulk": by_id})),
        ("/bulk/partners/matching/text", Search, json!({"bulk": matching})),
        ("/add_category/name", Name, json!({"add_category": {}})),
        ("/rename_category/name", Name, json!({"rename_category": {"category": CATEGORY}})),
        ("/add_item/name", Name, json!({"add_item": {}})),
        ("/add_item/units/0", Unit, json!({"add_item": {"name": "New", "units": ["x"]}})),
        ("/update_item/patch/name", Name, json!({"update_item": {"item": ITEM, "patch": {}}})),
        (
            "/update_item/patch/units/0",
            Unit,
            json!({"update_item": {"item": ITEM, "patch": {"units": ["x"]}}}),
        ),
        ("/add_group/name", Name, json!({"add_group": {}})),
        ("/update_group/patch/name", Name, json!({"update_group": {"group": GROUP, "patch": {}}})),
        ("/submit_request/comment", Text, json!({"submit_request": request})),
        ("/submit_request/lines/0/unit", UnitThere, json!({"submit_request": request})),
        (
            "/cancel_request/reason",
            Words(Code::ReasonMissing),
            json!({"cancel_request": {"request": REQUEST}}),
        ),
        ("/record_distribution/comment", Text, json!({"record_distribution": handed})),
        (
            "/update_distribution/patch/comment",
            Text,
            json!({"update_distribution": {"distribution": DISTRIBUTION, "patch": {}}}),
        ),
    ];
    let details = [
        ("/add_partner/name", "/update_partner/patch/name", Name),
        ("/add_partner/email", "/update_partner/patch/email", Email),
        ("/add_partner/default_storage_location", "/update_partner/patch/default_storage_location", Key),
        ("/add_partner/notes", "/update_partner/patch/notes", Text),
        ("/add_partner/info_for_partner", "/update_partner/patch/info_for_partner", Text),
        ("/add_partner/external_id", "/update_partner/patch/external_id", Key),
    ];
    for (add, update, kind) in details {
        fields.push((add, kind, json!({"add_partner": new})));
        let proxy = add.replace("/add_partner", "/set_up_proxy/partner");
        fields.push((proxy.leak(), kind, json!({"set_up_proxy": {"partner": new, "people": []}})));
        fields.push((update, kind, json!({"update_partner": {"partner": PARTNER, "patch": {}}})));
    }
    fields
}

/// Every field of the profile.
fn profile_fields() -> Vec<(String, Kind, Value)> {
    let kind = |field: FieldType| match field {
        FieldType::Line => Line,
        FieldType::Text => Text,
        FieldType::Email => OneEmail,
        FieldType::Choice(_) => Choice,
        FieldType::YesNo => NoText(Code::NotYesOrNo),
        _ => NoText(Code::WrongType),
    };
    let fields = Section::ALL.into_iter().flat_map(Section::fields);
    fields
        // A blank percentage is none.
        .filter(|field| field.kind != FieldType::Percent)
        .map(|field| {
            let path = format!("/update_profile/patch/{}", field.key);
            (path, kind(field.kind), json!({"update_profile": {"partner": PARTNER, "patch": {}}}))
        })
        .collect()
}

struct World(System<MemoryStore>, u128);

impl World {
    fn new() -> Self {
        let mut world = Self(System::new(MemoryStore::new()), 0);
        let lines = json!([{"item": ITEM, "quantity": 1}]);
        for command in [
            json!({"create_bank": {"id": BANK, "name": "Pawnee", "email": "bank@example.org"}}),
            json!({"add_category": {"id": CATEGORY, "name": "There"}}),
            json!({"add_item": {"id": ITEM, "name": "There", "units": ["pack"]}}),
            json!({"add_group": {"id": GROUP, "name": "There"}}),
            json!({"add_partner": {"id": PARTNER, "name": "There", "email": "there@example.org"}}),
            json!({"add_partner": {"id": AWAITING, "name": "Awaiting", "email": "awaiting@example.org"}}),
            json!({"invite_and_approve": {"partner": PARTNER}}),
            json!({"invite": {"partner": AWAITING}}),
            json!({"update_profile": {"partner": AWAITING, "patch": {"no_social_media": true}}}),
            json!({"submit_for_approval": {"partner": AWAITING}}),
            json!({"submit_request": {"id": REQUEST, "partner": PARTNER, "kind": "quantity", "lines": lines}}),
            json!({"record_distribution": {"id": DISTRIBUTION, "partner": PARTNER, "lines": lines, "date": "2027-02-01", "method": "pick_up"}}),
        ] {
            let role =
                if command.get("submit_for_approval").is_some() { "partner_user" } else { "bank_admin" };
            world.send(role, "command", &command).unwrap_or_else(|codes| panic!("{command}: {codes:?}"));
        }
        world
    }

    /// What is answered, or the codes of the refusal.
    fn send(&mut self, role: &str, verb: &str, command: &Value) -> Result<Value, Vec<Code>> {
        let mut actor = json!({"role": role, "bank": BANK, "person": "00000000-0000-0000-0000-000000000009"});
        if role == "partner_user" {
            actor["partner"] = AWAITING.into();
        }
        if ["create_bank", "add_admin", "accept_invitation"].iter().any(|host| command.get(host).is_some()) {
            actor = json!({"role": "host"});
        }
        let mut missing = || {
            self.1 += 1;
            (CommandId(Uuid::from_u128(self.1)), DateTime::from_timestamp(1_800_000_000, 0).unwrap())
        };
        match serve(&self.0, &json!({"actor": actor, verb: command}).to_string(), &mut missing, &mut || {
            Ok(Secret([1; 32]))
        }) {
            Answer::Ok(answer) => {
                let answer = serde_json::from_str(answer.get()).unwrap();
                refusals(&answer).map_or(Ok(answer), Err)
            }
            Answer::Error(error) => Err(error.reasons.iter().map(|said| said.reason.code).collect()),
        }
    }
}

/// The codes by which a bulk command was refused to its only partner.
fn refusals(answer: &Value) -> Option<Vec<Code>> {
    let reasons = answer.pointer("/done/bulk/each/0/reasons")?.as_array()?;
    let codes = reasons.iter().map(|reason| serde_json::from_value(reason["code"].clone()).unwrap());
    Some(codes.collect()).filter(|codes: &Vec<Code>| !codes.is_empty())
}

/// Puts `text` where `path` says.
fn put(command: &mut Value, path: &str, text: &str) {
    let (parent, field) = path.rsplit_once('/').unwrap();
    match command.pointer_mut(parent).unwrap() {
        Value::Array(list) => list[0] = text.into(),
        object => object[field] = text.into(),
    }
}

fn said(kind: Kind, Naughty(text, name, long, key, email): &Naughty) -> Outcome {
    let is_unit = name_key(text).chars().count() <= 50;
    match (kind, *name, *long) {
        (Name, name, _) => name,
        (Email, ..) => Outcome::No(*email),
        (Key, ..) => *key,
        (Text, _, long) => long,
        (Words(code), _, Outcome::Nothing) => Outcome::No(code),
        (Words(_), _, long) => long,
        (Subject | Body, _, Outcome::Nothing) => Outcome::No(Code::TextMissing),
        (Subject, ..) if *key == Outcome::AsIs && text.contains('{') => Outcome::No(Code::PlaceholderUnknown),
        (Subject, ..) => *key,
        (Body, _, Outcome::AsIs) if text.contains('{') => Outcome::No(Code::PlaceholderUnknown),
        (Body, _, long) => long,
        (Unit, Outcome::No(_), _) => Outcome::No(Code::UnitInvalid),
        (Unit, ..) if is_unit => Outcome::AsIs,
        (Unit, ..) => Outcome::No(Code::UnitInvalid),
        (UnitThere, ..) => Outcome::No(Code::UnitUnknown),
        (Zone, ..) => Outcome::No(Code::TimeZoneUnknown),
        (Sealed, ..) => Outcome::No(Code::InvitationInvalid),
        (Search, ..) => Outcome::Nothing,
        (OwnKey, ..) => Outcome::No(Code::ProfileFieldKey),
        (Line, _, long) => match *key {
            Outcome::No(Code::TextTooLong) if text.trim().chars().count() <= MAX_LINE => long,
            outcome => outcome,
        },
        (OneEmail | Choice, _, Outcome::Nothing) => Outcome::Nothing,
        (OneEmail, ..) => Outcome::No(*email),
        (Choice, ..) => Outcome::No(Code::ChoiceUnknown),
        (NoText(code), ..) => Outcome::No(code),
    }
}

/// All texts anywhere in `value`.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|value| texts(value, found)),
        Value::Object(map) => map.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

fn check(
    world: &mut World,
    path: &str,
    kind: Kind,
    command: &Value,
    naughty: &Naughty,
) -> Result<(), String> {
    let text = naughty.0;
    let mut command = command.clone();
    put(&mut command, path, text);
    let answer = world.send("bank_admin", "preview", &command);
    let mut happened = Vec::new();
    if let Ok(answer) = &answer {
        texts(&answer["events"], &mut happened);
    }
    let kept = match kind {
        Unit => name_key(text),
        Body => text.trim().replace("\r\n", "\n").replace('\r', "\n"),
        _ => text.trim().to_owned(),
    };
    let right = match (said(kind, naughty), &answer) {
        (Outcome::AsIs, Ok(_)) => happened.contains(&kept) && (matches!(kind, Unit | Body) || kept == text),
        (Outcome::Trimmed, Ok(_)) => happened.contains(&kept) && kept != text,
        (Outcome::Nothing, Ok(_)) => {
            kept.is_empty() && !happened.contains(&text.to_owned()) || kind == Search
        }
        // Every placeholder nobody knows is named.
        (Outcome::No(Code::PlaceholderUnknown), Err(codes)) => {
            !codes.is_empty() && codes.iter().all(|code| *code == Code::PlaceholderUnknown)
        }
        (Outcome::No(code), Err(codes)) => codes == &[code],
        _ => false,
    };
    if right {
        Ok(())
    } else {
        Err(format!("{path} {text:?}: said {:?}, got {answer:?}", said(kind, naughty)))
    }
}

#[test]
fn every_naughty_string_in_every_field_has_its_outcome() {
    let mut world = World::new();
    let mut wrong = Vec::new();
    let fields = fields().into_iter().map(|(path, kind, command)| (path.to_owned(), kind, command));
    for (path, kind, command) in fields.chain(profile_fields()) {
        for naughty in NAUGHTY {
            wrong.extend(check(&mut world, &path, kind, &command, naughty).err());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_text_field_of_every_command_is_tried() {
    let schema: Value = serde_json::from_str(partnerkit::wire::SCHEMA).unwrap();
    let mut known: Vec<String> = fields().into_iter().map(|(path, ..)| path.replace("/0", "")).collect();
    known.sort();
    let mut found = Vec::new();
    for command in schema["$defs"]["Command"]["oneOf"].as_array().unwrap() {
        for (name, value) in command["properties"].as_object().into_iter().flatten() {
            text_fields(&schema, value, &format!("/{name}"), &mut found);
        }
    }
    found.sort();
    assert_eq!(known, found);
}

/// The paths of all strings without a format: ids and dates have one.
fn text_fields(schema: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
    if let Some(name) = value["$ref"].as_str() {
        return text_fields(schema, schema.pointer(name.trim_start_matches('#')).unwrap(), path, found);
    }
    let is_text = value["type"] == "string" || value["type"] == json!(["string", "null"]);
    if is_text && ["format", "enum", "const"].iter().all(|key| value.get(key).is_none()) {
        found.push(path.to_owned());
    }
    for one in ["oneOf", "anyOf"].iter().filter_map(|key| value[key].as_array()).flatten() {
        text_fields(schema, one, path, found);
    }
    for (name, field) in value["properties"].as_object().into_iter().flatten() {
        text_fields(schema, field, &format!("{path}/{name}"), found);
    }
    if value["items"].is_object() {
        text_fields(schema, &value["items"], path, found);
    }
}

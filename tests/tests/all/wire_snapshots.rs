//! One of everything that crosses the wire, as snapshots: what changes here changes for every host.
//!
//! A short session gives one of each command and asks one of each question; its events and answers are the samples.

#![expect(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests; indexing into JSON gives null for what is not there"
)]

use std::collections::{BTreeMap, BTreeSet};

use conformance::{Serve, expand, stores};
use partnerkit::command::Command;
use partnerkit::event::What;
use partnerkit::question::{Question, Reply};
use partnerkit::wire::{Answer, Message, schema};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

type Samples = BTreeMap<String, Value>;

/// One of each command, in an order in which each is accepted.
fn commands() -> Vec<Value> {
    let partner = json!({"partner": "@pantry"});
    let line = json!({"item": "@diapers", "quantity": 4, "unit": "pack"});
    let settings = json!({
        "name": "Westside", "email": "desk@westside.example", "one_step_invite_and_approve": true,
        "ungrouped_may_request": "none", "request_kinds": ["quantity", "children"], "over_quota": "refuse",
        "copies_of_requests": true, "language": "es", "time_zone": "America/Los_Angeles",
        "profile_sections": ["media_information", "area_served", "pick_up_person"],
        "profile_fields": [{"key": "own_pets", "section": "contacts", "type": "number", "label": {"en": "Pets"},
            "help": {"en": "How many"}, "retired": false}],
        "reminders": {"on": {"day": 2}, "deadline_day": 20},
        "recertification": {"every_months": 12, "remind_days_before": [5, 30], "grace_days": 10},
        "distribution_reminders": true,
    });
    let new = json!({
        "id": "@pantry", "name": "Ballard Pantry", "email": "pantry@example.org", "group": "@families", "quota": 250,
        "send_emails": true, "default_storage_location": "loc-7", "notes": "Notes", "info_for_partner": "Rear door",
        "external_id": "A-17", "language": "en", "proxy": true,
    });
    let patch = json!({
        "name": "Ballard", "email": "new@example.org", "group": null, "quota": 300, "send_emails": false,
        "default_storage_location": "loc-8", "notes": null, "info_for_partner": "Front door", "external_id": "A-18", "language": "fr",
        "proxy": false,
    });
    let bulk = json!({"action": "invite_and_approve", "partners": {"ids": ["@shelter"]}});
    let item = json!({
        "id": "@diapers", "name": "Diapers", "active": true, "visible": true, "category": "@diapering",
        "quantity_per_person": 40, "kit": false, "units": ["case", "pack"],
    });
    let item_patch = json!({
        "name": "Nappies", "active": true, "visible": true, "category": null, "quantity_per_person": 30, "units": ["pack"],
    });
    let request = |id: &str| json!({"submit_request": {"id": id, "partner": "@pantry", "kind": "quantity", "lines": [line], "comment": "Size 4"}});
    let distribution = json!({
        "id": "@distribution", "partner": "@pantry", "request": "@request",
        "lines": [{"item": "@diapers", "quantity": 4}], "date": "2026-03-09", "method": "pick_up", "comment": "Boxes",
    });
    let moved = json!({"date": "2026-03-10", "method": "delivery", "comment": null, "lines": [{"item": "@diapers", "quantity": 5}]});
    let exception =
        json!({"partner": "@pantry", "item": "@diapers", "rule": "allow", "last_day": "2026-12-31"});
    vec![
        json!({"create_bank": {"id": "@bank", "name": "Westside Essentials", "email": "office@westside.example"}}),
        json!({"add_category": {"id": "@diapering", "name": "Diapering"}}),
        json!({"rename_category": {"category": "@diapering", "name": "Diapers and more"}}),
        json!({"add_item": item}),
        json!({"add_group": {"id": "@families", "name": "Families", "categories": ["@diapering"]}}),
        json!({"update_group": {"group": "@families", "patch": {"name": "All families", "categories": ["@diapering"]}}}),
        json!({"set_group_cap": {"group": "@families", "item": "@diapers", "cap": 100}}),
        json!({"add_partner": new}),
        json!({"invite": partner}),
        json!({"renew_invitation": partner}),
        json!({"update_profile": {"partner": "@pantry", "patch": {
            "enable_quantity_requests": true, "enable_individual_requests": null, "enable_child_requests": false,
            "website": "ballard.example", "pick_up_email": ["van@example.org"],
            "area_served": [{"county": "King", "state": "WA", "share": "33.3"}, {"county": "Pierce", "share": "66.7"}]}}}),
        json!({"submit_for_approval": partner}),
        json!({"ask_for_changes": {"partner": "@pantry", "note": "Please add your address."}}),
        json!({"approve": partner}),
        json!({"set_exception": exception}),
        request("@request"),
        json!({"start_request": {"request": "@request"}}),
        json!({"release_request": {"request": "@request"}}),
        json!({"record_distribution": distribution}),
        json!({"update_distribution": {"distribution": "@distribution", "patch": moved}}),
        json!({"complete_distribution": {"distribution": "@distribution"}}),
        json!({"take_back_distribution": {"distribution": "@distribution"}}),
        json!({"cancel_request": {"request": "@request", "reason": "No stock"}}),
        json!({"require_recertification": partner}),
        json!({"deactivate": {"partner": "@pantry", "reason": "Moved away"}}),
        json!({"reactivate": partner}),
        json!({"remove_exception": {"partner": "@pantry", "item": "@diapers"}}),
        json!({"update_partner": {"partner": "@pantry", "patch": patch}}),
        json!({"add_partner": {"id": "@shelter", "name": "Harbor Shelter", "email": "shelter@example.org", "send_emails": false, "proxy": false}}),
        json!({"bulk": bulk}),
        json!({"add_partner": {"id": "@attic", "name": "Attic Closet", "email": "attic@example.org", "send_emails": true, "proxy": false}}),
        json!({"invite_and_approve": {"partner": "@attic"}}),
        json!({"add_partner": {"id": "@gone", "name": "Gone Soon", "email": "gone@example.org", "send_emails": false, "proxy": false}}),
        json!({"remove": {"partner": "@gone"}}),
        json!({"update_item": {"item": "@diapers", "patch": item_patch}}),
        json!({"delete_group": {"group": "@families", "move_members": "no_group"}}),
        json!({"delete_category": {"category": "@diapering"}}),
        json!({"set_up_proxy": {"partner": {"id": "@direct", "name": "Direct", "email": "direct@example.org",
            "send_emails": false, "proxy": false}, "people": []}}),
        json!({"invite_person": {"person": {"email": "ann@example.org", "name": "Ann", "language": "es"}, "role": "bank_admin"}}),
        json!({"update_bank": settings}),
        json!({"set_message_text": {"kind": "changes_asked", "language": "es", "text": {"subject": "Para {partner}", "text": "{note}"}}}),
        json!({"send_due": {"part": {"deadline_reminders": {}}}}),
        json!({"accept_invitation": {"token": "TOKEN", "email": "ann@example.org"}}),
        json!({"add_admin": {"bank": "@bank", "admin": {"email": "admin@example.org"}}}),
        json!("sign_in"),
        json!({"change_role": {"person": "@person ann@example.org", "to": "bank_staff"}}),
        json!({"revoke_role": {"person": "@person ann@example.org", "role": "bank_staff"}}),
    ]
}

/// One of each question.
fn questions() -> Vec<Value> {
    let partner = json!({"partner": "@pantry"});
    let filter = json!({"statuses": ["approved", "recertification_required"], "text": "pantry"});
    let page = |more: Value| {
        let mut page = json!({"partner": "@pantry", "limit": 2});
        if let (Some(page), Some(more)) = (page.as_object_mut(), more.as_object()) {
            page.extend(more.clone());
        }
        page
    };
    vec![
        json!("bank"),
        json!("receipt"),
        json!("categories"),
        json!("items"),
        json!("groups"),
        json!({"partner": partner}),
        json!({"partners": {"filter": filter, "after": null, "limit": 10}}),
        json!({"partner_as_of": {"partner": "@pantry", "at": "2026-03-02T09:08:00Z"}}),
        json!("dashboard"),
        json!({"profile_schema": {"language": "es"}}),
        json!({"profile_completeness": {"partner": "@pantry"}}),
        json!({"permitted": partner}),
        json!({"allowed_actions": partner}),
        json!({"take_along": partner}),
        json!({"explain_capability": {"partner": "@pantry", "capability": "make_requests"}}),
        json!({"explain_command": {"command": {"approve": partner}}}),
        json!("message_texts"),
        json!({"preview_message_text": {"kind": "changes_asked", "language": "es", "text": null, "partner": "@pantry"}}),
        json!({"what_if": {"command": {"update_bank": {"ungrouped_may_request": "none"}}}}),
        json!("people"),
        json!({"users": partner}),
        json!({"roles_of": {"person": "@person admin@example.org"}}),
        json!({"request": {"request": "@request"}}),
        json!({"requests": page(json!({"states": ["cancelled"], "after": null}))}),
        json!({"distribution": {"distribution": "@distribution"}}),
        json!({"distributions": page(json!({"after": null}))}),
        json!({"next_reminders": {"schedule": {"on": "last_day", "deadline_day": 7}, "group": null, "from": "2026-03-01", "limit": 1}}),
        json!({"due_partners": {"on": "2027-06-01", "after": null, "limit": 10}}),
        json!({"explain_message": {"partner": "@pantry", "kind": "deadline_reminder", "on": "2026-03-03"}}),
        json!({"history": page(json!({"after": 0}))}),
        json!({"messages": page(json!({"skip": 0}))}),
    ]
}

/// Gives everything, one minute after another; what came back, by what was sent.
struct Session {
    serve: Serve,
    minute: u32,
}

impl Session {
    fn send(&mut self, verb: &str, content: &Value) -> Value {
        self.minute += 1;
        let named = |name: &&str| content.get(name).is_some();
        let host = ["create_bank", "add_admin", "accept_invitation", "roles_of"].iter().any(named);
        let actor = if host {
            json!({"role": "host"})
        } else if verb == "outbox" || content.get("send_due").is_some() {
            json!({"role": "scheduler", "bank": "@bank"})
        } else {
            json!({"role": "bank_admin", "bank": "@bank", "person": "@person admin@example.org"})
        };
        let message = json!({
            "v": 1, "id": format!("@message {}", self.minute), "at": format!("2026-03-02T{:02}:{:02}:00Z", 9 + self.minute / 60, self.minute % 60),
            "actor": actor, verb: content,
        });
        let message = expand(&message);
        // What is absent by default may be written out, but never as something else.
        let written = again::<Message>(&message);
        assert_eq!(again::<Message>(&written), written);
        (self.serve)(&message.to_string())
    }

    /// The token of the latest invitation.
    fn last_token(&mut self) -> Value {
        let claimed = self.send("outbox", &json!({"claim": {"lease_seconds": 60, "limit": 100}}));
        let messages = claimed["ok"]["claimed"].as_array().cloned().unwrap_or_default();
        let token =
            messages.iter().rev().map(|message| &message["data"]["link"]).find(|link| link.is_string());
        token.cloned().unwrap_or_else(|| panic!("no token: {claimed}"))
    }

    fn start() -> (Self, Samples) {
        let open = stores::all().remove(0).open;
        let mut session = Self { serve: open(), minute: 0 };
        let mut answers = Samples::new();
        for mut command in commands() {
            if let Some(accepted) = command.get_mut("accept_invitation") {
                accepted["token"] = session.last_token();
            }
            let answer = session.send("command", &command);
            assert!(answer.get("ok").is_some(), "{command}: {answer}");
            keep(&mut answers, &command, &answer);
        }
        (session, answers)
    }
}

/// `value`, read as a `T` and written again.
fn again<T: DeserializeOwned + Serialize>(value: &Value) -> Value {
    let read: T = serde_json::from_value(value.clone()).unwrap_or_else(|e| panic!("{value}: {e}"));
    serde_json::to_value(read).unwrap_or_else(|e| panic!("{value}: {e}"))
}

/// The name of a variant.
fn name(value: &Value) -> String {
    let key = value.as_object().and_then(|object| object.keys().next().map(String::as_str));
    key.or(value.as_str()).unwrap_or_else(|| panic!("{value} has no name")).to_owned()
}

/// Keeps the first sample of each name.
fn keep(samples: &mut Samples, named: &Value, value: &Value) {
    samples.entry(name(named)).or_insert_with(|| value.clone());
}

/// The names of all variants that the schema knows of `type_name`.
fn variants(type_name: &str) -> BTreeSet<String> {
    let schema = schema();
    let all =
        schema["$defs"][type_name]["oneOf"].as_array().unwrap_or_else(|| panic!("{type_name} is no choice"));
    let names = |variant: &Value| -> Vec<String> {
        let one = variant["const"].as_str().map(str::to_owned);
        let several = variant["enum"].as_array().into_iter().flatten().map(name);
        let keys = variant["properties"].as_object().into_iter().flat_map(|object| object.keys().cloned());
        one.into_iter().chain(several).chain(keys).collect()
    };
    all.iter().flat_map(names).collect()
}

fn assert_complete(type_name: &str, samples: &Samples) {
    assert_eq!(samples.keys().cloned().collect::<BTreeSet<_>>(), variants(type_name), "{type_name}");
}

#[test]
fn commands_and_their_answers() {
    let mut samples = Samples::new();
    for command in commands() {
        let command = expand(&command);
        assert_eq!(again::<Command>(&command), command);
        keep(&mut samples, &command, &command);
    }
    assert_complete("Command", &samples);
    insta::assert_json_snapshot!("commands", samples);
    insta::assert_json_snapshot!("answers", Session::start().1);
}

#[test]
fn questions_and_their_replies() {
    let (mut session, _) = Session::start();
    let (mut asked, mut replies) = (Samples::new(), Samples::new());
    for question in questions() {
        let expanded = expand(&question);
        // What is absent by default may be written out, but never as something else.
        let written = again::<Question>(&expanded);
        assert_eq!(again::<Question>(&written), written);
        keep(&mut asked, &written, &written);
        let reply = session.send("question", &question)["ok"].clone();
        assert_eq!(again::<Reply>(&reply), reply);
        keep(&mut replies, &reply, &reply);
    }
    assert_complete("Question", &asked);
    assert_complete("Reply", &replies);
    insta::assert_json_snapshot!("questions", asked);
    insta::assert_json_snapshot!("replies", replies);
}

#[test]
fn events_and_an_import() {
    let (mut session, _) = Session::start();
    let import = json!({"content": "name,email\nZion Pantry,zion@example.org\n", "key": "march"});
    let imported = session.send("import", &import);
    let history = session.send("question", &json!({"history": {"limit": 1000}}));
    let mut events = Samples::new();
    for recorded in history["ok"]["history"].as_array().into_iter().flatten() {
        let what = &recorded["event"]["what"];
        assert_eq!(again::<What>(what), *what);
        keep(&mut events, what, what);
    }
    assert_complete("What", &events);
    insta::assert_json_snapshot!("events", events);
    insta::assert_json_snapshot!("import", imported);
    let told = session.send("question", &json!({"messages": {"limit": 1000}}));
    let mut messages = Samples::new();
    for message in told["ok"]["messages"].as_array().into_iter().flatten() {
        keep(&mut messages, &message["kind"], message);
    }
    insta::assert_json_snapshot!("messages", messages);
}

#[test]
fn errors_and_a_preview() {
    let (mut session, _) = Session::start();
    let mut errors = Samples::new();
    let refused = [
        json!({"invite": {"partner": "@nobody"}}),
        json!({"approve": {"partner": "@attic"}}),
        json!({"add_partner": {"name": "", "email": "n/a"}}),
        json!({"add_partner": {"name": "ATTIC closet", "email": "x@example.org"}}),
        json!({"submit_request": {"partner": "@attic", "kind": "individuals", "lines": [{"item": "@diapers", "quantity": 0}]}}),
    ];
    for command in refused {
        let answer = session.send("command", &command);
        assert_eq!(again::<Answer>(&answer), answer);
        keep(&mut errors, &answer["error"]["code"], &answer);
    }
    let unreadable = (session.serve)("{}");
    keep(&mut errors, &unreadable["error"]["code"], &unreadable);
    assert_eq!(errors.len(), 6);
    insta::assert_json_snapshot!("errors", errors);
    insta::assert_json_snapshot!(
        "preview",
        session.send("preview", &json!({"require_recertification": {"partner": "@attic"}}))
    );
}

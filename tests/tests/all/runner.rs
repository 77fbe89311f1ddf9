//! The runner itself: a wrong expectation fails, and so does a file that could pass without saying anything.

#![expect(clippy::panic, reason = "tests")]

use std::sync::OnceLock;

use conformance::{Failure, File, Setups, folder, load, parse, run, stores};
use serde_json::{Value, json};

fn setups() -> &'static Setups {
    static SETUPS: OnceLock<Setups> = OnceLock::new();
    SETUPS.get_or_init(|| load(&folder()).unwrap_or_else(|e| panic!("{e}")).0)
}

fn file(step: &Value) -> Result<File, String> {
    let file = json!({"title": "T", "section": 2, "uses": ["uninvited"], "scenarios": [{"name": "S", "steps": [step]}]});
    parse("t.json", &file.to_string(), setups())
}

fn outcome(step: &Value) -> Result<(), Failure> {
    let file = file(step).unwrap_or_else(|e| panic!("{e}"));
    let open = stores::all().remove(0).open;
    let scenario = file.scenarios.first().unwrap_or_else(|| panic!("no scenario"));
    run(&open, setups(), &file, scenario, &mut |_, _| {}).map(drop).map_err(|failure| *failure)
}

fn invite(then: &Value) -> Value {
    json!({"as": "staff", "do": {"invite": {"partner": "@pantry"}}, "then": then})
}

#[test]
fn a_wrong_expectation_fails_and_says_where() {
    let right = json!({
        "ok": {}, "events": [{"partner_moved": {"to": "invited"}}, "person_invited"],
        "messages": [{"kind": "invitation", "to": ["pantry@example.org"]}], "status": {"@pantry": "invited"},
    });
    outcome(&invite(&right)).unwrap_or_else(|failure| panic!("{failure}"));
    let wrong = [
        json!({"ok": {"created": {"partner": "@pantry"}}}),
        json!({"error": "already_invited"}),
        json!({"events": []}),
        json!({"events": ["partner_added"]}),
        json!({"events": [{"partner_moved": {"to": "approved"}}, "person_invited"]}),
        json!({"messages": []}),
        json!({"messages": ["approved"]}),
        json!({"messages": [{"kind": "invitation", "to": []}]}),
        json!({"messages": [{"kind": "invitation", "to": ["pantry@example.org", "@staff"]}]}),
        json!({"status": {"@pantry": "uninvited"}}),
        json!({"status": {"@pantry": "gone"}}),
    ];
    for wrong in wrong {
        let failure = outcome(&invite(&wrong)).err().unwrap_or_else(|| panic!("{wrong} passed"));
        let said = failure.to_string();
        assert!(said.contains("t.json") && said.contains("S\n") && said.contains("step 1"), "{said}");
    }
}

#[test]
fn a_wrong_expectation_of_an_error_or_an_explanation_fails() {
    let approve =
        |then: Value| json!({"as": "staff", "do": {"approve": {"partner": "@pantry"}}, "then": then});
    assert!(outcome(&approve(json!({"error": "not_invited_yet"}))).is_ok());
    let two = json!({"error": {"code": "not_invited_yet", "reasons": ["not_invited_yet", "note_missing"]}});
    let none = json!({"error": {"code": "not_invited_yet", "reasons": []}});
    for wrong in [json!({"error": "not_approved_yet"}), json!({"ok": {}}), two, none] {
        assert!(outcome(&approve(wrong.clone())).is_err(), "{wrong} passed");
    }
    let explain = |explained: Value| {
        let asked = json!({"partner": "@pantry", "capability": "sign_in"});
        outcome(&json!({"as": "staff", "explain": asked, "then": {"explained": explained}}))
    };
    assert!(explain(json!({"answer": "no", "reasons": ["not_invited_yet"], "steps": ["invite"]})).is_ok());
    for wrong in [
        json!({"answer": "yes"}),
        json!({"answer": "no", "reasons": ["not_invited_yet"]}),
        json!({"answer": "no", "steps": ["invite"]}),
        json!({"answer": "no", "reasons": ["not_invited_yet"], "steps": ["invite", "approve"]}),
        json!({"answer": "no", "reasons": ["not_invited_yet"], "steps": ["approve"]}),
        json!({"answer": "no", "reasons": ["not_invited_yet"], "steps": ["invite"], "never": true}),
    ] {
        assert!(explain(wrong.clone()).is_err(), "{wrong} passed");
    }
}

#[test]
fn a_step_that_is_refused_without_being_expected_fails() {
    let refused = json!({"as": "staff", "do": {"approve": {"partner": "@pantry"}}});
    let file = json!({
        "title": "T", "section": 2, "uses": ["uninvited"],
        "scenarios": [{"name": "S", "steps": [refused, {"as": "staff", "ask": "bank", "then": {"ok": {}}}]}],
    });
    let file = parse("t.json", &file.to_string(), setups()).unwrap_or_else(|e| panic!("{e}"));
    let open = stores::all().remove(0).open;
    let first = file.scenarios.first().unwrap_or_else(|| panic!("no scenario"));
    assert!(run(&open, setups(), &file, first, &mut |_, _| {}).is_err());
}

#[test]
fn files_that_say_nothing_or_too_much_are_refused() {
    let ok = json!({"ok": {}});
    assert!(file(&invite(&ok)).is_ok());
    let wrong = [
        json!({"as": "staff", "do": {"invite": {"partner": "@pantry"}}}),
        invite(&json!({})),
        invite(&json!({"okay": {}})),
        invite(&json!({"ok": {}, "error": "x"})),
        invite(&json!({"explained": {"answer": "yes"}})),
        json!({"as": "nobody at all", "ask": "bank", "then": ok}),
        json!({"as": "staff", "ask": "bank", "do": {"invite": {}}, "then": ok}),
        json!({"as": "staff", "then": ok}),
        json!({"as": "staff", "ask": "bank", "then": ok, "extra": 1}),
    ];
    for wrong in wrong {
        let said = file(&wrong).err().unwrap_or_else(|| panic!("{wrong} was taken"));
        assert!(said.starts_with("t.json: S: "), "{said}");
        assert!(said.contains("step 1: ") || said.contains("nothing is expected"), "{said}");
    }
    // What only shows when the step is taken.
    let unreadable = json!({"as": "staff", "do": {"invite": {"partner": {"$claimed": 3}}}, "then": ok});
    let failure = outcome(&unreadable).err().unwrap_or_else(|| panic!("it passed")).to_string();
    assert!(
        failure.contains("t.json") && failure.contains("step 1") && failure.contains("no message"),
        "{failure}"
    );
    let scenario = json!({"name": "S", "steps": [invite(&ok)]});
    let with = |key: &str, value: Value| {
        let mut file = json!({"title": "T", "section": 2, "scenarios": [scenario]});
        file[key] = value;
        parse("t.json", &file.to_string(), setups())
    };
    assert!(with("section", json!(3)).is_ok());
    assert!(with("scenarios", json!([])).is_err());
    assert!(with("scenarios", json!([scenario, scenario])).is_err());
    assert!(with("uses", json!(["nowhere"])).is_err());
    assert!(with("extra", json!(1)).is_err());
}

#[test]
fn a_folder_without_scenarios_is_refused() {
    let folder = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    std::fs::write(folder.path().join("setups.json"), "{}").unwrap_or_else(|e| panic!("{e}"));
    assert!(load(folder.path()).is_err());
}

//! Explanations are taken at their word: their steps are taken, and the answer must then be yes.

use serde_json::{Value, json};

use crate::Open;
use crate::format::Step;
use crate::run::{World, Wrong};

/// What an expected explanation means. A yes has no reasons and no steps; a text among the steps names their command.
pub(crate) fn wanted(explained: &Value) -> Value {
    let mut wanted = crate::names::expand(explained);
    let Some(map) = wanted.as_object_mut() else { panic!("an explanation is an object: {explained}") };
    assert!(map.contains_key("answer"), "an explanation has an answer: {explained}");
    for key in ["reasons", "steps"] {
        map.entry(key).or_insert_with(|| json!([]));
    }
    for key in ["already", "never"] {
        map.entry(key).or_insert(json!(false));
    }
    let by_name = |step: &Value| match step {
        Value::String(name) => json!({"command": {name: {}}}),
        other => other.clone(),
    };
    if let Some(Value::Array(steps)) = map.get("steps") {
        let steps: Value = steps.iter().map(by_name).collect();
        map.insert("steps".to_owned(), steps);
    }
    if let Some(reasons) = map.get("reasons").cloned() {
        map.insert("reasons".to_owned(), json!({"$set": reasons}));
    }
    wanted
}

/// Takes all the steps that `asking` is answered with, each by one who can, and asks again; and again with every
/// proper part of them.
pub(crate) fn take_the_steps(open: &Open, scenario: &str, past: &[Step], asking: &Step) -> Result<(), Wrong> {
    let way = ask_after(open, scenario, past, asking, &[])?;
    let steps = way["steps"].as_array().cloned().unwrap_or_default();
    if steps.is_empty() {
        return Ok(());
    }
    for for_partner in ["staff", "user"] {
        let taken: Vec<Step> = steps.iter().map(|step| as_step(step, for_partner)).collect();
        let after = ask_after(open, scenario, past, asking, &taken)?;
        if after["answer"] != "yes" {
            return Err((format!("yes after all the steps, taken by the {for_partner}"), after.to_string()));
        }
        // Every proper part of the steps, as the bits of a number; a way has few steps.
        assert!(taken.len() < 8, "a way of {} steps", taken.len());
        for part in 0..(1_u32 << taken.len()) - 1 {
            let bits = (0..).map(|bit| part >> bit & 1 == 1);
            let fewer: Vec<Step> =
                taken.iter().zip(bits).filter(|(_, taken)| *taken).map(|(step, _)| step.clone()).collect();
            let after = ask_after(open, scenario, past, asking, &fewer)?;
            if after["answer"] == "yes" {
                return Err((format!("no with only {} of the steps", fewer.len()), after.to_string()));
            }
        }
    }
    Ok(())
}

/// The explanation in a fresh store, after the past and the steps.
fn ask_after(
    open: &Open,
    scenario: &str,
    past: &[Step],
    asking: &Step,
    steps: &[Step],
) -> Result<Value, Wrong> {
    let mut world = World::new(open, scenario);
    for step in past {
        world.send(step)?;
    }
    for step in steps {
        // A step may be refused when one before it was left out; what counts is the answer at the end.
        world.send(step)?;
    }
    let (_, answer) = world.send(asking)?;
    Ok(answer["ok"]["explanation"].clone())
}

/// A step of an explanation as a step of a scenario. What both sides may do is done by `for_partner`.
fn as_step(step: &Value, for_partner: &str) -> Step {
    let mut command = step["command"].clone();
    if let Some(words) = command.get_mut("ask_for_changes") {
        words["note"] = json!("Please look again.");
    }
    let partner =
        command.as_object().and_then(|command| command.values().next()).map(|body| body["partner"].clone());
    let user = json!({
        "role": "partner_user", "bank": "@bank", "partner": partner, "person": "@user-who-takes-a-step",
    });
    let who = match step["who"].as_str() {
        Some("admin") => json!("admin"),
        Some("partner_or_bank") if for_partner == "user" => user,
        _ => json!("staff"),
    };
    Step { who, command: Some(command), ..Step::default() }
}

//! Who speaks: a few fixed names, so that no scenario spells out a role.

use serde_json::{Value, json};

use crate::names::expand;

/// The banks that scenarios know.
pub(crate) const BANKS: [&str; 2] = ["@bank", "@other"];

/// The actor that a step's `as` means.
pub(crate) fn actor(who: &Value) -> Option<Value> {
    let Some(name) = who.as_str() else { return who.is_object().then(|| expand(who)) };
    let actor = match name {
        "host" => json!({"role": "host"}),
        "scheduler" => json!({"role": "scheduler", "bank": "@bank"}),
        "admin" => json!({"role": "bank_admin", "bank": "@bank", "person": "@admin"}),
        "staff" | "sam" => {
            json!({"role": "bank_staff", "bank": "@bank", "person": format!("@{name}")})
        }
        "other admin" => json!({"role": "bank_admin", "bank": "@other", "person": "@other-admin"}),
        _ => {
            // `admin ann@example.org`: who is at that address, in that role.
            let (name, person) = match name.rsplit_once(' ').filter(|(_, last)| last.contains('@')) {
                Some((name, address)) => (name, Some(format!("@person {address}"))),
                None => (name, None),
            };
            if let ("admin" | "staff", Some(person)) = (name, &person) {
                return Some(expand(
                    &json!({"role": format!("bank_{name}"), "bank": "@bank", "person": person}),
                ));
            }
            let partner = name.strip_prefix("user of ")?;
            let person = person.unwrap_or_else(|| format!("@user-of-{partner}"));
            json!({"role": "partner_user", "bank": "@bank", "partner": format!("@{partner}"), "person": person})
        }
    };
    Some(expand(&actor))
}

/// Who may read the history and messages of any bank, whoever its people are.
pub(crate) fn reader(bank: &str) -> Value {
    expand(&json!({"role": "scheduler", "bank": bank}))
}

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
            let partner = name.strip_prefix("user of ")?;
            let person = format!("@user-of-{partner}");
            json!({"role": "partner_user", "bank": "@bank", "partner": format!("@{partner}"), "person": person})
        }
    };
    Some(expand(&actor))
}

/// Somebody of the bank who may read its history and messages.
pub(crate) fn reader(bank: &str) -> Value {
    expand(&json!({"role": "bank_admin", "bank": bank, "person": "@reader"}))
}

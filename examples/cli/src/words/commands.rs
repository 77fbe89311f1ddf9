//! A command in words, for the steps of an explanation.

use partnerkit::command::Command;
use partnerkit::patch::Change;
use serde::Serialize;
use serde_json::Value;

use super::plain;
use crate::failure::Failure;
use crate::session::Session;

/// What to do, as one would type it where there is a verb for it, naming partners and items.
pub fn command(session: &Session, command: &Command) -> Result<String, Failure> {
    if let Some((action, partner)) = command.action() {
        return Ok(format!("{} `{}`", plain(action.slug()), session.partner_name(partner)?));
    }
    Ok(match command {
        Command::SetException { partner, item, rule, .. } => {
            let rule = serde_json::to_value(rule)?;
            let rule = rule.as_str().unwrap_or_default();
            format!("{rule} item `{}` to `{}`", session.goods_name(item.0)?, session.partner_name(*partner)?)
        }
        Command::UpdateItem { item, patch } => {
            format!("change item `{}`: {}", session.goods_name(item.0)?, fields(session, patch)?)
        }
        Command::UpdatePartner { partner, patch } => {
            let name = session.partner_name(*partner)?;
            match (&patch.quota, patch.send_emails) {
                (Change::Set(quota), None) => format!("set the quota of `{name}` to {quota}"),
                (Change::Keep, Some(true)) => format!("switch emails to `{name}` on"),
                _ => format!("change `{name}`: {}", fields(session, patch)?),
            }
        }
        Command::UpdateProfile { partner, patch } => {
            let name = session.partner_name(*partner)?;
            format!("change the profile of `{name}`: {}", fields(session, patch)?)
        }
        Command::UpdateBank(patch) => {
            format!("change the bank's settings: {}", fields(session, patch)?)
        }
        other => serde_json::to_string(other)?,
    })
}

/// The fields of a patch, as in `active yes, quota 5`, with names for the ids of groups, categories and items.
pub fn fields(session: &Session, patch: &impl Serialize) -> Result<String, Failure> {
    let Value::Object(fields) = serde_json::to_value(patch)? else { return Ok(String::new()) };
    let mut said = Vec::new();
    for (name, value) in &fields {
        let name = plain(name);
        said.push(match value {
            Value::Bool(value) => format!("{name} {}", super::yes_no(*value)),
            Value::Null => format!("no {name}"),
            Value::Number(number) => format!("{name} {number}"),
            other => format!("{name} `{}`", named(session, other)?),
        });
    }
    Ok(said.join(", "))
}

fn named(session: &Session, value: &Value) -> Result<String, Failure> {
    match value {
        Value::String(text) => text.parse().map_or_else(|_| Ok(text.clone()), |id| session.goods_name(id)),
        Value::Array(values) => {
            let names: Result<Vec<String>, Failure> =
                values.iter().map(|value| named(session, value)).collect();
            Ok(names?.join(", "))
        }
        other => Ok(super::value(other)),
    }
}

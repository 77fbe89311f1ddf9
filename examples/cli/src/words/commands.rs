//! A command in words, for the steps of an explanation.

use partnerkit::command::Command;
use partnerkit::patch::Change;
use serde_json::Value;

use super::plain;
use crate::failure::Failure;
use crate::resolve;
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
            format!("{rule} item `{}` to `{}`", item_name(session, *item)?, session.partner_name(*partner)?)
        }
        Command::UpdateItem { item, patch } => {
            format!("change item `{}`: {}", item_name(session, *item)?, fields(&serde_json::to_value(patch)?))
        }
        Command::UpdatePartner { partner, patch } => {
            let name = session.partner_name(*partner)?;
            match (&patch.quota, patch.send_emails) {
                (Change::Set(quota), None) => format!("set the quota of `{name}` to {quota}"),
                (Change::Keep, Some(true)) => format!("switch emails to `{name}` on"),
                _ => format!("change `{name}`: {}", fields(&serde_json::to_value(patch)?)),
            }
        }
        Command::UpdateProfile { partner, patch } => {
            let name = session.partner_name(*partner)?;
            format!("change the profile of `{name}`: {}", fields(&serde_json::to_value(patch)?))
        }
        Command::UpdateBank(patch) => {
            format!("change the bank's settings: {}", fields(&serde_json::to_value(patch)?))
        }
        other => serde_json::to_string(other)?,
    })
}

fn item_name(session: &Session, item: partnerkit::id::ItemId) -> Result<String, Failure> {
    let rows = resolve::items(session)?;
    Ok(rows.into_iter().find(|row| row.id == item).map_or_else(|| item.to_string(), |row| row.details.name))
}

/// The fields of a patch, as in `active yes, quota 5`.
pub fn fields(patch: &Value) -> String {
    let Value::Object(fields) = patch else { return String::new() };
    let field = |(name, value): (&String, &Value)| match value {
        Value::Bool(value) => format!("{} {}", plain(name), super::yes_no(*value)),
        Value::Null => format!("no {}", plain(name)),
        Value::String(text) => format!("{} `{text}`", plain(name)),
        other => format!("{} {other}", plain(name)),
    };
    fields.iter().map(field).collect::<Vec<_>>().join(", ")
}

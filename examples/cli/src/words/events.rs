//! An event in words.

use partnerkit::event::{Event, What};
use serde::Serialize;

use super::commands::fields;
use super::{count, plain};
use crate::failure::Failure;

/// What happened, in a few words. Whom it happened to is told beside it.
pub fn event(event: &Event) -> Result<String, Failure> {
    Ok(match &event.what {
        What::BankCreated(bank) => format!("bank `{}` created", bank.name),
        What::BankUpdated(patch) => format!("bank changed: {}", changed(patch)?),
        What::PartnersImported(receipt) => format!("{} imported", count(receipt.partners, "partner")),
        What::PartnerAdded { .. } => "added".to_owned(),
        What::PartnerImported { line, .. } => format!("imported from line {line} of the file"),
        What::PartnerUpdated { patch, .. } => format!("changed: {}", changed(patch)?),
        What::ProfileUpdated { patch, .. } => format!("profile changed: {}", changed(patch)?),
        What::PartnerMoved { action, from, to, note, .. } => {
            let way = if from == to { "stays".to_owned() } else { format!("{} →", plain(from.slug())) };
            let note = note.as_ref().map(|note| format!(" (\u{201c}{note}\u{201d})")).unwrap_or_default();
            format!("{}: {way} {}{note}", plain(action.slug()), plain(to.slug()))
        }
        What::PartnerRemoved { .. } => "removed for ever".to_owned(),
        What::ExceptionSet { exception, .. } => format!("exception set: {}", changed(exception)?),
        What::ExceptionRemoved { .. } => "exception taken back".to_owned(),
        What::RequestSubmitted(request) => {
            let lines = u64::try_from(request.lines.len()).unwrap_or(u64::MAX);
            format!("request {} filed, {}", request.id, count(lines, "line"))
        }
        What::RequestStarted { request, .. } => format!("request {request} started"),
        What::RequestReleased { request, .. } => format!("request {request} released"),
        What::RequestFulfilled { request, .. } => format!("request {request} fulfilled"),
        What::RequestReopened { request, .. } => format!("request {request} started again"),
        What::RequestCancelled { request, reason, .. } => {
            let reason = reason.as_ref().map(|reason| format!(" (\u{201c}{reason}\u{201d})"));
            format!("request {request} cancelled{}", reason.unwrap_or_default())
        }
        What::DistributionRecorded(row) => {
            let goods: Vec<String> =
                row.lines.iter().map(|line| format!("{} × {}", line.quantity, line.item_name)).collect();
            format!("distribution {} recorded for {}: {}", row.id, row.date, goods.join(", "))
        }
        What::DistributionUpdated { distribution, patch, .. } => {
            format!("distribution {distribution} changed: {}", changed(patch)?)
        }
        What::DistributionCompleted { distribution, .. } => format!("distribution {distribution} complete"),
        What::DistributionTakenBack { distribution, .. } => {
            format!("distribution {distribution} taken back")
        }
        other => goods(other)?,
    })
}

/// What happens to categories, items and groups.
fn goods(what: &What) -> Result<String, Failure> {
    Ok(match what {
        What::CategoryAdded { name, .. } => format!("category `{name}` added"),
        What::CategoryRenamed { name, .. } => format!("category renamed to `{name}`"),
        What::CategoryDeleted { .. } => "category deleted".to_owned(),
        What::ItemAdded { details, .. } => format!("item `{}` added", details.name),
        What::ItemUpdated { patch, .. } => format!("item changed: {}", changed(patch)?),
        What::GroupAdded { name, .. } => format!("group `{name}` added"),
        What::GroupUpdated { patch, .. } => format!("group changed: {}", changed(patch)?),
        What::GroupDeleted { .. } => "group deleted".to_owned(),
        What::GroupCapSet { cap: Some(cap), .. } => format!("group's cap on an item set to {cap}"),
        What::GroupCapSet { cap: None, .. } => "group's cap on an item lifted".to_owned(),
        other => serde_json::to_string(other)?,
    })
}

fn changed(patch: &impl Serialize) -> Result<String, Failure> {
    Ok(fields(&serde_json::to_value(patch)?))
}

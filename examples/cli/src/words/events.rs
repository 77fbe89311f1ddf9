//! An event in words.

use partnerkit::event::{Event, What};
use partnerkit::reminder::Occurrence;

use super::commands::fields;
use super::{count, plain};
use crate::failure::Failure;
use crate::session::Session;

/// What happened, in a few words. Whom it happened to is told beside it.
pub fn event(session: &Session, event: &Event) -> Result<String, Failure> {
    Ok(match &event.what {
        What::BankCreated(bank) => format!("bank `{}` created", bank.name),
        What::BankUpdated(patch) => format!("bank changed: {}", fields(session, patch)?),
        What::MessageTextSet { kind, language, text } => {
            let what = if text.is_some() { "set" } else { "taken back" };
            format!("own text of `{}` in {language} {what}", plain(kind.slug()))
        }
        What::PartnersImported(receipt) => format!("{} imported", count(receipt.partners, "partner")),
        What::PartnerAdded { .. } => "added".to_owned(),
        What::PartnerImported { line, .. } => format!("imported from line {line} of the file"),
        What::PartnerUpdated { patch, .. } => format!("changed: {}", fields(session, patch)?),
        What::ProfileUpdated { patch, .. } => format!("profile changed: {}", fields(session, patch)?),
        What::PartnerMoved { action, from, to, note, .. } => {
            let way = if from == to { "stays".to_owned() } else { format!("{} →", plain(from.slug())) };
            let note = note.as_ref().map(|note| format!(" (\u{201c}{note}\u{201d})")).unwrap_or_default();
            format!("{}: {way} {}{note}", plain(action.slug()), plain(to.slug()))
        }
        What::PartnerRemoved { .. } => "removed for ever".to_owned(),
        What::ExceptionSet { item, exception, .. } => {
            format!("exception for `{}`: {}", session.goods_name(item.0)?, fields(session, exception)?)
        }
        What::ExceptionRemoved { item, .. } => {
            format!("exception for `{}` taken back", session.goods_name(item.0)?)
        }
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
            format!("distribution {distribution} changed: {}", fields(session, patch)?)
        }
        What::DistributionCompleted { distribution, .. } => format!("distribution {distribution} complete"),
        What::DistributionTakenBack { distribution, .. } => {
            format!("distribution {distribution} taken back")
        }
        What::ReminderSent(reminder) => reminded(&reminder.of),
        other => people(session, other)?,
    })
}

/// What happens to people.
fn people(session: &Session, what: &What) -> Result<String, Failure> {
    Ok(match what {
        What::PersonInvited { person, role, .. } => {
            format!("{} invited as {}", person.email, plain(role.slug()))
        }
        What::RoleGranted { person, role } => format!("{} is {}", person.email, plain(role.slug())),
        What::InvitationAccepted { person, role, .. } => {
            format!("person {person} accepted to be {}", plain(role.slug()))
        }
        What::InvitationVoided { person, role } => {
            format!("person {person} no longer invited as {}", plain(role.slug()))
        }
        What::RoleChanged { person, role } => format!("person {person} is now {}", plain(role.slug())),
        What::RoleRevoked { person, role } => format!("person {person} is no longer {}", plain(role.slug())),
        What::SignedIn { role, .. } => format!("signed in as {}", plain(role.slug())),
        other => goods(session, other)?,
    })
}

/// Of what a partner was reminded.
pub fn reminded(of: &Occurrence) -> String {
    match of {
        Occurrence::Deadline { day, deadline } => format!("reminded of the deadline {deadline} (for {day})"),
        Occurrence::Recertification { due, days_before, .. } => {
            format!("reminded of the recertification due on {due} ({days_before} days before)")
        }
        Occurrence::Tomorrow { distribution, date } => {
            format!("reminded of distribution {distribution} on {date}")
        }
    }
}

/// What happens to categories, items and groups.
fn goods(session: &Session, what: &What) -> Result<String, Failure> {
    Ok(match what {
        What::CategoryAdded { name, .. } => format!("category `{name}` added"),
        What::CategoryRenamed { name, .. } => format!("category renamed to `{name}`"),
        What::CategoryDeleted { .. } => "category deleted".to_owned(),
        What::ItemAdded { details, .. } => format!("item `{}` added", details.name),
        What::ItemUpdated { item, patch } => {
            format!("item `{}` changed: {}", session.goods_name(item.0)?, fields(session, patch)?)
        }
        What::GroupAdded { name, .. } => format!("group `{name}` added"),
        What::GroupUpdated { group, patch } => {
            format!("group `{}` changed: {}", session.goods_name(group.0)?, fields(session, patch)?)
        }
        What::GroupDeleted { .. } => "group deleted".to_owned(),
        What::GroupCapSet { group, item, cap } => {
            let (group, item) = (session.goods_name(group.0)?, session.goods_name(item.0)?);
            let cap = cap.map_or_else(|| "lifted".to_owned(), |cap| format!("set to {cap}"));
            format!("cap of group `{group}` on `{item}` {cap}")
        }
        other => serde_json::to_string(other)?,
    })
}

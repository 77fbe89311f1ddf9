//! `partners`, `partner`, `add`, `edit`.

use clap::Args;
use clap::builder::BoolishValueParser;
use partnerkit::command::{Command, NewPartner, PartnerFilter};
use partnerkit::id::GroupId;
use partnerkit::partner::{Partner, PartnerPatch};
use partnerkit::patch::Change;
use partnerkit::question::{Question, Reply};
use partnerkit::status::Status;
use serde_json::Value;

use super::tell;
use crate::failure::{Failure, bug};
use crate::paper::{Cell, Ink, Paper};
use crate::resolve;
use crate::session::Session;
use crate::values::one_of;
use crate::words;

/// Which partners.
#[derive(Args, Clone)]
pub struct FilterArgs {
    /// Only these statuses [default: all but deactivated]
    #[arg(long, value_delimiter = ',', value_parser = one_of::<Status>(Status::ALL.map(Status::slug)))]
    status: Vec<Status>,
    /// Only this group
    #[arg(long, value_name = "NAME-OR-ID")]
    group: Option<String>,
    /// Only partners with this in their name or email address
    #[arg(long)]
    text: Option<String>,
}

impl FilterArgs {
    /// The filter, the group found.
    pub fn filter(&self, session: &Session) -> Result<PartnerFilter, Failure> {
        let group = self.group.as_deref().map(|name| resolve::group(session, name)).transpose()?;
        Ok(PartnerFilter { statuses: self.status.iter().copied().collect(), group, text: self.text.clone() })
    }
}

/// A page of partners.
#[derive(Args)]
pub struct ListArgs {
    #[command(flatten)]
    filter: FilterArgs,
    /// How many at most
    #[arg(long, default_value_t = 100)]
    limit: usize,
    /// Go on after this partner
    #[arg(long, value_name = "PARTNER")]
    after: Option<String>,
}

/// A new partner.
#[derive(Args)]
pub struct AddArgs {
    /// Its name
    name: String,
    /// Its contact address
    #[arg(long)]
    email: String,
    #[command(flatten)]
    more: DetailArgs,
}

/// What the bank says about a partner, beside name and email.
#[derive(Args)]
struct DetailArgs {
    /// The group it is in
    #[arg(long, value_name = "NAME-OR-ID")]
    group: Option<String>,
    /// Pieces it may ask for in one request
    #[arg(long)]
    quota: Option<u64>,
    /// Whether it gets deadline reminders and distribution emails
    #[arg(long, value_name = "YES|NO", value_parser = BoolishValueParser::new())]
    send_emails: Option<bool>,
    /// Where the bank hands out to it
    #[arg(long, value_name = "ID")]
    storage_location: Option<String>,
    /// Notes only the bank sees
    #[arg(long)]
    notes: Option<String>,
    /// What the bank wants the partner to know
    #[arg(long)]
    info: Option<String>,
    /// Your own key for it
    #[arg(long, value_name = "ID")]
    external_id: Option<String>,
    /// Whether it stands for the bank's own direct distribution
    #[arg(long, value_name = "YES|NO", value_parser = BoolishValueParser::new())]
    proxy: Option<bool>,
}

/// What to change of a partner.
#[derive(Args)]
pub struct EditArgs {
    /// Its name, email address or id
    partner: String,
    /// A new name
    #[arg(long)]
    name: Option<String>,
    /// A new contact address
    #[arg(long)]
    email: Option<String>,
    #[command(flatten)]
    more: DetailArgs,
    /// Leave these empty
    #[arg(long, value_name = "FIELD", value_delimiter = ',', value_parser = CLEARABLE)]
    clear: Vec<String>,
}

/// What can be left empty.
const CLEARABLE: [&str; 6] = ["group", "quota", "storage-location", "notes", "info", "external-id"];

/// A page of partners, counts first.
pub fn list(session: &Session, args: &ListArgs) -> Result<(), Failure> {
    let filter = args.filter.filter(session)?;
    let after = args.after.as_deref().map(|name| resolve::partner(session, name)).transpose()?;
    let reply = session.ask(Question::Partners { filter, after, limit: args.limit })?;
    let Reply::Partners { partners, counts } = &reply else {
        return Err(bug("another answer than partners"));
    };
    let groups = resolve::groups(session)?;
    session.answer(&reply, |paper| {
        let count =
            |status: Status| format!("{} {}", counts.get(&status).unwrap_or(&0), words::plain(status.slug()));
        paper.line(Ink::Strong, &Status::ALL.map(count).join(", "));
        let group = |id: Option<GroupId>| groups.iter().find(|row| Some(row.id) == id);
        let row = |row: &Partner| -> Vec<Cell> {
            let group = group(row.details.group).map(|group| group.name.clone());
            vec![
                (&row.details.name).into(),
                words::status(row.status),
                (&row.details.email).into(),
                group.unwrap_or_default().into(),
            ]
        };
        paper.table(&["name", "status", "email", "group"], partners.iter().map(row).collect());
        if let Some(last) = partners.last().filter(|_| partners.len() == args.limit) {
            paper.line(Ink::Dim, &format!("There may be more: --after '{}'", last.details.name));
        }
        Ok(())
    })
}

/// One partner.
pub fn show(session: &Session, given: &str) -> Result<(), Failure> {
    let reply = session.ask(Question::Partner { partner: resolve::partner(session, given)? })?;
    let Reply::Partner(partner) = &reply else { return Err(bug("another answer than a partner")) };
    session.answer(&reply, |paper| write(paper, session, partner))
}

fn write(paper: &mut Paper, session: &Session, partner: &Partner) -> Result<(), Failure> {
    let day = |at: chrono::DateTime<chrono::Utc>| at.format("%Y-%m-%d %H:%M UTC").to_string();
    paper.line(Ink::Strong, &partner.details.name);
    paper.pair("status", words::plain(partner.status.slug()));
    paper.pair("status before", partner.prior.map(|status| words::plain(status.slug())).unwrap_or_default());
    paper.pair("id", partner.id);
    let groups = resolve::groups(session)?;
    let Value::Object(details) = serde_json::to_value(&partner.details)? else {
        return Err(bug("details are no object"));
    };
    for (name, value) in details.iter().filter(|(name, _)| *name != "name") {
        let group = groups.iter().find(|row| name == "group" && Some(row.id) == partner.details.group);
        paper.pair(&words::plain(name), group.map_or_else(|| words::value(value), |row| row.name.clone()));
    }
    paper.pair("added", day(partner.added_at));
    paper.pair("import line", partner.import_line.map(|line| line.to_string()).unwrap_or_default());
    paper.pair("submitted", partner.submitted_at.map(day).unwrap_or_default());
    paper.pair("approved", partner.approved_at.map(day).unwrap_or_default());
    if !partner.exceptions.is_empty() {
        let items = resolve::items(session)?;
        for (id, exception) in &partner.exceptions {
            let item = items.iter().find(|row| row.id == *id).map(|row| row.details.name.clone());
            let rule = words::value(&serde_json::to_value(exception.rule)?);
            let until = exception.last_day.map(|day| format!(" until {day}")).unwrap_or_default();
            paper.pair("exception", format!("{rule} {}{until}", item.unwrap_or_else(|| id.to_string())));
        }
    }
    Ok(())
}

/// Adds a partner.
pub fn add(session: &Session, args: AddArgs) -> Result<(), Failure> {
    let AddArgs { name, email, more } = args;
    let done = format!("`{name}` is added, uninvited.");
    let group = more.group.as_deref().map(|name| resolve::group(session, name)).transpose()?;
    let new = NewPartner {
        id: None,
        name,
        email,
        group,
        quota: more.quota,
        send_emails: more.send_emails.unwrap_or_default(),
        default_storage_location: more.storage_location,
        notes: more.notes,
        info_for_partner: more.info,
        external_id: more.external_id,
        proxy: more.proxy.unwrap_or_default(),
    };
    let outcome = session.give(Command::AddPartner(new))?;
    tell(session, &outcome, &done)
}

/// Changes a partner.
pub fn edit(session: &Session, args: EditArgs) -> Result<(), Failure> {
    let EditArgs { partner, name, email, more, clear } = args;
    let id = resolve::partner(session, &partner)?;
    let group = more.group.as_deref().map(|name| resolve::group(session, name)).transpose()?;
    let cleared = |field: &str| clear.iter().any(|name| name == field);
    let patch = PartnerPatch {
        name,
        email,
        group: change(group, cleared("group")),
        quota: change(more.quota, cleared("quota")),
        send_emails: more.send_emails,
        default_storage_location: change(more.storage_location, cleared("storage-location")),
        notes: change(more.notes, cleared("notes")),
        info_for_partner: change(more.info, cleared("info")),
        external_id: change(more.external_id, cleared("external-id")),
        proxy: more.proxy,
    };
    let done = format!("`{}` is changed.", session.partner_name(id)?);
    let outcome = session.give(Command::UpdatePartner { partner: id, patch })?;
    tell(session, &outcome, &done)
}

fn change<T>(value: Option<T>, clear: bool) -> Change<T> {
    match (value, clear) {
        (Some(value), _) => Change::Set(value),
        (None, true) => Change::Clear,
        (None, false) => Change::Keep,
    }
}

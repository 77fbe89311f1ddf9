//! `items` and `permitted`: items, and which partner may request which.

use chrono::NaiveDate;
use clap::builder::BoolishValueParser;
use clap::{Args, Subcommand};
use partnerkit::command::Command;
use partnerkit::item::{Item, ItemPatch, NewItem};
use partnerkit::partner::ExceptionRule;
use partnerkit::patch::Change;
use partnerkit::permission::Rule;
use partnerkit::question::{ItemPermission, Question, Reply};

use super::tell;
use crate::failure::{Failure, bug};
use crate::paper::{Cell, Ink};
use crate::resolve;
use crate::session::Session;
use crate::words;

/// What to do with items.
#[derive(Subcommand)]
pub enum ItemVerb {
    /// List them
    List,
    /// Add one
    Add {
        /// Its name
        name: String,
        #[command(flatten)]
        more: ItemArgs,
        /// It is a kit, of which a person gets one unless said otherwise
        #[arg(long)]
        kit: bool,
    },
    /// Change one
    Edit {
        /// Its name or id
        item: String,
        /// A new name
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        more: ItemArgs,
        /// No category from now on
        #[arg(long, conflicts_with = "category")]
        no_category: bool,
        /// No units but pieces from now on
        #[arg(long, conflicts_with = "unit")]
        no_units: bool,
    },
    /// Allow an item to one partner, whatever its group says
    Allow(ExceptionArgs),
    /// Deny an item to one partner, whatever its group says
    Deny(ExceptionArgs),
    /// Take back what was allowed or denied to one partner
    NoException {
        /// Its name, email address or id
        partner: String,
        /// The item's name or id
        item: String,
    },
}

/// What is known of an item.
#[derive(Args)]
pub struct ItemArgs {
    /// Its category
    #[arg(long, value_name = "NAME-OR-ID")]
    category: Option<String>,
    /// Whether it is in use
    #[arg(long, value_name = "YES|NO", value_parser = BoolishValueParser::new())]
    active: Option<bool>,
    /// Whether partners see it
    #[arg(long, value_name = "YES|NO", value_parser = BoolishValueParser::new())]
    visible: Option<bool>,
    /// Pieces for one person
    #[arg(long, value_name = "PIECES")]
    per_person: Option<u32>,
    /// A unit it can be requested in beside pieces; give it several times for several
    #[arg(long)]
    unit: Vec<String>,
}

/// Who gets an exception for what.
#[derive(Args)]
pub struct ExceptionArgs {
    /// Its name, email address or id
    partner: String,
    /// The item's name or id
    item: String,
    /// The last day it holds
    #[arg(long, value_name = "DAY")]
    until: Option<NaiveDate>,
}

/// Does it.
pub fn run(session: &Session, verb: ItemVerb) -> Result<(), Failure> {
    let (command, done) = match verb {
        ItemVerb::List => return list(session),
        ItemVerb::Add { name, more, kit } => (
            Command::AddItem(NewItem {
                id: None,
                name: name.clone(),
                active: more.active,
                visible: more.visible,
                category: more.category.map(|name| resolve::category(session, &name)).transpose()?,
                quantity_per_person: more.per_person,
                kit,
                units: more.unit.into_iter().collect(),
            }),
            format!("Item `{name}` is added."),
        ),
        ItemVerb::Edit { item, name, more, no_category, no_units } => {
            let category = more.category.map(|name| resolve::category(session, &name)).transpose()?;
            let kept = if no_category { Change::Clear } else { Change::Keep };
            let patch = ItemPatch {
                name,
                active: more.active,
                visible: more.visible,
                category: category.map_or(kept, Change::Set),
                quantity_per_person: more.per_person,
                units: (no_units || !more.unit.is_empty()).then(|| more.unit.into_iter().collect()),
            };
            let done = format!("Item `{item}` is changed.");
            (Command::UpdateItem { item: resolve::item(session, &item)?, patch }, done)
        }
        ItemVerb::Allow(args) => exception(session, &args, ExceptionRule::Allow)?,
        ItemVerb::Deny(args) => exception(session, &args, ExceptionRule::Deny)?,
        ItemVerb::NoException { partner, item } => {
            let done = format!("The exception of `{partner}` for `{item}` is taken back.");
            let (partner, item) = (resolve::partner(session, &partner)?, resolve::item(session, &item)?);
            (Command::RemoveException { partner, item }, done)
        }
    };
    tell(session, &session.give(command)?, &done)
}

fn exception(
    session: &Session,
    args: &ExceptionArgs,
    rule: ExceptionRule,
) -> Result<(Command, String), Failure> {
    let word = if rule == ExceptionRule::Allow { "allowed" } else { "denied" };
    let done = format!("`{}` is {word} to `{}`.", args.item, args.partner);
    let partner = resolve::partner(session, &args.partner)?;
    let item = resolve::item(session, &args.item)?;
    Ok((Command::SetException { partner, item, rule, last_day: args.until }, done))
}

fn list(session: &Session) -> Result<(), Failure> {
    let reply = session.ask(Question::Items)?;
    let Reply::Items(rows) = &reply else { return Err(bug("another answer than items")) };
    let categories = resolve::categories(session)?;
    session.answer(&reply, |paper| {
        let row = |row: &Item| {
            let category = categories.iter().find(|category| Some(category.id) == row.details.category);
            let units: Vec<&str> = row.details.units.iter().map(String::as_str).collect();
            vec![
                (&row.details.name).into(),
                category.map(|category| category.name.clone()).unwrap_or_default().into(),
                words::yes_no(row.details.active).into(),
                words::yes_no(row.details.visible).into(),
                row.details.quantity_per_person.into(),
                units.join(", ").into(),
            ]
        };
        let headers = ["name", "category", "active", "visible", "per person", "units"];
        paper.table(&headers, rows.iter().map(row).collect());
        Ok(())
    })
}

/// For each item, whether the partner may request it.
pub fn permitted(session: &Session, given: &str) -> Result<(), Failure> {
    let reply = session.ask(Question::Permitted { partner: resolve::partner(session, given)? })?;
    let Reply::Permitted(rows) = &reply else { return Err(bug("another answer than permissions")) };
    session.answer(&reply, |paper| {
        let row = |row: &ItemPermission| {
            let rule = match row.permission.rule {
                Rule::Exception => "own exception",
                Rule::Group => "group",
                Rule::Ungrouped => "no group",
            };
            let why: Vec<String> =
                row.reasons.iter().map(|reason| words::reason(reason, session.globals.reader())).collect();
            let ink = if row.permitted { Ink::Good } else { Ink::Bad };
            vec![
                (&row.name).into(),
                Cell::new(ink, words::yes_no(row.permitted)),
                rule.into(),
                row.permission.cap.map(|cap| cap.to_string()).unwrap_or_default().into(),
                why.join(" ").into(),
            ]
        };
        paper.table(&["item", "permitted", "by", "cap", "why not"], rows.iter().map(row).collect());
        Ok(())
    })
}

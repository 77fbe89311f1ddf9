//! `groups`: groups of partners, the categories they may request, and caps.

use clap::Subcommand;
use partnerkit::command::{Command, Destination};
use partnerkit::item::{Group, GroupPatch};
use partnerkit::question::{Question, Reply};

use super::reminders::ScheduleArgs;
use super::tell;
use crate::failure::{Failure, bug};
use crate::resolve;
use crate::session::Session;

/// What to do with groups.
#[derive(Subcommand)]
pub enum GroupVerb {
    /// List them with their categories and caps
    List,
    /// Add one
    Add {
        /// Its name
        name: String,
        /// A category its members may request; give it several times for several
        #[arg(long, value_name = "NAME-OR-ID")]
        category: Vec<String>,
    },
    /// Change one
    Edit {
        /// Its name or id
        group: String,
        /// A new name
        #[arg(long)]
        name: Option<String>,
        /// All its categories from now on
        #[arg(long, value_name = "NAME-OR-ID")]
        category: Vec<String>,
        /// No categories from now on, so that its members may request nothing
        #[arg(long, conflicts_with = "category")]
        no_categories: bool,
        #[command(flatten)]
        schedule: ScheduleArgs,
        /// No reminders of its own from now on: the bank's schedule holds
        #[arg(long, conflicts_with = "remind_on")]
        no_reminders: bool,
    },
    /// Delete one; with members it must be said where they go
    Delete {
        /// Its name or id
        group: String,
        /// Its members go to this group
        #[arg(long, value_name = "NAME-OR-ID", conflicts_with = "to_no_group")]
        move_to: Option<String>,
        /// Its members go to no group
        #[arg(long)]
        to_no_group: bool,
    },
    /// Cap an item for a group, or lift its cap
    Cap {
        /// Its name or id
        group: String,
        /// The item's name or id
        item: String,
        /// The most a member may ask for in one request
        #[arg(required_unless_present = "lift", conflicts_with = "lift", allow_negative_numbers = true)]
        cap: Option<i64>,
        /// Lift the cap
        #[arg(long)]
        lift: bool,
    },
}

/// Does it.
pub fn run(session: &Session, verb: GroupVerb) -> Result<(), Failure> {
    let (command, done) = match verb {
        GroupVerb::List => return list(session),
        GroupVerb::Add { name, category } => {
            let categories = resolve::categories_named(session, &category)?;
            let done = format!("Group `{name}` is added.");
            (Command::AddGroup { id: None, name, categories }, done)
        }
        GroupVerb::Edit { group, name, category, no_categories, schedule, no_reminders } => {
            let categories = resolve::categories_named(session, &category)?;
            let categories = (no_categories || !categories.is_empty()).then_some(categories);
            let done = format!("Group `{group}` is changed.");
            let group = resolve::group(session, &group)?;
            (
                Command::UpdateGroup {
                    group,
                    patch: GroupPatch { name, categories, reminders: schedule.change(no_reminders) },
                },
                done,
            )
        }
        GroupVerb::Delete { group, move_to, to_no_group } => {
            let to =
                move_to.map(|name| resolve::group(session, &name).map(Destination::Group)).transpose()?;
            let move_members = to.or(to_no_group.then_some(Destination::NoGroup));
            let done = format!("Group `{group}` is deleted.");
            (Command::DeleteGroup { group: resolve::group(session, &group)?, move_members }, done)
        }
        GroupVerb::Cap { group, item, cap, lift: _ } => {
            let done = match cap {
                Some(cap) => format!("Members of `{group}` may ask for {cap} of `{item}` at most."),
                None => format!("The cap of `{group}` on `{item}` is lifted."),
            };
            let group = resolve::group(session, &group)?;
            (Command::SetGroupCap { group, item: resolve::item(session, &item)?, cap }, done)
        }
    };
    tell(session, &session.give(command)?, &done)
}

fn list(session: &Session) -> Result<(), Failure> {
    let reply = session.ask(Question::Groups)?;
    let Reply::Groups(rows) = &reply else { return Err(bug("another answer than groups")) };
    let (categories, items) = (resolve::categories(session)?, resolve::items(session)?);
    session.answer(&reply, |paper| {
        let row = |row: &Group| {
            let named = categories.iter().filter(|category| row.categories.contains(&category.id));
            let named: Vec<&str> = named.map(|category| category.name.as_str()).collect();
            let caps = items
                .iter()
                .filter_map(|item| row.caps.get(&item.id).map(|cap| format!("{} {cap}", item.details.name)));
            let caps: Vec<String> = caps.collect();
            vec![(&row.name).into(), named.join(", ").into(), caps.join(", ").into()]
        };
        paper.table(&["name", "categories", "caps"], rows.iter().map(row).collect());
        Ok(())
    })
}

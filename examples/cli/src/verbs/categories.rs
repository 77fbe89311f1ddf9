//! `categories`: the categories items are in.

use clap::Subcommand;
use partnerkit::command::Command;
use partnerkit::item::Category;
use partnerkit::question::{Question, Reply};

use super::tell;
use crate::failure::{Failure, bug};
use crate::resolve;
use crate::session::Session;

/// What to do with categories.
#[derive(Subcommand)]
pub enum CategoryVerb {
    /// List them
    List,
    /// Add one
    Add {
        /// Its name
        name: String,
    },
    /// Rename one
    Edit {
        /// Its name or id
        category: String,
        /// Its new name
        #[arg(long)]
        name: String,
    },
    /// Delete one that is not in use
    Delete {
        /// Its name or id
        category: String,
    },
}

/// Does it.
pub fn run(session: &Session, verb: CategoryVerb) -> Result<(), Failure> {
    let (command, done) = match verb {
        CategoryVerb::List => return list(session),
        CategoryVerb::Add { name } => {
            let done = format!("Category `{name}` is added.");
            (Command::AddCategory { id: None, name }, done)
        }
        CategoryVerb::Edit { category, name } => {
            let category = resolve::category(session, &category)?;
            let done = format!("The category is called `{name}` now.");
            (Command::RenameCategory { category, name }, done)
        }
        CategoryVerb::Delete { category } => {
            let done = format!("Category `{category}` is deleted.");
            (Command::DeleteCategory { category: resolve::category(session, &category)? }, done)
        }
    };
    tell(session, &session.give(command)?, &done)
}

fn list(session: &Session) -> Result<(), Failure> {
    let reply = session.ask(Question::Categories)?;
    let Reply::Categories(rows) = &reply else { return Err(bug("another answer than categories")) };
    session.answer(&reply, |paper| {
        let row = |row: &Category| vec![(&row.name).into()];
        paper.table(&["name"], rows.iter().map(row).collect());
        Ok(())
    })
}

//! The verbs: each turns its arguments into commands and questions, and the answers into text.

pub mod bank;
pub mod categories;
pub mod dashboard;
pub mod distribute;
pub mod explain;
pub mod export;
pub mod groups;
pub mod import;
pub mod items;
pub mod lifecycle;
pub mod outbox;
mod outcome;
pub mod partners;
pub mod people;
pub mod profile;
pub mod records;
pub mod reminders;
pub mod request;
mod run;
pub mod sync;
mod take_along;
pub mod texts;

use std::io::Write;

use clap::{CommandFactory, error::ErrorKind};

pub use self::outcome::tell;
use crate::args::{Cli, Verb};
use crate::demo;
use crate::failure::Failure;
use crate::session::Session;

/// Does what was asked.
pub fn run(cli: Cli) -> Result<(), Failure> {
    let Cli { globals, verb } = cli;
    if (globals.preview || globals.id.is_some()) && matches!(verb, Verb::Run | Verb::Sync(_) | Verb::Demo)
        || globals.id.is_some() && matches!(verb, Verb::RunDue)
    {
        // Silently doing what was to be previewed, or giving many commands one id, would be worse than an error.
        let words = "--preview and --id go with one command; in `run` and `sync`, each says its own";
        Cli::command().error(ErrorKind::ArgumentConflict, words).exit();
    }
    if globals.json && matches!(verb, Verb::Demo) {
        Cli::command().error(ErrorKind::ArgumentConflict, "the demo is for people to read").exit();
    }
    match verb {
        Verb::Template => Ok(write_out(partnerkit::import::template().as_bytes())?),
        Verb::Schema => Ok(write_out(partnerkit::wire::SCHEMA.as_bytes())?),
        Verb::Demo => demo::run(globals),
        Verb::Run => run::run(&Session::open_or_create(globals)?),
        Verb::Bank(verb) => bank::run(globals, verb),
        other => in_session(&Session::open(globals)?, other),
    }
}

fn in_session(session: &Session, verb: Verb) -> Result<(), Failure> {
    match verb {
        Verb::Import(args) => import::run(session, &args),
        Verb::Partners(args) => partners::list(session, &args),
        Verb::Partner(args) => partners::show(session, &args),
        Verb::Dashboard => dashboard::run(session),
        Verb::Export(args) => export::run(session, args),
        Verb::Add(args) => partners::add(session, args),
        Verb::Edit(args) => partners::edit(session, args),
        Verb::Profile(verb) => profile::run(session, verb),
        Verb::People { partner } => people::list(session, partner.as_deref()),
        Verb::Person(verb) => people::person(session, verb),
        Verb::Accept(args) => people::accept(session, args),
        Verb::Roles { email } => people::of_person(session, &email),
        Verb::SignIn => people::sign_in(session),
        Verb::Proxy(args) => people::proxy(session, args),
        Verb::Lifecycle(verb) => lifecycle::run(session, &verb),
        Verb::Explain(args) => explain::run(session, &args),
        Verb::Allowed { partner } => explain::allowed(session, &partner),
        Verb::Groups(verb) => groups::run(session, verb),
        Verb::Categories(verb) => categories::run(session, verb),
        Verb::Items(verb) => items::run(session, verb),
        Verb::Permitted { partner } => items::permitted(session, &partner),
        Verb::Request(verb) => request::run(session, verb),
        Verb::Distribute(verb) => distribute::run(session, verb),
        Verb::History(args) => records::history(session, &args),
        Verb::RunDue => reminders::run_due(session),
        Verb::Reminders(verb) => reminders::run(session, verb),
        Verb::Recertification(verb) => reminders::recertification(session, verb),
        Verb::Messages(args) => records::messages(session, &args),
        Verb::Texts(verb) => texts::run(session, verb),
        Verb::Sync(args) => sync::run(session, &args),
        Verb::Outbox(verb) => outbox::run(session, verb),
        Verb::Template | Verb::Schema | Verb::Demo | Verb::Run | Verb::Bank(_) => {
            Err(crate::failure::bug("a verb that needs no file was given one"))
        }
    }
}

fn write_out(bytes: &[u8]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

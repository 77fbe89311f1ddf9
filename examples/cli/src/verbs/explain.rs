//! `explain` and `allowed`: what a partner can do, what may be done to it, and why not.

use clap::Args;
use partnerkit::capability::Capability;
use partnerkit::command::Command;
use partnerkit::question::{Question, Reply};
use partnerkit::transition::Action;

use crate::failure::{Failure, bug};
use crate::resolve;
use crate::session::Session;
use crate::values::one_of;
use crate::words;

/// What to explain.
#[derive(Args)]
pub struct ExplainArgs {
    /// Its name, email address or id
    partner: String,
    /// A lifecycle command, or something a partner can do
    #[arg(value_name = "CAPABILITY-OR-COMMAND", value_parser = one_of::<String>(words()))]
    what: String,
    /// The note that would go with the command
    #[arg(long, default_value = "…")]
    note: String,
    /// Where a word is both, take the capability
    #[arg(long)]
    capability: bool,
}

/// All commands of the transition table and all capabilities, each word once.
fn words() -> Vec<&'static str> {
    let commands = Action::ALL.map(Action::slug);
    let capabilities =
        Capability::ALL.map(Capability::slug).into_iter().filter(|slug| !commands.contains(slug));
    commands.into_iter().chain(capabilities).collect()
}

/// Explains.
pub fn run(session: &Session, args: &ExplainArgs) -> Result<(), Failure> {
    let partner = resolve::partner(session, &args.partner)?;
    let action = Action::from_slug(&args.what).filter(|_| !args.capability);
    let question = match (action, Capability::from_slug(&args.what)) {
        (Some(action), _) => {
            let command = Box::new(Command::from_action(action, partner, Some(args.note.clone())));
            Question::ExplainCommand { command }
        }
        (None, Some(capability)) => Question::ExplainCapability { partner, capability },
        (None, None) => return Err(crate::failure::not_found("capability", &args.what)),
    };
    show(session, question)
}

/// Asks for an explanation and shows it.
pub fn show(session: &Session, question: Question) -> Result<(), Failure> {
    let reply = session.ask(question)?;
    let Reply::Explanation(explanation) = &reply else {
        return Err(bug("another answer than an explanation"));
    };
    session.answer(&reply, |paper| words::explanation(paper, session, explanation, session.globals.reader()))
}

/// Which lifecycle commands may be given now.
pub fn allowed(session: &Session, given: &str) -> Result<(), Failure> {
    let reply = session.ask(Question::AllowedActions { partner: resolve::partner(session, given)? })?;
    let Reply::AllowedActions(actions) = &reply else { return Err(bug("another answer than actions")) };
    session.answer(&reply, |paper| {
        for action in actions {
            paper.line(crate::paper::Ink::Plain, &crate::values::kebab(action.slug()));
        }
        Ok(())
    })
}

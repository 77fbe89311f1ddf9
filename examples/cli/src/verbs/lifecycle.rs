//! The commands of the transition table, each a verb of its own. Which there are, which take many partners and which
//! take words is asked of the library.

use clap::{Arg, ArgAction, ArgMatches, Args, Command as Clap, FromArgMatches, Subcommand};
use partnerkit::command::{Command, Selection};
use partnerkit::id::PartnerId;
use partnerkit::question::{Question, Reply};
use partnerkit::transition::Action;
use uuid::Uuid;

use super::partners::FilterArgs;
use super::tell;
use crate::failure::Failure;
use crate::resolve;
use crate::session::Session;
use crate::values::kebab;
use crate::words;

/// A command of the transition table.
pub struct LifecycleVerb {
    action: Action,
    partners: Vec<String>,
    /// All partners that match, instead of some that are named.
    matching: Option<FilterArgs>,
    words: Option<String>,
}

const PARTNERS: &str = "partners";
const ALL_MATCHING: &str = "all_matching";
const NOTE: &str = "note";
/// The arguments of [`FilterArgs`].
const FILTERS: [&str; 3] = ["status", "group", "text"];

impl Subcommand for LifecycleVerb {
    fn augment_subcommands(cmd: Clap) -> Clap {
        Action::ALL.into_iter().fold(cmd, |cmd, action| cmd.subcommand(verb(action)))
    }

    fn augment_subcommands_for_update(cmd: Clap) -> Clap {
        Self::augment_subcommands(cmd)
    }

    fn has_subcommand(name: &str) -> bool {
        action(name).is_some()
    }
}

impl FromArgMatches for LifecycleVerb {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        let action = action(name).ok_or_else(missing)?;
        let all = is_bulk(action) && matches.get_flag(ALL_MATCHING);
        let matching = if all { Some(FilterArgs::from_arg_matches(matches)?) } else { None };
        let named = matches.get_many::<String>(PARTNERS).unwrap_or_default().cloned();
        let words = if takes_words(action) { matches.get_one::<String>(NOTE).cloned() } else { None };
        Ok(Self { action, partners: named.collect(), matching, words })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn action(name: &str) -> Option<Action> {
    Action::from_slug(&name.replace('-', "_"))
}

fn is_bulk(action: Action) -> bool {
    Action::BULK.contains(&action)
}

fn takes_words(action: Action) -> bool {
    Command::from_action(action, PartnerId(Uuid::nil()), Some(String::new())).words().is_some()
}

fn verb(action: Action) -> Clap {
    let mut cmd = Clap::new(kebab(action.slug()));
    let partners = Arg::new(PARTNERS).value_name("PARTNER").help("A partner's name, email address or id");
    if is_bulk(action) {
        let all = Arg::new(ALL_MATCHING).long("all-matching").action(ArgAction::SetTrue);
        let all =
            all.conflicts_with(PARTNERS).help("All partners that match the filters, instead of some by name");
        let partners = partners.num_args(1..).required_unless_present(ALL_MATCHING);
        cmd = FilterArgs::augment_args(cmd.arg(partners).arg(all));
        for filter in FILTERS {
            // The conflict, too: clap does not miss what is required but in conflict with what is there.
            cmd = cmd.mut_arg(filter, |arg| arg.requires(ALL_MATCHING).conflicts_with(PARTNERS));
        }
    } else {
        cmd = cmd.arg(partners.required(true));
    }
    if takes_words(action) {
        let note = Arg::new(NOTE).long("note").visible_alias("reason").value_name("TEXT");
        cmd = cmd.arg(note.help("The note or reason that goes with it"));
    }
    // Last, because the filters bring an `about` of their own.
    cmd.about(about(action))
}

fn about(action: Action) -> &'static str {
    match action {
        Action::Invite => "Ask partners' contacts to join",
        Action::RenewInvitation => "Send a new invitation; the status stays",
        Action::InviteAndApprove => "Invite and approve in one step",
        Action::SubmitForApproval => "Hand in the profile for the bank's review",
        Action::AskForChanges => "Send a submission back with a note",
        Action::Approve => "Let partners make requests",
        Action::RequireRecertification => "Ask approved partners to submit again",
        Action::Deactivate => "Set partners aside",
        Action::Reactivate => "Put deactivated partners back where they were",
        Action::Remove => "Remove for ever a partner that left no trace",
    }
}

/// Gives the command for one partner, or in bulk.
///
/// In bulk each partner is answered on its own, so the command as a whole is done even where some were refused.
pub fn run(session: &Session, verb: &LifecycleVerb) -> Result<(), Failure> {
    let LifecycleVerb { action, partners, matching, words } = verb;
    let done = format!("{}: done.", words::plain(action.slug()));
    let command = match (matching, partners.as_slice()) {
        (None, [one]) => Command::from_action(*action, resolve::partner(session, one)?, words.clone()),
        (None, many) => {
            let partners = Selection::Ids(resolve::partners(session, many)?);
            Command::Bulk { action: *action, partners, reason: words.clone() }
        }
        (Some(filter), _) => {
            let partners = Selection::Matching(filter.filter(session)?);
            Command::Bulk { action: *action, partners, reason: words.clone() }
        }
    };
    let outcome = session.give(command.clone())?;
    let done = match command.action() {
        Some((Action::Remove, _)) | None => done,
        // It is done. That the store cannot say any more how it stands must not make it look refused.
        Some((_, partner)) => done_for_one(session, *action, partner).unwrap_or(done),
    };
    tell(session, &outcome, &done)
}

/// What was done, with the status that came of it.
fn done_for_one(session: &Session, action: Action, partner: PartnerId) -> Result<String, Failure> {
    let (name, action) = (session.partner_name(partner)?, words::plain(action.slug()));
    let reply = session.look_up(Question::Partner { partner })?;
    let Reply::Partner(row) = reply else { return Ok(format!("{action}: `{name}`.")) };
    Ok(format!("{action}: `{name}` is {}.", words::plain(row.status.slug())))
}

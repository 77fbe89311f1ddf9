//! `bank`: make a bank, look at it, change its settings.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use partnerkit::actor::Actor;
use partnerkit::bank::{Bank, BankPatch, OverQuota, UngroupedMayRequest};
use partnerkit::command::{Command, NewBank};
use partnerkit::error::{Code, Error, Reason};
use partnerkit::question::{Question, Reply};
use partnerkit::request::RequestKind;
use serde_json::Value;

use super::{take_along, tell};
use crate::args::Globals;
use crate::failure::{Failure, bug};
use crate::paper::Paper;
use crate::session::Session;
use crate::values::one_of;
use crate::words;

/// What to do with a bank.
#[derive(Subcommand)]
pub enum BankVerb {
    /// Make a bank, and the file if it is not there yet
    Create {
        /// Its name
        name: String,
        /// The address that gets what partners submit
        #[arg(long)]
        email: String,
    },
    /// List all banks of the file
    List,
    /// Show the bank and its settings
    Show,
    /// Change the bank (needs an admin)
    Set(SetArgs),
    /// Write all there is of the bank into one file, to be taken to another store
    TakeOut {
        /// The file, which must not be there yet
        file: PathBuf,
    },
    /// Read a bank from such a file
    TakeIn {
        /// The file
        file: PathBuf,
    },
}

/// What to change.
#[derive(Args)]
#[group(required = true, multiple = true)]
pub struct SetArgs {
    /// A new name
    #[arg(long)]
    name: Option<String>,
    /// A new address
    #[arg(long)]
    email: Option<String>,
    /// Whether user interfaces offer "invite and approve" before "invite"
    #[arg(long, value_name = "YES|NO", value_parser = clap::builder::BoolishValueParser::new())]
    one_step: Option<bool>,
    /// What partners in no group may request
    #[arg(long, value_parser = one_of::<UngroupedMayRequest>(["all", "none"]))]
    ungrouped: Option<UngroupedMayRequest>,
    /// The kinds of request the bank takes
    #[arg(long, value_delimiter = ',', value_parser = one_of::<RequestKind>(RequestKind::ALL.map(RequestKind::slug)))]
    kinds: Vec<RequestKind>,
    /// What happens to a request over the partner's quota
    #[arg(long, value_parser = one_of::<OverQuota>(["warn", "refuse"]))]
    over_quota: Option<OverQuota>,
    /// Whether the bank gets copies of what partners are told about their requests
    #[arg(long, value_name = "YES|NO", value_parser = clap::builder::BoolishValueParser::new())]
    copies: Option<bool>,
    /// The zone in which the bank's days begin and end, as in America/Los_Angeles
    #[arg(long)]
    time_zone: Option<String>,
}

/// Does it.
pub fn run(globals: Globals, verb: BankVerb) -> Result<(), Failure> {
    match verb {
        BankVerb::Create { name, email } => create(&Session::open_or_create(globals)?, name, email),
        BankVerb::List => list(&Session::open(globals)?),
        BankVerb::Show => show(&Session::open(globals)?),
        BankVerb::Set(args) => set(&Session::open(globals)?, args),
        BankVerb::TakeOut { file } => take_along::take_out(&Session::open(globals)?, &file),
        BankVerb::TakeIn { file } => take_along::take_in(&Session::open_or_create(globals)?, &file),
    }
}

fn create(session: &Session, name: String, email: String) -> Result<(), Failure> {
    let done = format!("Bank `{name}` is created in `{}`.", session.path.display());
    let new = NewBank { id: None, name, email };
    // Only the host may make banks, and here the host is this program.
    let outcome = session.give_as(Actor::Host, Command::CreateBank(new))?;
    tell(session, &outcome, &done)
}

fn list(session: &Session) -> Result<(), Failure> {
    let banks = session.system.banks()?;
    session.answer(&banks, |paper| {
        let row = |bank: &Bank| vec![(&bank.name).into(), (&bank.email).into(), bank.id.into()];
        paper.table(&["name", "email", "id"], banks.iter().map(row).collect());
        Ok(())
    })
}

fn show(session: &Session) -> Result<(), Failure> {
    let reply = session.ask(Question::Bank)?;
    let Reply::Bank(bank) = &reply else { return Err(bug("another answer than a bank")) };
    session.answer(&reply, |paper| write(paper, bank))
}

fn write(paper: &mut Paper, bank: &Bank) -> Result<(), Failure> {
    paper.line(crate::paper::Ink::Strong, &bank.name);
    paper.pair("id", bank.id);
    paper.pair("email", &bank.email);
    // All settings there are, under the names they have on the wire.
    if let Value::Object(settings) = serde_json::to_value(&bank.settings)? {
        for (name, value) in &settings {
            paper.pair(&words::plain(name), words::value(value));
        }
    }
    Ok(())
}

fn set(session: &Session, args: SetArgs) -> Result<(), Failure> {
    let unknown = |value: &str| {
        Failure::from(Error::from(Reason::new(Code::TimeZoneUnknown).with("value", value).on("time_zone")))
    };
    let time_zone = args.time_zone.map(|name| name.parse().map_err(|_| unknown(&name))).transpose()?;
    let patch = BankPatch {
        name: args.name,
        email: args.email,
        one_step_invite_and_approve: args.one_step,
        ungrouped_may_request: args.ungrouped,
        request_kinds: (!args.kinds.is_empty()).then(|| args.kinds.into_iter().collect()),
        over_quota: args.over_quota,
        copies_of_requests: args.copies,
        time_zone,
        ..BankPatch::default()
    };
    let outcome = session.give_as_admin(Command::UpdateBank(patch))?;
    tell(session, &outcome, "The bank is changed.")
}

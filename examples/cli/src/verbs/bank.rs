//! `bank`: make a bank, look at it, change its settings.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use partnerkit::actor::Actor;
use partnerkit::bank::{Bank, BankPatch, OverQuota, UngroupedMayRequest};
use partnerkit::command::{Command, NewBank};
use partnerkit::error::{Code, Error, Reason};
use partnerkit::language::Language;
use partnerkit::patch::Change;
use partnerkit::profile::{OwnField, Section};
use partnerkit::question::{Question, Reply};
use partnerkit::recertification::Recertification;
use partnerkit::request::RequestKind;
use serde_json::Value;

use super::reminders::ScheduleArgs;
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
        /// The address of its first admin; without one anybody may act in any role
        #[arg(long)]
        admin: Option<String>,
    },
    /// List all banks of the file
    List,
    /// Show the bank and its settings
    Show,
    /// Change the bank (needs an admin)
    #[command(arg_required_else_help = true)]
    Set(Box<SetArgs>),
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
    /// The language the bank is written to in: en, es or fr
    #[arg(long, value_name = "LANGUAGE", value_parser = one_of::<Language>(Language::ALL.map(Language::tag)))]
    speaks: Option<Language>,
    #[command(flatten)]
    schedule: ScheduleArgs,
    /// No deadline reminders from now on
    #[arg(long, conflicts_with = "remind_on")]
    no_reminders: bool,
    /// After how many months partners recertify
    #[arg(long, value_name = "MONTHS")]
    recertify_every: Option<u32>,
    /// How many days before they are reminded, as in 30,15,5,1
    #[arg(long, value_name = "DAYS", value_delimiter = ',', requires = "recertify_every")]
    recertify_remind: Option<Vec<u32>>,
    /// How many days of grace they have after it is due
    #[arg(long, value_name = "DAYS", requires = "recertify_every")]
    recertify_grace: Option<u32>,
    /// No recertification by date from now on
    #[arg(long, conflicts_with = "recertify_every")]
    no_recertification: bool,
    /// Whether partners are reminded of distributions the day before
    #[arg(long, value_name = "YES|NO", value_parser = clap::builder::BoolishValueParser::new())]
    distribution_reminders: Option<bool>,
    /// Which sections of the profile are on, beside those that always are; none if nothing follows
    #[arg(long, value_name = "SECTIONS", value_delimiter = ',', num_args = 0.., value_parser = one_of::<Section>(Section::ALL.map(Section::key)))]
    sections: Option<Vec<Section>>,
    /// A field of the bank's own to add or change, as JSON: {"key":"own_pets","type":"number","label":{"en":"Pets"}}
    #[arg(long, value_name = "JSON", value_parser = own_field)]
    own_field: Vec<OwnField>,
}

impl SetArgs {
    fn recertification(&self) -> Change<Recertification> {
        let Some(months) = self.recertify_every else {
            return if self.no_recertification { Change::Clear } else { Change::Keep };
        };
        let mut recertification = Recertification::every(months);
        if let Some(days) = &self.recertify_remind {
            recertification.remind_days_before = days.iter().copied().collect();
        }
        if let Some(days) = self.recertify_grace {
            recertification.grace_days = days;
        }
        Change::Set(recertification)
    }
}

fn own_field(text: &str) -> Result<OwnField, String> {
    serde_json::from_str(text).map_err(|cause| cause.to_string())
}

/// Does it.
pub fn run(globals: Globals, verb: BankVerb) -> Result<(), Failure> {
    match verb {
        BankVerb::Create { name, email, admin } => {
            create(&Session::open_or_create(globals)?, name, email, admin)
        }
        BankVerb::List => list(&Session::open(globals)?),
        BankVerb::Show => show(&Session::open(globals)?),
        BankVerb::Set(args) => set(&Session::open(globals)?, *args),
        BankVerb::TakeOut { file } => take_along::take_out(&Session::open(globals)?, &file),
        BankVerb::TakeIn { file } => take_along::take_in(&Session::open_or_create(globals)?, &file),
    }
}

fn create(session: &Session, name: String, email: String, admin: Option<String>) -> Result<(), Failure> {
    let done = format!("Bank `{name}` is created in `{}`.", session.place);
    let new = NewBank { id: None, name, email, admin };
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
    let (reminders, recertification) = (args.schedule.change(args.no_reminders), args.recertification());
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
        language: args.speaks,
        reminders,
        recertification,
        distribution_reminders: args.distribution_reminders,
        profile_sections: args.sections.map(|sections| sections.into_iter().collect()),
        profile_fields: (!args.own_field.is_empty()).then_some(args.own_field),
    };
    let outcome = session.give_as_admin(Command::UpdateBank(patch))?;
    tell(session, &outcome, "The bank is changed.")
}

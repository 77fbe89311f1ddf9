//! What may stand on the command line.

use std::path::PathBuf;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use clap::{Args, Parser, Subcommand};
use partnerkit::error::Audience;
use partnerkit::id::{CommandId, PersonId};
use partnerkit::language::Language;
use partnerkit::people::person_id;

use crate::values::one_of;
use crate::verbs::bank::BankVerb;
use crate::verbs::categories::CategoryVerb;
use crate::verbs::distribute::DistributionVerb;
use crate::verbs::explain::ExplainArgs;
use crate::verbs::export::ExportArgs;
use crate::verbs::groups::GroupVerb;
use crate::verbs::import::ImportArgs;
use crate::verbs::items::ItemVerb;
use crate::verbs::lifecycle::LifecycleVerb;
use crate::verbs::outbox::OutboxVerb;
use crate::verbs::partners::{AddArgs, EditArgs, ListArgs, ShowArgs};
use crate::verbs::people::{AcceptArgs, PersonVerb, ProxyArgs};
use crate::verbs::profile::ProfileVerb;
use crate::verbs::records::{HistoryArgs, MessageArgs};
use crate::verbs::reminders::{RecertificationVerb, ReminderVerb};
use crate::verbs::request::RequestVerb;
use crate::verbs::sync::SyncArgs;
use crate::verbs::texts::TextVerb;

/// The rules between an essentials bank and its partner agencies, kept in one SQLite file.
///
/// Partners, groups, categories and items are named by name or id, partners also by email address.
/// Exit codes: 0 done, 1 refused (the reasons on standard error), 2 misuse.
#[derive(Parser)]
#[command(name = "partnerkit", version, propagate_version = true)]
pub struct Cli {
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    pub verb: Verb,
}

/// What every verb takes.
#[derive(Args, Clone)]
#[command(next_help_heading = "For every verb")]
pub struct Globals {
    /// The file everything is kept in, or `postgres://…` for a server's database [default: partnerkit.db]
    #[arg(long, global = true, value_name = "FILE-OR-URL")]
    pub db: Option<PathBuf>,
    /// The bank; needed only where there are several
    #[arg(long, global = true, value_name = "NAME-OR-ID")]
    pub bank: Option<String>,
    /// In which role: admin, staff or partner:NAME [default: what the verb needs of the bank's people]
    #[arg(long = "as", global = true, value_name = "ROLE")]
    pub role: Option<Role>,
    /// Which person acts, by address or id [default: an id that belongs to your login name]
    #[arg(long, global = true, value_name = "ADDRESS-OR-ID", value_parser = who)]
    pub person: Option<PersonId>,
    /// The time, as in 2026-11-22T09:00:00Z [default: now]
    #[arg(long, global = true, value_name = "TIME")]
    pub at: Option<DateTime<Utc>>,
    /// The id of the command; sent again, it gets the first answer again [default: drawn at random]
    #[arg(long, global = true, value_name = "ID")]
    pub id: Option<CommandId>,
    /// Answer in JSON: {"ok": …} or {"error": …}
    #[arg(long, global = true)]
    pub json: bool,
    /// The language of reasons: en, es or fr
    #[arg(long, global = true, default_value = "en", value_parser = one_of::<Language>(Language::ALL.map(Language::tag)))]
    pub language: Language,
    /// Only say what would happen
    #[arg(long, global = true)]
    pub preview: bool,
}

impl Globals {
    /// Who reads the sentences.
    pub fn reader(&self) -> Reader {
        let audience = match self.role {
            Some(Role::Partner(_)) => Audience::Partner,
            _ => Audience::Staff,
        };
        Reader { language: self.language, audience }
    }
}

/// Who reads sentences, and in which language.
#[derive(Clone, Copy)]
pub struct Reader {
    pub language: Language,
    pub audience: Audience,
}

impl From<Audience> for Reader {
    /// In English.
    fn from(audience: Audience) -> Self {
        Self { language: Language::English, audience }
    }
}

/// A person by address or id.
fn who(text: &str) -> Result<PersonId, String> {
    if text.contains('@') {
        return Ok(person_id(text));
    }
    text.parse().map_err(|_| "expected an email address or an id".to_owned())
}

/// A role to act in.
#[derive(Clone)]
pub enum Role {
    /// An admin of the bank.
    Admin,
    /// The bank's staff.
    Staff,
    /// A user of the partner that is named so.
    Partner(String),
}

impl FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match (text, text.split_once(':')) {
            ("admin", _) => Ok(Self::Admin),
            ("staff", _) => Ok(Self::Staff),
            (_, Some(("partner", name))) if !name.is_empty() => Ok(Self::Partner(name.to_owned())),
            _ => Err("expected `admin`, `staff` or `partner:NAME`".to_owned()),
        }
    }
}

/// What to do.
#[derive(Subcommand)]
pub enum Verb {
    /// Make a bank, look at it, change its settings
    #[command(subcommand)]
    Bank(BankVerb),
    /// Import all partners of a bank from CSV, which a bank can do once
    Import(ImportArgs),
    /// Print a CSV file to start an import from
    Template,

    /// List partners, counts per status first
    Partners(ListArgs),
    /// Show one partner
    Partner(ShowArgs),
    /// Show what is to be done next
    Dashboard,
    /// Write partners as CSV, to be read or to be imported elsewhere
    Export(ExportArgs),
    /// Add a partner
    Add(AddArgs),
    /// Change what the bank says about a partner
    Edit(EditArgs),
    /// What a partner says about itself, and the form for it
    #[command(subcommand)]
    Profile(ProfileVerb),
    #[command(flatten)]
    Lifecycle(LifecycleVerb),
    /// Say why a partner can or cannot do something, and what would change that
    Explain(ExplainArgs),
    /// List the lifecycle commands that may be given for a partner now
    Allowed {
        /// Its name, email address or id
        partner: String,
    },

    /// List the bank's own people, or the users of a partner
    People {
        /// The partner's name, email address or id
        partner: Option<String>,
    },
    /// Invite people, change their roles, let them go
    #[command(subcommand)]
    Person(PersonVerb),
    /// Accept an invitation
    Accept(AcceptArgs),
    /// List all roles of a person, in any bank of the file
    Roles {
        /// The person's address
        email: String,
    },
    /// Begin to act in a role (say which with --as)
    SignIn,
    /// Add a partner for the bank's own direct distribution
    Proxy(ProxyArgs),

    /// Groups of partners, the categories they may request, and caps
    #[command(subcommand)]
    Groups(GroupVerb),
    /// Categories of items
    #[command(subcommand)]
    Categories(CategoryVerb),
    /// Items, and the exceptions partners have from what their group may request
    #[command(subcommand)]
    Items(ItemVerb),
    /// For each item, whether a partner may request it and by which rule
    Permitted {
        /// Its name, email address or id
        partner: String,
    },

    /// Requests of partners
    #[command(subcommand)]
    Request(RequestVerb),
    /// Distributions to partners
    #[command(subcommand)]
    Distribute(DistributionVerb),

    /// Do the daily job, of all banks of the file or of the one named: send reminders that are due, require recertification
    RunDue,
    /// Reminders by date
    #[command(subcommand)]
    Reminders(ReminderVerb),
    /// Recertification by date
    #[command(subcommand)]
    Recertification(RecertificationVerb),

    /// What has happened, oldest first
    History(HistoryArgs),
    /// What people were told, oldest first
    Messages(MessageArgs),
    /// What messages say: the bank's own texts
    #[command(subcommand)]
    Texts(TextVerb),
    /// Deliver messages: claim some, then say how it went
    #[command(subcommand)]
    Outbox(OutboxVerb),

    /// Hand over commands that were recorded without the bank, and hear what became of each
    Sync(SyncArgs),
    /// Serve wire messages: one a line on standard input, answers one a line on standard output
    Run,
    /// Print the JSON Schema of the wire format
    Schema,
    /// Play a whole story through in a fresh file, or with --db in a file that is not there yet
    Demo,
}

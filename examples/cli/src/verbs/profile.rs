//! `profile`.

use clap::{Args, Subcommand};
use partnerkit::command::Command;
use partnerkit::id::PartnerId;
use partnerkit::language::Language;
use partnerkit::profile::ProfilePatch;
use partnerkit::profile::form::{Form, FormField};
use partnerkit::question::{Question, Reply};
use serde_json::Value;

use super::tell;
use crate::failure::{Failure, bug};
use crate::paper::{Cell, Ink};
use crate::resolve;
use crate::session::Session;
use crate::values::{FieldArg, one_of};
use crate::words;

/// What to do with a profile.
#[derive(Subcommand)]
pub enum ProfileVerb {
    /// Show what a partner says about itself
    Show {
        /// Its name, email address or id
        partner: String,
    },
    /// Change what a partner says about itself
    Set(SetArgs),
    /// Show the form: sections and fields the bank asks for
    Schema {
        /// In this language
        #[arg(long, default_value = "en", value_parser = one_of::<Language>(Language::ALL.map(Language::tag)))]
        language: Language,
    },
    /// Show how much is filled in
    Completeness {
        /// Its name, email address or id
        partner: String,
    },
}

/// What to change.
#[derive(Args)]
pub struct SetArgs {
    /// Its name, email address or id
    partner: String,
    /// A field and its value, as in city=Seattle; lists and documents as JSON
    #[arg(long, value_name = "FIELD=VALUE")]
    set: Vec<FieldArg>,
    /// Leave this field empty
    #[arg(long, value_name = "FIELD")]
    clear: Vec<String>,
}

/// Does it.
pub fn run(session: &Session, verb: ProfileVerb) -> Result<(), Failure> {
    match verb {
        ProfileVerb::Show { partner } => show(session, resolve::partner(session, &partner)?),
        ProfileVerb::Set(args) => set(session, args),
        ProfileVerb::Schema { language } => schema(session, language),
        ProfileVerb::Completeness { partner } => completeness(session, resolve::partner(session, &partner)?),
    }
}

fn show(session: &Session, partner: PartnerId) -> Result<(), Failure> {
    let reply = session.ask(Question::Partner { partner })?;
    let Reply::Partner(row) = &reply else { return Err(bug("another answer than a partner")) };
    session.answer(&row.profile, |paper| {
        paper.line(Ink::Strong, &row.details.name);
        for (key, value) in row.profile.iter() {
            paper.pair(&words::plain(key), words::value(value));
        }
        Ok(())
    })
}

fn set(session: &Session, args: SetArgs) -> Result<(), Failure> {
    let partner = resolve::partner(session, &args.partner)?;
    let form = form(session, Language::English)?;
    let fields: Vec<&FormField> = form.sections.iter().flat_map(|section| &section.fields).collect();
    let mut patch = ProfilePatch::default();
    for field in args.clear {
        patch = patch.clear(field.replace('-', "_"));
    }
    for FieldArg { field, text } in args.set {
        let kind = fields.iter().find(|known| known.key == field).map(|known| known.kind.as_str());
        patch = patch.set(field, value(kind.unwrap_or_default(), text));
    }
    let done = format!("The profile of `{}` is changed.", session.partner_name(partner)?);
    let outcome = session.give(Command::UpdateProfile { partner, patch })?;
    tell(session, &outcome, &done)
}

/// What was typed, as the field takes it: what is no JSON where JSON is wanted is refused by the library, in its words.
fn value(kind: &str, text: String) -> Value {
    match (kind, text.as_str()) {
        ("yes_no", "yes") => true.into(),
        ("yes_no", "no") => false.into(),
        ("yes_no" | "year" | "number" | "emails" | "document" | "documents" | "areas", _) => {
            serde_json::from_str(&text).unwrap_or(Value::String(text))
        }
        _ => text.into(),
    }
}

fn form(session: &Session, language: Language) -> Result<Form, Failure> {
    match session.ask(Question::ProfileSchema { language })? {
        Reply::ProfileSchema(form) => Ok(form),
        _ => Err(bug("another answer than a form")),
    }
}

fn schema(session: &Session, language: Language) -> Result<(), Failure> {
    let form = form(session, language)?;
    session.answer(&form, |paper| {
        for section in &form.sections {
            paper.line(Ink::Strong, &section.label);
            let row = |field: &FormField| -> Vec<Cell> {
                let help = field.help.clone().unwrap_or_default();
                vec![
                    (&field.key).into(),
                    words::plain(&field.kind).into(),
                    (&field.label).into(),
                    help.into(),
                ]
            };
            paper.table(&["field", "type", "label", "help"], section.fields.iter().map(row).collect());
        }
        Ok(())
    })
}

fn completeness(session: &Session, partner: PartnerId) -> Result<(), Failure> {
    let reply = session.ask(Question::ProfileCompleteness { partner })?;
    let Reply::ProfileCompleteness(counted) = &reply else { return Err(bug("another answer than counts")) };
    session.answer(&reply, |paper| {
        paper.line(Ink::Strong, &format!("{} of {} filled in", counted.filled, counted.asked));
        for section in &counted.sections {
            let key = words::plain(section.section.key());
            paper.pair(&key, format!("{} of {}", section.filled, section.asked));
        }
        Ok(())
    })
}

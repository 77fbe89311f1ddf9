//! `texts`: a bank's own texts of messages.

use clap::{Args, Subcommand};
use partnerkit::command::Command;
use partnerkit::language::Language;
use partnerkit::message::{Given, MessageKind, OwnText};
use partnerkit::question::{Question, Reply, TextsOfKind};

use super::tell;
use crate::failure::{Failure, bug};
use crate::paper::{Ink, Paper};
use crate::resolve;
use crate::session::Session;
use crate::values::one_of;
use crate::words;

/// What to do with the texts.
#[derive(Subcommand)]
pub enum TextVerb {
    /// Show what may stand in braces in each kind of message, and the bank's own texts
    List,
    /// Say a kind of message in the bank's own words (needs an admin)
    Set {
        #[command(flatten)]
        which: Which,
        /// The subject
        #[arg(long)]
        subject: String,
        /// The text, with {placeholders}; paragraphs stand apart by an empty line
        #[arg(long)]
        text: String,
    },
    /// Take the bank's own words back, so that the usual ones are said again (needs an admin)
    Remove(Which),
    /// Show what a message would say
    Preview {
        #[command(flatten)]
        which: Which,
        /// A subject to try
        #[arg(long, requires = "text")]
        subject: Option<String>,
        /// A text to try; without one, what is said now
        #[arg(long, requires = "subject")]
        text: Option<String>,
        /// To this partner: its name, email address or id [default: a made-up one]
        #[arg(long)]
        partner: Option<String>,
    },
}

/// Which text.
#[derive(Args)]
pub struct Which {
    /// The kind of message
    #[arg(value_parser = one_of::<MessageKind>(MessageKind::ALL.map(MessageKind::slug)))]
    kind: MessageKind,
    /// The language of the text
    #[arg(id = "in", long = "in", default_value = "en", value_name = "LANGUAGE", value_parser = one_of::<Language>(Language::ALL.map(Language::tag)))]
    language: Language,
}

/// Does it.
pub fn run(session: &Session, verb: TextVerb) -> Result<(), Failure> {
    match verb {
        TextVerb::List => list(session),
        TextVerb::Set { which, subject, text } => {
            set(session, which, Some(OwnText { subject, text }), "The text is set.")
        }
        TextVerb::Remove(which) => set(session, which, None, "The usual words are said again."),
        TextVerb::Preview { which: Which { kind, language }, subject, text, partner } => {
            let partner = partner.map(|partner| resolve::partner(session, &partner)).transpose()?;
            let text = subject.zip(text).map(|(subject, text)| OwnText { subject, text });
            let reply = session.ask(Question::PreviewMessageText { kind, language, text, partner })?;
            let Reply::MessageText(said) = &reply else { return Err(bug("another answer than a text")) };
            session.answer(&reply, |paper| {
                paper.line(Ink::Strong, &said.subject);
                paper.block(&said.text);
                Ok(())
            })
        }
    }
}

fn set(session: &Session, which: Which, text: Option<OwnText>, done: &str) -> Result<(), Failure> {
    let Which { kind, language } = which;
    let outcome = session.give_as_admin(Command::SetMessageText { kind, language, text })?;
    tell(session, &outcome, done)
}

fn list(session: &Session) -> Result<(), Failure> {
    let reply = session.ask(Question::MessageTexts)?;
    let Reply::MessageTexts(kinds) = &reply else { return Err(bug("another answer than texts")) };
    session.answer(&reply, |paper| {
        kinds.iter().for_each(|kind| write(paper, kind));
        Ok(())
    })
}

fn write(paper: &mut Paper, of: &TextsOfKind) {
    paper.line(Ink::Strong, of.kind.slug());
    let named = |given: Given| {
        let names = of.placeholders.iter().filter(|each| each.given == given);
        names.map(|each| format!("{{{}}}", each.name)).collect::<Vec<_>>().join(" ")
    };
    for (what, given) in
        [("must have", Given::Required), ("always", Given::Always), ("at times", Given::Sometimes)]
    {
        let names = named(given);
        if !names.is_empty() {
            paper.pair(what, names);
        }
    }
    for (language, own) in &of.own {
        paper.pair(&words::plain(language.tag()), &own.subject);
        paper.block(&own.text);
    }
    paper.gap();
}

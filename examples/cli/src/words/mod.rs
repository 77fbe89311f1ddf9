//! Answers of the library in words.

mod commands;
mod events;
mod files;

use partnerkit::actor::Actor;
use partnerkit::capability::Answer;
use partnerkit::error::{Audience, Error, Reason};
use partnerkit::explain::{Explanation, Who};
use partnerkit::id::PersonId;
use partnerkit::outbox::Noted;
use partnerkit::receipt::Receipt;
use partnerkit::status::Status;
use serde_json::Value;

pub use self::commands::command;
pub use self::events::{event, reminded};
pub use self::files::{receipt, report};
use crate::failure::Failure;
use crate::paper::{Cell, Ink, Paper};
use crate::session::Session;

/// The most rows of a table that could go on for pages.
pub const MOST_ROWS: usize = 50;

/// A wire word as people write it.
pub fn plain(slug: &str) -> String {
    slug.replace('_', " ")
}

/// "1 partner", "2 partners".
pub fn count(number: impl Into<u64>, what: &str) -> String {
    let number = number.into();
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// What became of word about a delivery.
pub const fn noted(noted: Noted) -> &'static str {
    match noted {
        Noted::Done => "Noted.",
        Noted::Late => "Noted as sent; meanwhile somebody else was handed the message, too.",
        Noted::SentBefore => "Nothing changed: it was sent already, in another attempt.",
        Noted::NoLease => "Nothing changed: that attempt has no lease, or lost it to a later one.",
        Noted::NotFound => "There is no such message.",
    }
}

/// Yes or no.
pub const fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// A status, in its colour.
pub fn status(status: Status) -> Cell {
    let ink = match status {
        Status::Uninvited => Ink::Plain,
        Status::Invited | Status::AwaitingReview | Status::RecertificationRequired => Ink::Warn,
        Status::Approved => Ink::Good,
        Status::Deactivated => Ink::Dim,
    };
    Cell::new(ink, plain(status.slug()))
}

/// A value of a setting, as people write it.
pub fn value(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(value) => yes_no(*value).to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(self::value).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let said = fields.iter().map(|(name, value)| format!("{} {}", plain(name), self::value(value)));
            said.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// A reason in a sentence, with the line it is about.
pub fn reason(reason: &Reason, audience: Audience) -> String {
    let sentence = reason.sentence(audience);
    match reason.line {
        Some(line) => format!("Line {}: {sentence}", u64::from(line).saturating_add(1)),
        None => sentence,
    }
}

/// A refusal: every reason, what a driver said, and the receipt of the import that was there first.
pub fn refusal(paper: &mut Paper, error: &Error, audience: Audience) {
    for reason in error.reasons() {
        paper.line(Ink::Bad, &self::reason(reason, audience));
    }
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause {
        paper.line(Ink::Dim, &format!("  because: {deeper}"));
        cause = deeper.source();
    }
    let first = error.params().get("receipt").cloned();
    if let Some(Ok(first)) = first.map(serde_json::from_value::<Receipt>) {
        receipt(paper, &first);
    }
}

/// Who acted.
pub fn actor(actor: &Actor) -> String {
    match actor {
        Actor::BankAdmin { person, .. } => format!("admin {}", short(*person)),
        Actor::BankStaff { person, .. } => format!("staff {}", short(*person)),
        Actor::PartnerUser { person, .. } => format!("partner's user {}", short(*person)),
        Actor::Scheduler { .. } => "the daily sweep".to_owned(),
        Actor::Host => "the host".to_owned(),
    }
}

/// The beginning of a person's id: enough to tell people apart.
fn short(person: PersonId) -> String {
    person.to_string().chars().take(8).collect()
}

/// An explanation: the answer, the reasons, the steps.
pub fn explanation(
    paper: &mut Paper,
    session: &Session,
    explanation: &Explanation,
    audience: Audience,
) -> Result<(), Failure> {
    match explanation.answer {
        Answer::Yes => paper.line(Ink::Good, "Yes."),
        Answer::No => paper.line(Ink::Bad, "No."),
        Answer::ReadOnly => paper.line(Ink::Warn, "Only to look."),
    }
    for said in &explanation.reasons {
        paper.line(Ink::Plain, &format!("  {}", reason(&said.reason, audience)));
    }
    if explanation.already {
        paper.line(Ink::Dim, "What was asked for is so already.");
    }
    if explanation.never {
        paper.line(Ink::Dim, "No steps lead there.");
    }
    if let Some(action) = explanation.instead {
        paper.line(Ink::Strong, &format!("Instead: {}", plain(action.slug())));
    }
    if !explanation.steps.is_empty() {
        paper.line(Ink::Strong, "What would lift it:");
    }
    for (step, number) in explanation.steps.iter().zip(1_u64..) {
        let who = match step.who {
            Who::Bank => "the bank",
            Who::Admin => "an admin of the bank",
            Who::PartnerOrBank => "the partner, or the bank for it",
        };
        paper.line(Ink::Plain, &format!("  {number}. {} ({who})", command(session, &step.command)?));
    }
    Ok(())
}

//! `run-due`, `reminders` and `recertification`: what happens by date.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use partnerkit::actor::Actor;
use partnerkit::capability::Answer;
use partnerkit::command::{Command, DuePart};
use partnerkit::decide::DueDone;
use partnerkit::patch::Change;
use partnerkit::question::{Question, Reply};
use partnerkit::reminder::{Occurrence, ReminderKind};
use partnerkit::schedule::Schedule;
use partnerkit::wire::{DueInBank, WireError};

use super::tell;
use crate::failure::{Failure, bug};
use crate::paper::{Ink, Paper};
use crate::resolve;
use crate::session::{Outcome, Session};
use crate::values::{OnArg, one_of};
use crate::words;

/// When partners are reminded of which deadline.
#[derive(Args)]
pub struct ScheduleArgs {
    /// The day of reminders: 10, last, 2-tuesday (the second one) or last-friday
    #[arg(long, value_name = "DAY", requires = "deadline")]
    remind_on: Option<OnArg>,
    /// The day of the month that is the deadline they name, 1 to 28
    #[arg(long, value_name = "DAY", requires = "remind_on")]
    deadline: Option<u32>,
    /// Only every so many months
    #[arg(long, value_name = "MONTHS", requires = "remind_on")]
    every: Option<u32>,
    /// A day of the month that months are counted from
    #[arg(long, value_name = "DATE", requires = "remind_on")]
    counted_from: Option<NaiveDate>,
}

impl ScheduleArgs {
    /// The schedule, if one is given.
    pub fn schedule(&self) -> Option<Schedule> {
        let on = self.remind_on.as_ref()?.0;
        let (every_months, from) = (self.every.unwrap_or(1), self.counted_from);
        Some(Schedule { every_months, from, on, deadline_day: self.deadline.unwrap_or_default() })
    }

    /// The change to a setting.
    pub fn change(&self, clear: bool) -> Change<Schedule> {
        match self.schedule() {
            Some(schedule) => Change::Set(schedule),
            None if clear => Change::Clear,
            None => Change::Keep,
        }
    }
}

/// What to do with reminders.
#[derive(Subcommand)]
pub enum ReminderVerb {
    /// List the next days of reminders: as set, or of a schedule that is only tried out
    Preview {
        /// Of this group
        #[arg(long, value_name = "NAME-OR-ID")]
        group: Option<String>,
        #[command(flatten)]
        schedule: ScheduleArgs,
        /// The first day [default: today]
        #[arg(long, value_name = "DATE")]
        from: Option<NaiveDate>,
        /// How many
        #[arg(long, default_value_t = 12)]
        limit: usize,
    },
    /// Say why a partner gets, got, or did not get a reminder on a day
    Explain {
        /// Its name, email address or id
        partner: String,
        /// Which reminder
        #[arg(value_parser = one_of::<ReminderKind>(ReminderKind::ALL.map(ReminderKind::slug)))]
        kind: ReminderKind,
        /// The day, as in 2026-11-22 [default: today]
        on: Option<NaiveDate>,
    },
}

/// What to do with recertification by date.
#[derive(Subcommand)]
pub enum RecertificationVerb {
    /// List the partners whose recertification is due on a day or before
    Due {
        /// The day, as in 2026-11-22 [default: today]
        #[arg(long, value_name = "DATE")]
        on: Option<NaiveDate>,
        /// Only those after this partner
        #[arg(long, value_name = "PARTNER")]
        after: Option<String>,
        /// How many
        #[arg(long, default_value_t = 100)]
        limit: usize,
    },
}

/// Does the daily job: of the bank that was named, or of all banks of the file.
pub fn run_due(session: &Session) -> Result<(), Failure> {
    if session.globals.preview {
        return preview_due(session);
    }
    let mut failed = None;
    let mut all = Vec::new();
    let outcomes = match &session.globals.bank {
        Some(_) => {
            let bank = session.bank()?.id;
            vec![(bank, session.system.run_due_bank(bank, session.now()))]
        }
        None => {
            let due = session.system.run_due(session.now())?;
            due.into_iter().map(|due| (due.bank, due.outcome)).collect()
        }
    };
    for (bank, outcome) in outcomes {
        match outcome {
            Ok(done) => all.push(DueInBank { bank, done: Some(done), error: None }),
            Err(error) => {
                let said = WireError::new(&error, session.globals.audience());
                all.push(DueInBank { bank, done: None, error: Some(said) });
                failed = failed.or(Some(error));
            }
        }
    }
    let banks = session.system.banks()?;
    session.answer(&all, |paper| {
        for due in &all {
            let name = banks.iter().find(|bank| bank.id == due.bank).map_or("", |bank| &bank.name);
            match (&due.done, &due.error) {
                (Some(done), _) => paper.line(Ink::Good, &format!("{name}: {}", sum(done))),
                (None, error) => {
                    let why = error.as_ref().map_or("", |error| &error.message);
                    paper.line(Ink::Bad, &format!("{name}: {why}"));
                }
            }
        }
        Ok(())
    })?;
    failed.map_or(Ok(()), |error| Err(error.into()))
}

/// Shows what each batch would do.
fn preview_due(session: &Session) -> Result<(), Failure> {
    let actor = Actor::Scheduler { bank: session.bank()?.id };
    let mut next = Some(DuePart::FIRST);
    while let Some(part) = next {
        let outcome = session.give_as(actor, Command::SendDue { part })?;
        let Outcome::Preview(preview, _) = &outcome else { return Err(bug("a preview that was done")) };
        next = preview.done.due.and_then(|due| due.next);
        if !preview.events.is_empty() {
            tell(session, &outcome, "")?;
        }
    }
    Ok(())
}

fn sum(done: &DueDone) -> String {
    let recertifications = words::count(done.required, "recertification");
    format!("{} sent, {recertifications} required.", words::count(done.reminded, "reminder"))
}

/// Does it.
pub fn run(session: &Session, verb: ReminderVerb) -> Result<(), Failure> {
    match verb {
        ReminderVerb::Preview { group, schedule, from, limit } => {
            let group = group.map(|group| resolve::group(session, &group)).transpose()?;
            let schedule = schedule.schedule();
            let reply = session.ask(Question::NextReminders { schedule, group, from, limit })?;
            let Reply::NextReminders(days) = &reply else { return Err(bug("another answer than days")) };
            session.answer(&reply, |paper| {
                let row = |day: &partnerkit::question::NextReminder| {
                    vec![
                        day.day.to_string().into(),
                        day.deadline.to_string().into(),
                        day.from.to_string().into(),
                    ]
                };
                paper.table(&["reminder", "of the deadline", "begins"], days.iter().map(row).collect());
                Ok(())
            })
        }
        ReminderVerb::Explain { partner, kind, on } => explain(session, &partner, kind, on),
    }
}

fn explain(
    session: &Session,
    partner: &str,
    kind: ReminderKind,
    on: Option<NaiveDate>,
) -> Result<(), Failure> {
    let on = on.map_or_else(|| today(session), Ok)?;
    let partner = resolve::partner(session, partner)?;
    let reply = session.ask(Question::ExplainMessage { partner, kind, on })?;
    let Reply::MessageExplanation(why) = &reply else { return Err(bug("another answer than why")) };
    session.answer(&reply, |paper| {
        match why.answer {
            Answer::Yes => paper.line(Ink::Good, "Yes."),
            Answer::No | Answer::ReadOnly => paper.line(Ink::Bad, "No."),
        }
        for sent in &why.sent {
            paper.line(Ink::Plain, &format!("  {} at {}", words::reminded(&sent.of), sent.sent_at));
        }
        let still = |of: &Occurrence| format!("  still to be {}", words::reminded(of));
        why.due.iter().for_each(|of| paper.line(Ink::Plain, &still(of)));
        for said in &why.reasons {
            paper.line(Ink::Plain, &format!("  {}", words::reason(&said.reason, session.globals.audience())));
        }
        if let Some(next) = why.next {
            paper.line(Ink::Dim, &format!("The next one is on {next}."));
        }
        Ok(())
    })
}

/// Lists who is due.
pub fn recertification(session: &Session, verb: RecertificationVerb) -> Result<(), Failure> {
    let RecertificationVerb::Due { on, after, limit } = verb;
    let on = on.map_or_else(|| today(session), Ok)?;
    let after = after.map(|partner| resolve::partner(session, &partner)).transpose()?;
    let reply = session.ask(Question::DuePartners { on, after, limit })?;
    let Reply::DuePartners(due) = &reply else { return Err(bug("another answer than partners")) };
    session.answer(&reply, |paper: &mut Paper| {
        let mut rows = Vec::new();
        for row in due {
            let name = session.partner_name(row.partner)?;
            rows.push(vec![name.into(), row.due.to_string().into(), row.required_on.to_string().into()]);
        }
        paper.table(&["partner", "due", "required on"], rows);
        Ok(())
    })
}

fn today(session: &Session) -> Result<NaiveDate, Failure> {
    Ok(session.bank()?.day(session.now()))
}

//! Where the demo plays: a clock of its own, who takes part, and how it is told.

use chrono::{DateTime, TimeDelta, Utc};
use partnerkit::actor::Actor;
use partnerkit::command::{Command, Order};
use partnerkit::decide::Done;
use partnerkit::error::Error;
use partnerkit::id::{CommandId, PartnerId, PersonId};
use partnerkit::language::Language;
use partnerkit::question::{Inquiry, Question, Reply};
use partnerkit::transition::Action;
use uuid::Uuid;

use crate::failure::{Failure, bug};
use crate::paper::{Ink, Paper};
use crate::resolve;
use crate::session::Session;
use crate::words;

/// 2 November 2026, 09:00 UTC.
const BEGIN: DateTime<Utc> = match DateTime::from_timestamp(1_793_610_000, 0) {
    Some(begin) => begin,
    None => DateTime::UNIX_EPOCH,
};

/// Where the demo plays.
pub struct Stage {
    /// The file.
    pub session: Session,
    steps: u32,
    scenes: u32,
}

/// Who takes part.
#[derive(Clone, Copy)]
pub enum Who {
    /// The program that holds the file.
    Host,
    /// An admin of the bank.
    Admin,
    /// The bank's staff.
    Staff,
    /// A user of a partner.
    User(PartnerId),
}

impl Stage {
    /// An empty stage.
    pub fn new(session: Session) -> Self {
        Self { session, steps: 0, scenes: 0 }
    }

    /// The heading of what comes next.
    pub fn scene(&mut self, words: &str) -> Result<(), Failure> {
        self.scenes = self.scenes.saturating_add(1);
        let number = self.scenes;
        self.show(|paper, _| {
            if number > 1 {
                paper.gap();
            }
            paper.line(Ink::Strong, &format!("{number}. {words}"));
            Ok(())
        })
    }

    /// Writes something.
    pub fn show(
        &self,
        text: impl FnOnce(&mut Paper, &Session) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut paper = Paper::for_stdout();
        text(&mut paper, &self.session)?;
        Ok(paper.print()?)
    }

    /// Writes a line.
    pub fn say(&self, ink: Ink, words: &str) -> Result<(), Failure> {
        self.show(|paper, _| {
            paper.line(ink, words);
            Ok(())
        })
    }

    /// The next command's id and time: always the same, ten minutes after the last one.
    pub fn next(&mut self) -> (CommandId, DateTime<Utc>) {
        self.steps = self.steps.saturating_add(1);
        let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("partnerkit:demo:{}", self.steps).as_bytes());
        (CommandId(id), self.now())
    }

    fn now(&self) -> DateTime<Utc> {
        let passed = TimeDelta::minutes(i64::from(self.steps).saturating_mul(10));
        BEGIN.checked_add_signed(passed).unwrap_or(BEGIN)
    }

    /// The day in the bank's time zone.
    pub fn today(&self) -> Result<chrono::NaiveDate, Failure> {
        Ok(self.session.bank()?.day(self.now()))
    }

    /// Somebody acting.
    pub fn actor(&self, who: Who) -> Result<Actor, Failure> {
        let person = |name: &str| {
            PersonId(Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("partnerkit:demo:person:{name}").as_bytes()))
        };
        if matches!(who, Who::Host) {
            return Ok(Actor::Host);
        }
        let bank = self.session.bank()?.id;
        Ok(match who {
            Who::Host => Actor::Host,
            Who::Admin => Actor::BankAdmin { bank, person: person("admin") },
            Who::Staff => Actor::BankStaff { bank, person: person("staff") },
            Who::User(partner) => Actor::PartnerUser { bank, partner, person: person("user") },
        })
    }

    /// Gives a command.
    pub fn give(&mut self, who: Who, command: Command) -> Result<Done, Failure> {
        let (id, at) = self.next();
        let order = Order { id, at, actor: self.actor(who)?, command };
        Ok(self.session.system.execute(&order)?)
    }

    /// Gives a command that is going to be refused.
    pub fn give_in_vain(&mut self, who: Who, command: Command) -> Result<Error, Failure> {
        let (id, at) = self.next();
        let order = Order { id, at, actor: self.actor(who)?, command };
        match self.session.system.execute(&order) {
            Ok(_) => Err(bug("the demo expected a refusal")),
            Err(refusal) => Ok(refusal),
        }
    }

    /// Asks.
    pub fn ask(&self, who: Who, question: Question) -> Result<Reply, Failure> {
        Ok(self.session.system.ask(&Inquiry {
            at: self.now(),
            actor: self.actor(who)?,
            language: Language::English,
            question,
        })?)
    }

    /// A partner by its name.
    pub fn partner(&self, name: &str) -> Result<PartnerId, Failure> {
        resolve::partner(&self.session, name)
    }

    /// Moves a partner, and says who did and where it stands then.
    pub fn act(
        &mut self,
        who: Who,
        action: Action,
        partner: PartnerId,
        note: Option<&str>,
    ) -> Result<(), Failure> {
        self.give(who, Command::from_action(action, partner, note.map(str::to_owned)))?;
        let Reply::Partner(row) = self.ask(Who::Staff, Question::Partner { partner })? else {
            return Err(bug("another answer than a partner"));
        };
        let side = if matches!(who, Who::User(_)) { "the partner" } else { "the bank" };
        let note = note.map(|note| format!(" (\u{201c}{note}\u{201d})")).unwrap_or_default();
        let (action, status) = (words::plain(action.slug()), words::plain(row.status.slug()));
        self.say(Ink::Plain, &format!("  {side}: {action}{note} → {status}"))
    }
}

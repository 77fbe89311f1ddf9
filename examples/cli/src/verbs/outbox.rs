//! `outbox`: the way of messages to those who deliver them.

use std::time::Duration;

use chrono::TimeDelta;
use clap::{Args, Subcommand};
use partnerkit::error::{Code, Error, Reason};
use partnerkit::id::MessageId;
use partnerkit::outbox::{Attempt, Links, Noted, Outcome};
use partnerkit::wire::Delivered;

use super::outcome::recipients;
use crate::failure::Failure;
use crate::paper::{Ink, Paper};
use crate::session::{Session, random};
use crate::words;

/// What to do with the outbox.
#[derive(Subcommand)]
pub enum OutboxVerb {
    /// Hand out messages that wait, oldest first; nobody else gets them while the lease lasts
    Claim {
        /// How many at most
        #[arg(long, default_value_t = 10)]
        limit: usize,
        /// How long nobody else gets them
        #[arg(long, default_value_t = 300, value_name = "SECONDS")]
        lease: u64,
        /// The page that lets invited people in, with {token} where the token goes
        #[arg(long, default_value = "", hide_default_value = true, value_name = "LINK")]
        link: String,
    },
    /// Say that a message was sent
    Sent(AttemptArgs),
    /// Say that a message could not be sent, to have it handed out again
    Failed {
        #[command(flatten)]
        attempt: AttemptArgs,
        /// Why
        #[arg(long, value_name = "TEXT")]
        error: String,
        /// After how long to try again
        #[arg(long, default_value_t = 900, value_name = "SECONDS")]
        retry_in: u32,
    },
    /// Say that a message shall not be sent any more
    GiveUp {
        #[command(flatten)]
        attempt: AttemptArgs,
        /// Why
        #[arg(long, value_name = "TEXT")]
        error: String,
    },
}

/// An attempt to deliver.
#[derive(Args)]
pub struct AttemptArgs {
    /// The message's id
    message: MessageId,
    /// The number of the attempt, as `claim` gave it
    #[arg(long, value_name = "NUMBER")]
    attempt: u32,
}

/// Claims, or says how it went.
pub fn run(session: &Session, verb: OutboxVerb) -> Result<(), Failure> {
    match verb {
        OutboxVerb::Claim { limit, lease, link } => claim(session, limit, Duration::from_secs(lease), &link),
        OutboxVerb::Sent(attempt) => settle(session, &attempt, Attempt::Sent),
        OutboxVerb::GiveUp { attempt, error } => settle(session, &attempt, Attempt::GivenUp { error }),
        OutboxVerb::Failed { attempt, error, retry_in } => {
            let wait = TimeDelta::seconds(retry_in.into());
            let retry_at = session.now().checked_add_signed(wait).unwrap_or_else(|| session.now());
            settle(session, &attempt, Attempt::Failed { error, retry_at })
        }
    }
}

fn claim(session: &Session, limit: usize, lease: Duration, link: &str) -> Result<(), Failure> {
    let links = &mut Links { template: link, random: &mut random };
    let claimed = session.system.claim(session.bank()?.id, session.now(), lease, limit, links)?;
    let write = |paper: &mut Paper| {
        for message in &claimed {
            paper.line(Ink::Strong, &message.subject);
            paper.pair("id", message.id);
            paper.pair("attempt", message.delivery.attempts);
            paper.pair("to", recipients(message));
            paper.block(&message.text);
            paper.gap();
        }
        if claimed.is_empty() {
            paper.line(Ink::Dim, "Nothing waits for delivery.");
        }
        Ok(())
    };
    session.answer(&Delivered::Claimed(claimed.clone()), write)
}

fn settle(session: &Session, args: &AttemptArgs, result: Attempt) -> Result<(), Failure> {
    let outcome = Outcome { message: args.message, attempt: args.attempt, result };
    let noted = session.system.settle(session.bank()?.id, session.now(), &[outcome])?;
    if noted.contains(&Noted::NotFound) {
        return Err(Error::from(Reason::new(Code::NotFound).with("what", "message")).into());
    }
    session.answer(&Delivered::Settled(noted.clone()), |paper| {
        for noted in &noted {
            paper.line(if *noted == Noted::Done { Ink::Good } else { Ink::Warn }, words::noted(*noted));
        }
        Ok(())
    })
}

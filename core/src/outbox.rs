//! Delivering messages (rulebook, section 11): the host claims some under a lease, delivers them, and says how it went.
//!
//! A lease is named by the message and the number of the attempt: every claim is another attempt, so of two holders each
//! has a number of its own, and who speaks too late is told apart. Nobody else is handed a message while its lease lasts.
//! A lease that ran out and an attempt that failed lead to the next one, under the same id, so that a mail provider can
//! drop a repeat. A message that was sent is never handed out again, and neither is one that was given up.
//!
//! Messages are no part of a bank's history, and neither is their delivery: claims append no event and change no row.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::not_found;
use crate::error::{Code, Error, Reason};
use crate::flow::whole_micros;
use crate::id::{BankId, MessageId, PersonId};
use crate::message::Message;
use crate::order::gathered;
use crate::people::InvitationRef;
use crate::question::MAX_PAGE;
use crate::store::{Committed, Need, Store};
use crate::token::{Secret, Token, TokenDigest};

/// The most characters that are kept of an error.
pub const MAX_ERROR: usize = 500;

/// The shortest and the longest lease, in seconds.
pub const LEASE_SECONDS: std::ops::RangeInclusive<u64> = 1..=86_400;

/// How far the delivery of a message has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// Where it stands.
    pub state: DeliveryState,
    /// How often it was handed out. The number of the latest attempt, which names its lease.
    #[serde(default)]
    pub attempts: u32,
    /// When it is handed out next at the earliest: when the lease ends, or when a failed attempt is to be repeated. None: at
    /// once, or, once it is sent, never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<DateTime<Utc>>,
    /// When it was said to be sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<DateTime<Utc>>,
    /// What the latest attempt that failed failed with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// Where the delivery of a message stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// It has not been handed out yet.
    #[default]
    Waiting,
    /// Somebody has it; once the lease has run out, anybody may have it.
    Claimed,
    /// The latest attempt failed, and it waits for the next.
    Failed,
    /// It was sent.
    Sent,
    /// It is not sent any more: nobody would be helped.
    GivenUp,
}

impl DeliveryState {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Claimed, Self::Failed, Self::Sent, Self::GivenUp];

    /// The wire spelling.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Claimed => "claimed",
            Self::Failed => "failed",
            Self::Sent => "sent",
            Self::GivenUp => "given_up",
        }
    }

    /// Whether it is over: the message is never handed out again.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Sent | Self::GivenUp)
    }
}

/// How the links that let invited people in are made.
pub struct Links<'a> {
    /// The host's page, with `{token}` where the token goes; without that, the token goes at the end.
    pub template: &'a str,
    /// Draws 256 random bits from a generator fit for secrets.
    pub random: &'a mut dyn FnMut() -> Result<Secret, Error>,
}

impl Links<'_> {
    fn to(&self, token: &Token) -> String {
        const TOKEN: &str = "{token}";
        if self.template.contains(TOKEN) {
            self.template.replace(TOKEN, token.as_str())
        } else {
            format!("{}{}", self.template, token.as_str())
        }
    }
}

/// Some messages to be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The time.
    pub at: DateTime<Utc>,
    /// When the lease ends: at this instant somebody else may have the message.
    pub until: DateTime<Utc>,
    /// At most this many.
    pub limit: usize,
}

/// How an attempt went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The message.
    pub message: MessageId,
    /// The number of the attempt: [`Delivery::attempts`] of the message as it was handed out.
    pub attempt: u32,
    /// What came of it.
    pub result: Attempt,
}

/// What came of an attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Attempt {
    /// The message is on its way.
    Sent,
    /// It is not; hand it out again later.
    Failed {
        /// Why, in a few words. Of a longer text the first [`MAX_ERROR`] characters are kept, control characters as spaces.
        error: String,
        /// When to hand it out again at the earliest.
        retry_at: DateTime<Utc>,
    },
    /// It shall not be handed out any more: the address is dead for good, say. So are invitations that are void by the
    /// time they would be handed out.
    GivenUp {
        /// Why, in a few words, kept as an error is.
        error: String,
    },
}

/// What became of an [`Outcome`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Noted {
    /// It is noted, now or already when it was said before.
    Done,
    /// Sent by somebody whose lease had been given to another meanwhile. It is noted as sent, because it was; the
    /// other may send it, too, which is what the stable id is for.
    Late,
    /// Nothing changes: the message was sent already, in another attempt.
    SentBefore,
    /// Nothing changes: that attempt has lost its lease to a later one, or never was.
    NoLease,
    /// There is no such message.
    NotFound,
}

impl Outcome {
    /// That a message, as it was handed out, is sent.
    #[must_use]
    pub const fn sent(message: &Message) -> Self {
        Self { message: message.id, attempt: message.delivery.attempts, result: Attempt::Sent }
    }

    /// That a message, as it was handed out, could not be sent.
    #[must_use]
    pub fn failed(message: &Message, error: impl Into<String>, retry_at: DateTime<Utc>) -> Self {
        let result = Attempt::Failed { error: error.into(), retry_at };
        Self { message: message.id, attempt: message.delivery.attempts, result }
    }

    /// That a message, as it was handed out, shall not be sent any more.
    #[must_use]
    pub fn given_up(message: &Message, error: impl Into<String>) -> Self {
        let result = Attempt::GivenUp { error: error.into() };
        Self { message: message.id, attempt: message.delivery.attempts, result }
    }
}

impl Delivery {
    /// Whether the message may be handed out.
    #[must_use]
    pub fn is_due(&self, at: DateTime<Utc>) -> bool {
        !self.state.is_final() && self.not_before.is_none_or(|not_before| not_before <= at)
    }

    /// As it is once handed out until `until`.
    #[must_use]
    pub fn claimed(&self, until: DateTime<Utc>) -> Self {
        Self {
            state: DeliveryState::Claimed,
            attempts: self.attempts.saturating_add(1),
            not_before: Some(until),
            ..self.clone()
        }
    }

    /// As it is once an attempt went so, said at `at`, if that changes anything; and what is answered.
    #[must_use]
    pub fn settled(&self, attempt: u32, result: &Attempt, at: DateTime<Utc>) -> (Option<Self>, Noted) {
        let is_latest = attempt == self.attempts;
        if attempt == 0 || attempt > self.attempts {
            return (None, Noted::NoLease);
        }
        match (self.state, result) {
            (DeliveryState::Sent, Attempt::Sent) if is_latest => (None, Noted::Done),
            (DeliveryState::Sent, _) => (None, Noted::SentBefore),
            (_, Attempt::Sent) => {
                let sent =
                    Self { state: DeliveryState::Sent, not_before: None, sent_at: Some(at), ..self.clone() };
                (Some(sent), if is_latest { Noted::Done } else { Noted::Late })
            }
            (DeliveryState::Claimed, Attempt::Failed { error, retry_at }) if is_latest => {
                let failed = Self {
                    state: DeliveryState::Failed,
                    not_before: Some(*retry_at),
                    error: Some(one_line(error)),
                    ..self.clone()
                };
                (Some(failed), Noted::Done)
            }
            (DeliveryState::Claimed | DeliveryState::Failed, Attempt::GivenUp { error }) if is_latest => {
                let error = Some(one_line(error));
                let over = Self { state: DeliveryState::GivenUp, not_before: None, error, ..self.clone() };
                (Some(over), Noted::Done)
            }
            (DeliveryState::Failed, Attempt::Failed { .. })
            | (DeliveryState::GivenUp, Attempt::GivenUp { .. })
                if is_latest =>
            {
                (None, Noted::Done)
            }
            _ => (None, Noted::NoLease),
        }
    }
}

/// The beginning of what a mail system said, without control characters.
fn one_line(error: &str) -> String {
    error.chars().take(MAX_ERROR).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Hands out messages of a bank. See [`crate::system::System::claim`].
pub(crate) fn claim(
    store: &dyn Store,
    bank: BankId,
    at: DateTime<Utc>,
    lease: Duration,
    limit: usize,
    links: &mut Links<'_>,
) -> Result<Vec<Message>, Error> {
    let at = whole_micros(at);
    let until = TimeDelta::from_std(lease).ok().and_then(|lease| at.checked_add_signed(lease));
    let Some(until) = until.filter(|_| LEASE_SECONDS.contains(&lease.as_secs())) else {
        let reason =
            Reason::new(Code::NumberOutOfRange).with("field", "lease").with("value", lease.as_secs());
        let reason = reason.with("least", *LEASE_SECONDS.start()).with("most", *LEASE_SECONDS.end());
        return Err(reason.on("lease").into());
    };
    let limit = limit.min(MAX_PAGE);
    let mut handed_out = Vec::new();
    // What is given up leaves room for others. Ends, for what was claimed once is not due again.
    while handed_out.len() < limit {
        let claim = Claim { at, until: whole_micros(until), limit: limit.saturating_sub(handed_out.len()) };
        let messages = store.claim(bank, &claim)?;
        if messages.is_empty() {
            break;
        }
        let (good, void): (Vec<Message>, Vec<Message>) = still_good(store, bank, at, messages)?;
        if !void.is_empty() {
            let outcomes: Vec<Outcome> =
                void.iter().map(|message| Outcome::given_up(message, VOID)).collect();
            store.settle(bank, at, &outcomes)?;
        }
        for message in good {
            handed_out.push(link(store, bank, message, links)?);
        }
    }
    if handed_out.is_empty() {
        known(store, bank)?;
    }
    Ok(handed_out)
}

/// Why an invitation is given up.
const VOID: &str = "the invitation is void";

/// The messages that can go, and those that carry an invitation which can no longer be accepted: a newer one took its place,
/// it was taken back, or its days are over. A mail with a dead link helps nobody.
fn still_good(
    store: &dyn Store,
    bank: BankId,
    at: DateTime<Utc>,
    messages: Vec<Message>,
) -> Result<(Vec<Message>, Vec<Message>), Error> {
    let invited = messages.iter().filter_map(|message| message.invitation.as_ref());
    let people: BTreeSet<PersonId> = gathered(invited.map(|invitation| invitation.person));
    if people.is_empty() {
        return Ok((messages, Vec::new()));
    }
    let needs: Vec<Need> = people.into_iter().map(Need::Person).collect();
    let facts = store.load(bank, &needs)?;
    let is_open = |invitation: &InvitationRef| {
        let person = facts.people.get(&invitation.person);
        person
            .and_then(|person| person.invitation(invitation.role))
            .is_some_and(|open| open.id == invitation.invitation && at < open.expires_at)
    };
    Ok(messages.into_iter().partition(|message| message.invitation.as_ref().is_none_or(is_open)))
}

/// The message as it is handed out: with a link that lets the invited person in. Only the digest of its token is kept.
///
/// Should the invitation become void meanwhile, its token is refused when it comes back.
fn link(
    store: &dyn Store,
    bank: BankId,
    mut message: Message,
    links: &mut Links<'_>,
) -> Result<Message, Error> {
    let Some(invitation) = &message.invitation else { return Ok(message) };
    let secret = (links.random)()?;
    if store.keep_token(bank, TokenDigest::of(secret), invitation)? == Committed::Stale {
        return Err(Reason::bug("a message invites a person the bank does not know").into());
    }
    let link = links.to(&Token::new(bank, secret));
    message.fill_in(&link);
    Ok(message)
}

/// Notes how attempts went. See [`crate::system::System::settle`].
pub(crate) fn settle(
    store: &dyn Store,
    bank: BankId,
    at: DateTime<Utc>,
    outcomes: &[Outcome],
) -> Result<Vec<Noted>, Error> {
    known(store, bank)?;
    let whole = |outcome: &Outcome| match &outcome.result {
        Attempt::Failed { error, retry_at } => {
            let result = Attempt::Failed { error: error.clone(), retry_at: whole_micros(*retry_at) };
            Outcome { result, ..outcome.clone() }
        }
        Attempt::Sent | Attempt::GivenUp { .. } => outcome.clone(),
    };
    let outcomes: Vec<Outcome> = outcomes.iter().map(whole).collect();
    store.settle(bank, whole_micros(at), &outcomes)
}

/// Lets pass a bank that is there.
fn known(store: &dyn Store, bank: BankId) -> Result<(), Error> {
    store.load(bank, &[])?.bank.map(drop).ok_or_else(|| not_found("bank"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn failed(retry_at: i64) -> Attempt {
        Attempt::Failed { error: "full".to_owned(), retry_at: at(retry_at) }
    }

    #[test]
    fn a_lease_lasts_until_its_end_and_not_at_it() {
        let claimed = Delivery::default().claimed(at(60));
        assert!(Delivery::default().is_due(at(0)));
        assert!(!claimed.is_due(at(59)));
        assert!(claimed.is_due(at(60)));
    }

    #[test]
    fn the_holder_of_the_lease_has_the_say_and_what_was_sent_is_sent() {
        let first = Delivery::default().claimed(at(60));
        let second = first.claimed(at(120));
        // The later lease stands, whatever the former holder says, unless it has sent the message.
        assert_eq!(second.settled(1, &failed(90), at(70)), (None, Noted::NoLease));
        let (sent, noted) = second.settled(1, &Attempt::Sent, at(70));
        assert_eq!(noted, Noted::Late);
        let sent = sent.unwrap();
        assert!(!sent.is_due(at(1_000_000)));
        assert_eq!(sent.settled(2, &failed(90), at(80)), (None, Noted::SentBefore));
        assert_eq!(sent.settled(2, &Attempt::Sent, at(80)), (None, Noted::Done));
        assert_eq!(sent.settled(1, &Attempt::Sent, at(80)), (None, Noted::SentBefore));
        // A lease that ran out and went to nobody else still counts.
        let (again, noted) = first.settled(1, &failed(300), at(200));
        let again = again.unwrap();
        assert_eq!((noted, again.state, again.attempts), (Noted::Done, DeliveryState::Failed, 1));
        assert!(!again.is_due(at(299)) && again.is_due(at(300)));
        assert_eq!(again.settled(1, &failed(999), at(201)), (None, Noted::Done), "said before");
        assert_eq!(again.settled(1, &Attempt::Sent, at(202)).1, Noted::Done, "sent after all");
    }

    #[test]
    fn what_was_given_up_is_over_unless_it_was_sent_after_all() {
        let gone = Attempt::GivenUp { error: "no such\nuser".to_owned() };
        let first = Delivery::default().claimed(at(60));
        let (over, noted) = first.settled(1, &gone, at(10));
        let over = over.unwrap();
        assert_eq!(
            (noted, over.state, over.error.as_deref()),
            (Noted::Done, DeliveryState::GivenUp, Some("no such user"))
        );
        assert!(!over.is_due(at(1_000_000)));
        assert_eq!(over.settled(1, &gone, at(11)), (None, Noted::Done), "said again");
        assert_eq!(over.settled(1, &failed(90), at(11)), (None, Noted::NoLease));
        assert_eq!(over.settled(1, &Attempt::Sent, at(12)).1, Noted::Done, "sent after all");
        // Only who has the lease may give up; a failed attempt may be the last.
        assert_eq!(first.claimed(at(120)).settled(1, &gone, at(70)), (None, Noted::NoLease));
        let later = first.settled(1, &failed(90), at(10)).0.unwrap();
        assert_eq!(later.settled(1, &gone, at(11)).1, Noted::Done);
        let sent = first.settled(1, &Attempt::Sent, at(10)).0.unwrap();
        assert_eq!(sent.settled(1, &gone, at(11)), (None, Noted::SentBefore));
    }

    #[test]
    fn an_attempt_that_never_was_changes_nothing() {
        for attempt in [0, 2, u32::MAX] {
            let claimed = Delivery::default().claimed(at(60));
            assert_eq!(claimed.settled(attempt, &Attempt::Sent, at(1)), (None, Noted::NoLease));
            assert_eq!(claimed.settled(attempt, &failed(9), at(1)), (None, Noted::NoLease));
        }
        assert_eq!(Delivery::default().settled(0, &Attempt::Sent, at(1)), (None, Noted::NoLease));
    }

    #[test]
    fn an_error_is_kept_short_and_on_one_line() {
        let error = format!("550 no\r\nsuch user {}", "é".repeat(1_000));
        let result = Attempt::Failed { error, retry_at: at(9) };
        let (failed, _) = Delivery::default().claimed(at(5)).settled(1, &result, at(1));
        let kept = failed.unwrap().error.unwrap();
        assert!(kept.starts_with("550 no  such user é"));
        assert_eq!(kept.chars().count(), MAX_ERROR);
    }
}

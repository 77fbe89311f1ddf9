//! Reminders by date: which the daily job sends, and why not (rulebook, sections 10, 11 and 14).
//!
//! There are three, each with one function that says whether it is due on a day and, if not, every reason. The daily job
//! ([`System::run_due`](crate::system::System::run_due)) and the explanations ask the same functions.
//!
//! What has gone out is kept as a row ([`Reminder`]) whose id is made from the partner, the kind and the occurrence. The
//! store's primary key on it makes each go out at most once, by however many jobs at once, and also when clocks are set
//! back.
//!
//! # What is caught up
//! A deadline reminder whose day was missed goes out until the deadline's day is over, if the partner was eligible on the
//! day itself. For that each row keeps since when it is as it is: the partner since when it has got emails without a break
//! ([`Partner::emails_since`]) and been in its group, the bank and the group since when they have had their schedule. The
//! reminder's day must not lie before any of them. So a partner that was switched off and on again after the day gets none;
//! told too little is better than told what it was not to hear. A partner that becomes eligible in the course of the
//! day itself counts as eligible on it.
//!
//! Of the reminders before a recertification only the latest whose day has come is sent, until recertification is required.
//! The day before a distribution is never caught up: a day later it would not be tomorrow.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::bank::{Bank, Version};
use crate::capability::Capability;
use crate::decide::status_reason;
use crate::distribution::{Distribution, DistributionState};
use crate::error::{Code, Reason};
use crate::id::{DistributionId, Ids, PartnerId, ReminderId};
use crate::item::Group;
use crate::partner::Partner;
use crate::recertification;
use crate::schedule::Schedule;

/// A reminder that went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reminder {
    /// Made from the partner and the occurrence.
    pub id: ReminderId,
    /// How often the row has been written; once.
    pub version: Version,
    /// Who was reminded.
    pub partner: PartnerId,
    /// Of what.
    pub of: Occurrence,
    /// When.
    pub sent_at: DateTime<Utc>,
}

/// What reminders there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReminderKind {
    /// The deadline for requests comes near.
    DeadlineReminder,
    /// Recertification comes due.
    RecertificationDue,
    /// A distribution is tomorrow.
    DistributionTomorrow,
}

/// One thing to be reminded of, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Occurrence {
    /// See [`ReminderKind::DeadlineReminder`].
    Deadline {
        /// The day of the reminder, which tells it from others.
        day: NaiveDate,
        /// The deadline it is about.
        deadline: NaiveDate,
    },
    /// See [`ReminderKind::RecertificationDue`].
    Recertification {
        /// The day it is due.
        due: NaiveDate,
        /// Which of the reminders before it: so many days before.
        days_before: u32,
        /// From when on it is required.
        required_on: NaiveDate,
    },
    /// See [`ReminderKind::DistributionTomorrow`].
    Tomorrow {
        /// The distribution.
        distribution: DistributionId,
        /// Its day.
        date: NaiveDate,
    },
}

impl ReminderKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::DeadlineReminder, Self::RecertificationDue, Self::DistributionTomorrow];

    /// The wire spelling, which is that of the message too.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::DeadlineReminder => "deadline_reminder",
            Self::RecertificationDue => "recertification_due",
            Self::DistributionTomorrow => "distribution_tomorrow",
        }
    }
}

impl Occurrence {
    /// What kind of reminder it is.
    #[must_use]
    pub const fn kind(&self) -> ReminderKind {
        match self {
            Self::Deadline { .. } => ReminderKind::DeadlineReminder,
            Self::Recertification { .. } => ReminderKind::RecertificationDue,
            Self::Tomorrow { .. } => ReminderKind::DistributionTomorrow,
        }
    }

    /// The day that tells it from others of its kind: of the reminder, on which recertification is due, of the distribution.
    #[must_use]
    pub const fn day(&self) -> NaiveDate {
        match self {
            Self::Deadline { day, .. } => *day,
            Self::Recertification { due, .. } => *due,
            Self::Tomorrow { date, .. } => *date,
        }
    }

    /// The day the reminder is meant to go out.
    #[must_use]
    pub fn on(&self) -> NaiveDate {
        let before = |day: NaiveDate, days: u32| day.checked_sub_days(Days::new(days.into())).unwrap_or(day);
        match self {
            Self::Deadline { day, .. } => *day,
            Self::Recertification { due, days_before, .. } => before(*due, *days_before),
            Self::Tomorrow { date, .. } => before(*date, 1),
        }
    }
}

impl Reminder {
    /// The row that says that `partner` was reminded `of` something at `sent_at`.
    #[must_use]
    pub fn new(partner: PartnerId, of: Occurrence, sent_at: DateTime<Utc>) -> Self {
        // What tells it from others; a deadline or a day of grace that is moved makes no second one.
        let told_apart = match of {
            Occurrence::Deadline { day, .. } => day.to_string(),
            Occurrence::Recertification { due, days_before, .. } => format!("{due} {days_before}"),
            Occurrence::Tomorrow { distribution, date } => format!("{distribution} {date}"),
        };
        let text = format!("{partner} {} {told_apart}", of.kind().slug());
        Self { id: Ids::from_text(&text), version: 1, partner, of, sent_at }
    }
}

/// The schedule that holds for a partner in `group`, and since when it has held for it: its group's if there is one, else
/// the bank's.
#[must_use]
pub fn schedule_for<'a>(
    bank: &'a Bank,
    group: Option<&'a Group>,
    partner: &Partner,
) -> Option<(&'a Schedule, Option<DateTime<Utc>>)> {
    let of_group = group.and_then(|group| group.reminders.as_ref());
    let since = [partner.group_since, group.and_then(|group| group.reminders_since)];
    let of_bank = of_group.is_none().then_some(bank.settings.reminders_since).flatten();
    let schedule = of_group.or(bank.settings.reminders.as_ref())?;
    Some((schedule, since.into_iter().flatten().chain(of_bank).max()))
}

/// What keeps a partner from getting deadline reminders at all: its status, its own flag, or that there is no schedule.
#[must_use]
pub fn deadline_obstacles(bank: &Bank, group: Option<&Group>, partner: &Partner) -> Vec<Reason> {
    let mut reasons = email_obstacles(partner, Capability::DeadlineReminders);
    if schedule_for(bank, group, partner).is_none() {
        reasons.push(Code::NoSchedule.into());
    }
    reasons
}

/// What keeps a partner from getting emails that need its flag.
pub(crate) fn email_obstacles(partner: &Partner, capability: Capability) -> Vec<Reason> {
    let off = (!partner.details.send_emails)
        .then(|| Reason::new(Code::EmailsOff).with("partner", partner.details.name.as_str()));
    status_reason(partner, capability).into_iter().chain(off).collect()
}

/// The deadline reminder that is due to a partner on `today`.
///
/// # Errors
/// Every reason why there is none.
pub fn deadline_reminder(
    bank: &Bank,
    group: Option<&Group>,
    partner: &Partner,
    today: NaiveDate,
) -> Result<Occurrence, Vec<Reason>> {
    let reasons = deadline_obstacles(bank, group, partner);
    let Some((schedule, since)) = schedule_for(bank, group, partner).filter(|_| reasons.is_empty()) else {
        return Err(reasons);
    };
    let reminder = schedule.due(today).ok_or_else(|| vec![none_on(today)])?;
    let since = since.max(partner.emails_since).map(|at| bank.day(at));
    if let Some(since) = since.filter(|since| *since > reminder.day) {
        let reason = Reason::new(Code::NotEligibleThen).with("partner", partner.details.name.as_str());
        return Err(vec![reason.with("day", reminder.day.to_string()).with("since", since.to_string())]);
    }
    Ok(Occurrence::Deadline { day: reminder.day, deadline: reminder.deadline })
}

/// The reminder of a coming recertification that is due to a partner on `today`: the latest whose day has come, until
/// recertification is required.
///
/// # Errors
/// Every reason why there is none.
pub fn recertification_reminder(
    bank: &Bank,
    partner: &Partner,
    today: NaiveDate,
) -> Result<Occurrence, Vec<Reason>> {
    let rungs = recertification_rungs(bank, partner)?;
    let is_required = |occurrence: &Occurrence| match occurrence {
        Occurrence::Recertification { required_on, .. } => today >= *required_on,
        _ => false,
    };
    let latest = rungs.into_iter().filter(|rung| rung.on() <= today).max_by_key(Occurrence::on);
    latest.filter(|rung| !is_required(rung)).ok_or_else(|| vec![none_on(today)])
}

/// All reminders before a partner's recertification, whenever they are.
///
/// # Errors
/// Every reason why there are none.
pub fn recertification_rungs(bank: &Bank, partner: &Partner) -> Result<Vec<Occurrence>, Vec<Reason>> {
    // Only who may make requests loses something.
    let mut reasons: Vec<Reason> = status_reason(partner, Capability::MakeRequests).into_iter().collect();
    let settings = bank.settings.recertification.as_ref();
    if settings.is_none() {
        reasons.push(Code::NoInterval.into());
    }
    let (Some(settings), Some(due), true) =
        (settings, recertification::due(bank, partner), reasons.is_empty())
    else {
        return Err(reasons);
    };
    let approved = bank.day(due.approved_at);
    let rung = |days_before: &u32| Occurrence::Recertification {
        due: due.due,
        days_before: *days_before,
        required_on: due.required_on,
    };
    // Where the interval is shorter than the days before, there is nothing to remind of on the day of approval itself.
    Ok(settings.remind_days_before.iter().map(rung).filter(|rung| rung.on() > approved).collect())
}

/// Whether a reminder of this recertification, or one that comes later, has gone out already.
#[must_use]
pub fn is_reminded(sent: &BTreeMap<ReminderId, Reminder>, partner: PartnerId, of: &Occurrence) -> bool {
    let covers = |sent: &Occurrence| match (sent, of) {
        (
            Occurrence::Recertification { due: sent_due, days_before: sent_before, .. },
            Occurrence::Recertification { due, days_before, .. },
        ) => sent_due == due && sent_before <= days_before,
        _ => false,
    };
    sent.contains_key(&Reminder::new(partner, *of, DateTime::UNIX_EPOCH).id)
        || sent.values().any(|reminder| reminder.partner == partner && covers(&reminder.of))
}

/// The reminder of a distribution that is due to its partner on `today`: it is scheduled for tomorrow, and the bank asked
/// for it.
///
/// # Errors
/// Every reason why there is none.
pub fn tomorrow_reminder(
    bank: &Bank,
    partner: &Partner,
    distribution: &Distribution,
    today: NaiveDate,
) -> Result<Occurrence, Vec<Reason>> {
    let mut reasons = tomorrow_obstacles(bank, partner);
    if distribution.state != DistributionState::Scheduled || Some(distribution.date) != today.succ_opt() {
        reasons.push(none_on(today));
    }
    if reasons.is_empty() {
        Ok(Occurrence::Tomorrow { distribution: distribution.id, date: distribution.date })
    } else {
        Err(reasons)
    }
}

/// What keeps a partner from being reminded of distributions at all.
pub(crate) fn tomorrow_obstacles(bank: &Bank, partner: &Partner) -> Vec<Reason> {
    let mut reasons = email_obstacles(partner, Capability::DistributionEmails);
    if !bank.settings.distribution_reminders {
        reasons.push(Code::DistributionRemindersOff.into());
    }
    reasons
}

/// No reminder falls on `day`.
pub(crate) fn none_on(day: NaiveDate) -> Reason {
    Reason::new(Code::NoReminderThatDay).with("day", day.to_string())
}

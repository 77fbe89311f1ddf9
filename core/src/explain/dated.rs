//! Why a partner gets, or did not get, a reminder on a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{SaidReason, say_again};
use crate::bank::Bank;
use crate::capability::Answer;
use crate::distribution::DistributionState;
use crate::error::{Code, Reason};
use crate::item::Group;
use crate::language::Language;
use crate::partner::Partner;
use crate::reminder::{
    Occurrence, Reminder, ReminderKind, deadline_obstacles, deadline_reminder, is_reminded, none_on,
    recertification_reminder, recertification_rungs, schedule_for, tomorrow_obstacles, tomorrow_reminder,
};
use crate::store::Facts;

/// Whether a reminder went out, or will, and why not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MessageExplanation {
    /// Yes if it went out or is to go out on that day.
    pub answer: Answer,
    /// What went out on that day, and what was due then and went out on another.
    pub sent: Vec<Reminder>,
    /// What is still to go out on that day, as things stand.
    pub due: Vec<Occurrence>,
    /// Every reason for a no, as things stand now. How they stood on a day that is over is told by the history.
    pub reasons: Vec<SaidReason>,
    /// The day of the next one after that day and after today, as things stand.
    pub next: Option<NaiveDate>,
}

impl MessageExplanation {
    /// The same with its sentences in another language.
    #[must_use]
    pub fn said_in(mut self, language: Language) -> Self {
        say_again(&mut self.reasons, language);
        self
    }
}

/// What is looked at: one partner, one kind of reminder.
struct Scene<'a> {
    bank: &'a Bank,
    group: Option<&'a Group>,
    partner: &'a Partner,
    facts: &'a Facts,
    kind: ReminderKind,
}

/// Explains why a partner gets, or did not get, a kind of reminder `on` a day. The facts hold its group, its distributions
/// and all reminders that were sent to it.
#[must_use]
pub fn message(
    bank: &Bank,
    partner: &Partner,
    facts: &Facts,
    kind: ReminderKind,
    on: NaiveDate,
    today: NaiveDate,
) -> MessageExplanation {
    let group = partner.details.group.and_then(|group| facts.groups.get(&group));
    let scene = Scene { bank, group, partner, facts, kind };
    let (due, mut reasons) = match scene.due_on(on) {
        Ok(due) => (due, Vec::new()),
        Err(reasons) => (Vec::new(), reasons),
    };
    let belongs = |row: &&Reminder| {
        let was_due = due.iter().any(|of| Reminder::new(partner.id, *of, row.sent_at).id == row.id);
        row.partner == partner.id && row.of.kind() == kind && (was_due || bank.day(row.sent_at) == on)
    };
    let sent: Vec<Reminder> = facts.reminders.values().filter(belongs).cloned().collect();
    let mut due = due;
    due.retain(|of| !is_reminded(&facts.reminders, partner.id, of));
    if on < today && !due.is_empty() {
        due.clear();
        reasons.push(Reason::new(Code::DailyJobMissed).with("day", on.to_string()));
    }
    let is_no = sent.is_empty() && due.is_empty();
    if !is_no {
        reasons.clear();
    } else if reasons.is_empty() {
        reasons.push(none_on(on));
    }
    MessageExplanation {
        answer: if is_no { Answer::No } else { Answer::Yes },
        sent,
        due,
        reasons: reasons.into_iter().map(|reason| SaidReason::new(reason, Language::English)).collect(),
        next: scene.next_after(on.max(today)),
    }
}

impl Scene<'_> {
    /// What is due on a day as things stand, whether it went out or not.
    fn due_on(&self, on: NaiveDate) -> Result<Vec<Occurrence>, Vec<Reason>> {
        let Self { bank, group, partner, facts, kind } = *self;
        match kind {
            ReminderKind::DeadlineReminder => deadline_reminder(bank, group, partner, on).map(|of| vec![of]),
            ReminderKind::RecertificationDue => {
                recertification_reminder(bank, partner, on).map(|of| vec![of])
            }
            ReminderKind::DistributionTomorrow => {
                let obstacles = tomorrow_obstacles(bank, partner);
                if !obstacles.is_empty() {
                    return Err(obstacles);
                }
                let rows = facts.distributions.values().filter(|row| row.partner == partner.id);
                let due: Vec<_> =
                    rows.filter_map(|row| tomorrow_reminder(bank, partner, row, on).ok()).collect();
                if due.is_empty() { Err(vec![none_on(on)]) } else { Ok(due) }
            }
        }
    }

    /// The day of the first reminder after `day`, as things stand.
    fn next_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        let Self { bank, group, partner, facts, kind } = *self;
        match kind {
            ReminderKind::DeadlineReminder => {
                let (schedule, _) = schedule_for(bank, group, partner)
                    .filter(|_| deadline_obstacles(bank, group, partner).is_empty())?;
                Some(schedule.next(day.succ_opt()?, 1).first()?.day)
            }
            ReminderKind::RecertificationDue => {
                let rungs = recertification_rungs(bank, partner).ok()?;
                rungs.iter().map(Occurrence::on).filter(|on| *on > day).min()
            }
            ReminderKind::DistributionTomorrow => {
                let rows =
                    facts.distributions.values().filter(|_| tomorrow_obstacles(bank, partner).is_empty());
                rows.filter(|row| row.partner == partner.id && row.state == DistributionState::Scheduled)
                    .filter_map(|row| row.date.pred_opt())
                    .filter(|on| *on > day)
                    .min()
            }
        }
    }
}

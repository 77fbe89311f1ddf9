//! Schedules: on which days partners are reminded, and of which deadline (rulebook, sections 11 and 14 "Reminders").
//!
//! A schedule knows days, no times: a bank's day begins and ends in the bank's time zone ([`Bank::day`](crate::bank::Bank::day)).
//! The deadline named is always the next one after the reminder, so where the two meet in a month, the reminder is about the
//! deadline of the month after. A reminder whose day was missed is still due until the end of that deadline's day.
//!
//! ```
//! use chrono::NaiveDate;
//! use partnerkit::schedule::{On, Schedule, Weekday};
//!
//! let day = |text: &str| text.parse::<NaiveDate>().unwrap();
//! let rule = Schedule { on: On::Weekday { nth: 2, weekday: Weekday::Tuesday }, ..Schedule::monthly(1, 20) };
//! let next = rule.next(day("2026-03-01"), 2);
//! assert_eq!((next[0].day, next[0].deadline), (day("2026-03-10"), day("2026-03-20")));
//! assert_eq!(rule.due(day("2026-03-15")), Some(next[0]));
//! assert_eq!(rule.due(day("2026-03-21")), None);
//! ```

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::error::{Code, Reason};

/// The last day of the month that every month has.
pub const LAST_SURE_DAY: u32 = 28;
/// The most months between two reminders.
pub const MOST_MONTHS: u32 = 120;
/// No reminder is due longer than this after its day: the deadline after it is at most a month away.
pub const LONGEST_CATCH_UP_DAYS: u64 = 31;

/// When partners are reminded, and of which deadline. Both are set together or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// The months from one reminder to the next, 1 to 120; 1 unless said otherwise.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub every_months: u32,
    /// A day of the month that months are counted from: there is no reminder before that month. Needed unless
    /// `every_months` is 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The day of the reminder.
    pub on: On,
    /// The day of the month that is the deadline, 1 to 28. Left out it is 0, which is refused.
    #[serde(default)]
    pub deadline_day: u32,
}

/// Which day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum On {
    /// This day of the month, 1 to 28.
    Day(u32),
    /// The last day of the month.
    LastDay,
    /// The nth such weekday of the month.
    Weekday {
        /// Which one, 1 to 4.
        nth: u32,
        /// The weekday.
        weekday: Weekday,
    },
    /// The last such weekday of the month.
    LastWeekday(Weekday),
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "they say it themselves")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// A reminder that a schedule asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReminderDay {
    /// The day of the reminder.
    pub day: NaiveDate,
    /// The deadline it is about: the next one after that day.
    pub deadline: NaiveDate,
}

const fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
const fn is_one(number: &u32) -> bool {
    *number == 1
}

impl Schedule {
    /// A reminder every month on `day`, of the deadline on `deadline_day`.
    #[must_use]
    pub const fn monthly(day: u32, deadline_day: u32) -> Self {
        Self { every_months: 1, from: None, on: On::Day(day), deadline_day }
    }

    /// Everything that is wrong with it; nothing if it can be used.
    #[must_use]
    pub fn problems(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let mut within = |field: &str, value: u32, most: u32| {
            if !(1..=most).contains(&value) {
                let reason = Reason::new(Code::NumberOutOfRange).with("field", field).with("value", value);
                reasons.push(reason.with("least", 1).with("most", most).on(field));
            }
        };
        within("every_months", self.every_months, MOST_MONTHS);
        match self.on {
            On::Day(day) => within("day", day, LAST_SURE_DAY),
            On::Weekday { nth, .. } => within("nth", nth, 4),
            On::LastDay | On::LastWeekday(_) => {}
        }
        if self.deadline_day != 0 {
            within("deadline_day", self.deadline_day, LAST_SURE_DAY);
        }
        if self.deadline_day == 0 {
            reasons.push(Reason::new(Code::DeadlineMissing).on("deadline_day"));
        }
        if self.every_months > 1 && self.from.is_none() {
            let reason = Reason::new(Code::FirstMonthMissing).with("every_months", self.every_months);
            reasons.push(reason.on("from"));
        }
        if self.on == On::Day(self.deadline_day) {
            let reason = Reason::new(Code::ReminderOnDeadline).with("day", self.deadline_day);
            reasons.push(reason.on("deadline_day"));
        }
        reasons
    }

    /// The reminders from `first` to `last`, both included, in order.
    pub fn between(&self, first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = ReminderDay> + use<> {
        let schedule = *self;
        (month_number(first)..=month_number(last))
            .filter_map(move |month| schedule.in_month(month))
            .filter(move |reminder| (first..=last).contains(&reminder.day))
    }

    /// The next `count` reminders from `first` on.
    #[must_use]
    pub fn next(&self, first: NaiveDate, count: usize) -> Vec<ReminderDay> {
        let begin = month_number(first).max(self.from.map_or(i64::MIN, month_number));
        let months =
            i64::try_from(count).unwrap_or(0).saturating_add(1) * i64::from(self.every_months.max(1));
        (begin..=begin.saturating_add(months))
            .filter_map(|month| self.in_month(month))
            .filter(|reminder| reminder.day >= first)
            .take(count)
            .collect()
    }

    /// The reminder that is due on `today`: the latest whose day has come and whose deadline is not over.
    ///
    /// Two reminders may be due at once when a weekday falls late in one month and early in the next. They name the same
    /// deadline, so only the later one is.
    #[must_use]
    pub fn due(&self, today: NaiveDate) -> Option<ReminderDay> {
        let month = month_number(today);
        // Days of a month lie after all days of the month before, and deadlines in the month after a reminder at the latest.
        let latest = [month, month - 1].into_iter().filter_map(|month| self.in_month(month));
        latest.filter(|reminder| reminder.day <= today).find(|reminder| today <= reminder.deadline)
    }

    /// The reminder of a month, if there is one.
    fn in_month(&self, month: i64) -> Option<ReminderDay> {
        let counted = self.from.map_or(0, |from| month - month_number(from));
        if self.from.is_some() && counted < 0 || counted % i64::from(self.every_months.max(1)) != 0 {
            return None;
        }
        let first = first_of(month)?;
        let (year, number) = (first.year(), first.month());
        let day = match self.on {
            On::Day(day) => first.with_day(day)?,
            On::LastDay => last_of(first)?,
            On::Weekday { nth, weekday } => {
                NaiveDate::from_weekday_of_month_opt(year, number, weekday.into(), u8::try_from(nth).ok()?)?
            }
            On::LastWeekday(weekday) => {
                let last = last_of(first)?;
                let back = last.weekday().days_since(weekday.into());
                last.with_day(last.day() - back)?
            }
        };
        Some(ReminderDay { day, deadline: self.deadline_after(day)? })
    }

    /// The next deadline after `day`.
    fn deadline_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        let in_month = day.with_day(self.deadline_day)?;
        if in_month > day { Some(in_month) } else { in_month.checked_add_months(Months::new(1)) }
    }
}

/// Months since year 0, so that they can be counted.
fn month_number(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

/// The first day of a month.
fn first_of(month: i64) -> Option<NaiveDate> {
    let year = i32::try_from(month.div_euclid(12)).ok()?;
    NaiveDate::from_ymd_opt(year, u32::try_from(month.rem_euclid(12)).ok()? + 1, 1)
}

/// The last day of the month that begins on `first`.
fn last_of(first: NaiveDate) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(1))?.pred_opt()
}

impl From<Weekday> for chrono::Weekday {
    fn from(weekday: Weekday) -> Self {
        match weekday {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
            Weekday::Saturday => Self::Sat,
            Weekday::Sunday => Self::Sun,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn codes(schedule: Schedule) -> Vec<Code> {
        schedule.problems().iter().map(|reason| reason.code).collect()
    }

    #[test]
    fn what_cannot_be_a_schedule_is_told_all_at_once() {
        let monthly = Schedule::monthly;
        assert_eq!(codes(monthly(10, 20)), []);
        assert_eq!(codes(monthly(20, 20)), [Code::ReminderOnDeadline]);
        assert_eq!(codes(monthly(10, 0)), [Code::DeadlineMissing]);
        assert_eq!(
            codes(monthly(29, 29)),
            [Code::NumberOutOfRange, Code::NumberOutOfRange, Code::ReminderOnDeadline]
        );
        assert_eq!(codes(Schedule { every_months: 3, ..monthly(10, 20) }), [Code::FirstMonthMissing]);
        assert_eq!(codes(Schedule { every_months: 0, ..monthly(10, 20) }), [Code::NumberOutOfRange]);
        for (nth, is_fine) in [(0, false), (1, true), (4, true), (5, false)] {
            let on = On::Weekday { nth, weekday: Weekday::Friday };
            assert_eq!(codes(Schedule { on, ..monthly(1, 20) }).is_empty(), is_fine, "{nth}");
        }
        let last_day = Schedule { on: On::LastDay, ..monthly(1, 28) };
        assert_eq!(codes(last_day), []);
        // On the last of February the deadline is that very day: it is about the next one.
        assert_eq!(last_day.next(day("2026-02-01"), 1)[0].deadline, day("2026-03-28"));
    }

    #[test]
    fn every_month_is_not_said() {
        let said = |schedule: Schedule| serde_json::to_value(schedule).unwrap();
        assert_eq!(
            said(Schedule::monthly(10, 20)),
            serde_json::json!({"on": {"day": 10}, "deadline_day": 20})
        );
        assert_eq!(said(Schedule { every_months: 2, ..Schedule::monthly(10, 20) })["every_months"], 2);
    }

    #[test]
    fn where_a_weekday_meets_the_deadline_the_next_deadline_is_named() {
        let on = On::Weekday { nth: 2, weekday: Weekday::Tuesday };
        let met = Schedule { on, ..Schedule::monthly(1, 10) }.next(day("2026-03-10"), 1);
        assert_eq!((met[0].day, met[0].deadline), (day("2026-03-10"), day("2026-04-10")));
    }

    #[test]
    fn of_two_that_are_due_at_once_the_later_goes_out() {
        // First Mondays: 5 January meets the deadline, so it is about 5 February; so is 2 February.
        let on = On::Weekday { nth: 1, weekday: Weekday::Monday };
        let rule = Schedule { on, ..Schedule::monthly(1, 5) };
        assert_eq!(rule.due(day("2026-02-01")).unwrap().day, day("2026-01-05"));
        assert_eq!(rule.due(day("2026-02-02")).unwrap().day, day("2026-02-02"));
        assert_eq!(rule.due(day("2026-02-05")).unwrap().day, day("2026-02-02"));
        assert_eq!(rule.due(day("2026-02-06")), None);
    }

    #[test]
    fn months_are_counted_from_the_one_given_and_never_before() {
        let rule = Schedule { every_months: 3, from: Some(day("2026-11-15")), ..Schedule::monthly(10, 20) };
        let days: Vec<String> = rule.next(day("2026-01-01"), 3).iter().map(|r| r.day.to_string()).collect();
        assert_eq!(days, ["2026-11-10", "2027-02-10", "2027-05-10"]);
        assert_eq!(rule.between(day("2026-11-10"), day("2027-02-10")).count(), 2);
        assert_eq!(rule.between(day("2026-11-11"), day("2027-02-09")).count(), 0);
    }

    #[test]
    fn nothing_happens_at_the_ends_of_the_calendar() {
        for rule in [Schedule::monthly(28, 1), Schedule { on: On::LastDay, ..Schedule::monthly(1, 1) }] {
            assert!(rule.due(NaiveDate::MIN).is_none_or(|due| due.day <= NaiveDate::MIN));
            assert!(rule.next(NaiveDate::MAX, 5).len() <= 1);
        }
    }
}

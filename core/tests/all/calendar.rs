//! The calendar of reminders beside one that was written in another way: it walks from day to day and counts, on another
//! crate's dates, and takes its time zones from a third with data and reckoning of its own.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{DateTime, LocalResult, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Timelike, Utc};
use chrono_tz::Tz;
use jiff::civil::{Date, date};
use partnerkit::bank::{Bank, BankSettings};
use partnerkit::schedule::{On, ReminderDay, Schedule, Weekday};
use partnerkit::zone::TimeZone;

const FIRST: Date = date(2024, 1, 1);
const LAST: Date = date(2031, 12, 31);

/// Zones with gaps and overlaps at midnight, of half an hour, far from UTC to both sides, and with none at all. Their laws
/// are old enough to be the same in both crates' data.
const ZONES: [&str; 10] = [
    "UTC",
    "America/New_York",
    "Atlantic/Azores",
    "America/Santiago",
    "America/St_Johns",
    "Africa/Cairo",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
];

/// 64 rules: four ways to count months by sixteen days, with deadlines all over the month.
fn rules() -> Vec<Schedule> {
    let from = |text: &str| Some(text.parse().unwrap());
    let counts = [(1, None), (1, from("2025-03-09")), (2, from("2024-02-29")), (5, from("2026-12-31"))];
    let weekday = |nth, weekday| On::Weekday { nth, weekday };
    let days = [
        On::Day(1),
        On::Day(2),
        On::Day(14),
        On::Day(27),
        On::Day(28),
        On::LastDay,
        weekday(1, Weekday::Monday),
        weekday(1, Weekday::Sunday),
        weekday(2, Weekday::Tuesday),
        weekday(3, Weekday::Wednesday),
        weekday(3, Weekday::Saturday),
        weekday(4, Weekday::Thursday),
        weekday(4, Weekday::Sunday),
        On::LastWeekday(Weekday::Friday),
        On::LastWeekday(Weekday::Monday),
        On::LastWeekday(Weekday::Sunday),
    ];
    let deadlines = [1, 5, 7, 13, 15, 21, 25, 26, 28];
    let mut rules = Vec::new();
    for (every_months, from) in counts {
        for on in days {
            let deadline_day =
                *deadlines.iter().cycle().skip(rules.len() * 4).find(|d| on != On::Day(**d)).unwrap();
            rules.push(Schedule { every_months, from, on, deadline_day });
        }
    }
    assert!(rules.len() == 64 && rules.iter().all(|rule| rule.problems().is_empty()));
    rules
}

/// Whether `day` is a day of reminding: found by walking through its month, never by reckoning with it.
fn is_reminder(rule: &Schedule, day: Date) -> bool {
    if let Some(from) = rule.from {
        let from = theirs(from);
        // Walk from month to month.
        let (mut year, mut month, mut left) = (from.year(), from.month(), 0);
        while (year, month) < (day.year(), day.month()) {
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            left = if left == 0 { rule.every_months - 1 } else { left - 1 };
        }
        if (year, month) != (day.year(), day.month()) || left != 0 {
            return false;
        }
    }
    let is = |weekday: Weekday| format!("{:?}", day.weekday()) == format!("{weekday:?}");
    let same_month = |other: &Date| other.month() == day.month();
    let before = std::iter::successors(day.yesterday().ok(), |d| d.yesterday().ok()).take_while(same_month);
    let after = std::iter::successors(day.tomorrow().ok(), |d| d.tomorrow().ok()).take_while(same_month);
    match rule.on {
        On::Day(wanted) => u32::from(day.day().unsigned_abs()) == wanted,
        On::LastDay => after.count() == 0,
        On::Weekday { nth, weekday } => {
            let earlier = before.filter(|d| d.weekday() == day.weekday()).count();
            is(weekday) && earlier + 1 == usize::try_from(nth).unwrap()
        }
        On::LastWeekday(weekday) => is(weekday) && !after.into_iter().any(|d| d.weekday() == day.weekday()),
    }
}

/// The next day after `day` with the number of the deadline.
fn deadline_after(rule: &Schedule, day: Date) -> Date {
    std::iter::successors(day.tomorrow().ok(), |d| d.tomorrow().ok())
        .find(|d| u32::from(d.day().unsigned_abs()) == rule.deadline_day)
        .unwrap()
}

fn ours(day: Date) -> NaiveDate {
    day.to_string().parse().unwrap()
}

fn theirs(day: NaiveDate) -> Date {
    day.to_string().parse().unwrap()
}

fn all_days() -> Vec<Date> {
    std::iter::successors(Some(FIRST), |d| d.tomorrow().ok()).take_while(|d| *d <= LAST).collect()
}

fn walked(rule: &Schedule) -> Vec<ReminderDay> {
    let reminder = |day: Date| ReminderDay { day: ours(day), deadline: ours(deadline_after(rule, day)) };
    all_days().into_iter().filter(|day| is_reminder(rule, *day)).map(reminder).collect()
}

/// The first reminder after the last day walked.
fn beyond(rule: &Schedule) -> Option<ReminderDay> {
    let days = std::iter::successors(LAST.tomorrow().ok(), |d| d.tomorrow().ok()).take(62);
    let reminder = |day: Date| ReminderDay { day: ours(day), deadline: ours(deadline_after(rule, day)) };
    days.into_iter().find(|day| is_reminder(rule, *day)).map(reminder)
}

fn bank_in(zone: &str) -> Bank {
    let settings = BankSettings { time_zone: zone.parse().unwrap(), ..BankSettings::default() };
    let (name, email) = (String::new(), String::new());
    Bank { id: uuid::Uuid::nil().into(), version: 1, name, email, settings, keeps_people: false }
}

/// The moment a day begins in a zone, as the other crate sees it: the first minute of it that clocks there ever showed.
fn begins_there(zone: &str, day: Date) -> DateTime<Tz> {
    let zone: Tz = zone.parse().unwrap();
    let mut shown = ours(day).and_time(NaiveTime::MIN);
    loop {
        match zone.from_local_datetime(&shown) {
            LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => return moment,
            LocalResult::None => shown += TimeDelta::minutes(1),
        }
    }
}

fn begins(zone: &str, day: Date) -> DateTime<Utc> {
    begins_there(zone, day).to_utc()
}

#[test]
fn every_rule_falls_on_the_days_that_walking_finds() {
    let days = all_days();
    let (mut reminders, mut first_day) = (0, Vec::new());
    for rule in rules() {
        let walked = walked(&rule);
        let reckoned: Vec<ReminderDay> = rule.between(ours(FIRST), ours(LAST)).collect();
        assert_eq!(reckoned, walked, "{rule:?}");
        assert_eq!(rule.next(ours(FIRST), walked.len()), walked, "{rule:?}");
        first_day.push(walked[0].day);
        reminders += walked.len();
        // On every single day: what is due is the latest whose day has come and whose deadline is not over. What is still
        // due from before the first day is not among those walked.
        for day in days.iter().copied().map(ours).filter(|day| *day >= walked[0].day) {
            let due = walked.iter().rev().find(|r| r.day <= day && day <= r.deadline).copied();
            assert_eq!(rule.due(day), due, "{rule:?} on {day}");
        }
    }
    // 16 a way to count: monthly for 8 years, from March 2025, every second from February 2024, every fifth from December 2026.
    assert_eq!(reminders, 16 * (96 + 82 + 48 + 13));
}

#[test]
fn days_begin_and_end_in_every_zone_where_another_crate_sees_them() {
    let second = TimeDelta::seconds(1);
    for zone in ZONES {
        let bank = bank_in(zone);
        let (mut not_midnight, mut odd_length) = (0, 0);
        for day in all_days() {
            let (start, end) = (begins(zone, day), begins(zone, day.tomorrow().unwrap()));
            let day_of_ours = ours(day);
            assert_eq!(bank.start_of(day_of_ours), start, "{day} in {zone}");
            for moment in [start, start + (end - start) / 2, end - second] {
                assert_eq!(bank.day(moment), day_of_ours, "{moment} in {zone}");
            }
            assert_eq!(bank.day(start - second), day_of_ours.pred_opt().unwrap(), "{day} in {zone}");
            not_midnight += i32::from(begins_there(zone, day).hour() != 0);
            odd_length += i32::from((end - start) != TimeDelta::hours(24));
        }
        // The data has what the zones were chosen for.
        let has_gap_at_midnight =
            ["Atlantic/Azores", "America/Santiago", "Africa/Cairo", "Asia/Beirut"].contains(&zone);
        assert_eq!(not_midnight > 0, has_gap_at_midnight, "{zone}: {not_midnight}");
        assert_eq!(odd_length > 0, !["UTC", "Pacific/Kiritimati"].contains(&zone), "{zone}: {odd_length}");
    }
}

/// The two together: each reminder becomes due with the first second of its day in the zone, and ceases with the last of its
/// deadline's day.
#[test]
fn every_rule_is_due_from_the_first_to_the_last_second_in_every_zone() {
    let second = TimeDelta::seconds(1);
    let rules: Vec<(Schedule, Vec<ReminderDay>)> =
        rules().into_iter().map(|rule| (rule, walked(&rule))).collect();
    let mut checked = 0;
    for zone in ZONES {
        let bank = bank_in(zone);
        for (rule, walked) in &rules {
            let due = |at: DateTime<Utc>| rule.due(bank.day(at));
            for (n, reminder) in walked.iter().enumerate() {
                // The one after the last lies beyond what was walked.
                let next = walked.get(n + 1).copied().or_else(|| beyond(rule));
                let next = next.as_ref();
                let start = begins(zone, theirs(reminder.day));
                let over = begins(zone, theirs(reminder.deadline).tomorrow().unwrap());
                // Where the next one comes before the deadline it takes over.
                let end = next.map_or(over, |next| over.min(begins(zone, theirs(next.day))));
                assert_eq!(due(start), Some(*reminder), "{rule:?} in {zone}");
                assert_eq!(due(end - second), Some(*reminder), "{rule:?} in {zone}");
                assert_ne!(due(start - second), Some(*reminder), "{rule:?} in {zone}");
                assert_ne!(due(end), Some(*reminder), "{rule:?} in {zone}");
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 10 * 16 * (96 + 82 + 48 + 13));
}

/// The one day that a whole country did without.
#[test]
fn a_day_that_was_left_out_begins_with_the_next() {
    let bank = bank_in("Pacific/Apia");
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(bank.start_of(day("2011-12-30")), bank.start_of(day("2011-12-31")));
    assert!(bank.start_of(day("2011-12-29")) < bank.start_of(day("2011-12-30")));
}

/// Whoever chose a zone by one of its older names keeps it.
#[test]
fn every_zone_another_crate_knows_is_known() {
    for zone in chrono_tz::TZ_VARIANTS {
        assert_eq!(zone.name().parse::<TimeZone>().unwrap().name(), zone.name());
    }
}

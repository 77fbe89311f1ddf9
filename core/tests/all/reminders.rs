//! The edges of the days on which a reminder is due, and what is said of the day before and after.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{Days, NaiveDate, NaiveTime};
use partnerkit::bank::Bank;
use partnerkit::capability::Answer;
use partnerkit::distribution::DistributionState;
use partnerkit::error::Code;
use partnerkit::explain::{self, MessageExplanation};
use partnerkit::partner::Partner;
use partnerkit::recertification::Recertification;
use partnerkit::reminder::{Occurrence, ReminderKind, recertification_reminder, recertification_rungs};
use partnerkit::schedule::Schedule;
use partnerkit::status::Status;
use partnerkit::store::{Facts, Row};
use partnerkit_testkit::sample::{self, bank_id};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A bank that reminds of everything: of the 20th on the 10th, and a month and a week before recertification every three
/// months, with ten days of grace.
fn bank() -> Bank {
    let mut bank = sample::bank(bank_id(1));
    bank.settings.reminders = Some(Schedule::monthly(10, 20));
    let remind_days_before = [31, 7].into();
    bank.settings.recertification =
        Some(Recertification { every_months: 3, remind_days_before, grace_days: 10 });
    bank.settings.distribution_reminders = true;
    bank
}

/// A partner approved on 2 March 2026 that wants emails: recertification is due on 2 June and required on 12 June.
fn partner() -> Partner {
    let mut partner = sample::partner(1);
    partner.status = Status::Approved;
    partner.approved_at = Some(day("2026-03-02").and_time(NaiveTime::MIN).and_utc());
    partner.details.send_emails = true;
    partner
}

#[test]
fn a_recertification_is_reminded_of_until_the_day_before_it_is_required() {
    let on = |today| recertification_reminder(&bank(), &partner(), day(today));
    let days_before = |today| match on(today).unwrap() {
        Occurrence::Recertification { days_before, .. } => days_before,
        other => panic!("{other:?}"),
    };
    assert!(on("2026-05-01").is_err());
    assert_eq!(days_before("2026-05-02"), 31);
    assert_eq!(days_before("2026-05-25"), 31);
    assert_eq!(days_before("2026-05-26"), 7);
    assert_eq!(days_before("2026-06-11"), 7);
    assert_eq!(on("2026-06-12").unwrap_err()[0].code, Code::NoReminderThatDay);
}

#[test]
fn nobody_is_reminded_of_recertification_on_the_day_of_approval() {
    // 92 days from 2 March to 2 June.
    let rungs = |days_before: u32| {
        let mut bank = bank();
        let remind_days_before = [days_before].into();
        bank.settings.recertification =
            Some(Recertification { every_months: 3, remind_days_before, grace_days: 0 });
        recertification_rungs(&bank, &partner()).unwrap().iter().map(Occurrence::on).collect::<Vec<_>>()
    };
    assert_eq!(rungs(91), [day("2026-03-03")]);
    assert_eq!(rungs(92), []);
}

/// What is said on `today` of reminders on a day.
fn said(kind: ReminderKind, on: &str, today: &str) -> MessageExplanation {
    let mut facts = Facts { bank: Some(bank()), ..Facts::default() };
    let theirs = |n, partner, date, state| {
        let mut row = sample::distribution(n, partner);
        (row.date, row.state) = (day(date), state);
        Row::Distribution(row)
    };
    [
        theirs(1, 1, "2026-03-06", DistributionState::Scheduled),
        theirs(2, 1, "2026-03-12", DistributionState::Complete),
        theirs(3, 2, "2026-03-13", DistributionState::Scheduled),
        theirs(4, 1, "2026-03-18", DistributionState::Scheduled),
    ]
    .into_iter()
    .for_each(|row| facts.add(row));
    explain::message(&bank(), &partner(), &facts, kind, day(on), day(today))
}

#[test]
fn what_is_due_today_is_still_to_go_out_and_what_was_due_yesterday_was_missed() {
    let kind = ReminderKind::DistributionTomorrow;
    let today = said(kind, "2026-03-05", "2026-03-05");
    assert_eq!((today.answer, today.due.len(), today.reasons.len()), (Answer::Yes, 1, 0));
    let missed = said(kind, "2026-03-05", "2026-03-06");
    assert_eq!((missed.answer, missed.due.len()), (Answer::No, 0));
    assert_eq!(missed.reasons[0].reason.code, Code::DailyJobMissed);
}

#[test]
fn the_next_reminder_is_after_that_day_and_after_today() {
    let next = |kind, on: &str| said(kind, on, "2026-03-02").next;
    for (kind, first, second) in [
        (ReminderKind::DeadlineReminder, "2026-03-10", "2026-04-10"),
        (ReminderKind::RecertificationDue, "2026-05-02", "2026-05-26"),
        // Neither those that are complete nor those of others.
        (ReminderKind::DistributionTomorrow, "2026-03-05", "2026-03-17"),
    ] {
        let before = day(first).checked_sub_days(Days::new(1)).unwrap().to_string();
        assert_eq!(next(kind, &before), Some(day(first)), "{kind:?}");
        assert_eq!(next(kind, first), Some(day(second)), "{kind:?}");
        assert_eq!(said(kind, "2026-03-02", first).next, Some(day(second)), "{kind:?} seen on that day");
    }
    assert_eq!(next(ReminderKind::DistributionTomorrow, "2026-03-17"), None);
}

//! Recertification by date: when it is due, who is reminded, and from when it is required (rulebook, section 10).

use std::collections::BTreeSet;

use chrono::{DateTime, Days, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::bank::Bank;
use crate::error::{Code, Reason};
use crate::id::PartnerId;
use crate::order::gathered;
use crate::partner::Partner;
use crate::schedule::MOST_MONTHS;
use crate::status::Status;

/// The most days a reminder comes before the due day, and the most days of grace.
pub const MOST_DAYS: u32 = 365;

/// After how long partners must recertify.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recertification {
    /// Calendar months from the last approval to the due day, 1 to 120.
    pub every_months: u32,
    /// How many days before the due day partners are reminded, each 0 to 365; 30, 15, 5 and 1 unless said otherwise.
    #[serde(default = "usual_days")]
    pub remind_days_before: BTreeSet<u32>,
    /// How many days after the due day recertification is required, 0 to 365; 30 unless said otherwise.
    #[serde(default = "usual_grace")]
    pub grace_days: u32,
}

/// When a partner's recertification is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DuePartner {
    /// The partner.
    pub partner: PartnerId,
    /// When it was last approved.
    pub approved_at: DateTime<Utc>,
    /// The day it is due.
    pub due: NaiveDate,
    /// The day from which it is required.
    pub required_on: NaiveDate,
}

fn usual_days() -> BTreeSet<u32> {
    gathered([30, 15, 5, 1])
}

const fn usual_grace() -> u32 {
    30
}

impl Recertification {
    /// Every `months` months, with the usual reminders and days of grace.
    #[must_use]
    pub fn every(months: u32) -> Self {
        Self { every_months: months, remind_days_before: usual_days(), grace_days: usual_grace() }
    }

    /// Everything that is wrong with it; nothing if it can be used.
    #[must_use]
    pub fn problems(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let mut within = |field: &str, value: u32, (least, most): (u32, u32)| {
            if !(least..=most).contains(&value) {
                let reason = Reason::new(Code::NumberOutOfRange).with("field", field).with("value", value);
                reasons.push(reason.with("least", least).with("most", most).on(field));
            }
        };
        within("every_months", self.every_months, (1, MOST_MONTHS));
        if let Some(most) = self.remind_days_before.last() {
            within("remind_days_before", *most, (0, MOST_DAYS));
        }
        within("grace_days", self.grace_days, (0, MOST_DAYS));
        reasons
    }

    /// The day on which the approval of `approved` runs out: so many calendar months later, and where that month is too
    /// short on its last day.
    #[must_use]
    pub fn due_after(&self, approved: NaiveDate) -> Option<NaiveDate> {
        approved.checked_add_months(Months::new(self.every_months))
    }

    /// The last day of approval that is due on `day` or before; none if the calendar does not go back that far.
    #[must_use]
    pub fn approved_until(&self, day: NaiveDate) -> Option<NaiveDate> {
        let mut approved = day.checked_sub_months(Months::new(self.every_months))?;
        // Several days of a long month run out on the last day of a short one.
        while let Some(next) =
            approved.succ_opt().filter(|next| self.due_after(*next).is_some_and(|due| due <= day))
        {
            approved = next;
        }
        Some(approved)
    }
}

/// When the partner's recertification is due; none unless it is approved and its bank has set an interval.
///
/// It is required after the days of grace, counted from the latest of the due day, the day the interval was set, and the
/// day the partner was reactivated: so nobody loses its right without having had those days.
#[must_use]
pub fn due(bank: &Bank, partner: &Partner) -> Option<DuePartner> {
    let settings = &bank.settings;
    let recertification = settings.recertification.as_ref().filter(|_| partner.status == Status::Approved)?;
    let approved_at = partner.approved_at?;
    let due = recertification.due_after(bank.day(approved_at))?;
    let since = [settings.recertification_since, partner.reactivated_at];
    let latest = since.into_iter().flatten().map(|at| bank.day(at)).fold(due, NaiveDate::max);
    let required_on = latest.checked_add_days(Days::new(recertification.grace_days.into()))?;
    Some(DuePartner { partner: partner.id, approved_at, due, required_on })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_calendar_months_clamped_to_the_end_and_found_back() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let due = |months, approved| Recertification::every(months).due_after(day(approved)).unwrap();
        assert_eq!(due(12, "2025-03-02"), day("2026-03-02"));
        assert_eq!(due(1, "2026-01-31"), day("2026-02-28"));
        assert_eq!(due(1, "2028-01-30"), day("2028-02-29"));
        assert_eq!(due(12, "2028-02-29"), day("2029-02-28"));
        for months in [1, 2, 6, 11, 12, 13, 48] {
            let rule = Recertification::every(months);
            for today in day("2027-12-01").iter_days().take(500) {
                let until = rule.approved_until(today).unwrap();
                assert!(rule.due_after(until).unwrap() <= today, "{months} months, {today}");
                assert!(
                    rule.due_after(until.succ_opt().unwrap()).unwrap() > today,
                    "{months} months, {today}"
                );
            }
        }
    }

    #[test]
    fn an_interval_has_bounds() {
        let codes = |rule: Recertification| rule.problems().len();
        let every = Recertification::every;
        assert_eq!((codes(every(12)), codes(every(0)), codes(every(121))), (0, 1, 1));
        let wrong = Recertification { remind_days_before: [0, 366].into(), grace_days: 366, ..every(12) };
        assert_eq!(codes(wrong), 2);
        assert_eq!(codes(Recertification { remind_days_before: [].into(), grace_days: 0, ..every(1) }), 0);
    }
}

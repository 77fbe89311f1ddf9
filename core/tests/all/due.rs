//! The daily job as it is run in life: twice, not at all for days, with the clock set back, by many at once.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use partnerkit::actor::Actor;
use partnerkit::bank::BankPatch;
use partnerkit::command::{Command, DUE_BATCH, DuePart, NewBank, Order};
use partnerkit::error::Code;
use partnerkit::event::What;
use partnerkit::id::{BankId, CommandId, PartnerId, PersonId, ReminderId};
use partnerkit::import::ImportOrder;
use partnerkit::message::MessageKind;
use partnerkit::partner::PartnerPatch;
use partnerkit::patch::Change;
use partnerkit::recertification::Recertification;
use partnerkit::reminder::Occurrence;
use partnerkit::schedule::{On, Schedule, Weekday};
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{HistoryQuery, MessageQuery, Store};
use partnerkit::system::System;
use uuid::Uuid;

const BANK: BankId = BankId(Uuid::from_u128(1));
const PERSON: PersonId = PersonId(Uuid::from_u128(2));
const STAFF: Actor = Actor::BankStaff { bank: BANK, person: PERSON };
const ADMIN: Actor = Actor::BankAdmin { bank: BANK, person: PERSON };

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A bank with partners, and the number of the next command.
struct Life {
    system: System<MemoryStore>,
    given: u128,
}

impl Life {
    /// With so many partners that want emails, imported on 2 January 2026.
    fn with_partners(count: usize) -> Self {
        let mut life = Self { system: System::new(MemoryStore::new()), given: 0 };
        let bank = NewBank {
            id: Some(BANK),
            name: "Pawnee".into(),
            email: "bank@example.org".into(),
            ..NewBank::default()
        };
        life.give(Actor::Host, "2026-01-02T09:00:00Z", Command::CreateBank(bank));
        let rows: String = (0..count).map(|n| format!("Partner {n},p{n}@example.org,yes\n")).collect();
        let file = format!("name,email,send_emails\n{rows}");
        let order = ImportOrder {
            id: CommandId(Uuid::from_u128(99)),
            at: at("2026-01-02T10:00:00Z"),
            actor: STAFF,
            key: None,
        };
        life.system.import(&order, file.as_bytes(), None, &mut |_| ControlFlow::Continue(())).unwrap();
        life
    }

    fn give(&mut self, actor: Actor, when: &str, command: Command) {
        self.given += 1;
        let id = CommandId(Uuid::from_u128(1_000 + self.given));
        self.system.execute(&Order { id, at: at(when), actor, command }).unwrap();
    }

    fn set(&mut self, when: &str, schedule: Schedule) {
        let patch = BankPatch { reminders: Change::Set(schedule), ..BankPatch::default() };
        self.give(ADMIN, when, Command::UpdateBank(patch));
    }

    fn run_due(&self, now: DateTime<Utc>) -> u64 {
        self.system.run_due_bank(BANK, now).unwrap().reminded
    }

    /// All reminders that went out, in order, each with a message.
    fn reminders(&self) -> Vec<(PartnerId, Occurrence)> {
        let query = HistoryQuery { limit: usize::MAX >> 1, ..HistoryQuery::default() };
        let history = self.system.store().history(BANK, &query).unwrap();
        let sent: Vec<_> = history
            .into_iter()
            .filter_map(|recorded| match recorded.event.what {
                What::ReminderSent(reminder) => Some((reminder.partner, reminder.of, reminder.id)),
                _ => None,
            })
            .collect();
        let ids: BTreeSet<ReminderId> = sent.iter().map(|(.., id)| *id).collect();
        assert_eq!(ids.len(), sent.len(), "a reminder went out twice");
        let messages = MessageQuery { limit: usize::MAX >> 1, ..MessageQuery::default() };
        let messages = self.system.store().messages(BANK, &messages).unwrap();
        let of_dates = messages.iter().filter(|message| {
            matches!(
                message.kind,
                MessageKind::DeadlineReminder
                    | MessageKind::RecertificationDue
                    | MessageKind::DistributionTomorrow
            )
        });
        assert_eq!(of_dates.count(), sent.len(), "a reminder without its message, or the other way round");
        sent.into_iter().map(|(partner, of, _)| (partner, of)).collect()
    }
}

/// Several sweeps a day, days without any, the clock back and forth: a random walk through two years, with partners that
/// switch emails on and off. What went out is what a day-by-day reckoning allows, and nothing went out twice.
#[test]
fn nothing_goes_out_twice_however_the_clock_walks() {
    let mut life = Life::with_partners(6);
    let on = On::Weekday { nth: 1, weekday: Weekday::Monday };
    let rule = Schedule { on, ..Schedule::monthly(1, 12) };
    life.set("2026-01-02T11:00:00Z", rule);
    let partners = {
        let all = life.system.store().load(
            BANK,
            &[partnerkit::store::Need::PartnersWithEmails {
                since: day("2026-01-01"),
                after: None,
                limit: 99,
            }],
        );
        all.unwrap().partners.into_keys().collect::<Vec<_>>()
    };
    let mut random = 7_u64;
    let mut below = move |most: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % most
    };
    // Since when each partner's emails are on; the clock of these changes only ever goes forward.
    let mut since: BTreeMap<PartnerId, Option<DateTime<Utc>>> =
        partners.iter().map(|id| (*id, Some(at("2026-01-02T10:00:00Z")))).collect();
    let mut clock = at("2026-01-03T00:00:00Z");
    let mut allowed = BTreeSet::new();
    while clock < at("2028-01-01T00:00:00Z") {
        clock += TimeDelta::hours(i64::try_from(below(60)).unwrap());
        if below(8) == 0 {
            let partner = partners[usize::try_from(below(6)).unwrap()];
            let now_on = since[&partner].is_none();
            let patch = PartnerPatch { send_emails: Some(now_on), ..PartnerPatch::default() };
            life.give(STAFF, &clock.to_rfc3339(), Command::UpdatePartner { partner, patch });
            since.insert(partner, now_on.then_some(clock));
        }
        // Now and then the clock of the job is days behind.
        let back = if below(4) == 0 { below(40) } else { 0 };
        let now = clock - TimeDelta::days(i64::try_from(back).unwrap());
        let today = now.date_naive();
        for (partner, since) in &since {
            let Some(since) = since else { continue };
            for reminder in rule.between(day("2026-01-01"), today) {
                if today <= reminder.deadline && since.date_naive() <= reminder.day {
                    allowed.insert((*partner, reminder.day));
                }
            }
        }
        life.run_due(now);
    }
    let sent: BTreeSet<(PartnerId, NaiveDate)> =
        life.reminders().into_iter().map(|(partner, of)| (partner, of.day())).collect();
    assert_eq!(sent, allowed);
    assert!(sent.len() > 60, "{}", sent.len());
}

/// More partners than a batch takes, and a sweep that is run again at the very same moment.
#[test]
fn every_batch_is_gone_through() {
    let count = 2 * DUE_BATCH + 1;
    let mut life = Life::with_partners(count);
    life.set("2026-01-02T11:00:00Z", Schedule::monthly(10, 20));
    let now = at("2026-01-10T08:00:00Z");
    assert_eq!(life.run_due(now), u64::try_from(count).unwrap());
    assert_eq!((life.run_due(now), life.run_due(now)), (0, 0));
    assert_eq!(life.reminders().len(), count);

    // A batch that found nothing is not recorded; one that did is answered again as it was.
    let order = |part| Order {
        id: CommandId(Uuid::from_u128(5)),
        at: at("2026-02-10T08:00:00Z"),
        actor: Actor::Scheduler { bank: BANK },
        command: Command::SendDue { part },
    };
    let first = life.system.execute(&order(DuePart::FIRST)).unwrap();
    assert_eq!(first.due.unwrap().reminded, u64::try_from(DUE_BATCH).unwrap());
    assert_eq!(life.system.execute(&order(DuePart::FIRST)).unwrap(), first);
    let other = life.system.execute(&order(DuePart::Distributions { after: None })).unwrap_err();
    assert_eq!(other.code(), Code::CommandIdReused);
    assert_eq!(life.run_due(at("2026-02-10T09:00:00Z")), u64::try_from(count - DUE_BATCH).unwrap());
}

/// Four sweeps at once, with clocks that differ: each reminder goes out once, and together they send all.
#[test]
fn many_sweeps_at_once_send_each_reminder_once() {
    let count = DUE_BATCH + 50;
    let mut life = Life::with_partners(count);
    life.set("2026-01-02T11:00:00Z", Schedule::monthly(10, 20));
    let now = at("2026-01-10T08:00:00Z");
    std::thread::scope(|scope| {
        for n in 0..4 {
            let life = &life;
            scope.spawn(move || life.system.run_due_bank(BANK, now + TimeDelta::seconds(n)).unwrap());
        }
    });
    assert_eq!(life.reminders().len(), count);
}

/// Approvals on all days of a year, more than a batch takes: each partner is reminded and required on its own days.
#[test]
fn recertification_goes_through_every_batch() {
    let count = DUE_BATCH + 100;
    let mut life = Life::with_partners(count);
    let page = partnerkit::store::PartnerPage { limit: count, ..Default::default() };
    let facts = life.system.store().load(BANK, &[partnerkit::store::Need::Partners(page)]).unwrap();
    let first = day("2026-02-01");
    let approved: BTreeMap<PartnerId, NaiveDate> = facts
        .partners
        .into_keys()
        .zip((0..).map(|n: u64| first.checked_add_days(Days::new(n % 5)).unwrap()))
        .collect();
    for (partner, approved) in &approved {
        life.give(STAFF, &format!("{approved}T12:00:00Z"), Command::InviteAndApprove { partner: *partner });
    }
    let recertification = Recertification { every_months: 1, remind_days_before: [2].into(), grace_days: 3 };
    let patch = BankPatch { recertification: Change::Set(recertification), ..BankPatch::default() };
    life.give(ADMIN, "2026-02-06T12:00:00Z", Command::UpdateBank(patch));
    let (mut reminded, mut required) = (0, 0);
    for today in day("2026-02-20").iter_days().take_while(|today| *today <= day("2026-03-20")) {
        let due = |days: i64| {
            let days_on =
                |approved: &&NaiveDate| **approved + chrono::Months::new(1) + TimeDelta::days(days) == today;
            u64::try_from(approved.values().filter(days_on).count()).unwrap()
        };
        let done = life.system.run_due_bank(BANK, at(&format!("{today}T06:00:00Z"))).unwrap();
        assert_eq!((done.reminded, done.required), (due(-2), due(3)), "{today}");
        (reminded, required) = (reminded + done.reminded, required + done.required);
    }
    let count = u64::try_from(count).unwrap();
    assert_eq!((reminded, required), (count, count));
}

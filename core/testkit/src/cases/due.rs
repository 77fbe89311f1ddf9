//! What the daily job reads, and the reminders that went out.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use partnerkit::bank::Bank;
use partnerkit::distribution::{Distribution, DistributionState};
use partnerkit::id::{GroupId, PartnerId, ReminderId};
use partnerkit::partner::Partner;
use partnerkit::reminder::{Occurrence, Reminder};
use partnerkit::status::Status;
use partnerkit::store::{ChangeSet, Committed, Expect, Need, ReminderPage, Row};

use crate::TestBank;
use crate::sample::{self, at, bank_id, day, distribution_id, group_id, partner_id};

/// Each kind of reminder comes back as written, and outlives its partner.
pub fn a_reminder_comes_back_as_written(here: &TestBank<'_>) {
    here.put([Row::Partner(sample::partner(1))]);
    let all = [
        sample::reminder(1, 1),
        recertification(1, 30),
        recertification(1, 0),
        tomorrow(1, 4),
        Reminder { version: 3, ..tomorrow(1, 5) },
    ];
    here.put(all.iter().cloned().map(Row::Reminder));
    finds(here, page(Some(1), None, 99), &all);
    here.remove([partnerkit::store::RowId::Partner(partner_id(1))]);
    finds(here, page(None, None, 99), &all);
}

/// Reminders come sorted by id, page by page, all of them or one partner's.
pub fn reminders_come_page_by_page(here: &TestBank<'_>) {
    let all: Vec<Reminder> = (1..=6).map(|n| sample::reminder(n, 1 + n % 2)).collect();
    here.put(all.iter().cloned().map(Row::Reminder));
    let mut sorted = all.clone();
    sorted.sort_by_key(|row| row.id);
    finds(here, page(None, None, 4), &sorted[..4]);
    finds(here, page(None, Some(sorted[3].id), 4), &sorted[4..]);
    finds(here, page(None, Some(sorted[5].id), 4), &[]);
    sorted.retain(|row| row.partner == partner_id(2));
    finds(here, page(Some(2), None, 2), &sorted[..2]);
    finds(here, page(Some(2), Some(sorted[1].id), 2), &sorted[2..]);
    finds(here, page(Some(3), None, 2), &[]);
}

/// A reminder goes out once: of many that write the same one at once, one does.
pub fn a_reminder_goes_out_once(here: &TestBank<'_>) {
    for round in 1..=10 {
        let row = sample::reminder(round, 1);
        let expects = vec![Expect::Absent(Row::Reminder(row.clone()).id())];
        let done = AtomicUsize::new(0);
        thread::scope(|scope| {
            for n in 0..4 {
                let (expects, row, done) = (expects.clone(), row.clone(), &done);
                scope.spawn(move || {
                    let messages = vec![sample::message(round * 10 + n, 1)];
                    let changes = ChangeSet { expects, messages, ..here.puts([Row::Reminder(row)]) };
                    if here.commit(&changes) == Committed::Done {
                        done.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
        });
        assert_eq!(done.into_inner(), 1, "round {round}");
    }
    let snapshot = here.snapshot();
    assert_eq!((snapshot.facts.reminders.len(), snapshot.messages.len()), (10, 10));
}

/// Partners with emails come by id, page by page, with their groups and the deadline reminders since a day; not those whose
/// flag is off, and not the deactivated.
pub fn partners_with_emails_come_with_their_groups_and_reminders(here: &TestBank<'_>) {
    let with = |n, send_emails, status, group: Option<GroupId>| {
        let mut partner = Partner { status, ..sample::partner(n) };
        (partner.details.send_emails, partner.details.group) = (send_emails, group);
        if status == Status::Deactivated {
            partner.prior = Some(Status::Approved);
        }
        partner
    };
    let group = sample::group(1);
    let partners = [
        with(1, true, Status::Uninvited, Some(group_id(1))),
        with(2, false, Status::Approved, None),
        with(3, true, Status::Deactivated, None),
        with(4, true, Status::RecertificationRequired, None),
        with(5, true, Status::Approved, Some(group_id(1))),
    ];
    here.put([Row::Group(group.clone())]);
    here.put(partners.iter().cloned().map(Row::Partner));
    let reminders =
        [sample::reminder(3, 1), sample::reminder(4, 1), sample::reminder(2, 4), sample::reminder(9, 4)];
    here.put(reminders.iter().cloned().map(Row::Reminder));
    here.put([Row::Reminder(sample::reminder(9, 2)), Row::Reminder(recertification(4, 30))]);
    let need = |after: Option<PartnerId>, limit| Need::PartnersWithEmails { since: day(3), after, limit };
    let [first, _, _, fourth, fifth] = partners.map(Row::Partner);
    let [at_3, at_4, _, at_9] = reminders.map(Row::Reminder);
    let group = Row::Group(group);
    here.finds(need(None, 2), [first, fourth.clone(), group.clone(), at_3, at_4, at_9.clone()]);
    here.finds(need(Some(partner_id(1)), 9), [fourth, fifth.clone(), group.clone(), at_9]);
    here.finds(need(Some(partner_id(4)), 9), [fifth, group]);
    here.finds(need(Some(partner_id(5)), 9), []);
    here.finds(need(None, 0), []);
}

/// Approved partners come in the order of their approval and then by id, page by page, with their reminders of
/// recertification; not those in another status.
pub fn partners_approved_before_a_moment_are_found(here: &TestBank<'_>) {
    let with =
        |n, status, approved| Partner { status, approved_at: Some(at(approved)), ..sample::partner(n) };
    let partners = [
        with(1, Status::Approved, 30),
        with(2, Status::Approved, 10),
        with(3, Status::Approved, 10),
        with(4, Status::RecertificationRequired, 5),
        with(5, Status::Approved, 40),
    ];
    here.put(partners.iter().cloned().map(Row::Partner));
    here.put([Row::Partner(sample::partner(6))]);
    here.put([recertification(2, 30), recertification(4, 30), sample::reminder(1, 1)].map(Row::Reminder));
    let need = |before, after, limit| Need::ApprovedBefore { before: at(before), after, limit };
    let [first, second, third, _, fifth] = partners.map(Row::Partner);
    let reminder = Row::Reminder(recertification(2, 30));
    here.finds(need(40, None, 9), [second.clone(), third.clone(), first.clone(), reminder.clone()]);
    here.finds(need(10, None, 9), []);
    here.finds(need(41, None, 2), [second, third.clone(), reminder]);
    here.finds(need(41, Some((at(10), partner_id(2))), 2), [third, first]);
    here.finds(need(41, Some((at(30), partner_id(1))), 2), [fifth]);
}

/// Scheduled distributions of a day come by id, page by page, with their partners, requests and the reminders of that day.
pub fn distributions_of_a_day_are_found(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Partner(sample::partner(2)), Row::Request(sample::request(1, 1))]);
    let on =
        |n, partner, date, state| Distribution { date: day(date), state, ..sample::distribution(n, partner) };
    let scheduled = DistributionState::Scheduled;
    let rows = [
        Distribution { request: Some(sample::request_id(1)), ..on(1, 1, 7, scheduled) },
        on(2, 1, 8, scheduled),
        on(3, 2, 7, DistributionState::Complete),
        on(4, 2, 7, scheduled),
        on(5, 2, 7, DistributionState::TakenBack),
    ];
    here.put(rows.iter().cloned().map(Row::Distribution));
    here.put([tomorrow(1, 7), tomorrow(2, 8), recertification(1, 5), tomorrow(2, 7)].map(Row::Reminder));
    let need = |day_of, after, limit| Need::ScheduledOn { day: day(day_of), after, limit };
    let [first, second, _, fourth, _] = rows.map(Row::Distribution);
    let partner = |n| Row::Partner(sample::partner(n));
    let request = Row::Request(sample::request(1, 1));
    let reminders = [tomorrow(1, 7), tomorrow(2, 7)].map(Row::Reminder);
    let [to_first, to_second] = reminders;
    let all = [
        first.clone(),
        fourth.clone(),
        partner(1),
        partner(2),
        request.clone(),
        to_first.clone(),
        to_second.clone(),
    ];
    here.finds(need(7, None, 9), all);
    here.finds(need(7, None, 1), [first, partner(1), request, to_first]);
    here.finds(need(7, Some(distribution_id(1)), 9), [fourth, partner(2), to_second]);
    here.finds(need(8, None, 9), [second, partner(1)]);
    here.finds(need(9, None, 9), []);
}

/// Settings of reminders belong to each bank.
pub fn banks_have_schedules_of_their_own(here: &TestBank<'_>) {
    let full = Bank { name: "Bank".to_owned(), ..sample::full_bank(here.id()) };
    here.put([Row::Bank(full.clone())]);
    let other = TestBank::open(here.store(), sample::bank(bank_id(3)));
    assert_eq!(other.load(&[]).bank.unwrap().settings.reminders, None);
    assert_eq!(here.load(&[]).bank, Some(full));
}

fn recertification(partner: u64, days_before: u32) -> Reminder {
    let of = Occurrence::Recertification { due: day(60), days_before, required_on: day(90) };
    Reminder::new(partner_id(partner), of, at(5))
}

/// A reminder to a partner of the distribution with its own number.
fn tomorrow(partner: u64, date: u64) -> Reminder {
    let of = Occurrence::Tomorrow { distribution: distribution_id(partner), date: day(date) };
    Reminder::new(partner_id(partner), of, at(6))
}

fn page(partner: Option<u64>, after: Option<ReminderId>, limit: usize) -> Need {
    Need::Reminders(ReminderPage { partner: partner.map(partner_id), after, limit })
}

fn finds(here: &TestBank<'_>, need: Need, rows: &[Reminder]) {
    here.finds(need, rows.iter().cloned().map(Row::Reminder));
}

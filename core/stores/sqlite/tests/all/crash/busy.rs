//! Another process holds the write lock: whoever waits is told after the time it has set, and can ask again.

use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewPartner, Order};
use partnerkit::error::Code;
use partnerkit::store::{Need, Store};
use partnerkit::system::System;
use partnerkit_sqlite::{Options, SqliteStore};
use partnerkit_testkit::faults::{Answer, Step, file, import, take};
use partnerkit_testkit::sample::{self, person_id};

use super::lived::{BANK, Part, all, sound};
use super::process::Task;
use super::tell;

const THREADS: u64 = 8;
const EACH: u64 = 5;
const ROWS: u64 = 20;
const PATIENCE: Duration = Duration::from_millis(40);

const STAFF: Actor = Actor::BankStaff { bank: BANK, person: person_id(1) };

/// The n-th thing to do of a thread. The last one of all is the import.
fn step(thread: u64, n: u64) -> Step {
    let number = 1_000 * (thread + 1) + n;
    if (thread, n) == (THREADS - 1, EACH - 1) {
        return import(STAFF, number, file(ROWS));
    }
    let (name, email) = (format!("Storm {thread} {n}"), format!("storm{thread}-{n}@example.org"));
    let command = Command::AddPartner(NewPartner { name, email, ..NewPartner::default() });
    Step::Command(Order { id: sample::command_id(number), at: sample::at(number), actor: STAFF, command })
}

#[test]
fn a_storm_while_another_process_holds_the_lock() {
    let part = Part::import(ROWS);
    let place = part.place();
    let open = || Options::new().busy_timeout(PATIENCE).open(&place.path).unwrap();
    let shared = open();
    let before = all(&shared);
    let mut holder = Task::new("hold", &place.path).start();
    assert_eq!(holder.hear(), "held");

    let (refused, lifted) = (Barrier::new(THREADS as usize + 1), Barrier::new(THREADS as usize + 1));
    let (busy, again) = thread::scope(|scope| {
        let (refused, lifted) = (&refused, &lifted);
        let threads: Vec<_> = (0..THREADS)
            .map(|thread| {
                // Half of them wait for each other in one store, half for the lock of the file.
                let system = System::new(if thread % 2 == 0 { shared.clone() } else { open() });
                scope.spawn(move || {
                    let busy = (0..EACH).map(|n| refused_as_busy(&system, &step(thread, n))).count();
                    refused.wait();
                    lifted.wait();
                    let again = (0..EACH).map(|n| until_done(&system, &step(thread, n))).sum::<u64>();
                    (busy, again)
                })
            })
            .collect();
        refused.wait();
        assert!(all(&shared) == before, "nothing was done");
        holder.nod();
        assert!(holder.end().status.success());
        lifted.wait();
        let each = threads.into_iter().map(|thread| thread.join().unwrap());
        each.fold((0, 0), |(busy, again), (b, a)| (busy + b, again + a))
    });
    tell(&format!(
        "a storm of {THREADS} threads: {busy} times busy while locked out, {again} times afterwards"
    ));
    assert_eq!(busy, usize::try_from(THREADS * EACH).unwrap());

    let after = all(&shared);
    let added = usize::try_from(THREADS * EACH - 1 + ROWS).unwrap();
    assert_eq!(after.facts.partners.len(), before.facts.partners.len() + added);
    assert_eq!(after.history.len(), before.history.len() + added + 1);
    assert_eq!(after.messages.len(), before.messages.len());
    let commands = commands(&shared, before.history.last().unwrap().seq);
    sound(&place.path, &after, commands + usize::try_from(THREADS * EACH - 1).unwrap());
}

/// How many commands of the day are recorded: each of those before the import left one event.
fn commands(store: &SqliteStore, seq: u64) -> usize {
    let recorded = (1..=seq).filter(|n| {
        let needs = [Need::Command(sample::command_id(*n))];
        store.load(BANK, &needs).unwrap().answered.is_some()
    });
    recorded.count()
}

/// Asks, and is told that somebody else writes, not before the patience has ended. Reading goes on meanwhile.
fn refused_as_busy(system: &System<SqliteStore>, step: &Step) {
    let begun = Instant::now();
    let error = take(system, step).unwrap_err();
    assert_eq!(error.code(), Code::StoreBusy, "{error:?}");
    assert!(error.is_retryable());
    assert!(begun.elapsed() >= PATIENCE, "refused after {:?}", begun.elapsed());
    assert!(system.store().load(BANK, &[]).unwrap().bank.is_some());
}

/// Asks until it is done, and answers how often it had to ask again.
fn until_done(system: &System<SqliteStore>, step: &Step) -> u64 {
    for asked in 0.. {
        match take(system, step) {
            Ok(Answer::Done(_)) => return asked,
            Ok(Answer::Imported(receipt)) => {
                assert_eq!(receipt.partners, ROWS);
                return asked;
            }
            Err(error) => assert!(error.is_retryable() && asked < 1_000, "{error:?}"),
        }
    }
    unreachable!("it is done, or has failed above")
}

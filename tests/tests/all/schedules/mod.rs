//! What threads make of one memory store, under thousands of schedules.
//!
//! Each world lets a few threads loose on one bank. First it is played through in every serial order, and each of these
//! outcomes must keep the world's promise. Then a scheduler plays it again and again and chooses who goes next before
//! every call of the store, half of the times at random and half by PCT, which is good at orders that chance seldom finds.
//! Every answer, row, version, event and message must then be exactly those of one of the serial outcomes. Meanwhile an
//! onlooker reads, and must never see rows that the history up to there does not explain.
//!
//! `PARTNERKIT_LONG=1` runs 20,000 schedules of each sort instead of 1,000. The seeds are fixed: a failure comes back, and
//! prints its schedule for `shuttle::replay`.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod gate;
mod worlds;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use gate::{Breed, Gated};
use partnerkit::error::{Error, Reason};
use partnerkit::evolve::fold;
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{Facts, Store};
use partnerkit::system::System;
use partnerkit_testkit::faults::{Answer, Step, take};
use partnerkit_testkit::{Snapshot, TestBank};
use shuttle::scheduler::{PctScheduler, RandomScheduler, Scheduler};
use shuttle::{Config, FailurePersistence, Runner};
use worlds::{BANK, Outcome, World};

type Answers = Vec<Result<Answer, Vec<Reason>>>;

/// How many schedules of each sort all worlds share.
fn schedules() -> usize {
    if conformance::is_long() { 20_000 } else { 1_000 }
}

/// The system a world begins with.
fn opened(world: &World) -> Arc<MemoryStore> {
    let store = Arc::new(MemoryStore::new());
    let system = System::new(Arc::clone(&store));
    for step in &world.ground {
        take(&system, step).unwrap();
    }
    store
}

fn answer<S: Store>(system: &System<S>, step: &Step) -> Result<Answer, Vec<Reason>> {
    take(system, step).map_err(Error::into_reasons)
}

/// Every order of the threads' steps that keeps each thread's own order; a step is named by its thread.
fn serial_orders(left: &mut [usize], so_far: &mut Vec<usize>, orders: &mut Vec<Vec<usize>>) {
    if left.iter().all(|steps| *steps == 0) {
        orders.push(so_far.clone());
    }
    for thread in 0..left.len() {
        if left[thread] == 0 {
            continue;
        }
        left[thread] -= 1;
        so_far.push(thread);
        serial_orders(left, so_far, orders);
        so_far.pop();
        left[thread] += 1;
    }
}

/// The ways a world may end: those of its serial orders, each once.
fn serial_outcomes(world: &World) -> Vec<Outcome> {
    let mut orders = Vec::new();
    let mut left: Vec<usize> = world.threads.iter().map(Vec::len).collect();
    serial_orders(&mut left, &mut Vec::new(), &mut orders);
    let mut outcomes: Vec<Outcome> = Vec::new();
    for order in orders {
        let store = opened(world);
        let system = System::new(Arc::clone(&store));
        let mut answers: Vec<Answers> = vec![Vec::new(); world.threads.len()];
        for thread in order {
            let step = &world.threads[thread][answers[thread].len()];
            answers[thread].push(answer(&system, step));
        }
        let outcome = Outcome { answers, left: TestBank::at(&*store, BANK).snapshot() };
        check_history(&outcome.left, true);
        check_messages(&outcome.left);
        (world.promise)(&outcome);
        if !outcomes.contains(&outcome) {
            outcomes.push(outcome);
        }
    }
    outcomes
}

/// The rows are what the events up to the last one they know of make of nothing; each event about a row raises its version
/// by one, since that is what folding it does. The history may be `whole`, or read a little later than the rows.
fn check_history(seen: &Snapshot, whole: bool) {
    let known = usize::try_from(seen.facts.seq).unwrap();
    assert!(if whole { known == seen.history.len() } else { known <= seen.history.len() });
    let mut folded = Facts::default();
    fold(&mut folded, seen.history.iter().take(known).map(|recorded| &recorded.event)).unwrap();
    let rows = Facts { seq: seen.facts.seq, ..folded };
    assert_eq!(rows, seen.facts, "the rows are not what the history tells");
}

fn check_messages(seen: &Snapshot) {
    let ids: BTreeSet<_> = seen.messages.iter().map(|message| message.id).collect();
    assert_eq!(ids.len(), seen.messages.len(), "a message is there twice");
}

/// What all schedules of a world share.
struct Stage {
    world: World,
    outcomes: Vec<Outcome>,
    seen: Mutex<BTreeSet<usize>>,
}

impl Stage {
    fn new(world: World) -> Arc<Self> {
        let outcomes = serial_outcomes(&world);
        Arc::new(Self { world, outcomes, seen: Mutex::default() })
    }

    /// One schedule.
    fn play(self: &Arc<Self>, breed: Breed) {
        let inner = opened(&self.world);
        let store = Arc::new(Gated::new(Arc::clone(&inner), breed));
        let running: Vec<_> = (0..self.world.threads.len())
            .map(|thread| {
                let (stage, system) = (Arc::clone(self), System::new(Arc::clone(&store)));
                shuttle::thread::spawn(move || -> Answers {
                    stage.world.threads[thread].iter().map(|step| answer(&system, step)).collect()
                })
            })
            .collect();
        // This thread is the onlooker.
        check_history(&TestBank::at(&*store, BANK).snapshot(), false);
        let answers = running.into_iter().map(|thread| thread.join().unwrap()).collect();
        let outcome = Outcome { answers, left: TestBank::at(&*inner, BANK).snapshot() };
        let Some(which) = self.outcomes.iter().position(|serial| *serial == outcome) else {
            panic!("{}: no serial order ends like this: {outcome:#?}", self.world.name);
        };
        self.seen.lock().unwrap().insert(which);
    }

    /// Plays as many schedules as the scheduler offers, and says how many that were.
    fn run(self: &Arc<Self>, scheduler: impl Scheduler + 'static, breed: Breed) -> usize {
        let mut config = Config::new();
        // Whole commands run on a thread, unoptimised and with JSON; the usual 32 KiB are not enough for them.
        config.stack_size = 1 << 20;
        if breed != Breed::Sound {
            // It is meant to fail.
            config.failure_persistence = FailurePersistence::None;
        }
        let stage = Arc::clone(self);
        Runner::new(scheduler, config).run(move || stage.play(breed))
    }
}

const SEED: u64 = 0x5EED;

/// How many places PCT picks where the running thread is put last. Two are enough for "between the load and the commit of
/// one come the load and the commit of another", and the third leaves room for a second such gap.
const DEPTH: usize = 3;

#[test]
fn every_schedule_ends_like_a_serial_order() {
    let worlds = worlds::all();
    let share = schedules().div_ceil(worlds.len());
    let (mut random, mut pct) = (0, 0);
    let start = Instant::now();
    for world in worlds {
        let stage = Stage::new(world);
        random += stage.run(RandomScheduler::new_from_seed(SEED, share), Breed::Sound);
        pct += stage.run(PctScheduler::new_from_seed(SEED, DEPTH, share), Breed::Sound);
        let seen = stage.seen.lock().unwrap().len();
        println!("{}: {seen} of {} serial outcomes seen", stage.world.name, stage.outcomes.len());
        assert_eq!(seen, stage.outcomes.len(), "the schedules of `{}` are too tame", stage.world.name);
    }
    println!("schedules: {random} random and {pct} PCT, in {:.1} s", start.elapsed().as_secs_f64());
    assert!(random >= schedules() && pct >= schedules());
}

/// The worlds in which such a store is caught by such a scheduler, with these words and no others.
fn caught<S: Scheduler + 'static>(breed: Breed, words: &str, scheduler: impl Fn() -> S) -> Vec<&'static str> {
    let bites = |stage: &Arc<Stage>| {
        let Err(panic) = catch_unwind(AssertUnwindSafe(|| stage.run(scheduler(), breed))) else {
            return false;
        };
        let said = panic.downcast_ref::<String>().map_or("", String::as_str);
        assert!(said.contains(words), "`{}` failed for another reason: {said}", stage.world.name);
        true
    };
    worlds::all().into_iter().map(Stage::new).filter(bites).map(|stage| stage.world.name).collect()
}

fn check_caught(breed: Breed, words: &str, expected: &[&str]) {
    assert_eq!(caught(breed, words, || RandomScheduler::new_from_seed(SEED, 100)), expected);
    assert_eq!(caught(breed, words, || PctScheduler::new_from_seed(SEED, DEPTH, 100)), expected);
}

#[test]
fn a_store_that_ignores_expectations_is_caught() {
    // In the other worlds keys of the store have the last word: of the import, of names and addresses, of command ids, and
    // of the one distribution of a request.
    let expected = ["one life", "one claim", "last kind", "daily jobs", "last admin"];
    check_caught(Breed::IgnoresExpects, "no serial order ends like this", &expected);
}

#[test]
fn a_store_that_tears_commits_is_caught() {
    // Where nothing but imports is done, nothing is committed.
    let imports = ["three imports", "one import again"];
    let names = worlds::all().into_iter().map(|world| world.name);
    let expected: Vec<_> = names.filter(|name| !imports.contains(name)).collect();
    check_caught(Breed::TearsCommits, "the rows are not what the history tells", &expected);
}

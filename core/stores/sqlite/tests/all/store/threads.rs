//! Many at once.

use std::sync::Barrier;
use std::thread;

use partnerkit::bank::Bank;
use partnerkit::store::{ChangeSet, Committed, Expect, HistoryQuery, Imported, Need, Row, RowId, Store};
use partnerkit_sqlite::{SqliteStore, open};

use super::import::{File, head, row};
use super::sample::*;

const THREADS: u128 = 8;

/// Runs `work` on all threads at once and gives what each answers.
fn at_once<T: Send>(work: impl Fn(u128) -> T + Sync) -> Vec<T> {
    let barrier = Barrier::new(THREADS as usize);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|number| {
                let (work, barrier) = (&work, &barrier);
                scope.spawn(move || {
                    barrier.wait();
                    work(number)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

/// Adds one to the bank's version, as often as asked, however many do the same.
fn count_up(store: &SqliteStore, thread: u128, times: u128) -> u64 {
    let mut lost = 0;
    for turn in 0..times {
        let number = 10_000 + thread * 1_000 + turn;
        loop {
            let old = store.load(BANK, &[]).unwrap().bank.unwrap();
            let new = Bank { version: old.version + 1, ..old.clone() };
            let changes = ChangeSet {
                expects: vec![Expect::Version(RowId::Bank(BANK), old.version)],
                events: vec![removed(number, number)],
                messages: vec![message(number, number)],
                ..put(number, [Row::Bank(new)])
            };
            match store.commit(&changes).unwrap() {
                Committed::Done => break,
                Committed::Stale => lost += 1,
            }
        }
    }
    lost
}

fn check_counted(store: &SqliteStore, times: u128) {
    let total = u64::try_from(THREADS * times).unwrap();
    let facts = store.load(BANK, &[]).unwrap();
    assert_eq!((facts.bank.unwrap().version, facts.seq), (1 + total, 1 + total));
    let query = HistoryQuery { limit: usize::MAX, ..HistoryQuery::default() };
    let places = store.history(BANK, &query).unwrap().into_iter().map(|recorded| recorded.seq);
    assert!(places.eq(1..=1 + total), "without gaps");
}

#[test]
fn threads_with_one_store_lose_no_update() {
    let (_place, store) = store_with_bank();
    at_once(|thread| count_up(&store, thread, 20));
    check_counted(&store, 20);
}

#[test]
fn stores_on_one_file_lose_no_update() {
    let (place, store) = store_with_bank();
    at_once(|thread| count_up(&open(&place.path).unwrap(), thread, 10));
    check_counted(&store, 10);
}

#[test]
fn a_name_goes_to_one() {
    let (_place, store) = store_with_bank();
    for round in 0..10 {
        let won = at_once(|thread| {
            let number = 1000 + round * 100 + thread;
            store.commit(&put(number, [Row::Partner(partner(number, &format!("name {round}")))])).unwrap()
        });
        assert_eq!(won.iter().filter(|outcome| **outcome == Committed::Done).count(), 1);
    }
}

#[test]
fn of_many_imports_one_wins_and_all_know_which() {
    let (place, store) = store_with_bank();
    let outcomes = at_once(|thread| {
        let own;
        let store = if thread % 2 == 0 {
            &store
        } else {
            own = open(&place.path).unwrap();
            &own
        };
        let first = 2 + u64::try_from(thread).unwrap() * 100;
        let lines = (first..first + 50)
            .map(|line| row(line, &format!("{thread} {line}"), &format!("{line}@x.example"), None));
        let mut file = File::new(lines);
        file.receipt.command = uuid(700 + thread);
        store.import(&head(), &mut file).unwrap()
    });
    let kept = load(&store, Need::Receipt).receipt.unwrap();
    let mut done = 0;
    for outcome in outcomes {
        match outcome {
            Imported::Done(receipt) => {
                done += 1;
                assert_eq!(receipt, kept);
            }
            Imported::Before(receipt) => assert_eq!(receipt, kept),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(done, 1);
    let facts = load(&store, Need::PartnerCounts);
    assert_eq!((facts.counts.values().sum::<u64>(), facts.seq), (50, 52));
}

#[test]
fn a_fresh_file_is_made_once() {
    for _ in 0..10 {
        let place = place();
        let outcomes = at_once(|thread| {
            let store = open(&place.path).unwrap();
            let expects = vec![Expect::Absent(RowId::Bank(BANK))];
            store.commit(&ChangeSet { expects, ..put(thread, [Row::Bank(bank())]) }).unwrap()
        });
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == Committed::Done).count(), 1);
    }
}

/// Tells a child process which file to work on, and which number it has.
const CHILD: &str = "PARTNERKIT_TEST_CHILD";

/// Not a test but what the children of the next one run: each begins with a file that may not be there yet.
#[test]
fn one_of_many_processes() {
    let Ok(child) = std::env::var(CHILD) else { return };
    let (number, path) = child.split_once(' ').unwrap();
    let number = number.parse().unwrap();
    let store = open(path).unwrap();
    let expects = vec![Expect::Absent(RowId::Bank(BANK))];
    let created = vec![removed(number, number)];
    store.commit(&ChangeSet { expects, events: created, ..put(number, [Row::Bank(bank())]) }).unwrap();
    count_up(&store, number, 10);
}

#[test]
fn many_processes_make_one_file_and_lose_no_update() {
    let place = place();
    let children: Vec<_> = (0..THREADS)
        .map(|number| {
            std::process::Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "store::threads::one_of_many_processes"])
                .env(CHILD, format!("{number} {}", place.path.display()))
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    check_counted(&open(&place.path).unwrap(), 10);
}

#[test]
fn readers_see_all_of_a_commit_or_nothing() {
    let (_place, store) = store_with_bank();
    done(&store, &put(2, [Row::Partner(partner(50, "a"))]));
    at_once(|thread| {
        if thread == 0 {
            for turn in 1..=50 {
                let number = 100 + u128::from(turn);
                let row = partnerkit::partner::Partner { version: 1 + turn, ..partner(50, "a") };
                done(
                    &store,
                    &ChangeSet { events: vec![removed(number, 50)], ..put(number, [Row::Partner(row)]) },
                );
            }
        } else {
            for _ in 0..50 {
                let facts = load(&store, Need::Partner(uuid(50)));
                assert_eq!(facts.partners[&uuid(50)].version, facts.seq);
            }
        }
    });
}

//! Many threads at once: one wins, nobody sees half, nothing is lost and nothing done twice.

use std::sync::Barrier;
use std::thread;

use partnerkit::partner::Partner;
use partnerkit::store::{ChangeSet, Committed, Expect, HistoryQuery, Imported, Need, NewImport, Row, RowId};

use crate::TestBank;
use crate::bank::patiently;
use crate::import::ImportFile;
use crate::sample::{self, partner_id};

/// Of two imports at once one is done, and the other gets its receipt.
pub fn of_two_imports_at_once_one_wins(here: &TestBank<'_>) {
    import_at_once(here, 2);
}

/// Of eight imports at once one is done, and the others get its receipt.
pub fn of_eight_imports_at_once_one_wins(here: &TestBank<'_>) {
    import_at_once(here, 8);
}

fn import_at_once(here: &TestBank<'_>, threads: u64) {
    let start = barrier(threads);
    let results: Vec<(Imported, ImportFile)> = thread::scope(|scope| {
        let spawn = |n| {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                import(here, n)
            })
        };
        let running: Vec<_> = (1..=threads).map(spawn).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let mut done = results.iter().filter(|(imported, _)| matches!(imported, Imported::Done(_)));
    let (Some((_, winner)), None) = (done.next(), done.next()) else {
        panic!("exactly one import must be done: {results:?}");
    };
    for (imported, _) in &results {
        let (Imported::Done(receipt) | Imported::Before(receipt)) = imported else {
            panic!("an import was neither first nor late: {imported:?}");
        };
        assert_eq!(*receipt, winner.receipt);
    }
    let found = here.snapshot();
    assert_eq!(found.facts.receipt, Some(winner.receipt.clone()));
    assert_eq!(found.facts.partners.into_values().collect::<Vec<_>>(), winner.partners);
    assert_eq!(found.history.into_iter().map(|read| read.event).collect::<Vec<_>>(), winner.events);
}

/// Imports the n-th file; a store that is busy is asked again with a new one of the same rows.
fn import(here: &TestBank<'_>, n: u64) -> (Imported, ImportFile) {
    const NAMES: [[(&str, &str); 2]; 2] = [
        [("Zebra House", "z@example.org"), ("Ark", "a@example.org")],
        [("Mosaic", "m@example.org"), ("Ark", "a@example.org")],
    ];
    let import = NewImport { bank: here.id(), expects: Vec::new() };
    patiently(|| {
        let names = if n.is_multiple_of(2) { NAMES[0] } else { NAMES[1] };
        let mut file = ImportFile::new(50 + n, names);
        let imported = here.store().import(&import, &mut file)?;
        Ok((imported, file))
    })
}

/// Of many changes at once to one version of a row one is written, and each later one sees it: no update is lost.
pub fn no_update_is_lost(here: &TestBank<'_>) {
    const ROUNDS: u64 = 10;
    here.put([Row::Partner(sample::partner(1))]);
    let row = RowId::Partner(partner_id(1));
    at_once(4, |_| {
        for _ in 0..ROUNDS {
            loop {
                let found =
                    here.load(&[Need::Partner(partner_id(1))]).partners.remove(&partner_id(1)).unwrap();
                let expects = vec![Expect::Version(row, found.version)];
                let events = vec![sample::partner_event(found.version, 1)];
                let next = Partner { version: found.version + 1, ..found };
                let changes = ChangeSet { expects, events, ..here.puts([Row::Partner(next)]) };
                if here.commit(&changes) == Committed::Done {
                    break;
                }
            }
        }
    });
    let found = here.load(&[Need::Partner(partner_id(1))]);
    assert_eq!(found.partners[&partner_id(1)].version, 1 + 4 * ROUNDS);
    let query = HistoryQuery { limit: 999, ..HistoryQuery::default() };
    let events = here.history(&query).into_iter().map(|read| (read.seq, read.event));
    let expected = (1..=4 * ROUNDS).map(|n| (n, sample::partner_event(n, 1)));
    assert_eq!(events.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

/// Of many partners added at once under one name one is added.
pub fn one_name_is_given_once(here: &TestBank<'_>) {
    for round in 0..10 {
        let name = format!("Round {round}");
        let done = at_once(4, |n| {
            let partner = sample::named_partner(100 * round + n, &name);
            here.commit(&here.puts([Row::Partner(partner)])) == Committed::Done
        });
        assert_eq!(done.into_iter().filter(|done| *done).count(), 1, "{name}");
    }
    assert_eq!(here.snapshot().facts.partners.len(), 10);
}

/// One command sent many times at once is done once.
pub fn one_command_is_done_once(here: &TestBank<'_>) {
    for round in 1..=10 {
        let changes = ChangeSet { events: vec![sample::bank_event(round)], ..here.changes() };
        let done = at_once(4, |_| here.commit(&changes) == Committed::Done);
        assert_eq!(done.into_iter().filter(|done| *done).count(), 1);
        assert_eq!(here.seq(), round);
    }
}

/// Nobody sees half of a change set: partners written together are read together, with the events that go with them.
pub fn nobody_sees_half(here: &TestBank<'_>) {
    const VERSIONS: u64 = 25;
    here.put([1, 2].map(|n| Row::Partner(sample::partner(n))));
    at_once(4, |n| {
        if n == 1 {
            for version in 2..=VERSIONS {
                let rows = [1, 2].map(|n| Row::Partner(Partner { version, ..sample::partner(n) }));
                here.done(&ChangeSet { events: vec![sample::bank_event(version)], ..here.puts(rows) });
            }
            return;
        }
        let mut seen = 0;
        while seen < VERSIONS {
            let found = here.load(&[Need::Partner(partner_id(1)), Need::Partner(partner_id(2))]);
            let versions = [1, 2].map(|n| found.partners[&partner_id(n)].version);
            assert_eq!(versions, [found.seq + 1; 2]);
            assert!(seen <= versions[0], "what was read once stays written");
            seen = versions[0];
        }
    });
}

/// Banks do not stand in each other's way.
pub fn banks_work_side_by_side(here: &TestBank<'_>) {
    let banks = at_once(4, |n| {
        let bank = TestBank::open(here.store(), sample::bank(sample::bank_id(10 + n)));
        for n in 1..=10 {
            let events = vec![sample::partner_event(n, n)];
            bank.done(&ChangeSet { events, ..bank.puts([Row::Partner(sample::partner(n))]) });
        }
        bank.snapshot()
    });
    for bank in banks {
        assert_eq!((bank.facts.partners.len(), bank.facts.seq, bank.history.len()), (10, 10, 10));
    }
}

fn barrier(threads: u64) -> Barrier {
    Barrier::new(usize::try_from(threads).unwrap())
}

/// Runs `work` in so many threads that begin together, numbered from 1.
pub(super) fn at_once<T: Send>(threads: u64, work: impl Fn(u64) -> T + Sync) -> Vec<T> {
    let start = barrier(threads);
    thread::scope(|scope| {
        let (start, work) = (&start, &work);
        let spawn = |n| {
            scope.spawn(move || {
                start.wait();
                work(n)
            })
        };
        let running: Vec<_> = (1..=threads).map(spawn).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

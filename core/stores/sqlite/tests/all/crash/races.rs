//! Many processes and threads on one file: one wins, nothing is lost.

use std::path::Path;
use std::sync::Barrier;
use std::thread;
use std::time::Instant;

use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewPartner, Order};
use partnerkit::error::{Code, Error};
use partnerkit::event::What;
use partnerkit::partner::PartnerPatch;
use partnerkit::patch::Change;
use partnerkit::receipt::Receipt;
use partnerkit::system::System;
use partnerkit_sqlite::{SqliteStore, open};
use partnerkit_testkit::faults::{day, take};
use partnerkit_testkit::sample::{self, partner_id, person_id};

use super::lived::{BANK, all, sound};
use super::process::{Started, Task};
use super::{long, tell};

const PROCESSES: u64 = 32;
const THREADS: u64 = 8;
const EACH: u64 = 50;
const STAFF: Actor = Actor::BankStaff { bank: BANK, person: person_id(1) };

/// A file with a bank and one partner, as before the import, and how many commands made it.
fn furnished(path: &Path) -> usize {
    let system = System::new(open(path).unwrap());
    let steps = &day(BANK, 0)[..3];
    steps.iter().for_each(|step| drop(take(&system, step).unwrap()));
    steps.len()
}

#[test]
fn of_32_processes_that_import_at_once_one_wins() {
    const ROWS: u64 = 20;
    let begun = Instant::now();
    let rounds = if long() { 200 } else { 3 };
    for round in 0..rounds {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bank.db");
        let commands = furnished(&path);
        let task = Task::new("import once", &path).with("PARTNERKIT_ROWS", ROWS);
        let said =
            all_at_once((0..PROCESSES).map(|n| task.clone().with("PARTNERKIT_N", n).start()).collect());
        let receipts = |word: &str| -> Vec<Receipt> {
            let told = said.iter().filter_map(|line| line.strip_prefix(word));
            told.map(|receipt| serde_json::from_str(receipt).unwrap()).collect()
        };
        let (won, lost) = (receipts("won "), receipts("lost "));
        assert_eq!((won.len(), lost.len() as u64), (1, PROCESSES - 1), "round {round}: {said:?}");
        assert!(lost.iter().all(|receipt| *receipt == won[0]), "everybody is told of the same: {said:?}");
        let found = all(&open(&path).unwrap());
        assert_eq!(found.facts.receipt.as_ref(), Some(&won[0]));
        assert_eq!(found.facts.partners.len() as u64, ROWS + 1);
        sound(&path, &found, commands);
    }
    let seconds = begun.elapsed().as_secs();
    tell(&format!(
        "{PROCESSES} processes imported at once, {rounds} rounds in {seconds} s: each time one won"
    ));
}

/// Lets all go on when all are ready, and gives the last thing each says.
fn all_at_once(mut children: Vec<Started>) -> Vec<String> {
    for child in &mut children {
        assert_eq!(child.hear(), "ready");
    }
    children.iter_mut().for_each(Started::nod);
    let end = |child: Started| {
        let ended = child.end();
        assert!(ended.status.success(), "{ended:?}");
        ended.said.last().map(|words| words.join(" ")).unwrap_or_default()
    };
    children.into_iter().map(end).collect()
}

/// Changes the same partner so many times, each time to something new.
pub fn count_up(system: &System<SqliteStore>, n: u64, times: u64) {
    for turn in 0..times {
        let patch = PartnerPatch { notes: Change::Set(format!("{n} {turn}")), ..PartnerPatch::default() };
        let order = order(10_000 * (n + 1) + turn, Command::UpdatePartner { partner: partner_id(1), patch });
        // Others may be faster again and again; then the same order is given once more.
        while let Err(error) = system.execute(&order) {
            assert_eq!(error.code(), Code::TooManyConflicts, "{error:?}");
        }
    }
}

fn order(n: u64, command: Command) -> Order {
    Order { id: sample::command_id(n), at: sample::at(n), actor: STAFF, command }
}

/// Every change is in the history once, and the version has counted each.
fn check_counted(path: &Path, commands: usize, times: u64) {
    let found = all(&open(path).unwrap());
    assert_eq!(found.facts.partners[&partner_id(1)].version, 1 + times);
    let seqs = found.history.iter().map(|read| read.seq);
    assert!(seqs.eq(1..=commands as u64 + times), "without gaps");
    let note = |what: &What| match what {
        What::PartnerUpdated { patch, .. } => patch.notes.value().cloned(),
        _ => None,
    };
    let mut said: Vec<String> = found.history.iter().filter_map(|read| note(&read.event.what)).collect();
    let all = said.len();
    said.sort();
    said.dedup();
    assert_eq!((said.len() as u64, all as u64), (times, times), "each change once");
    sound(path, &found, commands + usize::try_from(times).unwrap());
}

#[test]
fn threads_lose_no_update() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bank.db");
    let commands = furnished(&path);
    at_once(&path, |n, system, _| count_up(system, n, EACH));
    check_counted(&path, commands, THREADS * EACH);
    tell(&format!("{THREADS} threads changed one partner {EACH} times each: no update lost"));
}

#[test]
fn processes_lose_no_update() {
    const EACH: u64 = 25;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bank.db");
    let commands = furnished(&path);
    let task = Task::new("count up", &path).with("PARTNERKIT_ROWS", EACH);
    all_at_once((0..THREADS).map(|n| task.clone().with("PARTNERKIT_N", n).start()).collect());
    check_counted(&path, commands, THREADS * EACH);
    tell(&format!("{THREADS} processes changed one partner {EACH} times each: no update lost"));
}

#[test]
fn a_name_goes_to_one_of_many() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bank.db");
    let commands = furnished(&path);
    let won = at_once(&path, |n, system, together| {
        let turn = |turn: &u64| {
            together.wait();
            add_named(system, n, *turn)
        };
        (0..EACH).filter(turn).count() as u64
    });
    assert_eq!(won.iter().sum::<u64>(), EACH, "{won:?}");
    let found = all(&open(&path).unwrap());
    assert_eq!(found.facts.partners.len() as u64, 1 + EACH);
    sound(&path, &found, commands + usize::try_from(EACH).unwrap());
    tell(&format!("{THREADS} threads asked for each of {EACH} names: one got it; by thread {won:?}"));
}

/// Adds a partner under the name of the turn, all under the same; whether it got the name.
fn add_named(system: &System<SqliteStore>, n: u64, turn: u64) -> bool {
    let (name, email) = (format!("Turn {turn}"), format!("turn{turn}-{n}@example.org"));
    let new = NewPartner { name, email, ..NewPartner::default() };
    let order = order(10_000 * (n + 1) + turn, Command::AddPartner(new));
    loop {
        match system.execute(&order).map_err(|error: Error| error.code()) {
            Ok(_) => return true,
            Err(Code::NameTaken) => return false,
            Err(code) => assert_eq!(code, Code::TooManyConflicts),
        }
    }
}

/// Runs `work` in so many threads that begin together and can meet again at the barrier, half of them with one store and
/// half with one of their own.
fn at_once<T: Send>(path: &Path, work: impl Fn(u64, &System<SqliteStore>, &Barrier) -> T + Sync) -> Vec<T> {
    let (start, shared) = (Barrier::new(THREADS as usize), open(path).unwrap());
    thread::scope(|scope| {
        let (start, work) = (&start, &work);
        let spawn = |n| {
            let system = System::new(if n % 2 == 0 { shared.clone() } else { open(path).unwrap() });
            scope.spawn(move || {
                start.wait();
                work(n, &system, start)
            })
        };
        let running: Vec<_> = (0..THREADS).map(spawn).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

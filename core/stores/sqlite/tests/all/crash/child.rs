//! What the other processes do.

use std::io::Write;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use partnerkit::actor::Actor;
use partnerkit::error::Error;
use partnerkit::store::Store;
use partnerkit::system::System;
use partnerkit_sqlite::{Options, open};
use partnerkit_testkit::faults::{Answer, day, file, import, take};
use partnerkit_testkit::sample::person_id;
use rusqlite::Connection;

use super::lived::{BANK, all, digest};
use super::process::MARK;
use super::races::count_up;

/// Does what the environment says, and ends the process without the words of the test harness.
pub fn run() {
    match word::<String>("PARTNERKIT_CHILD").as_str() {
        "live" => live(),
        "hold" => hold(),
        "import once" => import_once(),
        "count up" => {
            let store = open(path()).unwrap();
            say("ready");
            wait();
            count_up(&System::new(store), word("PARTNERKIT_N"), word("PARTNERKIT_ROWS"));
        }
        other => panic!("nobody knows how to {other}"),
    }
    std::process::exit(0);
}

fn word<T: FromStr>(name: &str) -> T {
    let value = std::env::var(name).unwrap_or_else(|_| panic!("{name} is missing"));
    value.parse().unwrap_or_else(|_| panic!("{name} is not {value}"))
}

fn path() -> PathBuf {
    word("PARTNERKIT_FILE")
}

/// Tells the parent. Each line is written at once, so that all of it is known even of a process that is killed.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{MARK}{line}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

/// Waits until the parent nods, or has no more to say.
fn wait() {
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

/// Lives a part of the day. What fails is tried once more; what fails again is given up.
fn live() {
    let steps = day(BANK, word("PARTNERKIT_ROWS"));
    let (from, to): (usize, usize) = (word("PARTNERKIT_FROM"), word("PARTNERKIT_TO"));
    let pauses = std::env::var_os("PARTNERKIT_PAUSES").is_some();
    say("ready");
    let Some(store) = twice("open", || open(path())) else { return };
    let system = System::new(store);
    for (place, step) in steps.iter().enumerate().take(to).skip(from) {
        if pauses {
            say("next");
            wait();
        }
        if twice(&place.to_string(), || take(&system, step)).is_none() {
            return;
        }
        say(&format!("done {place}"));
    }
    // Closing folds the log into the file: that may go wrong, too.
    drop(system);
    say("closed");
}

fn twice<T>(what: &str, ask: impl Fn() -> Result<T, Error>) -> Option<T> {
    for _ in 0..2 {
        match ask() {
            Ok(answer) => return Some(answer),
            Err(error) => {
                let seen = seen().unwrap_or_else(|_| "unseen".to_owned());
                say(&format!("failed {what} {} {seen} {error:?}", error.code()));
            }
        }
    }
    say("given_up");
    None
}

/// What somebody else sees in the file right after a failure.
fn seen() -> Result<String, Error> {
    let store = open(path())?;
    // A snapshot takes any failure for a broken test, and here a failure may have been asked for.
    store.load(BANK, &[])?;
    Ok(digest(&all(&store)))
}

/// Holds the write lock until the parent nods.
fn hold() {
    let raw = Connection::open(path()).unwrap();
    raw.execute_batch("BEGIN IMMEDIATE").unwrap();
    say("held");
    wait();
    raw.execute_batch("ROLLBACK").unwrap();
}

/// Imports under an order of its own, all together with others, and tells the receipt.
fn import_once() {
    let store = Options::new().busy_timeout(Duration::from_secs(60)).open(path()).unwrap();
    let system = System::new(store);
    let actor = Actor::BankStaff { bank: BANK, person: person_id(1) };
    let step = import(actor, 1_000 + word::<u64>("PARTNERKIT_N"), file(word("PARTNERKIT_ROWS")));
    say("ready");
    wait();
    match take(&system, &step) {
        Ok(Answer::Imported(receipt)) => say(&format!("won {}", serde_json::to_string(&receipt).unwrap())),
        Err(error) if error.code() == partnerkit::error::Code::AlreadyImported => {
            say(&format!("lost {}", error.params()["receipt"]));
        }
        other => panic!("{other:?}"),
    }
}

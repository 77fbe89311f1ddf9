//! The daily job with a reminder due to each of 100,000 partners, beside the bare inserts of the messages it writes.

use std::path::Path;

use chrono::{DateTime, Utc};
use partnerkit::actor::Actor;
use partnerkit::bank::BankPatch;
use partnerkit::command::{Command, Order};
use partnerkit::patch::Change;
use partnerkit::schedule::Schedule;
use partnerkit::system::System;
use rusqlite::TransactionBehavior;
use rusqlite::types::Value;

use crate::Outcome;
use crate::command::{connect, create_bank};
use crate::import::{import, measured, spawn, write_file};
use crate::sample::{BANK, at, id};
use crate::table::{Goal, row};

const PARTNERS: usize = 100_000;
const ROUNDS: usize = 2;

pub fn bench() -> Outcome {
    let folder = tempfile::tempdir()?;
    let [csv, before, ours, floor] =
        ["partners.csv", "before.db", "ours.db", "floor.db"].map(|name| folder.path().join(name));
    // Half of the file's partners want emails.
    write_file(&csv, PARTNERS * 2)?;
    {
        let system = System::new(partnerkit_sqlite::open(&before)?);
        create_bank(&system)?;
        let patch = BankPatch { reminders: Change::Set(Schedule::monthly(20, 5)), ..BankPatch::default() };
        let actor = Actor::BankAdmin { bank: BANK, person: id(1, 1) };
        let command = Command::UpdateBank(patch);
        system.execute(&Order { id: id(12, 0), at: at(), actor, command })?;
        import(&system, &csv)?;
    }
    let (mut took, mut bare, mut peak) = (f64::INFINITY, f64::INFINITY, 0.0_f64);
    for _ in 0..ROUNDS {
        std::fs::copy(&before, &ours)?;
        let run = spawn(&["due".as_ref(), ours.as_ref(), "".as_ref()])?;
        (took, peak) = (took.min(run.seconds), peak.max((run.peak - run.start) / 1024.0));
        std::fs::copy(&before, &floor)?;
        let run = spawn(&["due-floor".as_ref(), floor.as_ref(), ours.as_ref()])?;
        bare = bare.min(run.seconds);
    }
    let each = |seconds: f64| seconds * 1e6 / PARTNERS as f64;
    let floor = Some(("the bare inserts of the messages", each(bare)));
    row(&format!("run_due with {PARTNERS} reminders due, each"), "µs", each(took), floor, Goal::AtMost(5.0));
    row("its memory above the start", "MiB", peak, None, Goal::Under(64.0));
    Ok(())
}

/// In this process: the job on the store, or the inserts of the messages that `from` has.
pub fn child(which: &str, store: &str, from: &str) -> Outcome {
    if which == "due-floor" { floor(Path::new(store), Path::new(from)) } else { job(store) }
}

fn job(store: &str) -> Outcome {
    let system = System::new(partnerkit_sqlite::open(store)?);
    let now: DateTime<Utc> = "2027-01-20T09:00:00Z".parse()?;
    measured(|| {
        let done = system.run_due_bank(BANK, now)?;
        if usize::try_from(done.reminded)? == PARTNERS { Ok(()) } else { Err("not all were reminded".into()) }
    })
}

/// All messages, read beforehand, in one transaction with one statement.
fn floor(store: &Path, from: &Path) -> Outcome {
    let source = connect(from)?;
    let mut read = source.prepare("SELECT * FROM messages")?;
    let columns = read.column_count();
    let all: Vec<Vec<Value>> = read
        .query_map([], |row| (0..columns).map(|n| row.get(n)).collect())?
        .collect::<rusqlite::Result<_>>()?;
    let mut connection = connect(store)?;
    measured(|| {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let marks = vec!["?"; columns].join(", ");
            let mut insert = transaction.prepare(&format!("INSERT INTO messages VALUES ({marks})"))?;
            for message in &all {
                insert.execute(rusqlite::params_from_iter(message))?;
            }
        }
        Ok(transaction.commit()?)
    })
}

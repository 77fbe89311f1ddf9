//! A bank taken out and in again: 100,000 partners and 1,000,000 events, in flat memory.

use std::fs::File;
use std::io::BufWriter;

use partnerkit::bank::BankPatch;
use partnerkit::event::{Event, What};
use partnerkit::store::{ChangeSet, CommandRecord, Committed, Store};
use partnerkit::system::System;

use crate::Outcome;
use crate::command::create_bank;
use crate::import::{import, measured, spawn, write_file};
use crate::sample::{BANK, at, id, staff};
use crate::table::{Goal, row};

const PARTNERS: usize = 100_000;
const EVENTS: usize = 1_000_000;
/// Events in one change set.
const AT_ONCE: usize = 1_000;

pub fn bench() -> Outcome {
    let folder = tempfile::tempdir()?;
    let [csv, from, file, to] =
        ["partners.csv", "from.db", "bank.ndjson", "to.db"].map(|name| folder.path().join(name));
    write_file(&csv, PARTNERS)?;
    {
        let system = System::new(partnerkit_sqlite::open(&from)?);
        create_bank(&system)?;
        import(&system, &csv)?;
        for n in 0..(EVENTS - PARTNERS) / AT_ONCE {
            lived(system.store(), n)?;
        }
    }
    for (what, store) in [("out", &from), ("in", &to)] {
        let run = spawn(&[what.as_ref(), store.as_ref(), file.as_ref()])?;
        let each = run.seconds * 1e6 / (PARTNERS + EVENTS) as f64;
        let bank = format!("a bank of {PARTNERS} partners and {EVENTS} events taken {what}");
        row(&format!("{bank}, a row or event"), "µs", each, None, Goal::None);
        row("its memory above the start", "MiB", (run.peak - run.start) / 1024.0, None, Goal::Under(64.0));
    }
    Ok(())
}

/// The n-th command with a thousand events.
fn lived(store: &impl Store, n: usize) -> Outcome {
    let command = id(11, n);
    let patch = BankPatch { copies_of_requests: Some(n.is_multiple_of(2)), ..BankPatch::default() };
    let event = Event { at: at(), by: staff(), command, what: What::BankUpdated(patch) };
    let committed = store.commit(&ChangeSet {
        bank: BANK,
        command: CommandRecord { id: command, digest: vec![0; 32], at: at(), answer: serde_json::json!({}) },
        expects: Vec::new(),
        writes: Vec::new(),
        events: vec![event; AT_ONCE],
        messages: Vec::new(),
    })?;
    if committed == Committed::Done { Ok(()) } else { Err("the bank is not there".into()) }
}

/// In this process: `out` or `in`, the store and the file.
pub fn child(which: &str, store: &str, file: &str) -> Outcome {
    let system = System::new(partnerkit_sqlite::open(store)?);
    measured(|| {
        if which == "out" {
            system.write_out(BANK, BufWriter::new(File::create(file)?))?;
        } else {
            system.read_in(File::open(file)?)?;
        }
        Ok(())
    })
}

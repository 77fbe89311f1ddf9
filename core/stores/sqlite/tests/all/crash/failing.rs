//! Disks that fail or are full: typed errors, nothing half-written, and the retry works.

use std::collections::BTreeMap;
use std::time::Instant;

use super::killed::chosen;
use super::lived::Part;
use super::process::Ended;
use super::{long, tell};

/// Calls that may fail on a bad disk.
const CALLS: [&str; 9] = [
    "read",
    "pread64",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "fallocate",
    "?unlink,unlinkat",
];

/// What the store may say when the disk does not do what it should. `store_unavailable` comes where a file cannot be
/// opened, `store_full` only where there is no more room.
const FAILED: [&str; 2] = ["store_failed", "store_unavailable"];
const FULL: [&str; 3] = ["store_full", "store_failed", "store_unavailable"];

#[test]
fn a_disk_that_fails_once() {
    let part = Part::whole_day();
    fail_at_every_call("EIO in one call of a day", &part, "error=EIO", "", &FAILED, 24);
    fail_at_every_call("ENOSPC in one call of a day", &part, "error=ENOSPC", "", &FULL, 24);
}

#[test]
fn a_disk_that_fails_from_then_on() {
    let part = Part::whole_day();
    fail_at_every_call("EIO from one call of a day on", &part, "error=EIO", "+", &FAILED, 24);
    fail_at_every_call("ENOSPC from one call of a day on", &part, "error=ENOSPC", "+", &FULL, 24);
}

#[test]
fn a_disk_that_fails_in_an_import() {
    let part = Part::import(300);
    fail_at_every_call("EIO in one call of an import", &part, "error=EIO", "", &FAILED, 12);
    fail_at_every_call("ENOSPC in one call of an import", &part, "error=ENOSPC", "", &FULL, 12);
    fail_at_every_call("ENOSPC from one call of an import on", &part, "error=ENOSPC", "+", &FULL, 12);
}

#[test]
fn a_disk_with_less_room_than_is_needed() {
    let begun = Instant::now();
    let part = Part::whole_day();
    let (mut blocks, mut found) = (0, Vec::new());
    loop {
        let place = part.place();
        let ended = place.task().limit(blocks);
        let code = failure(&format!("{blocks} blocks"), &part, &ended, &FAILED, false);
        found.push(place.check(&ended));
        if code == "unnoticed" {
            assert_eq!(ended.steps_done(), part.part.len());
            break;
        }
        blocks += if long() { 8 } else { 16 + blocks / 4 };
    }
    let seconds = begun.elapsed().as_secs();
    tell(&format!("room for less than {blocks} blocks, in {seconds} s; steps done each time {found:?}"));
    assert!(
        found.iter().any(|steps| (1..part.part.end).contains(steps)),
        "the room never ended in the middle"
    );
}

fn fail_at_every_call(what: &str, part: &Part, how: &str, from_then_on: &str, codes: &[&str], most: usize) {
    let begun = Instant::now();
    let mut seen = BTreeMap::<String, usize>::new();
    let counted = part.place().task().count(&CALLS);
    for (call, total) in &counted {
        for n in chosen(*total, most) {
            let place = part.place();
            let ended = place.task().spoil(call, how, &format!("{n}{from_then_on}"));
            let at = format!("{what}: {call} {n}");
            // Some of what it cannot read SQLite itself calls damaged.
            let read = call.contains("read").then_some("store_corrupt");
            let codes: Vec<&str> = codes.iter().copied().chain(read).collect();
            let code = failure(&at, part, &ended, &codes, from_then_on.is_empty());
            *seen.entry(format!("{call} {code}")).or_default() += 1;
            place.check(&ended);
        }
    }
    let (hit, seconds) = (seen.values().sum::<usize>(), begun.elapsed().as_secs());
    tell(&format!("{what}: {hit} points in {seconds} s; answers {seen:?}"));
    assert!(seen.keys().any(|key| key.ends_with(codes[0])), "{what}: nothing said {}", codes[0]);
}

/// What a process said that met the failure. It may have met none worth telling: what only folds the log into the file
/// can be done later.
fn failure(at: &str, part: &Part, ended: &Ended, codes: &[&str], once: bool) -> String {
    assert!(!ended.was_killed(), "{at}: {ended:?}");
    let failed: Vec<_> = ended.lines("failed").collect();
    for words in &failed {
        assert!(codes.contains(&words[1].as_str()), "{at}: {words:?}");
    }
    let gave_up = ended.lines("given_up").count();
    if once {
        assert!(gave_up == 0 && failed.len() <= 1, "{at}: the retry works: {ended:?}");
        assert_eq!(ended.steps_done(), part.part.len(), "{at}");
    }
    for words in &failed {
        let [step, _, seen, ..] = words else { panic!("{at}: {words:?}") };
        if let Ok(step) = step.parse()
            && seen != "unseen"
        {
            assert!(part.is_after(step, seen), "{at}: it was said that nothing was done: {ended:?}");
        }
    }
    failed.first().map_or_else(|| "unnoticed".to_owned(), |words| words[1].clone())
}

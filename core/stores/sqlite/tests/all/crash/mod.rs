//! The store when things go wrong around it: processes that are killed, disks that fail or are full, files that are
//! locked or made read-only, and many processes and threads at once.
//!
//! Most of it happens in other processes. They run this same program, told by variables of the environment what to do
//! (see [`child`]), most of them under `strace`, which ends them at a system call or makes the call fail.
//!
//! `PARTNERKIT_LONG=1` takes every point there is instead of some of them.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod busy;
mod child;
mod failing;
mod killed;
mod lived;
mod process;
mod races;
mod read_only;

use std::io::Write;

/// Whether everything is to be tried, and not a part of it.
fn long() -> bool {
    std::env::var_os("PARTNERKIT_LONG").is_some_and(|value| value == "1")
}

/// Says how much was tried, also when the test passes and what it prints is swallowed.
fn tell(what: &str) {
    std::io::stderr().write_all(format!("{what}\n").as_bytes()).unwrap();
}

/// No test, but what the other processes run. Who runs all that is ignored has nothing to tell it.
#[test]
#[ignore = "run by the other tests"]
fn run_as_child() {
    if std::env::var_os("PARTNERKIT_CHILD").is_some() {
        child::run();
    }
}

//! Runs the scenarios of `scenarios/*.json` against any store, through the wire format alone: text in, JSON out.
//!
//! The rules of the format stand in `scenarios/README.md`. They need no Rust: other languages replay the same files.

#![expect(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test library: what goes wrong must stop the test, and indexing into JSON gives null for what is not there"
)]

mod actors;
pub mod coverage;
mod explained;
mod format;
pub mod generated;
mod kotlin;
mod matching;
mod names;
mod pages;
mod python;
mod ruby;
mod run;
mod schema;
pub mod stores;
mod swift;
mod typescript;

use std::fmt;

use serde_json::Value;

pub use format::{File, Scenario, Setups, Step, Then, folder, load, parse};
pub use names::{expand, id_of};
pub use run::{Ran, Watch, run};

/// Whether everything is to be tried, and not a part of it: `tests/run --long` sets `PARTNERKIT_LONG=1`.
#[must_use]
pub fn is_long() -> bool {
    std::env::var_os("PARTNERKIT_LONG").is_some_and(|value| value == "1")
}

/// Sends one message and gives its answer, both as they stand on the wire.
pub type Serve = Box<dyn Fn(&str) -> Value>;

/// Opens a system over an empty store.
pub type Open = dyn Fn() -> Serve;

/// What went otherwise than a scenario says.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The file.
    pub file: String,
    /// The scenario.
    pub scenario: String,
    /// The step, as it stands in the file, with its number from 1.
    pub step: String,
    /// What was expected.
    pub expected: String,
    /// What came.
    pub got: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, scenario, step, expected, got } = self;
        write!(f, "{file}: {scenario}\n  step {step}\n  expected {expected}\n  got      {got}")
    }
}

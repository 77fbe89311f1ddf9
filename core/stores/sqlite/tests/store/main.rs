//! The store against its contract.
#![expect(clippy::unwrap_used, reason = "helpers of tests are tests")]

mod conflicts;
mod import;
mod import_clashes;
mod large;
mod logs;
mod needs;
mod opening;
mod rows;
mod sample;
mod threads;

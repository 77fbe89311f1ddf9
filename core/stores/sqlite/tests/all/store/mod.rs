//! The store against its contract.
#![expect(clippy::unwrap_used, reason = "what tests are made of is a test")]

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

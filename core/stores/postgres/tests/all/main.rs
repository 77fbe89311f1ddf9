//! All integration tests of the store in PostgreSQL, in one program: each program links everything once more.
#![expect(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod conformance;
mod faults;
mod interleavings;
mod joining;
mod opening;
mod outages;
#[path = "server/own.rs"]
mod own;
mod plans;
mod portable;
mod server;
mod tls;
#[path = "server/work.rs"]
mod work;

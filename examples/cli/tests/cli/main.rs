//! Runs the program as people and scripts do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may fail loudly, and so may what they share"
)]

mod bad_files;
mod demo;
mod import;
mod kit;
mod lifecycle;
mod outbox;
mod partners;
mod people;
mod race;
mod reminders;
mod server;
mod sync;
mod take_along;
mod texts;
mod what_if;
mod wire;

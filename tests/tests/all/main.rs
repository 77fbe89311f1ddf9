//! All tests of this crate, in one program: each program links everything once more.

mod export;
mod generated;
mod guide;
mod interleavings;
mod large;
mod moving;
mod partitions;
mod runner;
mod scenarios;
mod schedules;
mod schema;
mod sequences;
mod tokens;
mod wire_snapshots;

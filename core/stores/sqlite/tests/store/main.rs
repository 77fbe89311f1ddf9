//! The store against its contract.

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

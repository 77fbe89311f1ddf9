//! What must hold for any input. Each check panics when it does not.
//!
//! The programs under `targets` feed them with what libFuzzer thinks up; `tests/fuzz` runs those.

pub mod commands;
pub mod import;
pub mod text;
pub mod wire;
mod world;

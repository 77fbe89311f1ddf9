//! Checks that must hold for any input. Each check panics where its promise is broken.
//!
//! `tests/seeds.rs` replays the kept inputs. The programs under `targets` generate new ones with libFuzzer; `tests/fuzz`
//! runs those programs.

pub mod commands;
pub mod import;
pub mod text;
pub mod wire;
mod world;

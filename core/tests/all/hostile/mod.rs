//! Hostile input, each with its expected outcome written down: files, addresses, names, and texts in every field.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod emails;
mod fields;
mod files;
mod formulas;
mod looks;
mod texts;

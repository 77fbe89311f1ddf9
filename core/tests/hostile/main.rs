//! Hostile input, each with its expected outcome written down: files, addresses, names, and texts in every field.

mod emails;
mod fields;
mod files;
mod formulas;
mod looks;
mod texts;

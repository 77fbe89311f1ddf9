//! Certifies stores of partnerkit, anybody's.
//!
//! A store is right when it keeps the promises of [`partnerkit::store::Store`]. Each promise is a case here, and a third
//! party runs all of them with three lines in a test file:
//!
//! ```
//! # use partnerkit::store::memory::MemoryStore as MyStore;
//! use partnerkit_testkit::store_conformance;
//!
//! store_conformance!(my_store, MyStore::new);
//! ```
//!
//! Every case runs on a fresh store, in one bank beside another that holds rows with the same ids and names, and which
//! must come out as it was. The cases speak only of what the trait promises; where it leaves something open (the order of
//! clashes within a line, which five of many look-alikes), so do they.
//!
//! [`model`] is a second, slow and readable telling of the rules, to compare the library with.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "assertions are what this crate is for"
)]

pub mod bank;
pub mod cases;
pub mod conformance;
pub mod faults;
pub mod import;
mod kept;
pub mod model;
pub mod sample;

pub use bank::{Snapshot, TestBank, run};
pub use conformance::{CASES, Case};
pub use kept::Kept;

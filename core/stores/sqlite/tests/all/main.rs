//! All integration tests of the store in SQLite, in one program: each program links everything once more.

mod conformance;
mod crash;
mod store;

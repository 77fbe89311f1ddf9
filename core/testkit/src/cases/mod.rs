//! The cases: what every store must do, one function each. All of them panic when the store under test does not.

pub mod changes;
pub mod clashes;
pub mod due;
pub mod faults;
pub mod imports;
pub mod keys;
pub mod log;
pub mod needs;
pub mod outbox;
pub mod pages;
pub mod races;
pub mod references;
pub mod rows;
pub mod whole;

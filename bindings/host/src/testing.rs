//! The promises of the storage trait, asked of stores in other languages.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use partnerkit::store::Store;
use partnerkit_testkit::{CASES, run};

/// The theme and the name of every case, in their order.
#[must_use]
pub fn cases() -> Vec<(&'static str, &'static str)> {
    CASES.iter().map(|case| (case.theme, case.name)).collect()
}

/// Runs one case on a fresh store. What is wrong with it, or nothing.
pub fn run_case(number: usize, store: &dyn Store) -> Option<String> {
    let Some(case) = CASES.get(number) else { return Some("there is no such case".to_owned()) };
    // A broken promise is a panic, which must not go on into another language. Nothing is used again that it left half done.
    catch_unwind(AssertUnwindSafe(|| run(store, case.run))).err().map(|why| said(&*why))
}

fn said(why: &(dyn Any + Send)) -> String {
    let text =
        why.downcast_ref::<String>().map(String::as_str).or_else(|| why.downcast_ref::<&str>().copied());
    text.unwrap_or("it panicked").to_owned()
}

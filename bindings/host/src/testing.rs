//! The promises of the storage trait, asked of stores in other languages.
//!
//! The kit is large, and phones never run it: it is there with the feature `kit`. Without it there is one case, which fails and
//! says so, so that no store is ever taken for checked that was not.

#[cfg(feature = "kit")]
pub use self::with::{cases, run_case};
#[cfg(not(feature = "kit"))]
pub use self::without::{cases, run_case};

#[cfg(feature = "kit")]
mod with {
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
}

#[cfg(not(feature = "kit"))]
mod without {
    use partnerkit::store::Store;

    /// The one case.
    #[must_use]
    pub fn cases() -> Vec<(&'static str, &'static str)> {
        vec![("kit", "the_kit_is_part_of_this_library")]
    }

    /// That no store can be checked.
    pub fn run_case(_: usize, _: &dyn Store) -> Option<String> {
        let why = "this library was built as phones carry it, without the conformance kit: check stores with one that was built \
                   with the feature `kit`";
        Some(why.to_owned())
    }
}

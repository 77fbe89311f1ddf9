//! The promises of the storage trait, asked of stores written in JavaScript.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use napi::bindgen_prelude::Object;
use napi::{Env, Result};
use napi_derive::napi;
use partnerkit::store::Store;
use partnerkit::store::calls::CallStore;
use partnerkit_testkit::{CASES, Case};

use crate::alone::Alone;
use crate::pool::promise;
use crate::store::{JsCalls, NativeStore};

/// The names of all cases, in their order.
#[napi]
#[must_use]
pub fn cases() -> Vec<String> {
    CASES.iter().map(|case| format!("{} {}", case.theme, case.name)).collect()
}

/// Runs one case on a fresh store. A promise of what is wrong with it, or nothing.
///
/// # Errors
/// When Node cannot make a promise.
#[napi]
pub fn run_case<'env>(
    env: &'env Env,
    number: u32,
    store: &NativeStore,
    is_map: bool,
) -> Result<Object<'env>> {
    let store = store.clone();
    promise(env, move || {
        let case = usize::try_from(number).ok().and_then(|number| CASES.get(number));
        let Some(case) = case else { return Some("there is no such case".to_owned()) };
        if is_map {
            Alone::open(store).map_or_else(|error| Some(error.to_string()), |store| run(case, &store))
        } else {
            run(case, &CallStore::new(JsCalls(store)))
        }
    })
}

/// A broken promise is a panic, which must not go on into Node.
fn run(case: &Case, store: &dyn Store) -> Option<String> {
    catch_unwind(AssertUnwindSafe(|| partnerkit_testkit::run(store, case.run))).err().map(|why| said(&*why))
}

fn said(why: &(dyn Any + Send)) -> String {
    let text =
        why.downcast_ref::<String>().map(String::as_str).or_else(|| why.downcast_ref::<&str>().copied());
    text.unwrap_or("it panicked").to_owned()
}

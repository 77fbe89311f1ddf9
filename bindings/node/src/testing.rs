//! The promises of the storage trait, asked of stores written in JavaScript.

use napi::bindgen_prelude::Object;
use napi::{Env, Result};
use napi_derive::napi;
use partnerkit::store::calls::CallStore;
use partnerkit_host::{Alone, testing};

use crate::pool::promise;
use crate::store::{JsCalls, NativeStore};

/// The names of all cases, in their order.
#[napi]
#[must_use]
pub fn cases() -> Vec<String> {
    testing::cases().into_iter().map(|(theme, name)| format!("{theme} {name}")).collect()
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
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        if is_map {
            let opened = Alone::open(store);
            opened.map_or_else(|error| Some(error.to_string()), |store| testing::run_case(number, &store))
        } else {
            testing::run_case(number, &CallStore::new(JsCalls(store)))
        }
    })
}

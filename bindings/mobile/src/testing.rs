//! The promises of the storage trait, asked of a host's own store. See [`partnerkit_host::testing`].

use std::sync::Arc;

use partnerkit::store::calls::CallStore;
use partnerkit_host::{Alone, testing};

use crate::store::{Asked, HostStore};

/// The names of all cases, in their order.
#[uniffi::export]
#[must_use]
pub fn cases() -> Vec<String> {
    testing::cases().into_iter().map(|(theme, name)| format!("{theme} {name}")).collect()
}

/// Runs one case on a fresh store. What is wrong with it, or nothing.
#[uniffi::export]
#[must_use]
pub fn run_case(number: u32, store: Arc<dyn HostStore>) -> Option<String> {
    let number = usize::try_from(number).unwrap_or(usize::MAX);
    testing::run_case(number, &CallStore::new(Asked(store)))
}

/// The same with an ordered map.
#[uniffi::export]
#[must_use]
pub fn run_map_case(number: u32, map: Arc<dyn HostStore>) -> Option<String> {
    let number = usize::try_from(number).unwrap_or(usize::MAX);
    match Alone::open(Asked(map)) {
        Ok(store) => testing::run_case(number, &store),
        Err(error) => Some(error.to_string()),
    }
}

//! Every promise of the storage trait, kept by this store.
#![expect(clippy::panic, reason = "a test fails by panicking")]

mod server;

use partnerkit_postgres::PostgresStore;
use partnerkit_testkit::{Kept, store_conformance};
use server::Fresh;

fn fresh() -> Kept<PostgresStore, Fresh> {
    let fresh = server::fresh();
    Kept(fresh.clone(), fresh)
}

store_conformance!(postgres, fresh);

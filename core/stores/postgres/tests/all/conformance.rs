//! Every promise of the storage trait, kept by this store.

use crate::server::{self, Fresh};
use partnerkit_postgres::PostgresStore;
use partnerkit_testkit::{Kept, store_conformance};

fn fresh() -> Kept<PostgresStore, Fresh> {
    let fresh = server::fresh();
    Kept(fresh.clone(), fresh)
}

store_conformance!(postgres, fresh);

//! Every promise of the storage trait, kept by this store.
#![expect(clippy::unwrap_used, reason = "what tests are made of is a test")]

use partnerkit_sqlite::SqliteStore;
use partnerkit_testkit::{Kept, store_conformance};
use tempfile::TempDir;

fn fresh() -> Kept<SqliteStore, TempDir> {
    let folder = tempfile::tempdir().unwrap();
    Kept(partnerkit_sqlite::open(folder.path().join("bank.db")).unwrap(), folder)
}

store_conformance!(sqlite, fresh);

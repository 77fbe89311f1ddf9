//! Every promise of the storage trait, kept by the office's tables.
#![expect(clippy::unwrap_used, reason = "what tests are made of is a test")]

use std::path::Path;
use std::time::Duration;

use partnerkit::error::Error;
use partnerkit::store::Store;
use partnerkit_custom_store::{ADDED, OFFICE, store};
use partnerkit_testkit::{Kept, store_conformance};
use rusqlite::Connection;
use tempfile::TempDir;

fn connect(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection.busy_timeout(Duration::from_secs(60)).unwrap();
    // Nothing here has to survive a power cut.
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF").unwrap();
    connection
}

fn fresh() -> Kept<impl Store, TempDir> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let connection = connect(&path);
    connection.execute_batch("PRAGMA journal_mode = WAL").unwrap();
    connection.execute_batch(&[OFFICE, ADDED].concat()).unwrap();
    Kept(store(move || Ok::<_, Error>(Box::new(connect(&path)))).unwrap(), folder)
}

store_conformance!(office, fresh);

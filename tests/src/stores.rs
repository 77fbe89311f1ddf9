//! The stores that every scenario runs on.

use std::cell::Cell;

use chrono::DateTime;
use partnerkit::id::CommandId;
use partnerkit::store::Store;
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::ordered::OrderedStore;
use partnerkit::system::System;
use partnerkit::token::Secret;
use partnerkit::wire;
use partnerkit_redb::RedbMap;
use partnerkit_sqlite::{Options, Synchronous};
use redb::Database;
use redb::backends::InMemoryBackend;
use serde_json::Value;

use crate::Serve;

/// Stores on the PostgreSQL server that `tests/postgres` has started.
#[path = "../../core/stores/postgres/tests/all/server/mod.rs"]
pub mod server;

/// A store and how to open an empty one.
pub struct Kind {
    /// Its name, for reports.
    pub name: &'static str,
    /// Opens an empty one.
    pub open: fn() -> Serve,
}

/// All stores. Another store is one more line here.
#[must_use]
pub fn all() -> Vec<Kind> {
    vec![
        Kind { name: "memory", open: || serving(MemoryStore::new()) },
        Kind { name: "sqlite", open: sqlite },
        Kind { name: "redb", open: redb },
        Kind { name: "postgres", open: postgres },
    ]
}

fn redb() -> Serve {
    // The same engine without its file.
    let database = Database::builder().create_with_backend(InMemoryBackend::new());
    let map = RedbMap::new(database.unwrap_or_else(|e| panic!("{e}"))).unwrap_or_else(|e| panic!("{e}"));
    serving(OrderedStore::open(map).unwrap_or_else(|e| panic!("{e}")))
}

fn postgres() -> Serve {
    let fresh = server::fresh();
    let serve = serving(fresh.clone());
    // Emptied for the next one when the system goes, and not before.
    Box::new(move |text| {
        let _ = &fresh;
        serve(text)
    })
}

fn sqlite() -> Serve {
    let folder = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    // Nothing here has to survive a power cut.
    let options = Options::new().synchronous(Synchronous::Normal);
    let store = options.open(folder.path().join("scenario.db")).unwrap_or_else(|e| panic!("{e}"));
    let serve = serving(store);
    // The folder goes when the system goes, and not before.
    Box::new(move |text| {
        let _ = &folder;
        serve(text)
    })
}

/// A system over `store`, spoken to in the wire format.
pub fn serving<S: Store + 'static>(store: S) -> Serve {
    let system = System::new(store);
    let drawn = Cell::new(0_u128);
    // Told apart and easily found again is all that matters here.
    let secrets = Cell::new(0x7365_6372_6574_0000_u64);
    Box::new(move |text| {
        // Scenarios always say id and time; only raw messages may leave them out.
        let mut missing = || {
            drawn.set(drawn.get() + 1);
            let id = format!("{:032x}", drawn.get()).parse().map(CommandId);
            (id.unwrap_or_else(|e| panic!("{e}")), DateTime::UNIX_EPOCH)
        };
        let mut random = || {
            secrets.set(secrets.get() + 1);
            let mut bits = [0; 32];
            bits[..8].copy_from_slice(&secrets.get().to_be_bytes());
            Ok(Secret(bits))
        };
        match serde_json::to_value(wire::serve(&system, text, &mut missing, &mut random)) {
            Ok(answer) => answer,
            Err(error) => Value::String(error.to_string()),
        }
    })
}

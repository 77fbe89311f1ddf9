//! Fresh stores on the server that `tests/postgres` has started, each in a schema of its own.
//!
//! Making the tables takes far longer than emptying them, so a store that is no longer used is emptied and used again.
#![allow(dead_code, reason = "not every test that includes this needs all of it")]

use std::io::Write;
use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, Once};

use partnerkit_postgres::{Options, PostgresStore, Session};

/// The server's URL.
pub fn url() -> String {
    std::env::var("PARTNERKIT_POSTGRES_URL").unwrap_or_else(|_| missing())
}

/// Reports once that there is no server. Ends the program if it has no test that could do without.
fn missing() -> ! {
    const WHY: &str = "no PostgreSQL server: run the tests as `tests/postgres cargo test`";
    static ONCE: Once = Once::new();
    // Not by a macro, whose output belongs to one test.
    ONCE.call_once(|| drop(std::io::stderr().write_all(format!("{WHY}\n").as_bytes())));
    if env!("CARGO_PKG_NAME") == "partnerkit-postgres" {
        std::process::exit(101);
    }
    panic!("{WHY}")
}

/// What tests connect with.
pub fn options(schema: &str) -> Options {
    Options::new().schema(schema).connections(24)
}

/// A connection for the test's own statements.
pub fn session() -> impl Session {
    Options::new().session(&url()).unwrap_or_else(|error| panic!("{error}"))
}

/// A schema name that nobody else has.
pub fn schema() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Whether the server is the coordinator of a Citus cluster: whoever runs the tests says so.
pub fn is_cluster() -> bool {
    std::env::var_os("PARTNERKIT_CITUS").is_some()
}

/// Spreads the new tables of a schema over the cluster, if there is one.
pub fn distribute(schema: &str) {
    if !is_cluster() {
        return;
    }
    let mut session = session();
    for statement in partnerkit_postgres::schema::distribution(0, schema) {
        session.query(&statement, &[]).unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
}

/// A schema with a store in it, emptied and kept for the next test when this one is over.
#[derive(Debug)]
pub struct Fresh {
    /// The schema.
    pub schema: String,
    /// The store.
    pub store: Option<PostgresStore>,
}

static IDLE: Mutex<Vec<(String, PostgresStore)>> = Mutex::new(Vec::new());

/// An empty store.
pub fn fresh() -> Fresh {
    let kept = IDLE.lock().unwrap_or_else(|error| error.into_inner()).pop();
    let (schema, store) = kept.unwrap_or_else(|| {
        let schema = schema();
        let store = options(&schema).connect(&url()).unwrap_or_else(|error| panic!("{error}: {error:?}"));
        distribute(&schema);
        (schema, store)
    });
    Fresh { schema, store: Some(store) }
}

impl Deref for Fresh {
    type Target = PostgresStore;

    fn deref(&self) -> &PostgresStore {
        self.store.as_ref().unwrap_or_else(|| panic!("the store is gone"))
    }
}

/// The tables of banks' rows, each before those it refers to.
pub const TABLES: [&str; 21] = [
    "invitation_tokens",
    "person_roles",
    "people",
    "distribution_lines",
    "distributions",
    "request_lines",
    "requests",
    "partner_exceptions",
    "partners",
    "group_caps",
    "group_categories",
    "groups",
    "item_units",
    "items",
    "categories",
    "reminders",
    "imports",
    "events",
    "messages",
    "commands",
    "banks",
];

impl Drop for Fresh {
    fn drop(&mut self) {
        // What a test that failed leaves behind is not for the next one.
        if std::thread::panicking() {
            return;
        }
        let empty = TABLES.map(|table| format!("delete from {}.{table}", self.schema)).join("; ");
        session().query(&format!("begin; {empty}; commit"), &[]).unwrap_or_else(|error| panic!("{error}"));
        if let Some(store) = self.store.take() {
            IDLE.lock()
                .unwrap_or_else(|error| error.into_inner())
                .push((std::mem::take(&mut self.schema), store));
        }
    }
}

//! Keeps banks in PostgreSQL 13 and newer: the store for hosts that have a server already.
//!
//! [`connect`] is all that is needed by those who want it all done: it makes the tables in a schema of their own, keeps
//! connections, retries what others have kept from happening. [`join`] writes inside a transaction of the host's own, so
//! that what the host writes and what this library writes is kept together or not at all.
//!
//! A store may be called from plain threads and from the workers of an asynchronous host alike; it blocks, and never
//! panics. [`aio`] is the same for hosts that must not block. The
//! [`guide`] tells more, also about row-level security and about clusters.
//!
//! ```no_run
//! use partnerkit::store::Store;
//!
//! let store = partnerkit_postgres::connect("postgres://bank@localhost/bank")?;
//! assert!(store.banks()?.is_empty());
//! # Ok::<(), partnerkit::error::Error>(())
//! ```

pub mod aio;
mod errors;
#[doc = include_str!("guide.md")]
pub mod guide {}
mod import;
mod options;
mod pool;
mod read;
pub mod schema;
mod session;
mod store;
mod transaction;
mod values;
mod write;

use std::sync::Arc;

use partnerkit::error::Error;

pub use crate::options::Options;
pub use crate::session::{Failed, Row, Session, SqlError, Statement, Target, Value};

use crate::transaction::Base;

/// Connects to the database at `url` with the default [`Options`], and makes the tables if they are not there.
///
/// # Errors
/// As [`Options::connect`].
pub fn connect(url: &str) -> Result<PostgresStore, Error> {
    Options::new().connect(url)
}

/// A store in a PostgreSQL database. Clones share their connections, which are closed with the last of them.
#[derive(Clone)]
pub struct PostgresStore {
    base: Arc<Base<'static>>,
}

impl PostgresStore {
    pub(crate) fn new(base: Base<'static>) -> Self {
        Self { base: Arc::new(base) }
    }
}

impl std::fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The way to the server holds a password.
        f.debug_struct("PostgresStore").finish_non_exhaustive()
    }
}

/// A store whose writes join a transaction of the host's own, on the host's connection: see [`join`].
pub struct Joined<'s> {
    base: Base<'s>,
}

impl std::fmt::Debug for Joined<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Joined").finish_non_exhaustive()
    }
}

/// A store in the transaction that is open on `session`. What it writes is kept when the host commits, and gone when the
/// host rolls back; what it refuses to write leaves the host's own work as it was (it uses savepoints).
///
/// The tables must be there: see [`schema`]. Nothing is tried again here: when the server ends a transaction (`store_busy`),
/// the host repeats its own. `options` say which schema, and whether row-level security is to be told the bank.
///
/// # Errors
/// `store_unavailable` if the schema cannot have such a name.
pub fn join<'s>(session: impl Session + 's, options: &Options) -> Result<Joined<'s>, Error> {
    Ok(Joined { base: Base::host(Box::new(session), options.place()?) })
}

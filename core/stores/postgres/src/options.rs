//! How a store is opened.

use std::time::Duration;

use partnerkit::error::{Code, Error};
use tokio_postgres::Config;
use tokio_postgres::config::SslMode;

use crate::PostgresStore;
use crate::errors::{Fault, because};
use crate::pool::{Address, Connection, Pool, connector};
use crate::schema;
use crate::session::Session;
use crate::transaction::{Base, Place};

/// What is set on connections that nobody else uses. A statement that is prepared while a table is small keeps its plan to read all
/// of it until the server has counted the table again, and that may be many commands later: with some thousand answers in
/// it, loading took twice as long. Each statement here has an index that begins with the bank, and is held to it by this.
const OURS_ALONE: &str = "set default_transaction_isolation = 'read committed'; set enable_seqscan = off; ";

/// How to open a store. [`crate::connect`] takes the defaults.
#[derive(Clone, PartialEq, Eq)]
pub struct Options {
    connections: usize,
    patience: Duration,
    statement_timeout: Option<Duration>,
    lock_timeout: Duration,
    schema: String,
    read_only: bool,
    migrate: bool,
    row_security: bool,
    root_certificates: Option<Vec<u8>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            connections: 16,
            patience: Duration::from_secs(30),
            statement_timeout: None,
            lock_timeout: Duration::from_secs(30),
            schema: "partnerkit".to_owned(),
            read_only: false,
            migrate: true,
            row_security: false,
            root_certificates: None,
        }
    }
}

impl Options {
    /// The defaults: at most 16 connections, 30 seconds of patience, the schema `partnerkit`, which is made and migrated.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets how many connections there are at most. Each is a process at the server. Give at least two if
    /// the rows of an import come from questions to the same store.
    #[must_use]
    pub const fn connections(mut self, most: usize) -> Self {
        self.connections = most;
        self
    }

    /// Sets how long to wait for a connection, free or new, before `store_busy` or `store_unavailable`.
    #[must_use]
    pub const fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Sets after how long the server gives up a statement; then the answer is `store_busy`. Without it the server's own
    /// setting counts. A large import is a few long statements.
    #[must_use]
    pub const fn statement_timeout(mut self, timeout: Option<Duration>) -> Self {
        self.statement_timeout = timeout;
        self
    }

    /// Sets how long to wait for whoever else writes to the same bank, before `store_busy`.
    #[must_use]
    pub const fn lock_timeout(mut self, timeout: Duration) -> Self {
        self.lock_timeout = timeout;
        self
    }

    /// Sets in which schema the tables stand.
    #[must_use]
    pub fn schema(mut self, schema: impl Into<String>) -> Self {
        self.schema = schema.into();
        self
    }

    /// Sets whether nothing is written: the schema is neither made nor migrated, and every write is refused with
    /// `store_read_only`. For replicas.
    #[must_use]
    pub const fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }

    /// Sets whether opening may make and migrate the tables. A host whose deployment does that ([`crate::schema`]) says no.
    #[must_use]
    pub const fn migrate(mut self, migrate: bool) -> Self {
        self.migrate = migrate;
        self
    }

    /// Sets whether each transaction names its bank to row-level security: see [`crate::schema::row_security`].
    #[must_use]
    pub const fn row_security(mut self, row_security: bool) -> Self {
        self.row_security = row_security;
        self
    }

    /// Sets which authorities may vouch for the server, as PEM. Without it those count that the machine trusts.
    #[must_use]
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.root_certificates = Some(pem.into());
        self
    }

    /// Connects to the database at `url` (`postgres://user:password@host:port/database`, or `host=… dbname=…`), makes
    /// its tables if they are not there, and brings them up to date.
    ///
    /// With `sslmode=require` in the URL the connection is encrypted and the server's certificate is checked; with
    /// `prefer`, the default, the same if the server speaks TLS at all; `disable` does without.
    ///
    /// # Errors
    /// - `store_unavailable`: the URL is none, or nobody answers, or not to this user
    /// - `store_unrecognised`: the tables are not of this library; they were not touched
    /// - `store_newer`: a newer version of this library has made the tables; they were not touched
    /// - `store_read_only`: the tables would have to be made or migrated, and must not
    /// - `store_busy`, `store_full`, `store_failed`
    pub fn connect(self, url: &str) -> Result<PostgresStore, Error> {
        let config: Config = url.parse().map_err(|error: tokio_postgres::Error| {
            Error::from(Code::StoreUnavailable).caused_by(error.to_string())
        })?;
        Ok(self.open(config)?)
    }

    /// A single connection to the database at `url`, to begin transactions on and then [`join`](crate::join) them.
    ///
    /// # Errors
    /// `store_unavailable`.
    pub fn session(&self, url: &str) -> Result<impl Session + use<>, Error> {
        let config = url.parse().map_err(|error: tokio_postgres::Error| {
            Error::from(Code::StoreUnavailable).caused_by(error.to_string())
        })?;
        let address = self.address(config)?;
        Ok(Connection::open(address).map_err(Fault::from)?)
    }

    fn open(self, config: Config) -> Result<PostgresStore, Fault> {
        let mut address = self.address(config)?;
        address.greeting.push_str(OURS_ALONE);
        let mut base = Base::own(Pool::new(address, self.connections.max(1), self.patience), self.place()?);
        schema::prepare(&base, self.migrate && !self.read_only, self.read_only)?;
        base.look_for_workers(self.lock_timeout)?;
        Ok(PostgresStore::new(base))
    }

    fn address(&self, mut config: Config) -> Result<Address, Fault> {
        let plain = config.get_ssl_mode() == SslMode::Disable;
        let tls = connector(if plain { Some(&[]) } else { self.root_certificates.as_deref() })?;
        // So that a server that is gone without a word is noticed.
        config.keepalives_idle(Duration::from_secs(30)).tcp_user_timeout(Duration::from_secs(30));
        if config.get_application_name().is_none() {
            config.application_name("partnerkit");
        }
        Ok(Address { config, tls, greeting: self.greeting(), patience: self.patience })
    }

    /// Whatever the server's or the user's defaults are. Statements here are many and short, and none is worth compiling for the
    /// machine (`jit`) by surprise; no difference was seen in tests.
    fn greeting(&self) -> String {
        let patience = self.lock_timeout.as_millis();
        let mut greeting = format!("set time zone 'UTC'; set jit = off; set lock_timeout = {patience}; ");
        if let Some(timeout) = self.statement_timeout {
            greeting.push_str(&format!("set statement_timeout = {}; ", timeout.as_millis()));
        }
        greeting
    }

    pub(crate) fn place(&self) -> Result<Place, Fault> {
        if self.schema.is_empty() || self.schema.contains(['"', '\'', '\0']) {
            return Err(because(Code::StoreUnavailable, "a schema has a name, and no quotes are in it"));
        }
        let quoted = format!("\"{}\".", self.schema);
        let schema = (self.schema != "partnerkit").then_some(quoted);
        Ok(Place { schema, row_security: self.row_security, read_only: self.read_only, ..Place::default() })
    }
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("connections", &self.connections)
            .field("patience", &self.patience)
            .field("schema", &self.schema)
            .field("read_only", &self.read_only)
            .finish_non_exhaustive()
    }
}

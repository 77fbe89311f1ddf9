//! A connection of our own: the driver, the small runtime that moves it, and a session that sends it statements.
//!
//! The driver is asynchronous and wants a runtime. Each connection brings its own, which runs in the thread of whoever waits for an
//! answer, and only then: so callers need none, and nobody is woken to do the waiting for them.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::panic::resume_unwind;
use std::pin::Pin;
use std::time::Duration;

use tokio::runtime::{Builder, Handle, Runtime};
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Config};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::values::read;
use crate::session::{Failed, Row, Session, SqlError, Statement, Target, Value};

/// Prepared statements kept with a connection. There are fewer different ones; a host that asks for ever different lists
/// makes more, and then all are let go at once.
const STATEMENTS: usize = 256;

/// How to reach the server.
#[derive(Clone)]
pub(crate) struct Address {
    pub(crate) config: Config,
    pub(crate) tls: MakeRustlsConnect,
    /// Run on each new connection, before anything else.
    pub(crate) greeting: String,
    /// For all of connecting: names, TLS, password.
    pub(crate) patience: Duration,
}

/// What becomes of rows that are on their way.
type Copied = Pin<Box<dyn Future<Output = Result<(), SqlError>> + Send>>;

/// A connection. Dropping it closes it, whatever was going on.
pub(crate) struct Connection {
    line: Line<Client>,
    /// The answer about rows that are still on their way: the caller makes the next ones meanwhile.
    copying: Option<Copied>,
    driver: Driver,
}

impl Connection {
    /// Connects.
    pub(crate) fn open(address: Address) -> Result<Self, SqlError> {
        let runtime = Builder::new_current_thread().enable_all().build().map_err(|error| lost(&error))?;
        let driver = Driver(Some(runtime));
        let line = Line::new(driver.wait(connect(address))??);
        Ok(Self { line, copying: None, driver })
    }

    /// Whether the server, or the way to it, is known to be gone. Nobody has listened since the last answer, so this does.
    pub(crate) fn is_closed(&self) -> bool {
        self.driver.wait(a_moment()).is_err() || self.line.client.is_closed()
    }

    /// Waits for the rows that are on their way.
    fn copied(&mut self) -> Result<(), SqlError> {
        self.copying.take().map_or(Ok(()), |copied| self.driver.wait(copied)?)
    }
}

impl Session for Connection {
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        self.copied()?;
        self.driver.wait(self.line.query(sql, params))?
    }

    fn run(&mut self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        let first = |error| Failed { at: 0, error };
        self.copied().map_err(first)?;
        self.driver.wait(self.line.run(statements)).map_err(first)?
    }

    fn copy_in(&mut self, into: &Target<'_>, rows: Vec<Vec<Value>>) -> Result<(), SqlError> {
        let types = into.columns.iter().map(|(_, kind)| type_named(kind)).collect::<Result<Vec<_>, _>>()?;
        // At most one page is on its way while the next is made. What became of the last is told by the next call.
        self.copied()?;
        self.copying = self.driver.wait(self.line.copy(&into.copy(), &types, &rows))??;
        Ok(())
    }
}

/// Reaches the server, and leaves what speaks with it to the runtime.
async fn connect(address: Address) -> Result<Client, SqlError> {
    let connecting = tokio::time::timeout(address.patience, address.config.connect(address.tls));
    let (client, connection) = match connecting.await {
        Ok(connected) => connected.map_err(|error| not_connected(&error))?,
        Err(_) => return Err(SqlError::new("08001", "the server did not answer in time")),
    };
    // Its end, good or bad, is told to whoever uses the client.
    tokio::spawn(async { drop(connection.await) });
    client.batch_execute(&address.greeting).await.map_err(|error| said(&error))?;
    Ok(client)
}

/// Long enough for what is ready to be sent or read. The runtime looks at its sockets between one round and the next.
async fn a_moment() {
    for _ in 0..3 {
        tokio::task::yield_now().await;
    }
}

/// The runtime of a connection; none once it is dropped.
struct Driver(Option<Runtime>);

impl Driver {
    /// Waits for the answer. Whoever stands in a runtime of their own may not wait in ours, so a thread does it for them.
    fn wait<T: Send>(&self, work: impl Future<Output = T> + Send) -> Result<T, SqlError> {
        let Some(runtime) = &self.0 else { return Err(gone()) };
        if Handle::try_current().is_err() {
            return Ok(runtime.block_on(work));
        }
        std::thread::scope(|scope| {
            let thread = std::thread::Builder::new().name("partnerkit-postgres".to_owned());
            let waiting =
                thread.spawn_scoped(scope, || runtime.block_on(work)).map_err(|error| lost(&error))?;
            Ok(waiting.join().unwrap_or_else(|panic| resume_unwind(panic)))
        })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Dropped as it is, a runtime would wait for its threads, and panic in a task of the host's.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// A client and the statements it has prepared.
#[derive(Debug)]
pub(crate) struct Line<C> {
    client: C,
    prepared: HashMap<String, tokio_postgres::Statement>,
}

impl<C: Borrow<Client>> Line<C> {
    pub(crate) fn new(client: C) -> Self {
        Self { client, prepared: HashMap::new() }
    }

    /// Runs one statement.
    pub(crate) async fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        let prepared = self.prepare(sql).await.map_err(|error| said(&error))?;
        self.one(sql, prepared, params).await
    }

    /// Sends all statements at once and then reads the answers.
    async fn run(&mut self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        let mut all = Vec::with_capacity(statements.len());
        for (at, Statement { sql, params }) in statements.iter().enumerate() {
            let prepared = self.prepare(sql).await.map_err(|error| Failed { at, error: said(&error) })?;
            all.push((sql.as_ref(), prepared, params.as_slice()));
        }
        let mut sent = Vec::with_capacity(all.len());
        for (sql, prepared, params) in all {
            sent.push(Box::pin(self.one(sql, prepared, params)));
        }
        // Polled in their order, which is the order in which they are sent.
        let mut answers = Vec::with_capacity(sent.len());
        let mut waiting: Vec<_> = sent.into_iter().map(Waiting::Sent).collect();
        std::future::poll_fn(|context| {
            let mut open = false;
            for one in &mut waiting {
                open |= !one.poll(context);
            }
            if open { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
        })
        .await;
        for (at, one) in waiting.into_iter().enumerate() {
            match one {
                Waiting::Answered(Ok(rows)) => answers.push(rows),
                Waiting::Answered(Err(error)) => return Err(Failed { at, error }),
                Waiting::Sent(_) => return Err(Failed { at, error: gone() }),
            }
        }
        Ok(answers)
    }

    /// The statement prepared; none if it is one that cannot be. What is let go here lives on where it is still to be sent.
    async fn prepare(
        &mut self,
        sql: &str,
    ) -> Result<Option<tokio_postgres::Statement>, tokio_postgres::Error> {
        if !is_prepared(sql) {
            return Ok(None);
        }
        if let Some(prepared) = self.prepared.get(sql) {
            return Ok(Some(prepared.clone()));
        }
        if self.prepared.len() >= STATEMENTS {
            self.prepared.clear();
        }
        let prepared = self.client.borrow().prepare(sql).await?;
        self.prepared.insert(sql.to_owned(), prepared.clone());
        Ok(Some(prepared))
    }

    async fn one(
        &self,
        sql: &str,
        prepared: Option<tokio_postgres::Statement>,
        params: &[Value],
    ) -> Result<Vec<Row>, SqlError> {
        let client = self.client.borrow();
        let Some(prepared) = prepared else {
            return client.batch_execute(sql).await.map(|()| Vec::new()).map_err(|error| said(&error));
        };
        let params: Vec<&(dyn ToSql + Sync)> =
            params.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        let rows = client.query(&prepared, &params).await.map_err(|error| said(&error))?;
        rows.iter().map(read).collect()
    }

    /// Sends the rows, and answers what is still to be waited for.
    async fn copy(&self, sql: &str, types: &[Type], rows: &[Vec<Value>]) -> Result<Option<Copied>, SqlError> {
        let sink = self.client.borrow().copy_in(sql).await.map_err(|error| said(&error))?;
        let mut writer = Box::pin(BinaryCopyInWriter::new(sink, types));
        for row in rows {
            writer.as_mut().write_raw(row).await.map_err(|error| said(&error))?;
        }
        let mut copied: Copied =
            Box::pin(async move { writer.as_mut().finish().await.map(drop).map_err(|error| said(&error)) });
        tokio::select! {
            biased;
            done = &mut copied => done.map(|()| None),
            () = a_moment() => Ok(Some(copied)),
        }
    }
}

/// A statement that was sent, or its answer.
enum Waiting<F> {
    Sent(F),
    Answered(Result<Vec<Row>, SqlError>),
}

impl<F: Future<Output = Result<Vec<Row>, SqlError>> + Unpin> Waiting<F> {
    /// Whether the answer is there.
    fn poll(&mut self, context: &mut std::task::Context<'_>) -> bool {
        if let Self::Sent(future) = self
            && let std::task::Poll::Ready(answer) = std::pin::Pin::new(future).poll(context)
        {
            *self = Self::Answered(answer);
        }
        matches!(self, Self::Answered(_))
    }
}

/// Whether the server can keep the statement prepared: those that read and write rows. The others open and close
/// transactions, set and create.
fn is_prepared(sql: &str) -> bool {
    ["select", "insert", "update", "delete", "with"].iter().any(|verb| sql.starts_with(verb))
}

fn type_named(name: &str) -> Result<Type, SqlError> {
    Ok(match name {
        "int8" => Type::INT8,
        "text" => Type::TEXT,
        "uuid" => Type::UUID,
        "timestamptz" => Type::TIMESTAMPTZ,
        "date" => Type::DATE,
        "bool" => Type::BOOL,
        "jsonb" => Type::JSONB,
        other => return Err(SqlError::new("42704", format!("no column has the type {other}"))),
    })
}

/// What the driver said. Without a code of the server's the connection failed, or a value does not fit its column.
fn said(error: &tokio_postgres::Error) -> SqlError {
    if let Some(error) = error.as_db_error() {
        return SqlError::new(error.code().code(), error.message());
    }
    let cause = std::error::Error::source(error);
    match cause {
        // A value that does not fit, on the way out or in.
        Some(cause) if !error.is_closed() && cause.downcast_ref::<std::io::Error>().is_none() => {
            SqlError::new("22000", format!("{error}: {cause}"))
        }
        Some(cause) => SqlError::new("08006", format!("{error}: {cause}")),
        None => SqlError::new("08006", error.to_string()),
    }
}

/// Why there is no connection: what the server said, or else what kept us from it, be it a name, a certificate or a server
/// that speaks no TLS.
fn not_connected(error: &tokio_postgres::Error) -> SqlError {
    match (error.as_db_error(), std::error::Error::source(error)) {
        (None, Some(cause)) => SqlError::new("08001", format!("{error}: {cause}")),
        (None, None) => SqlError::new("08001", error.to_string()),
        (Some(_), _) => said(error),
    }
}

fn lost(error: &dyn std::error::Error) -> SqlError {
    SqlError::new("08001", error.to_string())
}

fn gone() -> SqlError {
    SqlError::new("08006", "the connection is closed")
}

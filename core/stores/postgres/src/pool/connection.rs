//! A connection of our own: a thread that speaks with the server, and a session that sends it statements.
//!
//! The driver is asynchronous and wants a runtime. Giving each connection a thread with a small one of its own means that
//! callers need none, and that a caller who stands in some other runtime does not make it panic.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use tokio::runtime::Builder;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
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

/// What the thread is asked to do, and where the answer goes.
enum Job {
    Run(Vec<Statement>, SyncSender<Result<Vec<Vec<Row>>, Failed>>),
    Copy(String, Vec<Type>, Vec<Vec<Value>>, SyncSender<Result<(), SqlError>>),
}

/// A connection. Dropping it closes it, whatever was going on.
#[derive(Debug)]
pub(crate) struct Connection {
    jobs: UnboundedSender<Job>,
    /// The answer about rows that are still on their way: the caller makes the next ones meanwhile.
    copying: Option<Receiver<Result<(), SqlError>>>,
}

impl Connection {
    /// Connects.
    pub(crate) fn open(address: Address) -> Result<Self, SqlError> {
        let (jobs, mine) = unbounded_channel();
        let (ready, opened) = sync_channel(1);
        let thread = std::thread::Builder::new().name("partnerkit-postgres".to_owned());
        let spawned = thread.spawn(move || match Builder::new_current_thread().enable_all().build() {
            Ok(runtime) => runtime.block_on(serve(address, mine, ready)),
            // Whoever waits for it may be gone, and then nobody wants to know.
            Err(error) => drop(ready.send(Err(lost(&error)))),
        });
        spawned.map_err(|error| lost(&error))?;
        opened.recv().map_err(|error| lost(&error))??;
        Ok(Self { jobs, copying: None })
    }

    /// Whether the server, or the way to it, is known to be gone.
    pub(crate) fn is_closed(&self) -> bool {
        self.jobs.is_closed()
    }

    fn send<T>(&self, job: impl FnOnce(SyncSender<T>) -> Job) -> Result<Receiver<T>, SqlError> {
        let (answer, answered) = sync_channel(1);
        self.jobs.send(job(answer)).map_err(|_| gone())?;
        Ok(answered)
    }

    /// Waits for the rows that are on their way.
    fn copied(&mut self) -> Result<(), SqlError> {
        self.copying.take().map_or(Ok(()), |copied| copied.recv().map_err(|_| gone())?)
    }
}

impl Session for Connection {
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        let statement = Statement::new(sql.to_owned(), params);
        let mut rows = self.run(&[statement]).map_err(|failed| failed.error)?;
        Ok(rows.pop().unwrap_or_default())
    }

    fn run(&mut self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        let first = |error| Failed { at: 0, error };
        self.copied().map_err(first)?;
        let answered = self.send(|answer| Job::Run(statements.to_vec(), answer)).map_err(first)?;
        answered.recv().map_err(|_| first(gone()))?
    }

    fn copy_in(&mut self, into: &Target<'_>, rows: Vec<Vec<Value>>) -> Result<(), SqlError> {
        let types = into.columns.iter().map(|(_, kind)| type_named(kind)).collect::<Result<_, _>>()?;
        // At most one page is on its way while the next is made. What became of the last is told by the next call.
        self.copied()?;
        self.copying = Some(self.send(|answer| Job::Copy(into.copy(), types, rows, answer))?);
        Ok(())
    }
}

/// The life of the thread: connects, and does what it is asked until nobody can ask any more or the server is gone.
async fn serve(address: Address, mut jobs: UnboundedReceiver<Job>, ready: SyncSender<Result<(), SqlError>>) {
    let connecting = tokio::time::timeout(address.patience, address.config.connect(address.tls));
    let (client, connection) = match connecting.await {
        Ok(Ok(connected)) => connected,
        Ok(Err(error)) => return drop(ready.send(Err(not_connected(&error)))),
        Err(_) => return drop(ready.send(Err(SqlError::new("08001", "the server did not answer in time")))),
    };
    let mut line = Line::new(client);
    let asked = &mut jobs;
    let work = async move {
        let greeted = line.client.batch_execute(&address.greeting).await.map_err(|error| said(&error));
        let refused = greeted.is_err();
        if ready.send(greeted).is_err() || refused {
            return;
        }
        while let Some(job) = asked.recv().await {
            // An answer that nobody waits for any more is no loss.
            match job {
                Job::Run(statements, answer) => drop(answer.send(line.run(&statements).await)),
                Job::Copy(sql, types, rows, answer) => {
                    drop(answer.send(line.copy(&sql, &types, &rows).await))
                }
            }
        }
    };
    // The connection must be polled for anything to move. Its end is the end of the thread: jobs that are left find their
    // answer's channel closed.
    tokio::select! {
        biased;
        () = work => {}
        _closed = connection => {}
    }
    // A job that is sent while this thread ends would lie in the channel for as long as its sender lives, who waits for an
    // answer. Closed and read to its end, it either refuses the job or gives it up here, and with it the answer's channel.
    jobs.close();
    while jobs.recv().await.is_some() {}
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

    async fn copy(&mut self, sql: &str, types: &[Type], rows: &[Vec<Value>]) -> Result<(), SqlError> {
        let sink = self.client.borrow().copy_in(sql).await.map_err(|error| said(&error))?;
        let writer = BinaryCopyInWriter::new(sink, types);
        let mut writer = std::pin::pin!(writer);
        for row in rows {
            writer.as_mut().write_raw(row).await.map_err(|error| said(&error))?;
        }
        writer.finish().await.map(drop).map_err(|error| said(&error))
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

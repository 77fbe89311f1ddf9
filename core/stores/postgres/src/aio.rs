//! For hosts that must not block: the same store, the same flow, answered by futures.
//!
//! The work is done by threads of this crate, so any runtime will do, and none is needed. [`AsyncSystem`] has connections
//! of its own; [`join`] writes inside a transaction that is open on the host's asynchronous connection, whose statements
//! the host's own task sends.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};

use partnerkit::command::Order;
use partnerkit::decide::Done;
use partnerkit::error::{Error, Reason};
use partnerkit::question::{Inquiry, Reply};
use partnerkit::system::System;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;

use crate::pool::Line;
use crate::{Joined, Options, PostgresStore, Row, Session, SqlError, Value};

type Work = Box<dyn FnOnce() + Send>;

/// A system over a store, for asynchronous hosts. Clones share its threads, which end with the last of them.
#[derive(Clone)]
pub struct AsyncSystem {
    system: Arc<System<PostgresStore>>,
    work: Sender<Work>,
}

impl AsyncSystem {
    /// Answers by `threads` threads, at least one. More than the store has connections are of no use.
    ///
    /// # Errors
    /// `bug` if this process can make no more threads.
    pub fn new(store: PostgresStore, threads: usize) -> Result<Self, Error> {
        let (work, waiting) = channel::<Work>();
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..threads.max(1) {
            let waiting = Arc::clone(&waiting);
            let thread = std::thread::Builder::new().name("partnerkit-async".to_owned());
            let spawned = thread.spawn(move || {
                loop {
                    // Held while waiting: the others wait for their turn to wait.
                    let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    match next {
                        Ok(work) => work(),
                        Err(_) => return,
                    }
                }
            });
            spawned.map_err(|error| Error::new(Reason::bug("no thread could be made")).caused_by(error))?;
        }
        Ok(Self { system: Arc::new(System::new(store)), work })
    }

    /// Does what is ordered, once. See [`System::execute`].
    ///
    /// # Errors
    /// As [`System::execute`].
    pub async fn execute(&self, order: Order) -> Result<Done, Error> {
        self.with(move |system| system.execute(&order)).await
    }

    /// Answers a question. See [`System::ask`].
    ///
    /// # Errors
    /// As [`System::ask`].
    pub async fn ask(&self, inquiry: Inquiry) -> Result<Reply, Error> {
        self.with(move |system| system.ask(&inquiry)).await
    }

    /// Anything else a system does: imports, exports, deliveries. A future that is dropped does not stop the work.
    ///
    /// # Errors
    /// What `work` fails with, and `bug` if it panics.
    pub async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&System<PostgresStore>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (answer, answered) = oneshot::channel();
        let system = Arc::clone(&self.system);
        let work: Work = Box::new(move || {
            let result = catch_unwind(AssertUnwindSafe(|| work(&system)))
                .unwrap_or_else(|panic| Err(panicked(&*panic)));
            // Whoever dropped the future does not want to know.
            drop(answer.send(result));
        });
        self.work.send(work).map_err(|_| ended())?;
        answered.await.map_err(|_| ended())?
    }
}

impl std::fmt::Debug for AsyncSystem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AsyncSystem").finish_non_exhaustive()
    }
}

/// An asynchronous connection of the host's, in a transaction.
pub trait AsyncSession: Send {
    /// Runs one statement, as [`Session::query`] does.
    fn query(
        &mut self,
        sql: &str,
        params: &[Value],
    ) -> impl Future<Output = Result<Vec<Row>, SqlError>> + Send;
}

/// Runs `work` over a store that writes inside the transaction that is open on `session`: see [`crate::join`]. The
/// statements are sent by the task that awaits this, on its own connection, so nothing is blocked.
///
/// A host that drops the future in the middle rolls its transaction back.
///
/// # Errors
/// What `work` fails with, `bug` if it panics, and what [`crate::join`] refuses.
pub async fn join<T: Send + 'static>(
    session: &mut impl AsyncSession,
    options: &Options,
    work: impl FnOnce(&System<Joined<'static>>) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let (statements, mut asked) = unbounded_channel();
    let system = System::new(crate::join(Bridge { statements }, options)?);
    let (answer, answered) = oneshot::channel();
    let thread = std::thread::Builder::new().name("partnerkit-join".to_owned());
    let spawned = thread.spawn(move || {
        let result =
            catch_unwind(AssertUnwindSafe(|| work(&system))).unwrap_or_else(|panic| Err(panicked(&*panic)));
        // The last statement is answered; without the bridge the loop below ends.
        drop(system);
        drop(answer.send(result));
    });
    spawned.map_err(|error| Error::new(Reason::bug("no thread could be made")).caused_by(error))?;
    while let Some(Asked { sql, params, answer }) = asked.recv().await {
        // A thread that panicked waits for no answer.
        drop(answer.send(session.query(&sql, &params).await));
    }
    answered.await.map_err(|_| ended())?
}

/// A statement on its way to the host's task.
struct Asked {
    sql: String,
    params: Vec<Value>,
    answer: SyncSender<Result<Vec<Row>, SqlError>>,
}

/// The end of the bridge on our thread.
struct Bridge {
    statements: UnboundedSender<Asked>,
}

impl Session for Bridge {
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        let gone = || SqlError::new("08003", "the host no longer awaits its transaction");
        let (answer, answered) = sync_channel(1);
        let asked = Asked { sql: sql.to_owned(), params: params.to_vec(), answer };
        self.statements.send(asked).map_err(|_| gone())?;
        // Sent at the very moment the host leaves, it may lie in the channel for as long as this end of it lives.
        if self.statements.is_closed() {
            return Err(gone());
        }
        answered.recv().map_err(|_| gone())?
    }
}

/// A client of `tokio-postgres`, for hosts that use it: `TokioPostgres::new(transaction.client())`.
#[derive(Debug)]
pub struct TokioPostgres<'a>(Line<&'a tokio_postgres::Client>);

impl<'a> TokioPostgres<'a> {
    /// Takes the client, on which a transaction is open.
    #[must_use]
    pub fn new(client: &'a tokio_postgres::Client) -> Self {
        Self(Line::new(client))
    }
}

impl AsyncSession for TokioPostgres<'_> {
    async fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        self.0.query(sql, params).await
    }
}

fn panicked(panic: &(dyn Any + Send)) -> Error {
    let said = panic.downcast_ref::<&str>().map(|said| (*said).to_owned());
    let said = said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    Error::new(Reason::bug(format!("work for an asynchronous host panicked: {said}")))
}

fn ended() -> Error {
    Error::new(Reason::bug("the threads of an asynchronous host have ended"))
}

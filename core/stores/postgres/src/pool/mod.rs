//! Connections of our own: at most so many, each lent to one caller at a time.

mod connection;
mod tls;
mod values;

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use partnerkit::error::Code;

pub(crate) use self::connection::{Address, Connection, Line};
pub(crate) use self::tls::connector;
use crate::errors::{Fault, because};
use crate::session::Session;

/// All connections of a store.
pub(crate) struct Pool {
    address: Address,
    most: usize,
    patience: Duration,
    state: Mutex<State>,
    given_back: Condvar,
    process: u32,
}

#[derive(Default)]
struct State {
    idle: Vec<Connection>,
    /// Idle or lent.
    open: usize,
}

impl Pool {
    pub(crate) fn new(address: Address, most: usize, patience: Duration) -> Self {
        let state = Mutex::default();
        let process = std::process::id();
        Self { address, most, patience, state, given_back: Condvar::new(), process }
    }

    /// Lends a connection to `work`. It is kept for others only if `work` says that it is as it was.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut dyn Session) -> (T, Condition)) -> Result<T, Fault> {
        let mut lent = self.lend()?;
        let Some(connection) = &mut lent.connection else { return Err(Code::StoreFailed.into()) };
        let (result, condition) = work(connection);
        lent.condition = condition;
        Ok(result)
    }

    fn lend(&self) -> Result<Lent<'_>, Fault> {
        self.check_process()?;
        let until = Instant::now() + self.patience;
        loop {
            // Its place is given up again when it is dropped, be it that connecting fails.
            let mut lent = self.take_place(until)?;
            match &lent.connection {
                Some(connection) if connection.is_closed() => continue,
                Some(_) => {}
                None => lent.connection = Some(Connection::open(self.address.clone())?),
            }
            return Ok(lent);
        }
    }

    /// A connection that is idle, or the place for a new one. Nobody speaks with the server meanwhile: others want the lock.
    fn take_place(&self, until: Instant) -> Result<Lent<'_>, Fault> {
        let mut state = self.state();
        loop {
            let connection = state.idle.pop();
            if connection.is_some() || state.open < self.most {
                state.open += usize::from(connection.is_none());
                return Ok(Lent { pool: self, connection, condition: Condition::Broken });
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(because(Code::StoreBusy, "all connections are in use"));
            }
            state = self.given_back.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// After a fork two processes would speak on one socket.
    fn check_process(&self) -> Result<(), Fault> {
        if self.process == std::process::id() {
            return Ok(());
        }
        Err(because(
            Code::StoreFailed,
            "the store was opened before this process was forked; open it in the process that uses it",
        ))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How a connection is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    /// As it was lent: no transaction is open on it.
    Good,
    /// Not worth knowing.
    Broken,
}

/// A connection that is lent. Given back when dropped, also by a panic, and closed unless it is good.
struct Lent<'a> {
    pool: &'a Pool,
    connection: Option<Connection>,
    condition: Condition,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let mut state = self.pool.state();
        match self.connection.take() {
            Some(connection) if self.condition == Condition::Good => state.idle.push(connection),
            _ => state.open = state.open.saturating_sub(1),
        }
        drop(state);
        self.pool.given_back.notify_one();
    }
}

impl std::fmt::Debug for Pool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The address holds a password.
        f.debug_struct("Pool").field("most", &self.most).finish_non_exhaustive()
    }
}

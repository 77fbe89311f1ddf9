//! Transactions: our own, and places in the host's.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use partnerkit::error::Code;
use partnerkit::id::BankId;

use crate::errors::Fault;
use crate::pool::{Condition, Pool};
use crate::session::{Row, Session, Statement, Target, Value};

/// The schema that the statements of this crate name. Another one is put in its place.
const SCHEMA: &str = "partnerkit.";

/// How long is waited before each further try of a transaction that others, or a server going down, have kept from
/// happening. Together some six seconds: a server that restarts is back by then, as a rule.
const AGAIN: [u64; 7] = [0, 5, 25, 125, 625, 2_000, 3_000];

/// Begins a transaction that writes. The connection has said at which level of isolation; saying it here takes the server longer than
/// beginning. Not `read write`: a replica refuses these words as something it does not know, and where the administrator has made
/// reading the default, that is meant.
pub(crate) const WRITING: &str = "begin";

/// The same for one whose tables are in part its own, and without indexes.
pub(crate) const STAGING: &str = "begin; set local enable_seqscan = on";

/// Where statements run.
pub(crate) struct Base<'s> {
    sessions: Sessions<'s>,
    place: Place,
}

enum Sessions<'s> {
    /// On connections of our own.
    Own(Box<Pool>),
    /// On the host's, in its transaction.
    Host(Mutex<Box<dyn Session + 's>>),
}

/// What is the same for all transactions of a store.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// The schema the tables stand in, quoted and with its dot, if it is not [`SCHEMA`].
    pub(crate) schema: Option<String>,
    /// Whether row-level security wants to be told the bank.
    pub(crate) row_security: bool,
    /// Whether nothing may be written.
    pub(crate) read_only: bool,
    /// How long the servers of a cluster wait for a lock. What a connection has set once does not get to them.
    pub(crate) workers_wait: Option<Duration>,
}

/// How a transaction begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    /// None: each statement stands alone.
    None,
    /// A transaction of our own.
    Transaction,
    /// A savepoint in the host's.
    Savepoint,
}

impl<'s> Base<'s> {
    pub(crate) fn own(pool: Pool, place: Place) -> Self {
        Self { sessions: Sessions::Own(Box::new(pool)), place }
    }

    pub(crate) fn host(session: Box<dyn Session + 's>, place: Place) -> Self {
        Self { sessions: Sessions::Host(Mutex::new(session)), place }
    }

    /// Looks whether the server leads a cluster, whose servers have to be told in each transaction how long to wait.
    pub(crate) fn look_for_workers(&mut self, lock_timeout: Duration) -> Result<(), Fault> {
        let leads = "select to_regclass('pg_catalog.pg_dist_partition') is not null";
        let found = self.read(None, |tx| tx.query(leads, []))?;
        if found.first().and_then(|row| row.first()) == Some(&Value::Bool(true)) {
            self.place.workers_wait = Some(lock_timeout);
        }
        Ok(())
    }

    /// Reads by one statement, which is one view.
    pub(crate) fn read<T>(
        &self,
        bank: impl Into<Option<BankId>>,
        mut work: impl FnMut(&mut Tx<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let bank = bank.into();
        self.again(|base| {
            base.transaction("begin read only", base.place.row_security, bank, |tx| {
                let value = work(tx)?;
                tx.keep([]).map(|()| value)
            })
        })
    }

    /// Reads by several statements in one view. In a host's transaction it is only as much one view as that is.
    pub(crate) fn view<T>(
        &self,
        bank: BankId,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.transaction("begin isolation level repeatable read, read only", true, Some(bank), |tx| {
            let value = work(tx)?;
            tx.keep([]).map(|()| value)
        })
    }

    /// Writes in one transaction. It is kept by [`Tx::keep`], and otherwise undone. `work` is done again when others, or
    /// the loss of a connection, have kept it from happening.
    pub(crate) fn write<T>(
        &self,
        bank: BankId,
        mut work: impl FnMut(&mut Tx<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.again(|base| base.write_once(WRITING, bank, &mut work))
    }

    /// The same for work that cannot be done again.
    pub(crate) fn write_once<T>(
        &self,
        begin: &'static str,
        bank: BankId,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.check_writable()?;
        self.transaction(begin, true, Some(bank), work)
    }

    pub(crate) fn check_writable(&self) -> Result<(), Fault> {
        if self.place.read_only { Err(Code::StoreReadOnly.into()) } else { Ok(()) }
    }

    /// Tries until it is done, has failed for good, or patience is at its end. In a host's transaction nothing is tried
    /// again: it is the host's to repeat.
    fn again<T>(&self, mut attempt: impl FnMut(&Self) -> Result<T, Fault>) -> Result<T, Fault> {
        if let Sessions::Host(_) = self.sessions {
            return attempt(self);
        }
        for pause in AGAIN {
            match attempt(self) {
                Err(fault) if fault.is_transient() => std::thread::sleep(Duration::from_millis(pause)),
                other => return other,
            }
        }
        attempt(self)
    }

    /// Migrates: statements that are no transaction of a bank.
    pub(crate) fn setup<T>(
        &self,
        begin: &'static str,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.transaction(begin, true, None, work)
    }

    fn transaction<T>(
        &self,
        begin: &'static str,
        framed: bool,
        bank: Option<BankId>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let run = |session: &mut dyn Session, frame: Frame| {
            let frame = if framed { frame } else { Frame::None };
            let mut tx = Tx::open(session, &self.place, frame, begin, bank);
            let result = work(&mut tx);
            let undone = tx.undo();
            let condition = match (&result, &undone) {
                // What a failure leaves behind in a connection is not worth knowing, but for refused keys: those are daily.
                (Ok(_), Ok(())) => Condition::Good,
                (Err(fault), Ok(())) if fault.is_conflict() => Condition::Good,
                _ => Condition::Broken,
            };
            // What was kept is kept, and what failed has said why: only an answer that rests on nothing being written
            // must not be given when that is not sure.
            let result = match (result, undone) {
                (Ok(_), Err(fault)) => Err(fault),
                (result, _) => result,
            };
            (result, condition)
        };
        match &self.sessions {
            Sessions::Own(pool) => pool.with(|session| run(session, Frame::Transaction))?,
            Sessions::Host(session) => {
                let mut session = session.lock().unwrap_or_else(PoisonError::into_inner);
                run(&mut **session, Frame::Savepoint).0
            }
        }
    }
}

/// A transaction under way.
pub(crate) struct Tx<'a> {
    session: &'a mut (dyn Session + 'a),
    place: &'a Place,
    frame: Frame,
    /// What goes before the next statement, so that it need not be waited for.
    before: Vec<Statement>,
    /// Whether there is something to undo.
    open: bool,
}

impl<'a> Tx<'a> {
    fn open(
        session: &'a mut (dyn Session + 'a),
        place: &'a Place,
        frame: Frame,
        begin: &'static str,
        bank: Option<BankId>,
    ) -> Self {
        let mut before = Vec::new();
        match frame {
            Frame::None => {}
            Frame::Transaction => before.push(Statement::plain(begin)),
            Frame::Savepoint => before.push(Statement::plain("savepoint partnerkit")),
        }
        let wait = place.workers_wait.filter(|_| frame == Frame::Transaction);
        let bank = bank.filter(|_| place.row_security);
        if wait.is_some() || bank.is_some() {
            // Lets the following travel to the servers of a cluster; a single server takes no notice of it. A function call
            // (`set_config`) would not travel.
            before.push(Statement::plain("set local citus.propagate_set_commands = 'local'"));
        }
        if let Some(wait) = wait {
            before.push(Statement::plain(format!("set local lock_timeout = {}", wait.as_millis())));
        }
        if let Some(bank) = bank {
            before.push(Statement::plain(format!("set local app.bank = '{bank}'")));
        }
        Self { session, place, frame, before, open: false }
    }

    /// Runs one statement.
    pub(crate) fn query(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        params: impl Into<Vec<Value>>,
    ) -> Result<Vec<Row>, Fault> {
        let mut rows = self.run(vec![Statement::new(sql, params)])?;
        Ok(rows.pop().unwrap_or_default())
    }

    /// Runs statements one after the other, and answers the rows of each.
    pub(crate) fn run(&mut self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>, Fault> {
        let before = std::mem::take(&mut self.before);
        let count = before.len();
        let all: Vec<Statement> =
            before.into_iter().chain(statements).map(|statement| self.in_schema(statement)).collect();
        if all.is_empty() {
            return Ok(Vec::new());
        }
        self.open |= self.frame != Frame::None;
        let mut answers = self.session.run(&all).map_err(|failed| failed.error)?;
        Ok(answers.split_off(count.min(answers.len())))
    }

    /// Runs these statements and commits.
    pub(crate) fn keep(&mut self, statements: impl Into<Vec<Statement>>) -> Result<(), Fault> {
        let mut statements = statements.into();
        let last = match self.frame {
            Frame::Transaction => "commit",
            Frame::Savepoint => "release savepoint partnerkit",
            Frame::None => {
                return if statements.is_empty() { Ok(()) } else { self.run(statements).map(drop) };
            }
        };
        statements.push(Statement::plain(last));
        self.run(statements)?;
        self.open = false;
        Ok(())
    }

    /// Puts many rows into a temporary table.
    pub(crate) fn copy_in(&mut self, into: &Target<'_>, rows: Vec<Vec<Value>>) -> Result<(), Fault> {
        self.run(Vec::new())?;
        Ok(self.session.copy_in(into, rows)?)
    }

    fn in_schema(&self, statement: Statement) -> Statement {
        match &self.place.schema {
            None => statement,
            Some(schema) => {
                Statement { sql: statement.sql.replace(SCHEMA, schema).into(), params: statement.params }
            }
        }
    }

    /// The schema's name.
    pub(crate) fn schema(&self) -> String {
        self.quoted_schema().trim_matches('"').to_owned()
    }

    /// The schema's name as it stands in a statement.
    pub(crate) fn quoted_schema(&self) -> String {
        let dotted = self.place.schema.as_deref().unwrap_or(SCHEMA);
        dotted.strip_suffix('.').unwrap_or(dotted).to_owned()
    }

    /// Takes back what was not kept.
    fn undo(&mut self) -> Result<(), Fault> {
        if !std::mem::take(&mut self.open) {
            return Ok(());
        }
        let statements: &[&str] = match self.frame {
            Frame::None => &[],
            Frame::Transaction => &["rollback"],
            Frame::Savepoint => &["rollback to savepoint partnerkit", "release savepoint partnerkit"],
        };
        // Rows may still be on their way. What became of them is of no interest any more, and must not stand before this.
        drop(self.session.run(&[]));
        self.run(statements.iter().map(|sql| Statement::plain(*sql)).collect()).map(drop)
    }
}

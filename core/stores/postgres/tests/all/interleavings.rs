//! Two transactions of hosts, step by step in every order: what comes out is what one after the other would have given, or one
//! of them is told to repeat.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

use crate::server::{fresh, is_cluster, options, session};
use chrono::DateTime;
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, Order};
use partnerkit::error::{Code, Error};
use partnerkit::event::Event;
use partnerkit::evolve::fold;
use partnerkit::id::{BankId, CommandId, PersonId};
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{Facts, HistoryQuery, Need, PartnerPage, Store};
use partnerkit::system::System;
use partnerkit_postgres::{Failed, Row, Session, SqlError, Statement, Value, join};
use serde_json::json;
use uuid::Uuid;

const LEVELS: [&str; 3] = ["read committed", "repeatable read", "serializable"];

fn order(bank: BankId, n: u128, command: Command) -> Order {
    let actor = match command {
        Command::CreateBank(_) => Actor::Host,
        _ => Actor::BankAdmin { bank, person: PersonId(Uuid::from_u128(9)) },
    };
    let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    Order { id: CommandId(Uuid::from_u128(n)), at, actor, command }
}

fn partner(n: u128) -> Uuid {
    Uuid::from_u128(100 + n)
}

/// Where every pair begins: two partners, the second invited.
fn world(bank: BankId) -> Vec<Order> {
    let new =
        NewBank { id: Some(bank), name: "Pawnee".into(), email: "bank@example.org".into(), admin: None };
    let add = |n: u128| json!({ "add_partner": { "id": partner(n), "name": format!("P{n}"), "email": format!("p{n}@x.org") } });
    let commands = [add(1), add(2), json!({ "invite": { "partner": partner(2) } })];
    let commands = commands.into_iter().map(|json| serde_json::from_value(json).unwrap());
    let all = std::iter::once(Command::CreateBank(new)).chain(commands);
    all.enumerate().map(|(n, command)| order(bank, 1 + n as u128, command)).collect()
}

/// Eight pairs that are in each other's way, or nearly. Each comes with its commands' ids.
fn pairs(bank: BankId) -> Vec<[Order; 2]> {
    let rename = |n: u128, name: &str| json!({ "update_partner": { "partner": partner(n), "patch": { "name": name } } });
    let add = |name: &str, email: &str| json!({ "add_partner": { "name": name, "email": email } });
    let invite = |n: u128| json!({ "invite": { "partner": partner(n) } });
    let deactivate = |n: u128| json!({ "deactivate": { "partner": partner(n) } });
    let pairs = [
        (invite(1), invite(1)),
        (invite(1), deactivate(1)),
        (rename(1, "Same"), rename(2, "Same")),
        (rename(1, "Same"), add("same", "new@x.org")),
        (add("A", "one@x.org"), add("B", "one@x.org")),
        (add("A", "a@x.org"), add("B", "b@x.org")),
        (rename(1, "X"), rename(1, "Y")),
        (deactivate(2), rename(2, "Z")),
    ];
    let command = |json| serde_json::from_value(json).unwrap();
    let pair = |(n, (a, b))| {
        let n = 1_000 + 2 * n as u128;
        [order(bank, n, command(a)), order(bank, n + 1, command(b))]
    };
    pairs.into_iter().enumerate().map(pair).collect()
}

/// What can be told apart: the rows and the events, these without their order of ids.
fn state(store: &dyn Store, bank: BankId) -> (Facts, Vec<Event>) {
    let limit = 1_000;
    let facts = store.load(bank, &[Need::Partners(page()), Need::People]).unwrap();
    let history = store.history(bank, &HistoryQuery { partner: None, after: 0, limit }).unwrap();
    (facts, history.into_iter().map(|recorded| recorded.event).collect())
}

fn page() -> PartnerPage {
    let statuses = partnerkit::status::Status::ALL.into();
    PartnerPage {
        filter: partnerkit::command::PartnerFilter { statuses, ..Default::default() },
        limit: 1_000,
        ..PartnerPage::default()
    }
}

type Answers = BTreeMap<usize, Result<String, Vec<Code>>>;

fn answer(result: Result<partnerkit::decide::Done, Error>) -> Result<String, Vec<Code>> {
    result
        .map(|done| format!("{done:?}"))
        .map_err(|error| error.reasons().iter().map(|reason| reason.code).collect())
}

/// These commands one after the other, in memory.
fn serially(bank: BankId, pair: &[Order; 2], sides: &[usize]) -> (Answers, (Facts, Vec<Event>)) {
    let system = System::new(MemoryStore::new());
    world(bank).iter().for_each(|order| drop(system.execute(order).unwrap()));
    let answers = sides.iter().map(|side| (*side, answer(system.execute(&pair[*side])))).collect();
    (answers, state(system.store(), bank))
}

/// A connection that waits for its turn before each step.
struct Stepping<S> {
    inner: S,
    arrived: Sender<()>,
    go: Receiver<()>,
    /// Whether the last step was a load: a second one, of what the first has shown to be needed, belongs to it.
    loaded: bool,
}

impl<S> Stepping<S> {
    fn step(&self) {
        // Once the order is over nobody listens, and each goes on by itself.
        if self.arrived.send(()).is_ok() {
            let _over = self.go.recv();
        }
    }
}

impl<S: Session> Session for Stepping<S> {
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        self.step();
        self.inner.query(sql, params)
    }
    fn run(&mut self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        let loads = statements
            .iter()
            .all(|statement| statement.sql.starts_with("select") || statement.sql.starts_with("with"));
        if !(loads && self.loaded) {
            self.step();
        }
        self.loaded = loads;
        self.inner.run(statements)
    }
}

/// The question for a connection's number, and the one whether that connection waits for a lock.
fn numbers() -> (&'static str, &'static str) {
    if is_cluster() {
        let waits = "select count(*) from citus_lock_waits where waiting_gpid = $1";
        ("select citus_backend_gpid()", waits)
    } else {
        let waits = "select count(*) from pg_stat_activity where pid = $1 and wait_event_type = 'Lock'";
        ("select pg_backend_pid()", waits)
    }
}

/// Whether the server has refused to commit because of somebody else. A cluster has one word for all that its servers refuse
/// at the end.
fn is_refused_at_the_end(error: &SqlError) -> bool {
    error.sqlstate == "40001" || is_cluster() && error.sqlstate == "XX000"
}

/// One side as who decides the order sees it.
struct Side {
    number: Value,
    arrived: Receiver<()>,
    go: Sender<()>,
    ready: bool,
    over: bool,
}

impl Side {
    /// Waits until it stands before a step, is over, or waits for a lock of the other's.
    fn settle(&mut self, watcher: &mut dyn Session) {
        while !self.ready && !self.over {
            match self.arrived.try_recv() {
                Ok(()) => self.ready = true,
                Err(TryRecvError::Disconnected) => self.over = true,
                Err(TryRecvError::Empty) => {
                    let waits = watcher.query(numbers().1, std::slice::from_ref(&self.number)).unwrap();
                    if waits[0][0] != Value::Int(0) {
                        return;
                    }
                    std::thread::yield_now();
                }
            }
        }
    }
}

fn run_pair(
    schema: &str,
    level: &str,
    pair: &[Order; 2],
    steps: &[usize],
    watcher: &mut dyn Session,
) -> Answers {
    std::thread::scope(|scope| {
        let (mut sides, mut threads) = (Vec::new(), Vec::new());
        for order in pair {
            let ((arrived, arrivals), (go, turns)) = (channel(), channel());
            let mut inner = session();
            let number = inner.query(numbers().0, &[]).unwrap()[0][0].clone();
            // The first statement after it is the load: so that is when the view is taken.
            inner.query(&format!("begin isolation level {level}"), &[]).unwrap();
            sides.push(Side { number, arrived: arrivals, go, ready: false, over: false });
            let mut stepping = Stepping { inner, arrived, go: turns, loaded: false };
            threads.push(scope.spawn(move || {
                let result = System::new(join(&mut stepping, &options(schema)).unwrap()).execute(order);
                let end = if result.is_ok() { "commit" } else { "rollback" };
                let ended = stepping.query(end, &[]);
                // Where the server refuses only at the end, that is the answer.
                answer(match ended {
                    Err(error) if is_refused_at_the_end(&error) => Err(Code::StoreBusy.into()),
                    other => {
                        other.unwrap();
                        result
                    }
                })
            }));
        }
        for step in steps {
            let side = &mut sides[*step];
            side.settle(watcher);
            if side.ready {
                side.ready = false;
                side.go.send(()).unwrap();
                side.settle(watcher);
            }
        }
        drop(sides);
        threads.into_iter().map(|thread| thread.join().unwrap()).enumerate().collect()
    })
}

/// All orders of 4 + 4 steps: load, take the turn, write, commit.
fn orders() -> Vec<Vec<usize>> {
    (0_u32..256)
        .filter(|bits| bits.count_ones() == 4)
        .map(|bits| (0..8).map(|at| (bits >> at & 1) as usize).collect())
        .collect()
}

#[test]
fn every_order_of_steps_ends_like_one_after_the_other() {
    let long = std::env::var_os("PARTNERKIT_LONG").is_some();
    let fresh = fresh();
    let system = System::new(fresh.clone());
    let mut watcher = session();
    let (mut ran, mut told_to_repeat, mut bank_number) = (0, 0, 0_u128);
    assert_eq!(orders().len(), 70);
    for (l, level) in LEVELS.into_iter().enumerate() {
        for p in 0..8 {
            for (o, steps) in orders().into_iter().enumerate() {
                // In short, every order comes up with one pair and level, and every pair and level with about three orders.
                if !long && (o + 3 * p + l) % 24 != 0 {
                    continue;
                }
                bank_number += 1;
                let bank = BankId(Uuid::from_u128(bank_number));
                world(bank).iter().for_each(|order| drop(system.execute(order).unwrap()));
                let pair = &pairs(bank)[p];
                let answers = run_pair(&fresh.schema, level, pair, &steps, &mut watcher);
                let repeat = |answer: &Result<String, Vec<Code>>| *answer == Err(vec![Code::StoreBusy]);
                let done: Vec<usize> = (0..2).filter(|side| !repeat(&answers[side])).collect();
                assert!(level != "read committed" || done.len() == 2, "{level} {steps:?} {answers:?}");
                assert!(!done.is_empty(), "one at least is done: {level} {steps:?} {answers:?}");
                told_to_repeat += 2 - done.len();
                let mine: Answers = answers.into_iter().filter(|(side, _)| done.contains(side)).collect();
                let now = (mine, state(&*fresh, bank));
                let other_way: Vec<usize> = done.iter().rev().copied().collect();
                let allowed = [serially(bank, pair, &done), serially(bank, pair, &other_way)];
                assert!(allowed.contains(&now), "{level}, pair {p}, {steps:?}:\n{now:#?}");
                let mut folded = Facts { seq: now.1.0.seq, ..Facts::default() };
                fold(&mut folded, now.1.1.iter()).unwrap();
                assert_eq!(folded, now.1.0);
                ran += 1;
            }
        }
    }
    println!("{ran} orders, {told_to_repeat} transactions told to repeat");
    assert!(told_to_repeat > 0 && ran >= 70);
}

//! Commands and imports for tests in which something fails, and whether a bank is whole afterwards.
#![allow(dead_code, reason = "not every test that includes this needs all of it")]

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Utc};
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, Order};
use partnerkit::error::Error;
use partnerkit::evolve::fold;
use partnerkit::id::{BankId, CommandId, PersonId};
use partnerkit::import::{ImportDone, ImportError, ImportOrder};
use partnerkit::store::{Facts, HistoryQuery, Need, PartnerPage, Store};
use partnerkit::system::System;
use partnerkit_postgres::PostgresStore;
use uuid::Uuid;

/// The moment of everything.
pub fn at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

/// The n-th bank.
pub fn bank(n: u128) -> BankId {
    BankId(Uuid::from_u128(n))
}

/// Who acts in it.
pub fn staff(bank: BankId) -> Actor {
    Actor::BankStaff { bank, person: PersonId(Uuid::from_u128(9)) }
}

/// Makes the n-th bank.
pub fn create(system: &System<PostgresStore>, n: u128) -> BankId {
    try_create(system, n).unwrap()
}

/// The same on a server that may fail.
pub fn try_create(system: &System<PostgresStore>, n: u128) -> Result<BankId, Error> {
    let new = NewBank {
        id: Some(bank(n)),
        name: format!("Bank {n}"),
        email: "bank@example.org".into(),
        admin: None,
    };
    let order = Order {
        id: CommandId(Uuid::from_u128(n << 64)),
        at: at(),
        actor: Actor::Host,
        command: Command::CreateBank(new),
    };
    system.execute(&order).map(|_| bank(n))
}

/// The n-th order to add a partner.
pub fn add(bank: BankId, n: u64) -> Order {
    let command = serde_json::json!({ "add_partner": { "name": format!("Partner {n}"), "email": format!("p{n}@example.org") } });
    let id = CommandId(Uuid::from_u128(1 << 100 | u128::from(n)));
    Order { id, at: at(), actor: staff(bank), command: serde_json::from_value(command).unwrap() }
}

/// A file of so many rows that nobody else has.
pub fn file(rows: usize, who: usize) -> String {
    let lines = (0..rows).map(|n| format!("Agency {who}-{n},a{who}x{n}@example.org\n"));
    format!("name,email\n{}", lines.collect::<String>())
}

/// Imports it.
pub fn import(
    system: &System<PostgresStore>,
    bank: BankId,
    who: usize,
    rows: usize,
) -> Result<ImportDone, ImportError> {
    let id = CommandId(Uuid::from_u128(2 << 100 | bank.0.as_u128() << 32 | who as u128));
    let order = ImportOrder { id, at: at(), actor: staff(bank), key: None };
    system.import(&order, file(rows, who).as_bytes(), None, &mut |_| ControlFlow::Continue(()))
}

/// Whole or not at all: the history is numbered without gaps, and folding it gives exactly the rows that are there.
pub fn is_whole(store: &PostgresStore, bank: BankId) -> Facts {
    let limit = 100_000;
    let page = PartnerPage { limit, ..PartnerPage::default() };
    let facts = store.load(bank, &[Need::Receipt, Need::Partners(page)]).unwrap();
    let history = store.history(bank, &HistoryQuery { partner: None, after: 0, limit }).unwrap();
    let places: Vec<u64> = history.iter().map(|recorded| recorded.seq).collect();
    assert_eq!(places, (1..=facts.seq).collect::<Vec<_>>());
    let mut folded = Facts { seq: facts.seq, ..Facts::default() };
    fold(&mut folded, history.iter().map(|recorded| &recorded.event)).unwrap();
    assert_eq!(folded, facts);
    facts
}

/// Says that it is over when the thread that holds it ends, also by a panic: without it the others would wait for ever.
pub struct Ends<'a>(pub &'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// As a host does with what may be tried again.
pub fn repeat<T, E: Into<Error>>(mut attempt: impl FnMut() -> Result<T, E>) -> T {
    let mut last = None;
    for _ in 0..100 {
        match attempt().map_err(Into::into) {
            Ok(done) => return done,
            Err(error) => {
                assert!(error.is_retryable(), "{error:?}");
                last = Some(error);
            }
        }
    }
    panic!("not done in 100 tries: {last:?}");
}

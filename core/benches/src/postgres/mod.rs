//! The store in PostgreSQL, on the server that `tests/postgres` has started: beside what the driver does bare, beside two
//! object mappers of Python, and beside itself as the tables grow.
//!
//! What is compared runs in turns on one server, in schemas of the same tables and the same rows.

mod bare;
mod command;
mod growth;
mod import;
mod mappers;

use std::ops::ControlFlow;

use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, Order, Selection};
use partnerkit::id::{BankId, PartnerId, PersonId};
use partnerkit::import::ImportOrder;
use partnerkit::store::{Need, PartnerPage, Store};
use partnerkit::system::System;
use partnerkit::transition::Action;
use partnerkit_postgres::{Options, PostgresStore, Session, Value};
use uuid::Uuid;

pub use self::command::bench as commands;
pub use self::growth::bench as growth;
pub use self::import::{bench as import, child};
use crate::Outcome;
use crate::sample::{at, id};

/// The server's URL.
fn url() -> Outcome<String> {
    let none = |_| "no PostgreSQL server was named: run `tests/bench postgres`";
    Ok(std::env::var("PARTNERKIT_POSTGRES_URL").map_err(none)?)
}

/// A connection for statements of the benchmark's own.
fn session() -> Outcome<impl Session> {
    Ok(Options::new().session(&url()?)?)
}

/// Runs statements of the benchmark's own, each by itself.
fn run(statements: impl IntoIterator<Item = String>) -> Outcome {
    let mut session = session()?;
    for sql in statements {
        session.query(&sql, &[])?;
    }
    Ok(())
}

/// Empty tables in a schema of this name.
fn fresh(schema: &str) -> Outcome<System<PostgresStore>> {
    run([format!("drop schema if exists {schema} cascade")])?;
    Ok(System::new(Options::new().schema(schema).connections(32).connect(&url()?)?))
}

/// Tells the planner what there is, and has the server write its log, so that neither falls into somebody's turn.
fn settle() -> Outcome {
    run(["vacuum analyze".to_owned(), "checkpoint".to_owned()])
}

/// The n-th bank.
fn bank(n: usize) -> BankId {
    BankId(Uuid::from_u128(n as u128 + 1))
}

fn staff(bank: BankId) -> Actor {
    Actor::BankStaff { bank, person: PersonId(id(1, 0)) }
}

fn create(system: &System<PostgresStore>, n: usize) -> Outcome {
    let (name, email) = (format!("Pawnee Diaper Bank {n}"), "office@bank.example".to_owned());
    let command = Command::CreateBank(NewBank { id: Some(bank(n)), name, email, admin: None });
    system.execute(&Order { id: id(9, n), at: at(), actor: Actor::Host, command })?;
    Ok(())
}

/// The n-th bank with so many partners, all of them invited. Answers who they are.
fn open_bank(system: &System<PostgresStore>, n: usize, partners: usize) -> Outcome<Vec<PartnerId>> {
    create(system, n)?;
    let mut file = "name,email\n".to_owned();
    for one in 0..partners {
        file.push_str(&format!("Ballard Food Bank {one},desk{one}@partner.example\n"));
    }
    let order = ImportOrder { id: id(10, n), at: at(), actor: staff(bank(n)), key: None };
    system.import(&order, file.as_bytes(), None, &mut |_| ControlFlow::Continue(()))?;
    let page = PartnerPage { limit: partners, ..PartnerPage::default() };
    let facts = system.store().load(bank(n), &[Need::Partners(page)])?;
    let ids: Vec<PartnerId> = facts.partners.into_keys().collect();
    for (part, ids) in ids.chunks(500).enumerate() {
        let partners = Selection::Ids(ids.to_vec());
        let command = Command::Bulk { action: Action::Invite, partners, reason: None };
        let id = id(12, n * 1_000 + part);
        system.execute(&Order { id, at: at(), actor: staff(bank(n)), command })?;
    }
    Ok(ids)
}

/// An approval: a row, an event, a message and an answer.
fn approval(bank: BankId, partner: PartnerId) -> Order {
    let id = partnerkit::id::CommandId(Uuid::from_u128(bank.0.as_u128() << 96 ^ partner.0.as_u128()));
    Order { id, at: at(), actor: staff(bank), command: Command::Approve { partner } }
}

/// The one number a statement answers.
fn number(session: &mut dyn Session, sql: &str) -> Outcome<i64> {
    match session.query(sql, &[])?.first().and_then(|row| row.first()) {
        Some(Value::Int(number)) => Ok(*number),
        _ => Err(format!("no number: {sql}").into()),
    }
}

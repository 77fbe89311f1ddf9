//! Inside a transaction of the host's: what both write is kept together or not at all. That the whole contract holds there is
//! shown in `portable.rs`.

use std::ops::ControlFlow;

use crate::server::{Fresh, fresh, options, session, url};
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, Order};
use partnerkit::error::{Code, Error};
use partnerkit::id::{BankId, CommandId, PersonId};
use partnerkit::import::ImportOrder;
use partnerkit::store::Store;
use partnerkit::system::System;
use partnerkit_postgres::aio::{self, AsyncSystem, TokioPostgres};
use partnerkit_postgres::{Session, join};
use uuid::Uuid;

const BANK: BankId = BankId(Uuid::from_u128(1));

fn order(n: u128, command: Command) -> Order {
    let actor = match &command {
        Command::CreateBank(_) => Actor::Host,
        _ => Actor::BankStaff { bank: BANK, person: PersonId(Uuid::from_u128(9)) },
    };
    let at = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    Order { id: CommandId(Uuid::from_u128(n)), at, actor, command }
}

fn bank() -> Order {
    let new =
        NewBank { id: Some(BANK), name: "Pawnee".into(), email: "bank@example.org".into(), admin: None };
    order(1, Command::CreateBank(new))
}

fn partner(n: u128) -> Order {
    let name = format!("Partner {n}");
    let email = format!("p{n}@example.org");
    let new = serde_json::json!({ "add_partner": { "name": name, "email": email } });
    order(n, serde_json::from_value(new).unwrap())
}

/// A table of the host's, beside ours.
fn with_notes(fresh: &Fresh) -> impl Session {
    let mut session = session();
    session.query(&format!("create table {}.notes (text text primary key)", fresh.schema), &[]).unwrap();
    session
}

fn note(session: &mut dyn Session, schema: &str, text: &str) {
    session.query(&format!("insert into {schema}.notes values ($1)"), &[text.into()]).unwrap();
}

fn notes(schema: &str) -> usize {
    session().query(&format!("select text from {schema}.notes"), &[]).unwrap().len()
}

fn drop_notes(fresh: &Fresh) {
    session().query(&format!("drop table {}.notes", fresh.schema), &[]).unwrap();
}

#[test]
fn both_are_kept_or_neither() {
    let fresh = fresh();
    System::new(fresh.clone()).execute(&bank()).unwrap();
    let mut session = with_notes(&fresh);
    for (n, end, kept) in [(10, "rollback", 0), (11, "commit", 1)] {
        session.query("begin", &[]).unwrap();
        note(&mut session, &fresh.schema, "from the host");
        let system = System::new(join(&mut session, &options(&fresh.schema)).unwrap());
        system.execute(&partner(n)).unwrap();
        drop(system);
        session.query(end, &[]).unwrap();
        let events = fresh.history(BANK, &everything()).unwrap().len();
        assert_eq!((notes(&fresh.schema), events), (kept, 1 + kept), "{end}");
    }
    drop_notes(&fresh);
}

#[test]
fn what_is_refused_leaves_the_hosts_work() {
    let fresh = fresh();
    System::new(fresh.clone()).execute(&bank()).unwrap();
    System::new(fresh.clone()).execute(&partner(10)).unwrap();
    let mut session = with_notes(&fresh);
    session.query("begin", &[]).unwrap();
    note(&mut session, &fresh.schema, "from the host");
    let system = System::new(join(&mut session, &options(&fresh.schema)).unwrap());
    let again = Order { id: CommandId(Uuid::from_u128(99)), ..partner(10) };
    assert_eq!(system.execute(&again).unwrap_err().code(), Code::NameTaken);
    system.execute(&partner(11)).unwrap();
    drop(system);
    session.query("commit", &[]).unwrap();
    assert_eq!((notes(&fresh.schema), fresh.history(BANK, &everything()).unwrap().len()), (1, 3));
    drop_notes(&fresh);
}

/// One that sees an older state than what it would write over is told so, and the host repeats its transaction.
#[test]
fn a_host_that_sees_an_older_state_is_refused() {
    let fresh = fresh();
    System::new(fresh.clone()).execute(&bank()).unwrap();
    for level in ["repeatable read", "serializable"] {
        let mut session = session();
        session.query(&format!("begin isolation level {level}"), &[]).unwrap();
        session
            .query(&format!("select name from {}.banks where bank_id = $1", fresh.schema), &[BANK.0.into()])
            .unwrap();
        let n = if level == "serializable" { 20 } else { 10 };
        System::new(fresh.clone()).execute(&partner(n)).unwrap();
        let system = System::new(join(&mut session, &options(&fresh.schema)).unwrap());
        let refused: Error = system.execute(&partner(n + 1)).unwrap_err();
        assert_eq!((refused.code(), refused.is_retryable()), (Code::StoreBusy, true));
    }
}

fn everything() -> partnerkit::store::HistoryQuery {
    partnerkit::store::HistoryQuery { partner: None, after: 0, limit: 1_000 }
}

fn multi() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

fn single() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// Blocking calls from the workers of asynchronous hosts block, and do not panic.
#[test]
fn blocking_calls_work_wherever_they_are_made() {
    let fresh = fresh();
    System::new(fresh.clone()).execute(&bank()).unwrap();
    let system = System::new(fresh.clone());
    single().block_on(async { system.execute(&partner(10)).unwrap() });
    let store = fresh.clone();
    let task = async move { System::new(store).execute(&partner(11)) };
    let runtime = multi();
    runtime.block_on(async { tokio::spawn(task).await.unwrap() }).unwrap();
    let store = fresh.clone();
    std::thread::spawn(move || System::new(store).execute(&partner(12)).unwrap()).join().unwrap();
    assert_eq!(fresh.history(BANK, &everything()).unwrap().len(), 4);

    // Opening, importing and letting go are no different.
    let Order { id, at, actor, .. } = partner(13);
    let import = ImportOrder { id, at, actor, key: None };
    single().block_on(async {
        let system = System::new(options(&fresh.schema).connect(&url()).unwrap());
        let rows: String = (0..3_000).map(|n| format!("Pantry {n},pantry{n}@example.org\n")).collect();
        let file = format!("name,email\n{rows}");
        let done = system.import(&import, file.as_bytes(), None, &mut |_| ControlFlow::Continue(()));
        assert_eq!(done.unwrap().receipt.partners, 3_000);
    });
}

#[test]
fn futures_are_answered_on_any_runtime() {
    let fresh = fresh();
    let system = AsyncSystem::new(fresh.clone(), 4).unwrap();
    single().block_on(system.execute(bank())).unwrap();
    let runtime = multi();
    let tasks: Vec<_> = (10..30)
        .map(|n| {
            let system = system.clone();
            runtime.spawn(async move { system.execute(partner(n)).await })
        })
        .collect();
    for task in tasks {
        runtime.block_on(task).unwrap().unwrap();
    }
    assert_eq!(fresh.history(BANK, &everything()).unwrap().len(), 21);
    let panicked =
        single().block_on(system.with(|_| -> Result<(), Error> { panic!("in the host's own code") }));
    assert_eq!(panicked.unwrap_err().code(), Code::Bug);
    single().block_on(system.execute(partner(30))).unwrap();
}

/// While a future waits for the server, its runtime goes on.
#[test]
fn nothing_blocks_the_runtime() {
    let fresh = fresh();
    let system = AsyncSystem::new(fresh.clone(), 2).unwrap();
    let runtime = single();
    runtime.block_on(system.execute(bank())).unwrap();
    let mut holder = session();
    holder.query("begin", &[]).unwrap();
    let lock = format!("select bank_id from {}.banks where bank_id = $1 for update", fresh.schema);
    holder.query(&lock, &[BANK.0.into()]).unwrap();
    runtime.block_on(async {
        let mut waiting = std::pin::pin!(system.execute(partner(10)));
        tokio::select! {
            biased;
            done = &mut waiting => panic!("the bank is locked, and yet {done:?}"),
            () = async { for _ in 0..100 { tokio::task::yield_now().await; } } => {}
        }
        holder.query("rollback", &[]).unwrap();
        waiting.await.unwrap();
    });
}

#[test]
fn an_asynchronous_host_is_joined() {
    let fresh = fresh();
    System::new(fresh.clone()).execute(&bank()).unwrap();
    let schema = fresh.schema.clone();
    for (runtime, first) in [(single(), 10), (multi(), 20)] {
        runtime.block_on(async {
            let (mut client, connection) =
                tokio_postgres::connect(&url(), tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            for (n, keep) in [(first, false), (first + 1, true)] {
                let transaction = client.transaction().await.unwrap();
                let mut host = TokioPostgres::new(transaction.client());
                let options = options(&schema);
                aio::join(&mut host, &options, move |system| system.execute(&partner(n))).await.unwrap();
                if keep { transaction.commit().await.unwrap() } else { transaction.rollback().await.unwrap() }
            }
        });
    }
    assert_eq!(fresh.history(BANK, &everything()).unwrap().len(), 3);
}

//! No statement's cost grows with the number of other banks: each that names a bank reads by an index that begins with it.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::server::{fresh, is_cluster, options, schema, session, url};
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, NewPartner, Order};
use partnerkit::id::CommandId;
use partnerkit::store::{Need, PartnerPage, Store};
use partnerkit::system::System;
use partnerkit_postgres::{Failed, PostgresStore, Row, Session, SqlError, Statement, Value, join};
use partnerkit_testkit::{CASES, run, sample};
use uuid::Uuid;

/// Notes the statements that read or change rows, with the parameters they had first.
struct Noting<S> {
    inner: S,
    seen: Arc<Mutex<Vec<Statement>>>,
}

impl<S: Session> Noting<S> {
    fn note(&self, statement: Statement) {
        let mut seen = self.seen.lock().unwrap();
        let rows = ["select", "update", "delete", "with", "insert"]
            .iter()
            .any(|verb| statement.sql.starts_with(verb));
        if rows
            && !statement.sql.contains("partnerkit_")
            && !seen.iter().any(|other| other.sql == statement.sql)
        {
            seen.push(statement);
        }
    }
}

impl<S: Session> Session for Noting<S> {
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        self.note(Statement::new(sql.to_owned(), params));
        self.inner.query(sql, params)
    }
    fn run(&mut self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        statements.iter().for_each(|statement| self.note(statement.clone()));
        self.inner.run(statements)
    }
}

/// A value as it stands in a statement.
fn literal(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => format!("{value}::bigint"),
        Value::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Value::Bytes(bytes) => {
            format!("'\\x{}'::bytea", bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
        }
        Value::Uuid(id) => format!("'{id}'::uuid"),
        Value::Time(at) => format!("'{}'::timestamptz", at.to_rfc3339()),
        Value::Day(day) => format!("'{day}'::date"),
        Value::List(values) => {
            format!("array[{}]", values.iter().map(literal).collect::<Vec<_>>().join(", "))
        }
    }
}

fn with_literals(statement: &Statement) -> String {
    let mut sql = statement.sql.to_string();
    // From the last, so that $1 is not found in $10.
    for (at, value) in statement.params.iter().enumerate().rev() {
        sql = sql.replace(&format!("${}", at + 1), &literal(value));
    }
    sql
}

#[test]
fn every_statement_reads_by_an_index_that_begins_with_the_bank() {
    let fresh = fresh();
    let seen: Arc<Mutex<Vec<Statement>>> = Arc::default();
    let mut noting = Noting { inner: session(), seen: Arc::clone(&seen) };
    // Those that read and write in every way there is, and not again and again.
    let themes = ["needs", "pages", "people", "due", "log", "outbox", "references"];
    for case in CASES.iter().filter(|case| themes.contains(&case.theme)) {
        noting.inner.query("begin", &[]).unwrap();
        run(&join(&mut noting, &options(&fresh.schema)).unwrap(), case.run);
        noting.inner.query("rollback", &[]).unwrap();
    }
    // A page as the host's screens ask for it.
    noting.inner.query("begin", &[]).unwrap();
    let page = Need::Partners(PartnerPage { limit: 50, ..PartnerPage::default() });
    join(&mut noting, &options(&fresh.schema)).unwrap().load(sample::bank_id(1), &[page]).unwrap();

    let seen = seen.lock().unwrap();
    // With hardly a row in it the server would rather read a whole table. A table with millions of rows of others is what is
    // meant here, and for that scans of whole tables are made as dear as they then are.
    noting.inner.query("set local enable_seqscan = off", &[]).unwrap();
    let mut checked = 0;
    for statement in seen.iter() {
        let across = ["order by b.name, b.bank_id", "where h.id = $1", "where person_id = any($1::uuid[])"];
        if across.iter().any(|part| statement.sql.contains(part)) || statement.sql.starts_with("insert") {
            continue;
        }
        let sql = with_literals(statement);
        let function = format!(
            "create function pg_temp.plan() returns setof text language plpgsql as $plan$ begin return query execute $asked$explain (costs off) {sql}$asked$; end $plan$"
        );
        noting.inner.query(&function, &[]).unwrap();
        let plan = noting.inner.query("select plan from pg_temp.plan() as plan", &[]).unwrap();
        noting.inner.query("drop function pg_temp.plan()", &[]).unwrap();
        let lines: Vec<String> = plan
            .iter()
            .map(|row| match &row[0] {
                Value::Text(line) => line.clone(),
                other => panic!("{other:?}"),
            })
            .collect();
        for (at, line) in lines.iter().enumerate() {
            assert!(!line.contains("Seq Scan"), "{sql}\n{}", lines.join("\n"));
            if line.contains("Index") && line.contains(" Scan ") && !line.contains("Bitmap Heap") {
                let condition = lines[at + 1..].iter().find(|line| line.contains("Index Cond:"));
                assert!(
                    condition.is_some_and(|condition| condition.contains("bank_id")),
                    "an index is read without the bank: {line}\n{sql}\n{}",
                    lines.join("\n")
                );
            }
        }
        checked += 1;
    }
    noting.inner.query("rollback", &[]).unwrap();
    assert!(checked > 60, "{checked} statements");
    println!("{checked} statements, each by an index that begins with the bank");
}

#[test]
fn a_small_table_is_not_read_whole() {
    if is_cluster() {
        return; // Its workers count for themselves.
    }
    // Counts of whole tables read are told when their connection ends.
    let (schema, name) = (schema(), format!("plans_{}", std::process::id()));
    let connect = || {
        let url = format!("{}&application_name={name}", url());
        System::new(options(&schema).connections(1).connect(&url).unwrap())
    };
    let mut watching = session();
    let mut number = |sql: &str| match watching.query(sql, &[]).unwrap()[0][0] {
        Value::Int(number) => number,
        ref other => panic!("{other:?}"),
    };
    let mut read_whole = |system: System<PostgresStore>| {
        drop(system);
        let open = format!("select count(*) from pg_stat_activity where application_name = '{name}'");
        let until = Instant::now() + Duration::from_secs(30);
        while number(&open) > 0 {
            assert!(Instant::now() < until, "the connection does not end");
            std::thread::yield_now();
        }
        number(&format!(
            "select sum(seq_scan)::bigint from pg_stat_user_tables where schemaname = '{schema}' \
             and relname <> 'schema_version'"
        ))
    };
    let execute = |system: &System<PostgresStore>, n: u64, actor, command| {
        let id = CommandId(Uuid::from_u128(n.into()));
        system.execute(&Order { id, at: sample::at(n), actor, command }).unwrap();
    };

    let system = connect();
    let (name, email) = ("Pawnee".to_owned(), "office@bank.example".to_owned());
    let bank = NewBank { id: Some(sample::bank_id(1)), name, email, admin: None };
    execute(&system, 1, Actor::Host, Command::CreateBank(bank));
    let before = read_whole(system);
    session().query(&format!("analyze {schema}.banks, {schema}.commands, {schema}.partners"), &[]).unwrap();
    let system = connect();
    for n in 2..30 {
        let (name, email) = (format!("Pantry {n}"), format!("desk{n}@pantry.example"));
        let partner = NewPartner { name, email, ..NewPartner::default() };
        execute(&system, n, sample::staff(), Command::AddPartner(partner));
    }
    assert_eq!(read_whole(system), before);
    session().query(&format!("drop schema {schema} cascade"), &[]).unwrap();
}

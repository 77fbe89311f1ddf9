//! Opening: making the tables, migrating, refusing, and row-level security.

use std::collections::BTreeSet;

use crate::server::{TABLES, distribute, fresh, options, schema, session, url};
use partnerkit::error::Code;
use partnerkit::id::BankId;
use partnerkit::store::Store;
use partnerkit_postgres::{Session, SqlError, Value, schema as tables};
use partnerkit_testkit::{TestBank, sample};

fn count(session: &mut dyn Session, sql: &str) -> i64 {
    match session.query(sql, &[]).unwrap().first().and_then(|row| row.first()) {
        Some(Value::Int(count)) => *count,
        other => panic!("{other:?}"),
    }
}

#[test]
fn many_may_make_the_tables_at_once() {
    let schema = schema();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert!(options(&schema).connect(&url()).unwrap().banks().unwrap().is_empty()));
        }
    });
    let sql = format!("select count(*) from {schema}.schema_version");
    assert_eq!(count(&mut session(), &sql), 1);
}

#[test]
fn a_newer_schema_is_refused_untouched() {
    let fresh = fresh();
    let schema = fresh.schema.clone();
    session().query(&format!("update {schema}.schema_version set version = 1000"), &[]).unwrap();
    let refused = options(&schema).connect(&url()).unwrap_err();
    assert_eq!(refused.code(), Code::StoreNewer);
    session().query(&format!("update {schema}.schema_version set version = 1"), &[]).unwrap();
    options(&schema).connect(&url()).unwrap();
}

#[test]
fn tables_of_somebody_else_are_refused_untouched() {
    let schema = schema();
    let mut session = session();
    session.query(&format!("create schema {schema}"), &[]).unwrap();
    session.query(&format!("create table {schema}.banks (iban text)"), &[]).unwrap();
    assert_eq!(options(&schema).connect(&url()).unwrap_err().code(), Code::StoreUnrecognised);
    let sql = format!("select count(*) from pg_tables where schemaname = '{schema}'");
    assert_eq!(count(&mut session, &sql), 1);
}

#[test]
fn a_store_that_must_not_make_tables_says_so() {
    let schema = schema();
    assert_eq!(options(&schema).migrate(false).connect(&url()).unwrap_err().code(), Code::StoreUnrecognised);
    assert_eq!(options(&schema).read_only(true).connect(&url()).unwrap_err().code(), Code::StoreReadOnly);
    assert_eq!(options("a\"b").connect(&url()).unwrap_err().code(), Code::StoreUnavailable);
}

/// A host's own migration makes the same tables.
#[test]
fn a_host_may_make_the_tables_itself() {
    let schema = schema();
    let mut session = session();
    session.query(&format!("create schema {schema}"), &[]).unwrap();
    for statement in tables::statements(0, &schema) {
        session.query(&statement, &[]).unwrap();
    }
    let store = options(&schema).migrate(false).connect(&url()).unwrap();
    let _bank = TestBank::open(&store, sample::bank(sample::bank_id(1)));
    assert_eq!(store.banks().unwrap().len(), 1);
}

/// A role of its own, which may do everything with the tables and yet sees one bank alone.
fn guarded(schema: &str) -> String {
    let role = format!("role_{schema}");
    let mut session = session();
    for statement in tables::row_security(schema) {
        session.query(&statement, &[]).unwrap();
    }
    for statement in [
        format!("create role {role} login"),
        format!("grant usage on schema {schema} to {role}"),
        format!("grant all on all tables in schema {schema} to {role}"),
    ] {
        session.query(&statement, &[]).unwrap();
    }
    url().replace("partnerkit@", &format!("{role}@"))
}

fn texts(session: &mut dyn Session, sql: &str) -> BTreeSet<String> {
    let text = |row: &Vec<Value>| match row.as_slice() {
        [Value::Text(text)] => text.clone(),
        other => panic!("{other:?}"),
    };
    session.query(sql, &[]).unwrap().iter().map(text).collect()
}

/// What is fenced off, what tests empty, and what there is are the same tables.
#[test]
fn every_table_of_a_bank_is_fenced_off_and_emptied() {
    let schema = schema();
    options(&schema).connect(&url()).unwrap();
    guarded(&schema);
    let mut session = session();
    let mut all =
        texts(&mut session, &format!("select tablename::text from pg_tables where schemaname = '{schema}'"));
    assert!(all.remove("schema_version"), "the one table that is no bank's");
    let fenced = format!(
        "select p.tablename::text from pg_policies p join pg_tables t using (schemaname, tablename) \
         where p.schemaname = '{schema}' and t.rowsecurity and p.cmd = 'ALL' and p.with_check is null \
         and p.qual like '%bank_id%app.bank%'"
    );
    assert_eq!(texts(&mut session, &fenced), all);
    assert_eq!(TABLES.map(str::to_owned).into_iter().collect::<BTreeSet<_>>(), all);
}

#[test]
fn with_row_security_a_forgotten_filter_shows_nothing() {
    let schema = schema();
    let owner = options(&schema).connect(&url()).unwrap();
    distribute(&schema);
    for n in [1, 2] {
        let bank = TestBank::open(&owner, sample::bank(sample::bank_id(n)));
        bank.put([partnerkit::store::Row::Category(sample::category(1))]);
    }
    let url = guarded(&schema);
    let everything = format!("select count(*) from {schema}.categories");
    let mut guest = options(&schema).session(&url).unwrap();
    assert_eq!(count(&mut session(), &everything), 2, "the owner sees all");
    assert_eq!(count(&mut guest, &everything), 0, "without a bank there is nothing");
    guest.query("begin", &[]).unwrap();
    // On a cluster the setting has to travel; a single server takes no notice of this.
    guest.query("set local citus.propagate_set_commands = 'local'", &[]).unwrap();
    guest.query(&format!("set local app.bank = '{}'", sample::bank_id(1)), &[]).unwrap();
    assert_eq!(count(&mut guest, &everything), 1, "and with one, that bank's");
    let other = format!("delete from {schema}.categories where bank_id = $1");
    guest.query(&other, &[sample::bank_id(2).0.into()]).unwrap();
    let other = format!("insert into {schema}.categories values ($1, $1, 0, 'Theirs', 'theirs')");
    let refused: SqlError = guest.query(&other, &[sample::bank_id(2).0.into()]).unwrap_err();
    assert_eq!(refused.sqlstate, "42501");
    guest.query("rollback", &[]).unwrap();
    assert_eq!(count(&mut guest, &everything), 0, "the setting ends with its transaction");
    assert_eq!(count(&mut session(), &everything), 2, "and what it forgot to name stands");

    // The store names the bank in each transaction, so that everything about one bank works.
    let store = options(&schema).row_security(true).migrate(false).connect(&url).unwrap();
    let bank = TestBank::at(&store, sample::bank_id(1));
    bank.next_command();
    bank.next_command();
    let before = owner.load(BankId(sample::bank_id(2).0), &[]).unwrap();
    bank.put([partnerkit::store::Row::Category(sample::category(2))]);
    assert_eq!(bank.load(&[partnerkit::store::Need::Categories]).categories.len(), 2);
    assert_eq!(owner.load(sample::bank_id(2), &[]).unwrap(), before);
    assert!(store.banks().unwrap().is_empty(), "all banks are the owner's to list");
    let unnamed = options(&schema).migrate(false).connect(&url).unwrap();
    assert!(unnamed.load(sample::bank_id(1), &[]).unwrap().bank.is_none());
}

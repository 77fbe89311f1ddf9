//! What a cluster sharded by bank asks of schema and statements, checked on a plain server.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use crate::server::{fresh, options, session};
use partnerkit_postgres::{Failed, Row, Session, SqlError, Statement, Target, Value, join};
use partnerkit_testkit::{CASES, run};

fn texts(rows: &[Row]) -> Vec<String> {
    rows.iter()
        .map(|row| match &row[0] {
            Value::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        })
        .collect()
}

fn ask(sql: &str, schema: &str) -> Vec<String> {
    texts(&session().query(sql, &[schema.into()]).unwrap())
}

/// Asked of the server's catalogue, not of our text.
#[test]
fn every_key_begins_with_the_bank_and_nothing_is_deferred() {
    let fresh = fresh();
    let tables = "from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = $1::text ";
    let banks = ask(
        &format!(
            "select c.relname::text {tables} join pg_attribute a on a.attrelid = c.oid and a.attname = 'bank_id' \
                  and a.atttypid = 'uuid'::regtype and a.attnotnull where c.relkind = 'r' order by 1"
        ),
        &fresh.schema,
    );
    let all =
        ask(&format!("select c.relname::text {tables} where c.relkind = 'r' order by 1"), &fresh.schema);
    let without: Vec<_> = all.iter().filter(|table| !banks.contains(table)).collect();
    assert_eq!(without, ["schema_version"], "a table without a bank");
    assert!(banks.len() > 20, "{banks:?}");

    let first_column = "(select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = k.indkey[0]) = 'bank_id'";
    let unique = ask(
        &format!(
            "select c.relname::text {tables} join pg_index k on k.indrelid = c.oid and k.indisunique \
                  where c.relname <> 'schema_version' and not {first_column}"
        ),
        &fresh.schema,
    );
    assert_eq!(unique, Vec::<String>::new(), "a unique key that does not begin with the bank");
    let foreign = ask(
        &format!(
            "select k.conname::text {tables} join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' where \
                  k.confdeltype not in ('a', 'r', 'c') or k.confupdtype <> 'a' or (select a.attname from pg_attribute a \
                  where a.attrelid = c.oid and a.attnum = k.conkey[1]) <> 'bank_id'"
        ),
        &fresh.schema,
    );
    assert_eq!(foreign, Vec::<String>::new(), "a foreign key without the bank, or one that sets to null");
    for (what, condition) in [
        (
            "a deferrable constraint",
            "exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.condeferrable)",
        ),
        ("a trigger", "exists (select 1 from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)"),
        ("a sequence", "c.relkind = 'S'"),
        (
            "a default that is not a constant",
            "exists (select 1 from pg_attrdef d where d.adrelid = c.oid \
            and pg_get_expr(d.adbin, d.adrelid) !~ '^[0-9]+$')",
        ),
        (
            "a long name",
            "exists (select 1 from pg_constraint k where k.conrelid = c.oid and length(k.conname) > 50)",
        ),
        ("a long name", "length(c.relname) > 50"),
    ] {
        let found = ask(&format!("select c.relname::text {tables} where {condition}"), &fresh.schema);
        assert_eq!(found, Vec::<String>::new(), "{what}");
    }
}

/// A connection that answers as a cluster does, and notes what goes over it.
struct Cluster<S> {
    inner: S,
    seen: Arc<Mutex<BTreeSet<String>>>,
}

/// A cluster says less of `COPY` and of `insert … select`, and never which constraint it was. The messages of this server are
/// taken away altogether.
fn as_a_cluster(sql: &str, error: SqlError) -> SqlError {
    let pulled = sql.starts_with("copy") || (sql.contains("insert into") && !sql.contains(" values "));
    let state = if pulled && error.sqlstate.starts_with("23") { "XX000".to_owned() } else { error.sqlstate };
    SqlError::new(state, "")
}

impl<S: Session> Session for Cluster<S> {
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        self.seen.lock().unwrap().insert(sql.to_owned());
        self.inner.query(sql, params).map_err(|error| as_a_cluster(sql, error))
    }
    fn run(&mut self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        self.seen.lock().unwrap().extend(statements.iter().map(|statement| statement.sql.to_string()));
        self.inner.run(statements).map_err(|Failed { at, error }| Failed {
            at,
            error: as_a_cluster(&statements[at.min(statements.len() - 1)].sql, error),
        })
    }
    fn copy_in(&mut self, into: &Target<'_>, rows: Vec<Vec<Value>>) -> Result<(), SqlError> {
        self.inner.copy_in(into, rows).map_err(|error| as_a_cluster("copy", error))
    }
}

/// Runs the whole contract over such a connection, each case in a transaction that is rolled back, and gives the texts of all statements.
fn over_a_cluster() -> BTreeSet<String> {
    let fresh = fresh();
    let seen = Arc::default();
    let mut cluster = Cluster { inner: session(), seen: Arc::clone(&seen) };
    // In that one another thread writes while this one reads, and there is but one connection here.
    for case in CASES.iter().filter(|case| case.name != "what_is_taken_out_is_one_view") {
        cluster.inner.query("begin", &[]).unwrap();
        run(&join(&mut cluster, &options(&fresh.schema)).unwrap(), case.run);
        cluster.inner.query("rollback", &[]).unwrap();
    }
    let schema = format!("\"{}\".", fresh.schema);
    let seen = seen.lock().unwrap();
    seen.iter().map(|sql| sql.replace(&schema, "partnerkit.")).collect()
}

/// How often `part` stands in `text`.
fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

#[test]
fn the_contract_holds_where_errors_say_little_and_every_statement_names_its_bank() {
    let seen = over_a_cluster();
    assert!(seen.len() > 100, "only {} different statements were seen", seen.len());
    let forbidden = [
        "now()",
        "clock_timestamp",
        "current_timestamp",
        "current_date",
        "localtime",
        "gen_random_uuid",
        "random()",
        "interval",
        "advisory",
        "nextval",
        "merge into",
        "set_config",
        "current_setting",
        "truncate",
    ];
    for sql in &seen {
        for word in forbidden {
            assert!(!sql.to_lowercase().contains(word), "`{word}` in: {sql}");
        }
        if sql.starts_with("create temporary") || sql.starts_with("savepoint") || !sql.contains("partnerkit.")
        {
            continue;
        }
        // The looks across banks, which no command waits for.
        let across = sql.contains("order by b.name, b.bank_id")
            || sql.contains("where h.id = $1")
            || sql.contains("where person_id = any($1::uuid[])");
        if across {
            continue;
        }
        // Each table is read or changed in a statement that names the bank for it, by a parameter.
        let tables = count(sql, "from partnerkit.")
            + count(sql, "join partnerkit.")
            + count(sql, "update partnerkit.");
        let named = count(sql, "bank_id = $1") + count(sql, "k.bank_id = h.bank_id");
        assert!(named >= tables, "{tables} tables and {named} banks in: {sql}");
        if let Some(columns) = sql.split("insert into partnerkit.").nth(1) {
            let columns = columns.split_once('(').unwrap().1;
            assert!(columns.starts_with("bank_id"), "{sql}");
            assert!(sql.contains("values ($1") || sql.contains("select $1"), "{sql}");
        }
        // One write a statement, and nothing reads what the same statement writes.
        let writes = count(sql, "insert into partnerkit.")
            + count(sql, "update partnerkit.")
            + count(sql, "delete from");
        assert!(writes <= 1, "{writes} writes in: {sql}");
    }
}

/// Which constraint it was is never asked.
#[test]
fn no_error_is_asked_for_its_constraint() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let mut files = vec![std::path::PathBuf::from(folder)];
    let mut read = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        read += 1;
        for call in [".constraint()", ".table()", ".column()", ".schema()", ".detail()"] {
            let allowed = call == ".schema()" && path.ends_with("schema.rs");
            assert!(allowed || !text.contains(call), "{call} in {}", path.display());
        }
    }
    assert!(read > 20, "{read}");
}

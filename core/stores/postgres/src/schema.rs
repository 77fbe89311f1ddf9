//! The tables: making them, bringing them up to date, and protecting them row by row.
//!
//! [`crate::Options::connect`] makes them by itself. A host whose deployment runs all migrations takes the statements from
//! here and opens stores with [`crate::Options::migrate`] off.

use partnerkit::error::{Code, Error, Reason};

use crate::errors::Fault;
use crate::session::{Statement, Value};
use crate::transaction::{Base, Tx};

/// What leads from each version to the next. A schema's version is how many of them it has seen.
// INVARIANT: never changed once released; only appended to.
const MIGRATIONS: &[&str] = &[include_str!("../schema/1.sql")];

/// The version this library writes.
const KNOWN: i64 = MIGRATIONS.len() as i64;

/// Where the version is written down. It belongs to no bank; a cluster keeps it where migrations are run.
const VERSION: &str = "create table if not exists partnerkit.schema_version (version bigint not null, at_most_once boolean primary key)";

/// The statements that bring tables of version `from` (0: none yet) up to date, one by one, for a host that runs them in a
/// migration of its own; all in one transaction. The schema must be there.
///
/// ```
/// let statements = partnerkit_postgres::schema::statements(0, "partnerkit");
/// assert!(statements.iter().any(|sql| sql.starts_with("create table partnerkit.banks")));
/// ```
#[must_use]
pub fn statements(from: usize, schema: &str) -> Vec<String> {
    let noted =
        format!("insert into partnerkit.schema_version (version, at_most_once) values ({KNOWN}, true)");
    let mut all = vec![VERSION.to_owned()];
    all.extend(MIGRATIONS.iter().skip(from).flat_map(|sql| split(sql)).map(str::to_owned));
    all.extend(["delete from partnerkit.schema_version".to_owned(), noted]);
    all.into_iter().map(|sql| sql.replace("partnerkit.", &format!("{schema}."))).collect()
}

/// The statements that switch row-level security on, for hosts that want a second fence between banks: whoever is not the
/// tables' owner then reads and writes only the rows of the bank that `app.bank` names, and without it none. Stores are
/// opened with [`crate::Options::row_security`], which names it in each transaction. What looks at all banks
/// ([`System::banks`](partnerkit::system::System::banks), `roles_of`, whether somebody has a login) needs the owner, or a
/// role with `bypassrls`.
///
/// ```
/// for statement in partnerkit_postgres::schema::row_security("partnerkit") {
///     assert!(statement.contains("one_bank") || statement.contains("enable row level security"));
/// }
/// ```
#[must_use]
pub fn row_security(schema: &str) -> Vec<String> {
    let statements = split(include_str!("../schema/row_security.sql"));
    statements.map(|sql| sql.replace("partnerkit.", &format!("{schema}."))).collect()
}

/// The statements that spread the tables made since version `from` over the workers of a Citus cluster, to be run one by one on
/// its coordinator, as the owner, while these tables are empty: 0 after [`statements`] made them all, the version before after a
/// migration. The guide has the rest, section "Distributing on Citus".
///
/// ```
/// let statements = partnerkit_postgres::schema::distribution(0, "partnerkit");
/// assert_eq!(statements[0], "select create_distributed_table('partnerkit.banks', 'bank_id')");
/// assert!(statements[1..].iter().all(|sql| sql.ends_with("colocate_with => 'partnerkit.banks')")));
/// ```
#[must_use]
pub fn distribution(from: usize, schema: &str) -> Vec<String> {
    let made = MIGRATIONS.iter().skip(from).flat_map(|sql| split(sql));
    let tables = made.filter_map(|sql| sql.strip_prefix("create table partnerkit.")?.split_once(' '));
    tables
        .map(|(table, _)| {
            let beside =
                if table == "banks" { String::new() } else { format!(", colocate_with => '{schema}.banks'") };
            format!("select create_distributed_table('{schema}.{table}', 'bank_id'{beside})")
        })
        .collect()
}

/// How often making the tables is tried when others make them at the same moment.
const TRIES: usize = 5;

/// What stands in the schema.
enum Standing {
    /// Nothing of ours.
    Empty,
    /// Ours, of this version.
    Ours(i64),
    /// Tables of our names, but not ours.
    Foreign,
}

/// Makes sure the tables are ours and of the known version; makes or migrates them if that is allowed.
pub(crate) fn prepare(base: &Base<'_>, migrates: bool, read_only: bool) -> Result<(), Fault> {
    let found = base.read(None, standing)?;
    match found {
        Standing::Ours(KNOWN) => return Ok(()),
        Standing::Ours(version) if version > KNOWN => return Err(newer(version).into()),
        Standing::Foreign => return Err(Code::StoreUnrecognised.into()),
        _ if read_only => return Err(Code::StoreReadOnly.into()),
        Standing::Empty if !migrates => return Err(Code::StoreUnrecognised.into()),
        _ if !migrates => return Err(Code::StoreReadOnly.into()),
        _ => {}
    }
    for _ in 1..TRIES {
        match migrate(base) {
            // `if not exists` looks before it writes: of several at once all but one may run into the catalogue's own keys,
            // and on a cluster into each other's locks.
            Err(Fault::Sql(error))
                if ["23505", "42P06", "42P07", "40P01"].contains(&error.sqlstate.as_str()) => {}
            other => return other,
        }
    }
    migrate(base)
}

/// Runs what is missing, in one transaction. Others may have done so since we looked, so it looks again under the lock.
fn migrate(base: &Base<'_>) -> Result<(), Fault> {
    base.setup("begin", |tx| {
        // Asking first spares those who may not create a schema the question whether they may.
        let there = "select count(*) from pg_namespace where nspname = $1::text";
        let count = tx.query(there, [Value::Text(tx.schema())])?;
        if count.first().and_then(|row| row.first()) == Some(&Value::Int(0)) {
            tx.query(format!("create schema {}", tx.quoted_schema()), [])?;
        }
        tx.query(VERSION, [])?;
        tx.query("lock table partnerkit.schema_version in access exclusive mode", [])?;
        let version = match standing(tx)? {
            Standing::Foreign => return Err(Code::StoreUnrecognised.into()),
            Standing::Ours(version) if version > KNOWN => return Err(newer(version).into()),
            Standing::Ours(version) => version,
            Standing::Empty => 0,
        };
        let missing = MIGRATIONS.iter().skip(usize::try_from(version).unwrap_or(0));
        let mut steps: Vec<Statement> = missing.flat_map(|sql| split(sql)).map(Statement::plain).collect();
        steps.push(Statement::plain("delete from partnerkit.schema_version"));
        let noted = "insert into partnerkit.schema_version (version, at_most_once) values ($1, true)";
        steps.push(Statement::new(noted, [KNOWN.into()]));
        tx.run(steps)?;
        tx.keep([])
    })
}

fn standing(tx: &mut Tx<'_>) -> Result<Standing, Fault> {
    let there = "select to_regclass('partnerkit.schema_version') is not null, to_regclass('partnerkit.banks') is not null";
    let found = tx.query(there, [])?;
    let (versioned, banks) = match found.first().map(Vec::as_slice) {
        Some([Value::Bool(versioned), Value::Bool(banks)]) => (*versioned, *banks),
        _ => return Err(Code::StoreFailed.into()),
    };
    if !versioned {
        return Ok(if banks { Standing::Foreign } else { Standing::Empty });
    }
    let version = tx.query("select version from partnerkit.schema_version", [])?;
    Ok(match (version.first().map(Vec::as_slice), banks) {
        (Some([Value::Int(version)]), true) => Standing::Ours(*version),
        (None, false) => Standing::Empty,
        _ => Standing::Foreign,
    })
}

/// The single statements of a text of ours: each ends at the end of a line.
fn split(sql: &'static str) -> impl Iterator<Item = &'static str> {
    sql.split(";\n")
        .map(|statement| {
            // Comments before it; those in it are PostgreSQL's to skip.
            let mut rest = statement.trim();
            while let Some((_, after)) = rest.strip_prefix("--").and_then(|comment| comment.split_once('\n'))
            {
                rest = after.trim_start();
            }
            rest
        })
        .filter(|statement| !statement.is_empty())
}

fn newer(found: i64) -> Error {
    Error::new(Reason::new(Code::StoreNewer).with("found", found).with("known", KNOWN))
}

//! How the cost of a command, of a page and of a search grows with banks, partners and history.

use std::time::Instant;

use partnerkit::command::{Order, PartnerFilter};
use partnerkit::store::{HistoryQuery, Need, PartnerPage, Store};
use partnerkit::system::System;
use partnerkit_postgres::{PostgresStore, Session, Value};

use super::{approval, bank, fresh, open_bank, run, session, settle};
use crate::Outcome;
use crate::race::median;
use crate::table::{Goal, row};

const SCHEMA: &str = "bench_growth";
const COMMANDS: usize = 100;
const READS: usize = 50;
const OTHERS: usize = 10_000;
const PARTNERS: usize = 100_000;
const EVENTS: usize = 1_000_000;

pub fn bench() -> Outcome {
    let system = fresh(SCHEMA)?;
    let first = bank(0);
    let partners = open_bank(&system, 0, 1_000)?;
    let mut orders = partners.into_iter().map(|partner| approval(first, partner));
    let mut next = || orders.by_ref().take(COMMANDS + 10).collect::<Vec<_>>();
    settle()?;
    let small = measure(&system, next())?;
    tell("one bank of 1,000 partners", small, None);

    multiply(
        "banks",
        &format!("o, generate_series(1, {OTHERS}) g where o.bank_id = '{first}'"),
        &[("bank_id", "md5(g::text)::uuid"), ("name", "o.name || g")],
    )?;
    let ten = format!("(select * from {SCHEMA}.partners where bank_id = '{first}' limit 10) o");
    multiply_from(
        "partners",
        &format!("{ten}, {SCHEMA}.banks b where b.bank_id <> '{first}'"),
        &[("bank_id", "b.bank_id")],
    )?;
    settle()?;
    tell(&format!("beside {OTHERS} banks of 10"), measure(&system, next())?, Some(small));

    multiply(
        "partners",
        &format!(
            "o, generate_series(1, {}) g where o.bank_id = '{first}' and o.id in (select id from {SCHEMA}.partners where bank_id = '{first}' limit 100)",
            PARTNERS / 100
        ),
        &[
            ("id", "md5(o.id::text || g)::uuid"),
            ("name", "o.name || ' ' || g"),
            ("name_key", "o.name_key || ' ' || g"),
            ("email", "g || o.email"),
            ("email_key", "g || o.email_key"),
        ],
    )?;
    settle()?;
    tell(&format!("and with {PARTNERS} partners more"), measure(&system, next())?, Some(small));

    multiply(
        "events",
        &format!("o, generate_series(1, {EVENTS}) g where o.bank_id = '{first}' and o.seq = 2"),
        &[("seq", &format!("(select last_seq from {SCHEMA}.banks where bank_id = '{first}') + g"))],
    )?;
    run([format!("update {SCHEMA}.banks set last_seq = last_seq + {EVENTS} where bank_id = '{first}'")])?;
    settle()?;
    tell(&format!("and with {EVENTS} events more"), measure(&system, next())?, Some(small));
    Ok(())
}

/// Rows of a table made from its rows: these columns by an expression, the others as they are.
fn multiply(table: &str, from: &str, columns: &[(&str, &str)]) -> Outcome {
    multiply_from(table, &format!("{SCHEMA}.{table} {from}"), columns)
}

fn multiply_from(table: &str, from: &str, columns: &[(&str, &str)]) -> Outcome {
    let mut session = session()?;
    let names = "select column_name::text from information_schema.columns \
                 where table_schema::text = $1 and table_name::text = $2 order by ordinal_position";
    let mut values = Vec::new();
    let mut all = Vec::new();
    for found in session.query(names, &[SCHEMA.into(), table.into()])? {
        let [Value::Text(column)] = found.as_slice() else { return Err("a column has a name".into()) };
        let other = columns.iter().find(|(name, _)| name == column);
        values.push(other.map_or_else(|| format!("o.{column}"), |(_, value)| (*value).to_owned()));
        all.push(column.clone());
    }
    run([format!(
        "insert into {SCHEMA}.{table} ({}) select {} from {from}",
        all.join(", "),
        values.join(", ")
    )])
}

/// What is done, in microseconds.
#[derive(Clone, Copy)]
struct Costs {
    command: f64,
    page: f64,
    search: f64,
    history: f64,
}

fn measure(system: &System<PostgresStore>, orders: Vec<Order>) -> Outcome<Costs> {
    let (store, bank) = (system.store(), bank(0));
    let mut orders = orders.into_iter();
    let page = PartnerPage { limit: 50, ..PartnerPage::default() };
    let filter = PartnerFilter { text: Some("bank 77".to_owned()), ..PartnerFilter::default() };
    let search = PartnerPage { filter, ..page.clone() };
    let history = HistoryQuery { partner: None, after: 500, limit: 50 };
    Ok(Costs {
        command: middle(COMMANDS, || match orders.next() {
            Some(order) => Ok(system.execute(&order).map(drop)?),
            None => Err("no order is left".into()),
        })?,
        page: middle(READS, || Ok(store.load(bank, &[Need::Partners(page.clone())]).map(drop)?))?,
        search: middle(READS, || Ok(store.load(bank, &[Need::Partners(search.clone())]).map(drop)?))?,
        history: middle(READS, || Ok(store.history(bank, &history).map(drop)?))?,
    })
}

/// The middle of so many, after ten that do not count: the server plans a statement anew a few times before it keeps a plan.
fn middle(count: usize, mut work: impl FnMut() -> Outcome) -> Outcome<f64> {
    let mut took = Vec::with_capacity(count);
    for n in 0..count + 10 {
        let begun = Instant::now();
        work()?;
        if n >= 10 {
            took.push(begun.elapsed().as_secs_f64() * 1e6);
        }
    }
    Ok(median(took))
}

fn tell(of: &str, costs: Costs, small: Option<Costs>) {
    for (what, figure, before) in [
        ("a command", costs.command, small.map(|small| small.command)),
        ("a page of 50 by name", costs.page, small.map(|small| small.page)),
        ("a search by text", costs.search, small.map(|small| small.search)),
        ("50 events of the history", costs.history, small.map(|small| small.history)),
    ] {
        let before = before.map(|before| ("one bank of 1,000 partners", before));
        row(&format!("{what}: {of}"), "µs", figure, before, Goal::None);
    }
}

//! Loading: all needs in one statement, each a subquery that names the bank.
//!
//! So what is read is one view in every isolation level, costs one round trip, and is one task on a cluster.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use partnerkit::bank::Bank;
use partnerkit::id::{BankId, PartnerId};
use partnerkit::people::InvitationRef;
use partnerkit::request::RequestState;
use partnerkit::status::Status;
use partnerkit::store::{CommandRecord, Facts, Need};
use partnerkit::token::TokenDigest;
use serde::de::DeserializeOwned;

use super::json::BANK;
use super::needs;
use crate::errors::Fault;
use crate::session::{Row, Value};
use crate::transaction::Tx;
use crate::values::{from_json, natural, one_of};

/// Reads the bank and all `needs`.
pub(crate) fn load(tx: &mut Tx<'_>, bank: BankId, needs: &[Need]) -> Result<Facts, Fault> {
    let mut query = Query::new(bank);
    let logins = needs::ask(&mut query, needs)?;
    let Query { with, columns, params, .. } = query;
    let with = if with.is_empty() { String::new() } else { format!("with {} ", with.join(", ")) };
    let subqueries: String = columns.iter().map(|(_, sql)| format!(", ({sql})::text")).collect();
    // Everything else refers to a bank, so without one there is nothing.
    let sql = format!(
        "{with}select ({BANK})::text, b.last_seq{subqueries} from partnerkit.banks b where b.bank_id = $1"
    );
    let mut facts = Facts::default();
    let Some(row) = tx.query(sql, params)?.pop() else { return Ok(facts) };
    facts.bank = Some(from_json::<Bank>(row.first())?);
    facts.seq = natural(row.get(1))?;
    for ((part, _), value) in columns.iter().zip(row.iter().skip(2)) {
        if *value != Value::Null {
            add(&mut facts, *part, value)?;
        }
    }
    if !logins.is_empty() {
        facts.logins = needs::logins(tx, logins)?;
    }
    Ok(facts)
}

/// Which part of the facts a subquery answers.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Answered,
    Receipt,
    Partners,
    Counts,
    RequestCounts,
    WithHistory,
    Categories,
    Items,
    Groups,
    Requests,
    Distributions,
    People,
    Tokens,
    Reminders,
}

/// The statement as it grows.
pub(super) struct Query {
    /// Lists that more than one subquery begins from.
    with: Vec<String>,
    columns: Vec<(Part, String)>,
    params: Vec<Value>,
}

impl Query {
    fn new(bank: BankId) -> Self {
        Self { with: Vec::new(), columns: Vec::new(), params: vec![bank.0.into()] }
    }

    /// The parameter that stands for the value.
    pub(super) fn bind(&mut self, value: impl Into<Value>) -> String {
        self.params.push(value.into());
        format!("${}", self.params.len())
    }

    /// What is said of a column that is one of these values: see [`one_of`].
    pub(super) fn one_of(&mut self, values: Vec<Value>, kind: &str) -> String {
        let (condition, value) = one_of(self.params.len() + 1, values, kind);
        self.params.push(value);
        condition
    }

    /// Asks for the one value of a subquery.
    pub(super) fn one(&mut self, part: Part, sql: String) {
        self.columns.push((part, sql));
    }

    /// Asks for rows as `json` has them: `from` names the table, its letter and the conditions besides the bank.
    pub(super) fn rows(&mut self, part: Part, json: &str, table: &str, letter: char, condition: &str) {
        let sql = format!(
            "select json_agg({json}) from partnerkit.{table} {letter} where {letter}.bank_id = $1 and {condition}"
        );
        self.columns.push((part, sql));
    }

    /// A list by a name of its own, read once however often it is used.
    pub(super) fn with(&mut self, sql: &str) -> String {
        let name = format!("list{}", self.with.len() + 1);
        self.with.push(format!("{name} as materialized ({sql})"));
        name
    }
}

fn add(facts: &mut Facts, part: Part, value: &Value) -> Result<(), Fault> {
    match part {
        Part::Answered => facts.answered = list::<CommandRecord>(value)?.pop(),
        Part::Receipt => facts.receipt = list(value)?.pop(),
        Part::Partners => extend(&mut facts.partners, value, |row| row.id)?,
        Part::Categories => extend(&mut facts.categories, value, |row| row.id)?,
        Part::Items => extend(&mut facts.items, value, |row| row.id)?,
        Part::Groups => extend(&mut facts.groups, value, |row| row.id)?,
        Part::Requests => extend(&mut facts.requests, value, |row| row.id)?,
        Part::Distributions => extend(&mut facts.distributions, value, |row| row.id)?,
        Part::People => extend(&mut facts.people, value, |row| row.id)?,
        Part::Reminders => extend(&mut facts.reminders, value, |row| row.id)?,
        Part::WithHistory => facts.with_history.extend(list::<PartnerId>(value)?),
        Part::Counts => facts.counts.extend(list::<(Status, u64)>(value)?),
        Part::Tokens => facts.tokens.extend(list::<(TokenDigest, InvitationRef)>(value)?),
        Part::RequestCounts => {
            let counts: Vec<(RequestState, u64, DateTime<Utc>)> = list(value)?;
            let open = counts.iter().filter(|(state, ..)| state.is_open());
            facts.oldest_open_request = open.map(|(.., filed_at)| *filed_at).min();
            facts.request_counts.extend(counts.into_iter().map(|(state, count, _)| (state, count)));
        }
    }
    Ok(())
}

fn list<T: DeserializeOwned>(value: &Value) -> Result<Vec<T>, Fault> {
    from_json(Some(value))
}

fn extend<I: Ord, T: DeserializeOwned>(
    map: &mut BTreeMap<I, T>,
    value: &Value,
    id: impl Fn(&T) -> I,
) -> Result<(), Fault> {
    map.extend(list::<T>(value)?.into_iter().map(|row| (id(&row), row)));
    Ok(())
}

/// The rows of a statement of ids.
pub(super) fn ids(rows: &[Row]) -> impl Iterator<Item = uuid::Uuid> {
    rows.iter().filter_map(|row| match row.first() {
        Some(Value::Uuid(id)) => Some(*id),
        _ => None,
    })
}

//! Writing a change set: all of it in one transaction, or nothing.
//!
//! Two round trips: the first begins, takes the bank's turn by raising its counters, and reads the versions of the rows
//! that are expected; the second writes everything and commits.

mod cells;
mod insert;
pub(crate) mod log;
pub(crate) mod outbox;
pub(crate) mod people;
mod rows;
pub(crate) mod whole;

use std::collections::{BTreeMap, BTreeSet};

use partnerkit::bank::Bank;
use partnerkit::error::{Error, Reason};
use partnerkit::id::BankId;
use partnerkit::store::{ChangeSet, Committed, Expect, Row, RowId, Write};
use uuid::Uuid;

pub(crate) use self::cells::{EXCEPTIONS, PARTNER_COLUMNS, exception_cells, partner_cells};
use self::rows::{Known, Shape};
use crate::errors::Fault;
use crate::session::{self, Statement, Value};
use crate::transaction::{Base, Tx};
use crate::values::{count, natural, number, one_of, place};

/// Writes a change set if all it was decided on still holds.
pub(crate) fn commit(base: &Base<'_>, changes: &ChangeSet) -> Result<Committed, Fault> {
    match base.write(changes.bank, |tx| write(tx, changes)) {
        // The keys have the last word, never a look before: whoever was first holds the key, or still needs the row.
        Err(fault) if fault.is_conflict() => Ok(Committed::Stale),
        other => other,
    }
}

fn write(tx: &mut Tx<'_>, changes: &ChangeSet) -> Result<Committed, Fault> {
    let bank = changes.bank;
    let Some(turn) = take_turn(changes)? else { return Ok(Committed::Stale) };
    let mut first = vec![turn];
    first.extend(Versions::ask(bank, &changes.expects)?);
    let mut answers = tx.run(first)?.into_iter();
    let Some(places) = answers.next().and_then(|rows| rows.into_iter().next()) else {
        return Ok(Committed::Stale);
    };
    let versions = Versions::read(answers.next().unwrap_or_default())?;
    if !versions.are(bank, &changes.expects)? {
        return Ok(Committed::Stale);
    }
    let first_event = first_of(number(places.first())?, changes.events.len())?;
    let first_message = first_of(number(places.get(1))?, changes.messages.len())?;
    let mut statements = rows(changes, &versions)?;
    statements.extend(log::events(bank, first_event, &changes.events)?);
    statements.extend(log::messages(bank, first_message, &changes.messages)?);
    statements.extend(log::commands(bank, std::slice::from_ref(&changes.command))?);
    tx.keep(statements)?;
    Ok(Committed::Done)
}

/// Takes the bank's turn: from here to the end of the transaction nobody else changes a row of it. Raises its counters by
/// what will be appended and writes its own row, all in the one statement that may find it changed. None if it cannot be.
///
/// INVARIANT: whoever changes a row that a decision may expect takes the turn first. So what is read afterwards stays true,
/// also in a host's transaction that sees an older state: there the server refuses this statement (40001).
fn take_turn(changes: &ChangeSet) -> Result<Option<Statement>, Fault> {
    let bank = changes.bank;
    let mut own: Option<&Bank> = None;
    for write in &changes.writes {
        match write {
            Write::Put(Row::Bank(row)) => {
                same_bank(bank, row.id)?;
                own = Some(row);
            }
            // Its history refers to it, and this very change set is to be written there.
            Write::Remove(RowId::Bank(id)) => return same_bank(bank, *id).map(|()| None),
            _ => {}
        }
    }
    let (mut is_new, mut is_there, mut conditions) = (false, own.is_none(), String::new());
    let mut params =
        vec![bank.0.into(), place(changes.events.len())?.into(), place(changes.messages.len())?.into()];
    for expect in &changes.expects {
        let (column, expected) = match expect {
            Expect::Absent(RowId::Bank(_)) => {
                is_new = true;
                continue;
            }
            Expect::Version(RowId::Bank(_), version) => ("version", *version),
            Expect::Seq(seq) => ("last_seq", *seq),
            _ => continue,
        };
        // Nothing has happened yet in a bank that is still to be written.
        is_there |= column == "version" || expected > 0;
        params.push(count(expected)?);
        conditions.push_str(&format!(" and banks.{column} = ${}", params.len()));
    }
    Ok(Some(match own {
        _ if is_new && is_there => return Ok(None),
        None => Statement::new(update(&[], &conditions), params),
        Some(row) => {
            let first = params.len() + 1;
            params.extend(rows::bank_cells(row)?);
            let cells: Vec<(&str, usize)> = rows::BANK.into_iter().zip(first..).collect();
            let sql =
                if is_there { update(&cells, &conditions) } else { insert(&cells, is_new, &conditions) };
            Statement::new(sql, params)
        }
    }))
}

/// Changes the bank's row, which must be there: these columns to these parameters, and the counters.
fn update(cells: &[(&str, usize)], conditions: &str) -> String {
    let set: String = cells.iter().map(|(column, n)| format!(", {column} = ${n}")).collect();
    format!(
        "update partnerkit.banks set last_seq = last_seq + $2, last_message = last_message + $3{set} \
         where bank_id = $1{conditions} returning last_seq, last_message"
    )
}

/// Inserts the bank's row or, unless it must be new, replaces it under these conditions.
fn insert(cells: &[(&str, usize)], is_new: bool, conditions: &str) -> String {
    let names: String = cells.iter().map(|(column, _)| format!(", {column}")).collect();
    let marks: String = cells.iter().map(|(_, n)| format!(", ${n}")).collect();
    let set: String = cells.iter().map(|(column, _)| format!(", {column} = excluded.{column}")).collect();
    let otherwise = if is_new {
        "do nothing".to_owned()
    } else {
        format!(
            "(bank_id) do update set last_seq = banks.last_seq + $2, last_message = banks.last_message + $3{set} \
             where banks.bank_id = $1{conditions}"
        )
    };
    format!(
        "insert into partnerkit.banks (bank_id, last_seq, last_message{names}) values ($1, $2, $3{marks}) \
         on conflict {otherwise} returning last_seq, last_message"
    )
}

/// Whether what is expected of the bank's own row holds. Asked in the bank's turn.
pub(crate) fn bank_is(tx: &mut Tx<'_>, bank: BankId, expects: &[Expect]) -> Result<bool, Fault> {
    let sql = "select version, last_seq from partnerkit.banks where bank_id = $1";
    let found = tx.query(sql, [bank.0.into()])?.pop();
    let found = match &found {
        Some(row) => Some((natural(row.first())?, natural(row.get(1))?)),
        None => None,
    };
    Ok(expects.iter().all(|expect| match *expect {
        Expect::Absent(RowId::Bank(_)) => found.is_none(),
        Expect::Version(RowId::Bank(_), expected) => found.is_some_and(|(version, _)| version == expected),
        Expect::Seq(expected) => found.map_or(0, |(_, seq)| seq) == expected,
        _ => true,
    }))
}

/// The first of so many places that end with `last`.
fn first_of(last: i64, places: usize) -> Result<i64, Fault> {
    Ok(last.saturating_sub(place(places)?).saturating_add(1))
}

/// What writes the rows, in their order.
fn rows(changes: &ChangeSet, versions: &Versions) -> Result<Vec<Statement>, Fault> {
    let bank = changes.bank;
    let mut statements = Vec::new();
    let mut batch = rows::Batch::default();
    // What was expected of a row says nothing any more once it was written.
    let mut written = BTreeSet::new();
    for write in &changes.writes {
        match write {
            Write::Put(Row::Bank(_)) => {}
            Write::Put(row) => {
                let known = match versions.of(row.id())? {
                    _ if !written.insert(row.id()) => Known::Nothing,
                    Some(found) => Known::There { hangs: found.hangs },
                    None if changes.expects.contains(&Expect::Absent(row.id())) => Known::New,
                    None => Known::Nothing,
                };
                statements.extend(batch.put(bank, row, known)?);
            }
            Write::Remove(row) => {
                written.insert(*row);
                statements.extend(batch.flush(bank));
                let (shape, id) = stands(*row)?;
                let sql =
                    format!("delete from partnerkit.{} where bank_id = $1 and id = $2", shape.table.name);
                statements.push(Statement::new(sql, [bank.0.into(), id.into()]));
            }
        }
    }
    statements.extend(batch.flush(bank));
    Ok(statements)
}

/// What is found of the rows that are expected.
pub(crate) struct Versions(BTreeMap<(String, Uuid), Found>);

/// A row that is there.
struct Found {
    version: u64,
    /// Whether anything hangs on it.
    hangs: bool,
}

impl Versions {
    /// The statement that asks for the rows that are expected; none if none are, but for the bank's own.
    pub(crate) fn ask(bank: BankId, expects: &[Expect]) -> Result<Option<Statement>, Fault> {
        let mut asked: BTreeMap<&'static str, (&'static Shape, Vec<Value>)> = BTreeMap::new();
        for expect in expects {
            match *expect {
                Expect::Seq(_) | Expect::Absent(RowId::Bank(_)) | Expect::Version(RowId::Bank(_), _) => {}
                Expect::Absent(row) | Expect::Version(row, _) => {
                    let (shape, id) = stands(row)?;
                    asked.entry(shape.table.name).or_insert((shape, Vec::new())).1.push(id.into());
                }
            }
        }
        let mut params = vec![Value::from(bank.0)];
        let mut selects = Vec::new();
        for (table, (shape, ids)) in asked {
            let (these, ids) = one_of(params.len() + 1, ids, "uuid");
            params.push(ids);
            let hangs = shape.hangs();
            selects.push(format!(
                "select '{table}'::text, id, version, {hangs} from partnerkit.{table} where bank_id = $1 and id {these}"
            ));
        }
        Ok((!selects.is_empty()).then(|| Statement::new(selects.join(" union all "), params)))
    }

    /// What it answered.
    pub(crate) fn read(rows: Vec<session::Row>) -> Result<Self, Fault> {
        let found = rows.into_iter().map(|row| match row.as_slice() {
            [Value::Text(table), Value::Uuid(id), version, Value::Bool(hangs)] => {
                Ok(((table.clone(), *id), Found { version: natural(Some(version))?, hangs: *hangs }))
            }
            _ => Err(crate::errors::corrupt(
                "a version has a table, an id, a number, and whether anything hangs on it",
            )),
        });
        found.collect::<Result<_, Fault>>().map(Self)
    }

    /// Whether all rows but the bank's own are as expected.
    pub(crate) fn are(&self, bank: BankId, expects: &[Expect]) -> Result<bool, Fault> {
        for expect in expects {
            let (row, expected) = match *expect {
                Expect::Seq(_) => continue,
                Expect::Absent(row) => (row, None),
                Expect::Version(row, version) => (row, Some(version)),
            };
            if let RowId::Bank(id) = row {
                same_bank(bank, id)?;
                continue;
            }
            if self.of(row)?.map(|found| found.version) != expected {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What was found of a row that is not the bank.
    fn of(&self, row: RowId) -> Result<Option<&Found>, Fault> {
        let (shape, id) = stands(row)?;
        Ok(self.0.get(&(shape.table.name.to_owned(), id)))
    }
}

/// Where a row stands that is not the bank, and its id.
fn stands(row: RowId) -> Result<(&'static Shape, Uuid), Fault> {
    Ok(match row {
        RowId::Bank(_) => return Err(Error::new(Reason::bug("a bank among the rows of a bank")).into()),
        RowId::Category(id) => (&cells::CATEGORY, id.0),
        RowId::Item(id) => (&cells::ITEM, id.0),
        RowId::Group(id) => (&cells::GROUP, id.0),
        RowId::Partner(id) => (&cells::PARTNER, id.0),
        RowId::Request(id) => (&cells::REQUEST, id.0),
        RowId::Distribution(id) => (&cells::DISTRIBUTION, id.0),
        RowId::Person(id) => (&cells::PERSON, id.0),
        RowId::Reminder(id) => (&cells::REMINDER, id.0),
    })
}

/// A change set names one bank; a row of another one in it is a mistake of its maker.
fn same_bank(bank: BankId, other: BankId) -> Result<(), Fault> {
    if bank == other { Ok(()) } else { Err(Error::new(Reason::bug("a change set spans two banks")).into()) }
}

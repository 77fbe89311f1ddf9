//! The stage: the file's rows in temporary tables, and from there into the bank.

use partnerkit::id::BankId;
use partnerkit::store::{ImportRow, ImportRows};

use crate::errors::Fault;
use crate::session::{Statement, Target, Value};
use crate::transaction::Tx;
use crate::values::{count, number, place};
use crate::write::log::event_cells;
use crate::write::{EXCEPTIONS, PARTNER_COLUMNS, exception_cells, partner_cells};

/// How many rows are held at a time.
const PAGE: usize = 2_000;

/// `place` counts the rows as they come, `nth` those with a partner from 0. `key_…` and `given_…` are there of every row, the
/// partner's own columns of those with a partner.
const STAGED: &str = "create temporary table partnerkit_staged (\
    place int8 not null, line int8 not null, record int8 not null, given_name text, given_email text, \
    given_external_id text collate \"C\", key_name text collate \"C\", key_email text collate \"C\", \
    key_look text collate \"C\", nth int8, event_at timestamptz, event_actor jsonb, event_command uuid, \
    event_partner uuid, event_what jsonb, ";

const STAGED_EXCEPTIONS: &str = "create temporary table partnerkit_staged_exceptions (\
    partner_id uuid not null, item_id uuid not null, rule text not null, last_day date) on commit drop";

/// The columns of the stage before the partner's.
const HEAD: [(&str, &str); 15] = [
    ("place", "int8"),
    ("line", "int8"),
    ("record", "int8"),
    ("given_name", "text"),
    ("given_email", "text"),
    ("given_external_id", "text"),
    ("key_name", "text"),
    ("key_email", "text"),
    ("key_look", "text"),
    ("nth", "int8"),
    ("event_at", "timestamptz"),
    ("event_actor", "jsonb"),
    ("event_command", "uuid"),
    ("event_partner", "uuid"),
    ("event_what", "jsonb"),
];

const EXCEPTION_TYPES: [&str; 4] = ["uuid", "uuid", "text", "date"];

/// The type of a partner's column.
fn type_of(column: &str) -> &'static str {
    match column {
        "id" | "group_id" => "uuid",
        "version" | "quota" | "import_line" => "int8",
        "send_emails" | "proxy" | "narrowed" => "bool",
        "profile" => "jsonb",
        column if column.ends_with("_at") || column.ends_with("_since") => "timestamptz",
        _ => "text",
    }
}

/// Takes all rows onto the stage, and answers how many partners are among them.
pub(super) fn fill(tx: &mut Tx<'_>, rows: &mut dyn ImportRows) -> Result<i64, Fault> {
    let partner: Vec<(&str, &str)> =
        PARTNER_COLUMNS.into_iter().map(|column| (column, type_of(column))).collect();
    let own: Vec<String> = partner.iter().map(|(column, kind)| format!("{column} {kind}")).collect();
    let table = format!("{STAGED}{}) on commit drop", own.join(", "));
    // Sorting and comparing a large file in memory; for this transaction alone.
    let memory = Statement::plain("set local work_mem = '64MB'");
    tx.run(vec![memory, Statement::plain(table), Statement::plain(STAGED_EXCEPTIONS)])?;

    let columns = [&HEAD[..], &partner].concat();
    let staged = Target { table: "partnerkit_staged", columns: &columns };
    let of_exceptions: Vec<(&str, &str)> = EXCEPTIONS.columns.iter().copied().zip(EXCEPTION_TYPES).collect();
    let exceptions = Target { table: "partnerkit_staged_exceptions", columns: &of_exceptions };
    let (mut read, mut partners) = (0, 0);
    let (mut page, mut hanging) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next_row()? {
        page.push(cells(&row, read, partners)?);
        if let Some((partner, _)) = &row.partner {
            hanging.extend(exception_cells(partner)?);
            partners += 1;
        }
        read += 1;
        if page.len() + hanging.len() >= PAGE {
            tx.copy_in(&staged, std::mem::take(&mut page))?;
            if !hanging.is_empty() {
                tx.copy_in(&exceptions, std::mem::take(&mut hanging))?;
            }
        }
    }
    tx.copy_in(&staged, page)?;
    if !hanging.is_empty() {
        tx.copy_in(&exceptions, hanging)?;
    }
    place(partners)
}

fn cells(row: &ImportRow, at: usize, nth: usize) -> Result<Vec<Value>, Fault> {
    let (given_name, key_name) = row.name.as_ref().map(|(given, key)| (given, key)).unzip();
    let (given_email, key_email) = row.email.as_ref().map(|(given, key)| (given, key)).unzip();
    let mut cells = vec![
        place(at)?.into(),
        count(row.line)?,
        count(row.record)?,
        given_name.into(),
        given_email.into(),
        row.external_id.as_ref().into(),
        key_name.into(),
        key_email.into(),
        row.look_key.as_ref().into(),
    ];
    match &row.partner {
        Some((partner, event)) => {
            cells.push(place(nth)?.into());
            cells.extend(event_cells(event)?);
            cells.extend(partner_cells(partner)?);
        }
        None => cells.resize(HEAD.len() + PARTNER_COLUMNS.len(), Value::Null),
    }
    Ok(cells)
}

/// Copies the staged partners and their events into the bank, the events from place `first` on. Answers how many partners
/// there were: counted in rows, for a cluster's own count is of those that were offered.
pub(super) fn copy(tx: &mut Tx<'_>, bank: BankId, first: i64) -> Result<i64, Fault> {
    let columns = PARTNER_COLUMNS.join(", ");
    // By name: so do most of the bank's indexes lie, and pages are written once instead of again and again.
    let partners = format!(
        "with copied as (insert into partnerkit.partners (bank_id, {columns}) \
         select $1, {columns} from partnerkit_staged where nth is not null order by name_key \
         on conflict do nothing returning 1) select count(*) from copied"
    );
    let copied = tx.query(partners, [bank.0.into()])?;
    let copied = number(copied.first().and_then(|row| row.first()))?;
    let exceptions = "insert into partnerkit.partner_exceptions (bank_id, partner_id, item_id, rule, last_day) \
                      select $1, partner_id, item_id, rule, last_day from partnerkit_staged_exceptions";
    // The stage is read in the order in which it was filled, which is that of the events.
    let events = "insert into partnerkit.events (bank_id, seq, at, actor, command_id, partner_id, what) \
                  select $1, $2 + nth, event_at, event_actor, event_command, event_partner, event_what \
                  from partnerkit_staged where nth is not null";
    tx.run(vec![
        Statement::new(exceptions, [bank.0.into()]),
        Statement::new(events, [bank.0.into(), first.into()]),
    ])?;
    Ok(copied)
}

/// Drops the stage now, for a host's transaction may go on.
pub(super) fn drop_tables(tx: &mut Tx<'_>) -> Result<(), Fault> {
    tx.run(vec![Statement::plain(
        "drop table partnerkit_staged, partnerkit_staged_exceptions, partnerkit_clashes",
    )])
    .map(drop)
}

//! Keys that are held twice, found by comparing whole tables.

use partnerkit::id::{BankId, PartnerId};
use partnerkit::store::{Clash, ClashKey, Holder, ImportRows};

use crate::errors::{Fault, corrupt};
use crate::session::{Row, Statement, Value};
use crate::transaction::Tx;
use crate::values::natural;

/// One key: what it is called, where it stands on the stage and in the bank, and what the file gave for it.
struct Key {
    number: i64,
    key: ClashKey,
    staged: &'static str,
    kept: &'static str,
    given: &'static str,
    /// What must be true besides of a row `s` and the earlier row `f` with the same key.
    besides: &'static str,
}

/// In the order in which the clashes of one line are told.
const KEYS: [Key; 4] = [
    Key {
        number: 0,
        key: ClashKey::Name,
        staged: "key_name",
        kept: "name_key",
        given: "given_name",
        besides: "true",
    },
    Key {
        number: 1,
        key: ClashKey::Email,
        staged: "key_email",
        kept: "email_key",
        given: "given_email",
        besides: "true",
    },
    Key {
        number: 2,
        key: ClashKey::ExternalId,
        staged: "given_external_id",
        kept: "external_id",
        given: "given_external_id",
        besides: "true",
    },
    Key {
        number: LOOK,
        key: ClashKey::Look,
        staged: "key_look",
        kept: "look_key",
        given: "given_name",
        besides: "s.key_name <> f.key_name",
    },
];

const LOOK: i64 = 3;
/// The holder is a partner of the bank.
const IN_BANK: i64 = 0;
/// The holder is an earlier row.
const IN_FILE: i64 = 1;
/// How many clashes are held at a time.
const PAGE: i64 = 5_000;

const CLASHES: &str = "create temporary table partnerkit_clashes (\
    place int8 not null, key int8 not null, source int8 not null, line int8 not null, record int8 not null, \
    value text not null, holder_line int8, holder_id uuid, holder text not null, \
    primary key (place, key, source)) on commit drop";

/// Finds the rows whose key an earlier row has. The first row with a key holds it.
pub(super) fn find_in_file(tx: &mut Tx<'_>) -> Result<(), Fault> {
    tx.run(vec![Statement::plain(CLASHES), Statement::plain("analyze partnerkit_staged")])?;
    for Key { number, staged, given, besides, .. } in KEYS {
        let sql = format!(
            "insert into partnerkit_clashes (place, key, source, line, record, value, holder_line, holder) \
             select s.place, $1, $2, s.line, s.record, s.{given}, f.line, f.{given} \
             from (select {staged} as twice, min(place) as first from partnerkit_staged \
                   where {staged} <> '' group by {staged} having count(*) > 1) d \
             join partnerkit_staged f on f.place = d.first \
             join partnerkit_staged s on s.{staged} = d.twice and s.place > d.first \
             where {besides}"
        );
        tx.query(sql, [number.into(), IN_FILE.into()])?;
    }
    Ok(())
}

/// Finds the rows whose key a partner of the bank has.
pub(super) fn find_in_bank(tx: &mut Tx<'_>, bank: BankId) -> Result<(), Fault> {
    for Key { number, staged, kept, given, .. } in KEYS {
        // Several partners may look like one row; the first by name is told.
        let sql = format!(
            "insert into partnerkit_clashes (place, key, source, line, record, value, holder_id, holder) \
             select distinct on (s.place) s.place, $2::int8, $3::int8, s.line, s.record, s.{given}, p.id, p.name \
             from partnerkit.partners p join partnerkit_staged s on s.{staged} = p.{kept} and s.{staged} <> '' \
             where p.bank_id = $1 order by s.place, p.name_key"
        );
        tx.query(sql, [bank.0.into(), number.into(), IN_BANK.into()])?;
    }
    Ok(())
}

/// Tells all clashes by line.
///
/// Looks are told once a line, the partner's before the earlier row's, and not at all where the name itself clashes:
/// that two equal names look alike is no news.
pub(super) fn tell(tx: &mut Tx<'_>, rows: &mut dyn ImportRows) -> Result<(), Fault> {
    let sql = "select c.line, c.record, c.key, c.source, c.value, c.holder_line, c.holder_id, c.holder, c.place \
               from partnerkit_clashes c \
               where (c.place, c.key, c.source) > ($1, $2, $3) and (c.key <> $4 or not exists (\
                   select 1 from partnerkit_clashes o \
                   where o.place = c.place and (o.key = 0 or (o.key = $4 and o.source < c.source)))) \
               order by c.place, c.key, c.source limit $5";
    let mut after: [Value; 3] = [(-1_i64).into(), 0_i64.into(), 0_i64.into()];
    loop {
        let [place, key, source] = after.clone();
        let page = tx.query(sql, [place, key, source, LOOK.into(), PAGE.into()])?;
        let Some(last) = page.last() else { return Ok(()) };
        if let [_, _, key, source, _, _, _, _, place] = last.as_slice() {
            after = [place.clone(), key.clone(), source.clone()];
        }
        for row in &page {
            rows.clash(clash(row)?);
        }
    }
}

fn clash(row: &Row) -> Result<Clash, Fault> {
    let unknown = || corrupt("a clash has a key, a value and a holder");
    let [
        line,
        record,
        Value::Int(number),
        Value::Int(source),
        Value::Text(value),
        holder_line,
        holder_id,
        holder,
        _,
    ] = row.as_slice()
    else {
        return Err(unknown());
    };
    let Value::Text(holder) = holder.clone() else { return Err(unknown()) };
    let key = KEYS.iter().find(|key| key.number == *number).ok_or_else(unknown)?.key;
    let held_by = match (*source, holder_id) {
        (IN_BANK, Value::Uuid(id)) => Holder::Partner { id: PartnerId(*id), name: holder },
        _ => Holder::Line { line: natural(Some(holder_line))?, value: holder },
    };
    let (line, record) = (natural(Some(line))?, natural(Some(record))?);
    Ok(Clash { line, record, key, value: value.clone(), held_by })
}

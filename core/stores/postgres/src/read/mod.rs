//! Reading: one statement is one view, also where others write meanwhile.

mod json;
mod load;
pub(crate) mod log;
mod needs;
mod partners;
mod whole;

use partnerkit::bank::Bank;
use partnerkit::id::{BankId, PersonId};
use partnerkit::people::Person;

pub(crate) use self::load::load;
pub(crate) use self::whole::whole;
use crate::errors::Fault;
use crate::session::{Row, Value};
use crate::transaction::Tx;
use crate::values::each;

/// All banks by name and id.
pub(crate) fn banks(tx: &mut Tx<'_>) -> Result<Vec<Bank>, Fault> {
    let sql = format!("select ({})::text from partnerkit.banks b order by b.name, b.bank_id", json::BANK);
    each(&tx.query(sql, [])?)
}

/// A person as each bank knows it in which it has a role.
pub(crate) fn in_all_banks(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<(BankId, Person)>, Fault> {
    let sql = format!(
        "select json_build_array(h.bank_id, {})::text from partnerkit.people h where h.id = $1 \
         and exists (select 1 from partnerkit.person_roles k where k.bank_id = h.bank_id and k.person_id = $1) \
         order by h.bank_id",
        json::PERSON
    );
    each(&tx.query(sql, [person.0.into()])?)
}

/// A query over the bank's rows that grows. `$1` is the bank. Its text is what the server keeps it prepared by, so it never
/// holds a value.
struct Select {
    sql: String,
    params: Vec<Value>,
}

impl Select {
    fn of(bank: BankId, sql: String) -> Self {
        Self { sql, params: vec![bank.0.into()] }
    }

    /// Adds a condition; its `?` is the value.
    fn and(&mut self, condition: &str, value: impl Into<Value>) {
        self.sql.push_str(" and ");
        self.push(condition, value);
    }

    /// Adds what comes after the conditions.
    fn push(&mut self, tail: &str, value: impl Into<Value>) {
        self.params.push(value.into());
        self.sql.push_str(&tail.replace('?', &format!("${}", self.params.len())));
    }

    fn run(self, tx: &mut Tx<'_>) -> Result<Vec<Row>, Fault> {
        tx.query(self.sql, self.params)
    }
}

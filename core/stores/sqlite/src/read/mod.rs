//! Reading: one view, and in it whatever is asked for.

pub(crate) mod bank;
mod distributions;
mod goods;
pub(crate) mod log;
mod partners;
pub(crate) mod people;
mod reminders;
mod requests;
mod whole;

use partnerkit::id::BankId;
use partnerkit::store::{Facts, Need};
use rusqlite::types::{FromSql, Value};
use rusqlite::{Params, Row, Transaction, params_from_iter};

pub(crate) use self::whole::whole;
use crate::errors::Fault;

/// Reads the bank and all `needs`.
pub(crate) fn load(view: &Transaction<'_>, bank: BankId, needs: &[Need]) -> Result<Facts, Fault> {
    let mut facts = Facts::default();
    // Everything else refers to a bank, so without one there is nothing.
    if let Some((found, seq)) = bank::one(view, bank)? {
        facts.bank = Some(found);
        facts.seq = seq;
        for need in needs {
            Reader { view, bank, facts: &mut facts }.read(need)?;
        }
    }
    Ok(facts)
}

/// Of how many partners what hangs on them is read at once: one question for each takes longer, and a question may not have
/// any number of values.
const AT_ONCE: usize = 500;

/// Where it reads, whose rows, and where it puts them.
struct Reader<'a> {
    view: &'a Transaction<'a>,
    bank: BankId,
    facts: &'a mut Facts,
}

impl Reader<'_> {
    fn read(&mut self, need: &Need) -> Result<(), Fault> {
        match need {
            Need::Command(id) => self.facts.answered = log::command(self.view, self.bank, *id)?,
            Need::Receipt => self.facts.receipt = log::receipt(self.view, self.bank)?,
            Need::Partner(id) => self.partner_and_group(*id)?,
            Need::PartnerNamed(key) => self.partners_where("name_key = ?", [text(key)])?,
            Need::PartnerWithEmail(key) => self.partners_where("email_key = ?", [text(key)])?,
            Need::PartnerWithExternalId(id) => self.partners_where("external_id = ?", [text(id)])?,
            Need::PartnersLookingLike(key) => self.partners_looking_like(key)?,
            Need::Partners(page) => self.partner_page(page)?,
            Need::PartnerCounts => self.partner_counts()?,
            Need::PartnersWithNarrowedKinds => self.partners_where("narrowed = 1", [])?,
            Need::PartnerHasHistory(id) => self.partner_history(*id)?,
            Need::Members(group) => self.partners_where("group_id = ?", [blob(group.0)])?,
            Need::Category(id) => self.categories_where("id = ?", [blob(id.0)])?,
            Need::CategoryNamed(key) => self.categories_where("name_key = ?", [text(key)])?,
            Need::Categories => self.categories_where("true", [])?,
            Need::UsersOfCategory(id) => self.users_of_category(*id)?,
            Need::Item(id) => self.item(*id)?,
            Need::ItemNamed(key) => self.items_where("name_key = ?", [text(key)])?,
            Need::Items => self.items_where("true", [])?,
            Need::Group(id) => self.group(*id)?,
            Need::GroupNamed(key) => self.groups_where("name_key = ?", [text(key)])?,
            Need::Groups => self.groups_where("true", [])?,
            Need::Request(id) => self.request_and_around(*id)?,
            Need::Requests(page) => self.request_page(page)?,
            Need::OpenRequests(partner) => self.open_requests(*partner)?,
            Need::Distribution(id) => self.distribution_and_around(*id)?,
            Need::Distributions(page) => self.distribution_page(page)?,
            Need::RequestCounts => self.request_counts()?,
            Need::Person(id) => self.person(*id)?,
            Need::People => self.people_where("true", [])?,
            Need::BankPeople => self.bank_people()?,
            Need::Users(partner) => self.users(*partner)?,
            Need::Login(person) => self.login(*person)?,
            Need::Token(digest) => self.token(*digest)?,
            Need::PartnersWithEmails { since, after, limit } => {
                self.partners_with_emails(*since, *after, *limit)?;
            }
            Need::ApprovedBefore { before, after, limit } => self.approved_before(*before, *after, *limit)?,
            Need::ScheduledOn { day, after, limit } => self.scheduled_on(*day, *after, *limit)?,
            Need::Reminders(page) => self.reminder_page(page)?,
        }
        Ok(())
    }

    /// A query over the bank's rows: `sql` ends in its first condition, `bank_id = ?`.
    fn select(&self, sql: &str) -> Select {
        Select { sql: sql.to_owned(), values: vec![blob(self.bank.0)] }
    }
}

/// A query that grows. Its text is the key of the cache of prepared statements, so it never holds a value.
struct Select {
    sql: String,
    values: Vec<Value>,
}

impl Select {
    /// Adds a condition with its values.
    fn and(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push_str(" AND ");
        self.push(condition, values);
    }

    /// Adds that `column` is one of `values`.
    fn among(&mut self, column: &str, values: impl IntoIterator<Item = Value>) {
        let before = self.values.len();
        self.values.extend(values);
        let marks = vec!["?"; self.values.len() - before].join(", ");
        self.sql.push_str(&format!(" AND {column} IN ({marks})"));
    }

    /// Adds what comes after the conditions, with its values.
    fn push(&mut self, tail: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push_str(tail);
        self.values.extend(values);
    }

    fn list<T>(
        self,
        view: &Transaction<'_>,
        make: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Fault> {
        list(view, &self.sql, params_from_iter(self.values), make)
    }
}

/// The columns of a row, one after the other as the query names them: finding them by name takes longer than reading them.
struct Columns<'a> {
    row: &'a Row<'a>,
    next: usize,
}

impl<'a> Columns<'a> {
    const fn of(row: &'a Row<'a>) -> Self {
        Self { row, next: 0 }
    }

    fn next<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        let column = self.next;
        self.next += 1;
        self.row.get(column)
    }
}

/// All rows of a query.
fn list<T>(
    view: &Transaction<'_>,
    sql: &str,
    params: impl Params,
    mut make: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Fault> {
    let mut statement = view.prepare_cached(sql)?;
    let (mut rows, mut all) = (statement.query(params)?, Vec::new());
    while let Some(row) = rows.next()? {
        all.push(make(row)?);
    }
    Ok(all)
}

/// The first row of a query.
fn first<T>(
    view: &Transaction<'_>,
    sql: &str,
    params: impl Params,
    make: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, Fault> {
    let mut statement = view.prepare_cached(sql)?;
    Ok(statement.query_map(params, make)?.next().transpose()?)
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn blob(id: uuid::Uuid) -> Value {
    Value::Blob(id.into_bytes().to_vec())
}

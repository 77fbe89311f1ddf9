//! From what was named on the command line to ids, by asking.

use std::collections::{BTreeMap, BTreeSet};

use partnerkit::bank::Bank;
use partnerkit::command::PartnerFilter;
use partnerkit::error::{Code, Error, Reason};
use partnerkit::id::{CategoryId, GroupId, ItemId, PartnerId};
use partnerkit::item::{Category, Group, Item};
use partnerkit::listing::PartnerSort;
use partnerkit::partner::Partner;
use partnerkit::question::{MAX_PAGE, Question, Reply};
use partnerkit::status::Status;
use partnerkit::text::{email_key, name_key};
use uuid::Uuid;

use crate::failure::{Failure, bug, not_found};
use crate::session::Session;
use crate::values::LineArg;

/// The bank that is named, or the only one there is.
pub fn bank(banks: Vec<Bank>, named: Option<&str>) -> Result<Bank, Failure> {
    let total = banks.len();
    let Some(named) = named else {
        let mut banks = banks.into_iter();
        return match (banks.next(), total) {
            (Some(bank), 1) => Ok(bank),
            (None, _) => Err(Failure::from(Error::from(Reason::new(Code::NotFound).with("what", "bank")))
                .with_hint("To make one: partnerkit bank create NAME --email ADDRESS")),
            _ => Err(Failure::from(Error::from(Reason::new(Code::BankAmbiguous).with("banks", total)))
                .with_hint("Say which with --bank NAME-OR-ID; `partnerkit bank list` shows them.")),
        };
    };
    let matches = |bank: &Bank| bank.id.to_string() == named || name_key(&bank.name) == name_key(named);
    let mut found = banks.into_iter().filter(matches);
    match (found.next(), found.count()) {
        (Some(bank), 0) => Ok(bank),
        (None, _) => Err(not_found("bank", named)),
        // Nothing keeps two banks from having one name.
        (Some(_), more) => {
            let reason = Reason::new(Code::BankAmbiguous).with("banks", more.saturating_add(1));
            Err(Failure::from(Error::from(reason)).with_hint("Several have this name; say which by its id."))
        }
    }
}

/// A partner by its id, its name or its email address.
pub fn partner(session: &Session, given: &str) -> Result<PartnerId, Failure> {
    if let Ok(id) = given.parse() {
        return Ok(id);
    }
    let (name, email) = (name_key(given), email_key(given));
    let is_meant =
        |row: &Partner| name_key(&row.details.name) == name || email_key(&row.details.email) == email;
    let (mut meant, mut near, mut after) = (Vec::new(), Vec::new(), None);
    loop {
        let filter = PartnerFilter {
            statuses: Status::ALL.into(),
            group: None,
            text: Some(given.to_owned()).filter(|text| !text.trim().is_empty()),
        };
        let sort = PartnerSort::Name;
        let Reply::Partners { partners, next, .. } =
            session.look_up(Question::Partners { filter, sort, after, limit: MAX_PAGE })?
        else {
            return Err(bug("another answer than partners"));
        };
        near.extend(partners.iter().map(|row| row.details.name.clone()).take(5));
        meant.extend(partners.iter().filter(|row| is_meant(row)).map(|row| row.id));
        after = next;
        if after.is_none() {
            break;
        }
    }
    match meant.as_slice() {
        [id] => Ok(*id),
        [] => Err(with_near(not_found("partner", given), &near)),
        _ => Err(not_found("single partner", given)
            .with_hint("One has it as its name, another as its address: say the id.")),
    }
}

fn with_near(failure: Failure, near: &[String]) -> Failure {
    let names: Vec<String> = near.iter().take(5).map(|name| format!("`{name}`")).collect();
    if names.is_empty() {
        failure
    } else {
        failure.with_hint(format!("Is it one of these? {}", names.join(", ")))
    }
}

/// All partners that were named.
pub fn partners(session: &Session, given: &[String]) -> Result<Vec<PartnerId>, Failure> {
    given.iter().map(|name| partner(session, name)).collect()
}

/// A group by its name or id.
pub fn group(session: &Session, given: &str) -> Result<GroupId, Failure> {
    let rows = groups(session)?;
    let found = rows.iter().find(|row| is_called(&row.name, row.id, given)).map(|row| row.id);
    found.ok_or_else(|| not_found("group", given))
}

/// All groups.
pub fn groups(session: &Session) -> Result<Vec<Group>, Failure> {
    match session.look_up(Question::Groups)? {
        Reply::Groups(rows) => Ok(rows),
        _ => Err(bug("another answer than groups")),
    }
}

/// A category by its name or id.
pub fn category(session: &Session, given: &str) -> Result<CategoryId, Failure> {
    let rows = categories(session)?;
    let found = rows.iter().find(|row| is_called(&row.name, row.id, given)).map(|row| row.id);
    found.ok_or_else(|| not_found("category", given))
}

/// All categories that were named.
pub fn categories_named(session: &Session, given: &[String]) -> Result<BTreeSet<CategoryId>, Failure> {
    given.iter().map(|name| category(session, name)).collect()
}

/// All categories.
pub fn categories(session: &Session) -> Result<Vec<Category>, Failure> {
    match session.look_up(Question::Categories)? {
        Reply::Categories(rows) => Ok(rows),
        _ => Err(bug("another answer than categories")),
    }
}

/// An item by its name or id.
pub fn item(session: &Session, given: &str) -> Result<ItemId, Failure> {
    item_among(&items(session)?, given)
}

/// All items.
pub fn items(session: &Session) -> Result<Vec<Item>, Failure> {
    match session.look_up(Question::Items)? {
        Reply::Items(rows) => Ok(rows),
        _ => Err(bug("another answer than items")),
    }
}

fn item_among(rows: &[Item], given: &str) -> Result<ItemId, Failure> {
    let found = rows.iter().find(|row| is_called(&row.details.name, row.id, given)).map(|row| row.id);
    found.ok_or_else(|| not_found("item", given))
}

/// The items of lines, with the lines.
pub fn lines<T>(
    session: &Session,
    lines: &[LineArg],
    line: impl Fn(ItemId, &LineArg) -> T,
) -> Result<Vec<T>, Failure> {
    let rows = items(session)?;
    lines.iter().map(|given| Ok(line(item_among(&rows, &given.item)?, given))).collect()
}

/// The names of all groups, categories and items.
pub fn goods_names(session: &Session) -> Result<BTreeMap<Uuid, String>, Failure> {
    let groups = groups(session)?.into_iter().map(|row| (row.id.0, row.name));
    let categories = categories(session)?.into_iter().map(|row| (row.id.0, row.name));
    let items = items(session)?.into_iter().map(|row| (row.id.0, row.details.name));
    Ok(groups.chain(categories).chain(items).collect())
}

/// By name, or by id. An id that nothing has is left to the library to refuse.
fn is_called(name: &str, id: impl ToString, given: &str) -> bool {
    name_key(name) == name_key(given) || id.to_string() == given.to_lowercase()
}

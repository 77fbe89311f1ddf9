//! What a store must hold unique, what refers to what, and how rows are named: for every store that keeps whole rows.
//!
//! A store on SQL says the same in its schema.

use uuid::Uuid;

use super::{Row, RowId};
use crate::bank::Version;
use crate::distribution::DistributionState;
use crate::id::{BankId, RequestId};
use crate::partner::Partner;
use crate::text::{email_key, look_key, name_key};

/// The kinds of rows, in the order in which they may refer to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// See [`Row::Bank`].
    Bank,
    /// See [`Row::Category`].
    Category,
    /// See [`Row::Item`].
    Item,
    /// See [`Row::Group`].
    Group,
    /// See [`Row::Partner`].
    Partner,
    /// See [`Row::Request`].
    Request,
    /// See [`Row::Distribution`].
    Distribution,
    /// See [`Row::Person`].
    Person,
    /// See [`Row::Reminder`].
    Reminder,
}

impl RowKind {
    /// All kinds, in order.
    pub const ALL: [Self; 9] = [
        Self::Bank,
        Self::Category,
        Self::Item,
        Self::Group,
        Self::Partner,
        Self::Request,
        Self::Distribution,
        Self::Person,
        Self::Reminder,
    ];

    /// The row of this kind with this id.
    #[must_use]
    pub const fn row(self, id: Uuid) -> RowId {
        use crate::id::{CategoryId, DistributionId, GroupId, ItemId, PartnerId, PersonId, ReminderId};
        match self {
            Self::Bank => RowId::Bank(BankId(id)),
            Self::Category => RowId::Category(CategoryId(id)),
            Self::Item => RowId::Item(ItemId(id)),
            Self::Group => RowId::Group(GroupId(id)),
            Self::Partner => RowId::Partner(PartnerId(id)),
            Self::Request => RowId::Request(RequestId(id)),
            Self::Distribution => RowId::Distribution(DistributionId(id)),
            Self::Person => RowId::Person(PersonId(id)),
            Self::Reminder => RowId::Reminder(ReminderId(id)),
        }
    }
}

impl RowId {
    /// The kind of the row.
    #[must_use]
    pub const fn kind(&self) -> RowKind {
        match self {
            Self::Bank(_) => RowKind::Bank,
            Self::Category(_) => RowKind::Category,
            Self::Item(_) => RowKind::Item,
            Self::Group(_) => RowKind::Group,
            Self::Partner(_) => RowKind::Partner,
            Self::Request(_) => RowKind::Request,
            Self::Distribution(_) => RowKind::Distribution,
            Self::Person(_) => RowKind::Person,
            Self::Reminder(_) => RowKind::Reminder,
        }
    }

    /// The id without its kind.
    #[must_use]
    pub const fn uuid(&self) -> Uuid {
        match self {
            Self::Bank(id) => id.0,
            Self::Category(id) => id.0,
            Self::Item(id) => id.0,
            Self::Group(id) => id.0,
            Self::Partner(id) => id.0,
            Self::Request(id) => id.0,
            Self::Distribution(id) => id.0,
            Self::Person(id) => id.0,
            Self::Reminder(id) => id.0,
        }
    }
}

impl Row {
    /// The row's version, which every write raises.
    #[must_use]
    pub const fn version(&self) -> Version {
        match self {
            Self::Bank(row) => row.version,
            Self::Category(row) => row.version,
            Self::Item(row) => row.version,
            Self::Group(row) => row.version,
            Self::Partner(row) => row.version,
            Self::Request(row) => row.version,
            Self::Distribution(row) => row.version,
            Self::Person(row) => row.version,
            Self::Reminder(row) => row.version,
        }
    }
}

/// What only one row of a bank can hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The name key of a category ([`name_key`]).
    Category(String),
    /// The name key of an item.
    Item(String),
    /// The name key of a group.
    Group(String),
    /// The name key of a partner.
    Partner(String),
    /// The email key of a partner ([`email_key`]).
    Email(String),
    /// The external id of a partner.
    ExternalId(String),
    /// The one distribution of a request that was not taken back.
    Fulfils(RequestId),
}

/// The unique keys a row holds.
#[must_use]
pub fn keys(row: &Row) -> Vec<Key> {
    match row {
        Row::Bank(_) | Row::Request(_) | Row::Person(_) | Row::Reminder(_) => Vec::new(),
        Row::Category(category) => vec![Key::Category(name_key(&category.name))],
        Row::Item(item) => vec![Key::Item(name_key(&item.details.name))],
        Row::Group(group) => vec![Key::Group(name_key(&group.name))],
        Row::Partner(Partner { details, .. }) => {
            let named = [Key::Partner(name_key(&details.name)), Key::Email(email_key(&details.email))];
            named.into_iter().chain(details.external_id.clone().map(Key::ExternalId)).collect()
        }
        Row::Distribution(distribution) => match (distribution.request, distribution.state) {
            (Some(request), DistributionState::Scheduled | DistributionState::Complete) => {
                vec![Key::Fulfils(request)]
            }
            _ => Vec::new(),
        },
    }
}

/// The look key of a partner's name ([`look_key`]); none for other rows, and for names that look like nothing.
#[must_use]
pub fn look(row: &Row) -> Option<String> {
    let Row::Partner(partner) = row else { return None };
    Some(look_key(&partner.details.name)).filter(|key| !key.is_empty())
}

/// The rows a row refers to. They must be there before it and stay as long as it.
///
/// A request's distribution is not among them: the two name each other and one of them is written first.
#[must_use]
pub fn references(bank: BankId, row: &Row) -> Vec<RowId> {
    let mut ids = Vec::new();
    if !matches!(row, Row::Bank(_)) {
        ids.push(RowId::Bank(bank));
    }
    match row {
        Row::Bank(_) | Row::Category(_) | Row::Reminder(_) => {}
        Row::Item(item) => ids.extend(item.details.category.map(RowId::Category)),
        Row::Group(group) => {
            ids.extend(group.categories.iter().copied().map(RowId::Category));
            ids.extend(group.caps.keys().copied().map(RowId::Item));
        }
        Row::Partner(partner) => {
            ids.extend(partner.details.group.map(RowId::Group));
            ids.extend(partner.exceptions.keys().copied().map(RowId::Item));
        }
        Row::Request(request) => {
            ids.push(RowId::Partner(request.partner));
            ids.extend(request.lines.iter().map(|line| RowId::Item(line.item)));
        }
        Row::Distribution(distribution) => {
            ids.push(RowId::Partner(distribution.partner));
            ids.extend(distribution.request.map(RowId::Request));
            ids.extend(distribution.lines.iter().map(|line| RowId::Item(line.item)));
        }
        Row::Person(person) => {
            ids.extend(person.roles.keys().filter_map(|role| role.partner()).map(RowId::Partner));
        }
    }
    ids
}

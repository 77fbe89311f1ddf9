//! Rows to ask about.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use partnerkit::actor::Actor;
use partnerkit::bank::{Bank, BankSettings};
use partnerkit::id::BankId;
use partnerkit::item::{Group, Item, ItemDetails};
use partnerkit::partner::{Partner, PartnerDetails};
use uuid::Uuid;

pub const BANK: BankId = BankId(Uuid::from_u128(1));

/// The `n`-th id of a kind, spread as random ids are.
pub fn id<T: From<Uuid>>(kind: u128, n: usize) -> T {
    let spread = (n as u128 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
    T::from(Uuid::from_u128(spread ^ (kind << 120)))
}

pub fn at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap_or_default()
}

pub fn staff() -> Actor {
    Actor::BankStaff { bank: BANK, person: id(1, 0) }
}

pub fn bank() -> Bank {
    let (name, email) = ("Pawnee Diaper Bank".to_owned(), "office@bank.example".to_owned());
    Bank { id: BANK, version: 1, name, email, settings: BankSettings::default() }
}

pub fn partner(n: usize) -> Partner {
    let details = PartnerDetails {
        name: format!("Ballard Food Bank {n}"),
        email: format!("desk{n}@partner.example"),
        ..PartnerDetails::default()
    };
    Partner::new(id(2, n), details, at(), None)
}

pub fn group(n: usize) -> Group {
    Group {
        id: id(3, n),
        version: 1,
        name: format!("Group {n}"),
        categories: BTreeSet::new(),
        caps: BTreeMap::new(),
        reminders: None,
        reminders_since: None,
    }
}

pub fn item(n: usize, categories: usize) -> Item {
    let details = ItemDetails {
        name: format!("Item {n}"),
        active: !n.is_multiple_of(17),
        visible: !n.is_multiple_of(19),
        category: Some(id(4, n % categories)),
        quantity_per_person: 50,
        units: BTreeSet::new(),
    };
    Item { id: id(5, n), version: 1, details }
}

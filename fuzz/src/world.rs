//! The small bank that files and messages are tried on.

use chrono::{DateTime, Utc};
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, NewPartner, Order};
use partnerkit::id::{BankId, CommandId, GroupId, ItemId, PartnerId, PersonId};
use partnerkit::item::NewItem;
use partnerkit::store::memory::MemoryStore;
use partnerkit::system::System;
use uuid::Uuid;

/// Small numbers, so that a fuzzer can write them down.
pub const BANK: BankId = BankId(Uuid::from_u128(1));
pub const STAFF: Actor = Actor::BankStaff { bank: BANK, person: PersonId(Uuid::from_u128(5)) };
pub const PARTNER: PartnerId = PartnerId(Uuid::from_u128(2));
pub const GROUP: GroupId = GroupId(Uuid::from_u128(3));
pub const ITEM: ItemId = ItemId(Uuid::from_u128(4));

pub fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("a time in range")
}

/// A command id that no message of a fuzzer is likely to have.
pub fn command_id(n: u128) -> CommandId {
    CommandId(Uuid::from_u128((0xF << 120) | n))
}

/// A bank with one of everything.
pub fn bank() -> System<MemoryStore> {
    let system = System::new(MemoryStore::new());
    let bank =
        NewBank { id: Some(BANK), name: "Pawnee".into(), email: "bank@example.org".into(), admin: None };
    let partner = NewPartner {
        id: Some(PARTNER),
        name: "Ballard Food Bank".into(),
        email: "b@example.org".into(),
        group: Some(GROUP),
        external_id: Some("k-1".into()),
        ..NewPartner::default()
    };
    let item = NewItem { id: Some(ITEM), name: "Diapers".into(), ..NewItem::default() };
    let group = Command::AddGroup { id: Some(GROUP), name: "Families".into(), categories: [].into() };
    let commands = [
        (Actor::Host, Command::CreateBank(bank)),
        (STAFF, group),
        (STAFF, Command::AddItem(item)),
        (STAFF, Command::AddPartner(partner)),
        (STAFF, Command::InviteAndApprove { partner: PARTNER }),
    ];
    for (n, (actor, command)) in (0..).zip(commands) {
        let order = Order { id: command_id(n), at: noon(), actor, command };
        system.execute(&order).expect("the ground is accepted");
    }
    system
}

//! Small worlds: a bank, one or two partners, and everything that can be done with them.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use partnerkit::actor::Actor;
use partnerkit::bank::BankPatch;
use partnerkit::command::{Command, NewBank, NewDistribution, NewPartner, NewRequest, Order};
use partnerkit::decide::decide;
use partnerkit::distribution::{Method, NewDistributionLine};
use partnerkit::id::{BankId, CommandId, DistributionId, ItemId, PartnerId, PersonId, RequestId};
use partnerkit::item::NewItem;
use partnerkit::profile::ProfilePatch;
use partnerkit::request::{NewRequestLine, RequestKind};
use partnerkit::store::Facts;
use partnerkit::transition::Action;
use serde_json::Value;
use uuid::Uuid;

use super::after;

/// Something that can be done.
#[derive(Debug)]
pub struct Deed {
    pub order: Order,
}

/// Who and what there is at first, and everything that can be done.
pub struct Setting {
    ground: Vec<Deed>,
    pub deeds: Vec<Deed>,
}

const BANK: BankId = BankId(Uuid::from_u128(1));
const ITEM: ItemId = ItemId(Uuid::from_u128(2));
const REQUEST: RequestId = RequestId(Uuid::from_u128(3));
const DISTRIBUTION: DistributionId = DistributionId(Uuid::from_u128(4));

const fn partner(n: u128) -> PartnerId {
    PartnerId(Uuid::from_u128(10 + n))
}

const fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(20 + n))
}

const fn staff(n: u128) -> Actor {
    Actor::BankStaff { bank: BANK, person: person(n) }
}

const fn user(n: u128) -> Actor {
    Actor::PartnerUser { bank: BANK, partner: partner(n), person: person(5 + n) }
}

impl Setting {
    /// `ground` first, then any of `deeds` in any order. Each has one command id: it is the same order wherever it is given.
    fn new(ground: Vec<(Actor, Command)>, deeds: Vec<(Actor, Command)>) -> Self {
        let deed = |(n, (actor, command)): (usize, (Actor, Command))| Deed {
            order: Order {
                id: CommandId(Uuid::from_u128(u128::try_from(n).unwrap())),
                at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
                actor,
                command,
            },
        };
        let ground: Vec<Deed> = ground.into_iter().enumerate().map(deed).collect();
        let deeds = deeds.into_iter().enumerate().map(|(n, given)| deed((100 + n, given))).collect();
        Self { ground, deeds }
    }

    pub fn first_world(&self) -> Facts {
        self.ground.iter().fold(Facts::default(), |world, deed| {
            let decision = decide(&deed.order, &world).unwrap();
            after(&world, &decision)
        })
    }
}

fn ground(partners: u128) -> Vec<(Actor, Command)> {
    let bank = NewBank { id: Some(BANK), name: "Pawnee".into(), email: "bank@example.org".into() };
    let item = NewItem { id: Some(ITEM), name: "Diapers".into(), ..NewItem::default() };
    let mut given = vec![(Actor::Host, Command::CreateBank(bank)), (staff(0), Command::AddItem(item))];
    given.extend((0..partners).flat_map(|n| {
        let new = NewPartner {
            id: Some(partner(n)),
            name: format!("Partner {n}"),
            email: format!("p{n}@example.org"),
            send_emails: true,
            ..NewPartner::default()
        };
        let patch = ProfilePatch::default().set("no_social_media", true);
        [Command::AddPartner(new), Command::UpdateProfile { partner: partner(n), patch }]
            .map(|command| (staff(0), command))
    }));
    given
}

/// Every action on partner `n`, by whoever may take it.
fn life(n: u128) -> Vec<(Actor, Command)> {
    let by_staff = Action::ALL
        .map(|action| (staff(0), Command::from_action(action, partner(n), Some("words".to_owned()))));
    let submit = (user(n), Command::SubmitForApproval { partner: partner(n) });
    let sweep = (Actor::Scheduler { bank: BANK }, Command::RequireRecertification { partner: partner(n) });
    by_staff.into_iter().chain([submit, sweep]).collect()
}

pub fn one_life() -> Setting {
    Setting::new(ground(1), life(0))
}

pub fn two_lives() -> Setting {
    Setting::new(ground(2), life(0).into_iter().chain(life(1)).collect())
}

pub fn requests_and_settings() -> Setting {
    let mut deeds = life(0);
    for actor in [user(0), staff(0)] {
        deeds.push((actor, submit_request()));
        let reason = Some("not now".to_owned());
        deeds.push((actor, Command::CancelRequest { request: REQUEST, reason }));
    }
    for n in 0..2 {
        deeds.push((staff(n), Command::StartRequest { request: REQUEST }));
        deeds.push((staff(n), Command::ReleaseRequest { request: REQUEST }));
        deeds.push((staff(n), record_distribution()));
    }
    deeds.push((staff(0), Command::CompleteDistribution { distribution: DISTRIBUTION }));
    deeds.push((staff(1), Command::TakeBackDistribution { distribution: DISTRIBUTION }));
    // The two sides of "at least one kind must stay on".
    let admin = Actor::BankAdmin { bank: BANK, person: person(9) };
    for kinds in [vec![RequestKind::Quantity], RequestKind::ALL.to_vec()] {
        let request_kinds = Some(kinds.into_iter().collect::<BTreeSet<_>>());
        deeds.push((admin, Command::UpdateBank(BankPatch { request_kinds, ..BankPatch::default() })));
    }
    for value in [Value::Bool(false), Value::Null] {
        let patch = ProfilePatch::default().set("enable_quantity_requests", value);
        deeds.push((user(0), Command::UpdateProfile { partner: partner(0), patch }));
    }
    Setting::new(ground(1), deeds)
}

fn submit_request() -> Command {
    Command::SubmitRequest(NewRequest {
        id: Some(REQUEST),
        partner: partner(0),
        kind: RequestKind::Quantity,
        lines: vec![NewRequestLine { item: ITEM, unit: None, quantity: 5 }],
        comment: None,
    })
}

fn record_distribution() -> Command {
    Command::RecordDistribution(NewDistribution {
        id: Some(DISTRIBUTION),
        partner: partner(0),
        request: Some(REQUEST),
        lines: vec![NewDistributionLine { item: ITEM, quantity: 5 }],
        date: NaiveDate::from_ymd_opt(2030, 1, 1).unwrap(),
        method: Method::PickUp,
        comment: None,
    })
}

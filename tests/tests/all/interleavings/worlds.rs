//! Small worlds: a bank, one or two partners, and everything that can be done with them.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use partnerkit::actor::Actor;
use partnerkit::bank::BankPatch;
use partnerkit::command::{
    Command, DuePart, NewBank, NewDistribution, NewPartner, NewPerson, NewRequest, Order,
};
use partnerkit::decide::decide;
use partnerkit::distribution::{Method, NewDistributionLine};
use partnerkit::id::{
    BankId, CommandId, DistributionId, Ids, InvitationId, ItemId, PartnerId, PersonId, RequestId,
};
use partnerkit::item::NewItem;
use partnerkit::patch::Change;
use partnerkit::people::{InvitationRef, Person, Role, person_id};
use partnerkit::profile::ProfilePatch;
use partnerkit::request::{NewRequestLine, RequestKind};
use partnerkit::schedule::Schedule;
use partnerkit::store::Facts;
use partnerkit::token::{Secret, Token, TokenDigest};
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

const AT: DateTime<Utc> = match DateTime::from_timestamp(1_800_000_000, 0) {
    Some(at) => at,
    None => DateTime::UNIX_EPOCH,
};
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
                at: AT,
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
    let bank =
        NewBank { id: Some(BANK), name: "Pawnee".into(), email: "bank@example.org".into(), admin: None };
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

/// Two machines do the daily job on a day of reminders, while the partner lives its life.
pub fn daily_jobs() -> Setting {
    let mut given = ground(1);
    let admin = Actor::BankAdmin { bank: BANK, person: person(9) };
    // Everything happens on 15 January 2027.
    let reminders = Change::Set(Schedule::monthly(15, 20));
    given.push((admin, Command::UpdateBank(BankPatch { reminders, ..BankPatch::default() })));
    let sweep = || (Actor::Scheduler { bank: BANK }, Command::SendDue { part: DuePart::FIRST });
    Setting::new(given, life(0).into_iter().chain([sweep(), sweep()]).collect())
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

/// What stands for the random bits of an invitation's token.
fn secret(invitation: InvitationId) -> Secret {
    let mut bits = [7; 32];
    bits[..16].copy_from_slice(invitation.0.as_bytes());
    Secret(bits)
}

/// What is kept of the tokens of a person's open invitations.
pub fn tokens(person: &Person) -> Vec<(TokenDigest, InvitationRef)> {
    let open = person.roles.iter().filter_map(|(role, held)| Some((*role, held.invitation?.id)));
    let kept = |(role, invitation)| {
        (TokenDigest::of(secret(invitation)), InvitationRef { person: person.id, role, invitation })
    };
    open.map(kept).collect()
}

/// Two admins who want each other gone, and a third person whom both of them invite, to two things, and whose invitations
/// are accepted twice over.
pub fn people() -> Setting {
    let admin = |n: usize| Actor::BankAdmin { bank: BANK, person: person_id(ADMINS[n]) };
    let new = |email: &str| NewPerson { email: email.to_owned(), ..NewPerson::default() };
    let bank = NewBank {
        id: Some(BANK),
        name: "Pawnee".into(),
        email: "bank@example.org".into(),
        admin: Some(ADMINS[0].into()),
    };
    let partner_0 = NewPartner {
        id: Some(partner(0)),
        name: "Partner 0".into(),
        email: "p0@example.org".into(),
        ..NewPartner::default()
    };
    let ground = vec![
        (Actor::Host, Command::CreateBank(bank)),
        (Actor::Host, Command::AddAdmin { bank: BANK, admin: new(ADMINS[1]) }),
        (admin(0), Command::AddPartner(partner_0)),
        (admin(0), Command::InviteAndApprove { partner: partner(0) }),
    ];
    let user = Role::PartnerUser { partner: partner(0) };
    let mut deeds = Vec::new();
    for (own, other) in [(0, 1), (1, 0)] {
        let person = person_id(ADMINS[other]);
        deeds.push((admin(own), Command::ChangeRole { person, to: Role::BankStaff }));
        deeds.push((admin(own), Command::ChangeRole { person, to: Role::BankAdmin }));
        deeds.push((admin(own), Command::InvitePerson { person: new(THIRD), role: Role::BankStaff }));
        deeds.push((admin(own), Command::InvitePerson { person: new(THIRD), role: user }));
        deeds.push((admin(own), Command::RevokeRole { person: person_id(THIRD), role: Role::BankStaff }));
        deeds.push((admin(own), Command::RevokeRole { person: person_id(THIRD), role: user }));
        deeds.push((admin(own), Command::SignIn));
    }
    deeds.push((admin(0), Command::Deactivate { partner: partner(0), reason: None }));
    deeds.push((admin(0), Command::Reactivate { partner: partner(0) }));
    let staff = Actor::BankStaff { bank: BANK, person: person_id(THIRD) };
    deeds.push((staff, Command::RenewInvitation { partner: partner(0) }));
    // The id an invitation gets is the first that its command gives out.
    let invited: Vec<InvitationId> = (0..)
        .zip(&deeds)
        .filter(|(_, (_, command))| matches!(command, Command::InvitePerson { .. }))
        .map(|(n, _)| Ids::new(CommandId(Uuid::from_u128(100 + n)), AT).next())
        .collect();
    for invitation in invited {
        for _ in 0..2 {
            let token = Token::new(BANK, secret(invitation));
            deeds.push((Actor::Host, Command::AcceptInvitation { token, email: THIRD.to_owned() }));
        }
    }
    Setting::new(ground, deeds)
}

const ADMINS: [&str; 2] = ["ann@example.org", "bob@example.org"];
const THIRD: &str = "cole@example.org";

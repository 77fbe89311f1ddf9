//! Commands out of bytes, over a world so small that they often meet.
//!
//! Every choice takes a byte or two, so that a change of one byte changes one choice: that is what a fuzzer learns from.

use std::collections::{BTreeMap, BTreeSet};

use arbitrary::{Result, Unstructured};
use chrono::NaiveDate;
use partnerkit::actor::Actor;
use partnerkit::bank::{BankPatch, OverQuota, UngroupedMayRequest};
use partnerkit::command::{
    Command, Destination, DuePart, NewDistribution, NewPartner, NewPerson, NewRequest, PartnerFilter,
    Selection,
};
use partnerkit::distribution::{DistributionPatch, Method, NewDistributionLine};
use partnerkit::id::{CategoryId, DistributionId, GroupId, ItemId, PartnerId, PersonId, RequestId};
use partnerkit::item::{GroupPatch, ItemPatch, NewItem};
use partnerkit::language::Language;
use partnerkit::message::{MessageKind, OwnText};
use partnerkit::partner::{ExceptionRule, PartnerPatch};
use partnerkit::patch::Change;
use partnerkit::people::{InvitationRef, Person, Role, person_id};
use partnerkit::profile::Section;
use partnerkit::profile::own::{OwnField, OwnType};
use partnerkit::recertification::Recertification;
use partnerkit::request::{NewRequestLine, RequestKind};
use partnerkit::schedule::{On, Schedule, Weekday};
use partnerkit::status::Status;
use partnerkit::store::Facts;
use partnerkit::token::{Secret, Token};
use partnerkit::transition::Action;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::BANK;

/// How many partners and items there are to begin with; one more of each may come, or stay unknown.
pub const PARTNERS: u128 = 3;
pub const ITEMS: u128 = 2;

macro_rules! ids {
    ($($name:ident $some:ident $kind:ident $base:literal $count:expr;)*) => {$(
        pub fn $name(n: u128) -> $kind {
            $kind(Uuid::from_u128($base + n))
        }
        fn $some(u: &mut Unstructured<'_>) -> Result<$kind> {
            Ok($name(u128::from(u.arbitrary::<u8>()?) % $count))
        }
    )*};
}
ids! {
    partner some_partner PartnerId 100 PARTNERS + 1;
    group some_group GroupId 200 3;
    category some_category CategoryId 300 3;
    item some_item ItemId 400 ITEMS + 1;
    request some_request RequestId 500 4;
    distribution some_distribution DistributionId 600 4;
}

/// A member of the bank's staff.
pub fn staff(n: u128) -> Actor {
    Actor::BankStaff { bank: BANK, person: PersonId(Uuid::from_u128(700 + n)) }
}

/// Categories, a group, items and partners to begin with.
pub fn ground() -> Vec<Command> {
    let mut commands = vec![
        Command::AddCategory { id: Some(category(0)), name: "Category 0".into() },
        Command::AddCategory { id: Some(category(1)), name: "Category 1".into() },
        Command::AddGroup { id: Some(group(0)), name: "Group 0".into(), categories: [category(0)].into() },
    ];
    for n in 0..ITEMS {
        commands.push(Command::AddItem(NewItem {
            id: Some(item(n)),
            name: format!("Item {n}"),
            category: Some(category(n)),
            units: BTreeSet::from(["pack".to_owned()]),
            ..NewItem::default()
        }));
    }
    for n in 0..PARTNERS {
        commands.push(Command::AddPartner(NewPartner {
            id: Some(partner(n)),
            name: format!("Partner {n}"),
            email: format!("p{n}@example.org"),
            group: (n == 0).then(|| group(0)),
            send_emails: n == 0,
            ..NewPartner::default()
        }));
    }
    commands.extend((0..2).map(|n| Command::InviteAndApprove { partner: partner(n) }));
    commands
}

/// Who asks.
pub fn actor(u: &mut Unstructured<'_>) -> Result<Actor> {
    let n = u.arbitrary::<u8>()?;
    let person = PersonId(Uuid::from_u128(700 + u128::from(n % 4)));
    Ok(match n % 16 {
        0..=5 => Actor::BankStaff { bank: BANK, person },
        6..=10 => Actor::BankAdmin { bank: BANK, person },
        11..=14 => Actor::PartnerUser { bank: BANK, partner: partner(u128::from(n / 16) % PARTNERS), person },
        _ => Actor::Scheduler { bank: BANK },
    })
}

/// What is asked.
pub fn command(u: &mut Unstructured<'_>, facts: &Facts) -> Result<Command> {
    match u.arbitrary::<u8>()? % 32 {
        0..=7 => life(u),
        8 => bulk(u),
        9..=14 => about_partner(u),
        15..=18 => about_goods(u),
        19..=21 => about_group(u),
        22..=26 => about_request(u),
        27..=30 => about_distribution(u),
        _ if u.arbitrary()? => Ok(Command::SendDue { part: due_part(u)? }),
        _ if u.arbitrary()? => message_text(u),
        _ if u.arbitrary()? => about_people(u, facts),
        _ => about_bank(u),
    }
}

fn life(u: &mut Unstructured<'_>) -> Result<Command> {
    let (action, words) = (*u.choose(&Action::ALL)?, *u.choose(&[Some("words"), None, Some("")])?);
    Ok(Command::from_action(action, some_partner(u)?, words.map(str::to_owned)))
}

fn bulk(u: &mut Unstructured<'_>) -> Result<Command> {
    let action = *u.choose(&Action::BULK)?;
    let partners = if u.arbitrary()? {
        Selection::Ids(many(u, some_partner)?)
    } else {
        let statuses = many(u, |u| Ok(*u.choose(&Status::ALL)?))?.into_iter().collect();
        Selection::Matching(PartnerFilter { statuses, ..PartnerFilter::default() })
    };
    Ok(Command::Bulk { action, partners, reason: None })
}

fn about_partner(u: &mut Unstructured<'_>) -> Result<Command> {
    let rules = [ExceptionRule::Allow, ExceptionRule::Deny];
    Ok(match u.arbitrary::<u8>()? % 5 {
        0 => Command::AddPartner(NewPartner {
            id: Some(partner(PARTNERS)),
            name: name(u)?,
            email: email(u)?,
            ..NewPartner::default()
        }),
        1 => Command::UpdatePartner {
            partner: some_partner(u)?,
            patch: PartnerPatch {
                name: maybe(u, name)?,
                email: maybe(u, email)?,
                group: change(u, some_group)?,
                quota: change(u, |u| Ok(u64::from(u.arbitrary::<u8>()?)))?,
                external_id: change(u, name)?,
                language: change(u, |u| Ok(*u.choose(&partnerkit::language::Language::ALL)?))?,
                notes: change(u, name)?,
                ..PartnerPatch::default()
            },
        },
        2 => Command::UpdateProfile {
            partner: some_partner(u)?,
            patch: many(u, |u| Ok((profile_key(u)?, profile_value(u)?)))?.into_iter().collect(),
        },
        3 => Command::SetException {
            partner: some_partner(u)?,
            item: some_item(u)?,
            rule: *u.choose(&rules)?,
            last_day: maybe(u, day)?,
        },
        _ => Command::RemoveException { partner: some_partner(u)?, item: some_item(u)? },
    })
}

fn profile_key(u: &mut Unstructured<'_>) -> Result<String> {
    let keys = [
        "enable_quantity_requests",
        "enable_individual_requests",
        "enable_child_requests",
        "website",
        "no_social_media",
        "mission",
        "founded",
        "agency_type",
        "pick_up_email",
        "population_white",
        "proof_of_status",
        "documents",
        "area_served",
        "own_pets",
        "own_notes",
        "colour",
    ];
    Ok((*u.choose(&keys)?).to_owned())
}

fn profile_value(u: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match u.arbitrary::<u8>()? % 10 {
        0 => Value::Null,
        1..=2 => bool_of(u)?.into(),
        3 => u.arbitrary::<i64>()?.into(),
        4 => u.arbitrary::<f64>()?.into(),
        5 => name(u)?.into(),
        6 => many(u, email)?.into(),
        7 => u.arbitrary::<String>()?.into(),
        8 => {
            let area = |u: &mut Unstructured<'_>| {
                let share =
                    u.choose(&[json!(null), json!(50), json!("33.3"), json!(100.0), json!("x")])?.clone();
                Ok(json!({ "county": name(u)?, "state": "WA", "share": share }))
            };
            many(u, area)?.into()
        }
        _ => json!({
            "name": name(u)?, "media_type": "application/pdf", "size": u.arbitrary::<u64>()?,
            "digest": "ab".repeat(32), "uri": u.choose(&["s3://x/y", "javascript:x", ""])?,
        }),
    })
}

fn about_goods(u: &mut Unstructured<'_>) -> Result<Command> {
    Ok(match u.arbitrary::<u8>()? % 4 {
        0 => Command::AddCategory { id: Some(category(2)), name: name(u)? },
        1 => Command::RenameCategory { category: some_category(u)?, name: name(u)? },
        2 => Command::DeleteCategory { category: some_category(u)? },
        _ => {
            let patch = ItemPatch {
                name: maybe(u, name)?,
                active: maybe(u, bool_of)?,
                visible: maybe(u, bool_of)?,
                category: change(u, some_category)?,
                ..ItemPatch::default()
            };
            Command::UpdateItem { item: some_item(u)?, patch }
        }
    })
}

fn about_group(u: &mut Unstructured<'_>) -> Result<Command> {
    let categories =
        |u: &mut Unstructured<'_>| Ok(many(u, some_category)?.into_iter().collect::<BTreeSet<_>>());
    Ok(match u.arbitrary::<u8>()? % 4 {
        0 => Command::AddGroup { id: Some(group(1)), name: name(u)?, categories: categories(u)? },
        1 => Command::UpdateGroup {
            group: some_group(u)?,
            patch: GroupPatch {
                name: maybe(u, name)?,
                categories: maybe(u, categories)?,
                reminders: change(u, schedule)?,
            },
        },
        2 => {
            let destination = |u: &mut Unstructured<'_>| {
                Ok(if u.arbitrary()? { Destination::NoGroup } else { Destination::Group(some_group(u)?) })
            };
            Command::DeleteGroup { group: some_group(u)?, move_members: maybe(u, destination)? }
        }
        _ => Command::SetGroupCap { group: some_group(u)?, item: some_item(u)?, cap: maybe(u, quantity)? },
    })
}

fn about_request(u: &mut Unstructured<'_>) -> Result<Command> {
    Ok(match u.arbitrary::<u8>()? % 6 {
        0..=2 => Command::SubmitRequest(NewRequest {
            id: Some(some_request(u)?),
            partner: some_partner(u)?,
            kind: *u.choose(&RequestKind::ALL)?,
            lines: many(u, |u| {
                let unit = u.choose(&[None, Some("pack"), Some("crate")])?.map(str::to_owned);
                Ok(NewRequestLine { item: some_item(u)?, unit, quantity: quantity(u)? })
            })?,
            comment: None,
        }),
        3 => Command::StartRequest { request: some_request(u)? },
        4 => Command::ReleaseRequest { request: some_request(u)? },
        _ => Command::CancelRequest { request: some_request(u)?, reason: maybe(u, name)? },
    })
}

fn about_distribution(u: &mut Unstructured<'_>) -> Result<Command> {
    let line =
        |u: &mut Unstructured<'_>| Ok(NewDistributionLine { item: some_item(u)?, quantity: quantity(u)? });
    Ok(match u.arbitrary::<u8>()? % 6 {
        0..=2 => Command::RecordDistribution(NewDistribution {
            id: Some(some_distribution(u)?),
            partner: some_partner(u)?,
            request: maybe(u, some_request)?,
            lines: many(u, line)?,
            date: day(u)?,
            method: *u.choose(&Method::ALL)?,
            comment: None,
        }),
        3 => {
            let lines = |u: &mut Unstructured<'_>| many(u, line);
            let patch = DistributionPatch {
                date: maybe(u, day)?,
                method: maybe(u, |u| Ok(*u.choose(&Method::ALL)?))?,
                comment: change(u, name)?,
                lines: maybe(u, lines)?,
            };
            Command::UpdateDistribution { distribution: some_distribution(u)?, patch }
        }
        4 => Command::CompleteDistribution { distribution: some_distribution(u)? },
        _ => Command::TakeBackDistribution { distribution: some_distribution(u)? },
    })
}

fn schedule(u: &mut Unstructured<'_>) -> Result<Schedule> {
    let number = |u: &mut Unstructured<'_>| Ok::<_, arbitrary::Error>(u32::from(u.arbitrary::<u8>()? % 32));
    let on = match u.arbitrary::<u8>()? % 4 {
        0 => On::Day(number(u)?),
        1 => On::LastDay,
        2 => On::Weekday { nth: number(u)? % 6, weekday: Weekday::Friday },
        _ => On::LastWeekday(Weekday::Monday),
    };
    let from = maybe(u, day)?;
    Ok(Schedule { every_months: number(u)? % 4, from, on, deadline_day: number(u)? })
}

fn recertification(u: &mut Unstructured<'_>) -> Result<Recertification> {
    let days = |u: &mut Unstructured<'_>| Ok(u32::from(u.arbitrary::<u16>()?) % 400);
    Ok(Recertification {
        every_months: u32::from(u.arbitrary::<u8>()? % 128),
        remind_days_before: many(u, days)?.into_iter().collect(),
        grace_days: days(u)?,
    })
}

fn due_part(u: &mut Unstructured<'_>) -> Result<DuePart> {
    Ok(match u.arbitrary::<u8>()? % 3 {
        0 => DuePart::DeadlineReminders { after: maybe(u, some_partner)? },
        1 => DuePart::Recertification { after: None },
        _ => DuePart::Distributions { after: maybe(u, some_distribution)? },
    })
}

/// Letting in and out. With the first admin the bank begins to keep its people.
fn about_people(u: &mut Unstructured<'_>, facts: &Facts) -> Result<Command> {
    let emails = ["ann@example.org", "BOB@example.org", "p0@example.org", "n/a"];
    let email = *u.choose(&emails)?;
    let person = person_id(email);
    let role = match u.arbitrary::<u8>()? % 4 {
        0 => Role::BankAdmin,
        1 => Role::BankStaff,
        _ => Role::PartnerUser { partner: some_partner(u)? },
    };
    Ok(match u.arbitrary::<u8>()? % 8 {
        0 => Command::SignIn,
        1 => Command::ChangeRole { person, to: role },
        2 | 3 => Command::RevokeRole { person, role },
        4 => {
            let admin = NewPerson { email: email.to_owned(), ..NewPerson::default() };
            Command::AddAdmin { bank: BANK, admin }
        }
        5 => {
            let open = open_invitations(facts);
            let chosen = open.get(usize::from(u.arbitrary::<u8>()?) % open.len().max(1));
            let sent = chosen.map(|(sent, known)| (secret(sent), known.clone()));
            let (secret, email) = sent.unwrap_or((Secret([0; 32]), email.to_owned()));
            Command::AcceptInvitation { token: Token::new(BANK, secret), email }
        }
        _ => {
            let language = maybe(u, |u| Ok(*u.choose(&Language::ALL)?))?;
            let person = NewPerson { email: email.to_owned(), name: None, language };
            Command::InvitePerson { person, role }
        }
    })
}

/// Every invitation nobody has accepted yet, and the address it went to.
pub fn open_invitations(facts: &Facts) -> Vec<(InvitationRef, String)> {
    let open = |person: &Person| {
        let (id, email) = (person.id, person.email.clone());
        let sent = person.roles.iter().filter_map(move |(role, holding)| {
            let sent = InvitationRef { person: id, role: *role, invitation: holding.invitation?.id };
            Some((sent, email.clone()))
        });
        sent.collect::<Vec<_>>()
    };
    facts.people.values().flat_map(open).collect()
}

/// What stands for the random bits of a token.
pub fn secret(sent: &InvitationRef) -> Secret {
    let mut bits = [7; 32];
    bits[..16].copy_from_slice(sent.invitation.0.as_bytes());
    Secret(bits)
}

/// Who acts in the end: the host where only it may, and where the bank keeps its people mostly one of them.
pub fn by_right(actor: Actor, command: &Command, facts: &Facts, n: usize) -> Actor {
    if matches!(command, Command::AddAdmin { .. } | Command::AcceptInvitation { .. }) {
        return Actor::Host;
    }
    let keeps_people = facts.bank.as_ref().is_some_and(|bank| bank.keeps_people);
    if !keeps_people || actor.person().is_none() || n.is_multiple_of(8) {
        return actor;
    }
    let roles = |person: &Person| {
        let held = person.roles.iter().filter(|(_, holding)| holding.accepted_at.is_some());
        held.map(|(role, _)| role.actor(BANK, person.id)).collect::<Vec<_>>()
    };
    let holders: Vec<Actor> = facts.people.values().flat_map(roles).collect();
    holders.get(n % holders.len().max(1)).copied().unwrap_or(actor)
}

fn message_text(u: &mut Unstructured<'_>) -> Result<Command> {
    let texts = ["{bank} {link} {comment}", "{link}", "Hello\n\n{partner}", "{lines}\n\n{comment}", "{", ""];
    let text = |u: &mut Unstructured<'_>| {
        Ok(OwnText {
            subject: (*u.choose(&["{partner}", "{link}"])?).to_owned(),
            text: (*u.choose(&texts)?).to_owned(),
        })
    };
    Ok(Command::SetMessageText {
        kind: *u.choose(&MessageKind::ALL)?,
        language: *u.choose(&Language::ALL)?,
        text: maybe(u, text)?,
    })
}

fn about_bank(u: &mut Unstructured<'_>) -> Result<Command> {
    let kinds = |u: &mut Unstructured<'_>| {
        Ok(many(u, |u| Ok(*u.choose(&RequestKind::ALL)?))?.into_iter().collect::<BTreeSet<_>>())
    };
    let zones = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Mars/Base"];
    let ungrouped = [UngroupedMayRequest::All, UngroupedMayRequest::None];
    Ok(Command::UpdateBank(BankPatch {
        request_kinds: maybe(u, kinds)?,
        over_quota: maybe(u, |u| Ok(*u.choose(&[OverQuota::Warn, OverQuota::Refuse])?))?,
        ungrouped_may_request: maybe(u, |u| Ok(*u.choose(&ungrouped)?))?,
        copies_of_requests: maybe(u, bool_of)?,
        language: maybe(u, |u| Ok(*u.choose(&partnerkit::language::Language::ALL)?))?,
        time_zone: maybe(u, |u| Ok((*u.choose(&zones)?).to_owned()))?,
        profile_sections: maybe(u, |u| {
            Ok(many(u, |u| Ok(*u.choose(&Section::ALL)?))?.into_iter().collect())
        })?,
        profile_fields: maybe(u, |u| many(u, own_field))?,
        reminders: change(u, schedule)?,
        recertification: change(u, recertification)?,
        distribution_reminders: maybe(u, bool_of)?,
        ..BankPatch::default()
    }))
}

fn own_field(u: &mut Unstructured<'_>) -> Result<OwnField> {
    let keys = ["own_pets", "own_notes", "own_", "mission"];
    Ok(OwnField {
        key: (*u.choose(&keys)?).to_owned(),
        section: *u.choose(&Section::ALL)?,
        kind: *u.choose(&[OwnType::Number, OwnType::Text, OwnType::YesNo])?,
        label: [(Language::English, name(u)?)].into(),
        help: BTreeMap::new(),
        retired: bool_of(u)?,
    })
}

fn name(u: &mut Unstructured<'_>) -> Result<String> {
    let names = ["Partner 0", "PARTNER  1", "Pártner 2", "Other", "", "x\u{7}y"];
    Ok((*u.choose(&names)?).to_owned())
}

fn email(u: &mut Unstructured<'_>) -> Result<String> {
    let emails = ["p0@example.org", "P1@EXAMPLE.ORG", "new@example.net", "n/a"];
    Ok((*u.choose(&emails)?).to_owned())
}

fn bool_of(u: &mut Unstructured<'_>) -> Result<bool> {
    u.arbitrary()
}

/// Around the day the sequences begin on, 2027-01-15, and both ends of time.
fn day(u: &mut Unstructured<'_>) -> Result<NaiveDate> {
    let around = NaiveDate::from_ymd_opt(2027, 1, 10).unwrap_or_default();
    Ok(match u.arbitrary::<u8>()? % 12 {
        0 => NaiveDate::MIN,
        1 => NaiveDate::MAX,
        n => around + chrono::TimeDelta::days(i64::from(n)),
    })
}

fn quantity(u: &mut Unstructured<'_>) -> Result<i64> {
    let small = i64::from(u.arbitrary::<u8>()?);
    Ok(match small {
        250 => i64::MAX,
        251 => i64::MIN,
        252 => 1_000_000,
        253 => 1_000_000_001,
        254 => -1,
        _ => small,
    })
}

fn maybe<T>(
    u: &mut Unstructured<'_>,
    some: impl FnOnce(&mut Unstructured<'_>) -> Result<T>,
) -> Result<Option<T>> {
    if u.arbitrary()? { some(u).map(Some) } else { Ok(None) }
}

fn change<T>(
    u: &mut Unstructured<'_>,
    some: impl FnOnce(&mut Unstructured<'_>) -> Result<T>,
) -> Result<Change<T>> {
    Ok(match u.arbitrary::<u8>()? % 3 {
        0 => Change::Keep,
        1 => Change::Clear,
        _ => Change::Set(some(u)?),
    })
}

fn many<T>(u: &mut Unstructured<'_>, one: impl Fn(&mut Unstructured<'_>) -> Result<T>) -> Result<Vec<T>> {
    let count = u.arbitrary::<u8>()? % 4;
    (0..count).map(|_| one(u)).collect()
}

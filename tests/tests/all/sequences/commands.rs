//! Random commands over a small world, so that they often meet.

use std::collections::{BTreeMap, BTreeSet};

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
use partnerkit::people::{Holding, InvitationRef, Person, Role, person_id};
use partnerkit::profile::own::{OwnField, OwnType};
use partnerkit::profile::{ProfilePatch, Section};
use partnerkit::question::allowed_actions;
use partnerkit::recertification::Recertification;
use partnerkit::request::{NewRequestLine, Request, RequestKind};
use partnerkit::schedule::Schedule;
use partnerkit::status::Status;
use partnerkit::store::Facts;
use partnerkit::token::{Secret, Token};
use partnerkit::transition::Action;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use uuid::Uuid;

use super::BANK;

pub const PARTNERS: u128 = 3;
pub const ITEMS: u128 = 3;

macro_rules! ids {
    ($($name:ident $kind:ident $base:literal)*) => {$(
        pub fn $name(n: u128) -> $kind {
            $kind(Uuid::from_u128($base + n))
        }
    )*};
}
ids!(partner PartnerId 100 group GroupId 200 category CategoryId 300 item ItemId 400 request RequestId 500
    distribution DistributionId 600);

/// Everybody has an address, for that is what makes a person.
fn address(n: u128) -> String {
    format!("person{n}@example.org")
}

pub fn person(n: u128) -> PersonId {
    person_id(&address(n))
}

fn staff(n: u128) -> Actor {
    Actor::BankStaff { bank: BANK, person: person(n) }
}

/// Two categories, two groups, three items and three partners to begin with.
pub fn ground() -> Vec<(Actor, Command)> {
    let mut commands = Vec::new();
    for n in 0..2 {
        commands.push(Command::AddCategory { id: Some(category(n)), name: format!("Category {n}") });
        let categories = (0..=n).map(category).collect();
        commands.push(Command::AddGroup { id: Some(group(n)), name: format!("Group {n}"), categories });
    }
    for n in 0..ITEMS {
        commands.push(Command::AddItem(NewItem {
            id: Some(item(n)),
            name: format!("Item {n}"),
            category: (n < 2).then(|| category(n)),
            units: BTreeSet::from(["pack".to_owned()]),
            ..NewItem::default()
        }));
    }
    for n in 0..PARTNERS {
        commands.push(Command::AddPartner(NewPartner {
            id: Some(partner(n)),
            name: format!("Partner {n}"),
            email: format!("p{n}@example.org"),
            group: (n < 2).then(|| group(n)),
            send_emails: n == 0,
            ..NewPartner::default()
        }));
    }
    for n in 0..2 {
        let patch = ProfilePatch::default().set("no_social_media", true);
        commands.push(Command::UpdateProfile { partner: partner(n), patch });
    }
    commands.push(Command::InviteAndApprove { partner: partner(0) });
    commands.push(Command::InviteAndApprove { partner: partner(1) });
    commands.into_iter().map(|command| (staff(0), command)).collect()
}

/// One thing to try.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "a sequence holds a hundred; boxing them buys nothing")]
pub enum Try {
    /// This command, likely or not.
    Command(Command),
    /// The n-th of the actions the table allows on the partner then: random ones rarely get far.
    Allowed(PartnerId, usize),
    /// Something done with the n-th request there is.
    OnRequest(usize, u8),
    /// Something done with the n-th distribution there is.
    OnDistribution(usize, u8),
    /// The n-th open invitation is accepted.
    Accept(usize),
    /// The n-th of the bank's own people changes its role.
    ChangeRole(usize),
    /// The n-th role there is, or invitation to one, is taken back.
    RevokeRole(usize),
}

impl Try {
    /// The command, the rows being as they are.
    pub fn command(&self, actor: Actor, facts: &Facts) -> Option<Command> {
        match self {
            Self::Command(command) => Some(command.clone()),
            Self::Allowed(partner, n) => {
                let mut actions = allowed_actions(actor, facts.partners.get(partner)?);
                actions.retain(|action| !matches!(action, Action::Remove | Action::Deactivate));
                let action = *actions.get(n % actions.len().max(1))?;
                Some(Command::from_action(action, *partner, Some("words".to_owned())))
            }
            Self::OnRequest(n, what) => {
                let row = facts.requests.values().nth(n % facts.requests.len().max(1))?;
                Some(on_request(row, *what))
            }
            Self::ChangeRole(n) => {
                let own: Vec<(PersonId, Role)> =
                    facts.people.values().filter_map(|row| Some((row.id, row.bank_role()?))).collect();
                let (person, role) = own.get(n % own.len().max(1))?;
                let to = if *role == Role::BankAdmin { Role::BankStaff } else { Role::BankAdmin };
                Some(Command::ChangeRole { person: *person, to })
            }
            Self::RevokeRole(n) => {
                let all = facts.people.values().flat_map(|row| row.roles.keys().map(|role| (row.id, *role)));
                let all: Vec<(PersonId, Role)> = all.collect();
                let (person, role) = *all.get(n % all.len().max(1))?;
                Some(Command::RevokeRole { person, role })
            }
            Self::Accept(n) => {
                let open = open_invitations(facts);
                let (sent, email) = open.get(n % open.len().max(1))?;
                Some(Command::AcceptInvitation {
                    token: Token::new(BANK, secret(sent)),
                    email: email.clone(),
                })
            }
            Self::OnDistribution(n, what) => {
                let row = facts.distributions.values().nth(n % facts.distributions.len().max(1))?;
                let distribution = row.id;
                let method = Some(Method::Shipped);
                Some(match what % 3 {
                    0 => Command::CompleteDistribution { distribution },
                    1 => Command::TakeBackDistribution { distribution },
                    _ => Command::UpdateDistribution {
                        distribution,
                        patch: DistributionPatch { method, ..DistributionPatch::default() },
                    },
                })
            }
        }
    }
}

fn on_request(row: &Request, what: u8) -> Command {
    let request = row.id;
    match what % 8 {
        0..=2 => Command::StartRequest { request },
        3..=5 => Command::ReleaseRequest { request },
        6 => Command::CancelRequest { request, reason: Some("not now".to_owned()) },
        _ => Command::RecordDistribution(NewDistribution {
            id: None,
            partner: row.partner,
            request: Some(request),
            lines: vec![NewDistributionLine { item: item(0), quantity: 5 }],
            date: NaiveDate::from_ymd_opt(2027, 2, 1).unwrap(),
            method: Method::PickUp,
            comment: None,
        }),
    }
}

pub fn sequence() -> impl Strategy<Value = Vec<(Actor, Try)>> {
    let allowed = (some_partner(), any::<usize>()).prop_map(|(partner, n)| Try::Allowed(partner, n));
    let on_request = (any::<usize>(), any::<u8>()).prop_map(|(n, what)| Try::OnRequest(n, what));
    let on_distribution = (any::<usize>(), any::<u8>()).prop_map(|(n, what)| Try::OnDistribution(n, what));
    let accept = any::<usize>().prop_map(Try::Accept);
    let attempt = prop_oneof![
        4 => allowed,
        9 => on_request,
        2 => on_distribution,
        2 => accept,
        2 => any::<usize>().prop_map(Try::ChangeRole),
        1 => any::<usize>().prop_map(Try::RevokeRole),
        16 => command().prop_map(Try::Command),
    ];
    let due = due_part().prop_map(|part| Try::Command(Command::SendDue { part }));
    let step = prop_oneof![14 => (actor(), attempt), 1 => (Just(Actor::Scheduler { bank: BANK }), due)];
    vec(step, 20..90)
}

fn actor() -> impl Strategy<Value = Actor> {
    prop_oneof![
        7 => (0..2_u128).prop_map(staff),
        6 => (2..4_u128).prop_map(|n| Actor::BankAdmin { bank: BANK, person: person(n) }),
        4 => (0..PARTNERS).prop_map(|n| Actor::PartnerUser { bank: BANK, partner: partner(n), person: person(10 + n) }),
        1 => Just(Actor::Scheduler { bank: BANK }),
    ]
}

fn some_partner() -> impl Strategy<Value = PartnerId> {
    // Now and then one more than there are: unknown ids must behave, too.
    prop_oneof![15 => (0..PARTNERS).prop_map(partner), 1 => Just(partner(PARTNERS))]
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        // Boxed, for all of them together are more than a test's stack holds.
        8 => life().boxed(),
        2 => bulk().boxed(),
        6 => partners().boxed(),
        6 => items().boxed(),
        9 => requests().boxed(),
        6 => distributions().boxed(),
        1 => bank().boxed(),
        1 => message_text().boxed(),
        2 => dates().boxed(),
        11 => people().boxed(),
    ]
}

/// What makes the daily job do something, and its batches themselves.
fn dates() -> impl Strategy<Value = Command> {
    // The sequences begin on 2027-01-15 and last some days.
    let schedule = || (12..20_u32, 20..24_u32).prop_map(|(day, deadline)| Schedule::monthly(day, deadline));
    let recertification = || {
        (1..3_u32, 0..3_u32).prop_map(|(every_months, grace_days)| Recertification {
            every_months,
            remind_days_before: (0..40).collect(),
            grace_days,
        })
    };
    let settings = (change(schedule()), change(recertification()), proptest::option::of(any::<bool>()))
        .prop_map(|(reminders, recertification, distribution_reminders)| {
            Command::UpdateBank(BankPatch {
                reminders,
                recertification,
                distribution_reminders,
                ..BankPatch::default()
            })
        });
    let group = ((0..2_u128).prop_map(group), change(schedule())).prop_map(|(group, reminders)| {
        Command::UpdateGroup { group, patch: GroupPatch { reminders, ..GroupPatch::default() } }
    });
    prop_oneof![4 => settings, 2 => group, 1 => due_part().prop_map(|part| Command::SendDue { part })]
}

fn due_part() -> impl Strategy<Value = DuePart> {
    prop_oneof![
        4 => Just(DuePart::FIRST),
        4 => Just(DuePart::Recertification { after: None }),
        4 => Just(DuePart::Distributions { after: None }),
        1 => some_partner().prop_map(|after| DuePart::DeadlineReminders { after: Some(after) }),
    ]
}

fn life() -> impl Strategy<Value = Command> {
    let action = prop_oneof![
        16 => select(Action::ALL.to_vec()).prop_filter("rarely", |action| {
            !matches!(action, Action::Deactivate | Action::Remove)
        }),
        4 => Just(Action::Reactivate),
        2 => Just(Action::Deactivate),
        4 => Just(Action::Remove),
    ];
    let words = proptest::option::weighted(0.9, Just("words".to_owned()));
    (action, some_partner(), words)
        .prop_map(|(action, partner, words)| Command::from_action(action, partner, words))
}

fn bulk() -> impl Strategy<Value = Command> {
    let ids = vec(some_partner(), 0..5).prop_map(Selection::Ids);
    let matching = proptest::collection::btree_set(select(Status::ALL.to_vec()), 0..3)
        .prop_map(|statuses| Selection::Matching(PartnerFilter { statuses, ..PartnerFilter::default() }));
    let actions = Action::BULK.into_iter().filter(|action| *action != Action::Deactivate).collect::<Vec<_>>();
    (select(actions), prop_oneof![ids, matching]).prop_map(|(action, partners)| Command::Bulk {
        action,
        partners,
        reason: None,
    })
}

fn name() -> impl Strategy<Value = String> {
    select(vec!["Partner 0", "PARTNER  1", "Pártner 2", "Other", "", "x\u{7}y"]).prop_map(str::to_owned)
}

fn email() -> impl Strategy<Value = String> {
    select(vec!["p0@example.org", "P1@EXAMPLE.ORG", "new@example.net", "n/a"]).prop_map(str::to_owned)
}

fn partners() -> impl Strategy<Value = Command> {
    let patch = (
        proptest::option::weighted(0.2, name()),
        proptest::option::weighted(0.2, email()),
        change((0..2_u128).prop_map(group)),
        change(0..200_u64),
        proptest::option::of(any::<bool>()),
    )
        .prop_map(|(name, email, group, quota, send_emails)| PartnerPatch {
            name,
            email,
            group,
            quota,
            send_emails,
            ..PartnerPatch::default()
        });
    let rule = select(vec![ExceptionRule::Allow, ExceptionRule::Deny]);
    prop_oneof![
        1 => (name(), email()).prop_map(|(name, email)| Command::AddPartner(NewPartner {
            id: Some(partner(PARTNERS)),
            name,
            email,
            ..NewPartner::default()
        })),
        2 => (some_partner(), patch).prop_map(|(partner, patch)| Command::UpdatePartner { partner, patch }),
        3 => (some_partner(), profile()).prop_map(|(partner, patch)| Command::UpdateProfile { partner, patch }),
        2 => (some_partner(), some_item(), rule, proptest::option::of(day())).prop_map(
            |(partner, item, rule, last_day)| Command::SetException { partner, item, rule, last_day }
        ),
        4 => (some_partner(), some_item()).prop_map(|(partner, item)| Command::RemoveException { partner, item }),
    ]
}

fn change<T: Clone + std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Change<T>> {
    (0..3_u8, value).prop_map(|(which, value)| match which {
        0 => Change::Keep,
        1 => Change::Clear,
        _ => Change::Set(value),
    })
}

fn day() -> impl Strategy<Value = NaiveDate> {
    // Around the day the sequences begin on, 2027-01-15.
    (10..20_u32).prop_map(|day| NaiveDate::from_ymd_opt(2027, 1, day).unwrap())
}

fn some_item() -> impl Strategy<Value = ItemId> {
    prop_oneof![10 => Just(item(0)), 9 => (1..ITEMS).prop_map(item), 1 => Just(item(ITEMS))]
}

fn items() -> impl Strategy<Value = Command> {
    let some_group = || (0..=2_u128).prop_map(group);
    let some_category = || (0..=2_u128).prop_map(category);
    let destination = prop_oneof![Just(Destination::NoGroup), some_group().prop_map(Destination::Group)];
    let patch = (
        proptest::option::of(prop::bool::weighted(0.9)),
        proptest::option::of(prop::bool::weighted(0.9)),
        change(some_category()),
    )
        .prop_map(|(active, visible, category)| ItemPatch {
            active,
            visible,
            category,
            ..ItemPatch::default()
        });
    let categories = || proptest::collection::btree_set(some_category(), 0..3);
    prop_oneof![
        name().prop_map(|name| Command::AddCategory { id: Some(category(2)), name }),
        (some_category(), name()).prop_map(|(category, name)| Command::RenameCategory { category, name }),
        some_category().prop_map(|category| Command::DeleteCategory { category }),
        Just(Command::AddCategory { id: Some(category(2)), name: "Spare".to_owned() }),
        Just(Command::DeleteCategory { category: category(2) }),
        (some_item(), patch).prop_map(|(item, patch)| Command::UpdateItem { item, patch }),
        (name(), categories()).prop_map(|(name, categories)| Command::AddGroup {
            id: Some(group(2)),
            name,
            categories
        }),
        (some_group(), proptest::option::of(categories())).prop_map(|(group, categories)| {
            Command::UpdateGroup { group, patch: GroupPatch { categories, ..GroupPatch::default() } }
        }),
        (some_group(), proptest::option::of(destination))
            .prop_map(|(group, move_members)| Command::DeleteGroup { group, move_members }),
        (some_group(), some_item(), proptest::option::of(0..100_i64))
            .prop_map(|(group, item, cap)| Command::SetGroupCap { group, item, cap }),
    ]
}

/// A few fields of a profile, mostly with values that may be saved.
fn profile() -> impl Strategy<Value = ProfilePatch> {
    let share = || select(vec![json!(null), json!("33.3"), json!(66.7), json!(100), json!("50.0")]);
    let area = (select(vec!["King", "KING", "Pierce", ""]), share())
        .prop_map(|(county, share)| json!({"county": county, "state": "WA", "share": share}));
    let document = json!({"name": "Letter.pdf", "media_type": "Application/PDF", "size": 5, "digest": "AB".repeat(32), "uri": "s3://x/y"});
    let switch = || select(vec![json!(true), json!(true), json!(false), json!(null)]);
    let kinds = ["enable_quantity_requests", "enable_individual_requests", "enable_child_requests"];
    let field = prop_oneof![
        3 => (select(kinds.to_vec()), switch()),
        4 => (Just("no_social_media"), switch()),
        2 => (Just("website"), select(vec![json!(" example.org "), json!(""), json!(5), json!(null)])),
        3 => (Just("area_served"), vec(area, 0..3).prop_map(Value::from)),
        1 => (Just("documents"), select(vec![json!([document]), json!([]), json!([{}])])),
        1 => (Just("founded"), select(vec![json!(1999), json!(3000), json!(null)])),
        1 => (Just("own_pets"), select(vec![json!(3), json!(null)])),
        1 => (Just("colour"), Just(json!("red"))),
    ];
    vec(field, 0..3).prop_map(|fields| fields.into_iter().collect())
}

fn quantity() -> impl Strategy<Value = i64> {
    prop_oneof![20 => 1..120_i64, 1 => Just(0), 1 => Just(1_000_000), 1 => Just(1_000_001), 1 => Just(i64::MAX)]
}

fn requests() -> impl Strategy<Value = Command> {
    let some_request = || (0..12_u128).prop_map(request);
    let line = || {
        (some_item(), quantity(), select(vec![None, None, None, None, Some("pack"), Some("crate")])).prop_map(
            |(item, quantity, unit)| NewRequestLine { item, quantity, unit: unit.map(str::to_owned) },
        )
    };
    let new = (
        some_request(),
        some_partner(),
        select(RequestKind::ALL.to_vec()),
        prop_oneof![3 => vec(line(), 1..2), 1 => vec(line(), 0..4)],
    )
        .prop_map(|(id, partner, kind, lines)| {
            Command::SubmitRequest(NewRequest { id: Some(id), partner, kind, lines, comment: None })
        });
    let reason = proptest::option::of(Just("not now".to_owned()));
    prop_oneof![
        6 => new,
        4 => some_request().prop_map(|request| Command::StartRequest { request }),
        2 => some_request().prop_map(|request| Command::ReleaseRequest { request }),
        2 => (some_request(), reason).prop_map(|(request, reason)| Command::CancelRequest { request, reason }),
    ]
}

fn distributions() -> impl Strategy<Value = Command> {
    let some_distribution = || (0..8_u128).prop_map(distribution);
    let lines = || {
        let line =
            (some_item(), quantity()).prop_map(|(item, quantity)| NewDistributionLine { item, quantity });
        vec(line, 0..3)
    };
    let method = || select(Method::ALL.to_vec());
    let from = proptest::option::of((0..12_u128).prop_map(request));
    let new = (some_distribution(), some_partner(), from, lines(), day(), method()).prop_map(
        |(id, partner, request, lines, date, method)| {
            Command::RecordDistribution(NewDistribution {
                id: Some(id),
                partner,
                request,
                lines,
                date,
                method,
                comment: None,
            })
        },
    );
    let patch = (proptest::option::of(day()), proptest::option::of(method()), proptest::option::of(lines()))
        .prop_map(|(date, method, lines)| DistributionPatch { date, method, comment: Change::Keep, lines });
    prop_oneof![
        5 => new,
        2 => (some_distribution(), patch)
            .prop_map(|(distribution, patch)| Command::UpdateDistribution { distribution, patch }),
        1 => some_distribution().prop_map(|distribution| Command::CompleteDistribution { distribution }),
        2 => some_distribution().prop_map(|distribution| Command::TakeBackDistribution { distribution }),
    ]
}

fn people() -> impl Strategy<Value = Command> {
    let some_address = || prop_oneof![4 => (0..6_u128).prop_map(address), 1 => email()];
    let some_person = || (0..6_u128).prop_map(person);
    let new = || some_address().prop_map(|email| NewPerson { email, ..NewPerson::default() });
    let role = || {
        prop_oneof![
            Just(Role::BankAdmin),
            Just(Role::BankStaff),
            some_partner().prop_map(|partner| Role::PartnerUser { partner })
        ]
    };
    let proxy =
        NewPartner { name: "Proxy".into(), email: "proxy@example.org".into(), ..NewPartner::default() };
    prop_oneof![
        2 => new().prop_map(|admin| Command::AddAdmin { bank: BANK, admin }),
        6 => (new(), role()).prop_map(|(person, role)| Command::InvitePerson { person, role }),
        20 => (some_person(), role()).prop_map(|(person, to)| Command::ChangeRole { person, to }),
        14 => (some_person(), role()).prop_map(|(person, role)| Command::RevokeRole { person, role }),
        4 => Just(Command::SignIn),
        1 => proptest::collection::btree_set(some_person(), 0..2)
            .prop_map(move |people| Command::SetUpProxy { partner: proxy.clone(), people }),
    ]
}

/// All open invitations with the address each was sent to.
pub fn open_invitations(facts: &Facts) -> Vec<(InvitationRef, String)> {
    let open = |person: &Person| -> Vec<(InvitationRef, String)> {
        let sent = |(role, holding): (&Role, &Holding)| {
            let invitation = holding.invitation?.id;
            Some((InvitationRef { person: person.id, role: *role, invitation }, person.email.clone()))
        };
        person.roles.iter().filter_map(sent).collect()
    };
    facts.people.values().flat_map(open).collect()
}

/// What stands for the random bits of a token.
pub fn secret(sent: &InvitationRef) -> Secret {
    let mut bits = [7; 32];
    bits[..16].copy_from_slice(sent.invitation.0.as_bytes());
    Secret(bits)
}

/// What chance rarely finds: an unused category goes, of two admins one steps back and leaves, a partner comes back, and one that
/// was never invited is removed.
pub fn rare() -> Vec<(Actor, Try)> {
    let [ann, bob] = ["ann@example.org", "bob@example.org"];
    let admin = |email: &str| NewPerson { email: email.to_owned(), ..NewPerson::default() };
    let by = |email: &str| Actor::BankAdmin { bank: BANK, person: person_id(email) };
    let unused = category(99);
    let uninvited = PartnerId(Uuid::from_u128(999));
    let new = NewPartner {
        id: Some(uninvited),
        name: "Uninvited".to_owned(),
        email: "uninvited@example.org".to_owned(),
        ..NewPartner::default()
    };
    [
        (by(ann), Command::AddCategory { id: Some(unused), name: "Unused".to_owned() }),
        (by(ann), Command::DeleteCategory { category: unused }),
        (Actor::Host, Command::AddAdmin { bank: BANK, admin: admin(ann) }),
        (Actor::Host, Command::AddAdmin { bank: BANK, admin: admin(bob) }),
        (by(ann), Command::ChangeRole { person: person_id(bob), to: Role::BankStaff }),
        (by(ann), Command::RevokeRole { person: person_id(bob), role: Role::BankStaff }),
        (by(ann), Command::Deactivate { partner: partner(0), reason: None }),
        (by(ann), Command::Reactivate { partner: partner(0) }),
        (by(ann), Command::AddPartner(new)),
        (by(ann), Command::Remove { partner: uninvited }),
    ]
    .map(|(actor, command)| (actor, Try::Command(command)))
    .into()
}

/// Who acts where the bank keeps its people: mostly somebody who holds a role.
pub fn somebody(actor: Actor, command: &Command, facts: &Facts, n: usize) -> Actor {
    if matches!(command, Command::AddAdmin { .. } | Command::AcceptInvitation { .. }) {
        return Actor::Host;
    }
    let roles = |person: &Person| -> Vec<Actor> {
        let held = person.roles.iter().filter(|(_, holding)| holding.accepted_at.is_some());
        held.map(|(role, _)| role.actor(BANK, person.id)).collect()
    };
    let for_admins = matches!(
        command,
        Command::ChangeRole { .. } | Command::RevokeRole { .. } | Command::InvitePerson { .. }
    );
    let mut holders: Vec<Actor> = facts.people.values().flat_map(roles).collect();
    holders.retain(|holder| holder.is_admin() || !for_admins || n.is_multiple_of(4));
    let keeps_people = facts.bank.as_ref().is_some_and(|bank| bank.keeps_people);
    let by_right = actor.person().is_some() && keeps_people && !n.is_multiple_of(8);
    if by_right { holders.get(n / 8 % holders.len().max(1)).copied().unwrap_or(actor) } else { actor }
}

fn bank() -> impl Strategy<Value = Command> {
    let kinds = proptest::collection::btree_set(select(RequestKind::ALL.to_vec()), 0..9);
    (
        proptest::option::of(kinds),
        proptest::option::of(select(vec![OverQuota::Warn, OverQuota::Refuse])),
        proptest::option::of(select(vec![UngroupedMayRequest::All, UngroupedMayRequest::None])),
        proptest::option::of(any::<bool>()),
        proptest::option::weighted(0.2, proptest::collection::btree_set(select(Section::ALL.to_vec()), 0..9)),
        proptest::option::weighted(0.2, any::<bool>().prop_map(|retired| vec![own_field(retired)])),
    )
        .prop_map(
            |(request_kinds, over_quota, ungrouped_may_request, copies_of_requests, sections, own)| {
                Command::UpdateBank(BankPatch {
                    request_kinds,
                    over_quota,
                    ungrouped_may_request,
                    copies_of_requests,
                    profile_sections: sections,
                    profile_fields: own,
                    ..BankPatch::default()
                })
            },
        )
}

/// Mostly one that can be set, of a message that is often sent.
fn message_text() -> impl Strategy<Value = Command> {
    let kinds = vec![MessageKind::Invitation, MessageKind::Approved, MessageKind::RequestReceived];
    let text =
        select(vec!["{bank} {link} {comment}", "{link}", "Hello\n\n{partner}", "{lines}\n\n{comment}", "{"]);
    let text = proptest::option::weighted(
        0.8,
        text.prop_map(|text| OwnText { subject: "{partner}".to_owned(), text: text.to_owned() }),
    );
    (select(kinds), select(vec![Language::English, Language::Spanish]), text)
        .prop_map(|(kind, language, text)| Command::SetMessageText { kind, language, text })
}

fn own_field(retired: bool) -> OwnField {
    OwnField {
        key: "own_pets".to_owned(),
        section: Section::BankQuestions,
        kind: OwnType::Number,
        label: [(Language::English, "Pets".to_owned())].into(),
        help: BTreeMap::new(),
        retired,
    }
}

//! Sample rows, events and messages, so that a case says only what it is about.
//!
//! Everything is numbered: `partner(3)` has the id `partner_id(3)`, the name "Partner 3" and an address of its own. The
//! plain ones leave every optional field unset and refer to nothing; the `full_…` ones set all of them and refer to the
//! rows of [`foundation`].

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use partnerkit::actor::Actor;
use partnerkit::bank::{Bank, BankSettings, OverQuota, UngroupedMayRequest};
use partnerkit::distribution::{Distribution, DistributionLine, DistributionState, Method};
use partnerkit::event::{Event, What};
use partnerkit::id::{
    BankId, CategoryId, CommandId, DistributionId, GroupId, InvitationId, ItemId, MessageId, PartnerId,
    PersonId, RequestId,
};
use partnerkit::item::{Category, Group, Item, ItemDetails};
use partnerkit::language::Language;
use partnerkit::message::{Message, MessageKind, OwnText, OwnTexts, Recipient};
use partnerkit::outbox::Delivery;
use partnerkit::partner::{Exception, ExceptionRule, Partner, PartnerDetails};
use partnerkit::people::{Holding, Invitation, InvitationRef, Person, Role};
use partnerkit::profile::own::{OwnField, OwnType};
use partnerkit::profile::{Profile, Section};
use partnerkit::receipt::Receipt;
use partnerkit::recertification::Recertification;
use partnerkit::reminder::{Occurrence, Reminder};
use partnerkit::request::{MAX_QUANTITY, Request, RequestKind, RequestLine, RequestState};
use partnerkit::schedule::{On, Schedule, Weekday};
use partnerkit::status::Status;
use partnerkit::store::Row;
use serde_json::json;
use uuid::Uuid;

macro_rules! ids {
    ($($kind:literal $function:ident $id:ident;)*) => {$(
        #[doc = concat!("The n-th `", stringify!($id), "`; they sort by n, and no two kinds share one.")]
        #[must_use]
        pub const fn $function(n: u64) -> $id {
            $id(Uuid::from_u128(($kind << 96) | n as u128))
        }
    )*};
}

ids! {
    0x1 bank_id BankId;
    0x2 category_id CategoryId;
    0x3 item_id ItemId;
    0x4 group_id GroupId;
    0x5 partner_id PartnerId;
    0x6 request_id RequestId;
    0x7 distribution_id DistributionId;
    0x8 person_id PersonId;
    0x9 command_id CommandId;
    0xA message_id MessageId;
    0xB invitation_id InvitationId;
}

/// A moment `n` seconds after the first one, with microseconds, since commands carry them.
#[must_use]
pub fn at(n: u64) -> DateTime<Utc> {
    let first = DateTime::from_timestamp_micros(1_800_000_000_123_457).unwrap_or_default();
    first + TimeDelta::seconds(i64::try_from(n).unwrap_or_default())
}

/// A day.
#[must_use]
pub fn day(n: u64) -> NaiveDate {
    at(n * 86_400).date_naive()
}

/// A person of the bank `bank_id(1)`.
#[must_use]
pub const fn staff() -> Actor {
    Actor::BankStaff { bank: bank_id(1), person: person_id(1) }
}

/// A bank with the settings of a new one.
#[must_use]
pub fn bank(id: BankId) -> Bank {
    let (name, email) = ("Bank".to_owned(), "bank@example.org".to_owned());
    Bank { id, version: 1, name, email, settings: BankSettings::default(), keeps_people: false }
}

/// A bank that has chosen everything otherwise.
#[must_use]
pub fn full_bank(id: BankId) -> Bank {
    let settings = BankSettings {
        one_step_invite_and_approve: true,
        ungrouped_may_request: UngroupedMayRequest::None,
        request_kinds: [RequestKind::Quantity, RequestKind::Children].into(),
        over_quota: OverQuota::Refuse,
        copies_of_requests: true,
        time_zone: "America/Los_Angeles".parse().unwrap_or_default(),
        language: Language::Spanish,
        reminders: Some(schedule()),
        reminders_since: Some(at(60)),
        recertification: Some(Recertification {
            every_months: 12,
            remind_days_before: [60, 0].into(),
            grace_days: 7,
        }),
        recertification_since: Some(at(61)),
        distribution_reminders: true,
        profile_sections: [Section::Contacts, Section::AreaServed].into(),
        profile_fields: vec![own_field("own_pets", false), own_field("own_cars", true)],
        message_texts: message_texts(),
    };
    Bank { version: 9, name: "Second Bank".to_owned(), settings, keeps_people: true, ..bank(id) }
}

/// A schedule with everything set.
#[must_use]
pub fn schedule() -> Schedule {
    let on = On::Weekday { nth: 2, weekday: Weekday::Tuesday };
    Schedule { every_months: 3, from: Some(day(1)), on, deadline_day: 20 }
}

/// A deadline reminder to a partner, of the n-th day.
#[must_use]
pub fn reminder(n: u64, partner: u64) -> Reminder {
    let of = Occurrence::Deadline { day: day(n), deadline: day(n + 10) };
    Reminder::new(partner_id(partner), of, at(n))
}

/// Texts of a bank's own, with characters that formats escape.
#[must_use]
pub fn message_texts() -> OwnTexts {
    let text = |subject: &str| OwnText {
        subject: subject.to_owned(),
        text: "{bank}: \"{link}\" \\ ñ '%s' <b>\n\n{partner}".to_owned(),
    };
    let both = [(Language::English, text("Welcome")), (Language::Spanish, text("¡Bienvenidos!"))];
    [
        (MessageKind::Invitation, both.into()),
        (MessageKind::Approved, [(Language::French, text("Oui"))].into()),
    ]
    .into()
}

/// A field of a bank's own.
#[must_use]
pub fn own_field(key: &str, retired: bool) -> OwnField {
    OwnField {
        key: key.to_owned(),
        section: Section::Contacts,
        kind: OwnType::Number,
        label: [(Language::English, "How many?".to_owned()), (Language::Spanish, "¿Cuántos?".to_owned())]
            .into(),
        help: [(Language::English, "Guess \"well\".".to_owned())].into(),
        retired,
    }
}

/// A category.
#[must_use]
pub fn category(n: u64) -> Category {
    Category { id: category_id(n), version: 1, name: format!("Category {n}") }
}

/// An item in no category, without units.
#[must_use]
pub fn item(n: u64) -> Item {
    let details = ItemDetails {
        name: format!("Item {n}"),
        active: true,
        visible: true,
        category: None,
        quantity_per_person: 50,
        units: BTreeSet::new(),
    };
    Item { id: item_id(n), version: 1, details }
}

/// An item in category 1, in two units, neither active nor visible.
#[must_use]
pub fn full_item(n: u64) -> Item {
    let details = ItemDetails {
        active: false,
        visible: false,
        category: Some(category_id(1)),
        quantity_per_person: MAX_QUANTITY,
        units: ["case".to_owned(), "Päckchen".to_owned()].into(),
        ..item(n).details
    };
    Item { version: 4, details, ..item(n) }
}

/// A group that permits nothing.
#[must_use]
pub fn group(n: u64) -> Group {
    let (categories, caps) = (BTreeSet::new(), BTreeMap::new());
    let (reminders, reminders_since) = (None, None);
    Group {
        id: group_id(n),
        version: 1,
        name: format!("Group {n}"),
        categories,
        caps,
        reminders,
        reminders_since,
    }
}

/// A group that permits categories 1 and 2, caps items 1 and 2, and has a schedule of its own.
#[must_use]
pub fn full_group(n: u64) -> Group {
    Group {
        version: 5,
        categories: [category_id(1), category_id(2)].into(),
        caps: [(item_id(1), 1), (item_id(2), MAX_QUANTITY)].into(),
        reminders: Some(schedule()),
        reminders_since: Some(at(62)),
        ..group(n)
    }
}

/// An uninvited partner in no group.
#[must_use]
pub fn partner(n: u64) -> Partner {
    named_partner(n, &format!("Partner {n}"))
}

/// The same with another name.
#[must_use]
pub fn named_partner(n: u64, name: &str) -> Partner {
    let (name, email) = (name.to_owned(), format!("partner{n}@example.org"));
    Partner::new(partner_id(n), PartnerDetails { name, email, ..PartnerDetails::default() }, at(n), None)
}

/// A deactivated partner with everything set, in group 1, with exceptions for items 1 and 2.
#[must_use]
pub fn full_partner(n: u64) -> Partner {
    let base = partner(n);
    let details = PartnerDetails {
        group: Some(group_id(1)),
        quota: Some(9_007_199_254_740_991),
        send_emails: true,
        default_storage_location: Some("shelf 7".to_owned()),
        notes: Some("Calls on Mondays.\nAsk for \"Zoë\".".to_owned()),
        info_for_partner: Some("Ring twice.".to_owned()),
        external_id: Some(format!("ext-{n}")),
        language: Some(Language::French),
        proxy: true,
        ..base.details
    };
    let area = json!([{ "county": "King", "state": "WA", "share": "33.3" }, { "county": "Doña Ana" }]);
    let profile = Profile::from_iter([
        ("enable_quantity_requests", json!(true)),
        ("enable_child_requests", json!(false)),
        ("mission", json!("Dry \"babies\"\nand more")),
        ("area_served", area),
        ("own_pets", json!(9_007_199_254_740_991_u64)),
        // Whatever the library does not know is kept.
        ("unknown_here", json!({ "deep": [1, null, { "x": "y" }] })),
    ]);
    Partner {
        version: 6,
        details,
        status: Status::Deactivated,
        prior: Some(Status::RecertificationRequired),
        invited_email: Some(format!("former-{n}@example.org")),
        approved_at: Some(at(50)),
        submitted_at: Some(at(40)),
        reactivated_at: Some(at(41)),
        group_since: Some(at(42)),
        emails_since: Some(at(43)),
        import_line: Some(n + 1),
        profile,
        exceptions: exceptions(),
        ..base
    }
}

fn exceptions() -> BTreeMap<ItemId, Exception> {
    [
        (item_id(1), Exception { rule: ExceptionRule::Allow, last_day: Some(day(9)) }),
        (item_id(2), Exception { rule: ExceptionRule::Deny, last_day: None }),
    ]
    .into()
}

/// A pending request of a partner for 10 pieces of item 1.
#[must_use]
pub fn request(n: u64, partner: u64) -> Request {
    Request {
        id: request_id(n),
        version: 1,
        partner: partner_id(partner),
        kind: RequestKind::Quantity,
        state: RequestState::Pending,
        lines: vec![request_line(1, 10)],
        comment: None,
        filed_by: person_id(2),
        filed_at: at(n),
        claimed_by: None,
        cancel_reason: None,
        distribution: None,
    }
}

/// A line of a request for plain pieces.
#[must_use]
pub fn request_line(item: u64, quantity: u32) -> RequestLine {
    let item_name = format!("Item {item}");
    RequestLine { item: item_id(item), item_name, unit: None, quantity, per_person: None }
}

/// A cancelled request of partner 1 with everything set but the distribution, its lines not in the order of ids.
#[must_use]
pub fn full_request(n: u64) -> Request {
    let unit = Some("case".to_owned());
    Request {
        version: 7,
        kind: RequestKind::Individuals,
        state: RequestState::Cancelled,
        lines: vec![
            RequestLine {
                per_person: Some(50),
                item_name: "As it was called".to_owned(),
                ..request_line(2, 3)
            },
            RequestLine { unit, ..request_line(1, MAX_QUANTITY) },
        ],
        comment: Some("For the ’new’ shelter".to_owned()),
        claimed_by: Some(person_id(1)),
        cancel_reason: Some("Out of stock".to_owned()),
        ..request(n, 1)
    }
}

/// A scheduled distribution of 5 pieces of item 1 to a partner.
#[must_use]
pub fn distribution(n: u64, partner: u64) -> Distribution {
    Distribution {
        id: distribution_id(n),
        version: 1,
        partner: partner_id(partner),
        request: None,
        state: DistributionState::Scheduled,
        lines: vec![distribution_line(1, 5)],
        date: day(n),
        method: Method::PickUp,
        comment: None,
        recorded_by: person_id(1),
        recorded_at: at(n),
    }
}

/// A line of a distribution.
#[must_use]
pub fn distribution_line(item: u64, quantity: u32) -> DistributionLine {
    DistributionLine { item: item_id(item), item_name: format!("Item {item}"), quantity }
}

/// A complete distribution to partner 1 of its request `request`, its lines not in the order of ids.
#[must_use]
pub fn full_distribution(n: u64, request: u64) -> Distribution {
    Distribution {
        version: 8,
        request: Some(request_id(request)),
        state: DistributionState::Complete,
        lines: vec![distribution_line(2, 1_000_000_000), distribution_line(1, 1), distribution_line(2, 2)],
        method: Method::Shipped,
        comment: Some("Back door".to_owned()),
        ..distribution(n, 1)
    }
}

/// A person the bank knows without any role.
#[must_use]
pub fn person(n: u64) -> Person {
    let email = format!("person{n}@example.org");
    Person { id: person_id(n), version: 1, email, name: None, language: None, roles: BTreeMap::new() }
}

/// A person who holds a role.
#[must_use]
pub fn person_in(n: u64, role: Role) -> Person {
    let held = Holding { accepted_at: Some(at(n)), ..Holding::default() };
    Person { roles: [(role, held)].into(), ..person(n) }
}

/// A person with everything set: staff who signed in, invited to partner 1.
#[must_use]
pub fn full_person(n: u64) -> Person {
    let staff = Holding { accepted_at: Some(at(n)), invitation: None, last_used_at: Some(at(n + 5)) };
    let invitation = Invitation { id: invitation_id(n), at: at(n), expires_at: at(n + 1_209_600) };
    let user = Holding { invitation: Some(invitation), ..Holding::default() };
    Person {
        version: 3,
        name: Some("Zoë O’Neil".to_owned()),
        language: Some(Language::French),
        roles: [(Role::BankStaff, staff), (Role::PartnerUser { partner: partner_id(1) }, user)].into(),
        ..person(n)
    }
}

/// What a token of [`full_person`] stands for.
#[must_use]
pub const fn invitation(n: u64) -> InvitationRef {
    let role = Role::PartnerUser { partner: partner_id(1) };
    InvitationRef { person: person_id(n), role, invitation: invitation_id(n) }
}

/// What the `full_…` rows refer to: categories 1 and 2, items 1 and 2, group 1, and partner 1, in the order to write.
#[must_use]
pub fn foundation() -> Vec<Row> {
    vec![
        Row::Category(category(1)),
        Row::Category(category(2)),
        Row::Item(item(1)),
        Row::Item(item(2)),
        Row::Group(group(1)),
        Row::Partner(partner(1)),
    ]
}

/// An event of the n-th command.
#[must_use]
pub fn event(n: u64, what: What) -> Event {
    Event { at: at(n), by: staff(), command: command_id(n), what }
}

/// An event that belongs to a partner's history.
#[must_use]
pub fn partner_event(n: u64, partner: u64) -> Event {
    event(n, What::PartnerRemoved { partner: partner_id(partner) })
}

/// An event that belongs to no partner's history.
#[must_use]
pub fn bank_event(n: u64) -> Event {
    event(n, What::CategoryRenamed { category: category_id(1), name: format!("Name {n}") })
}

/// A message about a partner.
#[must_use]
pub fn message(n: u64, partner: u64) -> Message {
    Message {
        id: message_id(n),
        kind: MessageKind::Approved,
        partner: Some(partner_id(partner)),
        invitation: Some(invitation(n)),
        recipients: vec![Recipient::Person(person_id(3)), Recipient::Email("a@example.org".to_owned())],
        language: "en".to_owned(),
        subject: format!("Subject {n}"),
        text: "Hello,\n\nyou are ‘approved’.".to_owned(),
        html: "<p>Hello &amp; welcome</p>".to_owned(),
        data: [("partner".to_owned(), "Partner".into()), ("count".to_owned(), 3.into())].into(),
        at: at(n),
        delivery: Delivery::default(),
    }
}

/// The receipt of an import by the n-th command.
#[must_use]
pub fn receipt(n: u64, partners: u64) -> Receipt {
    Receipt {
        command: command_id(n),
        at: at(n),
        by: Actor::BankAdmin { bank: bank_id(1), person: person_id(1) },
        partners,
        bytes: 4_294_967_296,
        digest: "00ff".repeat(16),
        key: Some(format!("key {n}")),
    }
}

/// The same as [`full_partner`], in no group.
#[must_use]
pub fn full_partner_without_group(n: u64) -> Partner {
    let mut partner = full_partner(n);
    partner.details.group = None;
    partner
}

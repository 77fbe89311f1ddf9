//! Rows to try things with.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use partnerkit::actor::Actor;
use partnerkit::bank::{Bank, BankSettings, OverQuota, UngroupedMayRequest};
use partnerkit::distribution::{Distribution, DistributionLine, DistributionState, Method};
use partnerkit::event::{Event, What};
use partnerkit::id::BankId;
use partnerkit::item::{Category, Group, Item, ItemDetails};
use partnerkit::language::Language;
use partnerkit::message::{Message, MessageKind, Recipient};
use partnerkit::outbox::Delivery;
use partnerkit::partner::{Exception, ExceptionRule, Partner, PartnerDetails};
use partnerkit::profile::Section;
use partnerkit::profile::own::{OwnField, OwnType};
use partnerkit::receipt::Receipt;
use partnerkit::recertification::Recertification;
use partnerkit::request::{Request, RequestKind, RequestLine, RequestState};
use partnerkit::schedule::Schedule;
use partnerkit::status::Status;
use partnerkit::store::{ChangeSet, CommandRecord, Committed, Expect, Facts, Need, Row, RowId, Store, Write};
use partnerkit_sqlite::SqliteStore;
use tempfile::TempDir;
use uuid::Uuid;

pub const BANK: BankId = BankId(Uuid::from_u128(1));

pub fn uuid<T: From<Uuid>>(number: u128) -> T {
    T::from(Uuid::from_u128(number))
}

/// A folder that goes away with the test, and a path in it.
pub struct Place {
    pub folder: TempDir,
    pub path: PathBuf,
}

pub fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bank.db");
    Place { folder, path }
}

/// An empty store.
pub fn store() -> (Place, SqliteStore) {
    let place = place();
    let store = partnerkit_sqlite::open(&place.path).unwrap();
    (place, store)
}

/// A store with a bank in it that has had one event.
pub fn store_with_bank() -> (Place, SqliteStore) {
    let (place, store) = store();
    let created = event(1, What::BankCreated(bank()));
    let changes = ChangeSet { events: vec![created], ..put(1, [Row::Bank(bank())]) };
    assert_eq!(store.commit(&changes).unwrap(), Committed::Done);
    (place, store)
}

pub fn at(micros: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(1_790_000_000_000_000 + micros).unwrap()
}

pub fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

pub fn staff() -> Actor {
    Actor::BankStaff { bank: BANK, person: uuid(900) }
}

pub fn bank() -> Bank {
    Bank {
        id: BANK,
        version: 1,
        name: "Five Rivers".to_owned(),
        email: "office@fiverivers.example".to_owned(),
        settings: BankSettings::default(),
        keeps_people: false,
    }
}

pub fn full_bank() -> Bank {
    Bank {
        version: 7,
        name: "Šeši Upės `x` \"y\" 'z'".to_owned(),
        settings: BankSettings {
            one_step_invite_and_approve: true,
            ungrouped_may_request: UngroupedMayRequest::None,
            request_kinds: BTreeSet::from([RequestKind::Children, RequestKind::Quantity]),
            over_quota: OverQuota::Refuse,
            copies_of_requests: true,
            time_zone: "America/Los_Angeles".parse().unwrap(),
            language: partnerkit::language::Language::Spanish,
            reminders: Some(Schedule::monthly(1, 28)),
            reminders_since: Some(at(1)),
            recertification: Some(Recertification::every(12)),
            recertification_since: Some(at(-2)),
            distribution_reminders: true,
            profile_sections: BTreeSet::from([Section::Contacts]),
            profile_fields: vec![OwnField {
                key: "own_pets".to_owned(),
                section: Section::Contacts,
                kind: OwnType::Number,
                label: BTreeMap::from([(Language::Spanish, "¿\"Mascotas\"?".to_owned())]),
                help: BTreeMap::new(),
                retired: true,
            }],
            message_texts: partnerkit_testkit::sample::message_texts(),
        },
        keeps_people: true,
        ..bank()
    }
}

pub fn category(number: u128, name: &str) -> Category {
    Category { id: uuid(number), version: 1, name: name.to_owned() }
}

pub fn item(number: u128, name: &str) -> Item {
    Item {
        id: uuid(number),
        version: 1,
        details: ItemDetails {
            name: name.to_owned(),
            active: true,
            visible: true,
            category: None,
            quantity_per_person: 50,
            units: BTreeSet::new(),
        },
    }
}

pub fn group(number: u128, name: &str) -> Group {
    Group {
        id: uuid(number),
        version: 1,
        name: name.to_owned(),
        categories: BTreeSet::new(),
        caps: BTreeMap::new(),
        reminders: None,
        reminders_since: None,
    }
}

pub fn details(number: u128, name: &str) -> PartnerDetails {
    PartnerDetails {
        name: name.to_owned(),
        email: format!("p{number}@partner.example"),
        ..PartnerDetails::default()
    }
}

pub fn partner(number: u128, name: &str) -> Partner {
    Partner::new(uuid(number), details(number, name), at(1), None)
}

/// A partner with everything set; needs group 40 and items 30 and 31.
pub fn full_partner(number: u128) -> Partner {
    Partner {
        id: uuid(number),
        version: 12,
        details: PartnerDetails {
            name: "Ballard Food Bank".to_owned(),
            email: "Front.Desk@Example.ORG".to_owned(),
            group: Some(uuid(40)),
            quota: Some(u64::try_from(i64::MAX).unwrap()),
            send_emails: true,
            default_storage_location: Some("shelf 7".to_owned()),
            notes: Some("first\nsecond\u{0}third".to_owned()),
            info_for_partner: Some(String::new()),
            external_id: Some("X-1".to_owned()),
            language: Some(partnerkit::language::Language::French),
            proxy: true,
        },
        status: Status::Deactivated,
        prior: Some(Status::RecertificationRequired),
        invited_email: Some("former@example.org".to_owned()),
        approved_at: Some(at(-5)),
        submitted_at: Some(at(999_999)),
        reactivated_at: Some(at(3)),
        group_since: Some(at(-4)),
        emails_since: Some(at(0)),
        added_at: at(123_456),
        import_line: Some(3),
        profile: serde_json::from_value(serde_json::json!({
            "enable_quantity_requests": true,
            "enable_individual_requests": false,
            "mission": "Dry \"babies\"\nand 'more' – 100 %",
            "area_served": [{"county": "King", "state": "WA", "share": "33.3"}],
            "kept_from_before": {"deep": [1, null, {"x": "y"}]},
        }))
        .unwrap(),
        exceptions: BTreeMap::from([
            (uuid(30), Exception { rule: ExceptionRule::Allow, last_day: Some(day(30)) }),
            (uuid(31), Exception { rule: ExceptionRule::Deny, last_day: None }),
        ]),
    }
}

pub fn request(number: u128, partner: u128) -> Request {
    Request {
        id: uuid(number),
        version: 1,
        partner: uuid(partner),
        kind: RequestKind::Quantity,
        state: RequestState::Pending,
        lines: Vec::new(),
        comment: None,
        filed_by: uuid(901),
        filed_at: at(2),
        claimed_by: None,
        cancel_reason: None,
        distribution: None,
    }
}

pub fn line(item: u128) -> RequestLine {
    RequestLine {
        item: uuid(item),
        item_name: format!("item {item}"),
        unit: None,
        quantity: 1,
        per_person: None,
    }
}

pub fn distribution(number: u128, partner: u128) -> Distribution {
    Distribution {
        id: uuid(number),
        version: 1,
        partner: uuid(partner),
        request: None,
        state: DistributionState::Scheduled,
        lines: Vec::new(),
        date: day(22),
        method: Method::PickUp,
        comment: None,
        recorded_by: uuid(902),
        recorded_at: at(3),
    }
}

pub fn handed_out(item: u128) -> DistributionLine {
    DistributionLine { item: uuid(item), item_name: format!("item {item}"), quantity: 1_000_000_000 }
}

pub fn message(number: u128, partner: u128) -> Message {
    Message {
        id: uuid(number),
        kind: MessageKind::Invitation,
        partner: Some(uuid(partner)),
        invitation: None,
        recipients: vec![Recipient::Email("a@b.example".to_owned()), Recipient::Person(uuid(903))],
        language: "en".to_owned(),
        subject: "Welcome".to_owned(),
        text: "Hello\n".to_owned(),
        html: "<p>Hello</p>".to_owned(),
        data: BTreeMap::from([("partner".to_owned(), "Ballard".into()), ("count".to_owned(), 3.into())]),
        at: at(4),
        delivery: Delivery::default(),
    }
}

pub fn event(command: u128, what: What) -> Event {
    Event { at: at(5), by: staff(), command: uuid(command), what }
}

/// An event about a partner.
pub fn removed(command: u128, partner: u128) -> Event {
    event(command, What::PartnerRemoved { partner: uuid(partner) })
}

pub fn receipt(command: u128, partners: u64) -> Receipt {
    Receipt {
        command: uuid(command),
        at: at(6),
        by: staff(),
        partners,
        bytes: 1234,
        digest: "ab".repeat(32),
        key: None,
    }
}

pub fn command(number: u128) -> CommandRecord {
    CommandRecord {
        id: uuid(number),
        digest: vec![7; 32],
        at: at(7),
        answer: serde_json::json!({"done": number as u64}),
    }
}

/// A change set that writes nothing.
pub fn nothing(number: u128) -> ChangeSet {
    ChangeSet {
        bank: BANK,
        command: command(number),
        expects: Vec::new(),
        writes: Vec::new(),
        events: Vec::new(),
        messages: Vec::new(),
    }
}

/// A change set that puts rows.
pub fn put(number: u128, rows: impl IntoIterator<Item = Row>) -> ChangeSet {
    ChangeSet { writes: rows.into_iter().map(Write::Put).collect(), ..nothing(number) }
}

/// A change set that removes a row.
pub fn remove(number: u128, row: RowId) -> ChangeSet {
    ChangeSet { writes: vec![Write::Remove(row)], ..nothing(number) }
}

/// A change set that expects something.
pub fn expecting(number: u128, expect: Expect) -> ChangeSet {
    ChangeSet { expects: vec![expect], ..nothing(number) }
}

pub fn load(store: &SqliteStore, need: Need) -> Facts {
    store.load(BANK, &[need]).unwrap()
}

pub fn done(store: &SqliteStore, changes: &ChangeSet) {
    assert_eq!(store.commit(changes).unwrap(), Committed::Done);
}

pub fn stale(store: &SqliteStore, changes: &ChangeSet) {
    assert_eq!(store.commit(changes).unwrap(), Committed::Stale);
}

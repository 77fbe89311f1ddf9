//! What makes a change set stale, and that nothing of a stale one stays.

use partnerkit::distribution::{Distribution, DistributionState};
use partnerkit::item::{Group, Item, ItemDetails};
use partnerkit::partner::{Exception, ExceptionRule, Partner};
use partnerkit::request::Request;
use partnerkit::store::{ChangeSet, Expect, HistoryQuery, MessageQuery, Need, Row, RowId, Store, Write};
use partnerkit_sqlite::SqliteStore;

use super::sample::*;

/// A store with one of everything, each of version 1.
fn stocked() -> (Place, SqliteStore) {
    let (place, store) = store_with_bank();
    let rows = [
        Row::Category(category(20, "Baby")),
        Row::Item(Item {
            details: ItemDetails { category: Some(uuid(20)), ..item(30, "Diapers").details },
            ..item(30, "Diapers")
        }),
        Row::Item(item(31, "Wipes")),
        Row::Item(item(32, "Soap")),
        Row::Item(item(33, "Pads")),
        Row::Group(Group {
            categories: [uuid(20)].into(),
            caps: [(uuid(31), 5)].into(),
            ..group(40, "Shelters")
        }),
        Row::Partner(with_group_and_exception()),
        Row::Partner(partner(51, "Other")),
        Row::Partner(partner(52, "Third")),
        Row::Request(Request { lines: vec![line(33)], ..request(60, 50) }),
        Row::Distribution(Distribution { request: Some(uuid(60)), ..distribution(70, 52) }),
    ];
    done(&store, &put(2, rows));
    (place, store)
}

fn with_group_and_exception() -> Partner {
    let mut row = partner(50, "Ballard");
    row.details.group = Some(uuid(40));
    row.details.external_id = Some("X".to_owned());
    row.exceptions = [(uuid(32), Exception { rule: ExceptionRule::Deny, last_day: None })].into();
    row
}

/// Every kind of row, there and not there.
fn row_ids() -> [(RowId, RowId); 7] {
    [
        (RowId::Bank(BANK), RowId::Bank(BANK)),
        (RowId::Category(uuid(20)), RowId::Category(uuid(99))),
        (RowId::Item(uuid(30)), RowId::Item(uuid(99))),
        (RowId::Group(uuid(40)), RowId::Group(uuid(99))),
        (RowId::Partner(uuid(50)), RowId::Partner(uuid(99))),
        (RowId::Request(uuid(60)), RowId::Request(uuid(99))),
        (RowId::Distribution(uuid(70)), RowId::Distribution(uuid(99))),
    ]
}

#[test]
fn each_expectation_holds_or_does_not() {
    let (_place, store) = stocked();
    let mut number = 100;
    for (there, absent) in row_ids() {
        number += 10;
        done(&store, &expecting(number, Expect::Version(there, 1)));
        stale(&store, &expecting(number + 1, Expect::Version(there, 2)));
        stale(&store, &expecting(number + 2, Expect::Version(there, 0)));
        stale(&store, &expecting(number + 3, Expect::Absent(there)));
        if there != absent {
            done(&store, &expecting(number + 4, Expect::Absent(absent)));
            stale(&store, &expecting(number + 5, Expect::Version(absent, 1)));
        }
    }
    done(&store, &expecting(200, Expect::Seq(1)));
    stale(&store, &expecting(201, Expect::Seq(0)));
    stale(&store, &expecting(202, Expect::Seq(2)));
    let one_of_two = vec![Expect::Seq(1), Expect::Version(RowId::Partner(uuid(50)), 2)];
    stale(&store, &ChangeSet { expects: one_of_two, ..nothing(203) });
}

#[test]
fn a_bank_is_created_once() {
    let (_place, store) = store();
    let expects = vec![Expect::Absent(RowId::Bank(BANK)), Expect::Seq(0)];
    done(&store, &ChangeSet { expects: expects.clone(), ..put(1, [Row::Bank(bank())]) });
    stale(&store, &ChangeSet { expects, ..put(2, [Row::Bank(bank())]) });
}

#[test]
fn without_its_bank_nothing_can_be_written() {
    let (_place, store) = store();
    stale(&store, &nothing(1));
    stale(&store, &put(2, [Row::Category(category(20, "Baby"))]));
    stale(&store, &ChangeSet { events: vec![removed(3, 50)], ..nothing(3) });
    assert!(store.banks().unwrap().is_empty());
}

#[test]
fn every_unique_key_is_kept() {
    let (_place, store) = stocked();
    let mut same_email = partner(53, "New");
    same_email.details.email = "P51@partner.EXAMPLE".to_owned();
    let mut same_external_id = partner(53, "New");
    same_external_id.details.external_id = Some("X".to_owned());
    let again = Distribution { request: Some(uuid(60)), ..distribution(71, 50) };
    let taken = [
        Row::Category(category(21, " BABY")),
        Row::Item(item(34, "diapers")),
        Row::Group(group(41, "SHELTERS")),
        Row::Partner(partner(53, "  ballard ")),
        Row::Partner(same_email),
        Row::Partner(same_external_id),
        Row::Distribution(again.clone()),
        // The same by changing a row that is there: it must not push the other one out.
        Row::Partner(partner(51, "Ballard")),
        Row::Item(item(31, "Diapers")),
    ];
    for (number, row) in (100..).zip(taken) {
        stale(&store, &put(number, [row]));
    }
    assert_eq!(load(&store, Need::PartnerNamed("other".to_owned())).partners.len(), 1);
    // A request whose distribution was taken back can be fulfilled anew.
    let taken_back = DistributionState::TakenBack;
    let back = Distribution { request: Some(uuid(60)), state: taken_back, ..distribution(70, 52) };
    done(&store, &put(120, [Row::Distribution(back), Row::Distribution(again)]));
    stale(
        &store,
        &put(121, [Row::Distribution(Distribution { request: Some(uuid(60)), ..distribution(72, 50) })]),
    );
}

#[test]
fn the_same_names_are_free_in_another_bank_and_external_ids_may_be_absent() {
    let (_place, store) = stocked();
    let other = partnerkit::bank::Bank { id: uuid(2), ..bank() };
    let mut twin = partner(50, "Ballard");
    twin.details.external_id = Some("X".to_owned());
    let mut changes = put(2, [Row::Bank(other), Row::Partner(twin)]);
    changes.bank = uuid(2);
    done(&store, &changes);
}

#[test]
fn what_is_referred_to_must_be_there() {
    let (_place, store) = stocked();
    let mut in_no_group = partner(53, "New");
    in_no_group.details.group = Some(uuid(99));
    let mut with_no_item = partner(53, "New");
    with_no_item.exceptions = [(uuid(99), Exception { rule: ExceptionRule::Allow, last_day: None })].into();
    let dangling = [
        Row::Item(Item {
            details: ItemDetails { category: Some(uuid(99)), ..item(34, "New").details },
            ..item(34, "New")
        }),
        Row::Group(Group { categories: [uuid(99)].into(), ..group(41, "New") }),
        Row::Group(Group { caps: [(uuid(99), 1)].into(), ..group(41, "New") }),
        Row::Partner(in_no_group),
        Row::Partner(with_no_item),
        Row::Request(request(61, 99)),
        Row::Request(Request { lines: vec![line(99)], ..request(61, 50) }),
        Row::Distribution(distribution(71, 99)),
        Row::Distribution(Distribution { request: Some(uuid(99)), ..distribution(71, 50) }),
        Row::Distribution(Distribution { lines: vec![handed_out(99)], ..distribution(71, 50) }),
    ];
    for (number, row) in (100..).zip(dangling) {
        stale(&store, &put(number, [row]));
    }
    assert!(load(&store, Need::Group(uuid(41))).groups.is_empty());
}

#[test]
fn what_is_still_referred_to_cannot_be_removed() {
    let (_place, store) = stocked();
    let needed = [
        RowId::Bank(BANK),
        RowId::Category(uuid(20)),
        RowId::Item(uuid(31)),
        RowId::Item(uuid(32)),
        RowId::Item(uuid(33)),
        RowId::Group(uuid(40)),
        RowId::Partner(uuid(50)),
        RowId::Partner(uuid(52)),
        RowId::Request(uuid(60)),
    ];
    for (number, row) in (100..).zip(needed) {
        stale(&store, &remove(number, row));
    }
    // In the right order, in one change set, it all goes.
    let order = [
        RowId::Distribution(uuid(70)),
        RowId::Request(uuid(60)),
        RowId::Partner(uuid(50)),
        RowId::Group(uuid(40)),
        RowId::Item(uuid(30)),
        RowId::Category(uuid(20)),
    ];
    done(&store, &ChangeSet { writes: order.map(Write::Remove).into(), ..nothing(200) });
}

#[test]
fn nothing_of_a_stale_change_set_stays() {
    let (_place, store) = stocked();
    let rows = [Row::Category(category(21, "New")), Row::Category(category(22, "new"))];
    let events = vec![removed(100, 50)];
    let messages = vec![message(80, 50)];
    stale(&store, &ChangeSet { events, messages, ..put(100, rows) });
    let facts = store.load(BANK, &[Need::Categories, Need::Command(uuid(100))]).unwrap();
    assert_eq!((facts.categories.len(), facts.seq, facts.answered), (1, 1, None));
    assert_eq!(store.history(BANK, &HistoryQuery { limit: 9, ..Default::default() }).unwrap().len(), 1);
    assert!(store.messages(BANK, &MessageQuery { limit: 9, ..Default::default() }).unwrap().is_empty());
}

#[test]
fn a_command_is_recorded_once_and_a_message_kept_once() {
    let (_place, store) = stocked();
    let changes = ChangeSet { messages: vec![message(80, 50)], ..nothing(100) };
    done(&store, &changes);
    stale(&store, &changes);
    stale(&store, &ChangeSet { messages: vec![message(80, 50)], ..nothing(101) });
    assert_eq!(load(&store, Need::Command(uuid(100))).answered, Some(command(100)));
}

#[test]
fn a_change_set_with_another_banks_row_is_a_bug() {
    let (_place, store) = stocked();
    let other = partnerkit::bank::Bank { id: uuid(2), ..bank() };
    for changes in [
        put(100, [Row::Bank(other)]),
        remove(101, RowId::Bank(uuid(2))),
        expecting(102, Expect::Absent(RowId::Bank(uuid(2)))),
    ] {
        assert_eq!(store.commit(&changes).unwrap_err().code().slug(), "bug");
    }
}

#[test]
fn a_row_the_checks_refuse_is_a_bug_and_not_stale() {
    let (_place, store) = stocked();
    let mut changes = nothing(100);
    changes.command.digest = vec![1, 2, 3];
    let error = store.commit(&changes).unwrap_err();
    assert_eq!(error.code().slug(), "bug");
    assert!(std::error::Error::source(&error).is_some());
    done(&store, &nothing(100));
}

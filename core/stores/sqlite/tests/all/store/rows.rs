//! What is put is what is loaded.

use std::collections::{BTreeMap, BTreeSet};

use partnerkit::bank::Bank;
use partnerkit::distribution::{Distribution, DistributionState, Method};
use partnerkit::item::{Group, Item, ItemDetails};
use partnerkit::partner::Partner;
use partnerkit::profile::Profile;
use partnerkit::request::{Request, RequestKind, RequestLine, RequestState};
use partnerkit::status::Status;
use partnerkit::store::{Need, Row, RowId, Store};

use super::sample::*;

#[test]
fn a_bank_comes_back_as_it_was_put_and_keeps_its_history_when_replaced() {
    let (_place, store) = store_with_bank();
    assert_eq!(store.load(BANK, &[]).unwrap().bank, Some(bank()));
    done(&store, &put(2, [Row::Bank(full_bank())]));
    let facts = store.load(BANK, &[]).unwrap();
    assert_eq!((facts.bank, facts.seq), (Some(full_bank()), 1));
}

#[test]
fn banks_are_listed_by_name_and_id() {
    let (_place, store) = store();
    for (number, name) in [(5, "b"), (4, "b"), (3, "c"), (6, "a")] {
        let row = Bank { id: uuid(number), name: name.to_owned(), ..bank() };
        let mut changes = put(1, [Row::Bank(row)]);
        changes.bank = uuid(number);
        done(&store, &changes);
    }
    let listed: Vec<u128> = store.banks().unwrap().iter().map(|bank| bank.id.0.as_u128()).collect();
    assert_eq!(listed, [6, 4, 5, 3]);
}

#[test]
fn a_category_comes_back_and_can_be_replaced_and_removed() {
    let (_place, store) = store_with_bank();
    for (command, name) in [(2, "Diapers"), (3, "diapers"), (4, "Wipes")] {
        let row = category(20, name);
        done(&store, &put(command, [Row::Category(row.clone())]));
        assert_eq!(load(&store, Need::Category(uuid(20))).categories, BTreeMap::from([(row.id, row)]));
    }
    done(&store, &remove(5, RowId::Category(uuid(20))));
    assert!(load(&store, Need::Categories).categories.is_empty());
    done(&store, &remove(6, RowId::Category(uuid(20))));
}

#[test]
fn an_item_comes_back_with_its_units() {
    let (_place, store) = store_with_bank();
    let full = Item {
        version: 2,
        details: ItemDetails {
            active: false,
            visible: false,
            category: Some(uuid(20)),
            quantity_per_person: 1_000_000,
            units: BTreeSet::from(["case".to_owned(), "pack".to_owned()]),
            ..item(30, "Diapers 5").details
        },
        ..item(30, "Diapers 5")
    };
    done(&store, &put(2, [Row::Category(category(20, "Diapers"))]));
    for (command, row) in [(3, full.clone()), (4, item(30, "Diapers 5")), (5, full)] {
        done(&store, &put(command, [Row::Item(row.clone())]));
        assert_eq!(load(&store, Need::Item(uuid(30))).items, BTreeMap::from([(row.id, row)]));
    }
    done(&store, &remove(6, RowId::Item(uuid(30))));
    assert!(load(&store, Need::Items).items.is_empty());
}

#[test]
fn a_group_comes_back_with_its_categories_and_caps() {
    let (_place, store) = store_with_bank();
    done(&store, &put(2, [Row::Category(category(20, "a")), Row::Category(category(21, "b"))]));
    done(&store, &put(3, [Row::Item(item(30, "a")), Row::Item(item(31, "b"))]));
    let full = Group {
        version: 3,
        categories: BTreeSet::from([uuid(20), uuid(21)]),
        caps: BTreeMap::from([(uuid(30), 1), (uuid(31), u32::MAX)]),
        ..group(40, "Shelters")
    };
    for (command, row) in [(4, full.clone()), (5, group(40, "Shelters")), (6, full)] {
        done(&store, &put(command, [Row::Group(row.clone())]));
        assert_eq!(load(&store, Need::Group(uuid(40))).groups, BTreeMap::from([(row.id, row)]));
    }
    done(&store, &remove(7, RowId::Group(uuid(40))));
    assert!(load(&store, Need::Groups).groups.is_empty());
    done(&store, &remove(8, RowId::Category(uuid(20))));
    done(&store, &remove(9, RowId::Item(uuid(30))));
}

#[test]
fn a_partner_comes_back_with_everything_set_and_with_nothing_set() {
    let (_place, store) = store_with_bank();
    done(&store, &put(2, [Row::Item(item(30, "a")), Row::Item(item(31, "b")), Row::Group(group(40, "g"))]));
    let rows = [full_partner(50), partner(50, "Ballard"), full_partner(50)];
    for (command, row) in (3..).zip(rows) {
        done(&store, &put(command, [Row::Partner(row.clone())]));
        assert_eq!(load(&store, Need::Partner(uuid(50))).partners, BTreeMap::from([(row.id, row)]));
    }
    done(&store, &remove(9, RowId::Partner(uuid(50))));
    assert!(load(&store, Need::Partner(uuid(50))).partners.is_empty());
    done(&store, &remove(10, RowId::Item(uuid(30))));
}

#[test]
fn replacing_a_partner_leaves_what_refers_to_it() {
    let (_place, store) = store_with_bank();
    done(&store, &put(2, [Row::Partner(partner(50, "a")), Row::Request(request(60, 50))]));
    let renamed = Partner { version: 2, ..partner(50, "b") };
    done(&store, &put(3, [Row::Partner(renamed.clone())]));
    let facts = load(&store, Need::Request(uuid(60)));
    assert_eq!(facts.requests.len(), 1);
    assert_eq!(facts.partners[&renamed.id], renamed);
}

#[test]
fn every_closed_word_can_be_stored() {
    let (_place, store) = store_with_bank();
    let mut number = 1000;
    for status in Status::ALL {
        let prior = Some(status);
        let row = Partner { status, prior, ..partner(50, "a") };
        done(&store, &put(number, [Row::Partner(row.clone())]));
        assert_eq!(load(&store, Need::Partner(row.id)).partners[&row.id], row);
        number += 1;
    }
    for kind in RequestKind::ALL {
        for state in RequestState::ALL {
            let row = Request { kind, state, ..request(60, 50) };
            done(&store, &put(number, [Row::Request(row.clone())]));
            assert_eq!(load(&store, Need::Request(row.id)).requests[&row.id], row);
            number += 1;
        }
    }
    for state in DistributionState::ALL {
        for method in Method::ALL {
            let row = Distribution { state, method, ..distribution(70, 50) };
            done(&store, &put(number, [Row::Distribution(row.clone())]));
            assert_eq!(load(&store, Need::Distribution(row.id)).distributions[&row.id], row);
            number += 1;
        }
    }
}

#[test]
fn a_request_comes_back_with_its_lines_in_order() {
    let (_place, store) = store_with_bank();
    done(&store, &put(2, [Row::Item(item(30, "a")), Row::Item(item(31, "b"))]));
    done(&store, &put(3, [Row::Partner(partner(50, "p"))]));
    let full = Request {
        version: 4,
        kind: RequestKind::Individuals,
        state: RequestState::Cancelled,
        lines: vec![
            RequestLine {
                unit: Some("case".to_owned()),
                quantity: 1_000_000,
                per_person: Some(50),
                ..line(31)
            },
            line(30),
            line(31),
        ],
        comment: Some("soon".to_owned()),
        claimed_by: Some(uuid(904)),
        cancel_reason: Some("none left".to_owned()),
        distribution: Some(uuid(70)),
        ..request(60, 50)
    };
    for (command, row) in [(4, full.clone()), (5, request(60, 50)), (6, full)] {
        done(&store, &put(command, [Row::Request(row.clone())]));
        assert_eq!(load(&store, Need::Request(uuid(60))).requests, BTreeMap::from([(row.id, row)]));
    }
    done(&store, &remove(7, RowId::Request(uuid(60))));
    assert!(load(&store, Need::Request(uuid(60))).requests.is_empty());
}

#[test]
fn a_distribution_comes_back_with_its_lines_in_order() {
    let (_place, store) = store_with_bank();
    done(&store, &put(2, [Row::Item(item(30, "a")), Row::Item(item(31, "b"))]));
    done(&store, &put(3, [Row::Partner(partner(50, "p")), Row::Request(request(60, 50))]));
    let full = Distribution {
        version: 5,
        request: Some(uuid(60)),
        lines: vec![handed_out(31), handed_out(30), handed_out(31)],
        comment: Some("back door".to_owned()),
        ..distribution(70, 50)
    };
    for (command, row) in [(4, full.clone()), (5, distribution(70, 50)), (6, full)] {
        done(&store, &put(command, [Row::Distribution(row.clone())]));
        assert_eq!(load(&store, Need::Distribution(uuid(70))).distributions, BTreeMap::from([(row.id, row)]));
    }
    done(&store, &remove(7, RowId::Distribution(uuid(70))));
    assert!(load(&store, Need::Distribution(uuid(70))).distributions.is_empty());
}

#[test]
fn a_number_that_no_column_holds_is_refused_and_not_cut() {
    let (_place, store) = store_with_bank();
    let mut row = partner(50, "a");
    row.details.quota = Some(u64::MAX);
    let error = store.commit(&put(2, [Row::Partner(row)])).unwrap_err();
    assert_eq!(error.code().slug(), "bug");
    assert!(load(&store, Need::Partner(uuid(50))).partners.is_empty());
}

#[test]
fn an_empty_profile_is_one() {
    let (_place, store) = store_with_bank();
    let row = Partner { profile: Profile::default(), ..partner(50, "a") };
    done(&store, &put(2, [Row::Partner(row.clone())]));
    assert_eq!(load(&store, Need::Partner(row.id)).partners[&row.id].profile, Profile::default());
}

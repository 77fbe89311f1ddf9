//! Each need, alone, on one bank with some of everything.

use std::collections::{BTreeMap, BTreeSet};

use partnerkit::command::PartnerFilter;
use partnerkit::item::{Group, Item, ItemDetails};
use partnerkit::listing::PartnerSort;
use partnerkit::partner::Partner;
use partnerkit::request::{Request, RequestState};
use partnerkit::status::Status;
use partnerkit::store::{DistributionPage, Facts, Need, PartnerPage, RequestPage, Row, Store};
use partnerkit::text::{email_key, look_key, name_key};
use partnerkit_sqlite::SqliteStore;

use super::sample::*;

/// Partners 50 to 54, group 40 with 50 and 51, item 30 in category 20, requests 60 to 63, distribution 70.
fn stocked() -> (Place, SqliteStore) {
    let (place, store) = store_with_bank();
    let item_30 = item(30, "Diapers");
    let item_30 = Item { details: ItemDetails { category: Some(uuid(20)), ..item_30.details }, ..item_30 };
    let shelters = Group { categories: BTreeSet::from([uuid(20)]), ..group(40, "Shelters") };
    let rows = [
        Row::Category(category(20, "Baby")),
        Row::Category(category(21, "Adult")),
        Row::Item(item_30),
        Row::Item(item(31, "Wipes")),
        Row::Group(shelters),
        Row::Group(group(41, "Schools")),
    ];
    done(&store, &put(2, rows));
    let partners = [
        (50, "delta", Status::Approved, Some(40)),
        (51, "Alpha_1", Status::Invited, Some(40)),
        (52, "charlie%", Status::Deactivated, Some(41)),
        (53, "Bravo", Status::Approved, None),
        (54, "Échô", Status::Uninvited, None),
    ];
    for (number, name, status, in_group) in partners {
        let mut row = Partner { status, ..partner(number, name) };
        row.details.group = in_group.map(uuid);
        row.details.external_id = (number == 53).then(|| "X-53".to_owned());
        let switches = [("enable_child_requests", 51, false), ("enable_quantity_requests", 54, true)];
        let switched = switches.into_iter().filter(|(_, of, _)| *of == number);
        row.profile = switched.map(|(key, _, value)| (key, value.into())).collect();
        done(&store, &put(number, [Row::Partner(row)]));
    }
    let states = [RequestState::Pending, RequestState::Started, RequestState::Cancelled];
    for (number, state) in (60..).zip(states) {
        let row = Request { state, lines: vec![line(30)], ..request(number, 50) };
        done(&store, &put(number, [Row::Request(row)]));
    }
    done(&store, &put(63, [Row::Request(request(63, 51))]));
    let mut out = distribution(70, 53);
    out.request = Some(uuid(60));
    done(&store, &put(70, [Row::Distribution(out)]));
    done(&store, &put(71, [Row::Distribution(distribution(71, 50))]));
    (place, store)
}

fn numbers<T: Copy + Into<IdNumber>, V>(rows: &BTreeMap<T, V>) -> Vec<u128> {
    rows.keys().map(|id| (*id).into().0).collect()
}

struct IdNumber(u128);

macro_rules! numbered {
    ($($id:ident)*) => {$(
        impl From<partnerkit::id::$id> for IdNumber {
            fn from(id: partnerkit::id::$id) -> Self {
                Self(id.0.as_u128())
            }
        }
    )*};
}
numbered!(PartnerId CategoryId ItemId GroupId RequestId DistributionId);

/// What was read, as numbers: partners, categories, items, groups, requests, distributions.
fn seen(facts: &Facts) -> [Vec<u128>; 6] {
    [
        numbers(&facts.partners),
        numbers(&facts.categories),
        numbers(&facts.items),
        numbers(&facts.groups),
        numbers(&facts.requests),
        numbers(&facts.distributions),
    ]
}

#[track_caller]
fn check(store: &SqliteStore, need: Need, expected: [&[u128]; 6]) {
    let facts = load(store, need.clone());
    assert_eq!(seen(&facts), expected.map(<[u128]>::to_vec), "{need:?}");
    assert_eq!(facts.bank, Some(bank()));
}

#[test]
fn each_need_reads_what_it_says_and_no_more() {
    let (_place, store) = stocked();
    let none: &[u128] = &[];
    let partners = |ids: &'static [u128]| [ids, none, none, none, none, none];
    check(&store, Need::Partner(uuid(50)), [&[50], none, none, &[40], none, none]);
    check(&store, Need::Partner(uuid(53)), partners(&[53]));
    check(&store, Need::PartnerNamed(name_key(" DELTA ")), partners(&[50]));
    check(&store, Need::PartnerWithEmail(email_key("P51@PARTNER.example")), partners(&[51]));
    check(&store, Need::PartnerWithExternalId("X-53".to_owned()), partners(&[53]));
    check(&store, Need::PartnersLookingLike(look_key("Echo")), partners(&[54]));
    check(&store, Need::PartnersWithNarrowedKinds, partners(&[51]));
    check(&store, Need::Members(uuid(40)), partners(&[50, 51]));
    check(&store, Need::Category(uuid(20)), [none, &[20], none, none, none, none]);
    check(&store, Need::CategoryNamed(name_key("ADULT")), [none, &[21], none, none, none, none]);
    check(&store, Need::Categories, [none, &[20, 21], none, none, none, none]);
    check(&store, Need::UsersOfCategory(uuid(20)), [none, none, &[30], &[40], none, none]);
    check(&store, Need::Item(uuid(30)), [none, none, &[30], none, none, none]);
    check(&store, Need::ItemNamed(name_key("wipes")), [none, none, &[31], none, none, none]);
    check(&store, Need::Items, [none, none, &[30, 31], none, none, none]);
    check(&store, Need::Group(uuid(41)), [none, none, none, &[41], none, none]);
    check(&store, Need::GroupNamed(name_key("shelters")), [none, none, none, &[40], none, none]);
    check(&store, Need::Groups, [none, none, none, &[40, 41], none, none]);
    check(&store, Need::Request(uuid(60)), [&[50], none, &[30], &[40], &[60], none]);
    check(&store, Need::OpenRequests(uuid(50)), [none, none, &[30], none, &[60, 61], none]);
    check(&store, Need::Distribution(uuid(70)), [&[53], none, none, none, &[60], &[70]]);
    check(&store, Need::Distribution(uuid(71)), [&[50], none, none, none, none, &[71]]);
}

#[test]
fn what_is_not_there_is_absent() {
    let (_place, store) = stocked();
    let none: [&[u128]; 6] = [&[]; 6];
    for need in [
        Need::Command(uuid(9999)),
        Need::Receipt,
        Need::Partner(uuid(99)),
        Need::PartnerNamed("nobody".to_owned()),
        Need::PartnersLookingLike(String::new()),
        Need::PartnerHasHistory(uuid(99)),
        Need::Members(uuid(99)),
        Need::Category(uuid(99)),
        Need::UsersOfCategory(uuid(21)),
        Need::Item(uuid(99)),
        Need::Group(uuid(99)),
        Need::Request(uuid(99)),
        Need::OpenRequests(uuid(54)),
        Need::Distribution(uuid(99)),
        Need::Partners(PartnerPage::default()),
    ] {
        check(&store, need.clone(), none);
        let facts = load(&store, need);
        assert!(facts.answered.is_none() && facts.receipt.is_none() && facts.with_history.is_empty());
    }
    assert_eq!(store.load(uuid(2), &[Need::Items, Need::Partner(uuid(50))]).unwrap(), Facts::default());
}

#[test]
fn another_bank_sees_nothing_of_it() {
    let (_place, store) = stocked();
    let mut other = put(1, [Row::Bank(partnerkit::bank::Bank { id: uuid(2), ..bank() })]);
    other.bank = uuid(2);
    done(&store, &other);
    let all = PartnerPage { limit: 100, ..PartnerPage::default() };
    let needs = [
        Need::Partner(uuid(50)),
        Need::PartnerNamed("delta".to_owned()),
        Need::Partners(all),
        Need::PartnerCounts,
        Need::PartnerHasHistory(uuid(50)),
        Need::Members(uuid(40)),
        Need::UsersOfCategory(uuid(20)),
        Need::Items,
        Need::Groups,
        Need::Request(uuid(60)),
        Need::Command(uuid(2)),
    ];
    let facts = store.load(uuid(2), &needs).unwrap();
    let alone = Facts { bank: facts.bank.clone(), ..Facts::default() };
    assert_eq!(facts, alone);
    assert!(store.history(uuid(2), &Default::default()).unwrap().is_empty());
}

fn page(store: &SqliteStore, filter: &PartnerFilter, limit: usize) -> Vec<Vec<u128>> {
    let mut pages = Vec::new();
    let mut after = None;
    loop {
        let need = Need::Partners(PartnerPage {
            filter: filter.clone(),
            after: after.clone(),
            limit,
            ..PartnerPage::default()
        });
        let facts = load(store, need);
        let mut sorted: Vec<_> = facts.partners.values().map(|row| PartnerSort::Name.place(row)).collect();
        sorted.sort();
        let groups: BTreeSet<_> =
            facts.partners.values().filter_map(|partner| partner.details.group).collect();
        assert_eq!(groups, facts.groups.keys().copied().collect());
        let Some(last) = sorted.last().cloned() else { return pages };
        pages.push(sorted.iter().map(|place| place.id.0.as_u128()).collect());
        after = Some(last);
    }
}

#[test]
fn pages_of_partners_are_sorted_by_name_and_leave_out_the_deactivated() {
    let (_place, store) = stocked();
    let all = PartnerFilter::default();
    assert_eq!(page(&store, &all, 100), [[51, 53, 50, 54]]);
    assert_eq!(page(&store, &all, 3), [vec![51, 53, 50], vec![54]]);
    let statuses = BTreeSet::from([Status::Deactivated, Status::Approved]);
    let some = PartnerFilter { statuses, ..PartnerFilter::default() };
    assert_eq!(page(&store, &some, 2), [vec![53, 52], vec![50]]);
    let in_group = PartnerFilter { group: Some(uuid(40)), ..PartnerFilter::default() };
    assert_eq!(page(&store, &in_group, 1), [[51], [50]]);
}

#[test]
fn text_is_found_in_names_and_addresses_and_means_itself() {
    let (_place, store) = stocked();
    for (text, found) in [
        ("ALPHA", vec![51]),
        (" échô", vec![54]),
        ("_", vec![51]),
        ("%", vec![]),
        ("P5", vec![51, 53, 50, 54]),
        ("p53@part", vec![53]),
        ("", vec![51, 53, 50, 54]),
        ("echo", vec![]),
    ] {
        let filter = PartnerFilter { text: Some(text.to_owned()), ..PartnerFilter::default() };
        let pages = page(&store, &filter, 10);
        assert_eq!(pages.concat(), found, "{text:?}");
    }
}

#[test]
fn at_most_five_that_look_alike_are_read() {
    let (_place, store) = stocked();
    for number in 500..508 {
        let name = format!("Hope{}House", "-".repeat(usize::try_from(number - 499).unwrap()));
        done(&store, &put(number, [Row::Partner(partner(number, &name))]));
    }
    let alike = load(&store, Need::PartnersLookingLike(look_key("HOPE HOUSE")));
    assert_eq!(alike.partners.len(), 5);
}

#[test]
fn partners_are_counted_and_their_history_is_known() {
    let (_place, store) = stocked();
    let counts = load(&store, Need::PartnerCounts).counts;
    let expected =
        [(Status::Uninvited, 1), (Status::Invited, 1), (Status::Approved, 2), (Status::Deactivated, 1)];
    assert_eq!(counts, BTreeMap::from(expected));
    let needs = [50, 51, 52, 53, 54].map(|number| Need::PartnerHasHistory(uuid(number)));
    let facts = store.load(BANK, &needs).unwrap();
    let with: Vec<u128> = facts.with_history.iter().map(|id| id.0.as_u128()).collect();
    assert_eq!(with, [50, 51, 53]);
    assert!(facts.partners.is_empty());
}

#[test]
fn pages_of_requests_and_distributions_begin_with_the_newest() {
    let (_place, store) = stocked();
    let requests = |page: RequestPage| numbers(&load(&store, Need::Requests(page)).requests);
    let all = RequestPage { limit: 3, ..RequestPage::default() };
    assert_eq!(requests(all.clone()), [61, 62, 63]);
    assert_eq!(requests(RequestPage { after: Some(uuid(61)), ..all.clone() }), [60]);
    assert_eq!(requests(RequestPage { partner: Some(uuid(50)), ..all.clone() }), [60, 61, 62]);
    let states = BTreeSet::from([RequestState::Pending, RequestState::Cancelled]);
    let some = RequestPage { states, after: Some(uuid(63)), ..all };
    assert_eq!(requests(some.clone()), [60, 62]);
    assert_eq!(requests(RequestPage { partner: Some(uuid(51)), ..some }), [0; 0]);

    let out = |page: DistributionPage| numbers(&load(&store, Need::Distributions(page)).distributions);
    let one = DistributionPage { limit: 1, ..DistributionPage::default() };
    assert_eq!(out(one.clone()), [71]);
    assert_eq!(out(DistributionPage { after: Some(uuid(71)), ..one.clone() }), [70]);
    assert_eq!(out(DistributionPage { partner: Some(uuid(53)), ..one }), [70]);
}

#[test]
fn needs_add_up() {
    let (_place, store) = stocked();
    let needs = [Need::Partner(uuid(50)), Need::Partner(uuid(50)), Need::Request(uuid(63)), Need::Items];
    let facts = store.load(BANK, &needs).unwrap();
    let expected: [&[u128]; 6] = [&[50, 51], &[], &[30, 31], &[40], &[63], &[]];
    assert_eq!(seen(&facts), expected.map(<[u128]>::to_vec));
}

#[test]
fn a_limit_larger_than_any_table_is_none() {
    let (_place, store) = stocked();
    let all = PartnerPage { limit: usize::MAX, ..PartnerPage::default() };
    assert_eq!(load(&store, Need::Partners(all)).partners.len(), 4);
}

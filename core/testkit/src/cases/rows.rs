//! Rows come back exactly as written, with all that hangs on them, and go with all that hangs on them.

use std::collections::BTreeMap;

use partnerkit::bank::Bank;
use partnerkit::distribution::{Distribution, DistributionState, Method};
use partnerkit::item::{Category, Group, Item};
use partnerkit::partner::{Partner, PartnerDetails};
use partnerkit::request::{Request, RequestKind, RequestState};
use partnerkit::status::Status;
use partnerkit::store::{Facts, Need, Row, RowId};

use crate::TestBank;
use crate::sample::{self, bank_id, category_id, distribution_id, group_id, item_id, partner_id, request_id};

/// Banks are listed by name, and by id where names are equal.
pub fn banks_are_listed_by_name_then_id(here: &TestBank<'_>) {
    let make = |n, name: &str| Bank { name: name.to_owned(), ..sample::bank(bank_id(n)) };
    for bank in [make(9, "Beta"), make(3, "Gamma"), make(8, "Beta"), make(7, "Alpha")] {
        let _ = TestBank::open(here.store(), bank);
    }
    let ids: Vec<_> = here.store().banks().unwrap().into_iter().map(|bank| bank.id).collect();
    // "Alpha", "Bank" (here), "Beta" twice, "Gamma", "Second Bank" (there).
    assert_eq!(ids, [7, 1, 8, 9, 3, 2].map(bank_id));
}

/// Of a bank that is not there nothing is read, whatever is asked, and that is no error.
pub fn an_unknown_bank_has_nothing(here: &TestBank<'_>) {
    let (store, unknown) = (here.store(), bank_id(99));
    let needs = [Need::Partner(partner_id(1)), Need::Receipt, Need::Items, Need::PartnerCounts];
    let found = store.load(unknown, &needs).unwrap();
    assert!(found.counts.values().all(|count| *count == 0));
    assert_eq!(Facts { counts: BTreeMap::new(), ..found }, Facts::default());
    let events = partnerkit::store::HistoryQuery { limit: 10, ..Default::default() };
    assert_eq!(store.history(unknown, &events).unwrap(), []);
    let messages = partnerkit::store::MessageQuery { limit: 10, ..Default::default() };
    assert_eq!(store.messages(unknown, &messages).unwrap(), []);
}

/// A bank comes back as written, first with the settings of a new one, then with every setting changed.
pub fn a_bank_comes_back_as_written(here: &TestBank<'_>) {
    assert_eq!(here.load(&[]).bank, Some(sample::bank(here.id())));
    let changed = sample::full_bank(here.id());
    here.put([Row::Bank(changed.clone())]);
    assert_eq!(here.load(&[]).bank, Some(changed.clone()));
    assert!(here.store().banks().unwrap().contains(&changed));
}

/// A category comes back as written.
pub fn a_category_comes_back_as_written(here: &TestBank<'_>) {
    comes_back(here, Need::Category(category_id(1)), Row::Category(sample::category(1)));
    let renamed =
        Category { version: 2, name: "Hygiene – ‘all’ 🧼".to_owned(), ..sample::category(1) };
    comes_back(here, Need::Category(category_id(1)), Row::Category(renamed));
}

/// An item comes back as written, with everything set, and bare again.
pub fn an_item_comes_back_as_written(here: &TestBank<'_>) {
    here.put(sample::foundation());
    for item in [sample::item(3), sample::full_item(3), sample::item(3)] {
        comes_back(here, Need::Item(item_id(3)), Row::Item(item));
    }
}

/// A group comes back as written, with categories and caps, and without them again.
pub fn a_group_comes_back_as_written(here: &TestBank<'_>) {
    here.put(sample::foundation());
    for group in [sample::group(2), sample::full_group(2), sample::group(2)] {
        comes_back(here, Need::Group(group_id(2)), Row::Group(group));
    }
}

/// A partner comes back as written, with everything set, and bare again.
pub fn a_partner_comes_back_as_written(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let id = partner_id(2);
    for partner in [sample::partner(2), sample::full_partner(2), sample::partner(2)] {
        here.put([Row::Partner(partner.clone())]);
        assert_eq!(here.load(&[Need::Partner(id)]).partners, BTreeMap::from([(id, partner)]));
    }
}

/// A partner may be in every status, with every status remembered.
pub fn every_standing_comes_back(here: &TestBank<'_>) {
    let id = partner_id(1);
    for status in Status::ALL {
        for prior in [None].into_iter().chain(Status::ALL.map(Some)) {
            if prior.is_some() != (status == Status::Deactivated) || prior == Some(Status::Deactivated) {
                continue;
            }
            let partner = Partner { status, prior, ..sample::partner(1) };
            here.put([Row::Partner(partner.clone())]);
            assert_eq!(here.load(&[Need::Partner(id)]).partners.get(&id), Some(&partner));
        }
    }
}

/// A request comes back as written, in every kind and state, its lines in their order.
pub fn a_request_comes_back_as_written(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let id = request_id(1);
    let mut written = vec![sample::request(1, 1), sample::full_request(1), sample::request(1, 1)];
    for kind in RequestKind::ALL {
        let states = RequestState::ALL.into_iter();
        written.extend(states.map(|state| Request { kind, state, ..sample::request(1, 1) }));
    }
    for request in written {
        here.put([Row::Request(request.clone())]);
        assert_eq!(here.load(&[Need::Request(id)]).requests, BTreeMap::from([(id, request)]));
    }
}

/// A distribution comes back as written, by every method and in every state, its lines in their order.
pub fn a_distribution_comes_back_as_written(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Request(sample::request(1, 1))]);
    let id = distribution_id(1);
    let mut written =
        vec![sample::distribution(1, 1), sample::full_distribution(1, 1), sample::distribution(1, 1)];
    for method in Method::ALL {
        let states = DistributionState::ALL.into_iter();
        written.extend(states.map(|state| Distribution { method, state, ..sample::distribution(1, 1) }));
    }
    for distribution in written {
        here.put([Row::Distribution(distribution.clone())]);
        assert_eq!(here.load(&[Need::Distribution(id)]).distributions, BTreeMap::from([(id, distribution)]));
    }
}

/// A request and its distribution may name each other.
pub fn a_request_keeps_its_distribution(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Request(sample::request(1, 1))]);
    let fulfilled = Request {
        state: RequestState::Fulfilled,
        distribution: Some(distribution_id(1)),
        ..sample::request(1, 1)
    };
    here.put([Row::Distribution(sample::full_distribution(1, 1)), Row::Request(fulfilled.clone())]);
    let found = here.load(&[Need::Distribution(distribution_id(1))]);
    assert_eq!(found.requests.get(&request_id(1)), Some(&fulfilled));
}

/// Texts come back character by character: quotes, line ends, accents as typed, signs of any script, ten thousand
/// characters.
pub fn texts_come_back_as_given(here: &TestBank<'_>) {
    let id = partner_id(1);
    let long = "Ω🍼\u{301}".repeat(3_333);
    for text in ["it's \"so\"; -- x", "a\r\nb\tc\\n", "e\u{301} é", "  spaces  ", "%_\\", long.as_str()] {
        let notes = Some(text.to_owned());
        let details = PartnerDetails { notes, name: format!("N {text}"), ..sample::partner(1).details };
        let partner = Partner { details, ..sample::partner(1) };
        here.put([Row::Partner(partner.clone())]);
        assert_eq!(here.load(&[Need::Partner(id)]).partners.get(&id), Some(&partner));
    }
}

/// Putting a row again leaves alone what refers to it.
pub fn an_update_leaves_other_rows_alone(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let group = sample::full_group(1);
    let partner = Partner { status: Status::Approved, prior: None, ..sample::full_partner(1) };
    here.put([Row::Item(sample::full_item(3)), Row::Group(group.clone()), Row::Partner(partner.clone())]);
    here.put([Row::Request(sample::full_request(1)), Row::Distribution(sample::full_distribution(1, 1))]);
    let before = here.snapshot();
    let category = Category { version: 2, ..sample::category(1) };
    let item = Item { version: 2, ..sample::item(1) };
    let group = Group { version: 6, ..group };
    let partner = Partner { version: 7, ..partner };
    let request = Request { version: 8, ..sample::full_request(1) };
    let rows = [
        Row::Category(category),
        Row::Item(item),
        Row::Group(group),
        Row::Partner(partner),
        Row::Request(request),
        Row::Bank(Bank { version: 2, ..sample::bank(here.id()) }),
    ];
    here.put(rows.clone());
    let mut expected = before.facts;
    for row in rows {
        expected.add(row);
    }
    assert_eq!(here.snapshot().facts, expected);
}

/// What hangs on a row is replaced with it: nothing of before stays, nothing of now is missing.
pub fn an_update_replaces_what_hangs_on_the_row(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Item(sample::full_item(3)), Row::Group(sample::full_group(1))]);
    here.put([Row::Partner(sample::full_partner(1)), Row::Request(sample::full_request(1))]);
    here.put([Row::Distribution(sample::full_distribution(1, 1))]);
    let mut item = sample::full_item(3);
    item.details.units = ["case".to_owned(), "box".to_owned()].into();
    let mut group = sample::full_group(1);
    group.categories = [category_id(2)].into();
    group.caps = [(item_id(1), 2), (item_id(3), 9)].into();
    let mut partner = sample::full_partner(1);
    partner.exceptions.remove(&item_id(1));
    let mut request = sample::full_request(1);
    request.lines = vec![sample::request_line(3, 1), sample::request_line(2, 1), sample::request_line(1, 1)];
    let mut distribution = sample::full_distribution(1, 1);
    distribution.lines.remove(0);
    let rows = [
        Row::Item(item),
        Row::Group(group),
        Row::Partner(partner),
        Row::Request(request),
        Row::Distribution(distribution),
    ];
    let mut expected = here.snapshot().facts;
    here.put(rows.clone());
    for row in rows {
        expected.add(row);
    }
    assert_eq!(here.snapshot().facts, expected);
}

/// A removed row is gone with all that hung on it, which does not come back with a new row of the same id.
pub fn a_removed_row_takes_along_what_hangs_on_it(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let before = here.snapshot().facts;
    let rows = [
        (Row::Category(sample::category(3)), Row::Category(sample::category(3))),
        (Row::Item(sample::full_item(3)), Row::Item(sample::item(3))),
        (Row::Group(sample::full_group(2)), Row::Group(sample::group(2))),
        (Row::Partner(sample::full_partner(2)), Row::Partner(sample::partner(2))),
        (Row::Request(sample::full_request(1)), Row::Request(sample::request(1, 1))),
        (Row::Distribution(sample::distribution(2, 1)), Row::Distribution(sample::distribution(2, 1))),
    ];
    for (full, bare) in rows {
        let id = full.id();
        for row in [full, bare] {
            here.put([row.clone()]);
            let mut expected = before.clone();
            expected.add(row);
            assert_eq!(here.snapshot().facts, expected);
            here.remove([id]);
            assert_eq!(here.snapshot().facts, before, "{id:?} was removed");
        }
    }
}

/// Once a partner is removed its name, its email and its external id are free, and its history and messages stay.
pub fn a_removed_partner_leaves_its_keys_and_its_history(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let changes = partnerkit::store::ChangeSet {
        events: vec![sample::partner_event(1, 2)],
        messages: vec![sample::message(1, 2)],
        ..here.puts([Row::Partner(sample::full_partner(2))])
    };
    here.done(&changes);
    let before = here.snapshot();
    here.remove([RowId::Partner(partner_id(2))]);
    let after = here.snapshot();
    assert_eq!((after.history, after.messages), (before.history, before.messages));
    here.put([Row::Partner(Partner { id: partner_id(3), ..sample::full_partner(2) })]);
}

fn comes_back(here: &TestBank<'_>, need: Need, row: Row) {
    here.put([row.clone()]);
    here.finds(need, [row]);
}

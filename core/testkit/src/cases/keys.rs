//! Unique keys: in one bank no two rows hold the same one, however it is spelled; other banks do not count.

use partnerkit::distribution::{Distribution, DistributionState};
use partnerkit::item::{Category, Group, Item, ItemDetails};
use partnerkit::partner::Partner;
use partnerkit::store::{Row, RowId};

use crate::TestBank;
use crate::sample::{self, named_partner, partner_id};

/// Ways to write one name; all have the same key.
const ONE_NAME: [&str; 5] = [
    "Straße & Söhne",
    "STRASSE & SÖHNE",
    " straße  &\u{a0}söhne ",
    "Strasse & So\u{308}hne",
    "Ｓtraße & Söhne",
];

/// No two partners have the same name, in whatever case, width, composition or spacing.
pub fn a_partner_name_is_held_once(here: &TestBank<'_>) {
    here.put([Row::Partner(named_partner(1, ONE_NAME[0])), Row::Partner(named_partner(2, "Other"))]);
    for name in ONE_NAME {
        here.stale(here.puts([Row::Partner(named_partner(3, name))]), name);
        here.stale(here.puts([Row::Partner(named_partner(2, name))]), name);
        here.put([Row::Partner(named_partner(1, name))]);
    }
    here.put([Row::Partner(named_partner(3, "Strase & Söhne"))]);
}

/// No two partners have the same address, in whatever case or form of the domain.
pub fn an_email_is_held_once(here: &TestBank<'_>) {
    let with = |n, email: &str| {
        let mut partner = sample::partner(n);
        partner.details.email = email.to_owned();
        Row::Partner(partner)
    };
    here.put([with(1, "Info@bücher.example"), with(2, "other@bücher.example")]);
    for email in ["Info@bücher.example", "info@BÜCHER.example", "INFO@xn--bcher-kva.example"] {
        here.stale(here.puts([with(3, email)]), email);
        here.stale(here.puts([with(2, email)]), email);
        here.put([with(1, email)]);
    }
    here.put([with(3, "info+1@bücher.example")]);
}

/// No two partners have the same external id, character by character; any number have none.
pub fn an_external_id_is_held_once(here: &TestBank<'_>) {
    let with = |n, id: &str| {
        let mut partner = sample::partner(n);
        partner.details.external_id = Some(id.to_owned());
        Row::Partner(partner)
    };
    here.put([with(1, "A1"), Row::Partner(sample::partner(2)), Row::Partner(sample::partner(3))]);
    here.stale(here.puts([with(4, "A1")]), "the external id is held");
    here.stale(here.puts([with(2, "A1")]), "the external id is held");
    here.put([with(1, "A1"), with(2, "a1"), with(4, "A1 ")]);
}

/// No two categories, items or groups have the same name; a category and an item may.
pub fn category_item_and_group_names_are_held_once(here: &TestBank<'_>) {
    let category = |n, name: &str| Row::Category(Category { name: name.to_owned(), ..sample::category(n) });
    let item = |n, name: &str| {
        let details = ItemDetails { name: name.to_owned(), ..sample::item(n).details };
        Row::Item(Item { details, ..sample::item(n) })
    };
    let group = |n, name: &str| Row::Group(Group { name: name.to_owned(), ..sample::group(n) });
    let kinds: [fn(u64, &str) -> Row; 3] = [category, item, group];
    for row in kinds {
        here.put([row(1, ONE_NAME[0]), row(2, "Other")]);
    }
    here.put([Row::Partner(named_partner(1, ONE_NAME[0]))]);
    for row in kinds {
        for name in ONE_NAME {
            here.stale(here.puts([row(3, name)]), name);
            here.stale(here.puts([row(2, name)]), name);
            here.put([row(1, name)]);
        }
    }
}

/// A key given up is free at once, for another row of the same change set too.
pub fn a_key_given_up_is_free(here: &TestBank<'_>) {
    here.put([Row::Partner(named_partner(1, "First"))]);
    here.put([Row::Partner(named_partner(1, "Second")), Row::Partner(named_partner(2, "First"))]);
    here.remove([RowId::Partner(partner_id(1))]);
    here.put([Row::Partner(named_partner(3, "SECOND"))]);
    here.stale(here.puts([Row::Partner(named_partner(1, "FIRST"))]), "the name is held again");
}

/// Two rows of one change set cannot hold one key either.
pub fn one_change_set_cannot_hold_a_key_twice(here: &TestBank<'_>) {
    let rows = [named_partner(1, "Twice"), named_partner(2, "TWICE")].map(Row::Partner);
    here.stale(here.puts(rows), "both rows have the same name");
}

/// A request has one distribution that was not taken back; those that were do not count.
pub fn a_request_has_one_live_distribution(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([1, 2].map(|n| Row::Request(sample::request(n, 1))));
    let with = |n, request, state| {
        Row::Distribution(Distribution { state, ..sample::full_distribution(n, request) })
    };
    use DistributionState::{Complete, Scheduled, TakenBack};
    here.put([with(1, 1, Scheduled), with(2, 2, Complete)]);
    for state in [Scheduled, Complete] {
        here.stale(here.puts([with(3, 1, state)]), "the request has a distribution that is scheduled");
        here.stale(here.puts([with(3, 2, state)]), "the request has a distribution that is complete");
    }
    here.put([with(3, 1, TakenBack), with(1, 1, Complete)]);
    here.stale(here.puts([with(3, 1, Scheduled)]), "the request has a distribution again");
    here.put([with(1, 1, TakenBack), with(4, 1, Scheduled)]);
    here.put([5, 6].map(|n| Row::Distribution(sample::distribution(n, 1))));
}

/// A change of what holds no key does not trip over the row's own keys.
pub fn a_row_does_not_stand_in_its_own_way(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Request(sample::request(1, 1)), Row::Partner(sample::full_partner(2))]);
    let distribution = sample::full_distribution(1, 1);
    here.put([Row::Distribution(distribution.clone())]);
    here.put([
        Row::Category(Category { version: 2, ..sample::category(1) }),
        Row::Item(Item { version: 2, ..sample::item(1) }),
        Row::Group(Group { version: 2, ..sample::group(1) }),
        Row::Partner(Partner { version: 7, ..sample::full_partner(2) }),
        Row::Distribution(Distribution { version: 9, ..distribution }),
    ]);
}

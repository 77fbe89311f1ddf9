//! Every need reads exactly what it says: no less, no more, nothing of another bank.

use partnerkit::partner::Partner;
use partnerkit::profile::{Profile, switch};
use partnerkit::request::RequestKind;
use partnerkit::request::{Request, RequestState};
use partnerkit::status::Status;
use partnerkit::store::{DistributionPage, Need, PartnerPage, ReminderPage, RequestPage, Row};
use partnerkit::text::{email_key, look_key, name_key};

use crate::TestBank;
use crate::sample::{
    self, category_id, command_id, distribution_id, group_id, item_id, named_partner, partner_id, request_id,
};

/// What is not there is not found, whatever the need, even if another bank has it; the bank and its last event are
/// always read.
pub fn what_is_not_there_is_not_found(here: &TestBank<'_>) {
    let page = PartnerPage { limit: 10, ..PartnerPage::default() };
    let needs = vec![
        Need::Command(command_id(5)),
        Need::Receipt,
        Need::Partner(partner_id(1)),
        Need::PartnerNamed(name_key("Partner 1")),
        Need::PartnerWithEmail(email_key("partner1@example.org")),
        Need::PartnerWithExternalId("ext-1".to_owned()),
        Need::PartnersLookingLike(look_key("Partner 1")),
        Need::Partners(page),
        Need::PartnersWithNarrowedKinds,
        Need::PartnerHasHistory(partner_id(1)),
        Need::Members(group_id(1)),
        Need::Category(category_id(1)),
        Need::CategoryNamed(name_key("Category 1")),
        Need::Categories,
        Need::UsersOfCategory(category_id(1)),
        Need::Item(item_id(1)),
        Need::ItemNamed(name_key("Item 1")),
        Need::Items,
        Need::Group(group_id(1)),
        Need::GroupNamed(name_key("Group 1")),
        Need::Groups,
        Need::Request(request_id(1)),
        Need::Requests(RequestPage { limit: 10, ..RequestPage::default() }),
        Need::OpenRequests(partner_id(1)),
        Need::Distribution(distribution_id(1)),
        Need::Distributions(DistributionPage { limit: 10, ..DistributionPage::default() }),
        Need::PartnersWithEmails { since: sample::day(0), after: None, limit: 10 },
        Need::ApprovedBefore { before: sample::at(1_000), after: None, limit: 10 },
        Need::ScheduledOn { day: sample::day(1), after: None, limit: 10 },
        Need::Reminders(ReminderPage { limit: 10, ..ReminderPage::default() }),
    ];
    let nothing = here.load(&[]);
    assert_eq!(nothing.bank, Some(sample::bank(here.id())));
    assert_eq!(here.load(&needs), nothing);
    for need in needs {
        here.finds(need, []);
    }
}

/// Several needs in one load add up.
pub fn needs_add_up(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let needs =
        [Need::Categories, Need::Item(item_id(1)), Need::ItemNamed(name_key("Item 2")), Need::Receipt];
    let found = here.load(&needs);
    assert_eq!((found.categories.len(), found.items.len(), found.groups.len()), (2, 2, 0));
}

/// A partner is found by id with its group, and alone by name key, email key and external id.
pub fn a_partner_is_found_by_each_of_its_keys(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let mut partner = sample::full_partner(2);
    partner.details.name = "Éclair\u{a0}& Söhne".to_owned();
    partner.details.email = "Front.Desk@BÜCHER.example".to_owned();
    here.put([Row::Partner(partner.clone()), Row::Partner(sample::partner(3))]);
    let row = || Row::Partner(partner.clone());
    here.finds(Need::Partner(partner_id(2)), [row(), Row::Group(sample::group(1))]);
    here.finds(Need::Partner(partner_id(3)), [Row::Partner(sample::partner(3))]);
    here.finds(Need::PartnerNamed(name_key("E\u{301}CLAIR & söhne")), [row()]);
    here.finds(Need::PartnerWithEmail(email_key("front.desk@xn--bcher-kva.example")), [row()]);
    here.finds(Need::PartnerWithExternalId("ext-2".to_owned()), [row()]);
    here.finds(Need::PartnerWithExternalId("EXT-2".to_owned()), []);
}

/// Partners are found by the looks of their name, five at most.
pub fn look_alikes_are_found_five_at_most(here: &TestBank<'_>) {
    let alike = ["Sisters Pantry", "Sister's Pantry", "Sister’s Pantry"];
    let rows = (1..).zip(alike).map(|(n, name)| Row::Partner(named_partner(n, name)));
    let rows: Vec<Row> = rows.collect();
    let need = || Need::PartnersLookingLike(look_key("SISTERS PANTRY"));
    here.put(rows.clone());
    here.put([Row::Partner(named_partner(4, "Brothers Pantry"))]);
    here.finds(need(), rows);
    let more = ["Sister-s Pantry", "Sisters-Pantry", "Sisters. Pantry", "Sisters, Pantry"];
    here.put((5..).zip(more).map(|(n, name)| Row::Partner(named_partner(n, name))));
    let found = here.load(&[need()]).partners;
    assert_eq!(found.len(), 5);
    assert!(found.values().all(|partner| look_key(&partner.details.name) == look_key(alike[0])));
}

/// Names of signs only look like nothing, not like each other.
pub fn names_without_looks_look_like_nothing(here: &TestBank<'_>) {
    here.put([Row::Partner(named_partner(1, "!!!")), Row::Partner(named_partner(2, "???"))]);
    here.finds(Need::PartnersLookingLike(look_key("...")), []);
}

/// All members of a group are found, in whatever status, without the group.
pub fn members_are_found(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Group(sample::group(2))]);
    let members = [sample::full_partner(2), sample::full_partner(3)].map(Row::Partner);
    here.put(members.clone());
    here.finds(Need::Members(group_id(1)), members);
    here.finds(Need::Members(group_id(2)), []);
}

/// Partners whose profile switches a kind off are found; those that switch one on, or say nothing, are not.
pub fn partners_with_narrowed_kinds_are_found(here: &TestBank<'_>) {
    let with = |n, kind, on: bool| {
        let profile = Profile::from_iter([(switch(kind), on.into())]);
        Row::Partner(Partner { profile, ..sample::partner(n) })
    };
    let narrow = [
        with(1, RequestKind::Quantity, false),
        with(2, RequestKind::Individuals, false),
        with(3, RequestKind::Children, false),
    ];
    here.put(narrow.clone());
    here.put([Row::Partner(sample::partner(4)), with(5, RequestKind::Children, true)]);
    here.finds(Need::PartnersWithNarrowedKinds, narrow);
}

/// Categories, items and groups are found by id, by name key and all together.
pub fn categories_items_and_groups_are_found(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let categories = [1, 2].map(|n| Row::Category(sample::category(n)));
    let items = [1, 2].map(|n| Row::Item(sample::item(n)));
    here.finds(Need::Category(category_id(1)), [categories[0].clone()]);
    here.finds(Need::CategoryNamed(name_key(" CATEGORY  1")), [categories[0].clone()]);
    here.finds(Need::Categories, categories);
    here.finds(Need::Item(item_id(2)), [items[1].clone()]);
    here.finds(Need::ItemNamed(name_key("ｉｔｅｍ 2")), [items[1].clone()]);
    here.finds(Need::Items, items);
    here.finds(Need::Group(group_id(1)), [Row::Group(sample::group(1))]);
    here.finds(Need::GroupNamed(name_key("GROUP 1")), [Row::Group(sample::group(1))]);
    here.put([Row::Group(sample::full_group(2))]);
    here.finds(Need::Groups, [Row::Group(sample::group(1)), Row::Group(sample::full_group(2))]);
}

/// The items in a category and the groups that permit it are found, whole, and no others.
pub fn users_of_a_category_are_found(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let users = [
        Row::Item(sample::full_item(3)),
        Row::Item(sample::full_item(4)),
        Row::Group(sample::full_group(2)),
        Row::Group(sample::full_group(3)),
    ];
    here.put(users.clone());
    here.finds(Need::UsersOfCategory(category_id(1)), users.clone());
    here.finds(Need::UsersOfCategory(category_id(2)), users[2..].to_vec());
}

/// A request is found with its partner, the partner's group, and each item in its lines.
pub fn a_request_is_found_with_what_it_is_about(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let partner = sample::full_partner(1);
    here.put([Row::Item(sample::item(3)), Row::Partner(partner.clone()), Row::Partner(sample::partner(2))]);
    here.put([Row::Request(sample::full_request(1)), Row::Request(sample::request(2, 2))]);
    let about = [
        Row::Request(sample::full_request(1)),
        Row::Partner(partner),
        Row::Group(sample::group(1)),
        Row::Item(sample::item(1)),
        Row::Item(sample::item(2)),
    ];
    here.finds(Need::Request(request_id(1)), about);
    let about =
        [Row::Request(sample::request(2, 2)), Row::Partner(sample::partner(2)), Row::Item(sample::item(1))];
    here.finds(Need::Request(request_id(2)), about);
}

/// The pending and started requests of a partner are found with the items in their lines, and no others.
pub fn open_requests_are_found(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Item(sample::item(3)), Row::Partner(sample::partner(2))]);
    let state = |n, state| Row::Request(Request { state, ..sample::request(n, 1) });
    let mut second = sample::request(2, 1);
    (second.state, second.lines[0]) = (RequestState::Started, sample::request_line(2, 1));
    let open = [state(1, RequestState::Pending), Row::Request(second)];
    here.put(open.clone());
    here.put([state(3, RequestState::Fulfilled), state(4, RequestState::Cancelled)]);
    here.put([Row::Request(sample::request(5, 2))]);
    let items = [1, 2].map(|n| Row::Item(sample::item(n)));
    here.finds(Need::OpenRequests(partner_id(1)), open.into_iter().chain(items));
}

/// A distribution is found with its partner and its request.
pub fn a_distribution_is_found_with_what_it_is_about(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Partner(sample::full_partner(1)), Row::Request(sample::full_request(1))]);
    here.put([sample::full_distribution(1, 1), sample::distribution(2, 1)].map(Row::Distribution));
    let about = [
        Row::Distribution(sample::full_distribution(1, 1)),
        Row::Partner(sample::full_partner(1)),
        Row::Request(sample::full_request(1)),
    ];
    here.finds(Need::Distribution(distribution_id(1)), about);
    let alone = [Row::Distribution(sample::distribution(2, 1)), Row::Partner(sample::full_partner(1))];
    here.finds(Need::Distribution(distribution_id(2)), alone);
}

/// Any request or distribution is history, whatever its state; a partner without them has none.
pub fn any_request_or_distribution_is_history(here: &TestBank<'_>) {
    use partnerkit::distribution::{Distribution, DistributionState};
    here.put(sample::foundation());
    here.put((2..=4).map(|n| Row::Partner(sample::partner(n))));
    let cancelled = Request { state: RequestState::Cancelled, ..sample::request(1, 2) };
    let undone = Distribution { state: DistributionState::TakenBack, ..sample::distribution(1, 3) };
    here.put([Row::Request(cancelled), Row::Distribution(undone)]);
    let needs: Vec<Need> = (1..=3).map(|n| Need::PartnerHasHistory(partner_id(n))).collect();
    let found = here.load(&needs);
    assert_eq!(found.with_history, [partner_id(2), partner_id(3)].into());
    assert!(found.requests.is_empty() && found.distributions.is_empty() && found.partners.is_empty());
}

/// Partners are counted by status.
pub fn partners_are_counted_by_status(here: &TestBank<'_>) {
    use Status::{Approved, Deactivated, Invited};
    for (n, status) in (1..).zip([Invited, Approved, Invited, Deactivated, Invited]) {
        let prior = (status == Deactivated).then_some(Approved);
        here.put([Row::Partner(Partner { status, prior, ..sample::partner(n) })]);
    }
    let counts = here.load(&[Need::PartnerCounts]).counts;
    for status in Status::ALL {
        let expected = match status {
            Invited => 3,
            Approved | Deactivated => 1,
            _ => 0,
        };
        assert_eq!(counts.get(&status).copied().unwrap_or(0), expected, "{status}");
    }
}

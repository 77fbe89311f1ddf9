//! References: what a row refers to must be there, in this bank, and stays as long as the row.

use partnerkit::distribution::Distribution;
use partnerkit::id::{CategoryId, GroupId, ItemId};
use partnerkit::item::{Group, Item};
use partnerkit::partner::Partner;
use partnerkit::request::{Request, RequestState};
use partnerkit::store::{Need, Row, RowId};

use crate::TestBank;
use crate::sample::{self, category_id, distribution_id, group_id, item_id, partner_id, request_id};

/// A row that refers to a row that is not there is not written, even if another bank has it.
pub fn what_a_row_refers_to_must_be_there(here: &TestBank<'_>) {
    here.put(sample::foundation());
    // The other bank has all of these.
    let (category, item, group) = (category_id(3), item_id(3), group_id(3));
    let (partner, request) = (partner_id(3), request_id(3));
    for (row, why) in [
        (Row::Item(in_category(4, category)), "the category of an item"),
        (Row::Group(permitting(4, category)), "a category of a group"),
        (Row::Group(capping(4, item)), "an item of a cap"),
        (Row::Partner(member_of(4, group)), "the group of a partner"),
        (Row::Partner(excepting(4, item)), "the item of an exception"),
        (Row::Request(Request { partner, ..sample::request(4, 1) }), "the partner of a request"),
        (Row::Request(asking_for(4, item)), "the item of a line"),
        (Row::Distribution(Distribution { partner, ..sample::distribution(4, 1) }), "the receiver"),
        (Row::Distribution(handing_out(4, item)), "the item of a line handed out"),
        (
            Row::Distribution(Distribution { request: Some(request), ..sample::distribution(4, 1) }),
            "the request of a distribution",
        ),
    ] {
        here.stale(here.puts([row]), why);
    }
}

/// A row that another refers to is not removed; once nothing refers to it any more, it is.
pub fn what_is_referred_to_cannot_be_removed(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Partner(sample::partner(4))]);
    let (category, item, group) = (category_id(2), item_id(2), group_id(1));
    for (row, target) in [
        (Row::Item(in_category(4, category)), RowId::Category(category)),
        (Row::Group(permitting(4, category)), RowId::Category(category)),
        (Row::Group(capping(4, item)), RowId::Item(item)),
        (Row::Partner(member_of(5, group)), RowId::Group(group)),
        (Row::Partner(excepting(5, item)), RowId::Item(item)),
        (Row::Request(asking_for(4, item)), RowId::Item(item)),
        (Row::Request(sample::request(4, 4)), RowId::Partner(partner_id(4))),
        (Row::Distribution(handing_out(4, item)), RowId::Item(item)),
        (Row::Distribution(sample::distribution(4, 4)), RowId::Partner(partner_id(4))),
    ] {
        let (id, before) = (row.id(), here.snapshot().facts);
        here.put([row]);
        here.stale(here.removes([target]), "it is referred to");
        here.remove([id]);
        here.remove([target]);
        here.put(restored(target));
        assert_eq!(here.snapshot().facts, before);
    }
}

/// A request and its distribution name each other, so the request may do so first; the distribution keeps the request.
pub fn a_request_may_name_its_distribution_first(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Request(sample::request(1, 1))]);
    let fulfilled = Request {
        state: RequestState::Fulfilled,
        distribution: Some(distribution_id(1)),
        ..sample::request(1, 1)
    };
    let both = [Row::Request(fulfilled), Row::Distribution(sample::full_distribution(1, 1))];
    here.put(both.clone());
    here.finds(
        Need::Distribution(distribution_id(1)),
        both.into_iter().chain([Row::Partner(sample::partner(1))]),
    );
    here.stale(here.removes([RowId::Request(request_id(1))]), "its distribution names it");
}

/// What another bank refers to under the same ids may be removed here.
pub fn references_of_another_bank_do_not_count(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.remove([
        RowId::Partner(partner_id(1)),
        RowId::Group(group_id(1)),
        RowId::Item(item_id(1)),
        RowId::Item(item_id(2)),
        RowId::Category(category_id(1)),
    ]);
}

fn restored(target: RowId) -> Option<Row> {
    let referred = sample::foundation().into_iter().chain([Row::Partner(sample::partner(4))]);
    referred.into_iter().find(|row| row.id() == target)
}

fn in_category(n: u64, category: CategoryId) -> Item {
    let mut item = sample::item(n);
    item.details.category = Some(category);
    item
}

fn permitting(n: u64, category: CategoryId) -> Group {
    Group { categories: [category].into(), ..sample::group(n) }
}

fn capping(n: u64, item: ItemId) -> Group {
    Group { caps: [(item, 1)].into(), ..sample::group(n) }
}

fn member_of(n: u64, group: GroupId) -> Partner {
    let mut partner = sample::partner(n);
    partner.details.group = Some(group);
    partner
}

fn excepting(n: u64, item: ItemId) -> Partner {
    let exception = sample::full_partner(n).exceptions.into_values().take(1).map(|rule| (item, rule));
    Partner { exceptions: exception.collect(), ..sample::partner(n) }
}

fn asking_for(n: u64, item: ItemId) -> Request {
    let mut request = sample::request(n, 1);
    request.lines[0].item = item;
    request
}

fn handing_out(n: u64, item: ItemId) -> Distribution {
    let mut distribution = sample::distribution(n, 1);
    distribution.lines[0].item = item;
    distribution
}

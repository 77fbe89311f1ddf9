//! Pages: filtered, sorted, cut to their limit, and going on where the last one ended.

use partnerkit::command::PartnerFilter;
use partnerkit::distribution::DistributionState;
use partnerkit::id::PartnerId;
use partnerkit::listing::{PartnerSort, Place};
use partnerkit::partner::Partner;
use partnerkit::request::{Request, RequestState};
use partnerkit::status::Status;
use partnerkit::store::{DistributionPage, Need, PartnerPage, RequestPage, Row};
use partnerkit::text::name_key;

use crate::TestBank;
use crate::sample::{self, distribution_id, group_id, named_partner, partner_id, request_id};

/// Names in the order of their keys' bytes, which is not the order of UTF-16 units, nor that of any dictionary.
const SORTED: [&str; 7] = ["\"quoted\"", "Alpha", "beta 10", "BETA 2", "Éclair", "\u{fffd}", "🍼"];

/// Partners come sorted by name key, page by page, each once; a page that goes on from a partner removed meanwhile
/// goes on from where it was.
pub fn partners_come_sorted_by_name_page_by_page(here: &TestBank<'_>) {
    let mixed = [4, 0, 6, 2, 5, 1, 3];
    here.put(mixed.map(|n| Row::Partner(named_partner(10 - n, SORTED[usize::try_from(n).unwrap()]))));
    let sorted: Vec<PartnerId> = (0..7).map(|n| partner_id(10 - n)).collect();
    for limit in 1..=8 {
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = names(here, PartnerFilter::default(), after, limit);
            assert!(page.len() <= limit);
            let Some(last) = page.last().cloned() else { break };
            seen.extend(page.into_iter().map(|(_, id)| id));
            after = Some(last);
        }
        assert_eq!(seen, sorted, "by {limit}");
    }
    here.remove([partnerkit::store::RowId::Partner(sorted[2])]);
    let rest = names(here, PartnerFilter::default(), Some((name_key(SORTED[2]), sorted[2])), 9);
    assert_eq!(rest.into_iter().map(|(_, id)| id).collect::<Vec<_>>(), sorted[3..]);
}

/// In every order the pages are cut at places, at which they go on also when the partner that stood there is gone.
pub fn partners_come_in_every_order(here: &TestBank<'_>) {
    let submitted = [None, Some(9), Some(3), Some(9), None, Some(1)];
    let statuses = [Status::Approved, Status::Invited, Status::Uninvited];
    for (n, submitted) in (1..).zip(submitted) {
        let status = statuses[usize::try_from(n).unwrap() % 3];
        let submitted_at = submitted.map(sample::at);
        let added_at = sample::at(20 - n / 2);
        here.put([Row::Partner(Partner { status, submitted_at, added_at, ..sample::partner(n) })]);
    }
    for sort in PartnerSort::ALL {
        let everybody = PartnerPage { sort, limit: 9, ..PartnerPage::default() };
        let mut places: Vec<Place> = (here.load(&[Need::Partners(everybody.clone())]).partners.values())
            .map(|row| sort.place(row))
            .collect();
        places.sort();
        assert_eq!(places.len(), 6);
        let mut after = None;
        for place in &places {
            let page = PartnerPage { after, limit: 1, ..everybody.clone() };
            let found = here.load(&[Need::Partners(page)]).partners;
            let found: Vec<Place> = found.values().map(|row| sort.place(row)).collect();
            assert_eq!(found, std::slice::from_ref(place), "by {}", sort.slug());
            after = Some(place.clone());
        }
    }
    let place =
        PartnerSort::Submitted.place(&Partner { submitted_at: Some(sample::at(3)), ..sample::partner(3) });
    here.remove([partnerkit::store::RowId::Partner(place.id)]);
    let page =
        PartnerPage { sort: PartnerSort::Submitted, after: Some(place), limit: 2, ..PartnerPage::default() };
    let found = here.load(&[Need::Partners(page)]).partners;
    assert!(found.values().all(|row| row.submitted_at == Some(sample::at(9))) && found.len() == 2);
}

/// Requests are counted by state, and the oldest open one tells since when it has waited.
pub fn requests_are_counted(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let nothing = here.load(&[Need::RequestCounts]);
    assert!(nothing.request_counts.is_empty() && nothing.oldest_open_request.is_none());
    let states =
        [RequestState::Cancelled, RequestState::Pending, RequestState::Started, RequestState::Pending];
    for (n, state) in (1..).zip(states) {
        here.put([Row::Request(Request { state, filed_at: sample::at(50 - n), ..sample::request(n, 1) })]);
    }
    let found = here.load(&[Need::RequestCounts]);
    let counts = [(RequestState::Pending, 2), (RequestState::Started, 1), (RequestState::Cancelled, 1)];
    assert_eq!(found.request_counts, counts.into());
    assert_eq!(found.oldest_open_request, Some(sample::at(46)));
}

/// A page holds the partners and the groups they are in, and no other group; a limit of nothing gives nothing, and no
/// limit is too large.
pub fn a_page_of_partners_has_their_groups(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let mut member = sample::full_partner(2);
    (member.status, member.prior) = (Status::Approved, None);
    here.put([Row::Group(sample::group(2)), Row::Partner(member.clone())]);
    let page = |limit| Need::Partners(PartnerPage { limit, ..PartnerPage::default() });
    let first = Row::Partner(sample::partner(1));
    here.finds(page(0), []);
    here.finds(page(1), [first.clone()]);
    here.finds(page(usize::MAX), [first, Row::Partner(member), Row::Group(sample::group(1))]);
    here.put([Row::Request(sample::request(1, 1)), Row::Distribution(sample::distribution(1, 1))]);
    for (limit, count) in [(0, 0), (usize::MAX, 1)] {
        let needs = [
            Need::Requests(RequestPage { limit, ..RequestPage::default() }),
            Need::Distributions(DistributionPage { limit, ..DistributionPage::default() }),
        ];
        let found = here.load(&needs);
        assert_eq!((found.requests.len(), found.distributions.len()), (count, count), "{limit}");
    }
}

/// Without statuses a filter leaves out the deactivated; with statuses it takes exactly those.
pub fn partners_are_filtered_by_status(here: &TestBank<'_>) {
    for (n, status) in (1..).zip(Status::ALL) {
        let prior = (status == Status::Deactivated).then_some(Status::Approved);
        here.put([Row::Partner(Partner { status, prior, ..sample::partner(n) })]);
    }
    let with = |statuses: &[Status]| {
        numbers(
            here,
            PartnerFilter { statuses: statuses.iter().copied().collect(), ..PartnerFilter::default() },
        )
    };
    assert_eq!(with(&[]), [1, 2, 3, 4, 5]);
    for (n, status) in (1..).zip(Status::ALL) {
        assert_eq!(with(&[status]), [n], "{status}");
    }
    assert_eq!(with(&[Status::Deactivated, Status::Invited]), [2, 6]);
    assert_eq!(with(&Status::ALL), [1, 2, 3, 4, 5, 6]);
}

/// A filter by group takes its members only, and all filters hold together.
pub fn partners_are_filtered_by_group(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Group(sample::group(2))]);
    for (n, group) in [(2, 1), (3, 2), (4, 1)] {
        let mut partner = sample::partner(n);
        partner.details.group = Some(group_id(group));
        partner.status = if n == 4 { Status::Invited } else { Status::Uninvited };
        here.put([Row::Partner(partner)]);
    }
    let members = |n| PartnerFilter { group: Some(group_id(n)), ..PartnerFilter::default() };
    assert_eq!(numbers(here, members(1)), [2, 4]);
    assert_eq!(numbers(here, members(2)), [3]);
    assert_eq!(numbers(here, members(3)), [0; 0]);
    let both =
        PartnerFilter { statuses: [Status::Invited].into(), text: Some("PARTNER".to_owned()), ..members(1) };
    assert_eq!(numbers(here, both), [4]);
}

/// A text is looked for in name and email, compared by their keys; no sign in it has a meaning of its own.
pub fn partners_are_filtered_by_text(here: &TestBank<'_>) {
    let all = ["100% Hope", "1000 Hopes", "a_b", "axb", "Back\\slash", "ÉCLAIR Söhne", "Sue's \"Q\" *?["];
    here.put((1..).zip(all).map(|(n, name)| Row::Partner(named_partner(n, name))));
    let with =
        |text: &str| numbers(here, PartnerFilter { text: Some(text.to_owned()), ..PartnerFilter::default() });
    assert_eq!(with("hope"), [1, 2]);
    assert_eq!(with("0% h"), [1]);
    assert_eq!(with("%"), [1]);
    assert_eq!(with("a_b"), [3]);
    assert_eq!(with("_"), [3]);
    assert_eq!(with("\\"), [5]);
    assert_eq!(with("\\s"), [5]);
    assert_eq!(with("e\u{301}clair  SÖ"), [6]);
    assert_eq!(with("'s \"q\" *?["), [7]);
    assert_eq!(with("*"), [7]);
    assert_eq!(with("PARTNER4@Example"), [4]);
    assert_eq!(with("nowhere"), [0; 0]);
    let mut abroad = sample::partner(8);
    abroad.details.email = "Info@bücher.example".to_owned();
    here.put([Row::Partner(abroad)]);
    for text in ["info@BÜCHER.example", "INFO@xn--bcher-kva.example", "xn--bcher", " info@ "] {
        assert_eq!(with(text), [8], "{text}");
    }
}

/// The limit counts what passes the filter, not what was looked at.
pub fn the_limit_counts_what_passes_the_filter(here: &TestBank<'_>) {
    for n in 1..=6 {
        let status = if n % 2 == 0 { Status::Approved } else { Status::Invited };
        here.put([Row::Partner(Partner { status, ..sample::partner(n) })]);
        let state = if n % 2 == 0 { RequestState::Pending } else { RequestState::Cancelled };
        here.put([Row::Item(sample::item(1))]);
        here.put([Row::Request(Request { state, ..sample::request(n, n) })]);
    }
    let approved = PartnerFilter { statuses: [Status::Approved].into(), ..PartnerFilter::default() };
    let page = names(here, approved, None, 2);
    assert_eq!(page.into_iter().map(|(_, id)| id).collect::<Vec<_>>(), [partner_id(2), partner_id(4)]);
    let page = RequestPage { states: [RequestState::Pending].into(), limit: 2, ..RequestPage::default() };
    here.finds(Need::Requests(page), [6, 4].map(|n| Row::Request(sample::request(n, n))));
}

/// Requests come newest first, page by page, by partner and by state, and alone.
pub fn requests_come_newest_first(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Partner(sample::partner(2))]);
    let row = |n: u64| {
        let state = RequestState::ALL[usize::try_from(n % 4).unwrap()];
        Row::Request(Request { state, ..sample::request(n, 1 + n % 2) })
    };
    here.put([5, 2, 8, 1, 7, 3, 6, 4].map(row));
    let page = |limit, after: Option<u64>| RequestPage {
        after: after.map(request_id),
        limit,
        ..RequestPage::default()
    };
    here.finds(Need::Requests(page(3, None)), [8, 7, 6].map(row));
    here.finds(Need::Requests(page(3, Some(6))), [5, 4, 3].map(row));
    here.finds(Need::Requests(page(3, Some(3))), [2, 1].map(row));
    here.finds(Need::Requests(page(3, Some(1))), []);
    here.finds(Need::Requests(page(99, Some(9))), (1..=8).map(row));
    let odd = RequestPage { partner: Some(partner_id(2)), ..page(2, Some(7)) };
    here.finds(Need::Requests(odd), [5, 3].map(row));
    let states = [RequestState::Pending, RequestState::Fulfilled].into();
    here.finds(Need::Requests(RequestPage { states, ..page(3, None) }), [8, 6, 4].map(row));
    let none = RequestPage { partner: Some(partner_id(3)), ..page(9, None) };
    here.finds(Need::Requests(none), []);
}

/// Distributions come newest first, page by page and by partner, whatever their state, and alone.
pub fn distributions_come_newest_first(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Partner(sample::partner(2))]);
    let row = |n: u64| {
        let mut distribution = sample::distribution(n, 1 + n % 2);
        distribution.state = DistributionState::ALL[usize::try_from(n % 3).unwrap()];
        Row::Distribution(distribution)
    };
    here.put([3, 5, 1, 4, 2].map(row));
    let page = |partner: Option<u64>, after: Option<u64>| {
        let (partner, after) = (partner.map(partner_id), after.map(distribution_id));
        Need::Distributions(DistributionPage { partner, after, limit: 2 })
    };
    here.finds(page(None, None), [5, 4].map(row));
    here.finds(page(None, Some(4)), [3, 2].map(row));
    here.finds(page(None, Some(2)), [1].map(row));
    here.finds(page(Some(2), None), [5, 3].map(row));
    here.finds(page(Some(1), Some(4)), [2].map(row));
}

/// Name keys and ids of a page, sorted as it must have been cut.
fn names(
    here: &TestBank<'_>,
    filter: PartnerFilter,
    after: Option<(String, PartnerId)>,
    limit: usize,
) -> Vec<(String, PartnerId)> {
    let after = after.map(|(name, id)| Place { rank: 0, name, id });
    let page = PartnerPage { filter, after, limit, ..PartnerPage::default() };
    let found = here.load(&[Need::Partners(page)]).partners;
    let mut page: Vec<_> = found.into_values().map(|row| (name_key(&row.details.name), row.id)).collect();
    page.sort();
    page
}

/// The numbers of the partners that pass a filter.
fn numbers(here: &TestBank<'_>, filter: PartnerFilter) -> Vec<u64> {
    let found =
        here.load(&[Need::Partners(PartnerPage { filter, limit: 100, ..PartnerPage::default() })]).partners;
    found.into_keys().map(|id| u64::try_from(id.0.as_u128() & u128::from(u64::MAX)).unwrap()).collect()
}

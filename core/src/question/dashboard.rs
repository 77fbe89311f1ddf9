//! What is to be done next, at a glance.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Inquiry;
use super::due::approved_before;
use crate::actor::not_found;
use crate::command::PartnerFilter;
use crate::error::Error;
use crate::id::{BankId, PartnerId};
use crate::listing::PartnerSort;
use crate::recertification::{self, DuePartner};
use crate::request::RequestState;
use crate::status::Status;
use crate::store::{DistributionPage, Facts, Need, PartnerPage, Store};

/// The most partners a list on the dashboard shows.
pub const MOST_SHOWN: usize = 50;
/// Recertifications that come due within so many days are shown.
pub const DAYS_AHEAD: u64 = 30;

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dashboard {
    /// How many partners there are in each status.
    pub counts: BTreeMap<Status, u64>,
    /// The first 50 partners that await review, who submitted first comes first.
    pub awaiting: Vec<Awaiting>,
    /// Requests that are not done with.
    pub open_requests: OpenRequests,
    /// The first 50 partners whose recertification is due within 30 days or was due already.
    pub recertifications: Vec<DuePartner>,
    /// The first steps of a new bank, in order.
    pub getting_started: Vec<StartingStep>,
}

/// A partner that awaits review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Awaiting {
    /// The partner.
    pub partner: PartnerId,
    /// Its name.
    pub name: String,
    /// When it submitted.
    pub submitted_at: Option<DateTime<Utc>>,
}

/// Requests that are not done with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenRequests {
    /// Nobody has claimed these.
    pub pending: u64,
    /// Somebody has claimed these.
    pub started: u64,
    /// When the oldest of them was filed.
    pub oldest: Option<DateTime<Utc>>,
}

/// One of the first steps, and whether it has been taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StartingStep {
    /// The step.
    pub step: FirstStep,
    /// Whether what is there shows that it has been taken.
    pub done: bool,
}

/// The first steps of a new bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FirstStep {
    /// Add an item.
    AddItems,
    /// Add a category.
    AddCategories,
    /// Add a group.
    AddGroups,
    /// Import or add partners.
    AddPartners,
    /// Invite a partner.
    InvitePartners,
    /// Approve a partner.
    ApprovePartners,
    /// The first request is filed.
    FirstRequest,
    /// The first distribution is recorded.
    FirstDistribution,
}

pub(super) fn ask(store: &dyn Store, bank: BankId, inquiry: &Inquiry) -> Result<Dashboard, Error> {
    let row = store.load(bank, &[])?.bank.ok_or_else(|| not_found("bank"))?;
    let filter = PartnerFilter { statuses: [Status::AwaitingReview].into(), ..PartnerFilter::default() };
    let first = PartnerPage { filter, sort: PartnerSort::Submitted, after: None, limit: MOST_SHOWN };
    let mut facts = store.load(bank, &[Need::Partners(first), Need::PartnerCounts, Need::RequestCounts])?;
    let mut partners: Vec<_> = std::mem::take(&mut facts.partners).into_values().collect();
    partners.sort_by_cached_key(|row| PartnerSort::Submitted.place(row));
    let awaiting = partners.into_iter().map(|row| Awaiting {
        partner: row.id,
        name: row.details.name,
        submitted_at: row.submitted_at,
    });
    let count = |state: RequestState| facts.request_counts.get(&state).copied().unwrap_or_default();
    let open_requests = OpenRequests {
        pending: count(RequestState::Pending),
        started: count(RequestState::Started),
        oldest: facts.oldest_open_request,
    };
    let until = row.day(inquiry.at).checked_add_days(Days::new(DAYS_AHEAD));
    let due = until.and_then(|until| approved_before(&row, until, None, MOST_SHOWN));
    let due = store.load(bank, due.as_slice())?.partners;
    let mut recertifications: Vec<DuePartner> =
        due.values().filter_map(|partner| recertification::due(&row, partner)).collect();
    recertifications.sort_by_key(|due| (due.approved_at, due.partner));
    let goods = [
        Need::Items,
        Need::Categories,
        Need::Groups,
        Need::Distributions(DistributionPage { limit: 1, ..DistributionPage::default() }),
    ];
    let goods = store.load(bank, &goods)?;
    Ok(Dashboard {
        awaiting: awaiting.collect(),
        open_requests,
        recertifications,
        getting_started: getting_started(&facts, &goods),
        counts: facts.counts,
    })
}

fn getting_started(facts: &Facts, goods: &Facts) -> Vec<StartingStep> {
    let any = |statuses: &[Status]| statuses.iter().any(|status| facts.counts.contains_key(status));
    let approved = [Status::Approved, Status::RecertificationRequired];
    let invited = [&approved[..], &[Status::Invited, Status::AwaitingReview]].concat();
    let steps = [
        (FirstStep::AddItems, !goods.items.is_empty()),
        (FirstStep::AddCategories, !goods.categories.is_empty()),
        (FirstStep::AddGroups, !goods.groups.is_empty()),
        (FirstStep::AddPartners, !facts.counts.is_empty()),
        (FirstStep::InvitePartners, any(&invited)),
        (FirstStep::ApprovePartners, any(&approved)),
        (FirstStep::FirstRequest, !facts.request_counts.is_empty()),
        (FirstStep::FirstDistribution, !goods.distributions.is_empty()),
    ];
    steps.map(|(step, done)| StartingStep { step, done }).into()
}

//! What is to be done next, at a glance.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Utc};
use serde::{Deserialize, Serialize};

use super::Inquiry;
use super::due::approved_before;
use crate::actor::not_found;
use crate::bank::Bank;
use crate::command::PartnerFilter;
use crate::error::{Code, Error};
use crate::flow::MAX_ATTEMPTS;
use crate::id::{BankId, PartnerId};
use crate::listing::PartnerSort;
use crate::order::in_order;
use crate::partner::Partner;
use crate::recertification::{self, DuePartner};
use crate::request::RequestState;
use crate::status::Status;
use crate::store::{DistributionPage, Facts, Need, PartnerPage, Store};

/// The most partners a list on the dashboard shows.
pub const MOST_SHOWN: usize = 50;
/// Recertifications that come due within so many days are shown.
pub const DAYS_AHEAD: u64 = 30;

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StartingStep {
    /// The step.
    pub step: FirstStep,
    /// Whether what is there shows that it has been taken.
    pub done: bool,
}

/// The first steps of a new bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    let mut row = store.load(bank, &[])?.bank.ok_or_else(|| not_found("bank"))?;
    for _ in 0..MAX_ATTEMPTS {
        // What is due depends on the bank's settings. If they are changed meanwhile, what was loaded is the wrong lot.
        let facts = store.load(bank, &needs(&row, inquiry.at))?;
        let read = facts.bank.as_ref().ok_or_else(|| not_found("bank"))?;
        if read.version == row.version {
            return Ok(dashboard(&row, facts));
        }
        row = read.clone();
    }
    Err(Code::TooManyConflicts.into())
}

/// All of it at once, so that it is all seen in one view.
fn needs(bank: &Bank, at: DateTime<Utc>) -> Vec<Need> {
    let filter = PartnerFilter { statuses: [Status::AwaitingReview].into(), ..PartnerFilter::default() };
    let first = PartnerPage { filter, sort: PartnerSort::Submitted, after: None, limit: MOST_SHOWN };
    let until = bank.day(at).checked_add_days(Days::new(DAYS_AHEAD));
    let mut needs = vec![
        Need::Partners(first),
        Need::PartnerCounts,
        Need::RequestCounts,
        Need::Items,
        Need::Categories,
        Need::Groups,
        Need::Distributions(DistributionPage { limit: 1, ..DistributionPage::default() }),
    ];
    needs.extend(until.and_then(|until| approved_before(bank, until, None, MOST_SHOWN)));
    needs
}

fn dashboard(bank: &Bank, mut facts: Facts) -> Dashboard {
    let getting_started = getting_started(&facts);
    let (mut awaiting, others): (Vec<Partner>, Vec<Partner>) = std::mem::take(&mut facts.partners)
        .into_values()
        .partition(|row| row.status == Status::AwaitingReview);
    awaiting.sort_by_cached_key(|row| PartnerSort::Submitted.place(row));
    let awaiting = awaiting.into_iter().map(|row| Awaiting {
        partner: row.id,
        name: row.details.name,
        submitted_at: row.submitted_at,
    });
    let recertifications: Vec<DuePartner> =
        others.iter().filter_map(|partner| recertification::due(bank, partner)).collect();
    let recertifications = in_order(recertifications, |due| (due.approved_at, due.partner));
    let count = |state: RequestState| facts.request_counts.get(&state).copied().unwrap_or_default();
    Dashboard {
        awaiting: awaiting.collect(),
        open_requests: OpenRequests {
            pending: count(RequestState::Pending),
            started: count(RequestState::Started),
            oldest: facts.oldest_open_request,
        },
        recertifications,
        getting_started,
        counts: facts.counts,
    }
}

fn getting_started(facts: &Facts) -> Vec<StartingStep> {
    let any = |statuses: &[Status]| statuses.iter().any(|status| facts.counts.contains_key(status));
    let approved = [Status::Approved, Status::RecertificationRequired];
    let invited = [&approved[..], &[Status::Invited, Status::AwaitingReview]].concat();
    let steps = [
        (FirstStep::AddItems, !facts.items.is_empty()),
        (FirstStep::AddCategories, !facts.categories.is_empty()),
        (FirstStep::AddGroups, !facts.groups.is_empty()),
        (FirstStep::AddPartners, !facts.counts.is_empty()),
        (FirstStep::InvitePartners, any(&invited)),
        (FirstStep::ApprovePartners, any(&approved)),
        (FirstStep::FirstRequest, !facts.request_counts.is_empty()),
        (FirstStep::FirstDistribution, !facts.distributions.is_empty()),
    ];
    steps.map(|(step, done)| StartingStep { step, done }).into()
}

//! The rules once more, told slowly: what the library is compared with.
//!
//! Written from sections 1, 2, 6 and 7 of the rulebook without looking at the library's tables, as the plainest `if` and
//! `else` that says the same. When the two disagree, read the rulebook; either may be wrong.

use chrono::NaiveDate;
use partnerkit::bank::{Bank, UngroupedMayRequest};
use partnerkit::capability::{Answer, Capability};
use partnerkit::item::{Group, Item};
use partnerkit::partner::{Exception, ExceptionRule};
use partnerkit::profile::{Profile, Section};
use partnerkit::request::RequestKind;
use partnerkit::status::{Standing, Status};
use partnerkit::transition::Action;

/// As much of a partner as its life is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its status.
    pub status: Status,
    /// While deactivated, the status before.
    pub prior: Option<Status>,
    /// Whether it was ever approved.
    pub approved_before: bool,
}

/// The action is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

impl Partner {
    /// Whether such a partner makes sense: only the deactivated have a status to go back to, and that is not
    /// "deactivated"; and who was never approved neither is nor recertifies.
    #[must_use]
    pub fn can_be(&self) -> bool {
        let deactivated = self.status == Status::Deactivated;
        if deactivated != self.prior.is_some() || self.prior == Some(Status::Deactivated) {
            return false;
        }
        let stands = self.prior.unwrap_or(self.status);
        self.approved_before || (stands != Status::Approved && stands != Status::RecertificationRequired)
    }

    fn now(self, status: Status) -> Self {
        Self { status, prior: None, approved_before: self.approved_before }
    }
}

impl From<Standing> for Partner {
    fn from(standing: Standing) -> Self {
        let Standing { status, prior, approved_before } = standing;
        Self { status, prior, approved_before }
    }
}

impl From<Partner> for Standing {
    fn from(partner: Partner) -> Self {
        let Partner { status, prior, approved_before } = partner;
        Self { status, prior, approved_before }
    }
}

/// The partner after `action`; none when it is gone.
///
/// # Errors
/// When the action is refused.
pub fn act(partner: &Partner, action: Action) -> Result<Option<Partner>, Refused> {
    let status = partner.status;
    let uninvited = status == Status::Uninvited;
    let invited = status == Status::Invited;
    let awaiting = status == Status::AwaitingReview;
    let approved = status == Status::Approved;
    let recertifying = status == Status::RecertificationRequired;
    let deactivated = status == Status::Deactivated;

    if action == Action::Invite && (uninvited || invited) {
        return Ok(Some(partner.now(Status::Invited)));
    }
    if action == Action::RenewInvitation && !uninvited && !deactivated {
        return Ok(Some(*partner));
    }
    let approves = (action == Action::InviteAndApprove && uninvited)
        || (action == Action::Approve && (invited || awaiting));
    if approves {
        return Ok(Some(Partner { approved_before: true, ..partner.now(Status::Approved) }));
    }
    if action == Action::SubmitForApproval && (invited || recertifying) {
        return Ok(Some(partner.now(Status::AwaitingReview)));
    }
    if action == Action::AskForChanges && awaiting {
        if partner.approved_before {
            return Ok(Some(partner.now(Status::RecertificationRequired)));
        }
        return Ok(Some(partner.now(Status::Invited)));
    }
    if action == Action::RequireRecertification && approved {
        return Ok(Some(partner.now(Status::RecertificationRequired)));
    }
    if action == Action::Deactivate && !deactivated {
        return Ok(Some(Partner { prior: Some(status), ..partner.now(Status::Deactivated) }));
    }
    if action == Action::Reactivate && deactivated {
        if let Some(prior) = partner.prior {
            // Back to where it was, which approves nobody anew.
            return Ok(Some(partner.now(prior)));
        }
        return Err(Refused);
    }
    if action == Action::Remove && uninvited {
        return Ok(None);
    }
    Err(Refused)
}

/// Whether a partner with this profile may submit it to this bank.
#[must_use]
pub fn may_be_submitted(bank: &Bank, profile: &Profile) -> bool {
    let asks_for = |section| bank.settings.profile_sections.contains(&section);
    let filled = |key: &str| profile.get(key).is_some();
    if asks_for(Section::MediaInformation) {
        let somewhere = filled("website") || filled("facebook") || filled("twitter") || filled("instagram");
        if !somewhere && profile.get("no_social_media") != Some(&serde_json::Value::Bool(true)) {
            return false;
        }
    }
    if asks_for(Section::AreaServed) {
        let mut counties = Vec::new();
        let mut total = 0.0;
        for area in profile.get("area_served").and_then(serde_json::Value::as_array).into_iter().flatten() {
            let text = |key| area.get(key).and_then(serde_json::Value::as_str).unwrap_or("");
            let county = (text("county").to_lowercase(), text("state").to_lowercase());
            if counties.contains(&county) {
                return false;
            }
            counties.push(county);
            total += text("share").parse().unwrap_or(0.0);
        }
        let hundred = f64::abs(total - 100.0) < 0.01;
        if total > 0.0 && !hundred {
            return false;
        }
    }
    let on = |kind, key| {
        bank.settings.request_kinds.contains(&kind)
            && profile.get(key) != Some(&serde_json::Value::Bool(false))
    };
    on(RequestKind::Quantity, "enable_quantity_requests")
        || on(RequestKind::Individuals, "enable_individual_requests")
        || on(RequestKind::Children, "enable_child_requests")
}

/// Whether the partner has the capability.
#[must_use]
pub fn capable(partner: &Partner, capability: Capability) -> Answer {
    let active = partner.status != Status::Deactivated;
    // Somebody who could look before may go on looking.
    let may_look = !active && partner.prior != Some(Status::Uninvited);
    let asked_in = active && partner.status != Status::Uninvited;
    let yes = match capability {
        Capability::ReceiveDistributions
        | Capability::DeadlineReminders
        | Capability::DistributionEmails
        | Capability::ListedByDefault => active,
        Capability::SignIn => {
            if may_look {
                return Answer::ReadOnly;
            }
            asked_in
        }
        Capability::ViewOwn => asked_in || may_look,
        Capability::EditProfile => asked_in,
        Capability::SubmitForApproval => {
            partner.status == Status::Invited || partner.status == Status::RecertificationRequired
        }
        Capability::MakeRequests => partner.status == Status::Approved,
        Capability::ListedForApproval => partner.status == Status::AwaitingReview,
    };
    if yes { Answer::Yes } else { Answer::No }
}

/// Whether a partner with these exceptions, in this group, may request the item on the day `today` of the bank's zone.
#[must_use]
pub fn permitted(
    bank: &Bank,
    partner: &partnerkit::partner::Partner,
    group: Option<&Group>,
    item: &Item,
    today: NaiveDate,
) -> bool {
    if !item.details.active {
        return false;
    }
    if !item.details.visible {
        return false;
    }
    if let Some(exception) = in_force(partner, item, today) {
        return exception.rule == ExceptionRule::Allow;
    }
    match group {
        None => bank.settings.ungrouped_may_request == UngroupedMayRequest::All,
        Some(group) => match item.details.category {
            None => false,
            Some(category) => group.categories.contains(&category),
        },
    }
}

/// The most of an item such a partner may ask for in one request, if there is a limit. An exception that allows the item
/// lifts the group's cap for as long as it holds.
#[must_use]
pub fn cap(
    partner: &partnerkit::partner::Partner,
    group: Option<&Group>,
    item: &Item,
    today: NaiveDate,
) -> Option<u32> {
    if let Some(exception) = in_force(partner, item, today)
        && exception.rule == ExceptionRule::Allow
    {
        return None;
    }
    group.and_then(|group| group.caps.get(&item.id).copied())
}

fn in_force(partner: &partnerkit::partner::Partner, item: &Item, today: NaiveDate) -> Option<Exception> {
    let exception = partner.exceptions.get(&item.id).copied()?;
    match exception.last_day {
        Some(last_day) if last_day < today => None,
        _ => Some(exception),
    }
}

//! What a message would say, with made-up values: so that a bank sees its own text before anybody gets it.

use chrono::{DateTime, TimeDelta, Utc};
use fluent_bundle::FluentArgs;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::datum::Part;
use super::letter::Letter;
use super::text::Between;
use super::{MessageKind, OwnText, linked};
use crate::bank::Bank;
use crate::distribution::{Distribution, DistributionLine, DistributionState, Method};
use crate::id::{DistributionId, ItemId, PartnerId, PersonId, RequestId};
use crate::language::Language;
use crate::partner::{Partner, PartnerDetails};
use crate::request::{Request, RequestKind, RequestLine, RequestState};
use crate::status::Status;
use crate::words::{Text, text};

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// The language: English where the one asked for lacks some of our words.
    pub language: Language,
    /// One line.
    pub subject: String,
    /// The text, plain.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// The link that stands in a sample.
const SAMPLE_LINK: &str = "https://example.org/join";

/// What a message of this kind says about `partner`, or about a made-up one, in the bank's own words or in ours. Request,
/// distribution and days are made up.
pub(crate) fn said(
    bank: &Bank,
    partner: Option<&Partner>,
    kind: MessageKind,
    own: Option<&OwnText>,
    language: Language,
    at: DateTime<Utc>,
) -> Said {
    let made_up;
    let partner = match partner {
        Some(partner) => partner,
        None => {
            made_up = sample_partner(language, at);
            &made_up
        }
    };
    let write = |language| letter(Between { bank, partner, language }, kind, at);
    let letter = match own {
        Some(own) => write(language).in_own_words(own),
        None => Letter::whole(language, write),
    };
    let (text, html) = linked(&letter.text(), &letter.html(), SAMPLE_LINK);
    Said { language: letter.language(), subject: letter.subject(), text, html }
}

/// A letter of this kind in which every value there can be is given.
pub(super) fn letter(between: Between<'_>, kind: MessageKind, at: DateTime<Utc>) -> Letter {
    use MessageKind as M;
    let Between { bank, partner, language } = between;
    let request = sample_request(partner.id, language, at);
    let distribution = sample_distribution(bank, partner.id, language, at);
    let (row, from) = (&distribution, Some(&request));
    match kind {
        M::Invitation => between.invitation(),
        M::RoleAdded => between.role_added(),
        M::ApprovalRequested => between.approval_requested(),
        M::Approved => between.approved(),
        M::ChangesAsked => between.changes_asked(Some(&words(language, text!("sample_words")))),
        M::RecertificationRequired => between.recertification_required(),
        M::RequestReceived => between.request_received(&request),
        M::RequestCancelled => between.request_cancelled(&request),
        M::DistributionScheduled => between.distribution_scheduled(row, from),
        M::DistributionChanged => between.distribution_changed(row, from, vec![Part::Date, Part::Lines]),
        M::DistributionTakenBack => between.distribution_taken_back(row, from),
        M::DeadlineReminder => between.deadline_reminder(distribution.date),
        M::RecertificationDue => {
            let due = distribution.date;
            between.recertification_due(
                due,
                due.checked_add_days(chrono::Days::new(30)).unwrap_or(due),
                false,
            )
        }
        M::DistributionTomorrow => between.distribution_tomorrow(row, from),
    }
}

fn words(language: Language, text: Text) -> String {
    text.say(language, &FluentArgs::new())
}

fn sample_partner(language: Language, at: DateTime<Utc>) -> Partner {
    let details = PartnerDetails {
        name: words(language, text!("sample_partner")),
        email: "partner@example.org".to_owned(),
        ..PartnerDetails::default()
    };
    let mut partner = Partner::new(PartnerId(Uuid::nil()), details, at, None);
    partner.status = Status::Approved;
    partner
}

fn sample_request(partner: PartnerId, language: Language, at: DateTime<Utc>) -> Request {
    Request {
        id: RequestId(Uuid::nil()),
        version: 1,
        partner,
        kind: RequestKind::Quantity,
        state: RequestState::Pending,
        lines: vec![RequestLine {
            item: ItemId(Uuid::nil()),
            item_name: words(language, text!("sample_item")),
            unit: None,
            quantity: 1_200,
            per_person: None,
        }],
        comment: Some(words(language, text!("sample_words"))),
        filed_by: PersonId(Uuid::nil()),
        filed_at: at,
        claimed_by: None,
        cancel_reason: Some(words(language, text!("sample_words"))),
        distribution: None,
    }
}

fn sample_distribution(
    bank: &Bank,
    partner: PartnerId,
    language: Language,
    at: DateTime<Utc>,
) -> Distribution {
    Distribution {
        id: DistributionId(Uuid::nil()),
        version: 1,
        partner,
        request: Some(RequestId(Uuid::nil())),
        state: DistributionState::Scheduled,
        lines: vec![DistributionLine {
            item: ItemId(Uuid::nil()),
            item_name: words(language, text!("sample_item")),
            quantity: 1_200,
        }],
        date: bank.day(at.checked_add_signed(TimeDelta::days(7)).unwrap_or(at)),
        method: Method::PickUp,
        comment: Some(words(language, text!("sample_words"))),
        recorded_by: PersonId(Uuid::nil()),
        recorded_at: at,
    }
}

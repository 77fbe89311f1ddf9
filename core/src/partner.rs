//! A partner: an agency the bank serves (rulebook, section 4).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::bank::{Bank, Version};
use crate::capability::{Answer, Capability, capable};
use crate::id::{GroupId, ItemId, PartnerId};
use crate::language::Language;
use crate::order::gathered;
use crate::patch::{Change, given};
use crate::profile::Profile;
use crate::request::RequestKind;
use crate::status::{Standing, Status};
use crate::text::email_key;

/// A partner of one bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// How often it has been written.
    pub version: Version,
    /// What the bank says about it.
    #[serde(flatten)]
    pub details: PartnerDetails,
    /// Its status.
    pub status: Status,
    /// While deactivated, the status before.
    pub prior: Option<Status>,
    /// The address that was last invited; none before the first invitation.
    pub invited_email: Option<String>,
    /// When it was last approved.
    pub approved_at: Option<DateTime<Utc>>,
    /// When it last submitted for approval.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When it was last reactivated.
    pub reactivated_at: Option<DateTime<Utc>>,
    /// Since when it has been in the group it is in, or in none; none if it was added to it.
    pub group_since: Option<DateTime<Utc>>,
    /// Since when it has got emails without a break: its flag on, and not deactivated. None if it gets none. Reminders of
    /// days before are not caught up.
    pub emails_since: Option<DateTime<Utc>>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// The line of the import file it came from, if it was imported.
    pub import_line: Option<u64>,
    /// What it says about itself.
    pub profile: Profile,
    /// Its own exceptions from what its group may request.
    pub exceptions: BTreeMap<ItemId, Exception>,
}

/// The largest quota: the largest whole number that every language and every store keeps exactly.
pub const MAX_QUOTA: u64 = 9_007_199_254_740_991;

/// What the bank says about a partner; also what is needed to add one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartnerDetails {
    /// Its name, 1 to 200 characters, unique in the bank by its normalised key.
    pub name: String,
    /// Its contact address, unique in the bank.
    pub email: String,
    /// The group it is in.
    #[serde(default)]
    pub group: Option<GroupId>,
    /// Pieces it may ask for in one request.
    #[serde(default)]
    pub quota: Option<u64>,
    /// Whether it gets deadline reminders and distribution emails.
    #[serde(default)]
    pub send_emails: bool,
    /// Where the bank hands out to it: an id of the host's, not read by us.
    #[serde(default)]
    pub default_storage_location: Option<String>,
    /// Notes only the bank sees, at most 10,000 characters.
    #[serde(default)]
    pub notes: Option<String>,
    /// What the bank wants the partner to know, at most 10,000 characters.
    #[serde(default)]
    pub info_for_partner: Option<String>,
    /// The host's own key, unique in the bank.
    #[serde(default)]
    pub external_id: Option<String>,
    /// The language it is written to in; without one, the bank's.
    #[serde(default)]
    pub language: Option<Language>,
    /// Whether it stands for the bank's own direct distribution.
    #[serde(default)]
    pub proxy: bool,
}

impl Partner {
    /// A partner as it starts: uninvited, with an empty profile.
    #[must_use]
    pub fn new(
        id: PartnerId,
        details: PartnerDetails,
        added_at: DateTime<Utc>,
        import_line: Option<u64>,
    ) -> Self {
        Self {
            id,
            version: 1,
            reactivated_at: None,
            group_since: None,
            emails_since: details.send_emails.then_some(added_at),
            details,
            status: Status::Uninvited,
            prior: None,
            invited_email: None,
            approved_at: None,
            submitted_at: None,
            added_at,
            import_line,
            profile: Profile::default(),
            exceptions: BTreeMap::new(),
        }
    }

    /// Notes since when it has got emails, its flag or status having changed at `at`.
    pub(crate) fn note_emails(&mut self, at: DateTime<Utc>) {
        let gets_emails = self.details.send_emails
            && capable(self.standing(), Capability::DeadlineReminders) == Answer::Yes;
        self.emails_since = gets_emails.then(|| self.emails_since.unwrap_or(at));
    }

    /// Its status with what must be remembered to move on from it.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        Standing { status: self.status, prior: self.prior, approved_before: self.approved_at.is_some() }
    }

    /// Whether its contact is somebody else than was invited last, and may sign in for it.
    pub(crate) fn has_new_contact(&self) -> bool {
        capable(self.standing(), Capability::SignIn) == Answer::Yes && self.contact_differs()
    }

    /// Whether its contact is somebody else than was invited last, or nobody was.
    pub(crate) fn contact_differs(&self) -> bool {
        let now = &self.details.email;
        // Mostly it is the very same text, and making keys of it takes longer than all else that a move does.
        self.invited_email
            .as_ref()
            .is_none_or(|invited| invited != now && email_key(invited) != email_key(now))
    }

    /// The kinds of request it may make: those the bank takes, narrowed by its own profile.
    #[must_use]
    pub fn request_kinds(&self, bank: &Bank) -> BTreeSet<RequestKind> {
        gathered(bank.settings.request_kinds.iter().copied().filter(|kind| self.profile.enables(*kind)))
    }
}

/// A partner's own exception for one item. It wins over the group, never over inactive or hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// Whether the item is allowed or denied.
    pub rule: ExceptionRule,
    /// The last day it holds, inclusive, in the bank's time zone; without one it holds for good.
    #[serde(default)]
    pub last_day: Option<NaiveDate>,
}

impl Exception {
    /// Whether it still holds on `today` (a day in the bank's time zone).
    #[must_use]
    pub fn holds_on(&self, today: NaiveDate) -> bool {
        self.last_day.is_none_or(|last| today <= last)
    }
}

/// Which way an exception goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExceptionRule {
    /// The partner may request the item, whatever its group says.
    Allow,
    /// The partner may not request the item, whatever its group says.
    Deny,
}

/// A change to a partner by the bank: absent is unchanged, null is cleared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PartnerPatch {
    /// A new name.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub name: Option<String>,
    /// A new contact address.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub email: Option<String>,
    /// Another group, or none.
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub group: Change<GroupId>,
    /// Another quota, or none.
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub quota: Change<u64>,
    /// Whether it gets emails.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "bool"))]
    pub send_emails: Option<bool>,
    /// See [`PartnerDetails::default_storage_location`].
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub default_storage_location: Change<String>,
    /// See [`PartnerDetails::notes`].
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub notes: Change<String>,
    /// See [`PartnerDetails::info_for_partner`].
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub info_for_partner: Change<String>,
    /// See [`PartnerDetails::external_id`].
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub external_id: Change<String>,
    /// See [`PartnerDetails::language`].
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub language: Change<Language>,
    /// See [`PartnerDetails::proxy`].
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "bool"))]
    pub proxy: Option<bool>,
}

impl PartnerPatch {
    /// Changes `details` as the patch says.
    pub fn apply(&self, details: &mut PartnerDetails) {
        use crate::bank::set;
        set(&mut details.name, self.name.as_ref());
        set(&mut details.email, self.email.as_ref());
        set(&mut details.send_emails, self.send_emails.as_ref());
        set(&mut details.proxy, self.proxy.as_ref());
        self.group.apply(&mut details.group);
        self.quota.apply(&mut details.quota);
        self.default_storage_location.apply(&mut details.default_storage_location);
        self.notes.apply(&mut details.notes);
        self.info_for_partner.apply(&mut details.info_for_partner);
        self.external_id.apply(&mut details.external_id);
        self.language.apply(&mut details.language);
    }
    /// Leaves out what would change nothing, so that an event names only what changed.
    pub(crate) fn reduce(&mut self, details: &PartnerDetails) {
        use crate::patch::reduce;
        reduce(&mut self.name, &details.name);
        reduce(&mut self.email, &details.email);
        reduce(&mut self.send_emails, &details.send_emails);
        reduce(&mut self.proxy, &details.proxy);
        self.group.reduce(details.group.as_ref());
        self.quota.reduce(details.quota.as_ref());
        self.default_storage_location.reduce(details.default_storage_location.as_ref());
        self.notes.reduce(details.notes.as_ref());
        self.info_for_partner.reduce(details.info_for_partner.as_ref());
        self.external_id.reduce(details.external_id.as_ref());
        self.language.reduce(details.language.as_ref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_differs_by_its_key_and_not_by_its_spelling() {
        let details = PartnerDetails { email: "Zoe@example.org".to_owned(), ..PartnerDetails::default() };
        let mut partner = Partner::new(PartnerId(uuid::Uuid::nil()), details, DateTime::UNIX_EPOCH, None);
        let differs = [None, Some("Zoe@example.org"), Some("zoe@EXAMPLE.org"), Some("joe@example.org")].map(
            |invited| {
                partner.invited_email = invited.map(str::to_owned);
                partner.contact_differs()
            },
        );
        assert_eq!(differs, [true, false, false, true]);
    }
}

//! A bank and its settings.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::id::BankId;
use crate::language::Language;
use crate::message::{MessageKind, OwnText, OwnTexts};
use crate::order::gathered;
use crate::patch::{Change, given};
use crate::profile::Section;
use crate::profile::own::{OwnField, merge};
use crate::recertification::Recertification;
use crate::request::RequestKind;
use crate::schedule::Schedule;
use crate::zone::TimeZone;

/// How often a row has been written; every change adds one.
pub type Version = u64;

/// A bank: the tenant. Everything else belongs to exactly one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bank {
    /// Its id.
    pub id: BankId,
    /// How often it has been written.
    pub version: Version,
    /// Its name, at most 200 characters.
    pub name: String,
    /// The address that gets what partners submit.
    pub email: String,
    /// What it has chosen.
    pub settings: BankSettings,
    /// Whether everybody who acts must hold the role they name. It is so from the bank's first admin on, and stays so;
    /// before, it is the host that says who may act.
    pub keeps_people: bool,
}

impl Bank {
    /// The day in the bank's time zone at the moment `at`. At the very ends of the calendar, where the zone may have no
    /// such day, it is the day in UTC.
    #[must_use]
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.checked_add_signed(self.settings.time_zone.offset(at)).unwrap_or(at).date_naive()
    }

    /// The moment from which on it is `day`, or later, in the bank's time zone. That is not always midnight: where clocks
    /// are put forward over midnight the day begins after the gap, and where they are put back its first hour comes twice.
    #[must_use]
    pub fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let middle = day.and_time(NaiveTime::MIN).and_utc();
        // No zone is, or ever was, more than 26 hours from UTC. Zones change on whole seconds.
        let (mut before, mut after): (i64, i64) = (-26 * 3_600, 26 * 3_600);
        let moment = |seconds| middle.checked_add_signed(TimeDelta::seconds(seconds)).unwrap_or(middle);
        while after - before > 1 {
            let half = before.midpoint(after);
            if self.day(moment(half)) < day {
                before = half;
            } else {
                after = half;
            }
        }
        moment(after)
    }
}

/// What a bank can choose. The defaults are those of rulebook section 14, "Defaults of a new bank".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct BankSettings {
    /// Whether a user interface offers "invite and approve" before "invite". Both are always legal.
    pub one_step_invite_and_approve: bool,
    /// What partners in no group may request.
    pub ungrouped_may_request: UngroupedMayRequest,
    /// The kinds of request the bank takes. Never empty.
    pub request_kinds: BTreeSet<RequestKind>,
    /// What happens to a request over the partner's quota.
    pub over_quota: OverQuota,
    /// Whether the bank gets copies of "request received" and "request cancelled".
    pub copies_of_requests: bool,
    /// The zone in which the bank's days begin and end.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub time_zone: TimeZone,
    /// The language in which the bank is written to, and partners and people that have chosen none.
    pub language: Language,
    /// When partners are reminded of the deadline, unless their group has a schedule of its own.
    pub reminders: Option<Schedule>,
    /// When that was last changed: days before are not caught up.
    pub reminders_since: Option<DateTime<Utc>>,
    /// After how long partners must recertify. Without it, staff requires it by hand.
    pub recertification: Option<Recertification>,
    /// When the interval was last changed: nobody is required before its days of grace since then are over.
    pub recertification_since: Option<DateTime<Utc>>,
    /// Whether partners are reminded of a distribution the day before.
    pub distribution_reminders: bool,
    // Profile.
    /// Which of the sections a bank may choose are on.
    pub profile_sections: BTreeSet<Section>,
    /// The bank's own fields, in the order they were added.
    pub profile_fields: Vec<OwnField>,
    /// The bank's own texts of messages, by kind and language. See [`Command::SetMessageText`](crate::command::Command::SetMessageText).
    pub message_texts: OwnTexts,
}

impl BankSettings {
    /// Whether the bank asks for this section of the profile.
    #[must_use]
    pub fn has_section(&self, section: Section) -> bool {
        !section.is_optional() || self.profile_sections.contains(&section)
    }

    /// Keeps the bank's own text of a kind of message, or takes it back.
    pub(crate) fn set_message_text(&mut self, kind: MessageKind, language: Language, text: Option<OwnText>) {
        let texts = self.message_texts.entry(kind).or_default();
        match text {
            Some(text) => drop(texts.insert(language, text)),
            None => drop(texts.remove(&language)),
        }
        self.message_texts.retain(|_, texts| !texts.is_empty());
    }
}

impl Default for BankSettings {
    fn default() -> Self {
        Self {
            one_step_invite_and_approve: false,
            ungrouped_may_request: UngroupedMayRequest::All,
            request_kinds: RequestKind::ALL.into(),
            over_quota: OverQuota::Warn,
            copies_of_requests: false,
            time_zone: TimeZone::UTC,
            language: Language::English,
            reminders: None,
            reminders_since: None,
            recertification: None,
            recertification_since: None,
            distribution_reminders: false,
            profile_sections: gathered(Section::ALL.into_iter().filter(|section| section.is_optional())),
            profile_fields: Vec::new(),
            message_texts: OwnTexts::new(),
        }
    }
}

/// What partners in no group may request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UngroupedMayRequest {
    /// Every active, visible item.
    All,
    /// Nothing.
    None,
}

/// What happens to a request over the partner's quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OverQuota {
    /// It is taken, with a warning.
    Warn,
    /// It is refused.
    Refuse,
}

/// A change to a bank: absent is unchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct BankPatch {
    /// A new name.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub name: Option<String>,
    /// A new address.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub email: Option<String>,
    /// See [`BankSettings::one_step_invite_and_approve`].
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "bool"))]
    pub one_step_invite_and_approve: Option<bool>,
    /// See [`BankSettings::ungrouped_may_request`].
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "UngroupedMayRequest"))]
    pub ungrouped_may_request: Option<UngroupedMayRequest>,
    /// See [`BankSettings::request_kinds`].
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeSet<RequestKind>"))]
    pub request_kinds: Option<BTreeSet<RequestKind>>,
    /// See [`BankSettings::over_quota`].
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "OverQuota"))]
    pub over_quota: Option<OverQuota>,
    /// See [`BankSettings::copies_of_requests`].
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "bool"))]
    pub copies_of_requests: Option<bool>,
    /// See [`BankSettings::time_zone`]: a name of the IANA database. It is text so that an unknown name can be refused
    /// with a code of its own.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub time_zone: Option<String>,
    /// See [`BankSettings::language`].
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Language"))]
    pub language: Option<Language>,
    /// See [`BankSettings::reminders`]: replaced as a whole.
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub reminders: Change<Schedule>,
    /// See [`BankSettings::recertification`]: replaced as a whole.
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub recertification: Change<Recertification>,
    /// See [`BankSettings::distribution_reminders`].
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "bool"))]
    pub distribution_reminders: Option<bool>,
    // Profile.
    /// See [`BankSettings::profile_sections`]. Sections that are always on may be left out.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeSet<Section>"))]
    pub profile_sections: Option<BTreeSet<Section>>,
    /// Fields of the bank's own to add or, where the key is there already, to change. The others stay.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<OwnField>"))]
    pub profile_fields: Option<Vec<OwnField>>,
}

impl BankPatch {
    /// The zone that [`BankPatch::time_zone`] names, if there is such a zone.
    #[must_use]
    pub fn zone(&self) -> Option<TimeZone> {
        self.time_zone.as_deref().and_then(|name| name.parse().ok())
    }

    /// Changes `bank` as the patch says, the change being made at `at`.
    pub fn apply(&self, bank: &mut Bank, at: DateTime<Utc>) {
        let settings = &mut bank.settings;
        let interval = |recertification: &Option<Recertification>| {
            recertification.as_ref().map(|recertification| recertification.every_months)
        };
        let (reminders, months) = (settings.reminders, interval(&settings.recertification));
        self.reminders.apply(&mut settings.reminders);
        if settings.reminders != reminders {
            settings.reminders_since = Some(at);
        }
        self.recertification.apply(&mut settings.recertification);
        if interval(&settings.recertification) != months {
            settings.recertification_since = Some(at);
        }
        set(&mut settings.distribution_reminders, self.distribution_reminders.as_ref());
        set(&mut bank.name, self.name.as_ref());
        set(&mut bank.email, self.email.as_ref());
        set(&mut settings.one_step_invite_and_approve, self.one_step_invite_and_approve.as_ref());
        set(&mut settings.ungrouped_may_request, self.ungrouped_may_request.as_ref());
        set(&mut settings.request_kinds, self.request_kinds.as_ref());
        set(&mut settings.over_quota, self.over_quota.as_ref());
        set(&mut settings.copies_of_requests, self.copies_of_requests.as_ref());
        set(&mut settings.time_zone, self.zone().as_ref());
        set(&mut settings.language, self.language.as_ref());
        set(&mut settings.profile_sections, self.profile_sections.as_ref());
        merge(&mut settings.profile_fields, self.profile_fields.as_deref().unwrap_or_default());
    }
}

/// Sets `field` if the patch names a value.
pub(crate) fn set<T: Clone>(field: &mut T, value: Option<&T>) {
    if let Some(value) = value {
        field.clone_from(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_moment_has_a_day_in_every_zone() {
        let mut bank = Bank {
            id: uuid::Uuid::nil().into(),
            version: 1,
            name: String::new(),
            email: String::new(),
            settings: BankSettings::default(),
            keeps_people: false,
        };
        let at: DateTime<Utc> = "2027-01-15T11:00:00Z".parse().unwrap();
        for (zone, day) in [("UTC", 15), ("Pacific/Kiritimati", 16), ("Pacific/Pago_Pago", 15)] {
            bank.settings.time_zone = zone.parse().unwrap();
            assert_eq!(bank.day(at), NaiveDate::from_ymd_opt(2027, 1, day).unwrap(), "{zone}");
            let (first, last) = (DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC);
            assert_eq!((bank.day(first), bank.day(last)), (first.date_naive(), last.date_naive()), "{zone}");
        }
    }
}

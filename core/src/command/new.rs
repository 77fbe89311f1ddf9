//! What is new, as commands carry it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::distribution::{Method, NewDistributionLine};
use crate::id::{BankId, DistributionId, GroupId, PartnerId, RequestId};
use crate::language::Language;
use crate::partner::PartnerDetails;
use crate::request::{NewRequestLine, RequestKind};

/// A new bank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewBank {
    /// The id it shall have; without one it gets one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<BankId>,
    /// Its name, 1 to 200 characters.
    pub name: String,
    /// The address that gets what partners submit.
    pub email: String,
    /// The address of its first admin. Without one the host says who may act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin: Option<String>,
}

/// A person to be let in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// Its address.
    pub email: String,
    /// Its name, at most 200 characters; kept if the bank knows none yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The language to write to it in; kept if the bank knows none yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// A new partner. Only name and email are needed; see [`PartnerDetails`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPartner {
    /// The id it shall have; without one it gets one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PartnerId>,
    /// See [`PartnerDetails::name`].
    pub name: String,
    /// See [`PartnerDetails::email`].
    pub email: String,
    /// See [`PartnerDetails::group`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// See [`PartnerDetails::quota`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quota: Option<u64>,
    /// See [`PartnerDetails::send_emails`].
    #[serde(default)]
    pub send_emails: bool,
    /// See [`PartnerDetails::default_storage_location`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_storage_location: Option<String>,
    /// See [`PartnerDetails::notes`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// See [`PartnerDetails::info_for_partner`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub info_for_partner: Option<String>,
    /// See [`PartnerDetails::external_id`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// See [`PartnerDetails::language`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// See [`PartnerDetails::proxy`].
    #[serde(default)]
    pub proxy: bool,
}

impl From<NewPartner> for PartnerDetails {
    fn from(new: NewPartner) -> Self {
        Self {
            name: new.name,
            email: new.email,
            group: new.group,
            quota: new.quota,
            send_emails: new.send_emails,
            default_storage_location: new.default_storage_location,
            notes: new.notes,
            info_for_partner: new.info_for_partner,
            external_id: new.external_id,
            language: new.language,
            proxy: new.proxy,
        }
    }
}

/// A new request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRequest {
    /// The id it shall have; without one it gets one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RequestId>,
    /// The partner it is for.
    pub partner: PartnerId,
    /// How it counts.
    pub kind: RequestKind,
    /// What is asked for, at least one line.
    pub lines: Vec<NewRequestLine>,
    /// Words, at most 10,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A new distribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDistribution {
    /// The id it shall have; without one it gets one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<DistributionId>,
    /// Who receives it.
    pub partner: PartnerId,
    /// The request it fulfils.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestId>,
    /// What is handed out, at least one line.
    pub lines: Vec<NewDistributionLine>,
    /// The day, in the bank's time zone.
    pub date: NaiveDate,
    /// How the goods reach the partner.
    pub method: Method,
    /// Words, at most 10,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

//! The header: which column holds what.

use serde::{Deserialize, Serialize};

use super::problem::Problem;
use super::record::Record;
use super::report::Report;
use crate::error::Code;
use crate::text::name_key;

/// A column that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The partner's name. Required.
    Name,
    /// The partner's email address. Required.
    Email,
    /// The name of a group of the bank.
    Group,
    /// The quota, in pieces per request.
    Quota,
    /// Whether reminders and distribution emails go out: yes or no.
    SendEmails,
    /// The host's id of a storage location.
    DefaultStorageLocation,
    /// Notes for the bank only.
    Notes,
    /// Information the partner sees.
    InfoForPartner,
    /// The host's own key of the partner.
    ExternalId,
}

/// Headers that mean a column, without case, spaces and punctuation. The wire names are known anyway.
const ALIASES: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &[
            "agency",
            "agencyname",
            "businessname",
            "company",
            "companyname",
            "organisation",
            "organisationname",
            "organization",
            "organizationname",
            "orgname",
            "partner",
            "partneragency",
            "partneragencyname",
            "partnername",
            "nameofpartner",
            "nameofagency",
            "nameoforganization",
            "nameoforganisation",
        ],
    ),
    (
        Column::Email,
        &[
            "emailaddress",
            "mail",
            "mailaddress",
            "contactemail",
            "contactemailaddress",
            "partneremail",
            "partneremailaddress",
            "agencyemail",
            "agencyemailaddress",
            "businessemail",
            "primaryemail",
            "primaryemailaddress",
            "primarycontactemail",
            "organizationemail",
            "organisationemail",
        ],
    ),
    (Column::Group, &["groupname", "partnergroup", "partnergroupname", "agencygroup"]),
    (Column::Quota, &["partnerquota", "agencyquota", "quotaperrequest"]),
    (Column::SendEmails, &["sendemail", "sendreminders", "sendreminder", "emailreminders", "reminders"]),
    (
        Column::DefaultStorageLocation,
        &["storagelocation", "defaultlocation", "storagelocationid", "defaultstoragelocationid"],
    ),
    (Column::Notes, &["note", "comment", "comments", "remarks", "internalnotes"]),
    (
        Column::InfoForPartner,
        &["informationforpartner", "infoforthepartner", "informationforthepartner", "partnerinfo"],
    ),
    (Column::ExternalId, &["externalkey", "externalreference", "partnerid", "agencyid", "foreignid"]),
];

/// Headers of a status, which no file can set.
const STATUS: &[&str] = &["status", "partnerstatus", "agencystatus", "approvalstatus", "approved", "active"];

impl Column {
    /// Every column, in the order of the template.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Email,
        Self::Group,
        Self::Quota,
        Self::SendEmails,
        Self::DefaultStorageLocation,
        Self::Notes,
        Self::InfoForPartner,
        Self::ExternalId,
    ];

    /// The header as the template writes it, which is also the name of the field in the wire format.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Group => "group",
            Self::Quota => "quota",
            Self::SendEmails => "send_emails",
            Self::DefaultStorageLocation => "default_storage_location",
            Self::Notes => "notes",
            Self::InfoForPartner => "info_for_partner",
            Self::ExternalId => "external_id",
        }
    }

    /// The column that a header means, whatever its case, spaces and punctuation.
    ///
    /// ```
    /// use partnerkit::import::Column;
    /// assert_eq!(Column::named(" E-Mail Address"), Some(Column::Email));
    /// assert_eq!(Column::named("telephone"), None);
    /// ```
    #[must_use]
    pub fn named(header: &str) -> Option<Self> {
        let bare = bare(header);
        let own = Self::ALL.into_iter().find(|column| self::bare(column.field()) == bare);
        own.or_else(|| {
            ALIASES.iter().find(|(_, names)| names.contains(&bare.as_str())).map(|(column, _)| *column)
        })
    }
}

fn bare(header: &str) -> String {
    name_key(header).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A column of the file that was recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recognised {
    /// Its place in the file, from 1.
    pub column: u32,
    /// The header as it stands in the file, trimmed.
    pub header: String,
    /// What it was taken for.
    pub field: Column,
}

/// What each place of a row means.
pub(super) struct Header {
    places: Vec<Place>,
    /// The place of each column, from 0, in the order of [`Column::ALL`].
    indexes: [Option<usize>; Column::ALL.len()],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A column that was recognised, or one that was refused; what is below it is read only in the first case.
    Headed,
    /// Nothing stands in the header.
    Empty,
}

impl Header {
    /// Reads the header and reports what is wrong with it.
    pub(super) fn read(record: &Record, report: &mut Report) -> Self {
        let mut header = Self { places: Vec::new(), indexes: [None; Column::ALL.len()] };
        for (index, cell) in record.cells().enumerate() {
            let place = if cell.trim().is_empty() { Place::Empty } else { Place::Headed };
            header.places.push(place);
            if let Some(problem) = header.problem(index, cell, report) {
                report.add(problem.at(record.line, None, Some(index)).value(Some(cell)));
            }
        }
        for column in [Column::Name, Column::Email] {
            if header.index(column).is_none() {
                let problem = Problem::new(Code::HeaderMissing).field(column.field());
                report.add(problem.at(record.line, None, None).with("header", column.field()));
            }
        }
        header
    }

    /// Takes one header; what is wrong with it, if anything.
    fn problem(&mut self, index: usize, cell: &str, report: &mut Report) -> Option<Problem> {
        let header = cell.trim();
        if header.is_empty() {
            return Some(Problem::new(Code::HeaderEmpty));
        }
        let Some(column) = Column::named(header) else {
            let status = STATUS.contains(&bare(header).as_str());
            return Some(Problem::new(if status { Code::HeaderStatus } else { Code::HeaderUnknown }));
        };
        let slot = self.indexes.get_mut(column as usize)?;
        if let Some(first) = *slot {
            let first = number(first);
            return Some(
                Problem::new(Code::HeaderDuplicate).field(column.field()).with("first_column", first),
            );
        }
        *slot = Some(index);
        report.columns.push(Recognised {
            column: number(index),
            header: crate::text::shorten(header),
            field: column,
        });
        None
    }

    /// Whether rows can be checked: the required columns are there.
    pub(super) fn is_usable(&self) -> bool {
        self.index(Column::Name).is_some() && self.index(Column::Email).is_some()
    }

    /// Where a column stands, from 0.
    pub(super) fn index(&self, column: Column) -> Option<usize> {
        self.indexes.get(column as usize).copied().flatten()
    }

    /// How many columns there are, with and without a header.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The places without a header, from 0.
    pub(super) fn empty_places(&self) -> impl Iterator<Item = usize> {
        self.places.iter().enumerate().filter(|(_, place)| **place == Place::Empty).map(|(index, _)| index)
    }
}

/// A place from 0 as people count columns, from 1.
pub(super) fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alias_is_bare_and_means_one_column() {
        let mut seen = std::collections::BTreeSet::new();
        for column in Column::ALL {
            assert_eq!(Column::named(&column.field().to_uppercase().replace('_', " ")), Some(column));
            assert!(seen.insert(bare(column.field())));
        }
        for (column, names) in ALIASES {
            for name in *names {
                assert_eq!(bare(name), *name);
                assert!(seen.insert((*name).to_owned()), "{name} stands twice");
                assert_eq!(Column::named(name), Some(*column));
            }
        }
        assert!(STATUS.iter().all(|name| !seen.contains(*name) && bare(name) == *name));
    }

    #[test]
    fn the_order_of_columns_is_the_order_of_their_places() {
        for (index, column) in Column::ALL.into_iter().enumerate() {
            assert_eq!(column as usize, index);
            assert_eq!(serde_json::to_value(column).unwrap(), column.field());
        }
    }

    #[test]
    fn headers_are_known_in_many_spellings() {
        for header in ["Partner name", "BUSINESS NAME ", "Agency-Name", "\u{a0}Organization", "Ｎａｍｅ"]
        {
            assert_eq!(Column::named(header), Some(Column::Name), "{header}");
        }
        for header in ["E-mail", "e_mail", "E-mail Address", "Contact email", "Email:"] {
            assert_eq!(Column::named(header), Some(Column::Email), "{header}");
        }
        assert_eq!(Column::named("Info for partner"), Some(Column::InfoForPartner));
        assert_eq!(Column::named("***"), None);
    }
}

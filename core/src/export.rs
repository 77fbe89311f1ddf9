//! Partners as CSV: to be imported again elsewhere, or to be read (rulebook, section 12).

use std::collections::BTreeMap;
use std::io::Write;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::{Actor, not_found, not_permitted};
use crate::command::PartnerFilter;
use crate::error::{Code, Error, Reason};
use crate::id::GroupId;
use crate::item::Group;
use crate::listing::PartnerSort;
use crate::partner::Partner;
use crate::people::holds_its_role;
use crate::store::{Need, PartnerPage, Store};
use crate::text::guarded;

/// How many partners are held in memory at once.
const PAGE: usize = 500;

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Who asks.
    pub actor: Actor,
    /// Which partners; without anything, all but the deactivated.
    #[serde(default)]
    pub filter: PartnerFilter,
    /// Which columns, in this order; without anything, all. Those of an import file can be imported elsewhere.
    #[serde(default = "all")]
    pub columns: Vec<ExportColumn>,
}

fn all() -> Vec<ExportColumn> {
    ExportColumn::ALL.to_vec()
}

/// A column of an export. Its header is its wire name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExportColumn {
    /// The name.
    Name,
    /// The contact address.
    Email,
    /// The name of the group.
    Group,
    /// The quota.
    Quota,
    /// Whether it gets emails: yes or no.
    SendEmails,
    /// The host's id of a storage location.
    DefaultStorageLocation,
    /// Notes for the bank only.
    Notes,
    /// Information the partner sees.
    InfoForPartner,
    /// The host's own key.
    ExternalId,
    /// The status.
    Status,
    /// While deactivated, the status before.
    StatusBefore,
    /// Whether it stands for the bank's own direct distribution: yes or no.
    Proxy,
    /// When it was added.
    AddedAt,
    /// When it last submitted.
    SubmittedAt,
    /// When it was last approved.
    ApprovedAt,
    /// Its id here.
    Id,
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exported {
    /// How many partners.
    pub partners: u64,
    /// Whether anything happened in the bank while it was written. Each partner is as it was at some moment of the
    /// writing, and none that was there all along is missing or stands twice unless it was renamed.
    pub changed_meanwhile: bool,
}

impl ExportColumn {
    /// The columns of an import file, which another bank can import.
    pub const IMPORT: [Self; 9] = [
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

    /// All columns, for a report.
    pub const ALL: [Self; 16] = [
        Self::Name,
        Self::Email,
        Self::Status,
        Self::StatusBefore,
        Self::Group,
        Self::Quota,
        Self::SendEmails,
        Self::DefaultStorageLocation,
        Self::Notes,
        Self::InfoForPartner,
        Self::ExternalId,
        Self::Proxy,
        Self::AddedAt,
        Self::SubmittedAt,
        Self::ApprovedAt,
        Self::Id,
    ];

    /// Its header, as on the wire.
    #[must_use]
    pub const fn header(self) -> &'static str {
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
            Self::Status => "status",
            Self::StatusBefore => "status_before",
            Self::Proxy => "proxy",
            Self::AddedAt => "added_at",
            Self::SubmittedAt => "submitted_at",
            Self::ApprovedAt => "approved_at",
            Self::Id => "id",
        }
    }

    fn cell(self, partner: &Partner, groups: &BTreeMap<GroupId, Group>) -> String {
        let details = &partner.details;
        let time = |at: Option<DateTime<Utc>>| {
            at.map(|at| at.to_rfc3339_opts(SecondsFormat::Micros, true)).unwrap_or_default()
        };
        let yes_no = |yes: bool| if yes { "yes".to_owned() } else { "no".to_owned() };
        match self {
            Self::Name => details.name.clone(),
            Self::Email => details.email.clone(),
            Self::Group => {
                let group = details.group.and_then(|id| groups.get(&id));
                group.map(|group| group.name.clone()).unwrap_or_default()
            }
            Self::Quota => details.quota.map(|quota| quota.to_string()).unwrap_or_default(),
            Self::SendEmails => yes_no(details.send_emails),
            Self::DefaultStorageLocation => details.default_storage_location.clone().unwrap_or_default(),
            Self::Notes => details.notes.clone().unwrap_or_default(),
            Self::InfoForPartner => details.info_for_partner.clone().unwrap_or_default(),
            Self::ExternalId => details.external_id.clone().unwrap_or_default(),
            Self::Status => partner.status.slug().to_owned(),
            Self::StatusBefore => partner.prior.map(|status| status.slug().to_owned()).unwrap_or_default(),
            Self::Proxy => yes_no(details.proxy),
            Self::AddedAt => time(Some(partner.added_at)),
            Self::SubmittedAt => time(partner.submitted_at),
            Self::ApprovedAt => time(partner.approved_at),
            Self::Id => partner.id.to_string(),
        }
    }
}

/// Writes partners as CSV, by name: UTF-8 with a byte order mark, CRLF. Memory use does not grow with the bank.
///
/// A cell that a spreadsheet would run as a formula is guarded ([`guarded`]); an import takes exactly that guard off again.
///
/// # Errors
/// `not_permitted` for anybody but the bank, `role_not_held`, `not_found` for a group of another bank, `no_columns`, `export_failed`, or
/// `store_…`. What was written by then is of no use.
pub(crate) fn export(store: &dyn Store, export: &Export, out: impl Write) -> Result<Exported, Error> {
    let bank = export.actor.bank().ok_or_else(|| not_permitted("bank_staff"))?;
    export.actor.needs_bank()?;
    if export.columns.is_empty() {
        return Err(Reason::new(Code::NoColumns).on("columns").into());
    }
    let person = export.actor.person().map(Need::Person);
    let needs: Vec<Need> = person.into_iter().chain(export.filter.group.map(Need::Group)).collect();
    let first = store.load(bank, &needs)?;
    if first.bank.is_none() {
        return Err(not_found("bank"));
    }
    holds_its_role(&export.actor, &first)?;
    if export.filter.group.is_some_and(|group| !first.groups.contains_key(&group)) {
        return Err(not_found("group"));
    }
    let mut file = File::start(out, &export.columns)?;
    let mut exported = Exported { partners: 0, changed_meanwhile: false };
    let mut page = PartnerPage { filter: export.filter.clone(), limit: PAGE, ..PartnerPage::default() };
    loop {
        let facts = store.load(bank, &[Need::Partners(page.clone())])?;
        exported.changed_meanwhile |= facts.seq != first.seq;
        let mut partners: Vec<&Partner> = facts.partners.values().collect();
        partners.sort_by_cached_key(|row| PartnerSort::Name.place(row));
        for partner in &partners {
            file.row(export.columns.iter().map(|column| column.cell(partner, &facts.groups)))?;
            exported.partners = exported.partners.saturating_add(1);
        }
        let Some(last) = partners.last().filter(|_| partners.len() == PAGE) else { break };
        page.after = Some(PartnerSort::Name.place(last));
    }
    file.end()?;
    Ok(exported)
}

struct File<W: Write>(csv::Writer<W>);

impl<W: Write> File<W> {
    fn start(mut out: W, columns: &[ExportColumn]) -> Result<Self, Error> {
        out.write_all(b"\xef\xbb\xbf").map_err(output_failed)?;
        let mut file = Self(csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out));
        file.row(columns.iter().map(|column| column.header().to_owned()))?;
        Ok(file)
    }

    fn row(&mut self, cells: impl Iterator<Item = String>) -> Result<(), Error> {
        for cell in cells {
            self.0.write_field(guarded(&cell).as_bytes()).map_err(output_failed)?;
        }
        self.0.write_record(None::<&[u8]>).map_err(output_failed)
    }

    fn end(mut self) -> Result<(), Error> {
        self.0.flush().map_err(output_failed)
    }
}

fn output_failed(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::from(Code::ExportFailed).caused_by(cause)
}

//! One row: its cells checked and turned into the fields of a partner.

use std::collections::BTreeMap;

use super::header::{Column, Header};
use super::problem::{Level, Problem};
use super::record::Record;
use super::report::Report;
use crate::error::{Code, Reason};
use crate::id::GroupId;
use crate::partner::{MAX_QUOTA, PartnerDetails};
use crate::text::{self, MAX_NOTES};

/// The bank's groups by the [`name_key`](text::name_key) of their names.
pub type Groups = BTreeMap<String, GroupId>;

/// One partner of the file.
///
/// The keys are there whenever their own cell is valid, so that duplicates are found among bad rows, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The physical line it starts at, counted from 1.
    pub line: u64,
    /// Its number among the rows, from 1.
    pub record: u64,
    /// The name, trimmed.
    pub name: Option<String>,
    /// The key of the name.
    pub name_key: Option<String>,
    /// The key of the name's looks; `None` also when nothing in it counts for looks.
    pub look_key: Option<String>,
    /// The email address, trimmed.
    pub email: Option<String>,
    /// The key of the email address.
    pub email_key: Option<String>,
    /// The external id, which is its own key.
    pub external_id: Option<String>,
    /// What it says about the partner; `None` when anything in the row is an error.
    pub fields: Option<PartnerDetails>,
}

/// Checks a row and reports what is wrong with it.
pub(super) fn check(
    record: &Record,
    number: u64,
    header: &Header,
    groups: &Groups,
    report: &mut Report,
) -> Row {
    let mut cells = Cells { record, number, header, report, failed: false };
    let name = cells.read(Column::Name, text::name);
    let email = cells.read(Column::Email, text::email);
    let group = cells.read(Column::Group, |raw| group(raw, groups)).flatten();
    let quota = cells.read(Column::Quota, quota).flatten();
    let send_emails = cells.read(Column::SendEmails, yes_or_no).unwrap_or(false);
    let place = Column::DefaultStorageLocation;
    let default_storage_location = cells.read(place, |raw| text::opaque(place.field(), raw)).flatten();
    let notes = cells.read(Column::Notes, |raw| text::bounded("notes", raw, MAX_NOTES)).flatten();
    let info = Column::InfoForPartner;
    let info_for_partner = cells.read(info, |raw| text::bounded(info.field(), raw, MAX_NOTES)).flatten();
    let external_id =
        cells.read(Column::ExternalId, |raw| text::opaque(Column::ExternalId.field(), raw)).flatten();
    cells.remark(Column::Name, name.as_deref());
    cells.remark(Column::Email, email.as_deref());
    cells.remark(place, default_storage_location.as_deref());
    cells.remark(Column::Notes, notes.as_deref());
    cells.remark(info, info_for_partner.as_deref());
    cells.remark(Column::ExternalId, external_id.as_deref());
    cells.check_shape();
    let failed = cells.failed;
    let fields = name.clone().zip(email.clone()).filter(|_| !failed).map(|(name, email)| PartnerDetails {
        name,
        email,
        group,
        quota,
        send_emails,
        default_storage_location,
        notes,
        info_for_partner,
        external_id: external_id.clone(),
        proxy: false,
        language: None,
    });
    Row {
        line: record.line,
        record: number,
        name_key: name.as_deref().map(text::name_key),
        look_key: name.as_deref().map(text::look_key).filter(|key| !key.is_empty()),
        email_key: email.as_deref().map(text::email_key),
        name,
        email,
        external_id,
        fields,
    }
}

/// The cells of one row on their way into the report.
struct Cells<'a> {
    record: &'a Record,
    number: u64,
    header: &'a Header,
    report: &'a mut Report,
    failed: bool,
}

impl Cells<'_> {
    /// Reads the cell of a column; `None` when the file has no such column, or when the cell is wrong.
    fn read<T>(&mut self, column: Column, parse: impl FnOnce(&str) -> Result<T, Reason>) -> Option<T> {
        let index = self.header.index(column)?;
        // What an export guarded against spreadsheets comes back as it was.
        match parse(text::unguarded(self.record.cell(index).unwrap_or_default())) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.add(Problem::from_reason(reason).field(column.field()), index);
                None
            }
        }
    }

    fn add(&mut self, problem: Problem, index: usize) {
        self.failed = self.failed || problem.level == Level::Error;
        let problem = problem.at(self.record.line, Some(self.number), Some(index));
        self.report.add(problem.value(self.record.cell(index)));
    }

    /// Says what is odd about a text that is valid.
    fn remark(&mut self, column: Column, text: Option<&str>) {
        let (Some(index), Some(text)) = (self.header.index(column), text) else { return };
        if text::has_invisible(text) {
            self.add(Problem::new(Code::InvisibleCharacter).field(column.field()), index);
        }
        if text::is_formula_like(text) {
            self.add(Problem::new(Code::FormulaLike).field(column.field()), index);
        }
    }

    /// Looks for values where none belong.
    fn check_shape(&mut self) {
        for index in self.header.empty_places() {
            if self.record.cell(index).is_some_and(|cell| !cell.trim().is_empty()) {
                self.add(Problem::new(Code::CellWithoutHeader), index);
            }
        }
        let (cells, columns) = (self.record.len(), self.header.len());
        if cells > columns {
            self.add(Problem::new(Code::RowTooLong).with("cells", cells).with("columns", columns), columns);
        }
    }
}

fn group(raw: &str, groups: &Groups) -> Result<Option<GroupId>, Reason> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let found = groups.get(&text::name_key(raw)).copied();
    found.map(Some).ok_or_else(|| Code::GroupUnknown.into())
}

fn quota(raw: &str) -> Result<Option<u64>, Reason> {
    let digits = raw.trim();
    if digits.is_empty() {
        return Ok(None);
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Code::QuotaInvalid.into());
    }
    match digits.parse() {
        Ok(quota) if quota <= MAX_QUOTA => Ok(Some(quota)),
        // Digits only, so what is wrong is the size.
        _ => Err(Reason::new(Code::NumberOutOfRange).with("least", 0).with("most", MAX_QUOTA)),
    }
}

fn yes_or_no(raw: &str) -> Result<bool, Reason> {
    match raw.trim().to_lowercase().as_str() {
        "yes" | "true" | "1" => Ok(true),
        "no" | "false" | "0" | "" => Ok(false),
        _ => Err(Code::NotYesOrNo.into()),
    }
}

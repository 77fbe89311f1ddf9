//! The import itself: the reader on one side, the store on the other, once and for all of a bank.

use std::io::Read;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Clash, Groups, OnProgress, Reader, Report, Row};
use crate::actor::{Actor, not_found, not_permitted};
use crate::error::{Code, Error, Reason};
use crate::event::{Event, What};
use crate::flow::whole_micros;
use crate::id::{BankId, CommandId, Ids};
use crate::language::Language;
use crate::order::gathered;
use crate::partner::Partner;
use crate::people::holds_its_role;
use crate::receipt::Receipt;
use crate::store::{Expect, Facts, ImportRow, ImportRows, Imported, Need, NewImport, RowId, Settled, Store};
use crate::text::{self, name_key};
use crate::wire::tree;

/// An order to import all partners of a bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportOrder {
    /// Drawn by the host. The same id or the same key sent again with the same content gets the first receipt again.
    pub id: CommandId,
    /// The time.
    pub at: DateTime<Utc>,
    /// Who imports: bank staff or an admin.
    pub actor: Actor,
    /// The host's own key for this import, so that a lost answer can be asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// An import that was done, now or before under the same key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportDone {
    /// The receipt.
    pub receipt: Receipt,
    /// What was noticed in the file: warnings and notes.
    pub report: Report,
}

/// An import that was refused or failed. Nothing was imported.
#[derive(Debug)]
pub struct ImportError {
    error: Error,
    report: Option<Box<Report>>,
}

impl ImportError {
    /// Why.
    #[must_use]
    pub const fn error(&self) -> &Error {
        &self.error
    }

    /// What is wrong with the file, if it was read and that is why.
    #[must_use]
    pub fn report(&self) -> Option<&Report> {
        self.report.as_deref()
    }

    /// The same, with the sentences of its report in `language`.
    #[must_use]
    pub fn said_in(mut self, language: Language) -> Self {
        self.report = self.report.map(|report| Box::new(report.said_in(language)));
        self
    }
}

impl ImportDone {
    /// The same, with the sentences of its report in `language`.
    #[must_use]
    pub fn said_in(mut self, language: Language) -> Self {
        self.report = self.report.said_in(language);
        self
    }
}

impl From<Error> for ImportError {
    fn from(error: Error) -> Self {
        Self { error, report: None }
    }
}

impl From<ImportError> for Error {
    /// The error alone, with the report among its parameters, as it stands on the wire.
    fn from(refused: ImportError) -> Self {
        let Some(report) = refused.report else { return refused.error };
        match tree(&report) {
            Ok(report) => Reason::new(refused.error.code()).with("report", report).into(),
            Err(cause) => refused.error.caused_by(cause),
        }
    }
}

impl std::fmt::Display for ImportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.error.fmt(f)
    }
}

impl std::error::Error for ImportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        std::error::Error::source(&self.error)
    }
}

/// Imports all partners of a bank, which it can do once. See [`crate::system::System::import`].
pub(crate) fn import(
    store: &dyn Store,
    order: &ImportOrder,
    source: &mut dyn Read,
    total: Option<u64>,
    on_progress: OnProgress<'_>,
) -> Result<ImportDone, ImportError> {
    let order = ImportOrder { at: whole_micros(order.at), ..order.clone() };
    let (bank, facts) = prepare(store, &order)?;
    let groups = groups(&facts);
    let mut rows = Rows::new(&order, Reader::new(source, &groups, total, on_progress), true);
    if let Some(receipt) = facts.receipt {
        return again(&order, receipt, rows);
    }
    let head = NewImport { bank, expects: expects(&facts) };
    match store.import(&head, &mut rows)? {
        Imported::Done(receipt) => Ok(ImportDone { receipt, report: rows.into_report() }),
        Imported::Before(receipt) => again(&order, receipt, rows),
        Imported::Stale => Err(Error::from(Code::TooManyConflicts).into()),
        Imported::Dropped => Err(ImportError {
            error: Reason::new(Code::ImportRefused).into(),
            report: Some(Box::new(rows.into_report())),
        }),
    }
}

/// Does everything an import does, but for the import. See [`crate::system::System::preview_import`].
pub(crate) fn preview(
    store: &dyn Store,
    order: &ImportOrder,
    source: &mut dyn Read,
    total: Option<u64>,
    on_progress: OnProgress<'_>,
) -> Result<Report, ImportError> {
    let (bank, facts) = prepare(store, order)?;
    if let Some(receipt) = facts.receipt {
        return Err(already_imported(&receipt).into());
    }
    let groups = groups(&facts);
    let mut rows = Rows::new(order, Reader::new(source, &groups, total, on_progress), false);
    match store.import(&NewImport { bank, expects: expects(&facts) }, &mut rows)? {
        Imported::Before(receipt) => Err(already_imported(&receipt).into()),
        Imported::Stale => Err(Error::from(Code::TooManyConflicts).into()),
        Imported::Dropped => Ok(rows.into_report()),
        Imported::Done(_) => Err(Error::from(Reason::bug("a preview was written")).into()),
    }
}

fn prepare(store: &dyn Store, order: &ImportOrder) -> Result<(BankId, Facts), Error> {
    let bank = order.actor.bank().ok_or_else(|| not_permitted("bank_staff"))?;
    order.actor.needs_bank()?;
    if let Some(key) = &order.key {
        // It is kept with the receipt, so it is held to what any store can keep.
        text::opaque("key", key)?;
    }
    let person = order.actor.person().map(Need::Person);
    let facts =
        store.load(bank, &[Need::Receipt, Need::Groups].into_iter().chain(person).collect::<Vec<_>>())?;
    // Asked once, before the file is read: an import under way is finished.
    holds_its_role(&order.actor, &facts)?;
    if facts.bank.is_some() { Ok((bank, facts)) } else { Err(not_found("bank")) }
}

fn groups(facts: &Facts) -> Groups {
    gathered(facts.groups.values().map(|group| (name_key(&group.name), group.id)))
}

fn expects(facts: &Facts) -> Vec<Expect> {
    facts.groups.values().map(|group| Expect::Version(RowId::Group(group.id), group.version)).collect()
}

/// The answer when the bank has imported before: the first receipt for the same import, a refusal for any other.
fn again<R: Read>(
    order: &ImportOrder,
    receipt: Receipt,
    mut rows: Rows<'_, R>,
) -> Result<ImportDone, ImportError> {
    let same_key = order.key.is_some() && order.key == receipt.key;
    if !same_key && order.id != receipt.command {
        return Err(already_imported(&receipt).into());
    }
    while rows.next_row()?.is_some() {}
    let report = rows.into_report();
    if report.digest.as_ref() == Some(&receipt.digest) {
        return Ok(ImportDone { receipt, report });
    }
    Err(with_receipt(Code::ImportKeyReused, &receipt).into())
}

fn already_imported(receipt: &Receipt) -> Error {
    with_receipt(Code::AlreadyImported, receipt)
}

fn with_receipt(code: Code, receipt: &Receipt) -> Error {
    match tree(receipt) {
        Ok(receipt) => Reason::new(code).with("receipt", receipt).into(),
        Err(cause) => Error::new(code).caused_by(cause),
    }
}

/// The rows on their way from the reader to the store.
struct Rows<'a, R> {
    order: &'a ImportOrder,
    ids: Ids,
    reading: Reading<'a, R>,
    /// Whether to write if all is well; not for a preview.
    write: bool,
}

#[expect(clippy::large_enum_variant, reason = "there is one")]
enum Reading<'a, R> {
    Rows(Reader<'a, R>),
    Read(Report),
}

impl<'a, R: Read> Rows<'a, R> {
    fn new(order: &'a ImportOrder, reader: Reader<'a, R>, write: bool) -> Self {
        Self { order, ids: Ids::new(order.id, order.at), reading: Reading::Rows(reader), write }
    }

    fn into_report(self) -> Report {
        match self.reading {
            Reading::Rows(reader) => reader.into_report(),
            Reading::Read(mut report) => {
                report.sort();
                report
            }
        }
    }

    fn event(&self, what: What) -> Event {
        Event { at: self.order.at, by: self.order.actor, command: self.order.id, what }
    }

    /// A row as the store takes it.
    fn import_row(&mut self, row: Row) -> ImportRow {
        let partner = row.fields.map(|details| {
            let id = self.ids.next();
            let partner = Partner::new(id, details.clone(), self.order.at, Some(row.line));
            (partner, self.event(What::PartnerImported { partner: id, line: row.line, details }))
        });
        ImportRow {
            line: row.line,
            record: row.record,
            name: row.name.zip(row.name_key),
            email: row.email.zip(row.email_key),
            external_id: row.external_id,
            look_key: row.look_key,
            partner,
        }
    }
}

impl<R: Read> ImportRows for Rows<'_, R> {
    fn next_row(&mut self) -> Result<Option<ImportRow>, Error> {
        let Reading::Rows(reader) = &mut self.reading else { return Ok(None) };
        if let Some(row) = reader.next_row()? {
            return Ok(Some(self.import_row(row)));
        }
        let report = reader.report();
        self.reading = Reading::Read(report);
        Ok(None)
    }

    fn clash(&mut self, clash: Clash) {
        if let Reading::Read(report) = &mut self.reading {
            report.add_clash(clash);
        }
    }

    fn settle(&mut self) -> Settled {
        let Reading::Read(report) = &self.reading else { return Settled::Drop };
        if !self.write || !report.is_importable() {
            return Settled::Drop;
        }
        let receipt = Receipt {
            command: self.order.id,
            at: self.order.at,
            by: self.order.actor,
            partners: report.rows,
            bytes: report.bytes,
            digest: report.digest.clone().unwrap_or_default(),
            key: self.order.key.clone(),
        };
        let event = self.event(What::PartnersImported(receipt.clone()));
        Settled::Write { receipt, event }
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;
    use std::ops::ControlFlow;

    use uuid::Uuid;

    use super::*;
    use crate::command::{Command, NewBank, Order};
    use crate::id::{GroupId, PersonId};
    use crate::store::memory::MemoryStore;
    use crate::system::System;

    const BANK: BankId = BankId(Uuid::from_u128(1));
    const GROUP: GroupId = GroupId(Uuid::from_u128(2));

    fn staff() -> Actor {
        Actor::BankStaff { bank: BANK, person: PersonId(Uuid::from_u128(3)) }
    }

    /// A bank with a group.
    fn system() -> System<MemoryStore> {
        let system = System::new(MemoryStore::new());
        let new = NewBank {
            id: Some(BANK),
            name: "Pawnee".to_owned(),
            email: "bank@example.org".to_owned(),
            ..NewBank::default()
        };
        let (name, categories) = ("Schools".to_owned(), std::collections::BTreeSet::new());
        let group = Command::AddGroup { id: Some(GROUP), name, categories };
        for (n, actor, command) in [(1, Actor::Host, Command::CreateBank(new)), (2, staff(), group)] {
            let (id, at) = (CommandId(Uuid::from_u128(n)), DateTime::UNIX_EPOCH);
            system.execute(&Order { id, at, actor, command }).unwrap();
        }
        system
    }

    fn order(at: DateTime<Utc>) -> ImportOrder {
        ImportOrder { id: CommandId(Uuid::from_u128(4)), at, actor: staff(), key: None }
    }

    #[test]
    fn an_import_relies_on_the_groups_it_may_name() {
        let facts = system().store().load(BANK, &[Need::Receipt, Need::Groups]).unwrap();
        assert_eq!(expects(&facts), [Expect::Version(RowId::Group(GROUP), 1)]);
    }

    #[test]
    fn the_time_of_an_import_is_kept_in_whole_microseconds() {
        let order = order(DateTime::from_timestamp_nanos(1_800_000_000_123_456_789));
        let file = "name,email\nA,a@b.co\n".as_bytes();
        let done = system().import(&order, file, None, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(done.receipt.at.timestamp_nanos_opt(), Some(1_800_000_000_123_456_000));
    }

    #[test]
    fn a_refused_import_hands_on_its_report() {
        let order = order(DateTime::UNIX_EPOCH);
        let file = "name,email\nA,\n".as_bytes();
        let refused = system().import(&order, file, None, &mut |_| ControlFlow::Continue(())).unwrap_err();
        assert_eq!(refused.error().code(), Code::ImportRefused);
        let codes: Vec<Code> =
            refused.report().unwrap().problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [Code::EmailMissing]);
    }

    #[test]
    fn a_failed_import_says_why_and_hands_on_the_cause() {
        let cause = std::io::Error::other("the disk is gone");
        let failed = ImportError::from(Error::new(Code::ImportUnreadable).caused_by(cause));
        assert_eq!(failed.to_string(), "The file could not be read to its end; nothing was imported.");
        assert_eq!(failed.source().unwrap().to_string(), "the disk is gone");
    }
}

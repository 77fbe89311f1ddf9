//! A file to import: rows handed out one by one, and everything the store says about them kept.

use std::collections::VecDeque;

use partnerkit::error::{Code, Error};
use partnerkit::event::{Event, What};
use partnerkit::partner::{Partner, PartnerDetails};
use partnerkit::receipt::Receipt;
use partnerkit::store::{Clash, ImportRow, ImportRows, Settled};
use partnerkit::text::{email_key, look_key, name_key};

use crate::sample;

/// The rows of a file, in the hands of a store. It insists on the order of calls the trait promises.
#[derive(Debug)]
pub struct ImportFile {
    rows: VecDeque<ImportRow>,
    /// The partners of the rows, in order.
    pub partners: Vec<Partner>,
    /// The events that must be in the history afterwards, in order.
    pub events: Vec<Event>,
    /// The receipt to keep.
    pub receipt: Receipt,
    /// How often a row was asked for.
    pub asked: usize,
    /// The clashes told.
    pub clashes: Vec<Clash>,
    dropped: bool,
    fails: Option<Code>,
    ended: bool,
    settled: bool,
}

impl ImportFile {
    /// A file of the n-th command with these names and addresses, the first in line 2.
    pub fn new(n: u64, rows: impl IntoIterator<Item = (&'static str, &'static str)>) -> Self {
        let rows = (2..).zip(rows).map(|(line, (name, email))| row(n, line, name, email, None));
        Self::of(n, rows)
    }

    /// A file of the n-th command with these rows.
    pub fn of(n: u64, rows: impl IntoIterator<Item = ImportRow>) -> Self {
        let rows: VecDeque<ImportRow> = rows.into_iter().collect();
        let added = rows.iter().filter_map(|row| row.partner.clone());
        let (partners, mut events): (Vec<_>, Vec<_>) = added.unzip();
        let receipt = sample::receipt(n, u64::try_from(partners.len()).unwrap());
        events.push(sample::event(n, What::PartnersImported(receipt.clone())));
        Self {
            rows,
            partners,
            events,
            receipt,
            asked: 0,
            clashes: Vec::new(),
            dropped: false,
            fails: None,
            ended: false,
            settled: false,
        }
    }

    /// The same, settled so that nothing shall be written.
    #[must_use]
    pub fn dropped(self) -> Self {
        Self { dropped: true, ..self }
    }

    /// The same, failing with this code behind its last row.
    #[must_use]
    pub fn failing(self, code: Code) -> Self {
        Self { fails: Some(code), ..self }
    }

    /// Whether the store asked what shall become of the file.
    #[must_use]
    pub const fn was_settled(&self) -> bool {
        self.settled
    }
}

impl ImportRows for ImportFile {
    fn next_row(&mut self) -> Result<Option<ImportRow>, Error> {
        assert!(!self.settled, "a row was asked for after the file was settled");
        self.asked += 1;
        if let Some(row) = self.rows.pop_front() {
            return Ok(Some(row));
        }
        match self.fails {
            Some(code) => Err(code.into()),
            None => {
                self.ended = true;
                Ok(None)
            }
        }
    }

    fn clash(&mut self, clash: Clash) {
        assert!(self.ended, "a clash was told before the last row");
        assert!(!self.settled, "a clash was told after the file was settled");
        self.clashes.push(clash);
    }

    fn settle(&mut self) -> Settled {
        assert!(self.ended, "the file was settled before its last row");
        assert!(!self.settled, "the file was settled twice");
        self.settled = true;
        match self.events.last() {
            Some(event) if !self.dropped => {
                Settled::Write { receipt: self.receipt.clone(), event: event.clone() }
            }
            _ => Settled::Drop,
        }
    }
}

/// A valid row of the file of the n-th command, as if only a header stood above the rows.
#[must_use]
pub fn row(n: u64, line: u64, name: &str, email: &str, external_id: Option<&str>) -> ImportRow {
    let details = PartnerDetails {
        name: name.to_owned(),
        email: email.to_owned(),
        external_id: external_id.map(ToOwned::to_owned),
        ..PartnerDetails::default()
    };
    let id = sample::partner_id(n * 1_000_000 + line);
    let event = sample::event(n, What::PartnerImported { partner: id, line, details: details.clone() });
    ImportRow {
        line,
        record: line - 1,
        name: Some((name.to_owned(), name_key(name))),
        email: Some((email.to_owned(), email_key(email))),
        external_id: external_id.map(ToOwned::to_owned),
        look_key: Some(look_key(name)),
        partner: Some((Partner::new(id, details, sample::at(n), Some(line)), event)),
    }
}

/// A row with a problem in some other cell: its keys are known, and no partner comes of it.
#[must_use]
pub fn bad_row(line: u64, name: Option<&str>, email: Option<&str>, external_id: Option<&str>) -> ImportRow {
    ImportRow {
        line,
        record: line - 1,
        name: name.map(|name| (name.to_owned(), name_key(name))),
        email: email.map(|email| (email.to_owned(), email_key(email))),
        external_id: external_id.map(ToOwned::to_owned),
        look_key: name.map(look_key),
        partner: None,
    }
}

//! What a store and an import say to each other.

use super::Expect;
use crate::error::Error;
use crate::event::Event;
use crate::id::{BankId, PartnerId};
use crate::partner::Partner;
use crate::receipt::Receipt;

/// The head of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewImport {
    /// The bank.
    pub bank: BankId,
    /// Rows the file's cells were matched with (groups); the import is refused as stale if they changed.
    pub expects: Vec<Expect>,
}

/// The rows of an import, and who decides what becomes of them.
pub trait ImportRows {
    /// The next row, in the order of the file; none at the end.
    ///
    /// # Errors
    /// When the file cannot be read on, or the host cancels.
    fn next_row(&mut self) -> Result<Option<ImportRow>, Error>;

    /// Told, after the last row, of every row whose name, email or external id is held by an earlier row or by a
    /// partner of the bank, and of every row whose name looks like one of those.
    fn clash(&mut self, clash: Clash);

    /// Asked once, after the last clash and before anything is written. To write although a name, an email address or an
    /// external id clashes is a mistake: the store's keys refuse it.
    fn settle(&mut self) -> Settled;
}

/// What becomes of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "made once an import")]
pub enum Settled {
    /// Write it, with this receipt and this event after those of the partners.
    Write {
        /// The receipt to keep.
        receipt: Receipt,
        /// The event to append last.
        event: Event,
    },
    /// Leave nothing behind.
    Drop,
}

/// One row of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its line in the file, counted from 1.
    pub line: u64,
    /// Its number among the rows, counted from 1, header and blank lines left out.
    pub record: u64,
    /// Its name as given and its name key, if the cell is valid.
    pub name: Option<(String, String)>,
    /// Its email as given and its email key, if the cell is valid.
    pub email: Option<(String, String)>,
    /// Its external id, if it has one.
    pub external_id: Option<String>,
    /// Its look key, if its name is valid.
    pub look_key: Option<String>,
    /// The partner to add and the event that says so; none if the row has a problem.
    pub partner: Option<(Partner, Event)>,
}

/// A key that is held twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The line of the row that comes too late.
    pub line: u64,
    /// Its number among the rows.
    pub record: u64,
    /// Which key.
    pub key: ClashKey,
    /// The value in that line, as given.
    pub value: String,
    /// Who holds it.
    pub held_by: Holder,
}

/// Which key is held twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClashKey {
    /// The name.
    Name,
    /// The email address.
    Email,
    /// The external id.
    ExternalId,
    /// Not a key: the names only look alike.
    Look,
}

/// Who holds a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The first row of the file with it.
    Line {
        /// Its line.
        line: u64,
        /// Its value, as given.
        value: String,
    },
    /// A partner the bank has already.
    Partner {
        /// The partner.
        id: PartnerId,
        /// Its name.
        name: String,
    },
}

/// What became of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// Written, with this receipt.
    Done(Receipt),
    /// Nothing was written: another import was there first, and this is its receipt.
    Before(Receipt),
    /// Nothing was written: it was settled so.
    Dropped,
    /// Nothing was written: an expectation no longer holds. Begin anew.
    Stale,
}

//! A system over any store, as the rest of the module speaks to it.

use std::io::{Read, Seek, Write};

use chrono::{DateTime, Utc};
use partnerkit::catalogue::Audience;
use partnerkit::error::{Code, Error, Reason};
use partnerkit::export::Export;
use partnerkit::id::{BankId, CommandId};
use partnerkit::import::{ImportOrder, OnProgress};
use partnerkit::language::Language;
use partnerkit::store::Store;
use partnerkit::system::System;
use partnerkit::token::Secret;
use partnerkit::wire::{self, Message};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::answer::{no, said, told, yes};

/// A system whose store is not named.
pub trait Host: Send + Sync {
    /// Answers one message of the wire format.
    fn serve(&self, text: &str) -> String;

    /// All banks.
    fn banks(&self) -> String;

    /// Answers one message with an import, whose content comes from `source`.
    fn import(
        &self,
        text: &str,
        source: &mut dyn Read,
        total: Option<u64>,
        on_progress: OnProgress<'_>,
    ) -> String;

    /// Writes partners as CSV.
    ///
    /// # Errors
    /// Those of [`System::export_partners`].
    fn export_partners(&self, export: &Export, out: &mut dyn Write) -> Result<Value, Error>;

    /// Writes a whole bank as one file.
    ///
    /// # Errors
    /// Those of [`System::write_out`].
    fn write_out(&self, bank: BankId, out: &mut dyn Write) -> Result<Value, Error>;

    /// Reads a whole bank from such a file.
    ///
    /// # Errors
    /// Those of [`System::read_in`].
    fn read_in(&self, file: &mut dyn Again) -> Result<Value, Error>;
}

/// A file that can be read from its start as often as it takes.
pub trait Again: Read + Seek {}
impl<R: Read + Seek> Again for R {}

impl<S: Store> Host for System<S> {
    fn serve(&self, text: &str) -> String {
        let mut cause = None;
        let answer =
            wire::serve_watched(self, text, &mut drawn, &mut random, &mut |error| cause = said(error));
        told(&answer, cause.as_deref())
    }

    fn banks(&self) -> String {
        self.banks()
            .map_or_else(|error| no(&error, Language::default(), Audience::Staff), |banks| yes(&banks))
    }

    fn import(
        &self,
        text: &str,
        source: &mut dyn Read,
        total: Option<u64>,
        on_progress: OnProgress<'_>,
    ) -> String {
        let message = match wire::read(text) {
            Ok(message) => message,
            Err(error) => return no(&error, Language::default(), Audience::Staff),
        };
        let (language, audience) = (message.language.unwrap_or_default(), message.actor.audience());
        let Message { id, at, actor, import: Some(import), .. } = message else {
            return no(&Code::WireInvalid.into(), language, audience);
        };
        let (new_id, now) = drawn();
        let order = ImportOrder { id: id.unwrap_or(new_id), at: at.unwrap_or(now), actor, key: import.key };
        let answered = if import.preview {
            let report = self.preview_import(&order, source, total, on_progress);
            report.map(|report| yes(&report.said_in(language)))
        } else {
            let done = self.import(&order, source, total, on_progress);
            done.map(|done| yes(&done.said_in(language)))
        };
        answered.unwrap_or_else(|refused| no(&Error::from(refused.said_in(language)), language, audience))
    }

    fn export_partners(&self, export: &Export, out: &mut dyn Write) -> Result<Value, Error> {
        self.export_partners(export, out).and_then(value)
    }

    fn write_out(&self, bank: BankId, out: &mut dyn Write) -> Result<Value, Error> {
        self.write_out(bank, out).and_then(value)
    }

    fn read_in(&self, file: &mut dyn Again) -> Result<Value, Error> {
        self.read_in(file).and_then(value)
    }
}

/// What was done, as the wire has it.
///
/// # Errors
/// `bug` if it cannot be written as JSON.
pub fn value(done: impl Serialize) -> Result<Value, Error> {
    wire::tree(&done).map_err(|cause| Reason::bug(cause.to_string()).into())
}

/// The id and the time of a message that has none.
fn drawn() -> (CommandId, DateTime<Utc>) {
    (CommandId(Uuid::new_v4()), Utc::now())
}

/// Random bits for the token of an invitation.
fn random() -> Result<Secret, Error> {
    let mut bits = [0; 32];
    getrandom::fill(&mut bits)
        .map_err(|cause| Error::from(Code::StoreUnavailable).caused_by(cause.to_string()))?;
    Ok(Secret(bits))
}

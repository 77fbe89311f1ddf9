//! Questions that need no store, and files that need no bank. See [`partnerkit_host::rules`].

use std::fmt;

use partnerkit::error::Code;
use partnerkit::import::Report;
use partnerkit_host::files::{write_file, write_rejected_of};
use partnerkit_host::text::{Result as Read, read, spoken};
use partnerkit_host::{Reader, rules};

/// What was given is not of the wire's types.
#[derive(Debug, uniffi::Error)]
pub enum Invalid {
    /// What is wrong with it.
    Text {
        /// In words for a developer.
        detail: String,
    },
}

impl fmt::Display for Invalid {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Text { detail } = self;
        to.write_str(detail)
    }
}

impl std::error::Error for Invalid {}

pub(crate) fn valid<T>(read: Read<T>) -> Result<T, Invalid> {
    read.map_err(|error| Invalid::Text { detail: error.to_string() })
}

/// For each item whether the partner may request it, by which rule, and every reason for a no.
///
/// # Errors
/// When what is given is not of the wire's types.
#[uniffi::export]
pub fn permitted(asked: &str) -> Result<String, Invalid> {
    valid(rules::permitted(asked))
}

/// What an action on a partner would do, without a store: for hosts that keep partners in tables of their own. The answer is one
/// of the wire format.
///
/// # Errors
/// When what is given is not of the wire's types.
#[uniffi::export]
pub fn decide(asked: &str) -> Result<String, Invalid> {
    valid(rules::decide(asked))
}

/// Which actions an actor may take on a partner, by the transition table and its role.
///
/// # Errors
/// When what is given is not of the wire's types.
#[uniffi::export]
pub fn allowed_actions(actor: &str, partner: &str) -> Result<Vec<String>, Invalid> {
    valid(rules::allowed_actions(actor, partner))
}

/// All reasons in one text, in a language and for an audience.
///
/// # Errors
/// When what is given is not of the wire's types.
#[uniffi::export]
pub fn sentence(reasons: &str, language: &str, audience: &str) -> Result<String, Invalid> {
    valid(rules::sentence(reasons, language, audience))
}

/// The id of the person at an address.
#[uniffi::export]
#[must_use]
pub fn person_id(address: &str) -> String {
    rules::person_id(address)
}

/// The version of the library.
#[uniffi::export]
#[must_use]
pub fn version() -> String {
    rules::version()
}

/// Everything there is to know about the rules, as JSON.
#[uniffi::export]
#[must_use]
pub fn describe() -> String {
    rules::describe()
}

/// Reads the list at `list` again and writes its rejected rows as CSV to `path`, where no file is yet. `report` is what its
/// import or preview said. The answer is how many rows.
///
/// # Errors
/// When what is given is not of the wire's types.
#[uniffi::export]
pub fn write_rejected(
    list: &str,
    report: &str,
    path: &str,
    language: Option<String>,
) -> Result<String, Invalid> {
    let language = valid(spoken(language.as_deref()))?;
    let report = valid(read::<Report>(report))?.said_in(language);
    let written = write_file(path, Code::OutputFailed, |out| write_rejected_of(list, &report, out));
    Ok(Reader::staff(language).told(written))
}

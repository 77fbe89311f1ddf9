//! Pure questions: everything they need is given, and nothing is looked up. See [`partnerkit_host::rules`].

use napi::{Error, Result};
use napi_derive::napi;
use partnerkit_host::rules;

/// For each item whether the partner may request it, by which rule, and every reason for a no.
///
/// # Errors
/// When what is given is not of the wire's types.
#[napi]
pub fn permitted(asked: String) -> Result<String> {
    rules::permitted(&asked).map_err(wrong)
}

/// Which actions an actor may take on a partner, by the transition table and its role.
///
/// # Errors
/// When what is given is not of the wire's types.
#[napi]
pub fn allowed_actions(actor: String, partner: String) -> Result<Vec<String>> {
    rules::allowed_actions(&actor, &partner).map_err(wrong)
}

/// All reasons in one text, in a language and for an audience.
///
/// # Errors
/// When what is given is not of the wire's types.
#[napi]
pub fn sentence(reasons: String, language: String, audience: String) -> Result<String> {
    rules::sentence(&reasons, &language, &audience).map_err(wrong)
}

/// The id of the person at an address.
#[napi]
#[must_use]
pub fn person_id(address: String) -> String {
    rules::person_id(&address)
}

/// The version of the library.
#[napi]
#[must_use]
pub fn version() -> String {
    rules::version()
}

/// Everything there is to know about the rules, as JSON.
#[napi]
#[must_use]
pub fn describe() -> String {
    rules::describe()
}

#[expect(clippy::needless_pass_by_value, reason = "handed to `map_err`")]
pub(crate) fn wrong(error: serde_json::Error) -> Error {
    Error::from_reason(error.to_string())
}

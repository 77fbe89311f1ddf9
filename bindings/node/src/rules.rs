//! Pure questions: everything they need is given, and nothing is looked up. See [`partnerkit_host::rules`].

#![expect(
    clippy::too_many_arguments,
    reason = "an object's fields are read faster in JavaScript than from here"
)]

use napi::{Error, Result};
use napi_derive::napi;
use partnerkit::actor::Actor;
use partnerkit::event::What;
use partnerkit::id::PartnerId;
use partnerkit::language::Language;
use partnerkit::lifecycle::{self, Case};
use partnerkit::message::MessageKind;
use partnerkit::status::{Standing, Status};
use partnerkit::transition::Action;
use partnerkit_host::{no, rules};
use uuid::Uuid;

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

/// What an action comes to, or why not: exactly one of `status`, `gone` and `refused` is there.
#[napi(object, object_from_js = false)]
#[derive(Default)]
pub struct Decided {
    /// The status from now on.
    pub status: Option<&'static str>,
    /// Whether the partner is no longer there.
    pub gone: Option<bool>,
    /// The refusal, as a message of the wire.
    pub refused: Option<String>,
    /// While deactivated, the status before.
    pub prior: Option<&'static str>,
    /// Whether it was ever approved.
    pub approved_before: Option<bool>,
    /// The note as it is kept.
    pub note: Option<String>,
    /// Which message goes.
    pub message: Option<&'static str>,
}

/// Decides an action on a partner's life by plain values, those of [`lifecycle::Case`] and whether the actor is the partner's own.
///
/// # Errors
/// When a word is no status, action or role.
#[napi]
pub fn decide(
    name: String,
    status: String,
    prior: Option<String>,
    approved_before: bool,
    new_contact: bool,
    has_login: bool,
    has_history: bool,
    action: String,
    role: String,
    is_own: bool,
    words: Option<String>,
) -> Result<Decided> {
    let known = |word: &str| Status::from_slug(word).ok_or_else(|| unknown("status", word));
    let (status, prior) = (known(&status)?, prior.as_deref().map(known).transpose()?);
    let [this, other] = [0, 1].map(|id| PartnerId(Uuid::from_u128(id)));
    let own = if is_own { this } else { other };
    let actor = Actor::in_role(&role, own).ok_or_else(|| unknown("role", &role))?;
    let action = Action::from_slug(&action).ok_or_else(|| unknown("action", &action))?;
    let standing = Standing { status, prior, approved_before };
    let case = Case { partner: this, name: &name, standing, new_contact, has_login, has_history };
    let decided = match lifecycle::decide(&case, action, actor, words.as_deref()) {
        Ok(decided) => decided,
        Err(error) => {
            let refused = Some(no(&error, Language::English, actor.audience()));
            return Ok(Decided { refused, ..Decided::default() });
        }
    };
    let standing = decided.standing;
    Ok(Decided {
        status: standing.map(|to| to.status.slug()),
        gone: standing.is_none().then_some(true),
        refused: None,
        prior: standing.and_then(|to| to.prior).map(Status::slug),
        approved_before: standing.map(|to| to.approved_before),
        note: if let What::PartnerMoved { note, .. } = decided.event { note } else { None },
        message: decided.message.map(MessageKind::slug),
    })
}

fn unknown(what: &str, word: &str) -> Error {
    Error::from_reason(format!("`{word}` is no {what}"))
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

//! Questions that need no store.

use partnerkit::actor::Actor;
use partnerkit::capability::{Answer, Capability, capable as answer_of};
use partnerkit::catalogue::{Audience, Code};
use partnerkit::error::Params;
use partnerkit::event::What;
use partnerkit::id::PartnerId;
use partnerkit::language::Language;
use partnerkit::lifecycle::{self, Case};
use partnerkit::message::MessageKind;
use partnerkit::permission;
use partnerkit::status::{Standing, Status};
use partnerkit::transition::{Action, Outcome, decide};
use partnerkit::wire::WireError;
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyTuple;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use crate::flow::text;

/// The members of the Python enumerations, so that answers need not be made anew. Filled once, when the package is loaded.
struct Words {
    statuses: Vec<Py<PyAny>>,
    actions: Vec<Py<PyAny>>,
    answers: Vec<Py<PyAny>>,
    messages: Vec<Py<PyAny>>,
}

static WORDS: PyOnceLock<Words> = PyOnceLock::new();

type Slugs = Vec<&'static str>;

/// The words of statuses, actions, answers and messages, in the order in which their members are then given to [`use_words`].
#[pyfunction]
pub fn words() -> (Slugs, Slugs, Slugs, Slugs) {
    (
        Status::ALL.map(Status::slug).to_vec(),
        Action::ALL.map(Action::slug).to_vec(),
        vec!["yes", "no", "read_only"],
        MessageKind::ALL.map(MessageKind::slug).to_vec(),
    )
}

/// Takes the members of the enumerations for [`words`].
#[pyfunction]
pub fn use_words(
    py: Python<'_>,
    statuses: Vec<Py<PyAny>>,
    actions: Vec<Py<PyAny>>,
    answers: Vec<Py<PyAny>>,
    messages: Vec<Py<PyAny>>,
) -> PyResult<()> {
    let set = WORDS.set(py, Words { statuses, actions, answers, messages });
    set.map_err(|_| PyValueError::new_err("the words are known already"))
}

fn member(py: Python<'_>, list: fn(&Words) -> &Vec<Py<PyAny>>, n: usize) -> PyResult<Py<PyAny>> {
    let member = WORDS.get(py).and_then(|words| list(words).get(n));
    member
        .map(|member| member.clone_ref(py))
        .ok_or_else(|| PyValueError::new_err("the words are not known yet"))
}

fn unknown(what: &str, word: &str) -> PyErr {
    PyValueError::new_err(format!("`{word}` is no {what}"))
}

fn status_of(word: &str) -> PyResult<Status> {
    Status::from_slug(word).ok_or_else(|| unknown("status", word))
}

fn action_of(word: &str) -> PyResult<Action> {
    Action::from_slug(word).ok_or_else(|| unknown("action", word))
}

fn capability_of(word: &str) -> PyResult<Capability> {
    Capability::from_slug(word).ok_or_else(|| unknown("capability", word))
}

fn standing(status: &str, prior: Option<&str>, approved_before: bool) -> PyResult<Standing> {
    let prior = prior.map(status_of).transpose()?;
    Ok(Standing { status: status_of(status)?, prior, approved_before })
}

/// Whether a partner in this status may do this: anything but "no". `prior` is the status before it was deactivated.
#[pyfunction]
#[pyo3(signature = (status, capability, prior=None))]
pub fn can(status: &str, capability: &str, prior: Option<&str>) -> PyResult<bool> {
    Ok(answer_of(standing(status, prior, false)?, capability_of(capability)?).is_yes())
}

/// The answer of the table: yes, no, or only to look.
#[pyfunction]
#[pyo3(signature = (status, capability, prior=None))]
pub fn capable(py: Python<'_>, status: &str, capability: &str, prior: Option<&str>) -> PyResult<Py<PyAny>> {
    let answer = answer_of(standing(status, prior, false)?, capability_of(capability)?);
    let number = match answer {
        Answer::Yes => 0,
        Answer::No => 1,
        Answer::ReadOnly => 2,
    };
    member(py, |words| &words.answers, number)
}

/// Where an action leads: the next status, or none if the partner is then gone. Raises `Refused` with code and action.
#[pyfunction]
#[pyo3(signature = (status, action, prior=None, approved_before=false))]
pub fn next_status(
    py: Python<'_>,
    status: &str,
    action: &str,
    prior: Option<&str>,
    approved_before: bool,
) -> PyResult<Option<Py<PyAny>>> {
    match decide(standing(status, prior, approved_before)?, action_of(action)?) {
        Outcome::Moved(to) => member(py, |words| &words.statuses, to.status as usize).map(Some),
        Outcome::Gone => Ok(None),
        Outcome::Refused(code, _) => Err(PyKeyError::new_err(code.slug())),
    }
}

/// What an action comes to: a tuple of the action, the status before, the one after (none if the partner is then gone), the one
/// before a deactivation, whether it was ever approved, the note as it is kept, and which message goes. Or the refusal, as JSON
/// text.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "an object's fields are read faster in Python than from here")]
pub fn decide_case(
    py: Python<'_>,
    name: &str,
    status: &str,
    prior: Option<&str>,
    approved_before: bool,
    new_contact: bool,
    has_login: bool,
    has_history: bool,
    action: &str,
    role: &str,
    is_own: bool,
    words: Option<&str>,
) -> PyResult<Py<PyAny>> {
    let [this, other] = [0, 1].map(|id| PartnerId(Uuid::from_u128(id)));
    let standing = standing(status, prior, approved_before)?;
    let case = Case { partner: this, name, standing, new_contact, has_login, has_history };
    let own = if is_own { this } else { other };
    let actor = Actor::in_role(role, own).ok_or_else(|| unknown("role", role))?;
    let action = action_of(action)?;
    let decided = match lifecycle::decide(&case, action, actor, words) {
        Ok(decided) => decided,
        Err(error) => {
            let error = WireError::new(&error, Language::English, actor.audience());
            return Ok(text(&error)?.into_pyobject(py)?.into_any().unbind());
        }
    };
    let status = |status: Status| member(py, |words| &words.statuses, status as usize);
    let message = |kind: MessageKind| member(py, |words| &words.messages, kind as usize);
    let standing = decided.standing;
    let note = if let What::PartnerMoved { note, .. } = decided.event { note } else { None };
    let told = (
        member(py, |words| &words.actions, action as usize)?,
        status(case.standing.status)?,
        standing.map(|to| status(to.status)).transpose()?,
        standing.and_then(|to| to.prior).map(status).transpose()?,
        standing.is_some_and(|to| to.approved_before),
        note,
        decided.message.map(message).transpose()?,
    );
    Ok(told.into_pyobject(py)?.into_any().unbind())
}

/// The actions that are not refused in a status, in the order of the table.
#[pyfunction]
#[pyo3(signature = (status, prior=None))]
pub fn allowed_actions<'py>(
    py: Python<'py>,
    status: &str,
    prior: Option<&str>,
) -> PyResult<Bound<'py, PyTuple>> {
    let standing = standing(status, prior, false)?;
    let allowed = (0..)
        .zip(Action::ALL)
        .filter(|(_, action)| !matches!(decide(standing, *action), Outcome::Refused(..)));
    let members: Vec<_> =
        allowed.map(|(n, _)| member(py, |words| &words.actions, n)).collect::<PyResult<_>>()?;
    PyTuple::new(py, members)
}

/// Whether a partner may request an item on a day, and by which rule: rows and answer as JSON text.
#[pyfunction]
pub fn permitted(bank: &str, partner: &str, group: Option<&str>, item: &str, day: &str) -> PyResult<String> {
    let (bank, partner, item) = (read(bank)?, read(partner)?, read(item)?);
    let group = group.map(read).transpose()?;
    let day = read(day)?;
    text(&permission::permitted(&bank, &partner, group.as_ref(), &item, day))
}

/// The rules as data, as JSON text.
#[pyfunction]
pub fn describe() -> PyResult<String> {
    text(&partnerkit::describe::describe())
}

/// The sentence of a code for an audience, its parameters as JSON text.
#[pyfunction]
pub fn sentence(code: &str, params: &str, language: &str, audience: &str) -> PyResult<String> {
    let code = Code::ALL.iter().find(|known| known.slug() == code).ok_or_else(|| unknown("code", code))?;
    let language = Language::from_tag(language).ok_or_else(|| unknown("language", language))?;
    let audience: Audience = word(audience).map_err(|_| unknown("audience", audience))?;
    let params: Params = read(params)?;
    Ok(code.sentence(language, audience, &params))
}

/// The id of the person at an address.
#[pyfunction]
pub fn person_id(email: &str) -> String {
    partnerkit::people::person_id(email).to_string()
}

/// A file to start from: the header of all columns and an example, as CSV.
#[pyfunction]
pub fn import_template() -> String {
    partnerkit::import::template()
}

fn read<T: DeserializeOwned>(json: &str) -> PyResult<T> {
    serde_json::from_str(json).map_err(|error| PyValueError::new_err(error.to_string()))
}

fn word<T: DeserializeOwned>(word: &str) -> Result<T, serde_json::Error> {
    serde_json::from_value(Value::String(word.to_owned()))
}

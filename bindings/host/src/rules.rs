//! Pure questions: everything they need is given, and nothing is looked up.

use chrono::NaiveDate;
use partnerkit::actor::Actor;
use partnerkit::bank::Bank;
use partnerkit::catalogue::Audience;
use partnerkit::error::Reason;
use partnerkit::id::PartnerId;
use partnerkit::item::{Category, Group, Item};
use partnerkit::language::Language;
use partnerkit::lifecycle;
use partnerkit::partner::Partner;
use partnerkit::question::{self, ItemPermission};
use partnerkit::status::Standing;
use partnerkit::transition::Action;
use serde::Deserialize;

use crate::answer::{no, yes};
use crate::text::{Result, read, word};

/// Everything `permitted` needs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    bank: Bank,
    partner: Partner,
    #[serde(default)]
    group: Option<Group>,
    items: Vec<Item>,
    #[serde(default)]
    categories: Vec<Category>,
    today: NaiveDate,
}

/// For each item whether the partner may request it, by which rule, and every reason for a no.
///
/// # Errors
/// When what is given is not of the wire's types.
pub fn permitted(asked: &str) -> Result<String> {
    let asked: Asked = read(asked)?;
    let (partner, group) = (&asked.partner, asked.group.as_ref());
    let one = |item: &Item| {
        let category = asked.categories.iter().find(|category| Some(category.id) == item.details.category);
        ItemPermission::new(&asked.bank, partner, group, item, category, asked.today)
    };
    let answers: Vec<ItemPermission> = asked.items.iter().map(one).collect();
    serde_json::to_string(&answers)
}

/// Everything `decide` needs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Deciding {
    case: Case,
    action: Action,
    by: Actor,
    #[serde(default)]
    words: Option<String>,
    #[serde(default)]
    language: Language,
}

/// See [`lifecycle::Case`]. What is left out is not so.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    partner: PartnerId,
    name: String,
    standing: Standing,
    #[serde(default)]
    new_contact: bool,
    #[serde(default)]
    has_login: bool,
    #[serde(default)]
    has_history: bool,
}

/// What an action on a partner would do, without a store: for hosts that keep partners in tables of their own. The answer is one
/// of the wire format, with the event, the standing and the message, or with every reason for a no.
///
/// # Errors
/// When what is given is not of the wire's types.
pub fn decide(asked: &str) -> Result<String> {
    let Deciding { case, action, by, words, language } = read(asked)?;
    let known = lifecycle::Case {
        partner: case.partner,
        name: &case.name,
        standing: case.standing,
        new_contact: case.new_contact,
        has_login: case.has_login,
        has_history: case.has_history,
    };
    Ok(match lifecycle::decide(&known, action, by, words.as_deref()) {
        Ok(decided) => yes(&decided),
        Err(error) => no(&error, language, by.audience()),
    })
}

/// Which actions an actor may take on a partner, by the transition table and its role.
///
/// # Errors
/// When what is given is not of the wire's types.
pub fn allowed_actions(actor: &str, partner: &str) -> Result<Vec<String>> {
    let (actor, partner): (Actor, Partner) = (read(actor)?, read(partner)?);
    Ok(question::allowed_actions(actor, &partner)
        .into_iter()
        .map(|action| action.slug().to_owned())
        .collect())
}

/// All reasons in one text, in a language and for an audience.
///
/// # Errors
/// When what is given is not of the wire's types.
pub fn sentence(reasons: &str, language: &str, audience: &str) -> Result<String> {
    let reasons: Vec<Reason> = read(reasons)?;
    let (language, audience): (Language, Audience) = (word(language)?, word(audience)?);
    let said =
        partnerkit::error::Error::unless_empty(reasons).map_err(|error| error.sentence(language, audience));
    Ok(said.err().unwrap_or_default())
}

/// The id of the person at an address.
#[must_use]
pub fn person_id(address: &str) -> String {
    partnerkit::people::person_id(address).to_string()
}

/// The version of the library.
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Everything there is to know about the rules, as JSON.
#[must_use]
pub fn describe() -> String {
    partnerkit::describe::describe().to_string()
}

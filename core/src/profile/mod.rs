//! What a partner says about itself (rulebook, section 6).
//!
//! A profile is a map from field key to value. Which fields there are, and what each takes, is data: [`fields`] has the
//! library's, and a bank has some [of its own](own). [`form`] shows all of a bank's in one language, so that a host can
//! draw the form from it. [`check`] looks at each value when it is saved, [`submit`] at the whole when it is submitted,
//! and [`completeness`] counts what is filled in.
//!
//! Values are kept in one spelling, so that the same value is the same everywhere: texts trimmed, addresses and digests
//! as they are checked, percentages as decimal texts. What the library does not know it leaves as it is.

pub mod check;
pub mod completeness;
pub mod fields;
pub mod form;
pub mod own;
#[cfg(feature = "schema")]
mod schema;
pub mod submit;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use self::check::{Area, Document};
pub use self::fields::Section;
pub use self::own::OwnField;
use crate::bank::BankSettings;
use crate::order::gathered;
use crate::request::RequestKind;
use crate::wire::from_tree;

/// What a partner says about itself, by field key. On the wire and in stores it is a plain object.
///
/// ```
/// use partnerkit::profile::Profile;
///
/// let profile: Profile = serde_json::from_str(r#"{"website": "example.org", "no_social_media": false}"#)?;
/// assert_eq!(profile.text("website"), Some("example.org"));
/// assert_eq!(profile.flag("no_social_media"), Some(false));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Profile(BTreeMap<String, Value>);

impl Profile {
    /// The value of a field, if it has one.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key).filter(|value| !value.is_null())
    }

    /// The answer to a yes-or-no field.
    #[must_use]
    pub fn flag(&self, key: &str) -> Option<bool> {
        self.get(key).and_then(Value::as_bool)
    }

    /// The value of a field that is a text: a line, an address, a percentage, the key of a choice.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Value::as_str)
    }

    /// All the fields that have a value, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value)).filter(|(_, value)| !value.is_null())
    }

    /// Whether the profile leaves `kind` on.
    #[must_use]
    pub fn enables(&self, kind: RequestKind) -> bool {
        self.flag(switch(kind)).unwrap_or(true)
    }

    /// Whether the profile switches any kind off.
    #[must_use]
    pub fn narrows(&self) -> bool {
        RequestKind::ALL.into_iter().any(|kind| !self.enables(kind))
    }

    /// The counties the partner serves; none if the bank does not ask for them.
    #[must_use]
    pub fn areas(&self, settings: &BankSettings) -> Vec<Area> {
        let asked = settings.has_section(Section::AreaServed);
        let areas = self.get(AREAS).filter(|_| asked);
        areas.and_then(|areas| from_tree(areas).ok()).unwrap_or_default()
    }

    /// The addresses of whoever picks up goods; none if the bank does not ask for them.
    #[must_use]
    pub fn pick_up_emails(&self, settings: &BankSettings) -> Vec<&str> {
        let asked = settings.has_section(Section::PickUpPerson);
        let emails = self.get("pick_up_email").filter(|_| asked).and_then(Value::as_array);
        emails.into_iter().flatten().filter_map(Value::as_str).collect()
    }
}

impl<K: Into<String>> FromIterator<(K, Value)> for Profile {
    fn from_iter<T: IntoIterator<Item = (K, Value)>>(fields: T) -> Self {
        Self(gathered(fields.into_iter().map(|(key, value)| (key.into(), value))))
    }
}

/// The field with the counties served.
pub(crate) const AREAS: &str = "area_served";

/// The field that switches a kind of request on and off.
#[must_use]
pub const fn switch(kind: RequestKind) -> &'static str {
    match kind {
        RequestKind::Quantity => "enable_quantity_requests",
        RequestKind::Individuals => "enable_individual_requests",
        RequestKind::Children => "enable_child_requests",
    }
}

/// A change to a profile, by field key: a field that is not named is unchanged, null is cleared.
///
/// ```
/// use partnerkit::profile::ProfilePatch;
///
/// let patch = ProfilePatch::default().set("mission", "Dry babies").clear("website");
/// assert_eq!(serde_json::to_string(&patch)?, r#"{"mission":"Dry babies","website":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProfilePatch(BTreeMap<String, Value>);

impl ProfilePatch {
    /// Also sets a field.
    #[must_use]
    pub fn set(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(key.into(), value.into());
        self
    }

    /// Also clears a field.
    #[must_use]
    pub fn clear(self, key: impl Into<String>) -> Self {
        self.set(key, Value::Null)
    }

    /// Whether it names no field at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields it names, with their new values; null clears.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Changes `profile` as the patch says.
    pub fn apply(&self, profile: &mut Profile) {
        for (key, value) in &self.0 {
            if value.is_null() {
                profile.0.remove(key);
            } else {
                profile.0.insert(key.clone(), value.clone());
            }
        }
    }

    /// Leaves out what would change nothing, so that an event names only what changed.
    pub(crate) fn reduce(&mut self, profile: &Profile) {
        self.0.retain(|key, value| profile.get(key).unwrap_or(&Value::Null) != value);
    }
}

impl<K: Into<String>> FromIterator<(K, Value)> for ProfilePatch {
    fn from_iter<T: IntoIterator<Item = (K, Value)>>(fields: T) -> Self {
        Self(gathered(fields.into_iter().map(|(key, value)| (key.into(), value))))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_the_library_does_not_know_survives_a_change() {
        let old = json!({"from_the_future": {"deep": [1.5, null]}, "mission": "Help", "gone": null});
        let mut profile: Profile = serde_json::from_value(old).unwrap();
        ProfilePatch::default().set("mission", "Help more").apply(&mut profile);
        let now = json!({"from_the_future": {"deep": [1.5, null]}, "mission": "Help more", "gone": null});
        assert_eq!(serde_json::to_value(&profile).unwrap(), now);
    }

    #[test]
    fn a_patch_names_what_it_sets_and_what_it_clears() {
        let patch: ProfilePatch =
            [("mission", json!("Help")), ("website", Value::Null)].into_iter().collect();
        assert_eq!(serde_json::to_value(&patch).unwrap(), json!({"mission": "Help", "website": null}));
        assert_eq!(patch, ProfilePatch::default().set("mission", "Help").clear("website"));
    }

    #[test]
    fn a_field_without_a_value_is_none() {
        let profile: Profile = [("mission", json!("Help")), ("website", Value::Null), ("own_pets", json!(0))]
            .into_iter()
            .collect();
        assert_eq!(
            profile.iter().collect::<Vec<_>>(),
            [("mission", &json!("Help")), ("own_pets", &json!(0))]
        );
        assert_eq!(profile.get("website"), None);
    }

    #[test]
    fn a_text_is_a_text_and_nothing_else_is() {
        let profile: Profile =
            [("mission", json!("Help")), ("founded", json!(1990)), ("website", Value::Null)]
                .into_iter()
                .collect();
        let texts = ["mission", "founded", "website", "city"].map(|key| profile.text(key));
        assert_eq!(texts, [Some("Help"), None, None, None]);
    }

    #[test]
    fn a_patch_is_reduced_to_what_changes() {
        let profile: Profile =
            [("mission", json!("Help")), ("website", json!("a.org"))].into_iter().collect();
        let mut patch = ProfilePatch::default().set("mission", "Help").clear("website").clear("twitter");
        patch.reduce(&profile);
        assert_eq!(patch, ProfilePatch::default().clear("website"));
    }

    #[test]
    fn the_present_switches_keep_their_keys() {
        let off: Profile = serde_json::from_value(json!({"enable_child_requests": false})).unwrap();
        assert!(off.narrows() && !off.enables(RequestKind::Children) && off.enables(RequestKind::Quantity));
        for kind in RequestKind::ALL {
            assert!(fields::find(switch(kind)).is_some_and(|(section, _)| section == Section::Settings));
        }
    }
}

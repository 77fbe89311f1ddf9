//! Items, the categories they are in, and the groups partners are in (rulebook, section 7).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::bank::{Version, set};
use crate::id::{CategoryId, GroupId, ItemId};
use crate::patch::{Change, given};
use crate::schedule::Schedule;

/// A category of items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// How often it has been written.
    pub version: Version,
    /// Its name, unique in the bank.
    pub name: String,
}

/// Something a bank hands out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// How often it has been written.
    pub version: Version,
    /// What is known of it.
    #[serde(flatten)]
    pub details: ItemDetails,
}

/// What is known of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ItemDetails {
    /// Its name, unique in the bank.
    pub name: String,
    /// Whether it is in use at all.
    pub active: bool,
    /// Whether partners can see it.
    pub visible: bool,
    /// The category it is in.
    pub category: Option<CategoryId>,
    /// Pieces for one person, 1 to 1,000,000.
    pub quantity_per_person: u32,
    /// Units it can be requested in beside plain pieces: `pack`, `case`.
    pub units: BTreeSet<String>,
}

/// Whether the key of a unit names the plain piece, which is always there and no unit of an item.
pub(crate) fn is_plain_piece(unit_key: &str) -> bool {
    unit_key == "piece" || unit_key == "pieces"
}

/// Pieces for one person, unless said otherwise.
pub const QUANTITY_PER_PERSON: u32 = 50;
/// Kits for one person, unless said otherwise.
pub const KITS_PER_PERSON: u32 = 1;

/// A new item. Only the name is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewItem {
    /// The id it shall have; without one it gets one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ItemId>,
    /// Its name.
    pub name: String,
    /// Whether it is in use; yes unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// Whether partners see it; yes unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visible: Option<bool>,
    /// Its category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// Pieces for one person; 50 unless said otherwise, 1 for a kit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity_per_person: Option<u32>,
    /// Whether it is a kit, which only sets the default of `quantity_per_person`.
    #[serde(default)]
    pub kit: bool,
    /// Units it can be requested in beside pieces.
    #[serde(default)]
    pub units: BTreeSet<String>,
}

/// A change to an item: absent is unchanged, null is cleared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ItemPatch {
    /// A new name.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub name: Option<String>,
    /// Whether it is in use.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "bool"))]
    pub active: Option<bool>,
    /// Whether partners see it.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "bool"))]
    pub visible: Option<bool>,
    /// Another category, or none.
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub category: Change<CategoryId>,
    /// Pieces for one person.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub quantity_per_person: Option<u32>,
    /// All its units.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeSet<String>"))]
    pub units: Option<BTreeSet<String>>,
}

impl ItemPatch {
    /// Changes `details` as the patch says.
    pub fn apply(&self, details: &mut ItemDetails) {
        set(&mut details.name, self.name.as_ref());
        set(&mut details.active, self.active.as_ref());
        set(&mut details.visible, self.visible.as_ref());
        set(&mut details.quantity_per_person, self.quantity_per_person.as_ref());
        set(&mut details.units, self.units.as_ref());
        self.category.apply(&mut details.category);
    }
}

/// A group of partners that may request the same categories of items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// How often it has been written.
    pub version: Version,
    /// Its name, unique in the bank.
    pub name: String,
    /// The categories its members may request. None means nothing.
    pub categories: BTreeSet<CategoryId>,
    /// The most of an item a member may ask for in one request; each unit counts apart.
    pub caps: BTreeMap<ItemId, u32>,
    /// When its members are reminded of the deadline. It wins over the bank's schedule as a whole.
    pub reminders: Option<Schedule>,
    /// When that was last changed: days before are not caught up.
    pub reminders_since: Option<DateTime<Utc>>,
}

/// A change to a group: absent is unchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct GroupPatch {
    /// A new name.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub name: Option<String>,
    /// All its categories.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeSet<CategoryId>"))]
    pub categories: Option<BTreeSet<CategoryId>>,
    /// See [`Group::reminders`]: replaced as a whole; cleared, the bank's schedule holds.
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub reminders: Change<Schedule>,
}

impl GroupPatch {
    /// Changes `group` as the patch says, the change being made at `at`.
    pub fn apply(&self, group: &mut Group, at: DateTime<Utc>) {
        let reminders = group.reminders;
        self.reminders.apply(&mut group.reminders);
        if group.reminders != reminders {
            group.reminders_since = Some(at);
        }
        set(&mut group.name, self.name.as_ref());
        set(&mut group.categories, self.categories.as_ref());
    }
}

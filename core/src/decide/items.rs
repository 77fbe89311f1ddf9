//! Categories, items and groups.

use std::collections::BTreeSet;

use super::Deciding;
use super::bank::{keep, schedule_problems};
use crate::command::Destination;
use crate::error::{Code, Error, Reason};
use crate::event::What;
use crate::id::{CategoryId, GroupId, ItemId};
use crate::item::{
    GroupPatch, ItemDetails, ItemPatch, KITS_PER_PERSON, NewItem, QUANTITY_PER_PERSON, is_plain_piece,
};
use crate::order::gathered;
use crate::partner::PartnerPatch;
use crate::patch::Change;
use crate::request::MAX_QUANTITY;
use crate::store::RowId;
use crate::text::{self, name_key};

/// The longest name of a unit, in characters.
const MAX_UNIT: usize = 50;

impl Deciding<'_> {
    pub(super) fn add_category(&mut self, id: Option<CategoryId>, name: &str) -> Result<(), Error> {
        self.actor().needs_bank()?;
        self.bank()?;
        let category =
            self.new_id(id, |facts, id| facts.categories.contains_key(&id), RowId::Category, "category")?;
        let others = self.facts.categories.values().map(|row| row.name.as_str());
        let name = free_name(name, "category", others)?;
        self.happen(What::CategoryAdded { category, name });
        Ok(())
    }

    pub(super) fn rename_category(&mut self, category: CategoryId, name: &str) -> Result<(), Error> {
        self.actor().needs_bank()?;
        let row = self.category(category)?;
        let others = self.facts.categories.values().filter(|other| other.id != category);
        let name = free_name(name, "category", others.map(|other| other.name.as_str()))?;
        if name != row.name {
            self.happen(What::CategoryRenamed { category, name });
        }
        Ok(())
    }

    pub(super) fn delete_category(&mut self, category: CategoryId) -> Result<(), Error> {
        self.actor().needs_bank()?;
        let row = self.category(category)?;
        let items = self.facts.items.values().filter(|item| item.details.category == Some(category)).count();
        let groups = self.facts.groups.values().filter(|group| group.categories.contains(&category)).count();
        if items + groups > 0 {
            let reason = Reason::new(Code::CategoryInUse).with("category", row.name.as_str());
            return Err(reason.with("items", items).with("groups", groups).into());
        }
        self.happen(What::CategoryDeleted { category });
        Ok(())
    }

    pub(super) fn add_item(&mut self, new: &NewItem) -> Result<(), Error> {
        self.actor().needs_bank()?;
        self.bank()?;
        if let Some(category) = new.category {
            self.category(category)?;
        }
        let item = self.new_id(new.id, |facts, id| facts.items.contains_key(&id), RowId::Item, "item")?;
        let per_person = if new.kit { KITS_PER_PERSON } else { QUANTITY_PER_PERSON };
        let mut patch = ItemPatch {
            name: Some(new.name.clone()),
            quantity_per_person: new.quantity_per_person,
            units: Some(new.units.clone()),
            ..ItemPatch::default()
        };
        self.check_item(item, &mut patch)?;
        let mut details = ItemDetails {
            name: String::new(),
            active: new.active.unwrap_or(true),
            visible: new.visible.unwrap_or(true),
            category: new.category,
            quantity_per_person: per_person,
            units: BTreeSet::new(),
        };
        patch.apply(&mut details);
        self.happen(What::ItemAdded { item, details });
        Ok(())
    }

    pub(super) fn update_item(&mut self, item: ItemId, patch: &ItemPatch) -> Result<(), Error> {
        self.actor().needs_bank()?;
        let row = self.item(item)?;
        if *patch == ItemPatch::default() {
            return Err(Code::NothingToChange.into());
        }
        if let Some(category) = patch.category.value() {
            self.category(*category)?;
        }
        let mut patch = patch.clone();
        self.check_item(item, &mut patch)?;
        let mut after = row.clone();
        patch.apply(&mut after.details);
        if after != *row {
            self.happen(What::ItemUpdated { item, patch });
        }
        Ok(())
    }

    /// Checks and trims a patch of an item.
    fn check_item(&self, own: ItemId, patch: &mut ItemPatch) -> Result<(), Error> {
        let mut reasons = Vec::new();
        if let Some(name) = &patch.name {
            let others = self.facts.items.values().filter(|other| other.id != own);
            match free_name(name, "item", others.map(|other| other.details.name.as_str())) {
                Ok(name) => patch.name = Some(name),
                Err(error) => reasons.extend(error.into_reasons()),
            }
        }
        if let Some(pieces) = patch.quantity_per_person {
            reasons.extend(out_of_range("quantity_per_person", i64::from(pieces)));
        }
        if let Some(units) = &patch.units {
            let checked: Vec<Option<String>> =
                units.iter().map(|raw| keep(&mut reasons, "units", unit(raw))).collect();
            patch.units = Some(gathered(checked.into_iter().flatten()));
        }
        Error::unless_empty(reasons)
    }

    pub(super) fn add_group(
        &mut self,
        id: Option<GroupId>,
        name: &str,
        categories: &BTreeSet<CategoryId>,
    ) -> Result<(), Error> {
        self.actor().needs_bank()?;
        self.bank()?;
        for category in categories {
            self.category(*category)?;
        }
        let group = self.new_id(id, |facts, id| facts.groups.contains_key(&id), RowId::Group, "group")?;
        let name = free_name(name, "group", self.facts.groups.values().map(|row| row.name.as_str()))?;
        self.happen(What::GroupAdded { group, name, categories: categories.clone() });
        Ok(())
    }

    pub(super) fn update_group(&mut self, group: GroupId, patch: &GroupPatch) -> Result<(), Error> {
        self.actor().needs_bank()?;
        let row = self.group(group)?;
        if *patch == GroupPatch::default() {
            return Err(Code::NothingToChange.into());
        }
        for category in patch.categories.iter().flatten() {
            self.category(*category)?;
        }
        let mut patch = patch.clone();
        if let Some(name) = &patch.name {
            let others = self.facts.groups.values().filter(|other| other.id != group);
            patch.name = Some(free_name(name, "group", others.map(|other| other.name.as_str()))?);
        }
        Error::unless_empty(schedule_problems(&patch.reminders))?;
        patch.reminders.reduce(row.reminders.as_ref());
        let mut after = row.clone();
        patch.apply(&mut after, self.order.at);
        if after != *row {
            self.happen(What::GroupUpdated { group, patch });
        }
        Ok(())
    }

    pub(super) fn delete_group(
        &mut self,
        group: GroupId,
        move_members: Option<Destination>,
    ) -> Result<(), Error> {
        self.actor().needs_bank()?;
        let row = self.group(group)?;
        if let Some(Destination::Group(destination)) = move_members {
            self.group(destination)?;
            if destination == group {
                return Err(Reason::new(Code::GroupIsDestination).on("move_members").into());
            }
        }
        let facts = self.facts;
        let members: Vec<_> =
            facts.partners.values().filter(|partner| partner.details.group == Some(group)).collect();
        let to = match move_members {
            Some(Destination::Group(destination)) => Change::Set(destination),
            Some(Destination::NoGroup) => Change::Clear,
            None if members.is_empty() => Change::Clear,
            None => {
                let reason = Reason::new(Code::GroupHasMembers).with("group", row.name.as_str());
                return Err(reason.with("members", members.len()).into());
            }
        };
        for member in members {
            let before = self.partner(member.id)?;
            let mut after = before.clone();
            to.apply(&mut after.details.group);
            let lost = self.lines_lost(before, &after)?;
            self.done.no_longer_permitted.extend(lost);
            let patch = PartnerPatch { group: to, ..PartnerPatch::default() };
            self.happen(What::PartnerUpdated { partner: member.id, patch });
        }
        self.happen(What::GroupDeleted { group });
        Ok(())
    }

    pub(super) fn set_group_cap(
        &mut self,
        group: GroupId,
        item: ItemId,
        cap: Option<i64>,
    ) -> Result<(), Error> {
        self.actor().needs_bank()?;
        let row = self.group(group)?;
        self.item(item)?;
        if let Some(reason) = cap.and_then(|cap| out_of_range("cap", cap)) {
            return Err(reason.into());
        }
        let cap = cap.and_then(|cap| u32::try_from(cap).ok());
        if row.caps.get(&item).copied() != cap {
            self.happen(What::GroupCapSet { group, item, cap });
        }
        Ok(())
    }
}

/// The checked name, if none of `others` has the same key.
fn free_name<'a>(raw: &str, what: &str, mut others: impl Iterator<Item = &'a str>) -> Result<String, Error> {
    let name = text::name(raw).map_err(|reason| reason.on("name"))?;
    let key = name_key(&name);
    if others.any(|other| name_key(other) == key) {
        let reason = Reason::new(Code::NameTaken).with("name", name.as_str());
        return Err(reason.with("what", what).on("name").into());
    }
    Ok(name)
}

/// The reason why `value` is not a quantity from 1 to 1,000,000.
fn out_of_range(field: &str, value: i64) -> Option<Reason> {
    let range = 1..=i64::from(MAX_QUANTITY);
    (!range.contains(&value)).then(|| {
        let reason = Reason::new(Code::NumberOutOfRange).with("field", field).with("value", value);
        reason.with("least", 1).with("most", MAX_QUANTITY).on(field)
    })
}

/// The checked name of a unit: lower case, short, and not the plain piece that is always there.
fn unit(raw: &str) -> Result<String, Reason> {
    let invalid = || Reason::new(Code::UnitInvalid).with("unit", text::shorten(raw));
    let unit = text::name(raw).map(|unit| name_key(&unit)).map_err(|_| invalid())?;
    if unit.chars().count() > MAX_UNIT || is_plain_piece(&unit) {
        return Err(invalid());
    }
    Ok(unit)
}

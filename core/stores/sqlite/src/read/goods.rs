//! Categories, items and groups.

use partnerkit::id::{CategoryId, GroupId, ItemId};
use partnerkit::item::{Category, Group, Item, ItemDetails};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Reader, blob, list};
use crate::errors::Fault;
use crate::values::{At, Count, Json};

impl Reader<'_> {
    pub(super) fn categories_where(
        &mut self,
        condition: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<(), Fault> {
        let mut select = self.select("SELECT id, version, name FROM categories WHERE bank_id = ?");
        select.and(condition, values);
        for category in select.list(self.view, category)? {
            self.facts.categories.insert(category.id, category);
        }
        Ok(())
    }

    pub(super) fn item(&mut self, id: ItemId) -> Result<(), Fault> {
        self.items_where("id = ?", [blob(id.0)])
    }

    pub(super) fn items_where(
        &mut self,
        condition: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<(), Fault> {
        let mut select = self.select(
            "SELECT id, version, name, active, visible, category_id, quantity_per_person \
             FROM items WHERE bank_id = ?",
        );
        select.and(condition, values);
        for mut item in select.list(self.view, item)? {
            let units = "SELECT unit FROM item_units WHERE bank_id = ? AND item_id = ?";
            let units = list(self.view, units, [self.bank.0, item.id.0], |row| row.get(0))?;
            item.details.units.extend::<Vec<String>>(units);
            self.facts.items.insert(item.id, item);
        }
        Ok(())
    }

    pub(super) fn group(&mut self, id: GroupId) -> Result<(), Fault> {
        self.groups_where("id = ?", [blob(id.0)])
    }

    pub(super) fn groups_where(
        &mut self,
        condition: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<(), Fault> {
        let mut select =
            self.select("SELECT id, version, name, reminders, reminders_since FROM groups WHERE bank_id = ?");
        select.and(condition, values);
        for mut group in select.list(self.view, group)? {
            let key = [self.bank.0, group.id.0];
            let categories = "SELECT category_id FROM group_categories WHERE bank_id = ? AND group_id = ?";
            let categories = list(self.view, categories, key, |row| row.get(0).map(CategoryId))?;
            let caps = "SELECT item_id, cap FROM group_caps WHERE bank_id = ? AND group_id = ?";
            let caps = list(self.view, caps, key, |row| Ok((ItemId(row.get(0)?), row.get(1)?)))?;
            group.categories.extend(categories);
            group.caps.extend(caps);
            self.facts.groups.insert(group.id, group);
        }
        Ok(())
    }

    pub(super) fn users_of_category(&mut self, id: CategoryId) -> Result<(), Fault> {
        self.items_where("category_id = ?", [blob(id.0)])?;
        let with_it = "id IN (SELECT group_id FROM group_categories WHERE bank_id = ? AND category_id = ?)";
        self.groups_where(with_it, [blob(self.bank.0), blob(id.0)])
    }
}

fn category(row: &Row<'_>) -> rusqlite::Result<Category> {
    Ok(Category {
        id: CategoryId(row.get("id")?),
        version: row.get::<_, Count>("version")?.0,
        name: row.get("name")?,
    })
}

/// An item still without its units.
fn item(row: &Row<'_>) -> rusqlite::Result<Item> {
    Ok(Item {
        id: ItemId(row.get("id")?),
        version: row.get::<_, Count>("version")?.0,
        details: ItemDetails {
            name: row.get("name")?,
            active: row.get("active")?,
            visible: row.get("visible")?,
            category: row.get::<_, Option<_>>("category_id")?.map(CategoryId),
            quantity_per_person: row.get("quantity_per_person")?,
            units: Default::default(),
        },
    })
}

/// A group still without its categories and caps.
fn group(row: &Row<'_>) -> rusqlite::Result<Group> {
    Ok(Group {
        id: GroupId(row.get("id")?),
        version: row.get::<_, Count>("version")?.0,
        name: row.get("name")?,
        categories: Default::default(),
        caps: Default::default(),
        reminders: row.get::<_, Option<Json<_>>>("reminders")?.map(|schedule| schedule.0),
        reminders_since: row.get::<_, Option<At>>("reminders_since")?.map(|at| at.0),
    })
}

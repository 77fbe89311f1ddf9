//! Partners.

use std::collections::BTreeMap;

use partnerkit::id::{GroupId, ItemId, PartnerId};
use partnerkit::partner::{Exception, Partner, PartnerDetails};
use partnerkit::status::Status;
use partnerkit::store::PartnerPage;
use partnerkit::text::{email_key, name_key};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Reader, Select, blob, first, list, text};
use crate::errors::Fault;
use crate::values::{At, Count, Day, Json, Slug, limit};

/// How many partners that look alike are worth showing.
const ALIKE: usize = 5;

const SELECT: &str = "SELECT id, version, name, email, group_id, quota, send_emails, default_storage_location, notes, \
    info_for_partner, external_id, proxy, status, prior, invited_email, approved_at, submitted_at, reactivated_at, \
    group_since, emails_since, added_at, import_line, profile \
    FROM partners";

impl Reader<'_> {
    pub(super) fn partner(&mut self, id: PartnerId) -> Result<(), Fault> {
        self.partners_where("id = ?", [blob(id.0)])
    }

    pub(super) fn partner_and_group(&mut self, id: PartnerId) -> Result<(), Fault> {
        self.partner(id)?;
        match self.facts.partners.get(&id).and_then(|partner| partner.details.group) {
            Some(group) => self.group(group),
            None => Ok(()),
        }
    }

    pub(super) fn partners_where(
        &mut self,
        condition: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<(), Fault> {
        let mut select = self.partners_by("");
        select.and(condition, values);
        self.partners(select).map(drop)
    }

    /// A query over the bank's partners. Without statistics SQLite takes any index that spares it the sorting, even if
    /// that means to look at every partner; `index` says which one it must walk (` INDEXED BY …`).
    pub(super) fn partners_by(&self, index: &str) -> Select {
        self.select(&format!("{SELECT}{index} WHERE bank_id = ?"))
    }

    pub(super) fn partners_looking_like(&mut self, key: &str) -> Result<(), Fault> {
        // Names without a letter have the empty key; they look like nothing, not like each other.
        if key.is_empty() {
            return Ok(());
        }
        let mut select = self.partners_by(" INDEXED BY partners_by_looks");
        select.and("look_key = ?", [text(key)]);
        select.push(" ORDER BY id LIMIT ?", [limit(ALIKE)]);
        self.partners(select).map(drop)
    }

    pub(super) fn partner_page(&mut self, page: &PartnerPage) -> Result<(), Fault> {
        let mut select = self.partners_by(match (page.filter.group, page.filter.statuses.len()) {
            (Some(_), _) => " INDEXED BY partners_in_group",
            (None, 1) => " INDEXED BY partners_by_status",
            (None, _) => "",
        });
        if page.filter.statuses.is_empty() {
            select.and("status <> ?", [text(Status::Deactivated.slug())]);
        } else {
            select.among("status", page.filter.statuses.iter().map(|status| status.slug()));
        }
        if let Some(group) = page.filter.group {
            select.and("group_id = ?", [blob(group.0)]);
        }
        if let Some(part) = &page.filter.text {
            // `instr` and not LIKE: what a person types may hold `%` and `_`.
            let parts = [text(name_key(part)), text(email_key(part))];
            select.and("(instr(name_key, ?) > 0 OR instr(email_key, ?) > 0)", parts);
        }
        if let Some((key, id)) = &page.after {
            select.and("(name_key, id) > (?, ?)", [text(key), blob(id.0)]);
        }
        select.push(" ORDER BY name_key, id LIMIT ?", [limit(page.limit)]);
        for group in self.partners(select)? {
            if !self.facts.groups.contains_key(&group) {
                self.group(group)?;
            }
        }
        Ok(())
    }

    pub(super) fn partner_counts(&mut self) -> Result<(), Fault> {
        let sql = "SELECT status, count(*) FROM partners WHERE bank_id = ? GROUP BY status";
        let counts = list(self.view, sql, [self.bank.0], |row| {
            Ok((row.get::<_, Slug<_>>(0)?.0, row.get::<_, Count>(1)?.0))
        })?;
        self.facts.counts.extend(counts);
        Ok(())
    }

    pub(super) fn partner_history(&mut self, id: PartnerId) -> Result<(), Fault> {
        let sql = "SELECT 1 WHERE EXISTS (SELECT 1 FROM requests WHERE bank_id = ?1 AND partner_id = ?2) \
                   OR EXISTS (SELECT 1 FROM distributions WHERE bank_id = ?1 AND partner_id = ?2)";
        if first(self.view, sql, [self.bank.0, id.0], |_| Ok(()))?.is_some() {
            self.facts.with_history.insert(id);
        }
        Ok(())
    }

    /// Reads partners with their exceptions, and answers which groups they are in.
    pub(super) fn partners(&mut self, select: Select) -> Result<Vec<GroupId>, Fault> {
        let mut groups = Vec::new();
        for mut partner in select.list(self.view, make)? {
            let exceptions =
                "SELECT item_id, rule, last_day FROM partner_exceptions WHERE bank_id = ? AND partner_id = ?";
            let exceptions = list(self.view, exceptions, [self.bank.0, partner.id.0], exception)?;
            partner.exceptions = exceptions.into_iter().collect();
            groups.extend(partner.details.group);
            self.facts.partners.insert(partner.id, partner);
        }
        Ok(groups)
    }
}

/// A partner still without its exceptions.
fn make(row: &Row<'_>) -> rusqlite::Result<Partner> {
    Ok(Partner {
        id: PartnerId(row.get("id")?),
        version: row.get::<_, Count>("version")?.0,
        details: PartnerDetails {
            name: row.get("name")?,
            email: row.get("email")?,
            group: row.get::<_, Option<_>>("group_id")?.map(GroupId),
            quota: row.get::<_, Option<Count>>("quota")?.map(|quota| quota.0),
            send_emails: row.get("send_emails")?,
            default_storage_location: row.get("default_storage_location")?,
            notes: row.get("notes")?,
            info_for_partner: row.get("info_for_partner")?,
            external_id: row.get("external_id")?,
            proxy: row.get("proxy")?,
        },
        status: row.get::<_, Slug<_>>("status")?.0,
        prior: row.get::<_, Option<Slug<_>>>("prior")?.map(|prior| prior.0),
        invited_email: row.get("invited_email")?,
        approved_at: row.get::<_, Option<At>>("approved_at")?.map(|at| at.0),
        submitted_at: row.get::<_, Option<At>>("submitted_at")?.map(|at| at.0),
        reactivated_at: row.get::<_, Option<At>>("reactivated_at")?.map(|at| at.0),
        group_since: row.get::<_, Option<At>>("group_since")?.map(|at| at.0),
        emails_since: row.get::<_, Option<At>>("emails_since")?.map(|at| at.0),
        added_at: row.get::<_, At>("added_at")?.0,
        import_line: row.get::<_, Option<Count>>("import_line")?.map(|line| line.0),
        profile: row.get::<_, Json<_>>("profile")?.0,
        exceptions: BTreeMap::new(),
    })
}

fn exception(row: &Row<'_>) -> rusqlite::Result<(ItemId, Exception)> {
    let last_day = row.get::<_, Option<Day>>("last_day")?.map(|day| day.0);
    Ok((ItemId(row.get("item_id")?), Exception { rule: row.get::<_, Slug<_>>("rule")?.0, last_day }))
}

//! Partners.

use std::collections::BTreeMap;

use partnerkit::id::{GroupId, ItemId, PartnerId};
use partnerkit::listing::{PartnerSort, Place, rank};
use partnerkit::partner::{Exception, Partner, PartnerDetails};
use partnerkit::status::Status;
use partnerkit::store::PartnerPage;
use partnerkit::text::{email_key, name_key};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{AT_ONCE, Columns, Reader, Select, blob, first, list, text};
use crate::errors::Fault;
use crate::values::{At, Count, Day, Json, Slug, limit};

/// How many partners that look alike are worth showing.
const ALIKE: usize = 5;

const SELECT: &str = "SELECT id, version, name, email, group_id, quota, send_emails, default_storage_location, notes, \
    info_for_partner, external_id, language, proxy, status, prior, invited_email, approved_at, submitted_at, reactivated_at, \
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
            select.among("status", page.filter.statuses.iter().map(|status| text(status.slug())));
        }
        if let Some(group) = page.filter.group {
            select.and("group_id = ?", [blob(group.0)]);
        }
        if let Some(part) = &page.filter.text {
            // `instr` and not LIKE: what a person types may hold `%` and `_`.
            let parts = [text(name_key(part)), text(email_key(part))];
            select.and("(instr(name_key, ?) > 0 OR instr(email_key, ?) > 0)", parts);
        }
        // Names have indexes to walk; every other order sorts what passes the filter.
        let rank = match page.sort {
            PartnerSort::Name => None,
            PartnerSort::Status => Some(by_life()),
            PartnerSort::Added => Some("added_at".to_owned()),
            PartnerSort::Submitted => Some(format!("coalesce(submitted_at, {})", i64::MAX)),
        };
        let (columns, marks) = match &rank {
            None => ("name_key, id".to_owned(), "?, ?"),
            Some(rank) => (format!("{rank}, name_key, id"), "?, ?, ?"),
        };
        if let Some(Place { rank: after, name, id }) = &page.after {
            let values = rank.is_some().then_some(Value::Integer(*after)).into_iter();
            select.and(&format!("({columns}) > ({marks})"), values.chain([text(name), blob(id.0)]));
        }
        select.push(&format!(" ORDER BY {columns} LIMIT ?"), [limit(page.limit)]);
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
        let found = select.list(self.view, make)?;
        let groups = found.iter().filter_map(|partner| partner.details.group).collect();
        let ids: Vec<_> = found.iter().map(|partner| partner.id).collect();
        self.facts.partners.extend(found.into_iter().map(|partner| (partner.id, partner)));
        for some in ids.chunks(AT_ONCE) {
            let exceptions =
                "SELECT partner_id, item_id, rule, last_day FROM partner_exceptions WHERE bank_id = ?";
            let mut select = self.select(exceptions);
            select.among("partner_id", some.iter().map(|id| blob(id.0)));
            for (partner, item, exception) in select.list(self.view, exception)? {
                let partner = self.facts.partners.get_mut(&partner);
                partner.and_then(|partner| partner.exceptions.insert(item, exception));
            }
        }
        Ok(groups)
    }
}

/// The place of a partner's status in the order of its life.
fn by_life() -> String {
    let cases = Status::ALL.map(|status| format!("WHEN '{}' THEN {}", status.slug(), rank(status)));
    format!("CASE status {} END", cases.join(" "))
}

/// A partner still without its exceptions.
fn make(row: &Row<'_>) -> rusqlite::Result<Partner> {
    let mut row = Columns::of(row);
    Ok(Partner {
        id: PartnerId(row.next()?),
        version: row.next::<Count>()?.0,
        details: PartnerDetails {
            name: row.next()?,
            email: row.next()?,
            group: row.next::<Option<_>>()?.map(GroupId),
            quota: row.next::<Option<Count>>()?.map(|quota| quota.0),
            send_emails: row.next()?,
            default_storage_location: row.next()?,
            notes: row.next()?,
            info_for_partner: row.next()?,
            external_id: row.next()?,
            language: row.next::<Option<Slug<_>>>()?.map(|language| language.0),
            proxy: row.next()?,
        },
        status: row.next::<Slug<_>>()?.0,
        prior: row.next::<Option<Slug<_>>>()?.map(|prior| prior.0),
        invited_email: row.next()?,
        approved_at: row.next::<Option<At>>()?.map(|at| at.0),
        submitted_at: row.next::<Option<At>>()?.map(|at| at.0),
        reactivated_at: row.next::<Option<At>>()?.map(|at| at.0),
        group_since: row.next::<Option<At>>()?.map(|at| at.0),
        emails_since: row.next::<Option<At>>()?.map(|at| at.0),
        added_at: row.next::<At>()?.0,
        import_line: row.next::<Option<Count>>()?.map(|line| line.0),
        profile: row.next::<Json<_>>()?.0,
        exceptions: BTreeMap::new(),
    })
}

fn exception(row: &Row<'_>) -> rusqlite::Result<(PartnerId, ItemId, Exception)> {
    let mut row = Columns::of(row);
    let (partner, item) = (PartnerId(row.next()?), ItemId(row.next()?));
    let rule = row.next::<Slug<_>>()?.0;
    Ok((partner, item, Exception { rule, last_day: row.next::<Option<Day>>()?.map(|day| day.0) }))
}

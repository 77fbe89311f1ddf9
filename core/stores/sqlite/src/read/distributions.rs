//! Distributions.

use chrono::NaiveDate;
use partnerkit::distribution::{Distribution, DistributionLine};
use partnerkit::id::{DistributionId, ItemId, PartnerId, PersonId, RequestId};
use partnerkit::store::DistributionPage;
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Reader, Select, blob, list, text};
use crate::errors::Fault;
use crate::values::{At, Count, Day, Slug, limit};

const SELECT: &str = "SELECT id, version, partner_id, request_id, state, day, method, comment, recorded_by, \
    recorded_at FROM distributions WHERE bank_id = ?";

impl Reader<'_> {
    pub(super) fn distributions_where(
        &mut self,
        condition: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<(), Fault> {
        let mut select = self.select(SELECT);
        select.and(condition, values);
        self.distributions(select)
    }

    pub(super) fn distribution_and_around(&mut self, id: DistributionId) -> Result<(), Fault> {
        self.distributions_where("id = ?", [blob(id.0)])?;
        let Some(distribution) = self.facts.distributions.get(&id) else { return Ok(()) };
        let request = distribution.request;
        self.partner(distribution.partner)?;
        request.map_or(Ok(()), |request| self.request(request))
    }

    pub(super) fn distribution_page(&mut self, page: &DistributionPage) -> Result<(), Fault> {
        let mut select = self.select(SELECT);
        if let Some(partner) = page.partner {
            select.and("partner_id = ?", [blob(partner.0)]);
        }
        if let Some(after) = page.after {
            select.and("id < ?", [blob(after.0)]);
        }
        select.push(" ORDER BY id DESC LIMIT ?", [limit(page.limit)]);
        self.distributions(select)
    }

    /// The scheduled distributions of a day, by id.
    pub(super) fn distributions_on(
        &mut self,
        day: NaiveDate,
        after: Option<DistributionId>,
        most: usize,
    ) -> Result<(), Fault> {
        let mut select = self.select(SELECT);
        select.and("state = 'scheduled' AND day = ?", [text(day.to_string())]);
        if let Some(after) = after {
            select.and("id > ?", [blob(after.0)]);
        }
        select.push(" ORDER BY id LIMIT ?", [limit(most)]);
        self.distributions(select)
    }

    /// Reads distributions with their lines.
    fn distributions(&mut self, select: Select) -> Result<(), Fault> {
        for mut distribution in select.list(self.view, make)? {
            let lines = "SELECT item_id, item_name, quantity FROM distribution_lines \
                         WHERE bank_id = ? AND distribution_id = ? ORDER BY place";
            distribution.lines = list(self.view, lines, [self.bank.0, distribution.id.0], line)?;
            self.facts.distributions.insert(distribution.id, distribution);
        }
        Ok(())
    }
}

/// A distribution still without its lines.
fn make(row: &Row<'_>) -> rusqlite::Result<Distribution> {
    Ok(Distribution {
        id: DistributionId(row.get("id")?),
        version: row.get::<_, Count>("version")?.0,
        partner: PartnerId(row.get("partner_id")?),
        request: row.get::<_, Option<_>>("request_id")?.map(RequestId),
        state: row.get::<_, Slug<_>>("state")?.0,
        lines: Vec::new(),
        date: row.get::<_, Day>("day")?.0,
        method: row.get::<_, Slug<_>>("method")?.0,
        comment: row.get("comment")?,
        recorded_by: PersonId(row.get("recorded_by")?),
        recorded_at: row.get::<_, At>("recorded_at")?.0,
    })
}

fn line(row: &Row<'_>) -> rusqlite::Result<DistributionLine> {
    Ok(DistributionLine {
        item: ItemId(row.get("item_id")?),
        item_name: row.get("item_name")?,
        quantity: row.get("quantity")?,
    })
}

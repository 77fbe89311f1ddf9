//! Requests.

use partnerkit::id::{DistributionId, ItemId, PartnerId, PersonId, RequestId};
use partnerkit::request::{Request, RequestLine, RequestState};
use partnerkit::store::RequestPage;
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Reader, Select, blob, list, text};
use crate::errors::Fault;
use crate::values::{At, Count, Slug, limit};

const SELECT: &str = "SELECT id, version, partner_id, kind, state, comment, filed_by, filed_at, claimed_by, \
    cancel_reason, distribution_id FROM requests WHERE bank_id = ?";

impl Reader<'_> {
    pub(super) fn requests_where(
        &mut self,
        condition: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<(), Fault> {
        let mut select = self.select(SELECT);
        select.and(condition, values);
        self.requests(select).map(drop)
    }

    pub(super) fn request(&mut self, id: RequestId) -> Result<(), Fault> {
        self.requests_where("id = ?", [blob(id.0)])
    }

    pub(super) fn request_and_around(&mut self, id: RequestId) -> Result<(), Fault> {
        self.request(id)?;
        let Some(request) = self.facts.requests.get(&id) else { return Ok(()) };
        let items: Vec<ItemId> = request.lines.iter().map(|line| line.item).collect();
        self.partner_and_group(request.partner)?;
        self.items_of(items)
    }

    pub(super) fn request_page(&mut self, page: &RequestPage) -> Result<(), Fault> {
        let mut select = self.select(SELECT);
        if let Some(partner) = page.partner {
            select.and("partner_id = ?", [blob(partner.0)]);
        }
        if !page.states.is_empty() {
            select.among("state", page.states.iter().map(|state| text(state.slug())));
        }
        if let Some(after) = page.after {
            select.and("id < ?", [blob(after.0)]);
        }
        select.push(" ORDER BY id DESC LIMIT ?", [limit(page.limit)]);
        self.requests(select).map(drop)
    }

    pub(super) fn request_counts(&mut self) -> Result<(), Fault> {
        let sql = "SELECT state, count(*), min(filed_at) FROM requests WHERE bank_id = ? GROUP BY state";
        let counts: Vec<(RequestState, u64, _)> = list(self.view, sql, [self.bank.0], |row| {
            Ok((row.get::<_, Slug<_>>(0)?.0, row.get::<_, Count>(1)?.0, row.get::<_, At>(2)?.0))
        })?;
        let open = counts.iter().filter(|(state, ..)| state.is_open());
        self.facts.oldest_open_request = open.map(|(.., filed_at)| *filed_at).min();
        self.facts.request_counts.extend(counts.into_iter().map(|(state, count, _)| (state, count)));
        Ok(())
    }

    pub(super) fn open_requests(&mut self, partner: PartnerId) -> Result<(), Fault> {
        let mut select = self.select(SELECT);
        select.and("partner_id = ?", [blob(partner.0)]);
        let open = RequestState::ALL.into_iter().filter(|state| state.is_open());
        select.among("state", open.map(|state| text(state.slug())));
        let items = self.requests(select)?;
        self.items_of(items)
    }

    /// Reads requests with their lines, and answers which items are in them.
    fn requests(&mut self, select: Select) -> Result<Vec<ItemId>, Fault> {
        let mut items = Vec::new();
        for mut request in select.list(self.view, make)? {
            let lines = "SELECT item_id, item_name, unit, quantity, per_person FROM request_lines \
                         WHERE bank_id = ? AND request_id = ? ORDER BY place";
            request.lines = list(self.view, lines, [self.bank.0, request.id.0], line)?;
            items.extend(request.lines.iter().map(|line| line.item));
            self.facts.requests.insert(request.id, request);
        }
        Ok(items)
    }

    fn items_of(&mut self, items: Vec<ItemId>) -> Result<(), Fault> {
        for id in items {
            if !self.facts.items.contains_key(&id) {
                self.item(id)?;
            }
        }
        Ok(())
    }
}

/// A request still without its lines.
fn make(row: &Row<'_>) -> rusqlite::Result<Request> {
    Ok(Request {
        id: RequestId(row.get("id")?),
        version: row.get::<_, Count>("version")?.0,
        partner: PartnerId(row.get("partner_id")?),
        kind: row.get::<_, Slug<_>>("kind")?.0,
        state: row.get::<_, Slug<_>>("state")?.0,
        lines: Vec::new(),
        comment: row.get("comment")?,
        filed_by: PersonId(row.get("filed_by")?),
        filed_at: row.get::<_, At>("filed_at")?.0,
        claimed_by: row.get::<_, Option<_>>("claimed_by")?.map(PersonId),
        cancel_reason: row.get("cancel_reason")?,
        distribution: row.get::<_, Option<_>>("distribution_id")?.map(DistributionId),
    })
}

fn line(row: &Row<'_>) -> rusqlite::Result<RequestLine> {
    Ok(RequestLine {
        item: ItemId(row.get("item_id")?),
        item_name: row.get("item_name")?,
        unit: row.get("unit")?,
        quantity: row.get("quantity")?,
        per_person: row.get("per_person")?,
    })
}

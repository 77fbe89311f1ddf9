//! What a change of settings, groups or items would mean for partners, before it is made (rulebook, section 12).

use std::collections::BTreeMap;

use super::{ItemLost, MAX_PAGE, RequestInvalid, WhatIf};
use crate::command::{Order, PartnerFilter};
use crate::decide::{Decision, decide, request_refused};
use crate::error::{Code, Error};
use crate::flow::facts_for;
use crate::id::{BankId, PartnerId};
use crate::partner::Partner;
use crate::permission::{permitted, reasons};
use crate::request::Request;
use crate::status::Status;
use crate::store::{Facts, Need, PartnerPage, Row, RowId, Store, Write};
use crate::text::name_key;

/// How often it is begun anew when others keep changing the bank meanwhile.
const MAX_ATTEMPTS: u32 = 8;

/// Decides the command, and compares what partners may request before it and after it.
///
/// # Errors
/// What the command would be refused with; `too_many_conflicts` if others keep changing the bank; `store_…`.
pub(super) fn what_if(store: &dyn Store, bank: BankId, order: &Order) -> Result<WhatIf, Error> {
    for _ in 0..MAX_ATTEMPTS {
        let facts = facts_for(store, order)?;
        let decision = decide(order, &facts)?;
        if let Some(comparing) = Comparing::new(store, bank, order, facts.seq, decision)?
            && let Some(answer) = comparing.run()?
        {
            return Ok(answer);
        }
    }
    Err(Code::TooManyConflicts.into())
}

/// A comparison under way. It reads the bank page by page, and ends without an answer when the bank has changed between
/// two pages.
struct Comparing<'a> {
    store: &'a dyn Store,
    bank: BankId,
    order: &'a Order,
    seq: u64,
    /// The bank's goods as they are, and as the command leaves them; and of partners, only the one that is compared.
    before: Facts,
    after: Facts,
    /// Partners as the command leaves them.
    changed: BTreeMap<PartnerId, Partner>,
    answer: WhatIf,
}

impl<'a> Comparing<'a> {
    /// None if the bank has changed since it was decided.
    fn new(
        store: &'a dyn Store,
        bank: BankId,
        order: &'a Order,
        seq: u64,
        decision: Decision,
    ) -> Result<Option<Self>, Error> {
        let before = store.load(bank, &[Need::Items, Need::Categories, Need::Groups])?;
        if before.seq != seq {
            return Ok(None);
        }
        let (mut after, mut changed) = (before.clone(), BTreeMap::new());
        for write in decision.writes {
            match write {
                Write::Put(Row::Bank(row)) => after.bank = Some(row),
                Write::Put(Row::Group(row)) => drop(after.groups.insert(row.id, row)),
                Write::Put(Row::Item(row)) => drop(after.items.insert(row.id, row)),
                Write::Put(Row::Partner(row)) => drop(changed.insert(row.id, row)),
                Write::Remove(RowId::Group(id)) => drop(after.groups.remove(&id)),
                // Nothing else has a part in what a partner may request.
                _ => {}
            }
        }
        let answer = WhatIf {
            done: decision.done,
            messages: decision.messages,
            items_lost: 0,
            requests_invalid: 0,
            lost: Vec::new(),
            invalid: Vec::new(),
        };
        Ok(Some(Self { store, bank, order, seq, before, after, changed, answer }))
    }

    fn run(mut self) -> Result<Option<WhatIf>, Error> {
        if self.before.bank != self.after.bank || self.before.items != self.after.items {
            return self.everybody();
        }
        let groups = self.before.groups.iter().filter(|(id, row)| self.after.groups.get(id) != Some(row));
        let mut needs: Vec<Need> = groups.map(|(id, _)| Need::Members(*id)).collect();
        needs.extend(self.changed.keys().map(|id| Need::Partner(*id)));
        let Some(found) = self.load(&needs)? else { return Ok(None) };
        let whole = self.compare(found.partners.into_values().collect())?;
        Ok(whole.then_some(self.answer))
    }

    /// Compares for every partner of the bank, a page at a time.
    fn everybody(mut self) -> Result<Option<WhatIf>, Error> {
        let mut last = None;
        loop {
            let filter = PartnerFilter { statuses: Status::ALL.into(), ..PartnerFilter::default() };
            let page = PartnerPage { filter, after: last, limit: MAX_PAGE };
            let Some(found) = self.load(&[Need::Partners(page)])? else { return Ok(None) };
            last = found.partners.values().map(|row| (name_key(&row.details.name), row.id)).max();
            if last.is_none() {
                return Ok(Some(self.answer));
            }
            if !self.compare(found.partners.into_values().collect())? {
                return Ok(None);
            }
        }
    }

    /// Loads, if the bank is still as it was.
    fn load(&self, needs: &[Need]) -> Result<Option<Facts>, Error> {
        let facts = self.store.load(self.bank, needs)?;
        Ok((facts.seq == self.seq).then_some(facts))
    }

    /// Compares for these partners; false if the bank has changed meanwhile.
    fn compare(&mut self, partners: Vec<Partner>) -> Result<bool, Error> {
        let needs: Vec<Need> = partners.iter().map(|row| Need::OpenRequests(row.id)).collect();
        let Some(open) = self.load(&needs)? else { return Ok(false) };
        let mut requests: BTreeMap<PartnerId, Vec<&Request>> = BTreeMap::new();
        for request in open.requests.values() {
            requests.entry(request.partner).or_default().push(request);
        }
        for row in partners {
            let changed = self.changed.get(&row.id).unwrap_or(&row).clone();
            self.items(&row, &changed);
            if let Some(requests) = requests.get(&row.id) {
                self.after.partners = [(row.id, changed)].into();
                self.before.partners = [(row.id, row)].into();
                requests.iter().for_each(|request| self.request(request));
            }
        }
        Ok(true)
    }

    /// Items the partner may request before and not after.
    fn items(&mut self, row: &Partner, changed: &Partner) {
        let (Some(bank), Some(new_bank)) = (&self.before.bank, &self.after.bank) else { return };
        let today = bank.day(self.order.at);
        let group = row.details.group.and_then(|id| self.before.groups.get(&id));
        let new_group = changed.details.group.and_then(|id| self.after.groups.get(&id));
        for (item, new_item) in self.before.items.values().zip(self.after.items.values()) {
            let now = permitted(new_bank, changed, new_group, new_item, today);
            if now.is_permitted() || !permitted(bank, row, group, item, today).is_permitted() {
                continue;
            }
            self.answer.items_lost += 1;
            if self.answer.lost.len() < MAX_PAGE {
                let category = new_item.details.category.and_then(|id| self.after.categories.get(&id));
                let reasons = reasons(&now, changed, new_group, new_item, category);
                self.answer.lost.push(ItemLost { partner: row.id, item: item.id, reasons });
            }
        }
    }

    /// Whether the request, were it filed now, would meet reasons after the command that it does not meet before.
    fn request(&mut self, request: &Request) {
        let old = request_refused(self.order, &self.before, request);
        let mut reasons = request_refused(self.order, &self.after, request);
        // What a reason is about may have got another name.
        reasons.retain(|new| !old.iter().any(|old| (old.code, old.line) == (new.code, new.line)));
        if reasons.is_empty() {
            return;
        }
        self.answer.requests_invalid += 1;
        if self.answer.invalid.len() < MAX_PAGE {
            let (partner, request) = (request.partner, request.id);
            self.answer.invalid.push(RequestInvalid { partner, request, reasons });
        }
    }
}

//! Requests: filing, claiming, releasing, cancelling (rulebook, section 8).

use std::collections::BTreeMap;

use super::Deciding;
use super::bank::keep;
use super::partner::status_reason;
use crate::bank::OverQuota;
use crate::capability::Capability;
use crate::command::{NewRequest, Order};
use crate::error::{Code, Error, Reason};
use crate::event::What;
use crate::id::{ItemId, PersonId, RequestId};
use crate::item::{Group, Item, is_plain_piece};
use crate::partner::Partner;
use crate::permission::{permitted, reasons as permission_reasons};
use crate::request::{MAX_QUANTITY, NewRequestLine, Request, RequestKind, RequestLine, RequestState};
use crate::status::Status;
use crate::store::{Facts, RowId};
use crate::text::{self, MAX_NOTES, name_key};

/// Why a request would be refused if it were filed anew, whatever its state; `facts` hold its partner and the goods.
pub(crate) fn request_refused(order: &Order, facts: &Facts, request: &Request) -> Vec<Reason> {
    let line = |line: &RequestLine| NewRequestLine {
        item: line.item,
        unit: line.unit.clone(),
        quantity: i64::from(line.quantity),
    };
    let again = NewRequest {
        id: None,
        partner: request.partner,
        kind: request.kind,
        lines: request.lines.iter().map(line).collect(),
        comment: None,
    };
    Deciding::new(order, facts).submit_request(&again).err().map(Error::into_reasons).unwrap_or_default()
}

impl Deciding<'_> {
    pub(super) fn submit_request(&mut self, new: &NewRequest) -> Result<(), Error> {
        let partner = self.partner(new.partner)?;
        self.actor().needs_partner(new.partner)?;
        let filed_by = self.person()?;
        let bank = self.bank()?;
        let group = self.group_of(partner)?;
        for line in &new.lines {
            self.item(line.item)?;
        }
        let id =
            self.new_id(new.id, |facts, id| facts.requests.contains_key(&id), RowId::Request, "request")?;
        let mut reasons: Vec<Reason> = status_reason(partner, Capability::MakeRequests).into_iter().collect();
        if !partner.request_kinds(bank).contains(&new.kind) {
            reasons.push(Reason::new(Code::KindNotEnabled).with("kind", new.kind.slug()).on("kind"));
        }
        if new.lines.is_empty() {
            reasons.push(Reason::new(Code::NoLines).on("lines"));
        }
        let lines = self.lines(new, partner, group, &mut reasons);
        let comment = text::bounded("comment", new.comment.as_deref().unwrap_or_default(), MAX_NOTES);
        let comment = keep(&mut reasons, "comment", comment).flatten();
        if let Some(over) = over_quota(partner, &lines) {
            match bank.settings.over_quota {
                OverQuota::Warn => self.done.warnings.push(over),
                OverQuota::Refuse => reasons.push(over),
            }
        }
        Error::unless_empty(reasons)?;
        self.happen(What::RequestSubmitted(Request {
            id,
            version: 1,
            partner: new.partner,
            kind: new.kind,
            state: RequestState::Pending,
            lines,
            comment,
            filed_by,
            filed_at: self.order.at,
            claimed_by: None,
            cancel_reason: None,
            distribution: None,
        }));
        Ok(())
    }

    /// The lines as they are kept, each item once; every problem goes to `reasons` with its line.
    fn lines(
        &self,
        new: &NewRequest,
        partner: &Partner,
        group: Option<&Group>,
        reasons: &mut Vec<Reason>,
    ) -> Vec<RequestLine> {
        let mut merged: Vec<RequestLine> = Vec::new();
        let mut first_line: BTreeMap<ItemId, usize> = BTreeMap::new();
        for (n, asked) in new.lines.iter().enumerate() {
            let Some(item) = self.facts.items.get(&asked.item) else { continue };
            let Some(line) = check_line(n, new.kind, asked, item, reasons) else {
                first_line.entry(asked.item).or_insert(n);
                continue;
            };
            match merged.iter_mut().find(|other| other.item == line.item) {
                None => {
                    first_line.entry(line.item).or_insert(n);
                    merged.push(line);
                }
                Some(other) if other.unit == line.unit => {
                    other.quantity = other.quantity.saturating_add(line.quantity);
                }
                Some(_) => {
                    let name = item.details.name.as_str();
                    reasons.push(Reason::new(Code::TwoUnits).with("item", name).on("unit").in_line(n));
                }
            }
        }
        for (item, n) in first_line {
            let line = merged.iter().find(|line| line.item == item);
            reasons.extend(self.item_reasons(item, line, partner, group).map(|reason| reason.in_line(n)));
        }
        merged
    }

    /// Why the partner may not request the item at all, or not as much of it as its lines come to.
    fn item_reasons(
        &self,
        item: ItemId,
        line: Option<&RequestLine>,
        partner: &Partner,
        group: Option<&Group>,
    ) -> impl Iterator<Item = Reason> + use<> {
        let mut reasons = Vec::new();
        if let (Some(item), Some(bank)) = (self.facts.items.get(&item), &self.facts.bank) {
            let permission = permitted(bank, partner, group, item, bank.day(self.order.at));
            let category = item.details.category.and_then(|id| self.facts.categories.get(&id));
            reasons = permission_reasons(&permission, partner, group, item, category)
                .into_iter()
                .map(|reason| reason.on("item"))
                .collect();
            reasons.extend(line.and_then(too_much));
            reasons.extend(line.and_then(|line| over_cap(line, permission.cap, group)));
        }
        reasons.into_iter()
    }

    pub(super) fn start_request(&mut self, id: RequestId) -> Result<(), Error> {
        let request = self.request(id)?;
        self.actor().needs_bank()?;
        let person = self.person()?;
        let refusal = match request.state {
            RequestState::Pending => None,
            RequestState::Started if request.claimed_by != Some(person) => Some(Code::ClaimedByAnother),
            RequestState::Started => Some(Code::RequestStarted),
            RequestState::Fulfilled => Some(Code::RequestFulfilled),
            RequestState::Cancelled => Some(Code::RequestCancelled),
        };
        refuse(refusal)?;
        self.happen(What::RequestStarted { partner: request.partner, request: id, claimed_by: person });
        Ok(())
    }

    pub(super) fn release_request(&mut self, id: RequestId) -> Result<(), Error> {
        let request = self.request(id)?;
        self.actor().needs_bank()?;
        let refusal = match request.state {
            RequestState::Started if self.holds_claim(request)? => None,
            RequestState::Started => Some(Code::ClaimedByAnother),
            RequestState::Pending => Some(Code::RequestNotStarted),
            RequestState::Fulfilled => Some(Code::RequestFulfilled),
            RequestState::Cancelled => Some(Code::RequestCancelled),
        };
        refuse(refusal)?;
        self.happen(What::RequestReleased { partner: request.partner, request: id });
        Ok(())
    }

    /// Whether the actor has claimed the request itself, or is an admin, who may act for whoever has.
    pub(super) fn holds_claim(&self, request: &Request) -> Result<bool, Error> {
        Ok(self.actor().is_admin() || request.claimed_by == Some(self.person()?))
    }

    pub(super) fn cancel_request(&mut self, id: RequestId, reason: Option<&str>) -> Result<(), Error> {
        let request = self.request(id)?;
        self.actor().needs_partner(request.partner)?;
        let partner = self.partner(request.partner)?;
        let by_bank = self.actor().is_bank();
        let mut reasons = Vec::new();
        let cause = match request.state {
            RequestState::Pending => None,
            RequestState::Started if by_bank => None,
            RequestState::Started => Some(Code::RequestStarted),
            RequestState::Fulfilled => Some(Code::RequestFulfilled),
            RequestState::Cancelled => Some(Code::RequestCancelled),
        };
        reasons.extend(cause.map(Reason::new));
        if !by_bank && partner.status == Status::Deactivated {
            reasons.extend(status_reason(partner, Capability::MakeRequests));
        }
        let given = text::bounded("reason", reason.unwrap_or_default(), MAX_NOTES);
        let given = keep(&mut reasons, "reason", given);
        if by_bank && given == Some(None) {
            reasons.push(Reason::new(Code::ReasonMissing).on("reason"));
        }
        Error::unless_empty(reasons)?;
        self.happen(What::RequestCancelled {
            partner: request.partner,
            request: id,
            reason: given.flatten(),
        });
        Ok(())
    }

    /// What keeps the actor from fulfilling `request`, and who holds the claim when it does.
    pub(super) fn fulfilling(&self, request: &Request) -> Result<PersonId, Error> {
        let person = self.person()?;
        let refusal = match request.state {
            RequestState::Pending => None,
            RequestState::Started if self.holds_claim(request)? => None,
            RequestState::Started => Some(Code::ClaimedByAnother),
            RequestState::Fulfilled => Some(Code::RequestFulfilled),
            RequestState::Cancelled => Some(Code::RequestCancelled),
        };
        refuse(refusal)?;
        Ok(request.claimed_by.unwrap_or(person))
    }
}

fn refuse(code: Option<Code>) -> Result<(), Error> {
    code.map_or(Ok(()), |code| Err(code.into()))
}

/// The line as it is kept, or none with its problems told.
fn check_line(
    n: usize,
    kind: RequestKind,
    asked: &NewRequestLine,
    item: &Item,
    reasons: &mut Vec<Reason>,
) -> Option<RequestLine> {
    let name = item.details.name.as_str();
    let quantity =
        u32::try_from(asked.quantity).ok().filter(|quantity| (1..=MAX_QUANTITY).contains(quantity));
    if quantity.is_none() {
        reasons.push(quantity_invalid(asked.quantity).in_line(n));
    }
    let unit = asked.unit.as_deref().map(name_key).filter(|unit| !is_plain_piece(unit));
    let mut unit_problem = None;
    if let (Some(unit), Some(raw)) = (&unit, &asked.unit) {
        let shown = text::shorten(raw);
        if kind.counts_people() {
            unit_problem = Some(Reason::new(Code::UnitWithPeople).with("unit", shown));
        } else if !item.details.units.contains(unit) {
            unit_problem = Some(Reason::new(Code::UnitUnknown).with("item", name).with("unit", shown));
        }
    }
    let wrong = unit_problem.is_some();
    reasons.extend(unit_problem.map(|reason| reason.on("unit").in_line(n)));
    Some(RequestLine {
        item: asked.item,
        item_name: name.to_owned(),
        unit,
        quantity: quantity.filter(|_| !wrong)?,
        per_person: kind.counts_people().then_some(item.details.quantity_per_person),
    })
}

fn quantity_invalid(quantity: impl Into<serde_json::Value>) -> Reason {
    Reason::new(Code::QuantityInvalid).with("quantity", quantity).with("most", MAX_QUANTITY).on("quantity")
}

/// Whether the sum of an item's lines, or the pieces it comes to, is beyond the bound.
fn too_much(line: &RequestLine) -> Option<Reason> {
    let total = line.pieces().unwrap_or_else(|| u64::from(line.quantity)).max(u64::from(line.quantity));
    (total > u64::from(MAX_QUANTITY)).then(|| quantity_invalid(total))
}

fn over_cap(line: &RequestLine, cap: Option<u32>, group: Option<&Group>) -> Option<Reason> {
    let cap = cap?;
    let quantity = line.pieces().unwrap_or_else(|| u64::from(line.quantity));
    (quantity > u64::from(cap)).then(|| {
        Reason::new(Code::OverCap)
            .with("item", line.item_name.as_str())
            .with("group", group.map_or("", |group| group.name.as_str()))
            .with("cap", cap)
            .with("quantity", quantity)
            .on("quantity")
    })
}

/// Quota counts pieces only; lines in other units are never mixed in.
fn over_quota(partner: &Partner, lines: &[RequestLine]) -> Option<Reason> {
    let quota = partner.details.quota?;
    let total: u64 = lines.iter().filter_map(RequestLine::pieces).sum();
    (total > quota)
        .then(|| Reason::new(Code::OverQuota).with("quota", quota).with("total", total).on("lines"))
}

//! Distributions: recording, changing, completing, taking back (rulebook, section 9).

use super::Deciding;
use super::bank::keep;
use super::partner::status_reason;
use crate::capability::Capability;
use crate::command::NewDistribution;
use crate::distribution::{
    Distribution, DistributionLine, DistributionPatch, DistributionState, MAX_HANDED_OUT, NewDistributionLine,
};
use crate::error::{Code, Error, Reason};
use crate::event::What;
use crate::id::DistributionId;
use crate::store::RowId;
use crate::text::{self, MAX_NOTES};

impl Deciding<'_> {
    pub(super) fn record_distribution(&mut self, new: &NewDistribution) -> Result<(), Error> {
        let partner = self.partner(new.partner)?;
        self.actor().needs_bank()?;
        self.bank()?;
        let recorded_by = self.person()?;
        let request = new.request.map(|request| self.request(request)).transpose()?;
        for line in &new.lines {
            self.item(line.item)?;
        }
        let id = self.new_id(
            new.id,
            |facts, id| facts.distributions.contains_key(&id),
            RowId::Distribution,
            "distribution",
        )?;
        let mut reasons: Vec<Reason> =
            status_reason(partner, Capability::ReceiveDistributions).into_iter().collect();
        let mut claimed_by = recorded_by;
        if let Some(request) = request {
            if request.partner != new.partner {
                reasons.push(Reason::new(Code::PartnerMismatch).on("request"));
            }
            match self.fulfilling(request) {
                Ok(person) => claimed_by = person,
                Err(error) => reasons.extend(error.into_reasons()),
            }
        }
        let lines = self.handed_out(&new.lines, &mut reasons);
        let comment = text::bounded("comment", new.comment.as_deref().unwrap_or_default(), MAX_NOTES);
        let comment = keep(&mut reasons, "comment", comment).flatten();
        Error::unless_empty(reasons)?;
        self.happen(What::DistributionRecorded(Distribution {
            id,
            version: 1,
            partner: new.partner,
            request: new.request,
            state: DistributionState::Scheduled,
            lines,
            date: new.date,
            method: new.method,
            comment,
            recorded_by,
            recorded_at: self.order.at,
        }));
        if let Some(request) = new.request {
            let partner = new.partner;
            self.happen(What::RequestFulfilled { partner, request, distribution: id, claimed_by });
        }
        Ok(())
    }

    /// The lines as they are kept, each item once and added up.
    fn handed_out(&self, asked: &[NewDistributionLine], reasons: &mut Vec<Reason>) -> Vec<DistributionLine> {
        if asked.is_empty() {
            reasons.push(Reason::new(Code::NoLines).on("lines"));
        }
        let mut lines: Vec<DistributionLine> = Vec::new();
        for (n, line) in asked.iter().enumerate() {
            let Some(item) = self.facts.items.get(&line.item) else { continue };
            let known = lines.iter().position(|known| known.item == line.item);
            let before = known.and_then(|at| lines.get(at)).map_or(0, |known| i64::from(known.quantity));
            let total = u32::try_from(line.quantity.saturating_add(before)).ok();
            let Some(quantity) = total.filter(|total| line.quantity >= 1 && *total <= MAX_HANDED_OUT) else {
                let reason = Reason::new(Code::QuantityInvalid).with("quantity", line.quantity);
                reasons.push(reason.with("most", MAX_HANDED_OUT).on("quantity").in_line(n));
                continue;
            };
            match known.and_then(|at| lines.get_mut(at)) {
                Some(known) => known.quantity = quantity,
                None => lines.push(DistributionLine {
                    item: line.item,
                    item_name: item.details.name.clone(),
                    quantity,
                }),
            }
        }
        lines
    }

    pub(super) fn update_distribution(
        &mut self,
        id: DistributionId,
        patch: &DistributionPatch,
    ) -> Result<(), Error> {
        let row = self.distribution(id)?;
        self.actor().needs_bank()?;
        self.bank()?;
        if *patch == DistributionPatch::default() {
            return Err(Code::NothingToChange.into());
        }
        for line in patch.lines.iter().flatten() {
            self.item(line.item)?;
        }
        let mut reasons: Vec<Reason> = not_scheduled(row).into_iter().collect();
        let lines = patch.lines.as_ref().map(|lines| self.handed_out(lines, &mut reasons));
        let mut patch = DistributionPatch { lines: None, ..patch.clone() };
        if let Some(raw) = patch.comment.value() {
            let comment = keep(&mut reasons, "comment", text::bounded("comment", raw, MAX_NOTES)).flatten();
            patch.comment = comment.into();
        }
        Error::unless_empty(reasons)?;
        patch.reduce(row);
        let lines = lines.filter(|lines| *lines != row.lines);
        if patch != DistributionPatch::default() || lines.is_some() {
            self.happen(What::DistributionUpdated { partner: row.partner, distribution: id, patch, lines });
        }
        Ok(())
    }

    pub(super) fn complete_distribution(&mut self, id: DistributionId) -> Result<(), Error> {
        let row = self.distribution(id)?;
        self.actor().needs_bank()?;
        Error::unless_empty(not_scheduled(row).into_iter().collect())?;
        self.happen(What::DistributionCompleted { partner: row.partner, distribution: id });
        Ok(())
    }

    pub(super) fn take_back_distribution(&mut self, id: DistributionId) -> Result<(), Error> {
        let row = self.distribution(id)?;
        self.actor().needs_bank()?;
        if row.state == DistributionState::TakenBack {
            return Err(Code::DistributionTakenBack.into());
        }
        self.happen(What::DistributionTakenBack { partner: row.partner, distribution: id });
        if let Some(request) = row.request {
            self.request(request)?;
            self.happen(What::RequestReopened { partner: row.partner, request });
        }
        Ok(())
    }
}

/// Why the distribution cannot be changed any more, if it cannot.
fn not_scheduled(row: &Distribution) -> Option<Reason> {
    match row.state {
        DistributionState::Scheduled => None,
        DistributionState::Complete => Some(Code::DistributionComplete.into()),
        DistributionState::TakenBack => Some(Code::DistributionTakenBack.into()),
    }
}

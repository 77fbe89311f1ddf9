//! The actions of the transition table, one partner or many at once.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::{Bulk, Deciding, Each};
use crate::command::{MAX_BULK, Selection};
use crate::error::{Code, Error, Reason};
use crate::id::PartnerId;
use crate::lifecycle::{Case, bank_may_act, lets_in, may_act, weigh};
use crate::order::in_order;
use crate::partner::Partner;
use crate::profile;
use crate::text;
use crate::transition::Action;

impl Deciding<'_> {
    /// Takes `action` on one partner. `words` are the note or the reason that goes with it.
    pub(super) fn act(&mut self, action: Action, id: PartnerId, words: Option<&str>) -> Result<(), Error> {
        let partner = self.partner(id)?;
        may_act(action, self.actor(), id)?;
        let case = Case { has_history: self.facts.with_history.contains(&id), ..Case::of(partner, action) };
        let (decided, mut reasons) = match weigh(&case, action, words) {
            Ok(decided) => (Some(decided), Vec::new()),
            Err(reasons) => (None, reasons),
        };
        if action == Action::SubmitForApproval {
            let bank = self.bank()?;
            reasons.extend(profile::submit::problems(partner, bank, bank.day(self.order.at).year()));
        }
        Error::unless_empty(reasons)?;
        if let Some(decided) = decided {
            self.happen(decided.event);
        }
        if lets_in(&case, action) {
            self.let_contact_in(id, &partner.details.email);
        }
        Ok(())
    }

    /// Takes `action` on many partners, each decided on its own.
    pub(super) fn bulk(
        &mut self,
        action: Action,
        selection: &Selection,
        reason: Option<&str>,
    ) -> Result<(), Error> {
        bank_may_act(action, self.actor())?;
        self.bank()?;
        if !Action::BULK.contains(&action) {
            let detail = format!("`{action}` takes one partner at a time");
            return Err(Reason::new(Code::WireInvalid).with("detail", detail).on("action").into());
        }
        if let Selection::Matching(filter) = selection
            && let Some(group) = filter.group
        {
            self.group(group)?;
        }
        let partners = self.selected(selection)?;
        let mut bulk = Bulk::default();
        for partner in partners {
            let reasons = match self.act(action, partner, reason) {
                Ok(()) => Vec::new(),
                Err(error) => error.into_reasons(),
            };
            *(if reasons.is_empty() { &mut bulk.accepted } else { &mut bulk.refused }) += 1;
            bulk.each.push(Each { partner, reasons });
        }
        self.done.bulk = Some(bulk);
        Ok(())
    }

    /// The partners a selection means, each once.
    fn selected(&self, selection: &Selection) -> Result<Vec<PartnerId>, Error> {
        let partners: Vec<PartnerId> = match selection {
            Selection::Ids(ids) => {
                let mut seen = BTreeSet::new();
                ids.iter().copied().filter(|id| seen.insert(*id)).collect()
            }
            Selection::Matching(_) => {
                let rows: Vec<&Partner> = self.facts.partners.values().collect();
                let rows = in_order(rows, |row| (text::name_key(&row.details.name), row.id));
                rows.into_iter().map(|row| row.id).collect()
            }
        };
        if partners.len() > MAX_BULK {
            let reason = Reason::new(Code::TooManyPartners).with("count", partners.len());
            return Err(reason.with("most", MAX_BULK).on("partners").into());
        }
        Ok(partners)
    }
}

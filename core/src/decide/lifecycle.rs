//! The actions of the transition table, one partner or many at once.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::bank::keep;
use super::{Bulk, Deciding, Each};
use crate::actor::Actor;
use crate::command::{MAX_BULK, Selection};
use crate::error::{Code, Error, Reason};
use crate::event::What;
use crate::id::PartnerId;
use crate::partner::Partner;
use crate::profile;
use crate::text::{self, MAX_NOTES};
use crate::transition::{Action, By, Outcome, decide};

impl Deciding<'_> {
    /// Takes `action` on one partner. `words` are the note or the reason that goes with it.
    pub(super) fn act(&mut self, action: Action, id: PartnerId, words: Option<&str>) -> Result<(), Error> {
        let partner = self.partner(id)?;
        self.may_act(action, id)?;
        let mut reasons = Vec::new();
        // Named as on the wire: what goes with a deactivation is its reason.
        let field = if action == Action::AskForChanges { "note" } else { "reason" };
        let note = text::bounded(field, words.unwrap_or_default(), MAX_NOTES);
        let note = keep(&mut reasons, field, note).flatten();
        if action == Action::AskForChanges && words.is_none_or(|words| words.trim().is_empty()) {
            reasons.push(Reason::new(Code::NoteMissing).on("note"));
        }
        let about = |code: Code| Reason::new(code).with("partner", partner.details.name.as_str());
        let outcome = decide(partner.standing(), action);
        match outcome {
            Outcome::Refused(code, _) => reasons.insert(0, about(code)),
            Outcome::Gone if self.facts.with_history.contains(&id) => {
                reasons.push(about(Code::PartnerHasHistory));
            }
            Outcome::Gone | Outcome::Moved(_) => {}
        }
        if action == Action::SubmitForApproval {
            let bank = self.bank()?;
            reasons.extend(profile::submit::problems(partner, bank, bank.day(self.order.at).year()));
        }
        Error::unless_empty(reasons)?;
        let what = match outcome {
            Outcome::Moved(to) => {
                What::PartnerMoved { partner: id, action, from: partner.status, to: to.status, note }
            }
            Outcome::Gone | Outcome::Refused(..) => What::PartnerRemoved { partner: id },
        };
        self.happen(what);
        Ok(())
    }

    /// Whether the actor may take `action` on this partner, which it can see.
    fn may_act(&self, action: Action, partner: PartnerId) -> Result<(), Error> {
        match action.row().by {
            By::PartnerOrBank => self.actor().needs_partner(partner),
            By::Bank | By::BankOrScheduler => self.bank_may_act(action),
        }
    }

    /// Whether the actor may take an action that is the bank's, whatever the partner.
    fn bank_may_act(&self, action: Action) -> Result<(), Error> {
        match (action.row().by, self.actor()) {
            (By::BankOrScheduler, Actor::Scheduler { .. }) => Ok(()),
            (_, actor) => actor.needs_bank(),
        }
    }

    /// Takes `action` on many partners, each decided on its own.
    pub(super) fn bulk(
        &mut self,
        action: Action,
        selection: &Selection,
        reason: Option<&str>,
    ) -> Result<(), Error> {
        self.bank_may_act(action)?;
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
                let mut rows: Vec<&Partner> = self.facts.partners.values().collect();
                rows.sort_by_cached_key(|row| (text::name_key(&row.details.name), row.id));
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

//! The batches of the daily job: what is due of the rows that were read.

use chrono::NaiveDate;

use super::{Deciding, DueDone};
use crate::actor::{Actor, not_permitted};
use crate::bank::Bank;
use crate::command::{DUE_BATCH, DuePart};
use crate::error::Error;
use crate::event::What;
use crate::id::PartnerId;
use crate::partner::Partner;
use crate::recertification;
use crate::reminder::{
    Occurrence, Reminder, deadline_reminder, is_reminded, recertification_reminder, tomorrow_reminder,
};
use crate::status::Status;
use crate::store::{Expect, RowId};
use crate::transition::Action;

impl Deciding<'_> {
    pub(super) fn send_due(&mut self, part: DuePart) -> Result<(), Error> {
        if !matches!(self.actor(), Actor::Scheduler { .. }) {
            return Err(not_permitted("scheduler"));
        }
        let bank = self.bank()?;
        let today = bank.day(self.order.at);
        let mut due = DueDone::default();
        let next = match part {
            DuePart::DeadlineReminders { .. } => self.deadline_reminders(bank, today, &mut due)?,
            DuePart::Recertification { .. } => self.recertifications(bank, today, &mut due)?,
            DuePart::Distributions { .. } => self.distributions_tomorrow(bank, today, &mut due)?,
        };
        let then = match part {
            DuePart::DeadlineReminders { .. } => Some(DuePart::Recertification { after: None }),
            DuePart::Recertification { .. } => Some(DuePart::Distributions { after: None }),
            DuePart::Distributions { .. } => None,
        };
        due.next = next.or(then);
        self.done.due = Some(due);
        Ok(())
    }

    /// Reminds of the deadline; gives the batch after this one if this one was full.
    fn deadline_reminders(
        &mut self,
        bank: &Bank,
        today: NaiveDate,
        due: &mut DueDone,
    ) -> Result<Option<DuePart>, Error> {
        let facts = self.facts;
        for partner in facts.partners.values() {
            let group = partner.details.group.and_then(|group| facts.groups.get(&group));
            if let Ok(of) = deadline_reminder(bank, group, partner, today) {
                self.group_of(partner)?;
                self.remind(partner.id, of, due);
            }
        }
        let last = facts.partners.keys().next_back().filter(|_| facts.partners.len() >= DUE_BATCH);
        Ok(last.map(|last| DuePart::DeadlineReminders { after: Some(*last) }))
    }

    /// Reminds of coming recertifications, and requires those whose days of grace are over.
    fn recertifications(
        &mut self,
        bank: &Bank,
        today: NaiveDate,
        due: &mut DueDone,
    ) -> Result<Option<DuePart>, Error> {
        let facts = self.facts;
        for partner in facts.partners.values() {
            let Some(coming) = recertification::due(bank, partner) else { continue };
            if coming.required_on <= today {
                self.act(Action::RequireRecertification, partner.id, None)?;
                due.required += 1;
            } else if let Ok(of) = recertification_reminder(bank, partner, today) {
                self.remind(partner.id, of, due);
            }
        }
        let approved = |partner: &Partner| partner.approved_at.filter(|_| partner.status == Status::Approved);
        let last = facts.partners.values().filter_map(|partner| Some((approved(partner)?, partner.id))).max();
        let last = last.filter(|_| facts.partners.len() >= DUE_BATCH);
        Ok(last.map(|last| DuePart::Recertification { after: Some(last) }))
    }

    /// Reminds of tomorrow's distributions.
    fn distributions_tomorrow(
        &mut self,
        bank: &Bank,
        today: NaiveDate,
        due: &mut DueDone,
    ) -> Result<Option<DuePart>, Error> {
        let facts = self.facts;
        for distribution in facts.distributions.values() {
            let Some(partner) = facts.partners.get(&distribution.partner) else { continue };
            if let Ok(of) = tomorrow_reminder(bank, partner, distribution, today) {
                self.distribution(distribution.id)?;
                self.remind(partner.id, of, due);
            }
        }
        let last = facts.distributions.keys().next_back().filter(|_| facts.distributions.len() >= DUE_BATCH);
        Ok(last.map(|last| DuePart::Distributions { after: Some(*last) }))
    }

    /// Reminds a partner, unless it was reminded already.
    fn remind(&mut self, partner: PartnerId, of: Occurrence, due: &mut DueDone) {
        if is_reminded(&self.facts.reminders, partner, &of) {
            return;
        }
        let reminder = Reminder::new(partner, of, self.order.at);
        self.expects.insert(Expect::Absent(RowId::Reminder(reminder.id)));
        self.happen(What::ReminderSent(reminder));
        due.reminded += 1;
    }
}

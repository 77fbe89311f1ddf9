//! What the daily job looks at, and the reminders that went out.

use chrono::{DateTime, NaiveDate, Utc};
use partnerkit::id::{DistributionId, PartnerId, ReminderId};
use partnerkit::reminder::{Reminder, ReminderKind};
use partnerkit::store::ReminderPage;
use rusqlite::Row;
use rusqlite::types::Value;

use super::{AT_ONCE, Reader, Select, blob, text};
use crate::errors::Fault;
use crate::values::{At, Count, Json, limit};

const SELECT: &str = "SELECT id, version, partner_id, occurrence, sent_at FROM reminders";

impl Reader<'_> {
    pub(super) fn partners_with_emails(
        &mut self,
        since: NaiveDate,
        after: Option<PartnerId>,
        most: usize,
    ) -> Result<(), Fault> {
        let mut select = self.partners_by("");
        select.and("send_emails = 1 AND status <> 'deactivated'", []);
        if let Some(after) = after {
            select.and("id > ?", [blob(after.0)]);
        }
        select.push(" ORDER BY id LIMIT ?", [limit(most)]);
        for group in self.partners(select)? {
            if !self.facts.groups.contains_key(&group) {
                self.group(group)?;
            }
        }
        self.reminders(ReminderKind::DeadlineReminder, " AND day >= ?", Some(since))
    }

    pub(super) fn approved_before(
        &mut self,
        before: DateTime<Utc>,
        after: Option<(DateTime<Utc>, PartnerId)>,
        most: usize,
    ) -> Result<(), Fault> {
        let mut select = self.partners_by(" INDEXED BY partners_by_approval");
        let micros = |at: DateTime<Utc>| Value::Integer(at.timestamp_micros());
        select.and("status = 'approved' AND approved_at < ?", [micros(before)]);
        if let Some((at, id)) = after {
            select.and("(approved_at, id) > (?, ?)", [micros(at), blob(id.0)]);
        }
        select.push(" ORDER BY approved_at, id LIMIT ?", [limit(most)]);
        self.partners(select)?;
        self.reminders(ReminderKind::RecertificationDue, "", None)
    }

    pub(super) fn scheduled_on(
        &mut self,
        day: NaiveDate,
        after: Option<DistributionId>,
        most: usize,
    ) -> Result<(), Fault> {
        self.distributions_on(day, after, most)?;
        let found = self.facts.distributions.values();
        let found: Vec<_> = found.map(|row| (row.partner, row.request)).collect();
        for (_, request) in &found {
            request.map_or(Ok(()), |request| self.request(request))?;
        }
        for (partner, _) in found {
            if !self.facts.partners.contains_key(&partner) {
                self.partner(partner)?;
            }
        }
        self.reminders(ReminderKind::DistributionTomorrow, " AND day = ?", Some(day))
    }

    pub(super) fn reminder_page(&mut self, page: &ReminderPage) -> Result<(), Fault> {
        let mut select = self.select(&format!("{SELECT} WHERE bank_id = ?"));
        if let Some(partner) = page.partner {
            select.and("partner_id = ?", [blob(partner.0)]);
        }
        if let Some(after) = page.after {
            select.and("id > ?", [blob(after.0)]);
        }
        select.push(" ORDER BY id LIMIT ?", [limit(page.limit)]);
        self.add_reminders(select)
    }

    pub(super) fn reminders_where(
        &mut self,
        condition: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<(), Fault> {
        let mut select = self.select(&format!("{SELECT} WHERE bank_id = ?"));
        select.and(condition, values);
        self.add_reminders(select)
    }

    fn add_reminders(&mut self, select: Select) -> Result<(), Fault> {
        let found = select.list(self.view, make)?;
        self.facts.reminders.extend(found.into_iter().map(|row| (row.id, row)));
        Ok(())
    }

    /// Reads the reminders of a kind that went to the partners read before; `days` says of which day, which is given with it.
    fn reminders(&mut self, kind: ReminderKind, days: &str, day: Option<NaiveDate>) -> Result<(), Fault> {
        let partners: Vec<_> = self.facts.partners.keys().copied().collect();
        for some in partners.chunks(AT_ONCE) {
            let mut select = self.select(&format!("{SELECT} WHERE bank_id = ?"));
            select.among("partner_id", some.iter().map(|id| blob(id.0)));
            let values = std::iter::once(text(kind.slug())).chain(day.map(|day| text(day.to_string())));
            select.and(&format!("kind = ?{days}"), values);
            self.add_reminders(select)?;
        }
        Ok(())
    }
}

fn make(row: &Row<'_>) -> rusqlite::Result<Reminder> {
    Ok(Reminder {
        id: ReminderId(row.get("id")?),
        version: row.get::<_, Count>("version")?.0,
        partner: PartnerId(row.get("partner_id")?),
        of: row.get::<_, Json<_>>("occurrence")?.0,
        sent_at: row.get::<_, At>("sent_at")?.0,
    })
}

//! Lists of partners: pages of them, and what the daily job looks at.

use chrono::{DateTime, NaiveDate, Utc};
use partnerkit::id::{DistributionId, PartnerId};
use partnerkit::listing::{PartnerSort, Place, rank};
use partnerkit::reminder::ReminderKind;
use partnerkit::status::Status;
use partnerkit::store::PartnerPage;
use partnerkit::text::{email_key, name_key};

use super::json::{DISTRIBUTION, GROUP, PARTNER, REQUEST};
use super::load::{Part, Query};
use crate::errors::{Fault, corrupt};
use crate::session::Value;
use crate::values::{limit, sought};

/// How many partners that look alike are worth showing.
const ALIKE: usize = 5;

impl Query {
    pub(super) fn partners_looking_like(&mut self, key: &str) {
        // Names without a letter have the empty key; they look like nothing, not like each other.
        if key.is_empty() {
            return;
        }
        let (key, most) = (self.bind(sought(key)), self.bind(limit(ALIKE)));
        let list = format!(
            "select * from partnerkit.partners p where p.bank_id = $1 and p.look_key = {key} order by p.id limit {most}"
        );
        self.one(Part::Partners, format!("select json_agg({PARTNER}) from ({list}) p"));
    }

    pub(super) fn partner_page(&mut self, page: &PartnerPage) -> Result<(), Fault> {
        let mut condition = "p.bank_id = $1".to_owned();
        if page.filter.statuses.is_empty() {
            condition.push_str(&format!(" and p.status <> '{}'", Status::Deactivated.slug()));
        } else {
            let statuses: Vec<Value> =
                page.filter.statuses.iter().map(|status| status.slug().into()).collect();
            condition.push_str(&match statuses.as_slice() {
                // Alone it lets the index give the names in their order.
                [status] => format!(" and p.status = {}", self.bind(status.clone())),
                _ => format!(" and p.status = any({}::text[])", self.bind(statuses)),
            });
        }
        if let Some(group) = page.filter.group {
            condition.push_str(&format!(" and p.group_id = {}", self.bind(group.0)));
        }
        if let Some(part) = &page.filter.text {
            // `strpos` and not LIKE: what a person types may hold `%` and `_`.
            let (name, email) = (self.bind(sought(&name_key(part))), self.bind(sought(&email_key(part))));
            condition.push_str(&format!(
                " and (strpos(p.name_key, {name}) > 0 or strpos(p.email_key, {email}) > 0)"
            ));
        }
        let columns = match page.sort {
            PartnerSort::Name => "p.name_key, p.id".to_owned(),
            PartnerSort::Status => format!("{}, p.name_key, p.id", by_life()),
            PartnerSort::Added => "p.added_at, p.name_key, p.id".to_owned(),
            // Those that never did come last, as PostgreSQL has it by itself.
            PartnerSort::Submitted => "p.submitted_at, p.name_key, p.id".to_owned(),
        };
        if let Some(after) = &page.after {
            condition.push_str(&self.behind(page.sort, &columns, after)?);
        }
        let most = self.bind(limit(page.limit));
        let list = self.with(&format!(
            "select * from partnerkit.partners p where {condition} order by {columns} limit {most}"
        ));
        self.listed(&list);
        Ok(())
    }

    /// The condition that a partner stands behind a place.
    fn behind(&mut self, sort: PartnerSort, columns: &str, after: &Place) -> Result<String, Fault> {
        let (name, id) = (self.bind(sought(&after.name)), self.bind(after.id.0));
        let moment = || {
            DateTime::from_timestamp_micros(after.rank).ok_or_else(|| corrupt("a place is beyond all times"))
        };
        Ok(match sort {
            PartnerSort::Name => format!(" and ({columns}) > ({name}, {id})"),
            PartnerSort::Status => {
                format!(" and ({columns}) > ({}::bigint, {name}, {id})", self.bind(after.rank))
            }
            PartnerSort::Added => format!(" and ({columns}) > ({}, {name}, {id})", self.bind(moment()?)),
            PartnerSort::Submitted if after.rank == i64::MAX => {
                format!(" and p.submitted_at is null and (p.name_key, p.id) > ({name}, {id})")
            }
            PartnerSort::Submitted => {
                let moment = self.bind(moment()?);
                format!(" and (p.submitted_at is null or ({columns}) > ({moment}, {name}, {id}))")
            }
        })
    }

    /// The partners of a list and the groups they are in.
    fn listed(&mut self, list: &str) {
        self.one(Part::Partners, format!("select json_agg({PARTNER}) from {list} p"));
        let groups = format!("g.id in (select p.group_id from {list} p)");
        self.rows(Part::Groups, GROUP, "groups", 'g', &groups);
    }

    pub(super) fn partners_with_emails(&mut self, since: NaiveDate, after: Option<PartnerId>, most: usize) {
        let mut condition =
            format!("p.bank_id = $1 and p.send_emails and p.status <> '{}'", Status::Deactivated.slug());
        if let Some(after) = after {
            condition.push_str(&format!(" and p.id > {}", self.bind(after.0)));
        }
        let most = self.bind(limit(most));
        let list = self.with(&format!(
            "select * from partnerkit.partners p where {condition} order by p.id limit {most}"
        ));
        self.listed(&list);
        let days = format!(" and m.day >= {}", self.bind(since));
        self.reminders(ReminderKind::DeadlineReminder, &format!("select p.id from {list} p"), &days);
    }

    pub(super) fn approved_before(
        &mut self,
        before: DateTime<Utc>,
        after: Option<(DateTime<Utc>, PartnerId)>,
        most: usize,
    ) {
        let mut condition =
            format!("p.bank_id = $1 and p.status = 'approved' and p.approved_at < {}", self.bind(before));
        if let Some((at, id)) = after {
            let (at, id) = (self.bind(at), self.bind(id.0));
            condition.push_str(&format!(" and (p.approved_at, p.id) > ({at}, {id})"));
        }
        let most = self.bind(limit(most));
        let list = self.with(&format!(
            "select * from partnerkit.partners p where {condition} order by p.approved_at, p.id limit {most}"
        ));
        self.one(Part::Partners, format!("select json_agg({PARTNER}) from {list} p"));
        self.reminders(ReminderKind::RecertificationDue, &format!("select p.id from {list} p"), "");
    }

    pub(super) fn scheduled_on(&mut self, day: NaiveDate, after: Option<DistributionId>, most: usize) {
        let day = self.bind(day);
        let mut condition = format!("d.bank_id = $1 and d.state = 'scheduled' and d.day = {day}");
        if let Some(after) = after {
            condition.push_str(&format!(" and d.id > {}", self.bind(after.0)));
        }
        let most = self.bind(limit(most));
        let list = self.with(&format!(
            "select * from partnerkit.distributions d where {condition} order by d.id limit {most}"
        ));
        self.one(Part::Distributions, format!("select json_agg({DISTRIBUTION}) from {list} d"));
        let requests = format!("r.id in (select d.request_id from {list} d)");
        self.rows(Part::Requests, REQUEST, "requests", 'r', &requests);
        let partners = format!("select d.partner_id from {list} d");
        self.rows(Part::Partners, PARTNER, "partners", 'p', &format!("p.id in ({partners})"));
        self.reminders(ReminderKind::DistributionTomorrow, &partners, &format!(" and m.day = {day}"));
    }
}

/// The place of a partner's status in the order of its life.
fn by_life() -> String {
    let cases = Status::ALL.map(|status| format!("when '{}' then {}", status.slug(), rank(status)));
    format!("(case p.status {} end)::bigint", cases.join(" "))
}

//! Banks.

use partnerkit::bank::{Bank, BankSettings};
use partnerkit::id::BankId;
use rusqlite::{Row, Transaction};

use super::{first, list};
use crate::errors::Fault;
use crate::values::{At, Count, Json, Slug};

const COLUMNS: &str = "bank_id, version, name, email, one_step_invite_and_approve, ungrouped_may_request, \
    request_kinds, over_quota, copies_of_requests, time_zone, language, keeps_people, reminders, reminders_since, recertification, \
    recertification_since, distribution_reminders, profile_sections, profile_fields, message_texts, last_seq";

/// A bank and the place of its last event.
pub(crate) fn one(view: &Transaction<'_>, bank: BankId) -> Result<Option<(Bank, u64)>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM banks WHERE bank_id = ?");
    first(view, &sql, [bank.0], |row| Ok((make(row)?, row.get::<_, Count>("last_seq")?.0)))
}

/// All banks by name and id: the one statement that spans banks.
pub(crate) fn all(view: &Transaction<'_>) -> Result<Vec<Bank>, Fault> {
    list(view, &format!("SELECT {COLUMNS} FROM banks ORDER BY name, bank_id"), [], make)
}

fn make(row: &Row<'_>) -> rusqlite::Result<Bank> {
    Ok(Bank {
        id: BankId(row.get("bank_id")?),
        version: row.get::<_, Count>("version")?.0,
        name: row.get("name")?,
        email: row.get("email")?,
        settings: BankSettings {
            one_step_invite_and_approve: row.get("one_step_invite_and_approve")?,
            ungrouped_may_request: row.get::<_, Slug<_>>("ungrouped_may_request")?.0,
            request_kinds: row.get::<_, Json<_>>("request_kinds")?.0,
            over_quota: row.get::<_, Slug<_>>("over_quota")?.0,
            copies_of_requests: row.get("copies_of_requests")?,
            time_zone: row.get::<_, Slug<_>>("time_zone")?.0,
            language: row.get::<_, Slug<_>>("language")?.0,
            reminders: row.get::<_, Option<Json<_>>>("reminders")?.map(|schedule| schedule.0),
            reminders_since: row.get::<_, Option<At>>("reminders_since")?.map(|at| at.0),
            recertification: row.get::<_, Option<Json<_>>>("recertification")?.map(|interval| interval.0),
            recertification_since: row.get::<_, Option<At>>("recertification_since")?.map(|at| at.0),
            distribution_reminders: row.get("distribution_reminders")?,
            profile_sections: row.get::<_, Json<_>>("profile_sections")?.0,
            profile_fields: row.get::<_, Json<_>>("profile_fields")?.0,
            message_texts: row.get::<_, Json<_>>("message_texts")?.0,
        },
        keeps_people: row.get("keeps_people")?,
    })
}

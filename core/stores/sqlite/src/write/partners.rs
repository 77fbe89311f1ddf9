//! Partners' columns: written one by one here, and staged by the import.

use partnerkit::id::BankId;
use partnerkit::partner::Partner;
use partnerkit::text::{email_key, look_key, name_key};
use rusqlite::types::ToSql;
use rusqlite::{Transaction, params};

use super::rows::{clear, upsert};
use crate::errors::Fault;
use crate::values::{At, Count, Day, Json, Slug};

/// The keys by which a partner is found, made from its name and address.
pub(crate) const KEYS: [&str; 3] = ["name_key", "email_key", "look_key"];

/// A partner's other columns but for the bank.
pub(crate) const COLUMNS: [&str; 24] = [
    "id",
    "version",
    "name",
    "email",
    "group_id",
    "quota",
    "send_emails",
    "default_storage_location",
    "notes",
    "info_for_partner",
    "external_id",
    "proxy",
    "status",
    "prior",
    "invited_email",
    "approved_at",
    "submitted_at",
    "reactivated_at",
    "group_since",
    "emails_since",
    "added_at",
    "import_line",
    "profile",
    "narrowed",
];

/// Gives `then` what stands in [`COLUMNS`].
pub(crate) fn with_values<T>(row: &Partner, then: impl FnOnce(&[&dyn ToSql]) -> T) -> T {
    let details = &row.details;
    then(params![
        row.id.0,
        Count(row.version),
        details.name,
        details.email,
        details.group.map(|group| group.0),
        details.quota.map(Count),
        details.send_emails,
        details.default_storage_location,
        details.notes,
        details.info_for_partner,
        details.external_id,
        details.proxy,
        Slug(row.status),
        row.prior.map(Slug),
        row.invited_email,
        row.approved_at.map(At),
        row.submitted_at.map(At),
        row.reactivated_at.map(At),
        row.group_since.map(At),
        row.emails_since.map(At),
        At(row.added_at),
        row.import_line.map(Count),
        Json(&row.profile),
        row.profile.narrows(),
    ])
}

/// Inserts the partner, or replaces it and its exceptions.
pub(super) fn put(transaction: &Transaction<'_>, bank: BankId, row: &Partner) -> Result<(), Fault> {
    let columns = [&["bank_id"], &COLUMNS[..], &KEYS].concat();
    let keys = [name_key(&row.details.name), email_key(&row.details.email), look_key(&row.details.name)];
    with_values(row, |values| {
        let mut all: Vec<&dyn ToSql> = vec![&bank.0];
        all.extend(values);
        all.extend(keys.iter().map(|key| key as &dyn ToSql));
        upsert(transaction, "partners", 2, &columns, &all)
    })?;
    clear(transaction, "partner_exceptions", "partner_id", bank, row.id.0)?;
    let sql = "INSERT INTO partner_exceptions (bank_id, partner_id, item_id, rule, last_day) VALUES (?, ?, ?, ?, ?)";
    for (item, exception) in &row.exceptions {
        let (rule, last_day) = (Slug(exception.rule), exception.last_day.map(Day));
        transaction.prepare_cached(sql)?.execute(params![bank.0, row.id.0, item.0, rule, last_day])?;
    }
    Ok(())
}

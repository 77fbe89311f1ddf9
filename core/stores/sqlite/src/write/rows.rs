//! Putting rows: inserted or replaced under their id, with all that hangs on them.

use partnerkit::bank::Bank;
use partnerkit::distribution::Distribution;
use partnerkit::id::BankId;
use partnerkit::item::{Category, Group, Item};
use partnerkit::reminder::Reminder;
use partnerkit::request::Request;
use partnerkit::store::Row;
use partnerkit::text::name_key;
use rusqlite::types::ToSql;
use rusqlite::{Transaction, params};
use uuid::Uuid;

use super::{partners, people, same_bank};
use crate::errors::Fault;
use crate::values::{At, Count, Day, Json, Slug, place};

/// Inserts the row, or replaces it and all that hangs on it.
pub(super) fn put(transaction: &Transaction<'_>, bank: BankId, row: &Row) -> Result<(), Fault> {
    match row {
        Row::Bank(row) => put_bank(transaction, bank, row),
        Row::Category(row) => put_category(transaction, bank, row),
        Row::Item(row) => put_item(transaction, bank, row),
        Row::Group(row) => put_group(transaction, bank, row),
        Row::Partner(row) => partners::put(transaction, bank, row),
        Row::Request(row) => put_request(transaction, bank, row),
        Row::Distribution(row) => put_distribution(transaction, bank, row),
        Row::Person(row) => people::put(transaction, bank, row),
        Row::Reminder(row) => put_reminder(transaction, bank, row),
    }
}

/// Writes one row under its key, the first `keys` of `columns`.
///
/// Never `INSERT OR REPLACE`: that deletes the old row, and with it whoever else holds one of its other keys. This way
/// a held name stays held and the statement is refused.
pub(super) fn upsert(
    transaction: &Transaction<'_>,
    table: &str,
    keys: usize,
    columns: &[&str],
    values: &[&dyn ToSql],
) -> Result<(), Fault> {
    let (key, rest) = columns.split_at_checked(keys).unwrap_or((columns, &[]));
    let marks = vec!["?"; columns.len()].join(", ");
    let set: Vec<String> = rest.iter().map(|column| format!("{column} = excluded.{column}")).collect();
    let sql = format!(
        "INSERT INTO {table} ({}) VALUES ({marks}) ON CONFLICT ({}) DO UPDATE SET {}",
        columns.join(", "),
        key.join(", "),
        set.join(", "),
    );
    transaction.prepare_cached(&sql)?.execute(values)?;
    Ok(())
}

/// Deletes what hangs on a row, so that it can be written anew.
pub(super) fn clear(
    transaction: &Transaction<'_>,
    table: &str,
    parent: &str,
    bank: BankId,
    id: Uuid,
) -> Result<(), Fault> {
    let sql = format!("DELETE FROM {table} WHERE bank_id = ? AND {parent} = ?");
    transaction.prepare_cached(&sql)?.execute([bank.0, id])?;
    Ok(())
}

fn put_bank(transaction: &Transaction<'_>, bank: BankId, row: &Bank) -> Result<(), Fault> {
    same_bank(bank, row.id)?;
    const COLUMNS: [&str; 20] = [
        "bank_id",
        "version",
        "name",
        "email",
        "one_step_invite_and_approve",
        "ungrouped_may_request",
        "request_kinds",
        "over_quota",
        "copies_of_requests",
        "time_zone",
        "language",
        "keeps_people",
        "reminders",
        "reminders_since",
        "recertification",
        "recertification_since",
        "distribution_reminders",
        "profile_sections",
        "profile_fields",
        "message_texts",
    ];
    let settings = &row.settings;
    let values = params![
        row.id.0,
        Count(row.version),
        row.name,
        row.email,
        settings.one_step_invite_and_approve,
        Slug(settings.ungrouped_may_request),
        Json(&settings.request_kinds),
        Slug(settings.over_quota),
        settings.copies_of_requests,
        settings.time_zone.name(),
        Slug(settings.language),
        row.keeps_people,
        settings.reminders.map(Json),
        settings.reminders_since.map(At),
        settings.recertification.as_ref().map(Json),
        settings.recertification_since.map(At),
        settings.distribution_reminders,
        Json(&settings.profile_sections),
        Json(&settings.profile_fields),
        Json(&settings.message_texts),
    ];
    upsert(transaction, "banks", 1, &COLUMNS, values)
}

fn put_reminder(transaction: &Transaction<'_>, bank: BankId, row: &Reminder) -> Result<(), Fault> {
    const COLUMNS: [&str; 8] =
        ["bank_id", "id", "version", "partner_id", "kind", "day", "occurrence", "sent_at"];
    let values = params![
        bank.0,
        row.id.0,
        Count(row.version),
        row.partner.0,
        row.of.kind().slug(),
        Day(row.of.day()),
        Json(row.of),
        At(row.sent_at),
    ];
    upsert(transaction, "reminders", 2, &COLUMNS, values)
}

fn put_category(transaction: &Transaction<'_>, bank: BankId, row: &Category) -> Result<(), Fault> {
    let values = params![bank.0, row.id.0, Count(row.version), row.name, name_key(&row.name)];
    upsert(transaction, "categories", 2, &["bank_id", "id", "version", "name", "name_key"], values)
}

fn put_item(transaction: &Transaction<'_>, bank: BankId, row: &Item) -> Result<(), Fault> {
    const COLUMNS: [&str; 9] = [
        "bank_id",
        "id",
        "version",
        "name",
        "name_key",
        "active",
        "visible",
        "category_id",
        "quantity_per_person",
    ];
    let details = &row.details;
    let values = params![
        bank.0,
        row.id.0,
        Count(row.version),
        details.name,
        name_key(&details.name),
        details.active,
        details.visible,
        details.category.map(|category| category.0),
        details.quantity_per_person,
    ];
    upsert(transaction, "items", 2, &COLUMNS, values)?;
    clear(transaction, "item_units", "item_id", bank, row.id.0)?;
    let sql = "INSERT INTO item_units (bank_id, item_id, unit) VALUES (?, ?, ?)";
    for unit in &details.units {
        transaction.prepare_cached(sql)?.execute(params![bank.0, row.id.0, unit])?;
    }
    Ok(())
}

fn put_group(transaction: &Transaction<'_>, bank: BankId, row: &Group) -> Result<(), Fault> {
    const COLUMNS: [&str; 7] =
        ["bank_id", "id", "version", "name", "name_key", "reminders", "reminders_since"];
    let values = params![
        bank.0,
        row.id.0,
        Count(row.version),
        row.name,
        name_key(&row.name),
        row.reminders.map(Json),
        row.reminders_since.map(At),
    ];
    upsert(transaction, "groups", 2, &COLUMNS, values)?;
    clear(transaction, "group_categories", "group_id", bank, row.id.0)?;
    let sql = "INSERT INTO group_categories (bank_id, group_id, category_id) VALUES (?, ?, ?)";
    for category in &row.categories {
        transaction.prepare_cached(sql)?.execute([bank.0, row.id.0, category.0])?;
    }
    clear(transaction, "group_caps", "group_id", bank, row.id.0)?;
    let sql = "INSERT INTO group_caps (bank_id, group_id, item_id, cap) VALUES (?, ?, ?, ?)";
    for (item, cap) in &row.caps {
        transaction.prepare_cached(sql)?.execute(params![bank.0, row.id.0, item.0, cap])?;
    }
    Ok(())
}

fn put_request(transaction: &Transaction<'_>, bank: BankId, row: &Request) -> Result<(), Fault> {
    const COLUMNS: [&str; 12] = [
        "bank_id",
        "id",
        "version",
        "partner_id",
        "kind",
        "state",
        "comment",
        "filed_by",
        "filed_at",
        "claimed_by",
        "cancel_reason",
        "distribution_id",
    ];
    let values = params![
        bank.0,
        row.id.0,
        Count(row.version),
        row.partner.0,
        Slug(row.kind),
        Slug(row.state),
        row.comment,
        row.filed_by.0,
        At(row.filed_at),
        row.claimed_by.map(|person| person.0),
        row.cancel_reason,
        row.distribution.map(|distribution| distribution.0),
    ];
    upsert(transaction, "requests", 2, &COLUMNS, values)?;
    clear(transaction, "request_lines", "request_id", bank, row.id.0)?;
    let sql = "INSERT INTO request_lines (bank_id, request_id, place, item_id, item_name, unit, quantity, per_person) \
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    for (index, line) in row.lines.iter().enumerate() {
        let (unit, per_person) = (&line.unit, line.per_person);
        transaction.prepare_cached(sql)?.execute(params![
            bank.0,
            row.id.0,
            place(index)?,
            line.item.0,
            line.item_name,
            unit,
            line.quantity,
            per_person,
        ])?;
    }
    Ok(())
}

fn put_distribution(transaction: &Transaction<'_>, bank: BankId, row: &Distribution) -> Result<(), Fault> {
    const COLUMNS: [&str; 11] = [
        "bank_id",
        "id",
        "version",
        "partner_id",
        "request_id",
        "state",
        "day",
        "method",
        "comment",
        "recorded_by",
        "recorded_at",
    ];
    let values = params![
        bank.0,
        row.id.0,
        Count(row.version),
        row.partner.0,
        row.request.map(|request| request.0),
        Slug(row.state),
        Day(row.date),
        Slug(row.method),
        row.comment,
        row.recorded_by.0,
        At(row.recorded_at),
    ];
    upsert(transaction, "distributions", 2, &COLUMNS, values)?;
    clear(transaction, "distribution_lines", "distribution_id", bank, row.id.0)?;
    let sql = "INSERT INTO distribution_lines (bank_id, distribution_id, place, item_id, item_name, quantity) \
               VALUES (?, ?, ?, ?, ?, ?)";
    for (index, line) in row.lines.iter().enumerate() {
        transaction.prepare_cached(sql)?.execute(params![
            bank.0,
            row.id.0,
            place(index)?,
            line.item.0,
            line.item_name,
            line.quantity,
        ])?;
    }
    Ok(())
}

//! Rows in columns: one shape for each kind of row.

use partnerkit::distribution::Distribution;
use partnerkit::error::{Error, Reason};
use partnerkit::item::{Category, Group, Item};
use partnerkit::partner::Partner;
use partnerkit::people::Person;
use partnerkit::reminder::Reminder;
use partnerkit::request::Request;
use partnerkit::store::Row;
use partnerkit::text::{email_key, look_key, name_key};
use uuid::Uuid;

use super::insert::Table;
use super::rows::{Cells, Hanging, Shape};
use crate::errors::Fault;
use crate::session::Value;
use crate::values::{count, json, maybe_json, maybe_slug, place, slug};

/// The shape of a row that is not the bank, its id, and what stands in its columns.
pub(super) fn of(row: &Row) -> Result<(&'static Shape, Uuid, Cells), Fault> {
    Ok(match row {
        // The bank's own row is written with its counters, before everything else.
        Row::Bank(_) => return Err(Error::new(Reason::bug("a bank among the rows of a bank")).into()),
        Row::Category(row) => (&CATEGORY, row.id.0, category(row)?),
        Row::Item(row) => (&ITEM, row.id.0, item(row)?),
        Row::Group(row) => (&GROUP, row.id.0, group(row)?),
        Row::Partner(row) => (&PARTNER, row.id.0, partner(row)?),
        Row::Request(row) => (&REQUEST, row.id.0, request(row)?),
        Row::Distribution(row) => (&DISTRIBUTION, row.id.0, distribution(row)?),
        Row::Person(row) => (&PERSON, row.id.0, person(row)?),
        Row::Reminder(row) => (&REMINDER, row.id.0, reminder(row)?),
    })
}

macro_rules! shapes {
    ($($shape:ident $table:literal [$($column:literal)*] { $($hanging:literal $keys:literal [$($part:literal)*])* })*) => {$(
        pub(super) static $shape: Shape = Shape {
            table: Table::new($table, 1, &[$($column),*]),
            hanging: &[$({
                static HANGING: Table = Table::new($hanging, $keys, &[$($part),*]);
                Hanging(&HANGING)
            }),*],
        };
    )*};
}
shapes! {
    CATEGORY "categories" ["id" "version" "name" "name_key"] {}
    ITEM "items" [
        "id" "version" "name" "name_key" "active" "visible" "category_id" "quantity_per_person"
    ] { "item_units" 2 ["item_id" "unit"] }
    GROUP "groups" ["id" "version" "name" "name_key" "reminders" "reminders_since"] {
        "group_categories" 2 ["group_id" "category_id"]
        "group_caps" 2 ["group_id" "item_id" "cap"]
    }
    REQUEST "requests" [
        "id" "version" "partner_id" "kind" "state" "comment" "filed_by" "filed_at" "claimed_by" "cancel_reason"
        "distribution_id"
    ] { "request_lines" 2 ["request_id" "place" "item_id" "item_name" "unit" "quantity" "per_person"] }
    DISTRIBUTION "distributions" [
        "id" "version" "partner_id" "request_id" "state" "day" "method" "comment" "recorded_by" "recorded_at"
    ] { "distribution_lines" 2 ["distribution_id" "place" "item_id" "item_name" "quantity"] }
    PERSON "people" ["id" "version" "email" "name" "language"] {
        "person_roles" 2 ["person_id" "place" "role" "partner_id" "accepted_at" "invitation" "last_used_at"]
    }
    REMINDER "reminders" ["id" "version" "partner_id" "kind" "day" "occurrence" "sent_at"] {}
}

pub(super) static PARTNER: Shape =
    Shape { table: Table::new("partners", 1, &PARTNER_COLUMNS), hanging: &[Hanging(&EXCEPTIONS)] };

pub(crate) static EXCEPTIONS: Table =
    Table::new("partner_exceptions", 2, &["partner_id", "item_id", "rule", "last_day"]);

/// A partner's columns but for the bank.
pub(crate) const PARTNER_COLUMNS: [&str; 28] = [
    "id",
    "version",
    "name",
    "name_key",
    "look_key",
    "email",
    "email_key",
    "group_id",
    "quota",
    "send_emails",
    "default_storage_location",
    "notes",
    "info_for_partner",
    "external_id",
    "language",
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

/// What stands in [`PARTNER_COLUMNS`].
pub(crate) fn partner_cells(row: &Partner) -> Result<Vec<Value>, Fault> {
    let details = &row.details;
    Ok(vec![
        row.id.0.into(),
        count(row.version)?,
        (&details.name).into(),
        name_key(&details.name).into(),
        look_key(&details.name).into(),
        (&details.email).into(),
        email_key(&details.email).into(),
        details.group.map(|group| group.0).into(),
        details.quota.map_or(Ok(Value::Null), count)?,
        details.send_emails.into(),
        details.default_storage_location.as_ref().into(),
        details.notes.as_ref().into(),
        details.info_for_partner.as_ref().into(),
        details.external_id.as_ref().into(),
        maybe_slug(details.language)?,
        details.proxy.into(),
        slug(row.status)?,
        maybe_slug(row.prior)?,
        row.invited_email.as_ref().into(),
        row.approved_at.into(),
        row.submitted_at.into(),
        row.reactivated_at.into(),
        row.group_since.into(),
        row.emails_since.into(),
        row.added_at.into(),
        row.import_line.map_or(Ok(Value::Null), count)?,
        json(&row.profile)?,
        row.profile.narrows().into(),
    ])
}

/// A partner's exceptions: what stands in the columns of [`EXCEPTIONS`].
pub(crate) fn exception_cells(row: &Partner) -> Result<Vec<Vec<Value>>, Fault> {
    let cells = row.exceptions.iter().map(|(item, exception)| {
        Ok(vec![row.id.0.into(), item.0.into(), slug(exception.rule)?, exception.last_day.into()])
    });
    cells.collect()
}

fn partner(row: &Partner) -> Result<Cells, Fault> {
    Ok(Cells { row: partner_cells(row)?, hanging: vec![exception_cells(row)?] })
}

fn category(row: &Category) -> Result<Cells, Fault> {
    let cells = vec![row.id.0.into(), count(row.version)?, (&row.name).into(), name_key(&row.name).into()];
    Ok(Cells { row: cells, hanging: Vec::new() })
}

fn item(row: &Item) -> Result<Cells, Fault> {
    let details = &row.details;
    let cells = vec![
        row.id.0.into(),
        count(row.version)?,
        (&details.name).into(),
        name_key(&details.name).into(),
        details.active.into(),
        details.visible.into(),
        details.category.map(|category| category.0).into(),
        details.quantity_per_person.into(),
    ];
    let units = details.units.iter().map(|unit| vec![row.id.0.into(), unit.into()]).collect();
    Ok(Cells { row: cells, hanging: vec![units] })
}

fn group(row: &Group) -> Result<Cells, Fault> {
    let cells = vec![
        row.id.0.into(),
        count(row.version)?,
        (&row.name).into(),
        name_key(&row.name).into(),
        maybe_json(row.reminders)?,
        row.reminders_since.into(),
    ];
    let categories = row.categories.iter().map(|category| vec![row.id.0.into(), category.0.into()]).collect();
    let caps =
        row.caps.iter().map(|(item, cap)| vec![row.id.0.into(), item.0.into(), (*cap).into()]).collect();
    Ok(Cells { row: cells, hanging: vec![categories, caps] })
}

fn request(row: &Request) -> Result<Cells, Fault> {
    let cells = vec![
        row.id.0.into(),
        count(row.version)?,
        row.partner.0.into(),
        slug(row.kind)?,
        slug(row.state)?,
        row.comment.as_ref().into(),
        row.filed_by.0.into(),
        row.filed_at.into(),
        row.claimed_by.map(|person| person.0).into(),
        row.cancel_reason.as_ref().into(),
        row.distribution.map(|distribution| distribution.0).into(),
    ];
    let lines = row.lines.iter().enumerate().map(|(index, line)| {
        Ok(vec![
            row.id.0.into(),
            place(index)?.into(),
            line.item.0.into(),
            (&line.item_name).into(),
            line.unit.as_ref().into(),
            line.quantity.into(),
            line.per_person.into(),
        ])
    });
    Ok(Cells { row: cells, hanging: vec![lines.collect::<Result<_, Fault>>()?] })
}

fn distribution(row: &Distribution) -> Result<Cells, Fault> {
    let cells = vec![
        row.id.0.into(),
        count(row.version)?,
        row.partner.0.into(),
        row.request.map(|request| request.0).into(),
        slug(row.state)?,
        row.date.into(),
        slug(row.method)?,
        row.comment.as_ref().into(),
        row.recorded_by.0.into(),
        row.recorded_at.into(),
    ];
    let lines = row.lines.iter().enumerate().map(|(index, line)| {
        let name = (&line.item_name).into();
        Ok(vec![row.id.0.into(), place(index)?.into(), line.item.0.into(), name, line.quantity.into()])
    });
    Ok(Cells { row: cells, hanging: vec![lines.collect::<Result<_, Fault>>()?] })
}

fn person(row: &Person) -> Result<Cells, Fault> {
    let cells = vec![
        row.id.0.into(),
        count(row.version)?,
        (&row.email).into(),
        row.name.as_ref().into(),
        maybe_slug(row.language)?,
    ];
    let roles = row.roles.iter().enumerate().map(|(index, (role, holding))| {
        Ok(vec![
            row.id.0.into(),
            place(index)?.into(),
            role.slug().into(),
            role.partner().map(|partner| partner.0).into(),
            holding.accepted_at.into(),
            maybe_json(holding.invitation)?,
            holding.last_used_at.into(),
        ])
    });
    Ok(Cells { row: cells, hanging: vec![roles.collect::<Result<_, Fault>>()?] })
}

fn reminder(row: &Reminder) -> Result<Cells, Fault> {
    let cells = vec![
        row.id.0.into(),
        count(row.version)?,
        row.partner.0.into(),
        row.of.kind().slug().into(),
        row.of.day().into(),
        json(row.of)?,
        row.sent_at.into(),
    ];
    Ok(Cells { row: cells, hanging: Vec::new() })
}

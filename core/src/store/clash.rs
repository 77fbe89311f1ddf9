//! Which rows of a file hold a key that an earlier row, or a partner of the bank, holds already.

use std::collections::BTreeMap;

use super::answer::Rows;
use super::keys::Key;
use super::{Clash, ClashKey, Holder, ImportRow, Row};
use crate::error::Error;
use crate::partner::Partner;
use crate::text::name_key;

/// All clashes of a file, in the order of its lines.
///
/// A key that both a partner and an earlier line hold clashes with both: putting one right would not do. A name that is
/// held does not also look alike, and a name looks like one other at most.
///
/// # Errors
/// What `rows` fails with.
pub fn clashes(rows: &dyn Rows, file: &[ImportRow]) -> Result<Vec<Clash>, Error> {
    let mut seen = Seen::default();
    let mut found = Vec::new();
    for row in file {
        let clash = |key, value: &str, held_by| Clash {
            line: row.line,
            record: row.record,
            key,
            value: value.to_owned(),
            held_by,
        };
        let mut is_held = false;
        if let Some((name, key)) = &row.name {
            let there = partner_with(rows, Key::Partner(key.clone()))?;
            let holders = seen.holders(ClashKey::Name, key, row.line, name, there);
            found.extend(
                holders.map(|held_by| clash(ClashKey::Name, name, held_by)).inspect(|_| is_held = true),
            );
        }
        if let Some((email, key)) = &row.email {
            let there = partner_with(rows, Key::Email(key.clone()))?;
            let holders = seen.holders(ClashKey::Email, key, row.line, email, there);
            found.extend(holders.map(|held_by| clash(ClashKey::Email, email, held_by)));
        }
        if let Some(id) = &row.external_id {
            let there = partner_with(rows, Key::ExternalId(id.clone()))?;
            let holders = seen.holders(ClashKey::ExternalId, id, row.line, id, there);
            found.extend(holders.map(|held_by| clash(ClashKey::ExternalId, id, held_by)));
        }
        let look = row.look_key.as_deref().filter(|look| !look.is_empty());
        if let (Some(look), Some((name, _))) = (look, &row.name) {
            let there = first_looking_like(rows, look)?;
            let mut holders = seen.holders(ClashKey::Look, look, row.line, name, there);
            let alike = holders.next().filter(|_| !is_held);
            found.extend(alike.map(|held_by| clash(ClashKey::Look, name, held_by)));
        }
    }
    Ok(found)
}

fn partner_with(rows: &dyn Rows, key: Key) -> Result<Option<Partner>, Error> {
    Ok(rows.holder(&key)?.and_then(|row| partner_of(&row)))
}

/// The partner whose name has this look key, the first by name key.
fn first_looking_like(rows: &dyn Rows, look: &str) -> Result<Option<Partner>, Error> {
    let alike = rows.looking_like(look).collect::<Result<Vec<_>, _>>()?;
    let partners = alike.iter().filter_map(|row| partner_of(row));
    Ok(partners.min_by_key(|partner| name_key(&partner.details.name)))
}

fn partner_of(row: &Row) -> Option<Partner> {
    if let Row::Partner(partner) = row { Some(partner.clone()) } else { None }
}

/// The first line with each key, and the value in it.
#[derive(Default)]
struct Seen<'a>(BTreeMap<(u8, &'a str), (u64, &'a str)>);

impl<'a> Seen<'a> {
    /// Who holds `key` before this line: the partner that is there, and the first line with it. Without such a line this
    /// one is it.
    fn holders(
        &mut self,
        kind: ClashKey,
        key: &'a str,
        line: u64,
        value: &'a str,
        there: Option<Partner>,
    ) -> impl Iterator<Item = Holder> + use<> {
        let (first, value) = *self.0.entry((kind as u8, key)).or_insert((line, value));
        let earlier = (first != line).then(|| Holder::Line { line: first, value: value.to_owned() });
        let partner = there.map(|partner| Holder::Partner { id: partner.id, name: partner.details.name });
        partner.into_iter().chain(earlier)
    }
}

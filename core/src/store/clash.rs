//! Which rows of a file hold a key that an earlier row, or a partner of the bank, holds already.

use std::collections::BTreeMap;

use super::answer::Rows;
use super::keys::Key;
use super::{Clash, ClashKey, Holder, ImportRow, Row};
use crate::error::Error;
use crate::partner::Partner;
use crate::text::name_key;

/// All clashes of a file with itself and the rows of the bank, in the order of its lines.
///
/// # Errors
/// What `rows` fails with.
pub fn clashes(rows: &dyn Rows, file: &[ImportRow]) -> Result<Vec<Clash>, Error> {
    clashes_with(file, |kind, key| match kind {
        ClashKey::Name => partner_with(rows, Key::Partner(key.to_owned())),
        ClashKey::Email => partner_with(rows, Key::Email(key.to_owned())),
        ClashKey::ExternalId => partner_with(rows, Key::ExternalId(key.to_owned())),
        ClashKey::Look => first_looking_like(rows, key),
    })
}

/// All clashes of a file, in the order of its lines. `there` is the partner of the bank with a key.
///
/// A key that both a partner and an earlier line hold clashes with both: putting one right would not do. A name that is
/// held does not also look alike, and a name looks like one other at most.
///
/// # Errors
/// What `there` fails with.
pub(super) fn clashes_with(
    file: &[ImportRow],
    there: impl Fn(ClashKey, &str) -> Result<Option<Partner>, Error>,
) -> Result<Vec<Clash>, Error> {
    let mut seen = Seen::default();
    let mut found = Vec::new();
    for row in file {
        let mut is_held = false;
        for (kind, key, value) in keys(row) {
            let holders = seen.holders(kind, key, row.line, value, there(kind, key)?);
            // Of those a name looks like one is told, and none if the name itself is held.
            let told = match kind {
                ClashKey::Look if is_held => 0,
                ClashKey::Look => 1,
                _ => usize::MAX,
            };
            for held_by in holders.take(told) {
                is_held |= kind == ClashKey::Name;
                found.push(Clash {
                    line: row.line,
                    record: row.record,
                    key: kind,
                    value: value.to_owned(),
                    held_by,
                });
            }
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

/// The keys of a row, the name first, each with the value as given.
pub(super) fn keys(row: &ImportRow) -> impl Iterator<Item = (ClashKey, &str, &str)> {
    let name = row.name.as_ref().map(|(name, key)| (ClashKey::Name, key.as_str(), name.as_str()));
    let email = row.email.as_ref().map(|(email, key)| (ClashKey::Email, key.as_str(), email.as_str()));
    let external_id = row.external_id.as_deref().map(|id| (ClashKey::ExternalId, id, id));
    // An empty key looks like nothing.
    let look = row.look_key.as_deref().filter(|look| !look.is_empty()).zip(row.name.as_ref());
    let look = look.map(|(look, (name, _))| (ClashKey::Look, look, name.as_str()));
    [name, email, external_id, look].into_iter().flatten()
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

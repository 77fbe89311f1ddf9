//! Which rows of a file hold a key that an earlier row, or a partner of the bank, holds already.

use std::collections::BTreeMap;

use super::rows::{Key, Rows};
use crate::partner::Partner;
use crate::store::{Clash, ClashKey, Holder, ImportRow};

/// The first line with a key, and the value in it.
type Firsts<'a> = BTreeMap<&'a str, (u64, &'a str)>;

/// All clashes of a file, in the order of its lines.
///
/// Each key of a line clashes at most once: with the first line that has it, else with the partner that has it. A name
/// that is held does not also look alike.
pub(super) fn clashes(rows: &Rows, file: &[ImportRow]) -> Vec<Clash> {
    let [mut names, mut emails, mut external_ids, mut looks] = [const { Firsts::new() }; 4];
    let mut found = Vec::new();
    for row in file {
        let mut tell = |key, value: &str, held_by: Option<Holder>| {
            let clash = held_by.map(|held_by| Clash {
                line: row.line,
                record: row.record,
                key,
                value: value.to_owned(),
                held_by,
            });
            let any = clash.is_some();
            found.extend(clash);
            any
        };
        if let Some((name, key)) = &row.name {
            let there = rows.partner_with(&Key::Partner(key.clone()));
            let same = tell(ClashKey::Name, name, holder(&mut names, key, row.line, name, there));
            if let Some(look) = row.look_key.as_deref().filter(|look| !look.is_empty()) {
                let there = rows.looking_like(look).next();
                let alike = holder(&mut looks, look, row.line, name, there);
                tell(ClashKey::Look, name, alike.filter(|_| !same));
            }
        }
        if let Some((email, key)) = &row.email {
            let there = rows.partner_with(&Key::Email(key.clone()));
            tell(ClashKey::Email, email, holder(&mut emails, key, row.line, email, there));
        }
        if let Some(id) = &row.external_id {
            let there = rows.partner_with(&Key::ExternalId(id.clone()));
            tell(ClashKey::ExternalId, id, holder(&mut external_ids, id, row.line, id, there));
        }
    }
    found
}

/// Who holds `key` before this line; nobody, and the line is remembered as the first.
fn holder<'a>(
    firsts: &mut Firsts<'a>,
    key: &'a str,
    line: u64,
    value: &'a str,
    there: Option<&Partner>,
) -> Option<Holder> {
    if let Some((line, value)) = firsts.get(key) {
        return Some(Holder::Line { line: *line, value: (*value).to_owned() });
    }
    firsts.insert(key, (line, value));
    there.map(|partner| Holder::Partner { id: partner.id, name: partner.details.name.clone() })
}

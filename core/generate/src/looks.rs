//! Writes the table of characters that look like others, for `core/src/text/looks.rs`: the confusables of UTS 39.

use std::fmt::{Display, Write as _};

use unicode_normalization::UnicodeNormalization;

/// The module `core/src/text/confusables.rs`.
#[must_use]
pub fn table() -> String {
    let (mut characters, mut ends, mut all) = (Vec::new(), Vec::new(), String::new());
    let mut without: Vec<(char, char)> = Vec::new();
    for c in '\0'..=char::MAX {
        let own = c.to_string();
        let look: String = unicode_security::skeleton(&own).collect();
        // The core decomposes a text first, so it never looks up a character that decomposes.
        if look == own || !std::iter::once(c).nfd().eq([c]) {
            continue;
        }
        if look.is_empty() {
            match without.last_mut() {
                Some((_, last)) if u32::from(*last) + 1 == u32::from(c) => *last = c,
                _ => without.push((c, c)),
            }
            continue;
        }
        all.push_str(&look);
        characters.push(format!("{c:?}"));
        ends.push(all.len());
    }
    format!(
        "//! Generated from the confusables of UTS 39 by `tests/renew`.\n\n\
         /// Every character with another look than its own, in order.\npub(super) const CHARACTERS: &[char] = &[\n{}];\n\n\
         /// Where in `LOOKS` the look of each character ends, in bytes.\npub(super) const ENDS: &[u16] = &[\n{}];\n\n\
         /// All looks, one behind the other.\npub(super) const LOOKS: &str = {all:?};\n\n\
         /// Ranges of characters without any look.\npub(super) const WITHOUT: &[(char, char)] = &[\n{}];\n",
        lines(&characters),
        lines(&ends),
        lines(&without.iter().map(|range| format!("{range:?}")).collect::<Vec<_>>()),
    )
}

/// The values with commas, sixteen a line.
fn lines<T: Display>(values: &[T]) -> String {
    let mut out = String::new();
    for line in values.chunks(16) {
        out.push_str("   ");
        for value in line {
            let _ = write!(out, " {value},");
        }
        out.push('\n');
    }
    out
}

//! Which characters look like others: the table of confusables of UTS 39.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::confusables::{CHARACTERS, ENDS, LOOKS, WITHOUT};

/// What a character looks like that falls apart no further, if that is another.
pub(super) fn look(c: char) -> Option<&'static str> {
    let place = CHARACTERS.binary_search(&c).ok()?;
    let start = place.checked_sub(1).map_or(Some(0), |before| ENDS.get(before).copied())?;
    LOOKS.get(start.into()..usize::from(*ENDS.get(place)?))
}

/// Whether a character has no look at all.
fn is_without(c: char) -> bool {
    !c.is_ascii() && WITHOUT.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// The skeleton of UTS 39: two texts that look alike have the same.
pub(super) fn skeleton(text: &str) -> String {
    let nfd = DecomposingNormalizerBorrowed::new_nfd();
    let mut skeleton = String::with_capacity(text.len());
    for c in nfd.normalize(text).chars().filter(|c| !is_without(*c)) {
        match look(c) {
            Some(look) => skeleton.push_str(look),
            None => skeleton.push(c),
        }
    }
    nfd.normalize(&skeleton).into_owned()
}

#[cfg(test)]
mod tests {
    use super::skeleton;

    #[test]
    fn every_character_looks_as_it_does_to_others() {
        // Beyond are ideographs, of which only those of the last block fall apart, private characters and nothing.
        for c in ('\0'..'\u{20000}').chain('\u{2f800}'..'\u{2fa20}').chain('\u{e0000}'..'\u{e1002}') {
            for text in [c.to_string(), format!("e\u{301}{c}\u{323}")] {
                let theirs: String = unicode_security::skeleton(&text).collect();
                assert_eq!(skeleton(&text), theirs, "{c:?}");
            }
        }
    }
}

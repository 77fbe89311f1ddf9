//! Names, addresses and texts: checks and keys belong together.

use icu_normalizer::ComposingNormalizerBorrowed;
use partnerkit::text::{
    MAX_EMAIL, MAX_NAME, bounded, email, email_key, has_invisible, look_key, name, name_key, opaque, shorten,
};

/// Any bytes as names and addresses, one a line: alone, and each with the one before.
///
/// # Panics
/// When two of the functions contradict each other.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut before = "";
    for one in std::iter::once(text.as_ref()).chain(text.split('\n')) {
        check_name(one);
        check_email(one);
        check_bounded(one);
        check_pair(before, one);
        before = one;
    }
}

fn check_name(raw: &str) {
    let key = name_key(raw);
    assert_eq!(name_key(&key), key, "the key of a key is the key: {raw:?}");
    assert_eq!(name_key(raw.trim()), key, "white space around does not count: {raw:?}");
    let look = look_key(raw);
    if !has_capital(raw) {
        // Capitals look like other letters than the small letters they are the same name as.
        assert_eq!(look_key(&key), look, "names that are the same look the same: {raw:?}");
    }
    assert_eq!(look_key(&look), look, "looks look like themselves: {raw:?}");
    let Ok(kept) = name(raw) else { return };
    assert_eq!(name(&kept), Ok(kept.clone()), "what is kept is accepted as it is: {raw:?}");
    assert_eq!(name_key(&kept), key, "{raw:?}");
    assert!(kept.chars().count() <= MAX_NAME && !kept.chars().any(char::is_control), "{raw:?}");
}

/// Title case counts as well, as in ᾛ, and what only becomes a capital when it is normalised, as ϓ does.
fn has_capital(text: &str) -> bool {
    let normal = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    normal.chars().any(|c| !c.to_lowercase().eq([c]))
}

fn check_email(raw: &str) {
    let key = email_key(raw);
    assert_eq!(email_key(&key), key, "the key of a key is the key: {raw:?}");
    let Ok(kept) = email(raw) else { return };
    assert_eq!(email(&kept), Ok(kept.clone()), "what is kept is accepted as it is: {raw:?}");
    assert_eq!(email_key(&kept), key, "{raw:?}");
    assert!(key.is_ascii() && key.len() <= MAX_EMAIL && !has_invisible(&key), "{raw:?} has the key {key:?}");
    assert_eq!(email(&key), Ok(key.clone()), "the key is an address as well: {raw:?}");
    assert_eq!(key.matches('@').count(), 1, "{raw:?}");
}

fn check_bounded(raw: &str) {
    let short = shorten(raw);
    assert!(short.chars().count() <= 200);
    assert!(raw.starts_with(short.trim_end_matches('…')));
    if let Ok(Some(kept)) = bounded("notes", raw, 50) {
        assert_eq!(bounded("notes", &kept, 50), Ok(Some(kept.clone())), "{raw:?}");
        assert!(kept.chars().count() <= 50, "{raw:?}");
    }
    if let Ok(Some(kept)) = opaque("key", raw) {
        assert_eq!(opaque("key", &kept), Ok(Some(kept.clone())), "{raw:?}");
        assert!(!kept.contains(['\n', '\r', '\t']), "{raw:?}");
    }
}

fn check_pair(one: &str, two: &str) {
    if name_key(one) == name_key(two) && !has_capital(one) && !has_capital(two) {
        assert_eq!(look_key(one), look_key(two), "{one:?} {two:?}");
    }
    if let (Ok(first), Ok(second)) = (email(one), email(two))
        && first.eq_ignore_ascii_case(&second)
    {
        assert_eq!(email_key(one), email_key(two), "{one:?} {two:?}");
    }
}

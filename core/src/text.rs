//! Names, email addresses and free text: what is accepted, and the keys by which two of them are the same.
//!
//! What a person typed is kept as typed, trimmed. Sameness is a matter of keys: [`name_key`] and [`email_key`] decide
//! what is taken; [`look_key`] only finds what looks alike and is good for warnings, never for refusals.

use std::borrow::Cow;
use std::sync::LazyLock;

use icu_casemap::CaseMapper;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup, Script};
use icu_properties::{CodePointMapData, CodePointSetData};
use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};

use crate::error::{Code, Reason};

/// Bytes as hexadecimal text, for `#[serde(with)]`.
pub(crate) mod hex;
#[rustfmt::skip]
mod confusables;
mod looks;

/// The most characters a name may have.
pub const MAX_NAME: usize = 200;
/// The most characters notes and other long texts may have.
pub const MAX_NOTES: usize = 10_000;
/// The most characters an email address may have, its domain written in ASCII.
pub const MAX_EMAIL: usize = 254;

/// The most characters the local part of an address may have (RFC 5321, 4.5.3.1.1).
const MAX_LOCAL: usize = 64;
/// How often the table of confusables is asked about what it gave itself: an end, whatever the table holds one day.
const MAX_ROUNDS: usize = 8;
/// The most characters of a bad value that are repeated in a reason.
const MAX_SHOWN: usize = 200;

/// Checks a name and trims it; the inside stays as typed.
///
/// ```
/// use partnerkit::text::name;
/// assert_eq!(name("  Ballard  Food Bank ").unwrap(), "Ballard  Food Bank");
/// ```
///
/// # Errors
/// `name_missing` (also when nothing in it can be seen), `name_too_long` over [`MAX_NAME`], `control_character`.
pub fn name(raw: &str) -> Result<String, Reason> {
    let name = raw.trim();
    if name.chars().all(|c| c.is_whitespace() || is_ignorable(c)) {
        return Err(Code::NameMissing.into());
    }
    let length = name.chars().count();
    if length > MAX_NAME {
        return Err(Reason::new(Code::NameTooLong).with("length", length).with("most", MAX_NAME));
    }
    if name.chars().any(char::is_control) {
        return Err(Reason::new(Code::ControlCharacter).with("field", "name"));
    }
    Ok(name.to_owned())
}

/// The key of a name: two names are the same when their keys are equal.
///
/// NFKC, full case folding, trimmed, inner white space collapsed to one space. The key of a key is the key.
///
/// ```
/// use partnerkit::text::name_key;
/// assert_eq!(name_key(" BALLARD\u{a0} Food Bank"), name_key("Ballard Food Bank"));
/// ```
#[must_use]
pub fn name_key(name: &str) -> String {
    if name.is_ascii() {
        return one_space(&name.to_ascii_lowercase());
    }
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    // Decomposing first and folding twice is what makes the key stable (The Unicode Standard, D146).
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(name);
    let once = nfkc.normalize(&fold(&decomposed)).into_owned();
    let twice = nfkc.normalize(&fold(&once)).into_owned();
    one_space(&twice)
}

/// The text trimmed, inner white space collapsed to one space.
fn one_space(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The key of a name's looks: names with equal keys look alike to a reader.
///
/// On top of [`name_key`]: confusable characters are taken as one, capitals as capitals, and accents, punctuation, spaces
/// and invisible characters do not count. Empty when nothing else is in the name; such names look like nothing.
///
/// ```
/// use partnerkit::text::look_key;
/// assert_eq!(look_key("My Sister’s Pantry"), look_key("My Sisters Pantry"));
/// ```
#[must_use]
pub fn look_key(name: &str) -> String {
    if !name.is_ascii() {
        return look_key_of_any(name);
    }
    let looks = name.bytes().filter_map(|byte| ASCII_LOOKS.get(usize::from(byte)));
    looks.map(String::as_str).collect()
}

/// The look key of every ASCII character. They do not touch each other, so the key of a name is theirs in a row.
static ASCII_LOOKS: LazyLock<[String; 128]> =
    LazyLock::new(|| std::array::from_fn(|code| look_key_of_any(&char::from(code as u8).to_string())));

fn look_key_of_any(name: &str) -> String {
    let key: String = name_key(&latin_capitals(name)).chars().filter(|c| !is_ignorable(*c)).collect();
    let nfd = DecomposingNormalizerBorrowed::new_nfd();
    let bare: String = nfd.normalize(&key).chars().filter(|c| counts_for_looks(*c)).collect();
    let mut look = confused(&bare);
    // What the table gives may, once it is a key, stand in the table again. Few of ASCII do, and most names are ASCII.
    let is_settled =
        |look: &str| look.bytes().all(|b| b.is_ascii() && !matches!(b, b'0' | b'1' | b'm' | b'|'));
    for _ in 0..MAX_ROUNDS {
        let again = if is_settled(&look) { break } else { confused(&look) };
        if again == look {
            break;
        }
        look = again;
    }
    look
}

/// The text with one character for all that look like it. The table of confusables holds capitals, ligatures and accents,
/// so all of them are dealt with again behind it.
fn confused(text: &str) -> String {
    let skeleton = looks::skeleton(text);
    let key = if skeleton.is_ascii() { skeleton.to_ascii_lowercase() } else { name_key(&skeleton) };
    let nfd = DecomposingNormalizerBorrowed::new_nfd();
    nfd.normalize(&key).chars().filter(|c| counts_for_looks(*c)).collect()
}

/// The text with the capitals of other scripts that look like Latin ones made Latin: the Cyrillic В, the Greek Η. In lower
/// case, which the key is in, в and η no longer look like b and h.
fn latin_capitals(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let latin = |c: char| match looks::look(c).unwrap_or_default().as_bytes() {
        [look] if look.is_ascii_uppercase() && c.is_uppercase() => char::from(*look),
        _ => c,
    };
    // Decomposed, so that an accent does not hide the letter.
    let bare = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
    Cow::Owned(bare.chars().map(latin).collect())
}

/// Checks one email address and trims it; it stays as typed.
///
/// The local part is an ASCII dot-atom of RFC 5321, the domain a domain name with a dot (UTS 46, non-transitional).
/// A display name, `mailto:` or a quoted local part is no address.
///
/// ```
/// use partnerkit::text::email;
/// assert_eq!(email(" Front.Desk@Example.ORG ").unwrap(), "Front.Desk@Example.ORG");
/// assert!(email("n/a").is_err());
/// ```
///
/// # Errors
/// `email_missing`, `email_several` when more than one address is given, `email_invalid` for all else.
pub fn email(raw: &str) -> Result<String, Reason> {
    let address = raw.trim();
    if address.is_empty() {
        return Err(Code::EmailMissing.into());
    }
    if ascii_address(address).is_some() {
        return Ok(address.to_owned());
    }
    let code = if holds_several(address) { Code::EmailSeveral } else { Code::EmailInvalid };
    Err(Reason::new(code).with("value", shorten(address)))
}

/// The key of an address: two addresses are the same when their keys are equal.
///
/// The local part in lower case, the domain in its ASCII form.
///
/// ```
/// use partnerkit::text::email_key;
/// assert_eq!(email_key("Info@BÜCHER.example"), "info@xn--bcher-kva.example");
/// ```
#[must_use]
pub fn email_key(address: &str) -> String {
    let address = address.trim();
    ascii_address(address).unwrap_or_else(|| address.to_lowercase())
}

/// Checks a text of at most `most` characters and trims it. Nothing but white space is no text: `None`.
///
/// # Errors
/// `text_too_long`; `control_character` for control characters other than tab and line ends.
pub fn bounded(field: &str, raw: &str, most: usize) -> Result<Option<String>, Reason> {
    let text = raw.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let length = text.chars().count();
    if length > most {
        let reason = Reason::new(Code::TextTooLong).with("field", field).with("length", length);
        return Err(reason.with("most", most).on(field));
    }
    if text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r')) {
        return Err(Reason::new(Code::ControlCharacter).with("field", field).on(field));
    }
    Ok(Some(text.to_owned()))
}

/// Checks and trims a key of the host: one line, as long as a name. Nothing but white space is no key: `None`.
///
/// # Errors
/// `text_too_long`; `control_character`.
pub fn opaque(field: &str, raw: &str) -> Result<Option<String>, Reason> {
    line(field, raw, MAX_NAME)
}

/// Checks and trims one line of at most `most` characters. Nothing but white space is no text: `None`.
///
/// # Errors
/// `text_too_long`; `control_character`, a line break among them.
pub fn line(field: &str, raw: &str, most: usize) -> Result<Option<String>, Reason> {
    let text = bounded(field, raw, most)?;
    match text {
        Some(text) if text.chars().any(char::is_control) => {
            Err(Reason::new(Code::ControlCharacter).with("field", field).on(field))
        }
        text => Ok(text),
    }
}

/// Whether something in the text cannot be seen: zero-width spaces, soft hyphens, marks that turn the direction …
///
/// Joiners between letters of scripts that need them, and the variation selectors of emoji, do not count.
#[must_use]
pub fn has_invisible(text: &str) -> bool {
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let after = letters.peek().copied().unwrap_or(' ');
        let needed = match c {
            '\u{fe00}'..='\u{fe0f}' => !before.is_ascii(),
            '\u{200c}' | '\u{200d}' => !before.is_ascii() && !after.is_ascii(),
            _ => false,
        };
        if is_ignorable(c) && !needed {
            return true;
        }
        before = c;
    }
    false
}

/// Whether a spreadsheet would run the text as a formula: it starts with `=`, `+`, `-`, `@`, a tab or a CR.
#[must_use]
pub fn is_formula_like(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text as it is written into a file that a spreadsheet may open: with a `'` in front where it would run as a formula.
///
/// A text that looks as if it were guarded already gets one more, so that [`unguarded`] gives back exactly what was there.
///
/// ```
/// use partnerkit::text::{guarded, unguarded};
/// for text in ["=1+1", "'=1+1", "'tis", "plain", ""] {
///     assert_eq!(unguarded(&guarded(text)), text);
/// }
/// assert_eq!(guarded("=1+1"), "'=1+1");
/// ```
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula_like(text.trim_start_matches('\'')) { format!("'{text}").into() } else { text.into() }
}

/// The text as it was before it was [`guarded`]; any other text is as it is.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula_like(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// The beginning of a text, for showing it in a report: at most 200 characters, the last a `…` when it was cut.
#[must_use]
pub fn shorten(text: &str) -> String {
    match text.char_indices().nth(MAX_SHOWN) {
        None => text.to_owned(),
        Some(_) => text.chars().take(MAX_SHOWN.saturating_sub(1)).chain(['…']).collect(),
    }
}

fn fold(text: &str) -> String {
    CaseMapper::new().fold_string(text).into_owned()
}

/// Characters that draw nothing by themselves.
fn is_ignorable(c: char) -> bool {
    !c.is_ascii() && is_ignorable_by_tables(c)
}

fn is_ignorable_by_tables(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
        || CodePointMapData::<GeneralCategory>::new().get(c) == GeneralCategory::Format
}

fn counts_for_looks(c: char) -> bool {
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    // Accents belong to no script. The vowel signs of Indic scripts are marks too, but they make the word.
    let accent = GeneralCategoryGroup::Mark.contains(category)
        && CodePointMapData::<Script>::new().get(c) == Script::Inherited;
    let quote_like = matches!(category, GeneralCategory::ModifierSymbol | GeneralCategory::ModifierLetter);
    !(accent
        || quote_like
        || c.is_whitespace()
        || is_ignorable(c)
        || GeneralCategoryGroup::Punctuation.contains(category))
}

/// The address in ASCII and lower case, or `None` when it is not one.
fn ascii_address(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    if !is_dot_atom(local) || local.len() > MAX_LOCAL || address.chars().count() > MAX_EMAIL {
        return None;
    }
    if domain.chars().any(|c| is_ignorable(c) && !matches!(c, '\u{200c}' | '\u{200d}')) {
        return None;
    }
    let domain = Uts46::new()
        .to_ascii(domain.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Verify)
        .ok()?;
    // No top-level domain is a number, so this also keeps bare IP addresses out.
    let (_, top) = domain.rsplit_once('.')?;
    if top.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let ascii = format!("{}@{domain}", local.to_ascii_lowercase());
    (ascii.len() <= MAX_EMAIL).then_some(ascii)
}

fn is_dot_atom(local: &str) -> bool {
    let is_atom_letter = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b);
    local.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atom_letter))
}

/// Whether the text, which is no address, is a list of addresses: people put `;`, `,`, `/`, `or`, line ends between.
fn holds_several(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '/' | '|' | '&'))
        .filter(|piece| piece.find('@').is_some_and(|at| at > 0) && !piece.ends_with('@'))
        .nth(1)
        .is_some()
}

#[cfg(test)]
mod tests;

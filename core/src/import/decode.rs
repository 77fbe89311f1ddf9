//! From bytes to UTF-8 text, as they come.
//!
//! A byte order mark decides. Without one, NULs in every other place mean UTF-16; else the text is taken as ASCII until
//! the first byte beyond it, and that decides between UTF-8 and Windows-1252 for good.

use serde::{Deserialize, Serialize};

/// How the characters of a file are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark. Plain ASCII counts as UTF-8.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, the low byte first.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, the high byte first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Windows-1252, as old spreadsheets write it.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

impl Encoding {
    /// Adds the text of `bytes` to `out` and says how many of them it took: all but the beginning of a character at their end.
    /// At bytes that mean nothing it stops, with what came before them added.
    fn decode(self, bytes: &[u8], out: &mut Vec<u8>) -> Result<usize, Undecodable> {
        match self {
            Self::Utf8 => utf8(bytes, out),
            Self::Utf16Le => utf16(bytes, u16::from_le_bytes, out),
            Self::Utf16Be => utf16(bytes, u16::from_be_bytes, out),
            Self::Windows1252 => windows_1252(bytes, out),
        }
    }
}

fn utf8(bytes: &[u8], out: &mut Vec<u8>) -> Result<usize, Undecodable> {
    let (whole, wrong) = match std::str::from_utf8(bytes) {
        Ok(_) => (bytes.len(), false),
        Err(error) => (error.valid_up_to(), error.error_len().is_some()),
    };
    out.extend_from_slice(bytes.get(..whole).unwrap_or_default());
    if wrong { Err(Undecodable) } else { Ok(whole) }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, out: &mut Vec<u8>) -> Result<usize, Undecodable> {
    let (pairs, _) = bytes.as_chunks();
    let mut taken = 0;
    for decoded in char::decode_utf16(pairs.iter().copied().map(unit)) {
        match decoded {
            Ok(c) => {
                push(c, out);
                taken += 2 * c.len_utf16();
            }
            // The first half of a pair whose second half is still to come.
            Err(half) if half.unpaired_surrogate() < 0xdc00 && taken + 2 == 2 * pairs.len() => break,
            Err(_) => return Err(Undecodable),
        }
    }
    Ok(taken)
}

fn windows_1252(bytes: &[u8], out: &mut Vec<u8>) -> Result<usize, Undecodable> {
    for byte in bytes.iter().copied() {
        let special = usize::from(byte).checked_sub(0x80).and_then(|place| SPECIAL.get(place));
        // Everywhere else a byte is the number of its character, as in Latin-1.
        let c = special.copied().unwrap_or_else(|| char::from(byte));
        if c == NO_MEANING {
            return Err(Undecodable);
        }
        push(c, out);
    }
    Ok(bytes.len())
}

fn push(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// How many bytes are looked at before UTF-16 without a mark is ruled out.
const SNIFFED: usize = 64;
/// Beginnings of files that are no text: UTF-32, zip (and so XLSX), the older Excel format.
const NO_TEXT: [&[u8]; 3] = [b"\xff\xfe\0\0", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"];
/// Stands in [`SPECIAL`] for a byte without a meaning. Browsers take these five for control characters; nobody typed those.
const NO_MEANING: char = char::REPLACEMENT_CHARACTER;
/// Windows-1252 from 0x80 to 0x9f, where it differs from Latin-1: Unicode's `MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT`. A crate
/// for encodings has the tables of all of Asia with it, which a phone would carry along for these.
const SPECIAL: [char; 32] = [
    '€', NO_MEANING, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', NO_MEANING, 'Ž', NO_MEANING,
    NO_MEANING, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', NO_MEANING, 'ž', 'Ÿ',
];

/// The bytes are no text in any encoding that is known here. What came before was decoded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Undecodable;

enum State {
    /// Too few bytes seen to say anything; they are held.
    Start,
    /// ASCII so far. Held: the beginning of a sequence beyond ASCII that may still become UTF-8.
    Ascii,
    Decided(Encoding),
    Failed,
}

pub(super) struct Decoder {
    state: State,
    held: Vec<u8>,
}

impl Decoder {
    pub(super) fn new() -> Self {
        Self { state: State::Start, held: Vec::new() }
    }

    /// The encoding as far as it is known; `None` when the bytes are no text.
    pub(super) fn encoding(&self) -> Option<Encoding> {
        match self.state {
            State::Start | State::Ascii => Some(Encoding::Utf8),
            State::Decided(encoding) => Some(encoding),
            State::Failed => None,
        }
    }

    /// Takes the next bytes, `last` with the end of the file, and adds their text to `out`.
    pub(super) fn push(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) -> Result<(), Undecodable> {
        let decoded = self.decode(bytes, last, out);
        if decoded.is_err() {
            self.state = State::Failed;
        }
        decoded
    }

    fn decode(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) -> Result<(), Undecodable> {
        if matches!(self.state, State::Failed) {
            return Err(Undecodable);
        }
        self.held.extend_from_slice(bytes);
        if matches!(self.state, State::Start) {
            if self.held.len() < SNIFFED && !last {
                return Ok(());
            }
            self.sniff()?;
        }
        if matches!(self.state, State::Ascii) {
            self.leave_ascii(last, out);
        }
        let State::Decided(encoding) = self.state else { return Ok(()) };
        let taken = encoding.decode(&self.held, out)?;
        self.held.drain(..taken);
        if last && !self.held.is_empty() { Err(Undecodable) } else { Ok(()) }
    }

    /// Decides by the first bytes.
    fn sniff(&mut self) -> Result<(), Undecodable> {
        if NO_TEXT.iter().any(|signature| self.held.starts_with(signature)) {
            return Err(Undecodable);
        }
        let (encoding, mark) = match self.held.as_slice() {
            [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
            [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
            start => match utf16_by_nuls(start) {
                Some(encoding) => (encoding, 0),
                None => {
                    self.state = State::Ascii;
                    return Ok(());
                }
            },
        };
        self.held.drain(..mark);
        self.state = State::Decided(encoding);
        Ok(())
    }

    /// Gives out the ASCII that is held and decides by what follows it, if anything does yet.
    fn leave_ascii(&mut self, last: bool, out: &mut Vec<u8>) {
        // Mostly all of it is, and that is told many bytes at a time.
        let beyond = if self.held.is_ascii() { None } else { self.held.iter().position(|b| !b.is_ascii()) };
        let ascii = beyond.unwrap_or(self.held.len());
        out.extend(self.held.drain(..ascii));
        if self.held.is_empty() {
            return;
        }
        let sequence: Vec<u8> = self.held.iter().copied().take(4).collect();
        let encoding = match std::str::from_utf8(&sequence) {
            Ok(_) => Encoding::Utf8,
            Err(error) if error.valid_up_to() > 0 => Encoding::Utf8,
            Err(error) if error.error_len().is_none() && !last => return,
            Err(_) => Encoding::Windows1252,
        };
        self.state = State::Decided(encoding);
    }
}

/// UTF-16 without a mark: a header is mostly ASCII, so one byte of most pairs is NUL, always on the same side.
fn utf16_by_nuls(start: &[u8]) -> Option<Encoding> {
    let pairs = start.len().min(SNIFFED) / 2;
    let nuls = |first: usize| start.iter().skip(first).step_by(2).take(pairs).filter(|b| **b == 0).count();
    match (nuls(0), nuls(1)) {
        (0, low) if low > pairs / 2 => Some(Encoding::Utf16Le),
        (high, 0) if high > pairs / 2 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

    use super::*;

    /// Bytes without a meaning in Windows-1252.
    const WITHOUT_MEANING: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

    /// Decodes in pieces of `size` bytes.
    fn decode(bytes: &[u8], size: usize) -> (Result<String, String>, Option<Encoding>) {
        let (mut decoder, mut out) = (Decoder::new(), Vec::new());
        let mut result = Ok(());
        for piece in bytes.chunks(size) {
            result = result.and_then(|()| decoder.push(piece, false, &mut out));
        }
        result = result.and_then(|()| decoder.push(&[], true, &mut out));
        let text = String::from_utf8(out).unwrap();
        (result.map(|()| text.clone()).map_err(|_| text), decoder.encoding())
    }

    fn in_utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_is_found_however_the_bytes_come() {
        let text = "name,email\r\nNiños “P” €,a@b.co\r\n".repeat(9);
        let (windows, _, _) = WINDOWS_1252.encode(&text);
        let marked = format!("\u{feff}{text}");
        let files = [
            (text.clone().into_bytes(), Encoding::Utf8),
            (marked.clone().into_bytes(), Encoding::Utf8),
            (in_utf16(&marked, u16::to_le_bytes), Encoding::Utf16Le),
            (in_utf16(&marked, u16::to_be_bytes), Encoding::Utf16Be),
            (in_utf16(&text, u16::to_le_bytes), Encoding::Utf16Le),
            (in_utf16(&text, u16::to_be_bytes), Encoding::Utf16Be),
            (windows.into_owned(), Encoding::Windows1252),
        ];
        for (bytes, encoding) in files {
            for size in [1, 2, 3, 7, 64, 100_000] {
                assert_eq!(
                    decode(&bytes, size),
                    (Ok(text.clone()), Some(encoding)),
                    "{encoding:?} by {size}"
                );
            }
        }
    }

    #[test]
    fn short_files_are_decided_at_their_end() {
        assert_eq!(decode(b"", 1), (Ok(String::new()), Some(Encoding::Utf8)));
        assert_eq!(decode(b"\xef\xbb\xbf", 1), (Ok(String::new()), Some(Encoding::Utf8)));
        assert_eq!(decode(b"a\xe9", 1), (Ok("aé".into()), Some(Encoding::Windows1252)));
        assert_eq!(decode(b"a\0", 1), (Ok("a".into()), Some(Encoding::Utf16Le)));
        assert_eq!(decode("aé".as_bytes(), 1), (Ok("aé".into()), Some(Encoding::Utf8)));
    }

    #[test]
    fn what_is_no_text_is_refused_after_what_is() {
        let pad = "x".repeat(70);
        for (bad, text) in [
            (format!("{pad}é").into_bytes(), format!("{pad}é")),
            (format!("\u{feff}{pad}").into_bytes(), pad.clone()),
        ] {
            let bytes = [&bad[..], b"y\xe9z"].concat();
            assert_eq!(decode(&bytes, 1), (Err(format!("{text}y")), None));
        }
        for byte in WITHOUT_MEANING {
            assert_eq!(decode(&[b'a', 0xe9, b'b', byte, b'c'], 1), (Err("aéb".into()), None));
        }
        assert_eq!(decode(b"\xff\xfea\0\0\xd8b\0", 3), (Err("a".into()), None));
        assert_eq!(decode(b"\xfe\xff\0a\0", 1), (Err("a".into()), None));
        for signature in NO_TEXT {
            assert_eq!(decode(signature, 1), (Err(String::new()), None));
        }
    }

    #[test]
    fn nuls_alone_are_not_utf_16() {
        assert_eq!(decode(&[0; 100], 9).1, Some(Encoding::Utf8));
    }

    /// What the decoder of browsers makes of it, strictly.
    fn decoded_by_browsers(encoding: Encoding, bytes: &[u8]) -> Option<String> {
        let theirs = match encoding {
            Encoding::Utf8 => UTF_8,
            Encoding::Utf16Le => UTF_16LE,
            Encoding::Utf16Be => UTF_16BE,
            Encoding::Windows1252 => WINDOWS_1252,
        };
        theirs.decode_without_bom_handling_and_without_replacement(bytes).map(Into::into)
    }

    /// All of `bytes` in one go.
    fn decoded(encoding: Encoding, bytes: &[u8]) -> Option<String> {
        let mut out = Vec::new();
        let taken = encoding.decode(bytes, &mut out).ok()?;
        (taken == bytes.len()).then(|| String::from_utf8(out).unwrap())
    }

    #[test]
    fn every_byte_means_what_it_means_to_browsers() {
        for byte in 0..=u8::MAX {
            let theirs = decoded_by_browsers(Encoding::Windows1252, &[byte]);
            let meant = theirs.filter(|_| !WITHOUT_MEANING.contains(&byte));
            assert_eq!(decoded(Encoding::Windows1252, &[byte]), meant, "{byte:#x}");
        }
    }

    #[test]
    fn every_unit_and_pair_of_units_means_what_it_means_to_browsers() {
        // The borders of surrogates, and some in between.
        let second = [0, 0x41, 0xd7ff, 0xd800, 0xd83d, 0xdbff, 0xdc00, 0xde00, 0xdfff, 0xe000, 0xffff];
        for first in 0..=u16::MAX {
            let mut all = vec![vec![first]];
            all.extend(second.map(|second| vec![first, second]));
            for units in all {
                let (low, high): (Vec<[u8; 2]>, Vec<[u8; 2]>) =
                    units.iter().map(|unit| (unit.to_le_bytes(), unit.to_be_bytes())).unzip();
                for (encoding, bytes) in
                    [(Encoding::Utf16Le, low.concat()), (Encoding::Utf16Be, high.concat())]
                {
                    let theirs = decoded_by_browsers(encoding, &bytes);
                    assert_eq!(decoded(encoding, &bytes), theirs, "{units:x?}");
                }
            }
        }
    }

    #[test]
    fn every_three_bytes_mean_what_they_mean_to_browsers() {
        let bytes =
            [0, 0x41, 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff];
        for first in 0..=u8::MAX {
            for second in bytes {
                for third in bytes {
                    let three = [first, second, third];
                    let theirs = decoded_by_browsers(Encoding::Utf8, &three);
                    assert_eq!(decoded(Encoding::Utf8, &three), theirs, "{three:x?}");
                }
            }
        }
    }
}

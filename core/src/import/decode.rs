//! From bytes to UTF-8 text, as they come.
//!
//! A byte order mark decides. Without one, NULs in every other place mean UTF-16; else the text is taken as ASCII until
//! the first byte beyond it, and that decides between UTF-8 and Windows-1252 for good.

use encoding_rs::{DecoderResult, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How the characters of a file are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
    fn decoder(self) -> encoding_rs::Decoder {
        let encoding = match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1252 => WINDOWS_1252,
        };
        encoding.new_decoder_without_bom_handling()
    }
}

/// How many bytes are looked at before UTF-16 without a mark is ruled out.
const SNIFFED: usize = 64;
/// Beginnings of files that are no text: UTF-32, zip (and so XLSX), the older Excel format.
const NO_TEXT: [&[u8]; 3] = [b"\xff\xfe\0\0", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"];
/// Bytes without a meaning in Windows-1252. The decoder maps them to control characters; nobody typed these.
const WITHOUT_MEANING: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/// The bytes are no text in any encoding that is known here. What came before was decoded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Undecodable;

enum State {
    /// Too few bytes seen to say anything; they are held.
    Start,
    /// ASCII so far. Held: the beginning of a sequence beyond ASCII that may still become UTF-8.
    Ascii,
    Decided(Encoding, encoding_rs::Decoder),
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
            State::Decided(encoding, _) => Some(encoding),
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
        if let State::Decided(encoding, decoder) = &mut self.state {
            return decode_known(*encoding, decoder, bytes, last, out);
        }
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
        if matches!(self.state, State::Ascii) && !self.leave_ascii(last, out) {
            return Ok(());
        }
        // The encoding is decided now: what was held is decoded with it.
        let held = std::mem::take(&mut self.held);
        self.decode(&held, last, out)
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
        self.state = State::Decided(encoding, encoding.decoder());
        Ok(())
    }

    /// Gives out the ASCII that is held and decides by what follows it. `false`: there is nothing to decide by yet.
    fn leave_ascii(&mut self, last: bool, out: &mut Vec<u8>) -> bool {
        let ascii = encoding_rs::Encoding::ascii_valid_up_to(&self.held);
        out.extend(self.held.drain(..ascii));
        if self.held.is_empty() {
            return false;
        }
        let sequence: Vec<u8> = self.held.iter().copied().take(4).collect();
        let encoding = match std::str::from_utf8(&sequence) {
            Ok(_) => Encoding::Utf8,
            Err(error) if error.valid_up_to() > 0 => Encoding::Utf8,
            Err(error) if error.error_len().is_none() && !last => return false,
            Err(_) => Encoding::Windows1252,
        };
        self.state = State::Decided(encoding, encoding.decoder());
        true
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

fn decode_known(
    encoding: Encoding,
    decoder: &mut encoding_rs::Decoder,
    bytes: &[u8],
    last: bool,
    out: &mut Vec<u8>,
) -> Result<(), Undecodable> {
    let bad =
        bytes.iter().position(|b| WITHOUT_MEANING.contains(b)).filter(|_| encoding == Encoding::Windows1252);
    let mut rest = bytes.get(..bad.unwrap_or(bytes.len())).unwrap_or_default();
    let mut buffer = [0; 4096];
    loop {
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(rest, &mut buffer, last);
        out.extend_from_slice(buffer.get(..written).unwrap_or_default());
        rest = rest.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty if bad.is_some() => return Err(Undecodable),
            DecoderResult::InputEmpty => return Ok(()),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => return Err(Undecodable),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
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
            (utf16(&marked, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(&marked, u16::to_be_bytes), Encoding::Utf16Be),
            (utf16(&text, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(&text, u16::to_be_bytes), Encoding::Utf16Be),
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
}

//! Naughty strings, and what each kind of field makes of them.

use partnerkit::error::Code::{self, *};

/// What a field makes of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Kept as it was sent.
    AsIs,
    /// Kept without the white space around it.
    Trimmed,
    /// Taken for nothing: as if the field had not been sent.
    Nothing,
    /// Refused.
    No(Code),
}
use Outcome::{AsIs, No, Nothing, Trimmed};

/// A string and its outcome as a name, as a long text, as a key of the host, and as an address.
pub struct Naughty(pub &'static str, pub Outcome, pub Outcome, pub Outcome, pub Code);

pub const NAUGHTY: &[Naughty] = &[
    // Nothing, or nothing to be seen.
    Naughty("", No(NameMissing), Nothing, Nothing, EmailMissing),
    Naughty(" ", No(NameMissing), Nothing, Nothing, EmailMissing),
    Naughty("\t\r\n", No(NameMissing), Nothing, Nothing, EmailMissing),
    Naughty("\u{a0}\u{2003}\u{3000}\u{2028}", No(NameMissing), Nothing, Nothing, EmailMissing),
    Naughty("\u{200b}", No(NameMissing), AsIs, AsIs, EmailInvalid),
    Naughty("\u{feff}\u{200d}\u{2060}", No(NameMissing), AsIs, AsIs, EmailInvalid),
    Naughty("\u{3164}\u{115f}", No(NameMissing), AsIs, AsIs, EmailInvalid),
    Naughty("\u{ad}", No(NameMissing), AsIs, AsIs, EmailInvalid),
    Naughty(" x ", Trimmed, Trimmed, Trimmed, EmailInvalid),
    // Words that mean something to programs.
    Naughty("null", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("undefined", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("true", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("NaN", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("None", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("0", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("-1", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("1e400", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("00000000-0000-0000-0000-000000000001", AsIs, AsIs, AsIs, EmailInvalid),
    // Code in other languages.
    Naughty("'; DROP TABLE partners; --", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("x' OR '1'='1", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("%s%n%x {0} {name} {{x}} ${x} $(x) `x`", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("<script>alert(1)</script>", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("&lt;b&gt; &amp; \"q\" 'a'", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("../../etc/passwd", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("C:\\con\\nul", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("\\u0000\\n\\\"", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("=1+1", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("@x", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("a,b;c|d", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("{\"code\":\"bug\"}", AsIs, AsIs, AsIs, EmailInvalid),
    // Control characters.
    Naughty("x\u{0}y", No(ControlCharacter), No(ControlCharacter), No(ControlCharacter), EmailInvalid),
    Naughty("x\u{7}y", No(ControlCharacter), No(ControlCharacter), No(ControlCharacter), EmailInvalid),
    Naughty("x\u{1b}[31my", No(ControlCharacter), No(ControlCharacter), No(ControlCharacter), EmailInvalid),
    Naughty("x\u{7f}y", No(ControlCharacter), No(ControlCharacter), No(ControlCharacter), EmailInvalid),
    Naughty("x\u{85}y", No(ControlCharacter), No(ControlCharacter), No(ControlCharacter), EmailInvalid),
    Naughty("x\u{9b}y", No(ControlCharacter), No(ControlCharacter), No(ControlCharacter), EmailInvalid),
    Naughty("x\ty", No(ControlCharacter), AsIs, No(ControlCharacter), EmailInvalid),
    Naughty("x\ny", No(ControlCharacter), AsIs, No(ControlCharacter), EmailInvalid),
    Naughty("x\r\nBcc: y", No(ControlCharacter), AsIs, No(ControlCharacter), EmailInvalid),
    Naughty("a@b.co\r\nBcc: c@d.co", No(ControlCharacter), AsIs, No(ControlCharacter), EmailSeveral),
    // All of Unicode.
    Naughty("x\u{2028}y\u{2029}z", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("x\u{200b}y", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("\u{202e}x\u{202c}", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("\u{2066}x\u{2069}", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("Z̮̞̠͙͔ͅa̷̡̬l̙g̯͎o", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("\u{301}", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("田中さんにあげて下さい", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("הָיְתָה test الكل", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("👩\u{200d}👩\u{200d}👧 🏳\u{fe0f}\u{200d}🌈 🇺🇸", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("ﷺ", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("ẞßﬁŉİı", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("\u{fffd}\u{fffe}\u{10ffff}\u{e000}", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("\u{1d173}x\u{e0041}", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("𝐓𝐡𝐞 𝖖𝖚𝖎𝖈𝖐", AsIs, AsIs, AsIs, EmailInvalid),
    Naughty("1/0 ½ ² Ⅷ ٣", AsIs, AsIs, AsIs, EmailInvalid),
];

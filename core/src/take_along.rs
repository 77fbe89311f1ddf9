//! The take-along file: the whole of a bank's data, to be read into another store (rulebook, section 12).
//!
//! One JSON object a line (NDJSON, UTF-8, every line ends in LF):
//!
//! ```text
//! {"take_along":{"version":1,"bank":"01890a5d-…"}}                the head: the version of the format, and whose file it is
//! {"row":{"bank":{…}}}                                            then one piece a line: see [`Piece`](crate::store::Piece)
//! {"event":{"seq":1,"event":{…}}}
//! {"end":{"pieces":2,"sha256":"9f86d081…"}}                       the end: how many pieces there were, and the digest
//! ```
//!
//! The digest is the SHA-256 of every byte before the last line. It shows damage and cutting off, not forgery: whoever can
//! change the file can change the digest. There is no time in the file, so two files of the same state are equal byte for
//! byte, and [`write_out`] of what [`read_in`] took in gives the file that was read.
//!
//! A file is read twice: first to its end, so that a broken one is refused before the store is touched; then into the
//! store in one transaction.

mod read;
mod write;

use serde::{Deserialize, Serialize};

pub use self::read::read_in;
pub use self::write::write_out;
pub(crate) use self::write::write_rows;
use crate::error::{Code, Error};
use crate::id::BankId;

/// The version of the format this library writes, and the newest it reads.
pub const VERSION: u32 = 1;

/// The longest line that is read, in bytes. The longest there can be is the answer of a bulk command with all its
/// refusals; this is several times as much.
const MAX_LINE: usize = 64 << 20;

/// The longest head. Of a file that is something else no more is read.
const MAX_HEAD: usize = 4 << 10;

/// What was written or read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TakenAlong {
    /// The bank.
    pub bank: BankId,
    /// How many pieces there were.
    pub pieces: u64,
    /// The digest at the end of the file, in hexadecimal.
    pub sha256: String,
}

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    take_along: Whose,
}

/// Unknown fields are let pass here alone: a newer file must be recognised as one.
#[derive(Debug, Serialize, Deserialize)]
struct Whose {
    version: u32,
    bank: BankId,
}

/// The last line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Foot {
    end: End,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    pieces: u64,
    sha256: String,
}

/// A line ends in this.
const LF: u8 = b'\n';

fn unreadable(cause: std::io::Error) -> Error {
    Error::new(Code::TakeAlongUnreadable).caused_by(cause)
}

//! Which bytes stand for what. A map written by one version is read by the next, so nothing here may change its meaning.
//!
//! ```text
//! "\0schema"                                -> the version of this layout, as decimal text
//! b bank                                    -> nothing: there is such a bank
//! c bank command                            -> CommandRecord
//! e bank seq                                -> Event
//! k bank kind-of-key text                   -> the row that holds the key: kind and id
//! l bank look-key 0xFF partner              -> nothing: the partner looks like this
//! m bank place                              -> Message
//! n bank message                            -> its place
//! p person bank                             -> nothing: the bank knows the person
//! r bank kind id                            -> Row
//! t bank digest                             -> InvitationRef
//! u bank                                    -> Receipt
//! w bank place                              -> nothing: the message there is not sent yet
//! x bank kind id kind id                    -> nothing: the second row refers to the first
//! ```
//!
//! Ids are 16 bytes, places and `seq` 8 bytes with the highest first, values are JSON.

use uuid::Uuid;

use crate::id::{BankId, CommandId, MessageId, PartnerId, PersonId};
use crate::store::RowId;
use crate::store::keys::{Key, RowKind};
use crate::token::TokenDigest;

/// Under which the version stands.
pub(super) const SCHEMA: &[u8] = b"\0schema";

/// The version of the layout.
pub(super) const VERSION: u32 = 1;

/// All directory entries of banks begin with it.
pub(super) const BANKS: &[u8] = b"b";

fn key(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let mut key = vec![tag];
    parts.iter().for_each(|part| key.extend_from_slice(part));
    key
}

/// What comes right after all keys that begin with `prefix`.
pub(super) fn end_of(prefix: &[u8]) -> Vec<u8> {
    let mut end = prefix.to_vec();
    // No prefix here consists of 0xFF alone: all begin with a letter.
    while let Some(last) = end.pop() {
        if let Some(next) = last.checked_add(1) {
            end.push(next);
            break;
        }
    }
    end
}

/// The letter of a kind of rows, in the order of the kinds.
const fn letter(kind: RowKind) -> u8 {
    match kind {
        RowKind::Bank => b'a',
        RowKind::Category => b'b',
        RowKind::Item => b'c',
        RowKind::Group => b'd',
        RowKind::Partner => b'e',
        RowKind::Request => b'f',
        RowKind::Distribution => b'g',
        RowKind::Person => b'h',
        RowKind::Reminder => b'i',
    }
}

pub(super) fn bank(bank: BankId) -> Vec<u8> {
    key(b'b', &[bank.0.as_bytes()])
}

pub(super) fn command(bank: BankId, id: CommandId) -> Vec<u8> {
    key(b'c', &[bank.0.as_bytes(), id.0.as_bytes()])
}

pub(super) fn commands(bank: BankId) -> Vec<u8> {
    key(b'c', &[bank.0.as_bytes()])
}

pub(super) fn event(bank: BankId, seq: u64) -> Vec<u8> {
    key(b'e', &[bank.0.as_bytes(), &seq.to_be_bytes()])
}

pub(super) fn events(bank: BankId) -> Vec<u8> {
    key(b'e', &[bank.0.as_bytes()])
}

pub(super) fn held(bank: BankId, held: &Key) -> Vec<u8> {
    let (letter, text) = match held {
        Key::Category(name) => (b'b', name.as_bytes()),
        Key::Item(name) => (b'c', name.as_bytes()),
        Key::Group(name) => (b'd', name.as_bytes()),
        Key::Partner(name) => (b'e', name.as_bytes()),
        Key::Email(email) => (b'm', email.as_bytes()),
        Key::ExternalId(id) => (b'x', id.as_bytes()),
        Key::Fulfils(request) => (b'f', request.0.as_bytes().as_slice()),
    };
    key(b'k', &[bank.0.as_bytes(), &[letter], text])
}

pub(super) fn looks(bank: BankId, look: &str) -> Vec<u8> {
    // 0xFF is no byte of a text, so no look key runs into the next.
    key(b'l', &[bank.0.as_bytes(), look.as_bytes(), &[0xFF]])
}

pub(super) fn look(bank: BankId, look: &str, partner: PartnerId) -> Vec<u8> {
    let mut key = looks(bank, look);
    key.extend_from_slice(partner.0.as_bytes());
    key
}

pub(super) fn message(bank: BankId, place: u64) -> Vec<u8> {
    key(b'm', &[bank.0.as_bytes(), &place.to_be_bytes()])
}

pub(super) fn messages(bank: BankId) -> Vec<u8> {
    key(b'm', &[bank.0.as_bytes()])
}

pub(super) fn place_of(bank: BankId, id: MessageId) -> Vec<u8> {
    key(b'n', &[bank.0.as_bytes(), id.0.as_bytes()])
}

pub(super) fn known(person: PersonId, bank: BankId) -> Vec<u8> {
    key(b'p', &[person.0.as_bytes(), bank.0.as_bytes()])
}

pub(super) fn known_in(person: PersonId) -> Vec<u8> {
    key(b'p', &[person.0.as_bytes()])
}

pub(super) fn row(bank: BankId, id: RowId) -> Vec<u8> {
    key(b'r', &[bank.0.as_bytes(), &[letter(id.kind())], id.uuid().as_bytes()])
}

pub(super) fn rows(bank: BankId, kind: RowKind) -> Vec<u8> {
    key(b'r', &[bank.0.as_bytes(), &[letter(kind)]])
}

/// The row whose entry has this key, and its bank; none if it is no row's entry. For maps that keep some rows in tables of
/// their own.
#[must_use]
pub fn row_of(key: &[u8]) -> Option<(BankId, RowId)> {
    let (tag, rest) = key.split_first()?;
    let (bank, id) = rest.split_first_chunk::<16>()?;
    (*tag == b'r').then(|| row_id(id)).flatten().map(|id| (BankId(Uuid::from_bytes(*bank)), id))
}

pub(super) fn token(bank: BankId, digest: &TokenDigest) -> Vec<u8> {
    key(b't', &[bank.0.as_bytes(), &digest.0])
}

pub(super) fn tokens(bank: BankId) -> Vec<u8> {
    key(b't', &[bank.0.as_bytes()])
}

pub(super) fn receipt(bank: BankId) -> Vec<u8> {
    key(b'u', &[bank.0.as_bytes()])
}

pub(super) fn unsent(bank: BankId, place: u64) -> Vec<u8> {
    key(b'w', &[bank.0.as_bytes(), &place.to_be_bytes()])
}

pub(super) fn all_unsent(bank: BankId) -> Vec<u8> {
    key(b'w', &[bank.0.as_bytes()])
}

/// Everything that refers to a row.
pub(super) fn references_to(bank: BankId, to: RowId) -> Vec<u8> {
    key(b'x', &[bank.0.as_bytes(), &to_bytes(to)])
}

/// What of a kind refers to a row.
pub(super) fn references_of_kind(bank: BankId, to: RowId, kind: RowKind) -> Vec<u8> {
    key(b'x', &[bank.0.as_bytes(), &to_bytes(to), &[letter(kind)]])
}

pub(super) fn reference(bank: BankId, to: RowId, from: RowId) -> Vec<u8> {
    key(b'x', &[bank.0.as_bytes(), &to_bytes(to), &to_bytes(from)])
}

/// A row's kind and id.
pub(super) fn to_bytes(id: RowId) -> Vec<u8> {
    key(letter(id.kind()), &[id.uuid().as_bytes()])
}

/// The row with this kind and id.
pub(super) fn row_id(bytes: &[u8]) -> Option<RowId> {
    let (kind, id) = bytes.split_first()?;
    let kind = RowKind::ALL.into_iter().find(|known| letter(*known) == *kind)?;
    Some(kind.row(Uuid::from_slice(id).ok()?))
}

/// The row that a key ends with.
pub(super) fn last_row(key: &[u8]) -> Option<RowId> {
    row_id(key.last_chunk::<17>()?)
}

/// The id that a key ends with.
pub(super) fn last_id(key: &[u8]) -> Option<Uuid> {
    key.last_chunk::<16>().map(|bytes| Uuid::from_bytes(*bytes))
}

/// The number that a key ends with, or that a value is.
pub(super) fn last_number(bytes: &[u8]) -> Option<u64> {
    bytes.last_chunk::<8>().map(|bytes| u64::from_be_bytes(*bytes))
}

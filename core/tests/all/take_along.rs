//! Take-along files as they may come back: cut off, altered, newer, put together by somebody else.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "assertions are what this file is for")]

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, NewPartner, Order};
use partnerkit::error::{Code, Error};
use partnerkit::id::{BankId, CommandId, PartnerId, PersonId};
use partnerkit::store::memory::MemoryStore;
use partnerkit::system::System;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

const BANK: BankId = BankId(Uuid::from_u128(1));

/// A bank with a partner that was invited and approved.
fn lived() -> System<MemoryStore> {
    let system = System::new(MemoryStore::new());
    let staff = Actor::BankStaff { bank: BANK, person: PersonId(Uuid::from_u128(2)) };
    let partner = PartnerId(Uuid::from_u128(3));
    let bank = NewBank {
        id: Some(BANK),
        name: "Pawnee".to_owned(),
        email: "bank@example.org".to_owned(),
        admin: None,
    };
    let new = NewPartner {
        id: Some(partner),
        name: "Zoë’s \"Pantry\"".to_owned(),
        email: "zoe@example.org".to_owned(),
        ..NewPartner::default()
    };
    let commands = [
        (Actor::Host, Command::CreateBank(bank)),
        (staff, Command::AddPartner(new)),
        (staff, Command::Invite { partner }),
        (staff, Command::Approve { partner }),
    ];
    for (n, (actor, command)) in (1..).zip(commands) {
        let order =
            Order { id: CommandId(Uuid::from_u128(n)), at: chrono::DateTime::UNIX_EPOCH, actor, command };
        system.execute(&order).unwrap();
    }
    system
}

fn written() -> Vec<u8> {
    let mut file = Vec::new();
    lived().write_out(BANK, &mut file).unwrap();
    file
}

/// Reads a file into an empty store, and makes sure that a refused one left nothing.
fn read(file: &[u8]) -> Result<System<MemoryStore>, Error> {
    let system = System::new(MemoryStore::new());
    match system.read_in(Cursor::new(file)) {
        Ok(_) => Ok(system),
        Err(error) => {
            assert_eq!(system.banks().unwrap(), [], "{error}");
            Err(error)
        }
    }
}

fn refused(file: &[u8]) -> Error {
    read(file).map(drop).unwrap_err()
}

/// The lines with a head before them and an end behind, as somebody would who knows the format.
fn forged(lines: &[Value]) -> Vec<u8> {
    let head = json!({"take_along": {"version": 1, "bank": BANK}});
    let mut file: Vec<u8> =
        [&head].into_iter().chain(lines).flat_map(|line| format!("{line}\n").into_bytes()).collect();
    let sha256 = format!("{:x}", Sha256::digest(&file));
    file.extend(format!("{}\n", json!({"end": {"pieces": lines.len(), "sha256": sha256}})).into_bytes());
    file
}

fn pieces() -> Vec<Value> {
    let file = String::from_utf8(written()).unwrap();
    let lines: Vec<Value> = file.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    lines[1..lines.len() - 1].to_vec()
}

#[test]
fn what_was_read_is_written_again_byte_for_byte() {
    let file = written();
    let mut again = Vec::new();
    let taken = read(&file).unwrap().write_out(BANK, &mut again).unwrap();
    assert_eq!(String::from_utf8(again).unwrap(), String::from_utf8(file).unwrap());
    assert_eq!(taken.bank, BANK);
    assert_eq!(taken.pieces, 1 + 1 + 1 + 5 + 2 + 4, "bank, partner, person, events, messages, commands");
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let file = written();
    let head = file.iter().position(|byte| *byte == b'\n').unwrap();
    for length in 0..file.len() {
        // Without its last line break the head is whole, and the file still ends too early.
        let expected = if length < head { Code::TakeAlongUnrecognised } else { Code::TakeAlongTruncated };
        assert_eq!(refused(&file[..length]).code(), expected, "{length} of {}", file.len());
    }
}

#[test]
fn a_file_with_any_one_byte_altered_is_refused() {
    let file = written();
    for place in 0..file.len() {
        for altered in [file[place] ^ 1, b'\n', 0] {
            let mut spoiled = file.clone();
            spoiled[place] = altered;
            if spoiled != file {
                refused(&spoiled);
            }
        }
    }
}

#[test]
fn nothing_may_come_after_the_end() {
    for more in ["\n", " ", "{}\n"] {
        assert_eq!(refused(&[&written(), more.as_bytes()].concat()).code(), Code::TakeAlongAltered);
    }
}

#[test]
fn a_newer_file_says_so_whatever_is_in_it() {
    let newer = b"{\"take_along\":{\"version\":2,\"bank\":\"00000000-0000-0000-0000-000000000001\",\"new\":[]}}\n{\"what\":1}\n";
    let error = refused(newer);
    assert_eq!(error.code(), Code::TakeAlongNewer);
    assert_eq!(error.params()["found"], 2);
}

#[test]
fn something_else_is_no_take_along_file() {
    for other in [&b""[..], b"name,email\n", b"{}\n", b"\xff\xfe", &[0; 100_000], &[b'x'; 100_000]] {
        assert_eq!(refused(other).code(), Code::TakeAlongUnrecognised);
    }
}

#[test]
fn pieces_put_together_by_somebody_else_are_looked_at_closely() {
    let whole = pieces();
    assert!(read(&forged(&whole)).is_ok(), "the forger knows the format");
    let swapped = |a, b| {
        let mut lines = whole.clone();
        lines.swap(a, b);
        lines
    };
    let mut foreign = whole.clone();
    foreign[0]["row"]["bank"]["id"] = json!("00000000-0000-0000-0000-000000000009");
    let mut unknown = whole.clone();
    unknown[0]["row"]["bank"]["colour"] = json!("red");
    let mut gap = whole.clone();
    gap.remove(4);
    for (line, why, lines) in [
        (2, "another bank's row", foreign),
        (2, "a field nobody knows", unknown),
        (2, "the partner before its bank", swapped(0, 1)),
        (5, "events out of order", swapped(3, 4)),
        (6, "an event is missing", gap),
        (4, "a row twice", [&whole[..2], &whole[1..]].concat()),
        (2, "no bank", whole[1..].to_vec()),
        (3, "a kind nobody knows", vec![whole[0].clone(), json!({"soup": 1})]),
    ] {
        let error = refused(&forged(&lines));
        assert_eq!(error.code(), Code::TakeAlongInvalid, "{why}: {error}");
        assert_eq!(error.params()["line"], line, "{why}: {error}");
    }
    let mut orphan = whole.clone();
    orphan[1]["row"]["partner"]["group"] = json!("00000000-0000-0000-0000-000000000009");
    assert_eq!(refused(&forged(&orphan)).code(), Code::TakeAlongInvalid, "its group is not there");
    assert_eq!(refused(&forged(&[])).code(), Code::TakeAlongInvalid, "nothing in it");
}

#[test]
fn a_bank_is_read_in_once() {
    let system = read(&written()).unwrap();
    let again = system.read_in(Cursor::new(written())).unwrap_err();
    assert_eq!(again.code(), Code::BankExists);
}

#[test]
fn an_unknown_bank_cannot_be_written_out() {
    let mut file = Vec::new();
    let error = lived().write_out(BankId(Uuid::from_u128(9)), &mut file).unwrap_err();
    assert_eq!((error.code(), file.len()), (Code::NotFound, 0));
}

/// A file on a disk that fails after so many bytes, on the n-th time it is read.
struct Failing {
    file: Cursor<Vec<u8>>,
    good: u64,
    passes: u32,
}

impl Read for Failing {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.passes == 0 && self.file.position() >= self.good {
            return Err(io::Error::other("the disk fails"));
        }
        let most = into.len().min(100);
        self.file.read(&mut into[..most])
    }
}

impl Seek for Failing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.passes = self.passes.saturating_sub(1);
        self.file.seek(to)
    }
}

impl Write for Failing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.file.position() >= self.good {
            return Err(io::Error::other("the disk is full"));
        }
        self.file.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_failing_disk_is_told_and_leaves_nothing() {
    let (file, good) = (Cursor::new(written()), 700);
    for passes in [1, 2] {
        let system = System::new(MemoryStore::new());
        let failed = system.read_in(Failing { file: file.clone(), good, passes }).unwrap_err();
        assert_eq!(failed.code(), Code::TakeAlongUnreadable);
        assert_eq!(system.banks().unwrap(), []);
    }
    let mut full = Failing { file: Cursor::new(Vec::new()), good, passes: 0 };
    let failed = lived().write_out(BANK, &mut full).unwrap_err();
    assert_eq!(failed.code(), Code::TakeAlongUnwritable);
    assert_eq!(refused(full.file.get_ref()).code(), Code::TakeAlongTruncated, "it has no end");
}

/// A file that somebody else writes to between the two times it is read.
struct Changing(Cursor<Vec<u8>>, Vec<u8>);

impl Read for Changing {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.read(into)
    }
}

impl Seek for Changing {
    fn seek(&mut self, _to: SeekFrom) -> io::Result<u64> {
        let next = std::mem::take(&mut self.1);
        if !next.is_empty() {
            self.0 = Cursor::new(next.clone());
            // The first time gives the file as it was, every later one the other.
            self.1 = forged(&pieces()[..2]);
        }
        Ok(0)
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    let system = System::new(MemoryStore::new());
    let failed = system.read_in(Changing(Cursor::default(), written())).unwrap_err();
    assert_eq!(failed.code(), Code::TakeAlongAltered);
    assert_eq!(system.banks().unwrap(), []);
}

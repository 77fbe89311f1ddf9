//! Messages: whatever comes in, an answer comes out.

use partnerkit::store::memory::MemoryStore;
use partnerkit::system::System;
use partnerkit::wire::{Answer, read, serve};

use crate::world::{bank, command_id, noon};

/// Any bytes as messages, one a line, to one bank.
///
/// # Panics
/// When an answer cannot be read back, or a message that was accepted does not survive being written.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let system = bank();
    let mut drawn = 1_000;
    for line in text.split('\n').take(8) {
        check_message(line);
        check_answer(&system, line, &mut drawn);
    }
}

fn check_answer(system: &System<MemoryStore>, line: &str, drawn: &mut u128) {
    let mut missing = || {
        *drawn += 1;
        (command_id(*drawn), noon())
    };
    let answer = serve(system, line, &mut missing, &mut || Ok(partnerkit::token::Secret([1; 32])));
    let written = serde_json::to_string(&answer).expect("an answer can be written");
    let back: Answer = serde_json::from_str(&written).expect("and read");
    assert_eq!(back, answer, "{written}");
    if let Answer::Error(error) = &answer {
        assert!(!error.message.is_empty() && !error.reasons.is_empty(), "{written}");
        assert_ne!(error.code, partnerkit::error::Code::Bug, "{written}");
    }
}

/// A message that is accepted is the same when it is written and read again.
fn check_message(line: &str) {
    let Ok(message) = read(line) else { return };
    let written = serde_json::to_string(&message).expect("a message can be written");
    let back = read(&written).expect("and read");
    assert_eq!(format!("{back:?}"), format!("{message:?}"));
}

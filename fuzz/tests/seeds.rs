//! Replays every kept input through its check. `tests/fuzz` looks for new ones.

use std::path::Path;

use partnerkit_fuzz::{commands, import, text, wire};

/// Runs the check on every file of the folder. A panic of the check fails the test; the name of the input is printed first.
fn replay(folder: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(folder);
    let mut seeds: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    seeds.sort();
    assert!(!seeds.is_empty(), "{} has no inputs", folder.display());
    for seed in seeds {
        println!("{}", seed.display());
        check(&std::fs::read(&seed).unwrap());
    }
}

#[test]
fn commands_hold() {
    replay("commands", commands::check);
}

#[test]
fn imports_hold() {
    replay("import", import::check);
}

#[test]
fn texts_hold() {
    replay("text", text::check);
}

#[test]
fn messages_hold() {
    replay("wire", wire::check);
}

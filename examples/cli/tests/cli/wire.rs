//! `run --json`, `--json` and `schema`.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::kit::Folder;

const BANK: &str = "00000000-0000-4000-8000-00000000000b";
const PERSON: &str = "00000000-0000-4000-8000-000000000001";

fn staff() -> Value {
    json!({"role": "bank_staff", "bank": BANK, "person": PERSON})
}

#[test]
fn a_conversation_is_answered_line_by_line() {
    let folder = Folder::new();
    let mut command = folder.command(&["run", "--json"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    // Each answer is awaited before the next line is written, so this hangs unless every line is flushed.
    let mut say = |line: &str| -> Value {
        to.write_all(format!("{line}\n").as_bytes()).unwrap();
        let mut answer = String::new();
        from.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).unwrap()
    };
    let create = json!({"v": 1, "at": "2026-11-22T09:00:00Z", "actor": {"role": "host"},
        "command": {"create_bank": {"id": BANK, "name": "Harbor", "email": "a@b.org"}}});
    assert_eq!(say(&create.to_string())["ok"]["created"], json!({"bank": BANK}));
    assert_eq!(say("{")["error"]["code"], "wire_invalid");
    assert_eq!(say("")["error"]["code"], "wire_invalid");
    assert_eq!(say("{\"v\": 9}")["error"]["code"], "version_unknown");
    let add = json!({"id": "00000000-0000-4000-8000-0000000000aa", "at": "2026-11-22T10:00:00Z",
        "actor": staff(), "command": {"add_partner": {"name": "Ballard", "email": "b@b.org"}}})
    .to_string();
    let added = say(&add);
    assert_eq!(say(&add), added, "the same id gets the first answer again");
    let id = added["ok"]["created"]["partner"].clone();
    let approve = json!({"actor": staff(), "command": {"approve": {"partner": id}}});
    assert_eq!(say(&approve.to_string())["error"]["code"], "not_invited_yet");
    let ask = json!({"actor": staff(), "question": {"partner": {"partner": id}}});
    let partner = say(&ask.to_string());
    assert_eq!(partner["ok"]["partner"]["added_at"], "2026-11-22T10:00:00Z", "{partner}");
    drop(to);
    assert!(child.wait().unwrap().success());
}

#[test]
fn bytes_that_are_no_text_are_answered_and_the_last_line_needs_no_end() {
    let folder = Folder::new();
    let said = folder.run_with(&["run"], b"\xff\xfe\n{}").exits(0);
    let codes: Vec<Value> = said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(codes.len(), 2);
    assert!(codes.iter().all(|answer: &Value| answer["error"]["code"] == "wire_invalid"));
}

#[test]
fn what_goes_with_one_command_is_misuse_for_many() {
    let folder = Folder::new();
    folder.run(&["run", "--preview"]).exits(2);
    folder.run(&["run", "--id", PERSON]).exits(2);
    folder.run(&["demo", "--preview"]).exits(2);
    assert!(!folder.path("x.db").exists());
}

#[test]
fn the_schema_is_one_and_needs_no_file() {
    let folder = Folder::new();
    let schema: Value = serde_json::from_str(&folder.run(&["schema"]).exits(0).out).unwrap();
    assert!(schema["$defs"]["Message"].is_object());
    assert!(!folder.path("x.db").exists());
}

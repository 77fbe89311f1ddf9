//! A bank from one file to another.

use crate::kit::Folder;

#[test]
fn a_bank_is_taken_to_another_file_with_all_it_did() {
    let (from, to) = (Folder::with_bank(), Folder::new());
    from.run(&["add", "Ballard Food Bank", "--email", "b@example.org"]).exits(0);
    from.run(&["invite", "Ballard Food Bank"]).exits(0);
    let file = from.path("bank.ndjson");
    let file = file.to_str().unwrap();
    let written = from.run(&["--json", "bank", "take-out", file]).exits(0).json();
    assert_eq!(written["ok"]["pieces"], 3 + 4 + 1 + 3, "rows, events, messages, commands");

    to.run(&["bank", "take-in", file]).exits(0);
    for verb in [&["--json", "partners"][..], &["--json", "history"], &["--json", "messages"]] {
        assert_eq!(to.run(verb).exits(0).json(), from.run(verb).exits(0).json(), "{verb:?}");
    }
    // It goes on where it was.
    to.run(&["approve", "Ballard Food Bank"]).exits(0);
    assert_eq!(to.run(&["--json", "bank", "take-in", file]).exits(1).error_code(), "bank_exists");
}

#[test]
fn a_file_that_is_there_is_not_written_over_and_half_a_file_is_refused() {
    let folder = Folder::with_bank();
    let file = folder.write("taken", "precious");
    let refused = folder.run(&["--json", "bank", "take-out", &file]).exits(1);
    assert_eq!(refused.error_code(), "take_along_unwritable");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "precious");

    let whole = folder.path("whole");
    folder.run(&["bank", "take-out", whole.to_str().unwrap()]).exits(0);
    let text = std::fs::read_to_string(whole).unwrap();
    let half = folder.write("half", &text[..text.len() / 2]);
    let other = Folder::new();
    let refused = other.run(&["--json", "bank", "take-in", &half]).exits(1);
    assert_eq!(refused.error_code(), "take_along_truncated");
    assert_eq!(other.run(&["bank", "list", "--json"]).exits(0).json()["ok"], serde_json::json!([]));
}

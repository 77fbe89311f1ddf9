//! `sync`: commands recorded without the bank, handed over twice.

use serde_json::json;

use crate::kit::Folder;

#[test]
fn what_was_recorded_is_carried_out_once_and_the_rest_is_told() {
    let folder = Folder::with_bank();
    folder.run(&["add", "Pantry", "--email", "p@example.org"]).exits(0);
    let partner = folder.run(&["partner", "Pantry", "--json"]).exits(0).json()["ok"]["partner"].clone();
    let seen = json!([{ "row": { "partner": partner["id"] }, "version": partner["version"] }]);
    let kept = |n: u32, command: &str| {
        let command = json!({ command: { "partner": partner["id"] } });
        json!({ "id": format!("00000000-0000-4000-8000-00000000000{n}"), "command": command, "seen": seen })
    };
    let list = json!([kept(1, "invite"), kept(2, "deactivate")]).to_string();
    let file = folder.write("kept.json", &list);
    let said = folder.run(&["sync", &file]).exits(0).out;
    assert!(said.contains("accepted") && said.contains("conflict") && said.contains("Meanwhile: "), "{said}");
    let again = folder.run_with(&["sync", "-", "--json"], list.as_bytes()).exits(0).json();
    assert!(again["ok"][0]["became"]["repeated"].is_object(), "{again}");
    assert!(again["ok"][1]["became"]["conflict"].is_object(), "{again}");
    let refused = json!([{ "id": "00000000-0000-4000-8000-000000000003", "command": kept(3, "reactivate")["command"] }]);
    let said = folder.run_with(&["sync", "-"], refused.to_string().as_bytes()).exits(0).out;
    assert!(said.contains("refused") && said.contains("`Pantry`"), "{said}");
}

#[test]
fn what_is_no_list_of_commands_is_refused() {
    let folder = Folder::with_bank();
    let said = folder.run_with(&["sync", "-", "--json"], b"{}").exits(1);
    assert_eq!(said.error_code(), "wire_invalid");
    folder.run(&["sync", "nothing.json"]).exits(1);
    folder.run(&["sync", "-", "--preview"]).exits(2);
}

//! People: invited, let in, changed, let go; each seen by what the next verb says.

use crate::kit::Folder;

/// A bank with an admin, Ann, and a partner.
fn bank() -> Folder {
    let folder = Folder::new();
    folder.run(&["bank", "create", "B", "--email", "b@example.org", "--admin", "ann@example.org"]).exits(0);
    as_ann(&folder, &["add", "Pantry", "--email", "p@example.org"]);
    folder
}

fn as_ann(folder: &Folder, args: &[&str]) -> String {
    folder.run(&[args, &["--as", "admin", "--person", "ann@example.org"]].concat()).exits(0).out
}

/// The token of the invitation to an address, as it is handed out.
fn token(folder: &Folder, to: &str) -> String {
    let claimed = folder.run(&["outbox", "claim", "--json"]).exits(0).json();
    let messages = claimed["ok"]["claimed"].as_array().unwrap();
    let sent = messages.iter().find(|message| message["recipients"][0]["email"] == to).unwrap();
    sent["data"]["link"].as_str().unwrap().to_owned()
}

#[test]
fn a_colleague_is_invited_accepts_changes_role_and_is_let_go() {
    let folder = bank();
    as_ann(&folder, &["person", "invite", "bob@example.org", "--role", "staff", "--name", "Bob"]);
    let token = token(&folder, "bob@example.org");
    folder.run(&["accept", &token, "--email", "eve@example.org"]).exits(1);
    folder.run(&["accept", &token, "--email", "bob@example.org"]).exits(0);
    assert!(folder.run(&["roles", "bob@example.org"]).exits(0).out.contains("staff"));
    let people = as_ann(&folder, &["people", "--json"]);
    let people: serde_json::Value = serde_json::from_str(&people).unwrap();
    let bob = people["ok"]["people"].as_array().unwrap().iter().find(|row| row["name"] == "Bob").unwrap();
    assert_eq!((&bob["email"], &bob["language"]), (&"bob@example.org".into(), &serde_json::Value::Null));
    as_ann(&folder, &["person", "role", "bob@example.org", "admin"]);
    folder.run(&["sign-in", "--as", "admin", "--person", "bob@example.org"]).exits(0);
    as_ann(&folder, &["person", "revoke", "bob@example.org", "--role", "admin"]);
    let gone = folder.run(&["sign-in", "--as", "admin", "--person", "bob@example.org", "--json"]).exits(1);
    assert_eq!(gone.error_code(), "role_not_held");
    let last = [
        "person",
        "revoke",
        "ann@example.org",
        "--role",
        "admin",
        "--as",
        "admin",
        "--person",
        "ann@example.org",
    ];
    assert_eq!(folder.run(&[&last[..], &["--json"]].concat()).exits(1).error_code(), "last_admin");
}

#[test]
fn a_person_is_written_to_in_its_language_and_the_answer_is_in_the_asker_s() {
    let folder = bank();
    let invite = ["person", "invite", "luz@example.org", "--role", "staff", "--speaks", "es"];
    assert!(as_ann(&folder, &invite).contains("is invited"));
    assert!(as_ann(&folder, &["messages", "--full"]).contains("le invita"), "in Spanish");
    folder.run(&["person", "admin", "kim@example.org", "--speaks", "fr"]).exits(0);
    assert!(as_ann(&folder, &["people"]).contains("kim@example.org"));
}

#[test]
fn a_proxy_is_set_up_for_people_of_the_bank() {
    let folder = bank();
    as_ann(&folder, &["proxy", "Direct", "--email", "d@example.org", "--user", "ann@example.org"]);
    assert!(as_ann(&folder, &["people", "Direct"]).contains("ann@example.org"));
    folder.run(&["sign-in", "--as", "partner:Direct", "--person", "ann@example.org"]).exits(0);
    let nobody = [
        "proxy",
        "Other",
        "--email",
        "o@example.org",
        "--as",
        "admin",
        "--person",
        "ann@example.org",
        "--json",
    ];
    assert_eq!(folder.run(&nobody).exits(1).error_code(), "no_people");
}

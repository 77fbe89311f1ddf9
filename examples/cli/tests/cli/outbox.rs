//! `outbox`: claimed, failed, claimed again, sent.

use crate::kit::Folder;

#[test]
fn a_message_is_claimed_and_settled() {
    let folder = Folder::new();
    folder.run(&["bank", "create", "B", "--email", "b@example.org"]).exits(0);
    folder.run(&["add", "Pantry", "--email", "p@example.org"]).exits(0);
    folder.run(&["invite", "Pantry", "--at", "2099-12-31T00:00:00Z"]).exits(0);
    let at = |time: &'static str, args: &[&str]| {
        folder.run(&[args, &["--at", time, "--json"]].concat()).exits(0).json()["ok"].clone()
    };
    let claimed = at("2100-01-01T00:00:00Z", &["outbox", "claim", "--lease", "60"]);
    let id = claimed["claimed"][0]["id"].as_str().unwrap();
    assert_eq!(claimed["claimed"][0]["delivery"]["attempts"], 1);
    let failed = ["outbox", "failed", id, "--attempt", "1", "--error", "full", "--retry-in", "600"];
    assert_eq!(at("2100-01-01T00:00:30Z", &failed)["settled"][0], "done");
    assert!(folder.run(&["messages"]).exits(0).out.contains("failed"));
    assert_eq!(at("2100-01-01T00:10:29Z", &["outbox", "claim"])["claimed"][0], serde_json::Value::Null);
    assert_eq!(at("2100-01-01T00:10:30Z", &["outbox", "claim"])["claimed"][0]["id"], id);
    assert_eq!(at("2100-01-01T00:10:31Z", &["outbox", "sent", id, "--attempt", "1"])["settled"][0], "late");
    let again = ["renew-invitation", "Pantry", "--at", "2100-01-01T01:00:00Z"];
    folder.run(&again).exits(0);
    let claimed = at("2100-01-01T01:00:00Z", &["outbox", "claim"]);
    let given_up = ["outbox", "give-up", claimed["claimed"][0]["id"].as_str().unwrap(), "--attempt", "1"];
    let given_up = [&given_up[..], &["--error", "no such user"]].concat();
    assert_eq!(at("2100-01-01T01:00:01Z", &given_up)["settled"][0], "done");
    assert!(folder.run(&["messages"]).exits(0).out.contains("given_up"));
    folder.run(&["outbox", "claim", "--lease", "0"]).exits(1);
    let nobody = "00000000-0000-0000-0000-000000000001";
    folder.run(&["outbox", "sent", nobody, "--attempt", "1"]).exits(1);
    assert!(folder.run(&["outbox", "claim"]).exits(0).out.contains("Nothing waits"));
}

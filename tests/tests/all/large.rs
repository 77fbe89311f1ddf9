//! What needs more than anybody would type into a scenario.

use conformance::{id_of, stores};
use serde_json::{Value, json};

#[test]
fn a_bulk_command_takes_at_most_10_000_partners() {
    for store in stores::all() {
        let serve = (store.open)();
        let ids: Vec<String> = (0..=10_000).map(|n| id_of(&format!("partner {n}"))).collect();
        let host = json!({"role": "host"});
        let admin = json!({"role": "bank_admin", "bank": id_of("bank"), "person": id_of("admin")});
        let give =
            |actor: &Value, command: Value| serve(&json!({"actor": actor, "command": command}).to_string());
        let new =
            json!({"id": id_of("bank"), "name": "Westside Essentials", "email": "office@westside.example"});
        assert!(give(&host, json!({"create_bank": new})).get("ok").is_some());
        let bulk =
            |ids: &[String]| give(&admin, json!({"bulk": {"action": "invite", "partners": {"ids": ids}}}));
        let error = &bulk(&ids)["error"];
        assert_eq!(error["code"], "too_many_partners", "{}", store.name);
        assert_eq!(error["params"], json!({"count": 10_001, "most": 10_000}));
        let Some(fewer) = ids.get(1..) else { panic!("there are ids") };
        assert_eq!(bulk(fewer)["ok"]["bulk"]["refused"], 10_000);
    }
}

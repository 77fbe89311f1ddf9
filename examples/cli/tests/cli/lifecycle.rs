//! Partners, groups, items, requests and distributions, and who may do what.

use crate::kit::{Folder, data};

fn with_partners() -> Folder {
    let folder = Folder::with_bank();
    folder.run(&["import", &data("partners.csv")]).exits(0);
    folder
}

#[test]
fn a_partner_is_named_by_name_address_or_id() {
    let folder = with_partners();
    let show = |named: &str| folder.run(&["partner", named, "--json"]).exits(0).json();
    let by_name = show("  BALLARD food\u{a0}bank ");
    assert_eq!(by_name["ok"]["partner"]["name"], "Ballard Food Bank");
    assert_eq!(show("info.ballard.food.bank@EXAMPLE.org"), by_name);
    assert_eq!(show(by_name["ok"]["partner"]["id"].as_str().unwrap()), by_name);

    let said = folder.run(&["partner", "Ballard"]).exits(1);
    assert!(said.err.contains("no such partner `Ballard`") && said.err.contains("`Ballard Food Bank`"));
    assert_eq!(folder.run(&["approve", "Nobody", "--json"]).exits(1).error_code(), "not_found");
    folder.run(&["partner", ""]).exits(1);
    let unknown = "00000000-0000-4000-8000-000000000009";
    assert_eq!(folder.run(&["partner", unknown, "--json"]).exits(1).error_code(), "not_found");
}

#[test]
fn every_command_of_the_table_is_a_verb() {
    let folder = Folder::new();
    let help = folder.run(&["--help"]).exits(0).out;
    for action in partnerkit::transition::Action::ALL {
        let verb = action.slug().replace('_', "-");
        assert!(help.contains(&format!("\n  {verb} ")), "{verb}");
        folder.run(&[&verb, "--help"]).exits(0);
    }
}

#[test]
fn a_partner_goes_the_whole_way() {
    let folder = with_partners();
    let name = "Ballard Food Bank";
    let said = folder.run(&["approve", name]).exits(1);
    assert!(said.err.contains("invite it first") && said.out.is_empty());
    let preview = folder.run(&["invite", name, "--preview"]).exits(0);
    assert!(preview.out.contains("uninvited → invited") && preview.out.contains("to info.ballard"));
    assert!(folder.run(&["invite", name]).exits(0).out.contains("is invited"));
    folder.run(&["renew-invitation", name]).exits(0);
    let user = format!("partner:{name}");
    let said = folder.run(&["--as", &user, "submit-for-approval", name]).exits(1);
    assert!(said.err.contains("website"), "{}", said.err);
    folder.run(&["--as", &user, "profile", "set", name, "--set", "website=ballard.example"]).exits(0);
    folder.run(&["--as", &user, "submit-for-approval", name]).exits(0);
    assert_eq!(folder.run(&["ask-for-changes", name, "--json"]).exits(1).error_code(), "note_missing");
    folder.run(&["ask-for-changes", name, "--note", "Your hours, please"]).exits(0);
    folder.run(&["submit-for-approval", name]).exits(0);
    assert!(folder.run(&["partners", "--status", "awaiting-review"]).exits(0).out.contains(name));
    folder.run(&["approve", name]).exits(0);
    folder.run(&["require-recertification", name]).exits(0);
    folder.run(&["deactivate", name, "--reason", "Moving"]).exits(0);
    assert!(folder.run(&["reactivate", name]).exits(0).out.contains("recertification required"));
    assert_eq!(folder.run(&["remove", name, "--json"]).exits(1).json()["error"]["category"], "rejected");
    folder.run(&["remove", "Food Lifeline"]).exits(0);
    let history = folder.run(&["history", name]).exits(0).out;
    assert!(history.contains("imported from line 17") && history.contains("Your hours, please"));
    assert!(folder.run(&["messages", name, "--full"]).exits(0).out.contains("Your hours, please"));
    assert!(folder.run(&["allowed", name]).exits(0).out.contains("submit-for-approval"));
}

#[test]
fn many_partners_are_answered_one_by_one() {
    let folder = with_partners();
    let said = folder.run(&["invite", "--all-matching", "--text", "ballard", "--preview"]).exits(0);
    assert!(said.out.contains("1 moved, 0 refused."), "{}", said.out);
    folder.run(&["invite", "Ballard Food Bank", "Food Lifeline"]).exits(0);
    let said = folder.run(&["approve", "Ballard Food Bank", "Angels of God"]).exits(0);
    assert!(said.out.contains("1 moved, 1 refused.") && said.out.contains("invite it first"), "{}", said.out);
    let said = folder.run(&["invite", "--all-matching", "--status", "uninvited", "--json"]).exits(0).json();
    assert_eq!(said["ok"]["bulk"]["accepted"], 370);
    folder.run(&["invite"]).exits(2);
    folder.run(&["invite", "X", "--all-matching"]).exits(2);
    folder.run(&["invite", "X", "--text", "y"]).exits(2);
    folder.run(&["remove", "X", "Y"]).exits(2);
}

#[test]
fn a_partner_is_added_edited_and_explained() {
    let folder = Folder::with_bank();
    folder.run(&["add", "Ballard", "--email", "n/a"]).exits(1);
    folder.run(&["add", "Ballard", "--email", "b@b.org", "--quota", "10", "--send-emails", "yes"]).exits(0);
    assert_eq!(
        folder.run(&["add", "BALLARD", "--email", "c@b.org", "--json"]).exits(1).error_code(),
        "name_taken"
    );
    folder.run(&["edit", "Ballard", "--name", "Ballard 2", "--clear", "quota,notes"]).exits(0);
    let shown = folder.run(&["partner", "Ballard 2", "--json"]).exits(0).json();
    assert_eq!(
        (shown["ok"]["partner"]["quota"].is_null(), &shown["ok"]["partner"]["send_emails"]),
        (true, &true.into())
    );
    folder.run(&["edit", "Ballard 2", "--clear", "colour"]).exits(2);
    let set = |field: &str| folder.run(&["profile", "set", "Ballard 2", "--set", field, "--json"]);
    set("enable_child_requests=no").exits(0);
    set("zip=98107").exits(0);
    set("pick_up_email=[\"van@example.org\"]").exits(0);
    assert_eq!(set("colour=red").exits(1).error_code(), "profile_field_unknown");
    let shown = folder.run(&["profile", "show", "Ballard 2"]).exits(0).out;
    assert!(shown.contains("98107") && shown.contains("van@example.org"), "{shown}");
    folder.run(&["profile", "set", "Ballard 2"]).exits(1);
    let counted = folder.run(&["profile", "completeness", "Ballard 2", "--json"]).exits(0).json();
    assert_eq!(counted["ok"]["profile_completeness"]["filled"], 2);
    let own = r#"{"key":"own_pets","type":"number","label":{"en":"Pets","es":"Mascotas"}}"#;
    folder.run(&["bank", "set", "--sections", "contacts", "--own-field", own]).exits(0);
    let form = folder.run(&["profile", "schema", "--language", "es"]).exits(0).out;
    assert!(form.contains("Mascotas") && !form.contains("Sitio web"), "{form}");
    let said = folder.run(&["explain", "Ballard 2", "make-requests"]).exits(0);
    assert!(said.out.starts_with("No.") && said.out.contains("1. invite and approve"), "{}", said.out);
    folder.run(&["explain", "Ballard 2", "fly"]).exits(2);
}

#[test]
fn goods_are_permitted_asked_for_and_handed_out() {
    let folder = Folder::with_bank();
    let ok = |args: &[&str]| folder.run(args).exits(0).out;
    ok(&["add", "Ballard", "--email", "b@b.org"]);
    ok(&["invite-and-approve", "Ballard"]);
    ok(&["categories", "add", "Baby"]);
    ok(&["items", "add", "Diapers", "--category", "baby", "--unit", "pack"]);
    ok(&["items", "add", "Pads"]);
    ok(&["groups", "add", "Families", "--category", "Baby"]);
    ok(&["edit", "Ballard", "--group", "families"]);
    ok(&["groups", "cap", "Families", "Diapers", "100"]);
    assert!(ok(&["permitted", "Ballard"]).contains("group"));
    let lines = ["request", "new", "Ballard", "--line", "Diapers=200", "--line", "Pads=5"];
    let said = folder.run(&lines).exits(1);
    assert!(said.err.contains("Line 1:") && said.err.contains("Line 2:") && said.err.contains("--explain"));
    let explained = ok(&[&lines[..], &["--explain"]].concat());
    assert!(explained.contains("allow item `Diapers` to `Ballard`"), "{explained}");
    ok(&["items", "allow", "Ballard", "Pads", "--until", "2099-12-31"]);
    ok(&["groups", "cap", "Families", "Diapers", "--lift"]);
    let filed = folder.run(&[&lines[..], &["--json"]].concat()).exits(0).json();
    let id = filed["ok"]["created"]["request"].as_str().unwrap().to_owned();
    ok(&["request", "new", "Ballard", "--line", "Diapers=2 pack"]);
    ok(&["request", "start", &id]);
    ok(&["request", "release", &id]);
    assert!(ok(&["request", "list", "Ballard", "--state", "pending"]).contains(&id));
    let handed =
        folder.run(&["distribute", "new", "Ballard", "--line", "Diapers=200", "--request", &id, "--json"]);
    let given = handed.exits(0).json()["ok"]["created"]["distribution"].as_str().unwrap().to_owned();
    assert!(ok(&["request", "show", &id]).contains("fulfilled"));
    ok(&["distribute", "edit", &given, "--method", "delivery"]);
    ok(&["distribute", "complete", &given]);
    ok(&["distribute", "take-back", &given]);
    assert!(ok(&["distribute", "list"]).contains("taken back"));
    assert!(ok(&["history"]).contains("cap of group `Families` on `Diapers` lifted"));
    folder.run(&["distribute", "new", "Ballard", "--line", "Diapers=2 pack"]).exits(2);
    folder.run(&["request", "new", "Ballard", "--line", "Diapers"]).exits(2);
    folder.run(&["request", "cancel", &id]).exits(1);
    ok(&["request", "cancel", &id, "--reason", "not needed"]);
    folder.run(&["groups", "delete", "Families"]).exits(1);
    ok(&["groups", "delete", "Families", "--to-no-group"]);
}

#[test]
fn roles_and_banks() {
    let folder = Folder::with_bank();
    folder.run(&["add", "Ballard", "--email", "b@b.org"]).exits(0);
    folder.run(&["bank", "set", "--over-quota", "refuse", "--time-zone", "America/Los_Angeles"]).exits(0);
    let zone = folder.run(&["bank", "set", "--time-zone", "Mars", "--json"]).exits(1);
    assert_eq!(zone.error_code(), "time_zone_unknown");
    folder.run(&["bank", "set"]).exits(2);
    let staff = folder.run(&["--as", "staff", "bank", "set", "--copies", "yes", "--json"]).exits(1);
    assert_eq!(staff.error_code(), "not_permitted");
    let user = folder.run(&["--as", "partner:Ballard", "import", &data("partners.csv"), "--json"]).exits(1);
    assert_eq!(user.error_code(), "not_permitted");
    folder.run(&["--as", "king", "bank", "show"]).exits(2);

    folder.run(&["bank", "create", "Other", "--email", "o@o.org"]).exits(0);
    assert_eq!(folder.run(&["partners", "--json"]).exits(1).error_code(), "bank_ambiguous");
    folder.run(&["partners", "--bank", "other"]).exits(0);
    assert_eq!(
        folder.run(&["partner", "Ballard", "--bank", "Other", "--json"]).exits(1).error_code(),
        "not_found"
    );
    folder.run(&["import", &data("partners.csv"), "--bank", "Other"]).exits(0);
}

#[test]
fn a_command_sent_twice_is_done_once() {
    let folder = Folder::with_bank();
    let id = "00000000-0000-4000-8000-0000000000aa";
    let add = ["add", "Ballard", "--email", "b@b.org", "--id", id, "--at", "2026-11-22T09:00:00Z", "--json"];
    let first = folder.run(&add).exits(0).json();
    assert_eq!(folder.run(&add).exits(0).json(), first);
    assert_eq!(folder.partners(), 1);
}

#[test]
fn piped_text_has_no_escape_codes() {
    let folder = with_partners();
    for args in [&["partners"][..], &["bank", "show"], &["history"], &["partner", "Nobody"], &["--help"]] {
        let said = folder.run(args);
        assert!(!said.out.contains('\u{1b}') && !said.err.contains('\u{1b}'), "{}{}", said.out, said.err);
    }
}

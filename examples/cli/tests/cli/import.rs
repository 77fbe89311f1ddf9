//! Importing once, with a report of everything.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::kit::{Folder, data};

#[test]
fn a_second_import_is_refused_with_the_receipt_of_the_first() {
    let folder = Folder::with_bank();
    let first = folder.run(&["import", &data("partners.csv"), "--json"]).exits(0).json();
    let digest = first["ok"]["receipt"]["digest"].as_str().unwrap().to_owned();
    assert_eq!(first["ok"]["receipt"]["partners"], 372);

    let second = folder.run(&["import", &data("partners.csv")]).exits(1);
    assert!(second.err.contains("already") && second.err.contains(&digest), "{}", second.err);
    assert!(second.err.contains("372") && second.out.is_empty());

    let second = folder.run(&["import", &data("partners_messy.csv"), "--json"]).exits(1);
    assert_eq!(second.error_code(), "already_imported");
    assert_eq!(second.json()["error"]["params"]["receipt"], first["ok"]["receipt"]);
    let preview = folder.run(&["import", &data("partners.csv"), "--preview", "--json"]).exits(1);
    assert_eq!(preview.error_code(), "already_imported");
    assert_eq!(folder.partners(), 372);
}

#[test]
fn the_same_key_with_the_same_file_gets_the_receipt_again() {
    let folder = Folder::with_bank();
    let import = |file: &str| folder.run(&["import", &data(file), "--key", "k1", "--json"]);
    let first = import("partners.csv").exits(0).json();
    assert_eq!(import("partners.csv").exits(0).json()["ok"]["receipt"], first["ok"]["receipt"]);
    assert_eq!(import("partners_messy.csv").exits(1).error_code(), "import_key_reused");
    assert_eq!(folder.partners(), 372);
}

#[test]
fn a_preview_says_what_would_happen_and_does_nothing() {
    let folder = Folder::with_bank();
    let said = folder.run(&["import", &data("partners.csv"), "--preview"]).exits(0);
    assert!(said.out.starts_with("372 partners would be imported."), "{}", said.out);
    assert_eq!(folder.partners(), 0);
    let said = folder.run(&["import", &data("partners_messy.csv"), "--preview", "--json"]).exits(1);
    assert_eq!(said.error_code(), "import_refused", "as the import itself would be");
    folder.run(&["import", &data("partners.csv")]).exits(0);
}

#[test]
fn a_list_may_come_on_standard_input() {
    let folder = Folder::with_bank();
    let list = std::fs::read(data("partners.csv")).unwrap();
    let said = folder.run_with(&["import", "-"], &list).exits(0);
    assert!(said.err.is_empty(), "progress is silent where nobody looks: {}", said.err);
    assert_eq!(folder.partners(), 372);
}

/// The codes under which the expectations' kinds are reported.
fn code(kind: &str) -> &str {
    match kind {
        "empty_header" => "header_empty",
        "duplicate_name" => "name_duplicate",
        "duplicate_email" => "email_duplicate",
        "two_addresses" => "email_several",
        "missing_email" => "email_missing",
        "invalid_email" => "email_invalid",
        "missing_name" => "name_missing",
        "invalid_quota" => "quota_invalid",
        "value_without_header" => "cell_without_header",
        "extra_cells" => "row_too_long",
        same => same,
    }
}

type Place = (u64, Option<u64>, String, String);

fn places<'a>(problems: &'a Value, code_of: impl Fn(&'a Value) -> &'a str) -> BTreeSet<Place> {
    let place = |problem: &'a Value| {
        let level = problem["level"].as_str().unwrap().to_owned();
        (problem["line"].as_u64().unwrap(), problem["column"].as_u64(), level, code_of(problem).to_owned())
    };
    problems.as_array().unwrap().iter().map(place).collect()
}

/// A bank with the groups the messy list names.
fn bank_with_groups() -> Folder {
    let folder = Folder::with_bank();
    for group in ["Faith-based", "Shelters", "Families", "Schools"] {
        folder.run(&["groups", "add", group]).exits(0);
    }
    folder
}

#[test]
fn every_problem_of_the_messy_list_is_reported_with_its_place() {
    let folder = bank_with_groups();
    let said = folder.run(&["import", &data("partners_messy.csv"), "--json"]).exits(1);
    assert_eq!(said.error_code(), "import_refused");
    let report = said.json()["error"]["params"]["report"].clone();
    // The expectations say nothing of groups, which depend on the bank: in two broken rows another cell stands there.
    let found = places(&report["problems"], |problem| problem["code"].as_str().unwrap());
    let (groups, found): (BTreeSet<Place>, BTreeSet<Place>) =
        found.into_iter().partition(|place| place.3 == "group_unknown");
    let groups: Vec<u64> = groups.iter().map(|place| place.0).collect();
    assert_eq!(groups, [96, 98]);
    let expected = std::fs::read_to_string(data("partners_messy.expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    let expected = places(&expected["problems"], |problem| code(problem["kind"].as_str().unwrap()));
    assert_eq!(found, expected);
    assert_eq!((report["rows"].as_u64(), report["rows_with_errors"].as_u64()), (Some(103), Some(31)));

    let said = folder.run(&["import", &data("partners_messy.csv")]).exits(1);
    assert!(said.err.contains("103 partners in the file, 31 rows with errors"), "{}", said.err);
    assert!(said.err.contains("email_several") && said.out.is_empty());
    assert_eq!(folder.partners(), 0);
    folder.run(&["import", &data("partners.csv")]).exits(0);
}

#[test]
fn rejected_rows_are_written_back_and_never_over_a_file_that_is_there() {
    let folder = bank_with_groups();
    let rejected = folder.path("rejected.csv");
    let args =
        |file: &str| ["import".to_owned(), file.to_owned(), "--rejected".into(), "rejected.csv".into()];
    let run = |file: &str| {
        let args = args(file);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        folder.run_with(&args, &std::fs::read(data("partners_messy.csv")).unwrap()).exits(1)
    };
    assert!(run(&data("partners_messy.csv")).err.contains("31 rejected rows written"));
    let first = std::fs::read_to_string(&rejected).unwrap();
    assert!(first.starts_with("\u{feff}Agency Name,E-mail Address,Group,Quota,,,"), "{first}");
    assert!(first.contains("Chicken Soup Brigade / Lifelong AIDS Alliance,n/a"));

    let again = run(&data("partners_messy.csv"));
    assert!(again.err.contains("could not be written") && again.err.contains("31 rows with errors"));
    assert_eq!(std::fs::read_to_string(&rejected).unwrap(), first);
    std::fs::remove_file(&rejected).unwrap();
    run("-");
    assert_eq!(std::fs::read_to_string(&rejected).unwrap(), first, "standard input is read twice, too");
}

#[test]
fn a_report_for_people_is_bounded() {
    let folder = Folder::with_bank();
    let rows: String = (0..200).map(|n| format!("Partner {n},n/a\n")).collect();
    let file = folder.write("long.csv", format!("name,email\n{rows}"));
    let said = folder.run(&["import", &file]).exits(1);
    assert!(said.err.contains("… and 150 more"), "{}", said.err);
    let all = folder.run(&["import", &file, "--json"]).exits(1).json();
    assert_eq!(all["error"]["params"]["report"]["problems"].as_array().unwrap().len(), 200);
}

#[test]
fn the_template_can_be_imported() {
    let folder = Folder::with_bank();
    let template = folder.run(&["template"]).exits(0);
    folder.run_with(&["import", "-"], template.out.as_bytes()).exits(0);
    assert_eq!(folder.partners(), 1);
}

//! What is to be done next, profiles, and partners as CSV.

use crate::kit::Folder;

fn bank() -> Folder {
    let folder = Folder::new();
    folder.run(&["bank", "create", "B", "--email", "b@example.org"]).exits(0);
    folder.run(&["add", "=Pantry", "--email", "p@example.org", "--quota", "5"]).exits(0);
    folder
}

#[test]
fn the_dashboard_says_what_waits() {
    let folder = bank();
    folder.run(&["invite", "=Pantry"]).exits(0);
    let before = folder.run(&["dashboard", "--json"]).exits(0).json();
    assert_eq!(before["ok"]["dashboard"]["awaiting"]["count"].as_u64().unwrap_or(0), 0, "{before}");
    folder.run(&["profile", "set", "=Pantry", "--set", "no_social_media=true"]).exits(0);
    folder.run(&["submit-for-approval", "=Pantry"]).exits(0);
    assert!(folder.run(&["dashboard"]).exits(0).out.contains("=Pantry"));
}

#[test]
fn a_profile_is_filled_in_shown_and_measured() {
    let folder = bank();
    folder.run(&["profile", "set", "=Pantry", "--set", "city=Seattle", "--set", "founded=1999"]).exits(0);
    let shown = folder.run(&["profile", "show", "=Pantry"]).exits(0).out;
    assert!(shown.contains("Seattle") && shown.contains("1999"), "{shown}");
    folder.run(&["profile", "set", "=Pantry", "--clear", "city"]).exits(0);
    assert!(!folder.run(&["profile", "show", "=Pantry"]).exits(0).out.contains("Seattle"));
    let wrong = ["profile", "set", "=Pantry", "--set", "colour=red", "--json"];
    assert_eq!(folder.run(&wrong).exits(1).error_code(), "profile_field_unknown");
    assert!(
        folder
            .run(&["profile", "schema", "--language", "es"])
            .exits(0)
            .out
            .contains("Información de la agencia")
    );
    let of = folder.run(&["profile", "completeness", "=Pantry", "--json"]).exits(0).json();
    assert!(of["ok"].to_string().contains("\"filled\":1"), "{of}");
}

#[test]
fn partners_are_written_as_csv_that_runs_no_formula_and_over_no_file() {
    let folder = bank();
    let printed = folder.run(&["export", "--shape", "import"]).exits(0).out;
    assert!(printed.contains("'=Pantry,p@example.org"), "{printed}");
    let columns = folder.run(&["export", "--columns", "email,quota"]).exits(0).out;
    assert!(columns.ends_with("email,quota\r\np@example.org,5\r\n"), "{columns:?}");
    let file = folder.path("out.csv");
    let to = ["export", "--shape", "import", "--to", file.to_str().unwrap()];
    folder.run(&to).exits(0);
    folder.run(&[&to[..], &["--json"]].concat()).exits(1);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), printed);
}

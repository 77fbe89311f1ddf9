//! The demo tells the whole story.

use crate::kit::{Folder, program};

#[test]
fn the_demo_tells_the_whole_story_and_leaves_the_file() {
    let folder = Folder::new();
    let said = folder.run(&["demo"]).exits(0);
    let lines = [
        "1. A bank is created",
        "372 partners in the file, 0 rows with errors",
        "progress: 372 partners read",
        "372 partners imported. Nobody was mailed; all are uninvited.",
        "This bank has imported its partners already",
        "the partner: submit for approval → awaiting review",
        "the bank: ask for changes (“Please tell us your delivery hours.”) → invited",
        "the bank: invite and approve → approved",
        "the bank: require recertification → recertification required",
        "the bank: deactivate (“Moving to a new building”) → deactivated",
        "the bank: reactivate → approved",
        "Group Families: Ballard Food Bank, Chelan Food Bank",
        "Accepted: 400 Diapers size 4, 80 Baby wipes",
        "`Chelan Food Bank` is not approved.",
        "Line 2: The group `Families` may request at most 100 of `Baby wipes` at once; 250 were asked for.",
        "Line 3: The group `Families` may not request `Period supplies`",
        "1. approve `Chelan Food Bank` (the bank)",
        "Accepted: 200 Diapers size 4, 250 Baby wipes, 60 Period pads",
        "Recorded: 500 Diapers size 4. It needs no invitation to receive goods.",
        "imported from line 17 of the file",
        "changed: group `Families`",
        "Everything is kept in ",
    ];
    let mut rest = said.out.as_str();
    for line in lines {
        let at = rest.find(line).unwrap_or_else(|| panic!("`{line}` is not in its place:\n{}", said.out));
        rest = &rest[at..];
    }
    assert!(!said.out.contains('\u{1b}') && said.err.is_empty(), "{}", said.err);
    let offered = folder.run(&["explain", "Food Lifeline", "make-requests"]).exits(0);
    assert!(offered.out.contains("invite and approve `Food Lifeline`"), "{}", offered.out);

    let again = folder.run(&["demo"]).exits(1);
    assert!(again.err.contains("is there already"), "{}", again.err);
    assert_eq!(folder.partners(), 372);
}

#[test]
fn without_a_file_the_demo_makes_one_of_its_own() {
    let folder = Folder::new();
    let output = program().arg("demo").env("TMPDIR", folder.path("")).output().unwrap();
    assert!(output.status.success());
    let out = String::from_utf8(output.stdout).unwrap();
    let path = out.lines().find_map(|line| line.strip_prefix("Everything is kept in ")).unwrap();
    assert!(std::path::Path::new(path).is_file(), "{path}");
}

//! Lists and databases that are not what they should be.

use std::process::Stdio;

use crate::kit::{Folder, Said, data};

/// The code of the error an import ends with, or of the first problem of its report.
fn refused(folder: &Folder, file: &str) -> String {
    let said = folder.run(&["import", file, "--json"]).exits(1);
    let plain = folder.run(&["import", file]).exits(1);
    assert!(
        !plain.err.is_empty() && plain.out.is_empty() && !plain.err.contains("panicked"),
        "{}",
        plain.err
    );
    let json = said.json();
    let first = &json["error"]["params"]["report"]["problems"][0]["code"];
    first.as_str().map_or_else(|| said.error_code(), str::to_owned)
}

#[test]
fn lists_that_are_none() {
    let folder = Folder::with_bank();
    let there = folder.path("").to_str().unwrap().to_owned();
    assert_eq!(refused(&folder, &there), "import_unreadable");
    assert_eq!(refused(&folder, "missing.csv"), "import_unreadable");
    let cases: [(&str, &[u8], &str); 9] = [
        ("empty", b"", "import_empty"),
        ("header only", b"name,email\n", "import_no_rows"),
        ("no header", b"Ballard,info@example.org\n", "header_missing"),
        ("binary", &[0, 255, 254, 1, 2, 0x81, 0x8d, 0x00, 0x9d], "encoding_unknown"),
        ("status column", b"name,email,status\nA,a@b.org,approved\n", "header_status"),
        ("unknown column", b"name,email,colour\nA,a@b.org,red\n", "header_unknown"),
        ("twice", b"name,email,Name\nA,a@b.org,B\n", "header_duplicate"),
        ("unclosed", b"name,email\n\"A,a@b.org\n", "quote_unclosed"),
        ("nul", b"name,email\nA\0B,a@b.org\n", "control_character"),
    ];
    for (name, content, code) in cases {
        assert_eq!(refused(&folder, &folder.write(name, content)), code, "{name}");
    }
    assert_eq!(folder.partners(), 0);
    folder.run(&["import", &data("partners.csv")]).exits(0);
}

#[test]
fn hostile_names_do_not_reach_the_terminal() {
    let folder = Folder::with_bank();
    let said = folder.run(&["add", "Food\u{1b}]0;owned\u{7}\u{202e}Bank", "--email", "a@b.org"]).exits(1);
    assert!(!said.err.contains('\u{1b}') && !said.out.contains('\u{1b}'));
    folder.run(&["add", "Food\u{202e}Bank", "--email", "a@b.org"]).exits(0);
    let said = folder.run(&["partners"]).exits(0);
    assert!(said.out.contains("Food\\u{202e}Bank"), "{}", said.out);
    let said = folder.run(&["partner", "\u{1b}[31mred"]).exits(1);
    assert!(!said.err.contains('\u{1b}') && said.err.contains("\\u{1b}"), "{}", said.err);
}

#[test]
fn a_database_that_is_missing_or_somebody_elses() {
    let folder = Folder::new();
    let said = folder.run(&["partners"]).exits(1);
    assert!(said.err.contains("bank create") && !folder.path("x.db").exists(), "{}", said.err);

    folder.write(
        "x.db",
        "this is a letter, not a database, and long enough to hold a header of one hundred bytes!!",
    );
    let letter = std::fs::read(folder.path("x.db")).unwrap();
    for args in [&["partners", "--json"][..], &["bank", "create", "X", "--email", "a@b.org", "--json"]] {
        assert_eq!(folder.run(args).exits(1).error_code(), "store_unrecognised");
    }
    assert_eq!(std::fs::read(folder.path("x.db")).unwrap(), letter);

    std::fs::remove_file(folder.path("x.db")).unwrap();
    std::fs::create_dir(folder.path("x.db")).unwrap();
    assert_eq!(folder.run(&["partners", "--json"]).exits(1).error_code(), "store_unavailable");
}

#[test]
fn a_database_of_a_newer_version() {
    let folder = Folder::with_bank();
    let file = rusqlite::Connection::open(folder.path("x.db")).unwrap();
    file.pragma_update(None, "user_version", 999).unwrap();
    drop(file);
    let said = folder.run(&["partners", "--json"]).exits(1);
    assert_eq!(said.error_code(), "store_newer");
    assert!(folder.run(&["partners"]).exits(1).err.contains("999"));
}

#[cfg(unix)]
#[test]
fn a_database_that_is_read_only() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let folder = Folder::with_bank();
    let (file, there) = (folder.path("x.db"), folder.path(""));
    let may = |path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    let list = folder.write("list.csv", "name,email\nBallard,b@b.org\n");
    may(&file, 0o444);
    may(&there, 0o555);
    let mut command = folder.command(&["import", &list, "--json"]);
    if std::fs::metadata(&there).unwrap().uid() == 0 {
        // Nothing is read-only to root, so nobody tries it.
        command.uid(65534);
    }
    let said = Said::from(command.output().unwrap());
    may(&there, 0o755);
    assert_eq!(said.exits(1).error_code(), "store_read_only");
    assert_eq!(folder.partners(), 0);
}

#[test]
fn nobody_listening_is_no_panic() {
    let folder = Folder::with_bank();
    folder.run(&["import", &data("partners.csv")]).exits(0);
    for args in [&["partners", "--limit", "1000"][..], &["history", "--json", "--limit", "1000"], &["schema"]]
    {
        let mut child = folder.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(err.is_empty() && output.status.code().is_some(), "{err}");
    }
}

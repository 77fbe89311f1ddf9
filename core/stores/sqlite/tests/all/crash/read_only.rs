//! A file that is made read-only while it is open.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;

use super::lived::{IMPORT, Part};
use super::process::Started;

/// Somebody without rights, everywhere.
const NOBODY: u32 = 65_534;

#[test]
fn a_file_made_read_only_meanwhile() {
    let part = Part::around_the_import(30);
    let place = part.place();
    let mut child = start_as_somebody(&place.task().with("PARTNERKIT_PAUSES", 1), &place.path);
    assert_eq!(child.hear(), "ready");
    // What is open stays open: the command before the import still gets through.
    assert_eq!(child.hear(), "next");
    set(&place.path, 0o444);
    child.nod();
    assert_eq!(child.hear(), format!("done {}", IMPORT - 1));
    // The import opens the file anew.
    assert_eq!(child.hear(), "next");
    child.nod();
    for _ in 0..2 {
        let failed = child.hear();
        assert!(failed.starts_with(&format!("failed {IMPORT} store_read_only")), "{failed}");
        let seen = failed.split_whitespace().nth(3).unwrap();
        assert!(seen == "unseen" || part.is_after(IMPORT, seen), "half of it is there");
    }
    assert_eq!(child.hear(), "given_up");
    let mut ended = child.end();
    assert!(!ended.was_killed());
    // All it was told before it gave up.
    ended.said.push(vec!["done".to_owned(), (IMPORT - 1).to_string()]);
    set(&place.path, 0o644);
    assert_eq!(place.check(&ended), IMPORT, "the import waits for its retry");
}

fn set(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Permissions do not hold the superuser up, so a child of his is somebody else, with a program and a file of his own.
fn start_as_somebody(task: &super::process::Task, file: &Path) -> Started {
    let folder = file.parent().unwrap();
    if folder.metadata().unwrap().uid() != 0 {
        return task.start();
    }
    let program = folder.with_extension("program");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    set(&program, 0o755);
    for path in [folder, file] {
        std::os::unix::fs::chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    }
    let mut command = task.within(program.to_str().unwrap(), &[]);
    command.uid(NOBODY).gid(NOBODY);
    let started = Started::new(command);
    // It runs; its name is not needed any more.
    fs::remove_file(program).unwrap();
    started
}

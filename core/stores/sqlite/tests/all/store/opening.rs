//! Opening: what is ours, what is not, and what is left alone.

use std::fs;
use std::path::Path;
use std::time::Duration;

use partnerkit::error::Code;
use partnerkit::store::{Need, Store};
use partnerkit_sqlite::{Options, Synchronous, open};
use rusqlite::Connection;

use super::import::{File, head, rows};
use super::sample::*;

#[track_caller]
fn refused(path: &Path, code: Code) {
    let error = open(path).unwrap_err();
    assert_eq!(error.code(), code, "{error:?}");
    let error = Options::new().read_only(true).open(path).unwrap_err();
    assert_eq!(error.code(), code, "{error:?}");
}

#[track_caller]
fn refused_and_untouched(path: &Path, code: Code) {
    let before = fs::read(path).unwrap();
    refused(path, code);
    assert_eq!(fs::read(path).unwrap(), before);
}

#[test]
fn what_was_written_is_there_when_opened_again() {
    let (place, store) = store_with_bank();
    drop(store);
    assert!(
        !place.folder.path().join("bank.db-wal").exists(),
        "the log is folded in when the store is closed"
    );
    for options in
        [Options::new(), Options::new().synchronous(Synchronous::Normal), Options::new().read_only(true)]
    {
        let store = options.open(&place.path).unwrap();
        assert_eq!(store.load(BANK, &[]).unwrap().bank, Some(bank()));
    }
}

#[test]
fn clones_are_one_store() {
    let (_place, store) = store_with_bank();
    let other = store.clone();
    drop(store);
    assert_eq!(other.banks().unwrap().len(), 1);
}

#[test]
fn an_empty_file_becomes_a_store() {
    let place = place();
    fs::write(&place.path, "").unwrap();
    assert!(open(&place.path).unwrap().banks().unwrap().is_empty());
}

#[test]
fn a_file_of_a_newer_library_is_left_alone() {
    let (place, store) = store();
    drop(store);
    let raw = Connection::open(&place.path).unwrap();
    raw.pragma_update(None, "user_version", 1000).unwrap();
    drop(raw);
    refused_and_untouched(&place.path, Code::StoreNewer);
    let error = open(&place.path).unwrap_err();
    assert_eq!(error.params()["found"], 1000);
    assert_eq!(error.params()["known"], 1);
}

#[test]
fn a_file_that_is_migrated_while_open_is_noticed() {
    let (place, store) = store_with_bank();
    let raw = Connection::open(&place.path).unwrap();
    raw.pragma_update(None, "user_version", 2).unwrap();
    assert_eq!(store.load(BANK, &[]).unwrap_err().code(), Code::StoreNewer);
    assert_eq!(store.commit(&nothing(2)).unwrap_err().code(), Code::StoreNewer);
}

#[test]
fn what_is_no_database_is_left_alone() {
    let place = place();
    // Two bytes are the least: SQLite itself takes a file of one byte for an empty one.
    for garbage in ["xy", "name,email\nBallard,a@b.example\n", &"garbage ".repeat(5000)] {
        fs::write(&place.path, garbage).unwrap();
        refused_and_untouched(&place.path, Code::StoreUnrecognised);
    }
}

#[test]
fn another_applications_database_is_left_alone() {
    for (application, version, table) in [
        (0, 0, "CREATE TABLE theirs (x)"),
        (7, 0, "CREATE TABLE theirs (x)"),
        (0, 3, "CREATE TABLE theirs (x)"),
        (7, 0, ""),
        (0, 3, ""),
    ] {
        let place = place();
        let raw = Connection::open(&place.path).unwrap();
        raw.execute_batch(table).unwrap();
        raw.pragma_update(None, "application_id", application).unwrap();
        raw.pragma_update(None, "user_version", version).unwrap();
        drop(raw);
        refused_and_untouched(&place.path, Code::StoreUnrecognised);
    }
}

#[test]
fn a_damaged_file_says_so() {
    let (place, store) = store_with_bank();
    drop(store);
    let mut bytes = fs::read(&place.path).unwrap();
    for byte in bytes.iter_mut().skip(100) {
        *byte = 0xAA;
    }
    fs::write(&place.path, bytes).unwrap();
    refused_and_untouched(&place.path, Code::StoreCorrupt);
}

#[test]
fn a_value_this_library_never_writes_is_damage() {
    let (place, store) = store_with_bank();
    let raw = Connection::open(&place.path).unwrap();
    raw.execute_batch("UPDATE banks SET time_zone = 'Mars/Olympus'").unwrap();
    let error = store.load(BANK, &[]).unwrap_err();
    assert_eq!(error.code(), Code::StoreCorrupt);
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn folders_and_missing_folders_cannot_be_opened() {
    let place = place();
    refused(place.folder.path(), Code::StoreUnavailable);
    refused(&place.folder.path().join("missing/bank.db"), Code::StoreUnavailable);
    refused(Path::new(""), Code::StoreUnavailable);
}

#[test]
fn names_mean_files_and_nothing_else() {
    let place = place();
    for name in [":memory:", "file:x?mode=memory", "a?b#c%20d"] {
        let path = place.folder.path().join(name);
        let store = open(&path).unwrap();
        assert!(path.is_file(), "{name}");
        assert!(store.banks().unwrap().is_empty());
    }
}

#[test]
fn a_read_only_store_reads_and_refuses_writes() {
    let (place, store) = store_with_bank();
    let reader = Options::new().read_only(true).open(&place.path).unwrap();
    assert_eq!(load(&reader, Need::Items).bank, Some(bank()));
    assert_eq!(reader.commit(&nothing(2)).unwrap_err().code(), Code::StoreReadOnly);
    let mut file = File::new(rows(1..3));
    assert_eq!(reader.import(&head(), &mut file).unwrap_err().code(), Code::StoreReadOnly);
    assert_eq!(file.read, 0);
    done(&store, &nothing(2));
    assert!(load(&reader, Need::Command(uuid(2))).answered.is_some());
}

#[test]
fn a_read_only_store_is_not_made() {
    let place = place();
    let read_only = Options::new().read_only(true);
    assert_eq!(read_only.clone().open(&place.path).unwrap_err().code(), Code::StoreUnavailable);
    fs::write(&place.path, "").unwrap();
    assert_eq!(read_only.open(&place.path).unwrap_err().code(), Code::StoreReadOnly);
    assert_eq!(fs::read(&place.path).unwrap(), b"");
}

#[cfg(unix)]
#[test]
fn a_file_without_the_right_to_write_refuses_writes() {
    use std::os::unix::fs::PermissionsExt;

    let (place, store) = store_with_bank();
    drop(store);
    fs::set_permissions(&place.path, fs::Permissions::from_mode(0o444)).unwrap();
    let may_write = fs::OpenOptions::new().append(true).open(&place.path).is_ok();
    let store = open(&place.path).unwrap();
    assert_eq!(store.load(BANK, &[]).unwrap().bank, Some(bank()));
    match store.commit(&nothing(2)) {
        // The superuser is not held up by permissions.
        Ok(_) => assert!(may_write),
        Err(error) => assert_eq!((error.code(), may_write), (Code::StoreReadOnly, false)),
    }
}

/// A write-ahead log needs its two files beside the store, also for reading.
#[cfg(unix)]
#[test]
fn a_folder_without_the_right_to_write_keeps_the_store_shut() {
    use std::os::unix::fs::PermissionsExt;

    let (place, store) = store_with_bank();
    drop(store);
    fs::set_permissions(place.folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let may_write = fs::write(place.folder.path().join("probe"), "").is_ok();
    match open(&place.path) {
        // The superuser is not held up by permissions.
        Ok(_) => assert!(may_write),
        Err(error) => assert_eq!((error.code(), may_write), (Code::StoreReadOnly, false), "{error:?}"),
    }
    fs::set_permissions(place.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_file_locked_by_another_is_busy() {
    let (place, _store) = store_with_bank();
    let patience = Duration::from_millis(20);
    let impatient = Options::new().busy_timeout(patience).open(&place.path).unwrap();
    let raw = Connection::open(&place.path).unwrap();
    raw.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = impatient.commit(&nothing(2)).unwrap_err();
    assert_eq!(error.code(), Code::StoreBusy);
    assert!(error.is_retryable());
    let mut file = File::new(rows(1..3));
    assert_eq!(impatient.import(&head(), &mut file).unwrap_err().code(), Code::StoreBusy);
    assert_eq!(load(&impatient, Need::Items).bank, Some(bank()), "readers do not wait");
    raw.execute_batch("ROLLBACK").unwrap();
    done(&impatient, &nothing(2));
}

#[test]
fn a_store_that_waits_for_itself_gives_up() {
    let (place, _store) = store_with_bank();
    let store = Options::new().busy_timeout(Duration::from_millis(20)).open(&place.path).unwrap();
    let inner = store.clone();
    /// Writes from within the transaction it is asked about.
    struct Nested(File<'static>, partnerkit_sqlite::SqliteStore);
    impl partnerkit::store::ImportRows for Nested {
        fn next_row(&mut self) -> Result<Option<partnerkit::store::ImportRow>, partnerkit::error::Error> {
            self.0.next_row()
        }
        fn clash(&mut self, clash: partnerkit::store::Clash) {
            self.0.clash(clash);
        }
        fn settle(&mut self) -> partnerkit::store::Settled {
            assert_eq!(self.1.commit(&nothing(2)).unwrap_err().code(), Code::StoreBusy);
            self.0.settle()
        }
    }
    let mut nested = Nested(File::new(rows(1..3)), inner);
    assert!(matches!(store.import(&head(), &mut nested).unwrap(), partnerkit::store::Imported::Done(_)));
}

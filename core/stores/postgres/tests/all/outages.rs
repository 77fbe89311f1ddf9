//! What happens to servers: they restart in the middle of work, their disk is full, they turn read-only.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use crate::own::{Own, run_as_root};
use crate::work::{self, Ends, add, bank, create, import, is_whole, repeat};
use partnerkit::error::{Code, Error};
use partnerkit::id::BankId;
use partnerkit::system::System;
use partnerkit_postgres::{Options, PostgresStore, Session};

const ANYBODY: &str = "host all all 127.0.0.1/32 trust";

fn open(url: &str) -> System<PostgresStore> {
    System::new(Options::new().connections(8).connect(url).unwrap())
}

/// Three stops of each kind, the second as if the server's machine had lost its power: what was told to be done is there.
#[test]
fn a_server_that_restarts_in_the_middle_loses_nothing() {
    let server = Own::start("", ANYBODY, |_| ());
    let system = open(&server.url("127.0.0.1", "sslmode=disable"));
    let everybody = create(&system, 1);
    let (over, done, imported, told) =
        (AtomicBool::new(false), AtomicU64::new(0), AtomicU64::new(0), AtomicU64::new(0));
    std::thread::scope(|scope| {
        let (system, over, done, imported, told) = (&system, &over, &done, &imported, &told);
        let heard = move |error: &Error| {
            told.fetch_add(1, Ordering::Relaxed);
            assert!(matches!(error.code(), Code::StoreUnavailable | Code::StoreBusy), "{error:?}");
        };
        for worker in 0..3 {
            scope.spawn(move || {
                let _ends = Ends(over);
                let mut n = worker << 32;
                while !over.load(Ordering::Relaxed) {
                    n += 1;
                    repeat(|| system.execute(&add(everybody, n)).inspect_err(heard));
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        scope.spawn(move || {
            let _ends = Ends(over);
            let mut n = 10;
            while !over.load(Ordering::Relaxed) {
                n += 1;
                // Made through the same door, so also this may meet a server that is down.
                let bank = repeat(|| work::try_create(system, n).inspect_err(heard));
                repeat(|| import(system, bank, 1, 500).inspect_err(|error| heard(error.error())));
                imported.fetch_add(1, Ordering::Relaxed);
            }
        });
        for mode in ["fast", "immediate"].repeat(3) {
            let before = (done.load(Ordering::Relaxed), imported.load(Ordering::Relaxed));
            while (done.load(Ordering::Relaxed) < before.0 + 20
                || imported.load(Ordering::Relaxed) < before.1 + 1)
                && !over.load(Ordering::Relaxed)
            {
                std::thread::yield_now();
            }
            server.restart(mode);
        }
        over.store(true, Ordering::Relaxed);
    });
    let (done, imported) = (done.into_inner(), imported.into_inner());
    let store = system.store();
    assert_eq!(is_whole(store, everybody).partners.len() as u64, done, "each command once");
    for n in 11..11 + u128::from(imported) {
        assert_eq!(is_whole(store, bank(n)).partners.len(), 500, "imported once and whole");
    }
    println!(
        "6 restarts: {done} commands, {imported} imports, {} refusals told to the host",
        told.into_inner()
    );
}

/// A small disk of its own, given back when dropped.
struct Disk(PathBuf);

impl Drop for Disk {
    fn drop(&mut self) {
        run_as_root("umount", &["-l", self.0.to_str().unwrap()]);
    }
}

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let server = Own::start("", ANYBODY, |_| ());
    let small = folder.path().join("small");
    std::fs::create_dir(&small).unwrap();
    run_as_root("mount", &["-t", "tmpfs", "-o", "size=64m,mode=777", "tmpfs", small.to_str().unwrap()]);
    let disk = Disk(small);
    let space = disk.0.join("space");
    std::fs::create_dir(&space).unwrap();
    server.give(&space);
    let url = server.url("127.0.0.1", "sslmode=disable");
    let mut session = Options::new().session(&url).unwrap();
    session.query(&format!("create tablespace small location '{}'", space.display()), &[]).unwrap();
    session.query("create database small tablespace small", &[]).unwrap();
    let system = open(&url.replace("/postgres?", "/small?"));
    let (with_commands, with_import) = (create(&system, 1), create(&system, 2));
    system.execute(&add(with_commands, 0)).unwrap();

    // What is left of the disk is taken by somebody else.
    let filler = disk.0.join("filler");
    let mut file = std::fs::File::create(&filler).unwrap();
    let block = [0; 64 * 1024];
    while std::io::Write::write_all(&mut file, &block).is_ok() {}
    let full = |error: &Error| {
        assert_eq!((error.code(), error.is_retryable()), (Code::StoreFull, false), "{error:?}")
    };
    let mut done = 1;
    loop {
        match system.execute(&add(with_commands, done)) {
            Ok(_) => done += 1,
            Err(error) => break full(&error),
        }
        assert!(done < 10_000, "the disk was never full");
    }
    full(import(&system, with_import, 1, 5_000).unwrap_err().error());
    assert_eq!(is_whole(system.store(), with_commands).partners.len() as u64, done);
    assert!(is_whole(system.store(), with_import).partners.is_empty());

    drop(file);
    std::fs::remove_file(&filler).unwrap();
    system.execute(&add(with_commands, done)).unwrap();
    import(&system, with_import, 1, 5_000).unwrap();
    assert_eq!(is_whole(system.store(), with_commands).partners.len() as u64, done + 1);
    assert_eq!(is_whole(system.store(), with_import).partners.len(), 5_000);
    println!("full after {done} commands, and good again with room");
}

fn refuses_to_write(system: &System<PostgresStore>, bank: BankId) {
    let refused = system.execute(&add(bank, 1)).unwrap_err();
    assert_eq!((refused.code(), refused.is_retryable()), (Code::StoreReadOnly, false), "{refused:?}");
    let refused = import(system, bank, 1, 50).unwrap_err();
    assert_eq!(refused.error().code(), Code::StoreReadOnly, "{refused:?}");
    assert!(is_whole(system.store(), bank).partners.is_empty());
}

/// Where the administrator has stopped all writing, and on a real replica: one that awaits the log of its primary.
#[test]
fn a_server_that_may_only_read_is_read() {
    let server = Own::start("", ANYBODY, |_| ());
    let url = server.url("127.0.0.1", "sslmode=disable");
    let bank = create(&open(&url), 1);
    let mut session = Options::new().session(&url).unwrap();
    session.query("alter system set default_transaction_read_only = on", &[]).unwrap();
    server.restart("fast");
    refuses_to_write(&open(&url), bank);

    let mut session = Options::new().session(&url).unwrap();
    session.query("alter system reset default_transaction_read_only", &[]).unwrap();
    std::fs::write(server.data().join("standby.signal"), "").unwrap();
    server.give(&server.data());
    server.restart("fast");
    refuses_to_write(&open(&url), bank);
    let empty = Options::new().schema("not_there").connect(&url).unwrap_err();
    assert_eq!(empty.code(), Code::StoreReadOnly, "{empty:?}");
}

/// A time-out of the server's own, in the middle of an import that waits for the bank's turn.
#[test]
fn an_import_that_takes_too_long_leaves_nothing() {
    let server = Own::start("statement_timeout = '200ms'", ANYBODY, |_| ());
    let url = server.url("127.0.0.1", "sslmode=disable");
    let system =
        System::new(Options::new().statement_timeout(Some(Duration::from_secs(60))).connect(&url).unwrap());
    let bank = create(&system, 1);
    let mut holder = Options::new().session(&url).unwrap();
    holder.query("begin", &[]).unwrap();
    holder.query("select bank_id from partnerkit.banks for update", &[]).unwrap();
    let refused = import(&open(&url), bank, 1, 50).unwrap_err();
    assert_eq!(
        (refused.error().code(), refused.error().is_retryable()),
        (Code::StoreBusy, true),
        "{refused:?}"
    );
    holder.query("rollback", &[]).unwrap();
    assert!(is_whole(system.store(), bank).partners.is_empty());
    assert_eq!(import(&system, bank, 1, 50).unwrap().receipt.partners, 50);
}

//! What fails on the way: many importers at once, connections that are cut at random moments, servers that refuse.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use crate::server::{fresh, options, session, url};
use crate::work::{Ends, add, create, import, is_whole, repeat, try_create};
use partnerkit::error::Code;
use partnerkit::store::{ChangeSet, Expect, RowId, Store};
use partnerkit::system::System;
use partnerkit_postgres::{Session, SqlError, Value};
use partnerkit_testkit::{TestBank, sample};

fn long() -> bool {
    std::env::var_os("PARTNERKIT_LONG").is_some()
}

#[test]
fn of_sixty_four_importers_one_wins() {
    const IMPORTERS: usize = 64;
    let fresh = fresh();
    let store = options(&fresh.schema).connections(IMPORTERS).connect(&url()).unwrap();
    let system = System::new(store);
    let rounds = if long() { 100 } else { 3 };
    for round in 1..=rounds {
        let bank = create(&system, round);
        let winners = AtomicU64::new(0);
        std::thread::scope(|scope| {
            for who in 0..IMPORTERS {
                let (system, winners) = (&system, &winners);
                scope.spawn(move || match import(system, bank, who, 5) {
                    Ok(done) => {
                        assert_eq!(done.receipt.partners, 5);
                        winners.fetch_add(1, Ordering::Relaxed);
                    }
                    Err(refused) => assert_eq!(refused.error().code(), Code::AlreadyImported, "{refused:?}"),
                });
            }
        });
        assert_eq!(winners.load(Ordering::Relaxed), 1, "round {round}");
        assert_eq!(is_whole(system.store(), bank).partners.len(), 5);
    }
    println!("{rounds} rounds of {IMPORTERS} importers: one winner in each");
}

/// Cuts all connections of the store at random moments, while commands and imports are on their way.
#[test]
fn connections_cut_at_random_moments_leave_nothing_half() {
    let fresh = fresh();
    let name = format!("cut_{}", fresh.schema);
    let system =
        System::new(options(&fresh.schema).connect(&format!("{}&application_name={name}", url())).unwrap());
    let cuts_wanted = if long() { 200 } else { 20 };
    let (over, cuts) = (AtomicBool::new(false), AtomicU64::new(0));
    let (mut commands, mut imports, mut refused) = (0_u64, 0_u64, 0_u64);
    std::thread::scope(|scope| {
        let (over, cuts, name) = (&over, &cuts, &name);
        // Whoever fails ends the other, which would go on for ever.
        let _ends = Ends(over);
        scope.spawn(move || {
            let _ends = Ends(over);
            let mut session = session();
            // A fixed sequence of moments that are not in step with anything.
            let mut moment: u64 = 0x2545_f491_4f6c_dd1d;
            while cuts.load(Ordering::Relaxed) < cuts_wanted && !over.load(Ordering::Relaxed) {
                moment ^= moment << 13;
                moment ^= moment >> 7;
                moment ^= moment << 17;
                let until = Instant::now() + Duration::from_micros(moment % 120_000);
                while Instant::now() < until {
                    std::thread::yield_now();
                }
                // Only one that is at work is worth cutting.
                let sql = "select pg_terminate_backend(pid) from pg_stat_activity \
                           where application_name = $1::text and state <> 'idle' limit 1";
                let cut = session.query(sql, &[name.as_str().into()]).unwrap();
                cuts.fetch_add(cut.len() as u64, Ordering::Relaxed);
            }
        });
        let mut n = 0;
        let everybody = create(&system, 1);
        while !over.load(Ordering::Relaxed) {
            n += 1;
            // Refused for good or done: a repeat with the same id must find out which, and do it only once.
            match system.execute(&add(everybody, n)) {
                Ok(_) => commands += 1,
                Err(error) => {
                    assert!(error.is_retryable(), "{error:?}");
                    refused += 1;
                    repeat(|| system.execute(&add(everybody, n)));
                    commands += 1;
                }
            }
            if n % 4 == 0 {
                let bank = repeat(|| try_create(&system, u128::from(n) + 10));
                if let Err(error) = import(&system, bank, 1, 40) {
                    assert!(error.error().is_retryable(), "{error:?}");
                    refused += 1;
                    let done = repeat(|| import(&system, bank, 1, 40));
                    assert_eq!(done.receipt.partners, 40);
                }
                imports += 1;
                repeat(|| fresh.load(bank, &[]));
                assert_eq!(is_whole(&fresh, bank).partners.len(), 40, "imported once and whole");
            }
        }
        assert_eq!(is_whole(&fresh, everybody).partners.len() as u64, commands, "each command once");
    });
    let cuts = cuts.into_inner();
    println!(
        "{cuts} connections cut: {commands} commands, {imports} imports, {refused} refused and repeated by the host"
    );
    assert!(cuts >= cuts_wanted && imports > 0);
}

/// Each refusal of the server is typed, and nothing of the command is kept.
#[test]
fn refusals_are_typed() {
    let fresh = fresh();
    let system = System::new(fresh.clone());
    let bank = create(&system, 1);
    let before = is_whole(&fresh, bank);

    let mut holder = session();
    let lock = format!("select bank_id from {}.banks where bank_id = $1 for update", fresh.schema);
    holder.query("begin", &[]).unwrap();
    holder.query(&lock, &[bank.0.into()]).unwrap();
    let impatient = options(&fresh.schema).lock_timeout(Duration::from_millis(20)).connect(&url()).unwrap();
    let refused = System::new(impatient).execute(&add(bank, 1)).unwrap_err();
    assert_eq!((refused.code(), refused.is_retryable()), (Code::StoreBusy, true), "lock time-out");
    let hasty =
        options(&fresh.schema).statement_timeout(Some(Duration::from_millis(20))).connect(&url()).unwrap();
    let refused = System::new(hasty).execute(&add(bank, 1)).unwrap_err();
    assert_eq!((refused.code(), refused.is_retryable()), (Code::StoreBusy, true), "statement time-out");
    holder.query("rollback", &[]).unwrap();

    // What a replica says.
    let read_only = format!("{}&options=-c%20default_transaction_read_only%3Don", url());
    let mut replica = options(&fresh.schema).session(&read_only).unwrap();
    replica.query("begin", &[]).unwrap();
    let joined = partnerkit_postgres::join(&mut replica, &options(&fresh.schema)).unwrap();
    assert_eq!(System::new(joined).execute(&add(bank, 1)).unwrap_err().code(), Code::StoreReadOnly);
    let store = options(&fresh.schema).read_only(true).connect(&url()).unwrap();
    assert_eq!(System::new(store).execute(&add(bank, 1)).unwrap_err().code(), Code::StoreReadOnly);

    let nobody =
        partnerkit_postgres::connect("postgres://nobody@127.0.0.1:1/nothing?sslmode=disable").unwrap_err();
    assert_eq!((nobody.code(), nobody.is_retryable()), (Code::StoreUnavailable, true));
    assert_eq!(partnerkit_postgres::connect("no url").unwrap_err().code(), Code::StoreUnavailable);

    assert_eq!(is_whole(&fresh, bank), before);
    system.execute(&add(bank, 1)).unwrap();
}

/// A disk without room, as the server says it at any of the statements of a command.
#[test]
fn a_full_disk_is_typed_at_every_statement() {
    struct Full<S> {
        inner: S,
        left: usize,
    }
    impl<S: Session> Session for Full<S> {
        fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Vec<Value>>, SqlError> {
            let undoes = sql.starts_with("rollback");
            match self.left.checked_sub(1) {
                Some(left) => self.left = left,
                None if undoes || sql.starts_with("release") => {}
                None => return Err(SqlError::new("53100", "could not extend file: No space left on device")),
            }
            self.inner.query(sql, params)
        }
    }
    let fresh = fresh();
    let bank = create(&System::new(fresh.clone()), 1);
    let before = is_whole(&fresh, bank);
    let mut statements = 0;
    loop {
        let mut full = Full { inner: session(), left: usize::MAX };
        full.query("begin", &[]).unwrap();
        full.left = statements;
        let done = System::new(partnerkit_postgres::join(&mut full, &options(&fresh.schema)).unwrap())
            .execute(&add(bank, 1));
        full.left = usize::MAX;
        full.query(if done.is_ok() { "rollback" } else { "commit" }, &[]).unwrap();
        assert_eq!(is_whole(&fresh, bank), before, "after {statements} statements");
        match done {
            Ok(_) => break,
            Err(error) => assert_eq!((error.code(), error.is_retryable()), (Code::StoreFull, false)),
        }
        statements += 1;
    }
    assert!(statements >= 6, "{statements}");
}

/// A connection keeps statements prepared, but not all there ever are; what it lets go may be the next to be sent.
#[test]
fn statements_may_differ_for_ever() {
    let fresh = fresh();
    let store = options(&fresh.schema).connections(1).connect(&url()).unwrap();
    let bank = TestBank::open(&store, sample::bank(sample::bank_id(1)));
    for n in 1..=600 {
        // Which tables are looked at, and whether for one row or for more, makes the statement.
        let expects = ROWS.into_iter().enumerate().flat_map(|(place, row)| {
            let many = n / 3_u64.pow(u32::try_from(place).unwrap()) % 3;
            (0..many).map(move |one| Expect::Absent(row(1_000 + one)))
        });
        let expects: Vec<_> = expects.collect();
        bank.done(&ChangeSet { expects, messages: vec![sample::message(n, 1)], ..bank.changes() });
    }
    assert_eq!(bank.snapshot().messages.len(), 600);
}

const ROWS: [fn(u64) -> RowId; 6] = [
    |n| RowId::Category(sample::category_id(n)),
    |n| RowId::Item(sample::item_id(n)),
    |n| RowId::Group(sample::group_id(n)),
    |n| RowId::Partner(sample::partner_id(n)),
    |n| RowId::Request(sample::request_id(n)),
    |n| RowId::Distribution(sample::distribution_id(n)),
];

/// Whoever asks at the very moment a connection ends is told so, and does not wait for ever.
#[test]
fn nobody_waits_for_a_connection_that_ends() {
    let rounds = if long() { 5_000 } else { 300 };
    let mut cutter = session();
    for _ in 0..rounds {
        let mut cut = session();
        let pid = cut.query("select pg_backend_pid()", &[]).unwrap()[0][0].clone();
        let (told, heard) = channel();
        std::thread::spawn(move || {
            // Without a transaction this only warns.
            let error = std::iter::from_fn(|| Some(cut.query("rollback", &[]))).find_map(Result::err);
            told.send(error)
        });
        cutter.query("select pg_terminate_backend($1::int4)", &[pid]).unwrap();
        let error = heard.recv_timeout(Duration::from_secs(60)).expect("somebody waits for ever").unwrap();
        assert!(["57P01", "08006"].contains(&error.sqlstate.as_str()), "{error:?}");
    }
}

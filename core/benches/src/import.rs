//! The import of a whole bank beside the least that puts the same rows into the same tables.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use partnerkit::import::ImportOrder;
use partnerkit::system::System;
use partnerkit_sqlite::SqliteStore;
use rusqlite::{TransactionBehavior, params};

use crate::Outcome;
use crate::command::{connect, create_bank};
use crate::race::Shuffled;
use crate::sample::{BANK, at, id, staff};
use crate::table::{Goal, row};

/// What one child says of itself.
pub struct Run {
    pub seconds: f64,
    /// Memory at the start and the most there ever was, in KiB.
    pub start: f64,
    pub peak: f64,
}

/// Imports `rows` rows, each time in a child of its own: only so can its memory be told from others'.
pub fn bench(rows: usize, rounds: usize) -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("partners.csv");
    write_file(&file, rows)?;
    let (mut ours, mut floor, mut peak) = (f64::INFINITY, f64::INFINITY, 0.0_f64);
    for _ in 0..rounds {
        floor = floor.min(spawn(&["floor".as_ref(), file.as_ref()])?.seconds);
        let run = spawn(&["ours".as_ref(), file.as_ref()])?;
        ours = ours.min(run.seconds);
        peak = peak.max((run.peak - run.start) / 1024.0);
    }
    let each = |seconds: f64| seconds * 1e6 / rows as f64;
    let floor = Some(("csv + rusqlite, no checks", each(floor)));
    row(&format!("import of {rows} rows, a row"), "µs", each(ours), floor, Goal::AtMost(1.5));
    row(&format!("its memory above the start, {rows} rows"), "MiB", peak, None, Goal::Under(64.0));
    Ok(())
}

const WORDS: [&str; 16] = [
    "Ballard",
    "River",
    "Holy Cross",
    "Saint Mary’s",
    "Eastside",
    "Hope",
    "Community",
    "Family",
    "Valley",
    "Northwest",
    "Harbor",
    "Women’s",
    "Youth",
    "Lutheran",
    "County",
    "Open Door",
];
const KINDS: [&str; 8] =
    ["Food Bank", "Pantry", "Shelter", "Clinic", "Elementary School", "Center", "Services", "Outreach"];

/// Names and addresses in no order, as long as real ones are; one name in eight is not ASCII.
pub fn write_file(path: &Path, rows: usize) -> Outcome {
    let mut file = BufWriter::new(File::create(path)?);
    let mut shuffled = Shuffled::new();
    writeln!(file, "name,email,quota,send_emails,notes")?;
    for n in 0..rows {
        let (first, second) = (shuffled.one_of(&WORDS), shuffled.one_of(&WORDS));
        let (kind, mixed) = (shuffled.one_of(&KINDS), n.wrapping_mul(0x9E37_79B1) % 0xFFFF_FFFF);
        let quota = shuffled.below(5_000);
        let send = if n % 2 == 0 { "yes" } else { "no" };
        writeln!(
            file,
            "{first} {second} {kind} {mixed:x},Desk.{mixed:x}@partner{}.example,{quota},{send},Closed on Mondays",
            n % 97
        )?;
    }
    file.flush()?;
    Ok(())
}

/// Runs this program again with these words: only so can its memory be told from others'.
pub fn spawn(words: &[&OsStr]) -> Outcome<Run> {
    let child = Command::new(std::env::current_exe()?).arg("child").args(words).output()?;
    let said = String::from_utf8(child.stdout)?;
    let figures: Vec<f64> = said.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let &[seconds, start, peak] = figures.as_slice() else {
        return Err(format!("the child failed: {}", String::from_utf8_lossy(&child.stderr)).into());
    };
    Ok(Run { seconds, start, peak })
}

/// One import in this process: `ours` or `floor`, and the file.
pub fn child(which: &str, file: &str) -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bank.db");
    let system = System::new(partnerkit_sqlite::open(&path)?);
    create_bank(&system)?;
    measured(|| if which == "ours" { import(&system, file) } else { floor(&path, file) })
}

/// Imports all partners.
pub fn import(system: &System<SqliteStore>, file: impl AsRef<Path>) -> Outcome {
    let order = ImportOrder { id: id(10, 0), at: at(), actor: staff(), key: None };
    system.import(&order, File::open(file)?, None, &mut |_| ControlFlow::Continue(()))?;
    Ok(())
}

/// Does it, and prints seconds, memory at the start, peak memory.
pub fn measured(work: impl FnOnce() -> Outcome) -> Outcome {
    let start = memory("VmRSS:")?;
    let begun = Instant::now();
    work()?;
    let seconds = begun.elapsed().as_secs_f64();
    println!("{seconds} {start} {}", memory("VmHWM:")?);
    Ok(())
}

/// A figure of this process, in KiB.
fn memory(name: &str) -> Outcome<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with(name)).ok_or("the system does not tell")?;
    Ok(line.split_whitespace().nth(1).ok_or("the system does not tell")?.parse()?)
}

const PARTNER: &str =
    "INSERT INTO partners (bank_id, id, version, name, name_key, look_key, email, email_key, quota,
    send_emails, notes, proxy, status, added_at, import_line, profile, narrowed)
    VALUES (?1, ?2, 1, ?3, ?4, ?4, ?5, ?5, ?6, ?7, ?8, 0, 'uninvited', ?9, ?10, '{}', 0)";
const EVENT: &str = "INSERT INTO events (bank_id, seq, at, actor, command_id, partner_id, what)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

/// Every row into the same tables as it comes, in one transaction, with reused statements. The name is its own key and
/// the JSON of an event is put together as text: nothing is checked, escaped or made comparable.
fn floor(path: &Path, file: &str) -> Outcome {
    let mut connection = connect(path)?;
    connection.pragma_update(None, "cache_size", -64 * 1024)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let actor = serde_json::to_string(&staff())?;
    let (micros, command): (_, uuid::Uuid) = (at().timestamp_micros(), id(10, 0));
    let mut seq: i64 = transaction.query_row("SELECT last_seq FROM banks", [], |row| row.get(0))?;
    {
        let mut partner = transaction.prepare(PARTNER)?;
        let mut event = transaction.prepare(EVENT)?;
        let mut reader = csv::Reader::from_path(file)?;
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record)? {
            seq += 1;
            let cell = |n: usize| record.get(n).unwrap_or_default();
            let (name, email, quota, notes) = (cell(0), cell(1), cell(2), cell(4));
            let quota: i64 = quota.parse()?;
            let key = name.to_lowercase();
            // As dense as the ids of the library.
            let row = uuid::Uuid::from_u128((8 << 76) | (2 << 62) | seq as u128);
            let send = cell(3) == "yes";
            let line = seq;
            partner.execute(params![BANK.0, row, name, key, email, quota, send, notes, micros, line])?;
            let what = format!(
                "{{\"partner_imported\":{{\"partner\":\"{row}\",\"line\":{line},\"details\":{{\"name\":\"{name}\",\
                 \"email\":\"{email}\",\"group\":null,\"quota\":{quota},\"send_emails\":{send},\
                 \"default_storage_location\":null,\"notes\":\"{notes}\",\"info_for_partner\":null,\
                 \"external_id\":null,\"proxy\":false}}}}}}"
            );
            event.execute(params![BANK.0, seq, micros, actor, command, row, what])?;
        }
    }
    transaction.execute("UPDATE banks SET last_seq = ?", [seq])?;
    transaction.commit()?;
    Ok(())
}

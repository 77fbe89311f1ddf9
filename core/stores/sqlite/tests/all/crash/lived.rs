//! Part of a bank's day, lived by another process, and what must be in the file whatever became of it.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::path::{Path, PathBuf};

use partnerkit::id::BankId;
use partnerkit::store::Store;
use partnerkit::store::memory::MemoryStore;
use partnerkit::system::System;
use partnerkit_sqlite::SqliteStore;
use partnerkit_testkit::faults::{Answer, Step, day, take};
use partnerkit_testkit::{Snapshot, TestBank, sample};
use rusqlite::Connection;
use tempfile::TempDir;

use super::process::{Ended, Task};

pub const BANK: BankId = sample::bank_id(1);

/// The place of the import in the day.
pub const IMPORT: usize = 7;

/// All that is kept of the bank.
pub fn all(store: &dyn Store) -> Snapshot {
    TestBank::at(store, BANK).snapshot()
}

/// One word for all of it, the same in every process of this program.
pub fn digest(found: &Snapshot) -> String {
    let mut hasher = DefaultHasher::new();
    format!("{found:?}").hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// A part of the day, and what is right after each of its steps.
pub struct Part {
    pub rows: u64,
    pub part: Range<usize>,
    steps: Vec<Step>,
    answers: Vec<Answer>,
    /// What there is before the first step of the day, and after each.
    states: Vec<Snapshot>,
    /// The file as it is before the part; none if it begins with the day.
    before: Option<PathBuf>,
    /// Whether this process has the file open all the while.
    watched: bool,
    folder: TempDir,
}

impl Part {
    /// The whole day in a file that is not there yet.
    pub fn whole_day() -> Self {
        Self::new(3, 0..day(BANK, 3).len())
    }

    /// The import alone.
    pub fn import(rows: u64) -> Self {
        Self::new(rows, IMPORT..IMPORT + 1)
    }

    /// The import and the command before it.
    pub fn around_the_import(rows: u64) -> Self {
        Self::new(rows, IMPORT - 1..IMPORT + 1)
    }

    /// What is right is what the memory store does.
    fn new(rows: u64, part: Range<usize>) -> Self {
        let mut steps = day(BANK, rows);
        steps.truncate(part.end);
        let memory = System::new(MemoryStore::new());
        let (mut answers, mut states) = (Vec::new(), vec![all(memory.store())]);
        for step in &steps {
            answers.push(take(&memory, step).unwrap());
            states.push(all(memory.store()));
        }
        let folder = tempfile::tempdir().unwrap();
        let mut new = Self { rows, part, steps, answers, states, before: None, watched: false, folder };
        if new.part.start > 0 {
            let path = new.folder.path().join("before.db");
            let system = System::new(partnerkit_sqlite::open(&path).unwrap());
            new.steps[..new.part.start].iter().for_each(|step| drop(take(&system, step).unwrap()));
            drop(system);
            new.before = Some(path);
        }
        new
    }

    /// A file to live it in.
    pub fn place(&self) -> Place<'_> {
        let folder = tempfile::tempdir().unwrap();
        // `strace` compares names, so none may go by way of a link.
        let path = folder.path().canonicalize().unwrap().join("bank.db");
        if let Some(before) = &self.before {
            fs::copy(before, &path).unwrap();
        }
        let watch = self.watched.then(|| {
            let store = partnerkit_sqlite::open(&path).unwrap();
            assert_eq!(self.steps_in(&all(&store)), self.part.start);
            store
        });
        Place { part: self, path, watch, folder }
    }

    /// The same in a file that another process has open meanwhile: the log is then not read anew after a crash.
    #[must_use]
    pub fn watched(self) -> Self {
        Self { watched: true, ..self }
    }

    /// The number of steps done by now in the file, which cannot hold anything between two of them.
    #[track_caller]
    pub fn steps_in(&self, found: &Snapshot) -> usize {
        let same = self.states.iter().position(|state| state == found);
        same.unwrap_or_else(|| panic!("half of something was kept: {found:#?}"))
    }

    /// Whether this is the word for the state after so many steps.
    pub fn is_after(&self, steps: usize, word: &str) -> bool {
        digest(&self.states[steps]) == word
    }
}

/// A file in which a part is lived.
pub struct Place<'a> {
    part: &'a Part,
    pub path: PathBuf,
    watch: Option<SqliteStore>,
    folder: TempDir,
}

impl Place<'_> {
    /// The task to live the part in this file.
    pub fn task(&self) -> Task {
        Task::new("live", &self.path)
            .with("PARTNERKIT_ROWS", self.part.rows)
            .with("PARTNERKIT_FROM", self.part.part.start)
            .with("PARTNERKIT_TO", self.part.part.end)
    }

    /// Checks a file after the process that lived it has ended, in whatever way. All it was told is there, and at most
    /// the one step more it was about to be told of. Then everything is asked for again from the beginning of the day:
    /// afterwards it is there once. Answers how many steps were found.
    #[track_caller]
    pub fn check(self, ended: &Ended) -> usize {
        let part = self.part;
        let watched = self.watch.as_ref().map(|store| part.steps_in(&all(store)));
        let store = partnerkit_sqlite::open(&self.path).unwrap();
        let found = all(&store);
        let steps = part.steps_in(&found);
        assert!(watched.is_none_or(|watched| watched == steps), "who had it open sees the same");
        let told = part.part.start + ended.steps_done();
        assert!(steps == told || steps == told + 1, "{steps} steps are there after {ended:?}");
        sound(&self.path, &found, commands(&part.steps[..steps]));

        let system = System::new(store);
        for (step, answer) in part.steps.iter().zip(&part.answers) {
            assert_eq!(take(&system, step).unwrap(), *answer, "the retry gets the first answer");
        }
        let last = part.states.last().unwrap();
        assert!(all(system.store()) == *last, "everything is there once");
        sound(&self.path, last, commands(&part.steps));
        drop((system, self.watch));
        let names = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(names.collect::<Vec<_>>(), ["bank.db"], "nothing is left beside the file");
        steps
    }
}

fn commands(steps: &[Step]) -> usize {
    steps.iter().filter(|step| matches!(step, Step::Command(_))).count()
}

/// The file is sound in SQLite's own eyes, and its tables agree with what the store reads from them.
#[track_caller]
pub fn sound(path: &Path, found: &Snapshot, commands: usize) {
    let raw = Connection::open(path).unwrap();
    let checked: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(checked, "ok");
    let dangling: i64 =
        raw.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0)).unwrap();
    assert_eq!(dangling, 0);
    let count = |table: &str| -> i64 {
        raw.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
    };
    for (table, rows) in [
        ("banks", usize::from(found.facts.bank.is_some())),
        ("partners", found.facts.partners.len()),
        ("events", found.history.len()),
        ("messages", found.messages.len()),
        ("imports", usize::from(found.facts.receipt.is_some())),
        ("commands", commands),
    ] {
        assert_eq!(usize::try_from(count(table)).unwrap(), rows, "{table}");
    }
}

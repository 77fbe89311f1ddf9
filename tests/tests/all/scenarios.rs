//! Every scenario on every store, and whether the scenarios show everything there is.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use conformance::coverage::expected_codes;
use conformance::{File, Ran, Scenario, folder, is_long, load, run, stores};
use partnerkit::capability::Capability;
use partnerkit::error::Code;
use partnerkit::status::Status;
use partnerkit::transition::Action;
use serde_json::Value;

/// All scenarios, played in memory once for all tests of this program.
pub(crate) struct Played {
    /// What went otherwise than expected.
    failures: Vec<String>,
    ran: Ran,
    /// Every message and its answer.
    pub(crate) messages: Vec<(Value, Value)>,
    pub(crate) files: Vec<File>,
}

/// Plays all scenarios in memory, at the first call.
pub(crate) fn played() -> &'static Played {
    static PLAYED: OnceLock<Played> = OnceLock::new();
    PLAYED.get_or_init(|| {
        let (setups, files) = load(&folder()).unwrap_or_else(|e| panic!("{e}"));
        let open = stores::all().remove(0).open;
        let (mut failures, mut ran, mut messages) = (Vec::new(), Ran::default(), Vec::new());
        for file in &files {
            for scenario in &file.scenarios {
                let mut watch = |sent: &Value, got: &Value| messages.push((sent.clone(), got.clone()));
                match run(&open, &setups, file, scenario, &mut watch) {
                    Ok(seen) => {
                        ran.commands.extend(seen.commands);
                        ran.capabilities.extend(seen.capabilities);
                    }
                    Err(failure) => failures.push(failure.to_string()),
                }
            }
        }
        Played { failures, ran, messages, files }
    })
}

#[test]
fn every_scenario_holds_in_memory() {
    let Played { failures, files, .. } = played();
    let count: usize = files.iter().map(|file| file.scenarios.len()).sum();
    println!("memory: {count} scenarios in {} files, {} failed", files.len(), failures.len());
    assert!(failures.is_empty(), "{} of {count} failed:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_scenario_holds_on_every_other_store() {
    let (setups, files) = load(&folder()).unwrap_or_else(|e| panic!("{e}"));
    let all: Vec<(&File, &Scenario)> =
        files.iter().flat_map(|file| file.scenarios.iter().map(move |scenario| (file, scenario))).collect();
    for store in stores::all().into_iter().filter(|store| store.name != "memory") {
        let step = if is_long() || store.name == "sqlite" { 1 } else { OF_MANY };
        let chosen: Vec<_> = all.iter().step_by(step).collect();
        // Several at once, for a store in a file waits for the disk most of the time.
        let next = AtomicUsize::new(0);
        let work = || {
            let mut failures = Vec::new();
            while let Some((file, scenario)) = chosen.get(next.fetch_add(1, Ordering::Relaxed)) {
                failures.extend(run(&store.open, &setups, file, scenario, &mut |_, _| {}).err());
            }
            failures
        };
        let failures: Vec<_> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
            workers
                .into_iter()
                .flat_map(|worker| worker.join().unwrap_or_else(|_| panic!("a worker panicked")))
                .collect()
        });
        let (name, count) = (store.name, chosen.len());
        println!("{name}: {count} scenarios in {} files, {} failed", files.len(), failures.len());
        let said: Vec<String> = failures.iter().map(ToString::to_string).collect();
        assert!(said.is_empty(), "{} of {count} failed on {name}:\n{}", said.len(), said.join("\n"));
    }
}

/// On redb and PostgreSQL, one of so many scenarios is played; `tests/run --long` plays all. What these stores promise is
/// tested by the conformance kit.
const OF_MANY: usize = 8;

const TAKE_ALONG: &str = "take-along files are no wire messages; see core/tests/all/take_along.rs";

/// Codes that no scenario can reach, and why.
const BEYOND: &[(&str, &str)] = &[
    ("bank_exists", TAKE_ALONG),
    ("take_along_altered", TAKE_ALONG),
    ("take_along_invalid", TAKE_ALONG),
    ("take_along_newer", TAKE_ALONG),
    ("take_along_truncated", TAKE_ALONG),
    ("take_along_unreadable", TAKE_ALONG),
    ("take_along_unrecognised", TAKE_ALONG),
    ("take_along_unwritable", TAKE_ALONG),
    ("bank_ambiguous", "said by programs that serve several banks"),
    ("bug", "a mistake of ours"),
    ("export_failed", "needs an output that fails"),
    ("no_columns", "exports do not cross the wire; see tests/tests/all/export.rs"),
    ("import_cancelled", "needs a host that cancels; the wire takes whole files"),
    ("import_unreadable", "needs a source that fails"),
    ("other_file", "needs a report about another file"),
    ("output_failed", "needs an output that fails"),
    ("too_many_conflicts", "needs others who keep writing"),
    ("too_many_partners", "needs 10,001 partners; see tests/tests/all/large.rs"),
];

#[test]
fn every_cell_and_every_code_is_expected_somewhere() {
    let Played { ran: all, files, .. } = played();
    let mut missing = Vec::new();
    for status in Status::ALL {
        for action in Action::ALL {
            let shown =
                all.commands.iter().any(|(name, before, _)| name == action.slug() && before == status.slug());
            missing.extend((!shown).then(|| format!("{action} while {status}")));
        }
        for capability in Capability::ALL {
            let shown =
                |(name, now, _): &(String, String, String)| name == capability.slug() && now == status.slug();
            missing.extend(
                (!all.capabilities.iter().any(shown)).then(|| format!("{capability} while {status}")),
            );
        }
        let back = ("reactivate".to_owned(), "deactivated".to_owned(), status.slug().to_owned());
        let prior = status != Status::Deactivated && !all.commands.contains(&back);
        missing.extend(prior.then(|| format!("reactivate to {status}")));
    }
    for capability in Capability::ALL {
        let cell = (capability.slug().to_owned(), "deactivated".to_owned(), "uninvited".to_owned());
        let shown = all.capabilities.contains(&cell);
        missing.extend((!shown).then(|| format!("{capability} while deactivated, uninvited before")));
    }
    let expected = expected_codes(files);
    for code in Code::ALL.iter().map(|code| code.slug()).filter(|code| !code.starts_with("store_")) {
        match (expected.contains(code), BEYOND.iter().any(|(beyond, _)| *beyond == code)) {
            (false, false) => missing.push(format!("the code {code}")),
            (true, true) => missing.push(format!("{code} is shown, and said to be beyond reach")),
            _ => {}
        }
    }
    assert!(missing.is_empty(), "no scenario shows:\n{}", missing.join("\n"));
}

#[test]
fn what_is_said_to_be_beyond_reach_exists() {
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.slug()).collect();
    for (code, why) in BEYOND {
        assert!(known.contains(code), "{code} ({why})");
    }
}

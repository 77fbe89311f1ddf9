//! Every scenario on every store, and whether the scenarios show everything there is.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use conformance::coverage::expected_codes;
use conformance::{File, Ran, Scenario, folder, load, run, stores};
use partnerkit::capability::Capability;
use partnerkit::error::Code;
use partnerkit::status::Status;
use partnerkit::transition::Action;

#[test]
fn every_scenario_holds_in_memory() {
    let on = every_scenario_holds(|store| store.name == "memory");
    assert_eq!(on, ["memory"]);
}

#[test]
fn every_scenario_holds_on_every_other_store() {
    let on = every_scenario_holds(|store| store.name != "memory");
    assert_eq!(on.len() + 1, stores::all().len());
}

/// Runs every scenario on the stores chosen, and gives their names.
fn every_scenario_holds(chosen: fn(&stores::Kind) -> bool) -> Vec<&'static str> {
    let (setups, files) = load(&folder()).unwrap_or_else(|e| panic!("{e}"));
    let all: Vec<(&File, &Scenario)> =
        files.iter().flat_map(|file| file.scenarios.iter().map(move |scenario| (file, scenario))).collect();
    let mut on = Vec::new();
    for store in stores::all().into_iter().filter(chosen) {
        // Several at once, for a store in a file waits for the disk most of the time.
        let next = AtomicUsize::new(0);
        let work = || {
            let mut failures = Vec::new();
            while let Some((file, scenario)) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
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
        println!(
            "{}: {} scenarios in {} files, {} failed",
            store.name,
            all.len(),
            files.len(),
            failures.len()
        );
        let said: Vec<String> = failures.iter().map(ToString::to_string).collect();
        assert!(
            said.is_empty(),
            "{} of {} failed on {}:\n{}",
            said.len(),
            all.len(),
            store.name,
            said.join("\n")
        );
        on.push(store.name);
    }
    on
}

const TAKE_ALONG: &str = "take-along files are no wire messages; see core/tests/take_along.rs";

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
    ("no_columns", "exports do not cross the wire; see tests/export.rs"),
    ("import_cancelled", "needs a host that cancels; the wire takes whole files"),
    ("import_unreadable", "needs a source that fails"),
    ("other_file", "needs a report about another file"),
    ("output_failed", "needs an output that fails"),
    ("too_many_conflicts", "needs others who keep writing"),
    ("too_many_partners", "needs 10,001 partners; see tests/large.rs"),
];

#[test]
fn every_cell_and_every_code_is_expected_somewhere() {
    let (setups, files) = load(&folder()).unwrap_or_else(|e| panic!("{e}"));
    let open = stores::all().remove(0).open;
    let mut all = Ran::default();
    for file in &files {
        for scenario in &file.scenarios {
            if let Ok(ran) = run(&open, &setups, file, scenario, &mut |_, _| {}) {
                all.commands.extend(ran.commands);
                all.capabilities.extend(ran.capabilities);
            }
        }
    }
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
    let expected = expected_codes(&files);
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

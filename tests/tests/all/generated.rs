//! Generated files are current, and all parts of the repository have one version.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use conformance::generated;
use partnerkit::describe::describe;
use partnerkit_generate::{compare, repository};

#[test]
fn every_generated_file_is_current() {
    let files = generated::files().unwrap_or_else(|problem| panic!("{problem}"));
    assert!(files.len() >= 19, "only {} files", files.len());
    compare(&files).unwrap_or_else(|stale| panic!("{stale}"));
}

fn read(path: &str) -> String {
    std::fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn every_part_has_the_version_of_the_rules() {
    let rules = describe();
    let version = rules["version"].as_str().unwrap();
    // A package without a source in the lock file is ours.
    let lock = read("Cargo.lock");
    let ours: Vec<&str> =
        lock.split("[[package]]\n").skip(1).filter(|package| !package.contains("\nsource = ")).collect();
    assert!(ours.len() >= 8, "the lock file has another format");
    for package in ours {
        assert!(package.contains(&format!("version = \"{version}\"\n")), "not at {version}: {package}");
    }
    for path in ["bindings/node/package.json", "bindings/node/package-lock.json"] {
        let package: serde_json::Value = serde_json::from_str(&read(path)).unwrap();
        assert_eq!(package["version"], version, "{path}");
    }
    assert!(read("CHANGELOG.md").contains(&format!("## {version}")), "CHANGELOG.md lacks {version}");
}

//! The types and calls of the Kotlin package are made from the schema. `UPDATE=1` rewrites them; otherwise a stale one fails.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use conformance::{kotlin, schema};

fn is_current(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../bindings/mobile/kotlin/src/main/kotlin/org/partnerkit")
        .join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "{} is stale: UPDATE=1 cargo test -p conformance --test kotlin", path.display());
}

#[test]
fn the_kotlin_package_has_every_type_command_and_question() {
    let definitions = schema::read(&partnerkit::wire::schema());
    is_current("Words.kt", &kotlin::words(&definitions));
    is_current("Values.kt", &kotlin::values(&definitions));
    is_current("BankCalls.kt", &kotlin::calls(&definitions));
    is_current("Tables.kt", &kotlin::tables());
}

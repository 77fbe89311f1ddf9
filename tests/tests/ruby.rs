//! The Ruby gem has the tables and calls of the rules. `UPDATE=1` rewrites them; otherwise a stale one fails.

use std::path::Path;

use conformance::ruby::{calls, tables};

#[test]
fn the_gem_has_the_tables_and_calls_of_the_rules() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bindings/mobile/ruby/lib/partnerkit");
    for (name, text) in [("tables.rb", tables()), ("calls.rb", calls())] {
        let path = folder.join(name);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert!(kept == text, "{name} is stale: UPDATE=1 cargo test -p conformance --test ruby");
    }
}

//! The types and tables of the Swift package are those of the rules. `UPDATE=1` rewrites them; otherwise a stale one fails.

use std::path::Path;

use conformance::{schema, swift};

#[test]
fn the_swift_package_has_the_types_and_tables_of_the_rules() {
    let definitions = schema::read(&partnerkit::wire::schema());
    let files = [
        ("Wire.swift", swift::types(&definitions)),
        ("WireJSON.swift", swift::json(&definitions)),
        ("Tables.swift", swift::tables()),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bindings/mobile/swift/Sources/PartnerKit");
    for (name, text) in files {
        let path = folder.join(name);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert!(kept == text, "{name} is stale: UPDATE=1 cargo test -p conformance --test swift");
    }
}

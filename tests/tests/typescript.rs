//! The types and tables of the Node module are those of the rules. `UPDATE=1` rewrites them; otherwise a stale one fails.

use std::path::Path;

use conformance::typescript::TypeScript;

#[test]
fn the_node_module_has_the_types_and_tables_of_the_rules() {
    let made = TypeScript::new();
    let files = [
        ("types/wire.d.ts", made.types()),
        ("types/methods.d.ts", made.methods()),
        ("lib/tables.cjs", made.tables()),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bindings/node");
    for (name, text) in files {
        let path = folder.join(name);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert!(kept == text, "{name} is stale: UPDATE=1 cargo test -p conformance --test typescript");
    }
}

#[test]
fn the_node_module_has_the_version_of_the_library() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bindings/node");
    for name in ["package.json", "package-lock.json"] {
        let text = std::fs::read_to_string(folder.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        let package: serde_json::Value =
            serde_json::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(package["version"], partnerkit::describe::describe()["version"], "{name}");
    }
}

//! Types and methods of other languages are made from the schema. `UPDATE=1` rewrites them; otherwise a stale one fails.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use conformance::{python, schema};

fn is_current(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "{} is stale: UPDATE=1 cargo test -p conformance --test bindings", path.display());
}

#[test]
fn the_python_package_has_every_type_command_and_question() {
    let definitions = schema::read(&partnerkit::wire::schema());
    is_current("bindings/python/python/partnerkit/values.py", &python::values(&definitions));
    is_current("bindings/python/python/partnerkit/_methods.py", &python::methods(&definitions, false));
    is_current("bindings/python/python/partnerkit/_aio_methods.py", &python::methods(&definitions, true));
}

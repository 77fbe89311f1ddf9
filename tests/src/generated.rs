//! All generated files of the repository that are made from the rules: types and calls of each language, JSON Schemas, and
//! the tables of the README and of the guide.

use partnerkit::describe::describe;
use partnerkit_generate::{Generated, repository};
use serde_json::Value;

use crate::typescript::TypeScript;
use crate::{kotlin, pages, python, ruby, schema, swift};

/// All of them.
///
/// # Errors
/// Names a page that cannot be read, or that lacks the place of a table.
pub fn files() -> Result<Vec<Generated>, String> {
    let wire = partnerkit::wire::schema();
    let definitions = schema::read(&wire);
    let node = TypeScript::new();
    let mut files = Vec::new();
    let mut add = |folder: &str, name: &str, text: String| {
        files.push(Generated::new(format!("{folder}/{name}"), text));
    };
    add("core/schema", "wire.schema.json", pretty(&wire)?);
    add("core/schema", "store.schema.json", pretty(&partnerkit::store::calls::schema())?);
    let folder = "bindings/python/python/partnerkit";
    add(folder, "values.py", python::values(&definitions));
    add(folder, "_methods.py", python::methods(&definitions, false));
    add(folder, "_aio_methods.py", python::methods(&definitions, true));
    let folder = "bindings/node";
    add(folder, "types/wire.d.ts", node.types());
    add(folder, "types/methods.d.ts", node.methods());
    add(folder, "lib/tables.cjs", node.tables());
    let folder = "bindings/mobile/kotlin/src/main/kotlin/org/partnerkit";
    add(folder, "Words.kt", kotlin::words(&definitions));
    add(folder, "Values.kt", kotlin::values(&definitions));
    add(folder, "BankCalls.kt", kotlin::calls(&definitions));
    add(folder, "Tables.kt", kotlin::tables());
    let folder = "bindings/mobile/swift/Sources/PartnerKit";
    add(folder, "Wire.swift", swift::types(&definitions));
    add(folder, "WireJSON.swift", swift::json(&definitions));
    add(folder, "Tables.swift", swift::tables());
    let folder = "bindings/mobile/ruby/lib/partnerkit";
    add(folder, "tables.rb", ruby::tables());
    add(folder, "calls.rb", ruby::calls());
    let rules = describe();
    for (path, sections) in pages::all(&rules) {
        files.push(Generated::new(path, with_sections(path, &sections)?));
    }
    Ok(files)
}

fn pretty(schema: &Value) -> Result<String, String> {
    serde_json::to_string_pretty(schema).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// The page with its generated sections as they must be; the rest of it stays.
fn with_sections(path: &str, sections: &[(&str, String)]) -> Result<String, String> {
    let page =
        std::fs::read_to_string(repository().join(path)).map_err(|error| format!("{path}: {error}"))?;
    sections.iter().try_fold(page, |page, (name, body)| {
        with_section(&page, name, body).ok_or_else(|| format!("{path} has no section `{name}`"))
    })
}

/// The page with everything between the markers of the section replaced.
fn with_section(page: &str, name: &str, body: &str) -> Option<String> {
    let marker = format!("<!-- generated: {name} -->\n");
    let (head, rest) = page.split_once(&marker)?;
    let (_, tail) = rest.split_once("<!-- end -->")?;
    Some(format!("{head}{marker}\n{body}\n<!-- end -->{tail}"))
}

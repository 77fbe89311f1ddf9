//! The tables of the README and of the guide are made from the rules. `UPDATE=1` rewrites them; otherwise a stale one fails.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fmt::Write as _;

use partnerkit::describe::describe;
use serde_json::Value;

#[test]
fn the_readme_shows_the_rules_as_they_are() {
    let rules = describe();
    up_to_date(
        "README.md",
        &[
            ("capabilities", capabilities(&rules)),
            ("diagram", diagram(&rules)),
            ("transitions", transitions(&rules)),
            ("languages", languages(&rules)),
        ],
    );
}

#[test]
fn the_guide_shows_every_code() {
    up_to_date("core/src/docs/codes.md", &[("codes", codes(&describe()))]);
}

/// Holds the sections of a file to what they should be, or rewrites them.
fn up_to_date(file: &str, sections: &[(&str, String)]) {
    let path = format!("{}/../{file}", env!("CARGO_MANIFEST_DIR"));
    let before = std::fs::read_to_string(&path).unwrap();
    let after = sections.iter().fold(before.clone(), |text, (name, body)| replaced(&text, name, body));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, after).unwrap();
    } else {
        assert!(before == after, "{file} is stale: UPDATE=1 cargo test -p conformance --test generated");
    }
}

/// The text with what stands between the markers of `name` replaced.
fn replaced(text: &str, name: &str, body: &str) -> String {
    let marker = format!("<!-- generated: {name} -->\n");
    let (head, rest) = text.split_once(&marker).unwrap_or_else(|| panic!("there is no section {name}"));
    let (_, tail) = rest.split_once("<!-- end -->").unwrap();
    format!("{head}{marker}\n{body}\n<!-- end -->{tail}")
}

fn list<'a>(rules: &'a Value, key: &str) -> Vec<&'a Value> {
    rules[key].as_array().unwrap().iter().collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn words(slug: &str) -> String {
    slug.replace('_', " ")
}

fn head(first: &str, rules: &Value) -> String {
    let statuses: Vec<String> =
        list(rules, "statuses").into_iter().map(|status| words(text(status))).collect();
    format!("| {first} | {} |\n|{}\n", statuses.join(" | "), "---|".repeat(statuses.len() + 1))
}

/// One row of a table with a cell for each status.
fn row(rules: &Value, first: &str, cell: impl Fn(&str) -> String) -> String {
    let cells: Vec<String> = list(rules, "statuses").into_iter().map(|status| cell(text(status))).collect();
    format!("| {first} | {} |\n", cells.join(" | "))
}

fn capabilities(rules: &Value) -> String {
    let mut out = head("capability", rules);
    for capability in list(rules, "capabilities") {
        let cell = |status: &str| {
            let answer = words(text(&capability["answers"][status]));
            let starred = status == "deactivated" && answer != "no";
            if starred { format!("{answer}*") } else { answer }
        };
        out.push_str(&row(rules, &words(text(&capability["capability"])), cell));
    }
    out
}

fn transitions(rules: &Value) -> String {
    let mut out = head("command (who)", rules);
    for transition in list(rules, "transitions") {
        let who = match text(&transition["by"]) {
            "partner_or_bank" => "partner; bank on its behalf",
            "bank_or_scheduler" => "bank; daily sweep",
            other => other,
        };
        let first = format!("{} ({who})", words(text(&transition["action"])));
        out.push_str(&row(rules, &first, |status| cell(&transition["cells"][status])));
    }
    out
}

fn cell(cell: &Value) -> String {
    if let Some(code) = cell["refused"].as_str() {
        let instead =
            cell["instead"].as_str().map(|action| format!("; {} instead", words(action))).unwrap_or_default();
        return format!("no: `{code}`{instead}");
    }
    let again = cell["to_if_approved_before"].as_str();
    let again = again.map(|to| format!(", or {} if approved before", words(to))).unwrap_or_default();
    format!("→ {}{again}", words(text(&cell["to"])))
}

/// The moves between different statuses, deactivation left to the sentence below the diagram.
fn diagram(rules: &Value) -> String {
    let mut out = String::from("```mermaid\nstateDiagram-v2\n    [*] --> uninvited\n");
    for transition in list(rules, "transitions") {
        let action = words(text(&transition["action"]));
        for from in list(rules, "statuses") {
            let from = text(from);
            let cell = &transition["cells"][from];
            for to in [&cell["to"], &cell["to_if_approved_before"]].into_iter().filter_map(Value::as_str) {
                if to == from || to == "deactivated" || to == "prior" {
                    continue;
                }
                let to = if to == "gone" { "[*]" } else { to };
                writeln!(out, "    {from} --> {to}: {action}").unwrap();
            }
        }
    }
    out.push_str("```\n");
    out
}

fn codes(rules: &Value) -> String {
    let mut out =
        String::from("| code | category | sentence for staff | for the partner |\n|---|---|---|---|\n");
    for code in list(rules, "codes") {
        let (staff, partner) = (text(&code["staff"]), text(&code["partner"]));
        let partner = if staff == partner { "the same" } else { partner };
        writeln!(
            out,
            "| `{}` | {} | {staff} | {partner} |",
            text(&code["code"]),
            words(text(&code["category"]))
        )
        .unwrap();
    }
    out
}

fn languages(rules: &Value) -> String {
    let mut out =
        String::from("| language | texts | complete | reviewed by native speakers |\n|---|--:|---|---|\n");
    let yes_no = |value: &Value| if value == &Value::Bool(true) { "yes" } else { "no" };
    for language in list(rules, "languages") {
        let (tag, texts) = (text(&language["language"]), &language["texts"]);
        let (complete, reviewed) = (yes_no(&language["complete"]), yes_no(&language["reviewed"]));
        writeln!(out, "| `{tag}` | {texts} | {complete} | {reviewed} |").unwrap();
    }
    out
}

#[test]
fn one_version_number_for_everything() {
    let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock")).unwrap();
    let rules = describe();
    let version = text(&rules["version"]);
    // What stands in the lock file without a source is ours.
    let packages: Vec<&str> = lock.split("[[package]]\n").skip(1).collect();
    let ours: Vec<&str> = packages.into_iter().filter(|package| !package.contains("\nsource = ")).collect();
    assert!(ours.len() >= 8, "the lock file was not understood");
    for package in ours {
        assert!(package.contains(&format!("version = \"{version}\"\n")), "not at {version}: {package}");
    }
    let package =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../bindings/node/package.json"));
    assert!(package.unwrap().contains(&format!("\"version\": \"{version}\"")), "Node is not at {version}");
    let changelog = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../CHANGELOG.md")).unwrap();
    assert!(changelog.contains(&format!("## {version}")), "CHANGELOG.md does not know {version}");
}

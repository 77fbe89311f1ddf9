//! The tables of the README and of the guide, made from the rules.

use std::fmt::Write as _;

use serde_json::Value;

/// A table by the name of its section.
type Section = (&'static str, String);

/// Each page with its tables.
pub(crate) fn all(rules: &Value) -> Vec<(&'static str, Vec<Section>)> {
    let readme = vec![
        ("capabilities", capabilities(rules)),
        ("diagram", diagram(rules)),
        ("transitions", transitions(rules)),
        ("languages", languages(rules)),
    ];
    vec![("README.md", readme), ("core/src/docs/codes.md", vec![("codes", codes(rules))])]
}

fn list<'a>(rules: &'a Value, key: &str) -> Vec<&'a Value> {
    rules[key].as_array().into_iter().flatten().collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
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
                let _ = writeln!(out, "    {from} --> {to}: {action}");
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
        let (slug, category) = (text(&code["code"]), words(text(&code["category"])));
        let _ = writeln!(out, "| `{slug}` | {category} | {staff} | {partner} |");
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
        let _ = writeln!(out, "| `{tag}` | {texts} | {complete} | {reviewed} |");
    }
    out
}

//! The lists of agencies in `tests/data`, with what is expected of them.

use std::collections::HashMap;

use serde_json::Value;

use super::*;
use crate::store::{ClashKey, Holder};

const CLEAN: &[u8] = include_bytes!("../../../../tests/data/partners.csv");
pub(super) const MESSY: &[u8] = include_bytes!("../../../../tests/data/partners_messy.csv");
const EXPECTED: &str = include_str!("../../../../tests/data/partners_messy.expected.json");

/// Keeps keys as the unique indexes of a store do.
#[derive(Default)]
struct Keys {
    held: HashMap<(u8, String), u64>,
    looks: HashMap<String, (u64, String, String)>,
    clashes: Vec<Clash>,
}

impl Keys {
    fn take(&mut self, row: &Row) {
        let clash = |shared, value: &Option<String>, line, other| Clash {
            line: row.line,
            record: row.record,
            key: shared,
            value: value.clone().unwrap(),
            held_by: Holder::Line { line, value: other },
        };
        for (shared, key, value) in [
            (ClashKey::Name, &row.name_key, &row.name),
            (ClashKey::Email, &row.email_key, &row.email),
            (ClashKey::ExternalId, &row.external_id, &row.external_id),
        ] {
            let Some(key) = key else { continue };
            let line = *self.held.entry((shared as u8, key.clone())).or_insert(row.line);
            if line != row.line {
                self.clashes.push(clash(shared, value, line, value.clone().unwrap()));
            }
        }
        let (Some(look), Some(key), Some(name)) = (&row.look_key, &row.name_key, &row.name) else { return };
        let first = self.looks.entry(look.clone()).or_insert((row.line, key.clone(), name.clone()));
        if first.1 != *key {
            self.clashes.push(clash(ClashKey::Look, &row.name, first.0, first.2.clone()));
        }
    }
}

fn run_with_keys(file: &[u8]) -> (Vec<Row>, Report) {
    let (rows, mut report) = run(file);
    let mut keys = Keys::default();
    rows.iter().for_each(|row| keys.take(row));
    keys.clashes.into_iter().for_each(|clash| report.add_clash(clash));
    report.sort();
    (rows, report)
}

fn code(kind: &str) -> &'static str {
    match kind {
        "empty_header" => "header_empty",
        "duplicate_name" => "name_duplicate",
        "duplicate_email" => "email_duplicate",
        "looks_alike" => "looks_alike",
        "two_addresses" => "email_several",
        "missing_email" => "email_missing",
        "invalid_email" => "email_invalid",
        "missing_name" => "name_missing",
        "name_too_long" => "name_too_long",
        "formula_like" => "formula_like",
        "invalid_quota" => "quota_invalid",
        "value_without_header" => "cell_without_header",
        "extra_cells" => "row_too_long",
        "invisible_character" => "invisible_character",
        other => panic!("{other} is not known"),
    }
}

/// A problem reduced to what both sides tell: clashes carry the trimmed value, long values are cut.
fn reduced(
    line: &Value,
    column: &Value,
    level: &Value,
    code: &str,
    first: &Value,
    value: &Value,
) -> Vec<String> {
    let value = value.as_str().map(|value| value.trim().chars().take(150).collect::<String>());
    vec![format!("{line:0>4} {column} {level} {code} {first}"), format!("{value:?}")]
}

#[test]
fn the_messy_list_gives_exactly_the_problems_that_are_in_it() {
    let (rows, report) = run_with_keys(MESSY);
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    let mut expected_problems: Vec<_> = expected["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| {
            reduced(
                &p["line"],
                &p["column"],
                &p["level"],
                code(p["kind"].as_str().unwrap()),
                &p["first_line"],
                &p["value"],
            )
        })
        .collect();
    // The shifted row and the repeated header also name groups that do not exist.
    let group = |line: u64, value: &str| {
        reduced(&line.into(), &3.into(), &"error".into(), "group_unknown", &Value::Null, &value.into())
    };
    expected_problems.push(group(96, "graceresourcecenter@example.org"));
    expected_problems.push(group(98, "Group"));
    expected_problems.sort();

    let wire = serde_json::to_value(&report).unwrap();
    let mut problems: Vec<_> = wire["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| {
            reduced(
                &p["line"],
                &p["column"],
                &p["level"],
                p["code"].as_str().unwrap(),
                &p["first_line"],
                &p["value"],
            )
        })
        .collect();
    problems.sort();
    assert_eq!(problems, expected_problems);

    let records: HashMap<u64, u64> = rows.iter().map(|row| (row.line, row.record)).collect();
    for problem in
        expected["problems"].as_array().unwrap().iter().filter(|problem| problem["record"].is_u64())
    {
        assert_eq!(records[&problem["line"].as_u64().unwrap()], problem["record"].as_u64().unwrap());
    }
    assert_eq!(report.rows, expected["records"].as_u64().unwrap());
    assert_eq!(report.rows_with_errors, expected["records_with_error"].as_u64().unwrap());
    assert_eq!((report.encoding, report.delimiter), (Some(Encoding::Utf8), Some(Delimiter::Comma)));
    for skipped in expected["skipped_lines"].as_array().unwrap() {
        assert!(!records.contains_key(&skipped["line"].as_u64().unwrap()));
    }
}

#[test]
fn odd_but_valid_rows_are_accepted_as_they_are() {
    let (rows, report) = run_with_keys(MESSY);
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    for odd in expected["accept_as_is"].as_array().unwrap() {
        let line = odd["line"].as_u64().unwrap();
        assert!(rows.iter().any(|row| row.line == line && row.fields.is_some()), "line {line}");
        assert!(!report.problems.iter().any(|problem| problem.line == line), "line {line}");
    }
    let at = |line| rows.iter().find(|row| row.line == line).unwrap().fields.clone().unwrap();
    assert_eq!(at(69).name, "Oregon Food Bank");
    assert_eq!(at(68).email, "new-soap-lake-food@example.net");
    assert_eq!((at(94).quota, at(95).quota), (Some(0), Some(45)));
    assert_eq!(at(75).name, "Our Lady of Guadalupe \"La Casita\" Pantry");
}

#[test]
fn the_clean_list_is_clean() {
    let (rows, report) = run_with_keys(CLEAN);
    assert_eq!((rows.len(), report.rows), (372, 372));
    assert!(report.is_importable() && report.problems.is_empty(), "{:?}", report.problems);
}

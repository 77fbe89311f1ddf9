//! The guide names scenarios; they must be there.

use std::collections::BTreeSet;

use conformance::{folder, load};

const PAGE: &str = include_str!("../../../core/src/docs/coming_from_human_essentials.md");

#[test]
fn every_scenario_the_guide_names_is_there() {
    let (_, files) = load(&folder()).unwrap_or_else(|error| panic!("{error}"));
    let known: BTreeSet<&str> =
        files.iter().flat_map(|file| &file.scenarios).map(|scenario| scenario.name.as_str()).collect();
    // The last cell of each row of the table.
    let rows = PAGE.lines().filter(|line| line.starts_with("| ")).skip(1);
    let named: Vec<&str> = rows
        .filter_map(|row| row.trim_end_matches(" |").rsplit(" | ").next())
        .map(|cell| cell.trim_matches('`'))
        .collect();
    assert!(named.len() > 10, "the table was not found");
    let missing: Vec<&&str> = named.iter().filter(|name| !known.contains(**name)).collect();
    assert!(missing.is_empty(), "no such scenarios: {missing:?}");
}

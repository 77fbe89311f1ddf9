//! Reads the texts of all languages, compares them, and writes the table of their names for `core/src/words.rs`.
//!
//! Spanish must have every text of English, with the same values. No language has a text that English lacks.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

/// The files of each language, in `core/src/words/<language>`.
const FILES: [&str; 3] = ["codes", "labels", "messages"];

/// Languages in the order of `Language::ALL`, and whether they must be complete.
const LANGUAGES: [(&str, bool); 3] = [("en", true), ("es", true), ("fr", false)];

/// The values in a text, by the text's name. The second text of a code, for the partner, is named `name.partner`.
type Texts = BTreeMap<String, BTreeSet<String>>;

/// The module `core/src/words/checked.rs`: every English text with its values, and how many texts each language has.
///
/// # Errors
/// A text that cannot be read, is missing, or has other values than in English: one line each.
pub fn table() -> Result<String, String> {
    let mut problems = Vec::new();
    let all: Vec<Texts> = LANGUAGES.iter().map(|(language, _)| texts(language, &mut problems)).collect();
    let english = all.first().cloned().unwrap_or_default();
    for ((language, complete), texts) in LANGUAGES.iter().zip(&all) {
        for (name, values) in texts {
            match english.get(name) {
                None => problems.push(format!("{language}: English has no text `{name}`")),
                Some(wanted) if wanted != values => {
                    problems
                        .push(format!("{language}: `{name}` has the values {values:?}, English {wanted:?}"));
                }
                Some(_) => {}
            }
        }
        for name in english.keys().filter(|name| *complete && !texts.contains_key(*name)) {
            problems.push(format!("{language}: `{name}` is missing"));
        }
    }
    if !problems.is_empty() {
        return Err(problems.join("\n"));
    }
    let mut out = String::from(
        "//! Generated from the texts by `tests/renew`.\n\n\
         /// Every English text and the values in it, sorted by name.\n\
         pub(super) const ENGLISH: &[(&str, &[&str])] = &[\n",
    );
    for (name, values) in &english {
        let values: Vec<&String> = values.iter().collect();
        let _ = writeln!(out, "    ({name:?}, &{values:?}),");
    }
    let counts: Vec<usize> = all.iter().map(BTreeMap::len).collect();
    let _ = writeln!(
        out,
        "];\n\n/// How many texts each language has.\npub(super) const COUNTS: &[usize] = &{counts:?};"
    );
    Ok(out)
}

/// All texts of a language.
fn texts(language: &str, problems: &mut Vec<String>) -> Texts {
    let mut texts = Texts::new();
    for file in FILES {
        let path = format!("core/src/words/{language}/{file}.ftl");
        let source = match std::fs::read_to_string(crate::repository().join(&path)) {
            Ok(source) => source,
            Err(error) => {
                problems.push(format!("{path}: {error}"));
                continue;
            }
        };
        let resource = match fluent_syntax::parser::parse(source) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                problems.extend(
                    errors.iter().map(|error| format!("{path}: {error} at byte {}", error.pos.start)),
                );
                resource
            }
        };
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let name = message.id.name;
                    let attributes = message.attributes.iter().map(|attribute| {
                        (format!("{name}.{}", attribute.id.name), values_in(&attribute.value))
                    });
                    let value = message.value.iter().map(|value| (name.clone(), values_in(value)));
                    for (name, values) in value.chain(attributes) {
                        if texts.insert(name.clone(), values).is_some() {
                            problems.push(format!("{path}: `{name}` occurs twice"));
                        }
                    }
                }
                Entry::Term(term) => {
                    problems.push(format!("{path}: `-{}`: terms are not used here", term.id.name))
                }
                Entry::Junk { content } => problems.push(format!("{path}: cannot be parsed: {content}")),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
    texts
}

fn values_in(pattern: &Pattern<String>) -> BTreeSet<String> {
    let mut values = BTreeSet::new();
    in_pattern(pattern, &mut values);
    values
}

fn in_pattern(pattern: &Pattern<String>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, values);
        }
    }
}

fn in_expression(expression: &Expression<String>, values: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, values),
        Expression::Select { selector, variants } => {
            in_inline(selector, values);
            variants.iter().for_each(|variant| in_pattern(&variant.value, values));
        }
    }
}

fn in_inline(inline: &InlineExpression<String>, values: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(values.insert(id.name.clone())),
        InlineExpression::Placeable { expression } => in_expression(expression, values),
        InlineExpression::FunctionReference { arguments: CallArguments { positional, named }, .. } => {
            positional.iter().for_each(|inline| in_inline(inline, values));
            named.iter().for_each(|named| in_inline(&named.value, values));
        }
        _ => {}
    }
}

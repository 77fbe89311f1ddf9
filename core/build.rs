//! Checks the words when the crate is built: English is complete by the checks of `src/words.rs` on what is written here,
//! Spanish has every text of English with the same values in it, and no language has a text that English has not.
//!
//! Also writes down which characters look like others, for `src/text/looks.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

use unicode_normalization::UnicodeNormalization;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

/// The files of each language, in `src/words/<language>`.
const FILES: [&str; 3] = ["codes", "labels", "messages"];

/// Languages, English first, and whether they must be complete.
const LANGUAGES: [(&str, bool); 3] = [("en", true), ("es", true), ("fr", false)];

/// The values in a text by its name; the other text of a code, for the partner, is `name.partner`.
type Texts = BTreeMap<String, BTreeSet<String>>;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/words");
    let mut problems = Vec::new();
    let mut read = |(language, _): &(&str, bool)| texts(language, &mut problems);
    let all: Vec<Texts> = LANGUAGES.iter().map(&mut read).collect::<io::Result<_>>()?;
    let english = all.first().cloned().unwrap_or_default();
    for ((language, complete), texts) in LANGUAGES.iter().zip(&all) {
        for (name, values) in texts {
            match english.get(name) {
                None => problems.push(format!("{language}: `{name}` is not a text of English")),
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
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    let mut out = String::from("pub(super) const ENGLISH: &[(&str, &[&str])] = &[\n");
    for (name, values) in &english {
        let values: Vec<&String> = values.iter().collect();
        let _ = writeln!(out, "    ({name:?}, &{values:?}),");
    }
    out.push_str("];\npub(super) const COUNTS: &[usize] = &[");
    for texts in &all {
        let _ = write!(out, "{}, ", texts.len());
    }
    out.push_str("];\n");
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no OUT_DIR"))?;
    fs::write(Path::new(&folder).join("texts.rs"), out)?;
    fs::write(Path::new(&folder).join("looks.rs"), looks())
}

/// Every character that has another look than its own, in order, and the looks, one behind the other; and from where to where
/// characters have none.
fn looks() -> String {
    let (mut characters, mut ends, mut all) = (String::new(), String::new(), String::new());
    let mut without: Vec<(char, char)> = Vec::new();
    for c in '\0'..=char::MAX {
        let own = c.to_string();
        let look: String = unicode_security::skeleton(&own).collect();
        // What falls apart into several is not asked for.
        if look == own || !std::iter::once(c).nfd().eq([c]) {
            continue;
        }
        if look.is_empty() {
            match without.last_mut() {
                Some((_, last)) if u32::from(*last) + 1 == u32::from(c) => *last = c,
                _ => without.push((c, c)),
            }
            continue;
        }
        all.push_str(&look);
        let _ = write!(characters, "{c:?}, ");
        let _ = write!(ends, "{}, ", all.len());
    }
    format!(
        "const CHARACTERS: &[char] = &[{characters}];\nconst ENDS: &[u16] = &[{ends}];\nconst LOOKS: &str = {all:?};\n\
         const WITHOUT: &[(char, char)] = &{without:?};\n"
    )
}

/// All texts of a language.
fn texts(language: &str, problems: &mut Vec<String>) -> io::Result<Texts> {
    let mut texts = Texts::new();
    for file in FILES {
        let path = format!("src/words/{language}/{file}.ftl");
        let source = fs::read_to_string(&path)?;
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
                            problems.push(format!("{path}: `{name}` stands twice"));
                        }
                    }
                }
                Entry::Term(term) => {
                    problems.push(format!("{path}: `-{}`: terms are not used here", term.id.name))
                }
                Entry::Junk { content } => problems.push(format!("{path}: not understood: {content}")),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
    Ok(texts)
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

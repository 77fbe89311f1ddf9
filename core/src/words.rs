//! The words: every text people read, in every language, from the files in `words/`.
//!
//! The files are in Fluent's format. A test of `core/generate` compares the languages: Spanish has every text of English
//! with the same values, and French has no text that English lacks. The compiler checks each text that the code names against
//! the table of English texts. A text that a language lacks is given in English.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use serde_json::Value;

use crate::catalogue::{Audience, Code};
use crate::error::Params;
use crate::language::Language;

#[rustfmt::skip]
mod checked;

/// The name of a text that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Text(&'static str);

impl Text {
    /// The text with this name, made sure of when it is compiled: see [`text!`].
    pub(crate) const fn named(name: &'static str) -> Self {
        assert!(values_of(name).is_some(), "{}", name);
        Self(name)
    }

    /// The text with the values filled in.
    pub(crate) fn say(self, language: Language, values: &FluentArgs<'_>) -> String {
        say(language, self.0, None, values).unwrap_or_else(|| self.0.to_owned())
    }
}

/// Names a text; does not compile when there is none with this name.
macro_rules! text {
    ($name:literal) => {
        const { $crate::words::Text::named($name) }
    };
}
pub(crate) use text;

/// Whether the text is there in this language, so that it need not be said in English.
pub(crate) fn has(language: Language, text: Text) -> bool {
    bundle(language).has_message(text.0)
}

/// The words for one of a closed list, such as a status: text `kind_slug`. The slug itself, with spaces, where there are
/// none.
#[must_use]
pub fn label(language: Language, kind: &str, slug: &str) -> String {
    label_of(language, kind, slug).unwrap_or_else(|| slug.replace('_', " "))
}

fn label_of(language: Language, kind: &str, slug: &str) -> Option<String> {
    say(language, &format!("{kind}_{slug}"), None, &FluentArgs::new())
}

/// How many texts there are in a language; those for the partner are counted apart.
#[must_use]
pub fn count(language: Language) -> usize {
    let places = Language::ALL.iter().zip(checked::COUNTS);
    places.into_iter().find(|(each, _)| **each == language).map_or(0, |(_, count)| *count)
}

/// The sentence of a code.
pub(crate) fn sentence(language: Language, code: Code, audience: Audience, params: &Params) -> String {
    let mut values = FluentArgs::with_capacity(params.len());
    for (name, value) in params {
        values.set(name.as_str(), said(language, name, value));
    }
    let attribute = match audience {
        Audience::Staff => None,
        Audience::Partner => Some("partner"),
    };
    say(language, code.slug(), attribute, &values).unwrap_or_else(|| code.slug().to_owned())
}

/// The largest whole number that a floating point number holds exactly; Fluent knows no others.
const MOST_EXACT: u64 = 1 << 53;

/// A parameter as it is said. Those that are words of ours are said in the language.
fn said<'a>(language: Language, name: &str, value: &'a Value) -> FluentValue<'a> {
    match value {
        Value::String(text) => {
            let kind = match name {
                "field" => "field",
                "kind" => "request_kind",
                "needs" => "role",
                _ => return text.as_str().into(),
            };
            label_of(language, kind, text).map_or_else(|| text.as_str().into(), FluentValue::from)
        }
        Value::Number(number) => match number.as_u64().filter(|number| *number < MOST_EXACT) {
            Some(number) => FluentValue::from(number),
            None => number.to_string().into(),
        },
        Value::Null => FluentValue::from(""),
        other => other.to_string().into(),
    }
}

type Bundle = FluentBundle<FluentResource>;

/// A text in a language, or else in English; of a text with an attribute, that, or else the text itself.
fn say(language: Language, name: &str, attribute: Option<&str>, values: &FluentArgs<'_>) -> Option<String> {
    let (bundle, message) = [language, Language::English].into_iter().find_map(|language| {
        let bundle = bundle(language);
        bundle.get_message(name).map(|message| (bundle, message))
    })?;
    let own = attribute.and_then(|attribute| message.get_attribute(attribute)).map(|own| own.value());
    let pattern = own.or_else(|| message.value())?;
    // A value that is not there is shown by its name; the rest of the text is still worth reading.
    let mut errors: Vec<FluentError> = Vec::new();
    Some(bundle.format_pattern(pattern, Some(values), &mut errors).into_owned())
}

/// All texts of a language, read once.
fn bundle(language: Language) -> &'static Bundle {
    static ENGLISH: OnceLock<Bundle> = OnceLock::new();
    static SPANISH: OnceLock<Bundle> = OnceLock::new();
    static FRENCH: OnceLock<Bundle> = OnceLock::new();
    macro_rules! files {
        ($tag:literal) => {
            [
                include_str!(concat!("words/", $tag, "/codes.ftl")),
                include_str!(concat!("words/", $tag, "/labels.ftl")),
                include_str!(concat!("words/", $tag, "/messages.ftl")),
            ]
        };
    }
    let (kept, files) = match language {
        Language::English => (&ENGLISH, files!("en")),
        Language::Spanish => (&SPANISH, files!("es")),
        Language::French => (&FRENCH, files!("fr")),
    };
    kept.get_or_init(|| {
        let mut bundle = Bundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
        // Otherwise every value would stand between two invisible characters.
        bundle.set_use_isolating(false);
        for file in files {
            // A test of `core/generate` parses these files, so there is no error left to report.
            let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

/// The values in a text of English; none if there is no such text.
const fn values_of(name: &str) -> Option<&'static [&'static str]> {
    let (mut from, mut to) = (0, checked::ENGLISH.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        #[expect(
            clippy::indexing_slicing,
            reason = "the middle is within; what is wrong here does not compile"
        )]
        let (found, values) = checked::ENGLISH[middle];
        match compare(name.as_bytes(), found.as_bytes()) {
            0 => return Some(values),
            order if order < 0 => to = middle,
            _ => from = middle + 1,
        }
    }
    None
}

/// Whether there is a text with this name. For when it is compiled.
pub(crate) const fn is_text(name: &str) -> bool {
    values_of(name).is_some()
}

/// Whether the code has a text that has no values in it but the code's parameters. For when it is compiled.
pub(crate) const fn is_sentence_of(name: &str, params: &[&str]) -> bool {
    let Some(values) = values_of(name) else { return false };
    let mut rest = values;
    while let [value, others @ ..] = rest {
        if !contains(params, value) {
            return false;
        }
        rest = others;
    }
    true
}

const fn contains(all: &[&str], one: &str) -> bool {
    let mut rest = all;
    while let [first, others @ ..] = rest {
        if compare(first.as_bytes(), one.as_bytes()) == 0 {
            return true;
        }
        rest = others;
    }
    false
}

/// Below, at or above zero, as the first stands before, at or behind the second.
const fn compare(mut a: &[u8], mut b: &[u8]) -> i32 {
    loop {
        match (a, b) {
            ([], []) => return 0,
            ([], _) => return -1,
            (_, []) => return 1,
            ([x, more_a @ ..], [y, more_b @ ..]) => {
                if *x != *y {
                    return if *x < *y { -1 } else { 1 };
                }
                (a, b) = (more_a, more_b);
            }
        }
    }
}

/// The values of a text, by name.
pub(crate) fn values<'a, const N: usize>(named: [(&'static str, FluentValue<'a>); N]) -> FluentArgs<'a> {
    let mut values = FluentArgs::with_capacity(N);
    for (name, value) in named {
        values.set(Cow::Borrowed(name), value);
    }
    values
}

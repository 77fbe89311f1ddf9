//! How much of a profile is filled in.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Profile;
use super::fields::{Asked, Field, Section};
use super::submit::says_where;
use crate::bank::BankSettings;

/// How many of the fields that are asked for are filled in. What may well stay empty is not asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Completeness {
    /// Filled.
    pub filled: u32,
    /// Asked for.
    pub asked: u32,
    /// The same for each section that asks for anything, in the order of the form.
    pub sections: Vec<SectionCompleteness>,
}

/// See [`Completeness`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SectionCompleteness {
    /// The section.
    pub section: Section,
    /// Filled.
    pub filled: u32,
    /// Asked for.
    pub asked: u32,
}

/// Counts what is filled in of what a bank with these settings asks for.
#[must_use]
pub fn completeness(profile: &Profile, settings: &BankSettings) -> Completeness {
    let sections = Section::ALL.into_iter().filter(|section| settings.has_section(*section));
    let sections: Vec<_> = sections
        .map(|section| of_section(profile, settings, section))
        .filter(|section| section.asked > 0)
        .collect();
    let sum = |count: fn(&SectionCompleteness) -> u32| sections.iter().map(count).sum();
    Completeness { filled: sum(|section| section.filled), asked: sum(|section| section.asked), sections }
}

fn of_section(profile: &Profile, settings: &BankSettings, section: Section) -> SectionCompleteness {
    let mut counted = SectionCompleteness { section, filled: 0, asked: 0 };
    let mut count = |filled: bool| {
        counted.asked += 1;
        counted.filled += u32::from(filled);
    };
    if section.fields().iter().any(|field| field.asked == Asked::OneOfSection) {
        count(says_where(profile));
    }
    for field in section.fields().iter().filter(|field| is_asked(profile, field)) {
        count(profile.get(field.key).is_some());
    }
    for own in settings.profile_fields.iter().filter(|own| own.section == section && !own.retired) {
        count(profile.get(&own.key).is_some());
    }
    counted
}

fn is_asked(profile: &Profile, field: &Field) -> bool {
    match field.asked {
        Asked::Always => true,
        Asked::Never | Asked::OneOfSection => false,
        Asked::If(other, wanted) => match profile.get(other) {
            Some(Value::String(text)) => text == wanted,
            Some(Value::Bool(yes)) => *yes && wanted == "true",
            _ => false,
        },
    }
}

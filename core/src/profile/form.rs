//! The form of a bank: its sections and fields in one language.

use serde::{Deserialize, Serialize};

use super::check::{FIRST_YEAR, MAX_AREAS, MAX_DOCUMENTS, MAX_EMAILS, MAX_LINE};
use super::fields::{self, FieldType, Section};
use super::own::OwnField;
use crate::bank::BankSettings;
use crate::language::Language;
use crate::partner::MAX_QUOTA;
use crate::text::{MAX_EMAIL, MAX_NOTES};

/// Everything a host needs to draw the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The language it is in.
    pub language: Language,
    /// The sections that are on, in order.
    pub sections: Vec<FormSection>,
}

/// A section of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormSection {
    /// Its key.
    pub key: Section,
    /// Its heading.
    pub label: String,
    /// Whether the bank may switch it off.
    pub optional: bool,
    /// Its fields, in order: the library's, then the bank's own.
    pub fields: Vec<FormField>,
}

/// A field of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormField {
    /// Its key.
    pub key: String,
    /// What it takes: `yes_no`, `year`, `number`, `percent`, `line`, `text`, `choice`, `email`, `emails`, `document`,
    /// `documents` or `areas`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What people see beside it.
    pub label: String,
    /// What is wanted there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// For a choice, what there is to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<FormChoice>,
    /// The least number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    /// The largest number. For a year there is none: it is the present one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
    /// The most characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_characters: Option<u64>,
    /// The most entries of a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_entries: Option<u64>,
    /// Whether it is one of the bank's own.
    pub own: bool,
}

/// One of the values of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormChoice {
    /// Its key.
    pub key: String,
    /// What people see.
    pub label: String,
}

/// The form of a bank with these settings.
///
/// ```
/// use partnerkit::{bank::BankSettings, language::Language, profile::form::form};
///
/// let form = form(&BankSettings::default(), Language::Spanish);
/// assert_eq!(form.sections[0].fields[0].label, "Tipo de agencia");
/// ```
#[must_use]
pub fn form(settings: &BankSettings, language: Language) -> Form {
    let section = |section: Section| FormSection {
        key: section,
        label: fields::say(section.words(), language).to_owned(),
        optional: section.is_optional(),
        fields: in_section(settings, section, language),
    };
    let on = Section::ALL.into_iter().filter(|section| settings.has_section(*section));
    Form { language, sections: on.map(section).filter(|section| !section.fields.is_empty()).collect() }
}

fn in_section(settings: &BankSettings, section: Section, language: Language) -> Vec<FormField> {
    let ours = section.fields().iter().map(|field| of_library(field, language));
    let own = settings.profile_fields.iter().filter(|own| own.section == section && !own.retired);
    ours.chain(own.map(|field| of_bank(field, language))).collect()
}

fn of_library(field: &fields::Field, language: Language) -> FormField {
    let label = fields::say(&field.label, language).to_owned();
    let help = Some(fields::say(&field.help, language).to_owned());
    let choice = |choice: &fields::Choice| FormChoice {
        key: choice.key.to_owned(),
        label: fields::say(&choice.label, language).to_owned(),
    };
    let choices = match field.kind {
        FieldType::Choice(choices) => choices.iter().map(choice).collect(),
        _ => Vec::new(),
    };
    FormField { choices, ..described(field.key, field.kind, label, help, false) }
}

fn of_bank(field: &OwnField, language: Language) -> FormField {
    let help = field.help(language).map(str::to_owned);
    described(&field.key, field.kind.into(), field.label(language).to_owned(), help, true)
}

fn described(key: &str, kind: FieldType, label: String, help: Option<String>, own: bool) -> FormField {
    let count = |number: usize| u64::try_from(number).ok();
    let (least, most) = match kind {
        FieldType::Year => (u64::try_from(FIRST_YEAR).ok(), None),
        FieldType::Number => (Some(0), Some(MAX_QUOTA)),
        FieldType::Percent => (Some(0), Some(100)),
        _ => (None, None),
    };
    let most_characters = match kind {
        FieldType::Line => count(MAX_LINE),
        FieldType::Text => count(MAX_NOTES),
        FieldType::Email | FieldType::Emails => count(MAX_EMAIL),
        _ => None,
    };
    let most_entries = match kind {
        FieldType::Emails => count(MAX_EMAILS),
        FieldType::Documents => count(MAX_DOCUMENTS),
        FieldType::Areas => count(MAX_AREAS),
        _ => None,
    };
    let (key, kind) = (key.to_owned(), kind.slug().to_owned());
    FormField { key, kind, label, help, choices: Vec::new(), least, most, most_characters, most_entries, own }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::own::OwnType;
    use super::*;

    fn own(key: &str, section: Section, retired: bool) -> OwnField {
        let label = [(Language::English, "How many?".to_owned())].into();
        OwnField {
            key: key.to_owned(),
            section,
            kind: OwnType::Number,
            label,
            help: BTreeMap::new(),
            retired,
        }
    }

    #[test]
    fn each_type_says_its_bounds() {
        let profile_fields = vec![own("own_cars", Section::Contacts, false)];
        let form = form(&BankSettings { profile_fields, ..BankSettings::default() }, Language::English);
        let fields = form.sections.iter().flat_map(|section| &section.fields);
        let bounds: BTreeMap<&str, _> = fields
            .map(|field| {
                let bounds = (field.least, field.most, field.most_characters, field.most_entries);
                (field.kind.as_str(), bounds)
            })
            .collect();
        let quota = 9_007_199_254_740_991;
        let expected = [
            ("areas", (None, None, None, Some(4_000))),
            ("choice", (None, None, None, None)),
            ("document", (None, None, None, None)),
            ("documents", (None, None, None, Some(1_000))),
            ("email", (None, None, Some(254), None)),
            ("emails", (None, None, Some(254), Some(3))),
            ("line", (None, None, Some(1_000), None)),
            ("number", (Some(0), Some(quota), None, None)),
            ("percent", (Some(0), Some(100), None, None)),
            ("text", (None, None, Some(10_000), None)),
            ("year", (Some(1_000), None, None, None)),
            ("yes_no", (None, None, None, None)),
        ];
        assert_eq!(bounds, expected.into());
    }

    #[test]
    fn a_field_of_the_banks_own_stands_in_its_section_until_it_is_retired() {
        let profile_fields =
            vec![own("own_cars", Section::Contacts, false), own("own_pets", Section::Contacts, true)];
        let form = form(&BankSettings { profile_fields, ..BankSettings::default() }, Language::English);
        let own = form.sections.iter().flat_map(|section| {
            section.fields.iter().filter(|field| field.own).map(|field| (section.key, field.key.as_str()))
        });
        assert_eq!(own.collect::<Vec<_>>(), [(Section::Contacts, "own_cars")]);
    }
}

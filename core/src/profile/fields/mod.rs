//! The sections and fields of a profile, with their words: one table (rulebook, section 6).
//!
//! The keys are the contract, like the codes of errors: never renamed, never used again for something else.

mod agency;
mod people;
mod service;

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// One text in every language, in the order of [`Language::ALL`]. Where a language has none yet it is empty, and English
/// is said instead.
pub type Words = [&'static str; Language::ALL.len()];

/// The text in `language`, or else in English.
#[must_use]
pub fn say(words: &Words, language: Language) -> &'static str {
    let place = Language::ALL.iter().position(|known| *known == language);
    let said = place.and_then(|place| words.get(place)).filter(|text| !text.is_empty());
    said.or(words.first()).copied().unwrap_or_default()
}

/// What kind of value a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Yes or no.
    YesNo,
    /// A year, up to the present one.
    Year,
    /// A whole number from 0.
    Number,
    /// 0 to 100 with at most one decimal, kept as a text such as `33.3`.
    Percent,
    /// One line of text.
    Line,
    /// Text of any number of lines.
    Text,
    /// The key of one of these.
    Choice(&'static [Choice]),
    /// One email address.
    Email,
    /// One to three distinct email addresses.
    Emails,
    /// A document.
    Document,
    /// Any number of documents.
    Documents,
    /// Counties with their states and shares.
    Areas,
}

impl FieldType {
    /// Its name on the wire.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::YesNo => "yes_no",
            Self::Year => "year",
            Self::Number => "number",
            Self::Percent => "percent",
            Self::Line => "line",
            Self::Text => "text",
            Self::Choice(_) => "choice",
            Self::Email => "email",
            Self::Emails => "emails",
            Self::Document => "document",
            Self::Documents => "documents",
            Self::Areas => "areas",
        }
    }
}

/// One of the values of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its key.
    pub key: &'static str,
    /// What people see.
    pub label: Words,
}

/// When a field counts as asked, for the completeness of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Always.
    Always,
    /// Never: it may well stay empty.
    Never,
    /// Only if another field has this value.
    If(&'static str, &'static str),
    /// Together with the others of its section it counts once, and is filled when one of them is.
    OneOfSection,
}

/// A field of the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its key, by which its value is kept.
    pub key: &'static str,
    /// What it takes.
    pub kind: FieldType,
    /// When it counts as asked.
    pub asked: Asked,
    /// What people see beside it.
    pub label: Words,
    /// What is wanted there.
    pub help: Words,
}

/// The words, made sure of when compiled: in English and Spanish all of them are there.
const fn complete(words: Words) -> Words {
    let [english, spanish, ..] = words;
    assert!(!english.is_empty() && !spanish.is_empty(), "a text is missing in English or Spanish");
    words
}

const _: () = {
    let mut rest: &[Section] = &Section::ALL;
    while let [section, others @ ..] = rest {
        complete(*section.words());
        rest = others;
    }
};

const fn field(key: &'static str, kind: FieldType, asked: Asked, label: Words, help: Words) -> Field {
    Field { key, kind, asked, label: complete(label), help: complete(help) }
}

const fn choice(key: &'static str, label: Words) -> Choice {
    Choice { key, label: complete(label) }
}

/// The sections of a profile, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Who the agency is.
    AgencyInformation,
    /// Where the programme runs.
    ProgramAddress,
    /// Website and social media.
    MediaInformation,
    /// How settled the agency is.
    AgencyStability,
    /// How much it can do.
    OrganizationalCapacity,
    /// What it lives on.
    SourcesOfFunding,
    /// Counties served.
    AreaServed,
    /// People served.
    PopulationServed,
    /// Whom to talk to.
    Contacts,
    /// Who comes for the goods.
    PickUpPerson,
    /// How it hands out.
    AgencyDistribution,
    /// Whatever else it wants to hand in.
    AdditionalDocuments,
    /// Fields of the bank's own that fit in no other section.
    BankQuestions,
    /// Which kinds of request it makes.
    Settings,
}

impl Section {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 14] = [
        Self::AgencyInformation,
        Self::ProgramAddress,
        Self::MediaInformation,
        Self::AgencyStability,
        Self::OrganizationalCapacity,
        Self::SourcesOfFunding,
        Self::AreaServed,
        Self::PopulationServed,
        Self::Contacts,
        Self::PickUpPerson,
        Self::AgencyDistribution,
        Self::AdditionalDocuments,
        Self::BankQuestions,
        Self::Settings,
    ];

    /// Its key, as on the wire.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.row().0
    }

    /// Whether a bank may switch it off.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        !matches!(self, Self::AgencyInformation | Self::ProgramAddress | Self::BankQuestions | Self::Settings)
    }

    /// Its heading.
    #[must_use]
    pub const fn words(self) -> &'static Words {
        &self.row().1
    }

    /// The fields the library has in it.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        self.row().2
    }

    const fn row(self) -> &'static (&'static str, Words, &'static [Field]) {
        match self {
            Self::AgencyInformation => &(
                "agency_information",
                ["Agency information", "Información de la agencia", "Informations sur l’organisme"],
                agency::AGENCY_INFORMATION,
            ),
            Self::ProgramAddress => &(
                "program_address",
                [
                    "Program and delivery address",
                    "Dirección del programa y de entrega",
                    "Adresse du programme et de livraison",
                ],
                agency::PROGRAM_ADDRESS,
            ),
            Self::MediaInformation => &(
                "media_information",
                ["Media information", "Medios y redes sociales", "Médias et réseaux sociaux"],
                agency::MEDIA_INFORMATION,
            ),
            Self::AgencyStability => &(
                "agency_stability",
                ["Agency stability", "Estabilidad de la agencia", "Stabilité de l’organisme"],
                agency::AGENCY_STABILITY,
            ),
            Self::OrganizationalCapacity => &(
                "organizational_capacity",
                ["Organizational capacity", "Capacidad de la organización", "Capacité de l’organisme"],
                service::ORGANIZATIONAL_CAPACITY,
            ),
            Self::SourcesOfFunding => &(
                "sources_of_funding",
                ["Sources of funding", "Fuentes de financiamiento", "Sources de financement"],
                service::SOURCES_OF_FUNDING,
            ),
            Self::AreaServed => {
                &("area_served", ["Area served", "Zona atendida", "Zone desservie"], people::AREA_SERVED)
            }
            Self::PopulationServed => &(
                "population_served",
                ["Population served", "Población atendida", "Population desservie"],
                people::POPULATION_SERVED,
            ),
            Self::Contacts => &("contacts", ["Contacts", "Contactos", "Contacts"], service::CONTACTS),
            Self::PickUpPerson => &(
                "pick_up_person",
                ["Pick-up person", "Persona que recoge", "Personne chargée du retrait"],
                service::PICK_UP_PERSON,
            ),
            Self::AgencyDistribution => &(
                "agency_distribution",
                [
                    "Agency distribution information",
                    "Información de reparto de la agencia",
                    "Distribution par l’organisme",
                ],
                service::AGENCY_DISTRIBUTION,
            ),
            Self::AdditionalDocuments => &(
                "additional_documents",
                ["Additional documents", "Documentos adicionales", "Documents complémentaires"],
                service::ADDITIONAL_DOCUMENTS,
            ),
            Self::BankQuestions => &(
                "bank_questions",
                ["Questions of the bank", "Preguntas del banco", "Questions de la banque"],
                &[],
            ),
            Self::Settings => &("settings", ["Settings", "Ajustes", "Réglages"], service::SETTINGS),
        }
    }
}

/// The library's field with this key, and its section.
#[must_use]
pub fn find(key: &str) -> Option<(Section, &'static Field)> {
    let of = |section: Section| {
        section.fields().iter().find(|field| field.key == key).map(|field| (section, field))
    };
    Section::ALL.into_iter().find_map(of)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every text there is, with where it stands.
    fn texts() -> Vec<(String, Words)> {
        let mut texts = Vec::new();
        for section in Section::ALL {
            texts.push((section.key().to_owned(), *section.words()));
            for field in section.fields() {
                texts.push((format!("{}, label", field.key), field.label));
                texts.push((format!("{}, help", field.key), field.help));
                if let FieldType::Choice(choices) = field.kind {
                    texts.extend(choices.iter().map(|c| (format!("{}: {}", field.key, c.key), c.label)));
                }
            }
        }
        texts
    }

    #[test]
    fn english_and_spanish_are_complete() {
        let texts = texts();
        assert!(texts.len() > 150, "only {} texts", texts.len());
        for (place, words) in texts {
            for language in [Language::English, Language::Spanish] {
                let at = Language::ALL.iter().position(|known| *known == language).unwrap();
                assert!(!words[at].trim().is_empty(), "{place} is missing in {language}");
            }
        }
    }

    #[test]
    fn what_is_not_translated_is_said_in_english() {
        assert_eq!(say(&["a", "b", ""], Language::French), "a");
        assert_eq!(say(&["a", "b", "c"], Language::French), "c");
    }

    #[test]
    fn keys_are_distinct_snake_case_and_can_be_asked_for() {
        let mut seen = BTreeSet::new();
        for section in Section::ALL {
            assert_eq!(serde_json::to_value(section).unwrap(), section.key());
            for field in section.fields() {
                assert!(seen.insert(field.key), "{} stands twice", field.key);
                assert!(
                    field.key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'),
                    "{}",
                    field.key
                );
                assert_eq!(find(field.key), Some((section, field)));
                if let Asked::If(other, _) = field.asked {
                    assert!(find(other).is_some_and(|(its, _)| its == section), "{}", field.key);
                }
            }
        }
        assert_eq!(seen.len(), 70);
    }

    #[test]
    fn agency_types_are_all_there_and_distinct() {
        let FieldType::Choice(choices) = find("agency_type").unwrap().1.kind else { unreachable!() };
        let keys: BTreeSet<_> = choices.iter().map(|choice| choice.key).collect();
        assert_eq!((choices.len(), keys.len()), (41, 41));
    }
}

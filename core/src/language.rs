//! The languages people are spoken to in (rulebook, section 11).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language of sentences, labels and messages, named by its BCP 47 tag.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum Language {
    /// English, complete: the language of a new bank.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Spanish, complete.
    #[serde(rename = "es")]
    Spanish,
    /// French, begun: what is not translated yet is said in English.
    #[serde(rename = "fr")]
    French,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 3] = [Self::English, Self::Spanish, Self::French];

    /// The BCP 47 tag, which is also the wire spelling.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::French => "fr",
        }
    }

    /// The language with this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tag_is_the_wire_spelling() {
        for language in Language::ALL {
            assert_eq!(serde_json::to_value(language).unwrap(), language.tag());
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
    }
}

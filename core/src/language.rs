//! The languages people are spoken to in (rulebook, section 11).

use serde::{Deserialize, Serialize};

/// A language of sentences, labels and messages, named by its BCP 47 tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Language {
    /// English, complete: the language of a new bank.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Spanish, complete; not yet reviewed by native speakers.
    #[serde(rename = "es")]
    Spanish,
    /// French, begun: what is not translated yet is said in English. Not yet reviewed by native speakers.
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

    /// Whether every text there is has been written in this language; the build makes sure of it. What is not is said in
    /// English.
    #[must_use]
    pub const fn is_complete(self) -> bool {
        !matches!(self, Self::French)
    }

    /// Whether somebody whose language it is has read the texts. Spanish and French wait for that.
    #[must_use]
    pub const fn is_reviewed(self) -> bool {
        matches!(self, Self::English)
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

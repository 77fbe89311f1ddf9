//! The values in a message: each as data for the host, and in words for the reader.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::{FluentArgs, FluentValue};
use serde_json::{Value, json};

use crate::distribution::{DistributionLine, Method};
use crate::id::ItemId;
use crate::language::Language;
use crate::request::{RequestKind, RequestLine};
use crate::words::{Text, label, text, values};

/// One value in a message.
#[derive(Clone, Debug)]
pub(super) enum Datum {
    /// Text somebody gave, or an id.
    Text(String),
    /// One of a closed list: the name of the list, and the wire spelling.
    Word(&'static str, &'static str),
    /// A number.
    Number(u64),
    /// A day in the bank's time zone.
    Date(NaiveDate),
    /// How goods reach the partner.
    Method(Method),
    /// What was changed about a distribution.
    Changed(Vec<Part>),
    /// What is asked for or handed out.
    Lines(Vec<Line>),
}

/// What readers want to know about when it changes. A comment is not among it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The day.
    Date,
    /// How the goods reach the partner.
    Method,
    /// What is handed out.
    Lines,
}

/// One line of a request or distribution.
#[derive(Clone, Debug)]
pub(super) struct Line {
    item: ItemId,
    item_name: String,
    quantity: u32,
    unit: Option<String>,
    pieces: Option<u64>,
    counts: Counts,
}

/// What the quantity of a line counts.
#[derive(Clone, Copy, Debug)]
enum Counts {
    Goods,
    Individuals,
    Children,
}

impl Datum {
    /// As the host gets it.
    pub(super) fn json(&self) -> Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Word(_, slug) => (*slug).into(),
            Self::Number(number) => (*number).into(),
            Self::Date(date) => date.to_string().into(),
            Self::Method(method) => method.slug().into(),
            Self::Changed(parts) => parts.iter().map(|part| part.slug()).collect(),
            Self::Lines(lines) => lines.iter().map(Line::json).collect(),
        }
    }

    /// As it stands within a sentence. May be more than one line if whoever gave it wrote more than one.
    pub(super) fn words(&self, language: Language) -> Cow<'_, str> {
        match self {
            Self::Text(text) => text.into(),
            Self::Word(list, slug) => label(language, list, slug).into(),
            Self::Number(number) => grouped(*number, language).into(),
            Self::Date(date) => date_in_words(*date, language).into(),
            Self::Method(method) => label(language, "method", method.slug()).into(),
            Self::Changed(parts) => and(parts.iter().map(|part| part.words(language)), language).into(),
            Self::Lines(_) => self.entries(language).join("; ").into(),
        }
    }

    /// As the entries of a list.
    pub(super) fn entries(&self, language: Language) -> Vec<String> {
        match self {
            Self::Lines(lines) => lines.iter().map(|line| line.words(language)).collect(),
            _ => vec![self.words(language).into_owned()],
        }
    }
}

impl Part {
    const fn slug(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Method => "method",
            Self::Lines => "lines",
        }
    }

    fn words(self, language: Language) -> String {
        let text = match self {
            Self::Date => text!("changed_date"),
            Self::Method => text!("changed_method"),
            Self::Lines => text!("changed_lines"),
        };
        text.say(language, &FluentArgs::new())
    }
}

impl Line {
    /// A line of a request of this kind.
    pub(super) fn requested(kind: RequestKind, line: &RequestLine) -> Self {
        Self {
            item: line.item,
            item_name: line.item_name.clone(),
            quantity: line.quantity,
            unit: line.unit.clone(),
            pieces: line.pieces(),
            counts: match kind {
                RequestKind::Quantity => Counts::Goods,
                RequestKind::Individuals => Counts::Individuals,
                RequestKind::Children => Counts::Children,
            },
        }
    }

    /// A line of a distribution.
    pub(super) fn handed_out(line: &DistributionLine) -> Self {
        Self {
            item: line.item,
            item_name: line.item_name.clone(),
            quantity: line.quantity,
            unit: None,
            pieces: Some(line.quantity.into()),
            counts: Counts::Goods,
        }
    }

    fn json(&self) -> Value {
        json!({
            "item": self.item.to_string(),
            "item_name": self.item_name,
            "quantity": self.quantity,
            "unit": self.unit,
            "pieces": self.pieces,
        })
    }

    /// `Diapers: 1,200 pieces`, `Diapers: 3 × pack`, `Diapers: for 12 children (600 pieces)`.
    ///
    /// A unit is a bank's own word, so it is never bent into a plural.
    fn words(&self, language: Language) -> String {
        let quantity = u64::from(self.quantity);
        let item = || FluentValue::from(self.item_name.as_str());
        let people = match (self.counts, &self.unit) {
            (Counts::Goods, Some(unit)) => {
                let number = grouped(quantity, language).into();
                let named = [("item", item()), ("number", number), ("unit", unit.as_str().into())];
                return text!("line_in_units").say(language, &values(named));
            }
            (Counts::Goods, None) => None,
            (Counts::Individuals, _) => Some(text!("individuals")),
            (Counts::Children, _) => Some(text!("children")),
        };
        let amount = counted(people.unwrap_or(text!("pieces")), quantity, language);
        let named = [("item", item()), ("amount", amount.into())];
        match (people, self.pieces) {
            (Some(_), Some(count)) => {
                let mut named = values(named);
                named.set("pieces", counted(text!("pieces"), count, language));
                text!("line_with_pieces").say(language, &named)
            }
            _ => text!("line").say(language, &values(named)),
        }
    }
}

/// `Thursday, November 26, 2026`.
fn date_in_words(date: NaiveDate, language: Language) -> String {
    let weekday = values([("weekday", date.weekday().number_from_monday().into())]);
    let month = values([("month", date.month().into())]);
    let named = [
        ("weekday", text!("weekday").say(language, &weekday).into()),
        ("month", text!("month").say(language, &month).into()),
        ("day", date.day().into()),
        ("year", date.year().into()),
    ];
    text!("date").say(language, &values(named))
}

/// `1,200 pieces`.
fn counted(text: Text, count: u64, language: Language) -> String {
    text.say(language, &values([("count", count.into()), ("number", grouped(count, language).into())]))
}

/// `1,234,567`.
fn grouped(number: u64, language: Language) -> String {
    let between = text!("thousands").say(language, &FluentArgs::new());
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push_str(&between);
        }
        out.push(digit);
    }
    out
}

/// `a, b and c`.
fn and(words: impl Iterator<Item = String>, language: Language) -> String {
    let mut words: Vec<String> = words.collect();
    let Some(last) = words.pop() else { return String::new() };
    if words.is_empty() {
        return last;
    }
    text!("list_and").say(language, &values([("others", words.join(", ").into()), ("last", last.into())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let written = [0, 7, 999, 1_000, 12_345, 1_000_000].map(|number| grouped(number, Language::English));
        assert_eq!(written, ["0", "7", "999", "1,000", "12,345", "1,000,000"]);
    }

    #[test]
    fn a_line_says_what_is_counted() {
        let line = |kind, quantity, unit: Option<&str>, per_person| {
            let line = RequestLine {
                item: ItemId(uuid::Uuid::nil()),
                item_name: "Diapers".to_owned(),
                unit: unit.map(str::to_owned),
                quantity,
                per_person,
            };
            Line::requested(kind, &line).words(Language::English)
        };
        assert_eq!(line(RequestKind::Quantity, 1, None, None), "Diapers: 1 piece");
        assert_eq!(line(RequestKind::Quantity, 1_200, None, None), "Diapers: 1,200 pieces");
        assert_eq!(line(RequestKind::Quantity, 3, Some("pack"), None), "Diapers: 3 × pack");
        assert_eq!(line(RequestKind::Individuals, 1, None, Some(50)), "Diapers: for 1 person (50 pieces)");
        assert_eq!(line(RequestKind::Children, 12, None, Some(50)), "Diapers: for 12 children (600 pieces)");
    }

    #[test]
    fn what_changed_reads_as_a_sentence_and_as_data() {
        let changed = Datum::Changed(vec![Part::Date, Part::Method, Part::Lines]);
        assert_eq!(changed.words(Language::English), "the date, how the goods reach you and the items");
        assert_eq!(changed.json(), json!(["date", "method", "lines"]));
        assert_eq!(Datum::Changed(vec![Part::Lines]).words(Language::English), "the items");
    }
    #[test]
    fn every_language_has_its_own_dates_numbers_and_plurals() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let dates = Language::ALL.map(|language| date_in_words(day, language));
        assert_eq!(
            dates,
            ["Thursday, November 26, 2026", "jueves, 26 de noviembre de 2026", "jeudi 26 novembre 2026"]
        );
        let pieces = |count| Language::ALL.map(|language| counted(text!("pieces"), count, language));
        assert_eq!(pieces(1), ["1 piece", "1 pieza", "1 pièce"]);
        assert_eq!(pieces(1_200), ["1,200 pieces", "1,200 piezas", "1\u{202f}200 pièces"]);
        let parts = || [Part::Date, Part::Lines].into_iter();
        let changed = |language: Language| and(parts().map(|part| part.words(language)), language);
        assert_eq!(changed(Language::Spanish), "la fecha y los artículos");
    }
}

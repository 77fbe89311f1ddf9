//! The values in a message: each as data for the host, and in words for the reader.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::distribution::{DistributionLine, Method};
use crate::id::ItemId;
use crate::request::{RequestKind, RequestLine};

/// One value in a message.
#[derive(Clone, Debug)]
pub(super) enum Datum {
    /// Text somebody gave, an id, or a wire spelling.
    Text(String),
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
            Self::Date(date) => date.to_string().into(),
            Self::Method(method) => method.slug().into(),
            Self::Changed(parts) => parts.iter().map(|part| part.slug()).collect(),
            Self::Lines(lines) => lines.iter().map(Line::json).collect(),
        }
    }

    /// As it stands within a sentence. May be more than one line if whoever gave it wrote more than one.
    pub(super) fn words(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => text.into(),
            Self::Date(date) => date.format("%A, %B %-d, %Y").to_string().into(),
            Self::Method(method) => method_in_words(*method).into(),
            Self::Changed(parts) => and(&parts.iter().map(|part| part.words()).collect::<Vec<_>>()).into(),
            Self::Lines(_) => self.entries().join("; ").into(),
        }
    }

    /// As the entries of a list.
    pub(super) fn entries(&self) -> Vec<String> {
        match self {
            Self::Lines(lines) => lines.iter().map(Line::words).collect(),
            _ => vec![self.words().into_owned()],
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

    const fn words(self) -> &'static str {
        match self {
            Self::Date => "the date",
            Self::Method => "how the goods reach you",
            Self::Lines => "the items",
        }
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
    fn words(&self) -> String {
        let pieces = |count| counted(count, "piece", "pieces");
        let quantity = u64::from(self.quantity);
        let people = |one, many| {
            let people = counted(quantity, one, many);
            self.pieces.map_or(format!("for {people}"), |count| format!("for {people} ({})", pieces(count)))
        };
        let amount = match (self.counts, &self.unit) {
            (Counts::Goods, Some(unit)) => format!("{} × {unit}", grouped(quantity)),
            (Counts::Goods, None) => pieces(quantity),
            (Counts::Individuals, _) => people("person", "people"),
            (Counts::Children, _) => people("child", "children"),
        };
        format!("{}: {amount}", self.item_name)
    }
}

const fn method_in_words(method: Method) -> &'static str {
    match method {
        Method::PickUp => "pick-up",
        Method::Delivery => "delivery",
        Method::Shipped => "shipping",
    }
}

fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `a, b and c`.
fn and(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let written = [0, 7, 999, 1_000, 12_345, 1_000_000].map(grouped);
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
            Line::requested(kind, &line).words()
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
        assert_eq!(changed.words(), "the date, how the goods reach you and the items");
        assert_eq!(changed.json(), json!(["date", "method", "lines"]));
        assert_eq!(Datum::Changed(vec![Part::Lines]).words(), "the items");
    }
}

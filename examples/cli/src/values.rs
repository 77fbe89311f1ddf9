//! How values on the command line are read.

use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use partnerkit::schedule::{On, Weekday};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// One of the words `slugs`, in their wire spelling or with hyphens, as the value the wire format reads it as.
pub fn one_of<T: DeserializeOwned + Clone + Send + Sync + 'static>(
    slugs: impl IntoIterator<Item = &'static str>,
) -> impl TypedValueParser<Value = T> {
    let word = |slug: &'static str| PossibleValue::new(slug).alias(kebab(slug));
    PossibleValuesParser::new(slugs.into_iter().map(word))
        .try_map(|text| serde_json::from_value::<T>(Value::String(text.replace('-', "_"))))
}

/// A wire word as it stands on the command line.
pub fn kebab(slug: &str) -> String {
    slug.replace('_', "-")
}

/// A day of reminders, as in `10`, `last`, `2-tuesday` or `last-friday`.
#[derive(Clone)]
pub struct OnArg(pub On);

impl FromStr for OnArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || "expected a day as in 10, last, 2-tuesday or last-friday".to_owned();
        let weekday = |name: &str| {
            serde_json::from_value::<Weekday>(Value::String(name.to_lowercase())).map_err(|_| expected())
        };
        let number = |text: &str| text.parse::<u32>().map_err(|_| expected());
        Ok(Self(match text.split_once(['-', ' ']) {
            Some(("last", name)) => On::LastWeekday(weekday(name)?),
            Some((nth, name)) => On::Weekday { nth: number(nth)?, weekday: weekday(name)? },
            None if text == "last" => On::LastDay,
            None => On::Day(number(text)?),
        }))
    }
}

/// Something with a quantity, as in `Diapers size 4=120` or `Diapers size 4=2 pack`.
#[derive(Clone)]
pub struct LineArg {
    /// The item's name or id.
    pub item: String,
    /// How many.
    pub quantity: i64,
    /// Of which unit.
    pub unit: Option<String>,
}

impl FromStr for LineArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (item, amount) = text.rsplit_once('=').ok_or("expected ITEM=QUANTITY or ITEM=QUANTITY UNIT")?;
        let (quantity, unit) = match amount.trim().split_once(char::is_whitespace) {
            Some((quantity, unit)) => (quantity, Some(unit.trim().to_owned())),
            None => (amount.trim(), None),
        };
        let quantity = quantity
            .parse()
            .map_err(|_| format!("`{quantity}` is not a whole number this program can hold"))?;
        Ok(Self { item: item.trim().to_owned(), quantity, unit })
    }
}

/// A line without a unit: distributions count pieces.
pub fn pieces(text: &str) -> Result<LineArg, String> {
    let line: LineArg = text.parse()?;
    match line.unit {
        None => Ok(line),
        Some(_) => Err("expected ITEM=PIECES; distributions count pieces".to_owned()),
    }
}

/// A field and its value, as in `city=Seattle`.
#[derive(Clone)]
pub struct FieldArg {
    /// The field, in wire spelling.
    pub field: String,
    /// Its value, as it was typed.
    pub text: String,
}

impl FromStr for FieldArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (field, value) = text.split_once('=').ok_or("expected FIELD=VALUE")?;
        Ok(Self { field: field.trim().replace('-', "_"), text: value.to_owned() })
    }
}

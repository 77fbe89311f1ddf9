//! The one reader of all types of the wire: serde_json's, stricter and smaller.
//!
//! - An object is an object. serde_json also takes the values of a list by their place, on which nobody may rely, and every type
//!   would carry a second reader for that.
//! - A name is looked up in the list of names that serde hands over, in one place for all types.
//!
//! Everything typed is read through this, so that the compiler writes down one reader for each type and not two.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};

/// A value from JSON text.
///
/// # Errors
/// When it is no JSON, or not of the type.
pub fn from_text<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Reader(&mut json))?;
    json.end()?;
    Ok(value)
}

/// A value that is written as one word.
///
/// # Errors
/// When there is no such word.
pub fn from_word<T: DeserializeOwned>(word: &str) -> Result<T, serde::de::value::Error> {
    let word: StrDeserializer<'_, _> = word.into_deserializer();
    T::deserialize(Reader(word))
}

/// What is said of a list where an object is wanted.
pub(super) const NO_OBJECT: &str = "a list stands where an object is wanted";

struct Reader<D>(D);

/// Hands a function on as it is: what it reads holds nothing else.
macro_rules! as_it_is {
    ($($function:ident),*) => { $(
        fn $function<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.0.$function(visitor)
        }
    )* };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Reader<D> {
    type Error = D::Error;

    as_it_is!(
        deserialize_any,
        deserialize_bool,
        deserialize_i8,
        deserialize_i16,
        deserialize_i32,
        deserialize_i64,
        deserialize_u8,
        deserialize_u16,
        deserialize_u32,
        deserialize_u64,
        deserialize_f32,
        deserialize_f64,
        deserialize_char,
        deserialize_str,
        deserialize_string,
        deserialize_bytes,
        deserialize_byte_buf,
        deserialize_unit,
        deserialize_identifier,
        deserialize_ignored_any
    );

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_unit_struct(name, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_option(Inside(visitor))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_newtype_struct(name, Inside(visitor))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_seq(Inside(visitor))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_tuple(len, Inside(visitor))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_tuple_struct(name, len, Inside(visitor))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Inside(visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_struct(name, names, Named { names, inner: visitor })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_enum(name, names, Named { names, inner: visitor })
    }
}

/// What holds values of its own, which are read like all others.
struct Inside<T>(T);

impl<'de, V: Visitor<'de>> Visitor<'de> for Inside<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Reader(value))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(Reader(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, values: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Inside(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Inside(entries))
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Inside<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Reader(value))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Inside<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Inside(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Inside<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_key_seed(Inside(seed))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Inside(seed))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Inside<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.0.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.0.newtype_variant_seed(Inside(seed))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        self.0.tuple_variant(len, Inside(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.0.struct_variant(names, Named { names, inner: visitor })
    }
}

/// What has a list of names: the fields of an object, or the choices of which it is one.
struct Named<T> {
    names: &'static [&'static str],
    inner: T,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Named<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<V::Value, A::Error> {
        Err(A::Error::custom(NO_OBJECT))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(Named { names: self.names, inner: entries })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, choice: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(Named { names: self.names, inner: choice })
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Named<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let Some(place) = self.inner.next_key_seed(Names(self.names))? else { return Ok(None) };
        let unknown = |name: &str| A::Error::unknown_field(name, self.names);
        place.told(seed, unknown).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(Inside(seed))
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for Named<A> {
    type Error = A::Error;
    type Variant = Inside<A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Inside<A::Variant>), A::Error> {
        let (place, content) = self.inner.variant_seed(Names(self.names))?;
        let unknown = |name: &str| A::Error::unknown_variant(name, self.names);
        place.told(seed, unknown).map(|variant| (variant, Inside(content)))
    }
}

/// Finds a name among those there are.
struct Names(&'static [&'static str]);

/// The place of a name, or the name if it has none.
enum Place {
    Known(u64),
    Unknown(String),
}

impl<'de> DeserializeSeed<'de> for Names {
    type Value = Place;

    fn deserialize<D: Deserializer<'de>>(self, name: D) -> Result<Place, D::Error> {
        name.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Names {
    type Value = Place;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Place, E> {
        let place = self.0.iter().zip(0..).find(|(known, _)| **known == name);
        Ok(place.map_or_else(|| Place::Unknown(name.to_owned()), |(_, place)| Place::Known(place)))
    }
}

impl Place {
    /// Says by its place which name it is. Whoever takes none that it does not know refuses the place behind the last.
    fn told<'de, S: DeserializeSeed<'de>, E: Error>(
        self,
        seed: S,
        unknown: impl FnOnce(&str) -> E,
    ) -> Result<S::Value, E> {
        match self {
            Self::Known(place) => seed.deserialize(place.into_deserializer()),
            Self::Unknown(name) => {
                seed.deserialize(u64::MAX.into_deserializer()).map_err(|_: E| unknown(&name))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::command::{Command, NewPartner};
    use crate::question::Question;
    use crate::status::Status;
    use crate::store::{Facts, Piece};
    use crate::wire::Message;

    /// Without where it is: a name that is not known is found a little later.
    fn said(error: &serde_json::Error) -> String {
        let said = error.to_string();
        said.split_once(" at line ").map(|(said, _)| said.to_owned()).unwrap_or(said)
    }

    fn same<T: DeserializeOwned + fmt::Debug>(value: &Value) {
        let text = value.to_string();
        let (ours, theirs) = (from_text::<T>(&text), serde_json::from_str::<T>(&text));
        match (&ours, &theirs) {
            (Ok(ours), Ok(theirs)) => assert_eq!(format!("{ours:?}"), format!("{theirs:?}"), "{text}"),
            (Err(ours), Err(theirs)) => assert_eq!(said(ours), said(theirs), "{text}"),
            _ => panic!("{text}: {ours:?}, {theirs:?}"),
        }
    }

    #[test]
    fn what_is_no_list_is_read_as_serde_json_reads_it() {
        let id = "0198a000-0000-7000-8000-000000000001";
        for value in [
            json!(null),
            json!(5),
            json!("sign_in"),
            json!("nonsense"),
            json!({}),
            json!({"nonsense": {}}),
            json!({"approve": {"partner": id}}),
            json!({"approve": {"partner": id, "more": 1}}),
            json!({"approve": {}}),
            json!({"approve": 5}),
            json!({"sign_in": null}),
            json!({"name": "x", "email": "y", "language": "es", "proxy": true}),
            json!({"name": "x", "email": "y", "nonsense": true}),
            json!({"actor": {"role": "scheduler", "bank": id}, "question": {"history": {"limit": 5}}}),
            json!({"seq": 7, "bank": null, "counts": {"approved": 5}}),
            json!({"seq": 7, "bank": null, "counts": {"nonsense": 5}}),
            json!({"command": {"id": id, "digest": "00", "at": "2026-01-01T00:00:00Z", "answer": [1, {"a": []}]}}),
            json!({"token": {"digest": "zz", "invitation": {}}}),
        ] {
            same::<Command>(&value);
            same::<Question>(&value);
            same::<NewPartner>(&value);
            same::<Message>(&value);
            same::<Facts>(&value);
            same::<Piece>(&value);
            same::<Status>(&value);
            same::<Value>(&value);
        }
    }

    #[test]
    fn a_list_is_no_object() {
        for text in [r#"{"approve": []}"#, r#"{"approve": ["0198a000-0000-7000-8000-000000000001"]}"#] {
            let error = from_text::<Command>(text).unwrap_err().to_string();
            assert!(error.starts_with(NO_OBJECT), "{error}");
        }
    }

    #[test]
    fn a_word_is_one_of_its_list() {
        assert_eq!(from_word::<Status>("approved").unwrap(), Status::Approved);
        let error = from_word::<Status>("nonsense").unwrap_err().to_string();
        assert!(error.starts_with("unknown variant `nonsense`, expected one of `uninvited`"), "{error}");
    }
}

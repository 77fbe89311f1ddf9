//! A field of a patch: absent is unchanged, `null` is cleared, a value is set.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A field of a patch. On the wire: absent, `null`, or the value.
///
/// Use with `#[serde(default, skip_serializing_if = "Change::is_keep")]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Change<T> {
    /// Unchanged.
    #[default]
    Keep,
    /// Cleared.
    Clear,
    /// Set.
    Set(T),
}

impl<T> Change<T> {
    /// Whether the field stays as it is.
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// The value the field is set to, if it is.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }
}

impl<T: Clone> Change<T> {
    /// Changes `field` as the patch says.
    pub fn apply(&self, field: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Clear => *field = None,
            Self::Set(value) => *field = Some(value.clone()),
        }
    }
}

impl<T: PartialEq> Change<T> {
    /// Leaves the field out if it would change nothing.
    pub(crate) fn reduce(&mut self, current: Option<&T>) {
        let same = match self {
            Self::Keep => true,
            Self::Clear => current.is_none(),
            Self::Set(value) => current == Some(value),
        };
        if same {
            *self = Self::Keep;
        }
    }
}

/// Leaves a field that cannot be cleared out of a patch if it would change nothing.
pub(crate) fn reduce<T: PartialEq>(field: &mut Option<T>, current: &T) {
    if field.as_ref() == Some(current) {
        *field = None;
    }
}

impl<T> From<Option<T>> for Change<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Clear, Self::Set)
    }
}

impl<T: Serialize> Serialize for Change<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Change<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}

/// Reads a field of a patch that cannot be cleared: `null` is refused there, not passed over as if the field were absent.
///
/// # Errors
/// For `null`, and whatever is no `T`.
pub(crate) fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Change<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Option::<T>::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<T>::json_schema(generator)
    }
    fn inline_schema() -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_schema_of_a_patch_says_in_its_place_that_a_field_may_be_null() {
        let schema: serde_json::Value = serde_json::from_str(crate::wire::SCHEMA).unwrap();
        let field = &schema["$defs"]["PartnerPatch"]["properties"]["quota"]["type"];
        assert_eq!(*field, serde_json::json!(["integer", "null"]));
    }
}

//! Values of the wire as trees of JSON, by way of text: serde writes a type's reader and writer anew for every form there is, and
//! text is the one that all have.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Result, Value};

use super::from_text;

/// `value` as a tree.
///
/// # Errors
/// For what JSON has no words for.
pub fn tree(value: &impl Serialize) -> Result<Value> {
    serde_json::from_str(&serde_json::to_string(value)?)
}

/// The value that stands in a tree.
///
/// # Errors
/// When it is not of the type.
pub fn from_tree<T: DeserializeOwned>(tree: &Value) -> Result<T> {
    from_text(&tree.to_string())
}

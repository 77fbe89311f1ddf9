//! The receipt of the one import a bank may make.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::id::CommandId;

/// Proof of the one import: when, who, how many, and of what content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The command that imported.
    pub command: CommandId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, in which role.
    pub by: Actor,
    /// How many partners were added.
    pub partners: u64,
    /// How many bytes the file had.
    pub bytes: u64,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub digest: String,
    /// The idempotency key given with it.
    pub key: Option<String>,
}

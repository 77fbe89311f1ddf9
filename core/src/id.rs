//! Identifiers.
//!
//! Every id is a UUID. Ids are made from what the host hands in (the command's id and its time), never drawn at
//! random inside the library: the same command decided twice gives the same ids.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        // By the bytes, as one number: ids are looked up all the time, and comparing byte strings is a call each time.
        impl Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.0.as_u128().cmp(&other.0.as_u128())
            }
        }

        impl PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// A bank: the tenant.
    BankId;
    /// A partner of one bank.
    PartnerId;
    /// A group of partners.
    GroupId;
    /// A category of items.
    CategoryId;
    /// An item a bank hands out.
    ItemId;
    /// A partner's request.
    RequestId;
    /// A distribution to a partner.
    DistributionId;
    /// A human with one login: see [`person_id`](crate::people::person_id).
    PersonId;
    /// An invitation of a person to a role.
    InvitationId;
    /// One command. The host draws it; sending the same one again gets the first answer again.
    CommandId;
    /// One reminder that went out: made from what it is about, so that there can only be one.
    ReminderId;
    /// One message in the outbox. Stable, so that a mail provider can drop a repeat.
    MessageId;
}

/// Makes the ids of whatever one command creates.
///
/// The n-th id is 48 bits of the command's time in milliseconds followed by 74 bits of SHA-256 over the command id,
/// plus n: sortable by time, dense within one command (good for database indexes), and equal for equal input.
/// The layout is UUID version 8 (RFC 9562, section 5.8).
#[derive(Clone, Debug)]
pub struct Ids {
    command: CommandId,
    millis: u64,
    /// Made with the first id: most commands create nothing.
    base: Option<u128>,
    next: u128,
}

const RANDOM_BITS: u32 = 74;

impl Ids {
    /// Ids for the command `command`, given at `at`.
    #[must_use]
    pub fn new(command: CommandId, at: DateTime<Utc>) -> Self {
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        Self { command, millis, base: None, next: 0 }
    }

    /// An id made from a text alone: the same text gives the same id.
    pub(crate) fn from_text<T: From<Uuid>>(text: &str) -> T {
        T::from(uuid::Builder::from_custom_bytes(hashed(text.as_bytes()).to_be_bytes()).into_uuid())
    }

    /// The next id, of whatever kind is asked for.
    #[expect(
        clippy::should_implement_trait,
        reason = "endless and generic in its result, so not an Iterator"
    )]
    pub fn next<T: From<Uuid>>(&mut self) -> T {
        let base = *self.base.get_or_insert_with(|| hashed(self.command.0.as_bytes()));
        let random = base.wrapping_add(self.next) & ((1 << RANDOM_BITS) - 1);
        self.next = self.next.wrapping_add(1);
        let time = u128::from(self.millis & 0xFFFF_FFFF_FFFF) << 80;
        let high = (random >> 62) << 64;
        let low = random & ((1 << 62) - 1);
        // The parts do not overlap.
        T::from(Uuid::from_u128(time + (0x8 << 76) + high + (0b10 << 62) + low))
    }
}

/// The first 128 bits of SHA-256.
fn hashed(bytes: &[u8]) -> u128 {
    Sha256::digest(bytes).first_chunk().map_or(0, |first| u128::from_be_bytes(*first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_sorted_distinct_and_repeatable() {
        let command = CommandId(Uuid::from_u128(7));
        let at = DateTime::from_timestamp_millis(1_800_000_000_123).unwrap();
        let mut ids = Ids::new(command, at);
        let made: Vec<PartnerId> = (0..1000).map(|_| ids.next()).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(Ids::new(command, at).next::<PartnerId>(), made[0]);
        assert_eq!(made[0].0.get_version_num(), 8);
        assert_eq!(made[0].0.get_variant(), uuid::Variant::RFC4122);
    }
}

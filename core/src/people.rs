//! People: one login, many roles (rulebook, section 3).
//!
//! A person is known by its email address and nothing else: its id is made from the address. So one address is one login
//! in every bank and every store, nothing outside the banks has to be kept in step, and two writers at once cannot make
//! one person twice. The price: the id is a pseudonym, in which who knows an address can recognise it.
//!
//! Each bank keeps what it knows of a person in a row of its own, roles included. A person whose last role was revoked
//! keeps its row, so that its version never begins again.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::actor::Actor;
use crate::bank::Version;
use crate::error::{Code, Error, Reason};
use crate::flow::whole_micros;
use crate::id::{BankId, InvitationId, PartnerId, PersonId};
use crate::language::Language;
use crate::store::Facts;
use crate::text::email_key;

/// How many days an invitation is valid. It ends when they have passed, at that instant.
pub const INVITATION_DAYS: i64 = 14;

/// What goes before the address in the digest an id is made of, so that it is nothing but our id.
const PERSON: &str = "partnerkit:person:";

/// The id of the person at an address: the same for every spelling of it, in every bank and every store.
///
/// A UUID of version 8 (RFC 9562, section 5.8): the first 16 bytes of the SHA-256 of `partnerkit:person:` and the
/// address's [`email_key`], with version and variant written over.
///
/// ```
/// use partnerkit::people::person_id;
/// assert_eq!(person_id(" Ann@Example.ORG"), person_id("ann@example.org"));
/// assert_ne!(person_id("ann@example.org"), person_id("bob@example.org"));
/// ```
#[must_use]
pub fn person_id(email: &str) -> PersonId {
    let digest = Sha256::new().chain_update(PERSON).chain_update(email_key(email)).finalize();
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, from)| *byte = from);
    PersonId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

/// A person as one bank knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Its id: [`person_id`] of its address.
    pub id: PersonId,
    /// How often the row has been written.
    pub version: Version,
    /// Its address, as the bank first wrote it.
    pub email: String,
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
    /// The language it wants to be written to in.
    #[serde(default)]
    pub language: Option<Language>,
    /// What it may act as in this bank, and what it is invited to.
    #[serde(with = "as_list")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<HeldRole>"))]
    pub roles: BTreeMap<Role, Holding>,
}

impl Person {
    /// Whether the person may act in `role`: invited is not enough.
    #[must_use]
    pub fn holds(&self, role: Role) -> bool {
        self.roles.get(&role).is_some_and(|holding| holding.accepted_at.is_some())
    }

    /// The role of the bank's own people it holds, if any.
    #[must_use]
    pub fn bank_role(&self) -> Option<Role> {
        [Role::BankAdmin, Role::BankStaff].into_iter().find(|role| self.holds(*role))
    }

    /// The open invitation to `role`, whether or not its time has passed.
    #[must_use]
    pub fn invitation(&self, role: Role) -> Option<&Invitation> {
        self.roles.get(&role).and_then(|holding| holding.invitation.as_ref())
    }
}

/// What a person may act as in one bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// An admin of the bank: everything staff may do, and the bank's settings and people.
    BankAdmin,
    /// Bank staff.
    BankStaff,
    /// A user of one partner.
    PartnerUser {
        /// The partner.
        partner: PartnerId,
    },
}

impl Role {
    /// The role an actor names; none for the scheduler and the host.
    #[must_use]
    pub const fn of(actor: &Actor) -> Option<Self> {
        match *actor {
            Actor::BankAdmin { .. } => Some(Self::BankAdmin),
            Actor::BankStaff { .. } => Some(Self::BankStaff),
            Actor::PartnerUser { partner, .. } => Some(Self::PartnerUser { partner }),
            Actor::Scheduler { .. } | Actor::Host => None,
        }
    }

    /// The actor that `person` is in this role.
    #[must_use]
    pub const fn actor(self, bank: BankId, person: PersonId) -> Actor {
        match self {
            Self::BankAdmin => Actor::BankAdmin { bank, person },
            Self::BankStaff => Actor::BankStaff { bank, person },
            Self::PartnerUser { partner } => Actor::PartnerUser { bank, partner, person },
        }
    }

    /// The partner, if it is a role of a partner's.
    #[must_use]
    pub const fn partner(self) -> Option<PartnerId> {
        match self {
            Self::PartnerUser { partner } => Some(partner),
            Self::BankAdmin | Self::BankStaff => None,
        }
    }

    /// The word of it, without the partner; the wire spelling.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::BankAdmin => "bank_admin",
            Self::BankStaff => "bank_staff",
            Self::PartnerUser { .. } => "partner_user",
        }
    }

    /// The other role of the bank's own people; none for a partner's. A person holds one of the two at most.
    pub(crate) const fn other_of_bank(self) -> Option<Self> {
        match self {
            Self::BankAdmin => Some(Self::BankStaff),
            Self::BankStaff => Some(Self::BankAdmin),
            Self::PartnerUser { .. } => None,
        }
    }
}

/// How a person stands to a role: it holds it, or is invited to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holding {
    /// Since when it holds the role; none as long as it is only invited.
    #[serde(default)]
    pub accepted_at: Option<DateTime<Utc>>,
    /// The one invitation that can still be accepted: a newer one takes its place.
    #[serde(default)]
    pub invitation: Option<Invitation>,
    /// When it last signed in in this role.
    #[serde(default)]
    pub last_used_at: Option<DateTime<Utc>>,
}

/// An invitation to a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// From when on it can no longer be accepted.
    pub expires_at: DateTime<Utc>,
}

impl Invitation {
    /// An invitation made at `at`.
    pub(crate) fn new(id: InvitationId, at: DateTime<Utc>) -> Self {
        let end = at.checked_add_signed(TimeDelta::days(INVITATION_DAYS));
        Self { id, at, expires_at: end.unwrap_or_else(|| whole_micros(DateTime::<Utc>::MAX_UTC)) }
    }
}

/// A role with how a person stands to it, as it stands on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeldRole {
    /// The role.
    pub role: Role,
    /// How the person stands to it.
    #[serde(flatten)]
    pub holding: Holding,
}

/// The roles of a person as a list: JSON has no maps with such keys.
mod as_list {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serializer};

    use super::{HeldRole, Holding, Role};

    pub(super) fn serialize<S: Serializer>(
        roles: &BTreeMap<Role, Holding>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(
            roles.iter().map(|(role, holding)| HeldRole { role: *role, holding: holding.clone() }),
        )
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<Role, Holding>, D::Error> {
        let held = Vec::<HeldRole>::deserialize(deserializer)?;
        Ok(crate::order::gathered(held.into_iter().map(|held| (held.role, held.holding))))
    }
}

/// A role a person holds, as a sign-in screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleOf {
    /// Who to be to act in it.
    pub actor: Actor,
    /// The bank's name.
    pub bank_name: String,
    /// The partner's name, for a role of a partner's.
    #[serde(default)]
    pub partner_name: Option<String>,
    /// When the person last signed in in it.
    #[serde(default)]
    pub last_used_at: Option<DateTime<Utc>>,
}

/// What a token stands for: one invitation of one person to one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InvitationRef {
    /// Who is invited.
    pub person: PersonId,
    /// To what.
    pub role: Role,
    /// By which invitation.
    pub invitation: InvitationId,
}

/// Lets pass whoever need not or does hold the role they name.
///
/// A bank that has no admin yet leaves it to its host who may act. From its first admin on everybody holds the role they
/// act in; so revoking it takes effect at once.
///
/// # Errors
/// [`Code::RoleNotHeld`].
pub(crate) fn holds_its_role(actor: &Actor, facts: &Facts) -> Result<(), Error> {
    let (Some(role), Some(person)) = (Role::of(actor), actor.person()) else { return Ok(()) };
    let keeps_people = facts.bank.as_ref().is_some_and(|bank| bank.keeps_people);
    if !keeps_people || facts.people.get(&person).is_some_and(|row| row.holds(role)) {
        return Ok(());
    }
    Err(Reason::new(Code::RoleNotHeld).with("needs", role.slug()).into())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn an_id_is_the_sha_256_of_prefix_and_key() {
        // printf 'partnerkit:person:ann@example.org' | sha256sum, version and variant written over.
        let id = person_id("Ann@EXAMPLE.org");
        assert_eq!((id.0.get_version_num(), id.0.get_variant()), (8, uuid::Variant::RFC4122));
        assert_eq!(id, person_id("ann@example.org "));
        assert_eq!(id.to_string(), "32e2cfbb-0b01-89cb-9dad-679ac177257c");
    }

    #[test]
    fn an_invitation_lasts_fourteen_days_and_ends_with_the_calendar_at_the_latest() {
        let at: DateTime<Utc> = "2026-03-02T09:00:00Z".parse().unwrap();
        let invitation = |at| Invitation::new(InvitationId(Uuid::nil()), at);
        assert_eq!(invitation(at).expires_at, "2026-03-16T09:00:00Z".parse::<DateTime<Utc>>().unwrap());
        let end = whole_micros(DateTime::<Utc>::MAX_UTC);
        assert_eq!(invitation(end).expires_at, end);
    }

    #[test]
    fn roles_stand_on_the_wire_as_a_list() {
        let partner = PartnerId(Uuid::from_u128(5));
        let roles = [Role::BankAdmin, Role::PartnerUser { partner }].map(|role| (role, Holding::default()));
        let person = Person {
            id: person_id("a@b.org"),
            version: 1,
            email: "a@b.org".to_owned(),
            name: None,
            language: Some(Language::Spanish),
            roles: roles.into(),
        };
        let json = serde_json::to_value(&person).unwrap();
        assert_eq!(json["roles"][0]["role"], "bank_admin");
        assert_eq!(json["roles"][1]["role"]["partner_user"]["partner"], partner.to_string());
        assert_eq!(serde_json::from_value::<Person>(json).unwrap(), person);
    }
}

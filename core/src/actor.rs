//! Who acts: a person in one role, the scheduler, or the host itself (rulebook, section 3).
//!
//! The host authenticates people and says which role they act in. The bank an actor belongs to is the only bank it can
//! see or change: the tenant always comes from the role, never from the command.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{Audience, Code, Error, Reason};
use crate::id::{BankId, PartnerId, PersonId};

/// A person acting in one role, the scheduler of a bank, or the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "role", rename_all = "snake_case", deny_unknown_fields)]
pub enum Actor {
    /// A bank admin: everything staff may do, and the bank's settings and people.
    BankAdmin {
        /// The bank.
        bank: BankId,
        /// The person.
        person: PersonId,
    },
    /// Bank staff: everything about partners, groups, requests and distributions.
    BankStaff {
        /// The bank.
        bank: BankId,
        /// The person.
        person: PersonId,
    },
    /// A user of one partner: that partner only.
    PartnerUser {
        /// The bank the partner belongs to.
        bank: BankId,
        /// The partner.
        partner: PartnerId,
        /// The person.
        person: PersonId,
    },
    /// The daily sweep of one bank.
    Scheduler {
        /// The bank.
        bank: BankId,
    },
    /// The host program itself. It creates banks, gives them admins, and hands in the tokens of people it has
    /// authenticated.
    Host,
}

impl Actor {
    /// Somebody in the role with this wire spelling, of no bank in particular: for questions in which only the role counts, as
    /// in [`lifecycle::decide`](crate::lifecycle::decide). `own` is the partner of a partner's user.
    ///
    /// ```
    /// use partnerkit::actor::Actor;
    /// use partnerkit::id::PartnerId;
    /// # use uuid::Uuid;
    ///
    /// let own = PartnerId(Uuid::nil());
    /// assert!(Actor::in_role("bank_staff", own).is_some_and(|actor| actor.is_bank()));
    /// assert_eq!(Actor::in_role("visitor", own), None);
    /// ```
    #[must_use]
    pub fn in_role(role: &str, own: PartnerId) -> Option<Self> {
        let (bank, person) = (BankId(Uuid::nil()), PersonId(Uuid::nil()));
        [
            Self::BankAdmin { bank, person },
            Self::BankStaff { bank, person },
            Self::PartnerUser { bank, partner: own, person },
            Self::Scheduler { bank },
            Self::Host,
        ]
        .into_iter()
        .find(|actor| actor.role() == role)
    }

    /// The role, in its wire spelling.
    #[must_use]
    pub const fn role(&self) -> &'static str {
        match self {
            Self::BankAdmin { .. } => "bank_admin",
            Self::BankStaff { .. } => "bank_staff",
            Self::PartnerUser { .. } => "partner_user",
            Self::Scheduler { .. } => "scheduler",
            Self::Host => "host",
        }
    }

    /// The bank the actor belongs to. The host belongs to none.
    #[must_use]
    pub const fn bank(&self) -> Option<BankId> {
        match *self {
            Self::BankAdmin { bank, .. }
            | Self::BankStaff { bank, .. }
            | Self::PartnerUser { bank, .. }
            | Self::Scheduler { bank } => Some(bank),
            Self::Host => None,
        }
    }

    /// The person who acts, if it is one.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        match *self {
            Self::BankAdmin { person, .. }
            | Self::BankStaff { person, .. }
            | Self::PartnerUser { person, .. } => Some(person),
            Self::Scheduler { .. } | Self::Host => None,
        }
    }

    /// The partner the actor acts for, if it is a partner's user.
    #[must_use]
    pub const fn partner(&self) -> Option<PartnerId> {
        match *self {
            Self::PartnerUser { partner, .. } => Some(partner),
            _ => None,
        }
    }

    /// Whether the actor is staff or an admin of a bank.
    #[must_use]
    pub const fn is_bank(&self) -> bool {
        matches!(self, Self::BankAdmin { .. } | Self::BankStaff { .. })
    }

    /// Whether the actor is an admin of a bank.
    #[must_use]
    pub const fn is_admin(&self) -> bool {
        matches!(self, Self::BankAdmin { .. })
    }

    /// Which sentences the actor gets.
    #[must_use]
    pub const fn audience(&self) -> Audience {
        match self {
            Self::PartnerUser { .. } => Audience::Partner,
            _ => Audience::Staff,
        }
    }

    /// Lets bank staff and admins pass.
    ///
    /// # Errors
    /// [`Code::NotPermitted`] for everybody else.
    pub fn needs_bank(&self) -> Result<(), Error> {
        if self.is_bank() { Ok(()) } else { Err(not_permitted("bank_staff")) }
    }

    /// Lets bank admins pass.
    ///
    /// # Errors
    /// [`Code::NotPermitted`] for everybody else.
    pub fn needs_admin(&self) -> Result<(), Error> {
        if self.is_admin() { Ok(()) } else { Err(not_permitted("bank_admin")) }
    }

    /// Lets the bank pass, and users of `partner`. To a user of another partner, `partner` does not exist.
    ///
    /// # Errors
    /// [`Code::NotFound`] for users of another partner, [`Code::NotPermitted`] for the scheduler and the host.
    pub fn needs_partner(&self, partner: PartnerId) -> Result<(), Error> {
        match self.partner() {
            Some(own) if own == partner => Ok(()),
            Some(_) => Err(not_found("partner")),
            None => self.needs_bank(),
        }
    }
}

/// "There is no such `what`": for unknown ids, removed ones and those of other banks alike.
pub(crate) fn not_found(what: &str) -> Error {
    Reason::new(Code::NotFound).with("what", what).into()
}

/// "This needs the role `needs`."
pub(crate) fn not_permitted(needs: &str) -> Error {
    Reason::new(Code::NotPermitted).with("needs", needs).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_spelt_as_on_the_wire_and_found_by_it() {
        let own = PartnerId(Uuid::from_u128(7));
        for role in ["bank_admin", "bank_staff", "partner_user", "scheduler", "host"] {
            let actor = Actor::in_role(role, own).unwrap();
            assert_eq!(serde_json::to_value(actor).unwrap()["role"], role);
            assert_eq!(actor.partner().is_some(), role == "partner_user");
            assert!(actor.partner().is_none_or(|partner| partner == own));
        }
        let schema: serde_json::Value = serde_json::from_str(crate::wire::SCHEMA).unwrap();
        assert_eq!(
            schema["$defs"]["Actor"]["oneOf"].as_array().unwrap().len(),
            5,
            "a role is not looked for here"
        );
        assert_eq!(Actor::in_role("bank", own), None);
    }
}

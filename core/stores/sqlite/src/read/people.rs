//! People and the tokens of their invitations.

use partnerkit::id::{BankId, PartnerId, PersonId};
use partnerkit::people::{Holding, InvitationRef, Person, Role};
use partnerkit::token::TokenDigest;
use rusqlite::types::Value;
use rusqlite::{Row, Transaction};

use super::{Reader, blob, first, list};
use crate::errors::Fault;
use crate::values::{At, Count, Json, Slug};

const SELECT: &str = "SELECT bank_id, id, version, email, name, language FROM people";

impl Reader<'_> {
    pub(super) fn person(&mut self, id: PersonId) -> Result<(), Fault> {
        self.people_where("id = ?", [blob(id.0)])
    }

    pub(super) fn bank_people(&mut self) -> Result<(), Fault> {
        let some = "id IN (SELECT person_id FROM person_roles WHERE bank_id = ? AND partner_id IS NULL)";
        self.people_where(some, [blob(self.bank.0)])
    }

    pub(super) fn users(&mut self, partner: PartnerId) -> Result<(), Fault> {
        let some = "id IN (SELECT person_id FROM person_roles WHERE bank_id = ? AND partner_id = ?)";
        self.people_where(some, [blob(self.bank.0), blob(partner.0)])
    }

    pub(super) fn people_where(
        &mut self,
        condition: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<(), Fault> {
        let mut select = self.select(&format!("{SELECT} WHERE bank_id = ?"));
        select.and(condition, values);
        for (bank, mut person) in select.list(self.view, make)? {
            add_roles(self.view, bank, &mut person)?;
            self.facts.people.insert(person.id, person);
        }
        Ok(())
    }

    /// Whether the person holds a role in any bank: the one need that looks across them.
    pub(super) fn login(&mut self, person: PersonId) -> Result<(), Fault> {
        let sql = "SELECT 1 FROM person_roles WHERE person_id = ? AND accepted_at IS NOT NULL LIMIT 1";
        if first(self.view, sql, [person.0], |_| Ok(()))?.is_some() {
            self.facts.logins.insert(person);
        }
        Ok(())
    }

    pub(super) fn token(&mut self, digest: TokenDigest) -> Result<(), Fault> {
        let sql = "SELECT invitation FROM invitation_tokens WHERE bank_id = ? AND digest = ?";
        let found = first(self.view, sql, rusqlite::params![self.bank.0, digest.0], |row| {
            row.get::<_, Json<InvitationRef>>(0)
        })?;
        let Some(Json(sent)) = found else { return Ok(()) };
        self.facts.tokens.insert(digest, sent);
        self.person(sent.person)?;
        sent.role.partner().map_or(Ok(()), |partner| self.partner(partner))
    }
}

/// A person as each bank knows it.
pub(crate) fn in_all_banks(view: &Transaction<'_>, person: PersonId) -> Result<Vec<(BankId, Person)>, Fault> {
    let banks = "SELECT bank_id FROM person_roles WHERE person_id = ?1";
    let sql = format!("{SELECT} WHERE id = ?1 AND bank_id IN ({banks}) ORDER BY bank_id");
    let mut known = list(view, &sql, [person.0], make)?;
    for (bank, person) in &mut known {
        add_roles(view, *bank, person)?;
    }
    Ok(known)
}

fn add_roles(view: &Transaction<'_>, bank: BankId, person: &mut Person) -> Result<(), Fault> {
    let sql = "SELECT role, partner_id, accepted_at, invitation, last_used_at FROM person_roles \
               WHERE bank_id = ? AND person_id = ?";
    person.roles.extend(list(view, sql, [bank.0, person.id.0], held)?);
    Ok(())
}

/// A person still without its roles.
fn make(row: &Row<'_>) -> rusqlite::Result<(BankId, Person)> {
    let person = Person {
        id: PersonId(row.get("id")?),
        version: row.get::<_, Count>("version")?.0,
        email: row.get("email")?,
        name: row.get("name")?,
        language: row.get::<_, Option<Slug<_>>>("language")?.map(|language| language.0),
        roles: Default::default(),
    };
    Ok((BankId(row.get("bank_id")?), person))
}

fn held(row: &Row<'_>) -> rusqlite::Result<(Role, Holding)> {
    let role = match row.get::<_, Option<_>>("partner_id")? {
        Some(partner) => Role::PartnerUser { partner: PartnerId(partner) },
        None => row.get::<_, Slug<_>>("role")?.0,
    };
    let holding = Holding {
        accepted_at: row.get::<_, Option<At>>("accepted_at")?.map(|at| at.0),
        invitation: row.get::<_, Option<Json<_>>>("invitation")?.map(|invitation| invitation.0),
        last_used_at: row.get::<_, Option<At>>("last_used_at")?.map(|at| at.0),
    };
    Ok((role, holding))
}

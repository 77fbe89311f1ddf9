//! Letting people in, and out again.

use std::collections::BTreeSet;

use super::bank::keep;
use super::{Deciding, status_reason};
use crate::actor::{not_found, not_permitted};
use crate::capability::{Answer, Capability, capable};
use crate::command::{NewPartner, NewPerson};
use crate::error::{Code, Error, Reason};
use crate::event::{KnownAs, What};
use crate::id::{PartnerId, PersonId};
use crate::people::{Holding, Invitation, InvitationRef, Person, Role, holds_its_role, person_id};
use crate::store::{Expect, RowId};
use crate::text;
use crate::token::Token;
use crate::transition::{Action, Outcome, decide};

impl<'a> Deciding<'a> {
    /// Lets pass whoever may act in the role they name, and relies on it.
    pub(super) fn acts_by_right(&mut self) -> Result<(), Error> {
        let (Some(person), Some(bank)) = (self.actor().person(), &self.facts.bank) else { return Ok(()) };
        holds_its_role(&self.actor(), self.facts)?;
        if bank.keeps_people {
            self.known(person);
        } else {
            self.bank()?;
        }
        Ok(())
    }

    /// A person as the bank knows it, or that it does not.
    // INVARIANT: only for people that `needs` names, or the store would always say otherwise.
    pub(crate) fn known(&mut self, id: PersonId) -> Option<&'a Person> {
        let row = self.facts.people.get(&id);
        self.expects.insert(match row {
            Some(row) => Expect::Version(RowId::Person(id), row.version),
            None => Expect::Absent(RowId::Person(id)),
        });
        row
    }

    /// Lets a person into a role: at once if it has a login, else by an invitation. Who holds the role already is only told.
    pub(super) fn let_in(&mut self, person: KnownAs, role: Role) {
        let holds = self.known(person.id).is_some_and(|row| row.holds(role));
        if holds || self.facts.logins.contains(&person.id) {
            self.happen(What::RoleGranted { person, role });
        } else {
            let invitation = Invitation::new(self.ids.next(), self.order.at);
            self.happen(What::PersonInvited { person, role, invitation });
        }
    }

    /// The person at a partner's contact address is let in.
    pub(super) fn let_contact_in(&mut self, partner: PartnerId, email: &str) {
        let person = KnownAs { id: person_id(email), email: email.to_owned(), name: None, language: None };
        self.let_in(person, Role::PartnerUser { partner });
    }

    /// A partner's contact has another address: what was sent to the former one becomes void. Answers whether the person
    /// there may still act for the partner, as far as can be told.
    pub(super) fn contact_left(&mut self, partner: PartnerId, former: &str) -> Result<bool, Error> {
        let (person, role) = (person_id(former), Role::PartnerUser { partner });
        let keeps_people = self.bank()?.keeps_people;
        let Some(row) = self.known(person) else { return Ok(!keeps_people) };
        if row.invitation(role).is_some() {
            self.happen(What::InvitationVoided { person, role });
        }
        Ok(!keeps_people || row.holds(role))
    }

    pub(super) fn add_admin(&mut self, admin: &NewPerson) -> Result<(), Error> {
        self.bank()?;
        let mut reasons = Vec::new();
        let checked = check(&mut reasons, admin);
        if let Some(person) = &checked {
            let held = self.known(person.id).is_some_and(|row| row.holds(Role::BankAdmin));
            reasons.extend(held.then(|| role_held(person)));
        }
        Error::unless_empty(reasons)?;
        if let Some(person) = checked {
            self.done.created = Some(RowId::Person(person.id));
            self.happen(What::RoleGranted { person, role: Role::BankAdmin });
        }
        Ok(())
    }

    pub(super) fn invite_person(&mut self, new: &NewPerson, role: Role) -> Result<(), Error> {
        let mut reasons = Vec::new();
        match role {
            Role::PartnerUser { partner } => {
                let row = self.partner(partner)?;
                if self.actor().partner().is_none() {
                    self.actor().needs_admin()?;
                }
                reasons.extend(status_reason(row, Capability::SignIn));
            }
            Role::BankAdmin | Role::BankStaff => self.actor().needs_admin()?,
        }
        self.bank()?;
        let checked = check(&mut reasons, new);
        if let Some(person) = &checked {
            let is_held = |row: &Person| {
                row.holds(role) || (role.other_of_bank().is_some() && row.bank_role().is_some())
            };
            let held = self.known(person.id).is_some_and(is_held);
            reasons.extend(held.then(|| role_held(person)));
        }
        Error::unless_empty(reasons)?;
        if let Some(person) = checked {
            self.done.created = Some(RowId::Person(person.id));
            self.let_in(person, role);
        }
        Ok(())
    }

    /// Everything that is wrong with the token itself reads the same: it says nothing about what is there.
    pub(super) fn accept_invitation(&mut self, token: &Token, email: &str) -> Result<(), Error> {
        let invalid = || Error::from(Code::InvitationInvalid);
        let sent = token.digest().and_then(|digest| self.facts.tokens.get(&digest));
        let sent = *sent.filter(|sent| sent.person == person_id(email)).ok_or_else(invalid)?;
        let InvitationRef { person, role, invitation } = sent;
        let open = match self.known(person).and_then(|row| row.roles.get(&role)) {
            Some(Holding { accepted_at: Some(_), .. }) => return Err(Code::InvitationUsed.into()),
            Some(Holding { invitation: Some(open), .. }) if open.id == invitation => open,
            _ => return Err(invalid()),
        };
        self.bank()?;
        let mut reasons = Vec::new();
        if self.order.at >= open.expires_at {
            reasons.push(Code::InvitationExpired.into());
        }
        if let Some(partner) = role.partner() {
            reasons.extend(status_reason(self.partner(partner)?, Capability::SignIn));
        }
        Error::unless_empty(reasons)?;
        self.done.accepted = Some(sent);
        self.happen(What::InvitationAccepted { person, role, invitation });
        Ok(())
    }

    pub(super) fn change_role(&mut self, person: PersonId, to: Role) -> Result<(), Error> {
        self.actor().needs_admin()?;
        self.bank()?;
        let Some(from) = to.other_of_bank() else {
            let detail = "only `bank_admin` and `bank_staff` can be changed into each other";
            return Err(Reason::new(Code::WireInvalid).with("detail", detail).on("to").into());
        };
        let row = self.known(person).filter(|row| row.bank_role().is_some());
        let row = row.ok_or_else(|| not_found("person"))?;
        if row.holds(to) {
            return Ok(());
        }
        self.leaves_an_admin(row, from)?;
        self.happen(What::RoleChanged { person, role: to });
        Ok(())
    }

    pub(super) fn revoke_role(&mut self, person: PersonId, role: Role) -> Result<(), Error> {
        self.actor().needs_admin()?;
        self.bank()?;
        let row = self.known(person).filter(|row| row.roles.contains_key(&role));
        let row = row.ok_or_else(|| not_found("person"))?;
        self.leaves_an_admin(row, role)?;
        if let Some(partner) = role.partner().filter(|_| row.holds(role)) {
            self.warn_of_last_user(person, partner)?;
        }
        self.happen(What::RoleRevoked { person, role });
        Ok(())
    }

    /// Refuses to take `role` from the bank's last admin.
    fn leaves_an_admin(&mut self, row: &Person, role: Role) -> Result<(), Error> {
        if role != Role::BankAdmin || !row.holds(role) {
            return Ok(());
        }
        let another = self.another(row.id, role).ok_or(Code::LastAdmin)?;
        self.known(another);
        Ok(())
    }

    /// That nobody else is there is true of the whole bank; that somebody is, of that one person.
    fn warn_of_last_user(&mut self, person: PersonId, partner: PartnerId) -> Result<(), Error> {
        let row = self.partner(partner)?;
        if let Some(another) = self.another(person, Role::PartnerUser { partner }) {
            self.known(another);
        } else {
            self.rely_on_whole_bank();
            self.done.warnings.push(Reason::new(Code::LastUser).with("partner", row.details.name.as_str()));
        }
        Ok(())
    }

    /// Somebody else who holds the role.
    fn another(&self, person: PersonId, role: Role) -> Option<PersonId> {
        let mut others = self.facts.people.values().filter(|other| other.id != person);
        others.find(|other| other.holds(role)).map(|other| other.id)
    }

    pub(super) fn sign_in(&mut self) -> Result<(), Error> {
        let (Some(role), Some(person)) = (Role::of(&self.actor()), self.actor().person()) else {
            return Err(not_permitted("bank_staff"));
        };
        self.bank()?;
        let mut access = Answer::Yes;
        if let Some(partner) = role.partner() {
            let row = self.partner(partner)?;
            access = capable(row.standing(), Capability::SignIn);
            if access == Answer::No {
                return Error::unless_empty(status_reason(row, Capability::SignIn).into_iter().collect());
            }
        }
        self.done.access = Some(access);
        // Where the host keeps the people there may be nobody to remember it of.
        if self.known(person).is_some_and(|row| row.holds(role)) {
            self.happen(What::SignedIn { person, role });
        }
        Ok(())
    }

    pub(super) fn set_up_proxy(
        &mut self,
        new: &NewPartner,
        people: &BTreeSet<PersonId>,
    ) -> Result<(), Error> {
        self.actor().needs_bank()?;
        if people.is_empty() && self.bank()?.keeps_people {
            return Err(Reason::new(Code::NoPeople).on("people").into());
        }
        let mut users = Vec::new();
        for person in people {
            let row = self.known(*person).filter(|row| row.bank_role().is_some());
            users.push(row.ok_or_else(|| not_found("person"))?);
        }
        let partner = self.add_partner(&NewPartner { proxy: true, ..new.clone() })?;
        let (action, from) = (Action::InviteAndApprove, crate::status::Standing::START);
        let Outcome::Moved(to) = decide(from, action) else {
            return Err(Reason::bug("a new partner cannot be approved").into());
        };
        self.happen(What::PartnerMoved { partner, action, from: from.status, to: to.status, note: None });
        for row in users {
            let person = KnownAs { id: row.id, email: row.email.clone(), name: None, language: None };
            self.happen(What::RoleGranted { person, role: Role::PartnerUser { partner } });
        }
        Ok(())
    }
}

/// Checks a new person; none if there is a reason against its address.
pub(super) fn check(reasons: &mut Vec<Reason>, new: &NewPerson) -> Option<KnownAs> {
    let email = keep(reasons, "email", text::email(&new.email));
    let name = keep(reasons, "name", text::opaque("name", new.name.as_deref().unwrap_or_default()));
    let email = email?;
    Some(KnownAs { id: person_id(&email), email, name: name.flatten(), language: new.language })
}

fn role_held(person: &KnownAs) -> Reason {
    Reason::new(Code::RoleHeld).with("email", person.email.as_str()).on("email")
}

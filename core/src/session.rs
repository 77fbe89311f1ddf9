//! Somebody who is signed in: the system, seen from one role.
//!
//! What a role may never do has no method here, so that a program that mixes them up does not compile. What it may do
//! only at times is still decided by the rules, each time. Sessions are thin: every method gives one command, and every
//! command is checked again against the roles that are stored, so a revoked role stops working in an open session, too.
//!
//! ```
//! # use partnerkit::command::{Command, NewBank, Order};
//! # use partnerkit::id::{BankId, CommandId, PartnerId};
//! # use partnerkit::store::memory::MemoryStore;
//! # use partnerkit::system::System;
//! # use partnerkit::actor::Actor;
//! # use uuid::Uuid;
//! use partnerkit::command::NewPartner;
//! use partnerkit::people::person_id;
//! use partnerkit::session::Session;
//!
//! # let system = System::new(MemoryStore::new());
//! # let bank = BankId(Uuid::from_u128(1));
//! # let drawn = std::cell::Cell::new(10);
//! // A host draws random ids and reads its clock here.
//! let host = || {
//! #     drawn.set(drawn.get() + 1);
//! #     let drawn = CommandId(Uuid::from_u128(drawn.get()));
//! #     let now = chrono::DateTime::UNIX_EPOCH;
//!     (drawn, now)
//! };
//! # let new = NewBank { id: Some(bank), name: "Pawnee".into(), email: "bank@example.org".into(), admin: Some("ann@example.org".into()) };
//! # let (id, at) = host();
//! # system.execute(&Order { id, at, actor: Actor::Host, command: Command::CreateBank(new) })?;
//! // The first is the role used last; a sign-in screen shows them all.
//! let roles = system.roles_of(person_id("ann@example.org"))?;
//! if let Session::Admin(admin) = system.sign_in(roles[0].actor, host)? {
//!     let new = NewPartner { name: "Ballard Food Bank".into(), email: "b@example.org".into(), ..NewPartner::default() };
//!     let partner = admin.add_partner(new)?;
//!     admin.invite_and_approve(partner)?;
//! }
//! # Ok::<(), partnerkit::error::Error>(())
//! ```
//!
//! A partner's user cannot even ask for an approval:
//!
//! ```compile_fail,E0599
//! # use partnerkit::{id::PartnerId, session::{Host, PartnerSession}, store::Store};
//! fn sneak<S: Store, H: Host>(session: &PartnerSession<'_, S, H>, partner: PartnerId) {
//!     let _ = session.approve(partner);
//! }
//! ```

use std::fmt;
use std::ops::Deref;

use chrono::{DateTime, Utc};

use crate::actor::Actor;
use crate::bank::BankPatch;
use crate::capability::Answer;
use crate::command::{Command, NewPartner, NewPerson, NewRequest, Order};
use crate::decide::Done;
use crate::error::{Error, Reason};
use crate::id::{CommandId, PartnerId, PersonId, RequestId};
use crate::language::Language;
use crate::order::gathered;
use crate::people::Role;
use crate::profile::ProfilePatch;
use crate::question::{Inquiry, Question, Reply};
use crate::store::{RowId, Store};
use crate::system::System;

/// What a session needs from outside for each thing it does: a new random id, and the time.
///
/// Every closure that gives both is one.
pub trait Host {
    /// A new id and the time.
    fn next(&self) -> (CommandId, DateTime<Utc>);
}

impl<F: Fn() -> (CommandId, DateTime<Utc>)> Host for F {
    fn next(&self) -> (CommandId, DateTime<Utc>) {
        self()
    }
}

/// Somebody who is signed in, by role.
#[derive(Debug)]
pub enum Session<'a, S, H> {
    /// An admin of a bank.
    Admin(AdminSession<'a, S, H>),
    /// Bank staff.
    Staff(StaffSession<'a, S, H>),
    /// A user of one partner.
    Partner(PartnerSession<'a, S, H>),
}

/// Bank staff who is signed in.
pub struct StaffSession<'a, S, H> {
    system: &'a System<S>,
    actor: Actor,
    host: H,
    language: Language,
}

/// An admin who is signed in: everything staff may do, and the bank's settings and people.
#[derive(Debug)]
pub struct AdminSession<'a, S, H>(StaffSession<'a, S, H>);

/// A user of one partner who is signed in.
#[derive(Debug)]
pub struct PartnerSession<'a, S, H> {
    acting: StaffSession<'a, S, H>,
    partner: PartnerId,
    access: Answer,
}

impl<S, H> fmt::Debug for StaffSession<'_, S, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Session").field(&self.actor).finish()
    }
}

impl<S: Store> System<S> {
    /// Begins to act in the role that `actor` names; that is also how to switch. The host has authenticated the person.
    ///
    /// # Errors
    /// `role_not_held`; `not_invited_yet` or `partner_deactivated` where nobody signs in for the partner; `not_permitted`
    /// for the scheduler and the host; `not_found`, or `store_…`.
    pub fn sign_in<H: Host>(&self, actor: Actor, host: H) -> Result<Session<'_, S, H>, Error> {
        let acting = StaffSession { system: self, actor, host, language: Language::English };
        let done = acting.execute(Command::SignIn)?;
        match actor {
            Actor::BankAdmin { .. } => Ok(Session::Admin(AdminSession(acting))),
            Actor::BankStaff { .. } => Ok(Session::Staff(acting)),
            Actor::PartnerUser { partner, .. } => {
                let access = done.access.unwrap_or(Answer::No);
                Ok(Session::Partner(PartnerSession { acting, partner, access }))
            }
            Actor::Scheduler { .. } | Actor::Host => Err(crate::actor::not_permitted("bank_staff")),
        }
    }
}

impl<'a, S, H> Session<'a, S, H> {
    /// The same session, answered in `language`; without this, in English.
    #[must_use]
    pub fn answered_in(self, language: Language) -> Self {
        match self {
            Self::Admin(AdminSession(acting)) => {
                Self::Admin(AdminSession(StaffSession { language, ..acting }))
            }
            Self::Staff(acting) => Self::Staff(StaffSession { language, ..acting }),
            Self::Partner(PartnerSession { acting, partner, access }) => {
                Self::Partner(PartnerSession { acting: StaffSession { language, ..acting }, partner, access })
            }
        }
    }
}

impl<S: Store, H: Host> StaffSession<'_, S, H> {
    /// Who acts.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// Gives any command. What the role may not do is refused.
    ///
    /// # Errors
    /// See [`System::execute`].
    pub fn execute(&self, command: Command) -> Result<Done, Error> {
        let (id, at) = self.host.next();
        self.system.execute(&Order { id, at, actor: self.actor, command })
    }

    /// Asks, in the language of the session ([`Session::answered_in`]).
    ///
    /// # Errors
    /// See [`System::ask`].
    pub fn ask(&self, question: Question) -> Result<Reply, Error> {
        let (_, at) = self.host.next();
        self.system.ask(&Inquiry { at, actor: self.actor, language: self.language, question })
    }

    /// Adds a partner and gives its id.
    ///
    /// # Errors
    /// See [`Command::AddPartner`].
    pub fn add_partner(&self, new: NewPartner) -> Result<PartnerId, Error> {
        created_partner(&self.execute(Command::AddPartner(new))?)
    }

    /// Adds a proxy for the bank's own direct distribution and gives its id.
    ///
    /// # Errors
    /// See [`Command::SetUpProxy`].
    pub fn set_up_proxy(
        &self,
        partner: NewPartner,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Result<PartnerId, Error> {
        let people = gathered(people);
        created_partner(&self.execute(Command::SetUpProxy { partner, people })?)
    }

    /// Invites a partner, and the person at its contact address.
    ///
    /// # Errors
    /// The refusals of the transition table.
    pub fn invite(&self, partner: PartnerId) -> Result<Done, Error> {
        self.execute(Command::Invite { partner })
    }

    /// Invites and approves a partner in one step.
    ///
    /// # Errors
    /// The refusals of the transition table.
    pub fn invite_and_approve(&self, partner: PartnerId) -> Result<Done, Error> {
        self.execute(Command::InviteAndApprove { partner })
    }

    /// Approves a partner.
    ///
    /// # Errors
    /// The refusals of the transition table.
    pub fn approve(&self, partner: PartnerId) -> Result<Done, Error> {
        self.execute(Command::Approve { partner })
    }
}

fn created_partner(done: &Done) -> Result<PartnerId, Error> {
    match done.created {
        Some(RowId::Partner(partner)) => Ok(partner),
        _ => Err(Reason::bug("a partner was added without an id").into()),
    }
}

impl<'a, S, H> Deref for AdminSession<'a, S, H> {
    type Target = StaffSession<'a, S, H>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<S: Store, H: Host> AdminSession<'_, S, H> {
    /// Changes the bank's name, address or settings.
    ///
    /// # Errors
    /// See [`Command::UpdateBank`].
    pub fn update_bank(&self, patch: BankPatch) -> Result<Done, Error> {
        self.execute(Command::UpdateBank(patch))
    }

    /// Invites a person to a role.
    ///
    /// # Errors
    /// See [`Command::InvitePerson`].
    pub fn invite_person(&self, person: NewPerson, role: Role) -> Result<Done, Error> {
        self.execute(Command::InvitePerson { person, role })
    }

    /// Makes staff an admin, or an admin staff.
    ///
    /// # Errors
    /// `last_admin`; see [`Command::ChangeRole`].
    pub fn change_role(&self, person: PersonId, to: Role) -> Result<Done, Error> {
        self.execute(Command::ChangeRole { person, to })
    }

    /// Takes a role, or an open invitation to it, from a person.
    ///
    /// # Errors
    /// `last_admin`; see [`Command::RevokeRole`].
    pub fn revoke_role(&self, person: PersonId, role: Role) -> Result<Done, Error> {
        self.execute(Command::RevokeRole { person, role })
    }
}

impl<S: Store, H: Host> PartnerSession<'_, S, H> {
    /// Who acts.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.acting.actor
    }

    /// Whether the partner was deactivated when signing in, so that there is only something to look at.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.access != Answer::Yes
    }

    /// Asks.
    ///
    /// # Errors
    /// See [`System::ask`].
    pub fn ask(&self, question: Question) -> Result<Reply, Error> {
        self.acting.ask(question)
    }

    /// Changes what the partner says about itself.
    ///
    /// # Errors
    /// See [`Command::UpdateProfile`].
    pub fn update_profile(&self, patch: ProfilePatch) -> Result<Done, Error> {
        self.acting.execute(Command::UpdateProfile { partner: self.partner, patch })
    }

    /// Submits the partner for approval.
    ///
    /// # Errors
    /// The refusals of the transition table, and what is wrong with the profile.
    pub fn submit_for_approval(&self) -> Result<Done, Error> {
        self.acting.execute(Command::SubmitForApproval { partner: self.partner })
    }

    /// Files a request. It is for this partner, whichever it names.
    ///
    /// # Errors
    /// See [`Command::SubmitRequest`].
    pub fn submit_request(&self, new: NewRequest) -> Result<Done, Error> {
        self.acting.execute(Command::SubmitRequest(NewRequest { partner: self.partner, ..new }))
    }

    /// Cancels a pending request of the partner.
    ///
    /// # Errors
    /// See [`Command::CancelRequest`].
    pub fn cancel_request(&self, request: RequestId, reason: Option<String>) -> Result<Done, Error> {
        self.acting.execute(Command::CancelRequest { request, reason })
    }

    /// Invites a colleague to the partner.
    ///
    /// # Errors
    /// See [`Command::InvitePerson`].
    pub fn invite_colleague(&self, person: NewPerson) -> Result<Done, Error> {
        let role = Role::PartnerUser { partner: self.partner };
        self.acting.execute(Command::InvitePerson { person, role })
    }
}

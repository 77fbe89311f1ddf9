//! `people`, `person`, `accept`, `roles` and `proxy`: who may act, and as what.

use clap::{Args, Subcommand};
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewPartner, NewPerson};
use partnerkit::language::Language;
use partnerkit::people::{Person, Role, RoleOf, person_id};
use partnerkit::question::{Question, Reply};
use partnerkit::token::Token;

use super::tell;
use crate::args;
use crate::failure::{Failure, bug};
use crate::paper::{Cell, Ink};
use crate::resolve;
use crate::session::Session;
use crate::values::one_of;
use crate::words;

/// What to do about a person.
#[derive(Subcommand)]
pub enum PersonVerb {
    /// Invite a person to a role (needs an admin; a partner's users invite to their own partner)
    Invite {
        /// The address
        email: String,
        #[command(flatten)]
        role: RoleArg,
        #[command(flatten)]
        named: Named,
    },
    /// Make a person an admin at once; from its first admin on, a bank keeps its people
    Admin {
        /// The address
        email: String,
        #[command(flatten)]
        named: Named,
    },
    /// Make staff an admin, or an admin staff (needs an admin)
    Role {
        /// The address
        email: String,
        /// admin or staff
        #[arg(value_name = "ROLE")]
        to: args::Role,
    },
    /// Take a role, or an open invitation to it, from a person (needs an admin)
    Revoke {
        /// The address
        email: String,
        #[command(flatten)]
        role: RoleArg,
    },
}

/// A role to be given or taken.
#[derive(Args)]
pub struct RoleArg {
    /// The role: admin, staff or partner:NAME
    #[arg(long = "role", id = "given_role", value_name = "ROLE")]
    role: args::Role,
}

/// What is known of a new person.
#[derive(Args)]
pub struct Named {
    /// The person's name
    #[arg(long)]
    name: Option<String>,
    /// The language to write to the person in
    #[arg(long, value_name = "LANGUAGE", value_parser = one_of::<Language>(Language::ALL.map(Language::tag)))]
    speaks: Option<Language>,
}

/// An invitation to be accepted.
#[derive(Args)]
pub struct AcceptArgs {
    /// The token from the invitation
    token: String,
    /// The address of whoever accepts
    #[arg(long)]
    email: String,
}

/// A partner for the bank's own direct distribution.
#[derive(Args)]
pub struct ProxyArgs {
    /// Its name
    name: String,
    /// Its address
    #[arg(long)]
    email: String,
    /// Who of the bank acts for it, by address; none where the bank keeps no people
    #[arg(long = "user", value_name = "ADDRESS")]
    users: Vec<String>,
}

/// Does what was asked about a person.
pub fn person(session: &Session, verb: PersonVerb) -> Result<(), Failure> {
    match verb {
        PersonVerb::Invite { email, role, named } => {
            let role = role_of(session, &role.role)?;
            let command = Command::InvitePerson { person: new(email.clone(), named), role };
            let outcome = match (&session.globals.role, role) {
                (None, _) => session.give_as_admin(command)?,
                _ => session.give(command)?,
            };
            tell(session, &outcome, &format!("{email} is invited, or told of the new role."))
        }
        PersonVerb::Admin { email, named } => {
            let bank = session.bank()?.id;
            let command = Command::AddAdmin { bank, admin: new(email.clone(), named) };
            // Only the host may, and here the host is this program.
            let outcome = session.give_as(Actor::Host, command)?;
            tell(session, &outcome, &format!("{email} is an admin."))
        }
        PersonVerb::Role { email, to: role } => {
            let to = role_of(session, &role)?;
            let outcome = session.give_as_admin(Command::ChangeRole { person: person_id(&email), to })?;
            tell(session, &outcome, &format!("{email} is {}.", words::plain(to.slug())))
        }
        PersonVerb::Revoke { email, role } => {
            let role = role_of(session, &role.role)?;
            let outcome = session.give_as_admin(Command::RevokeRole { person: person_id(&email), role })?;
            tell(session, &outcome, &format!("{email} is no longer {}.", words::plain(role.slug())))
        }
    }
}

fn new(email: String, named: Named) -> NewPerson {
    NewPerson { email, name: named.name, language: named.speaks }
}

fn role_of(session: &Session, role: &args::Role) -> Result<Role, Failure> {
    Ok(match role {
        args::Role::Admin => Role::BankAdmin,
        args::Role::Staff => Role::BankStaff,
        args::Role::Partner(name) => Role::PartnerUser { partner: resolve::partner(session, name)? },
    })
}

/// The bank's own people, or the users of a partner.
pub fn list(session: &Session, partner: Option<&str>) -> Result<(), Failure> {
    let partner = partner.map(|name| resolve::partner(session, name)).transpose()?;
    let reply = session.ask(partner.map_or(Question::People, |partner| Question::Users { partner }))?;
    let Reply::People(people) = &reply else { return Err(bug("another answer than people")) };
    session.answer(&reply, |paper| {
        let mut rows = Vec::new();
        for person in people {
            rows.extend(roles(session, person)?);
        }
        paper.table(&["address", "name", "role", "since", "last signed in"], rows);
        Ok(())
    })
}

/// One row for each role of a person.
fn roles(session: &Session, person: &Person) -> Result<Vec<Vec<Cell>>, Failure> {
    let mut rows = Vec::new();
    for (role, holding) in &person.roles {
        let since = match (holding.accepted_at, &holding.invitation) {
            (Some(at), _) => at.format("%Y-%m-%d").to_string().into(),
            (None, Some(open)) => {
                Cell::new(Ink::Warn, format!("invited until {}", open.expires_at.format("%Y-%m-%d")))
            }
            (None, None) => String::new().into(),
        };
        let name = role.partner().map(|partner| session.partner_name(partner)).transpose()?;
        let role = name.map_or_else(|| words::plain(role.slug()), |name| format!("user of {name}"));
        let used = holding.last_used_at.map(|at| at.format("%Y-%m-%d %H:%M").to_string());
        rows.push(vec![
            (&person.email).into(),
            person.name.clone().unwrap_or_default().into(),
            role.into(),
            since,
            used.unwrap_or_default().into(),
        ]);
    }
    Ok(rows)
}

/// Accepts an invitation, for this program knows who sits at it.
pub fn accept(session: &Session, args: AcceptArgs) -> Result<(), Failure> {
    let command = Command::AcceptInvitation { token: Token::from(args.token), email: args.email.clone() };
    let outcome = session.give_as(Actor::Host, command)?;
    tell(session, &outcome, &format!("{} has accepted.", args.email))
}

/// All roles a person holds, in any bank of the file.
pub fn of_person(session: &Session, email: &str) -> Result<(), Failure> {
    let roles = session.system.roles_of(person_id(email))?;
    session.answer(&roles, |paper| {
        let row = |role: &RoleOf| {
            let used = role.last_used_at.map(|at| at.format("%Y-%m-%d %H:%M").to_string());
            let word = Role::of(&role.actor).map(|role| words::plain(role.slug()));
            vec![
                (&role.bank_name).into(),
                word.unwrap_or_default().into(),
                role.partner_name.clone().unwrap_or_default().into(),
                used.unwrap_or_default().into(),
            ]
        };
        paper.table(&["bank", "role", "partner", "last signed in"], roles.iter().map(row).collect());
        Ok(())
    })
}

/// Signs in, in the role given.
pub fn sign_in(session: &Session) -> Result<(), Failure> {
    let outcome = session.give(Command::SignIn)?;
    tell(session, &outcome, "Signed in.")
}

/// Sets up a proxy.
pub fn proxy(session: &Session, args: ProxyArgs) -> Result<(), Failure> {
    let done = format!("`{}` is set up for direct distribution.", args.name);
    let partner = NewPartner { name: args.name, email: args.email, ..NewPartner::default() };
    let people = args.users.iter().map(|address| person_id(address)).collect();
    let outcome = session.give(Command::SetUpProxy { partner, people })?;
    tell(session, &outcome, &done)
}

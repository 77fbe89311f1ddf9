//! The rules between an essentials bank and its partner agencies.
//!
//! Banks of diapers, period supplies and food serve people through *partners*. partnerkit decides which status a partner
//! is in and what it may do then, who may move it where, that all partners are imported once and never twice, and which
//! group may request which items. It remembers why, and explains every "no".
//!
//! # Reading order
//! 1. The words: [`status`], [`transition`], [`capability`], [`permission`] hold the rules, each as one table or function.
//!    [`bank`], [`partner`], [`people`], [`item`], [`request`] and [`distribution`] are the rows, [`profile`] is what a
//!    partner says about itself; [`token`] is the secret of an invitation, [`language`] names the tongues, [`schedule`]
//!    the days of reminders and [`zone`] where days begin.
//! 2. What can be asked for: [`command`] and [`question`], by an [`actor`]. What has happened: [`event`], [`message`],
//!    [`receipt`].
//!    What happens by date: [`reminder`], [`recertification`].
//! 3. How it is decided: [`decide`] is pure, [`lifecycle`] the same on a few plain values, [`evolve`] is the only place where a row changes, [`explain`] finds the way to
//!    a yes, [`import`] reads a bank's list.
//! 4. How it is kept: [`store`] is the trait, [`flow`] the loop around a decision, [`outbox`] the way of messages to the
//!    host, [`system`] all of it together, [`session`] the same seen from one role; [`take_along`] carries a bank from one
//!    store to another.
//! 5. How it is told: [`error`], [`catalogue`], [`words`], [`wire`], [`describe`].
//!
//! # In ten lines
//! ```
//! use partnerkit::actor::Actor;
//! use partnerkit::command::{Command, NewBank, NewPartner, Order};
//! use partnerkit::id::{BankId, CommandId, PartnerId, PersonId};
//! use partnerkit::store::memory::MemoryStore;
//! use partnerkit::system::System;
//! # use uuid::Uuid;
//!
//! let system = System::new(MemoryStore::new());
//! let (bank, pantry) = (BankId(Uuid::from_u128(1)), PartnerId(Uuid::from_u128(2)));
//! let staff = Actor::BankStaff { bank, person: PersonId(Uuid::from_u128(3)) };
//! let mut n = 0;
//! let mut order = |actor, command| {
//!     n += 1; // a host draws random ids and reads its clock here
//!     system.execute(&Order { id: CommandId(Uuid::from_u128(n)), at: chrono::DateTime::UNIX_EPOCH, actor, command })
//! };
//! let new = NewBank {
//!     id: Some(bank), name: "Pawnee Diaper Bank".into(), email: "bank@example.org".into(), ..NewBank::default()
//! };
//! order(Actor::Host, Command::CreateBank(new))?;
//! let new = NewPartner { id: Some(pantry), name: "Ballard Food Bank".into(), email: "b@example.org".into(), ..NewPartner::default() };
//! order(staff, Command::AddPartner(new))?;
//!
//! let no = order(staff, Command::Approve { partner: pantry }).unwrap_err();
//! assert_eq!(no.to_string(), "`Ballard Food Bank` has not been invited yet: invite it first.");
//! order(staff, Command::InviteAndApprove { partner: pantry })?;
//! # Ok::<(), partnerkit::error::Error>(())
//! ```

pub mod actor;
pub mod bank;
pub mod capability;
pub mod catalogue;
pub mod command;
pub mod decide;
pub mod describe;
pub mod distribution;
pub mod error;
pub mod event;
pub mod evolve;
pub mod explain;
pub mod export;
pub mod flow;
pub mod id;
pub mod import;
pub mod item;
pub mod language;
pub mod lifecycle;
pub mod listing;
pub mod message;
mod order;
pub mod outbox;
pub mod partner;
pub mod patch;
pub mod people;
pub mod permission;
pub mod profile;
pub mod question;
pub mod receipt;
pub mod recertification;
pub mod reminder;
pub mod request;
pub mod schedule;
pub mod session;
pub mod status;
pub mod store;
pub mod sync;
pub mod system;
pub mod take_along;
pub mod text;
pub mod token;
pub mod transition;
pub mod wire;
pub mod words;
pub mod zone;

pub mod guide {
    #![doc = include_str!("docs/guide.md")]

    #[doc = include_str!("docs/concepts.md")]
    pub mod concepts {}
    #[doc = include_str!("docs/embedding.md")]
    pub mod embedding {}
    #[doc = include_str!("docs/stores.md")]
    pub mod stores {}
    #[doc = include_str!("docs/importing.md")]
    pub mod importing {}
    #[doc = include_str!("docs/explaining.md")]
    pub mod explaining {}
    #[doc = include_str!("docs/messages.md")]
    pub mod messages {}
    #[doc = include_str!("docs/history.md")]
    pub mod history {}
    #[doc = include_str!("docs/offline.md")]
    pub mod offline {}
    #[doc = include_str!("docs/codes.md")]
    pub mod codes {}
    #[doc = include_str!("docs/coming_from_human_essentials.md")]
    pub mod coming_from_human_essentials {}
}

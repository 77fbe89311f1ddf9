//! One run of the program: where banks are kept, who acts, when, and how answers are given.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use partnerkit::actor::Actor;
use partnerkit::bank::Bank;
use partnerkit::command::{Command, Order};
use partnerkit::decide::Done;
use partnerkit::error::{Code, Error};
use partnerkit::id::{CommandId, PartnerId, PersonId};
use partnerkit::question::{Inquiry, Question, Reply, WhatIf};
use partnerkit::store::Store;
use partnerkit::system::{Preview, System};
use partnerkit::token::Secret;
use partnerkit::wire::Answer;
use serde::Serialize;
use uuid::Uuid;

use crate::args::{Globals, Role};
use crate::failure::{Failure, bug, print_json};
use crate::paper::Paper;
use crate::place::Place;
use crate::resolve;

/// One run of the program.
pub struct Session {
    /// The rules over the store.
    pub system: System<Arc<dyn Store>>,
    /// What every verb takes.
    pub globals: Globals,
    /// Where banks are kept.
    pub place: Place,
    bank: OnceCell<Bank>,
    names: RefCell<BTreeMap<PartnerId, String>>,
    goods: OnceCell<BTreeMap<Uuid, String>>,
}

/// What came of a command.
pub enum Outcome {
    /// It was done.
    Done(Done),
    /// It would be done so, and this is what partners would lose by it.
    Preview(Box<Preview>, Option<WhatIf>),
}

impl Session {
    /// Opens the store. A file must be there.
    pub fn open(globals: Globals) -> Result<Self, Failure> {
        Place::of(&globals)?.must_be_there()?;
        Self::open_or_create(globals)
    }

    /// Opens the store, and makes it if it is not there.
    pub fn open_or_create(globals: Globals) -> Result<Self, Failure> {
        let place = Place::of(&globals)?;
        let system = System::new(place.open()?);
        Ok(Self {
            system,
            globals,
            place,
            bank: OnceCell::new(),
            names: RefCell::default(),
            goods: OnceCell::new(),
        })
    }

    /// The time: the one given, or now.
    pub fn now(&self) -> DateTime<Utc> {
        self.globals.at.unwrap_or_else(Utc::now)
    }

    /// The command's id: the one given, or a new one.
    pub fn command_id(&self) -> CommandId {
        self.globals.id.unwrap_or_else(|| CommandId(Uuid::new_v4()))
    }

    /// The bank that was named, or the only one there is.
    pub fn bank(&self) -> Result<&Bank, Failure> {
        if let Some(bank) = self.bank.get() {
            return Ok(bank);
        }
        let bank = resolve::bank(self.system.banks()?, self.globals.bank.as_deref())?;
        Ok(self.bank.get_or_init(|| bank))
    }

    /// Who acts: in the role given, or as the bank's staff.
    pub fn actor(&self) -> Result<Actor, Failure> {
        self.actor_or(&Role::Staff)
    }

    fn actor_or(&self, default: &Role) -> Result<Actor, Failure> {
        let (bank, person) = (self.bank()?.id, self.globals.person.unwrap_or_else(person_of_login));
        Ok(match self.globals.role.as_ref().unwrap_or(default) {
            Role::Admin => Actor::BankAdmin { bank, person },
            Role::Staff => Actor::BankStaff { bank, person },
            Role::Partner(name) => {
                Actor::PartnerUser { bank, partner: resolve::partner(self, name)?, person }
            }
        })
    }

    /// Asks as who acts.
    pub fn ask(&self, question: Question) -> Result<Reply, Failure> {
        Ok(self.system.ask(&Inquiry {
            at: self.now(),
            actor: self.actor()?,
            language: self.globals.language,
            question,
        })?)
    }

    /// Asks as the program itself, to find what was named on the command line.
    pub fn look_up(&self, question: Question) -> Result<Reply, Failure> {
        let actor = Actor::Scheduler { bank: self.bank()?.id };
        Ok(self.system.ask(&Inquiry { at: self.now(), actor, language: self.globals.language, question })?)
    }

    /// The name of a partner; its id where it is gone.
    pub fn partner_name(&self, partner: PartnerId) -> Result<String, Failure> {
        if let Some(name) = self.names.borrow().get(&partner) {
            return Ok(name.clone());
        }
        let name = match self.look_up(Question::Partner { partner }) {
            Ok(Reply::Partner(row)) => row.details.name,
            Err(Failure::Refused { error, .. }) if error.code() != Code::NotFound => return Err(error.into()),
            _ => partner.to_string(),
        };
        self.names.borrow_mut().insert(partner, name.clone());
        Ok(name)
    }

    /// The name of a group, category or item; the id itself where there is none.
    pub fn goods_name(&self, id: Uuid) -> Result<String, Failure> {
        let names = match self.goods.get() {
            Some(names) => names,
            None => {
                let names = resolve::goods_names(self)?;
                self.goods.get_or_init(|| names)
            }
        };
        Ok(names.get(&id).cloned().unwrap_or_else(|| id.to_string()))
    }

    /// Gives a command as the bank's staff, or in the role given; with `--preview` only asks what it would do.
    pub fn give(&self, command: Command) -> Result<Outcome, Failure> {
        self.give_as(self.actor()?, command)
    }

    /// The same as an admin, unless another role was given.
    pub fn give_as_admin(&self, command: Command) -> Result<Outcome, Failure> {
        self.give_as(self.actor_or(&Role::Admin)?, command)
    }

    /// The same as `actor`.
    pub fn give_as(&self, actor: Actor, command: Command) -> Result<Outcome, Failure> {
        let order = Order { id: self.command_id(), at: self.now(), actor, command };
        if self.globals.preview {
            let preview = Box::new(self.system.preview(&order)?);
            return Ok(Outcome::Preview(preview, self.what_if(order)?));
        }
        Ok(Outcome::Done(self.system.execute(&order)?))
    }

    /// What a change of settings, groups or items would mean for partners. With `--json` the preview is all there is to
    /// see; `what_if` is a question of its own.
    fn what_if(&self, order: Order) -> Result<Option<WhatIf>, Failure> {
        let matters = matches!(
            order.command,
            Command::UpdateBank(_)
                | Command::UpdateItem { .. }
                | Command::UpdateGroup { .. }
                | Command::DeleteGroup { .. }
                | Command::SetGroupCap { .. }
                | Command::SetException { .. }
                | Command::RemoveException { .. }
                | Command::UpdatePartner { .. }
        );
        if self.globals.json || !matters || !order.actor.is_bank() {
            return Ok(None);
        }
        let question = Question::WhatIf { command: Box::new(order.command) };
        match self.system.ask(&Inquiry {
            at: order.at,
            actor: order.actor,
            language: self.globals.language,
            question,
        })? {
            Reply::WhatIf(what_if) => Ok(Some(what_if)),
            _ => Err(bug("another answer than what it would mean")),
        }
    }

    /// Gives the answer: the wire's with `--json`, else what `text` writes.
    pub fn answer(
        &self,
        answer: &impl Serialize,
        text: impl FnOnce(&mut Paper) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        if self.globals.json {
            return Ok(print_json(&Answer::yes(answer)?)?);
        }
        let mut paper = Paper::for_stdout();
        text(&mut paper)?;
        Ok(paper.print()?)
    }
}

/// Random bits for the token of an invitation.
pub fn random() -> Result<Secret, Error> {
    let mut bits = [0; 32];
    getrandom::fill(&mut bits)
        .map_err(|cause| Error::from(Code::StoreUnavailable).caused_by(cause.to_string()))?;
    Ok(Secret(bits))
}

/// An id that is always the same for one login name: the host of this example is the operating system.
fn person_of_login() -> PersonId {
    let login = ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
    let name = format!("partnerkit:login:{}", login.unwrap_or_default());
    PersonId(Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()))
}

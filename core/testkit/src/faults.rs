//! A store whose n-th call goes wrong, and a first day of a bank to live through with it.
//!
//! A host that gets no answer asks again under the same id. Whatever happened meanwhile, everything must then be there
//! once, and the answer must be the first one: that is what the cases `faults` check, and what tests of a single store
//! (that end processes or fill disks) can check with the same [`day`].

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use partnerkit::actor::Actor;
use partnerkit::bank::Bank;
use partnerkit::command::{Command, NewBank, NewPartner, NewRequest, Order, PartnerFilter, Selection};
use partnerkit::decide::Done;
use partnerkit::error::{Code, Error};
use partnerkit::event::Recorded;
use partnerkit::id::{BankId, PersonId};
use partnerkit::import::ImportOrder;
use partnerkit::item::NewItem;
use partnerkit::message::Message;
use partnerkit::outbox::{Claim, Noted, Outcome};
use partnerkit::people::{InvitationRef, Person};
use partnerkit::profile::ProfilePatch;
use partnerkit::receipt::Receipt;
use partnerkit::request::{NewRequestLine, RequestKind};
use partnerkit::store::{
    ChangeSet, Committed, Facts, HistoryQuery, ImportRows, Imported, MessageQuery, Need, NewImport, Piece,
    Store,
};
use partnerkit::system::System;
use partnerkit::token::TokenDigest;
use partnerkit::transition::Action;

use crate::sample::{self, item_id, partner_id, person_id, request_id};

/// How a call goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not made: the caller gets `store_unavailable`.
    NotMade,
    /// It is made, and then the answer is lost: the caller gets `store_unavailable`.
    AnswerLost,
    /// It is not made, and is not worth repeating: the caller gets `store_failed`.
    Failed,
}

/// A store of which one call goes wrong. Calls are counted from 1, reads and writes alike.
pub struct Faulty<'a> {
    store: &'a dyn Store,
    fault: Fault,
    nth: u64,
    calls: AtomicU64,
    struck: AtomicBool,
}

impl<'a> Faulty<'a> {
    /// `store` with a fault in its n-th call.
    #[must_use]
    pub fn new(store: &'a dyn Store, fault: Fault, nth: u64) -> Self {
        Self { store, fault, nth, calls: AtomicU64::new(0), struck: AtomicBool::new(false) }
    }

    /// Whether it has come to the n-th call.
    #[must_use]
    pub fn has_struck(&self) -> bool {
        self.struck.load(Ordering::SeqCst)
    }

    fn call<T>(&self, make: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        if self.calls.fetch_add(1, Ordering::SeqCst) + 1 != self.nth {
            return make();
        }
        self.struck.store(true, Ordering::SeqCst);
        match self.fault {
            Fault::NotMade => Err(Code::StoreUnavailable.into()),
            Fault::AnswerLost => make().and(Err(Code::StoreUnavailable.into())),
            Fault::Failed => Err(Code::StoreFailed.into()),
        }
    }
}

impl Store for Faulty<'_> {
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error> {
        self.call(|| self.store.load(bank, needs))
    }
    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        self.call(|| self.store.commit(changes))
    }
    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        self.call(|| self.store.import(import, rows))
    }
    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error> {
        self.call(|| self.store.history(bank, query))
    }
    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error> {
        self.call(|| self.store.messages(bank, query))
    }
    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error> {
        self.call(|| self.store.claim(bank, claim))
    }
    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        self.call(|| self.store.settle(bank, at, outcomes))
    }
    fn banks(&self) -> Result<Vec<Bank>, Error> {
        self.call(|| self.store.banks())
    }
    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        self.call(|| self.store.keep_token(bank, token, invitation))
    }
    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error> {
        self.call(|| self.store.roles_of(person))
    }

    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error> {
        self.call(|| self.store.take_out(bank, take))
    }
    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        self.call(|| self.store.take_in(bank, give))
    }
}

/// One thing to do.
#[derive(Clone, Debug)]
pub enum Step {
    /// A command.
    Command(Order),
    /// The import of this file.
    Import(ImportOrder, String),
}

/// What a step was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// To a command.
    Done(Done),
    /// To the import.
    Imported(Receipt),
}

/// Does one step.
///
/// # Errors
/// What the system refuses or fails with.
pub fn take<S: Store>(system: &System<S>, step: &Step) -> Result<Answer, Error> {
    match step {
        Step::Command(order) => system.execute(order).map(Answer::Done),
        Step::Import(order, file) => {
            let mut on_progress = |_| std::ops::ControlFlow::Continue(());
            let total = u64::try_from(file.len()).ok();
            let done = system.import(order, file.as_bytes(), total, &mut on_progress)?;
            Ok(Answer::Imported(done.receipt))
        }
    }
}

/// The first day of a bank, from its creation: a partner from adding to its first request, the import of a file of so
/// many rows, and an invitation to each of them. Nothing in it is refused.
#[must_use]
pub fn day(bank: BankId, rows: u64) -> Vec<Step> {
    let staff = Actor::BankStaff { bank, person: person_id(1) };
    let user = Actor::PartnerUser { bank, partner: partner_id(1), person: person_id(2) };
    let partner = partner_id(1);
    let (name, email) = ("First Bank".to_owned(), "bank@example.org".to_owned());
    let lines = vec![NewRequestLine { item: item_id(1), unit: None, quantity: 20 }];
    let request =
        NewRequest { id: Some(request_id(1)), partner, kind: RequestKind::Quantity, lines, comment: None };
    let uninvited =
        PartnerFilter { statuses: [partnerkit::status::Status::Uninvited].into(), ..Default::default() };
    let before = [
        (Actor::Host, Command::CreateBank(NewBank { id: Some(bank), name, email, admin: None })),
        (
            staff,
            Command::AddItem(NewItem {
                id: Some(item_id(1)),
                name: "Diapers".to_owned(),
                ..NewItem::default()
            }),
        ),
        (staff, Command::AddPartner(first_partner())),
        (staff, Command::Invite { partner }),
        (
            user,
            Command::UpdateProfile { partner, patch: ProfilePatch::default().set("no_social_media", true) },
        ),
        (user, Command::SubmitForApproval { partner }),
        (staff, Command::Approve { partner }),
    ];
    let after = [
        (user, Command::SubmitRequest(request)),
        (staff, Command::StartRequest { request: request_id(1) }),
        (
            staff,
            Command::Bulk { action: Action::Invite, partners: Selection::Matching(uninvited), reason: None },
        ),
    ];
    let order = |(n, (actor, command))| {
        Step::Command(Order { id: sample::command_id(n), at: sample::at(n), actor, command })
    };
    let mut steps: Vec<Step> = (1..).zip(before).map(order).collect();
    steps.push(import(staff, 50, file(rows)));
    steps.extend((60..).zip(after).map(order));
    steps
}

fn first_partner() -> NewPartner {
    NewPartner {
        id: Some(partner_id(1)),
        name: "Ballard Food Bank".to_owned(),
        email: "ballard@example.org".to_owned(),
        send_emails: true,
        ..NewPartner::default()
    }
}

/// The import of a file by the n-th command, under a key of its own.
#[must_use]
pub fn import(actor: Actor, n: u64, file: String) -> Step {
    let order =
        ImportOrder { id: sample::command_id(n), at: sample::at(n), actor, key: Some(format!("key {n}")) };
    Step::Import(order, file)
}

/// A file of so many partners. Downwards, so that the names do not lie in the order in which a store keeps them.
#[must_use]
pub fn file(rows: u64) -> String {
    let row = |n| format!("Agency {n:06},agency{n}@example.org,ext-{n},Closed on Mondays\n");
    let head = "name,email,external_id,notes\n".to_owned();
    (1..=rows).rev().map(row).fold(head, |file, row| file + &row)
}

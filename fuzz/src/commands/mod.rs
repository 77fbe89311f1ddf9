//! Sequences of commands, compared with the naive model and with themselves.

mod choices;

use arbitrary::Unstructured;
use chrono::{DateTime, TimeDelta, Utc};
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, Order, PartnerFilter};
use partnerkit::error::{Code, Error};
use partnerkit::evolve::fold;
use partnerkit::id::CommandId;
use partnerkit::permission::permitted;
use partnerkit::status::Status;
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{
    Committed, DistributionPage, Facts, HistoryQuery, MessageQuery, Need, PartnerPage, ReminderPage,
    RequestPage, Store,
};
use partnerkit::system::System;
use partnerkit::token::TokenDigest;
use partnerkit_testkit::model;
use uuid::Uuid;

use self::choices::{
    ITEMS, PARTNERS, actor, by_right, command, ground, item, open_invitations, partner, secret, staff,
};
use crate::world::{BANK, noon};

/// More than a sequence makes of anything.
const ALL: usize = 1_000_000;
/// As many commands as one input gives; a longer one finds nothing that a shorter one would not.
const MOST: u128 = 48;

/// Any bytes as a sequence of commands.
///
/// # Panics
/// When a preview says otherwise than what happens, the model disagrees, or the history does not give the rows.
pub fn check(bytes: &[u8]) {
    let mut bench = Bench::new();
    let mut u = Unstructured::new(bytes);
    let mut before = bench.rows();
    while !u.is_empty() && bench.given < MOST {
        // What a sequence that breaks off would have said is left out.
        let (Ok(actor), Ok(command)) = (actor(&mut u), command(&mut u, &before)) else { break };
        let actor = by_right(actor, &command, &before, usize::try_from(bench.given).unwrap_or_default());
        if matches!(command, Command::AcceptInvitation { .. }) {
            bench.keep_tokens(&before);
        }
        let answer = bench.give(actor, command.clone());
        let after = bench.rows();
        check_life(&before, &after, &command, &answer);
        check_permission(&after, bench.now());
        if answer.is_err() {
            assert_eq!(before, after, "a refusal changes nothing: {command:?}");
        }
        before = after;
    }
    bench.check_history(&before);
}

struct Bench {
    system: System<MemoryStore>,
    given: u128,
}

impl Bench {
    fn new() -> Self {
        let mut bench = Self { system: System::new(MemoryStore::new()), given: 0 };
        let new =
            NewBank { id: Some(BANK), name: "Pawnee".into(), email: "bank@example.org".into(), admin: None };
        bench.give(Actor::Host, Command::CreateBank(new)).expect("the ground is accepted");
        for command in ground() {
            bench.give(staff(0), command).expect("the ground is accepted");
        }
        bench
    }

    /// What would be kept if every open invitation were handed out.
    fn keep_tokens(&self, facts: &Facts) {
        for (sent, _) in open_invitations(facts) {
            let kept = self.system.store().keep_token(BANK, TokenDigest::of(secret(&sent)), &sent);
            assert_eq!(kept.expect("memory can be written"), Committed::Done);
        }
    }

    fn now(&self) -> DateTime<Utc> {
        noon() + TimeDelta::hours(i64::try_from(self.given).unwrap_or_default())
    }

    /// Previews and does, and checks that the one is the other.
    fn give(&mut self, actor: Actor, command: Command) -> Result<(), Error> {
        self.given += 1;
        let order = Order { id: CommandId(Uuid::from_u128(self.given)), at: self.now(), actor, command };
        let (events, messages) = self.logs();
        let preview = self.system.preview(&order);
        let done = self.system.execute(&order);
        let (events_after, messages_after) = self.logs();
        match (&preview, &done) {
            (Ok(preview), Ok(done)) => {
                assert_eq!(&preview.done, done, "{order:?}");
                assert_eq!(preview.events, events_after[events.len()..], "{order:?}");
                assert_eq!(preview.messages, messages_after[messages.len()..], "{order:?}");
                let again = self.system.execute(&order).expect("a repeat is answered");
                assert_eq!(again, *done, "a repeat gets the first answer: {order:?}");
            }
            (Err(said), Err(refused)) => {
                assert_eq!(said.reasons(), refused.reasons(), "{order:?}");
                assert_ne!(refused.code(), Code::Bug, "{order:?}");
                assert_eq!((events, messages), (events_after, messages_after), "{order:?}");
            }
            (preview, done) => panic!("preview {preview:?} but {done:?} for {order:?}"),
        }
        done.map(drop)
    }

    fn logs(&self) -> (Vec<partnerkit::event::Event>, Vec<partnerkit::message::Message>) {
        let (store, limit) = (self.system.store(), ALL);
        let history = store.history(BANK, &HistoryQuery { limit, ..HistoryQuery::default() });
        let messages = store.messages(BANK, &MessageQuery { limit, ..MessageQuery::default() });
        let events = history.expect("memory can be read").into_iter().map(|recorded| recorded.event);
        (events.collect(), messages.expect("memory can be read"))
    }

    fn rows(&self) -> Facts {
        let filter = PartnerFilter { statuses: Status::ALL.into(), ..PartnerFilter::default() };
        let needs = [
            Need::Partners(PartnerPage { filter, limit: ALL, ..PartnerPage::default() }),
            Need::Categories,
            Need::Items,
            Need::Groups,
            Need::Requests(RequestPage { limit: ALL, ..RequestPage::default() }),
            Need::Distributions(DistributionPage { limit: ALL, ..DistributionPage::default() }),
            Need::People,
            Need::Reminders(ReminderPage { limit: ALL, ..ReminderPage::default() }),
        ];
        self.system.store().load(BANK, &needs).expect("memory can be read")
    }

    fn check_history(&self, rows: &Facts) {
        let (events, _) = self.logs();
        let mut folded = Facts { seq: rows.seq, ..Facts::default() };
        fold(&mut folded, &events).expect("the history can be folded");
        assert_eq!(&folded, rows, "folding the history gives the rows");
    }
}

/// The naive model lives the partner's life beside the store.
fn check_life(before: &Facts, after: &Facts, command: &Command, answer: &Result<(), Error>) {
    let Some((action, id)) = command.action() else { return };
    let Some(row) = before.partners.get(&id) else { return };
    let told = model::act(&row.standing().into(), action);
    match answer {
        Ok(()) => {
            let now = after.partners.get(&id).map(|row| model::Partner::from(row.standing()));
            assert_eq!(told, Ok(now), "{command:?}");
        }
        Err(error) => {
            let other_cause = error.reasons().iter().any(|reason| {
                matches!(
                    reason.code,
                    Code::NotPermitted
                        | Code::RoleNotHeld
                        | Code::NotFound
                        | Code::NoteMissing
                        | Code::PartnerHasHistory
                        | Code::NoKindLeft
                ) || reason.section.is_some() // the model knows nothing of profiles
            });
            assert!(told.is_err() || other_cause, "{command:?} {error:?}");
        }
    }
}

fn check_permission(facts: &Facts, at: DateTime<Utc>) {
    let bank = facts.bank.as_ref().expect("there is a bank");
    let today = bank.day(at);
    for (p, i) in (0..=PARTNERS).flat_map(|p| (0..=ITEMS).map(move |i| (p, i))) {
        let (Some(partner), Some(item)) = (facts.partners.get(&partner(p)), facts.items.get(&item(i))) else {
            continue;
        };
        let group = partner.details.group.map(|group| &facts.groups[&group]);
        let said = permitted(bank, partner, group, item, today);
        assert_eq!(said.is_permitted(), model::permitted(bank, partner, group, item, today));
        if said.is_permitted() {
            assert_eq!(said.cap, model::cap(partner, group, item, today));
        }
    }
}

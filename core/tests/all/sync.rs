//! Commands handed over later, where it takes a store that fails, a race or a long history to see what becomes of them.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::{Arc, Mutex};

use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, NewDistribution, NewPartner, Order};
use partnerkit::distribution::{Method, NewDistributionLine};
use partnerkit::error::{Code, Error};
use partnerkit::item::{ItemPatch, NewItem};
use partnerkit::language::Language;
use partnerkit::partner::PartnerPatch;
use partnerkit::patch::Change;
use partnerkit::question::MAX_PAGE;
use partnerkit::store::calls::{Call, CallStore, Calls, Served};
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{RowId, Store};
use partnerkit::sync::{Batch, Became, Kept, MAX_BATCH, MovedRow, SeenRow};
use partnerkit::system::System;
use partnerkit_testkit::TestBank;
use partnerkit_testkit::faults::{Fault, Faulty};
use partnerkit_testkit::sample::{
    at, bank_id, command_id, day, distribution_id, item_id, partner_id, person_id, staff,
};

const PANTRY: RowId = RowId::Partner(partner_id(1));

/// A store with a bank, a partner, and a distribution to it, each with its history.
fn store() -> Arc<MemoryStore> {
    let system = System::new(Arc::new(MemoryStore::new()));
    let (id, name, email) = (bank_id(1), "Pawnee".to_owned(), "bank@example.org".to_owned());
    let host = |n, command| Order { id: command_id(n), at: at(n), actor: Actor::Host, command };
    system
        .execute(&host(1, Command::CreateBank(NewBank { id: Some(id), name, email, admin: None })))
        .unwrap();
    let (name, email) = ("Ballard Food Bank".to_owned(), "ballard@example.org".to_owned());
    let pantry = NewPartner { id: Some(partner_id(1)), name, email, ..NewPartner::default() };
    execute(&system, 2, Command::AddPartner(pantry));
    let soap = NewItem { id: Some(item_id(1)), name: "Soap".to_owned(), ..NewItem::default() };
    execute(&system, 3, Command::AddItem(soap));
    let new = NewDistribution {
        id: Some(distribution_id(1)),
        partner: partner_id(1),
        request: None,
        lines: vec![NewDistributionLine { item: item_id(1), quantity: 5 }],
        date: day(1),
        method: Method::PickUp,
        comment: None,
    };
    execute(&system, 4, Command::RecordDistribution(new));
    Arc::clone(system.store())
}

fn batch(actor: Actor, commands: impl IntoIterator<Item = Kept>) -> Batch {
    Batch { at: at(500), actor, language: Language::English, commands: commands.into_iter().collect() }
}

fn kept(n: u64, command: Command, seen: &[(RowId, u64)]) -> Kept {
    let seen = seen.iter().map(|(row, version)| SeenRow { row: *row, version: *version }).collect();
    Kept { id: command_id(n), command, seen }
}

/// Notes another quota; which partner there is beside it does not matter.
fn quota(quota: u64) -> Command {
    let patch = PartnerPatch { quota: Change::Set(quota), ..PartnerPatch::default() };
    Command::UpdatePartner { partner: partner_id(1), patch }
}

fn execute<S: Store>(system: &System<S>, n: u64, command: Command) {
    system.execute(&Order { id: command_id(n), at: at(n), actor: staff(), command }).unwrap();
}

/// What has moved under the only command of the batch.
fn moved<S: Store>(system: &System<S>, batch: &Batch) -> Vec<MovedRow> {
    let mut synced = system.sync(batch).unwrap();
    assert_eq!(synced.len(), 1);
    match synced.remove(0).became {
        Became::Conflict { moved, .. } => moved,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_thousand_commands_at_once_and_not_one_more() {
    let system = System::new(store());
    let commands = |count: usize| (0..count as u64).map(|n| kept(n, quota(n), &[]));
    let refused = system.sync(&batch(staff(), commands(MAX_BATCH + 1))).unwrap_err();
    assert_eq!(refused.code(), Code::NumberOutOfRange);
    assert_eq!(system.sync(&batch(staff(), commands(MAX_BATCH))).unwrap().len(), MAX_BATCH);
}

#[test]
fn a_store_that_fails_ends_the_batch_and_is_no_answer_to_a_command() {
    for fault in [Fault::NotMade, Fault::AnswerLost] {
        for nth in 1.. {
            let store = store();
            execute(&System::new(Arc::clone(&store)), 100, quota(1));
            let sent =
                batch(staff(), [kept(101, quota(2), &[(PANTRY, 2)]), kept(102, quota(3), &[(PANTRY, 1)])]);
            let faulty = System::new(Faulty::new(&*store, fault, nth));
            let answers = faulty.sync(&sent);
            if !faulty.store().has_struck() {
                assert!(nth > 4, "a batch of two takes more than {nth} calls");
                break;
            }
            assert_eq!(answers.unwrap_err().code(), Code::StoreUnavailable, "{fault:?} in call {nth}");
            // Sent again, everything has been done once.
            let again = System::new(Arc::clone(&store)).sync(&sent).unwrap();
            assert!(
                matches!(again[0].became, Became::Accepted { .. } | Became::Repeated { .. }),
                "{again:?}"
            );
            assert!(matches!(again[1].became, Became::Conflict { .. }), "{again:?}");
            let partner = TestBank::at(&*store, bank_id(1)).snapshot().facts.partners[&partner_id(1)].clone();
            assert_eq!((partner.version, partner.details.quota), (3, Some(2)));
        }
    }
}

#[test]
fn a_store_that_fails_for_good_ends_the_batch_like_one_to_ask_again() {
    let sent = batch(staff(), [kept(101, quota(2), &[(PANTRY, 2)]), kept(102, quota(3), &[(PANTRY, 1)])]);
    for nth in 1.. {
        let store = store();
        execute(&System::new(Arc::clone(&store)), 100, quota(1));
        let system = System::new(Faulty::new(&*store, Fault::Failed, nth));
        let answers = system.sync(&sent);
        if !system.store().has_struck() {
            assert!(nth > 4, "a batch of two takes more than {nth} calls");
            break;
        }
        assert_eq!(answers.unwrap_err().code(), Code::StoreFailed, "call {nth}");
    }
}

/// Carries another command out, once, just before one is to be committed.
struct Faster {
    served: Served<Arc<MemoryStore>>,
    order: Mutex<Option<Order>>,
}

impl Faster {
    fn system(n: u64, command: Command) -> System<CallStore<Self>> {
        let order = Mutex::new(Some(Order { id: command_id(n), at: at(500), actor: staff(), command }));
        System::new(CallStore::new(Self { served: Served::new(store()), order }))
    }
}

impl Calls for Faster {
    fn call(&self, call: Call) -> Result<String, Error> {
        let order = if matches!(call, Call::Commit(_)) { self.order.lock().unwrap().take() } else { None };
        if let Some(order) = order {
            System::new(Arc::clone(self.served.store())).execute(&order)?;
        }
        self.served.call(call)
    }
}

#[test]
fn what_another_handed_over_at_the_same_moment_is_repeated_and_not_accepted_twice() {
    let system = Faster::system(101, quota(2));
    let synced = system.sync(&batch(staff(), [kept(101, quota(2), &[(PANTRY, 1)])])).unwrap();
    assert!(matches!(synced[0].became, Became::Repeated { .. }), "{synced:?}");
}

#[test]
fn what_moves_at_the_same_moment_is_a_conflict_also_where_the_rules_do_not_look_at_it() {
    let patch = ItemPatch { active: Some(false), ..ItemPatch::default() };
    let system = Faster::system(100, Command::UpdateItem { item: item_id(1), patch });
    let soap = RowId::Item(item_id(1));
    let told = moved(&system, &batch(staff(), [kept(101, quota(2), &[(PANTRY, 1), (soap, 1)])]));
    assert_eq!(told.iter().map(|moved| (moved.row, moved.now)).collect::<Vec<_>>(), [(soap, Some(2))]);
}

#[test]
fn what_happened_since_is_found_behind_a_long_history_and_told_up_to_a_bound() {
    let system = System::new(store());
    // A whole page and one event more about the partner, the last of them the only one that has not been seen.
    let most = MAX_PAGE as u64 + 1;
    (1..=most).for_each(|n| execute(&system, 1_000 + n, quota(n)));
    let since = |version| {
        let sent = batch(staff(), [kept(101, quota(0), &[(PANTRY, version)])]);
        let moved = moved(&system, &sent).remove(0);
        assert_eq!((moved.seen, moved.now), (version, Some(most + 1)));
        moved.since
    };
    let last = since(most);
    assert_eq!(
        last.iter().map(|recorded| recorded.event.command).collect::<Vec<_>>(),
        [command_id(1_000 + most)]
    );
    let all = since(1);
    assert_eq!(all.len(), MAX_PAGE);
    assert_eq!(all.last().map(|recorded| recorded.event.command), Some(command_id(2_000)));
}

#[test]
fn what_happened_to_a_distribution_and_to_the_bank_is_looked_up() {
    let system = System::new(store());
    let row = RowId::Distribution(distribution_id(1));
    let complete = || Command::CompleteDistribution { distribution: distribution_id(1) };
    execute(&system, 100, complete());
    let told = moved(&system, &batch(staff(), [kept(101, complete(), &[(row, 1)])])).remove(0);
    assert_eq!((told.now, told.since.len()), (Some(2), 1));
    // The bank as it is now is no conflict; another one is not there.
    let own = RowId::Bank(bank_id(1));
    let fine = system.sync(&batch(staff(), [kept(102, quota(7), &[(own, 1)])])).unwrap();
    assert!(matches!(fine[0].became, Became::Accepted { .. }), "{fine:?}");
    let other = RowId::Bank(bank_id(2));
    let told = moved(&system, &batch(staff(), [kept(103, quota(8), &[(other, 1)])])).remove(0);
    assert_eq!((told.now, told.since), (None, Vec::new()));
}

#[test]
fn a_partner_that_may_not_look_at_its_own_is_not_told_what_happened_to_it() {
    let system = System::new(store());
    execute(&system, 100, quota(1));
    let user = Actor::PartnerUser { bank: bank_id(1), partner: partner_id(1), person: person_id(2) };
    let sent = batch(user, [kept(101, quota(2), &[(PANTRY, 1)])]);
    let told = moved(&system, &sent).remove(0);
    assert_eq!((told.now, told.since), (Some(2), Vec::new()));
    // Invited, it is.
    execute(&system, 102, Command::Invite { partner: partner_id(1) });
    assert_eq!(moved(&system, &sent).remove(0).since.len(), 2);
}

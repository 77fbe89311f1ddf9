//! Random sequences of commands, on every store at once.
//!
//! After each command: every store gave the same answer; the preview said beforehand what happened; the naive model agrees
//! on the partner's life and on what it may request. After each sequence: folding the history over nothing gives the rows.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod commands;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use commands::{ITEMS, PARTNERS, Try, item, open_invitations, partner, secret, sequence, somebody};
use conformance::is_long;
use conformance::stores::server;
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, Order};
use partnerkit::error::{Code, Error};
use partnerkit::evolve::fold;
use partnerkit::id::{BankId, CommandId, PersonId};
use partnerkit::language::Language;
use partnerkit::permission::permitted;
use partnerkit::question::{Inquiry, Question, Reply};
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{
    Committed, DistributionPage, Facts, HistoryQuery, MessageQuery, Need, PartnerPage, ReminderPage,
    RequestPage, Store,
};
use partnerkit::system::System;
use partnerkit::token::TokenDigest;
use partnerkit::transition::Action;
use partnerkit_testkit::model;
use proptest::prelude::ProptestConfig;
use proptest::test_runner::{RngSeed, TestRunner};
use uuid::Uuid;

const BANK: BankId = BankId(Uuid::from_u128(1));

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

/// The same commands on every store.
struct Bench {
    systems: Vec<System<Arc<dyn Store>>>,
    given: u128,
    _files: tempfile::TempDir,
    _schema: Option<server::Fresh>,
}

impl Bench {
    fn new() -> Self {
        let files = tempfile::tempdir().unwrap();
        let sqlite = partnerkit_sqlite::open(files.path().join("bank.db")).unwrap();
        // Most of the time goes into talking to a server, so only every fourth sequence does, except in `tests/run --long`.
        static OPENED: AtomicUsize = AtomicUsize::new(0);
        let nth = OPENED.fetch_add(1, Ordering::Relaxed);
        let with_server = !is_without_server() && (is_long() || nth.is_multiple_of(4));
        let schema = with_server.then(server::fresh);
        let mut stores: Vec<Arc<dyn Store>> = vec![Arc::new(MemoryStore::new()), Arc::new(sqlite)];
        stores.extend(schema.as_ref().map(|schema| Arc::new((**schema).clone()) as Arc<dyn Store>));
        let systems = stores.into_iter().map(System::new).collect();
        let mut bench = Self { systems, given: 0, _files: files, _schema: schema };
        let new =
            NewBank { id: Some(BANK), name: "Pawnee".into(), email: "bank@example.org".into(), admin: None };
        bench.give(Actor::Host, Command::CreateBank(new)).unwrap();
        bench
    }

    /// Gives a command to every store, and checks that all say the same, and what the preview said.
    fn give(&mut self, actor: Actor, command: Command) -> Result<(), Vec<Code>> {
        self.given += 1;
        let hours = TimeDelta::hours(i64::try_from(self.given).unwrap());
        let id = CommandId(Uuid::from_u128(self.given));
        let order = Order { id, at: start() + hours, actor, command };
        let answers: Vec<_> = self.systems.iter().map(|system| answer(system, &order)).collect();
        for other in &answers[1..] {
            assert_eq!(other, &answers[0], "{order:?}");
        }
        answers[0].clone().map(|_| ())
    }

    /// When the last command was given.
    fn now(&self) -> DateTime<Utc> {
        start() + TimeDelta::hours(i64::try_from(self.given).unwrap())
    }

    /// What would be kept if every open invitation were handed out.
    fn keep_tokens(&self, facts: &Facts) {
        for (sent, _) in open_invitations(facts) {
            for system in &self.systems {
                let digest = TokenDigest::of(secret(&sent));
                assert_eq!(system.store().keep_token(BANK, digest, &sent).unwrap(), Committed::Done);
            }
        }
    }

    fn facts(&self) -> Facts {
        let all: Vec<Facts> = self.systems.iter().map(|system| all_rows(system.store())).collect();
        for other in &all[1..] {
            assert_eq!(other, &all[0], "the stores hold different rows");
        }
        all[0].clone()
    }
}

fn codes(error: &Error) -> Vec<Code> {
    error.reasons().iter().map(|reason| reason.code).collect()
}

/// Previews and does, and checks that the one is the other.
fn answer(system: &System<Arc<dyn Store>>, order: &Order) -> Result<String, Vec<Code>> {
    let preview = system.preview(order);
    let since = system.store().load(BANK, &[]).unwrap().seq;
    let done = system.execute(order);
    match (&preview, &done) {
        (Ok(preview), Ok(done)) => {
            assert_eq!(&preview.done, done, "{order:?}");
            let after = system.store().history(BANK, &HistoryQuery { after: since, ..everything() }).unwrap();
            let happened: Vec<_> = after.into_iter().map(|recorded| recorded.event).collect();
            assert_eq!(preview.events, happened, "{order:?}");
            assert_eq!(system.execute(order).unwrap(), *done, "a repeat gets the first answer: {order:?}");
        }
        (Err(said), Err(refused)) => assert_eq!(said.reasons(), refused.reasons(), "{order:?}"),
        (preview, done) => panic!("preview {preview:?} but {done:?} for {order:?}"),
    }
    done.map(|done| format!("{done:?}")).map_err(|error| codes(&error))
}

const fn everything() -> HistoryQuery {
    HistoryQuery { partner: None, after: 0, limit: usize::MAX >> 1 }
}

fn all_rows(store: &Arc<dyn Store>) -> Facts {
    let limit = 100_000;
    let statuses = partnerkit::status::Status::ALL.into();
    let filter = partnerkit::command::PartnerFilter { statuses, ..Default::default() };
    let needs = [
        Need::Partners(PartnerPage { filter, limit, ..PartnerPage::default() }),
        Need::Categories,
        Need::Items,
        Need::Groups,
        Need::Requests(RequestPage { limit, ..RequestPage::default() }),
        Need::Distributions(DistributionPage { limit, ..DistributionPage::default() }),
        Need::People,
        Need::Reminders(ReminderPage { limit, ..ReminderPage::default() }),
    ];
    store.load(BANK, &needs).unwrap()
}

/// The naive model lives the partner's life beside the store.
fn check_life(
    before: &Facts,
    after: &Facts,
    actor: Actor,
    command: &Command,
    answer: &Result<(), Vec<Code>>,
) {
    let Some((action, id)) = command.action() else { return };
    let Some(row) = before.partners.get(&id) else { return };
    let told = model::act(&row.standing().into(), action);
    let (bank, profile) = (before.bank.as_ref().unwrap(), &row.profile);
    let may_be_submitted = action != Action::SubmitForApproval || model::may_be_submitted(bank, profile);
    match answer {
        Ok(()) => {
            let now = after.partners.get(&id).map(|row| model::Partner::from(row.standing()));
            assert_eq!(told.unwrap(), now, "{actor:?} {command:?}");
            assert!(may_be_submitted, "{profile:?}");
        }
        Err(codes) => {
            let other_cause = codes.iter().any(|code| {
                matches!(
                    code,
                    Code::NotPermitted
                        | Code::RoleNotHeld
                        | Code::NotFound
                        | Code::NoteMissing
                        | Code::PartnerHasHistory
                )
            });
            assert!(told.is_err() || other_cause || !may_be_submitted, "{actor:?} {command:?} {codes:?}");
        }
    }
}

fn check_permission(facts: &Facts, at: DateTime<Utc>) {
    let bank = facts.bank.as_ref().unwrap();
    for (p, i) in (0..PARTNERS).flat_map(|p| (0..ITEMS).map(move |i| (p, i))) {
        let (Some(partner), Some(item)) = (facts.partners.get(&partner(p)), facts.items.get(&item(i))) else {
            continue;
        };
        let group = partner.details.group.map(|group| &facts.groups[&group]);
        let today = bank.day(at);
        let said = permitted(bank, partner, group, item, today);
        assert_eq!(said.is_permitted(), model::permitted(bank, partner, group, item, today));
        if said.is_permitted() {
            assert_eq!(said.cap, model::cap(partner, group, item, today));
        }
    }
}

fn check_history(bench: &Bench, facts: &Facts) {
    let store = bench.systems[0].store();
    let history = store.history(BANK, &everything()).unwrap();
    let places: Vec<u64> = history.iter().map(|recorded| recorded.seq).collect();
    assert_eq!(places, (1..=facts.seq).collect::<Vec<_>>(), "numbered without gaps");
    let mut folded = Facts { seq: facts.seq, ..Facts::default() };
    fold(&mut folded, history.iter().map(|recorded| &recorded.event)).unwrap();
    assert_eq!(&folded, facts, "folding the history gives the rows");
    let messages = MessageQuery { partner: None, skip: 0, limit: usize::MAX >> 1 };
    for system in &bench.systems[1..] {
        assert_eq!(system.store().history(BANK, &everything()).unwrap(), history);
        assert_eq!(
            system.store().messages(BANK, &messages).unwrap(),
            store.messages(BANK, &messages).unwrap()
        );
    }
}

/// Every partner that is still there, asked for as it was then, is the row there was then.
fn check_as_of(bench: &Bench, at: DateTime<Utc>, facts: &Facts) {
    let actor = Actor::Scheduler { bank: BANK };
    let there = bench.facts().partners;
    for (partner, row) in facts.partners.iter().filter(|(id, _)| there.contains_key(id)) {
        let question = Question::PartnerAsOf { partner: *partner, at };
        for system in &bench.systems {
            let then =
                system.ask(&Inquiry { at, actor, language: Language::default(), question: question.clone() });
            assert_eq!(then.unwrap(), Reply::PartnerAsOf(row.clone()));
        }
    }
}

fn run(sequence: Vec<(Actor, Try)>, accepted: &mut BTreeMap<String, u32>) {
    let mut bench = Bench::new();
    accepted.insert("create_bank".to_owned(), 1);
    let (mut before, mut moments) = (bench.facts(), Vec::new());
    let ground = commands::ground().into_iter().map(|(actor, command)| (actor, Try::Command(command)));
    for (n, (actor, attempt)) in ground.chain(sequence).enumerate() {
        let Some(command) = attempt.command(actor, &before) else { continue };
        let actor = somebody(actor, &command, &before, n);
        if let Command::AcceptInvitation { .. } = &command {
            bench.keep_tokens(&before);
        }
        let answer = bench.give(actor, command.clone());
        if answer.is_ok() {
            let json = serde_json::to_value(&command).unwrap();
            let tagged = json.as_object().and_then(|json| json.keys().next().map(String::as_str));
            *accepted.entry(tagged.or(json.as_str()).unwrap().to_owned()).or_default() += 1;
        }
        // What was refused changed nothing: all rows are looked at again after the next accepted command, and at the end.
        let after = if answer.is_ok() { bench.facts() } else { before.clone() };
        check_life(&before, &after, actor, &command, &answer);
        check_permission(&after, start());
        before = after;
        if bench.given.is_multiple_of(16) {
            moments.push((bench.now(), before.clone()));
        }
    }
    assert_eq!(bench.facts(), before, "what was refused changed something");
    check_history(&bench, &before);
    moments.push((bench.now(), before));
    moments.iter().for_each(|(at, facts)| check_as_of(&bench, *at, facts));
}

/// How many sequences run at a time.
const AT_A_TIME: u64 = 2;

#[test]
fn all_stores_previews_models_and_histories_agree() {
    // A fixed seed: a red run is red again. `PARTNERKIT_SEED` and `PARTNERKIT_CASES` go further, and
    // `PARTNERKIT_STORES=embedded` goes faster.
    let (cases, seed) =
        (number("PARTNERKIT_CASES", if is_long() { 1_000 } else { 120 }), number("PARTNERKIT_SEED", 1));
    let mut accepted = std::thread::scope(|scope| {
        let some = cases.div_ceil(AT_A_TIME);
        let running: Vec<_> =
            (0..AT_A_TIME).map(|n| scope.spawn(move || try_all(some, seed * AT_A_TIME + n))).collect();
        running.into_iter().fold(BTreeMap::new(), |mut all, one| {
            for (command, times) in one.join().unwrap_or_else(|panic| resume_unwind(panic)) {
                *all.entry(command).or_default() += times;
            }
            all
        })
    });
    run(commands::rare(), &mut accepted);
    println!("accepted: {accepted:?}");
    let described = partnerkit::describe::describe();
    for command in described["commands"].as_array().unwrap().iter().filter_map(|name| name.as_str()) {
        assert!(accepted.contains_key(command), "no `{command}` was ever accepted, so it was not compared");
    }
}

/// Tries so many sequences, and tells how often each command was accepted.
fn try_all(cases: u64, seed: u64) -> BTreeMap<String, u32> {
    let config = ProptestConfig {
        cases: u32::try_from(cases).unwrap(),
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let accepted = RefCell::new(BTreeMap::new());
    let tried = TestRunner::new(config).run(&sequence(), |sequence| {
        run(sequence, &mut accepted.borrow_mut());
        Ok(())
    });
    if let Err(failure) = tried {
        panic!("{failure}");
    }
    accepted.into_inner()
}

/// Whether only the stores that need no server are compared: most of the time goes into talking to one.
fn is_without_server() -> bool {
    match std::env::var("PARTNERKIT_STORES").as_deref() {
        Err(_) => false,
        Ok("embedded") => true,
        Ok(other) => panic!("PARTNERKIT_STORES is `embedded` or not set, not `{other}`"),
    }
}

fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).map_or(otherwise, |text| text.parse().unwrap())
}

#[test]
fn the_ground_is_accepted() {
    let mut bench = Bench::new();
    for (actor, command) in commands::ground() {
        bench.give(actor, command).unwrap();
    }
    let person = PersonId(Uuid::from_u128(9));
    let other = Actor::BankAdmin { bank: BankId(Uuid::from_u128(2)), person };
    assert_eq!(bench.give(other, Command::Invite { partner: partner(0) }), Err(vec![Code::NotFound]));
}

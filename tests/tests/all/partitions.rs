//! Two phones and a desk that cannot hear each other for a while: random commands on each, handed over in random order,
//! again and again. In the end all agree, and nothing was done twice.
//!
//! A phone is a system of its own over a copy of the bank; it decides there, and records what it decided on. Each world runs
//! on the memory store and on SQLite, which must give the same answers.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::io::Cursor;

use chrono::{DateTime, TimeDelta, Utc};
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, NewPartner, NewRequest, Order, PartnerFilter};
use partnerkit::id::{BankId, CommandId, ItemId, PartnerId, PersonId, RequestId};
use partnerkit::item::NewItem;
use partnerkit::language::Language;
use partnerkit::partner::PartnerPatch;
use partnerkit::patch::Change;
use partnerkit::profile::ProfilePatch;
use partnerkit::request::{NewRequestLine, RequestKind};
use partnerkit::status::Status;
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{Facts, HistoryQuery, Need, PartnerPage, RequestPage, RowId, Store};
use partnerkit::sync::{Batch, Became, Kept, SeenRow, Synced};
use partnerkit::system::System;
use partnerkit::transition::Action;
use uuid::Uuid;

/// How many worlds are played: a fifth, except in `tests/run --long`.
fn worlds() -> u64 {
    if conformance::is_long() { 1_000 } else { 200 }
}

const PARTNERS: u64 = 2;

/// SplitMix64: the same numbers for the same seed, everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % limit
    }
}

/// One bank for each world, so that all may live in one file.
struct World {
    bank: BankId,
    dice: Dice,
    drawn: u64,
    at: DateTime<Utc>,
}

impl World {
    fn new(seed: u64) -> Self {
        let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Self { bank: BankId(Uuid::from_u64_pair(seed + 1, 0)), dice: Dice(seed), drawn: 0, at }
    }

    fn id(&mut self) -> Uuid {
        self.drawn += 1;
        Uuid::from_u64_pair(self.bank.0.as_u64_pair().0, self.drawn)
    }

    fn row(&self, n: u64) -> Uuid {
        Uuid::from_u64_pair(self.bank.0.as_u64_pair().0, 1 << 40 | n)
    }

    fn partner(&self, n: u64) -> PartnerId {
        PartnerId(self.row(100 + n))
    }

    fn now(&mut self) -> DateTime<Utc> {
        self.at += TimeDelta::minutes(1);
        self.at
    }

    fn staff(&self, n: u64) -> Actor {
        Actor::BankStaff { bank: self.bank, person: PersonId(self.row(n)) }
    }

    fn ground<S: Store>(&mut self, system: &System<S>) {
        let (bank, item) = (self.bank, ItemId(self.row(50)));
        let new =
            NewBank { id: Some(bank), name: "Pawnee".into(), email: "b@example.org".into(), admin: None };
        let mut commands = vec![(Actor::Host, Command::CreateBank(new))];
        let staff = self.staff(0);
        let diapers = NewItem { id: Some(item), name: "Diapers".into(), ..NewItem::default() };
        commands.push((staff, Command::AddItem(diapers)));
        for n in 0..PARTNERS {
            let (id, name, email) = (self.partner(n), format!("P{n}"), format!("p{n}@example.org"));
            commands.push((
                staff,
                Command::AddPartner(NewPartner { id: Some(id), name, email, ..NewPartner::default() }),
            ));
            let patch = ProfilePatch::default().set("no_social_media", true);
            commands.push((staff, Command::UpdateProfile { partner: id, patch }));
        }
        commands.push((staff, Command::InviteAndApprove { partner: self.partner(0) }));
        for (actor, command) in commands {
            let order = Order { id: CommandId(self.id()), at: self.now(), actor, command };
            system.execute(&order).unwrap();
        }
    }

    /// Something to do, the rows being as they are.
    fn command(&mut self, facts: &Facts) -> Command {
        let partner = self.any_partner();
        match self.dice.below(10) {
            0..=4 => {
                let actions: Vec<Action> =
                    Action::ALL.into_iter().filter(|action| *action != Action::Remove).collect();
                let action = actions[usize::try_from(self.dice.below(actions.len() as u64)).unwrap()];
                Command::from_action(action, partner, Some("words".into()))
            }
            5 => {
                let quota = Change::Set(self.dice.below(5));
                Command::UpdatePartner { partner, patch: PartnerPatch { quota, ..PartnerPatch::default() } }
            }
            6 | 7 => Command::SubmitRequest(NewRequest {
                id: Some(RequestId(self.id())),
                partner,
                kind: RequestKind::Quantity,
                lines: vec![NewRequestLine { item: ItemId(self.row(50)), quantity: 5, ..line() }],
                comment: None,
            }),
            n => {
                let nth = self.dice.below(facts.requests.len().max(1) as u64);
                match facts.requests.keys().nth(usize::try_from(nth).unwrap()) {
                    Some(request) if n == 8 => Command::StartRequest { request: *request },
                    Some(request) => Command::CancelRequest { request: *request, reason: Some("why".into()) },
                    None => Command::Deactivate { partner, reason: None },
                }
            }
        }
    }

    fn any_partner(&mut self) -> PartnerId {
        let n = self.dice.below(PARTNERS);
        self.partner(n)
    }
}

fn line() -> NewRequestLine {
    serde_json::from_value(serde_json::json!({"item": Uuid::nil(), "quantity": 1})).unwrap()
}

/// What a command is decided on.
fn seen(command: &Command, facts: &Facts) -> Vec<SeenRow> {
    let row = match command {
        Command::StartRequest { request } | Command::CancelRequest { request, .. } => {
            facts.requests.get(request).map(|row| (RowId::Request(*request), row.version))
        }
        Command::UpdatePartner { partner, .. } => {
            facts.partners.get(partner).map(|row| (RowId::Partner(*partner), row.version))
        }
        other => {
            other.action().and_then(|(_, id)| Some((RowId::Partner(id), facts.partners.get(&id)?.version)))
        }
    };
    row.map(|(row, version)| SeenRow { row, version }).into_iter().collect()
}

fn rows(store: &dyn Store, bank: BankId) -> Facts {
    let filter = PartnerFilter { statuses: Status::ALL.into(), ..PartnerFilter::default() };
    let needs = [
        Need::Partners(PartnerPage { filter, limit: 1_000, ..PartnerPage::default() }),
        Need::Requests(RequestPage { limit: 1_000, ..RequestPage::default() }),
        Need::Items,
    ];
    store.load(bank, &needs).unwrap()
}

fn copy<S: Store>(system: &System<S>, bank: BankId) -> System<MemoryStore> {
    let mut file = Vec::new();
    system.write_out(bank, &mut file).unwrap();
    let copy = System::new(MemoryStore::new());
    copy.read_in(Cursor::new(file)).unwrap();
    copy
}

struct Phone {
    actor: Actor,
    own: System<MemoryStore>,
    queue: Vec<Kept>,
}

impl Phone {
    /// Decides something offline, and records what the rules allowed there.
    fn decide(&mut self, world: &mut World) {
        let facts = rows(self.own.store(), world.bank);
        let command = world.command(&facts);
        let (id, seen) = (CommandId(world.id()), seen(&command, &facts));
        let order = Order { id, at: world.now(), actor: self.actor, command: command.clone() };
        if self.own.execute(&order).is_ok() {
            self.queue.push(Kept { id, command, seen });
        }
    }
}

/// What one world was seen to do.
#[derive(Default, Debug, PartialEq)]
struct Tally {
    answers: Vec<String>,
    accepted: usize,
    repeated: usize,
    refused: usize,
    conflicts: usize,
}

/// Hands over what a phone has, sometimes only the first of it; often the answer is lost and it is sent once more.
fn hand_over<S: Store>(
    world: &mut World,
    desk: &System<S>,
    phone: &mut Phone,
    tally: &mut Tally,
    accepted: &mut BTreeSet<CommandId>,
) {
    let count = world.dice.below(phone.queue.len() as u64 + 1);
    let commands: Vec<Kept> = phone.queue[..usize::try_from(count).unwrap()].to_vec();
    let (mut batch, mut answers) =
        (Batch { at: world.now(), actor: phone.actor, language: Language::English, commands }, Vec::new());
    for _ in 0..=world.dice.below(2) {
        batch.at = world.now();
        let before = rows(desk.store(), world.bank);
        answers = desk.sync(&batch).unwrap();
        check(&batch, &answers, &before, accepted, tally);
    }
    // A refusal or a conflict ends what this phone believed: it looks again, and keeps the commands it still wants.
    let mut again = Vec::new();
    for (kept, answer) in batch.commands.iter().zip(&answers) {
        if let Became::Conflict { error: None, moved } = &answer.became
            && world.dice.below(2) == 0
        {
            let now = |row: &SeenRow| {
                let moved = moved.iter().find(|moved| moved.row == row.row)?;
                Some(SeenRow { row: row.row, version: moved.now? })
            };
            again.extend(
                kept.seen.iter().map(now).collect::<Option<_>>().map(|seen| Kept { seen, ..kept.clone() }),
            );
        }
    }
    let rest = phone.queue.split_off(usize::try_from(count).unwrap());
    phone.queue = again.into_iter().chain(rest).collect();
}

fn check(
    batch: &Batch,
    answers: &[Synced],
    before: &Facts,
    accepted: &mut BTreeSet<CommandId>,
    tally: &mut Tally,
) {
    assert_eq!(answers.len(), batch.commands.len());
    let version = |row: RowId| match row {
        RowId::Partner(id) => before.partners.get(&id).map(|row| row.version),
        RowId::Request(id) => before.requests.get(&id).map(|row| row.version),
        other => panic!("{other:?} is not looked at here"),
    };
    for (n, (kept, answer)) in batch.commands.iter().zip(answers).enumerate() {
        assert_eq!(kept.id, answer.id);
        let touches = |other: &Kept, row: RowId| {
            let makes = match &other.command {
                Command::SubmitRequest(new) => new.id.map(RowId::Request),
                _ => None,
            };
            makes == Some(row) || other.seen.iter().any(|seen| seen.row == row)
        };
        let is_untouched = |seen: &SeenRow| !batch.commands[..n].iter().any(|other| touches(other, seen.row));
        match &answer.became {
            Became::Accepted { events, .. } => {
                assert!(accepted.insert(kept.id), "carried out twice: {kept:?}");
                assert!(events.iter().all(|event| event.command == kept.id));
                for seen in kept.seen.iter().filter(|row| is_untouched(row)) {
                    assert_eq!(
                        version(seen.row),
                        Some(seen.version),
                        "carried out on what was not seen: {kept:?}"
                    );
                }
                tally.accepted += 1;
            }
            Became::Repeated { .. } => {
                assert!(accepted.contains(&kept.id), "not carried out before: {kept:?}");
                tally.repeated += 1;
            }
            Became::Refused { error } => {
                assert!(!error.reasons.is_empty() && !error.message.is_empty());
                tally.refused += 1;
            }
            Became::Conflict { moved, .. } => {
                assert!(!accepted.contains(&kept.id), "{kept:?}");
                for moved in moved {
                    // Every event about a row raises its version by one, so the events since tell how far it has moved.
                    // A row that is not there is one the phone made by a command that was not carried out.
                    let moves = moved.now.map_or(0, |now| now.saturating_sub(moved.seen));
                    assert_eq!(moved.since.len() as u64, moves, "{moved:?}");
                }
                tally.conflicts += 1;
            }
        }
        tally.answers.push(serde_json::to_string(answer).unwrap());
    }
}

fn live<S: Store>(seed: u64, desk: &System<S>) -> (Tally, Facts) {
    let mut world = World::new(seed);
    world.ground(desk);
    let start = copy(desk, world.bank);
    let mut phones: Vec<Phone> = (1..3)
        .map(|n| Phone { actor: world.staff(n), own: copy(&start, world.bank), queue: Vec::new() })
        .collect();
    let (mut tally, mut accepted) = (Tally::default(), BTreeSet::new());
    for _ in 0..20 {
        match world.dice.below(8) {
            n @ 0..=4 => phones[usize::try_from(n % 2).unwrap()].decide(&mut world),
            5 | 6 => {
                let facts = rows(desk.store(), world.bank);
                let (command, id, actor) = (world.command(&facts), CommandId(world.id()), world.staff(0));
                let order = Order { id, at: world.now(), actor, command };
                if desk.execute(&order).is_ok() {
                    accepted.insert(id);
                }
            }
            _ => {
                let n = usize::try_from(world.dice.below(2)).unwrap();
                hand_over(&mut world, desk, &mut phones[n], &mut tally, &mut accepted);
            }
        }
    }
    // All can hear each other again: in the end every queue is empty, for each answer takes its command out or brings it up to date.
    for _ in 0..1_000 {
        for phone in phones.iter_mut().filter(|phone| !phone.queue.is_empty()) {
            hand_over(&mut world, desk, phone, &mut tally, &mut accepted);
        }
    }
    assert!(phones.iter().all(|phone| phone.queue.is_empty()), "somebody still waits");
    let rows_now = rows(desk.store(), world.bank);
    converged(&world, desk, &start, &accepted, &rows_now);
    (tally, rows_now)
}

/// What was accepted, carried out in the order of the history on a copy from before, gives the same rows and the same history.
fn converged<S: Store>(
    world: &World,
    desk: &System<S>,
    start: &System<MemoryStore>,
    accepted: &BTreeSet<CommandId>,
    wanted: &Facts,
) {
    let since = start.store().load(world.bank, &[]).unwrap().seq;
    let query = HistoryQuery { partner: None, after: since, limit: 1_000 };
    let history = desk.store().history(world.bank, &query).unwrap();
    let mut runs: Vec<CommandId> = history.iter().map(|recorded| recorded.event.command).collect();
    runs.dedup();
    let once: BTreeSet<CommandId> = runs.iter().copied().collect();
    assert_eq!(once.len(), runs.len(), "a command stands at two places in the history");
    assert!(once.is_subset(accepted), "something happened that nobody was told of");
    let fresh = copy(desk, world.bank);
    assert_eq!(&rows(fresh.store(), world.bank), wanted, "a phone that looks again sees what the desk sees");
    let mut folded = rows(start.store(), world.bank);
    partnerkit::evolve::fold(&mut folded, history.iter().map(|recorded| &recorded.event)).unwrap();
    assert_eq!((folded.partners, folded.requests), (wanted.partners.clone(), wanted.requests.clone()));
}

#[test]
fn two_phones_and_a_desk_agree_in_the_end_and_nothing_is_done_twice() {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = System::new(partnerkit_sqlite::open(folder.path().join("desk.db")).unwrap());
    let mut sum = [0; 4];
    for seed in 0..worlds() {
        let (tally, rows) = live(seed, &System::new(MemoryStore::new()));
        let (same, same_rows) = live(seed, &sqlite);
        assert_eq!((&tally, &rows), (&same, &same_rows), "the stores differ in world {seed}");
        for (sum, n) in sum.iter_mut().zip([tally.accepted, tally.repeated, tally.refused, tally.conflicts]) {
            *sum += n;
        }
    }
    let [accepted, repeated, refused, conflicts] = sum;
    println!(
        "{} worlds: {accepted} accepted, {repeated} repeated, {refused} refused, {conflicts} conflicts",
        worlds()
    );
    assert!(sum.iter().all(|n| *n > 100), "some outcome was hardly met: {sum:?}");
}

//! Every world two partners can get into, and every two commands that meet there.
//!
//! From the first world on, every command is tried in every world until no new one turns up. Then, in each of them, every
//! command is decided, any other command is done in between, and the first one is committed: it must either be found
//! stale, or write exactly what it would have written had it been decided after the other. That is what lets any number
//! of hosts work on one store without a lock.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod worlds;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use partnerkit::capability::{Answer, Capability, capable};
use partnerkit::command::Command;
use partnerkit::decide::{Decision, decide};
use partnerkit::evolve::fold;
use partnerkit::people::{Person, Role};
use partnerkit::request::RequestState;
use partnerkit::status::Status;
use partnerkit::store::{Expect, Facts, RowId, Write};
use worlds::{Deed, Setting};

/// What of a world decides what can happen in it: everything but versions, times and numbers.
type Key = String;

fn key(world: &Facts) -> Key {
    let partner =
        |row: &partnerkit::partner::Partner| format!("{} {:?} {:?}", row.id, row.standing(), row.profile);
    let partners: Vec<String> = world.partners.values().map(partner).collect();
    let requests: Vec<_> = world.requests.values().map(|row| (row.id, row.state, row.claimed_by)).collect();
    let distributions: Vec<_> = world.distributions.values().map(|row| (row.id, row.state)).collect();
    let kinds = &world.bank.as_ref().unwrap().settings.request_kinds;
    let reminded: Vec<_> = world.reminders.keys().collect();
    // Where the host keeps the people, nothing depends on them.
    let bank = world.bank.as_ref().unwrap();
    let people: Vec<_> = if bank.keeps_people { world.people.values().map(roles).collect() } else { vec![] };
    format!("{partners:?} {requests:?} {distributions:?} {kinds:?} {reminded:?} {people:?}")
}

/// What a person may act as and is invited to.
fn roles(person: &Person) -> String {
    let each = person.roles.iter();
    let held =
        each.map(|(role, held)| (role, held.accepted_at.is_some(), held.invitation.map(|open| open.id)));
    format!("{} {:?}", person.id, held.collect::<Vec<_>>())
}

/// The world after a decision.
fn after(world: &Facts, decision: &Decision) -> Facts {
    let mut next = world.clone();
    fold(&mut next, &decision.events).unwrap();
    next.seq += u64::try_from(decision.events.len()).unwrap();
    // Every invitation is handed out at once.
    next.tokens.extend(next.people.values().flat_map(worlds::tokens).collect::<Vec<_>>());
    next.logins = next.people.values().filter(|row| holds_any(row)).map(|row| row.id).collect();
    let with_request = next.requests.values().map(|row| row.partner);
    next.with_history = with_request.chain(next.distributions.values().map(|row| row.partner)).collect();
    next
}

fn holds_any(person: &Person) -> bool {
    person.roles.values().any(|holding| holding.accepted_at.is_some())
}

/// What every store checks before it writes: expectations, and that nothing is removed that another row refers to.
fn is_stale(world: &Facts, decision: &Decision) -> bool {
    let version = |row: RowId| match row {
        RowId::Bank(_) => world.bank.as_ref().map(|row| row.version),
        RowId::Partner(id) => world.partners.get(&id).map(|row| row.version),
        RowId::Item(id) => world.items.get(&id).map(|row| row.version),
        RowId::Group(id) => world.groups.get(&id).map(|row| row.version),
        RowId::Category(id) => world.categories.get(&id).map(|row| row.version),
        RowId::Request(id) => world.requests.get(&id).map(|row| row.version),
        RowId::Distribution(id) => world.distributions.get(&id).map(|row| row.version),
        RowId::Person(id) => world.people.get(&id).map(|row| row.version),
        RowId::Reminder(id) => world.reminders.get(&id).map(|row| row.version),
    };
    let unmet = |expect: &Expect| match *expect {
        Expect::Absent(row) => version(row).is_some(),
        Expect::Version(row, expected) => version(row) != Some(expected),
        Expect::Seq(seq) => world.seq != seq,
    };
    let referred_to = |write: &Write| match write {
        Write::Remove(RowId::Partner(id)) => world.with_history.contains(id),
        _ => false,
    };
    decision.expects.iter().any(unmet) || decision.writes.iter().any(referred_to)
}

/// All worlds that can be reached, and how they hang together.
struct Map {
    worlds: BTreeMap<Key, Facts>,
    steps: BTreeSet<(Key, Key)>,
}

fn explore(setting: &Setting) -> Map {
    let start = setting.first_world();
    let mut map = Map { worlds: BTreeMap::from([(key(&start), start.clone())]), steps: BTreeSet::new() };
    let mut queue = VecDeque::from([start]);
    while let Some(world) = queue.pop_front() {
        for deed in &setting.deeds {
            let Ok(decision) = decide(&deed.order, &world) else { continue };
            check_deed(&world, deed, &decision);
            let next = after(&world, &decision);
            check_versions(&world, &next);
            let name = key(&next);
            map.steps.insert((key(&world), name.clone()));
            if let Entry::Vacant(new) = map.worlds.entry(name) {
                new.insert(next.clone());
                queue.push_back(next);
            }
        }
    }
    map
}

/// No request is accepted from a partner that may not make requests, whoever files it.
fn check_deed(world: &Facts, deed: &Deed, decision: &Decision) {
    for event in &decision.events {
        if let partnerkit::event::What::RequestSubmitted(request) = &event.what {
            let partner = &world.partners[&request.partner];
            assert_eq!(capable(partner.standing(), Capability::MakeRequests), Answer::Yes, "{deed:?}");
        }
    }
}

fn check_versions(before: &Facts, after: &Facts) {
    for (id, row) in &after.partners {
        let Some(old) = before.partners.get(id) else { continue };
        assert!(row.version > old.version || row == old, "a row changed under its version");
    }
    for (id, row) in &after.requests {
        let Some(old) = before.requests.get(id) else { continue };
        assert!(row.version > old.version || row == old, "a row changed under its version");
    }
}

/// Counts of what was tried.
#[derive(Default)]
struct Tried {
    pairs: u64,
    stale: u64,
    written: u64,
}

fn interleave(setting: &Setting, map: &Map) -> Tried {
    let mut tried = Tried::default();
    for world in map.worlds.values() {
        let decisions: Vec<(&Deed, Option<Decision>)> =
            setting.deeds.iter().map(|deed| (deed, decide(&deed.order, world).ok())).collect();
        for (between, decision) in &decisions {
            let Some(decision) = decision else { continue };
            let meanwhile = after(world, decision);
            for (deed, decided) in &decisions {
                let Some(decided) = decided else { continue };
                // A batch of the daily job that found nothing to do is not written: it was done before the other.
                if matches!(deed.order.command, Command::SendDue { .. }) && decided.events.is_empty() {
                    continue;
                }
                tried.pairs += 1;
                if is_stale(&meanwhile, decided) {
                    tried.stale += 1;
                    continue;
                }
                tried.written += 1;
                let anew = decide(&deed.order, &meanwhile);
                let anew = anew.unwrap_or_else(|no| panic!("{deed:?} was written after {between:?}: {no}"));
                assert_eq!(anew.events, decided.events, "{deed:?} after {between:?}");
                assert_eq!(anew.writes, decided.writes, "{deed:?} after {between:?}");
                assert_eq!(anew.messages, decided.messages, "{deed:?} after {between:?}");
                assert_eq!(anew.done, decided.done, "{deed:?} after {between:?}");
            }
        }
    }
    tried
}

fn check(name: &str, setting: &Setting) -> Map {
    let map = explore(setting);
    let tried = interleave(setting, &map);
    println!(
        "{name}: {} worlds, {} steps, {} pairs of commands: {} written, {} stale",
        map.worlds.len(),
        map.steps.len(),
        tried.pairs,
        tried.written,
        tried.stale
    );
    assert!(tried.written > 0 && tried.stale > 0, "both ends must have been seen");
    map
}

#[test]
fn two_partners_live_beside_each_other() {
    let map = check("two partners", &worlds::two_lives());
    // 12 standings each, or gone.
    assert_eq!(map.worlds.len(), 13 * 13);
}

#[test]
fn daily_jobs_meet_each_other_and_a_life() {
    let map = check("daily jobs", &worlds::daily_jobs());
    // 12 standings, or gone; reminded or not. Whoever is deactivated may have been reminded before.
    assert_eq!(map.worlds.len(), 13 * 2);
    assert!(map.worlds.values().all(|world| world.reminders.len() <= 1));
}

#[test]
fn requests_and_settings_meet() {
    let map = check("requests and settings", &worlds::requests_and_settings());
    let states: BTreeSet<RequestState> =
        map.worlds.values().flat_map(|world| world.requests.values().map(|row| row.state)).collect();
    assert_eq!(states, RequestState::ALL.into());
}

#[test]
fn people_come_and_go_and_an_admin_stays() {
    let map = check("people", &worlds::people());
    let admins = |world: &Facts| world.people.values().filter(|row| row.holds(Role::BankAdmin)).count();
    let counts: BTreeSet<usize> = map.worlds.values().map(admins).collect();
    assert_eq!(counts, BTreeSet::from([1, 2]), "one admin is always left, and each of the two was demoted");
}

#[test]
fn every_status_can_reach_every_other_the_rulebook_lets_it() {
    let map = explore(&worlds::one_life());
    let reach = |from: Status| -> BTreeSet<Status> {
        let mut seen: BTreeSet<Key> = map
            .worlds
            .iter()
            .filter(|(_, world)| world.partners.values().any(|row| row.status == from))
            .map(|(key, _)| key.clone())
            .collect();
        loop {
            let next: Vec<Key> = map
                .steps
                .iter()
                .filter(|(before, after)| seen.contains(before) && !seen.contains(after))
                .map(|(_, after)| after.clone())
                .collect();
            if next.is_empty() {
                break;
            }
            seen.extend(next);
        }
        seen.iter().flat_map(|key| map.worlds[key].partners.values().map(|row| row.status)).collect()
    };
    use Status as S;
    // Nobody becomes uninvited again; only a deactivated partner that was uninvited before goes back to it.
    let asked = [S::Invited, S::AwaitingReview, S::Approved, S::RecertificationRequired, S::Deactivated];
    for status in asked.into_iter().filter(|status| !matches!(status, S::Deactivated)) {
        let lost = if matches!(status, S::Approved | S::RecertificationRequired) {
            vec![S::Invited]
        } else {
            vec![]
        };
        let expected: BTreeSet<Status> = asked.into_iter().filter(|to| !lost.contains(to)).collect();
        assert_eq!(reach(status), expected, "from {status}");
    }
    assert_eq!(reach(S::Uninvited), S::ALL.into());
    assert_eq!(reach(S::Deactivated), S::ALL.into());
}

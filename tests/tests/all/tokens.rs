//! No token stands anywhere: not in a store's rows or logs, not in its file, not in what `Debug` shows.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, NewPerson, Order};
use partnerkit::id::{BankId, CommandId};
use partnerkit::message::Message;
use partnerkit::outbox::Links;
use partnerkit::people::{Role, person_id};
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{HistoryQuery, MessageQuery, Need, Store};
use partnerkit::system::System;
use partnerkit::take_along::write_out;
use partnerkit::token::{Secret, Token};
use uuid::Uuid;

const BANK: BankId = BankId(Uuid::from_u128(1));
const SECRET: [u8; 32] = *b"0123456789abcdefghijklmnopqrstuv";

fn at(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::hours(hours)
}

fn order(n: u128, actor: Actor, command: Command) -> Order {
    Order { id: CommandId(Uuid::from_u128(n)), at: at(0), actor, command }
}

fn claim(system: &System<Arc<dyn Store>>, hour: i64) -> Vec<Message> {
    let random = &mut || Ok(Secret(SECRET));
    let links = &mut Links { template: "https://bank.example/join#{token}", random };
    system.claim(BANK, at(hour), Duration::from_secs(60), 10, links).unwrap()
}

/// Somebody is invited, handed a token, and accepts; gives the token and all that `Debug` showed.
fn live(system: &System<Arc<dyn Store>>) -> (Token, String) {
    let admin = Actor::BankAdmin { bank: BANK, person: person_id("ann@example.org") };
    let new = NewBank {
        id: Some(BANK),
        name: "Pawnee".into(),
        email: "bank@example.org".into(),
        admin: Some("ann@example.org".into()),
    };
    system.execute(&order(1, Actor::Host, Command::CreateBank(new))).unwrap();
    let person = NewPerson { email: "bob@example.org".into(), ..NewPerson::default() };
    system.execute(&order(2, admin, Command::InvitePerson { person, role: Role::BankStaff })).unwrap();
    let claimed = claim(system, 1);
    let token = Token::new(BANK, Secret(SECRET));
    let invitation = claimed.iter().find(|message| message.invitation.is_some()).unwrap();
    let link = format!("https://bank.example/join#{}", token.as_str());
    assert!(invitation.text.contains(&link), "the mail has it");
    assert!(invitation.html.contains(&format!("<a href=\"{link}\">{link}</a>")));
    assert!(!invitation.text.contains("{link}") && !invitation.html.contains("{link}"));
    let email = "bob@example.org".to_owned();
    let accept = order(3, Actor::Host, Command::AcceptInvitation { token: token.clone(), email });
    let done = system.execute(&accept).unwrap();
    let shown = format!("{claimed:?} {accept:?} {done:?} {token:?} {:?}", Secret(SECRET));
    (token, shown)
}

fn assert_nowhere(bytes: &[u8], token: &Token, place: &str) {
    let hex: String = SECRET.iter().map(|byte| format!("{byte:02x}")).collect();
    for needle in [token.as_str().as_bytes(), &SECRET, hex.as_bytes(), hex.to_uppercase().as_bytes()] {
        let found = bytes.windows(needle.len()).any(|window| window == needle);
        assert!(!found, "a token stands in {place}");
    }
}

/// Everything a store gives out, and what it looks like.
fn dump(store: &dyn Store) -> Vec<u8> {
    let mut all = Vec::new();
    write_out(store, BANK, &mut all).unwrap();
    let digest = Token::new(BANK, Secret(SECRET)).digest().unwrap();
    let needs = [Need::People, Need::Token(digest), Need::Command(CommandId(Uuid::from_u128(3)))];
    let facts = store.load(BANK, &needs).unwrap();
    assert_eq!(facts.tokens.len(), 1, "its digest is kept");
    let history = store.history(BANK, &HistoryQuery { limit: 100, ..HistoryQuery::default() }).unwrap();
    let messages = store.messages(BANK, &MessageQuery { limit: 100, ..MessageQuery::default() }).unwrap();
    all.extend(format!("{facts:?} {history:?} {messages:?}").into_bytes());
    all.extend(serde_json::to_vec(&(history, messages)).unwrap());
    all
}

#[test]
fn no_token_stands_in_any_store_or_log() {
    let files = tempfile::tempdir().unwrap();
    let sqlite = partnerkit_sqlite::open(files.path().join("bank.db")).unwrap();
    let stores: [Arc<dyn Store>; 2] = [Arc::new(MemoryStore::new()), Arc::new(sqlite)];
    for store in stores {
        let system = System::new(Arc::clone(&store));
        let (token, shown) = live(&system);
        assert_nowhere(shown.as_bytes(), &token, "what `Debug` shows");
        assert_nowhere(&dump(&*store), &token, "a store");
    }
    let token = Token::new(BANK, Secret(SECRET));
    for file in std::fs::read_dir(files.path()).unwrap() {
        let path = file.unwrap().path();
        assert_nowhere(&std::fs::read(&path).unwrap(), &token, &path.display().to_string());
    }
}

#[test]
fn where_it_would_stand_it_is_found() {
    let token = Token::new(BANK, Secret(SECRET));
    let place = format!("xx{}yy", token.as_str());
    assert!(std::panic::catch_unwind(|| assert_nowhere(place.as_bytes(), &token, "here")).is_err());
    assert!(std::panic::catch_unwind(|| assert_nowhere(&SECRET, &token, "here")).is_err());
}

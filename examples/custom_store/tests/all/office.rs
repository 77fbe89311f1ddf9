//! A day in the office: its agencies become partners and keep what the office knows of them.
#![expect(clippy::unwrap_used, reason = "what examples are made of is a test")]

use std::ops::ControlFlow::Continue;
use std::sync::{Mutex, MutexGuard};

use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, Order};
use partnerkit::error::{Code, Error};
use partnerkit::id::{BankId, CommandId, PartnerId, PersonId};
use partnerkit::import::ImportOrder;
use partnerkit::store::Store;
use partnerkit::system::System;
use partnerkit_custom_store::{ADDED, OFFICE, store};
use rusqlite::Connection;
use uuid::Uuid;

const BANK: BankId = BankId(Uuid::from_u128(1));
const STAFF: Actor = Actor::BankStaff { bank: BANK, person: PersonId(Uuid::from_u128(2)) };

/// What the office had, and a visit its driver made.
fn office() -> Mutex<Connection> {
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch(OFFICE).unwrap();
    connection
        .execute_batch(
            "INSERT INTO agencies (number, name, contact_email, driver_notes)
             VALUES (17, 'Eagleton shelter', 'Shelter@eagleton.example', 'ring twice');
             INSERT INTO visits VALUES (17, '2027-02-11', 'brought size 4');",
        )
        .unwrap();
    connection.execute_batch(ADDED).unwrap();
    Mutex::new(connection)
}

fn lend<'a>(
    office: &'a Mutex<Connection>,
) -> impl Fn() -> Result<MutexGuard<'a, Connection>, Error> + Send + Sync {
    || office.lock().map_err(|_| Error::from(Code::StoreFailed).caused_by("a thread panicked"))
}

fn give<S: Store>(system: &System<S>, id: u128, actor: Actor, command: Command) -> Result<(), Error> {
    let at = "2027-03-01T09:00:00Z".parse().unwrap();
    system.execute(&Order { id: CommandId(Uuid::from_u128(id)), at, actor, command }).map(drop)
}

/// Opens the bank and imports its agencies.
fn import<S: Store>(system: &System<S>) {
    let new = NewBank {
        id: Some(BANK),
        name: "Pawnee".into(),
        email: "a@pawnee.example".into(),
        ..NewBank::default()
    };
    give(system, 1, Actor::Host, Command::CreateBank(new)).unwrap();
    let order = ImportOrder {
        id: CommandId(Uuid::from_u128(2)),
        at: "2027-03-01T08:00:00Z".parse().unwrap(),
        actor: STAFF,
        key: None,
    };
    let list =
        "name,email\nEagleton Shelter,shelter@eagleton.example\nSweetums Pantry,pantry@sweetums.example\n";
    system.import(&order, list.as_bytes(), None, &mut |_| Continue(())).unwrap();
}

fn asked(office: &Mutex<Connection>, sql: &str) -> String {
    office.lock().unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn agencies_become_partners_with_their_numbers_and_visits() {
    let office = office();
    let system = System::new(store(lend(&office)).unwrap());
    import(&system);
    let all = "SELECT group_concat(number || ' ' || name || ' ' || status, '; ') FROM agencies";
    assert_eq!(asked(&office, all), "17 Eagleton Shelter uninvited; 18 Sweetums Pantry uninvited");
    let visited =
        "SELECT name || ': ' || driver_notes || ', ' || note FROM agencies JOIN visits ON agency = number";
    assert_eq!(asked(&office, visited), "Eagleton Shelter: ring twice, brought size 4");
}

#[test]
fn an_invitation_and_the_office_s_own_note_happen_together_or_not_at_all() {
    let office = office();
    let system = System::new(store(lend(&office)).unwrap());
    import(&system);
    let status = "SELECT status FROM agencies WHERE number = 17";
    let visits = "SELECT CAST(count(*) AS TEXT) FROM visits";
    let key: Vec<u8> = office
        .lock()
        .unwrap()
        .query_row("SELECT partnerkit_key FROM agencies WHERE number = 17", [], |row| row.get(0))
        .unwrap();
    let Some((_, row)) = partnerkit::store::ordered::row_of(&key) else { unreachable!("{key:?}") };
    let partner = PartnerId(row.uuid());
    for (end, expected) in [("ROLLBACK", ("uninvited", "1")), ("COMMIT", ("invited", "2"))] {
        office.lock().unwrap().execute_batch("BEGIN").unwrap();
        give(&system, 3, STAFF, Command::Invite { partner }).unwrap();
        let note = "INSERT INTO visits VALUES (17, '2027-03-01', 'told them of the invitation')";
        office.lock().unwrap().execute_batch(note).unwrap();
        // Refused: nothing of it stays, and the office's transaction goes on.
        let refused = give(&system, 4, STAFF, Command::Reactivate { partner }).unwrap_err();
        assert_eq!(refused.code(), Code::NotDeactivated);
        office.lock().unwrap().execute_batch(end).unwrap();
        assert_eq!((asked(&office, status).as_str(), asked(&office, visits).as_str()), expected);
    }
}

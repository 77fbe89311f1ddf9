//! A durable command beside a bare transaction that writes the same rows.

use std::path::Path;
use std::time::Instant;

use partnerkit::actor::Actor;
use partnerkit::command::{Command, NewBank, NewPartner, Order, Selection};
use partnerkit::event::Event;
use partnerkit::message::Message;
use partnerkit::partner::Partner;
use partnerkit::store::{Row, Write};
use partnerkit::system::{Preview, System};
use partnerkit::text::{email_key, look_key, name_key};
use partnerkit::transition::Action;
use partnerkit_sqlite::SqliteStore;
use rusqlite::{Connection, params};
use serde_json::to_string;

use crate::Outcome;
use crate::race::median;
use crate::sample::{BANK, at, id, partner, staff};
use crate::table::{Goal, row};

const PARTNERS: usize = 1_000;
const COMMANDS: usize = 1_000;

pub fn bench() -> Outcome {
    let folder = tempfile::tempdir()?;
    let system = fill(&folder.path().join("ours.db"))?;
    // The floor has a file of its own with the same rows, so that both files grow alike.
    drop(fill(&folder.path().join("bare.db"))?);
    let mut bare = Bare::open(&folder.path().join("bare.db"))?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for n in 0..COMMANDS {
        let order = approval(n);
        let preview = system.preview(&order)?;
        let written = Written::new(&order, &preview)?;
        let begun = Instant::now();
        system.execute(&order)?;
        ours.push(begun.elapsed().as_nanos() as f64 / 1e3);
        let begun = Instant::now();
        bare.write(&written)?;
        theirs.push(begun.elapsed().as_nanos() as f64 / 1e3);
    }
    let floor = Some(("one bare transaction", median(theirs)));
    row("a durable command on SQLite (median)", "µs", median(ours), floor, Goal::AtMost(1.3));
    Ok(())
}

/// An approval: a row, an event, a message and an answer.
fn approval(n: usize) -> Order {
    let command = Command::Approve { partner: id(2, n * 7 % PARTNERS) };
    Order { id: id(8, n), at: at(), actor: staff(), command }
}

fn fill(path: &Path) -> Outcome<System<SqliteStore>> {
    let system = System::new(partnerkit_sqlite::Options::new().open(path)?);
    create_bank(&system)?;
    for n in 0..PARTNERS {
        let row = partner(n);
        let (name, email) = (row.details.name, row.details.email);
        let command =
            Command::AddPartner(NewPartner { id: Some(row.id), name, email, ..NewPartner::default() });
        system.execute(&Order { id: id(7, n), at: at(), actor: staff(), command })?;
    }
    let partners = Selection::Ids((0..PARTNERS).map(|n| id(2, n)).collect());
    let invite = Command::Bulk { action: Action::Invite, partners, reason: None };
    system.execute(&Order { id: id(12, 0), at: at(), actor: staff(), command: invite })?;
    Ok(system)
}

pub fn create_bank(system: &System<SqliteStore>) -> Outcome {
    let (name, email) = ("Pawnee Diaper Bank".to_owned(), "office@bank.example".to_owned());
    let command = Command::CreateBank(NewBank { id: Some(BANK), name, email, admin: None });
    system.execute(&Order { id: id(9, 0), at: at(), actor: Actor::Host, command })?;
    Ok(())
}

/// A connection set up as the store sets up its own.
pub fn connect(path: &Path) -> Outcome<Connection> {
    let connection = Connection::open(path)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(connection)
}

/// What a command wrote, ready to be bound.
struct Written {
    partner: Partner,
    keys: [String; 3],
    profile: String,
    event: Event,
    actor: String,
    what: String,
    message: Message,
    kind: String,
    recipients: String,
    data: String,
    answer: String,
}

impl Written {
    fn new(order: &Order, preview: &Preview) -> Outcome<Self> {
        let [Write::Put(Row::Partner(partner))] = preview.writes.as_slice() else {
            return Err("an approval writes a partner".into());
        };
        let ([event], [message]) = (preview.events.as_slice(), preview.messages.as_slice()) else {
            return Err("an approval is one event and one message".into());
        };
        let details = &partner.details;
        Ok(Self {
            partner: partner.clone(),
            keys: [name_key(&details.name), email_key(&details.email), look_key(&details.name)],
            profile: to_string(&partner.profile)?,
            event: event.clone(),
            actor: to_string(&order.actor)?,
            what: to_string(&event.what)?,
            message: message.clone(),
            kind: message.kind.slug().to_owned(),
            recipients: to_string(&message.recipients)?,
            data: to_string(&message.data)?,
            answer: to_string(&preview.done)?,
        })
    }
}

/// The bare transaction: no look at anything, one statement a row, prepared once.
struct Bare {
    connection: Connection,
}

impl Bare {
    fn open(path: &Path) -> Outcome<Self> {
        let connection = connect(path)?;
        connection.set_prepared_statement_cache_capacity(32);
        Ok(Self { connection })
    }

    fn write(&mut self, written: &Written) -> Outcome {
        let Written { partner, keys, event, message, .. } = written;
        let [name_key, email_key, look_key] = keys;
        let transaction = self.connection.transaction()?;
        let micros = event.at.timestamp_micros();
        transaction
            .prepare_cached(
                "UPDATE partners SET version = ?, name = ?, email = ?, status = ?, profile = ?, name_key = ?,
                 email_key = ?, look_key = ? WHERE bank_id = ? AND id = ?",
            )?
            .execute(params![
                partner.version as i64,
                partner.details.name,
                partner.details.email,
                partner.status.slug(),
                written.profile,
                name_key,
                email_key,
                look_key,
                BANK.0,
                partner.id.0
            ])?;
        let (event_place, message_place) = transaction
            .prepare_cached(
                "UPDATE banks SET last_seq = last_seq + 1, last_message = last_message + 1 WHERE bank_id = ?
                 RETURNING last_seq, last_message",
            )?
            .query_row([BANK.0], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?;
        transaction.prepare_cached("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)")?.execute(params![
            BANK.0,
            event_place,
            micros,
            written.actor,
            event.command.0,
            partner.id.0,
            written.what
        ])?;
        transaction
            .prepare_cached(
                "INSERT INTO messages (bank_id, place, id, kind, partner_id, recipients, language, subject, text, html,
                 data, at, delivery, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0)",
            )?
            .execute(params![
                BANK.0,
                message_place,
                message.id.0,
                written.kind,
                partner.id.0,
                written.recipients,
                message.language,
                message.subject,
                message.text,
                message.html,
                written.data,
                micros
            ])?;
        transaction.prepare_cached("INSERT INTO commands VALUES (?, ?, ?, ?, ?)")?.execute(params![
            BANK.0,
            event.command.0,
            [7_u8; 32],
            micros,
            written.answer
        ])?;
        transaction.commit()?;
        Ok(())
    }
}

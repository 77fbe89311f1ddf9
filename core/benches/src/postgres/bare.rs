//! The bare transaction: no look at anything, the same rows, straight over the driver.

use partnerkit::command::Order;
use partnerkit::event::Event;
use partnerkit::message::Message;
use partnerkit::partner::Partner;
use partnerkit::store::{Row, Write};
use partnerkit::system::Preview;
use serde_json::{Value, to_value};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::types::{Json, ToSql};
use tokio_postgres::{Client, NoTls, Statement};

use crate::Outcome;

/// What an approval writes, ready to be bound.
pub struct Written {
    partner: Partner,
    version: i64,
    event: Event,
    actor: Json<Value>,
    what: Json<Value>,
    message: Message,
    kind: &'static str,
    recipients: Json<Value>,
    data: Json<Value>,
    answer: Json<Value>,
}

impl Written {
    pub fn new(order: &Order, preview: &Preview) -> Outcome<Self> {
        let [Write::Put(Row::Partner(partner))] = preview.writes.as_slice() else {
            return Err("an approval writes a partner".into());
        };
        let ([event], [message]) = (preview.events.as_slice(), preview.messages.as_slice()) else {
            return Err("an approval is one event and one message".into());
        };
        Ok(Self {
            partner: partner.clone(),
            version: partner.version.try_into()?,
            event: event.clone(),
            actor: Json(to_value(order.actor)?),
            what: Json(to_value(&event.what)?),
            message: message.clone(),
            kind: message.kind.slug(),
            recipients: Json(to_value(&message.recipients)?),
            data: Json(to_value(&message.data)?),
            answer: Json(to_value(&preview.done)?),
        })
    }
}

/// Whether each statement's answer is waited for before the next is sent, as most programs do, or as few times as can be.
#[derive(Clone, Copy)]
pub enum Way {
    EachByItself,
    Pipelined,
}

/// A connection with its statements prepared.
pub struct Bare {
    runtime: Runtime,
    client: Client,
    turn: Statement,
    partner: Statement,
    event: Statement,
    message: Statement,
    command: Statement,
}

impl Bare {
    pub fn open(url: &str, schema: &str) -> Outcome<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let (client, connection) = runtime.block_on(tokio_postgres::connect(url, NoTls))?;
        runtime.spawn(connection);
        let prepare = |sql: String| runtime.block_on(async { client.prepare(&sql).await });
        let turn = prepare(format!(
            "update {schema}.banks set last_seq = last_seq + 1, last_message = last_message + 1 where bank_id = $1 \
             returning last_seq, last_message"
        ))?;
        let partner = prepare(format!(
            "update {schema}.partners set version = $3, status = $4, approved_at = $5, prior = null \
             where bank_id = $1 and id = $2"
        ))?;
        let event = prepare(format!(
            "insert into {schema}.events (bank_id, seq, at, actor, command_id, partner_id, what) \
             values ($1, $2, $3, $4, $5, $6, $7)"
        ))?;
        let message = prepare(format!(
            "insert into {schema}.messages (bank_id, place, id, kind, partner_id, recipients, language, subject, text, \
             html, data, at, delivery, attempts) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'waiting', 0)"
        ))?;
        let command = prepare(format!(
            "insert into {schema}.commands (bank_id, id, digest, at, answer) values ($1, $2, $3, $4, $5)"
        ))?;
        Ok(Self { runtime, client, turn, partner, event, message, command })
    }

    pub fn write(&self, bank: uuid::Uuid, written: &Written, way: Way) -> Outcome {
        let Self { client, .. } = self;
        self.runtime.block_on(async {
            let of_turn: [&(dyn ToSql + Sync); 1] = [&bank];
            let (begin, turn) = (client.batch_execute("begin"), client.query_one(&self.turn, &of_turn));
            let turn = match way {
                Way::EachByItself => {
                    begin.await?;
                    turn.await?
                }
                Way::Pipelined => {
                    let (begun, turn) = tokio::join!(biased; begin, turn);
                    begun?;
                    turn?
                }
            };
            let (seq, place): (i64, i64) = (turn.get(0), turn.get(1));
            let Written { partner, version, event, message, .. } = written;
            let command = event.command.0;
            let digest = [7_u8; 32];
            let of_partner: [&(dyn ToSql + Sync); 5] =
                [&bank, &partner.id.0, version, &partner.status.slug(), &event.at];
            let of_event: [&(dyn ToSql + Sync); 7] =
                [&bank, &seq, &event.at, &written.actor, &command, &partner.id.0, &written.what];
            let of_message: [&(dyn ToSql + Sync); 12] = [
                &bank,
                &place,
                &message.id.0,
                &written.kind,
                &partner.id.0,
                &written.recipients,
                &message.language,
                &message.subject,
                &message.text,
                &message.html,
                &written.data,
                &event.at,
            ];
            let of_command: [&(dyn ToSql + Sync); 5] =
                [&bank, &command, &digest.as_slice(), &event.at, &written.answer];
            let four = (
                client.execute(&self.partner, &of_partner),
                client.execute(&self.event, &of_event),
                client.execute(&self.message, &of_message),
                client.execute(&self.command, &of_command),
            );
            match way {
                Way::EachByItself => {
                    let rows = [four.0.await?, four.1.await?, four.2.await?, four.3.await?];
                    client.batch_execute("commit").await?;
                    all_written(rows)
                }
                Way::Pipelined => {
                    let commit = client.batch_execute("commit");
                    let done = tokio::join!(biased; four.0, four.1, four.2, four.3, commit);
                    let rows = [done.0?, done.1?, done.2?, done.3?];
                    done.4?;
                    all_written(rows)
                }
            }
        })
    }
}

fn all_written(rows: [u64; 4]) -> Outcome {
    if rows == [1; 4] { Ok(()) } else { Err("a bare statement wrote nothing".into()) }
}

//! What has been done: commands, the import, events, messages.

use partnerkit::event::Recorded;
use partnerkit::id::BankId;
use partnerkit::message::Message;
use partnerkit::outbox::Claim;
use partnerkit::receipt::Receipt;
use partnerkit::store::{HistoryQuery, MessageQuery};

use super::Select;
use super::json::{DELIVERY, EVENT, RECEIPT, message};
use crate::errors::Fault;
use crate::session::{Statement, Value};
use crate::transaction::Tx;
use crate::values::{each, limit};

/// The receipt of the bank's import.
pub(crate) fn receipt(tx: &mut Tx<'_>, bank: BankId) -> Result<Option<Receipt>, Fault> {
    let sql = format!("select ({RECEIPT})::text from partnerkit.imports r where r.bank_id = $1");
    Ok(each(&tx.query(sql, [bank.0.into()])?)?.pop())
}

/// A piece of the bank's history.
pub(crate) fn history(tx: &mut Tx<'_>, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Fault> {
    let mut select =
        Select::of(bank, format!("select ({EVENT})::text from partnerkit.events e where e.bank_id = $1"));
    if let Some(partner) = query.partner {
        select.and("e.partner_id = ?", partner.0);
    }
    // A place no event can have is behind all of them.
    select.and("e.seq > ?", i64::try_from(query.after).unwrap_or(i64::MAX));
    select.push(" order by e.seq limit ?", limit(query.limit));
    each(&select.run(tx)?)
}

/// A piece of the bank's outbox.
pub(crate) fn messages(tx: &mut Tx<'_>, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Fault> {
    let sql = format!("select ({})::text from partnerkit.messages m where m.bank_id = $1", message());
    let mut select = Select::of(bank, sql);
    if let Some(partner) = query.partner {
        select.and("m.partner_id = ?", partner.0);
    }
    select.push(" order by m.place limit ?", limit(query.limit));
    select.push(" offset ?", limit(query.skip));
    each(&select.run(tx)?)
}

/// The messages that may be handed out, oldest first, locked; without those that somebody else has locked.
pub(crate) fn messages_due(bank: BankId, claim: &Claim) -> Statement {
    let sql = format!(
        "select ({})::text from partnerkit.messages m where m.bank_id = $1 \
         and m.delivery in ('waiting', 'claimed', 'failed') and (m.not_before is null or m.not_before <= $2) order by m.place limit $3 for update skip locked",
        message()
    );
    Statement::new(sql, [bank.0.into(), claim.at.into(), limit(claim.limit)])
}

/// How far the delivery of messages has come, each with its id; locked, in one order for all who lock.
pub(crate) fn deliveries(bank: BankId, ids: Vec<Value>) -> Statement {
    let sql = format!(
        "select json_build_array(m.id, {DELIVERY})::text from partnerkit.messages m \
         where m.bank_id = $1 and m.id = any($2::uuid[]) order by m.place for update"
    );
    Statement::new(sql, [bank.0.into(), Value::List(ids)])
}

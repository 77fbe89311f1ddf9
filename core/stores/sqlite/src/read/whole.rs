//! Everything there is of a bank, in one view and a page at a time.

use partnerkit::error::Error;
use partnerkit::event::Recorded;
use partnerkit::id::{BankId, CommandId};
use partnerkit::message::Message;
use partnerkit::people::InvitationRef;
use partnerkit::store::{Facts, HistoryQuery, Piece, Row};
use partnerkit::token::TokenDigest;
use rusqlite::Transaction;
use rusqlite::types::Value;

use super::{Reader, Select, bank as banks, blob, log};
use crate::errors::Fault;
use crate::values::{Json, limit};

/// How many rows are held at a time.
const PAGE: usize = 500;

/// Who gets the pieces.
type Take<'a> = &'a mut dyn FnMut(Piece) -> Result<(), Error>;

/// Hands out the whole bank.
pub(crate) fn whole(view: &Transaction<'_>, bank: BankId, take: Take<'_>) -> Result<(), Fault> {
    let Some((row, _)) = banks::one(view, bank)? else { return Ok(()) };
    take(Piece::Row(Row::Bank(row)))?;
    rows(view, bank, take)?;
    if let Some(receipt) = log::receipt(view, bank)? {
        take(Piece::Receipt(receipt))?;
    }
    let mut after = 0;
    while let Some(last) = events(view, bank, after, take)? {
        after = last;
    }
    let mut after = 0;
    while let Some(last) = messages(view, bank, after, take)? {
        after = last;
    }
    let mut after = None;
    while let Some(last) = commands(view, bank, after, take)? {
        after = Some(last);
    }
    let mut after = None;
    while let Some(last) = tokens(view, bank, after, take)? {
        after = Some(last);
    }
    Ok(())
}

/// Reads one kind of row into the facts, those after an id, and takes them out again.
macro_rules! pages {
    ($view:ident, $bank:ident, $take:ident: $($rows:ident $kind:ident by $read:ident;)*) => {$({
        // No id is before all others: a host may give the one that is all zeros.
        let mut after: Option<uuid::Uuid> = None;
        loop {
            let (condition, values) = match after {
                None => ("true ORDER BY id LIMIT ?", vec![limit(PAGE)]),
                Some(after) => ("id > ? ORDER BY id LIMIT ?", vec![blob(after), limit(PAGE)]),
            };
            let mut facts = Facts::default();
            let mut reader = Reader { view: $view, bank: $bank, facts: &mut facts };
            reader.$read(condition, values)?;
            let Some((last, _)) = facts.$rows.last_key_value() else { break };
            after = Some(last.0);
            for (_, row) in facts.$rows {
                $take(Piece::Row(Row::$kind(row)))?;
            }
        }
    })*};
}

fn rows(view: &Transaction<'_>, bank: BankId, take: Take<'_>) -> Result<(), Fault> {
    pages! { view, bank, take:
        categories Category by categories_where;
        items Item by items_where;
        groups Group by groups_where;
        partners Partner by partners_where;
        requests Request by requests_where;
        distributions Distribution by distributions_where;
        people Person by people_where;
        reminders Reminder by reminders_where;
    }
    Ok(())
}

fn events(view: &Transaction<'_>, bank: BankId, after: u64, take: Take<'_>) -> Result<Option<u64>, Fault> {
    let page = log::history(view, bank, &HistoryQuery { partner: None, after, limit: PAGE })?;
    let last = page.last().map(|recorded: &Recorded| recorded.seq);
    page.into_iter().try_for_each(|recorded| take(Piece::Event(recorded)))?;
    Ok(last)
}

fn messages(view: &Transaction<'_>, bank: BankId, after: i64, take: Take<'_>) -> Result<Option<i64>, Fault> {
    let page: Vec<(i64, Message)> = log::messages_after(view, bank, after, PAGE)?;
    let last = page.last().map(|(place, _)| *place);
    page.into_iter().try_for_each(|(_, message)| take(Piece::Message(message)))?;
    Ok(last)
}

fn commands(
    view: &Transaction<'_>,
    bank: BankId,
    after: Option<CommandId>,
    take: Take<'_>,
) -> Result<Option<CommandId>, Fault> {
    let sql = "SELECT id, digest, at, answer FROM commands WHERE bank_id = ?".to_owned();
    let mut select = Select { sql, values: vec![blob(bank.0)] };
    if let Some(after) = after {
        select.and("id > ?", [blob(after.0)]);
    }
    select.push(" ORDER BY id LIMIT ?", [limit(PAGE)]);
    let page = select.list(view, log::record)?;
    let last = page.last().map(|record| record.id);
    page.into_iter().try_for_each(|record| take(Piece::Command(record)))?;
    Ok(last)
}

fn tokens(
    view: &Transaction<'_>,
    bank: BankId,
    after: Option<TokenDigest>,
    take: Take<'_>,
) -> Result<Option<TokenDigest>, Fault> {
    let sql = "SELECT digest, invitation FROM invitation_tokens WHERE bank_id = ?".to_owned();
    let mut select = Select { sql, values: vec![blob(bank.0)] };
    if let Some(after) = after {
        select.and("digest > ?", [Value::Blob(after.0.to_vec())]);
    }
    select.push(" ORDER BY digest LIMIT ?", [limit(PAGE)]);
    let page = select.list(view, |row| {
        Ok((TokenDigest(row.get("digest")?), row.get::<_, Json<InvitationRef>>("invitation")?.0))
    })?;
    let last = page.last().map(|(digest, _)| *digest);
    page.into_iter().try_for_each(|(digest, invitation)| take(Piece::Token { digest, invitation }))?;
    Ok(last)
}

//! Everything there is of a bank, in one view and a page at a time.

use partnerkit::bank::Bank;
use partnerkit::error::Error;
use partnerkit::event::Recorded;
use partnerkit::id::BankId;
use partnerkit::message::Message;
use partnerkit::people::InvitationRef;
use partnerkit::store::{CommandRecord, HistoryQuery, Piece, Row};
use partnerkit::token::TokenDigest;
use serde::de::DeserializeOwned;

use super::json::{
    BANK, CATEGORY, COMMAND, DISTRIBUTION, GROUP, ITEM, PARTNER, PERSON, REMINDER, REQUEST, message,
};
use super::{Select, log};
use crate::errors::Fault;
use crate::session::Value;
use crate::transaction::Tx;
use crate::values::{each, from_json, limit};

/// How many rows are held at a time.
const PAGE: usize = 500;

/// Who gets the pieces.
type Take<'a> = &'a mut dyn FnMut(Piece) -> Result<(), Error>;

/// Hands out the whole bank.
pub(crate) fn whole(tx: &mut Tx<'_>, bank: BankId, take: Take<'_>) -> Result<(), Fault> {
    let sql = format!("select ({BANK})::text from partnerkit.banks b where b.bank_id = $1");
    let Some(row) = each::<Bank>(&tx.query(sql, [bank.0.into()])?)?.pop() else { return Ok(()) };
    take(Piece::Row(Row::Bank(row)))?;
    let mut pages = Pages { tx, bank, take };
    pages.all("c.id", CATEGORY, "categories", |row| Piece::Row(Row::Category(row)))?;
    pages.all("i.id", ITEM, "items", |row| Piece::Row(Row::Item(row)))?;
    pages.all("g.id", GROUP, "groups", |row| Piece::Row(Row::Group(row)))?;
    pages.all("p.id", PARTNER, "partners", |row| Piece::Row(Row::Partner(row)))?;
    pages.all("r.id", REQUEST, "requests", |row| Piece::Row(Row::Request(row)))?;
    pages.all("d.id", DISTRIBUTION, "distributions", |row| Piece::Row(Row::Distribution(row)))?;
    pages.all("h.id", PERSON, "people", |row| Piece::Row(Row::Person(row)))?;
    pages.all("m.id", REMINDER, "reminders", |row| Piece::Row(Row::Reminder(row)))?;
    if let Some(receipt) = log::receipt(pages.tx, bank)? {
        (pages.take)(Piece::Receipt(receipt))?;
    }
    pages.events()?;
    pages.all("m.place", &message(), "messages", |row: Message| Piece::Message(row))?;
    pages.all("a.id", COMMAND, "commands", |row: CommandRecord| Piece::Command(row))?;
    let token = "json_build_array(encode(t.digest, 'hex'), t.invitation)";
    pages.all("t.digest", token, "invitation_tokens", |(digest, invitation): (TokenDigest, InvitationRef)| {
        Piece::Token { digest, invitation }
    })
}

struct Pages<'a, 'b> {
    tx: &'a mut Tx<'b>,
    bank: BankId,
    take: Take<'a>,
}

impl Pages<'_, '_> {
    /// Hands out all rows of a table by their key, as `json` has them.
    fn all<T: DeserializeOwned>(
        &mut self,
        key: &str,
        json: &str,
        table: &str,
        piece: impl Fn(T) -> Piece,
    ) -> Result<(), Fault> {
        // No key is before all others: a host may give the id that is all zeros.
        let mut after: Option<Value> = None;
        loop {
            let alias = key.split('.').next().unwrap_or_default();
            let sql = format!(
                "select ({json})::text, {key} from partnerkit.{table} {alias} where {alias}.bank_id = $1"
            );
            let mut select = Select::of(self.bank, sql);
            if let Some(after) = after.take() {
                select.and(&format!("{key} > ?"), after);
            }
            select.push(&format!(" order by {key} limit ?"), limit(PAGE));
            for row in select.run(self.tx)? {
                (self.take)(piece(from_json(row.first())?))?;
                after = row.into_iter().nth(1);
            }
            if after.is_none() {
                return Ok(());
            }
        }
    }

    fn events(&mut self) -> Result<(), Fault> {
        let mut after = 0;
        loop {
            let query = HistoryQuery { partner: None, after, limit: PAGE };
            let page: Vec<Recorded> = log::history(self.tx, self.bank, &query)?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.seq;
            page.into_iter().try_for_each(|recorded| (self.take)(Piece::Event(recorded)))?;
        }
    }
}

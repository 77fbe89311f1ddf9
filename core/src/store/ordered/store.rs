//! The methods of the trait, each one transaction of the map.

use chrono::{DateTime, Utc};

use super::change::Change;
use super::layout::{self, BANKS, SCHEMA, VERSION};
use super::view::{View, corrupt, part, read};
use super::{Direction, Entries, EntriesMut, OrderedMap, Outcome as Becomes};
use crate::bank::Bank;
use crate::error::{Code, Error, Reason};
use crate::event::Recorded;
use crate::id::{BankId, PersonId};
use crate::message::Message;
use crate::order::in_order;
use crate::outbox::{Claim, Noted, Outcome};
use crate::people::{InvitationRef, Person};
use crate::store::clash::clashes;
use crate::store::keys::RowKind;
use crate::store::{
    ChangeSet, Committed, Facts, HistoryQuery, ImportRow, ImportRows, Imported, MessageQuery, Need,
    NewImport, Piece, Row, RowId, Settled, Store,
};
use crate::token::TokenDigest;

/// A store over an ordered map.
#[derive(Debug)]
pub struct OrderedStore<M> {
    map: M,
}

impl<M: OrderedMap> OrderedStore<M> {
    /// A store over `map`, which is empty or was filled by such a store.
    ///
    /// # Errors
    /// `store_unrecognised` if the map holds something else, `store_newer` if a newer library wrote it, or `store_…`.
    pub fn open(map: M) -> Result<Self, Error> {
        map.write(&mut |entries| {
            if let Some(found) = entries.get(SCHEMA)? {
                let found: u32 = read(&found)?;
                if found > VERSION {
                    let reason = Reason::new(Code::StoreNewer).with("found", found).with("known", VERSION);
                    return Err(reason.into());
                }
                return Ok(Becomes::Drop);
            }
            if !entries.page(&[], &[0xFF], Direction::Forwards, 1)?.is_empty() {
                return Err(Code::StoreUnrecognised.into());
            }
            entries.put(SCHEMA, VERSION.to_string().as_bytes())?;
            Ok(Becomes::Keep)
        })?;
        Ok(Self { map })
    }

    /// The map.
    pub const fn map(&self) -> &M {
        &self.map
    }

    /// What one view shows.
    fn look<T>(&self, look: impl Fn(&dyn Entries) -> Result<T, Error>) -> Result<T, Error> {
        let mut seen = None;
        self.map.read(&mut |entries| {
            seen = Some(look(entries)?);
            Ok(())
        })?;
        seen.ok_or_else(|| Reason::bug("the map showed nothing").into())
    }

    /// What one transaction answers; kept if `is_kept` says so of the answer.
    fn change<T>(
        &self,
        bank: BankId,
        is_kept: impl Fn(&T) -> bool,
        mut change: impl FnMut(&mut Change<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut answered = None;
        self.map.write(&mut |entries: &mut dyn EntriesMut| {
            let answer = change(&mut Change { entries, bank })?;
            let becomes = if is_kept(&answer) { Becomes::Keep } else { Becomes::Drop };
            answered = Some(answer);
            Ok(becomes)
        })?;
        answered.ok_or_else(|| Reason::bug("the map made no transaction").into())
    }

    fn commit_if_done(
        &self,
        bank: BankId,
        change: impl FnMut(&mut Change<'_>) -> Result<Committed, Error>,
    ) -> Result<Committed, Error> {
        self.change(bank, |committed| *committed == Committed::Done, change)
    }
}

impl<M: OrderedMap> Store for OrderedStore<M> {
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error> {
        self.look(|entries| View { entries, bank }.facts(needs))
    }

    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        self.commit_if_done(changes.bank, |change| change.commit(changes))
    }

    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        let before = self.load(import.bank, &[Need::Receipt])?;
        if let Some(receipt) = before.receipt {
            return Ok(Imported::Before(receipt));
        }
        // The file may be slow to read, and others may work meanwhile; so the guard is looked at again in the transaction.
        let mut file = Vec::new();
        while let Some(row) = rows.next_row()? {
            file.push(row);
        }
        let is_kept = |imported: &Imported| matches!(imported, Imported::Done(_));
        self.change(import.bank, is_kept, |change| import_file(change, import, &file, rows))
    }

    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error> {
        let wanted = |found: &Result<Recorded, Error>| match (found, query.partner) {
            (Ok(recorded), Some(partner)) => recorded.event.what.partner() == Some(partner),
            _ => true,
        };
        self.look(|entries| {
            View { entries, bank }.events(query.after).filter(wanted).take(query.limit).collect()
        })
    }

    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error> {
        let wanted = |found: &Result<Message, Error>| match (found, query.partner) {
            (Ok(message), Some(partner)) => message.partner == Some(partner),
            _ => true,
        };
        self.look(|entries| {
            let all = View { entries, bank }.messages().filter(wanted);
            all.skip(query.skip).take(query.limit).collect()
        })
    }

    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error> {
        self.change(
            bank,
            |claimed: &Vec<Message>| !claimed.is_empty(),
            |change| {
                let mut due = Vec::new();
                for entry in change.view().under(&layout::all_unsent(bank)) {
                    if due.len() == claim.limit {
                        break;
                    }
                    let place = part(layout::last_number(&entry?.0))?;
                    let message = message_at(change, place)?;
                    if message.delivery.is_due(claim.at) {
                        due.push((place, message));
                    }
                }
                for (place, message) in &mut due {
                    message.delivery = message.delivery.claimed(claim.until);
                    change.put_message(*place, message)?;
                }
                Ok(due.into_iter().map(|(_, message)| message).collect())
            },
        )
    }

    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        self.change(
            bank,
            |_| true,
            |change| outcomes.iter().map(|outcome| settle(change, at, outcome)).collect(),
        )
    }

    fn banks(&self) -> Result<Vec<Bank>, Error> {
        let all: Vec<Bank> = self.look(|entries| {
            let nowhere = View { entries, bank: BankId(uuid::Uuid::nil()) };
            let bank = |entry: Result<super::Entry, Error>| {
                let bank = BankId(part(layout::last_id(&entry?.0))?);
                match nowhere.get(&layout::row(bank, RowId::Bank(bank)))? {
                    Some(Row::Bank(bank)) => Ok(bank),
                    _ => Err(corrupt("a bank has no row")),
                }
            };
            nowhere.under(BANKS).map(bank).collect()
        })?;
        Ok(in_order(all, |bank| (bank.name.clone(), bank.id)))
    }

    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        self.commit_if_done(bank, |change| change.put_token(&token, invitation))
    }

    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error> {
        self.look(|entries| {
            let nowhere = View { entries, bank: BankId(uuid::Uuid::nil()) };
            let rows = nowhere.known(person).filter_map(|row| match row {
                Ok((bank, Row::Person(row))) => (!row.roles.is_empty()).then_some(Ok((bank, row))),
                Ok(_) => Some(Err(corrupt("a person's row is another's"))),
                Err(error) => Some(Err(error)),
            });
            rows.collect()
        })
    }

    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error> {
        self.map.read(&mut |entries| {
            let view = View { entries, bank };
            for kind in RowKind::ALL {
                for entry in view.under(&layout::rows(bank, kind)) {
                    take(Piece::Row(read(&entry?.1)?))?;
                }
            }
            if let Some(receipt) = view.get(&layout::receipt(bank))? {
                take(Piece::Receipt(receipt))?;
            }
            view.events(0).try_for_each(|event| take(Piece::Event(event?)))?;
            view.messages().try_for_each(|message| take(Piece::Message(message?)))?;
            for entry in view.under(&layout::commands(bank)) {
                take(Piece::Command(read(&entry?.1)?))?;
            }
            for entry in view.under(&layout::tokens(bank)) {
                let (key, value) = entry?;
                let digest = part(key.last_chunk::<32>().copied().map(TokenDigest))?;
                take(Piece::Token { digest, invitation: read(&value)? })?;
            }
            Ok(())
        })
    }

    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        self.commit_if_done(bank, |change| {
            if change.view().has(&layout::bank(bank))? {
                return Ok(Committed::Stale);
            }
            while let Some(piece) = give()? {
                if change.add(&piece)? == Committed::Stale {
                    return Ok(Committed::Stale);
                }
            }
            let is_there = change.view().has(&layout::bank(bank))?;
            Ok(if is_there { Committed::Done } else { Committed::Stale })
        })
    }
}

fn message_at(change: &Change<'_>, place: u64) -> Result<Message, Error> {
    let message = change.view().get(&layout::message(change.bank, place))?;
    message.ok_or_else(|| corrupt("there is no message at a place that is waiting"))
}

fn settle(change: &mut Change<'_>, at: DateTime<Utc>, outcome: &Outcome) -> Result<Noted, Error> {
    let place = change.entries.get(&layout::place_of(change.bank, outcome.message))?;
    let Some(place) = place else { return Ok(Noted::NotFound) };
    let place = part(layout::last_number(&place))?;
    let mut message = message_at(change, place)?;
    let (settled, noted) = message.delivery.settled(outcome.attempt, &outcome.result, at);
    if let Some(settled) = settled {
        message.delivery = settled;
        change.put_message(place, &message)?;
    }
    Ok(noted)
}

/// The second half of an import, after the file was read.
fn import_file(
    change: &mut Change<'_>,
    import: &NewImport,
    file: &[ImportRow],
    rows: &mut dyn ImportRows,
) -> Result<Imported, Error> {
    let bank = import.bank;
    if let Some(receipt) = change.view().get(&layout::receipt(bank))? {
        return Ok(Imported::Before(receipt));
    }
    if !change.view().has(&layout::bank(bank))? || !change.view().holds(&import.expects)? {
        return Ok(Imported::Stale);
    }
    for clash in clashes(&change.view(), file)? {
        rows.clash(clash);
    }
    let Settled::Write { receipt, event } = rows.settle() else { return Ok(Imported::Dropped) };
    let mut events = Vec::with_capacity(file.len() + 1);
    for (partner, added) in file.iter().filter_map(|row| row.partner.as_ref()) {
        if change.insert(&Row::Partner(partner.clone()))? == Committed::Stale {
            return Ok(Imported::Stale);
        }
        events.push(added.clone());
    }
    events.push(event);
    change.append(&events, &[])?;
    change.add(&Piece::Receipt(receipt.clone()))?;
    Ok(Imported::Done(receipt))
}

//! Questions about a bank's own texts of messages.

use super::{Inquiry, NamedPlaceholder, Question, Reply, TextsOfKind};
use crate::actor::not_found;
use crate::bank::Bank;
use crate::error::Error;
use crate::id::BankId;
use crate::message::{MessageKind, Placeholder, check_own_text, said};
use crate::store::{Need, Store};

pub(super) fn ask(store: &dyn Store, bank: BankId, inquiry: &Inquiry) -> Result<Reply, Error> {
    match &inquiry.question {
        Question::PreviewMessageText { kind, language, text, partner } => {
            let text = text.as_ref().map(|text| check_own_text(*kind, text)).transpose()?;
            let facts = store.load(bank, &partner.map(Need::Partner).into_iter().collect::<Vec<_>>())?;
            let row = facts.bank.as_ref().ok_or_else(|| not_found("bank"))?;
            let partner = match partner {
                Some(id) => Some(facts.partners.get(id).ok_or_else(|| not_found("partner"))?),
                None => None,
            };
            let kept = row.settings.message_texts.get(kind).and_then(|texts| texts.get(language));
            Ok(Reply::MessageText(said(row, partner, *kind, text.as_ref().or(kept), *language, inquiry.at)))
        }
        _ => {
            let row = store.load(bank, &[])?.bank.ok_or_else(|| not_found("bank"))?;
            Ok(Reply::MessageTexts(MessageKind::ALL.map(|kind| of_kind(&row, kind)).into()))
        }
    }
}

fn of_kind(bank: &Bank, kind: MessageKind) -> TextsOfKind {
    let named = |each: &Placeholder| NamedPlaceholder { name: each.name.to_owned(), given: each.given };
    TextsOfKind {
        kind,
        placeholders: kind.placeholders().iter().map(named).collect(),
        own: bank.settings.message_texts.get(&kind).cloned().unwrap_or_default(),
    }
}

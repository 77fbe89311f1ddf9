//! A partner as it was: its history folded up to a moment.

use chrono::{DateTime, Utc};

use super::{MAX_PAGE, Reply};
use crate::actor::not_found;
use crate::error::Error;
use crate::event::{Event, What};
use crate::evolve::evolve;
use crate::id::{BankId, PartnerId};
use crate::store::{Facts, HistoryQuery, Store};

/// Folds the partner's events, in order, until the first that happened after `at`.
pub(super) fn ask(
    store: &dyn Store,
    bank: BankId,
    partner: PartnerId,
    at: DateTime<Utc>,
) -> Result<Reply, Error> {
    let mut facts = Facts::default();
    let mut query = HistoryQuery { partner: Some(partner), after: 0, limit: MAX_PAGE };
    'pages: loop {
        let page = store.history(bank, &query)?;
        for recorded in &page {
            if recorded.event.at > at {
                break 'pages;
            }
            if is_about_the_row(&recorded.event) {
                evolve(&mut facts, &recorded.event)?;
            }
            query.after = recorded.seq;
        }
        if page.len() < MAX_PAGE {
            break;
        }
    }
    facts.partners.remove(&partner).map(Reply::PartnerAsOf).ok_or_else(|| not_found("partner"))
}

/// Whether the event changes the partner itself, and not only its requests and distributions.
const fn is_about_the_row(event: &Event) -> bool {
    matches!(
        event.what,
        What::PartnerAdded { .. }
            | What::PartnerImported { .. }
            | What::PartnerUpdated { .. }
            | What::ProfileUpdated { .. }
            | What::PartnerMoved { .. }
            | What::PartnerRemoved { .. }
            | What::ExceptionSet { .. }
            | What::ExceptionRemoved { .. }
    )
}

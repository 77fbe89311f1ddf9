//! A partner as it was: its history folded up to a moment.

use chrono::{DateTime, Utc};

use super::{MAX_PAGE, Reply};
use crate::actor::not_found;
use crate::error::Error;
use crate::evolve::evolve_partner;
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
            evolve_partner(&mut facts, &recorded.event)?;
            query.after = recorded.seq;
        }
        if page.len() < MAX_PAGE {
            break;
        }
    }
    facts.partners.remove(&partner).map(Reply::PartnerAsOf).ok_or_else(|| not_found("partner"))
}

//! What came of a command, in words or on the wire.

use partnerkit::decide::{Bulk, Done};
use partnerkit::error::Reason;
use partnerkit::message::{Message, Recipient};
use partnerkit::question::WhatIf;
use partnerkit::store::RowId;
use partnerkit::system::Preview;

use crate::failure::Failure;
use crate::paper::{Ink, Paper};
use crate::session::{Outcome, Session};
use crate::words;

/// Tells what came of a command; `done` says what was done.
pub fn tell(session: &Session, outcome: &Outcome, done: &str) -> Result<(), Failure> {
    match outcome {
        Outcome::Done(answer) => session.answer(answer, |paper| {
            paper.line(Ink::Good, done);
            write_done(paper, session, answer);
            Ok(())
        }),
        Outcome::Preview(preview, what_if) => session.answer(preview, |paper| {
            write_preview(paper, session, preview)?;
            what_if.as_ref().map_or(Ok(()), |what_if| write_what_if(paper, session, what_if))
        }),
    }
}

/// What was created and what to know.
pub fn write_done(paper: &mut Paper, session: &Session, done: &Done) {
    paper.pair("id", done.created.map(row_id).unwrap_or_default());
    if let Some(bulk) = &done.bulk {
        write_bulk(paper, session, bulk);
    }
    for warning in &done.warnings {
        paper.line(Ink::Warn, &words::reason(warning, session.globals.audience()));
    }
    for line in &done.no_longer_permitted {
        let mut sentences = vec![format!("Request {} has a line no longer permitted.", line.request)];
        sentences.extend(line.reasons.iter().map(|reason| words::reason(reason, session.globals.audience())));
        paper.line(Ink::Warn, &sentences.join(" "));
    }
}

fn write_bulk(paper: &mut Paper, session: &Session, bulk: &Bulk) {
    paper.line(Ink::Strong, &format!("{} moved, {} refused.", bulk.accepted, bulk.refused));
    let mut rows = Vec::new();
    for each in bulk.each.iter().filter(|each| !each.reasons.is_empty()).take(words::MOST_ROWS) {
        let sentences = each.reasons.iter().map(|reason| words::reason(reason, session.globals.audience()));
        let sentences = sentences.collect::<Vec<_>>().join(" ");
        // The command is done: a name that cannot be read any more must not make it look refused.
        let name = session.partner_name(each.partner).unwrap_or_else(|_| each.partner.to_string());
        rows.push(vec![name.into(), sentences.into()]);
    }
    let left = bulk.refused.saturating_sub(u64::try_from(rows.len()).unwrap_or(u64::MAX));
    if !rows.is_empty() {
        paper.table(&["refused", "why"], rows);
    }
    if left > 0 {
        paper.line(Ink::Dim, &format!("… and {left} more; --json shows all of them."));
    }
}

fn write_preview(paper: &mut Paper, session: &Session, preview: &Preview) -> Result<(), Failure> {
    let [events, messages] = [preview.events.len(), preview.messages.len()];
    paper.line(Ink::Good, "It would be accepted. Nothing was done.");
    write_done(paper, session, &preview.done);
    for event in preview.events.iter().take(words::MOST_ROWS) {
        let whom = event.what.partner().map(|partner| session.partner_name(partner)).transpose()?;
        let whom = whom.map(|name| format!("{name}: ")).unwrap_or_default();
        paper.line(Ink::Plain, &format!("  {whom}{}", words::event(session, event)?));
    }
    if events > words::MOST_ROWS {
        paper.line(Ink::Dim, &format!("… {events} events in all."));
    }
    for message in preview.messages.iter().take(words::MOST_ROWS) {
        paper.line(Ink::Plain, &format!("  to {}: {}", recipients(message), message.subject));
    }
    if messages > words::MOST_ROWS {
        paper.line(Ink::Dim, &format!("… {messages} messages in all."));
    }
    Ok(())
}

/// Who would lose which item, and which open requests would no longer be taken.
fn write_what_if(paper: &mut Paper, session: &Session, what_if: &WhatIf) -> Result<(), Failure> {
    let said = |reasons: &[Reason]| {
        let sentences = reasons.iter().map(|reason| words::reason(reason, session.globals.audience()));
        sentences.collect::<Vec<_>>().join(" ")
    };
    let mut rows = Vec::new();
    for lost in what_if.lost.iter().take(words::MOST_ROWS) {
        let item = session.goods_name(lost.item.0)?;
        rows.push(vec![session.partner_name(lost.partner)?.into(), item.into(), said(&lost.reasons).into()]);
    }
    if !rows.is_empty() {
        paper.line(Ink::Warn, &format!("{} would be lost:", words::count(what_if.items_lost, "item")));
        paper.table(&["partner", "item", "why"], rows);
    }
    let mut rows = Vec::new();
    for invalid in what_if.invalid.iter().take(words::MOST_ROWS) {
        let request = invalid.request.to_string();
        rows.push(vec![
            session.partner_name(invalid.partner)?.into(),
            request.into(),
            said(&invalid.reasons).into(),
        ]);
    }
    if !rows.is_empty() {
        let requests = words::count(what_if.requests_invalid, "open request");
        paper.line(Ink::Warn, &format!("{requests} would not be taken any more:"));
        paper.table(&["partner", "request", "why"], rows);
    }
    Ok(())
}

/// Who gets a message.
pub fn recipients(message: &Message) -> String {
    let recipient = |recipient: &Recipient| match recipient {
        Recipient::Email(address) => address.clone(),
        Recipient::Person(person) => format!("person {person}"),
    };
    message.recipients.iter().map(recipient).collect::<Vec<_>>().join(", ")
}

/// The id of whatever was created.
fn row_id(row: RowId) -> String {
    match row {
        RowId::Bank(id) => id.to_string(),
        RowId::Partner(id) => id.to_string(),
        RowId::Group(id) => id.to_string(),
        RowId::Category(id) => id.to_string(),
        RowId::Item(id) => id.to_string(),
        RowId::Request(id) => id.to_string(),
        RowId::Distribution(id) => id.to_string(),
        RowId::Reminder(id) => id.to_string(),
    }
}

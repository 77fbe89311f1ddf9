//! `history` and `messages`: what has happened, and what people were told.

use clap::Args;
use partnerkit::event::Recorded;
use partnerkit::question::{Question, Reply};

use super::outcome::recipients;
use crate::failure::{Failure, bug};
use crate::paper::{Ink, Paper};
use crate::resolve;
use crate::session::Session;
use crate::words;

/// A page of events.
#[derive(Args)]
pub struct HistoryArgs {
    /// Only this partner's
    partner: Option<String>,
    /// Only those after this place
    #[arg(long, default_value_t = 0, value_name = "PLACE")]
    after: u64,
    /// How many at most
    #[arg(long, default_value_t = 100)]
    limit: usize,
}

/// A page of messages.
#[derive(Args)]
pub struct MessageArgs {
    /// Only those about this partner
    partner: Option<String>,
    /// Skip this many
    #[arg(long, default_value_t = 0)]
    skip: usize,
    /// How many at most
    #[arg(long, default_value_t = 50)]
    limit: usize,
    /// With their whole text
    #[arg(long)]
    full: bool,
}

/// What has happened.
pub fn history(session: &Session, args: &HistoryArgs) -> Result<(), Failure> {
    let partner = args.partner.as_deref().map(|name| resolve::partner(session, name)).transpose()?;
    let reply = session.ask(Question::History { partner, after: args.after, limit: args.limit })?;
    let Reply::History(rows) = &reply else { return Err(bug("another answer than a history")) };
    session.answer(&reply, |paper| {
        write_history(paper, session, rows, partner.is_none())?;
        if let Some(last) = rows.last().filter(|_| rows.len() == args.limit) {
            paper.line(Ink::Dim, &format!("There may be more: --after {}", last.seq));
        }
        Ok(())
    })
}

/// A table of events, with or without whom they are about.
pub fn write_history(
    paper: &mut Paper,
    session: &Session,
    rows: &[Recorded],
    with_partner: bool,
) -> Result<(), Failure> {
    let mut cells = Vec::new();
    for Recorded { seq, event } in rows {
        let mut row =
            vec![seq.into(), event.at.format("%Y-%m-%d %H:%M:%S").into(), words::actor(&event.by).into()];
        if with_partner {
            let partner = event.what.partner().map(|partner| session.partner_name(partner)).transpose()?;
            row.push(partner.unwrap_or_default().into());
        }
        row.push(words::event(session, event)?.into());
        cells.push(row);
    }
    if with_partner {
        paper.table(&["place", "when (UTC)", "who", "partner", "what"], cells);
    } else {
        paper.table(&["place", "when (UTC)", "who", "what"], cells);
    }
    Ok(())
}

/// What people were told.
pub fn messages(session: &Session, args: &MessageArgs) -> Result<(), Failure> {
    let partner = args.partner.as_deref().map(|name| resolve::partner(session, name)).transpose()?;
    let reply = session.ask(Question::Messages { partner, skip: args.skip, limit: args.limit })?;
    let Reply::Messages(rows) = &reply else { return Err(bug("another answer than messages")) };
    session.answer(&reply, |paper| {
        if args.full {
            for message in rows {
                paper.line(Ink::Strong, &message.subject);
                paper.pair("to", recipients(message));
                paper.pair("at", message.at.format("%Y-%m-%d %H:%M:%S UTC"));
                paper.block(&message.text);
                paper.gap();
            }
            return Ok(());
        }
        let row = |message: &partnerkit::message::Message| {
            vec![
                message.at.format("%Y-%m-%d %H:%M:%S").into(),
                words::plain(message.kind.slug()).into(),
                recipients(message).into(),
                message.delivery.state.slug().into(),
                (&message.subject).into(),
            ]
        };
        paper.table(&["when (UTC)", "kind", "to", "delivery", "subject"], rows.iter().map(row).collect());
        Ok(())
    })
}

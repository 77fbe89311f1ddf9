//! `dashboard`.

use partnerkit::question::{Question, Reply};
use serde_json::Value;

use crate::failure::{Failure, bug};
use crate::paper::Ink;
use crate::session::Session;
use crate::words;

/// What is to be done next.
pub fn run(session: &Session) -> Result<(), Failure> {
    let reply = session.ask(Question::Dashboard)?;
    let Reply::Dashboard(board) = &reply else { return Err(bug("another answer than a dashboard")) };
    session.answer(&reply, |paper| {
        paper.line(Ink::Strong, "Awaiting review");
        for row in &board.awaiting {
            let since = row.submitted_at.map(|at| at.format("since %Y-%m-%d %H:%M UTC").to_string());
            paper.pair(&row.name, since.unwrap_or_default());
        }
        paper.line(Ink::Strong, "Open requests");
        paper.pair("pending", board.open_requests.pending);
        paper.pair("started", board.open_requests.started);
        let oldest = board.open_requests.oldest.map(|at| at.format("%Y-%m-%d %H:%M UTC").to_string());
        paper.pair("oldest", oldest.unwrap_or_default());
        paper.line(Ink::Strong, "Recertifications coming due");
        for due in &board.recertifications {
            paper.pair(
                &session.partner_name(due.partner)?,
                format!("due {}, required {}", due.due, due.required_on),
            );
        }
        paper.line(Ink::Strong, "Getting started");
        for step in &board.getting_started {
            let Value::String(word) = serde_json::to_value(step.step)? else { continue };
            paper.pair(&words::plain(&word), words::yes_no(step.done));
        }
        Ok(())
    })
}

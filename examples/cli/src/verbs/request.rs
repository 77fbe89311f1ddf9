//! `request`: what partners ask for.

use clap::{Args, Subcommand};
use partnerkit::command::{Command, NewRequest};
use partnerkit::id::RequestId;
use partnerkit::question::{Question, Reply};
use partnerkit::request::{NewRequestLine, Request, RequestKind, RequestState};

use super::tell;
use crate::failure::{Failure, bug};
use crate::paper::{Cell, Ink, Paper};
use crate::resolve;
use crate::session::Session;
use crate::values::{LineArg, one_of};
use crate::words;

/// What to do with requests.
#[derive(Subcommand)]
pub enum RequestVerb {
    /// File one
    New(NewArgs),
    /// List them, newest first
    List(ListArgs),
    /// Show one
    Show {
        /// Its id
        request: RequestId,
    },
    /// Claim a pending one
    Start {
        /// Its id
        request: RequestId,
    },
    /// Give a claimed one back
    Release {
        /// Its id
        request: RequestId,
    },
    /// Cancel one
    Cancel {
        /// Its id
        request: RequestId,
        /// Why
        #[arg(long)]
        reason: Option<String>,
    },
}

/// A new request.
#[derive(Args)]
pub struct NewArgs {
    /// The partner's name, email address or id
    partner: String,
    /// How it counts
    #[arg(long, default_value = "quantity", value_parser = one_of::<RequestKind>(RequestKind::ALL.map(RequestKind::slug)))]
    kind: RequestKind,
    /// What is asked for, as in "Diapers size 4=120" or "Diapers size 4=2 pack"; give it several times for several
    #[arg(long, value_name = "ITEM=QUANTITY [UNIT]")]
    line: Vec<LineArg>,
    /// Words to go with it
    #[arg(long)]
    comment: Option<String>,
    /// File nothing; say whether it would be accepted, and if not, which steps would change that
    #[arg(long)]
    explain: bool,
}

/// A page of requests.
#[derive(Args)]
pub struct ListArgs {
    /// Only this partner's
    partner: Option<String>,
    /// Only these states
    #[arg(long, value_delimiter = ',', value_parser = one_of::<RequestState>(RequestState::ALL.map(RequestState::slug)))]
    state: Vec<RequestState>,
    /// How many at most
    #[arg(long, default_value_t = 50)]
    limit: usize,
    /// Go on after this request
    #[arg(long, value_name = "ID")]
    after: Option<RequestId>,
}

/// Does it.
pub fn run(session: &Session, verb: RequestVerb) -> Result<(), Failure> {
    let (command, done) = match verb {
        RequestVerb::New(args) => return new(session, &args),
        RequestVerb::List(args) => return list(session, &args),
        RequestVerb::Show { request } => return show(session, request),
        RequestVerb::Start { request } => (Command::StartRequest { request }, "The request is started."),
        RequestVerb::Release { request } => {
            (Command::ReleaseRequest { request }, "The request is pending again.")
        }
        RequestVerb::Cancel { request, reason } => {
            (Command::CancelRequest { request, reason }, "The request is cancelled.")
        }
    };
    tell(session, &session.give(command)?, done)
}

fn new(session: &Session, args: &NewArgs) -> Result<(), Failure> {
    let line =
        |item, given: &LineArg| NewRequestLine { item, unit: given.unit.clone(), quantity: given.quantity };
    let command = Command::SubmitRequest(NewRequest {
        id: None,
        partner: resolve::partner(session, &args.partner)?,
        kind: args.kind,
        lines: resolve::lines(session, &args.line, line)?,
        comment: args.comment.clone(),
    });
    if args.explain {
        return super::explain::show(session, Question::ExplainCommand { command: Box::new(command) });
    }
    let outcome = session
        .give(command)
        .map_err(|failure| failure.with_hint("With --explain it says what would lift a refusal."))?;
    tell(session, &outcome, "The request is filed.")
}

fn list(session: &Session, args: &ListArgs) -> Result<(), Failure> {
    let partner = args.partner.as_deref().map(|name| resolve::partner(session, name)).transpose()?;
    let states = args.state.iter().copied().collect();
    let reply = session.ask(Question::Requests { partner, states, after: args.after, limit: args.limit })?;
    let Reply::Requests(rows) = &reply else { return Err(bug("another answer than requests")) };
    session.answer(&reply, |paper| {
        let mut cells = Vec::new();
        for row in rows {
            cells.push(vec![
                session.partner_name(row.partner)?.into(),
                state(row.state),
                row.kind.slug().into(),
                row.filed_at.format("%Y-%m-%d %H:%M").into(),
                goods(row).into(),
                row.id.into(),
            ]);
        }
        paper.table(&["partner", "state", "kind", "filed", "lines", "id"], cells);
        Ok(())
    })
}

fn show(session: &Session, request: RequestId) -> Result<(), Failure> {
    let reply = session.ask(Question::Request { request })?;
    let Reply::Request(row) = &reply else { return Err(bug("another answer than a request")) };
    session.answer(&reply, |paper| write(paper, session, row))
}

fn write(paper: &mut Paper, session: &Session, row: &Request) -> Result<(), Failure> {
    paper.line(Ink::Strong, &session.partner_name(row.partner)?);
    paper.pair("id", row.id);
    paper.pair("state", row.state.slug());
    paper.pair("kind", row.kind.slug());
    paper.pair("filed", row.filed_at.format("%Y-%m-%d %H:%M UTC"));
    paper.pair("filed by", row.filed_by);
    paper.pair("claimed by", row.claimed_by.map(|person| person.to_string()).unwrap_or_default());
    paper.pair("cancelled because", row.cancel_reason.as_deref().unwrap_or_default());
    paper.pair("distribution", row.distribution.map(|id| id.to_string()).unwrap_or_default());
    paper.pair("comment", row.comment.as_deref().unwrap_or_default());
    let lines = row.lines.iter().map(|line| {
        let unit = line.unit.as_deref().unwrap_or(if row.kind.counts_people() { "people" } else { "pieces" });
        let pieces = line.pieces().map(|pieces| pieces.to_string()).unwrap_or_default();
        vec![(&line.item_name).into(), line.quantity.into(), unit.into(), pieces.into()]
    });
    paper.table(&["item", "quantity", "of", "pieces"], lines.collect());
    Ok(())
}

fn state(state: RequestState) -> Cell {
    let ink = match state {
        RequestState::Pending | RequestState::Started => Ink::Warn,
        RequestState::Fulfilled => Ink::Good,
        RequestState::Cancelled => Ink::Dim,
    };
    Cell::new(ink, words::plain(state.slug()))
}

fn goods(row: &Request) -> String {
    let line = |line: &partnerkit::request::RequestLine| match &line.unit {
        Some(unit) => format!("{} {unit} {}", line.quantity, line.item_name),
        None => format!("{} {}", line.quantity, line.item_name),
    };
    row.lines.iter().map(line).collect::<Vec<_>>().join(", ")
}

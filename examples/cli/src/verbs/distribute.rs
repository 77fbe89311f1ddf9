//! `distribute`: what the bank hands out.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use partnerkit::command::{Command, NewDistribution};
use partnerkit::distribution::{
    Distribution, DistributionPatch, DistributionState, Method, NewDistributionLine,
};
use partnerkit::id::{DistributionId, ItemId, RequestId};
use partnerkit::patch::Change;
use partnerkit::question::{Question, Reply};

use super::tell;
use crate::failure::{Failure, bug};
use crate::paper::{Cell, Ink, Paper};
use crate::resolve;
use crate::session::Session;
use crate::values::{LineArg, one_of, pieces};
use crate::words;

/// What to do with distributions.
#[derive(Subcommand)]
pub enum DistributionVerb {
    /// Record one
    New(NewArgs),
    /// List them, newest first
    List(ListArgs),
    /// Show one
    Show {
        /// Its id
        distribution: DistributionId,
    },
    /// Change a scheduled one
    Edit(EditArgs),
    /// Say that it was handed out
    Complete {
        /// Its id
        distribution: DistributionId,
    },
    /// Undo it; its request is started again
    TakeBack {
        /// Its id
        distribution: DistributionId,
    },
}

/// A new distribution.
#[derive(Args)]
pub struct NewArgs {
    /// The partner's name, email address or id
    partner: String,
    /// What is handed out, as in "Diapers size 4=120"; give it several times for several
    #[arg(long, value_name = "ITEM=PIECES", value_parser = pieces)]
    line: Vec<LineArg>,
    /// The day [default: today in the bank's time zone]
    #[arg(long, value_name = "DAY")]
    date: Option<NaiveDate>,
    /// How the goods reach the partner
    #[arg(long, default_value = "pick_up", value_parser = one_of::<Method>(Method::ALL.map(Method::slug)))]
    method: Method,
    /// The request it fulfils
    #[arg(long, value_name = "ID")]
    request: Option<RequestId>,
    /// Words about it
    #[arg(long)]
    comment: Option<String>,
}

/// A page of distributions.
#[derive(Args)]
pub struct ListArgs {
    /// Only this partner's
    partner: Option<String>,
    /// How many at most
    #[arg(long, default_value_t = 50)]
    limit: usize,
    /// Go on after this distribution
    #[arg(long, value_name = "ID")]
    after: Option<DistributionId>,
}

/// What to change of a distribution.
#[derive(Args)]
pub struct EditArgs {
    /// Its id
    distribution: DistributionId,
    /// All its lines from now on
    #[arg(long, value_name = "ITEM=PIECES", value_parser = pieces)]
    line: Vec<LineArg>,
    /// Another day
    #[arg(long, value_name = "DAY")]
    date: Option<NaiveDate>,
    /// Another method
    #[arg(long, value_parser = one_of::<Method>(Method::ALL.map(Method::slug)))]
    method: Option<Method>,
    /// Another comment
    #[arg(long)]
    comment: Option<String>,
    /// No comment from now on
    #[arg(long, conflicts_with = "comment")]
    no_comment: bool,
}

/// Does it.
pub fn run(session: &Session, verb: DistributionVerb) -> Result<(), Failure> {
    let (command, done) = match verb {
        DistributionVerb::List(args) => return list(session, &args),
        DistributionVerb::Show { distribution } => return show(session, distribution),
        DistributionVerb::New(args) => (new(session, args)?, "The distribution is recorded."),
        DistributionVerb::Edit(args) => (edit(session, args)?, "The distribution is changed."),
        DistributionVerb::Complete { distribution } => {
            (Command::CompleteDistribution { distribution }, "The distribution is complete.")
        }
        DistributionVerb::TakeBack { distribution } => {
            (Command::TakeBackDistribution { distribution }, "The distribution is taken back.")
        }
    };
    tell(session, &session.give(command)?, done)
}

fn new(session: &Session, args: NewArgs) -> Result<Command, Failure> {
    Ok(Command::RecordDistribution(NewDistribution {
        id: None,
        partner: resolve::partner(session, &args.partner)?,
        request: args.request,
        lines: lines(session, &args.line)?,
        date: args.date.map_or_else(|| Ok(session.bank()?.day(session.now())), Ok::<_, Failure>)?,
        method: args.method,
        comment: args.comment,
    }))
}

fn edit(session: &Session, args: EditArgs) -> Result<Command, Failure> {
    let kept = if args.no_comment { Change::Clear } else { Change::Keep };
    let lines = lines(session, &args.line)?;
    let patch = DistributionPatch {
        date: args.date,
        method: args.method,
        comment: args.comment.map_or(kept, Change::Set),
        lines: (!lines.is_empty()).then_some(lines),
    };
    Ok(Command::UpdateDistribution { distribution: args.distribution, patch })
}

fn lines(session: &Session, given: &[LineArg]) -> Result<Vec<NewDistributionLine>, Failure> {
    let line = |item: ItemId, given: &LineArg| NewDistributionLine { item, quantity: given.quantity };
    resolve::lines(session, given, line)
}

fn list(session: &Session, args: &ListArgs) -> Result<(), Failure> {
    let partner = args.partner.as_deref().map(|name| resolve::partner(session, name)).transpose()?;
    let reply = session.ask(Question::Distributions { partner, after: args.after, limit: args.limit })?;
    let Reply::Distributions(rows) = &reply else { return Err(bug("another answer than distributions")) };
    session.answer(&reply, |paper| {
        let mut cells = Vec::new();
        for row in rows {
            let goods = row.lines.iter().map(|line| format!("{} {}", line.quantity, line.item_name));
            cells.push(vec![
                session.partner_name(row.partner)?.into(),
                state(row.state),
                row.date.into(),
                words::plain(row.method.slug()).into(),
                goods.collect::<Vec<_>>().join(", ").into(),
                row.id.into(),
            ]);
        }
        paper.table(&["partner", "state", "date", "method", "lines", "id"], cells);
        Ok(())
    })
}

fn show(session: &Session, distribution: DistributionId) -> Result<(), Failure> {
    let reply = session.ask(Question::Distribution { distribution })?;
    let Reply::Distribution(row) = &reply else { return Err(bug("another answer than a distribution")) };
    session.answer(&reply, |paper| write(paper, session, row))
}

fn write(paper: &mut Paper, session: &Session, row: &Distribution) -> Result<(), Failure> {
    paper.line(Ink::Strong, &session.partner_name(row.partner)?);
    paper.pair("id", row.id);
    paper.pair("state", words::plain(row.state.slug()));
    paper.pair("date", row.date);
    paper.pair("method", words::plain(row.method.slug()));
    paper.pair("request", row.request.map(|id| id.to_string()).unwrap_or_default());
    paper.pair("recorded", row.recorded_at.format("%Y-%m-%d %H:%M UTC"));
    paper.pair("recorded by", row.recorded_by);
    paper.pair("comment", row.comment.as_deref().unwrap_or_default());
    let line = |line: &partnerkit::distribution::DistributionLine| {
        vec![(&line.item_name).into(), line.quantity.into()]
    };
    paper.table(&["item", "pieces"], row.lines.iter().map(line).collect());
    Ok(())
}

fn state(state: DistributionState) -> Cell {
    let ink = match state {
        DistributionState::Scheduled => Ink::Warn,
        DistributionState::Complete => Ink::Good,
        DistributionState::TakenBack => Ink::Dim,
    };
    Cell::new(ink, words::plain(state.slug()))
}

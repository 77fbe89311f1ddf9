//! The part of the story about partners.

use std::ops::ControlFlow;

use partnerkit::command::{Command, NewBank, PartnerFilter};
use partnerkit::id::PartnerId;
use partnerkit::import::{ImportOrder, Progress};
use partnerkit::profile::ProfilePatch;
use partnerkit::question::{Question, Reply};
use partnerkit::status::Status;
use partnerkit::transition::Action;

use super::stage::{Stage, Who};
use crate::failure::{Failure, bug};
use crate::paper::{Cell, Ink};
use crate::verbs::{import as progress, records};
use crate::words;

/// The list that ships with the project.
const LIST: &[u8] = include_bytes!("../../../../tests/data/partners.csv");

/// Goes the long way.
pub const LONG: &str = "Ballard Food Bank";
/// Goes the short way.
pub const SHORT: &str = "Asotin County Food Bank";
/// Is never invited.
pub const UNINVITED: &str = "Food Lifeline";

/// A bank.
pub fn bank(stage: &mut Stage) -> Result<(), Failure> {
    stage.scene("A bank is created")?;
    let (name, email) = ("Harbor Essentials Bank".to_owned(), "intake@harbor.example.org".to_owned());
    stage.give(Who::Host, Command::CreateBank(NewBank { id: None, name, email }))?;
    stage.say(Ink::Good, "  Harbor Essentials Bank is there, with nobody in it yet.")
}

fn order(stage: &mut Stage) -> Result<ImportOrder, Failure> {
    let (id, at) = stage.next();
    Ok(ImportOrder { id, at, actor: stage.actor(Who::Staff)?, key: None })
}

/// The preview, then the import.
pub fn import(stage: &mut Stage) -> Result<(), Failure> {
    let total = u64::try_from(LIST.len()).ok();
    stage.scene("The import is previewed: counts first, and nothing happens")?;
    let preview = order(stage)?;
    let report =
        stage.session.system.preview_import(&preview, LIST, total, &mut |_| ControlFlow::Continue(()))?;
    stage.show(|paper, _| {
        words::report(paper, &report);
        Ok(())
    })?;

    stage.scene("All partners are imported, in one transaction")?;
    let order = order(stage)?;
    let bar = progress::bar(total);
    let mut told = 0_u64;
    let mut on_progress = |at: Progress| {
        progress::tick(&bar, at);
        told = at.rows;
        ControlFlow::Continue(())
    };
    let done = stage.session.system.import(&order, LIST, total, &mut on_progress)?;
    bar.finish_and_clear();
    stage.show(|paper, _| {
        paper.line(Ink::Dim, &format!("  progress: {} read", words::count(told, "partner")));
        let partners = words::count(done.receipt.partners, "partner");
        paper.line(Ink::Good, &format!("  {partners} imported. Nobody was mailed; all are uninvited."));
        words::receipt(paper, &done.receipt);
        Ok(())
    })
}

/// The second import.
pub fn import_again(stage: &mut Stage) -> Result<(), Failure> {
    stage.scene("A second import is refused, with the first one's receipt")?;
    let order = order(stage)?;
    let mut on_progress = |_| ControlFlow::Continue(());
    match stage.session.system.import(&order, LIST, None, &mut on_progress) {
        Ok(_) => Err(bug("a second import went through")),
        Err(refused) => {
            let audience = order.actor.audience();
            stage.show(|paper, _| {
                words::refusal(paper, refused.error(), audience);
                Ok(())
            })
        }
    }
}

/// Invite, submit, ask for changes, submit, approve.
pub fn the_long_way(stage: &mut Stage) -> Result<(), Failure> {
    stage
        .scene(&format!("{LONG} is invited, submits, is asked for changes, submits again and is approved"))?;
    let partner = stage.partner(LONG)?;
    stage.act(Who::Staff, Action::Invite, partner, None)?;
    profile(stage, partner)?;
    stage.act(Who::User(partner), Action::SubmitForApproval, partner, None)?;
    let note = "Please tell us your delivery hours.";
    stage.act(Who::Staff, Action::AskForChanges, partner, Some(note))?;
    stage.act(Who::User(partner), Action::SubmitForApproval, partner, None)?;
    stage.act(Who::Staff, Action::Approve, partner, None)
}

/// What a profile needs to be submitted.
fn profile(stage: &mut Stage, partner: PartnerId) -> Result<(), Failure> {
    let patch = ProfilePatch::default().set("website", "pantry.example.org");
    stage.give(Who::User(partner), Command::UpdateProfile { partner, patch })?;
    stage.say(Ink::Good, "  The profile says where it can be found: pantry.example.org.")
}

/// Invite and approve in one.
pub fn the_short_way(stage: &mut Stage) -> Result<(), Failure> {
    stage.scene(&format!("{SHORT} is invited and approved in one step"))?;
    let partner = stage.partner(SHORT)?;
    stage.act(Who::Staff, Action::InviteAndApprove, partner, None)
}

/// A year later.
pub fn recertify(stage: &mut Stage) -> Result<(), Failure> {
    stage.scene(&format!("{SHORT} is asked to recertify, submits and is approved again"))?;
    let partner = stage.partner(SHORT)?;
    stage.act(Who::Staff, Action::RequireRecertification, partner, None)?;
    profile(stage, partner)?;
    stage.act(Who::User(partner), Action::SubmitForApproval, partner, None)?;
    stage.act(Who::Staff, Action::Approve, partner, None)
}

/// Deactivation and reactivation.
pub fn pause(stage: &mut Stage) -> Result<(), Failure> {
    stage.scene(&format!("{LONG} is deactivated, and reactivated to where it was"))?;
    let partner = stage.partner(LONG)?;
    stage.act(Who::Staff, Action::Deactivate, partner, Some("Moving to a new building"))?;
    stage.act(Who::Staff, Action::Reactivate, partner, None)
}

/// Counts per status, and one partner's history.
pub fn look_back(stage: &mut Stage) -> Result<(), Failure> {
    stage.scene("How many partners are where")?;
    let question = Question::Partners { filter: PartnerFilter::default(), after: None, limit: 0 };
    let Reply::Partners { counts, .. } = stage.ask(Who::Staff, question)? else {
        return Err(bug("another answer than partners"));
    };
    stage.show(|paper, _| {
        let number = |status| Cell::from(counts.get(&status).copied().unwrap_or(0));
        let rows = Status::ALL.map(|status| vec![words::status(status), number(status)]);
        paper.table(&["status", "partners"], rows.into());
        Ok(())
    })?;

    stage.scene(&format!("The history of {LONG}"))?;
    let partner = Some(stage.partner(LONG)?);
    let question = Question::History { partner, after: 0, limit: words::MOST_ROWS };
    let Reply::History(rows) = stage.ask(Who::Staff, question)? else {
        return Err(bug("another answer than a history"));
    };
    stage.show(|paper, session| records::write_history(paper, session, &rows, false))
}

//! `sync`: commands that were recorded without the bank.

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use partnerkit::error::{Code, Error, Reason};
use partnerkit::sync::{Batch, Became, Kept, MovedRow, Synced};

use crate::failure::Failure;
use crate::paper::{Cell, Ink};
use crate::session::Session;
use crate::words;

/// What was recorded.
#[derive(Args)]
pub struct SyncArgs {
    /// A JSON list of commands, each with its `id`, the `command` and what was `seen`; `-` reads standard input
    file: PathBuf,
}

/// Hands them over, and says of each what became of it.
pub fn run(session: &Session, args: &SyncArgs) -> Result<(), Failure> {
    let commands: Vec<Kept> = serde_json::from_str(&read(&args.file)?)
        .map_err(|error| Error::from(Reason::new(Code::WireInvalid).with("detail", error.to_string())))?;
    let (at, actor, language) = (session.now(), session.actor()?, session.globals.language);
    let synced = session.system.sync(&Batch { at, actor, language, commands })?;
    session.answer(&synced, |paper| {
        let mut rows = Vec::new();
        for Synced { id, became } in &synced {
            rows.push(vec![id.to_string().into(), word(became), why(session, became)?.into()]);
        }
        paper.table(&["command", "became", "why"], rows);
        Ok(())
    })
}

fn read(file: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    let read = if file == Path::new("-") {
        std::io::stdin().lock().read_to_string(&mut text)
    } else {
        std::fs::File::open(file).and_then(|mut file| file.read_to_string(&mut text))
    };
    read.map_err(|cause| Error::from(Code::ImportUnreadable).caused_by(cause))?;
    Ok(text)
}

fn word(became: &Became) -> Cell {
    match became {
        Became::Accepted { .. } => Cell::new(Ink::Good, "accepted"),
        Became::Repeated { .. } => Cell::new(Ink::Plain, "repeated"),
        Became::Refused { .. } => Cell::new(Ink::Bad, "refused"),
        Became::Conflict { .. } => Cell::new(Ink::Warn, "conflict"),
    }
}

fn why(session: &Session, became: &Became) -> Result<String, Failure> {
    Ok(match became {
        Became::Accepted { .. } | Became::Repeated { .. } => String::new(),
        Became::Refused { error } => error.message.clone(),
        Became::Conflict { moved, error } => {
            let mut sentences = Vec::new();
            for MovedRow { since, .. } in moved {
                for recorded in since.iter().take(words::MOST_ROWS) {
                    sentences.push(format!("Meanwhile: {}.", words::event(session, &recorded.event)?));
                }
            }
            if sentences.is_empty() {
                sentences.push("What it was decided on has moved.".to_owned());
            }
            sentences.extend(error.as_ref().map(|error| error.message.clone()));
            sentences.join(" ")
        }
    })
}

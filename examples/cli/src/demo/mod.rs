//! `demo`: a whole story in seconds, from an empty file to goods handed out, told in plain words.
//!
//! It uses the library as any host does. Its times and ids are fixed, so that it reads the same each time.

mod goods;
mod partners;
mod stage;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use partnerkit::error::{Code, Error};

use self::stage::Stage;
use crate::args::Globals;
use crate::failure::Failure;
use crate::paper::Ink;
use crate::place::Place;
use crate::session::Session;

/// Plays it.
pub fn run(globals: Globals) -> Result<(), Failure> {
    let path = match (&globals.db, Place::of(&globals)?) {
        (None, _) => fresh()?,
        (_, Place::File(path)) => not_there(&path)?,
        (_, Place::Server(_)) => {
            let hint = "The demo wants a file of its own, not a server.";
            return Err(Failure::from(Error::from(Code::StoreUnavailable)).with_hint(hint));
        }
    };
    let session = Session::open_or_create(Globals { db: Some(path.clone()), ..globals })?;
    let mut stage = Stage::new(session);
    partners::bank(&mut stage)?;
    partners::import(&mut stage)?;
    partners::import_again(&mut stage)?;
    partners::the_long_way(&mut stage)?;
    partners::the_short_way(&mut stage)?;
    partners::recertify(&mut stage)?;
    partners::pause(&mut stage)?;
    goods::groups(&mut stage)?;
    goods::accepted(&mut stage)?;
    goods::refused_and_lifted(&mut stage)?;
    goods::hand_out(&mut stage)?;
    partners::look_back(&mut stage)?;
    end(&mut stage, &path)
}

/// Where the demo's file goes: never over one that is there.
fn not_there(path: &Path) -> Result<PathBuf, Failure> {
    if std::fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return Ok(path.to_owned());
    }
    let hint = format!("`{}` is there already; the demo wants a file of its own.", path.display());
    Err(Failure::from(Error::from(Code::StoreUnavailable)).with_hint(hint))
}

/// A file nobody else has. It is kept, so that the reader can look around in it.
fn fresh() -> Result<PathBuf, Failure> {
    let failed = |error| Failure::from(Error::from(Code::StoreUnavailable).caused_by(error));
    let folder = tempfile::Builder::new().prefix("partnerkit-demo-").tempdir().map_err(failed)?;
    Ok(folder.keep().join("bank.db"))
}

fn end(stage: &mut Stage, path: &Path) -> Result<(), Failure> {
    stage.scene("Your turn")?;
    let path = path.display().to_string();
    stage.show(|paper, _| {
        paper.line(Ink::Plain, &format!("Everything is kept in {path}"));
        paper.line(Ink::Plain, "Try:");
        paper.line(Ink::Strong, &format!("  partnerkit --db '{path}' partners --status approved,invited"));
        paper.line(
            Ink::Strong,
            &format!("  partnerkit --db '{path}' explain '{}' make-requests", partners::UNINVITED),
        );
        Ok(())
    })
}

//! `bank take-out` and `bank take-in`: a bank from one store to another.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use partnerkit::error::{Code, Error};
use partnerkit::take_along::TakenAlong;

use crate::failure::Failure;
use crate::paper::Ink;
use crate::session::Session;
use crate::words;

pub fn take_out(session: &Session, path: &Path) -> Result<(), Failure> {
    let bank = session.bank()?.id;
    let failed = |cause| Error::from(Code::TakeAlongUnwritable).caused_by(cause);
    // Never over a file that is there: it may be somebody's only copy.
    let file = File::options().read(true).write(true).create_new(true).open(path).map_err(failed)?;
    let written = session
        .system
        .write_out(bank, BufWriter::new(&file))
        .and_then(|taken| file.sync_all().map_err(failed).map(|()| taken));
    if written.is_err() {
        // Half a file would be refused when read; it is better not to be there at all. What went wrong is told anyway.
        drop(std::fs::remove_file(path));
    }
    tell(session, &written?, &format!("is written to `{}`", path.display()))
}

pub fn take_in(session: &Session, path: &Path) -> Result<(), Failure> {
    let file = File::open(path).map_err(|cause| Error::from(Code::TakeAlongUnreadable).caused_by(cause))?;
    let taken = session.system.read_in(file)?;
    tell(session, &taken, &format!("is in `{}` now", session.place))
}

fn tell(session: &Session, taken: &TakenAlong, where_it_is: &str) -> Result<(), Failure> {
    session.answer(taken, |paper| {
        let pieces = words::count(taken.pieces, "piece");
        paper.line(Ink::Good, &format!("The whole bank {where_it_is}: {pieces}."));
        paper.pair("bank", taken.bank);
        paper.pair("sha256", &taken.sha256);
        Ok(())
    })
}

//! A command beside the same transition by the object mappers of Python: the row locked, looked at and saved, and an event, a
//! message and an answer added.

use std::process::Command;

use super::url;
use crate::Outcome;
use crate::table::{Goal, row};

/// How many there are in a round, ours and theirs.
pub const COMMANDS: usize = 300;

/// `ours` gives so many commands on one connection, and answers the microseconds of one.
pub fn bench(mut ours: impl FnMut() -> Outcome<f64>) -> Outcome {
    let python = std::env::var("PARTNERKIT_BENCH_PYTHON")
        .map_err(|_| "no Python with Django and SQLAlchemy was named: run `tests/bench postgres`")?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/postgres/mappers.py");
    let before = ours()?;
    let run = Command::new(python).args([script, &url()?, &COMMANDS.to_string()]).output()?;
    if !run.status.success() {
        return Err(String::from_utf8(run.stderr)?.into());
    }
    let mine = before.min(ours()?);
    for line in String::from_utf8(run.stdout)?.lines() {
        let (name, figure) = line.rsplit_once(' ').ok_or("a mapper and its figure")?;
        let what = "a durable command on one connection";
        row(what, "µs", mine, Some((name, figure.parse()?)), Goal::Faster(5.0));
    }
    Ok(())
}

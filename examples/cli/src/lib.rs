//! partnerkit on the command line: keeps banks and their partners in one SQLite file, or in PostgreSQL.
//!
//! It holds no rule. Arguments become commands and questions of the library, and answers become text, or with `--json`
//! the very answers of the wire format. Exit codes: 0 done, 1 refused, 2 misuse.

mod args;
mod demo;
mod failure;
mod paper;
mod place;
mod resolve;
mod session;
mod values;
mod verbs;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use crate::args::Cli;

/// Runs the program with these arguments, the first of which is its name. Help and misuse end the process, as programs do.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = Cli::parse_from(arguments);
    let (json, reader) = (cli.globals.json, cli.globals.reader());
    match verbs::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(json, reader),
    }
}

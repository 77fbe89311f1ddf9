//! The command line.

use std::ffi::OsString;
use std::process::ExitCode;

use napi_derive::napi;

/// Runs the command line of partnerkit, here and now, with these arguments, the first of which is its name. Says whether it did
/// what was asked; help and misuse end the process.
#[napi]
#[must_use]
pub fn command_line(arguments: Vec<String>) -> bool {
    partnerkit_cli::run(arguments.into_iter().map(OsString::from)) == ExitCode::SUCCESS
}

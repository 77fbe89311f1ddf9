//! The program `partnerkit`: see the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    partnerkit_cli::run(std::env::args_os())
}

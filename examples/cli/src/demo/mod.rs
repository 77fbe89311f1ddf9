//! stub
use crate::args::Globals;
use crate::failure::Failure;
use std::path::PathBuf;

/// Where to play.
#[derive(clap::Args)]
pub struct DemoArgs {}

pub fn run(_globals: Globals, _args: &DemoArgs) -> Result<(), Failure> {
    let _ = PathBuf::new();
    Ok(())
}

//! `export`.

use std::fs::File;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use partnerkit::error::{Code, Error};
use partnerkit::export::{Export, ExportColumn, Exported};

use super::partners::FilterArgs;
use crate::failure::Failure;
use crate::paper::Ink;
use crate::session::Session;
use crate::values::one_of;
use crate::words;

/// What to write, and where.
#[derive(Args)]
pub struct ExportArgs {
    /// The file, which must not be there yet; without one, standard output
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    #[command(flatten)]
    filter: FilterArgs,
    /// What it is for
    #[arg(long, value_enum, default_value_t = Shape::Report)]
    shape: Shape,
    /// These columns instead of those of the shape
    #[arg(long, value_delimiter = ',', value_parser = one_of::<ExportColumn>(ExportColumn::ALL.map(ExportColumn::header)))]
    columns: Vec<ExportColumn>,
}

/// What an export is for.
#[derive(Clone, Copy, ValueEnum)]
enum Shape {
    /// To be imported elsewhere
    Import,
    /// To be read
    Report,
}

/// Writes it.
pub fn run(session: &Session, args: ExportArgs) -> Result<(), Failure> {
    let columns = match args.shape {
        _ if !args.columns.is_empty() => args.columns,
        Shape::Import => ExportColumn::IMPORT.to_vec(),
        Shape::Report => ExportColumn::ALL.to_vec(),
    };
    let export = Export { actor: session.actor()?, filter: args.filter.filter(session)?, columns };
    let Some(path) = args.to else {
        session.system.export_partners(&export, std::io::stdout().lock())?;
        return Ok(());
    };
    let failed = |cause| Error::from(Code::ExportFailed).caused_by(cause);
    // Never over a file that is there: it may be somebody's only copy.
    let file = File::create_new(&path).map_err(failed)?;
    let written = session.system.export_partners(&export, &file);
    if written.is_err() {
        // Half a file is better not there at all. What went wrong is told anyway.
        drop(std::fs::remove_file(&path));
    }
    let exported: Exported = written?;
    session.answer(&exported, |paper| {
        let count = words::count(exported.partners, "partner");
        paper.line(Ink::Good, &format!("{count} written to `{}`.", path.display()));
        if exported.changed_meanwhile {
            paper.line(Ink::Warn, "The bank was changed meanwhile; write it again if that matters.");
        }
        Ok(())
    })
}

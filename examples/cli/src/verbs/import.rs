//! `import`: all partners of a bank at once, from a file or standard input.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use partnerkit::error::{Code, Error};
use partnerkit::import::{ImportOrder, Progress, Report, write_rejected};
use serde_json::json;

use crate::failure::Failure;
use crate::paper::Ink;
use crate::session::Session;
use crate::words;

/// What to import.
#[derive(Args)]
pub struct ImportArgs {
    /// The CSV file; `-` reads standard input
    file: PathBuf,
    /// A key of your own: the same key with the same file gets the first receipt again instead of a refusal
    #[arg(long)]
    key: Option<String>,
    /// Write the rows with errors to this file, each with its reasons; it must not be there yet
    #[arg(long, value_name = "FILE")]
    rejected: Option<PathBuf>,
}

/// Imports, or with `--preview` says what would happen.
pub fn run(session: &Session, args: &ImportArgs) -> Result<(), Failure> {
    let mut input = Input::open(&args.file, args.rejected.is_some())?;
    let order = ImportOrder {
        id: session.command_id(),
        at: session.now(),
        actor: session.actor()?,
        key: args.key.clone(),
    };
    let bar = bar(input.total);
    let mut on_progress = |progress| {
        tick(&bar, progress);
        ControlFlow::Continue(())
    };
    let (system, total) = (&session.system, input.total);
    if session.globals.preview {
        let report = system.preview_import(&order, &mut input, total, &mut on_progress);
        bar.finish_and_clear();
        return previewed(session, args, &input, report?.said_in(session.globals.language));
    }
    let done = system.import(&order, &mut input, total, &mut on_progress);
    bar.finish_and_clear();
    let done = done.map_err(|refused| match refused.report() {
        Some(report) => list_refused(args, &input, report.clone().said_in(session.globals.language)),
        None => Failure::from(refused),
    })?;
    let done = done.said_in(session.globals.language);
    session.answer(&done, |paper| {
        let partners = words::count(done.receipt.partners, "partner");
        paper.line(Ink::Good, &format!("{partners} imported. Nobody was mailed; all are uninvited."));
        words::report(paper, &done.report);
        paper.line(Ink::Strong, "Receipt");
        words::receipt(paper, &done.receipt);
        Ok(())
    })
}

/// What would happen; a list that would be refused is refused here, too, as with every other preview.
fn previewed(session: &Session, args: &ImportArgs, input: &Input, report: Report) -> Result<(), Failure> {
    if !report.is_importable() {
        return Err(list_refused(args, input, report));
    }
    session.answer(&json!({ "report": report }), |paper| {
        let partners = words::count(report.rows, "partner");
        paper.line(Ink::Good, &format!("{partners} would be imported. Nothing was done."));
        words::report(paper, &report);
        Ok(())
    })
}

/// The refusal of a list, once its rejected rows are written where that was asked for.
///
/// That they could not be written must not hide what is wrong with the list, so it is only said beside it.
fn list_refused(args: &ImportArgs, input: &Input, report: Report) -> Failure {
    let written = args.rejected.as_deref().map(|path| reject(path, input, &report));
    let failure = Failure::of_list(report);
    match written {
        None => failure,
        Some(Ok(words)) => failure.with_hint(words),
        Some(Err(error)) => {
            let cause = std::error::Error::source(&error).map(|cause| format!(" ({cause})"));
            failure.with_hint(format!("{error}{}", cause.unwrap_or_default()))
        }
    }
}

/// Writes the rejected rows to a file that is not there yet, and says how many.
fn reject(path: &Path, input: &Input, report: &Report) -> Result<String, Error> {
    let failed = |error| Error::from(Code::OutputFailed).caused_by(error);
    // Never over a file that is there: it may be the very one that was imported.
    let file = File::options().write(true).create_new(true).open(path).map_err(failed)?;
    let mut out = BufWriter::new(file);
    let rows = write_rejected(input.again()?, report, &mut out)?;
    out.flush().map_err(failed)?;
    Ok(format!("{} written to `{}`.", words::count(rows, "rejected row"), path.display()))
}

/// The file while it is read.
struct Input {
    read: Box<dyn Read>,
    /// Its size, where it has one.
    total: Option<u64>,
    /// What it can be read from a second time: the path, or for standard input a copy.
    source: Source,
}

enum Source {
    Path(PathBuf),
    Copy(File),
    Gone,
}

impl Input {
    fn open(path: &Path, twice: bool) -> Result<Self, Error> {
        if path != Path::new("-") {
            let file = File::open(path).map_err(unreadable)?;
            let size = file.metadata().map_err(unreadable)?;
            let total = size.is_file().then_some(size.len());
            return Ok(Self { read: Box::new(file), total, source: Source::Path(path.to_owned()) });
        }
        if !twice {
            return Ok(Self { read: Box::new(std::io::stdin()), total: None, source: Source::Gone });
        }
        // Standard input cannot be read twice, so it is set down beside; memory would not hold every file.
        let mut copy = tempfile::tempfile().map_err(unreadable)?;
        let total = std::io::copy(&mut std::io::stdin().lock(), &mut copy).map_err(unreadable)?;
        Ok(Self { read: Box::new(at_start(&copy)?), total: Some(total), source: Source::Copy(copy) })
    }

    /// The file from its start.
    fn again(&self) -> Result<BufReader<File>, Error> {
        let file = match &self.source {
            Source::Path(path) => File::open(path).map_err(unreadable)?,
            Source::Copy(file) => at_start(file)?,
            Source::Gone => return Err(unreadable(std::io::ErrorKind::Unsupported.into())),
        };
        Ok(BufReader::new(file))
    }
}

impl Read for Input {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        self.read.read(out)
    }
}

fn at_start(file: &File) -> Result<File, Error> {
    use std::io::Seek;
    let mut file = file.try_clone().map_err(unreadable)?;
    file.rewind().map_err(unreadable)?;
    Ok(file)
}

fn unreadable(error: std::io::Error) -> Error {
    Error::from(Code::ImportUnreadable).caused_by(error)
}

/// Progress on standard error, if it is a terminal; indicatif keeps silent otherwise.
pub fn bar(total: Option<u64>) -> ProgressBar {
    let (bar, style) = match total {
        Some(total) => (
            ProgressBar::new(total),
            ProgressStyle::with_template("{bar:30} {bytes} of {total_bytes}, {msg}, {elapsed}"),
        ),
        None => {
            (ProgressBar::no_length(), ProgressStyle::with_template("{spinner} {bytes}, {msg}, {elapsed}"))
        }
    };
    let bar = bar.with_message(words::count(0_u64, "partner"));
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Moves the bar on.
pub fn tick(bar: &ProgressBar, progress: Progress) {
    bar.set_position(progress.bytes);
    bar.set_message(words::count(progress.rows, "partner"));
}

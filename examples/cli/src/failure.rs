//! What went wrong, and how it is told.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use partnerkit::error::{Code, Error, Reason};
use partnerkit::import::{ImportError, Report};
use partnerkit::wire::{Answer, WireError};

use crate::args::Reader;
use crate::paper::{Ink, Paper};
use crate::words;

/// Why the program ends without having done what was asked.
pub enum Failure {
    /// The library said no.
    Refused {
        /// What it said.
        error: Error,
        /// What may help.
        hint: Option<String>,
        /// What is wrong with the file, for an import.
        report: Option<Box<Report>>,
    },
    /// The answer could not be written.
    Output(std::io::Error),
}

impl Failure {
    /// A list that is refused, with what is wrong with it.
    pub fn of_list(report: Report) -> Self {
        Self::Refused { error: Code::ImportRefused.into(), hint: None, report: Some(Box::new(report)) }
    }

    /// Adds what may help.
    pub fn with_hint(self, words: impl Into<String>) -> Self {
        match self {
            Self::Refused { error, report, .. } => Self::Refused { error, hint: Some(words.into()), report },
            other => other,
        }
    }

    /// Tells it and gives the exit code: on standard error, or with `json` as an error object on standard output.
    pub fn tell(self, json: bool, reader: Reader) -> ExitCode {
        let told = match self {
            // Whoever read the answer has had enough; what was asked for is done.
            Self::Output(error) if error.kind() == ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Self::Output(error) => {
                let mut paper = Paper::for_stderr();
                paper.line(Ink::Bad, &format!("The answer cannot be written: {error}."));
                paper.print_to_stderr()
            }
            Self::Refused { error, hint, report } if json => {
                let error = with_report(error, report);
                let mut paper = Paper::for_stderr();
                if let Some(hint) = hint {
                    paper.line(Ink::Dim, &hint);
                }
                print_json(&Answer::Error(WireError::new(&error, reader.language, reader.audience)))
                    .and(paper.print_to_stderr())
            }
            Self::Refused { error, hint, report } => in_words(&error, hint, report.as_deref(), reader),
        };
        // Where even that cannot be written, the exit code has to do.
        drop(told);
        ExitCode::FAILURE
    }
}

/// The error with the report among its parameters, as it stands on the wire.
fn with_report(error: Error, report: Option<Box<Report>>) -> Error {
    match report.map(serde_json::to_value) {
        Some(Ok(report)) => Reason::new(error.code()).with("report", report).into(),
        Some(Err(cause)) => error.caused_by(cause),
        None => error,
    }
}

fn in_words(
    error: &Error,
    hint: Option<String>,
    report: Option<&Report>,
    reader: Reader,
) -> std::io::Result<()> {
    let mut paper = Paper::for_stderr();
    words::refusal(&mut paper, error, reader);
    if let Some(report) = report {
        words::report(&mut paper, report);
    }
    if let Some(hint) = hint {
        paper.line(Ink::Dim, &hint);
    }
    paper.print_to_stderr()
}

/// Writes an answer as one line of JSON.
pub fn print_json(answer: &Answer) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, answer)?;
    writeln!(out)?;
    out.flush()
}

/// "There is no such …", naming what was looked for.
pub fn not_found(what: &str, given: &str) -> Failure {
    let named = format!("{what} `{given}`");
    Failure::from(Error::from(Reason::new(Code::NotFound).with("what", named)))
}

/// What should not happen.
pub fn bug(detail: impl ToString) -> Failure {
    Failure::from(Error::from(Reason::new(Code::Bug).with("detail", detail.to_string())))
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused { error, hint: None, report: None }
    }
}

impl From<ImportError> for Failure {
    fn from(refused: ImportError) -> Self {
        match refused.report() {
            // The report is told beside the error, so the error must be the bare one.
            Some(report) => Self::of_list(report.clone()),
            None => Self::from(Error::from(refused)),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        bug(error)
    }
}

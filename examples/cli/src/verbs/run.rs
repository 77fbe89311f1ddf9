//! `run`: wire messages one a line in, answers one a line out, for as long as there are lines.

use std::io::{BufRead, Read, Write};

use partnerkit::error::{Audience, Code, Error, Reason};
use partnerkit::language::Language;
use partnerkit::wire::{Answer, WireError, serve};

use crate::failure::Failure;
use crate::session::{Session, random};

/// The longest line that is read; it bounds the memory a line can take. Files come through `import`.
const MAX_LINE: u64 = 64 * 1024 * 1024;

/// Serves until standard input ends. Each line is answered by exactly one line, whatever it holds.
pub fn run(session: &Session) -> Result<(), Failure> {
    let mut input = std::io::stdin().lock();
    let mut out = std::io::stdout().lock();
    let mut missing = || (session.command_id(), session.now());
    loop {
        let answer = match next_line(&mut input) {
            Ok(Line::End) => return Ok(()),
            Ok(Line::Text(text)) => serve(&session.system, &text, &mut missing, &mut random),
            Ok(Line::Bad(detail)) => invalid(detail),
            Err(error) => return Err(Error::from(Code::ImportUnreadable).caused_by(error).into()),
        };
        serde_json::to_writer(&mut out, &answer).map_err(std::io::Error::from)?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
}

enum Line {
    Text(String),
    Bad(&'static str),
    End,
}

fn next_line(input: &mut impl BufRead) -> std::io::Result<Line> {
    let mut line = Vec::new();
    let read = input.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(Line::End);
    }
    if line.last() != Some(&b'\n') && u64::try_from(read).is_ok_and(|read| read == MAX_LINE) {
        skip_line(input)?;
        return Ok(Line::Bad("the line is too long"));
    }
    Ok(String::from_utf8(line).map_or(Line::Bad("the line is not UTF-8"), Line::Text))
}

/// Reads to the end of the line and keeps nothing of it.
fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let piece = input.fill_buf()?;
        let end = piece.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(piece.len(), |at| at.saturating_add(1));
        let is_over = end.is_some() || piece.is_empty();
        input.consume(used);
        if is_over {
            return Ok(());
        }
    }
}

fn invalid(detail: &str) -> Answer {
    let error = Error::from(Reason::new(Code::WireInvalid).with("detail", detail));
    Answer::Error(WireError::new(&error, Language::English, Audience::Staff))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_too_long_is_skipped_and_the_next_one_read() {
        let most = usize::try_from(MAX_LINE).unwrap();
        let mut text = vec![b'x'; most + 10];
        text.extend_from_slice(b"\nnext\n");
        let mut input = std::io::BufReader::new(text.as_slice());
        assert!(matches!(next_line(&mut input).unwrap(), Line::Bad(_)));
        assert!(matches!(next_line(&mut input).unwrap(), Line::Text(text) if text == "next\n"));
        assert!(matches!(next_line(&mut input).unwrap(), Line::End));
    }
}

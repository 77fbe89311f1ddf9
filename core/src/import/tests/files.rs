use std::io::{Error as IoError, ErrorKind};

use super::*;

const GOOD: &str = "Agency Name,E-mail,Notes\r\nNiños €,a@b.co,\"x\r\ny\"\r\nB,b@b.co,\r\n";

/// Gives one byte at a time, and now and then an interruption.
struct Dribble<'a>(&'a [u8], bool);

impl Read for Dribble<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.1 = !self.1;
        if self.1 {
            return Err(ErrorKind::Interrupted.into());
        }
        let few = buffer.len().min(1);
        self.0.read(&mut buffer[..few])
    }
}

/// Fails after some bytes.
struct Broken<'a>(&'a [u8]);

impl Read for Broken<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.0.is_empty() { Err(IoError::other("the line went dead")) } else { self.0.read(buffer) }
    }
}

fn encoded(text: &str) -> Vec<(Vec<u8>, Encoding)> {
    let utf16 =
        |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
    let marked = format!("\u{feff}{text}");
    vec![
        (text.into(), Encoding::Utf8),
        (marked.clone().into(), Encoding::Utf8),
        (utf16(&marked, u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(&marked, u16::to_be_bytes), Encoding::Utf16Be),
        (utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
        (encoding_rs::WINDOWS_1252.encode(text).0.into_owned(), Encoding::Windows1252),
    ]
}

#[test]
fn the_same_rows_come_of_every_encoding_delimiter_and_line_end() {
    let (expected, _) = run(GOOD);
    assert_eq!(expected[0].fields.as_ref().unwrap().notes.as_deref(), Some("x\r\ny"));
    for (delimiter, name) in [(",", Delimiter::Comma), (";", Delimiter::Semicolon), ("\t", Delimiter::Tab)] {
        for (bytes, encoding) in encoded(&GOOD.replace(',', delimiter)) {
            let (rows, report) = run(&bytes);
            assert_eq!(
                (rows, report.encoding, report.delimiter),
                (expected.clone(), Some(encoding), Some(name))
            );
            assert_eq!(run_from(Dribble(&bytes, false)), (expected.clone(), report.clone()));
            assert!(report.is_importable());
            assert_eq!(
                (report.rows, report.bytes, report.digest.unwrap().len()),
                (2, bytes.len() as u64, 64)
            );
        }
    }
    for end in ["\n", "\r"] {
        let rows = run(GOOD.replace("\r\n", end)).0;
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4]);
    }
}

#[test]
fn headers_that_do_not_fit_are_named_and_rows_checked_all_the_same() {
    let (rows, report) = run("Name,Fax,Email,,Status,e_mail\nA,1,x,,y,\nB,,b@b.co\n");
    let expected = [
        (1, Some(2), Code::HeaderUnknown),
        (1, Some(4), Code::HeaderEmpty),
        (1, Some(5), Code::HeaderStatus),
        (1, Some(6), Code::HeaderDuplicate),
        (2, Some(3), Code::EmailInvalid),
    ];
    assert_eq!(found(&report), expected);
    assert_eq!(report.problems[0].sentence(), "`Fax` is not a column that can be imported.");
    assert_eq!(
        report.problems[3].sentence(),
        "The column `e_mail` stands in the file twice, first in column 3."
    );
    assert!(rows[1].fields.is_some() && !report.is_importable());
    assert_eq!(report.columns.len(), 2);
    assert_eq!((report.column(Column::Email), report.column(Column::Quota)), (Some(3), None));
}

#[test]
fn without_the_required_columns_rows_are_not_read() {
    let (rows, report) = run("Agency,Fax\nA,1\n");
    let expected = [(1, None, Code::HeaderMissing), (1, Some(2), Code::HeaderUnknown)];
    assert_eq!((rows.len(), found(&report)), (0, expected.to_vec()));
    assert_eq!(report.problems[0].sentence(), "The file has no column `email`.");
    let (_, report) = run("A Pantry,a@b.co\nB,b@b.co\n");
    assert_eq!((report.count(Level::Error), report.digest), (4, None));
}

#[test]
fn empty_files_say_so() {
    for file in ["", "\u{feff}", "\r\n\r\n", " \n,,\n\t\n"] {
        assert_eq!(found(&run(file).1), [(1, None, Code::ImportEmpty)], "{file:?}");
    }
    for file in ["name,email", "\n\nname,email\r\n\r\n,\r\n"] {
        assert_eq!(found(&run(file).1), [(1, None, Code::ImportNoRows)], "{file:?}");
    }
    assert!(!run("").1.is_importable() && !run("name,email").1.is_importable());
}

#[test]
fn blank_rows_are_no_records() {
    let (rows, report) = run("\n,,\nname,email\n\nA,a@b.co\n , \n\"\",\"\"\n\r\nB,b@b.co");
    assert_eq!(rows.iter().map(|row| (row.line, row.record)).collect::<Vec<_>>(), [(5, 1), (9, 2)]);
    assert!(report.is_importable());
}

#[test]
fn an_open_quote_is_one_error_at_its_row() {
    let (rows, report) = run("name,email\nA,a@b.co\nB,\"b@b.co\nC,c@b.co\n");
    assert_eq!((rows.len(), found(&report)), (1, vec![(3, None, Code::QuoteUnclosed)]));
    assert_eq!((report.rows, report.rows_with_errors), (2, 1));
    assert_eq!(found(&run("\"name,email\nA,a@b.co\n").1), [(1, None, Code::QuoteUnclosed)]);
    assert_eq!(found(&run("name,email\nA,a@b.co\n\"").1), [(3, None, Code::QuoteUnclosed)]);
}

#[test]
fn a_row_too_large_ends_the_reading() {
    let endless = b"name,email\nA,a@b.co\nB,".chain(std::io::repeat(b'x'));
    let (rows, report) = run_from(endless);
    assert_eq!((rows.len(), found(&report)), (1, vec![(3, None, Code::RowTooLarge)]));
    assert_eq!((report.rows, report.rows_with_errors, report.digest), (2, 1, None));
    assert!(report.bytes < 2 * MAX_RECORD as u64);
    assert_eq!(found(&run_from(std::io::repeat(b'x')).1), [(1, None, Code::RowTooLarge)]);
}

#[test]
fn hostile_bytes_are_typed_errors() {
    let encoding_unknown = vec![(1, None, Code::EncodingUnknown)];
    assert_eq!(found(&run(b"PK\x03\x04whatever").1), encoding_unknown);
    assert_eq!(run(b"PK\x03\x04whatever").1.encoding, None);
    let (rows, report) = run(b"name,email\nA,a@b.co\n\xe9,x\x81\n");
    assert_eq!((rows.len(), found(&report)), (1, vec![(3, None, Code::EncodingUnknown)]));
    assert!(!run(vec![0; 3_000_000]).1.is_importable());
    assert!(!run([0; 9]).1.is_importable());
    let mut state = 1_u32;
    for size in [1, 2, 3, 63, 64, 65, 5000] {
        for prefix in ["", "name,email\n", "name,email\nA,a@b.co\n"] {
            for _ in 0..40 {
                let noise = (0..size).map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    state.to_be_bytes()[0]
                });
                let bytes: Vec<u8> = prefix.bytes().chain(noise).collect();
                let (rows, mut report) = run(&bytes);
                let (rows_slowly, report_slowly) = run_from(Dribble(&bytes, false));
                if report.digest.is_none() {
                    // Where reading stops early, how much of the source was seen depends on its pace.
                    report.bytes = report_slowly.bytes;
                    report.encoding = report_slowly.encoding;
                }
                assert_eq!((&rows, &report), (&rows_slowly, &report_slowly));
                assert!(report.rows_with_errors <= report.rows);
            }
        }
    }
}

#[test]
fn a_source_that_fails_is_an_error_with_its_cause() {
    for whole in ["", "name,em", "name,email\nA,a@b.co\nB,b"] {
        let groups = groups();
        let mut on_progress = |_| ControlFlow::Continue(());
        let mut reader = Reader::new(Broken(whole.as_bytes()), &groups, None, &mut on_progress);
        let error = loop {
            match reader.next_row() {
                Ok(row) => assert!(row.is_some(), "the end must not be said"),
                Err(error) => break error,
            }
        };
        assert_eq!(error.code(), Code::ImportUnreadable);
        assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the line went dead");
        assert_eq!(reader.next_row().unwrap_err().code(), Code::ImportUnreadable);
        let report = reader.into_report();
        assert!(!report.is_importable() && report.digest.is_none());
    }
}

#[test]
fn progress_is_steady_and_break_cancels() {
    let file = "name,email\n".to_owned() + &"A,a@b.co\n".repeat(40_000);
    let total = file.len() as u64;
    for most in [usize::MAX, 3, 6] {
        let mut seen = Vec::new();
        let mut on_progress = |progress| {
            seen.push(progress);
            if seen.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        let groups = groups();
        let mut reader = Reader::new(file.as_bytes(), &groups, Some(total), &mut on_progress);
        let result = loop {
            match reader.next_row() {
                Ok(Some(_)) => {}
                other => break other.map_err(|error| error.code()),
            }
        };
        let report = reader.into_report();
        assert!(seen.windows(2).all(|pair| pair[0].bytes <= pair[1].bytes && pair[0].rows < pair[1].rows));
        if most == usize::MAX {
            assert_eq!((seen.len(), result), (6, Ok(None)));
            assert_eq!(seen[5], Progress { rows: 40_000, bytes: total, total: Some(total) });
            assert!(report.is_importable());
        } else {
            assert_eq!((seen.len(), result), (most, Err(Code::ImportCancelled)));
            assert!(!report.is_importable());
        }
    }
}

#[test]
fn the_template_is_valid_and_has_every_column() {
    let (rows, report) = run(template());
    assert!(report.is_importable() && report.problems.is_empty(), "{report:?}");
    assert_eq!(report.columns.iter().map(|column| column.field).collect::<Vec<_>>(), Column::ALL);
    let fields = rows[0].fields.as_ref().unwrap();
    assert_eq!((rows.len(), fields.group, fields.send_emails, fields.quota), (1, None, true, Some(250)));
}

#[test]
fn behind_the_end_there_is_nothing_and_nothing_is_told_twice() {
    let too_large = format!("name,email\n\"{}", "x".repeat(2 * 1024 * 1024));
    for file in ["name\nA\nB\n", "name,email\nA,a@b.co\n", "", too_large.as_str()] {
        let (_, once) = run(file);
        let groups = groups();
        let mut on_progress = |_| ControlFlow::Continue(());
        let mut reader = Reader::new(file.as_bytes(), &groups, None, &mut on_progress);
        while reader.next_row().unwrap().is_some() {}
        for _ in 0..3 {
            assert_eq!(reader.next_row().unwrap(), None, "{} bytes", file.len());
        }
        assert_eq!(reader.into_report(), once);
    }
}

#[test]
fn rows_of_empty_cells_before_the_header_say_nothing() {
    for delimiter in [",", ";", "\t"] {
        for empty in [delimiter.repeat(3), format!(" \n{delimiter} \n")] {
            let file = format!("{empty}\nname{delimiter}email\nA{delimiter}a@b.co\n");
            let (rows, report) = run(&file);
            assert!(report.is_importable(), "{file:?}: {report:?}");
            assert_eq!((rows.len(), report.rows), (1, 1), "{file:?}");
        }
    }
}

//! Shapes of CSV files, as `csv-spectrum` collects them and worse: what is read, or what is said.

use std::ops::ControlFlow;

use partnerkit::error::Code;
use partnerkit::import::{Groups, Reader};

/// What comes of a file.
enum Gives {
    /// These rows: line, name, email, notes.
    Rows(&'static [(u64, &'static str, &'static str, &'static str)]),
    /// Nothing that may be imported, because of these errors: line, column (0: none), code.
    Errors(&'static [(u64, u32, Code)]),
}
use Gives::{Errors, Rows};

const SHAPES: &[(&str, &str, Gives)] = &[
    ("simple", "name,email,notes\nA,a@b.co,n\n", Rows(&[(2, "A", "a@b.co", "n")])),
    ("no line end at the end", "name,email,notes\nA,a@b.co,n", Rows(&[(2, "A", "a@b.co", "n")])),
    (
        "comma in quotes",
        "name,email,notes\n\"A, Inc\",a@b.co,\"x,y\"\n",
        Rows(&[(2, "A, Inc", "a@b.co", "x,y")]),
    ),
    (
        "escaped quotes",
        "name,email,notes\n\"A \"\"B\"\"\",a@b.co,\"\"\"\"\n",
        Rows(&[(2, "A \"B\"", "a@b.co", "\"")]),
    ),
    (
        "quotes inside",
        "name,email,notes\nA \"B\" C,a@b.co,5\" x\n",
        Rows(&[(2, "A \"B\" C", "a@b.co", "5\" x")]),
    ),
    ("text behind a closing quote", "name,email,notes\n\"A\"B,a@b.co,\n", Rows(&[(2, "AB", "a@b.co", "")])),
    ("a space before a quote", "name,email,notes\n \"A, b@b.co\n", Rows(&[(2, "\"A", "b@b.co", "")])),
    (
        "newlines in quotes",
        "name,email,notes\nA,a@b.co,\"x\ny\n\nz\"\nB,b@b.co,\n",
        Rows(&[(2, "A", "a@b.co", "x\ny\n\nz"), (6, "B", "b@b.co", "")]),
    ),
    (
        "newlines in quotes, crlf",
        "name,email,notes\r\nA,a@b.co,\"x\r\ny\"\r\nB,b@b.co,\r\n",
        Rows(&[(2, "A", "a@b.co", "x\r\ny"), (4, "B", "b@b.co", "")]),
    ),
    (
        "quotes and newlines",
        "name,email,notes\nA,a@b.co,\"\"\"\n\"\"x\"\"\n\"\"\"\n",
        Rows(&[(2, "A", "a@b.co", "\"\n\"x\"\n\"")]),
    ),
    ("a newline in the header", "name,email,\"notes\n\"\nA,a@b.co,n\n", Rows(&[(3, "A", "a@b.co", "n")])),
    (
        "empty fields",
        "name,email,notes\n\"A\",\"a@b.co\",\"\"\nB,b@b.co,\n",
        Rows(&[(2, "A", "a@b.co", ""), (3, "B", "b@b.co", "")]),
    ),
    (
        "rows that end early",
        "name,email,notes\nA,a@b.co\nB,b@b.co\n",
        Rows(&[(2, "A", "a@b.co", ""), (3, "B", "b@b.co", "")]),
    ),
    ("utf-8", "name,email,notes\nʤ 東京 🦆,a@b.co,é\n", Rows(&[(2, "ʤ 東京 🦆", "a@b.co", "é")])),
    ("a byte order mark", "\u{feff}name,email,notes\nA,a@b.co,n\n", Rows(&[(2, "A", "a@b.co", "n")])),
    (
        "a byte order mark before a quote",
        "\u{feff}\"name\",email,notes\nA,a@b.co,n\n",
        Rows(&[(2, "A", "a@b.co", "n")]),
    ),
    (
        "cr only",
        "name,email,notes\rA,a@b.co,n\rB,b@b.co,\r",
        Rows(&[(2, "A", "a@b.co", "n"), (3, "B", "b@b.co", "")]),
    ),
    (
        "mixed line ends",
        "name,email,notes\r\nA,a@b.co,\nB,b@b.co,\rC,c@b.co,\n\rD,d@b.co,",
        Rows(&[
            (2, "A", "a@b.co", ""),
            (3, "B", "b@b.co", ""),
            (4, "C", "c@b.co", ""),
            (6, "D", "d@b.co", ""),
        ]),
    ),
    (
        "unicode line separators are text",
        "name,email,notes\nA,a@b.co,x\u{2028}y\n",
        Rows(&[(2, "A", "a@b.co", "x\u{2028}y")]),
    ),
    (
        "json",
        "name,email,notes\nA,a@b.co,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [1,2]}\"\n",
        Rows(&[(2, "A", "a@b.co", "{\"type\": \"Point\", \"at\": [1,2]}")]),
    ),
    (
        "markup",
        "name,email,notes\n<b>A</b>,a@b.co,<script>alert(1)</script>\n",
        Rows(&[(2, "<b>A</b>", "a@b.co", "<script>alert(1)</script>")]),
    ),
    (
        "backslashes escape nothing",
        "name,email,notes\nA\\,a@b.co,\"\\\"\n",
        Rows(&[(2, "A\\", "a@b.co", "\\")]),
    ),
    ("single quotes are text", "name,email,notes\n'A',a@b.co,'x\n", Rows(&[(2, "'A'", "a@b.co", "'x")])),
    ("blank lines", "\n\r\nname,email,notes\n\n \n,,\nA,a@b.co,\n\n", Rows(&[(7, "A", "a@b.co", "")])),
    ("semicolons", "name;email;notes\nA,B;a@b.co;\"x;y\"\n", Rows(&[(2, "A,B", "a@b.co", "x;y")])),
    ("tabs", "name\temail\tnotes\nA\ta@b.co\t\n", Rows(&[(2, "A", "a@b.co", "")])),
    ("columns in another order", "notes,email,name\nn,a@b.co,A\n", Rows(&[(2, "A", "a@b.co", "n")])),
    ("cells in white space", "name,email,notes\n A ,\ta@b.co ,\u{a0}n \n", Rows(&[(2, "A", "a@b.co", "n")])),
    ("a comment sign is text", "name,email,notes\n#A,a@b.co,\n", Rows(&[(2, "#A", "a@b.co", "")])),
    ("nothing", "", Errors(&[(1, 0, Code::ImportEmpty)])),
    ("only a header", "name,email\n", Errors(&[(1, 0, Code::ImportNoRows)])),
    ("only quotes", "\"\"\n", Errors(&[(1, 0, Code::ImportEmpty)])),
    (
        "no header",
        "A,a@b.co\n",
        Errors(&[
            (1, 0, Code::HeaderMissing),
            (1, 0, Code::HeaderMissing),
            (1, 1, Code::HeaderUnknown),
            (1, 2, Code::HeaderUnknown),
        ]),
    ),
    ("an open quote", "name,email\nA,\"a@b.co\nB,b@b.co\n", Errors(&[(2, 0, Code::QuoteUnclosed)])),
    ("an open quote in the header", "\"name,email\nA,a@b.co\n", Errors(&[(1, 0, Code::QuoteUnclosed)])),
    ("a lone quote at the end", "name,email\nA,a@b.co\n\"", Errors(&[(3, 0, Code::QuoteUnclosed)])),
    ("a comma too many", "name,email\nA,a@b.co,\n", Errors(&[(2, 3, Code::RowTooLong)])),
    (
        "a comma too few quotes",
        "name,email\nA, Inc,a@b.co\n",
        Errors(&[(2, 2, Code::EmailInvalid), (2, 3, Code::RowTooLong)]),
    ),
    ("a header twice", "name,email,E-Mail\nA,a@b.co,\n", Errors(&[(1, 3, Code::HeaderDuplicate)])),
    (
        "a value below nothing",
        "name,email,\nA,a@b.co,x\n",
        Errors(&[(1, 3, Code::HeaderEmpty), (2, 3, Code::CellWithoutHeader)]),
    ),
    ("a newline in a name", "name,email\n\"A\nB\",a@b.co\n", Errors(&[(2, 1, Code::ControlCharacter)])),
    ("a nul in a name", "name,email\nA\0B,a@b.co\n", Errors(&[(2, 1, Code::ControlCharacter)])),
    ("a terminal's escape", "name,email\nA\x1b[2J,a@b.co\n", Errors(&[(2, 1, Code::ControlCharacter)])),
    (
        "pipes are no delimiter",
        "name|email\nA|a@b.co\n",
        Errors(&[(1, 0, Code::HeaderMissing), (1, 0, Code::HeaderMissing), (1, 1, Code::HeaderUnknown)]),
    ),
    (
        "a page",
        "<html><body>Not found</body></html>\n",
        Errors(&[(1, 0, Code::HeaderMissing), (1, 0, Code::HeaderMissing), (1, 1, Code::HeaderUnknown)]),
    ),
    (
        "a document",
        "%PDF-1.4\n",
        Errors(&[(1, 0, Code::HeaderMissing), (1, 0, Code::HeaderMissing), (1, 1, Code::HeaderUnknown)]),
    ),
    ("a workbook", "PK\x03\x04\x14\0\x06\0", Errors(&[(1, 0, Code::EncodingUnknown)])),
];

type Row = (u64, String, String, String);

fn read(file: &[u8]) -> Result<Vec<Row>, Vec<(u64, u32, Code)>> {
    let (groups, mut on_progress) = (Groups::new(), |_| ControlFlow::Continue(()));
    let mut reader = Reader::new(file, &groups, None, &mut on_progress);
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row().unwrap() {
        let line = row.line;
        rows.extend(row.fields.map(|f| (line, f.name, f.email, f.notes.unwrap_or_default())));
    }
    let report = reader.into_report();
    let place = |p: &partnerkit::import::Problem| (p.line, p.column.unwrap_or_default(), p.code);
    if report.is_importable() { Ok(rows) } else { Err(report.problems.iter().map(place).collect()) }
}

#[test]
fn every_shape_gives_what_it_is_said_to_give() {
    let mut wrong = Vec::new();
    for (name, file, gives) in SHAPES {
        let got = read(file.as_bytes());
        let said = match gives {
            Rows(rows) => Ok(rows
                .iter()
                .map(|(line, name, email, notes)| (*line, (*name).into(), (*email).into(), (*notes).into()))
                .collect()),
            Errors(errors) => Err(errors.to_vec()),
        };
        if got != said {
            wrong.push(format!("{name}:\n  said {said:?}\n  got  {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_shape_gives_the_same_in_utf_16() {
    for (name, file, _) in SHAPES.iter().filter(|(name, ..)| *name != "a workbook") {
        let text = file.trim_start_matches('\u{feff}');
        let bytes: Vec<u8> =
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&bytes), read(file.as_bytes()), "{name}");
    }
}

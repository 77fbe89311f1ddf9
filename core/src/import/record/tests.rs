use super::*;

/// A reader that gives one byte at a time.
struct Dribble<'a>(&'a [u8]);

impl Read for Dribble<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let few = buffer.len().min(1);
        self.0.read(&mut buffer[..few])
    }
}

type Found = Vec<(u64, Vec<String>)>;

fn read_from(read: impl Read) -> (Found, Step, Option<Delimiter>, bool) {
    let mut records = Records::new(Source::new(read));
    let mut record = Record::default();
    let mut found = Found::new();
    loop {
        match records.next(&mut record).unwrap() {
            Step::Record => found.push((record.line, record.cells().map(str::to_owned).collect())),
            step => return (found, step, records.delimiter(), record.unclosed),
        }
    }
}

/// Reads all at once and byte by byte, which must give the same.
fn read(text: &str) -> (Found, Step, Option<Delimiter>, bool) {
    let whole = read_from(text.as_bytes());
    assert_eq!(whole, read_from(Dribble(text.as_bytes())), "{text:?}");
    whole
}

fn lines(found: &Found) -> Vec<(u64, String)> {
    found.iter().map(|(line, cells)| (*line, cells.join("|"))).collect()
}

fn expect(text: &str, expected: &[(u64, &str)]) {
    let (found, step, ..) = read(text);
    let expected: Vec<_> = expected.iter().map(|(line, cells)| (*line, (*cells).to_owned())).collect();
    assert_eq!((lines(&found), step), (expected, Step::End), "{text:?}");
}

#[test]
fn all_line_ends_are_counted_once_and_blank_lines_skipped() {
    for end in ["\r\n", "\n", "\r"] {
        let text = format!("{end}a,b{end}{end}{end}c,d{end}e,f");
        expect(&text, &[(2, "a|b"), (5, "c|d"), (6, "e|f")]);
    }
    expect("a\n\r\nb\r\n\rc", &[(1, "a"), (3, "b"), (5, "c")]);
    expect("", &[]);
    expect("\r\n\n", &[]);
    expect(" \r\n,\r\n", &[(1, " "), (2, "|")]);
}

#[test]
fn quotes_hold_delimiters_line_ends_and_quotes() {
    expect("a,\"b\r\nc\nd\re\",f\r\ng", &[(1, "a|b\r\nc\nd\re|f"), (5, "g")]);
    expect("\"a \"\"b\"\"\",\"\"\n\"\"\nc", &[(1, "a \"b\"|"), (2, ""), (3, "c")]);
    expect("5\" size,b\nc,d\"e", &[(1, "5\" size|b"), (2, "c|d\"e")]);
}

#[test]
fn a_quote_left_open_is_known_at_the_line_its_record_starts() {
    let (found, _, _, unclosed) = read("a,b\n\nc,\"d\ne,f\n");
    assert_eq!((lines(&found), unclosed), (vec![(1, "a|b".into()), (3, "c|d\ne,f\n".into())], true));
    for closed in ["a,\"b\"", "a,\"b\"\n", "a,\"b\"\"\"", "a,b\""] {
        assert!(!read(closed).3, "{closed:?}");
    }
    assert!(read("\"").3);
    assert!(read("a,\"b\"\"").3);
}

#[test]
fn the_delimiter_is_the_one_that_makes_sense_of_the_header() {
    for (text, delimiter) in [
        ("name,email", Delimiter::Comma),
        ("name;email\n\"a,b,c,d\";e", Delimiter::Semicolon),
        ("\"Name; full\"\tE-Mail\n", Delimiter::Tab),
        ("Agency;E-mail, first;Quota", Delimiter::Semicolon),
        ("\n;;\n\"Name\";\"E-mail\"\n", Delimiter::Semicolon),
        ("x;y;z", Delimiter::Semicolon),
        ("name", Delimiter::Comma),
        ("", Delimiter::Comma),
        ("\"name\n\";email", Delimiter::Semicolon),
        ("5\" x;email\n", Delimiter::Semicolon),
    ] {
        assert_eq!(read(text).2, Some(delimiter), "{text:?}");
    }
}

#[test]
fn the_delimiter_does_not_depend_on_the_pace_of_the_source() {
    // By counting quotes the header ends at the first line end; by semicolons it goes on and would make more sense.
    let text = ",name,5\" x;\"a\n\";name;email\nA,b\n";
    assert_eq!(read(text).2, Some(Delimiter::Comma));
    // A header that is longer than what is looked at, which ends within a character.
    for spaces in 0..4 {
        let long =
            format!("{}{};name;email;group,name\n", " ".repeat(spaces), "é🦆".repeat(MAX_HEAD / 6 + 1));
        assert_eq!(read(&long).2, Some(Delimiter::Comma));
    }
}

#[test]
fn records_are_bounded() {
    let most = format!("name,email\n{}\nb,c", "x".repeat(MAX_RECORD - 1));
    let (found, step, ..) = read_from(most.as_bytes());
    assert_eq!((found.len(), step), (3, Step::End));
    let over = format!("name,email\n\n{}\nb,c", "x".repeat(MAX_RECORD));
    let (found, step, ..) = read_from(over.as_bytes());
    assert_eq!((found.len(), step), (1, Step::TooLarge(3)));
    let commas = format!("name,email\n{}\nb,c", ",".repeat(MAX_RECORD - 1));
    assert_eq!(read_from(commas.as_bytes()).0[1].1.len(), MAX_RECORD);
}

#[test]
fn an_endless_line_is_left_early() {
    let endless = std::io::Read::chain(&b"name,email\n"[..], std::io::repeat(b'x'));
    let mut records = Records::new(Source::new(endless));
    let mut record = Record::default();
    assert_eq!(records.next(&mut record).unwrap(), Step::Record);
    assert_eq!(records.next(&mut record).unwrap(), Step::TooLarge(2));
    assert!(records.source.bytes() < 2 * MAX_RECORD as u64, "{}", records.source.bytes());
    assert!(matches!(read_from(std::io::Read::take(std::io::repeat(0), 9_000_000)).1, Step::TooLarge(1)));
}

#[test]
fn bytes_that_are_no_text_are_found_at_their_line() {
    let (found, step, ..) = read_from(&b"name,email\r\na,\"b\r\nc\"\r\n\xc3\xa9\r\nx\xffy\r\n"[..]);
    assert_eq!((found.len(), step), (3, Step::Undecodable(5)));
}

use super::*;
use crate::language::Language;

fn rejected(file: &str) -> (u64, String) {
    let (_, report) = run(file);
    let mut out = Vec::new();
    let written = write_rejected(file.as_bytes(), &report, &mut out).unwrap();
    (written, String::from_utf8(out).unwrap())
}

#[test]
fn bad_rows_come_back_with_all_their_reasons() {
    let (written, text) = rejected("name;email;quota\nA;a@b.co;\n\n;x;\nÉ;e@b.co;ten;9\n");
    let expected = "\u{feff}name;email;quota;;reason\r\n\
        ;x;;;The name is missing. `x` is not an email address.\r\n\
        É;e@b.co;ten;9;\"`ten` is not a quota: a whole number from 0. The row has 4 cells; the header has 3.\"\r\n";
    assert_eq!((written, text.as_str()), (2, expected));
}

#[test]
fn nothing_that_is_written_runs_as_a_formula() {
    let file = "name,email,notes\n=A,-1,\"\t@x\"\n+B,@,\"-a\nb\"\n";
    let (written, text) = rejected(file);
    assert_eq!(written, 2);
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let cells: Vec<String> = reader
        .records()
        .flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert_eq!(cells[..3], ["'=A", "'-1", "'\t@x"]);
    assert_eq!(cells[4..7], ["'+B", "'@", "'-a\nb"]);
    assert!(!cells.iter().any(|cell| crate::text::is_formula_like(cell)));
}

#[test]
fn a_good_file_gives_no_rows_and_an_empty_one_nothing() {
    assert_eq!(rejected("name,email\nA,a@b.co\n"), (0, "\u{feff}name,email,reason\r\n".into()));
    assert_eq!(rejected(""), (0, String::new()));
}

#[test]
fn an_open_quote_comes_back_with_what_it_swallowed() {
    let (written, text) = rejected("name,email\nB,\"b@b.co\nC,c@b.co\n");
    assert_eq!(written, 1);
    assert!(text.contains("B,\"b@b.co\nC,c@b.co\n\",A quote opened in this row is never closed."), "{text}");
}

#[test]
fn an_open_quote_behind_too_many_cells_leaves_the_reason_in_its_column() {
    let (written, text) = rejected("name,email\nA,x\nB,b@b.co,=c,\"d\ne,f\n");
    let expected = "\u{feff}name,email,reason\r\nA,x,`x` is not an email address.\r\n\
        B,\"b@b.co,=c,d\ne,f\n\",A quote opened in this row is never closed.\r\n";
    assert_eq!((written, text.as_str()), (2, expected));
}

#[test]
fn the_messy_list_comes_back_with_its_bad_rows() {
    let (_, report) = run(messy::MESSY);
    let mut out = Vec::new();
    assert_eq!(write_rejected(messy::MESSY, &report, &mut out).unwrap(), report.rows_with_errors);
    let over_the_wire: Report = serde_json::from_value(serde_json::to_value(&report).unwrap()).unwrap();
    let mut again = Vec::new();
    write_rejected(messy::MESSY, &over_the_wire, &mut again).unwrap();
    assert_eq!(out, again);
}

#[test]
fn another_file_and_a_full_disk_are_errors() {
    let (_, report) = run("name,email\nA,x\n");
    let error = write_rejected(&b"name,email\nA,y\n"[..], &report, Vec::new()).unwrap_err();
    assert_eq!(error.code(), Code::OtherFile);
    let mut no_room = [0_u8; 9];
    let error = write_rejected(&b"name,email\nA,x\n"[..], &report, &mut no_room[..]).unwrap_err();
    assert_eq!(error.code(), Code::OutputFailed);
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn empty_rows_before_the_header_are_not_taken_for_it() {
    let (written, text) = rejected(",,\n\nname,email\nA,\n");
    let expected = "\u{feff}name,email,reason\r\nA,,The email address is missing.\r\n";
    assert_eq!((written, text.as_str()), (1, expected));
}

#[test]
fn a_row_whose_problems_are_not_held_says_so_in_the_language_of_the_report() {
    let file = "name,email\nA,x\n\nB,b@b.co\nC,\n";
    let (_, report) = run(file);
    let mut report = report.said_in(Language::Spanish);
    report.problems.truncate(1);
    let mut out = Vec::new();
    assert_eq!(write_rejected(file.as_bytes(), &report, &mut out).unwrap(), 2);
    let text = String::from_utf8(out).unwrap();
    let reasons: Vec<&str> = text.lines().map(|line| line.splitn(3, ',').last().unwrap()).collect();
    let not_held = "El archivo tiene más problemas de los que caben en el informe; esta fila es una de las que quedaron fuera.";
    assert_eq!(reasons, ["reason", "`x` no es una dirección de correo electrónico.", not_held]);
}

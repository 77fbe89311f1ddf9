use super::*;
use crate::partner::{MAX_QUOTA, PartnerDetails};

const HEADER: &str =
    "name,email,group,quota,send_emails,default_storage_location,notes,info_for_partner,external_id";

fn fields(row: &str) -> PartnerDetails {
    let (rows, report) = run(format!("{HEADER}\n{row}\n"));
    assert!(report.is_importable(), "{report:?}");
    rows.into_iter().next().unwrap().fields.unwrap()
}

#[test]
fn a_full_row_gives_all_fields() {
    let row = " Ballard  Food Bank ,A@B.co, FAMILIES\u{a0},  45 ,Yes, loc-1 ,\"a\nb\",c,k-1";
    let expected = PartnerDetails {
        name: "Ballard  Food Bank".into(),
        email: "A@B.co".into(),
        group: groups().get("families").copied(),
        quota: Some(45),
        send_emails: true,
        default_storage_location: Some("loc-1".into()),
        notes: Some("a\nb".into()),
        info_for_partner: Some("c".into()),
        external_id: Some("k-1".into()),
        proxy: false,
        language: None,
    };
    assert_eq!(fields(row), expected);
}

#[test]
fn empty_and_missing_cells_are_nothing() {
    for row in ["A,a@b.co", "A,a@b.co,,,,,,,", "A,a@b.co, ,\t, , , , , "] {
        let fields = fields(row);
        assert!(fields.group.is_none() && fields.quota.is_none() && !fields.send_emails, "{row}");
        assert!(fields.notes.is_none() && fields.external_id.is_none() && fields.info_for_partner.is_none());
        assert!(fields.default_storage_location.is_none());
    }
}

#[test]
fn yes_and_no_have_three_spellings_each() {
    for (typed, meant) in
        [("YES", true), ("True", true), ("1", true), ("no", false), ("FALSE", false), ("0", false)]
    {
        assert_eq!(fields(&format!("A,a@b.co,,, {typed} ")).send_emails, meant);
    }
    for typed in ["y", "on", "2", "yes please"] {
        assert_eq!(found_in(HEADER, &format!("A,a@b.co,,,{typed}")), [(5, Code::NotYesOrNo)]);
    }
}

#[test]
fn quotas_are_whole_numbers_in_range() {
    assert_eq!(fields(&format!("A,a@b.co,,{MAX_QUOTA}")).quota, Some(MAX_QUOTA));
    assert_eq!(fields("A,a@b.co,,0007").quota, Some(7));
    for typed in ["-5", "12.5", "ten", "\"1,200\"", "+5", "1e3", "٣", "0x1", "5 000"] {
        assert_eq!(found_in(HEADER, &format!("A,a@b.co,,{typed}")), [(4, Code::QuotaInvalid)], "{typed}");
    }
    for typed in [(MAX_QUOTA + 1).to_string(), "9".repeat(500)] {
        let (_, report) = run(format!("name,email,quota\nA,a@b.co,{typed}\n"));
        assert_eq!(found(&report), [(2, Some(3), Code::NumberOutOfRange)]);
        assert!(report.problems[0].sentence().ends_with("must be from 0 to 9007199254740991."));
    }
}

#[test]
fn texts_are_bounded_and_free_of_control_characters() {
    let long = "x".repeat(10_001);
    for (row, expected) in [
        (format!("A,a@b.co,,,,,{long}"), (7, Code::TextTooLong)),
        (format!("A,a@b.co,,,,,,{long}"), (8, Code::TextTooLong)),
        (format!("A,a@b.co,,,,,,,{}", "x".repeat(201)), (9, Code::TextTooLong)),
        (format!("A,a@b.co,,,,{}", "x".repeat(201)), (6, Code::TextTooLong)),
        (format!("{},a@b.co", "x".repeat(201)), (1, Code::NameTooLong)),
        ("A\0B,a@b.co".into(), (1, Code::ControlCharacter)),
        ("\"A\nB\",a@b.co".into(), (1, Code::ControlCharacter)),
        ("A,a@b.co,,,,,x\u{7}".to_owned() + "y", (7, Code::ControlCharacter)),
        ("A,a@b.co,,,,,,,\"k\n1\"".into(), (9, Code::ControlCharacter)),
        ("A,\0a@b.co".into(), (2, Code::EmailInvalid)),
        ("A,a@b.co,no such".into(), (3, Code::GroupUnknown)),
    ] {
        assert_eq!(found_in(HEADER, &row), [expected], "{row:.60}");
    }
}

#[test]
fn every_reason_has_its_parameters_and_short_values() {
    let long = "x".repeat(10_001);
    let file = format!(
        "{HEADER},,who,status,E-Mail\n{long},{long},{long},{long},{long},{long},{long},{long},\0{long}.,{long}\n\
         =A,a@b.co,,{}\nA\u{200b}B,\"\"\nA,a@b.co,,,,,,,,,,,,,\n",
        MAX_QUOTA + 1,
    );
    let (_, report) = run(file);
    assert!(report.problems.len() > 14);
    for problem in &report.problems {
        let params = problem.reason().params;
        assert!(problem.code.params().iter().all(|name| params.contains_key(*name)), "{problem:?}");
        assert!(!problem.sentence().contains('?') && problem.sentence().len() < 400, "{problem:?}");
        assert!(problem.value.as_ref().is_none_or(|value| value.chars().count() <= 200));
    }
}

#[test]
fn cells_where_none_belong_are_errors() {
    assert_eq!(found_in("name,email", "A,a@b.co,"), [(3, Code::RowTooLong)]);
    let (rows, report) = run("name,email,\nA,a@b.co, x \nB,b@b.co, \n");
    assert_eq!(found(&report), [(1, Some(3), Code::HeaderEmpty), (2, Some(3), Code::CellWithoutHeader)]);
    assert!(rows[0].fields.is_none() && rows[1].fields.is_some());
    assert_eq!((report.rows, report.rows_with_errors), (2, 1));
}

#[test]
fn warnings_and_notes_do_not_refuse() {
    let (rows, report) = run("name,email,notes\n=A,a@b.co,-x\nA\u{200b}B,+b@b.co,\n");
    let note = Code::FormulaLike;
    let expected =
        [(2, Some(1), note), (2, Some(3), note), (3, Some(1), Code::InvisibleCharacter), (3, Some(2), note)];
    assert_eq!(found(&report), expected);
    assert!(report.is_importable() && rows.iter().all(|row| row.fields.is_some()));
    assert_eq!(rows[0].name.as_deref(), Some("=A"));
    assert_eq!((report.rows_with_errors, report.count(Level::Warning), report.count(Level::Note)), (0, 1, 3));
}

#[test]
fn keys_are_there_for_valid_cells_of_bad_rows() {
    let (rows, _) = run("name,email,external_id,quota\nÀ B,x,k,\n,A@B.co,,\n---,a@c.co,,x\n");
    assert_eq!(rows[0].name_key.as_deref(), Some("à b"));
    assert_eq!(rows[0].look_key.as_deref(), Some("ab"));
    assert_eq!(
        (rows[0].external_id.as_deref(), &rows[0].email_key, &rows[0].fields),
        (Some("k"), &None, &None)
    );
    assert_eq!((&rows[1].name_key, rows[1].email_key.as_deref()), (&None, Some("a@b.co")));
    assert_eq!((rows[2].name_key.as_deref(), &rows[2].look_key), (Some("---"), &None));
    assert!(rows[2].email_key.is_some() && rows[2].fields.is_none());
}

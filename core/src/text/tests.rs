use super::*;

const NASTY: &[&str] = &[
    "",
    " \u{a8} a",
    "ΌΣΟΣ ΟΔΟΣ",
    "ẞ Straße",
    "ﬁne ﬀ ﷺ",
    "İstanbul ıI",
    "e\u{301}\u{345}\u{323}",
    "\u{1e9b}\u{323}",
    "\u{390}\u{1fd3} \u{1f80}",
    "한\u{1112}\u{1161}\u{11ab}",
    "a\u{2028}\u{308}b\u{3000}\u{85}c",
    "\u{200b}x\u{feff}\u{200d}",
    "１２３ ㈱ ™ ½",
    "कि का",
    "\u{345}\u{313}α",
    "👩\u{200d}👧 ❤\u{fe0f}",
];

#[test]
fn names_are_trimmed_bounded_and_free_of_control_characters() {
    assert_eq!(name("\u{3000} A  b\t").unwrap(), "A  b");
    for empty in ["", " \t\u{a0}", "\u{200b}", " \u{feff} \u{200d}"] {
        assert_eq!(name(empty).unwrap_err().code, Code::NameMissing, "{empty:?}");
    }
    assert!(name(&"é".repeat(MAX_NAME)).is_ok());
    let long = name(&"é".repeat(MAX_NAME + 1)).unwrap_err();
    assert_eq!((long.code, &long.params["length"]), (Code::NameTooLong, &201.into()));
    for bad in ["a\0b", "a\nb", "a\tb", "a\u{85}b"] {
        assert_eq!(name(bad).unwrap_err().code, Code::ControlCharacter, "{bad:?}");
    }
}

#[test]
fn the_key_of_a_key_is_the_key() {
    for text in NASTY {
        let key = name_key(text);
        assert_eq!(name_key(&key), key, "{text:?}");
    }
    for c in (0..=0x2_FFFF).filter_map(char::from_u32) {
        let key = name_key(&c.to_string());
        assert_eq!(name_key(&key), key, "{c:?}");
    }
}

#[test]
fn case_width_accents_form_and_white_space_make_no_other_name() {
    for (one, two) in [
        ("Moisson Québec", "MOISSON QUE\u{301}BEC"),
        ("Visions\u{a0} Community", " visions community"),
        ("Straße", "STRASSE"),
        ("ＡＢＣ", "abc"),
        ("ΟΔΟΣ", "οδος"),
    ] {
        assert_eq!(name_key(one), name_key(two));
    }
    assert_ne!(name_key("Pastor's"), name_key("Pastor’s"));
    assert_ne!(name_key("Quebec"), name_key("Québec"));
}

#[test]
fn looks_leave_out_what_is_hard_to_see() {
    for (one, two) in [
        ("My Sister’s Pantry", "My Sister's Pantry"),
        ("Recovery\u{200b} Cafe", "Recovery Café"),
        ("Saint\u{ad}-Paul", "saint – paul"),
        ("Hоре House", "Hope House"),
        ("Food Bank 0ne", "FOOD BANK One"),
        ("Sister`s", "Sister´s"),
    ] {
        assert_eq!(look_key(one), look_key(two), "{one} {two}");
    }
    assert_ne!(look_key("कि"), look_key("का"));
    assert_ne!(look_key("Tri-Cities"), look_key("Tri-Cities - Kennewick"));
    assert_eq!(look_key("-- ’ \u{200b}"), "");
}

#[test]
fn looks_look_like_themselves_and_like_the_name() {
    assert_eq!(look_key("\u{1240}"), look_key("φ"));
    let letters = (0..=0x2_FFFF).filter_map(char::from_u32).map(|c| c.to_string());
    for name in NASTY.iter().copied().map(str::to_owned).chain(letters) {
        let look = look_key(&name);
        assert_eq!(look_key(&look), look, "{name:?}");
    }
}

#[test]
fn addresses_are_kept_as_typed() {
    for good in [
        "a@b.co",
        "HOLY.CROSS@EXAMPLE.ORG",
        "pantry+x_y-z'@sub.example.org",
        "info@bücher.example",
        "a@straße.example",
        "a/b@x.org",
        "a@xn--bcher-kva.example",
        "x@r3---sn.example.org",
    ] {
        assert_eq!(email(&format!(" {good}\u{a0}")).unwrap(), good);
    }
    assert!(email(&format!("{}@example.org", "a".repeat(64))).is_ok());
}

#[test]
fn what_is_no_address_is_refused() {
    let long_local = format!("{}@example.org", "a".repeat(65));
    let long_all = format!("a@{}.org", ["b".repeat(62).as_str(); 4].join("."));
    for bad in [
        "n/a",
        "multi.example.org",
        "i@example,org",
        "food pantry@x.org",
        "t@@example.net",
        "e@",
        "@x.org",
        "\"Front Desk\" <n@example.com>",
        "<n@example.com>",
        "mailto:k@example.org",
        "a@localhost",
        "a@x.org.",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "a@x..org",
        ".a@x.org",
        "a.@x.org",
        "a..b@x.org",
        "\"a b\"@x.org",
        "ü@x.org",
        "a@-x.org",
        "a@x_y.org",
        "a@exam\u{200b}ple.org",
        "a\0@x.org",
        "a@x.o\0rg",
        "a@\u{202e}x.org",
        "a@xn--a.org",
        &long_local,
        &long_all,
    ] {
        assert_eq!(email(bad).unwrap_err().code, Code::EmailInvalid, "{bad:?}");
    }
    for several in
        ["a@x.org; b@x.org", "a@x.org,b@x.org", "a@x.org or b@x.org", "a@x.org\nb@x.org", "a@x.org/b@x.org"]
    {
        assert_eq!(email(several).unwrap_err().code, Code::EmailSeveral, "{several:?}");
    }
    assert_eq!(email(" \u{a0}\n").unwrap_err().code, Code::EmailMissing);
    let shown = email(&"x".repeat(5000)).unwrap_err().params["value"].as_str().unwrap().chars().count();
    assert_eq!(shown, 200);
}

#[test]
fn the_key_of_an_address_is_ascii_and_stable() {
    assert_eq!(email_key("A.B@Example.ORG"), "a.b@example.org");
    assert_eq!(email_key("a@straße.example"), "a@xn--strae-oqa.example");
    assert_ne!(email_key("a@straße.example"), email_key("a@strasse.example"));
    assert_eq!(email_key("a@x。org"), "a@x.org");
    for text in ["Info@BÜCHER.example", " X@y.Org ", "nonsense", "@", "ẞ@"] {
        let key = email_key(text);
        assert_eq!(email_key(&key), key, "{text:?}");
    }
}

#[test]
fn long_texts_may_have_lines_but_no_other_controls() {
    assert_eq!(bounded("notes", " a\r\n\tb ", 9).unwrap().unwrap(), "a\r\n\tb");
    assert_eq!(bounded("notes", " \n ", 9).unwrap(), None);
    let long = bounded("notes", "abc", 2).unwrap_err();
    assert_eq!((long.code, long.field.as_deref()), (Code::TextTooLong, Some("notes")));
    assert_eq!(bounded("notes", "a\u{7}b", 9).unwrap_err().code, Code::ControlCharacter);
}

#[test]
fn invisible_and_formula_like_texts_are_known() {
    for bad in ["Recovery\u{200b} Cafe", "a\u{ad}b", "\u{feff}a", "a\u{202e}b", "a\u{200d}b", "a\u{fe0f}"] {
        assert!(has_invisible(bad), "{bad:?}");
    }
    for good in ["Niños “P” – é", "می\u{200c}خواهم", "👩\u{200d}👧 ❤\u{fe0f}", "a\u{a0}b", ""]
    {
        assert!(!has_invisible(good), "{good:?}");
    }
    assert!(["=A1", "+H", "-5", "@x", "\tx", "\rx"].into_iter().all(is_formula_like));
    assert!(!["A=1", "", " =", "'=A1"].into_iter().any(is_formula_like));
}

#[test]
fn the_short_ways_for_ascii_say_the_same_as_the_long_ones() {
    let ascii: Vec<char> = (0..128_u8).map(char::from).collect();
    // A full-width letter makes the whole name take the long way, and counts as its narrow one.
    for a in &ascii {
        assert!(!is_ignorable_by_tables(*a), "{a:?}");
        for b in &ascii {
            let name = format!("x{a}{b} {b}{a}y");
            assert_eq!(look_key(&name), look_key_of_any(&name), "{name:?}");
            let wide = format!("{name}\u{ff58}");
            assert_eq!(name_key(&wide), format!("{}x", name_key(&name)), "{name:?}");
        }
    }
}

#[test]
fn an_address_is_bounded_as_typed_too() {
    // Accents typed as characters of their own count, though the domain in ASCII holds them in fewer.
    let accents = "e\u{301}".repeat(50);
    let address = |pad: usize| format!("a@{accents}.{accents}.{}.org", "b".repeat(pad));
    let longest = address(MAX_EMAIL - address(0).chars().count());
    assert_eq!(email(&longest).unwrap(), longest);
    let longer = address(MAX_EMAIL + 1 - address(0).chars().count());
    assert!(email_key(&longest).len() < MAX_EMAIL);
    assert_eq!(email(&longer).unwrap_err().code, Code::EmailInvalid);
}

#[test]
fn mentions_are_not_several_addresses() {
    assert_eq!(email("@front @back").unwrap_err().code, Code::EmailInvalid);
    assert_eq!(email("a@x.org b@x.org").unwrap_err().code, Code::EmailSeveral);
}

#[test]
fn a_joiner_is_needed_only_between_two_letters_that_are_not_latin() {
    assert!(!has_invisible("क\u{94d}\u{200d}ष"));
    for text in ["a\u{200d}b", "क\u{200d}b", "a\u{200d}क", "क\u{200d}"] {
        assert!(has_invisible(text), "{text:?}");
    }
}

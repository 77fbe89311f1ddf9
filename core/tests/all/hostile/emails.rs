//! Addresses: which are accepted, under which key, and which are refused, with which code.

use partnerkit::error::Code::{self, EmailInvalid, EmailMissing, EmailSeveral};
use partnerkit::text::{email, email_key};

/// What was typed, and the key.
const ACCEPTED: &[(&str, &str)] = &[
    ("a@b.co", "a@b.co"),
    ("  a@b.co\t", "a@b.co"),
    ("\u{a0}a@b.co\u{3000}", "a@b.co"),
    ("A@B.CO", "a@b.co"),
    ("Front.Desk@Example.ORG", "front.desk@example.org"),
    ("pantry+kent@example.org", "pantry+kent@example.org"),
    ("o'brien@example.org", "o'brien@example.org"),
    ("a_b-c@example.org", "a_b-c@example.org"),
    ("1@example.org", "1@example.org"),
    ("-@example.org", "-@example.org"),
    ("=1+1@example.org", "=1+1@example.org"),
    ("!#$%&'*+-/=?^_`{|}~@example.org", "!#$%&'*+-/=?^_`{|}~@example.org"),
    ("a@sub.sub.sub.example.org", "a@sub.sub.sub.example.org"),
    ("a@123.org", "a@123.org"),
    ("a@1.2.3.4.org", "a@1.2.3.4.org"),
    ("a@x-y.org", "a@x-y.org"),
    ("a@r3---sn.example.org", "a@r3---sn.example.org"),
    ("a@example.museum", "a@example.museum"),
    ("a@BÜCHER.example", "a@xn--bcher-kva.example"),
    ("a@bu\u{308}cher.example", "a@xn--bcher-kva.example"),
    ("a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
    ("a@XN--BCHER-KVA.example", "a@xn--bcher-kva.example"),
    ("a@straße.example", "a@xn--strae-oqa.example"),
    ("a@ＥＸＡＭＰＬＥ.org", "a@example.org"),
    ("a@example。org", "a@example.org"),
    ("a@пример.рф", "a@xn--e1afmkfd.xn--p1ai"),
    ("a@例え.テスト", "a@xn--r8jz45g.xn--zckzah"),
    ("a@ex\u{301}mple.org", "a@xn--exmple-jxd.org"),
    ("1@b.c0", "1@b.c0"),
];

const REFUSED: &[(&str, Code)] = &[
    ("", EmailMissing),
    (" \t\u{a0}", EmailMissing),
    ("n/a", EmailInvalid),
    ("none", EmailInvalid),
    ("@", EmailInvalid),
    ("@@", EmailInvalid),
    ("a@", EmailInvalid),
    ("@example.org", EmailInvalid),
    ("a.example.org", EmailInvalid),
    ("a@b@example.org", EmailInvalid),
    ("a@@example.org", EmailInvalid),
    ("a at example.org", EmailInvalid),
    ("a@example", EmailInvalid),
    ("a@localhost", EmailInvalid),
    ("a@example.org.", EmailInvalid),
    ("a@.example.org", EmailInvalid),
    ("a@example..org", EmailInvalid),
    (".a@example.org", EmailInvalid),
    ("a.@example.org", EmailInvalid),
    ("a..b@example.org", EmailInvalid),
    ("a b@example.org", EmailInvalid),
    ("a@exam ple.org", EmailInvalid),
    ("a@example,org", EmailInvalid),
    ("a@-example.org", EmailInvalid),
    ("a@example-.org", EmailInvalid),
    ("a@exa_mple.org", EmailInvalid),
    ("a@exa!mple.org", EmailInvalid),
    ("a@[127.0.0.1]", EmailInvalid),
    ("a@[IPv6:::1]", EmailInvalid),
    ("a@127.0.0.1", EmailInvalid),
    ("a@example.123", EmailInvalid),
    ("a@１２７.0.0.１", EmailInvalid),
    ("\"a b\"@example.org", EmailInvalid),
    ("\"a\"@example.org", EmailInvalid),
    ("a\\@b@example.org", EmailInvalid),
    ("(front desk)a@example.org", EmailInvalid),
    ("a@example.org(office)", EmailInvalid),
    ("<a@example.org>", EmailInvalid),
    ("Front Desk <a@example.org>", EmailInvalid),
    ("mailto:a@example.org", EmailInvalid),
    ("a@example.org?subject=x", EmailInvalid),
    ("https://example.org", EmailInvalid),
    ("ü@example.org", EmailInvalid),
    ("а@example.org", EmailInvalid),
    ("a@xn--.org", EmailInvalid),
    ("a@xn--a.org", EmailInvalid),
    ("a@xn--example-.org", EmailInvalid),
    ("a@exam\u{200b}ple.org", EmailInvalid),
    ("a@exam\u{ad}ple.org", EmailInvalid),
    ("a@\u{feff}example.org", EmailInvalid),
    ("\u{200b}a@example.org", EmailInvalid),
    ("a@\u{202e}example.org", EmailInvalid),
    ("a@example.org\u{200e}", EmailInvalid),
    ("a\u{0}@example.org", EmailInvalid),
    ("a@exam\u{0}ple.org", EmailInvalid),
    ("a@example.org\u{7f}", EmailInvalid),
    ("a\r\nBcc: b\u{2060}example.org", EmailInvalid),
    ("a@example.org\r\nBcc: b@example.org", EmailSeveral),
    ("a@\u{301}example.org", EmailInvalid),
    ("a@😀.", EmailInvalid),
    ("a@example.org; b@example.org", EmailSeveral),
    ("a@example.org, b@example.org", EmailSeveral),
    ("a@example.org b@example.org", EmailSeveral),
    ("a@example.org\nb@example.org", EmailSeveral),
    ("a@example.org/b@example.org", EmailSeveral),
    ("a@example.org|b@example.org", EmailSeveral),
    ("a@example.org & b@example.org", EmailSeveral),
    ("A <a@example.org>, B <b@example.org>", EmailSeveral),
];

#[test]
fn what_is_an_address_is_kept_as_typed_under_its_key() {
    let wrong: Vec<_> = ACCEPTED
        .iter()
        .filter(|(typed, key)| email(typed).as_deref() != Ok(typed.trim()) || email_key(typed) != *key)
        .map(|(typed, key)| format!("{typed:?}: {:?} and {}, not {key}", email(typed), email_key(typed)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_no_address_is_refused_with_its_code() {
    let code = |typed| email(typed).map_err(|reason| reason.code);
    let wrong: Vec<_> = REFUSED
        .iter()
        .filter(|(typed, said)| code(typed) != Err(*said))
        .map(|(typed, said)| format!("{typed:?}: {:?}, not {said:?}", code(typed)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn length_is_counted_in_the_ascii_form() {
    let local = |n| format!("{}@example.org", "a".repeat(n));
    assert!(email(&local(64)).is_ok() && email(&local(65)).is_err());
    let label = |n| format!("a@{}.org", "b".repeat(n));
    assert!(email(&label(63)).is_ok() && email(&label(64)).is_err());
    // Each ü makes the label in ASCII longer than it looks.
    assert!(email(&format!("a@{}.org", "ü".repeat(54))).is_ok());
    assert!(email(&format!("a@{}.org", "ü".repeat(63))).is_err());
    let whole =
        |n: usize| format!("{}@{}.{}.{}.org", "a".repeat(64), "b".repeat(63), "c".repeat(63), "d".repeat(n));
    assert_eq!(whole(57).len(), 254);
    assert!(email(&whole(57)).is_ok() && email(&whole(58)).is_err());
}

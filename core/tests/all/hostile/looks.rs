//! Pairs of names: the same, alike to the eye, or different.

use partnerkit::text::{look_key, name_key};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pair {
    /// One name: the second is refused.
    Same,
    /// Two names that a reader may take for one: a warning.
    Alike,
    /// Two names.
    Different,
}
use Pair::{Alike, Different, Same};

const PAIRS: &[(&str, &str, Pair)] = &[
    // Case and white space.
    ("Ballard Food Bank", "BALLARD FOOD BANK", Same),
    ("Ballard Food Bank", " Ballard  Food Bank ", Same),
    ("Ballard Food Bank", "Ballard\u{a0}Food\u{2003}Bank", Same),
    ("Ballard Food Bank", "Ballard\u{3000}Food Bank", Same),
    ("Ballard Food Bank", "BallardFoodBank", Alike),
    ("ΟΔΟΣ", "οδος", Same),
    ("ΟΔΟΣ", "οδοσ", Same),
    ("Straße", "STRASSE", Same),
    ("GROẞ", "groß", Same),
    ("Ǆ", "ǆ", Same),
    ("ᾳ", "ΑΙ", Same),
    ("İzmir", "i\u{307}zmir", Same),
    ("İzmir", "izmir", Alike),
    ("ıssız", "issiz", Alike),
    // Normal forms: composed and decomposed.
    ("Québec", "Que\u{301}bec", Same),
    ("Ångström", "A\u{30a}ngstro\u{308}m", Same),
    ("Å", "\u{212b}", Same),
    ("Ω", "\u{2126}", Same),
    ("각", "\u{1100}\u{1161}\u{11a8}", Same),
    ("ệ", "e\u{323}\u{302}", Same),
    ("ệ", "e\u{302}\u{323}", Same),
    // Normal forms: what compatibility makes equal.
    ("ﬁne", "fine", Same),
    ("ＡＢＣ", "abc", Same),
    ("ｶﾞ", "ガ", Same),
    ("①", "1", Same),
    ("x²", "x2", Same),
    ("㈱", "(株)", Same),
    ("™", "TM", Same),
    ("½", "1⁄2", Same),
    ("ſ", "s", Same),
    ("№ 5", "No 5", Same),
    ("…", "...", Same),
    // Accents and punctuation.
    ("Québec", "Quebec", Alike),
    ("Niños", "Ninos", Alike),
    ("My Sister’s Pantry", "My Sister's Pantry", Alike),
    ("My Sister’s Pantry", "My Sisters Pantry", Alike),
    ("St. Luke", "St Luke", Alike),
    ("Tri–Cities", "Tri-Cities", Alike),
    ("Salvation Army - Kent", "Salvation Army Kent", Alike),
    ("“Hope”", "Hope", Alike),
    // What cannot be seen.
    ("Hope\u{200b} House", "Hope House", Alike),
    ("Ho\u{ad}pe House", "Hope House", Alike),
    ("\u{feff}Hope House", "Hope House", Alike),
    ("\u{202e}Hope House", "Hope House", Alike),
    ("Hope\u{2060}House", "Hope House", Alike),
    ("❤\u{fe0f} House", "❤ House", Alike),
    // Letters of other scripts that look the same.
    ("Hоре House", "Hope House", Alike),
    ("ΗOPE House", "HOPE House", Alike),
    ("раураl", "paypal", Alike),
    ("Food Bank 0ne", "Food Bank One", Alike),
    ("Ｈоpe", "hope", Alike),
    ("𝐇𝐨𝐩𝐞", "Hope", Same),
    ("Corner", "Comer", Alike),
    ("Вallard", "Ballard", Alike),
    ("НOPE", "Hope", Alike),
    ("Ήope", "Hope", Alike),
    ("Іnn", "Inn", Alike),
    // Taken for alike, though whoever reads the script tells them apart: it is only a warning.
    ("が", "か", Alike),
    ("Östra", "Østra", Alike),
    ("Æsir", "Aesir", Alike),
    // Close, and yet other names.
    ("Hope House", "Hope Home", Different),
    ("Pantry 1", "Pantry 2", Different),
    ("Pantry II", "Pantry III", Different),
    ("कि", "का", Different),
    ("Tri-Cities", "Tri-Cities - Kennewick", Different),
    ("東京", "京東", Different),
    ("Hope House", "House Hope", Different),
    ("Saint Paul", "San Pablo", Different),
    ("👩‍👧", "👨‍👧", Different),
    ("Вера", "Дера", Different),
];

fn pair(one: &str, two: &str) -> Pair {
    if name_key(one) == name_key(two) {
        Same
    } else if look_key(one) == look_key(two) {
        Alike
    } else {
        Different
    }
}

#[test]
fn every_pair_is_what_it_is_said_to_be() {
    let wrong: Vec<_> = PAIRS
        .iter()
        .flat_map(|(one, two, said)| [(one, two, said), (two, one, said)])
        .filter(|(one, two, said)| pair(one, two) != **said)
        .map(|(one, two, said)| {
            let keys = [one, two].map(|name| (name_key(name), look_key(name)));
            format!("{one:?} and {two:?} are {:?}, not {said:?}: {keys:?}", pair(one, two))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for said in [Same, Alike, Different] {
        assert!(PAIRS.iter().filter(|pair| pair.2 == said).count() >= 10, "{said:?}");
    }
}

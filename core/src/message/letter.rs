//! A letter: what a message says, read as plain text and as HTML.
//!
//! The words come from [`crate::words`], and the values stand beside them. Every part is written once, in plain words, and
//! escaped for the HTML as a whole: so both texts say the same, and nothing in a value is ever taken for markup.

use std::collections::BTreeMap;

use fluent_bundle::FluentArgs;

use super::LINK;
use super::datum::Datum;
use super::own::{LINK_NAME, OwnText, Piece, paragraphs, pieces};
use crate::error::Params;
use crate::language::Language;
use crate::order::gathered;
use crate::words::{self, Text};

/// The words of one message and the values in them.
#[derive(Debug)]
pub(super) struct Letter {
    language: Language,
    subject: Subject,
    blocks: Vec<Block>,
    values: BTreeMap<&'static str, Datum>,
    /// The same values in words, each on one line.
    said: FluentArgs<'static>,
    /// Whether every text in it has been there in its language.
    whole: bool,
}

/// What stands in the subject.
#[derive(Clone, Debug)]
enum Subject {
    /// A text of ours, said once all values are there.
    Ours(Text),
    /// One of the bank's own, said already.
    Own(String),
}

/// A part of a letter.
#[derive(Clone, Debug)]
enum Block {
    /// Sentences. Ours are one line, a bank's own may be several.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
    /// Somebody's own words, set apart so that nobody takes them for ours.
    Quote(String),
}

/// How one sort of text is written: what stands before and after each part, and between them.
struct Style {
    escape: fn(&str, &mut String),
    paragraph: (&'static str, &'static str),
    between_lines: &'static str,
    list: (&'static str, &'static str),
    entry: (&'static str, &'static str),
    between_entries: &'static str,
    quote: (&'static str, &'static str),
    /// Before every quoted line: otherwise a quote with an empty line in it could go on as if it were the letter.
    quoted: &'static str,
    between_quoted: &'static str,
    between: &'static str,
}

const PLAIN: Style = Style {
    escape: |text, out| out.push_str(text),
    paragraph: ("", ""),
    between_lines: "\n",
    list: ("", ""),
    entry: ("- ", ""),
    between_entries: "\n",
    quote: ("", ""),
    quoted: "> ",
    between_quoted: "\n",
    between: "\n\n",
};

const HTML: Style = Style {
    escape,
    paragraph: ("<p>", "</p>"),
    between_lines: "<br>",
    list: ("<ul>", "</ul>"),
    entry: ("<li>", "</li>"),
    between_entries: "",
    quote: ("<blockquote>", "</blockquote>"),
    quoted: "",
    between_quoted: "<br>",
    between: "\n",
};

impl Letter {
    /// A letter with nothing in it yet.
    pub(super) fn new(language: Language, subject: Text) -> Self {
        let (values, said) = (BTreeMap::new(), FluentArgs::new());
        let whole = words::has(language, subject);
        Self { language, subject: Subject::Ours(subject), blocks: Vec::new(), values, said, whole }
    }

    /// The letter that `write` writes in `language`, or in English if one of its texts is not there in that language yet:
    /// no letter mixes two.
    pub(super) fn whole(language: Language, write: impl Fn(Language) -> Self) -> Self {
        let letter = write(language);
        if letter.whole { letter } else { write(Language::English) }
    }

    /// The language it is written in.
    pub(super) const fn language(&self) -> Language {
        self.language
    }

    /// Gives a value that the letter, or the host, may use.
    pub(super) fn with(mut self, name: &'static str, value: Datum) -> Self {
        self.said.set(name, one_line(&value.words(self.language)));
        self.values.insert(name, value);
        self
    }

    /// Gives text as a value.
    pub(super) fn with_text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Datum::Text(text.into()))
    }

    /// Adds sentences.
    pub(super) fn say(mut self, text: Text) -> Self {
        self.whole &= words::has(self.language, text);
        let paragraph = Block::Paragraph(self.words(text));
        self.blocks.push(paragraph);
        self
    }

    /// Adds a list with one entry a text.
    pub(super) fn list(mut self, texts: &[Text]) -> Self {
        self.whole &= texts.iter().all(|text| words::has(self.language, *text));
        let list = Block::List(texts.iter().map(|text| self.words(*text)).collect());
        self.blocks.push(list);
        self
    }

    /// Adds the value `name` as a list.
    pub(super) fn entries(mut self, name: &str) -> Self {
        let entries = self.values.get(name).map(|value| self.entries_of(value)).unwrap_or_default();
        self.blocks.push(Block::List(entries));
        self
    }

    fn entries_of(&self, value: &Datum) -> Vec<String> {
        value.entries(self.language).iter().map(|entry| one_line(entry)).collect()
    }

    /// Adds somebody's own words as the value `name`, after a line that leads to them; without words, adds nothing.
    pub(super) fn quote(self, lead: Text, name: &'static str, words: Option<&str>) -> Self {
        let Some(words) = words.filter(|words| !words.trim().is_empty()) else { return self };
        let mut letter = self.with_text(name, words).say(lead);
        letter.blocks.push(Block::Quote(words.to_owned()));
        letter
    }

    /// The letter with the bank's own words and the values it has, instead of ours.
    pub(super) fn in_own_words(mut self, own: &OwnText) -> Self {
        let blocks = paragraphs(&own.text).filter_map(|paragraph| self.own_block(&paragraph)).collect();
        self.subject = Subject::Own(self.filled(&own.subject).unwrap_or_default());
        self.blocks = blocks;
        self
    }

    /// A paragraph of a bank's own text; none if one of its placeholders has no value here.
    fn own_block(&self, paragraph: &str) -> Option<Block> {
        let mut all = pieces(paragraph);
        if let (Some(Piece::Placeholder(name)), None) = (all.next(), all.next()) {
            match (name, self.values.get(name)) {
                ("lines", Some(value)) => return Some(Block::List(self.entries_of(value))),
                ("note" | "comment" | "reason", Some(Datum::Text(words))) => {
                    return Some(Block::Quote(words.clone()));
                }
                _ => {}
            }
        }
        self.filled(paragraph).map(Block::Paragraph)
    }

    /// The text with every placeholder filled, in one pass; none if one of them has no value here.
    fn filled(&self, text: &str) -> Option<String> {
        let fill = |piece| match piece {
            Piece::Words(words) => Some(words.into()),
            Piece::Placeholder(LINK_NAME) => Some(LINK.into()),
            Piece::Placeholder(name) => {
                self.values.get(name).map(|value| one_line(&value.words(self.language)).into())
            }
        };
        pieces(text).map(fill).collect::<Option<Vec<std::borrow::Cow<'_, str>>>>().map(|parts| parts.concat())
    }

    /// A text with the values filled in, on one line.
    fn words(&self, text: Text) -> String {
        text.say(self.language, &self.said)
    }

    /// The subject. It is one line: a line break in it would begin another header of the mail.
    pub(super) fn subject(&self) -> String {
        match &self.subject {
            Subject::Ours(text) => self.words(*text),
            Subject::Own(subject) => subject.clone(),
        }
    }

    /// The plain text.
    pub(super) fn text(&self) -> String {
        let mut out = String::with_capacity(PAGE);
        self.render(&PLAIN, &mut out);
        out
    }

    /// The same as HTML: one element, to be sent as it is or put into a page of the host's.
    pub(super) fn html(&self) -> String {
        let mut out = String::with_capacity(PAGE);
        out.push_str("<div lang=\"");
        out.push_str(self.language.tag());
        out.push_str("\">\n");
        self.render(&HTML, &mut out);
        out.push_str("\n</div>");
        out
    }

    /// The values, as they were given.
    pub(super) fn data(&self) -> Params {
        gathered(self.values.iter().map(|(name, value)| ((*name).to_owned(), value.json())))
    }

    fn render(&self, style: &Style, out: &mut String) {
        each_between(&self.blocks, style.between, out, |block, out| render_block(block, style, out));
    }
}

fn render_block(block: &Block, style: &Style, out: &mut String) {
    match block {
        Block::Paragraph(words) => within(style.paragraph, out, |out| {
            each_between(words.lines(), style.between_lines, out, |line, out| (style.escape)(line, out));
        }),
        Block::List(entries) => within(style.list, out, |out| {
            each_between(entries, style.between_entries, out, |entry, out| {
                within(style.entry, out, |out| (style.escape)(entry, out));
            });
        }),
        Block::Quote(words) => within(style.quote, out, |out| {
            each_between(words.trim().lines(), style.between_quoted, out, |line, out| {
                let line = format!("{}{}", style.quoted, printable(line));
                // An empty line is marked without a space behind the mark.
                (style.escape)(if style.quoted.is_empty() { &line } else { line.trim_end() }, out);
            });
        }),
    }
}

/// Room for a text: most fit, and are then written without moving.
const PAGE: usize = 512;

/// Writes something between an opening and a closing.
fn within((opening, closing): (&str, &str), out: &mut String, write: impl FnOnce(&mut String)) {
    out.push_str(opening);
    write(out);
    out.push_str(closing);
}

/// Writes each with `between` between them.
fn each_between<T>(
    all: impl IntoIterator<Item = T>,
    between: &str,
    out: &mut String,
    write: impl Fn(T, &mut String),
) {
    for (n, one) in all.into_iter().enumerate() {
        if n > 0 {
            out.push_str(between);
        }
        write(one, out);
    }
}

/// The text with white space and control characters collapsed to single spaces. Names are checked when they come in;
/// this holds for those that came in some other way.
fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    each_between(words, " ", &mut out, |word, out| out.push_str(word));
    no_link(out)
}

/// The text with a character that nobody sees (U+2060, a word joiner) in everything that reads like the place of the link,
/// so that the link is never put in the place of a name. It looks as it did.
fn no_link(text: String) -> String {
    if text.contains(LINK) { text.replace(LINK, "{\u{2060}link}") } else { text }
}

/// The text with a space for every control character.
fn printable(text: &str) -> String {
    no_link(text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect())
}

/// Writes the text with the five characters that mean something in HTML written out; safe in elements and quoted
/// attributes.
pub(super) fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        // All five are one byte long.
        let (special, after) = special.split_at(1);
        out.push_str(match special {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            _ => "&#39;",
        });
        rest = after;
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::text;

    fn letter() -> Letter {
        Letter::new(Language::English, text!("signature"))
    }

    #[test]
    fn all_five_characters_are_escaped() {
        let mut out = String::new();
        escape(r#"<a href="x" b='y'>&amp;"#, &mut out);
        assert_eq!(out, "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;");
    }

    #[test]
    fn a_value_is_never_taken_for_a_template_or_for_markup() {
        let letter = letter()
            .with_text("bank", "{ $partner } & <b> { -term }")
            .with_text("partner", "secret")
            .say(text!("signature"))
            .entries("bank")
            .quote(text!("comment_lead"), "comment", Some("<script>{b}</script>"));
        let bank = "{ $partner } & <b> { -term }";
        assert_eq!(letter.subject(), bank);
        assert_eq!(
            letter.text(),
            format!("{bank}\n\n- {bank}\n\nWith the comment:\n\n> <script>{{b}}</script>")
        );
        let bank = "{ $partner } &amp; &lt;b&gt; { -term }";
        assert_eq!(
            letter.html(),
            format!(
                "<div lang=\"en\">\n<p>{bank}</p>\n<ul><li>{bank}</li></ul>\n<p>With the comment:</p>\n\
                 <blockquote>&lt;script&gt;{{b}}&lt;/script&gt;</blockquote>\n</div>"
            )
        );
    }

    #[test]
    fn a_value_cannot_break_a_line_outside_a_quote() {
        let letter = letter()
            .with_text("bank", "Ann\r\nBcc: all@example.org\u{2028}x\u{0}\u{85}y\t z")
            .say(text!("signature"));
        assert_eq!(letter.subject(), "Ann Bcc: all@example.org x y z");
        assert_eq!(letter.text(), letter.subject());
    }

    #[test]
    fn a_quote_keeps_its_lines_and_every_one_is_marked() {
        let note = "one\r\n\r\ntwo\u{7}\rthree\n";
        let letter = letter().quote(text!("comment_lead"), "comment", Some(note));
        assert_eq!(letter.text(), "With the comment:\n\n> one\n>\n> two  three");
        assert!(letter.html().contains("<blockquote>one<br><br>two  three</blockquote>"));
    }

    #[test]
    fn nothing_in_a_value_is_taken_for_the_place_of_the_link() {
        let name = "A {link} B";
        let ours = letter()
            .with_text("bank", name)
            .say(text!("signature"))
            .say(text!("invitation_link"))
            .quote(text!("comment_lead"), "comment", Some(name));
        let own = OwnText { subject: "{bank}".to_owned(), text: "{bank} {link}\n\n{comment}".to_owned() };
        for letter in
            [ours.in_own_words(&own), letter().with_text("bank", name).say(text!("invitation_link"))]
        {
            assert_eq!(letter.text().matches(LINK).count(), 1, "{}", letter.text());
            assert_eq!(letter.html().matches(LINK).count(), 1, "{}", letter.html());
        }
    }

    #[test]
    fn a_bank_s_own_text_is_filled_in_one_pass_and_escaped() {
        let own = OwnText {
            subject: "{bank}".to_owned(),
            text: "<b>{bank}</b>\nand {comment}\n\n{reason}\n\n{comment}\n\n{bank}: {link}".to_owned(),
        };
        let letter = letter()
            .with_text("bank", "{comment} & {bank}\n")
            .quote(text!("comment_lead"), "comment", Some("one\n\ntwo"))
            .in_own_words(&own);
        assert_eq!(letter.subject(), "{comment} & {bank}");
        assert_eq!(
            letter.text(),
            "<b>{comment} & {bank}</b>\nand one two\n\n> one\n>\n> two\n\n{comment} & {bank}: {link}"
        );
        assert_eq!(
            letter.html(),
            "<div lang=\"en\">\n<p>&lt;b&gt;{comment} &amp; {bank}&lt;/b&gt;<br>and one two</p>\n\
             <blockquote>one<br><br>two</blockquote>\n<p>{comment} &amp; {bank}: {link}</p>\n</div>"
        );
    }

    #[test]
    fn a_letter_that_is_not_whole_in_a_language_comes_in_english() {
        let write =
            |text| move |language| Letter::new(language, text!("signature")).with_text("bank", "B").say(text);
        let (there, missing) = (text!("questions"), text!("import_empty"));
        assert!(words::has(Language::French, there) && !words::has(Language::French, missing));
        assert_eq!(Letter::whole(Language::French, write(there)).language(), Language::French);
        let english = Letter::whole(Language::French, write(missing));
        assert_eq!(english.language(), Language::English);
        assert_eq!(english.html(), write(missing)(Language::English).html());
        let listed = |language| Letter::new(language, text!("signature")).list(&[missing]);
        assert_eq!(Letter::whole(Language::French, listed).language(), Language::English);
        let headed = |language| Letter::new(language, missing);
        assert_eq!(Letter::whole(Language::French, headed).language(), Language::English);
    }

    #[test]
    fn without_words_there_is_no_quote() {
        for words in [None, Some(""), Some(" \n ")] {
            let letter =
                letter().say(text!("distribution_lines")).quote(text!("comment_lead"), "comment", words);
            assert_eq!(letter.text(), "The items:");
            assert!(letter.data().is_empty());
        }
    }
}

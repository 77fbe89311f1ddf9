//! A letter: what a message says, written once, read as plain text and as HTML.
//!
//! The words are templates with `{name}` placeholders, and the values stand beside them. Both texts are rendered from
//! the same blocks and the same values, so they cannot differ, and no value can be said that is not in the data.

use std::collections::BTreeMap;

use super::datum::Datum;
use crate::error::Params;

/// The words of one message and the values in them.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    subject: &'static str,
    blocks: Vec<Block>,
    values: BTreeMap<&'static str, Datum>,
}

/// A part of a letter.
#[derive(Clone, Debug)]
enum Block {
    /// Sentences.
    Paragraph(&'static str),
    /// A list with one entry a template.
    List(&'static [&'static str]),
    /// The value with this name as a list.
    Entries(&'static str),
    /// The value with this name as somebody's own words, set apart so that nobody takes them for ours.
    Quote(&'static str),
}

/// How one sort of text is written: what stands before and after each part, and between them.
struct Style {
    escape: fn(&str, &mut String),
    paragraph: (&'static str, &'static str),
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
    pub(super) const fn new(subject: &'static str) -> Self {
        Self { subject, blocks: Vec::new(), values: BTreeMap::new() }
    }

    /// Gives a value that the letter, or the host, may use.
    pub(super) fn with(mut self, name: &'static str, value: Datum) -> Self {
        self.values.insert(name, value);
        self
    }

    /// Gives text as a value.
    pub(super) fn with_text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Datum::Text(text.into()))
    }

    /// Adds sentences.
    pub(super) fn say(mut self, template: &'static str) -> Self {
        self.blocks.push(Block::Paragraph(template));
        self
    }

    /// Adds a list with one entry a template.
    pub(super) fn list(mut self, templates: &'static [&'static str]) -> Self {
        self.blocks.push(Block::List(templates));
        self
    }

    /// Adds the value `name` as a list.
    pub(super) fn entries(mut self, name: &'static str) -> Self {
        self.blocks.push(Block::Entries(name));
        self
    }

    /// Adds somebody's own words as the value `name`, after a line that leads to them; without words, adds nothing.
    pub(super) fn quote(mut self, lead: &'static str, name: &'static str, words: Option<&str>) -> Self {
        let Some(words) = words.filter(|words| !words.trim().is_empty()) else { return self };
        self.blocks.extend([Block::Paragraph(lead), Block::Quote(name)]);
        self.with_text(name, words)
    }

    /// The subject. Filling keeps it one line: a line break in it would begin another header of the mail.
    pub(super) fn subject(&self) -> String {
        let mut out = String::with_capacity(LINE);
        self.fill(self.subject, &PLAIN, &mut out);
        out
    }

    /// The plain text.
    pub(super) fn text(&self) -> String {
        let mut out = String::with_capacity(PAGE);
        self.render(&PLAIN, &mut out);
        out
    }

    /// The same as HTML: one element, to be sent as it is or put into a page of the host's.
    pub(super) fn html(&self, language: &str) -> String {
        let mut out = String::with_capacity(PAGE);
        out.push_str("<div lang=\"");
        escape(language, &mut out);
        out.push_str("\">\n");
        self.render(&HTML, &mut out);
        out.push_str("\n</div>");
        out
    }

    /// The values, as they were given.
    pub(super) fn data(&self) -> Params {
        self.values.iter().map(|(name, value)| ((*name).to_owned(), value.json())).collect()
    }

    fn render(&self, style: &Style, out: &mut String) {
        each_between(&self.blocks, style.between, out, |block, out| self.block(block, style, out));
    }

    fn block(&self, block: &Block, style: &Style, out: &mut String) {
        match block {
            Block::Paragraph(template) => within(style.paragraph, out, |out| self.fill(template, style, out)),
            Block::List(templates) => within(style.list, out, |out| {
                each_between(*templates, style.between_entries, out, |template, out| {
                    within(style.entry, out, |out| self.fill(template, style, out));
                });
            }),
            Block::Entries(name) => within(style.list, out, |out| {
                let entries = self.values.get(name).map(Datum::entries).unwrap_or_default();
                each_between(&entries, style.between_entries, out, |entry, out| {
                    within(style.entry, out, |out| one_line(entry, style, out));
                });
            }),
            Block::Quote(name) => within(style.quote, out, |out| {
                let words = self.values.get(name).map(Datum::words).unwrap_or_default();
                each_between(words.trim().lines(), style.between_quoted, out, |line, out| {
                    let line = format!("{}{}", style.quoted, printable(line));
                    // An empty line is marked without a space behind the mark.
                    (style.escape)(if style.quoted.is_empty() { &line } else { line.trim_end() }, out);
                });
            }),
        }
    }

    /// Fills the placeholders once, each with one line: braces within a value are left alone. A name without a value
    /// stays as it is.
    fn fill(&self, template: &str, style: &Style, out: &mut String) {
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            (style.escape)(before, out);
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            match self.values.get(name) {
                Some(value) => one_line(&value.words(), style, out),
                None => one_line(&format!("{{{name}}}"), style, out),
            }
            rest = tail;
        }
        (style.escape)(rest, out);
    }
}

/// Room for a subject, and for a text: most fit, and are then written without moving.
const LINE: usize = 128;
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

/// Writes the text with white space and control characters collapsed to single spaces. Names are checked when they come
/// in; this holds for those that came in some other way.
fn one_line(text: &str, style: &Style, out: &mut String) {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    each_between(words, " ", out, |word, out| (style.escape)(word, out));
}

/// The text with a space for every control character.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
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

    #[test]
    fn all_five_characters_are_escaped() {
        let mut out = String::new();
        escape(r#"<a href="x" b='y'>&amp;"#, &mut out);
        assert_eq!(out, "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;");
    }

    #[test]
    fn a_value_is_never_taken_for_a_template_or_for_markup() {
        let letter = Letter::new("{a}")
            .with_text("a", "{b} <b>")
            .with_text("b", "secret")
            .say("{a} & co")
            .entries("a")
            .quote("So:", "c", Some("<script>{b}</script>"));
        assert_eq!(letter.subject(), "{b} <b>");
        assert_eq!(letter.text(), "{b} <b> & co\n\n- {b} <b>\n\nSo:\n\n> <script>{b}</script>");
        assert_eq!(
            letter.html("en"),
            "<div lang=\"en\">\n<p>{b} &lt;b&gt; &amp; co</p>\n<ul><li>{b} &lt;b&gt;</li></ul>\n<p>So:</p>\n\
             <blockquote>&lt;script&gt;{b}&lt;/script&gt;</blockquote>\n</div>"
        );
    }

    #[test]
    fn a_value_cannot_break_a_line_outside_a_quote() {
        let letter = Letter::new("Hello {a}")
            .with_text("a", "Ann\r\nBcc: all@example.org\u{2028}x\u{0}\u{85}y\t z")
            .say("{a}");
        assert_eq!(letter.subject(), "Hello Ann Bcc: all@example.org x y z");
        assert_eq!(letter.text(), "Ann Bcc: all@example.org x y z");
    }

    #[test]
    fn a_quote_keeps_its_lines_and_every_one_is_marked() {
        let letter = Letter::new("").quote("They say:", "note", Some("one\r\n\r\ntwo\u{7}\rthree\n"));
        assert_eq!(letter.text(), "They say:\n\n> one\n>\n> two  three");
        assert!(letter.html("en").contains("<blockquote>one<br><br>two  three</blockquote>"));
    }

    #[test]
    fn without_words_there_is_no_quote() {
        for words in [None, Some(""), Some(" \n ")] {
            let letter = Letter::new("").say("Hello").quote("They say:", "note", words);
            assert_eq!(letter.text(), "Hello");
            assert!(letter.data().is_empty());
        }
    }
}

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

/// How one sort of text is written.
struct Style {
    escape: fn(&str) -> String,
    paragraph: fn(&str) -> String,
    list: fn(&[String]) -> String,
    quote: fn(&[String]) -> String,
    between: &'static str,
}

const PLAIN: Style = Style {
    escape: str::to_owned,
    paragraph: str::to_owned,
    list: |entries| entries.iter().map(|entry| format!("- {entry}")).collect::<Vec<_>>().join("\n"),
    // Marked line by line: otherwise a quote with an empty line in it could go on as if it were the letter.
    quote: |lines| {
        lines.iter().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    },
    between: "\n\n",
};

const HTML: Style = Style {
    escape,
    paragraph: |text| format!("<p>{text}</p>"),
    list: |entries| {
        let entries: String = entries.iter().map(|entry| format!("<li>{entry}</li>")).collect();
        format!("<ul>{entries}</ul>")
    },
    quote: |lines| format!("<blockquote>{}</blockquote>", lines.join("<br>")),
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
        self.fill(self.subject, &PLAIN)
    }

    /// The plain text.
    pub(super) fn text(&self) -> String {
        self.render(&PLAIN)
    }

    /// The same as HTML: one element, to be sent as it is or put into a page of the host's.
    pub(super) fn html(&self, language: &str) -> String {
        format!("<div lang=\"{}\">\n{}\n</div>", escape(language), self.render(&HTML))
    }

    /// The values, as they were given.
    pub(super) fn data(&self) -> Params {
        self.values.iter().map(|(name, value)| ((*name).to_owned(), value.json())).collect()
    }

    fn render(&self, style: &Style) -> String {
        self.blocks.iter().map(|block| self.block(block, style)).collect::<Vec<_>>().join(style.between)
    }

    fn block(&self, block: &Block, style: &Style) -> String {
        match block {
            Block::Paragraph(template) => (style.paragraph)(&self.fill(template, style)),
            Block::List(templates) => {
                let entries: Vec<_> = templates.iter().map(|template| self.fill(template, style)).collect();
                (style.list)(&entries)
            }
            Block::Entries(name) => {
                let entries = self.values.get(name).map(Datum::entries).unwrap_or_default();
                let entries: Vec<_> = entries.iter().map(|entry| (style.escape)(&one_line(entry))).collect();
                (style.list)(&entries)
            }
            Block::Quote(name) => {
                let words = self.values.get(name).map(Datum::words).unwrap_or_default();
                let lines: Vec<_> =
                    words.trim().lines().map(|line| (style.escape)(&printable(line))).collect();
                (style.quote)(&lines)
            }
        }
    }

    /// Fills the placeholders once, each with one line: braces within a value are left alone. A name without a value
    /// stays as it is.
    fn fill(&self, template: &str, style: &Style) -> String {
        let mut out = String::with_capacity(template.len() * 2);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(&(style.escape)(before));
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            let value = self.values.get(name).map_or_else(|| format!("{{{name}}}"), Datum::words);
            out.push_str(&(style.escape)(&one_line(&value)));
            rest = tail;
        }
        out.push_str(&(style.escape)(rest));
        out
    }
}

/// The text with white space and control characters collapsed to single spaces. Names are checked when they come in;
/// this holds for those that came in some other way.
fn one_line(text: &str) -> String {
    printable(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with a space for every control character.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The text with the five characters that mean something in HTML written out; safe in elements and quoted attributes.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_five_characters_are_escaped() {
        assert_eq!(
            escape(r#"<a href="x" b='y'>&amp;"#),
            "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;"
        );
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

//! Text for people. Nothing reaches a terminal but through here.
//!
//! Colours are put in where text is written and taken out again where nobody sees them (no terminal, `NO_COLOR`). What
//! comes from users is written with its control characters shown instead of obeyed.

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use comfy_table::{
    Attribute, Cell as TableCell, Color, ColumnConstraint, ContentArrangement, Table, TableComponent, presets,
};

/// Below this many characters a terminal's width is not believed.
const NARROWEST: u16 = 40;

/// How something is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// As it is.
    Plain,
    /// Important.
    Strong,
    /// Good news.
    Good,
    /// To look at.
    Warn,
    /// Bad news.
    Bad,
    /// Beside the point.
    Dim,
}

impl Ink {
    fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Good => AnsiColor::Green.on_default(),
            Self::Warn => AnsiColor::Yellow.on_default(),
            Self::Bad => AnsiColor::Red.on_default(),
            Self::Dim => Style::new().dimmed(),
        }
    }
}

/// One cell of a table.
pub struct Cell {
    text: String,
    ink: Ink,
}

impl Cell {
    /// A cell in some ink.
    pub fn new(ink: Ink, text: impl ToString) -> Self {
        Self { text: text.to_string(), ink }
    }
}

impl<T: ToString> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::new(Ink::Plain, text)
    }
}

/// Text that is being written.
pub struct Paper {
    text: String,
    /// Whether a person looks: then tables have lines and fit the window.
    is_terminal: bool,
    to_stderr: bool,
}

impl Paper {
    /// Text for standard output.
    pub fn for_stdout() -> Self {
        Self { text: String::new(), is_terminal: std::io::stdout().is_terminal(), to_stderr: false }
    }

    /// Text for standard error.
    pub fn for_stderr() -> Self {
        Self { text: String::new(), is_terminal: std::io::stderr().is_terminal(), to_stderr: true }
    }

    /// One line.
    pub fn line(&mut self, ink: Ink, text: &str) {
        let style = ink.style();
        self.text.push_str(&format!("{style}{}{style:#}\n", shown(text)));
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A text of several lines, indented.
    pub fn block(&mut self, text: &str) {
        for line in text.lines() {
            self.line(Ink::Plain, &format!("    {line}"));
        }
    }

    /// What something is called, and what it is; nothing where there is nothing to say.
    pub fn pair(&mut self, name: &str, value: impl ToString) {
        let (value, dim) = (value.to_string(), Ink::Dim.style());
        if !value.is_empty() {
            let name = format!("{name}:");
            self.text.push_str(&format!("  {dim}{name:<28}{dim:#} {}\n", shown(&value)));
        }
    }

    /// A table.
    pub fn table(&mut self, headers: &[&str], rows: Vec<Vec<Cell>>) {
        let mut table = Table::new();
        if self.to_stderr {
            table.use_stderr();
        }
        if self.is_terminal {
            table.load_preset(presets::UTF8_HORIZONTAL_ONLY);
            table.remove_style(TableComponent::HorizontalLines);
            table.remove_style(TableComponent::MiddleIntersections);
            // Some terminals do not know how wide they are; a table squeezed into nothing is no table.
            if table.width().is_some_and(|width| width >= NARROWEST) {
                table.set_content_arrangement(ContentArrangement::Dynamic);
            }
        } else {
            table.load_preset(presets::NOTHING).force_no_tty();
        }
        let header = |name: &&str| TableCell::new(name).add_attribute(Attribute::Bold);
        table.set_header(headers.iter().map(header).collect::<Vec<_>>());
        for row in rows {
            table.add_row(row.into_iter().map(table_cell).collect::<Vec<_>>());
        }
        // Ids are there to be copied, so they stay whole.
        let whole = |(at, name): (usize, &&str)| (*name == "id").then_some(at);
        for column in headers.iter().enumerate().filter_map(whole) {
            if let Some(column) = table.column_mut(column) {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        for line in table.to_string().lines() {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// Writes it to standard output.
    pub fn print(self) -> std::io::Result<()> {
        let mut out = anstream::stdout().lock();
        out.write_all(self.text.as_bytes())?;
        out.flush()
    }

    /// Writes it to standard error.
    pub fn print_to_stderr(self) -> std::io::Result<()> {
        anstream::stderr().lock().write_all(self.text.as_bytes())
    }
}

fn table_cell(cell: Cell) -> TableCell {
    let table_cell = TableCell::new(shown(&cell.text));
    match cell.ink {
        Ink::Plain => table_cell,
        Ink::Strong => table_cell.add_attribute(Attribute::Bold),
        Ink::Good => table_cell.fg(Color::DarkGreen),
        Ink::Warn => table_cell.fg(Color::DarkYellow),
        Ink::Bad => table_cell.fg(Color::DarkRed),
        Ink::Dim => table_cell.add_attribute(Attribute::Dim),
    }
}

/// `text` with everything a terminal would obey shown instead: control characters, and those that turn the direction of
/// writing around.
pub fn shown(text: &str) -> String {
    let turns = |c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || turns(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert_eq!(shown("Food\u{1b}[31m\r\nBank\u{202e}"), "Food\\u{1b}[31m\\u{d}\\u{a}Bank\\u{202e}");
        assert_eq!(shown("Moisson Québec – ñ"), "Moisson Québec – ñ");
    }
}

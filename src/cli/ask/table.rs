//! Tables that fit the terminal, and as CSV.

use std::io::IsTerminal;

use comfy_table::{ContentArrangement, LineStyle, Table as Grid, presets};
use ratatui::crossterm::terminal;

/// The width if there is no terminal and the environment names none.
const DEFAULT_WIDTH: u16 = 80;

/// The line that the table draws between rows; notes take its place.
const BETWEEN_ROWS: char = '\u{E000}';

/// How an answer is printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paper {
    /// In columns of the terminal.
    pub(super) width: u16,
    /// Whether the reader sees colors.
    is_colored: bool,
}

impl Paper {
    /// The terminal; a pipe has the width that the environment names in `COLUMNS`, and no colors.
    pub(super) fn of_output() -> Self {
        let is_terminal = std::io::stdout().is_terminal();
        let of_terminal = terminal::size().ok().map(|(width, _)| width).filter(|_| is_terminal);
        let named = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = named.or(of_terminal).unwrap_or(DEFAULT_WIDTH).clamp(40, 400);
        let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self { width, is_colored: is_terminal && !is_plain }
    }

    /// Bold on a terminal with colors.
    pub(super) fn bold(self, text: &str) -> String {
        self.styled(text, "\u{1b}[1m")
    }

    /// Gray on a terminal with colors.
    pub(super) fn gray(self, text: &str) -> String {
        self.styled(text, "\u{1b}[90m")
    }

    fn styled(self, text: &str, code: &str) -> String {
        if self.is_colored && !text.is_empty() { format!("{code}{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// A table with a line of titles, whose rows may be followed by notes.
#[derive(Debug, Default)]
pub(super) struct Table {
    columns: Vec<String>,
    rows: Vec<(Vec<String>, Vec<String>)>,
}

impl Table {
    pub(super) fn new(columns: &[&str]) -> Self {
        Self { columns: columns.iter().map(|&column| column.to_owned()).collect(), rows: Vec::new() }
    }

    pub(super) fn add(&mut self, cells: Vec<String>) {
        self.rows.push((cells, Vec::new()));
    }

    /// Adds a row with lines under it, which are printed as they are.
    pub(super) fn add_with_notes(&mut self, cells: Vec<String>, notes: Vec<String>) {
        self.rows.push((cells, notes));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// As text in the width of the paper. Columns in which nothing stands are left out.
    pub(super) fn as_text(&self, paper: Paper) -> String {
        let is_used = |at: &usize| self.rows.iter().any(|(cells, _)| !cells[*at].is_empty());
        let used: Vec<usize> = (0..self.columns.len()).filter(is_used).collect();
        let mut grid = Grid::new();
        grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(paper.width);
        let line = LineStyle::none().fill(BETWEEN_ROWS);
        grid.load_style(presets::NOTHING);
        (grid.style_mut().header_separator, grid.style_mut().row_separator) = (line, line);
        grid.set_header(used.iter().map(|&at| self.columns[at].as_str()));
        for (cells, _) in &self.rows {
            grid.add_row(used.iter().map(|&at| cells[at].as_str()));
        }
        for column in grid.column_iter_mut() {
            column.set_padding((0, 2));
        }
        let mut text = String::new();
        let mut notes = self.rows.iter().map(|(_, notes)| notes.as_slice());
        let mut is_header = true;
        let lines: Vec<String> = grid.lines().map(|line| line.trim_end().to_owned()).collect();
        for line in lines {
            if line.starts_with(BETWEEN_ROWS) {
                if !is_header {
                    add_notes(&mut text, notes.next().unwrap_or_default());
                }
                is_header = false;
            } else {
                text.push_str(&if is_header { paper.bold(&line) } else { line });
                text.push('\n');
            }
        }
        add_notes(&mut text, notes.next().unwrap_or_default());
        text
    }

    /// As CSV (RFC 4180), without the notes.
    pub(super) fn as_csv(&self) -> String {
        let mut text = String::new();
        for cells in std::iter::once(&self.columns).chain(self.rows.iter().map(|(cells, _)| cells)) {
            let fields: Vec<String> = cells.iter().map(|cell| csv_field(cell)).collect();
            text.push_str(&fields.join(","));
            text.push_str("\r\n");
        }
        text
    }
}

fn add_notes(text: &mut String, notes: &[String]) {
    for note in notes {
        text.push_str(note);
        text.push('\n');
    }
}

/// A field, in quotation marks if it needs them.
fn csv_field(field: &str) -> String {
    if field.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(&["When", "Whom", "Where"]);
        table.add_with_notes(
            vec!["5 March 2024".to_owned(), "Rosa \"R\" Quispe".to_owned(), String::new()],
            vec!["  a: why".to_owned()],
        );
        table.add(vec!["2021".to_owned(), "Tika Oli, and others".to_owned(), String::new()]);
        table
    }

    #[test]
    fn notes_stand_under_their_rows_and_empty_columns_are_left_out() {
        let text = table().as_text(Paper { width: 60, is_colored: false });
        let expected =
            "When          Whom\n5 March 2024  Rosa \"R\" Quispe\n  a: why\n2021          Tika Oli, and others\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_narrow_table_wraps_its_cells() {
        let text = table().as_text(Paper { width: 30, is_colored: false });
        assert!(text.lines().all(|line| line.chars().count() <= 30), "{text}");
        assert!(text.contains("and"), "{text}");
    }

    #[test]
    fn csv_quotes_what_needs_it() {
        let expected =
            "When,Whom,Where\r\n5 March 2024,\"Rosa \"\"R\"\" Quispe\",\r\n2021,\"Tika Oli, and others\",\r\n";
        assert_eq!(table().as_csv(), expected);
    }
}

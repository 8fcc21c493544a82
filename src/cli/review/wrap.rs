//! Wraps styled text.
//!
//! Widths are those of the buffer of ratatui, which draws the lines, and spans keep their styles; wrappers of plain
//! text would need both mapped back.

use ratatui::buffer::CellWidth;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Width of the text in terminal columns.
pub(super) fn width(text: &str) -> usize {
    Span::raw(text).styled_graphemes(Style::new()).map(|grapheme| usize::from(grapheme.symbol.cell_width())).sum()
}

/// The text if it fits into `columns`, otherwise its beginning with "…".
pub(super) fn shortened(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut short = String::new();
    for grapheme in Span::raw(text).styled_graphemes(Style::new()) {
        if width(&short) + usize::from(grapheme.symbol.cell_width()) + 1 > columns {
            break;
        }
        short.push_str(grapheme.symbol);
    }
    if columns > 0 { short + "…" } else { short }
}

/// The text in lines of at most `columns` columns; all but the first are indented by `indent`.
///
/// Lines break at spaces and next to characters that are two columns wide, because Chinese and Japanese have no spaces.
/// A word longer than a line breaks at the end of the line.
pub(super) fn wrapped(spans: &[Span<'_>], columns: usize, indent: usize) -> Vec<Line<'static>> {
    let indent = if indent + 1 < columns { indent } else { 0 };
    let mut wrapper = Wrapper { columns: columns.max(2), indent, lines: Vec::new(), line: Vec::new(), used: 0 };
    for grapheme in spans.iter().flat_map(|span| span.styled_graphemes(Style::new())) {
        wrapper.push(Cell {
            symbol: grapheme.symbol.to_owned(),
            style: grapheme.style,
            width: usize::from(grapheme.symbol.cell_width()),
        });
    }
    wrapper.finish()
}

struct Cell {
    symbol: String,
    style: Style,
    width: usize,
}

impl Cell {
    fn is_space(&self) -> bool {
        self.symbol == " "
    }
}

struct Wrapper {
    columns: usize,
    indent: usize,
    lines: Vec<Line<'static>>,
    line: Vec<Cell>,
    used: usize,
}

impl Wrapper {
    fn push(&mut self, cell: Cell) {
        while self.used + cell.width > self.columns && !self.is_new() {
            if cell.is_space() {
                self.end_line(self.line.len());
                return;
            }
            self.end_line(self.last_break(&cell));
        }
        self.used += cell.width;
        self.line.push(cell);
    }

    /// Whether the line has only its indent.
    fn is_new(&self) -> bool {
        self.line.len() <= if self.lines.is_empty() { 0 } else { self.indent }
    }

    /// Number of cells that stay on the line if `next` does not fit. The sign of an entry, which takes the place of the
    /// indent, is never left alone.
    fn last_break(&self, next: &Cell) -> usize {
        let may_break = |at: usize| {
            let after = self.line.get(at).unwrap_or(next);
            let before = &self.line[at - 1];
            before.is_space() || before.width > 1 || after.width > 1
        };
        let is_blank = |at: usize| self.line[..at].iter().all(Cell::is_space);
        let mut places = (self.indent + 1..=self.line.len()).rev();
        places.find(|&at| may_break(at) && !is_blank(at)).unwrap_or(self.line.len())
    }

    fn end_line(&mut self, count: usize) {
        let rest = self.line.split_off(count);
        while self.line.last().is_some_and(Cell::is_space) {
            self.line.pop();
        }
        self.lines.push(joined(&self.line));
        self.line = (0..self.indent).map(|_| Cell { symbol: " ".into(), style: Style::new(), width: 1 }).collect();
        self.line.extend(rest);
        self.used = self.line.iter().map(|cell| cell.width).sum();
    }

    fn finish(mut self) -> Vec<Line<'static>> {
        if !self.line.iter().all(Cell::is_space) || self.lines.is_empty() {
            self.lines.push(joined(&self.line));
        }
        self.lines
    }
}

/// The cells as a line, with one span for each run of equal style.
fn joined(cells: &[Cell]) -> Line<'static> {
    let runs = cells.chunk_by(|a, b| a.style == b.style);
    runs.map(|run| Span::styled(run.iter().map(|cell| cell.symbol.as_str()).collect::<String>(), run[0].style))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(text: &str, columns: usize, indent: usize) -> Vec<String> {
        wrapped(&[Span::raw(text)], columns, indent).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_are_indented() {
        assert_eq!(lines("= Ana Quispe Mamani de Puno", 12, 2), ["= Ana Quispe", "  Mamani de", "  Puno"]);
        assert_eq!(lines("", 12, 2), [""]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken() {
        assert_eq!(lines("= Kohtla-Järvelinnavalitsus", 10, 2), ["= Kohtla-J", "  ärvelinn", "  avalitsu", "  s"]);
    }

    #[test]
    fn wide_characters_count_twice_and_break_anywhere() {
        assert_eq!(width("吳敏"), 4);
        assert_eq!(lines("利馬市衛生部長吳敏", 7, 0), ["利馬市", "衛生部", "長吳敏"]);
    }

    #[test]
    fn marks_stay_with_their_letter() {
        assert_eq!(width("Ju\u{308}ri"), 4);
        assert_eq!(lines("Ju\u{308}ri", 2, 0), ["Ju\u{308}", "ri"]);
    }

    #[test]
    fn styles_are_kept_across_lines() {
        let bold = Style::new().bold();
        let lines = wrapped(&[Span::raw("met "), Span::styled("Ana Quispe", bold), Span::raw(" today")], 8, 0);
        let styles: Vec<Vec<bool>> =
            lines.iter().map(|line| line.spans.iter().map(|span| span.style == bold).collect()).collect();
        assert_eq!(styles, [vec![false, true], vec![true], vec![false]]);
    }

    #[test]
    fn a_shortened_text_says_so() {
        assert_eq!(shortened("Ana Quispe", 10), "Ana Quispe");
        assert_eq!(shortened("Ana Quispe", 6), "Ana Q…");
        assert_eq!(shortened("利馬市", 4), "利…");
        assert_eq!(shortened("Ana", 0), "");
    }

    proptest! {
        #[test]
        fn every_line_fits_and_no_word_is_lost(text in "[a-z吳敏é ]{0,60}", columns in 2usize..30, indent in 0usize..5) {
            let lines = lines(&text, columns, indent);
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert!(lines.iter().all(|line| width(line) <= columns));
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}

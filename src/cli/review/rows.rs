//! Lays out a case as rows of two columns.

use ratatui::text::{Line, Span};
use whomet::resolution::{Passage, Reason, ReviewCase, Side};

use super::palette::Palette;
use super::safe::harmless;
use super::sides::{self, Aligned, Entry, Mark};
use super::wrap::{width, wrapped};

/// Number of other names with a row of their own. The rest follows in one paragraph, so that an organization with fifty
/// spellings does not push its passages off the screen.
const NAMES: usize = 6;

/// Width of the bar of a reason.
const BAR: usize = 10;

/// A row of the screen.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Row {
    /// The title of a part of the case, with a note.
    Heading(&'static str, String),
    /// A line across both columns.
    Across(Line<'static>),
    /// A line of each side.
    Columns(Line<'static>, Line<'static>),
}

/// Lays out cases.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    /// Width of each side, in terminal columns.
    pub(super) column: usize,
    /// Width of the screen, in terminal columns.
    pub(super) width: usize,
    /// Colors.
    pub(super) palette: Palette,
}

impl Layout {
    /// All rows of a case, top first.
    pub(super) fn rows(self, case: &ReviewCase) -> Vec<Row> {
        let (left, right) = (&case.left, &case.right);
        let mut rows = self.heads(left, right);
        let names = sides::names(left, right);
        let facts = sides::facts(left, right);
        self.part(&mut rows, "other names", &legend(&[Mark::Shared, Mark::Alone]), self.names(&names));
        self.part(&mut rows, "facts", &legend(&Mark::ALL), facts.iter().flat_map(|row| self.aligned(*row)).collect());
        let reasons = case.comparison.reasons.iter().flat_map(|reason| self.reason(reason)).collect();
        self.part(&mut rows, "reasons", "+ for, - against; one bit makes it twice as likely", reasons);
        self.part(&mut rows, "passages", "", self.passages(left, right));
        rows
    }

    fn part(self, rows: &mut Vec<Row>, title: &'static str, note: &str, part: Vec<Row>) {
        if !part.is_empty() {
            rows.push(Row::Heading(title, note.to_owned()));
            rows.extend(part);
        }
    }

    /// Names, types, numbers of articles and keys of the two sides.
    fn heads(self, left: &Side, right: &Side) -> Vec<Row> {
        let name = if sides::is_equal(&left.name, &right.name) { Mark::Shared } else { Mark::Alone };
        let class = if left.entity_type == right.entity_type { Mark::Shared } else { Mark::Other };
        let name = |side: &Side| self.entry(name, vec![Span::styled(harmless(&side.name), self.palette.name())]);
        let class = |side: &Side| {
            let articles = if side.documents == 1 { "article" } else { "articles" };
            let of_type = Span::styled(side.entity_type.as_str(), self.palette.mark(class));
            self.entry(class, vec![of_type, Span::raw(format!(", {} {articles}", side.documents))])
        };
        let key = |side: &Side| {
            let key = Span::styled(format!("  {}", harmless(side.key.as_str())), self.palette.faint());
            wrapped(&[key], self.column, 2)
        };
        let mut rows = self.columns(name(left), name(right));
        rows.extend(self.columns(class(left), class(right)));
        rows.extend(self.columns(key(left), key(right)));
        rows
    }

    fn names(self, names: &[Aligned<'_>]) -> Vec<Row> {
        let (first, rest) = names.split_at(names.len().min(NAMES));
        let mut rows: Vec<Row> = first.iter().flat_map(|row| self.aligned(*row)).collect();
        // A no-break space keeps a sign and its name on one line.
        let paragraph = |entries: Vec<Entry<'_>>| {
            let all: Vec<String> =
                entries.iter().map(|entry| format!("{}\u{a0}{}", entry.mark.sign(), harmless(entry.text))).collect();
            if all.is_empty() { Vec::new() } else { wrapped(&[Span::raw(all.join("  "))], self.column, 2) }
        };
        let left = paragraph(rest.iter().filter_map(|row| row.0).collect());
        let right = paragraph(rest.iter().filter_map(|row| row.1).collect());
        rows.extend(self.columns(left, right));
        rows
    }

    fn aligned(self, (left, right): Aligned<'_>) -> Vec<Row> {
        let lines = |entry: Option<Entry<'_>>| {
            entry.map_or_else(Vec::new, |entry| {
                self.entry(entry.mark, vec![Span::styled(harmless(entry.text), self.palette.mark(entry.mark))])
            })
        };
        self.columns(lines(left), lines(right))
    }

    /// An entry after its sign.
    fn entry(self, mark: Mark, text: Vec<Span<'_>>) -> Vec<Line<'static>> {
        let mut spans = vec![Span::styled(mark.sign(), self.palette.mark(mark)), Span::raw(" ")];
        spans.extend(text);
        wrapped(&spans, self.column, 2)
    }

    fn columns(self, left: Vec<Line<'static>>, right: Vec<Line<'static>>) -> Vec<Row> {
        let count = left.len().max(right.len());
        let padded =
            |lines: Vec<Line<'static>>| lines.into_iter().chain(std::iter::repeat(Line::default())).take(count);
        padded(left).zip(padded(right)).map(|(left, right)| Row::Columns(left, right)).collect()
    }

    /// A reason as its number, a bar with one sign for each bit, and its words.
    fn reason(self, reason: &Reason) -> Vec<Row> {
        let amount = format!("{:>5} {:<BAR$}  ", amount(reason.bits), bar(reason.bits));
        let indent = width(&amount);
        let spans = [Span::styled(amount, self.palette.bits(reason.bits)), Span::raw(harmless(&reason.words))];
        wrapped(&spans, self.width, indent).into_iter().map(Row::Across).collect()
    }

    fn passages(self, left: &Side, right: &Side) -> Vec<Row> {
        let mut rows = Vec::new();
        for index in 0..left.passages.len().max(right.passages.len()) {
            let lines = |side: &Side, other: &Side| {
                side.passages.get(index).map_or_else(Vec::new, |passage| self.passage(passage, other))
            };
            rows.extend(self.columns(lines(left, right), lines(right, left)));
        }
        rows
    }

    /// A passage: its date and document, whether the document mentions the other side too, and its words.
    fn passage(self, passage: &Passage, other: &Side) -> Vec<Line<'static>> {
        let is_shared = other.passages.iter().any(|there| there.document == passage.document);
        let date = passage.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
        let source = Span::styled(format!("{date}, {}", harmless(passage.document.as_str())), self.palette.faint());
        let mut lines = if is_shared {
            let note = Span::styled(" (same article)", self.palette.mark(Mark::Shared));
            self.entry(Mark::Shared, vec![source, note])
        } else {
            self.entry(Mark::Alone, vec![source])
        };
        let words = [
            Span::raw(format!("  {}", harmless(passage.before.trim_start()))),
            Span::styled(harmless(&passage.mention), self.palette.mention()),
            Span::raw(harmless(passage.after.trim_end())),
        ];
        lines.extend(wrapped(&words, self.column, 2));
        lines
    }
}

/// The meaning of signs, for a heading.
fn legend(marks: &[Mark]) -> String {
    let marks: Vec<String> = marks.iter().map(|mark| format!("{} {}", mark.sign(), mark.meaning())).collect();
    marks.join(", ")
}

/// The bits as "+3.2", or "-∞" for a certain reason.
pub(super) fn amount(bits: f32) -> String {
    match bits {
        f32::INFINITY => "+∞".into(),
        f32::NEG_INFINITY => "-∞".into(),
        _ => format!("{bits:+.1}"),
    }
}

/// One sign for each bit, at most [`BAR`].
fn bar(bits: f32) -> String {
    let sign = if bits < 0.0 { "-" } else { "+" };
    // The cast turns "not a number" into 0 and infinity into the longest bar.
    sign.repeat((bits.abs().round() as usize).min(BAR))
}

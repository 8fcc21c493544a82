//! Draws the review screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};
use whomet::resolution::{Answer, ReviewCase};

use super::keys::FOOTER;
use super::palette::Palette;
use super::rows::{Layout, Row};
use super::safe::harmless;
use super::sides::Mark;
use super::tally::counts;
use super::wrap::{shortened, width, wrapped};

/// The smallest terminal, in columns and lines, on which a case can be read and judged.
const LEAST: (u16, u16) = (40, 10);

/// Start of the first line.
const TITLE: &str = " review ";

/// Separates the columns.
const DIVIDER: &str = " │ ";

/// The content of the screen.
pub(super) struct View<'a> {
    pub(super) project: &'a str,
    pub(super) case: Option<&'a ReviewCase>,
    pub(super) judged: &'a [Answer],
    pub(super) remaining: usize,
    pub(super) message: &'a str,
    pub(super) scroll: usize,
    pub(super) shows_help: bool,
    pub(super) palette: Palette,
}

/// What the last drawing showed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Shown {
    /// Rows of the case that fit.
    pub(super) page: usize,
    /// The smallest scroll position that shows the end of the case.
    pub(super) last_scroll: usize,
    /// Whether the terminal is large enough to read the case.
    pub(super) is_readable: bool,
    /// Whether the terminal must be cleared before the next drawing: terminals disagree on the width of letters with
    /// marks, joined letters and many emoji, and characters they put in the wrong place would stay.
    pub(super) needs_clearing: bool,
}

/// Draws the whole screen.
pub(super) fn draw(frame: &mut Frame<'_>, view: &View<'_>) -> Shown {
    let area = frame.area();
    if area.width < LEAST.0 || area.height < LEAST.1 {
        let text = format!("this terminal is too small for a case: at least {} x {}; q quits", LEAST.0, LEAST.1);
        put_all(frame, area, &wrapped(&[Span::raw(text)], area.width.into(), 0));
        return Shown::default();
    }
    let footer = footer(view, area.width.into());
    let footer_height = u16::try_from(footer.len()).unwrap_or(area.height).min(area.height / 2);
    let [top, body, message, bottom] = split(area, footer_height);
    put(frame, top, &title(view, area.width.into()));
    let rows = body_rows(view, area.width.into());
    let page = usize::from(body.height);
    let last_scroll = rows.len().saturating_sub(page);
    let scroll = view.scroll.min(last_scroll);
    draw_rows(frame, body, rows.get(scroll..).unwrap_or_default(), view.palette);
    put(frame, message, &message_line(view, rows.len().saturating_sub(scroll + page), area.width.into()));
    put_all(frame, bottom, &footer);
    if view.shows_help {
        draw_help(frame, body);
    }
    let needs_clearing = frame.buffer_mut().content().iter().any(|cell| cell.symbol().chars().nth(1).is_some());
    Shown { page, last_scroll, is_readable: true, needs_clearing }
}

/// The areas of title, case, message and keys, from top to bottom.
fn split(area: Rect, footer: u16) -> [Rect; 4] {
    let at = |y, height| Rect { x: area.x, y, width: area.width, height };
    let bottom = area.height - footer;
    [at(0, 1), at(1, bottom - 2), at(bottom - 1, 1), at(bottom, footer)]
}

/// The first line: project, judgements so far if there is room, number of the case, and score; a long name of the
/// project is shortened.
fn title(view: &View<'_>, columns: usize) -> Line<'static> {
    let project = harmless(view.project);
    let place = view.case.map_or_else(String::new, |case| {
        let number = view.judged.len() + 1;
        let score = case.comparison.score;
        format!("   case {number} of {}   score {score:.2}", view.judged.len() + view.remaining)
    });
    let counts = if view.judged.is_empty() { String::new() } else { format!("   {}", counts(view.judged)) };
    let has_room = view.case.is_none() || TITLE.len() + width(&project) + width(&counts) + width(&place) < columns;
    let right = if has_room { format!("{counts}{place} ") } else { format!("{place} ") };
    let left = format!("{TITLE}{}", shortened(&project, columns.saturating_sub(width(&right) + TITLE.len())));
    let gap = columns.saturating_sub(width(&left) + width(&right));
    Line::styled(format!("{left}{}{right}", " ".repeat(gap)), view.palette.bar())
}

fn body_rows(view: &View<'_>, columns: usize) -> Vec<Row> {
    let Some(case) = view.case else {
        let back = if view.judged.is_empty() { "" } else { " b takes the last judgement back." };
        let text = format!("Nothing is left to review.{back} q quits.");
        return wrapped(&[Span::raw(text)], columns, 0).into_iter().map(Row::Across).collect();
    };
    let column = (columns - width(DIVIDER)) / 2;
    Layout { column, width: columns, palette: view.palette }.rows(case)
}

fn draw_rows(frame: &mut Frame<'_>, area: Rect, rows: &[Row], palette: Palette) {
    for (y, row) in (area.top()..area.bottom()).zip(rows) {
        let line = Rect { y, height: 1, ..area };
        match row {
            Row::Across(text) => put(frame, line, text),
            Row::Heading(title, note) => put(frame, line, &heading(title, note, area.width.into(), palette)),
            Row::Columns(left, right) => {
                let divider = u16::try_from(width(DIVIDER)).unwrap_or_default();
                let column = (area.width - divider) / 2;
                put(frame, Rect { width: column, ..line }, left);
                let after = line.x + column;
                put(frame, Rect { x: after, width: divider, ..line }, &Line::styled(DIVIDER, palette.faint()));
                put(frame, Rect { x: after + divider, width: column, ..line }, right);
            }
        }
    }
}

/// A heading such as "── reasons (+ for, - against) ────".
fn heading(title: &str, note: &str, columns: usize, palette: Palette) -> Line<'static> {
    let note = if note.is_empty() { note.to_owned() } else { format!("({note}) ") };
    let text = shortened(&format!("── {title} {note}"), columns);
    let rest = columns.saturating_sub(width(&text));
    Line::styled(text + &"─".repeat(rest), palette.faint())
}

/// The last message, and how many lines of the case are below the screen.
fn message_line(view: &View<'_>, below: usize, columns: usize) -> Line<'static> {
    let more = match below {
        0 => String::new(),
        1 => " 1 more line ↓".to_owned(),
        lines => format!(" {lines} more lines ↓"),
    };
    let message = shortened(&harmless(view.message), columns.saturating_sub(width(&more)));
    let gap = columns.saturating_sub(width(&message) + width(&more));
    Line::from(vec![Span::styled(message, view.palette.name()), Span::raw(" ".repeat(gap)), Span::raw(more)])
}

/// The keys, on as many lines as needed; a key and its action stay on one line.
fn footer(view: &View<'_>, columns: usize) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (keys, does) in FOOTER {
        let entry = [Span::styled(keys, view.palette.bar()), Span::raw(format!(" {does}  "))];
        let needed: usize = entry.iter().map(|span| width(span.content.trim_end())).sum();
        match lines.last_mut() {
            Some(line) if line.width() + needed <= columns => line.spans.extend(entry),
            _ => lines.push(Line::from(entry.to_vec())),
        }
    }
    lines
}

fn draw_help(frame: &mut Frame<'_>, area: Rect) {
    let signs = Mark::ALL.map(|mark| format!("{} {}", mark.sign(), mark.meaning())).join("   ");
    let text = [
        "s  same: both sides are one entity; they become one node",
        "d  different: they are two entities and stay apart for good",
        "u  unsure: they stay apart, and the pair is not shown again",
        "b  back: undoes the last judgement and shows its pair again",
        "q  quit (or Ctrl-C): all judgements so far are kept",
        "↑ ↓ PgUp PgDn Home End (or k j space)  scroll",
        "Ctrl-L  redraws the screen",
        "",
        &signs,
        "Reasons are counted in bits: +1 makes it twice as likely that both are one,",
        "-1 half as likely. The score comes from their sum; it is not a probability.",
        "",
        "Any key closes this.",
    ];
    Clear.render(area, frame.buffer_mut());
    let lines: Vec<Line<'_>> =
        text.iter().flat_map(|line| wrapped(&[Span::raw(*line)], area.width.into(), 3)).collect();
    put_all(frame, area, &lines);
}

fn put_all(frame: &mut Frame<'_>, area: Rect, lines: &[Line<'_>]) {
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        put(frame, Rect { y, height: 1, ..area }, line);
    }
}

fn put(frame: &mut Frame<'_>, area: Rect, line: &Line<'_>) {
    frame.buffer_mut().set_line(area.x, area.y, line, area.width);
}

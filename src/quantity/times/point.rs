//! Reads single dates as they are written.

use jiff::civil::Weekday;

use super::form::{Form, Shift};
use super::pieces::Pieces;
use crate::date::{WrittenDate, read_day, read_year};

/// A date or day of the week as it is written: a time by itself, or an end of a range.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub(super) weekday: Option<Weekday>,
    pub(super) date: WrittenDate,
}

/// The kind of a point as an end of a range.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// A number that is a day only because of the other end.
    Day,
    Date,
    Year,
    Weekday,
}

impl Point {
    pub(super) fn is_bare_day(self) -> bool {
        self.date.day.is_some() && self.date.month.is_none()
    }

    pub(super) fn kind(self) -> Option<Kind> {
        let WrittenDate { year, month, day } = self.date;
        match (day, month, year) {
            (_, Some(_), _) => Some(Kind::Date),
            (Some(_), None, _) => Some(Kind::Day),
            (None, None, Some(_)) => Some(Kind::Year),
            (None, None, None) => self.weekday.map(|_| Kind::Weekday),
        }
    }

    pub(super) fn form(self) -> Form {
        match self.weekday {
            Some(weekday) if self.date == WrittenDate::default() => {
                Form::Weekday { weekday, shift: Shift::None, weeks: None }
            }
            weekday => Form::Written { weekday, date: self.date, shift: Shift::None, years: None },
        }
    }
}

/// Reads a date, day of the week, year, or day without a month, and returns the index of the piece after it.
pub(super) fn point(p: &Pieces<'_>, at: usize) -> Option<(Point, usize)> {
    if let Some(found) = dated(p, at) {
        return Some(found);
    }
    if let Some(weekday) = p.weekday(at) {
        return Some((Point { weekday: Some(weekday), date: WrittenDate::default() }, at + 1));
    }
    let year = read_year(p.text(at));
    let day = read_day(p.text(at), p.language().numbers()).filter(|_| year.is_none());
    let date = WrittenDate { year, month: None, day };
    (date != WrittenDate::default()).then_some((Point { weekday: None, date }, at + 1))
}

/// Reads a date with its month, and the day of the week before it: "Sunday, 5th August", "Sunday (5 August)".
pub(super) fn dated(p: &Pieces<'_>, at: usize) -> Option<(Point, usize)> {
    let Some(weekday) = p.weekday(at) else {
        let (date, end) = written(p, at)?;
        return Some((Point { weekday: None, date }, end));
    };
    let inner = at + 1 + usize::from(matches!(p.text(at + 1), "," | "("));
    let (date, end) = written(p, inner).filter(|(date, _)| date.day.is_some())?;
    let end = end + usize::from(p.text(inner - 1) == "(" && p.text(end) == ")");
    Some((Point { weekday: Some(weekday), date }, end))
}

/// Reads a date with its month.
fn written(p: &Pieces<'_>, at: usize) -> Option<(WrittenDate, usize)> {
    let words = p.without_commas(at, 5);
    if words.first()?.0 != at {
        return None;
    }
    let texts: Vec<&str> = words.iter().map(|(_, text)| *text).collect();
    let (mut date, mut length) = WrittenDate::read(&texts, p.language())?;
    let day_at = |length: usize| if read_day(texts[0], p.language().numbers()).is_some() { 0 } else { length };
    if date.day.is_some() && length > 1 {
        // "In May, 5 soldiers" and "In May 12 soldiers" contain no day.
        let is_apart = words[1].0 != at + 1;
        let counts = date.year.is_none() && p.counts_next(words[day_at(1)].0);
        if is_apart || counts {
            let month = WrittenDate { day: None, year: None, ..date };
            return (day_at(1) == 1).then_some((month, at + 1));
        }
    }
    // "In May, 2021 soldiers left": the number is certainly a year only after a day.
    let year_at = words[length - 1].0;
    if date.year.is_some() && date.day.is_none() && p.before(year_at) == "," && p.counts_next(year_at) {
        (date.year, length) = (None, length - 1);
    }
    Some((date, words[length - 1].0 + 1))
}

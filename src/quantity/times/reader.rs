//! Reads the forms of the times in a sentence.

use jiff::civil::Weekday;

use super::form::{Form, Part, Shift};
use super::model::Duration;
use super::pieces::Pieces;
use super::point::{Kind, Point, dated, point};
use crate::analysis::{TokenId, Upos};
use crate::date::{WrittenDate, read_day, read_year};
use crate::language::{Class, TimeUnit};
use crate::lexicon::{Lexicon, WordView};
use crate::span::Span;

/// The pieces that a form covers, and the form.
type Found = (std::ops::Range<usize>, Form);

/// The times in the sentence, in text order, without overlap.
pub(super) fn read_forms(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<(Span<TokenId>, Form)> {
    let pieces = Pieces::new(view, lexicon);
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match range(&pieces, at).or_else(|| single(&pieces, at)) {
            Some((range, form)) => {
                at = range.end;
                found.push((pieces.tokens(range.start, range.end), form));
            }
            None => at += 1,
        }
    }
    found
}

/// "From 5 to 9 May 2022", "between 3 and 5 June", "May 3-5, 2022", "2013-2015".
fn range(p: &Pieces<'_>, at: usize) -> Option<Found> {
    let is_between = p.is(Class::Between, at);
    let start = at + usize::from(is_between || p.is(Class::RangeOpener, at));
    let (left, middle) = point(p, start)?;
    let is_and = p.is(Class::Coordinator, middle);
    let is_joined = match () {
        () if is_and => is_between || left.date.day.is_some(),
        () if p.lower(middle) == "-" => true,
        () => !is_between && p.is(Class::RangeJoint, middle),
    };
    let (mut right, mut end) = point(p, middle + 1).filter(|_| is_joined)?;
    if right.is_bare_day() && left.date.month.is_some() {
        right.date.month = left.date.month;
        let behind = end + usize::from(p.text(end) == ",");
        if let Some(year) = read_year(p.text(behind)).filter(|_| !p.counts_next(behind)) {
            (right.date.year, end) = (Some(year), behind + 1);
        }
    }
    if is_and && !is_between && !are_neighbours(left, right) {
        return None;
    }
    let is_opened = start > at;
    let is_range = match (left.kind()?, right.kind()?) {
        (Kind::Day, Kind::Date) => right.date.day.is_some(),
        (Kind::Year, Kind::Year) => is_opened || p.lower(middle) == "-",
        // "May 5" and "June" differ in precision, so they do not form one period.
        (Kind::Date, Kind::Date) => left.date.day.is_some() == right.date.day.is_some(),
        (Kind::Weekday, Kind::Weekday) => true,
        _ => false,
    };
    (is_range && !p.counts_next(end - 1))
        .then(|| (start..end, Form::Range(Box::new(left.form()), Box::new(right.form()))))
}

/// "3 and 4 May": two consecutive days form one period.
fn are_neighbours(left: Point, right: Point) -> bool {
    let same_month = left.date.month.is_none_or(|month| Some(month) == right.date.month);
    same_month && left.date.day.zip(right.date.day).is_some_and(|(left, right)| left + 1 == right)
}

/// Reads a time other than a range of two ends, with "earlier" and the like before it.
fn single(p: &Pieces<'_>, at: usize) -> Option<Found> {
    let (range, form) = with_part(p, at).or_else(|| plain(p, at))?;
    // "After Tuesday's talks": the day belongs to the talks.
    let owns = p.is(Class::Possessive, range.end) || p.lower(range.end) == "'";
    let form = match form {
        Form::Duration(_) | Form::Anchored(_) => form,
        form if !owns && p.is_before(Class::TimeSince, range.start) => Form::Since(Box::new(form)),
        form if !owns && p.is_before(Class::TimeUntil, range.start) => Form::Until(Box::new(form)),
        form => form,
    };
    Some((range, form))
}

/// "Earlier this week", "late on Tuesday", "mid-May".
fn with_part(p: &Pieces<'_>, at: usize) -> Option<Found> {
    if !p.is(Class::TimePart, at) {
        return None;
    }
    let part = match () {
        () if p.is(Class::TimeEarlier, at) => Part::Earlier,
        () if p.is(Class::TimeLater, at) => Part::Later,
        () => Part::Whole,
    };
    // In "to end on Monday", "end" is a verb.
    let is_noun = p.is(Class::TimePartNoun, at);
    let is_linked = p.is(Class::TimePartLink, at + 1) || p.lower(at + 1) == "-";
    if is_noun && !p.is(Class::Of, at + 1) {
        return None;
    }
    let (range, form) = plain(p, at + 1 + usize::from(is_linked))?;
    let form = match form {
        Form::Unit { unit, offset, .. } => Form::Unit { unit, offset, part },
        other => other,
    };
    Some((at..range.end, form))
}

fn plain(p: &Pieces<'_>, at: usize) -> Option<Found> {
    let found = |(form, end): (Form, usize)| (at..end, form);
    counted(p, at)
        .or_else(|| day_of_month(p, at))
        .or_else(|| day_word(p, at))
        .or_else(|| shifted(p, at))
        .or_else(|| anchored(p, at))
        .or_else(|| on_calendar(p, at))
        .map(found)
}

/// "The 2nd of this month".
fn day_of_month(p: &Pieces<'_>, at: usize) -> Option<(Form, usize)> {
    let digits = p.language().numbers().ordinal_digits(p.text(at))?;
    let day = read_day(digits, p.language().numbers()).filter(|_| p.is(Class::Of, at + 1))?;
    match shifted(p, at + 2)? {
        (Form::Unit { unit: TimeUnit::Month, offset, .. }, end) => {
            Some((Form::DayOfMonth { day, months: offset }, end))
        }
        _ => None,
    }
}

/// "Yesterday", "today", "tomorrow", "tonight".
fn day_word(p: &Pieces<'_>, at: usize) -> Option<(Form, usize)> {
    let offset = p.language().calendar().day(p.lower(at))?;
    // "Russia Today" is a broadcaster; "TODAY" is a newspaper.
    let is_capital = |at: usize| p.text(at) != p.lower(at);
    let is_title = is_capital(at) && ((at > 0 && p.is_name_word(at - 1)) || p.text(at).chars().all(char::is_uppercase));
    (!is_title && !p.is_in_name(at)).then_some((day(offset), at + 1))
}

fn day(offset: i32) -> Form {
    Form::Unit { unit: TimeUnit::Day, offset, part: Part::Whole }
}

/// "Three years ago", "two days later", "two weeks from now", "for three days", "a two-day visit".
fn counted(p: &Pieces<'_>, at: usize) -> Option<(Form, usize)> {
    let is_article = p.is(Class::IndefiniteArticle, at);
    let (count, length) = if is_article { (1, 1) } else { p.count(at, 6)? };
    let hyphened = usize::from(p.lower(at + length) == "-");
    let unit = p.unit(at + length + hyphened)?;
    let end = at + length + hyphened + 1;
    let duration = Form::Duration(Duration { count, unit });
    if p.is(Class::Old, end) || (p.lower(end) == "-" && p.is(Class::Old, end + 1)) {
        return None;
    }
    if hyphened == 1 {
        return (!is_article).then_some((duration, end));
    }
    if p.is(Class::Ago, end) {
        let offset = -i32::try_from(count).ok()?;
        let form = match unit {
            TimeUnit::Minute | TimeUnit::Hour => Form::Anchored(unit),
            _ => Form::Unit { unit, offset, part: Part::Whole },
        };
        return Some((form, end + 1));
    }
    if p.is(Class::TimeAfterCount, end) {
        return Some((Form::Anchored(unit), end + 1));
    }
    if p.is(Class::From, end) && p.is(Class::Now, end + 1) {
        return Some((Form::Hence { unit, count }, end + 2));
    }
    // "Will visit Lima in seven days", but "visited five towns in seven days".
    if !is_article && p.is_before(Class::In, at) && p.is_in_future(at) && !p.is(Class::Of, end) {
        return Some((Form::Hence { unit, count }, end));
    }
    let measures = p.is(Class::AfterDuration, end) || p.lower(end) == "'";
    (p.is_before(Class::DurationMark, at) || (!is_article && measures)).then_some((duration, end))
}

/// "Last week", "this morning", "next Tuesday", "the past three months".
fn shifted(p: &Pieces<'_>, at: usize) -> Option<(Form, usize)> {
    let shift = [(Class::TimeLast, Shift::Last), (Class::TimeThis, Shift::This), (Class::TimeNext, Shift::Next)]
        .into_iter()
        .find_map(|(class, shift)| p.is(class, at).then_some(shift))
        .filter(|_| p.upos(at) != Some(Upos::Verb))?;
    let offset = match shift {
        Shift::Last => -1,
        Shift::Next => 1,
        Shift::This | Shift::None => 0,
    };
    named(p, at, shift)
        .or_else(|| time_of_day(p, at, offset))
        .or_else(|| window(p, at, offset))
        .or_else(|| shifted_unit(p, at, offset))
}

/// "Last May", "next Tuesday".
fn named(p: &Pieces<'_>, at: usize, shift: Shift) -> Option<(Form, usize)> {
    if let Some(weekday) = p.weekday(at + 1) {
        return Some((Form::Weekday { weekday, shift, weeks: None }, at + 2));
    }
    let month = p.month_name(at + 1).filter(|_| read_year(p.text(at + 2)).is_none())?;
    let date = WrittenDate { month: Some(month), ..WrittenDate::default() };
    (!p.is_in_name(at + 1)).then_some((Form::Written { weekday: None, date, shift, years: None }, at + 2))
}

/// "Last night", "this morning", "next weekend".
fn time_of_day(p: &Pieces<'_>, at: usize, offset: i32) -> Option<(Form, usize)> {
    let form = match () {
        () if p.is(Class::TimeOfDay, at + 1) && offset == 0 => day(0),
        () if p.is(Class::Night, at + 1) && offset <= 0 => day(offset),
        () if p.is(Class::Weekend, at + 1) => Form::Weekend { weeks: offset },
        () => return None,
    };
    Some((form, at + 2))
}

/// "The past three months", "the next two weeks", "the last year", "the coming week".
fn window(p: &Pieces<'_>, at: usize, offset: i32) -> Option<(Form, usize)> {
    let (count, length) = match p.count(at + 1, 4) {
        Some((count, length)) => (i32::try_from(count).ok()?, length),
        None => (1, 0),
    };
    let unit = p.unit(at + 1 + length)?;
    let opens_window = p.is(Class::TimeWindow, at);
    let is_whole = length == 0 && !opens_window && !p.is_before(Class::DefiniteArticle, at);
    let is_narrated = length == 0 && offset == 1 && !opens_window;
    if offset == 0 || is_whole || is_narrated || p.is(Class::Of, at + 2 + length) {
        return None;
    }
    let is_plain_plural = length == 0 && p.is_plural_unit(at + 1);
    let is_within_a_day = matches!(unit, TimeUnit::Minute | TimeUnit::Hour);
    let form = if is_plain_plural || is_within_a_day {
        Form::Anchored(unit)
    } else {
        Form::Window { unit, count: offset * count }
    };
    Some((form, at + 2 + length))
}

/// "Last week", "this month", "next year", "last week on Tuesday".
fn shifted_unit(p: &Pieces<'_>, at: usize, offset: i32) -> Option<(Form, usize)> {
    let unit = p.unit(at + 1).filter(|unit| *unit >= TimeUnit::Week)?;
    let is_followed = offset != 0 && p.is(Class::Of, at + 2);
    if p.is_plural_unit(at + 1) || is_followed || p.is_before(Class::DefiniteArticle, at) {
        return None;
    }
    let behind = at + 2 + usize::from(p.is(Class::OnDay, at + 2));
    if unit == TimeUnit::Week
        && let Some(weekday) = p.weekday(behind)
    {
        return Some((Form::Weekday { weekday, shift: Shift::None, weeks: Some(offset) }, behind + 1));
    }
    Some((Form::Unit { unit, offset, part: Part::Whole }, at + 2))
}

/// "The following day", "the same week", "that year".
fn anchored(p: &Pieces<'_>, at: usize) -> Option<(Form, usize)> {
    let is_that = p.is(Class::ThatTime, at);
    let is_anchored = (p.is(Class::TimeAnchored, at) && p.is_before(Class::DefiniteArticle, at)) || is_that;
    let noun = at + 1 + usize::from(is_that && p.is(Class::Same, at + 1));
    let unit = p.unit(noun).filter(|_| is_anchored && !p.is_plural_unit(noun))?;
    Some((Form::Anchored(unit), noun + 1))
}

/// Reads named days, months, years and decades.
fn on_calendar(p: &Pieces<'_>, at: usize) -> Option<(Form, usize)> {
    if let Some((point, end)) = dated(p, at) {
        let is_alone = point.date.day.is_none() && point.date.year.is_none();
        return (!is_alone || is_month(p, at, end)).then(|| in_year(p, point, end));
    }
    if let Some(weekday) = p.weekday(at) {
        return is_weekday(p, at).then(|| weekday_of(p, weekday, at + 1));
    }
    if let Some(year) = p.lower(at).strip_suffix('s').and_then(read_year).filter(|year| year % 10 == 0) {
        return Some((Form::Decade(year), at + 1));
    }
    let year = read_year(p.text(at)).filter(|_| is_year(p, at))?;
    let date = WrittenDate { year: Some(year), ..WrittenDate::default() };
    Some((Form::Written { weekday: None, date, shift: Shift::None, years: None }, at + 1))
}

/// Adds the year that follows a date without one: "5 May this year", "June of last year", "5 May of that year".
fn in_year(p: &Pieces<'_>, point: Point, end: usize) -> (Form, usize) {
    let behind = end + usize::from(p.is(Class::Of, end));
    let named = anchored(p, behind + usize::from(p.is(Class::DefiniteArticle, behind))).or_else(|| shifted(p, behind));
    match named.filter(|_| point.date.year.is_none()) {
        Some((Form::Anchored(TimeUnit::Year), end)) => {
            let unit = if point.date.day.is_some() { TimeUnit::Day } else { TimeUnit::Month };
            (Form::Anchored(unit), end)
        }
        Some((Form::Unit { unit: TimeUnit::Year, offset, .. }, end)) => {
            let Point { weekday, date } = point;
            (Form::Written { weekday, date, shift: Shift::None, years: Some(offset) }, end)
        }
        _ => (point.form(), end),
    }
}

/// "Tuesday", or "Tuesday last week".
fn weekday_of(p: &Pieces<'_>, weekday: Weekday, behind: usize) -> (Form, usize) {
    let at = behind + usize::from(p.is(Class::Of, behind));
    match shifted(p, at) {
        Some((Form::Unit { unit: TimeUnit::Week, offset, .. }, end)) => {
            (Form::Weekday { weekday, shift: Shift::None, weeks: Some(offset) }, end)
        }
        _ => (Form::Weekday { weekday, shift: Shift::None, weeks: None }, behind),
    }
}

/// Whether a month name alone means the month: "in May", not "may", "the March" or "by April Tui".
fn is_month(p: &Pieces<'_>, at: usize, end: usize) -> bool {
    let is_led = p.is_before(Class::TimePreposition, at) || p.is_before(Class::TimePart, at);
    let is_spelled_out = p.month_name(at).is_some();
    let leads_name = p.is_name_word(end) && !p.is_before(Class::MonthPreposition, at);
    let is_verb = matches!(p.upos(at), Some(Upos::Verb | Upos::Aux));
    is_led && is_spelled_out && !leads_name && !is_verb && !p.is_in_name(at)
}

/// Whether a day name alone means one particular day: not "every Tuesday", "Good Friday" or "the Sunday Times".
fn is_weekday(p: &Pieces<'_>, at: usize) -> bool {
    let is_led = p.is_before(Class::OnDay, at) || p.is_before(Class::TimePreposition, at);
    let leads_name = p.is_name_word(at + 1) && !is_led;
    !p.is_before(Class::AnyDay, at) && !p.is_before(Class::Feast, at) && !leads_name && !p.is_in_name(at)
}

/// Whether four digits are a year: they follow a preposition and do not count the next word.
fn is_year(p: &Pieces<'_>, at: usize) -> bool {
    let is_led = p.is_before(Class::TimePreposition, at) || p.is_before(Class::TimePart, at);
    is_led && !p.counts_next(at) && !p.is(Class::ShareMark, at + 1) && p.lower(at + 1) != "-"
}

//! Finds the place of a time on the calendar, given its form and the day of publication.

use jiff::civil::{Date, Weekday};
use jiff::{Span as Period, ToSpan};

use super::form::{Form, Part, Shift};
use super::model::{Granularity, TimeBasis, TimeDiagnostic, TimeExpression, TimeValue};
use crate::analysis::TokenId;
use crate::date::{PartialDate, WrittenDate};
use crate::language::TimeUnit;
use crate::span::Span;

/// A value, or what is wrong with the words; `Ok(None)` if the value is unknown.
type Value = Result<Option<TimeValue>, TimeDiagnostic>;

pub(super) fn evaluate(tokens: Span<TokenId>, form: &Form, published: Option<PartialDate>) -> TimeExpression {
    let read = |is_future| Calendar { published, is_future }.value(form);
    let (past, future) = (read(false), read(true));
    let diagnostic = past.err().or_else(|| weekday_differs(form, past.ok().flatten()));
    TimeExpression {
        tokens,
        granularity: granularity(form),
        basis: basis(form),
        duration: if let Form::Duration(duration) = form { Some(*duration) } else { None },
        diagnostic,
        past: past.ok().flatten(),
        future: future.ok().flatten(),
    }
}

fn granularity(form: &Form) -> Option<Granularity> {
    Some(match form {
        Form::Duration(_) => return None,
        Form::Written { date: WrittenDate { day: Some(_), .. }, .. } | Form::Weekday { .. } => Granularity::Day,
        Form::Hence { .. } | Form::DayOfMonth { .. } => Granularity::Day,
        Form::Written { date: WrittenDate { month: Some(_), .. }, .. } => Granularity::Month,
        Form::Written { .. } => Granularity::Year,
        Form::Unit { unit, .. } | Form::Anchored(unit) => match unit {
            TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => Granularity::Day,
            TimeUnit::Week => Granularity::Range,
            TimeUnit::Month => Granularity::Month,
            TimeUnit::Year => Granularity::Year,
        },
        _ => Granularity::Range,
    })
}

fn basis(form: &Form) -> TimeBasis {
    match form {
        Form::Duration(_) | Form::Anchored(_) => TimeBasis::Unknown,
        Form::Written { date, .. } if date.year.is_some() => TimeBasis::Explicit,
        Form::Decade(_) => TimeBasis::Explicit,
        // "3 to 5 May 2021": one year applies to both ends.
        Form::Range(left, right) if [left, right].iter().any(|end| basis(end) == TimeBasis::Explicit) => {
            TimeBasis::Explicit
        }
        Form::Since(form) | Form::Until(form) => basis(form),
        _ => TimeBasis::Relative,
    }
}

fn weekday_differs(form: &Form, value: Option<TimeValue>) -> Option<TimeDiagnostic> {
    let Form::Written { weekday: Some(written), .. } = form else { return None };
    let actual = value?.date()?.day()?.weekday();
    (actual != *written).then_some(TimeDiagnostic::WeekdayDiffers { written: *written, actual })
}

/// What times without a complete date are relative to.
struct Calendar {
    published: Option<PartialDate>,
    is_future: bool,
}

impl Calendar {
    fn value(&self, form: &Form) -> Value {
        match form {
            Form::Written { date, shift, years, .. } => {
                let date = match years {
                    Some(years) => self.in_year(*date, *years),
                    None => self.written(*date, *shift),
                };
                date.map(|date| date.map(TimeValue::Date))
            }
            Form::Weekday { weekday, shift, weeks } => Ok(self.weekday(*weekday, *shift, *weeks).map(on_day)),
            Form::Unit { unit, offset, part } => Ok(self.unit(*unit, *offset, *part)),
            Form::Hence { unit, count } => Ok(self.after(*unit, i64::from(*count)).map(on_day)),
            Form::DayOfMonth { day, months } => self.day_in_month(*day, *months),
            Form::Weekend { weeks } => Ok(self.monday(*weeks).and_then(|monday| days(monday, 5, 6))),
            Form::Window { unit, count } => Ok(self.window(*unit, *count)),
            Form::Decade(year) => Ok(span(PartialDate::new(*year, None, None), PartialDate::new(year + 9, None, None))),
            Form::Range(left, right) => self.range(left, right),
            Form::Since(form) => Ok(self.value(form)?.map(|value| open(value, true))),
            Form::Until(form) => Ok(self.value(form)?.map(|value| open(value, false))),
            Form::Anchored(_) | Form::Duration(_) => Ok(None),
        }
    }

    /// The day of publication, if the day is known.
    fn today(&self) -> Option<Date> {
        self.published?.day()
    }

    fn written(&self, written: WrittenDate, shift: Shift) -> Result<Option<PartialDate>, TimeDiagnostic> {
        if let Some(year) = written.year {
            let date = PartialDate::new(year, written.month, written.day);
            return date.map(Some).ok_or(TimeDiagnostic::NoSuchDate);
        }
        let Some(month) = written.month else { return Ok(None) };
        let Some(day) = written.day else { return Ok(self.month(month, shift)) };
        if PartialDate::new(2000, Some(month), Some(day)).is_none() {
            return Err(TimeDiagnostic::NoSuchDate);
        }
        Ok(self.today().and_then(|today| self.day_of_month(today, month, day)).map(PartialDate::of_day))
    }

    /// The date in the year that is `years` after the current one.
    fn in_year(&self, written: WrittenDate, years: i32) -> Result<Option<PartialDate>, TimeDiagnostic> {
        let year = self.published.and_then(|published| i16::try_from(i32::from(published.year()) + years).ok());
        let read = |year| PartialDate::new(year, written.month, written.day).ok_or(TimeDiagnostic::NoSuchDate);
        year.map(read).transpose()
    }

    /// The nearest date with this day and month, or in the future the next one; never more than a year away.
    fn day_of_month(&self, today: Date, month: i8, day: i8) -> Option<Date> {
        let years = today.year() - 1..=today.year() + 1;
        let candidates = years.filter_map(|year| Date::new(year, month, day).ok());
        let distance = |date: &Date| (*date - today).get_days();
        let is_possible = |date: &Date| if self.is_future { distance(date) >= 0 } else { distance(date).abs() <= 183 };
        candidates.filter(is_possible).min_by_key(|date| distance(date).abs())
    }

    fn month(&self, month: i8, shift: Shift) -> Option<PartialDate> {
        let published = self.published?;
        let current = published.month()?;
        let years = match shift {
            Shift::This => 0,
            Shift::Last => -i16::from(month >= current),
            Shift::Next => i16::from(month <= current),
            Shift::None if self.is_future => i16::from(month < current),
            Shift::None => -i16::from(month > current),
        };
        PartialDate::new(published.year() + years, Some(month), None)
    }

    fn weekday(&self, weekday: Weekday, shift: Shift, weeks: Option<i32>) -> Option<Date> {
        let today = self.today()?;
        if let Some(weeks) = weeks {
            return self.monday(weeks)?.checked_add(i64::from(weekday.to_monday_zero_offset()).days()).ok();
        }
        let is_forward = shift == Shift::Next || (self.is_future && shift != Shift::Last);
        let may_be_today = !matches!(shift, Shift::Last | Shift::Next);
        if may_be_today && today.weekday() == weekday {
            return Some(today);
        }
        today.nth_weekday(if is_forward { 1 } else { -1 }, weekday).ok()
    }

    /// The Monday of the week that is `weeks` after the current one.
    fn monday(&self, weeks: i32) -> Option<Date> {
        let today = self.today()?;
        let days = i64::from(weeks) * 7 - i64::from(today.weekday().to_monday_zero_offset());
        today.checked_add(days.days()).ok()
    }

    fn unit(&self, unit: TimeUnit, offset: i32, part: Part) -> Option<TimeValue> {
        let published = self.published?;
        match unit {
            TimeUnit::Minute | TimeUnit::Hour => None,
            TimeUnit::Day => self.today()?.checked_add(i64::from(offset).days()).ok().map(on_day),
            TimeUnit::Week => self.week(offset, part),
            TimeUnit::Month => {
                let first = PartialDate::new(published.year(), Some(published.month()?), None)?.first_day();
                let month = first.checked_add(i64::from(offset).months()).ok()?;
                PartialDate::new(month.year(), Some(month.month()), None).map(TimeValue::Date)
            }
            TimeUnit::Year => {
                let year = i32::from(published.year()).checked_add(offset)?;
                PartialDate::new(i16::try_from(year).ok()?, None, None).map(TimeValue::Date)
            }
        }
    }

    fn week(&self, offset: i32, part: Part) -> Option<TimeValue> {
        let monday = self.monday(offset)?;
        let today = self.today()?.weekday().to_monday_zero_offset();
        match part {
            Part::Earlier if offset == 0 => days(monday, 0, today),
            Part::Later if offset == 0 => days(monday, today, 6),
            _ => days(monday, 0, 6),
        }
    }

    /// The day that is so many units after the day of publication, or before it if `count` is negative.
    fn after(&self, unit: TimeUnit, count: i64) -> Option<Date> {
        let period: Period = match unit {
            TimeUnit::Minute | TimeUnit::Hour => return None,
            TimeUnit::Day => count.days(),
            TimeUnit::Week => count.weeks(),
            TimeUnit::Month => count.months(),
            TimeUnit::Year => count.years(),
        };
        self.today()?.checked_add(period).ok()
    }

    /// A day of the month that is `months` after the current one.
    fn day_in_month(&self, day: i8, months: i32) -> Value {
        let Some(month) = self.unit(TimeUnit::Month, months, Part::Whole).and_then(TimeValue::date) else {
            return Ok(None);
        };
        let date = PartialDate::new(month.year(), month.month(), Some(day)).ok_or(TimeDiagnostic::NoSuchDate)?;
        Ok(Some(TimeValue::Date(date)))
    }

    fn window(&self, unit: TimeUnit, count: i32) -> Option<TimeValue> {
        let today = self.today()?;
        let other = self.after(unit, i64::from(count))?;
        span(Some(PartialDate::of_day(today.min(other))), Some(PartialDate::of_day(today.max(other))))
    }

    fn range(&self, left: &Form, right: &Form) -> Value {
        if let (Form::Written { date: left, .. }, Form::Written { date: right, .. }) = (left, right)
            && let (Some(year), None) = (left.year, right.year)
        {
            return range_from(year, *left, *right);
        }
        let Some(end) = self.value(right)?.and_then(TimeValue::date) else { return Ok(None) };
        let start = match left {
            Form::Written { date, .. } => Some(start_of_range(*date, end)?),
            Form::Weekday { weekday, .. } => {
                end.day().and_then(|end| end.nth_weekday(-1, *weekday).ok()).map(PartialDate::of_day)
            }
            _ => None,
        };
        start.map_or(Ok(None), |start| ordered(start, end))
    }
}

/// The first date of a range. It takes missing parts from the last date: "5 to 9 May 2022", "28 December to 3
/// January".
fn start_of_range(written: WrittenDate, end: PartialDate) -> Result<PartialDate, TimeDiagnostic> {
    let month = written.month.or(if written.day.is_some() { end.month() } else { None });
    let in_year = |year| PartialDate::new(year, month, written.day).ok_or(TimeDiagnostic::NoSuchDate);
    if let Some(year) = written.year {
        return in_year(year);
    }
    let start = in_year(end.year())?;
    let crosses_year = start > end && written.month.is_some() && written.month != end.month();
    if crosses_year { in_year(end.year() - 1) } else { Ok(start) }
}

/// A range whose last date takes its year from the first: "from 28 December 2021 to 3 January".
fn range_from(year: i16, left: WrittenDate, right: WrittenDate) -> Value {
    let start = PartialDate::new(year, left.month, left.day).ok_or(TimeDiagnostic::NoSuchDate)?;
    let in_year = |year| PartialDate::new(year, right.month, right.day).ok_or(TimeDiagnostic::NoSuchDate);
    let end = in_year(year)?;
    ordered(start, if end < start { in_year(year + 1)? } else { end })
}

fn ordered(start: PartialDate, end: PartialDate) -> Value {
    if start > end { Err(TimeDiagnostic::Backward) } else { Ok(span(Some(start), Some(end))) }
}

fn on_day(day: Date) -> TimeValue {
    TimeValue::Date(PartialDate::of_day(day))
}

fn span(start: Option<PartialDate>, end: Option<PartialDate>) -> Option<TimeValue> {
    (start.is_some() && end.is_some()).then_some(TimeValue::Range { start, end })
}

/// The period from `first` to `last` days after `monday`.
fn days(monday: Date, first: i8, last: i8) -> Option<TimeValue> {
    let day = |offset: i8| monday.checked_add(i64::from(offset).days()).ok().map(PartialDate::of_day);
    span(day(first), day(last))
}

/// An open period from a time on, or up to it.
fn open(value: TimeValue, is_start: bool) -> TimeValue {
    let (start, end) = match value {
        TimeValue::Date(date) => (Some(date), Some(date)),
        TimeValue::Range { start, end } => (start, end),
    };
    if is_start { TimeValue::Range { start, end: None } } else { TimeValue::Range { start: None, end } }
}

//! The form of a time before it is looked up on the calendar.

use jiff::civil::Weekday;

use super::model::Duration;
use crate::date::WrittenDate;
use crate::language::TimeUnit;

/// The form of a time before it is looked up on the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// "Sunday 5 August", "May 2021", "last May", "2013", and the "5" of "5 to 9 May". `years` gives the year as an
    /// offset from the current one ("5 May this year").
    Written { weekday: Option<Weekday>, date: WrittenDate, shift: Shift, years: Option<i32> },
    /// "On Tuesday", "next Tuesday". `weeks` gives the week as an offset from the current one.
    Weekday { weekday: Weekday, shift: Shift, weeks: Option<i32> },
    /// A day, week, month or year as an offset from the current one: "yesterday", "last week", "three years ago".
    Unit { unit: TimeUnit, offset: i32, part: Part },
    /// Saturday and Sunday of a week, as an offset from the current one.
    Weekend { weeks: i32 },
    /// The day that is so many units after the day of publication: "in seven days", "two weeks from now".
    Hence { unit: TimeUnit, count: u32 },
    /// A day of a month, which is an offset from the current one: "the 2nd of this month".
    DayOfMonth { day: i8, months: i32 },
    /// A number of units up to the day of publication, or starting from it: "the past three weeks".
    Window { unit: TimeUnit, count: i32 },
    /// "The 1990s", as its first year.
    Decade(i16),
    /// "From 5 to 9 May".
    Range(Box<Form>, Box<Form>),
    /// "Since 2013".
    Since(Box<Form>),
    /// "Until May".
    Until(Box<Form>),
    /// "Two days later": relative to another time in the story.
    Anchored(TimeUnit),
    /// "For three days".
    Duration(Duration),
}

/// Which of several days or months with the same name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shift {
    None,
    Last,
    This,
    Next,
}

/// The part of a period: "earlier this week" and "later this week" are cut at the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Earlier,
    Later,
}

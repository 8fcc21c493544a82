//! What a time says before it is looked up on the calendar.

use jiff::civil::Weekday;

use super::model::Duration;
use crate::date::WrittenDate;
use crate::language::TimeUnit;

/// What a time says, before it is looked up on the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// "Sunday 5 August", "May 2021", "last May", "2013", and the "5" of "5 to 9 May"; with `years` that of the year which
    /// lies so many after the current one ("5 May this year").
    Written { weekday: Option<Weekday>, date: WrittenDate, shift: Shift, years: Option<i32> },
    /// "On Tuesday", "next Tuesday"; with `weeks` the Tuesday of the week that lies so many after this one.
    Weekday { weekday: Weekday, shift: Shift, weeks: Option<i32> },
    /// The day, week, month or year so many after the current one: "yesterday", "last week", "three years ago".
    Unit { unit: TimeUnit, offset: i32, part: Part },
    /// Saturday and Sunday of the week so many after this one.
    Weekend { weeks: i32 },
    /// So many units up to the day of publication, or from it on: "the past three weeks".
    Window { unit: TimeUnit, count: i32 },
    /// "The 1990s", by its first year.
    Decade(i16),
    /// "From 5 to 9 May".
    Range(Box<Form>, Box<Form>),
    /// "Since 2013".
    Since(Box<Form>),
    /// "Until May".
    Until(Box<Form>),
    /// "Two days later": told from another time of the story.
    Anchored(TimeUnit),
    /// "For three days".
    Duration(Duration),
}

/// Which of several days or months of one name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shift {
    None,
    Last,
    This,
    Next,
}

/// "Earlier this week" and "later this week" are cut at the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Earlier,
    Later,
}

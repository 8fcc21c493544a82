//! The time expression: its value, its precision, and what is wrong with it.

use std::fmt;

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

use crate::analysis::TokenId;
use crate::date::PartialDate;
use crate::language::TimeUnit;
use crate::span::Span;

/// A point or period on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeValue {
    /// A day, month or year.
    Date(PartialDate),
    /// From a first to a last date, both included; `None` for an open end ("since 2013").
    Range {
        /// First date.
        start: Option<PartialDate>,
        /// Last date.
        end: Option<PartialDate>,
    },
}

impl TimeValue {
    /// The day, month or year, unless it is a range.
    #[must_use]
    pub fn date(self) -> Option<PartialDate> {
        match self {
            Self::Date(date) => Some(date),
            Self::Range { .. } => None,
        }
    }
}

impl fmt::Display for TimeValue {
    /// ISO 8601: a date, or an interval ("2021-05-03/2021-05-05") whose open end is "..".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |date: Option<PartialDate>| date.map_or("..".to_owned(), |date| date.to_string());
        match *self {
            Self::Date(date) => write!(f, "{date}"),
            Self::Range { start, end: last } => write!(f, "{}/{}", end(start), end(last)),
        }
    }
}

/// How precise a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Granularity {
    /// One day.
    Day,
    /// One calendar month.
    Month,
    /// One calendar year.
    Year,
    /// Any other period: a week, a decade, "from 3 to 5 May", "since January".
    Range,
}

/// Where the value of a time comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
#[serde(rename_all = "lowercase")]
pub enum TimeBasis {
    /// From its own words.
    Explicit,
    /// From its words and the date of publication.
    Relative,
    /// From another time of the story, which is not followed; durations too.
    Unknown,
}

impl TimeBasis {
    /// The word for it in graphs.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Relative => "relative",
            Self::Unknown => "unknown",
        }
    }
}

/// The length of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration {
    /// How many units; at least one.
    pub count: u32,
    /// The unit.
    pub unit: TimeUnit,
}

impl fmt::Display for Duration {
    /// ISO 8601: "P3D", "PT48H".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, behind) = match self.unit {
            TimeUnit::Minute => ("PT", "M"),
            TimeUnit::Hour => ("PT", "H"),
            TimeUnit::Day => ("P", "D"),
            TimeUnit::Week => ("P", "W"),
            TimeUnit::Month => ("P", "M"),
            TimeUnit::Year => ("P", "Y"),
        };
        write!(f, "{before}{}{behind}", self.count)
    }
}

/// What is wrong with a time as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeDiagnostic {
    /// The date is on another day of the week; the value is the date as written.
    WeekdayDiffers {
        /// The day in the text.
        written: Weekday,
        /// The day on the calendar.
        actual: Weekday,
    },
    /// The date does not exist ("31 June"), so there is no value.
    NoSuchDate,
    /// The range ends before it begins, so there is no value.
    Backward,
}

impl fmt::Display for TimeDiagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WeekdayDiffers { written, actual } => {
                write!(f, "the text says {written:?}, by the calendar that day is a {actual:?}")
            }
            Self::NoSuchDate => f.write_str("the calendar has no such date"),
            Self::Backward => f.write_str("the end comes before the beginning"),
        }
    }
}

/// A time or duration in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimeExpression {
    /// The tokens, without a preposition before them.
    pub tokens: Span<TokenId>,
    /// How precise it is, even if its value is unknown; `None` for a duration.
    pub granularity: Option<Granularity>,
    /// Where the value comes from.
    pub basis: TimeBasis,
    /// The duration, if it is one; it then has no value.
    pub duration: Option<Duration>,
    /// What is wrong with it.
    pub diagnostic: Option<TimeDiagnostic>,
    pub(super) past: Option<TimeValue>,
    pub(super) future: Option<TimeValue>,
}

impl TimeExpression {
    /// The time on the calendar, for a sentence about the past or present, or about the future ("will meet on
    /// Tuesday"); `None` if unknown.
    #[must_use]
    pub fn value_for(&self, is_future: bool) -> Option<TimeValue> {
        if is_future { self.future } else { self.past }
    }
}

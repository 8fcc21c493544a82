//! A year, a month of a year, or a day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date as far as it is known: a year, a month of a year, or a day.
///
/// Ordered by time; a coarser date sorts before the finer dates within it. Written as ISO 8601
/// (`2021`, `2021-08`, `2021-08-05`).
///
/// # Example
/// ```
/// use whomet::date::PartialDate;
///
/// let (date, span) = PartialDate::find_in("arrived on Sunday 5th August, 2021 in Mogadishu")[0];
/// assert_eq!(date.to_string(), "2021-08-05");
/// assert_eq!(span.start(), 18);
/// assert!("2021-02-30".parse::<PartialDate>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    pub(super) year: i16,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
}

/// The text is not an ISO 8601 calendar date.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("expected a date such as 2024-03-18, 2024-03 or 2024, found \"{0}\"")]
pub struct InvalidDate(String);

impl PartialDate {
    /// The date with these parts, or `None` if the calendar does not have it.
    #[must_use]
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        (month.is_some() || day.is_none()).then_some(Self { year, month, day })
    }

    /// The date of a calendar day.
    #[must_use]
    pub fn of_day(day: Date) -> Self {
        Self { year: day.year(), month: Some(day.month()), day: Some(day.day()) }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12; `None` if only the year is known.
    #[must_use]
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The calendar day; `None` if only the month or year is known.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// The first calendar day of the date.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).expect("the constructor checked the date")
    }

    /// The last calendar day of the date.
    #[must_use]
    pub fn last_day(self) -> Date {
        let first = self.first_day();
        match (self.month, self.day) {
            (_, Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            (None, None) => first.last_of_year(),
        }
    }

    /// Whether the date may lie between these two, both included; a period without an end is open there.
    #[must_use]
    pub fn may_lie_within(self, since: Option<Self>, until: Option<Self>) -> bool {
        since.is_none_or(|since| self.last_day() >= since.first_day())
            && until.is_none_or(|until| self.first_day() <= until.last_day())
    }
}

impl FromStr for PartialDate {
    type Err = InvalidDate;

    /// Reads ISO 8601 and ignores a time after the day (`2024-03-18T10:00:00Z`).
    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        let date = text.split(['T', ' ']).next().unwrap_or_default();
        read_iso(date).ok_or_else(|| InvalidDate(text.to_owned()))
    }
}

/// Reads a year, month or day in ISO 8601, without anything after it.
pub(super) fn read_iso(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('-');
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let year = parts.next().filter(|part| digits(part, 4))?.parse().ok()?;
    let mut two = || match parts.next() {
        None => Some(None),
        Some(part) if digits(part, 2) => part.parse().ok().map(Some),
        Some(_) => None,
    };
    let (month, day) = (two()?, two()?);
    parts.next().is_none().then(|| PartialDate::new(year, month, day))?
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iso_date_keeps_its_granularity() {
        for text in ["2021", "2021-08", "2021-08-05"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        assert!("2021-8-5".parse::<PartialDate>().is_err());
        assert!("yesterday".parse::<PartialDate>().is_err());
    }

    #[test]
    fn a_month_or_year_has_a_first_and_a_last_day() {
        let table = [
            ("2024", "2024-01-01", "2024-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2023-02-05", "2023-02-05", "2023-02-05"),
        ];
        for (date, first, last) in table {
            let date: PartialDate = date.parse().unwrap();
            assert_eq!((date.first_day().to_string(), date.last_day().to_string()), (first.into(), last.into()));
        }
    }
}

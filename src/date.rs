//! Calendar dates that may lack their day or month, as news gives them.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::span::{Byte, Span};

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
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// A text that is no ISO 8601 calendar date.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("expected a date such as 2024-03-18, 2024-03 or 2024, found \"{0}\"")]
pub struct InvalidDate(String);

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Years that a number standing for a year may have; other four-digit numbers are amounts.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

impl PartialDate {
    /// The date of these parts, if the calendar has it.
    #[must_use]
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        (month.is_some() || day.is_none()).then_some(Self { year, month, day })
    }

    /// The day as a calendar date, unless only a month or year is known.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// The explicit dates in `text`, in text order, each with its span in bytes of `text`.
    ///
    /// Found: `5 August 2021`, `5th August, 2021`, `August 5, 2021`, `Aug. 5 2021`, `August 2021`,
    /// `2021-08-05`. Not found: dates without a year, bare years, `5/8/2021` (ambiguous).
    ///
    /// # Complexity
    /// Linear in the length of `text`.
    #[must_use]
    pub fn find_in(text: &str) -> Vec<(Self, Span<Byte>)> {
        let words = words_of(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some((date, length)) = match_at(&words[at..]) else {
                at += 1;
                continue;
            };
            let span = Span::new(words[at].start, words[at + length - 1].end());
            found.extend(date.map(|date| (date, span)));
            at += length;
        }
        found
    }
}

impl FromStr for PartialDate {
    type Err = InvalidDate;

    /// Reads ISO 8601; a time after the day (`2024-03-18T10:00:00Z`) is ignored.
    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        let date = text.split(['T', ' ']).next().unwrap_or_default();
        read_iso(date).ok_or_else(|| InvalidDate(text.to_owned()))
    }
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

/// A run of letters, digits and hyphens, with the byte where it starts.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    start: usize,
    /// Only spaces, commas and full stops stand between this word and the next.
    joined: bool,
}

impl Word<'_> {
    fn end(self) -> usize {
        self.start + self.text.len()
    }
}

fn words_of(text: &str) -> Vec<Word<'_>> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-';
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    let mut joined = true;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_part(c), start) {
            (true, None) => {
                if let Some(last) = words.last_mut() {
                    last.joined = joined;
                }
                start = Some(at);
            }
            (false, Some(from)) => {
                words.push(Word { text: &text[from..at], start: from, joined: false });
                start = None;
                joined = true;
            }
            _ => {}
        }
        if start.is_none() {
            joined &= matches!(c, ' ' | ',' | '.' | '\u{a0}');
        }
    }
    words
}

/// The date that the first of `words` opens, with its length in words.
///
/// The date is `None` where the words have a date's form but the calendar lacks it ("31 June 2021").
fn match_at(words: &[Word<'_>]) -> Option<(Option<PartialDate>, usize)> {
    let first = words.first()?;
    if first.text.len() == 10
        && let Some(date) = read_iso(first.text)
    {
        return Some((Some(date), 1));
    }
    let second = words.get(1).filter(|_| first.joined)?;
    let third = words.get(2).filter(|_| second.joined);
    if let Some(year) = third.and_then(|third| read_year(third.text)) {
        let day_first = read_day(first.text).zip(read_month(second.text));
        let month_first = || read_day(second.text).zip(read_month(first.text));
        if let Some((day, month)) = day_first.or_else(month_first) {
            return Some((PartialDate::new(year, Some(month), Some(day)), 3));
        }
    }
    let (month, year) = read_month(first.text).zip(read_year(second.text))?;
    Some((PartialDate::new(year, Some(month), None), 2))
}

fn read_iso(text: &str) -> Option<PartialDate> {
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

fn read_year(text: &str) -> Option<i16> {
    text.parse().ok().filter(|year| text.len() == 4 && YEARS.contains(year))
}

fn read_day(text: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|suffix| text.strip_suffix(suffix)).unwrap_or(text);
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// The month named by a full name, or by its first three or four letters ("Aug", "Sept").
fn read_month(text: &str) -> Option<i8> {
    if !text.chars().next()?.is_uppercase() {
        return None;
    }
    let lower = text.to_lowercase();
    let matches = |month: &&str| **month == lower || ((3..=4).contains(&lower.len()) && month.starts_with(&lower));
    let index = MONTHS.iter().position(matches)?;
    i8::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(text: &str) -> Vec<String> {
        PartialDate::find_in(text).iter().map(|(date, _)| date.to_string()).collect()
    }

    #[test]
    fn news_spellings_are_read() {
        for text in ["5 August 2021", "5th August, 2021", "August 5, 2021", "Aug. 5, 2021", "Aug 5 2021", "2021-08-05"]
        {
            assert_eq!(dates(text), ["2021-08-05"], "{text}");
        }
        assert_eq!(dates("since August 2021"), ["2021-08"]);
    }

    #[test]
    fn numbers_and_words_that_are_no_dates_are_left() {
        for text in ["may 2021 bring", "45 officers 2021", "31 June 2021", "in 2013", "5/8/2021", "May (2021)"] {
            assert_eq!(dates(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn two_dates_keep_their_own_spans() {
        let text = "from 1 May 2020 to 2 June 2021";
        let surfaces: Vec<_> = PartialDate::find_in(text).iter().map(|(_, span)| span.slice(text)).collect();
        assert_eq!(surfaces, ["1 May 2020", "2 June 2021"]);
    }

    #[test]
    fn iso_dates_keep_their_granularity() {
        for text in ["2021", "2021-08", "2021-08-05"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        assert!("2021-8-5".parse::<PartialDate>().is_err());
        assert!("yesterday".parse::<PartialDate>().is_err());
    }
}

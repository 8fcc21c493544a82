//! Reads dates written in words and digits.

use jiff::civil::Weekday;

use super::partial_date::{PartialDate, read_iso};
use crate::language::{Calendar, Class, LanguagePack, Numbers};
use crate::span::{Byte, Span};

/// Four-digit numbers that are read as years; all others are amounts.
const YEARS: std::ops::RangeInclusive<i16> = 1500..=2100;

/// A date with the parts that its words give: "5 August" takes its year from the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct WrittenDate {
    pub(crate) year: Option<i16>,
    pub(crate) month: Option<i8>,
    pub(crate) day: Option<i8>,
}

impl WrittenDate {
    /// Reads the date at the start of `words` (without commas and full stops) and returns it with its length in words.
    ///
    /// It has at least a month. The caller checks whether the calendar has the day.
    pub(crate) fn read(words: &[&str], language: &LanguagePack) -> Option<(Self, usize)> {
        let first = words.first()?;
        if first.len() == 10
            && let Some(date) = read_iso(first)
        {
            return Some((Self { year: Some(date.year), month: date.month, day: date.day }, 1));
        }
        let word = |at: usize| words.get(at).copied();
        let day = |word: &str| read_day(word, language.numbers());
        let month = |word: &str| read_month(word, language.calendar());
        let of = usize::from(word(1).is_some_and(|word| language.is(Class::Of, word)));
        let day_first = day(first).zip(word(1 + of).and_then(month)).map(|found| (found, 2 + of));
        let month_first = || word(1).and_then(day).zip(month(first)).map(|found| (found, 2));
        let (day, month, length) = match day_first.or_else(month_first) {
            Some(((day, month), length)) => (Some(day), month, length),
            None => (None, month(first)?, 1),
        };
        let year = word(length).and_then(read_year);
        Some((Self { year, month: Some(month), day }, length + usize::from(year.is_some())))
    }

    /// The date, if it has a year and exists in the calendar.
    pub(crate) fn date(self) -> Option<PartialDate> {
        PartialDate::new(self.year?, self.month, self.day)
    }
}

impl PartialDate {
    /// Finds the explicit dates in `text`, which is in the shipped language, in text order, each with its span in bytes.
    ///
    /// Found: `5 August 2021`, `5th August, 2021`, `August 5, 2021`, `Aug. 5 2021`, `August 2021`,
    /// `2021-08-05`. Not found: dates without a year, bare years, `5/8/2021` (ambiguous).
    /// [`find_times`](crate::quantity::find_times) also reads dates that depend on the date of the article.
    ///
    /// # Complexity
    /// Linear in the length of `text`.
    #[must_use]
    pub fn find_in(text: &str) -> Vec<(Self, Span<Byte>)> {
        let words = words_of(text);
        let language = LanguagePack::shipped();
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let joined = words[at..].iter().take(4).take_while(|word| word.joined).count();
            let texts: Vec<&str> = words[at..].iter().take(joined + 1).map(|word| word.text).collect();
            let Some((written, length)) =
                WrittenDate::read(&texts, &language).filter(|(written, _)| written.year.is_some())
            else {
                at += 1;
                continue;
            };
            let span = Span::new(words[at].start, words[at + length - 1].end());
            found.extend(written.date().map(|date| (date, span)));
            at += length;
        }
        found
    }
}

/// A run of letters, digits and hyphens, with the byte where it starts.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    start: usize,
    /// Whether only spaces, commas and full stops separate this word from the next.
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

/// Reads a four-digit year.
pub(crate) fn read_year(text: &str) -> Option<i16> {
    text.parse().ok().filter(|year| text.len() == 4 && YEARS.contains(year))
}

/// Reads a day of the month, such as "5" or "5th".
pub(crate) fn read_day(text: &str, numbers: &Numbers) -> Option<i8> {
    let digits = numbers.ordinal_digits(text).unwrap_or(text);
    digits.parse().ok().filter(|day| text.starts_with(|c: char| c.is_ascii_digit()) && (1..=31).contains(day))
}

/// Reads a month by its full name or a short form: "August", "Aug".
fn read_month(text: &str, calendar: &Calendar) -> Option<i8> {
    calendar.month(&text.to_lowercase()).filter(|_| is_capital(text))
}

/// Reads the full name of a month; "Jan" and "Mar" on their own are people.
pub(crate) fn read_month_name(text: &str, calendar: &Calendar) -> Option<i8> {
    calendar.month_name(&text.to_lowercase()).filter(|_| is_capital(text))
}

/// Reads the full name of a day of the week.
pub(crate) fn read_weekday(text: &str, calendar: &Calendar) -> Option<Weekday> {
    calendar.weekday(&text.to_lowercase()).filter(|_| is_capital(text))
}

fn is_capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(text: &str) -> Vec<String> {
        PartialDate::find_in(text).iter().map(|(date, _)| date.to_string()).collect()
    }

    #[test]
    fn dates_are_read_in_the_spellings_of_news() {
        for text in [
            "5 August 2021",
            "5th August, 2021",
            "5th of August 2021",
            "August 5, 2021",
            "Aug. 5, 2021",
            "Aug 5 2021",
            "2021-08-05",
        ] {
            assert_eq!(dates(text), ["2021-08-05"], "{text}");
        }
        assert_eq!(dates("since August 2021"), ["2021-08"]);
        assert_eq!(dates("on Sept. 7, 2021"), ["2021-09-07"]);
        assert_eq!(dates("on March 10, 1896"), ["1896-03-10"]);
    }

    #[test]
    fn other_numbers_and_words_are_not_dates() {
        for text in
            ["may 2021 bring", "45 officers 2021", "31 June 2021", "in 2013", "5/8/2021", "May (2021)", "Marc 2021"]
        {
            assert_eq!(dates(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn two_dates_have_separate_spans() {
        let text = "from 1 May 2020 to 2 June 2021";
        let surfaces: Vec<_> = PartialDate::find_in(text).iter().map(|(_, span)| span.slice(text)).collect();
        assert_eq!(surfaces, ["1 May 2020", "2 June 2021"]);
    }
}

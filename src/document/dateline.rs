//! Finds the dateline of a wire report: "MOGADISHU, 5 August 2021 -", "London, Jun 30 2022 (IPS) -".

use crate::date::{PartialDate, WrittenDate};
use crate::language::LanguagePack;
use crate::span::{Byte, Span};

/// A dateline and the date in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dateline {
    /// From the place to the dash or colon that ends the dateline.
    pub(super) span: Span<Byte>,
    /// Often without its year.
    date: WrittenDate,
}

impl Dateline {
    /// The date; a missing year is the one of `near`, when the article is known to have been published.
    pub(super) fn date(self, near: Option<PartialDate>) -> Option<PartialDate> {
        let year = self.date.year.or(near.map(PartialDate::year));
        WrittenDate { year, ..self.date }.date()
    }
}

/// Longest dateline, in bytes; "WASHINGTON, D.C., United States, 17 September 2021 (Reuters) -" has 62.
const MAX_BYTES: usize = 90;

/// How many paragraphs may precede the dateline, such as a headline and a subheading.
const MAX_PARAGRAPHS_ABOVE: usize = 3;

/// Finds the dateline at the start of one of the first `lines`, which are trimmed.
///
/// A dateline begins with a place in capitals, or contains a day, and ends with a spaced dash, a double hyphen, or a
/// colon after a date.
pub(super) fn find_dateline(text: &str, lines: impl Iterator<Item = Span<Byte>>) -> Option<Dateline> {
    lines.take(MAX_PARAGRAPHS_ABOVE + 1).find_map(|span| {
        let line = span.slice(text);
        let length = dateline_length(line)?;
        let date = date_in(&line[..length]).unwrap_or_default();
        Some(Dateline { span: Span::new(span.start(), span.start() + length), date })
    })
}

/// Length in bytes of the dateline at the start of `line`.
fn dateline_length(line: &str) -> Option<usize> {
    let place = line.split([',', ' ', '(']).next()?;
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    let is_capital = letters >= 3 && !place.chars().any(char::is_lowercase);
    let mut marks = line.match_indices(['-', '–', '—', ':']).take_while(|(at, _)| *at <= MAX_BYTES);
    marks.find_map(|(at, mark)| {
        let (before, after) = (&line[..at], &line[at + mark.len()..]);
        let is_dated = date_in(before).is_some_and(|date| date.day.is_some());
        let is_spaced = before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace);
        let is_end = match mark {
            ":" => is_dated && after.starts_with(char::is_whitespace),
            "-" => (is_spaced || before.ends_with(" -")) && !has_date_after(after),
            _ => !has_date_after(after),
        };
        let is_place = if is_capital { is_place_and_date(before) } else { is_dated && is_house_and_date(before) };
        (is_end && is_place).then_some(at + mark.len())
    })
}

/// The first date in the text, which has at least a month.
fn date_in(text: &str) -> Option<WrittenDate> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let language = LanguagePack::shipped();
    let found = (0..words.len()).filter_map(|at| WrittenDate::read(&words[at..], &language)).map(|(date, _)| date);
    found.max_by_key(|date| usize::from(date.year.is_some()) + usize::from(date.day.is_some()))
}

/// Returns whether the dateline continues with a date, as in "CAIRO – 26 July 2022: ...".
fn has_date_after(after: &str) -> bool {
    let date = PartialDate::find_in(after.get(..after.floor_char_boundary(24)).unwrap_or_default());
    date.first().is_some_and(|(_, span)| span.start() <= 1 && after[span.end()..].starts_with(':'))
}

/// Returns whether the text before the dash consists of names, numbers and "and", unlike a sentence.
fn is_place_and_date(before: &str) -> bool {
    words_of(before).all(|word| !word.starts_with(char::is_lowercase) || word == "and")
}

/// Returns whether the text consists of names and a date. The name of a house may begin small: "afrol News, 20 June".
fn is_house_and_date(before: &str) -> bool {
    let first = words_of(before).next().unwrap_or_default();
    let ends_with_date =
        before.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == ')') || ends_with_month(before);
    ends_with_date && is_place_and_date(&before[before.find(first).unwrap_or(0) + first.len()..])
}

fn ends_with_month(text: &str) -> bool {
    let last = words_of(text).last().unwrap_or_default();
    WrittenDate::read(&[last], &LanguagePack::shipped()).is_some()
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::lines::lines_of;

    fn found(text: &str) -> Option<(&str, Option<String>)> {
        let dateline = find_dateline(text, lines_of(text, Span::new(0, text.len())))?;
        Some((dateline.span.slice(text), dateline.date(None).map(|date| date.to_string())))
    }

    #[test]
    fn datelines_are_found_with_their_date() {
        let date = Some("2021-08-05".to_owned());
        assert_eq!(found("LIMA, 5 August 2021 - A visit."), Some(("LIMA, 5 August 2021 -", date.clone())));
        assert_eq!(found("LIMA – 5 August 2021: A visit."), Some(("LIMA – 5 August 2021:", date.clone())));
        assert_eq!(
            found("Headline\n\nLIMA, Peru, Aug. 5, 2021 (AP) — A visit."),
            Some(("LIMA, Peru, Aug. 5, 2021 (AP) —", date))
        );
    }

    #[test]
    fn a_place_or_house_in_small_letters_needs_a_day() {
        for (text, dateline) in [
            ("London, Aug 5 2021 (IPS) - A visit.", "London, Aug 5 2021 (IPS) -"),
            ("harbour News, 5 August 2021 - A visit.", "harbour News, 5 August 2021 -"),
            ("Lima, Peru, 5 August 2021: A visit.", "Lima, Peru, 5 August 2021:"),
            ("Aug 5, 2021 (Harbour News) — A visit.", "Aug 5, 2021 (Harbour News) —"),
        ] {
            assert_eq!(found(text), Some((dateline, Some("2021-08-05".to_owned()))), "{text}");
        }
        let text = "Harbour News, 20 June - A visit.";
        let dateline = find_dateline(text, lines_of(text, Span::new(0, text.len()))).unwrap();
        assert_eq!(dateline.date(None), None);
        assert_eq!(dateline.date("2013".parse().ok()).unwrap().to_string(), "2013-06-20");
    }

    #[test]
    fn a_dateline_needs_no_date() {
        assert_eq!(found("TARTU — The rector arrived."), Some(("TARTU —", None)));
    }

    #[test]
    fn a_sentence_with_dashes_is_not_a_dateline() {
        for text in [
            "NATO said the visit - the first - went well.",
            "The visit - in Lima - ended.",
            "UN-led talks began.",
            "Talks began on 5 August 2021 - the first since May.",
            "Lima - the capital - was calm.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}

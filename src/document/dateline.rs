//! Finds the dateline of a wire report: "MOGADISHU, 5 August 2021 -".

use crate::date::PartialDate;
use crate::span::{Byte, Span};

/// A dateline and the date in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dateline {
    /// From the place to the dash or colon that ends the dateline.
    pub(crate) span: Span<Byte>,
    pub(crate) date: Option<PartialDate>,
}

/// Longest dateline, in bytes; "WASHINGTON, D.C., United States, 17 September 2021 (Reuters) -" has 62.
const MAX_BYTES: usize = 90;

/// How many paragraphs may precede the dateline, such as a headline and a subheading.
const MAX_PARAGRAPHS_ABOVE: usize = 3;

/// Finds the dateline at the start of one of the first paragraphs within `body`.
///
/// A dateline begins with a place in capitals and ends with a spaced dash, a double hyphen, or a colon after a date.
pub(crate) fn find_dateline(text: &str, body: Span<Byte>) -> Option<Dateline> {
    let mut start = body.start();
    body.slice(text)
        .split_inclusive('\n')
        .filter_map(|line| {
            let at = start + (line.len() - line.trim_start().len());
            start += line.len();
            (!line.trim().is_empty()).then_some((at, line.trim()))
        })
        .take(MAX_PARAGRAPHS_ABOVE + 1)
        .find_map(|(at, line)| {
            let length = dateline_length(line)?;
            let date = PartialDate::find_in(&line[..length]).first().map(|(date, _)| *date);
            Some(Dateline { span: Span::new(at, at + length), date })
        })
}

/// Length in bytes of the dateline at the start of `line`.
fn dateline_length(line: &str) -> Option<usize> {
    let place = line.split([',', ' ', '(']).next()?;
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 3 || place.chars().any(char::is_lowercase) {
        return None;
    }
    let mut dashes = line.match_indices(['-', '–', '—', ':']).take_while(|(at, _)| *at <= MAX_BYTES);
    dashes.find_map(|(at, mark)| {
        let (before, after) = (&line[..at], &line[at + mark.len()..]);
        let dated = !PartialDate::find_in(before).is_empty();
        let spaced = before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace);
        let ends = match mark {
            ":" => dated && after.starts_with(char::is_whitespace),
            "-" => (spaced || before.ends_with(" -")) && !has_date_after(after),
            _ => !has_date_after(after),
        };
        (ends && is_place_and_date(before)).then_some(at + mark.len())
    })
}

/// Returns whether the dateline continues with a date, as in "CAIRO – 26 July 2022: ...".
fn has_date_after(after: &str) -> bool {
    let date = PartialDate::find_in(after.get(..after.floor_char_boundary(24)).unwrap_or_default());
    date.first().is_some_and(|(_, span)| span.start() <= 1 && after[span.end()..].starts_with(':'))
}

/// Returns whether the text before the dash consists of names, numbers and "and", unlike a sentence.
fn is_place_and_date(before: &str) -> bool {
    before
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .all(|word| !word.starts_with(char::is_lowercase) || word == "and")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&str, Option<String>)> {
        let dateline = find_dateline(text, Span::new(0, text.len()))?;
        Some((dateline.span.slice(text), dateline.date.map(|date| date.to_string())))
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
    fn a_dateline_needs_no_date() {
        assert_eq!(found("TARTU — The rector arrived."), Some(("TARTU —", None)));
    }

    #[test]
    fn a_sentence_with_dashes_is_not_a_dateline() {
        for text in
            ["NATO said the visit - the first - went well.", "The visit - in Lima - ended.", "UN-led talks began."]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }
}

//! Reads a line that consists of a date: "Published 23 July 2022 14:05 GMT".

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::date_problem::DateProblem;
use super::stated::read_date;
use crate::date::PartialDate;
use crate::document::options::DateOrder;
use crate::table::Table;

/// A line that consists of a date, with what it says about the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::document) struct DateLine {
    pub(in crate::document) kind: DateLineKind,
    pub(in crate::document) date: Result<PartialDate, DateProblem>,
}

/// What the date of a line is; the earlier kinds are better dates of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::document) enum DateLineKind {
    /// "Published: ...", "Posted on ...".
    Published,
    /// The date alone.
    Bare,
    /// "Updated: ...", "Last modified ...".
    Updated,
}

/// The words of such lines; `date_words.tsv` lists them.
struct DateWords {
    /// What stands before the date, with what it says about it.
    labels: Vec<(&'static str, DateLineKind)>,
    /// Words beside a date and its time; everything else is text.
    fillers: BTreeSet<&'static str>,
}

static WORDS: LazyLock<DateWords> = LazyLock::new(|| {
    let table = Table::read(include_str!("date_words.tsv")).expect("the tests read the shipped list");
    let [kind, words] = table.columns(["kind", "words"]).expect("the tests read the shipped list");
    let mut found = DateWords { labels: Vec::new(), fillers: BTreeSet::new() };
    for row in table.rows() {
        match row.get(kind) {
            "published" => found.labels.push((row.get(words), DateLineKind::Published)),
            "updated" => found.labels.push((row.get(words), DateLineKind::Updated)),
            _ => _ = found.fillers.insert(row.get(words)),
        }
    }
    found
});

/// Longest name of a place before a date, in words.
const MAX_PLACE_WORDS: usize = 3;

/// Longest line of this kind, in bytes: label, weekday, date, time and zone.
const MAX_BYTES: usize = 80;

/// Reads `line`, which is trimmed; `None` if it is text or says only how long ago it was.
pub(in crate::document) fn read_date_line(line: &str, order: Option<DateOrder>) -> Option<DateLine> {
    if line.len() > MAX_BYTES || line.is_empty() {
        return None;
    }
    let (kind, rest) = split_label(line);
    let rest = rest
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '-' | '–' | '—' | '·' | '•' | '.' | '(' | ')'));
    let words = rest.split(|c: char| c.is_whitespace() || matches!(c, '|' | '·' | '•' | '(' | ')'));
    let mut found = None;
    let mut others = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        let bare = word.trim_matches([',', '.']);
        let is_digits = bare.matches(['/', '-', '.']).count() >= 2 && bare.starts_with(|c: char| c.is_ascii_digit());
        match (is_digits, &found) {
            (true, None) => found = Some(read_date(bare, order)),
            _ => {
                others.push_str(word);
                others.push(' ');
            }
        }
    }
    if found.is_none() {
        let dates = PartialDate::find_in(&others);
        let [(date, span)] = dates[..] else { return None };
        found = Some(Ok(date));
        others.replace_range(span.start()..span.end(), "");
    }
    let beside = others.trim_start_matches(place_in(line));
    let date = found.filter(|_| beside.split_whitespace().all(is_filler))?;
    let is_day = date.as_ref().map_or(true, |date| date.day().is_some());
    (is_day || kind.is_some()).then(|| DateLine { kind: kind.unwrap_or(DateLineKind::Bare), date })
}

/// The place at the start of a line such as "Lima, 23 July 2022": at most three names before a comma; else nothing.
fn place_in(line: &str) -> &str {
    let place = line.split_once(',').map_or("", |(place, _)| place);
    let is_name =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-');
    let words = place.split(' ').count();
    if words <= MAX_PLACE_WORDS && place.split(' ').all(is_name) { place } else { "" }
}

/// Splits "Published on 23 July" into its label and the rest.
fn split_label(line: &str) -> (Option<DateLineKind>, &str) {
    let label = WORDS.labels.iter().find(|(label, _)| {
        line.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label))
            && !line[label.len()..].starts_with(char::is_alphanumeric)
    });
    match label {
        Some((label, kind)) => (Some(*kind), line[label.len()..].trim_start_matches([':', ' ', '\t'])),
        None => (None, line),
    }
}

/// Whether a word may stand beside a date: a day of the week, a time, a zone.
fn is_filler(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    let is_time = word.starts_with(|c: char| c.is_ascii_digit())
        && word
            .trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .chars()
            .all(|c| c.is_ascii_digit() || ":.+-".contains(c))
        && word.len() <= 12;
    word.is_empty() || is_time || word.split('.').all(|part| WORDS.fillers.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(DateLineKind, String)> {
        read_date_line(line, None).map(|found| (found.kind, found.date.unwrap().to_string()))
    }

    #[test]
    fn lines_that_are_dates_are_read_with_their_kind() {
        let date = || "2022-07-23".to_owned();
        for (line, kind) in [
            ("Updated: July 23, 2022", DateLineKind::Updated),
            ("Last updated 23 July 2022 | 14:05", DateLineKind::Updated),
            ("Published 23 July 2022 14:05 GMT", DateLineKind::Published),
            ("Published on Saturday, July 23, 2022 at 2:05 p.m.", DateLineKind::Published),
            ("Posted: 23/07/2022", DateLineKind::Published),
            ("Date: 2022-07-23", DateLineKind::Published),
            ("Saturday, 23 July 2022", DateLineKind::Bare),
            ("July 23, 2022", DateLineKind::Bare),
            ("Port Vila, 23 July 2022", DateLineKind::Bare),
            ("2022-07-23T14:05:00Z", DateLineKind::Bare),
            ("23.07.2022 – 14:05", DateLineKind::Bare),
        ] {
            assert_eq!(read(line), Some((kind, date())), "{line}");
        }
    }

    #[test]
    fn text_with_a_date_is_no_date_line() {
        for line in [
            "The visit began on 23 July 2022.",
            "Published 2 hours ago",
            "From 1 May 2020 to 2 June 2021",
            "Tui left, 23 July 2022",
            "Updated guidelines for the port of 23 July 2022",
            "July 2022",
            "",
        ] {
            assert_eq!(read_date_line(line, None), None, "{line}");
        }
    }

    #[test]
    fn a_date_in_either_order_is_a_problem() {
        let line = read_date_line("Published: 03/04/2022", None).unwrap();
        assert_eq!(line.date, Err(DateProblem::Ambiguous("03/04/2022".to_owned())));
    }
}

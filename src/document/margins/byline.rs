//! Recognizes the line that names the author: "By Rosa Quispe, Staff Writer".

use crate::date::read_weekday;
use crate::language::LanguagePack;

/// Length of an opening that may also begin a sentence: "by".
const SHORT_OPENING: usize = 2;

/// Longest byline, in words.
const MAX_WORDS: usize = 12;

/// The words of bylines, in small letters.
#[derive(Debug)]
pub(super) struct BylineWords {
    /// What opens a byline.
    pub(super) openings: Vec<&'static str>,
    /// What may stand in it beside names.
    pub(super) others: Vec<&'static str>,
}

impl BylineWords {
    /// Whether the line names authors and nothing else: an opening, and names in capitals. A short opening ("by") may
    /// also begin a sentence, so nothing may end it like one.
    pub(super) fn is_byline(&self, line: &str) -> bool {
        let lower = line.to_lowercase();
        let openings = self.openings.iter().filter(|opening| begins_with_words(&lower, opening));
        let Some(opening) = openings.max_by_key(|opening| opening.len()) else { return false };
        let rest = line.get(opening.len()..).unwrap_or_default().trim_start_matches([':', ' ', '\t']);
        let words: Vec<&str> = rest.split_whitespace().collect();
        let is_credit = opening.len() > SHORT_OPENING;
        let ends_open = is_credit || !rest.ends_with(['.', '!', '?', ',', '”', '"']);
        let is_name = |word: &&str| {
            word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())
                || self.others.contains(word)
                || word.contains('@')
        };
        (1..=MAX_WORDS).contains(&words.len()) && ends_open && words.iter().all(is_name) && !names_a_time(words[0])
    }
}

fn begins_with_words(line: &str, words: &str) -> bool {
    line.strip_prefix(words).is_some_and(|rest| rest.starts_with([' ', ':']))
}

/// Whether "by" introduces a time, as in a heading "By Monday".
fn names_a_time(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    read_weekday(word, LanguagePack::shipped().calendar()).is_some() || word.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::boilerplate::Boilerplate;

    #[test]
    fn bylines_name_authors_only() {
        for line in [
            "By Rosa Quispe",
            "By ROSA QUISPE and Tika Oli, Harbour News",
            "Reporting by Tika Oli; Editing by Moana Tui.",
            "By: Rosa Quispe in Lima",
        ] {
            assert!(Boilerplate::shipped().byline.is_byline(line), "{line}");
        }
        for line in [
            "By Monday",
            "By Moana Tui's account the visit failed",
            "By Lima, Tui had left.",
            "By 2022",
            "By then",
            "Bypass",
        ] {
            assert!(!Boilerplate::shipped().byline.is_byline(line), "{line}");
        }
    }
}

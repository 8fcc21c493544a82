//! Recognizes lines that web pages put around an article; `boilerplate.tsv` lists them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::byline::BylineWords;
use crate::table::Table;

/// What a line is, if it is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It stands alone.
    Line,
    /// Links to other articles follow.
    Links,
    /// The article has ended.
    End,
}

/// The phrases of such lines, in small letters.
pub(super) struct Boilerplate {
    whole: BTreeMap<&'static str, Verdict>,
    starts: Vec<&'static str>,
    parts: Vec<&'static str>,
    /// The words of the line that names the author.
    pub(super) byline: BylineWords,
}

/// Longest line that its first words mark; a longer one is a paragraph.
const MAX_START_BYTES: usize = 220;

/// Longest line that words anywhere in it mark: a long notice about cookies.
const MAX_PART_BYTES: usize = 400;

static SHIPPED: LazyLock<Boilerplate> = LazyLock::new(|| {
    let table = Table::read(include_str!("boilerplate.tsv")).expect("the tests read the shipped list");
    let [kind, phrase] = table.columns(["kind", "phrase"]).expect("the tests read the shipped list");
    let of_kind = |name: &'static str| {
        let rows = table.rows().filter(move |row| row.get(kind) == name);
        rows.map(move |row| row.get(phrase))
    };
    let kinds = [("line", Verdict::Line), ("links", Verdict::Links), ("end", Verdict::End)];
    let whole = kinds.into_iter().flat_map(|(name, verdict)| of_kind(name).map(move |phrase| (phrase, verdict)));
    let byline = BylineWords { openings: of_kind("byline").collect(), others: of_kind("byline-word").collect() };
    Boilerplate { whole: whole.collect(), starts: of_kind("start").collect(), parts: of_kind("part").collect(), byline }
});

impl Boilerplate {
    /// The list that ships with the program.
    pub(super) fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// What the line is; `None` for text. It must be trimmed.
    pub(super) fn judge(&self, line: &str) -> Option<Verdict> {
        if line.len() > MAX_PART_BYTES {
            return None;
        }
        let lower = line.to_lowercase().replace('’', "'");
        let bare = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
        let uncounted = bare.trim_matches(|c: char| c.is_numeric() || c.is_whitespace() || "()[]:|".contains(c));
        if let Some(verdict) = self.whole.get(bare).or_else(|| self.whole.get(uncounted)) {
            return Some(*verdict);
        }
        let opens = |phrase: &&&str| begins_with_words(bare, phrase) || begins_with_words(&lower, phrase);
        let starts = line.len() <= MAX_START_BYTES && self.starts.iter().any(|phrase| opens(&phrase));
        let is_list_of_buttons = || {
            let mut parts = bare.split(['|', '•', '·', '/']).map(str::trim).filter(|part| !part.is_empty()).peekable();
            parts.peek().is_some() && parts.all(|part| self.whole.contains_key(part))
        };
        let is_line = starts || self.parts.iter().any(|phrase| lower.contains(phrase)) || is_list_of_buttons();
        is_line.then_some(Verdict::Line)
    }
}

/// Whether the line begins with these words and does not go on within the last one.
fn begins_with_words(line: &str, words: &str) -> bool {
    line.strip_prefix(words)
        .is_some_and(|rest| !words.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sound() {
        let table = Table::read(include_str!("boilerplate.tsv")).unwrap();
        let [kind, phrase] = table.columns(["kind", "phrase"]).unwrap();
        for row in table.rows() {
            assert!(
                ["line", "links", "end", "start", "part", "byline", "byline-word"].contains(&row.get(kind)),
                "line {}",
                row.line
            );
            assert_eq!(row.get(phrase), row.get(phrase).to_lowercase(), "line {}", row.line);
        }
    }

    #[test]
    fn counts_and_brackets_around_a_phrase_do_not_matter() {
        let judge = |line| Boilerplate::shipped().judge(line);
        assert_eq!(judge("12 Comments"), Some(Verdict::End));
        assert_eq!(judge("[Advertisement]"), Some(Verdict::Line));
        assert_eq!(judge("Facebook | Twitter | WhatsApp"), Some(Verdict::Line));
        assert_eq!(judge("Shared borders"), None);
    }
}

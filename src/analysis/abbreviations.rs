//! Words that own the full stop behind them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Abbreviations by what may follow them. The words come from `abbreviations.tsv`, which says how.
#[derive(Debug)]
pub(crate) struct Abbreviations {
    /// Never the end of a sentence: a name or a number follows ("Maj.", "No.").
    opening: BTreeSet<String>,
    /// May end a sentence ("etc.", "Inc.").
    closing: BTreeSet<String>,
}

static SHIPPED: LazyLock<(Vec<&str>, Vec<&str>)> = LazyLock::new(|| {
    let mut lists = (Vec::new(), Vec::new());
    for line in include_str!("abbreviations.tsv").lines().filter(|line| !line.starts_with('#')) {
        match line.split_once('\t') {
            Some(("opening", word)) => lists.0.push(word),
            Some(("closing", word)) => lists.1.push(word),
            _ => unreachable!("abbreviations.tsv is embedded and checked by a test: {line}"),
        }
    }
    lists
});

impl Default for Abbreviations {
    /// The list that ships with the program.
    fn default() -> Self {
        let own = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        Self { opening: own(&SHIPPED.0), closing: own(&SHIPPED.1) }
    }
}

impl Abbreviations {
    /// Whether the full stop behind `word` belongs to it.
    pub(crate) fn owns_stop(&self, word: &str) -> bool {
        self.opens(word) || self.closing.contains(word) || is_dotted(word)
    }

    /// Whether `word` with its full stop never ends a sentence.
    pub(crate) fn opens(&self, word: &str) -> bool {
        self.opening.contains(word) || is_initial(word)
    }
}

/// A single capital, as in "J. K. Oli".
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Single letters divided by full stops: "U.S", "a.m", "i.e".
fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_list_is_read_wholly() {
        let list = Abbreviations::default();
        assert!(list.opens("Gen") && list.opens("No") && list.owns_stop("etc") && list.owns_stop("U.S"));
        assert!(!list.owns_stop("Army") && !list.opens("etc") && !list.owns_stop("5.3"));
    }
}

//! Small helpers on text that several steps need.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The word in `known` that looks most like `word`, if one looks like it at all.
///
/// Likeness is Jaro-Winkler (Winkler 1990), at least 0.75: "evnt" finds "event", "xyz" nothing.
#[must_use]
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let score = |candidate: &str| strsim::jaro_winkler(word, candidate);
    let best = known.into_iter().max_by(|a, b| score(a).total_cmp(&score(b)))?;
    (score(best) >= 0.75).then(|| best.to_owned())
}

/// The form in which names are compared: lower case, without diacritics and punctuation, words
/// divided by one space ("Al-Shabāb’s" becomes "al shabab s").
#[must_use]
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.nfd().filter(|&c| !is_combining_mark(c)) {
        if c.is_alphanumeric() {
            folded.extend(c.to_lowercase());
        } else if !is_apostrophe(c) && !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The text without doubled letters; doubled digits stay.
pub(crate) fn undoubled(text: &str) -> String {
    let mut simple = String::with_capacity(text.len());
    for c in text.chars() {
        if !simple.ends_with(c) || c.is_numeric() {
            simple.push(c);
        }
    }
    simple
}

/// The straight and curly apostrophes and the letters that stand for a glottal stop.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`')
}

/// Whether the first letter is a capital.
pub(crate) fn is_capitalized(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The word with its first letter as a capital; the other letters stay as they are.
pub(crate) fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Whether the word has at least two letters and none of them is small ("SPF", "U.N.").
pub(crate) fn is_all_caps(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !word.chars().any(char::is_lowercase)
}

/// Words with the spaces that tokens have between them.
pub(crate) fn join_words(words: &[String]) -> String {
    words
        .join(" ")
        .replace(" - ", "-")
        .replace(" '", "'")
        .replace(" ,", ",")
        .replace(" .", ".")
        .replace("$ ", "$")
        .replace("€ ", "€")
        .replace("£ ", "£")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_makes_spellings_equal() {
        assert_eq!(fold("Al-Shabāb"), fold("al Shabab"));
        assert_eq!(fold("N’Djamena"), "ndjamena");
        assert_eq!(fold("  (São Tomé) "), "sao tome");
    }

    #[test]
    fn near_words_are_found_and_far_ones_not() {
        assert_eq!(nearest("evnt", ["place", "event"]).as_deref(), Some("event"));
        assert_eq!(nearest("xyz", ["place", "event"]), None);
    }
}

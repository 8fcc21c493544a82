//! How a word is written: its casing, its normal form, its affixes.

/// How the letters of a word are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Casing {
    /// No letter at all: numbers, punctuation.
    None,
    /// All letters in lower case.
    Lower,
    /// First letter a capital, the others lower case; at least two letters.
    Title,
    /// All letters capitals; at least two.
    Upper,
    /// One capital letter and no other cased character.
    Initial,
    /// Anything else: "McDonald", "iPhone", "al-Shabaab".
    Mixed,
}

/// The casing of `form`.
pub(crate) fn casing(form: &str) -> Casing {
    let (mut upper, mut lower, mut first_upper) = (0_u32, 0_u32, false);
    for c in form.chars() {
        if c.is_uppercase() {
            first_upper |= upper + lower == 0;
            upper += 1;
        } else if c.is_lowercase() {
            lower += 1;
        }
    }
    match (upper, lower) {
        (0, 0) => Casing::None,
        (0, _) => Casing::Lower,
        (1, 0) => Casing::Initial,
        (_, 0) => Casing::Upper,
        (1, _) if first_upper => Casing::Title,
        _ => Casing::Mixed,
    }
}

/// Whether a sentence is set in capitals, as some headlines are; its casing is then no sign of names.
///
/// True when at least three words and three quarters of the words with letters are all capitals.
pub(crate) fn is_set_in_capitals(forms: &[&str]) -> bool {
    let (mut capitals, mut words) = (0, 0);
    for form in forms {
        match casing(form) {
            Casing::Upper => (capitals, words) = (capitals + 1, words + 1),
            Casing::Lower | Casing::Title | Casing::Mixed => words += 1,
            Casing::None | Casing::Initial => {}
        }
    }
    capitals >= 3 && capitals * 4 >= words * 3
}

/// Clears `out` and writes `form` into it in lower case, with `0` for every digit.
///
/// Words longer than [`MAX_WORD_BYTES`] are cut: an address or a line of dashes need not be learned, and the cost of a
/// token stays bounded.
pub(crate) fn normalize_word(form: &str, out: &mut String) {
    out.clear();
    if form.is_ascii() {
        out.extend(form.bytes().take(MAX_WORD_BYTES).map(normal_ascii));
        return;
    }
    for c in form.chars() {
        if out.len() >= MAX_WORD_BYTES {
            break;
        }
        match c {
            '\u{2019}' | '\u{2018}' => out.push('\''),
            '\u{201c}' | '\u{201d}' => out.push('"'),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            _ if c.is_ascii() => out.push(normal_ascii(c as u8)),
            _ => out.extend(c.to_lowercase()),
        }
    }
}

/// Longest normalized word, in bytes.
pub(crate) const MAX_WORD_BYTES: usize = 64;

fn normal_ascii(byte: u8) -> char {
    char::from(if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() })
}

/// The last `count` characters of `word`, or all of them.
pub(crate) fn suffix(word: &str, count: usize) -> &str {
    let start = word.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    &word[start..]
}

/// The first `count` characters of `word`, or all of them.
pub(crate) fn prefix(word: &str, count: usize) -> &str {
    let end = word.char_indices().nth(count).map_or(word.len(), |(at, _)| at);
    &word[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn casing_tells_names_from_headlines() {
        let seen: Vec<Casing> = ["1990", "town", "Somalia", "UN", "A", "al-Shabaab"].into_iter().map(casing).collect();
        use Casing::{Initial, Lower, Mixed, None, Title, Upper};
        assert_eq!(seen, [None, Lower, Title, Upper, Initial, Mixed]);
    }

    #[test]
    fn a_headline_in_capitals_is_noticed() {
        assert!(is_set_in_capitals(&["UGANDA", "SENDS", "TROOPS", "TO", "SOMALIA"]));
        assert!(!is_set_in_capitals(&["The", "UN", "and", "AU", "met", "IGAD"]));
    }

    #[test]
    fn words_are_normalized_without_digits_and_capitals() {
        let mut out = String::new();
        normalize_word("COVID-19", &mut out);
        assert_eq!(out, "covid-00");
        normalize_word("D\u{e9}by\u{2019}s", &mut out);
        assert_eq!(out, "d\u{e9}by's");
        assert_eq!((suffix(&out, 3), prefix(&out, 2)), ("y's", "d\u{e9}"));
    }
}

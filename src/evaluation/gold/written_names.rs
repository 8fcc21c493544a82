//! The forms in which found and annotated names are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Titles and ranks, which do not count at the start of a person's name.
const TITLES: &str = "mr mrs ms miss dr prof professor sir dame lord lady sheikh sheik h e he she excellency hon \
    honourable honorable gen general maj major lt lieutenant col colonel brig brigadier capt captain cpl sgt sergeant \
    adm admiral cmdr commander president minister prime deputy vice ambassador amb secretary envoy governor mayor king \
    queen prince princess emir sultan senator representative rep chief chairman chairwoman chairperson director \
    commissioner inspector superintendent police the officer";

/// Kinds of gatherings. Two described events of one kind may be the same.
const KINDS: &str = "meeting talks workshop ceremony conference summit training course visit forum exercise session \
    seminar briefing signing launch launching graduation election elections tour dialogue negotiations consultations \
    congress assembly drill reception inauguration opening handover commemoration symposium retreat webinar hearing \
    trial press news";

/// The name in small letters without diacritics, possessive endings, punctuation and a leading article.
pub(super) fn normalized(name: &str) -> String {
    let letters = name.nfkd().filter(|&c| canonical_combining_class(c) == 0);
    let folded = without_possessives(&letters.flat_map(folded).collect::<String>());
    let words = folded.split(|c| !is_of_word(c) && c != '&').filter(|word| !word.is_empty());
    let words = words.collect::<Vec<_>>().join(" ");
    let bare = ["the ", "a ", "an "].into_iter().find_map(|article| words.strip_prefix(article));
    bare.unwrap_or(&words).to_owned()
}

/// A normalized name without the titles in front of it; one word always remains.
pub(super) fn without_titles(mut name: &str) -> &str {
    while let Some((first, rest)) = name.split_once(' ')
        && TITLES.split(' ').any(|title| title == first)
    {
        name = rest;
    }
    name
}

/// Whether the word names a kind of gathering.
pub(super) fn is_kind(word: &str) -> bool {
    KINDS.split(' ').any(|kind| kind == word)
}

/// The small letters for a letter. "ß" and the Greek final sigma equal "ss" and sigma, as Unicode case folding has it.
fn folded(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'ß' | 'ẞ' => ('s', Some('s')),
        'ς' => ('σ', None),
        _ => (c, None),
    };
    first.to_lowercase().chain(second)
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The text with a space instead of each apostrophe, and without the "s" between one and the end of a word.
fn without_possessives(text: &str) -> String {
    let mut parts = text.split(['’', '\'', '`']);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push(' ');
        let rest = part.strip_prefix('s').filter(|rest| !rest.starts_with(is_of_word));
        kept.push_str(rest.unwrap_or(part));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_become_equal() {
        let table = [
            ("The São Tomé’s Port-Authority", "sao tome port authority"),
            ("Côte d'Ivoire", "cote d ivoire"),
            ("the Ministry of Health & Sport", "ministry of health & sport"),
            ("Groß's", "gross"),
            ("Athens' A-team", "athens a team"),
        ];
        for (name, expected) in table {
            assert_eq!(normalized(name), expected);
        }
    }

    #[test]
    fn titles_in_front_do_not_count_but_a_title_alone_stays() {
        assert_eq!(without_titles("prime minister moana tui"), "moana tui");
        assert_eq!(without_titles("deputy president"), "president");
    }
}

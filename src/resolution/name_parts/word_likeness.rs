//! Compares the spelling of two words of names.
//!
//! Names from other scripts have many spellings: Yusuf and Yussuf, Mohamed and Muhammad. The rules here follow the
//! differences between common romanizations (doubled letters, o/u, e/i, a/e, q/k, final h), not single names.

use super::nicknames::may_be_one;
use crate::text::undoubled;

/// How similar two words are, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::resolution) enum Likeness {
    /// Not similar.
    None,
    /// Similar to the eye, but perhaps two names: "Hassan" and "Hussein".
    Near,
    /// Given names that one person may bear side by side: "Bob" and "Robert".
    Nickname,
    /// One is the initial of the other: "M" and "Moana".
    Initial,
    /// A long word with one letter added, missing or changed.
    Typo,
    /// Two spellings of the same sounds: "Mohamed" and "Muhammad".
    Variant,
    /// Equal except for doubled letters: "Yusuf" and "Yussuf".
    Doubled,
    /// Equal.
    Equal,
}

/// Minimum length at which one different letter is a typing error rather than another name.
const MIN_TYPO_LETTERS: usize = 6;

/// Minimum Jaro-Winkler similarity (Winkler 1990) at which a reader may confuse two words.
const MIN_NEAR: f64 = 0.86;

/// Groups of letters and the letters that stand for the same sound, in the order in which they are tried.
const SOUNDS: [(&str, &str); 23] = [
    ("oe", "u"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ph", "f"),
    ("ck", "k"),
    ("tch", "ch"),
    ("dj", "j"),
    ("dzh", "j"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("sch", "sh"),
    ("ch", "ch"),
    ("ce", "se"),
    ("ci", "si"),
    ("c", "k"),
    ("q", "k"),
    ("w", "v"),
    ("x", "ks"),
    ("y", "i"),
    ("o", "u"),
];

/// How similar two folded words are.
pub(in crate::resolution) fn likeness(a: &str, b: &str) -> Likeness {
    if a == b {
        return Likeness::Equal;
    }
    if is_initial(a, b) || is_initial(b, a) {
        return Likeness::Initial;
    }
    let (letters_a, letters_b) = (a.chars().count(), b.chars().count());
    if letters_a.min(letters_b) >= 4 && undoubled(a) == undoubled(b) {
        return Likeness::Doubled;
    }
    let (sound_a, sound_b) = (sounds(a), sounds(b));
    if letters_a.min(letters_b) >= 4 && sound_alike(&sound_a, &sound_b) {
        return Likeness::Variant;
    }
    let same_start = a.chars().next() == b.chars().next();
    let is_long = letters_a.min(letters_b) >= MIN_TYPO_LETTERS;
    if is_long && same_start && strsim::osa_distance(a, b) == 1 && ending(a) == ending(b) {
        return Likeness::Typo;
    }
    if may_be_one(a, b) {
        return Likeness::Nickname;
    }
    if strsim::jaro_winkler(a, b) >= MIN_NEAR || consonants(&sound_a) == consonants(&sound_b) {
        return Likeness::Near;
    }
    Likeness::None
}

fn is_initial(short: &str, long: &str) -> bool {
    short.chars().count() == 1 && long.starts_with(short) && long.chars().count() > 1
}

/// The sounds of a word, as far as its letters show them.
fn sounds(word: &str) -> String {
    let mut rest = word;
    let mut sounds = String::with_capacity(word.len());
    while let Some(first) = rest.chars().next() {
        match SOUNDS.iter().find(|(letters, _)| rest.starts_with(letters)) {
            Some((letters, sound)) => {
                sounds.push_str(sound);
                rest = &rest[letters.len()..];
            }
            None => {
                sounds.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    let undoubled = undoubled(&sounds);
    undoubled.strip_suffix('h').map_or(undoubled.clone(), str::to_owned)
}

/// Whether two words are equal except for vowels that romanizations interchange. The last vowel must agree: it
/// distinguishes "Mario" from "Maria".
fn sound_alike(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let last = a.len().saturating_sub(1);
    let alike = |(at, (x, y)): (usize, (&char, &char))| {
        x == y || (at > 0 && at < last && matches!((x, y), ('a', 'e') | ('e', 'a') | ('e', 'i') | ('i', 'e')))
    };
    a.len() == b.len() && a.iter().zip(&b).enumerate().all(alike)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// The last letter if it is a vowel.
fn ending(word: &str) -> Option<char> {
    word.chars().last().filter(|&c| is_vowel(c))
}

fn consonants(sounds: &str) -> String {
    sounds.chars().enumerate().filter(|&(at, c)| at == 0 || !is_vowel(c)).map(|(_, c)| c).collect()
}

/// A key that similar words share: their sounds, with one letter for all vowels that romanizations interchange.
pub(in crate::resolution) fn skeleton(word: &str) -> String {
    let open = |c: char| match c {
        'e' | 'i' => 'a',
        'o' => 'u',
        _ => c,
    };
    undoubled(&sounds(word).chars().map(open).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_romanizations_are_variants() {
        for (a, b) in [("mohamed", "muhammad"), ("ahmed", "ahmad"), ("mahmoud", "mahmud"), ("osman", "usman")] {
            assert_eq!(likeness(a, b), Likeness::Variant, "{a} {b}");
            assert_eq!(skeleton(a), skeleton(b), "{a} {b}");
        }
        assert_eq!(likeness("yusuf", "yussuf"), Likeness::Doubled);
        assert_eq!(likeness("abdullah", "abdulla"), Likeness::Variant);
    }

    #[test]
    fn different_names_are_not_variants() {
        for (a, b) in
            [("hassan", "hussein"), ("mario", "maria"), ("daniel", "daniela"), ("tamm", "tamme"), ("oli", "ali")]
        {
            assert!(likeness(a, b) <= Likeness::Near, "{a} {b} {:?}", likeness(a, b));
        }
        assert_eq!(likeness("peru", "chile"), Likeness::None);
    }

    #[test]
    fn one_letter_is_an_initial_and_typos_need_long_words() {
        assert_eq!(likeness("m", "moana"), Likeness::Initial);
        assert_eq!(likeness("tamsk", "tamsi"), Likeness::Near);
        assert_eq!(likeness("quispez", "quispes"), Likeness::Typo);
    }
}

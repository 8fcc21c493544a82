//! Names of persons.

use super::word_likeness::skeleton;
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::name_search::plain;

/// Bits of an equal part of a name, by the number of countries in which it is among the most common names
/// (`person_names.tsv`): a common name proves less. Set by hand so that two rare parts are enough for a merge, two
/// common ones are not and three common ones nearly are; `whomet eval pairs` scores them.
const BITS: [(usize, f32); 4] = [(0, 7.2), (1, 4.6), (4, 3.4), (usize::MAX, 2.6)];

/// Additional bits if all parts agree: few people in one collection of articles share a whole name.
pub(in crate::resolution) const WHOLE_NAME: f32 = 2.5;

/// Bits at which the name alone is enough for a merge, beyond the prior of the comparison.
const ENOUGH: f32 = 9.68;

/// The parts of a person's name.
#[derive(Debug, Clone)]
pub(in crate::resolution) struct PersonName {
    /// Its parts, folded, without small words such as "al" and "de"; a part of one letter is an initial.
    pub(in crate::resolution) parts: Vec<Part>,
    /// All its words written together, small words too: "pietervandervelde".
    pub(in crate::resolution) together: String,
    /// Which of several of one name in a family it is: "jr", "sr", "iii".
    pub(in crate::resolution) suffix: Option<String>,
    /// Whether it is one word: "Chih-ming" is a given name alone.
    is_one_word: bool,
}

/// The words after a name that tell father from son, and the form that stands for each.
const SUFFIXES: [(&str, &str); 7] =
    [("jr", "jr"), ("junior", "jr"), ("sr", "sr"), ("senior", "sr"), ("ii", "ii"), ("iii", "iii"), ("iv", "iv")];

/// A part of a name.
#[derive(Debug, Clone)]
pub(in crate::resolution) struct Part {
    pub(in crate::resolution) word: String,
    /// Its weight if the other name has it too.
    pub(in crate::resolution) bits: f32,
}

impl PersonName {
    pub(in crate::resolution) fn new(name: &str, lexicon: &Lexicon) -> Self {
        let folded = match name.split_once(", ") {
            Some((family, given)) if !given.contains(',') && suffix_of(&plain(given)).is_none() => {
                plain(&format!("{given} {family}"))
            }
            _ => plain(name),
        };
        let mut words: Vec<&str> = folded.split(' ').collect();
        let suffix = words.last().and_then(|last| suffix_of(last)).filter(|_| words.len() > 2);
        if suffix.is_some() {
            words.pop();
        }
        let start = honorifics(&words, lexicon);
        // The last word is a family name even if it is a small word: "Anh Le".
        let (last, before) = words[start..].split_last().expect("a split text has a part");
        let is_small = |word: &&&str| lexicon.is(Class::Particle, word) && word.chars().count() > 1;
        let mut kept: Vec<&str> = before.iter().filter(|word| !is_small(word)).copied().collect();
        kept.push(last);
        let part = |word: &str| Part { word: word.to_owned(), bits: bits_of(word, lexicon) };
        Self {
            is_one_word: !name.trim().contains(' '),
            together: words[start..].concat(),
            suffix: suffix.map(str::to_owned),
            parts: kept.into_iter().map(part).collect(),
        }
    }

    /// Whether it is a lone given or family name, perhaps with initials.
    pub(in crate::resolution) fn is_lone(&self) -> bool {
        self.is_one_word || self.full_parts().count() < 2
    }

    /// Whether the name is common.
    pub(in crate::resolution) fn is_common(&self) -> bool {
        self.full_parts().map(|part| part.bits).sum::<f32>() + WHOLE_NAME < ENOUGH
    }

    /// The parts that are not initials.
    pub(in crate::resolution) fn full_parts(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| !part.is_initial())
    }

    /// The skeletons of its full parts.
    pub(in crate::resolution) fn skeletons(&self) -> Vec<String> {
        self.full_parts().map(|part| skeleton(&part.word)).collect()
    }
}

impl Part {
    pub(in crate::resolution) fn is_initial(&self) -> bool {
        self.word.chars().count() == 1
    }
}

/// The suffix that a folded word is, if it is one.
fn suffix_of(word: &str) -> Option<&'static str> {
    SUFFIXES.iter().find(|(known, _)| *known == word).map(|(_, suffix)| *suffix)
}

fn bits_of(word: &str, lexicon: &Lexicon) -> f32 {
    let countries = lexicon.lands_with_name(word);
    BITS.iter().find(|(most, _)| countries <= *most).map_or(0.0, |(_, bits)| *bits)
}

/// Number of words of the titles at the start; at least one word remains.
fn honorifics(words: &[&str], lexicon: &Lexicon) -> usize {
    let mut start = 0;
    while let Some((length, _)) = lexicon.title(&words[start..]) {
        if start + length >= words.len() {
            break;
        }
        start += length;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> PersonName {
        PersonName::new(text, Lexicon::shipped())
    }

    fn parts(text: &str) -> Vec<String> {
        name(text).parts.into_iter().map(|part| part.word).collect()
    }

    #[test]
    fn titles_and_small_words_are_not_parts() {
        assert_eq!(parts("Gen. Moana Tui"), ["moana", "tui"]);
        assert_eq!(parts("Badr al-Tamimi"), ["badr", "tamimi"]);
        assert_eq!(parts("Quispe, Rosa M."), ["rosa", "m", "quispe"]);
        assert_eq!(parts("Łukasz Đorđević"), ["lukasz", "djordjevic"]);
    }

    #[test]
    fn a_suffix_is_no_part() {
        for text in ["Moana Tui Jr.", "Moana Tui, Jr.", "Moana Tui Junior"] {
            assert_eq!(parts(text), ["moana", "tui"], "{text}");
            assert_eq!(name(text).suffix.as_deref(), Some("jr"), "{text}");
        }
        assert_eq!(name("Moana Tui").suffix, None);
    }

    #[test]
    fn rare_names_prove_more_than_common_ones() {
        assert!(name("Maria López").is_common() && !name("Maria Tuilagi").is_common());
        assert!(!name("Moana Tuilagi").is_common());
        assert!(name("Tuilagi").is_lone() && name("M. Tuilagi").is_lone() && name("Ya-ting").is_lone());
    }
}

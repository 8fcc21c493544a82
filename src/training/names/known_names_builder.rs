//! Builds the entries of the lists of known names.

use std::collections::BTreeMap;

use crate::analysis::names::known_names::{List, MAX_PHRASE, PHRASE_LISTS, STARTS_PHRASE, phrase_hash};
use crate::analysis::names::word::hash_lower;

/// Collects phrases for a [`KnownNames`](crate::analysis::names::known_names::KnownNames).
#[derive(Debug, Default)]
pub(crate) struct KnownNamesBuilder {
    entries: BTreeMap<u32, u32>,
}

impl KnownNamesBuilder {
    /// Adds a phrase to a list, as written and with its hyphens as tokens of their own.
    ///
    /// A phrase of several words is taken only for the phrase lists.
    pub(crate) fn add(&mut self, phrase: &str, list: List) {
        let split = phrase.replace('-', " - ");
        let clitics = split.replace("'s ", " 's ");
        for variant in [phrase, split.as_str(), clitics.as_str()] {
            self.add_words(&variant.split_whitespace().collect::<Vec<_>>(), list);
        }
    }

    fn add_words(&mut self, words: &[&str], list: List) {
        let hashes: Vec<u32> = words.iter().map(|word| hash_lower(word)).collect();
        match hashes.as_slice() {
            [] => {}
            [word] => *self.entries.entry(*word).or_default() |= list.bit(),
            [first, ..] => {
                if list as u32 >= PHRASE_LISTS || hashes.len() > MAX_PHRASE {
                    return;
                }
                *self.entries.entry(*first).or_default() |= STARTS_PHRASE;
                *self.entries.entry(phrase_hash(hashes)).or_default() |= list.bit();
            }
        }
    }

    /// The entries in rising order of their hashes.
    pub(crate) fn finish(self) -> Vec<(u32, u32)> {
        self.entries.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::names::known_names::{BEGIN_SHIFT, INSIDE_SHIFT, KnownNames};
    use crate::analysis::names::word::Word;

    fn lexicon(phrases: &[(&str, List)]) -> KnownNames {
        let mut builder = KnownNamesBuilder::default();
        for &(phrase, list) in phrases {
            builder.add(phrase, list);
        }
        KnownNames::from_entries(&builder.finish())
    }

    fn marks(lexicon: &KnownNames, sentence: &str) -> Vec<u32> {
        let words: Vec<Word> = sentence.split(' ').map(Word::new).collect();
        let mut marks = Vec::new();
        lexicon.mark(&words, &mut marks);
        marks
    }

    #[test]
    fn the_longest_phrase_wins() {
        let lexicon =
            lexicon(&[("Guinea", List::Country), ("Papua New Guinea", List::Country), ("Lae", List::Settlement)]);
        let country = List::Country.bit();
        let found = marks(&lexicon, "in Papua New Guinea , Lae");
        assert_eq!(found[1], country << BEGIN_SHIFT);
        assert_eq!(found[3], country | (country << INSIDE_SHIFT));
        assert_eq!((found[0], found[5]), (0, List::Settlement.bit()));
    }

    #[test]
    fn hyphenated_names_are_found_whole_and_split() {
        let lexicon = lexicon(&[("Guinea-Bissau", List::Country)]);
        assert_eq!(marks(&lexicon, "Guinea-Bissau"), [List::Country.bit()]);
        assert_eq!(marks(&lexicon, "Guinea - Bissau")[2], List::Country.bit() << INSIDE_SHIFT);
    }
}

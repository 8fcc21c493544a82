//! Collects the words of the training data with the tags that they had.

use std::collections::BTreeMap;

use super::gold_sentence::GoldSentence;
use crate::analysis::tagger::known_words::{FIXED_BITS, word_key};
use crate::analysis::word_form::normalize_word;

/// A word is in the lexicon from this count on; rarer ones are treated like unknown ones, so that training sees
/// what unknown words look like. Chosen on the development sets among 2, 3 and 5.
const MIN_COUNT: u32 = 3;

/// A word of at least this count whose tag is the same in all but one of [`FIXED_PURITY`] cases is not decided on.
const FIXED_COUNT: u32 = 40;
const FIXED_PURITY: u32 = 400;

/// A tag counts for the ambiguity class of a word if it is at least this share of its uses, in percent.
const AMBIGUITY_PERCENT: u32 = 8;

/// Entries of the tagger's lexicon, in ascending order of keys, from the classes of every token.
pub(crate) fn lexicon_entries(sentences: &[GoldSentence], classes: &[Vec<u8>]) -> Vec<(u32, u32)> {
    let mut counts: BTreeMap<u32, BTreeMap<u8, u32>> = BTreeMap::new();
    let mut word = String::new();
    for (sentence, classes) in sentences.iter().zip(classes) {
        for (form, &class) in sentence.forms.iter().zip(classes) {
            normalize_word(form, &mut word);
            *counts.entry(word_key(&word)).or_default().entry(class).or_default() += 1;
        }
    }
    let mut sets: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
    let mut entries = Vec::new();
    for (key, classes) in counts {
        let total: u32 = classes.values().sum();
        if total < MIN_COUNT {
            continue;
        }
        let common = |count: u32| count * 100 >= total * AMBIGUITY_PERCENT;
        let mut set: Vec<u8> = classes.iter().filter(|(_, count)| common(**count)).map(|(&c, _)| c).collect();
        let top = classes.iter().max_by_key(|(_, count)| **count).map_or((0, 0), |(&class, &count)| (class, count));
        set.insert(0, top.0);
        let next = sets.len() as u32 + 1;
        let ambiguity = *sets.entry(set).or_insert(next);
        let is_fixed = total >= FIXED_COUNT && (total - top.1) * FIXED_PURITY < total;
        let fixed = if is_fixed { u32::from(top.0) + 1 } else { 0 };
        entries.push((key, ambiguity << FIXED_BITS | fixed));
    }
    entries
}

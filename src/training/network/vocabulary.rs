//! The words and tags that get rows in the parser's tables.

use std::collections::BTreeMap;

use crate::analysis::network::{UNKNOWN, Vocabulary};
use crate::analysis::tag::Tag;
use crate::analysis::word_form::normalize_word;
use crate::analysis::word_vectors::WordVectors;
use crate::stable_hash::fx;
use crate::training::gold_sentence::GoldSentence;
use crate::training::model_writer::{ModelWriter, map_of, write_map};

/// A word is known to the parser from this count in the treebank on.
const MIN_COUNT: u32 = 2;

/// A word that the treebank does not have often enough is known from this count in the other text on.
const MIN_TEXT_COUNT: u32 = 5;

/// Words by key and tags by code that occur in training, and how often the word of each row does in the treebank.
pub(crate) fn learn_vocabulary(
    sentences: &[GoldSentence],
    tags: &[Vec<Tag>],
    text: &[Vec<String>],
    out: &mut ModelWriter,
) -> (Vocabulary, Vec<u32>) {
    let mut counts = count_words(sentences.iter().flat_map(|sentence| &sentence.forms));
    for (key, count) in count_words(text.iter().flatten()) {
        if count >= MIN_TEXT_COUNT {
            // Marked as known by a high bit, which is taken off below.
            *counts.entry(key).or_default() |= IN_TEXT;
        }
    }
    counts.retain(|_, count| *count >= MIN_COUNT);
    let words: Vec<(u32, u32)> = counts.keys().zip(1..).map(|(&key, row)| (key, row)).collect();
    let mut codes: Vec<u32> = tags.iter().flatten().map(|tag| u32::from(tag.code())).collect();
    codes.sort_unstable();
    codes.dedup();
    let tags: Vec<(u32, u32)> = codes.into_iter().zip(1..).collect();
    write_map(&words, out);
    write_map(&tags, out);
    let frequencies = std::iter::once(0).chain(counts.into_values().map(|count| count & !IN_TEXT)).collect();
    let (word_rows, tag_rows) = (words.len() + 1, tags.len() + 1);
    let (words, tags) = (map_of(&words), map_of(&tags));
    (Vocabulary { vectors: WordVectors::shipped(), words, word_rows, tags, tag_rows }, frequencies)
}

/// The rows of `forms` in the table of words.
pub(crate) fn word_rows(vocabulary: &Vocabulary, forms: &[String]) -> Vec<u32> {
    let mut word = String::new();
    let row = |form: &String| {
        normalize_word(form, &mut word);
        vocabulary.words.get(fx::key(fx::hash(word.as_bytes()))).copied().unwrap_or(UNKNOWN)
    };
    forms.iter().map(row).collect()
}

/// Set in the count of a word that is common in the other text.
const IN_TEXT: u32 = 1 << 31;

fn count_words<'a>(forms: impl Iterator<Item = &'a String>) -> BTreeMap<u32, u32> {
    let mut counts = BTreeMap::new();
    let mut word = String::new();
    for form in forms {
        normalize_word(form, &mut word);
        *counts.entry(fx::key(fx::hash(word.as_bytes()))).or_default() += 1;
    }
    counts
}

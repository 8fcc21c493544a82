//! Everything that a name finder learns from: features and allowed tags of every token.

use std::collections::HashMap;
use std::ops::Range;

use crate::analysis::names::lattice::Row;
use crate::analysis::names::seen_sentence::SeenSentence;

/// A sentence of the corpus.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    /// Tokens in the flat vectors of the corpus.
    pub(crate) tokens: Range<usize>,
    pub(crate) weight: f32,
    /// Whether a program labelled it.
    pub(crate) is_silver: bool,
}

/// Everything to learn from, in flat vectors.
#[derive(Debug, Default)]
pub(crate) struct Corpus {
    /// Key of each feature; its index is the number the other fields use.
    pub(crate) features: Vec<u32>,
    /// Whether a feature belongs to one source only and is not part of the model.
    pub(crate) is_private: Vec<bool>,
    pub(crate) examples: Vec<Example>,
    /// Per token the end of its features in `ids`; they start where those of the token before end.
    pub(crate) ends: Vec<usize>,
    pub(crate) ids: Vec<u32>,
    /// Per token the bit set of its possible tags.
    pub(crate) allowed: Vec<u32>,
    /// Per token the scores that are fixed already; empty until the last step.
    pub(crate) fixed: Vec<Row>,
    /// Examples of each document.
    pub(crate) documents: Vec<Range<usize>>,
    /// One per example.
    pub(crate) views: Vec<SeenSentence>,
}

impl Corpus {
    /// The features of a token.
    pub(crate) fn features_of(&self, token: usize) -> &[u32] {
        let start = token.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.ids[start..self.ends[token]]
    }

    /// Replaces feature numbers by what `renumber` says; features without a new number are left out.
    pub(crate) fn renumber(&mut self, renumber: impl Fn(u32) -> Option<u32>) {
        let (mut read, mut write) = (0, 0);
        for end in &mut self.ends {
            while read < *end {
                if let Some(new) = renumber(self.ids[read]) {
                    self.ids[write] = new;
                    write += 1;
                }
                read += 1;
            }
            *end = write;
        }
        self.ids.truncate(write);
    }

    /// Leaves out the features that are not kept.
    pub(crate) fn keep(&mut self, kept: &[bool]) {
        let mut numbers = vec![None; kept.len()];
        let places = numbers.iter_mut().zip(kept).filter(|(_, kept)| **kept);
        for (new, (number, _)) in (0..).zip(places) {
            *number = Some(new);
        }
        self.renumber(|id| numbers[id as usize]);
        let mut flags = kept.iter();
        self.features.retain(|_| flags.next().copied().unwrap_or(false));
        let mut flags = kept.iter();
        self.is_private.retain(|_| flags.next().copied().unwrap_or(false));
    }

    /// Numbers the feature keys in `ids`, leaving out those seen fewer than `at_least` times.
    pub(crate) fn number_features(&mut self, at_least: usize) {
        let mut sorted = self.ids.clone();
        sorted.sort_unstable();
        let often = sorted.chunk_by(|a, b| a == b).filter(|same| same.len() >= at_least);
        let features: Vec<u32> = often.map(|same| same[0]).collect();
        let numbers: HashMap<u32, u32> = features.iter().copied().zip(0..).collect();
        self.renumber(|key| numbers.get(&key).copied());
        self.features = features;
    }
}

//! The name finder and its model.

use super::consistency::Consistency;
use super::known_names::KnownNames;
use super::lattice::{Backpointers, Factors, Lattice, Row, Transitions, viterbi};
use super::name_features::features;
use super::name_kind::{NameKind, Place, WIDTH, untag};
use super::name_model::ModelParts;
use super::name_weights::WeightTable;
use super::seen_sentence::SeenSentence;
use crate::analysis::labels::TokenId;
use crate::analysis::model_file::ModelError;
use crate::analysis::tag::Tag;
use crate::flat_table::FlatTable;
use crate::span::Span;

/// A name in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Tokens of the sentence, 0-based, end excluded; never empty.
    pub tokens: Span<TokenId>,
    /// What it names.
    pub kind: NameKind,
    /// Probability of the least certain token of the name, 0.0 to 1.0.
    pub confidence: f32,
}

/// Finds the names of a document.
///
/// Threads can share one; each thread needs its own [`NameScratch`].
#[derive(Debug, Clone)]
pub struct NameFinder {
    lexicon: KnownNames,
    weights: WeightTable,
    transitions: Transitions,
    factors: Factors,
}

/// Buffers of [`NameFinder::find`], reused between documents.
#[derive(Debug, Default)]
pub struct NameScratch {
    views: Vec<SeenSentence>,
    spellings: FlatTable<u8>,
    consistency: Consistency,
    /// Scores and probabilities of all tokens of the document, sentence after sentence.
    scores: Vec<Row>,
    marginals: Vec<Row>,
    sentence_marginals: Vec<Row>,
    lattice: Lattice,
    back: Backpointers,
    path: Vec<u8>,
}

impl NameFinder {
    /// Reads a model file that `training::train_name_finder` made.
    ///
    /// # Errors
    /// [`ModelError`] if the bytes are not a whole model of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        Ok(Self::from_parts(&ModelParts::from_bytes(bytes)?))
    }

    pub(crate) fn from_parts(parts: &ModelParts) -> Self {
        Self {
            lexicon: KnownNames::from_entries(&parts.lists),
            weights: WeightTable::new(&parts.features, parts.scale),
            factors: parts.transitions.factors(),
            transitions: parts.transitions.clone(),
        }
    }

    /// Finds the names of a whole document.
    ///
    /// `sentences` are the word forms of each sentence in text order, `tags` the tags that the tagger gives them. The
    /// result has one entry per sentence: its names in text order, without overlap. Words may lack tags, but then
    /// fewer names are found.
    ///
    /// # Complexity
    /// Linear in the number of tokens, in time and memory.
    pub fn find<T: AsRef<[S]>, S: AsRef<str>>(
        &self,
        sentences: &[T],
        tags: &[Vec<Tag>],
        scratch: &mut NameScratch,
    ) -> Vec<Vec<Name>> {
        self.look(sentences, tags, scratch);
        self.score(sentences.len(), scratch);
        self.decode(sentences.len(), scratch)
    }

    /// Fills the views: words, list marks, runs of capitals.
    fn look<T: AsRef<[S]>, S: AsRef<str>>(&self, sentences: &[T], tags: &[Vec<Tag>], scratch: &mut NameScratch) {
        let NameScratch { views, spellings, .. } = scratch;
        views.resize_with(views.len().max(sentences.len()), SeenSentence::default);
        spellings.reset(1024);
        for (at, (view, sentence)) in views.iter_mut().zip(sentences).enumerate() {
            let tags = tags.get(at).map_or(&[][..], Vec::as_slice);
            view.load(sentence.as_ref(), tags, &self.lexicon);
            view.report(spellings);
        }
        for view in views.iter_mut().take(sentences.len()) {
            view.notice(spellings);
        }
    }

    /// First look: computes scores and probabilities sentence by sentence.
    fn score(&self, count: usize, scratch: &mut NameScratch) {
        let NameScratch { views, consistency, scores, marginals, sentence_marginals, lattice, .. } = scratch;
        scores.clear();
        marginals.clear();
        consistency.reset();
        for view in &views[..count] {
            let start = scores.len();
            for at in 0..view.words.len() {
                let mut sums = [0; WIDTH];
                features(view, at, &mut |key| self.weights.add(key, &mut sums));
                scores.push(self.weights.scores(&sums));
            }
            lattice.load(&scores[start..], None);
            lattice.marginals(&self.factors, sentence_marginals);
            consistency.record(view, sentence_marginals);
            marginals.extend_from_slice(sentence_marginals);
        }
    }

    /// Second look: adds the features from other places in the document and chooses the best tags.
    fn decode(&self, count: usize, scratch: &mut NameScratch) -> Vec<Vec<Name>> {
        let NameScratch { views, consistency, scores, marginals, sentence_marginals, lattice, back, path, .. } =
            scratch;
        let mut start = 0;
        let mut names = Vec::with_capacity(count);
        for view in &views[..count] {
            let end = start + view.words.len();
            let changed = self.add_consistency(view, consistency, &marginals[start..end], &mut scores[start..end]);
            let scores = &scores[start..end];
            if changed {
                lattice.load(scores, None);
                lattice.marginals(&self.factors, sentence_marginals);
            } else {
                sentence_marginals.clear();
                sentence_marginals.extend_from_slice(&marginals[start..end]);
            }
            viterbi(scores, &self.transitions, back, path);
            names.push(read_path(path, sentence_marginals));
            start = end;
        }
        names
    }

    /// Adds the document-wide features to the scores of a sentence; returns whether there were any.
    fn add_consistency(
        &self,
        view: &SeenSentence,
        document: &Consistency,
        marginals: &[Row],
        scores: &mut [Row],
    ) -> bool {
        let mut changed = false;
        for (at, (row, scores)) in marginals.iter().zip(scores).enumerate() {
            let mut sums = [0; WIDTH];
            let mut any = false;
            document.features(view, at, row, &mut |key| {
                any = true;
                self.weights.add(key, &mut sums);
            });
            if any {
                scores.iter_mut().zip(self.weights.scores(&sums)).for_each(|(score, more)| *score += more);
                changed = true;
            }
        }
        changed
    }
}

/// The names of a tag sequence.
fn read_path(path: &[u8], marginals: &[Row]) -> Vec<Name> {
    let mut names = Vec::new();
    let mut start = 0;
    let mut confidence = 1.0_f32;
    for (at, (&tag, row)) in path.iter().zip(marginals).enumerate() {
        let Some((kind, place)) = untag(tag as usize) else { continue };
        if matches!(place, Place::Begin | Place::Unit) {
            (start, confidence) = (at, 1.0);
        }
        confidence = confidence.min(row[tag as usize]);
        if matches!(place, Place::Last | Place::Unit) {
            names.push(Name { tokens: Span::new(start, at + 1), kind, confidence: confidence.clamp(0.0, 1.0) });
        }
    }
    names
}

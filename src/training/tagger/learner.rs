//! Learns from a sentence with its correct tags.

use super::options::TaggerOptions;
use crate::analysis::network::{Network, Part, Rows, Tensor, Vocabulary, WIDTH, WordLayers};
use crate::analysis::tagger::network_tagger::{best_class, score_classes};
use crate::analysis::word_vectors::WordVectors;
use crate::stable_random::Random;
use crate::training::gold_sentence::GoldSentence;
use crate::training::network::{Weights, WordGradients, add_all_rows, drop_numbers, drop_words, exp, pass_back};

/// A sentence as the tagger sees it, with the correct classes.
pub(crate) struct Example {
    rows: Vec<Rows>,
    pub(crate) classes: Vec<usize>,
}

impl Example {
    pub(crate) fn new(sentence: &GoldSentence, classes: Vec<usize>, vocabulary: &Vocabulary) -> Self {
        let mut rows = Vec::new();
        vocabulary.look_up(&sentence.surfaces(), None, &mut String::new(), &mut rows);
        Self { rows, classes }
    }
}

/// A tagger in training.
pub(crate) struct Learner<'a> {
    options: &'a TaggerOptions,
    /// The number of classes, without those that fill up the tensors.
    classes: usize,
    /// How often the word of each row occurs.
    frequencies: Vec<u32>,
    pub(crate) weights: Weights,
    pub(crate) random: Random,
    rows: Vec<Rows>,
    layers: WordLayers,
    scores: Tensor,
    gradients: WordGradients,
    dropout: Vec<f32>,
}

impl<'a> Learner<'a> {
    pub(crate) fn new(network: Network, classes: usize, frequencies: Vec<u32>, options: &'a TaggerOptions) -> Self {
        let mut random = Random::new(0x5441_4747);
        Self {
            options,
            classes,
            frequencies,
            weights: Weights::new(network, &mut random),
            random,
            rows: Vec::new(),
            layers: WordLayers::default(),
            scores: Tensor::default(),
            gradients: WordGradients::default(),
            dropout: Vec::new(),
        }
    }

    /// Changes the weights once enough words were learned from; `rest` is the share of the training to come.
    pub(crate) fn step_if_due(&mut self, rest: f32) {
        self.weights.step_if_due(self.options.batch, self.options.rate, rest);
    }

    /// Tags a sentence and learns from it; returns how many tokens got their class.
    pub(crate) fn learn(&mut self, example: &Example) -> usize {
        self.rows.clone_from(&example.rows);
        drop_words(&mut self.rows, &self.frequencies, &mut self.random, self.options.word_dropout);
        self.layers.embed(&self.weights.network, WordVectors::shipped(), &self.rows);
        self.layers.contextualize(&self.weights.network);
        drop_numbers(&mut self.layers.context.data, &mut self.dropout, &mut self.random, self.options.dropout);
        score_classes(&self.weights.network, &self.layers, &mut self.scores);
        let mut right = 0;
        for (at, &class) in example.classes.iter().enumerate() {
            let (scores, unused) = self.scores.row_mut(at).split_at_mut(self.classes);
            right += usize::from(best_class(scores) == class);
            // Cross-entropy: the derivative is the probability, less one for the correct class.
            soft_max(scores);
            scores[class] -= 1.0;
            unused.fill(0.0);
        }
        self.gradients.start(example.classes.len(), 0);
        let by_scores = (&self.scores.data[..], self.scores.columns);
        add_all_rows(self.weights.grads[Part::ClassBias].row_mut(0), by_scores.0);
        let weights = (&self.weights.transposed.class[..], &mut self.weights.grads[Part::Class].data[..]);
        pass_back((&self.layers.context.data, WIDTH), by_scores, weights, &mut self.gradients.context.data);
        self.gradients.finish(
            &self.weights.transposed,
            &mut self.weights.grads,
            &self.layers,
            &self.rows,
            &self.dropout,
        );
        self.weights.pending += example.classes.len();
        right
    }
}

/// Turns scores into probabilities in proportion to their exponentials.
fn soft_max(scores: &mut [f32]) {
    let largest = scores.iter().copied().fold(f32::MIN, f32::max);
    scores.iter_mut().for_each(|score| *score = exp(*score - largest));
    let sum: f32 = scores.iter().sum();
    scores.iter_mut().for_each(|score| *score /= sum);
}

//! Learns from a sentence with its correct tree.

use super::gradients::Gradients;
use super::options::ParserOptions;
use super::oracle::costs;
use crate::analysis::labels::Deprel;
use crate::analysis::network::{HIDDEN, LABEL_HIDDEN, Network, Rows, Vocabulary};
use crate::analysis::parser::forward::{Layers, label_scores, transition_scores};
use crate::analysis::parser::inputs::look_ahead;
use crate::analysis::parser::state::{State, Transition};
use crate::analysis::parser::transition_parser::{best_label, best_transition, only_choice};
use crate::analysis::tag::Tag;
use crate::analysis::word_vectors::WordVectors;
use crate::stable_random::Random;
use crate::training::gold_sentence::GoldSentence;
use crate::training::network::{Weights, drop_numbers, drop_words, dropout_factor, exp};

/// A sentence as the parser sees it, with the correct arcs.
pub(crate) struct Example {
    rows: Vec<Rows>,
    ahead: Vec<[u32; 2]>,
    /// The head of every token; the number of tokens stands for the root.
    pub(crate) heads: Vec<u32>,
    deprels: Vec<Deprel>,
}

impl Example {
    pub(crate) fn new(sentence: &GoldSentence, tags: &[Tag], vocabulary: &Vocabulary) -> Self {
        let mut rows = Vec::new();
        vocabulary.look_up(&sentence.surfaces(), Some(tags), &mut String::new(), &mut rows);
        let length = sentence.forms.len() as u32;
        let heads = sentence.tree.heads().iter().map(|head| head.map_or(length, |head| head.0)).collect();
        let mut ahead = Vec::new();
        look_ahead(tags, &mut ahead);
        Self { rows, ahead, heads, deprels: sentence.tree.deprels().to_vec() }
    }
}

/// A parser in training.
pub(crate) struct Learner<'a> {
    options: &'a ParserOptions,
    /// How often the word of each row occurs.
    frequencies: Vec<u32>,
    pub(crate) weights: Weights,
    pub(crate) random: Random,
    state: State,
    rows: Vec<Rows>,
    layers: Layers,
    gradients: Gradients,
    dropout: Vec<f32>,
}

impl<'a> Learner<'a> {
    pub(crate) fn new(network: Network, frequencies: Vec<u32>, options: &'a ParserOptions) -> Self {
        let mut random = Random::new(0x5041_5253);
        Self {
            options,
            frequencies,
            weights: Weights::new(network, &mut random),
            random,
            state: State::default(),
            rows: Vec::new(),
            layers: Layers::default(),
            gradients: Gradients::default(),
            dropout: Vec::new(),
        }
    }

    /// Changes the weights once enough words were learned from; `rest` is the share of the training to come.
    pub(crate) fn step_if_due(&mut self, rest: f32) {
        self.weights.step_if_due(self.options.batch, self.options.rate, rest);
    }

    /// Parses a sentence and learns from the errors; returns how many tokens got their head.
    pub(crate) fn learn(&mut self, example: &Example, explores: bool) -> usize {
        self.prepare(example);
        self.state.start(example.heads.len());
        self.state.ahead.clone_from(&example.ahead);
        let mut right = 0;
        while !self.state.is_finished() {
            let transition = self.learn_transition(example, explores);
            match self.state.arc(transition) {
                None => self.state.shift(),
                Some((head, dependent)) => {
                    let is_right = example.heads[dependent] as usize == head;
                    right += usize::from(is_right);
                    let label = self.learn_label(example, (head, dependent), is_right);
                    self.state.attach(head, dependent, label);
                }
            }
        }
        self.gradients.finish(
            &self.weights.transposed,
            &mut self.weights.grads,
            &self.layers,
            &self.rows,
            &self.dropout,
        );
        self.weights.pending += example.heads.len();
        right
    }

    /// Computes the layers of a sentence, with words and numbers hidden at random.
    fn prepare(&mut self, example: &Example) {
        self.rows.clone_from(&example.rows);
        drop_words(&mut self.rows, &self.frequencies, &mut self.random, self.options.word_dropout);
        let words = &mut self.layers.words;
        words.embed(&self.weights.network, WordVectors::shipped(), &self.rows);
        words.contextualize(&self.weights.network);
        drop_numbers(&mut words.context.data, &mut self.dropout, &mut self.random, self.options.dropout);
        self.layers.project(&self.weights.network);
        self.gradients.start(example.heads.len());
    }

    /// Learns from a state which transition is best; returns the one to go on with.
    fn learn_transition(&mut self, example: &Example, explores: bool) -> Transition {
        let allowed = self.state.allowed();
        if let Some(only) = only_choice(allowed) {
            return only;
        }
        let costs = costs(&self.state, &example.heads);
        let least = (0..3).filter(|&at| allowed[at]).map(|at| costs[at]).min().unwrap_or(0);
        let is_good = |at: usize| allowed[at] && costs[at] == least;
        let mut hidden: [f32; HIDDEN] = self.layers.hidden(&self.weights.network, &self.state);
        hidden.iter_mut().for_each(|value| *value *= dropout_factor(&mut self.random, self.options.dropout));
        let scores = transition_scores(&self.weights.network, &hidden);
        // Cross-entropy against the share of each correct transition among the correct ones.
        let all = soft_max(&scores, |at| allowed[at]);
        let good = soft_max(&scores, is_good);
        let mut by_scores = [0.0; 3];
        (0..3).for_each(|at| by_scores[at] = all[at] - good[at]);
        self.gradients.add_transition(
            (&self.weights.network, &mut self.weights.grads),
            &self.state,
            &hidden,
            &by_scores,
        );
        let chosen = best_transition(&scores, |at| allowed[at]);
        let follows = is_good(chosen as usize) || explores && self.random.chance(self.options.exploration);
        if follows { chosen } else { best_transition(&scores, is_good) }
    }

    /// Labels an arc and, if it is correct, learns its label.
    fn learn_label(&mut self, example: &Example, arc: (usize, usize), is_right: bool) -> Deprel {
        if arc.0 == self.state.length {
            return Deprel::Root;
        }
        let mut hidden: [f32; LABEL_HIDDEN] = self.layers.label_hidden(&self.weights.network, &self.state, arc);
        hidden.iter_mut().for_each(|value| *value *= dropout_factor(&mut self.random, self.options.dropout));
        let scores = label_scores(&self.weights.network, &hidden);
        if is_right {
            let mut by_scores = soft_max(&scores, |_| true);
            by_scores[example.deprels[arc.1] as usize] -= 1.0;
            let networks = (&self.weights.network, &mut self.weights.grads);
            self.gradients.add_label(networks, (&self.state, arc), &hidden, &by_scores);
        }
        best_label(&scores)
    }
}

/// Probabilities in proportion to the exponential of the scores, of those that `may` be chosen.
fn soft_max<const N: usize>(scores: &[f32; N], may: impl Fn(usize) -> bool) -> [f32; N] {
    let largest = (0..N).filter(|&at| may(at)).map(|at| scores[at]).fold(f32::MIN, f32::max);
    let mut shares = [0.0; N];
    (0..N).filter(|&at| may(at)).for_each(|at| shares[at] = exp(scores[at] - largest));
    let sum: f32 = shares.iter().sum();
    shares.map(|share| share / sum)
}

//! Sentences with trees in, a parser model out.

use super::backward::Gradients;
use super::forward::{Layers, label_scores, transition_scores};
use super::inputs::{Rows, UNKNOWN, Vocabulary, look_ahead};
use super::network::{HIDDEN, LABEL_HIDDEN, Network, Part, exp};
use super::optimizer::{Adam, initialize};
use super::oracle::costs;
use super::pretrain::pretrain;
use super::state::{State, Transition};
use super::{Parser, best_label, best_transition, only_choice};
use crate::analysis::labels::Deprel;
use crate::analysis::model::{ModelKind, ModelWriter};
use crate::analysis::tag::Tag;
use crate::analysis::training::{OnProgress, Progress};
use crate::analysis::treebank::{GoldSentence, set_in_capitals};
use crate::stable_random::Random;

/// How a parser is trained.
#[derive(Debug, Clone, PartialEq)]
pub struct ParserOptions {
    /// Rounds over the data.
    pub rounds: usize,
    /// Words learned from before the weights change.
    pub batch: usize,
    /// Size of the first step; the steps shrink to nothing towards the end.
    pub rate: f32,
    /// In percent, how often training goes on from the parser's own choice and not from the correct one.
    pub exploration: u64,
    /// In percent, how many numbers of the vectors and hidden layers are hidden at random.
    pub dropout: u64,
    /// A word seen `n` times is taken for an unknown one with the probability `a / (a + n)`, this being `a` in
    /// hundredths (Kiperwasser and Goldberg 2016).
    pub word_dropout: u64,
    /// One sentence of so many is also learned in capitals.
    pub capitals_every: u64,
}

impl Default for ParserOptions {
    /// Chosen on the development parts of EWT and GUM.
    fn default() -> Self {
        Self { rounds: 12, batch: 300, rate: 0.002, exploration: 90, dropout: 25, word_dropout: 50, capitals_every: 30 }
    }
}

impl Parser {
    /// Learns from `sentences` and returns a model for [`Parser::from_bytes`].
    ///
    /// `tags` are what the tagger makes of each sentence without having learned from it (see
    /// [`jackknife_tags`](crate::analysis::training::jackknife_tags)). The same data and options give the same bytes.
    ///
    /// `text` is more text without annotation, as sentences of word forms; from it and from the treebank the parser
    /// learns which words are used alike before it learns to parse.
    ///
    /// # Panics
    /// If `tags` has not one list per sentence and one tag per token.
    pub fn train(
        sentences: &[GoldSentence],
        tags: &[Vec<Tag>],
        text: &[Vec<String>],
        options: &ParserOptions,
        progress: OnProgress,
    ) -> Vec<u8> {
        assert_eq!(sentences.len(), tags.len(), "one list of tags per sentence");
        let mut out = ModelWriter::default();
        let (vocabulary, frequencies) = Vocabulary::learn(sentences, tags, text, &mut out);
        let tagged = sentences.iter().zip(tags);
        let mut examples: Vec<Example> =
            tagged.map(|(sentence, tags)| Example::new(sentence, tags, &vocabulary)).collect();
        let capitals = set_in_capitals(sentences, options.capitals_every);
        examples.extend(capitals.iter().map(|sentence| Example::new(sentence, &sentence.tags, &vocabulary)));
        let (words, tag_rows) = vocabulary.rows();
        let mut learner = Learner::new(Network::zeros(words, tag_rows), frequencies, options);
        let forms = sentences.iter().map(|sentence| &sentence.forms).chain(text);
        let rows: Vec<Vec<u32>> = forms.map(|forms| vocabulary.word_rows(forms)).collect();
        pretrain(&mut learner.network[Part::Word], &rows, &mut learner.random);
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let all: usize = examples.iter().map(|example| example.heads.len()).sum();
        let mut seen = 0;
        for round in 1..=options.rounds {
            learner.random.shuffle(&mut order);
            let mut right = 0;
            for &at in &order {
                right += learner.learn(&examples[at], round > 1);
                seen += examples[at].heads.len();
                learner.step_if_due(1.0 - seen as f32 / (all * options.rounds) as f32);
            }
            let accuracy = right as f64 / all.max(1) as f64;
            progress(Progress { step: "parser", round, rounds: options.rounds, accuracy });
        }
        learner.network.write(&mut out);
        out.finish(ModelKind::Parser)
    }
}

/// A sentence as the parser sees it, with the correct arcs.
struct Example {
    rows: Vec<Rows>,
    ahead: Vec<[u32; 2]>,
    /// The head of every token; the number of tokens stands for the root.
    heads: Vec<u32>,
    deprels: Vec<Deprel>,
}

impl Example {
    fn new(sentence: &GoldSentence, tags: &[Tag], vocabulary: &Vocabulary) -> Self {
        let mut rows = Vec::new();
        vocabulary.look_up(&sentence.surfaces(), tags, &mut String::new(), &mut rows);
        let length = sentence.forms.len() as u32;
        let heads = sentence.tree.heads().iter().map(|head| head.map_or(length, |head| head.0)).collect();
        let mut ahead = Vec::new();
        look_ahead(tags, &mut ahead);
        Self { rows, ahead, heads, deprels: sentence.tree.deprels().to_vec() }
    }
}

struct Learner<'a> {
    options: &'a ParserOptions,
    /// How often the word of each row occurs.
    frequencies: Vec<u32>,
    network: Network,
    grads: Network,
    adam: Adam,
    random: Random,
    pending: usize,
    state: State,
    rows: Vec<Rows>,
    layers: Layers,
    gradients: Gradients,
    dropout: Vec<f32>,
}

impl<'a> Learner<'a> {
    fn new(mut network: Network, frequencies: Vec<u32>, options: &'a ParserOptions) -> Self {
        let grads = network.clone();
        let mut random = Random::new(0x5041_5253);
        initialize(&mut network, &mut random);
        Self {
            options,
            frequencies,
            adam: Adam::new(&network),
            network,
            grads,
            random,
            pending: 0,
            state: State::default(),
            rows: Vec::new(),
            layers: Layers::default(),
            gradients: Gradients::default(),
            dropout: Vec::new(),
        }
    }

    /// Changes the weights once enough words were learned from; `rest` is the share of the training to come.
    fn step_if_due(&mut self, rest: f32) {
        if self.pending >= self.options.batch {
            self.adam.step(&mut self.network, &mut self.grads, self.options.rate * rest.max(0.01));
            self.pending = 0;
        }
    }

    /// Parses a sentence and learns from the errors; returns how many tokens got their head.
    fn learn(&mut self, example: &Example, explores: bool) -> usize {
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
        self.gradients.finish(&self.network, &mut self.grads, &self.layers, &self.rows, &self.dropout);
        self.pending += example.heads.len();
        right
    }

    /// Computes the layers of a sentence, with words and numbers hidden at random.
    fn prepare(&mut self, example: &Example) {
        self.rows.clone_from(&example.rows);
        for row in &mut self.rows {
            let (a, n) = (self.options.word_dropout, u64::from(self.frequencies[row[0] as usize]) * 100);
            if self.random.next() % (a + n).max(1) < a {
                row[0] = UNKNOWN;
            }
        }
        self.layers.embed(&self.network, &self.rows);
        self.layers.contextualize(&self.network);
        self.dropout.clear();
        for value in &mut self.layers.context.data {
            let factor = dropout_factor(&mut self.random, self.options.dropout);
            self.dropout.push(factor);
            *value *= factor;
        }
        self.layers.project(&self.network);
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
        let mut hidden: [f32; HIDDEN] = self.layers.hidden(&self.network, &self.state);
        hidden.iter_mut().for_each(|value| *value *= dropout_factor(&mut self.random, self.options.dropout));
        let scores = transition_scores(&self.network, &hidden);
        // Cross-entropy against the share of each correct transition among the correct ones.
        let all = soft_max(&scores, |at| allowed[at]);
        let good = soft_max(&scores, is_good);
        let mut by_scores = [0.0; 3];
        (0..3).for_each(|at| by_scores[at] = all[at] - good[at]);
        self.gradients.add_transition((&self.network, &mut self.grads), &self.state, &hidden, &by_scores);
        let chosen = best_transition(&scores, |at| allowed[at]);
        let follows = is_good(chosen as usize) || explores && self.random.chance(self.options.exploration);
        if follows { chosen } else { best_transition(&scores, is_good) }
    }

    /// Labels an arc and, if it is correct, learns its label.
    fn learn_label(&mut self, example: &Example, arc: (usize, usize), is_right: bool) -> Deprel {
        if arc.0 == self.state.length {
            return Deprel::Root;
        }
        let mut hidden: [f32; LABEL_HIDDEN] = self.layers.label_hidden(&self.network, &self.state, arc);
        hidden.iter_mut().for_each(|value| *value *= dropout_factor(&mut self.random, self.options.dropout));
        let scores = label_scores(&self.network, &hidden);
        if is_right {
            let mut by_scores = soft_max(&scores, |_| true);
            by_scores[example.deprels[arc.1] as usize] -= 1.0;
            let networks = (&self.network, &mut self.grads);
            self.gradients.add_label(networks, (&self.state, arc), &hidden, &by_scores);
        }
        best_label(&scores)
    }
}

/// What a number is multiplied by: nothing with the probability `percent`, otherwise more than one to make up for it.
fn dropout_factor(random: &mut Random, percent: u64) -> f32 {
    if random.chance(percent) { 0.0 } else { 100.0 / (100 - percent) as f32 }
}

/// Probabilities in proportion to the exponential of the scores, of those that `may` be chosen.
fn soft_max<const N: usize>(scores: &[f32; N], may: impl Fn(usize) -> bool) -> [f32; N] {
    let largest = (0..N).filter(|&at| may(at)).map(|at| scores[at]).fold(f32::MIN, f32::max);
    let mut shares = [0.0; N];
    (0..N).filter(|&at| may(at)).for_each(|at| shares[at] = exp(scores[at] - largest));
    let sum: f32 = shares.iter().sum();
    shares.map(|share| share / sum)
}

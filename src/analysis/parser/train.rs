//! Sentences with trees in, a parser model out.

use std::collections::BTreeMap;

use super::features::{label_features, transition_features};
use super::oracle::costs;
use super::state::{State, Transition};
use super::view::Views;
use super::{Parser, best_label, best_transition, only_choice};
use crate::analysis::hash::{hash_bytes, key, normalize_word};
use crate::analysis::labels::Deprel;
use crate::analysis::model::{ModelKind, ModelWriter};
use crate::analysis::perceptron::Perceptron;
use crate::analysis::random::Random;
use crate::analysis::tagger::Tag;
use crate::analysis::training::{OnProgress, Progress};
use crate::analysis::treebank::GoldSentence;
use crate::analysis::weights::{KeyMap, RowTable, TripleTable};

/// A word is known to the parser from this count on; of rarer ones it sees the ending.
const MIN_COUNT: u32 = 3;

/// Weight of one update; the margins of [`ParserOptions`] are in the same unit.
const RATE: f32 = 1.0;

/// How a parser is trained.
#[derive(Debug, Clone, PartialEq)]
pub struct ParserOptions {
    /// Rounds over the data.
    pub rounds: usize,
    /// In percent, how often training goes on from the parser's own choice and not from the correct one.
    pub exploration: u64,
    /// Updates before a feature takes part in choosing a transition.
    pub min_updates: u16,
    /// By how much the best correct transition must lead before there is nothing to learn.
    pub margin: f32,
    /// Updates before a feature takes part in labelling.
    pub label_min_updates: u16,
    /// By how much the correct label must lead.
    pub label_margin: f32,
    /// Weights are stored as multiples of this; larger means a smaller and coarser model.
    pub quantum: f32,
    /// The same for the weights of labels.
    pub label_quantum: f32,
}

impl Default for ParserOptions {
    /// Chosen on the development parts of EWT and GUM.
    fn default() -> Self {
        Self {
            rounds: 10,
            exploration: 90,
            min_updates: 4,
            margin: 0.0,
            label_min_updates: 3,
            label_margin: 0.0,
            quantum: 0.25,
            label_quantum: 0.25,
        }
    }
}

impl Parser {
    /// Learns from `sentences` and returns a model for [`Parser::from_bytes`].
    ///
    /// `tags` are what the tagger makes of each sentence without having learned from it (see
    /// [`jackknife_tags`](crate::analysis::training::jackknife_tags)). The same data and options give the same bytes.
    ///
    /// # Panics
    /// If `tags` has not one list per sentence and one tag per token.
    pub fn train(
        sentences: &[GoldSentence],
        tags: &[Vec<Tag>],
        options: &ParserOptions,
        progress: OnProgress,
    ) -> Vec<u8> {
        assert_eq!(sentences.len(), tags.len(), "one list of tags per sentence");
        let entries = learn_vocabulary(sentences);
        let mut learner = Learner::new(KeyMap::from_entries(&entries), options);
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        for round in 1..=options.rounds {
            learner.random.shuffle(&mut order);
            let (mut right, mut all) = (0, 0);
            for &at in &order {
                right += learner.learn(&sentences[at], &tags[at], round > 1);
                all += sentences[at].forms.len();
            }
            let accuracy = right as f64 / all.max(1) as f64;
            progress(Progress { step: "parser", round, rounds: options.rounds, accuracy });
        }
        let mut out = ModelWriter::default();
        KeyMap::write(&entries, &mut out);
        TripleTable::write(&learner.transitions.finish(), options.quantum, &mut out);
        RowTable::write(Deprel::ALL.len(), &learner.labels.finish(), options.label_quantum, &mut out);
        out.finish(ModelKind::Parser)
    }
}

fn learn_vocabulary(sentences: &[GoldSentence]) -> Vec<(u32, u32)> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    let mut word = String::new();
    for form in sentences.iter().flat_map(|sentence| &sentence.forms) {
        normalize_word(form, &mut word);
        *counts.entry(key(hash_bytes(word.as_bytes()))).or_default() += 1;
    }
    counts.into_iter().filter(|&(_, count)| count >= MIN_COUNT).map(|(key, _)| (key, 0)).collect()
}

struct Learner<'a> {
    options: &'a ParserOptions,
    vocabulary: KeyMap,
    transitions: Perceptron,
    labels: Perceptron,
    random: Random,
    state: State,
    views: Views,
    keys: Vec<u32>,
    label_scores: Vec<f32>,
}

impl<'a> Learner<'a> {
    fn new(vocabulary: KeyMap, options: &'a ParserOptions) -> Self {
        Self {
            options,
            vocabulary,
            transitions: Perceptron::new(options.min_updates),
            labels: Perceptron::new(options.label_min_updates),
            random: Random::new(0x5041_5253),
            state: State::default(),
            views: Views::default(),
            keys: Vec::new(),
            label_scores: vec![0.0; Deprel::ALL.len()],
        }
    }

    /// Parses a sentence and learns from the errors; returns how many tokens got their head.
    fn learn(&mut self, sentence: &GoldSentence, tags: &[Tag], explores: bool) -> usize {
        let length = sentence.forms.len();
        let heads: Vec<u32> =
            sentence.tree.heads().iter().map(|head| head.map_or(length as u32, |head| head.0)).collect();
        self.views.fill(&sentence.surfaces(), tags, &self.vocabulary);
        self.state.start(length);
        let mut right = 0;
        while !self.state.is_finished() {
            let transition = self.learn_transition(&heads, explores);
            match self.state.arc(transition) {
                None => self.state.shift(),
                Some((head, dependent)) => {
                    let is_right = heads[dependent] as usize == head;
                    right += usize::from(is_right);
                    let gold = is_right.then(|| sentence.tree.deprels()[dependent]);
                    let label = self.learn_label(head, dependent, gold);
                    self.state.attach(head, dependent, label);
                }
            }
        }
        right
    }

    /// Learns from a state which transition is best; returns the one to go on with.
    fn learn_transition(&mut self, heads: &[u32], explores: bool) -> Transition {
        let allowed = self.state.allowed();
        if let Some(only) = only_choice(allowed) {
            return only;
        }
        let costs = costs(&self.state, heads);
        let least = (0..3).filter(|&at| allowed[at]).map(|at| costs[at]).min().unwrap_or(0);
        transition_features(&self.state, &self.views, &mut self.keys);
        let mut scores = [0.0; 3];
        self.transitions.score(&self.keys, &mut scores);
        self.transitions.tick();
        let good = best_transition(&scores, |at| allowed[at] && costs[at] == least);
        if (0..3).all(|at| !allowed[at] || costs[at] == least) {
            return good;
        }
        let bad = best_transition(&scores, |at| allowed[at] && costs[at] > least);
        let lead = scores[good as usize] - scores[bad as usize];
        if lead <= self.options.margin {
            self.transitions.update(&self.keys, good as u8, bad as u8, RATE);
        }
        if lead <= 0.0 && explores && self.random.chance(self.options.exploration) { bad } else { good }
    }

    /// Labels an arc and, if `gold` is given, learns from the error.
    fn learn_label(&mut self, head: usize, dependent: usize, gold: Option<Deprel>) -> Deprel {
        if head == self.state.length {
            return Deprel::Root;
        }
        label_features(&self.state, &self.views, head, dependent, &mut self.keys);
        self.labels.score(&self.keys, &mut self.label_scores);
        let label = best_label(&self.label_scores);
        if let Some(gold) = gold.filter(|&gold| gold != Deprel::Root) {
            self.labels.tick();
            let score = std::mem::replace(&mut self.label_scores[gold as usize], f32::MIN);
            let rival = best_label(&self.label_scores);
            if score - self.label_scores[rival as usize] <= self.options.label_margin {
                self.labels.update(&self.keys, gold as u8, rival as u8, RATE);
            }
        }
        label
    }
}

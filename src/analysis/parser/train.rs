//! Sentences with trees in, a parser model out.

use std::collections::BTreeMap;

use super::features::{label_features, transition_features};
use super::oracle::costs;
use super::state::{State, Transition};
use super::view::Views;
use super::{Parser, Stage, Work, best_label, best_transition, only_choice};
use crate::analysis::hash::{hash_bytes, key, normalize_word};
use crate::analysis::labels::Deprel;
use crate::analysis::model::{ModelKind, ModelReader, ModelWriter};
use crate::analysis::perceptron::Perceptron;
use crate::analysis::random::Random;
use crate::analysis::tagger::Tag;
use crate::analysis::training::{OnProgress, Progress};
use crate::analysis::treebank::GoldSentence;
use crate::analysis::weights::{KeyMap, RowTable, TripleTable};

/// A word is known to the parser from this count on; of rarer ones it sees the ending.
const MIN_COUNT: u32 = 3;

/// Parts into which the data is cut, so that the guide has not learned from the sentences it guides training on.
const FOLDS: usize = 5;

/// How a parser is trained.
#[derive(Debug, Clone, PartialEq)]
pub struct ParserOptions {
    /// The pass from the end of the sentence.
    pub backward: StageOptions,
    /// The pass from its start.
    pub forward: StageOptions,
}

/// How one pass of the parser is trained.
#[derive(Debug, Clone, PartialEq)]
pub struct StageOptions {
    /// Rounds over the data.
    pub rounds: usize,
    /// In percent, how often training goes on from the parser's own choice and not from the correct one.
    pub exploration: u64,
    /// Updates before a feature takes part in choosing a transition.
    pub min_updates: u16,
    /// Updates before a feature takes part in labelling.
    pub label_min_updates: u16,
    /// Weights are stored as multiples of this; larger means a smaller and coarser model.
    pub quantum: f32,
    /// The same for the weights of labels.
    pub label_quantum: f32,
    /// In percent, how many features of a decision are hidden from learning.
    pub dropout: u64,
}

impl Default for ParserOptions {
    /// Chosen on the development parts of EWT and GUM.
    fn default() -> Self {
        let backward = StageOptions {
            rounds: 7,
            exploration: 90,
            min_updates: 5,
            label_min_updates: 5,
            quantum: 0.4,
            label_quantum: 0.4,
            dropout: 30,
        };
        let forward = StageOptions { rounds: 10, quantum: 0.3, label_quantum: 0.3, ..backward.clone() };
        Self { backward, forward }
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
        let vocabulary = KeyMap::from_entries(&entries);
        let mut examples: Vec<Example> =
            sentences.iter().zip(tags).map(|(sentence, tags)| Example::new(sentence, tags, &vocabulary)).collect();
        let mut out = ModelWriter::default();
        KeyMap::write(&entries, &mut out);
        let guided = options.backward.rounds > 0;
        out.number(u64::from(guided));
        if guided {
            let mirrored: Vec<Example> = examples.iter().map(Example::mirrored).collect();
            add_guides(&mut examples, &mirrored, &options.backward, progress);
            train_stage(&mirrored.iter().collect::<Vec<_>>(), &options.backward, false, progress).write(&mut out);
        }
        train_stage(&examples.iter().collect::<Vec<_>>(), &options.forward, guided, progress).write(&mut out);
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

/// A sentence as the parser sees it, with the correct arcs.
struct Example {
    views: Views,
    /// The head of every token; the number of tokens stands for the root.
    heads: Vec<u32>,
    deprels: Vec<Deprel>,
}

impl Example {
    fn new(sentence: &GoldSentence, tags: &[Tag], vocabulary: &KeyMap) -> Self {
        let mut views = Views::default();
        views.fill(&sentence.surfaces(), tags, vocabulary, &mut String::new());
        let length = sentence.forms.len() as u32;
        let heads = sentence.tree.heads().iter().map(|head| head.map_or(length, |head| head.0)).collect();
        Self { views, heads, deprels: sentence.tree.deprels().to_vec() }
    }

    /// The sentence read from its end.
    fn mirrored(&self) -> Self {
        let mut views = Views::default();
        views.mirror(&self.views);
        let length = self.heads.len() as u32;
        let turned = |&head: &u32| if head < length { length - 1 - head } else { length };
        let heads = self.heads.iter().rev().map(turned).collect();
        Self { views, heads, deprels: self.deprels.iter().rev().copied().collect() }
    }
}

/// Gives every example the tree of a backward pass that was trained without it.
fn add_guides(examples: &mut [Example], mirrored: &[Example], options: &StageOptions, progress: OnProgress) {
    let fold_of = |at: usize| at / 10 % FOLDS;
    let mut work = Work::default();
    for fold in 0..FOLDS {
        let others = mirrored.iter().enumerate().filter(|(at, _)| fold_of(*at) != fold).map(|(_, example)| example);
        let stage = train_stage(&others.collect::<Vec<_>>(), options, false, progress).into_stage();
        for at in (0..examples.len()).filter(|&at| fold_of(at) == fold) {
            stage.parse(&mirrored[at].views, &mut work);
            examples[at].views.set_guide(work.state.mirrored_arcs());
        }
    }
}

/// A pass that has been trained.
struct TrainedStage<'a> {
    learner: Learner<'a>,
}

impl TrainedStage<'_> {
    fn write(self, out: &mut ModelWriter) {
        let Learner { transitions, labels, options, .. } = self.learner;
        TripleTable::write(&transitions.finish(), options.quantum, out);
        RowTable::write(Deprel::ALL.len(), &labels.finish(), options.label_quantum, out);
    }

    fn into_stage(self) -> Stage {
        let guided = self.learner.guided;
        let mut out = ModelWriter::default();
        self.write(&mut out);
        let file = out.finish(ModelKind::Parser);
        let mut input = ModelReader::new(&file, ModelKind::Parser).expect("what was just written can be read");
        Stage::read(&mut input, guided).expect("what was just written can be read")
    }
}

fn train_stage<'a>(
    examples: &[&Example],
    options: &'a StageOptions,
    guided: bool,
    progress: OnProgress,
) -> TrainedStage<'a> {
    let mut learner = Learner::new(options, guided);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for round in 1..=options.rounds {
        learner.random.shuffle(&mut order);
        let (mut right, mut all) = (0, 0);
        for &at in &order {
            right += learner.learn(examples[at], round > 1);
            all += examples[at].heads.len();
        }
        let accuracy = right as f64 / all.max(1) as f64;
        let step = if guided { "parser, forward" } else { "parser, backward" };
        progress(Progress { step, round, rounds: options.rounds, accuracy });
    }
    TrainedStage { learner }
}

struct Learner<'a> {
    options: &'a StageOptions,
    guided: bool,
    transitions: Perceptron,
    labels: Perceptron,
    random: Random,
    state: State,
    keys: Vec<u32>,
    label_scores: Vec<f32>,
}

impl<'a> Learner<'a> {
    fn new(options: &'a StageOptions, guided: bool) -> Self {
        Self {
            options,
            guided,
            transitions: Perceptron::new(options.min_updates),
            labels: Perceptron::new(options.label_min_updates),
            random: Random::new(0x5041_5253),
            state: State::default(),
            keys: Vec::new(),
            label_scores: vec![0.0; Deprel::ALL.len()],
        }
    }

    /// Parses a sentence and learns from the errors; returns how many tokens got their head.
    fn learn(&mut self, example: &Example, explores: bool) -> usize {
        self.state.start(example.heads.len());
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
        right
    }

    fn drop_features(&mut self) {
        let (random, dropout) = (&mut self.random, self.options.dropout);
        if dropout > 0 {
            self.keys.retain(|_| !random.chance(dropout));
        }
    }

    /// Learns from a state which transition is best; returns the one to go on with.
    fn learn_transition(&mut self, example: &Example, explores: bool) -> Transition {
        let allowed = self.state.allowed();
        if let Some(only) = only_choice(allowed) {
            return only;
        }
        let costs = costs(&self.state, &example.heads);
        let least = (0..3).filter(|&at| allowed[at]).map(|at| costs[at]).min().unwrap_or(0);
        transition_features(&self.state, &example.views, self.guided, &mut self.keys);
        self.drop_features();
        let mut scores = [0.0; 3];
        self.transitions.score(&self.keys, &mut scores);
        self.transitions.tick();
        let good = best_transition(&scores, |at| allowed[at] && costs[at] == least);
        let chosen = best_transition(&scores, |at| allowed[at]);
        if costs[chosen as usize] == least {
            return chosen;
        }
        self.transitions.update(&self.keys, good as u8, chosen as u8, 1.0);
        if explores && self.random.chance(self.options.exploration) { chosen } else { good }
    }

    /// Labels an arc and, if it is correct, learns from the error.
    fn learn_label(&mut self, example: &Example, (head, dependent): (usize, usize), is_right: bool) -> Deprel {
        if head == self.state.length {
            return Deprel::Root;
        }
        label_features(&self.state, &example.views, self.guided, (head, dependent), &mut self.keys);
        self.drop_features();
        self.labels.score(&self.keys, &mut self.label_scores);
        let label = best_label(&self.label_scores);
        let gold = example.deprels[dependent];
        if is_right && gold != Deprel::Root {
            self.labels.tick();
            if label != gold {
                self.labels.update(&self.keys, gold as u8, label as u8, 1.0);
            }
        }
        label
    }
}

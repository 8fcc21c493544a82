//! Trains the tagger.

use std::collections::BTreeMap;

use super::gold_sentence::{GoldSentence, set_in_capitals};
use super::known_words::lexicon_entries;
use super::model_writer::{ModelWriter, map_of, write_map, write_rows};
use super::perceptron::Perceptron;
use super::progress::{OnProgress, Progress};
use crate::analysis::model_file::ModelKind;
use crate::analysis::tagger::greedy_tagger::best_class;
use crate::analysis::tagger::known_words::KnownWords;
use crate::analysis::tagger::tag_features::{START, SeenWord, features};
use crate::stable_random::Random;

/// How a tagger is trained.
#[derive(Debug, Clone, PartialEq)]
pub struct TaggerOptions {
    /// Rounds over the data.
    pub rounds: usize,
    /// One sentence of so many is also learned in capitals.
    pub capitals_every: u64,
    /// Updates before a feature takes part.
    pub min_updates: u16,
    /// Weights are stored as multiples of this; larger means a smaller and coarser model.
    pub quantum: f32,
}

impl Default for TaggerOptions {
    /// Chosen on the development parts of EWT and GUM.
    fn default() -> Self {
        Self { rounds: 8, capitals_every: 30, min_updates: 2, quantum: 1.6 }
    }
}

/// Learns from `sentences` and returns a model for [`Tagger::from_bytes`](crate::analysis::Tagger::from_bytes).
///
/// The same sentences and options give the same bytes. `progress` is called after each round.
pub fn train_tagger(sentences: &[GoldSentence], options: &TaggerOptions, progress: OnProgress) -> Vec<u8> {
    let mut sentences = sentences.to_vec();
    sentences.extend(set_in_capitals(&sentences, options.capitals_every));
    let (tags, classes) = number_tags(&sentences);
    let entries = lexicon_entries(&sentences, &classes);
    let lexicon = KnownWords(map_of(&entries));
    let mut model = Perceptron::new(options.min_updates);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random::new(0x5441_4747);
    let mut learner = Learner::new(&lexicon, tags.len());
    for round in 1..=options.rounds {
        random.shuffle(&mut order);
        let (mut right, mut all) = (0, 0);
        for &at in &order {
            right += learner.learn(&sentences[at], &classes[at], &mut model);
            all += classes[at].len();
        }
        let accuracy = right as f64 / all.max(1) as f64;
        progress(Progress { step: "tagger", round, rounds: options.rounds, accuracy });
    }
    let mut out = ModelWriter::default();
    out.number(tags.len() as u64);
    tags.iter().for_each(|&code| out.number(u64::from(code)));
    write_map(&entries, &mut out);
    write_rows(tags.len(), &model.finish(), options.quantum, &mut out);
    out.finish(ModelKind::Tagger)
}
/// Numbers the tags that occur by their codes: the list of codes and the classes of every token.
///
/// Rare pairs beyond the 255 that fit a class become the first one; English treebanks have 141.
fn number_tags(sentences: &[GoldSentence]) -> (Vec<u16>, Vec<Vec<u8>>) {
    let mut numbers: BTreeMap<u16, u8> = BTreeMap::new();
    for tag in sentences.iter().flat_map(|sentence| &sentence.tags) {
        numbers.entry(tag.code()).or_default();
    }
    let codes: Vec<u16> = numbers.keys().copied().take(START as usize).collect();
    let number = |code: u16| codes.binary_search(&code).unwrap_or(0) as u8;
    let classes = sentences.iter().map(|s| s.tags.iter().map(|tag| number(tag.code())).collect()).collect();
    (codes, classes)
}

struct Learner<'a> {
    lexicon: &'a KnownWords,
    views: Vec<SeenWord>,
    word: String,
    keys: Vec<u32>,
    scores: Vec<f32>,
}

impl<'a> Learner<'a> {
    fn new(lexicon: &'a KnownWords, classes: usize) -> Self {
        Self { lexicon, views: Vec::new(), word: String::new(), keys: Vec::new(), scores: vec![0.0; classes] }
    }

    /// Tags a sentence and learns from the errors; returns how many tags were right.
    fn learn(&mut self, sentence: &GoldSentence, classes: &[u8], model: &mut Perceptron) -> usize {
        SeenWord::fill(&sentence.surfaces(), self.lexicon, &mut self.word, &mut self.views);
        let (mut before, mut before_that) = (START, START);
        let mut right = 0;
        for (at, &gold) in classes.iter().enumerate() {
            let class = SeenWord::of(&self.views, at).fixed.unwrap_or_else(|| {
                features(&self.views, at, before, before_that, &mut self.keys);
                model.score(&self.keys, &mut self.scores);
                let class = best_class(&self.scores);
                model.tick();
                if class != gold {
                    model.update(&self.keys, gold, class, 1.0);
                }
                class
            });
            right += usize::from(class == gold);
            (before, before_that) = (u64::from(class), before);
        }
        right
    }
}

#[cfg(test)]
mod tests {
    use super::super::gold_sentence::sample;
    use super::*;
    use crate::analysis::{Tagger, TaggerScratch};

    #[test]
    fn training_twice_gives_the_same_bytes() {
        let options = TaggerOptions { min_updates: 1, ..TaggerOptions::default() };
        let train = || train_tagger(&sample(), &options, &mut |_| {});
        assert_eq!(train(), train());
        let tagger = Tagger::from_bytes(&train()).unwrap();
        let mut tags = Vec::new();
        tagger.tag(&["They", "met", "him", "."], &mut TaggerScratch::default(), &mut tags);
        let xpos: Vec<&str> = tags.iter().map(|tag| tag.xpos.as_str()).collect();
        assert_eq!(xpos, ["PRP", "VBD", "PRP", "."]);
    }

    #[test]
    fn a_damaged_model_is_refused() {
        let bytes = train_tagger(&sample(), &TaggerOptions::default(), &mut |_| {});
        assert!((0..bytes.len()).all(|end| Tagger::from_bytes(&bytes[..end]).is_err()));
    }
}

//! Trains the tagger.

mod learner;
mod options;

pub use options::TaggerOptions;

use std::collections::BTreeMap;

use learner::{Example, Learner};

use super::gold_sentence::{GoldSentence, set_in_capitals};
use super::model_writer::ModelWriter;
use super::network::{learn_vocabulary, pretrain, word_rows, write_network};
use super::progress::{OnProgress, Progress};
use crate::analysis::model_file::ModelKind;
use crate::analysis::network::{Network, Part};
use crate::analysis::tagger::network_tagger::task;

/// Learns from `sentences` and returns a model for [`Tagger::from_bytes`](crate::analysis::Tagger::from_bytes).
///
/// The same sentences and options give the same bytes. `progress` is called after each round.
pub fn train_tagger(sentences: &[GoldSentence], options: &TaggerOptions, progress: OnProgress) -> Vec<u8> {
    let mut sentences = sentences.to_vec();
    let (codes, _) = number_tags(&sentences);
    let mut out = ModelWriter::default();
    out.number(codes.len() as u64);
    codes.iter().for_each(|&code| out.number(u64::from(code)));
    let (vocabulary, frequencies) = learn_vocabulary(&sentences, &[], &[], &mut out);
    let forms: Vec<Vec<u32>> = sentences.iter().map(|sentence| word_rows(&vocabulary, &sentence.forms)).collect();
    sentences.extend(set_in_capitals(&sentences, options.capitals_every));
    let (_, classes) = number_tags(&sentences);
    let pairs = sentences.iter().zip(classes);
    let examples: Vec<Example> =
        pairs.map(|(sentence, classes)| Example::new(sentence, classes, &vocabulary)).collect();
    let network = Network::zeros(vocabulary.rows().0, task(codes.len()));
    let mut learner = Learner::new(network, codes.len(), frequencies, options);
    pretrain(&mut learner.weights.network[Part::Word], &forms, &mut learner.random);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let all: usize = examples.iter().map(|example| example.classes.len()).sum();
    let mut seen = 0;
    for round in 1..=options.rounds {
        learner.random.shuffle(&mut order);
        let mut right = 0;
        for &at in &order {
            right += learner.learn(&examples[at]);
            seen += examples[at].classes.len();
            learner.step_if_due(1.0 - seen as f32 / (all * options.rounds) as f32);
        }
        let accuracy = right as f64 / all.max(1) as f64;
        progress(Progress { step: "tagger", round, rounds: options.rounds, accuracy });
    }
    write_network(&learner.weights.network, &mut out);
    out.finish(ModelKind::Tagger)
}

/// Numbers the tags that occur by their codes: the list of codes and the classes of every token.
fn number_tags(sentences: &[GoldSentence]) -> (Vec<u16>, Vec<Vec<usize>>) {
    let mut numbers: BTreeMap<u16, usize> = BTreeMap::new();
    for tag in sentences.iter().flat_map(|sentence| &sentence.tags) {
        numbers.entry(tag.code()).or_default();
    }
    let codes: Vec<u16> = numbers.keys().copied().collect();
    let number = |code: u16| codes.binary_search(&code).unwrap_or(0);
    let classes = sentences.iter().map(|s| s.tags.iter().map(|tag| number(tag.code())).collect()).collect();
    (codes, classes)
}

#[cfg(test)]
mod tests {
    use super::super::gold_sentence::sample;
    use super::*;
    use crate::analysis::{Tagger, TaggerScratch};

    #[test]
    fn training_twice_gives_the_same_bytes() {
        let options = TaggerOptions { rounds: 30, batch: 10, ..TaggerOptions::default() };
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

//! Trains the parser.

mod gradients;
mod learner;
mod options;
mod oracle;

pub use options::ParserOptions;

use learner::{Example, Learner};

use super::gold_sentence::{GoldSentence, set_in_capitals};
use super::model_writer::ModelWriter;
use super::network::{learn_vocabulary, pretrain, word_rows, write_network};
use super::progress::{OnProgress, Progress};
use crate::analysis::model_file::ModelKind;
use crate::analysis::network::{Network, Part, Task};
use crate::analysis::tag::Tag;

/// Learns from `sentences` and returns a model for [`Parser::from_bytes`](crate::analysis::Parser::from_bytes).
///
/// `tags` are what the tagger makes of each sentence without having learned from it (see
/// [`jackknife_tags`](crate::training::jackknife_tags)). The same data and options give the same bytes.
///
/// `text` is more text without annotation, as sentences of word forms; from it and from the treebank the parser
/// learns which words are used alike before it learns to parse.
///
/// # Panics
/// If `tags` has not one list per sentence and one tag per token.
pub fn train_parser(
    sentences: &[GoldSentence],
    tags: &[Vec<Tag>],
    text: &[Vec<String>],
    options: &ParserOptions,
    progress: OnProgress,
) -> Vec<u8> {
    assert_eq!(sentences.len(), tags.len(), "one list of tags per sentence");
    let mut out = ModelWriter::default();
    let (vocabulary, frequencies) = learn_vocabulary(sentences, tags, text, &mut out);
    let tagged = sentences.iter().zip(tags);
    let mut examples: Vec<Example> = tagged.map(|(sentence, tags)| Example::new(sentence, tags, &vocabulary)).collect();
    let capitals = set_in_capitals(sentences, options.capitals_every);
    examples.extend(capitals.iter().map(|sentence| Example::new(sentence, &sentence.tags, &vocabulary)));
    let (words, tag_rows) = vocabulary.rows();
    let mut learner = Learner::new(Network::zeros(words, Task::Parse { tags: tag_rows }), frequencies, options);
    let forms = sentences.iter().map(|sentence| &sentence.forms).chain(text);
    let rows: Vec<Vec<u32>> = forms.map(|forms| word_rows(&vocabulary, forms)).collect();
    pretrain(&mut learner.weights.network[Part::Word], &rows, &mut learner.random);
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
    write_network(&learner.weights.network, &mut out);
    out.finish(ModelKind::Parser)
}

#[cfg(test)]
mod tests {
    use super::super::gold_sentence::sample;
    use super::*;
    use crate::analysis::{Parser, ParserScratch};

    fn train() -> Vec<u8> {
        let sentences = sample();
        let tags: Vec<Vec<Tag>> = sentences.iter().map(|sentence: &GoldSentence| sentence.tags.clone()).collect();
        let options = ParserOptions { rounds: 30, batch: 10, ..ParserOptions::default() };
        train_parser(&sentences, &tags, &[], &options, &mut |_| {})
    }

    #[test]
    fn training_twice_gives_the_same_bytes() {
        let bytes = train();
        assert_eq!(bytes, train());
        let parser = Parser::from_bytes(&bytes).unwrap();
        for sentence in sample() {
            let tree = parser.parse(&sentence.surfaces(), &sentence.tags, &mut ParserScratch::default());
            assert_eq!(tree, sentence.tree);
        }
    }

    #[test]
    fn a_damaged_model_is_refused() {
        let bytes = train();
        assert!(Parser::from_bytes(&bytes[..bytes.len() / 2]).is_err());
        assert!(Parser::from_bytes(&bytes[..20]).is_err());
    }
}

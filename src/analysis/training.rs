//! What the training functions share: reports of progress, jackknifing.

use super::tag::Tag;
use super::tagger::{Tagger, TaggerOptions, TaggerScratch};
use super::treebank::GoldSentence;

/// How far a training run has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// What is being trained.
    pub step: &'static str,
    /// Finished rounds over the data.
    pub round: usize,
    /// Rounds in all.
    pub rounds: usize,
    /// Share of the decisions of the last round that were right before learning from them, 0.0 to 1.0.
    pub accuracy: f64,
}

/// Called after each round.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress);

/// Tags every sentence by a tagger that was trained without it, in `folds` parts.
///
/// A parser that learns from correct tags trusts them too much: at work it gets tags with errors. One entry per
/// sentence and token, in the order of `sentences`. Sentence `i` belongs to part `i / 10 % folds`, so that
/// neighbours, which share names, stay together.
///
/// # Complexity
/// `folds` trainings of a tagger.
pub fn jackknife_tags(
    sentences: &[GoldSentence],
    folds: usize,
    options: &TaggerOptions,
    progress: OnProgress,
) -> Vec<Vec<Tag>> {
    let fold_of = |at: usize| at / 10 % folds;
    let mut tags = vec![Vec::new(); sentences.len()];
    let mut scratch = TaggerScratch::default();
    for fold in 0..folds {
        let others: Vec<GoldSentence> =
            sentences.iter().enumerate().filter(|(at, _)| fold_of(*at) != fold).map(|(_, s)| s.clone()).collect();
        let bytes = Tagger::train(&others, options, progress);
        let tagger = Tagger::from_bytes(&bytes).expect("a model just written can be read");
        for (at, sentence) in sentences.iter().enumerate().filter(|(at, _)| fold_of(*at) == fold) {
            tagger.tag(&sentence.surfaces(), &mut scratch, &mut tags[at]);
        }
    }
    tags
}

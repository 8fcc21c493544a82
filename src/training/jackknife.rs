//! Tags sentences by taggers that have not learned from them.

use rayon::prelude::*;

use super::gold_sentence::GoldSentence;
use super::tagger::{TaggerOptions, train_tagger};
use crate::analysis::tag::Tag;
use crate::analysis::tagger::{Tagger, TaggerScratch};

/// Tags every sentence by a tagger that was trained without it, in `folds` parts.
///
/// A parser that learns from correct tags trusts them too much: at work it gets tags with errors. One entry per
/// sentence and token, in the order of `sentences`. Sentence `i` belongs to part `i / 10 % folds`, so that
/// neighbors, which share names, stay together.
///
/// # Complexity
/// `folds` trainings of a tagger.
pub fn jackknife_tags(sentences: &[GoldSentence], folds: usize, options: &TaggerOptions) -> Vec<Vec<Tag>> {
    let fold_of = |at: usize| at / 10 % folds;
    let tagger_without = |fold: usize| {
        let others: Vec<GoldSentence> =
            sentences.iter().enumerate().filter(|(at, _)| fold_of(*at) != fold).map(|(_, s)| s.clone()).collect();
        Tagger::from_bytes(&train_tagger(&others, options, &mut |_| {})).expect("a model just written can be read")
    };
    let taggers: Vec<Tagger> = (0..folds).into_par_iter().map(tagger_without).collect();
    let mut tags = vec![Vec::new(); sentences.len()];
    let mut scratch = TaggerScratch::default();
    for (at, sentence) in sentences.iter().enumerate() {
        taggers[fold_of(at)].tag(&sentence.surfaces(), &mut scratch, &mut tags[at]);
    }
    tags
}

//! Annotated documents and lists of names in, a model file out.
//!
//! Conditional random field with AdaGrad (Duchi, Hazan and Singer 2011, JMLR 12), in four steps: learn all
//! features, keep the heaviest, learn again with these, then learn the document-wide features on top. Labels
//! that a corpus does not annotate are left open and summed over (Tsuboi et al. 2008, COLING).

mod allowed;
mod corpus;
mod disguise;
mod draft;
mod learner;
mod lists;
mod recipe;

use super::kind::WIDTH;
use super::lattice::Row;
use super::model::ModelParts;
use super::weights::Quantized;
pub use corpus::TrainError;
use corpus::{Corpus, Preparer};
use learner::Learner;
pub use lists::NameLists;
pub use recipe::{Recipe, Source};

use crate::analysis::tagger::Tagger;
use crate::corpus::LabeledDocument;
use crate::stable_random::Random;

/// How far training has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrainProgress {
    /// What is being learned.
    pub step: &'static str,
    /// Finished rounds over the data.
    pub round: usize,
    /// Rounds in all of this step.
    pub rounds: usize,
    /// Mean over the tokens of the probability that the last round, before learning from it, gave to wrong tags, 0.0 to 1.0.
    pub error: f64,
}

/// Trains a name finder and returns the bytes of its model file.
///
/// `documents` and `taggers` have one entry per source of the recipe, in its order. A tagger should make the errors
/// on its source that the tagger at work makes on new text. The same input gives the same
/// bytes on every run.
///
/// # Errors
/// [`TrainError`] if a source has a label that no corpus is known to have, or if there is nothing to learn from.
pub fn train(
    recipe: &Recipe,
    documents: &[Vec<LabeledDocument>],
    lists: &NameLists,
    taggers: &[&Tagger],
    progress: &mut dyn FnMut(TrainProgress),
) -> Result<Vec<u8>, TrainError> {
    let entries = lists.entries();
    let mut preparer = Preparer::new(recipe, lists, &entries);
    for ((source, documents), tagger) in recipe.sources.iter().zip(documents).zip(taggers) {
        preparer.add(source, documents, tagger)?;
    }
    let mut corpus = preparer.finish()?;
    let mut random = Random::new(recipe.seed);
    if corpus.examples.iter().any(|example| example.is_silver) {
        let mut judge = Learner::new(corpus.features.len(), recipe);
        judge.run("judge of silver labels", recipe.judge_rounds, (&corpus, false), &mut random, progress);
        corpus.doubt_silver(&mut judge, recipe.doubt, &mut random);
    }
    let mut learner = Learner::new(corpus.features.len(), recipe);
    learner.run("all features", recipe.rounds, (&corpus, true), &mut random, progress);
    let kept = learner.heaviest(&corpus, recipe.features);
    corpus.keep(&kept);
    learner.keep(&kept);
    learner.run("kept features", recipe.final_rounds, (&corpus, true), &mut random, progress);
    let (scale, mut features) = quantize(&mut learner, &corpus);
    let corpus = corpus.into_second_look(&mut learner, &mut random);
    let mut second = learner.follower(corpus.features.len(), recipe);
    second.run("document features", recipe.document_rounds, (&corpus, true), &mut random, progress);
    features.extend(quantize_rows(&corpus, second.weights(), scale));
    features.sort_unstable();
    features.dedup_by_key(|entry| entry.0);
    learner.favor_outside(recipe.outside);
    let parts = ModelParts { lists: entries, transitions: learner.transitions().clone(), scale, features };
    Ok(parts.to_bytes())
}

/// Weights of fewer units than this are not worth their byte.
const DEAD_ZONE: f32 = 1.5;

/// Turns the learned weights to whole numbers, and sets the learner's weights to what they then stand for.
fn quantize(learner: &mut Learner, corpus: &Corpus) -> (f32, Vec<(u32, Quantized)>) {
    let mut sizes: Vec<f32> = learner.weights().iter().flatten().map(|weight| weight.abs()).collect();
    sizes.sort_unstable_by(f32::total_cmp);
    // One weight in 5,000 is cut to the largest number, so that the others keep more of their detail.
    let largest = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 5_000)).copied().unwrap_or(1.0).max(0.01);
    let scale = largest / 127.0;
    let features = quantize_rows(corpus, learner.weights(), scale);
    for row in learner.weights_mut() {
        *row = to_whole(row, scale).map(|weight| f32::from(weight) * scale);
    }
    (scale, features)
}

/// The features of the model with their weights in units of `scale`; those without weight and private ones are left out.
fn quantize_rows(corpus: &Corpus, rows: &[Row], scale: f32) -> Vec<(u32, Quantized)> {
    let keys = corpus.features.iter().zip(&corpus.is_private);
    let public = keys.zip(rows).filter(|((_, is_private), _)| !**is_private);
    public.map(|((key, _), row)| (*key, to_whole(row, scale))).filter(|(_, weights)| *weights != [0; WIDTH]).collect()
}

fn to_whole(row: &Row, scale: f32) -> Quantized {
    row.map(|weight| {
        let units = weight / scale;
        if units.abs() < DEAD_ZONE { 0 } else { units.round().clamp(-127.0, 127.0) as i8 }
    })
}

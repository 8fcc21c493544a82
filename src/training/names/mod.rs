//! Trains the name finder.
//!
//! A conditional random field is trained with AdaGrad (Duchi, Hazan and Singer 2011, JMLR 12) in four steps: learn all
//! features, keep those with the largest weights, learn again with these, then learn the document-wide features. Labels
//! that a corpus does not annotate are left open and summed over (Tsuboi et al. 2008, COLING).

mod allowed;
mod disguise;
mod draft;
mod known_names_builder;
mod learner;
mod list_bits;
mod name_lists;
mod name_model_writer;
mod preparer;
mod recipe;
mod second_look;
mod train_error;
mod training_corpus;

use crate::analysis::names::lattice::Row;
use crate::analysis::names::name_kind::WIDTH;
use crate::analysis::names::name_model::ModelParts;
use crate::analysis::names::name_weights::Quantized;
use learner::Learner;
pub use name_lists::NameLists;
use name_model_writer::name_model;
use preparer::Preparer;
pub use recipe::{Recipe, Source};
use second_look::{doubt_silver, second_look};
pub use train_error::TrainError;
use training_corpus::Corpus;

use super::progress::OnProgress;
use crate::analysis::Tagger;
use crate::corpus::LabeledDocument;
use crate::stable_random::Random;

/// Trains a name finder and returns the bytes of its model file.
///
/// `documents` and `taggers` have one entry per source of the recipe, in its order. A tagger should make the errors
/// on its source that the tagger at work makes on new text. The same input gives the same
/// bytes on every run.
///
/// # Errors
/// [`TrainError`] if a source has a label that no corpus is known to have, or if there is nothing to learn from.
pub fn train_name_finder(
    recipe: &Recipe,
    documents: &[Vec<LabeledDocument>],
    lists: &NameLists,
    taggers: &[&Tagger],
    progress: OnProgress,
) -> Result<Vec<u8>, TrainError> {
    let entries = lists.entries()?;
    let mut preparer = Preparer::new(recipe, lists, &entries)?;
    for ((source, documents), tagger) in recipe.sources.iter().zip(documents).zip(taggers) {
        preparer.add(source, documents, tagger)?;
    }
    let mut corpus = preparer.finish()?;
    let mut random = Random::new(recipe.seed);
    if corpus.examples.iter().any(|example| example.is_silver) {
        let mut judge = Learner::new(corpus.features.len(), recipe);
        judge.run("judge of silver labels", recipe.judge_rounds, (&corpus, false), &mut random, progress);
        doubt_silver(&mut corpus, &mut judge, recipe.doubt, &mut random);
    }
    let mut learner = Learner::new(corpus.features.len(), recipe);
    learner.run("all features", recipe.rounds, (&corpus, true), &mut random, progress);
    let kept = learner.heaviest(&corpus, recipe.features);
    corpus.keep(&kept);
    learner.keep(&kept);
    learner.run("kept features", recipe.final_rounds, (&corpus, true), &mut random, progress);
    let (scale, mut features) = quantize(&mut learner, &corpus);
    let corpus = second_look(corpus, &mut learner, &mut random);
    let mut second = learner.follower(corpus.features.len(), recipe);
    second.run("document features", recipe.document_rounds, (&corpus, true), &mut random, progress);
    features.extend(quantize_rows(&corpus, second.weights(), scale));
    features.sort_unstable();
    features.dedup_by_key(|entry| entry.0);
    learner.favor_outside(recipe.outside);
    let parts = ModelParts { lists: entries, transitions: learner.transitions().clone(), scale, features };
    Ok(name_model(&parts))
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

/// The features of the model with their weights in units of `scale`; those without weight and private ones are left
/// out.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::names::{Name, NameFinder, NameKind, NameScratch};
    use crate::analysis::{Tag, TaggerScratch};
    use crate::corpus::read_bio;

    fn tags_of(sentences: &[Vec<&str>]) -> Vec<Vec<Tag>> {
        let tagger = Tagger::shipped();
        let mut tags = vec![Vec::new(); sentences.len()];
        for (forms, tags) in sentences.iter().zip(&mut tags) {
            tagger.tag(forms, &mut TaggerScratch::default(), tags);
        }
        tags
    }

    /// A small model that learns from a dozen sentences, repeated.
    fn model() -> Vec<u8> {
        let recipe = r#"
            at_least = 1
            hide_lexical = 0
            hide_other = 0
            capitals = 0
            outside = 0.0
            [[source]]
            file = "tiny"
        "#;
        let recipe: Recipe = toml::from_str(recipe).unwrap();
        let lines = [
            "Minister Wanjiku/Person Kamau/Person visited Kisumu/Place .",
            "Minister Amara/Person Kallon/Person visited Kenema/Place .",
            "Minister Losaline/Person Taufa/Person visited Neiafu/Place .",
            "talks in Kisumu/Place ended .",
            "talks in Kenema/Place began .",
            "the talks ended yesterday .",
        ];
        let mut file = String::new();
        for line in lines.iter().cycle().take(60) {
            let mut before = "";
            for word in line.split(' ') {
                let (form, label) = word.split_once('/').unwrap_or((word, ""));
                let prefix = if label == before { "I" } else { "B" };
                file.push_str(&if label.is_empty() {
                    format!("{form}\tO\n")
                } else {
                    format!("{form}\t{prefix}-{label}\n")
                });
                before = label;
            }
            file.push('\n');
        }
        train_name_finder(
            &recipe,
            &[read_bio(&file).unwrap()],
            &NameLists::default(),
            &[&Tagger::shipped()],
            &mut |_| {},
        )
        .unwrap()
    }

    fn found(finder: &NameFinder, sentences: &[&str]) -> Vec<Vec<(String, NameKind)>> {
        let tokens: Vec<Vec<&str>> = sentences.iter().map(|sentence| sentence.split(' ').collect()).collect();
        let names = finder.find(&tokens, &tags_of(&tokens), &mut NameScratch::default());
        let words = |tokens: &[&str], name: &Name| (tokens[name.tokens.range()].join(" "), name.kind);
        names
            .iter()
            .zip(&tokens)
            .map(|(names, tokens)| names.iter().map(|name| words(tokens, name)).collect())
            .collect()
    }

    #[test]
    fn names_never_seen_are_found_by_what_stands_around_them() {
        let finder = NameFinder::from_bytes(&model()).unwrap();
        let names = found(&finder, &["Minister Iolana Kealoha visited Hilo .", "", "the talks ended ."]);
        let expected = [("Iolana Kealoha".to_owned(), NameKind::Person), ("Hilo".to_owned(), NameKind::Place)];
        assert_eq!(names, [expected.to_vec(), vec![], vec![]]);
    }

    #[test]
    fn the_same_data_give_the_same_bytes() {
        assert_eq!(model(), model());
    }

    #[test]
    fn scratch_of_one_document_does_not_change_the_next() {
        let finder = NameFinder::from_bytes(&model()).unwrap();
        let sentences = [vec!["talks", "in", "Kenema", "ended", "."]];
        let mut scratch = NameScratch::default();
        let first = finder.find(&sentences, &[], &mut scratch);
        finder.find(&[vec!["Kenema", "Kallon"], vec!["Minister", "Kenema", "Kallon"]], &[], &mut scratch);
        assert_eq!(finder.find(&sentences, &[], &mut scratch), first);
        assert!(first[0].iter().all(|name| (0.0..=1.0).contains(&name.confidence)));
    }

    #[test]
    fn a_sentence_of_many_thousand_words_and_odd_forms_is_survived() {
        let finder = NameFinder::from_bytes(&model()).unwrap();
        let sentence: Vec<&str> =
            ["Kisumu", "", "🙂", "-", "of", "Ō", "北京"].into_iter().cycle().take(20_000).collect();
        let sentences = [sentence];
        let tags = tags_of(&sentences);
        assert_eq!(finder.find(&sentences, &tags, &mut NameScratch::default()).len(), 1);
        assert!(finder.find::<Vec<&str>, &str>(&[], &tags, &mut NameScratch::default()).is_empty());
    }
}

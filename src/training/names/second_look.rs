//! Uses what was learned from a corpus to doubt its silver labels and to prepare the second look.

use super::allowed::ANY;
use super::learner::Learner;
use super::training_corpus::Corpus;
use crate::analysis::names::consistency::Consistency;
use crate::analysis::names::name_kind::TAGS;
use crate::stable_random::Random;

/// Leaves the tags of silver sentences open where a model of the other sentences is sure of something else.
///
/// `doubt` is the probability below which a label is not believed.
pub(crate) fn doubt_silver(corpus: &mut Corpus, learner: &mut Learner, doubt: f32, random: &mut Random) {
    learner.hide(0);
    for example in corpus.examples.clone().iter().filter(|example| example.is_silver) {
        let tags = learner.look(corpus, example, random).1.to_vec();
        for (token, tags) in example.tokens.clone().zip(&tags) {
            let allowed = corpus.allowed[token];
            let believed: f32 = (0..TAGS).filter(|tag| allowed & (1 << tag) != 0).map(|tag| tags[tag]).sum();
            if believed < doubt {
                corpus.allowed[token] = ANY;
            }
        }
    }
}

/// The corpus for the second look: the scores of the first become fixed, the features those of the document.
///
/// Half of the lexical features are hidden at the first look, since names in training documents are known
/// better than names in new ones.
pub(crate) fn second_look(mut corpus: Corpus, learner: &mut Learner, random: &mut Random) -> Corpus {
    learner.hide(50);
    let mut second = Corpus::default();
    let mut document = Consistency::default();
    for range in std::mem::take(&mut corpus.documents) {
        document.reset();
        let first = range.start;
        let mut marginals = Vec::with_capacity(range.len());
        for index in range {
            let (scores, tags) = learner.look(&corpus, &corpus.examples[index], random);
            second.fixed.extend_from_slice(scores);
            document.record(&corpus.views[index], tags);
            marginals.push(tags.to_vec());
        }
        for (view, tags) in corpus.views[first..].iter().zip(&marginals) {
            for (at, row) in tags.iter().enumerate() {
                document.features(view, at, row, &mut |key| second.ids.push(key));
                second.ends.push(second.ids.len());
            }
        }
    }
    (second.allowed, second.examples) = (corpus.allowed, corpus.examples);
    second.number_features(1);
    second.is_private = vec![false; second.features.len()];
    second
}

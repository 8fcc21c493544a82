//! Tests the comparison of names on pairs made from the shipped gazetteers.

use std::collections::BTreeMap;

use whomet::evaluation::name_pairs::{PairClass, PairScores, lexicon_pairs};
use whomet::lexicon::Lexicon;

/// A wrong merge makes one node with the edges of two entities, which is worse than two nodes for one entity.
const LEAST_PRECISION: f64 = 0.97;

#[test]
fn names_of_different_entities_are_rarely_merged() {
    let mut scores = PairScores::default();
    for pair in lexicon_pairs() {
        scores.add(&pair, Lexicon::shipped());
    }
    let mut merged: BTreeMap<PairClass, [usize; 2]> = BTreeMap::new();
    for ((class, _), scores) in &scores.classes {
        let [right, wrong] = merged.entry(*class).or_default();
        *right += scores.positives.same;
        *wrong += scores.negatives.same;
    }
    assert_eq!(merged.len(), 3);
    for (class, [right, wrong]) in merged {
        assert!(right > 0, "no {} are merged at all", class.as_str());
        let precision = right as f64 / (right + wrong) as f64;
        assert!(precision >= LEAST_PRECISION, "{}: {right} rightly merged, {wrong} wrongly", class.as_str());
    }
}

#[test]
fn the_order_of_two_names_does_not_matter() {
    let mut scores = PairScores::default();
    for pair in lexicon_pairs() {
        scores.add(&pair, Lexicon::shipped());
    }
    assert_eq!(scores.one_sided, 0);
}

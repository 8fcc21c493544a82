//! Scores the comparison of names on pairs of names.
//!
//! [`lexicon_pairs`] makes pairs of the shipped lists, [`document_pairs`] takes them from texts whose names are
//! annotated; [`PairScores`] counts the verdicts. A pair consists of names only: the evidence of neighbors, offices and
//! dates is not measured here. Pairs that names alone do not decide are counted separately.

mod annotated_pairs;
mod listed_names;
mod name_pair;
mod organization_pairs;
mod pair_scores;
mod person_pairs;
mod place_pairs;

pub use annotated_pairs::document_pairs;
pub use name_pair::{NamePair, PairClass, Truth};
pub use pair_scores::{ClassScores, KindScores, PairScores, Tally};

use crate::stable_random::Random;
use listed_names::Lists;
use name_pair::each_once;

/// Seed of the random choices; the figures in CONTRIBUTING.md were measured with it.
const SEED: u64 = 20_240_318;

/// Makes pairs from the shipped lists: names of one entry, variants that other newspapers write, and names that share a
/// part with a name of another thing.
///
/// Every call returns the same pairs, each once, in the order persons, organizations, places.
#[must_use]
pub fn lexicon_pairs() -> Vec<NamePair> {
    let lists = Lists::shipped();
    let mut random = Random::new(SEED);
    let mut pairs = person_pairs::pairs(&lists, &mut random);
    pairs.extend(organization_pairs::pairs(&lists, &mut random));
    pairs.extend(place_pairs::pairs(&lists, &mut random));
    each_once(pairs)
}

#[cfg(test)]
mod tests;

//! Pairs of names in, how well the comparison of names tells them apart out.
//!
//! [`lexicon_pairs`] makes pairs of the shipped lists, [`document_pairs`] takes them from texts whose names are
//! annotated; [`PairScores`] counts the verdicts. The names are all that a pair shows: what neighbours, offices and
//! dates would add is not measured here. Pairs that names alone do not decide are counted apart.

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

/// Start of the random choices; the figures in CONTRIBUTING.md are of this one.
const SEED: u64 = 20_240_318;

/// Pairs made of the shipped lists: names of one entry, names as other papers write them, and names that share a part
/// with those of another thing.
///
/// The same pairs on every call, each once, by class: persons, bodies, places.
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

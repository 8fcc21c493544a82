//! Scores coreference chains against correct ones.
//!
//! There are two measures, both over mentions that the caller has made comparable: equal values on both sides are the
//! same mention.
//!
//! - B-cubed (Bagga and Baldwin 1998, "Algorithms for scoring coreference chains"): for each mention, the share of its
//!   chain that is right; the average over mentions. A mention that only one side has counts zero there, as in the
//!   reference scorer (Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions").
//! - LEA (Moosavi and Strube 2016, "Which coreference evaluation metric do you trust?"): for each chain, the share of
//!   its links that is right; the average over chains, each weighted by its length. A chain of one has one link, to
//!   itself, which is right if the mention stands alone on the other side too.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::counts::SidedCounts;

/// The agreement of two sets of chains.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ChainScores {
    /// Mentions found on both sides, whatever their chains.
    pub mentions: SidedCounts,
    /// B-cubed.
    pub b_cubed: SidedCounts,
    /// LEA, the link-based entity-aware measure.
    pub lea: SidedCounts,
}

impl ChainScores {
    /// The measures with their names.
    #[must_use]
    pub fn rows(&self) -> [(&'static str, SidedCounts); 3] {
        [("mentions", self.mentions), ("B-cubed", self.b_cubed), ("LEA", self.lea)]
    }
}

impl AddAssign for ChainScores {
    fn add_assign(&mut self, other: Self) {
        self.mentions += other.mentions;
        self.b_cubed += other.b_cubed;
        self.lea += other.lea;
    }
}

/// Compares the chains of one document with the correct ones.
///
/// A mention is any value that identifies it, such as its span; it may be in one chain of each side only.
///
/// # Complexity
/// O(m log m) for m mentions.
///
/// # Example
/// ```
/// use whomet::evaluation::chain_scores::score;
/// use whomet::span::{Byte, Span};
///
/// let [minister, tamm, she] = [(0, 8), (20, 24), (40, 43)].map(|(start, end)| Span::<Byte>::new(start, end));
/// let scores = score(&[vec![minister, tamm]], &[vec![minister, tamm, she]]);
/// assert_eq!(scores.b_cubed.precision(), 1.0);
/// assert_eq!(scores.b_cubed.recall(), 4.0 / 9.0); // two of three mentions, each with two thirds of its chain
/// assert_eq!(scores.lea.recall(), 1.0 / 3.0); // one of three links
/// ```
#[must_use]
pub fn score<M: Ord>(found: &[Vec<M>], correct: &[Vec<M>]) -> ChainScores {
    let (found, correct) = (Partition::new(found), Partition::new(correct));
    let counts = |measure: fn(&Partition<'_, M>, &Partition<'_, M>) -> f64| SidedCounts {
        found_right: measure(&found, &correct),
        found: found.mentions(),
        correct_found: measure(&correct, &found),
        correct: correct.mentions(),
    };
    ChainScores { mentions: counts(shared_mentions), b_cubed: counts(b_cubed), lea: counts(lea) }
}

/// Chains with an index from mentions to chains.
struct Partition<'a, M> {
    chains: &'a [Vec<M>],
    chain_of: BTreeMap<&'a M, usize>,
}

impl<'a, M: Ord> Partition<'a, M> {
    fn new(chains: &'a [Vec<M>]) -> Self {
        let members = chains.iter().enumerate().flat_map(|(at, chain)| chain.iter().map(move |mention| (mention, at)));
        Self { chains, chain_of: members.collect() }
    }

    fn mentions(&self) -> usize {
        self.chains.iter().map(Vec::len).sum()
    }

    /// How many mentions of `chain` each chain here holds; mentions in none are left out.
    fn overlaps(&self, chain: &[M]) -> BTreeMap<usize, usize> {
        let mut overlaps = BTreeMap::new();
        for at in chain.iter().filter_map(|mention| self.chain_of.get(mention)) {
            *overlaps.entry(*at).or_default() += 1;
        }
        overlaps
    }
}

/// The mentions of `these` that `those` has too.
fn shared_mentions<M: Ord>(these: &Partition<'_, M>, those: &Partition<'_, M>) -> f64 {
    these.chains.iter().flat_map(|chain| those.overlaps(chain).into_values()).sum::<usize>() as f64
}

/// B-cubed of `these`, judged by `those`: the sum over the mentions of `these`.
fn b_cubed<M: Ord>(these: &Partition<'_, M>, those: &Partition<'_, M>) -> f64 {
    let of_chain = |chain: &Vec<M>| {
        let squares: usize = those.overlaps(chain).into_values().map(|shared| shared * shared).sum();
        if chain.is_empty() { 0.0 } else { squares as f64 / chain.len() as f64 }
    };
    these.chains.iter().map(of_chain).sum()
}

/// LEA of `these`, judged by `those`: the sum over the chains of `these`, each weighted by its length.
fn lea<M: Ord>(these: &Partition<'_, M>, those: &Partition<'_, M>) -> f64 {
    let of_chain = |chain: &Vec<M>| {
        let overlaps = those.overlaps(chain);
        let resolved = match chain.len() {
            0 => 0.0,
            1 => overlaps.keys().filter(|at| those.chains[**at].len() == 1).count() as f64,
            length => overlaps.into_values().map(links).sum::<usize>() as f64 / links(length) as f64,
        };
        resolved * chain.len() as f64
    };
    these.chains.iter().map(of_chain).sum()
}

/// Links among so many mentions.
fn links(mentions: usize) -> usize {
    mentions * mentions.saturating_sub(1) / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Chains written as letters: "abc de" is a chain of three and one of two.
    fn score_letters(found: &str, correct: &str) -> ChainScores {
        let chains =
            |text: &str| text.split_whitespace().map(|word| word.chars().collect()).collect::<Vec<Vec<char>>>();
        score(&chains(found), &chains(correct))
    }

    fn assert_close(counts: SidedCounts, precision: f64, recall: f64) {
        let (p, r) = (counts.precision(), counts.recall());
        assert!((p - precision).abs() < 1e-9 && (r - recall).abs() < 1e-9, "precision {p}, recall {r}");
    }

    #[test]
    fn equal_chains_score_one_and_no_chains_zero() {
        for (_, counts) in score_letters("abc de f", "abc de f").rows() {
            assert_close(counts, 1.0, 1.0);
        }
        for (_, counts) in score_letters("", "ab").rows() {
            assert_close(counts, 0.0, 0.0);
            assert_eq!(counts.f1(), 0.0);
        }
    }

    /// Bagga and Baldwin 1998, section 3: 1-2-3-4-5, 6-7, 8-9-A-B-C; the first response joins the last two, the
    /// second the first and the last.
    #[test]
    fn b_cubed_agrees_with_its_paper() {
        let correct = "12345 67 89ABC";
        assert_close(score_letters("12345 6789ABC", correct).b_cubed, 16.0 / 21.0, 1.0);
        assert_close(score_letters("1234589ABC 67", correct).b_cubed, 7.0 / 12.0, 1.0);
    }

    /// Moosavi and Strube 2016, section 3: key a-b-c, d-e-f-g; response a-b, c-d, f-g-h-i.
    #[test]
    fn lea_agrees_with_its_paper() {
        let lea = score_letters("ab cd fghi", "abc defg").lea;
        assert_close(lea, (2.0 + 4.0 / 6.0) / 8.0, (3.0 / 3.0 + 4.0 / 6.0) / 7.0);
    }

    /// The same chains by hand. Precision: a, b right for 1 each, c and d 1/2 each, f and g 1/2 each, h and i none:
    /// 4 of 8. Recall: a, b 2/3 each, c 1/3, d 1/4, e none, f and g 2/4 each: 5/3 + 5/4 of 7.
    #[test]
    fn partly_right_chains_count_by_mention_in_b_cubed() {
        let scores = score_letters("ab cd fghi", "abc defg");
        assert_close(scores.b_cubed, 4.0 / 8.0, (5.0 / 3.0 + 5.0 / 4.0) / 7.0);
        assert_close(scores.mentions, 6.0 / 8.0, 6.0 / 7.0);
    }

    #[test]
    fn a_chain_of_one_is_right_if_it_is_alone_on_both_sides() {
        // "a" is alone on both sides, "b" is joined to the spurious "x".
        let scores = score_letters("a bx", "a b");
        assert_close(scores.lea, 1.0 / 3.0, 1.0 / 2.0);
        assert_close(scores.b_cubed, (1.0 + 1.0 / 2.0) / 3.0, 1.0);
    }

    #[test]
    fn missing_mentions_cost_recall_and_spurious_ones_precision() {
        let missing = score_letters("ab", "ab c");
        assert_close(missing.b_cubed, 1.0, 2.0 / 3.0);
        assert_close(missing.lea, 1.0, 2.0 / 3.0);
        let spurious = score_letters("ab c", "ab");
        assert_close(spurious.b_cubed, 2.0 / 3.0, 1.0);
        assert_close(spurious.lea, 2.0 / 3.0, 1.0);
    }

    #[test]
    fn documents_are_added_by_their_mentions() {
        let mut scores = score_letters("ab", "ab");
        scores += score_letters("", "cdef");
        assert_close(scores.b_cubed, 1.0, 2.0 / 6.0);
    }
}

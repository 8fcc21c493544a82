//! Counts the verdicts on pairs.

use std::collections::BTreeMap;

use super::name_pair::{NamePair, PairClass, Truth};
use crate::lexicon::Lexicon;
use crate::resolution::{Comparison, Verdict, compare_names};

/// How pairs of one truth were judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All pairs.
    pub pairs: usize,
    /// Pairs that would be merged.
    pub same: usize,
    /// Pairs that would be shown for review.
    pub undecided: usize,
}

impl Tally {
    fn add(&mut self, verdict: Verdict) {
        self.pairs += 1;
        match verdict {
            Verdict::Same => self.same += 1,
            Verdict::Undecided => self.undecided += 1,
            Verdict::Different => {}
        }
    }

    /// Pairs that would be kept apart.
    #[must_use]
    pub fn different(self) -> usize {
        self.pairs - self.same - self.undecided
    }

    /// Share of `count` among all pairs, 0.0 to 1.0; 0.0 if there are none.
    #[must_use]
    pub fn share(self, count: usize) -> f64 {
        if self.pairs == 0 { 0.0 } else { count as f64 / self.pairs as f64 }
    }
}

/// How the pairs of one class were judged, by their truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClassScores {
    /// Pairs that mean one thing.
    pub positives: Tally,
    /// Pairs that mean two.
    pub negatives: Tally,
    /// Pairs that names alone do not decide.
    pub open: Tally,
}

impl ClassScores {
    /// Share of positives among the pairs that would be merged, 0.0 to 1.0; 1.0 if none would be. Open pairs do not
    /// count.
    #[must_use]
    pub fn precision(self) -> f64 {
        let merged = self.positives.same + self.negatives.same;
        if merged == 0 { 1.0 } else { self.positives.same as f64 / merged as f64 }
    }

    /// Share of the positives that would be merged, 0.0 to 1.0.
    #[must_use]
    pub fn recall(self) -> f64 {
        self.positives.share(self.positives.same)
    }

    fn of(&mut self, truth: Truth) -> &mut Tally {
        match truth {
            Truth::Same => &mut self.positives,
            Truth::Different => &mut self.negatives,
            Truth::Open => &mut self.open,
        }
    }
}

/// Class, truth and kind, with how its pairs were judged.
pub type KindScores = BTreeMap<(PairClass, Truth, &'static str), Tally>;

/// How pairs were judged.
#[derive(Debug, Clone, Default)]
pub struct PairScores {
    /// By class, and whether one of the names is a single word.
    pub classes: BTreeMap<(PairClass, bool), ClassScores>,
    /// By kind.
    pub kinds: KindScores,
    /// Pairs whose verdict depends on which name comes first; there should be none.
    pub one_sided: usize,
}

impl PairScores {
    /// Compares the names of `pair`, counts the verdict and returns the comparison.
    pub fn add(&mut self, pair: &NamePair, lexicon: &Lexicon) -> Comparison {
        let comparison = compare_names(pair.entity_type, &pair.left, &pair.right, lexicon);
        let turned = compare_names(pair.entity_type, &pair.right, &pair.left, lexicon);
        self.one_sided += usize::from(turned.verdict != comparison.verdict);
        let class = self.classes.entry((pair.class(), pair.has_lone_word())).or_default();
        class.of(pair.truth).add(comparison.verdict);
        self.kinds.entry((pair.class(), pair.truth, pair.kind)).or_default().add(comparison.verdict);
        comparison
    }
}

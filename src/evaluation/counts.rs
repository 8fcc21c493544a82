//! Counts of hits, with precision and recall.

use std::ops::AddAssign;

/// Hits among what was found and what is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Items that are right.
    pub hits: usize,
    /// Items of the analysis that is scored.
    pub found: usize,
    /// Items of the correct analysis.
    pub correct: usize,
}

impl Counts {
    /// An item that was found and is right.
    pub(super) const HIT: Self = Self { hits: 1, found: 1, correct: 1 };

    /// An item that was found and is wrong.
    pub(super) const EXTRA: Self = Self { hits: 0, found: 1, correct: 0 };

    /// An item that was not found.
    pub(super) const MISSED: Self = Self { hits: 0, found: 0, correct: 1 };

    /// Found items that are wrong.
    #[must_use]
    pub fn extra(self) -> usize {
        self.found - self.hits
    }

    /// Correct items that were not found.
    #[must_use]
    pub fn missed(self) -> usize {
        self.correct - self.hits
    }

    /// Share of the found items that are right, 0.0 to 1.0; 0.0 if nothing was found.
    #[must_use]
    pub fn precision(self) -> f64 {
        ratio(self.hits, self.found)
    }

    /// Share of the correct items that were found, 0.0 to 1.0.
    #[must_use]
    pub fn recall(self) -> f64 {
        ratio(self.hits, self.correct)
    }

    /// Harmonic mean of precision and recall, 0.0 to 1.0.
    #[must_use]
    pub fn f1(self) -> f64 {
        ratio(2 * self.hits, self.found + self.correct)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.hits += other.hits;
        self.found += other.found;
        self.correct += other.correct;
    }
}

/// Hits counted on each side, where they may differ or be shares; those of several documents can be added.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SidedCounts {
    /// Found items that are right; at most `found`.
    pub found_right: f64,
    /// Items of the analysis that is scored.
    pub found: usize,
    /// Correct items that were found; at most `correct`.
    pub correct_found: f64,
    /// Items of the correct analysis.
    pub correct: usize,
}

impl SidedCounts {
    /// Share of the found items that are right, 0.0 to 1.0; 0.0 if nothing was found.
    #[must_use]
    pub fn precision(self) -> f64 {
        if self.found == 0 { 0.0 } else { self.found_right / self.found as f64 }
    }

    /// Share of the correct items that were found, 0.0 to 1.0.
    #[must_use]
    pub fn recall(self) -> f64 {
        if self.correct == 0 { 0.0 } else { self.correct_found / self.correct as f64 }
    }

    /// Harmonic mean of precision and recall, 0.0 to 1.0.
    #[must_use]
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }
}

impl AddAssign for SidedCounts {
    fn add_assign(&mut self, other: Self) {
        self.found_right += other.found_right;
        self.found += other.found;
        self.correct_found += other.correct_found;
        self.correct += other.correct;
    }
}

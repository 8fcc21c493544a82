//! Hits, and what they are shares of.

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
    /// Share of what was found that is right, 0.0 to 1.0; 0.0 if nothing was found.
    #[must_use]
    pub fn precision(self) -> f64 {
        ratio(self.hits, self.found)
    }

    /// Share of what is right that was found, 0.0 to 1.0.
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

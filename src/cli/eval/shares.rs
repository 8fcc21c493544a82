//! The columns of a table of scores.

use whomet::evaluation::SidedCounts;

/// Precision, recall and F1 in percent, then what was found and what is correct.
pub(super) fn shares(counts: SidedCounts) -> String {
    let [precision, recall, f1] = [counts.precision(), counts.recall(), counts.f1()].map(|share| share * 100.0);
    format!("{precision:>9.2} {recall:>9.2} {f1:>9.2} {:>7} {:>7}", counts.found, counts.correct)
}

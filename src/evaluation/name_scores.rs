//! Precision, recall and F1 of names per type.
//!
//! A name counts as found if its tokens and its type are exactly those of the annotation, as in conlleval
//! (Tjong Kim Sang and De Meulder 2003, CoNLL, section 2).

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use super::counts::Counts;

/// A name with its place and type; both sides count places in the same unit, tokens or bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoredName {
    /// Half-open range.
    pub place: Range<usize>,
    /// Type as it is reported.
    pub label: String,
}

impl ScoredName {
    /// Equal for equal names.
    fn key(&self) -> (usize, usize, &str) {
        (self.place.start, self.place.end, &self.label)
    }
}

/// Scores of a set of sentences or documents.
///
/// # Example
/// ```
/// use whomet::evaluation::name_scores::{NameScores, ScoredName};
///
/// let name = |start, end, label: &str| ScoredName { place: start..end, label: label.to_owned() };
/// let mut scores = NameScores::default();
/// scores.add(&[name(0, 2, "Person"), name(5, 6, "Place")], &[name(0, 2, "Person"), name(5, 6, "Person")]);
/// assert_eq!(scores.total().f1(), 0.5);
/// assert_eq!(scores.of("Place").hits, 0);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameScores {
    types: BTreeMap<String, Counts>,
}

impl NameScores {
    /// Adds the names of one sentence or document. A name given twice on one side counts twice there.
    pub fn add(&mut self, annotated: &[ScoredName], found: &[ScoredName]) {
        let mut open: BTreeMap<_, usize> = BTreeMap::new();
        for name in annotated {
            *open.entry(name.key()).or_default() += 1;
            self.types.entry(name.label.clone()).or_default().correct += 1;
        }
        for name in found {
            let counts = self.types.entry(name.label.clone()).or_default();
            counts.found += 1;
            if let Some(count) = open.get_mut(&name.key()).filter(|count| **count > 0) {
                *count -= 1;
                counts.hits += 1;
            }
        }
    }

    /// Adds the counts of other sentences or documents.
    pub fn merge(&mut self, other: &Self) {
        for (label, counts) in &other.types {
            *self.types.entry(label.clone()).or_default() += *counts;
        }
    }

    /// Counts of one type.
    #[must_use]
    pub fn of(&self, label: &str) -> Counts {
        self.types.get(label).copied().unwrap_or_default()
    }

    /// Types in alphabetical order with their counts.
    pub fn types(&self) -> impl Iterator<Item = (&str, Counts)> {
        self.types.iter().map(|(label, counts)| (label.as_str(), *counts))
    }

    /// Counts of all types together (micro-averaged).
    #[must_use]
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        self.types.values().for_each(|counts| total += *counts);
        total
    }
}

impl fmt::Display for NameScores {
    /// A table with one line per type and one for all; shares in percent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<16} {:>9} {:>9} {:>9} {:>7} {:>7}", "type", "precision", "recall", "F1", "names", "found")?;
        for (label, counts) in self.types().chain([("all", self.total())]) {
            let (precision, recall, f1) = (counts.precision() * 100.0, counts.recall() * 100.0, counts.f1() * 100.0);
            let Counts { correct, found, .. } = counts;
            writeln!(f, "{label:<16} {precision:>9.2} {recall:>9.2} {f1:>9.2} {correct:>7} {found:>7}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(start: usize, end: usize, label: &str) -> ScoredName {
        ScoredName { place: start..end, label: label.to_owned() }
    }

    /// Five annotated names, four found: two right, one with a wrong end, one with a wrong type.
    #[test]
    fn a_wrong_end_and_a_wrong_type_are_both_a_miss_and_a_false_alarm() {
        let annotated =
            [name(0, 2, "PER"), name(4, 5, "LOC"), name(7, 10, "ORG"), name(12, 13, "LOC"), name(15, 16, "PER")];
        let found = [name(0, 2, "PER"), name(4, 5, "LOC"), name(7, 9, "ORG"), name(12, 13, "ORG")];
        let mut scores = NameScores::default();
        scores.add(&annotated, &found);
        assert_eq!(scores.of("PER"), Counts { hits: 1, found: 1, correct: 2 });
        assert_eq!(scores.of("LOC"), Counts { hits: 1, found: 1, correct: 2 });
        assert_eq!(scores.of("ORG"), Counts { hits: 0, found: 2, correct: 1 });
        let total = scores.total();
        assert!((total.precision() - 0.5).abs() < 1e-9);
        assert!((total.recall() - 0.4).abs() < 1e-9);
        assert!((total.f1() - 4.0 / 9.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_annotated_and_nothing_found_scores_zero_and_not_a_number() {
        assert_eq!(NameScores::default().total().f1(), 0.0);
    }

    #[test]
    fn merged_scores_are_sums() {
        let mut left = NameScores::default();
        left.add(&[name(0, 1, "LOC")], &[name(0, 1, "LOC")]);
        let mut right = NameScores::default();
        right.add(&[name(0, 1, "LOC")], &[]);
        left.merge(&right);
        assert_eq!(left.of("LOC"), Counts { hits: 1, found: 1, correct: 2 });
    }

    #[test]
    fn the_table_has_a_line_per_type_and_one_for_all() {
        let mut scores = NameScores::default();
        scores.add(&[name(0, 1, "LOC")], &[name(0, 1, "LOC")]);
        let table = scores.to_string();
        assert_eq!(table.lines().count(), 3);
        assert!(
            table.lines().nth(2).unwrap().starts_with("all                 100.00    100.00    100.00       1       1")
        );
    }
}

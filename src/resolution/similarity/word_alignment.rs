//! Aligns the words of two names.

use super::super::name_parts::{Likeness, likeness};

/// A word of one name and the word of the other that corresponds to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    /// Index in the left name.
    pub(super) left: usize,
    /// Index in the right name.
    pub(super) right: usize,
    pub(super) likeness: Likeness,
}

/// The corresponding words of two names, each used at most once. The most similar words are aligned first; equally
/// similar ones, those nearest in position.
///
/// # Complexity
/// O(l·r·log(l·r)) for l and r words.
pub(super) fn align(left: &[&str], right: &[&str]) -> Vec<Match> {
    let pairs = (0..left.len()).flat_map(|l| (0..right.len()).map(move |r| (l, r)));
    let mut matches: Vec<Match> = pairs
        .map(|(l, r)| Match { left: l, right: r, likeness: likeness(left[l], right[r]) })
        .filter(|found| found.likeness > Likeness::None)
        .collect();
    matches.sort_by_key(|found| (std::cmp::Reverse(found.likeness), found.left.abs_diff(found.right), found.left));
    let (mut used_left, mut used_right) = (vec![false; left.len()], vec![false; right.len()]);
    matches.retain(|found| {
        let is_free = !used_left[found.left] && !used_right[found.right];
        if is_free {
            (used_left[found.left], used_right[found.right]) = (true, true);
        }
        is_free
    });
    matches.sort_by_key(|found| found.left);
    matches
}

/// Whether the aligned words have the same order in both names.
pub(super) fn in_order(matches: &[Match]) -> bool {
    matches.windows(2).all(|pair| pair[0].right < pair[1].right)
}

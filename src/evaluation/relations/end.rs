//! One end of a relation, and whether two ends may be the same thing.

use std::collections::BTreeSet;

use crate::span::{Byte, Span};

/// One end of a relation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct End {
    /// Where it is named, in bytes of the text.
    pub places: Vec<Span<Byte>>,
    /// Its names, folded.
    pub names: BTreeSet<String>,
    /// Whether it is unknown who is meant; then every end matches.
    pub is_open: bool,
}

impl End {
    /// Whether the two may be the same thing: they share text, or one name contains most of the other.
    pub(super) fn touches(&self, other: &Self) -> bool {
        let share_text = || self.places.iter().any(|place| other.places.iter().any(|found| place.overlaps(*found)));
        let share_name = || self.names.iter().any(|name| other.names.iter().any(|found| are_alike(name, found)));
        self.is_open || other.is_open || share_text() || share_name()
    }
}

/// Whether one name contains the other, which has at least half of its words.
fn are_alike(left: &str, right: &str) -> bool {
    let [left, right] = [left, right].map(|name| name.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>());
    let (long, short) = if left.len() >= right.len() { (left, right) } else { (right, left) };
    !short.is_empty() && short.len() * 2 >= long.len() && long.windows(short.len()).any(|part| part == short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_if_one_has_half_of_the_other() {
        assert!(are_alike("security council", "council"));
        assert!(!are_alike("members of the council", "council"));
        assert!(!are_alike("counc", "council"));
    }
}

//! What the positions of offices tell.

use std::collections::BTreeSet;

use crate::language::{Class, LanguagePack};

/// Whether a position says that it is over: "former minister", "ex-president".
#[must_use]
pub fn is_over(position: &str) -> bool {
    let lower = position.to_lowercase();
    let first = lower.split([' ', '-']).next().unwrap_or_default();
    LanguagePack::shipped().is(Class::PastOffice, first)
}

/// Leaves out values that differ from another one in capitals only: "president" beside "President".
pub(super) fn without_case_variants(mut values: BTreeSet<String>) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    // Capitals are sorted before small letters, so the form with a capital stays.
    values.retain(|value| known.insert(value.to_lowercase()));
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_kept_once_with_its_capital() {
        let positions = ["president", "President", "former President"].map(str::to_owned).into();
        assert_eq!(Vec::from_iter(without_case_variants(positions)), ["President", "former President"]);
    }

    #[test]
    fn former_offices_are_over() {
        for (position, expected) in
            [("former Minister of Health", true), ("ex-president", true), ("Formation director", false), ("", false)]
        {
            assert_eq!(is_over(position), expected, "{position}");
        }
    }
}

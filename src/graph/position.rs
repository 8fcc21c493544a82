//! Says whether an office is over, as far as its position tells.

use crate::language::{Class, LanguagePack};

/// Whether a position says that it is over: "former minister", "ex-president".
#[must_use]
pub fn is_over(position: &str) -> bool {
    let lower = position.to_lowercase();
    let first = lower.split([' ', '-']).next().unwrap_or_default();
    LanguagePack::shipped().is(Class::PastOffice, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn former_offices_are_over() {
        for (position, expected) in
            [("former Minister of Health", true), ("ex-president", true), ("Formation director", false), ("", false)]
        {
            assert_eq!(is_over(position), expected, "{position}");
        }
    }
}

//! The words in the tables for what is an enum in memory.

use crate::language::Gender;
use crate::mention::MentionKind;
use crate::relation::Status;

/// An enum with a word for each value.
pub(super) trait Worded: Sized + Copy + PartialEq + 'static {
    /// Each value with its word.
    const WORDS: &'static [(Self, &'static str)];

    fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(value, _)| *value == self);
        found.expect("every value has a word").1
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, other)| *other == word).map(|(value, _)| *value)
    }
}

impl Worded for MentionKind {
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Name, "name"), (Self::Nominal, "nominal"), (Self::Pronoun, "pronoun")];
}

impl Worded for Gender {
    const WORDS: &'static [(Self, &'static str)] = &[(Self::Male, "male"), (Self::Female, "female")];
}

impl Worded for Status {
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Asserted, "asserted"), (Self::Planned, "planned"), (Self::Negated, "negated")];
}

/// A score as SQLite's 64-bit number: the shortest decimal that gives the same score back, so that people who query
/// by hand read 0.9 and not 0.8999999761581421.
pub(super) fn decimal(score: f32) -> f64 {
    let short: f64 = score.to_string().parse().expect("a score is a number");
    #[expect(clippy::cast_possible_truncation, reason = "whether it gives the score back is the question")]
    let is_exact = short as f32 == score;
    if is_exact { short } else { score.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::cast_possible_truncation, clippy::float_cmp, reason = "scores come back to the bit")]
    fn scores_are_readable_and_come_back_exactly() {
        assert_eq!(decimal(0.9), 0.9);
        for number in 0..=100_000_u32 {
            let score = number as f32 / 99_991.0;
            assert_eq!(decimal(score) as f32, score);
        }
    }
}

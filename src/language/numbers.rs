//! Number words.

use std::collections::HashMap;

use serde::Deserialize;

/// The table `numbers.toml`; all words are in small letters.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Numbers {
    ordinal_endings: Vec<String>,
    ones: Vec<String>,
    joints: Vec<String>,
    values: HashMap<String, u32>,
    totals: HashMap<String, u32>,
    scales: HashMap<String, u32>,
    collectives: HashMap<String, u32>,
    fractions: HashMap<String, String>,
    money_suffixes: HashMap<String, u32>,
    pub(crate) approximations: Approximations,
}

/// Phrases before a number that say how exact it is, words divided by spaces.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Approximations {
    /// "More than".
    pub(crate) at_least: Vec<String>,
    /// "Up to".
    pub(crate) at_most: Vec<String>,
    /// "About".
    pub(crate) about: Vec<String>,
}

impl Numbers {
    /// The number below a hundred that the word stands for.
    pub(crate) fn value(&self, lower: &str) -> Option<u32> {
        self.values.get(lower).copied()
    }

    /// How many things a word for all of them means: "both".
    pub(crate) fn total(&self, lower: &str) -> Option<u32> {
        self.totals.get(lower).copied()
    }

    /// The power of ten by which the word multiplies what stands before it.
    pub(crate) fn scale(&self, lower: &str) -> Option<u32> {
        self.scales.get(lower).copied()
    }

    /// The number of things that the word takes together: "dozen".
    pub(crate) fn collective(&self, lower: &str) -> Option<u32> {
        self.collectives.get(lower).copied()
    }

    /// The decimal fraction that the word stands for: "half".
    pub(crate) fn fraction(&self, lower: &str) -> Option<&str> {
        self.fractions.get(lower).map(String::as_str)
    }

    /// The power of ten that letters after the digits of a sum of money stand for.
    pub(crate) fn money_suffix(&self, lower: &str) -> Option<u32> {
        self.money_suffixes.get(lower).copied()
    }

    /// Whether the word means one of what follows: "a million".
    pub(crate) fn is_one(&self, lower: &str) -> bool {
        self.ones.iter().any(|one| one == lower)
    }

    /// Whether the word joins the hundreds to the rest.
    pub(crate) fn is_joint(&self, lower: &str) -> bool {
        self.joints.iter().any(|joint| joint == lower)
    }

    /// The digits of an ordinal number: "43" of "43rd".
    pub(crate) fn ordinal_digits<'w>(&self, word: &'w str) -> Option<&'w str> {
        let digits = self.ordinal_endings.iter().find_map(|ending| word.strip_suffix(ending.as_str()))?;
        (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
    }
}

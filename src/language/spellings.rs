//! Spellings of words in names.

use std::collections::HashMap;

use serde::Deserialize;

/// The table `spellings.toml`; all words are folded.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Spellings {
    usual: HashMap<String, String>,
    places: HashMap<String, String>,
    plural: Plural,
}

/// How the plural is written where no list knows the word.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plural {
    ending: String,
    shortest: usize,
    kept_after: Vec<String>,
}

impl Spellings {
    /// The spelling that stands for all usual ones of a folded word.
    pub(crate) fn usual<'w>(&'w self, word: &'w str) -> &'w str {
        self.usual.get(word).map_or(word, String::as_str)
    }

    /// The full form of a folded word in the name of a place.
    pub(crate) fn of_place<'w>(&'w self, word: &'w str) -> &'w str {
        self.places.get(word).map_or(word, String::as_str)
    }

    /// A folded word without the ending of the plural, as far as its letters show it.
    pub(crate) fn without_plural<'w>(&self, word: &'w str) -> &'w str {
        let Plural { ending, shortest, kept_after } = &self.plural;
        let is_plural =
            |rest: &&str| rest.len() > *shortest && !kept_after.iter().any(|letter| rest.ends_with(letter.as_str()));
        word.strip_suffix(ending.as_str()).filter(is_plural).unwrap_or(word)
    }
}

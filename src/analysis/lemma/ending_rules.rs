//! Rules that decide by the tag and the longest matching ending of a word.

use crate::analysis::model_file::{ModelError, ModelReader};
use crate::analysis::model_tables::{KeyMap, read_map};
use crate::stable_hash::fx;

/// Longest ending of a rule, in characters; beyond it only rules for whole words apply.
pub(crate) const LONGEST_ENDING: usize = 6;

/// Decisions by context and ending.
pub(crate) struct Rules(KeyMap);

impl Rules {
    /// Reads rules; every decision must be below `decisions`.
    pub(crate) fn read(input: &mut ModelReader, decisions: usize) -> Result<Self, ModelError> {
        Ok(Self(read_map(input, |value| (value as usize) < decisions)?))
    }

    /// The decision of the rule with the longest ending of `word`.
    pub(crate) fn decide(&self, context: u64, word: &str) -> Option<u32> {
        let keys = Keys::new(context, word);
        keys.longest_first().find_map(|key| self.0.get(key).copied())
    }
}

/// The keys of all rules that match a word.
pub(crate) struct Keys {
    pub(crate) whole: u32,
    /// Indexed by the length of the ending in characters, from 0.
    pub(crate) endings: [u32; LONGEST_ENDING + 1],
    pub(crate) count: usize,
}

impl Keys {
    pub(crate) fn new(context: u64, word: &str) -> Self {
        let mut hash = fx::step(1, context);
        let mut keys = Self { whole: 0, endings: [0; LONGEST_ENDING + 1], count: 1 };
        keys.endings[0] = fx::key(hash);
        for c in word.chars().rev() {
            hash = fx::step(hash, u64::from(u32::from(c)));
            if keys.count <= LONGEST_ENDING {
                keys.endings[keys.count] = fx::key(hash);
                keys.count += 1;
            }
        }
        keys.whole = fx::key(fx::step(hash, 0x57_4f_52_44));
        keys
    }

    fn longest_first(&self) -> impl Iterator<Item = u32> + '_ {
        std::iter::once(self.whole).chain(self.endings[..self.count].iter().rev().copied())
    }
}

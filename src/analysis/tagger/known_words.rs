//! The words that occurred in training, with the tags that they had.

use crate::analysis::model_file::{ModelError, ModelReader};
use crate::analysis::model_tables::{KeyMap, read_map};
use crate::stable_hash::fx;

/// What is known about a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordInfo {
    /// Number of its ambiguity class, from 1.
    pub(crate) ambiguity: u32,
    /// The class that the word always has, if there is one.
    pub(crate) fixed: Option<u8>,
}

/// The words of the training data with their ambiguity classes.
pub(crate) struct KnownWords(pub(crate) KeyMap);

/// Bits of an entry that hold the fixed class plus one.
pub(crate) const FIXED_BITS: u32 = 8;

impl KnownWords {
    pub(crate) fn read(input: &mut ModelReader, classes: usize) -> Result<Self, ModelError> {
        let map = read_map(input, |value| ((value & 0xff) as usize) <= classes)?;
        Ok(Self(map))
    }

    /// What is known about `word`, which is normalized.
    #[inline]
    pub(crate) fn get(&self, word: u32) -> Option<WordInfo> {
        let entry = *self.0.get(word)?;
        let fixed = (entry & 0xff) as u8;
        Some(WordInfo { ambiguity: entry >> FIXED_BITS, fixed: fixed.checked_sub(1) })
    }
}

/// The key of a normalized word.
#[inline]
pub(crate) fn word_key(word: &str) -> u32 {
    fx::key(fx::hash(word.as_bytes()))
}

//! Looks up the words of a sentence in lists of known names.

use super::word::Word;
use crate::flat_table::FlatTable;
use crate::stable_hash::fnv;

/// A list a word or phrase can be on.
///
/// The first five are matched as phrases (longest match from the left), the others word by word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum List {
    Country,
    Settlement,
    Organization,
    ArmedGroup,
    Title,
    Demonym,
    GivenName,
    FamilyName,
    OtherGivenName,
    Acronym,
    AgencyNoun,
    BodyNoun,
    PlaceNoun,
    EventNoun,
    Particle,
    Connector,
    FunctionWord,
    OtherFamilyName,
}

/// Number of lists matched as phrases.
pub(crate) const PHRASE_LISTS: u32 = 5;
/// Bits of the lists themselves.
const LIST_BITS: u32 = (1 << List::ALL.len()) - 1;
/// First of [`PHRASE_LISTS`] bits: first word of a phrase of several words.
pub(crate) const BEGIN_SHIFT: u32 = 18;
/// First of [`PHRASE_LISTS`] bits: later word of a phrase of several words.
pub(crate) const INSIDE_SHIFT: u32 = 23;
/// In the table only: the word starts a longer phrase, so longer phrases are tried.
pub(crate) const STARTS_PHRASE: u32 = 1 << 31;
/// Longest phrase looked for, in tokens; bounds the work per token.
pub(crate) const MAX_PHRASE: usize = 6;

impl List {
    /// Every list, in the order of the bits.
    const ALL: [Self; 18] = [
        Self::Country,
        Self::Settlement,
        Self::Organization,
        Self::ArmedGroup,
        Self::Title,
        Self::Demonym,
        Self::GivenName,
        Self::FamilyName,
        Self::OtherGivenName,
        Self::Acronym,
        Self::AgencyNoun,
        Self::BodyNoun,
        Self::PlaceNoun,
        Self::EventNoun,
        Self::Particle,
        Self::Connector,
        Self::FunctionWord,
        Self::OtherFamilyName,
    ];

    /// The bit of this list.
    pub(crate) fn bit(self) -> u32 {
        1 << self as u32
    }

    /// Lists of plain nouns, which say little without a capital nearby.
    pub(crate) fn noun_bits() -> u32 {
        Self::AgencyNoun.bit()
            | Self::BodyNoun.bit()
            | Self::PlaceNoun.bit()
            | Self::EventNoun.bit()
            | Self::Title.bit()
            | Self::GivenName.bit()
            | Self::FamilyName.bit()
            | Self::OtherGivenName.bit()
            | Self::OtherFamilyName.bit()
            | Self::Settlement.bit()
            | Self::Acronym.bit()
    }
}

/// Phrases by hash, each with the bits of the lists it is on.
///
/// Only hashes are stored: with 32 bits and 50,000 phrases, one word in 86,000 is mistaken for a listed one.
#[derive(Debug, Clone, Default)]
pub(crate) struct KnownNames {
    bits: FlatTable<u32>,
}

/// Hash of a phrase from the lower-case hashes of its words.
pub(crate) fn phrase_hash(words: impl IntoIterator<Item = u32>) -> u32 {
    let mut words = words.into_iter();
    let first = words.next().unwrap_or_default();
    words.fold(first, |hash, word| fnv::join(u32::MAX, hash, word, 0))
}

impl KnownNames {
    /// Builds the table from hashes in ascending order without repetition, as model files store them.
    pub(crate) fn from_entries(entries: &[(u32, u32)]) -> Self {
        Self { bits: FlatTable::ascending(u32::BITS, entries.len() * 2, entries.iter().copied()) }
    }

    /// List bits of a phrase hash, 0 if the phrase is on no list.
    pub(crate) fn get(&self, hash: u32) -> u32 {
        self.bits.get(hash).copied().unwrap_or_default()
    }

    /// Clears `out` and writes the lists of each word of a sentence into it, one entry per word.
    ///
    /// # Complexity
    /// Linear in the number of words; at most six probes each.
    pub(crate) fn mark(&self, words: &[Word], out: &mut Vec<u32>) {
        out.clear();
        out.extend(words.iter().map(|word| self.get(word.lower)));
        let mut at = 0;
        while at < words.len() {
            let mut step = 1;
            if out[at] & STARTS_PHRASE != 0
                && let Some((length, bits)) = self.longest_phrase(&words[at..])
            {
                mark_phrase(&mut out[at..at + length], bits);
                step = length;
            }
            at += step;
        }
        for bits in out.iter_mut() {
            *bits &= !STARTS_PHRASE;
        }
    }

    /// Longest listed phrase of two words or more at the start of `words`: its length and phrase-list bits.
    fn longest_phrase(&self, words: &[Word]) -> Option<(usize, u32)> {
        let mut hash = words.first()?.lower;
        let mut found = None;
        for (index, word) in words.iter().enumerate().take(MAX_PHRASE).skip(1) {
            hash = phrase_hash([hash, word.lower]);
            let bits = self.get(hash) & ((1 << PHRASE_LISTS) - 1);
            if bits != 0 {
                found = Some((index + 1, bits));
            }
        }
        found
    }
}

fn mark_phrase(marks: &mut [u32], bits: u32) {
    for (index, mark) in marks.iter_mut().enumerate() {
        *mark |= bits << if index == 0 { BEGIN_SHIFT } else { INSIDE_SHIFT };
    }
}

/// Whether any list bit is set, those for places in a phrase included.
pub(crate) fn is_listed(marks: u32) -> bool {
    let plain = List::Connector.bit() | List::Particle.bit() | List::FunctionWord.bit();
    marks & LIST_BITS & !plain != 0 || marks >> BEGIN_SHIFT != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_lexicon_knows_nothing() {
        let mut marks = Vec::new();
        for lexicon in [KnownNames::default(), KnownNames::from_entries(&[])] {
            lexicon.mark(&[Word::new("Suva")], &mut marks);
            assert_eq!(marks, [0]);
        }
    }
}

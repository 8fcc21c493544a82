//! Sets of lists of known names that only training asks for.

use crate::analysis::names::known_names::{BEGIN_SHIFT, INSIDE_SHIFT, List, PHRASE_LISTS};

impl List {
    /// The bit of this list and those of its places in a longer phrase.
    pub(crate) fn all_bits(self) -> u32 {
        let index = self as u32;
        self.bit() | if index < PHRASE_LISTS { 1 << (index + BEGIN_SHIFT) | 1 << (index + INSIDE_SHIFT) } else { 0 }
    }

    /// Lists without names: nouns, titles and function words.
    pub(crate) fn unnamed_bits() -> u32 {
        let nouns = Self::AgencyNoun.bit() | Self::BodyNoun.bit() | Self::PlaceNoun.bit() | Self::EventNoun.bit();
        nouns | Self::Title.all_bits() | Self::Particle.bit() | Self::Connector.bit() | Self::FunctionWord.bit()
    }
}

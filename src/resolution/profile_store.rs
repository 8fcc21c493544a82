//! Stores of name profiles.

use std::collections::{BTreeMap, BTreeSet};

use super::blocking::BlockingKeys;
use super::chain_profile::ChainProfile;
use super::comparison::Comparison;
use super::name_profile::NameProfile;
use super::ruling::Ruling;
use crate::ids::{DocumentId, NameKey};

/// A store of name profiles, in memory or on disk.
pub trait ProfileStore {
    /// Error of the store.
    type Error;

    /// Files the profile of one of a document's chains.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn file(&mut self, document: &DocumentId, chain: usize, profile: &ChainProfile) -> Result<(), Self::Error>;

    /// Removes the profiles with which a document was filed.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn unfile(&mut self, document: &DocumentId, profiles: &[ChainProfile]) -> Result<(), Self::Error>;

    /// Removes a name that no document mentions any more, with its blocking keys.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn forget(&mut self, name: &NameKey) -> Result<(), Self::Error>;

    /// The profile of a name; `None` if no document mentions it.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn profile(&mut self, key: &NameKey) -> Result<Option<NameProfile>, Self::Error>;

    /// The names in the sampled documents of a profile, without those that mean something in one document only.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn co_mentions(&mut self, profile: &NameProfile) -> Result<BTreeSet<NameKey>, Self::Error>;

    /// Notes the content of a profile that is about to be compared. Returns whether it has changed since the last note.
    ///
    /// # Errors
    /// If the store cannot be read or written.
    fn note_content(&mut self, profile: &NameProfile) -> Result<bool, Self::Error>;

    /// Sets the blocking keys of a name.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn set_keys(&mut self, name: &NameKey, keys: &BlockingKeys) -> Result<(), Self::Error>;

    /// The names that are filed under a key that is asked for, or ask for a key that is filed; sorted.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn meeting(&mut self, keys: &BlockingKeys) -> Result<BTreeSet<NameKey>, Self::Error>;

    /// The names with which a name was compared and not found different, with the comparison.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn matches_of(&mut self, name: &NameKey) -> Result<BTreeMap<NameKey, Comparison>, Self::Error>;

    /// Stores the comparison of two names, or removes it if it is `None`. A binding match may connect entities; a match
    /// of a bare name is not binding.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn set_match(
        &mut self,
        one: &NameKey,
        other: &NameKey,
        comparison: Option<&Comparison>,
        is_binding: bool,
    ) -> Result<(), Self::Error>;

    /// The binding matches of a name with the verdict "same", and their bits.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn links_of(&mut self, name: &NameKey) -> Result<Vec<(NameKey, f32)>, Self::Error>;

    /// The other matches of a name with the verdict "same": bare names, or what a bare name matches.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn bare_names_of(&mut self, name: &NameKey) -> Result<Vec<NameKey>, Self::Error>;

    /// The rulings on a name and another one, with their number in the journal, oldest first.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn rulings_on(&mut self, name: &NameKey) -> Result<Vec<(i64, Ruling)>, Self::Error>;

    /// The name chosen for the entity of a name; `None` if the name is in no group yet.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn entity_of(&mut self, name: &NameKey) -> Result<Option<NameKey>, Self::Error>;

    /// Sets the name chosen for the entity of a name. Returns whether it changed.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn set_entity(&mut self, name: &NameKey, representative: &NameKey) -> Result<bool, Self::Error>;
}

//! Where dossiers are kept.

use std::collections::{BTreeMap, BTreeSet};

use super::blocking::BlockingKeys;
use super::chain_profile::ChainProfile;
use super::comparison::Comparison;
use super::name_profile::NameProfile;
use super::ruling::Ruling;
use crate::ids::{DocumentId, NameKey};

/// Where dossiers are kept: in memory or on disk.
pub trait ProfileStore {
    /// Why the store could not do what was asked.
    type Error;

    /// Files what a document tells of one of its chains.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn file(&mut self, document: &DocumentId, chain: usize, profile: &ChainProfile) -> Result<(), Self::Error>;

    /// Takes out what a document tells: the profiles with which it was filed.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn unfile(&mut self, document: &DocumentId, profiles: &[ChainProfile]) -> Result<(), Self::Error>;

    /// Takes out a dossier of which no document tells any more, with its keys.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn forget(&mut self, name: &NameKey) -> Result<(), Self::Error>;

    /// A dossier as far as comparisons look at it; `None` if no document tells of it.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn profile(&mut self, key: &NameKey) -> Result<Option<NameProfile>, Self::Error>;

    /// The dossiers that the sampled documents of a dossier name, without those known from one document only.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn co_mentions(&mut self, profile: &NameProfile) -> Result<BTreeSet<NameKey>, Self::Error>;

    /// Notes what a dossier held when it was last compared; says whether it was another thing before.
    ///
    /// # Errors
    /// If the store cannot be read or written.
    fn note_content(&mut self, profile: &NameProfile) -> Result<bool, Self::Error>;

    /// Sets the keys of a dossier.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn set_keys(&mut self, name: &NameKey, keys: &BlockingKeys) -> Result<(), Self::Error>;

    /// The dossiers that are filed where these keys ask, or ask where they are filed; sorted.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn meeting(&mut self, keys: &BlockingKeys) -> Result<BTreeSet<NameKey>, Self::Error>;

    /// The dossiers with which one was compared and not found different, with the comparison.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn matches_of(&mut self, name: &NameKey) -> Result<BTreeMap<NameKey, Comparison>, Self::Error>;

    /// Keeps a comparison, or forgets it; `is_binding` says whether the match may tie things together.
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

    /// The firm matches of a dossier that the rules take for one with it, and the bits that speak for it.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn links_of(&mut self, name: &NameKey) -> Result<Vec<(NameKey, f32)>, Self::Error>;

    /// The other dossiers that the rules take for one with it, which are none that tie things together.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn bare_names_of(&mut self, name: &NameKey) -> Result<Vec<NameKey>, Self::Error>;

    /// The rulings on a dossier and another, with their number in the journal, oldest first.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn rulings_on(&mut self, name: &NameKey) -> Result<Vec<(i64, Ruling)>, Self::Error>;

    /// The dossier that names the thing of which one tells; `None` if it is in no group yet.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn entity_of(&mut self, name: &NameKey) -> Result<Option<NameKey>, Self::Error>;

    /// Sets which dossier names the thing of which one tells; says whether it was another before.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn set_entity(&mut self, name: &NameKey, representative: &NameKey) -> Result<bool, Self::Error>;
}

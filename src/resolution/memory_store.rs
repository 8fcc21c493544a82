//! Name profiles in memory, for graphs that are built in one run.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use super::blocking::{BlockingKeys, is_co_mention};
use super::chain_profile::ChainProfile;
use super::comparison::{Comparison, Verdict};
use super::fact::{Fact, FactKind};
use super::name_profile::{MAX_SAMPLE, MAX_VALUES, NameProfile};
use super::profile_store::ProfileStore;
use super::ruling::Ruling;
use super::scope::Scope;
use crate::ids::{DocumentId, NameKey};
use crate::ontology::EntityType;

/// A [`ProfileStore`] in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    files: BTreeMap<NameKey, File>,
    /// The names of each document's chains, in their order.
    filed: BTreeMap<DocumentId, Vec<NameKey>>,
    blocks: BTreeMap<String, Block>,
    matches: BTreeMap<NameKey, Matches>,
    /// The rulings on each name and another one, with their number.
    rulings: BTreeMap<NameKey, Vec<(i64, Ruling)>>,
    entity_of: BTreeMap<NameKey, NameKey>,
}

/// All that documents say under one name.
#[derive(Debug)]
struct File {
    entity_type: EntityType,
    scope: Scope,
    is_known: bool,
    facts: BTreeMap<Fact, usize>,
    documents: BTreeMap<DocumentId, usize>,
    keys: BlockingKeys,
    noted: Option<NameProfile>,
}

/// The comparisons of one name whose verdict is not "different".
#[derive(Debug, Default)]
struct Matches {
    binding: BTreeMap<NameKey, Comparison>,
    nonbinding: BTreeMap<NameKey, Comparison>,
}

/// The names of one blocking key.
#[derive(Debug, Default)]
struct Block {
    filed: BTreeSet<NameKey>,
    asking: BTreeSet<NameKey>,
}

impl MemoryStore {
    /// A store with these rulings, oldest first.
    #[must_use]
    pub fn new(rulings: Vec<Ruling>) -> Self {
        let mut store = Self::default();
        for (number, ruling) in (0..).zip(rulings) {
            for name in ruling.names().into_iter().filter(|name| ruling.other_than(name).is_some()) {
                store.rulings.entry(name.clone()).or_default().push((number, ruling.clone()));
            }
        }
        store
    }

    /// A name as written.
    #[must_use]
    pub(super) fn name_of(&self, name: &NameKey) -> Option<&str> {
        let labels = self.files.get(name)?.facts.keys().filter(|fact| fact.kind == FactKind::Label);
        labels.map(|fact| fact.value.as_str()).next()
    }

    /// For each name, the name chosen for its entity.
    pub(super) fn entities(&self) -> &BTreeMap<NameKey, NameKey> {
        &self.entity_of
    }

    /// The ids of entities in authority lists, by the name chosen for the entity.
    pub(super) fn authorities(&self) -> BTreeMap<NameKey, BTreeSet<String>> {
        let mut authorities: BTreeMap<NameKey, BTreeSet<String>> = BTreeMap::new();
        for (key, file) in &self.files {
            let ids = file.facts.keys().filter(|fact| fact.kind == FactKind::Authority);
            for (fact, entity) in ids.filter_map(|fact| Some((fact, self.entity_of.get(key)?))) {
                authorities.entry(entity.clone()).or_default().insert(fact.value.clone());
            }
        }
        authorities
    }
}

/// Subtracts one from a count, and removes the count at zero.
fn subtract<K: Ord>(counts: &mut BTreeMap<K, usize>, key: &K) {
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}

impl ProfileStore for MemoryStore {
    type Error = Infallible;

    fn file(&mut self, document: &DocumentId, _chain: usize, profile: &ChainProfile) -> Result<(), Infallible> {
        let file = self.files.entry(profile.key.clone()).or_insert_with(|| File {
            entity_type: profile.entity_type,
            scope: profile.scope.clone(),
            is_known: profile.is_known,
            facts: BTreeMap::new(),
            documents: BTreeMap::new(),
            keys: BlockingKeys::default(),
            noted: None,
        });
        *file.documents.entry(document.clone()).or_default() += 1;
        for fact in &profile.facts {
            *file.facts.entry(fact.clone()).or_default() += 1;
        }
        let filed = self.filed.entry(document.clone()).or_default();
        filed.push(profile.key.clone());
        Ok(())
    }

    fn unfile(&mut self, document: &DocumentId, profiles: &[ChainProfile]) -> Result<(), Infallible> {
        self.filed.remove(document);
        for profile in profiles {
            let Some(file) = self.files.get_mut(&profile.key) else { continue };
            subtract(&mut file.documents, document);
            profile.facts.iter().for_each(|fact| subtract(&mut file.facts, fact));
        }
        Ok(())
    }

    fn forget(&mut self, name: &NameKey) -> Result<(), Infallible> {
        self.set_keys(name, &BlockingKeys::default())?;
        self.files.remove(name);
        self.entity_of.remove(name);
        self.matches.remove(name);
        Ok(())
    }

    fn profile(&mut self, key: &NameKey) -> Result<Option<NameProfile>, Infallible> {
        let Some(file) = self.files.get(key).filter(|file| !file.documents.is_empty()) else { return Ok(None) };
        let mut facts = BTreeSet::new();
        let mut taken = BTreeMap::new();
        for fact in file.facts.keys() {
            let count = taken.entry(fact.kind).or_insert(0);
            *count += 1;
            if *count <= MAX_VALUES {
                facts.insert(fact.clone());
            }
        }
        Ok(Some(NameProfile {
            key: key.clone(),
            entity_type: file.entity_type,
            name: facts
                .iter()
                .find(|fact| fact.kind == FactKind::Label)
                .map(|fact| fact.value.clone())
                .unwrap_or_default(),
            scope: file.scope.clone(),
            is_known: file.is_known,
            facts,
            magnitude: file.documents.len().ilog2(),
            sample: file.documents.keys().take(MAX_SAMPLE).cloned().collect(),
        }))
    }

    fn co_mentions(&mut self, profile: &NameProfile) -> Result<BTreeSet<NameKey>, Infallible> {
        let filed = profile.sample.iter().flat_map(|document| self.filed.get(document)).flatten();
        let is_co_mention = |key: &&NameKey| self.files.get(*key).is_some_and(|file| is_co_mention(&file.scope));
        Ok(filed.filter(is_co_mention).cloned().collect())
    }

    fn note_content(&mut self, profile: &NameProfile) -> Result<bool, Infallible> {
        let Some(file) = self.files.get_mut(&profile.key) else { return Ok(false) };
        let is_new = file.noted.as_ref() != Some(profile);
        if is_new {
            file.noted = Some(profile.clone());
        }
        Ok(is_new)
    }

    fn set_keys(&mut self, name: &NameKey, keys: &BlockingKeys) -> Result<(), Infallible> {
        let Some(file) = self.files.get_mut(name) else { return Ok(()) };
        for key in &file.keys.filed {
            self.blocks.entry(key.clone()).or_default().filed.remove(name);
        }
        for key in &file.keys.asked {
            self.blocks.entry(key.clone()).or_default().asking.remove(name);
        }
        file.keys = keys.clone();
        for key in &keys.filed {
            self.blocks.entry(key.clone()).or_default().filed.insert(name.clone());
        }
        for key in &keys.asked {
            self.blocks.entry(key.clone()).or_default().asking.insert(name.clone());
        }
        Ok(())
    }

    fn meeting(&mut self, keys: &BlockingKeys) -> Result<BTreeSet<NameKey>, Infallible> {
        let asked = keys.asked.iter().filter_map(|key| self.blocks.get(key)).flat_map(|block| &block.filed);
        let filed = keys.filed.iter().filter_map(|key| self.blocks.get(key)).flat_map(|block| &block.asking);
        Ok(asked.chain(filed).cloned().collect())
    }

    fn matches_of(&mut self, name: &NameKey) -> Result<BTreeMap<NameKey, Comparison>, Infallible> {
        let matches = self.matches.get(name).into_iter();
        let all = matches.flat_map(|matches| matches.binding.iter().chain(&matches.nonbinding));
        Ok(all.map(|(key, found)| (key.clone(), found.clone())).collect())
    }

    fn set_match(
        &mut self,
        one: &NameKey,
        other: &NameKey,
        comparison: Option<&Comparison>,
        is_binding: bool,
    ) -> Result<(), Infallible> {
        for (from, to) in [(one, other), (other, one)] {
            let matches = self.matches.entry(from.clone()).or_default();
            matches.binding.remove(to);
            matches.nonbinding.remove(to);
            if let Some(comparison) = comparison {
                let kept = if is_binding { &mut matches.binding } else { &mut matches.nonbinding };
                kept.insert(to.clone(), comparison.clone());
            }
        }
        Ok(())
    }

    fn links_of(&mut self, name: &NameKey) -> Result<Vec<(NameKey, f32)>, Infallible> {
        let binding = self.matches.get(name).into_iter().flat_map(|matches| &matches.binding);
        let same = binding.filter(|(_, found)| found.verdict == Verdict::Same);
        Ok(same.map(|(key, found)| (key.clone(), found.bits())).collect())
    }

    fn bare_names_of(&mut self, name: &NameKey) -> Result<Vec<NameKey>, Infallible> {
        let nonbinding = self.matches.get(name).into_iter().flat_map(|matches| &matches.nonbinding);
        Ok(nonbinding.filter(|(_, found)| found.verdict == Verdict::Same).map(|(key, _)| key.clone()).collect())
    }

    fn rulings_on(&mut self, name: &NameKey) -> Result<Vec<(i64, Ruling)>, Infallible> {
        Ok(self.rulings.get(name).cloned().unwrap_or_default())
    }

    fn entity_of(&mut self, name: &NameKey) -> Result<Option<NameKey>, Infallible> {
        Ok(self.entity_of.get(name).cloned())
    }

    fn set_entity(&mut self, name: &NameKey, representative: &NameKey) -> Result<bool, Infallible> {
        let before = self.entity_of.insert(name.clone(), representative.clone());
        Ok(before.as_ref() != Some(representative))
    }
}

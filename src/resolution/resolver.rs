//! Adds and removes documents one at a time and keeps the names that mean one entity together.
//!
//! [`Resolver`] keeps a [`ProfileStore`] in the state that a build from scratch would give: its content depends on the
//! documents and rulings, not on their order. It compares only profiles that have changed, with those that share a
//! blocking key, and regroups only the names that are connected with them.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Answer;
use super::blocking::blocking_keys;
use super::chain_profile::ChainProfile;
use super::clusters::{MIN_LEAD, cluster};
use super::comparison::{Comparison, Verdict};
use super::component::{Component, representative};
use super::name_profile::NameProfile;
use super::profile_store::ProfileStore;
use super::similarity::{ProfilePair, compare, is_possible};
use crate::ids::{DocumentId, NameKey};
use crate::lexicon::Lexicon;

/// Keeps the names of a store compared and grouped.
#[derive(Debug)]
pub struct Resolver<'a, S> {
    /// The store.
    pub store: S,
    /// Number of pairs compared so far.
    pub comparisons: usize,
    /// Number of profiles read so far.
    pub loaded: usize,
    lexicon: &'a Lexicon,
}

impl<'a, S: ProfileStore> Resolver<'a, S> {
    /// A resolver over the names of `store`.
    pub fn new(store: S, lexicon: &'a Lexicon) -> Self {
        Self { store, comparisons: 0, loaded: 0, lexicon }
    }

    fn load(&mut self, key: &NameKey) -> Result<Option<NameProfile>, S::Error> {
        self.loaded += 1;
        self.store.profile(key)
    }

    /// Files a new document: one profile for each of its chains, in their order.
    ///
    /// # Errors
    /// If the store fails.
    ///
    /// # Complexity
    /// Depends on the document and on the names that share a blocking key with its names, not on the collection.
    pub fn add(&mut self, document: &DocumentId, profiles: &[ChainProfile]) -> Result<(), S::Error> {
        for (chain, profile) in profiles.iter().enumerate() {
            self.store.file(document, chain, profile)?;
        }
        self.settle(profiles.iter().map(|profile| profile.key.clone()).collect())
    }

    /// Removes a document, given the profiles with which it was added.
    ///
    /// # Errors
    /// If the store fails.
    pub fn remove(&mut self, document: &DocumentId, profiles: &[ChainProfile]) -> Result<(), S::Error> {
        self.store.unfile(document, profiles)?;
        self.settle(profiles.iter().map(|profile| profile.key.clone()).collect())
    }

    /// Compares two names; `None` if the store lacks one of them.
    ///
    /// # Errors
    /// If the store fails.
    pub fn compare_two(&mut self, one: &NameKey, other: &NameKey) -> Result<Option<Comparison>, S::Error> {
        let (Some(left), Some(right)) = (self.load(one)?, self.load(other)?) else { return Ok(None) };
        let co_mentions = [&self.store.co_mentions(&left)?, &self.store.co_mentions(&right)?];
        Ok(Some(compare(&ProfilePair { left: &left, right: &right, co_mentions }, self.lexicon)))
    }

    /// Regroups the names connected with these, after a ruling on them was made or taken back.
    ///
    /// # Errors
    /// If the store fails.
    pub fn rulings_changed(&mut self, names: BTreeSet<NameKey>) -> Result<(), S::Error> {
        let mut changed = names.clone();
        for key in names {
            let Some(profile) = self.load(&key)?.filter(NameProfile::is_bare) else { continue };
            // A ruling makes the matches of a bare name binding.
            let is_binding = self.is_binding(&profile)?;
            for (other, found) in self.store.matches_of(&key)? {
                self.store.set_match(&key, &other, Some(&found), is_binding)?;
                changed.insert(other);
            }
        }
        self.regroup(changed)
    }

    /// Regroups the names connected with these.
    fn regroup(&mut self, mut todo: BTreeSet<NameKey>) -> Result<(), S::Error> {
        let mut bare_names = BTreeSet::new();
        while let Some(start) = todo.pop_first() {
            let Some(profile) = self.load(&start)? else { continue };
            if !self.is_binding(&profile)? {
                bare_names.insert(start);
                continue;
            }
            let component = self.component(&start)?;
            todo.retain(|key| !component.profiles.contains_key(key));
            for moved in self.group(&component)? {
                bare_names.extend(self.store.bare_names_of(&moved)?);
            }
        }
        bare_names.iter().try_for_each(|bare_name| self.follow(bare_name))
    }

    /// Whether the matches of a name may connect entities.
    fn is_binding(&mut self, profile: &NameProfile) -> Result<bool, S::Error> {
        Ok(!profile.is_bare() || !self.store.rulings_on(&profile.key)?.is_empty())
    }

    /// Assigns a bare name to the entity that it matches best; if it matches two about equally well, it stays alone.
    fn follow(&mut self, bare_name: &NameKey) -> Result<(), S::Error> {
        let mut bits_of: BTreeMap<NameKey, f32> = BTreeMap::new();
        for (other, found) in self.store.matches_of(bare_name)? {
            if let Some(entity) = self.store.entity_of(&other)?.filter(|_| found.verdict == Verdict::Same) {
                let bits = bits_of.entry(entity).or_insert(f32::MIN);
                *bits = bits.max(found.bits());
            }
        }
        let mut fitting: Vec<(NameKey, f32)> = bits_of.into_iter().collect();
        fitting.sort_by(|a, b| b.1.total_cmp(&a.1));
        let entity = match &fitting[..] {
            [(entity, _)] => entity,
            [(entity, best), (_, second), ..] if best - second >= MIN_LEAD => entity,
            _ => bare_name,
        };
        self.store.set_entity(bare_name, entity)?;
        Ok(())
    }

    /// Compares the names whose profiles have changed, and regroups what that affects.
    fn settle(&mut self, touched: BTreeSet<NameKey>) -> Result<(), S::Error> {
        let mut changed = BTreeSet::new();
        for key in touched {
            match self.load(&key)? {
                None => self.forget(&key, &mut changed)?,
                Some(profile) => {
                    if self.store.note_content(&profile)? {
                        changed.insert(key);
                        self.rematch(&profile, &mut changed)?;
                    }
                }
            }
        }
        self.regroup(changed)
    }

    /// Removes a name that no document mentions any more, with its comparisons.
    fn forget(&mut self, key: &NameKey, changed: &mut BTreeSet<NameKey>) -> Result<(), S::Error> {
        for other in self.store.matches_of(key)?.into_keys() {
            self.store.set_match(key, &other, None, false)?;
            changed.insert(other);
        }
        for (_, ruling) in self.store.rulings_on(key)? {
            changed.extend(ruling.other_than(key).cloned());
        }
        self.store.forget(key)
    }

    /// Compares a profile with all that share a blocking key with it.
    fn rematch(&mut self, profile: &NameProfile, changed: &mut BTreeSet<NameKey>) -> Result<(), S::Error> {
        let keys = blocking_keys(profile, self.lexicon);
        self.store.set_keys(&profile.key, &keys)?;
        let mut before = self.store.matches_of(&profile.key)?;
        let is_binding = self.is_binding(profile)?;
        let mut co_mentions = None;
        for key in self.store.meeting(&keys)? {
            if key == profile.key {
                continue;
            }
            let Some(other) = self.load(&key)? else { continue };
            let now =
                self.compare(profile, &mut co_mentions, &other)?.filter(|found| found.verdict != Verdict::Different);
            if now != before.remove(&key) {
                let is_binding = is_binding && self.is_binding(&other)?;
                self.store.set_match(&profile.key, &key, now.as_ref(), is_binding)?;
                // The entity of the other name depends on this match only if it is binding or the other name is bare.
                if is_binding || other.is_bare() {
                    changed.insert(key);
                }
            }
        }
        // These no longer share a key with it.
        for key in before.into_keys() {
            self.store.set_match(&profile.key, &key, None, false)?;
            changed.insert(key);
        }
        Ok(())
    }

    /// The comparison of two profiles, or `None` if their names alone rule out one entity.
    fn compare(
        &mut self,
        profile: &NameProfile,
        co_mentions: &mut Option<BTreeSet<NameKey>>,
        other: &NameProfile,
    ) -> Result<Option<Comparison>, S::Error> {
        self.comparisons += 1;
        if !is_possible(profile, other, self.lexicon) {
            return Ok(None);
        }
        // Co-mentions are costly, so they are looked up only where they can matter.
        let ours = match co_mentions.take() {
            Some(ours) => ours,
            None => self.store.co_mentions(profile)?,
        };
        let theirs = self.store.co_mentions(other)?;
        let pair = ProfilePair { left: profile, right: other, co_mentions: [&ours, &theirs] };
        let comparison = compare(&pair, self.lexicon);
        *co_mentions = Some(ours);
        Ok(Some(comparison))
    }

    /// All names connected with one by binding matches and rulings.
    fn component(&mut self, start: &NameKey) -> Result<Component, S::Error> {
        let mut component = Component::default();
        let mut todo = vec![start.clone()];
        while let Some(key) = todo.pop() {
            if component.profiles.contains_key(&key) {
                continue;
            }
            let Some(profile) = self.load(&key)? else { continue };
            let links = self.store.links_of(&key)?;
            todo.extend(links.iter().map(|(other, _)| other.clone()));
            component.links.extend(links.into_iter().map(|(other, bits)| (key.clone(), other, bits)));
            for (number, ruling) in self.store.rulings_on(&key)? {
                if ruling.answer() == Some(Answer::Same) {
                    todo.extend(ruling.other_than(&key).cloned());
                }
                component.rulings.insert(number, ruling);
            }
            component.profiles.insert(key, profile);
        }
        Ok(component)
    }

    /// Groups the names of a component. Returns those whose entity changed.
    fn group(&mut self, component: &Component) -> Result<Vec<NameKey>, S::Error> {
        let profiles: Vec<&NameProfile> = component.profiles.values().collect();
        let mut moved = Vec::new();
        for group in cluster(&component.links(self.lexicon)) {
            let members: Vec<&NameProfile> = group.into_iter().map(|at| profiles[at]).collect();
            let representative = &representative(&members).key;
            for member in &members {
                if self.store.set_entity(&member.key, representative)? {
                    moved.push(member.key.clone());
                }
            }
        }
        Ok(moved)
    }
}

//! Profiles filed or taken out one document at a time in, the dossiers that are one thing out.
//!
//! [`Resolver`] keeps a [`DossierStore`] in the state that a build from scratch would give: what is stored is a function
//! of the documents and rulings alone, not of the order in which they came. It compares only dossiers about which
//! something new is known with those that share a blocking key, and groups anew only what hangs together with them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::blocking::{BlockingKeys, blocking_keys};
use super::clusters::{Links, Ruled, cluster};
use super::comparison::{Comparison, Verdict};
use super::dossier::{Dossier, Scope};
use super::judgement::Ruling;
use super::profile::{Profile, size};
use super::similarity::{Sides, compare, contradict, is_possible};
use crate::ids::{DocumentId, DossierKey};
use crate::mention::Lexicon;

/// Where dossiers are kept: in memory or on disk.
pub trait DossierStore {
    /// Why the store could not do what was asked.
    type Error;

    /// Files what a document tells of one of its chains.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn file(&mut self, document: &DocumentId, chain: usize, profile: &Profile) -> Result<(), Self::Error>;

    /// Takes out what a document tells: the profiles with which it was filed.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn unfile(&mut self, document: &DocumentId, profiles: &[Profile]) -> Result<(), Self::Error>;

    /// Takes out a dossier of which no document tells any more, with its keys.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn forget(&mut self, dossier: &DossierKey) -> Result<(), Self::Error>;

    /// A dossier as far as comparisons look at it; `None` if no document tells of it.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn dossier(&mut self, key: &DossierKey) -> Result<Option<Dossier>, Self::Error>;

    /// The dossiers that the sampled documents of a dossier name, without those known from one document only.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn company(&mut self, dossier: &Dossier) -> Result<BTreeSet<DossierKey>, Self::Error>;

    /// Notes what a dossier held when it was last compared; says whether it was another thing before.
    ///
    /// # Errors
    /// If the store cannot be read or written.
    fn note_content(&mut self, dossier: &Dossier) -> Result<bool, Self::Error>;

    /// Sets the keys of a dossier.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn set_keys(&mut self, dossier: &DossierKey, keys: &BlockingKeys) -> Result<(), Self::Error>;

    /// The dossiers that are filed where these keys ask, or ask where they are filed; sorted.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn meeting(&mut self, keys: &BlockingKeys) -> Result<BTreeSet<DossierKey>, Self::Error>;

    /// The dossiers with which one was compared and not found different, with the comparison.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn matches_of(&mut self, dossier: &DossierKey) -> Result<BTreeMap<DossierKey, Comparison>, Self::Error>;

    /// Keeps a comparison, or forgets it.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn set_match(
        &mut self,
        one: &DossierKey,
        other: &DossierKey,
        comparison: Option<&Comparison>,
    ) -> Result<(), Self::Error>;

    /// The rulings on a dossier and another, with their number in the journal, oldest first.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn rulings_on(&mut self, dossier: &DossierKey) -> Result<Vec<(i64, Ruling)>, Self::Error>;

    /// Sets what dossiers tell of one thing, and which of them names it.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn set_entity(&mut self, members: &[DossierKey], representative: &DossierKey) -> Result<(), Self::Error>;
}

/// Keeps the dossiers of a store compared and grouped.
#[derive(Debug)]
pub struct Resolver<'a, S> {
    /// Where the dossiers are.
    pub store: S,
    /// Pairs compared so far.
    pub comparisons: usize,
    lexicon: &'a Lexicon,
}

impl<'a, S: DossierStore> Resolver<'a, S> {
    /// A resolver over the dossiers of `store`.
    pub fn new(store: S, lexicon: &'a Lexicon) -> Self {
        Self { store, comparisons: 0, lexicon }
    }

    /// Files what a new document tells: one profile for each of its chains, in their order.
    ///
    /// # Errors
    /// If the store fails.
    ///
    /// # Complexity
    /// Depends on the document and on the dossiers that share a blocking key with its own, not on the collection.
    pub fn add(&mut self, document: &DocumentId, profiles: &[Profile]) -> Result<(), S::Error> {
        for (chain, profile) in profiles.iter().enumerate() {
            self.store.file(document, chain, profile)?;
        }
        self.settle(profiles.iter().map(|profile| profile.key.clone()).collect())
    }

    /// Takes out what a document tells, given the profiles with which it was added.
    ///
    /// # Errors
    /// If the store fails.
    pub fn remove(&mut self, document: &DocumentId, profiles: &[Profile]) -> Result<(), S::Error> {
        self.store.unfile(document, profiles)?;
        self.settle(profiles.iter().map(|profile| profile.key.clone()).collect())
    }

    /// Compares two dossiers; `None` if one of them is not there.
    ///
    /// # Errors
    /// If the store fails.
    pub fn compare_two(&mut self, one: &DossierKey, other: &DossierKey) -> Result<Option<Comparison>, S::Error> {
        let (Some(left), Some(right)) = (self.store.dossier(one)?, self.store.dossier(other)?) else { return Ok(None) };
        let company = [&self.store.company(&left)?, &self.store.company(&right)?];
        Ok(Some(compare(&Sides { left: &left, right: &right, company }, self.lexicon)))
    }

    /// Groups anew what hangs together with these dossiers, after a ruling on them was made or taken back.
    ///
    /// # Errors
    /// If the store fails.
    pub fn regroup(&mut self, dossiers: BTreeSet<DossierKey>) -> Result<(), S::Error> {
        let mut todo = dossiers;
        while let Some(start) = todo.pop_first() {
            let component = self.component(&start)?;
            todo.retain(|key| !component.contains_key(key));
            self.group(&component)?;
        }
        Ok(())
    }

    /// Compares the dossiers of which something new may be known, and groups anew what that changes.
    fn settle(&mut self, touched: BTreeSet<DossierKey>) -> Result<(), S::Error> {
        let mut changed = BTreeSet::new();
        for key in touched {
            match self.store.dossier(&key)? {
                None => self.forget(&key, &mut changed)?,
                Some(dossier) => {
                    if self.store.note_content(&dossier)? {
                        changed.insert(key);
                        self.rematch(&dossier, &mut changed)?;
                    }
                }
            }
        }
        self.regroup(changed)
    }

    /// Forgets the comparisons of a dossier of which no document tells any more.
    fn forget(&mut self, key: &DossierKey, changed: &mut BTreeSet<DossierKey>) -> Result<(), S::Error> {
        for other in self.store.matches_of(key)?.into_keys() {
            self.store.set_match(key, &other, None)?;
            changed.insert(other);
        }
        for (_, ruling) in self.store.rulings_on(key)? {
            changed.extend(ruling.other_than(key).cloned());
        }
        self.store.forget(key)
    }

    /// Compares a dossier with all that share a key with it.
    fn rematch(&mut self, dossier: &Dossier, changed: &mut BTreeSet<DossierKey>) -> Result<(), S::Error> {
        let keys = blocking_keys(dossier, self.lexicon);
        self.store.set_keys(&dossier.key, &keys)?;
        let mut before = self.store.matches_of(&dossier.key)?;
        let mut company = None;
        for key in self.store.meeting(&keys)? {
            if key == dossier.key {
                continue;
            }
            let Some(other) = self.store.dossier(&key)? else { continue };
            let now = self.compare(dossier, &mut company, &other)?.filter(|found| found.verdict != Verdict::Different);
            if now != before.remove(&key) {
                self.store.set_match(&dossier.key, &key, now.as_ref())?;
                changed.insert(key);
            }
        }
        // Those with which it shares no key any more.
        for key in before.into_keys() {
            self.store.set_match(&dossier.key, &key, None)?;
            changed.insert(key);
        }
        Ok(())
    }

    /// The comparison of two dossiers, or `None` if their names leave no chance.
    fn compare(
        &mut self,
        dossier: &Dossier,
        company: &mut Option<BTreeSet<DossierKey>>,
        other: &Dossier,
    ) -> Result<Option<Comparison>, S::Error> {
        self.comparisons += 1;
        if !is_possible(dossier, other, self.lexicon) {
            return Ok(None);
        }
        // What is named beside them is looked up only where it can matter.
        let ours = match company.take() {
            Some(ours) => ours,
            None => self.store.company(dossier)?,
        };
        let theirs = self.store.company(other)?;
        let sides = Sides { left: dossier, right: other, company: [&ours, &theirs] };
        let comparison = compare(&sides, self.lexicon);
        *company = Some(ours);
        Ok(Some(comparison))
    }

    /// All dossiers that hang together with one by matches and rulings.
    fn component(&mut self, start: &DossierKey) -> Result<BTreeMap<DossierKey, Dossier>, S::Error> {
        let mut component = BTreeMap::new();
        let mut todo = vec![start.clone()];
        while let Some(key) = todo.pop() {
            if component.contains_key(&key) {
                continue;
            }
            let Some(dossier) = self.store.dossier(&key)? else { continue };
            let matches = self.store.matches_of(&key)?;
            todo.extend(matches.into_iter().filter(|(_, found)| found.verdict == Verdict::Same).map(|(key, _)| key));
            let rulings = self.store.rulings_on(&key)?;
            let same = rulings.iter().filter(|(_, ruling)| matches!(ruling, Ruling::Same { .. }));
            todo.extend(same.filter_map(|(_, ruling)| ruling.other_than(&key).cloned()));
            component.insert(key, dossier);
        }
        Ok(component)
    }

    /// Groups the dossiers of a component and notes the groups.
    fn group(&mut self, component: &BTreeMap<DossierKey, Dossier>) -> Result<(), S::Error> {
        let dossiers: Vec<&Dossier> = component.values().collect();
        let index_of: BTreeMap<&DossierKey, usize> = component.keys().zip(0..).collect();
        let (mut same, mut rulings) = (Vec::new(), BTreeMap::new());
        for (at, dossier) in dossiers.iter().enumerate() {
            for (key, found) in self.store.matches_of(&dossier.key)? {
                if let Some(&other) = index_of.get(&key).filter(|&&other| other > at && found.verdict == Verdict::Same)
                {
                    same.push((at, other, found.bits()));
                }
            }
            for (number, ruling) in self.store.rulings_on(&dossier.key)? {
                let other = ruling.other_than(&dossier.key).and_then(|key| index_of.get(key));
                if let (Some(&other), Some(ruled)) = (other, Ruled::of(&ruling)) {
                    rulings.insert(number, (ruled, at, other));
                }
            }
        }
        let lexicon = self.lexicon;
        let conflict = |a: usize, b: usize| contradict(dossiers[a], dossiers[b], lexicon);
        let links =
            Links { count: dossiers.len(), same, rulings: rulings.into_values().collect(), conflict: &conflict };
        for group in cluster(&links) {
            let members: Vec<&Dossier> = group.into_iter().map(|at| dossiers[at]).collect();
            let keys: Vec<DossierKey> = members.iter().map(|member| member.key.clone()).collect();
            self.store.set_entity(&keys, &representative(&members).key)?;
        }
        Ok(())
    }
}

/// The dossier that names the thing: one that a gazetteer knows, else the one with a name of several words that most
/// documents use (by order of magnitude, so that one article more seldom changes it), of equally usual ones the
/// fullest, then that of the widest scope and of the smallest key. The fullest alone would be "First Lady Laura Bush".
fn representative<'a>(members: &[&'a Dossier]) -> &'a Dossier {
    fn rank(member: &Dossier) -> impl Ord + '_ {
        let narrowness = match member.scope {
            Scope::Everywhere => 0,
            Scope::Land(_) => 1,
            Scope::Document(_) => 2,
        };
        let is_full = member.name.contains(' ');
        (member.is_known, is_full, member.magnitude, size(&member.name), Reverse((narrowness, &member.key)))
    }
    members.iter().max_by_key(|member| rank(member)).expect("a group has members")
}

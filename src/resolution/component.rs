//! Connected names: the smallest set that must be grouped together.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::clusters::{Conflicts, Links};
use super::name_parts::fullness;
use super::name_profile::NameProfile;
use super::ruling::Ruling;
use super::scope::Scope;
use super::similarity::{contradict, tell_alike};
use crate::ids::NameKey;
use crate::lexicon::Lexicon;

/// Names connected by binding matches and rulings, with their profiles.
#[derive(Debug, Default)]
pub(super) struct Component {
    pub(super) profiles: BTreeMap<NameKey, NameProfile>,
    /// Each match in both directions.
    pub(super) links: Vec<(NameKey, NameKey, f32)>,
    /// By number of the journal.
    pub(super) rulings: BTreeMap<i64, Ruling>,
}

impl Component {
    /// What connects and separates the names, each given by its index in the order of keys.
    pub(super) fn links(&self, lexicon: &Lexicon) -> Links {
        let index_of: BTreeMap<&NameKey, usize> = self.profiles.keys().zip(0..).collect();
        let place = |key: &NameKey| index_of.get(key).copied();
        let same = self.links.iter().filter_map(|(one, other, bits)| Some((place(one)?, place(other)?, *bits)));
        let ruled = self.rulings.values().filter_map(|ruling| {
            let [one, other] = ruling.names()[..] else { return None };
            Some((ruling.answer()?, place(one)?, place(other)?))
        });
        Links {
            count: self.profiles.len(),
            same: same.filter(|(one, other, _)| one < other).collect(),
            rulings: ruled.collect(),
            conflicts: self.conflicts(lexicon),
        }
    }

    /// Which names conflict. Many profiles differ only in their scope; such profiles are compared once.
    fn conflicts(&self, lexicon: &Lexicon) -> Conflicts {
        let mut kinds: Vec<&NameProfile> = Vec::new();
        let mut kind_of = Vec::with_capacity(self.profiles.len());
        for profile in self.profiles.values() {
            let known = kinds.iter().position(|kind| tell_alike(kind, profile));
            kind_of.push(known.unwrap_or(kinds.len()));
            if known.is_none() {
                kinds.push(profile);
            }
        }
        let pairs = (0..kinds.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        let contradicting = pairs.filter(|&(a, b)| contradict(kinds[a], kinds[b], lexicon)).collect();
        Conflicts::new(kind_of, contradicting)
    }
}

/// The profile that gives the entity its name and id.
///
/// A name that a gazetteer knows comes first, then a name of several words, then the one in the most documents (by
/// order of magnitude, so that one more article rarely changes it), then the fullest, then the one with the widest
/// scope and the smallest key. The fullest alone would be "First Lady Laura Bush".
pub(super) fn representative<'a>(members: &[&'a NameProfile]) -> &'a NameProfile {
    fn rank(member: &NameProfile) -> impl Ord + '_ {
        let narrowness = match member.scope {
            Scope::Everywhere => 0,
            Scope::Country(_) => 1,
            Scope::Document(_) => 2,
        };
        let is_full = member.name.contains(' ');
        (member.is_known, is_full, member.magnitude, fullness(&member.name), Reverse((narrowness, &member.key)))
    }
    members.iter().max_by_key(|member| rank(member)).expect("a group has members")
}

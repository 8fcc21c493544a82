//! Which places lie within others, as far as the documents say.

use std::collections::{BTreeMap, BTreeSet};

use super::edge_drafts::{EdgeDraft, EdgeKey};
use crate::ids::EntityId;
use crate::ontology::RelationType;
use crate::relation::Status;
use crate::resolution::Entity;

/// For each place, the places that it directly lies in.
#[derive(Debug, Default)]
pub(super) struct Places(BTreeMap<EntityId, BTreeSet<EntityId>>);

impl Places {
    pub(super) fn new<'a>(drafts: impl Iterator<Item = (&'a EdgeKey, &'a EdgeDraft)>, entities: &[Entity]) -> Self {
        let mut wholes: BTreeMap<EntityId, BTreeSet<EntityId>> = BTreeMap::new();
        let is_part = |key: &EdgeKey| key.relation == RelationType::PART_OF && key.status == Status::Asserted;
        for (key, _) in drafts.filter(|(key, _)| is_part(key)) {
            wholes.entry(entities[key.source].id.clone()).or_default().insert(entities[key.target].id.clone());
        }
        Self(wholes)
    }

    /// Whether each place of the first agrees with each of the second: they are equal, or one lies within the other.
    pub(super) fn agree(&self, ours: &BTreeSet<&EntityId>, theirs: &BTreeSet<&EntityId>) -> bool {
        let fit = |a: &EntityId, b: &EntityId| a == b || self.lies_in(a, b) || self.lies_in(b, a);
        ours.iter().all(|a| theirs.iter().all(|b| fit(a, b)))
    }

    fn lies_in(&self, part: &EntityId, whole: &EntityId) -> bool {
        let (mut seen, mut next) = (BTreeSet::from([part]), vec![part]);
        while let Some(place) = next.pop() {
            for above in self.0.get(place).into_iter().flatten() {
                if above == whole {
                    return true;
                }
                if seen.insert(above) {
                    next.push(above);
                }
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_agrees_with_every_place_around_it() {
        let id = |name: &str| EntityId::from(format!("place/{name}"));
        let part = |part: &str, whole: &str| (id(part), BTreeSet::from([id(whole)]));
        let places = Places(BTreeMap::from([part("miraflores", "lima"), part("lima", "peru"), part("peru", "lima")]));
        let agree = |a: &str, b: &str| places.agree(&BTreeSet::from([&id(a)]), &BTreeSet::from([&id(b)]));
        assert!(agree("miraflores", "peru") && agree("peru", "miraflores") && agree("cusco", "cusco"));
        assert!(!agree("miraflores", "cusco"), "and two that lie in each other do not make it run on for ever");
        assert!(places.agree(&BTreeSet::new(), &BTreeSet::from([&id("cusco")])), "unknown is no contradiction");
    }
}

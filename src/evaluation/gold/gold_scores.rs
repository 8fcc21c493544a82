//! Counts of entities and relations.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::difference::Difference;
use crate::evaluation::counts::Counts;
use crate::ontology::{EntityType, RelationType};

/// Counts of entities and relations; those of several articles can be added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GoldScores {
    /// Entities, whatever the type of the node.
    pub entities: Counts,
    /// Entities; a node of another type is one too many and one too few.
    pub typed_entities: Counts,
    /// Relations, whatever their status.
    pub relations: Counts,
    /// Relations; one with another status is one too many and one too few.
    pub relations_with_status: Counts,
    /// Entities of each type, counted with type.
    pub by_entity_type: BTreeMap<EntityType, Counts>,
    /// Relations of each class, counted with status.
    pub by_relation: BTreeMap<RelationType, Counts>,
    /// Pieces of evidence.
    pub evidence: usize,
    /// Pieces of evidence that do not stand in the article; there should be none.
    pub bad_evidence: usize,
    /// Edges whose types the annotations do not have; they count nowhere else.
    pub other_relations: BTreeMap<RelationType, usize>,
}

impl GoldScores {
    /// Counts a required entity that has a node of its type.
    pub(super) fn add_entity(&mut self, entity_type: EntityType) {
        self.count_entity(Counts::HIT, entity_type, Counts::HIT);
    }

    /// Counts a required relation that was found with its status.
    pub(super) fn add_relation(&mut self, relation: RelationType) {
        self.count_relation(Counts::HIT, relation, Counts::HIT);
    }

    /// Counts a difference.
    pub(super) fn add_difference(&mut self, difference: &Difference) {
        match difference {
            Difference::ExtraNode { entity_type, .. } => {
                self.count_entity(Counts::EXTRA, *entity_type, Counts::EXTRA);
            }
            Difference::WrongType { found, correct, .. } => {
                self.count_entity(Counts::HIT, *found, Counts::EXTRA);
                self.count_entity(Counts::default(), *correct, Counts::MISSED);
            }
            Difference::MissedNode { entity_type, .. } => {
                self.count_entity(Counts::MISSED, *entity_type, Counts::MISSED);
            }
            Difference::ExtraRelation { relation, .. } => {
                self.count_relation(Counts::EXTRA, relation.relation, Counts::EXTRA);
            }
            Difference::WrongStatus { relation, .. } => {
                self.count_relation(Counts::HIT, relation.relation, Counts::EXTRA);
                self.count_relation(Counts::default(), relation.relation, Counts::MISSED);
            }
            Difference::MissedRelation { relation, .. } => {
                self.count_relation(Counts::MISSED, relation.relation, Counts::MISSED);
            }
        }
    }

    fn count_entity(&mut self, any_type: Counts, entity_type: EntityType, typed: Counts) {
        self.entities += any_type;
        self.typed_entities += typed;
        *self.by_entity_type.entry(entity_type).or_default() += typed;
    }

    fn count_relation(&mut self, any_status: Counts, relation: RelationType, with_status: Counts) {
        self.relations += any_status;
        self.relations_with_status += with_status;
        *self.by_relation.entry(relation).or_default() += with_status;
    }
}

impl AddAssign for GoldScores {
    fn add_assign(&mut self, other: Self) {
        self.entities += other.entities;
        self.typed_entities += other.typed_entities;
        self.relations += other.relations;
        self.relations_with_status += other.relations_with_status;
        self.evidence += other.evidence;
        self.bad_evidence += other.bad_evidence;
        for (entity_type, counts) in other.by_entity_type {
            *self.by_entity_type.entry(entity_type).or_default() += counts;
        }
        for (relation, counts) in other.by_relation {
            *self.by_relation.entry(relation).or_default() += counts;
        }
        for (relation, count) in other.other_relations {
            *self.other_relations.entry(relation).or_default() += count;
        }
    }
}

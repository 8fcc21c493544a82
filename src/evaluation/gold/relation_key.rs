//! What makes two relations of a document the same.

use crate::ids::EntityId;
use crate::ontology::{Ontology, RelationType};

/// The relations that the annotation guidelines define, in alphabetical order. The ontology has more of them, which no
/// annotation has.
const ANNOTATED: [&str; 13] = [
    "affiliated_with",
    "agreed_with",
    "attended",
    "cooperates_with",
    "held_in",
    "manages",
    "met",
    "opposes",
    "part_of",
    "pledged",
    "supports",
    "trained",
    "visited",
];

/// Whether annotations may have the relation. Others count neither as right nor as extra.
pub(super) fn is_annotated(relation: RelationType) -> bool {
    ANNOTATED.contains(&relation.as_str())
}

/// One end of a relation. The order is that in which the ends of a symmetric relation are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RelationEnd<'a> {
    /// A node that is no annotated entity.
    Stray(&'a EntityId),
    /// An annotated entity, by its id.
    Entity(&'a str),
}

/// Class and ends of a relation; equal for all relations that are the same, whatever their status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RelationKey<'a> {
    pub(super) relation: RelationType,
    pub(super) ends: [RelationEnd<'a>; 2],
}

impl<'a> RelationKey<'a> {
    pub(super) fn new(relation: RelationType, mut ends: [RelationEnd<'a>; 2]) -> Self {
        // The annotations have the types of the shipped ontology, whatever ontology the graph has.
        if Ontology::shipped().is_symmetric(relation) {
            ends.sort_unstable();
        }
        Self { relation, ends }
    }
}

//! Relations between things.

use std::collections::BTreeMap;

use super::conflicts::Conflicts;
use super::evidence::Evidence;
use crate::date::PartialDate;
use crate::ids::EntityId;
use crate::ontology::RelationType;
use crate::relation::Status;

/// One relation between two things, with everything that supports it.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Class of the relation.
    pub relation: RelationType,
    /// Whether subject and object may not be exchanged.
    pub is_directed: bool,
    /// Fact, plan or denial.
    pub status: Status,
    /// The highest score among the evidence, 0.0 to 1.0.
    pub confidence: f32,
    /// The date on which all dated evidence agrees.
    pub date: Option<PartialDate>,
    /// The place on which all evidence with a place agrees.
    pub place: Option<EntityId>,
    /// In what the sources differ.
    pub conflicts: Conflicts,
    /// What else is said, by key (`position`, `topic`, `object`, `amount`, `mode`, `plover` ...); several
    /// values are divided by "; ".
    pub attributes: BTreeMap<String, String>,
    /// At least one, ordered by document and place.
    pub evidence: Vec<Evidence>,
}

//! Edges: relations between two nodes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::conflicts::Conflicts;
use super::evidence::Evidence;
use super::forms;
use crate::date::PartialDate;
use crate::ids::EntityId;
use crate::ontology::RelationType;
use crate::relation::Status;

/// One relation between two things, with everything that supports it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Edge {
    /// Class of the relation.
    pub relation: RelationType,
    /// Whether the relation has a direction: "A visited B" has, "A met B" has not.
    #[serde(rename = "directed")]
    pub is_directed: bool,
    /// Fact, plan or denial.
    pub status: Status,
    /// The highest score among the evidence, 0.0 to 1.0; not a probability.
    #[serde(serialize_with = "forms::two_decimals")]
    #[cfg_attr(test, schemars(range(min = 0.0, max = 1.0)))]
    pub confidence: f32,
    /// The date on which all evidence that gives a date agrees.
    pub date: Option<PartialDate>,
    /// The node of the place on which all evidence that gives a place agrees.
    pub place: Option<EntityId>,
    /// What else the evidence says, by key (`position`, `topic`, `object`, `amount`, `mode`, `plover` ...);
    /// "; " separates several values.
    #[serde(with = "forms::attributes")]
    #[cfg_attr(test, schemars(schema_with = "super::schema::attributes"))]
    pub attributes: BTreeMap<String, String>,
    /// Where the documents contradict each other; absent if they agree.
    #[serde(default, skip_serializing_if = "Conflicts::is_empty")]
    pub conflicts: Conflicts,
    /// At least one, ordered by document and place.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub evidence: Vec<Evidence>,
}

impl Edge {
    /// Its id between these ends: relation, status and both ends; unique in a graph.
    #[must_use]
    pub fn id(&self, source: &EntityId, target: &EntityId) -> String {
        format!("{}:{}:{source}:{target}", self.relation, self.status.as_str())
    }
}

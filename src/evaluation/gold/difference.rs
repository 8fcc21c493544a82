//! The differences between a found and an annotated graph.

use std::fmt;

use crate::ontology::{EntityType, RelationType};
use crate::relation::Status;

/// A relation with the names of its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedRelation {
    /// Class of the relation.
    pub relation: RelationType,
    /// First and second end.
    pub ends: [String; 2],
}

impl fmt::Display for NamedRelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [head, tail] = &self.ends;
        write!(f, "{}({head} , {tail})", self.relation)
    }
}

/// One difference between a found and an annotated graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A node that is no annotated entity.
    ExtraNode {
        /// Its type.
        entity_type: EntityType,
        /// Its label.
        name: String,
    },
    /// A node of another type than the annotated entity.
    WrongType {
        /// Type of the node.
        found: EntityType,
        /// Type of the entity.
        correct: EntityType,
        /// Name of the entity.
        name: String,
    },
    /// A required entity without a node.
    MissedNode {
        /// Its type.
        entity_type: EntityType,
        /// Its name.
        name: String,
    },
    /// A relation that is not annotated.
    ExtraRelation {
        /// The relation.
        relation: NamedRelation,
        /// Its status.
        status: Status,
    },
    /// A required relation that was found with another status.
    WrongStatus {
        /// The relation.
        relation: NamedRelation,
        /// Status of the edge.
        found: Status,
        /// Annotated status.
        correct: Status,
    },
    /// A required relation that was not found.
    MissedRelation {
        /// The relation.
        relation: NamedRelation,
        /// Annotated status.
        status: Status,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ExtraNode { entity_type, name } => write!(f, "extra node   {entity_type}: {name}"),
            Self::WrongType { found, correct, name } => write!(f, "wrong type   {found} for {correct}: {name}"),
            Self::MissedNode { entity_type, name } => write!(f, "missed node  {entity_type}: {name}"),
            Self::ExtraRelation { relation, status } => write!(f, "extra link   {relation} [{}]", status.as_str()),
            Self::WrongStatus { relation, found, correct } => {
                write!(f, "wrong status {relation} [{} for {}]", found.as_str(), correct.as_str())
            }
            Self::MissedRelation { relation, status } => write!(f, "missed link  {relation} [{}]", status.as_str()),
        }
    }
}

//! Builds the knowledge graph from entities and statements.
//!
//! [`KnowledgeGraph`] is what all later steps read. It is derived from the records and can be built anew at any time.
//! Nodes are ordered by id; edges by relation, status and ends. `graph-json.schema.json` describes its JSON form.
//!
//! What several documents say about one thing is collected, not averaged: a sentence that several outlets print from
//! one article is one piece of evidence, reports of one event share its `occurrence`, and [`Conflicts`] lists where the
//! documents of an edge contradict each other.

mod build;
mod conflicts;
mod contradicted_statuses;
mod copied_evidence;
mod edge;
mod edge_drafts;
mod evidence;
mod forms;
mod json;
mod knowledge_graph;
mod node;
mod occurrences;
mod part;
mod parts;
mod passage;
mod passages;
mod places;
mod position;
mod report_days;
mod source;
mod topic;

pub use build::build_graph;
#[cfg(feature = "sqlite")]
pub(crate) use build::{BuiltGraph, GraphBuilder};
pub use conflicts::Conflicts;
pub use edge::Edge;
pub use evidence::{Evidence, Quote};
pub use json::{GraphReadError, read_json, write_json};
pub use knowledge_graph::KnowledgeGraph;
pub use node::{EventDetails, Node, NodeAttributes};
pub use part::Part;
pub(crate) use parts::{GraphParts, PlacedEdge};
pub use passage::{ArticleFilter, FoundPassage};
#[cfg(feature = "sqlite")]
pub(crate) use passages::{Kept, Passages};
pub use position::is_over;
pub use source::{GraphSource, JoinedEdge, JoinedEdges, Nodes};

pub use crate::record::{DocumentInfo, TimeRecord};

#[cfg(test)]
mod schema;
#[cfg(test)]
mod tests;

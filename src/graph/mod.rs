//! Entities and statements in, the knowledge graph out.
//!
//! [`KnowledgeGraph`] is what all later steps read. It is a view: built from the records, never the
//! record itself. Nodes are ordered by id; edges by relation, status and ends. It is read and
//! written as JSON in the form that `graph-json.schema.json` describes.
//!
//! What several documents say of one thing is put together, not averaged: a sentence that copies of one article print
//! is one evidence, reports of one event share its `occurrence`, and where they contradict each other an edge says so
//! in [`Conflicts`].

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
mod places;
mod report_days;
mod topic;

pub use build::build_graph;
pub use conflicts::Conflicts;
pub use edge::Edge;
pub use evidence::{Evidence, Quote};
pub use json::{GraphReadError, read_json, write_json};
pub use knowledge_graph::KnowledgeGraph;
pub use node::{EventDetails, Node, NodeAttributes};

pub use crate::record::{DocumentInfo, TimeRecord};

#[cfg(test)]
mod schema;
#[cfg(test)]
mod tests;

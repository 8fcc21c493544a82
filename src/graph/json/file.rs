//! The parts of a graph as they stand in its file.
//!
//! The types are generic so that a graph is written item by item and read into what it will hold.

use serde::{Deserialize, Serialize};

use crate::graph::edge::Edge;
use crate::graph::node::Node;
use crate::ids::{DocumentId, EntityId};
use crate::record::DocumentInfo;

pub(super) const FORMAT: &str = "whomet-graph";
pub(super) const VERSION: u32 = 1;

/// A knowledge graph in node-link form, which D3 reads as it is and NetworkX by `node_link_graph(data, edges="links")`.
/// Offsets are characters (Unicode scalar values) into the document's text, 0-based, end excluded; text is exactly that
/// slice. Unknown values are null or absent. Fields may be added.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(title = "whomet graph, version 1"))]
pub(in crate::graph) struct GraphFile<D, N, L> {
    #[serde(flatten)]
    pub(super) header: Header,
    pub(super) documents: D,
    pub(super) nodes: N,
    pub(super) links: L,
}

/// A graph file as it is read.
pub(in crate::graph) type WholeFile = GraphFile<Vec<DocumentEntry<DocumentInfo>>, Vec<Node>, Vec<Link<Edge>>>;

#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Header {
    #[cfg_attr(test, schemars(extend("const" = FORMAT)))]
    pub(super) format: String,
    #[cfg_attr(test, schemars(extend("const" = VERSION)))]
    pub(super) version: u32,
    #[cfg_attr(test, schemars(extend("const" = true)))]
    pub(super) directed: bool,
    #[cfg_attr(test, schemars(extend("const" = true)))]
    pub(super) multigraph: bool,
    pub(super) graph: Origin,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
pub(super) struct Origin {
    /// The program and its version.
    #[cfg_attr(test, schemars(regex(pattern = "^whomet ")))]
    pub(super) generator: String,
    /// Name of the ontology.
    pub(super) ontology: String,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "document"))]
pub(in crate::graph) struct DocumentEntry<D> {
    #[serde(flatten)]
    pub(super) info: D,
    /// The first document with the same article, if it is a copy of one; a sentence that both contain counts once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "DocumentId"))]
    pub(super) duplicate_of: Option<DocumentId>,
}

/// An edge with its two ends.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "link"))]
pub(in crate::graph) struct Link<E> {
    /// Relation, status and both ends; unique.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub(super) id: String,
    /// The node that does it; of a relation without direction, the node with the smaller id.
    pub(super) source: EntityId,
    /// The node at the other end.
    pub(super) target: EntityId,
    #[serde(flatten)]
    pub(super) edge: E,
}

//! A graph as plain lists, for steps that choose from it or change it.

use petgraph::graph::{DiGraph, NodeIndex};

use super::edge::Edge;
use super::knowledge_graph::KnowledgeGraph;
use super::node::Node;
use crate::record::DocumentInfo;
use crate::resolution::Duplicates;

/// A graph as plain lists.
pub(crate) struct GraphParts {
    pub(crate) ontology: String,
    /// Ordered by id.
    pub(crate) documents: Vec<DocumentInfo>,
    pub(crate) duplicates: Duplicates,
    /// Ordered by id.
    pub(crate) nodes: Vec<Node>,
    /// Ordered by relation, status and ends.
    pub(crate) edges: Vec<PlacedEdge>,
}

/// An edge with its ends as indices into the nodes.
pub(crate) struct PlacedEdge {
    pub(crate) source: usize,
    pub(crate) target: usize,
    pub(crate) edge: Edge,
}

impl From<KnowledgeGraph> for GraphParts {
    fn from(graph: KnowledgeGraph) -> Self {
        let KnowledgeGraph { ontology, documents, duplicates, graph } = graph;
        let (nodes, edges) = graph.into_nodes_edges();
        let edges = edges.into_iter().map(|edge| PlacedEdge {
            source: edge.source().index(),
            target: edge.target().index(),
            edge: edge.weight,
        });
        let nodes = nodes.into_iter().map(|node| node.weight).collect();
        Self { ontology, documents, duplicates, nodes, edges: edges.collect() }
    }
}

impl From<GraphParts> for KnowledgeGraph {
    fn from(parts: GraphParts) -> Self {
        let mut graph = DiGraph::with_capacity(parts.nodes.len(), parts.edges.len());
        for node in parts.nodes {
            graph.add_node(node);
        }
        for PlacedEdge { source, target, edge } in parts.edges {
            graph.add_edge(NodeIndex::new(source), NodeIndex::new(target), edge);
        }
        Self { ontology: parts.ontology, documents: parts.documents, duplicates: parts.duplicates, graph }
    }
}

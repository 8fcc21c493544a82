//! The graph with its nodes and edges.

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use super::edge::Edge;
use super::node::Node;
use crate::ids::{DocumentId, EntityId};
use crate::record::DocumentInfo;
use crate::resolution::Duplicates;

/// Things and the relations between them, with evidence.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct KnowledgeGraph {
    /// Name of the ontology.
    pub ontology: String,
    /// The documents, ordered by id.
    pub documents: Vec<DocumentInfo>,
    /// Which documents are copies of one article.
    pub duplicates: Duplicates,
    /// Its nodes are ordered by id.
    pub(super) graph: DiGraph<Node, Edge>,
}

impl KnowledgeGraph {
    /// The nodes, ordered by id.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.graph.node_weights()
    }

    /// The edges with their source and target, ordered by relation, status and ends.
    pub fn edges(&self) -> impl Iterator<Item = (&Node, &Edge, &Node)> {
        self.graph.edge_indices().filter_map(|index| {
            let (source, target) = self.graph.edge_endpoints(index)?;
            Some((&self.graph[source], &self.graph[index], &self.graph[target]))
        })
    }

    /// The edges at a node, in either direction, in the order of [`Self::edges`].
    ///
    /// # Complexity
    /// O(d log d) for d edges at the node.
    #[must_use]
    pub fn edges_of(&self, id: &EntityId) -> Vec<(&Edge, &Node)> {
        let Some(center) = self.index_of(id) else { return Vec::new() };
        let mut found: Vec<_> = self.graph.neighbors_undirected(center).collect();
        found.sort();
        found.dedup();
        let between = |a: NodeIndex, b: NodeIndex| self.graph.edges_connecting(a, b).map(move |edge| (edge.id(), b));
        let mut edges: Vec<_> = found
            .iter()
            .flat_map(|&other| {
                let back = self.graph.edges_connecting(other, center).map(move |edge| (edge.id(), other));
                between(center, other).chain(back)
            })
            .collect();
        edges.sort();
        edges.dedup();
        edges.into_iter().map(|(edge, other)| (&self.graph[edge], &self.graph[other])).collect()
    }

    /// The edges at a node with their source and target, in the order of [`Self::edges`].
    ///
    /// # Complexity
    /// O(d log d) for d edges at the node.
    #[must_use]
    pub fn joined_edges_of(&self, id: &EntityId) -> Vec<(&Node, &Edge, &Node)> {
        self.edge_indices_of(id).into_iter().map(|index| self.joined_edge(index)).collect()
    }

    /// The node with this id.
    #[must_use]
    pub fn node(&self, id: &EntityId) -> Option<&Node> {
        self.index_of(id).map(|index| &self.graph[index])
    }

    /// The document with this id.
    #[must_use]
    pub fn document(&self, id: &DocumentId) -> Option<&DocumentInfo> {
        let index = self.documents.binary_search_by(|document| document.id.cmp(id)).ok()?;
        self.documents.get(index)
    }

    /// The edge at this place of [`Self::edges`].
    pub(super) fn joined_edge(&self, index: usize) -> (&Node, &Edge, &Node) {
        let index = EdgeIndex::new(index);
        let (source, target) = self.graph.edge_endpoints(index).expect("an edge has this index");
        (&self.graph[source], &self.graph[index], &self.graph[target])
    }

    /// The places in [`Self::edges`] of the edges at a node, in order.
    pub(crate) fn edge_indices_of(&self, id: &EntityId) -> Vec<usize> {
        let Some(center) = self.index_of(id) else { return Vec::new() };
        let directions = [petgraph::Direction::Outgoing, petgraph::Direction::Incoming];
        let at = directions.into_iter().flat_map(|direction| self.graph.edges_directed(center, direction));
        let mut edges: Vec<usize> = at.map(|edge| edge.id().index()).collect();
        edges.sort_unstable();
        edges.dedup();
        edges
    }

    fn index_of(&self, id: &EntityId) -> Option<NodeIndex> {
        let order = |index: usize| self.graph[NodeIndex::new(index)].id.cmp(id);
        let (mut low, mut high) = (0, self.graph.node_count());
        while low < high {
            let middle = usize::midpoint(low, high);
            match order(middle) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(NodeIndex::new(middle)),
            }
        }
        None
    }
}

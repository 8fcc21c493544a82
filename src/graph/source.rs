//! What a graph is written from: nodes and edges in order, one at a time.

use std::borrow::Cow;
use std::io;

use super::edge::Edge;
use super::knowledge_graph::KnowledgeGraph;
use super::node::Node;

/// The nodes of a graph, ordered by id.
pub type Nodes<'g> = Box<dyn Iterator<Item = io::Result<Cow<'g, Node>>> + 'g>;

/// The edges of a graph, ordered by relation, status and ends.
pub type JoinedEdges<'g> = Box<dyn Iterator<Item = io::Result<JoinedEdge<'g>>> + 'g>;

/// An edge with its ends.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct JoinedEdge<'g> {
    /// The first end; it may lack its mentions.
    pub source: &'g Node,
    /// The edge with its evidence.
    pub edge: Cow<'g, Edge>,
    /// The second end; it may lack its mentions.
    pub target: &'g Node,
}

impl JoinedEdge<'_> {
    /// Its id in the JSON contract, unique in the graph.
    #[must_use]
    pub fn id(&self) -> String {
        self.edge.id(&self.source.id, &self.target.id)
    }
}

/// A graph of which nodes and edges are loaded one at a time, so that the graph of many articles can be written in little
/// memory. A [`KnowledgeGraph`] gives what it holds; a project loads the passages.
pub trait GraphSource {
    /// The graph, whose nodes may lack their mentions and whose edges may lack the sentences of their evidence.
    fn outline(&self) -> &KnowledgeGraph;

    /// The node at this place of the outline, with its mentions.
    ///
    /// # Errors
    /// If it cannot be loaded.
    fn node_at(&self, index: usize) -> io::Result<Cow<'_, Node>>;

    /// The edge at this place of the outline, with its evidence.
    ///
    /// # Errors
    /// If it cannot be loaded.
    fn edge_at(&self, index: usize) -> io::Result<JoinedEdge<'_>>;

    /// The whole graph.
    ///
    /// # Errors
    /// If it cannot be loaded.
    fn whole(&self) -> io::Result<Cow<'_, KnowledgeGraph>>;

    /// All nodes with their mentions, ordered by id.
    fn nodes(&self) -> Nodes<'_> {
        Box::new((0..self.outline().graph.node_count()).map(|index| self.node_at(index)))
    }

    /// All edges with their evidence, ordered by relation, status and ends.
    fn edges(&self) -> JoinedEdges<'_> {
        Box::new((0..self.outline().graph.edge_count()).map(|index| self.edge_at(index)))
    }
}

impl GraphSource for KnowledgeGraph {
    fn outline(&self) -> &KnowledgeGraph {
        self
    }

    fn node_at(&self, index: usize) -> io::Result<Cow<'_, Node>> {
        Ok(Cow::Borrowed(&self.graph[petgraph::graph::NodeIndex::new(index)]))
    }

    fn edge_at(&self, index: usize) -> io::Result<JoinedEdge<'_>> {
        let (source, edge, target) = self.joined_edge(index);
        Ok(JoinedEdge { source, edge: Cow::Borrowed(edge), target })
    }

    fn whole(&self) -> io::Result<Cow<'_, KnowledgeGraph>> {
        Ok(Cow::Borrowed(self))
    }
}

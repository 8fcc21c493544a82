//! The graph of a project whose passages stay on disk.

use std::borrow::Cow;
use std::io;

use super::error::ProjectError;
use super::shelf::Shelf;
use crate::graph::{BuiltGraph, Evidence, GraphParts, GraphSource, JoinedEdge, KnowledgeGraph, Node};

/// The graph of a project whose passages stay on disk. Nodes and edges are loaded one at a time.
pub struct StoredGraph {
    built: BuiltGraph,
    shelf: Shelf,
}

impl StoredGraph {
    pub(super) fn new(built: BuiltGraph, shelf: Shelf) -> Self {
        Self { built, shelf }
    }

    /// The evidence of the edge with this index, from what the builder kept of it.
    fn evidence(&self, edge: usize, kept: &[Evidence]) -> Result<Vec<Evidence>, ProjectError> {
        let numbers = self.built.evidence[edge].iter();
        numbers.zip(kept).map(|(number, kept)| self.shelf.evidence(*number, kept)).collect()
    }
}

impl GraphSource for StoredGraph {
    fn outline(&self) -> &KnowledgeGraph {
        &self.built.graph
    }

    fn node_at(&self, index: usize) -> io::Result<Cow<'_, Node>> {
        let mut node = self.built.graph.node_at(index)?.into_owned();
        node.mentions = self.shelf.mentions(index).map_err(io::Error::other)?;
        Ok(Cow::Owned(node))
    }

    fn edge_at(&self, index: usize) -> io::Result<JoinedEdge<'_>> {
        let mut joined = self.built.graph.edge_at(index)?;
        let evidence = self.evidence(index, &joined.edge.evidence).map_err(io::Error::other)?;
        joined.edge.to_mut().evidence = evidence;
        Ok(joined)
    }

    fn whole(&self) -> io::Result<Cow<'_, KnowledgeGraph>> {
        let mut parts = GraphParts::from(self.built.graph.clone());
        for (index, node) in parts.nodes.iter_mut().enumerate() {
            node.mentions = self.shelf.mentions(index).map_err(io::Error::other)?;
        }
        for (index, placed) in parts.edges.iter_mut().enumerate() {
            placed.edge.evidence = self.evidence(index, &placed.edge.evidence).map_err(io::Error::other)?;
        }
        Ok(Cow::Owned(parts.into()))
    }
}

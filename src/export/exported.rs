//! The graph as exporters see it: nodes and edges in order, with the labels that readers see.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::options::ExportOptions;
pub(super) use crate::graph::JoinedEdge as Joined;
use crate::graph::{Edge, GraphSource, JoinedEdges, KnowledgeGraph, Nodes};
use crate::ids::{DocumentId, EntityId};
use crate::ontology::{EntityType, Ontology};
use crate::record::DocumentInfo;
use crate::relation::Status;

/// A graph that is written, and how.
pub(super) struct Exported<'g> {
    pub(super) source: &'g dyn GraphSource,
    /// The outline of the source: nodes may lack mentions, edges the sentences of their evidence.
    pub(super) graph: &'g KnowledgeGraph,
    pub(super) ontology: &'g Ontology,
    pub(super) options: ExportOptions,
}

impl<'g> Exported<'g> {
    pub(super) fn new(source: &'g dyn GraphSource, ontology: &'g Ontology, options: ExportOptions) -> Self {
        Self { source, graph: source.outline(), ontology, options }
    }

    /// The nodes with their mentions, ordered by id.
    pub(super) fn nodes(&self) -> Nodes<'g> {
        self.source.nodes()
    }

    /// The edges with their evidence, ordered by relation, status and ends.
    pub(super) fn edges(&self) -> JoinedEdges<'g> {
        self.source.edges()
    }

    /// The documents, ordered by id.
    pub(super) fn documents(&self) -> impl Iterator<Item = &'g DocumentInfo> + use<'g> {
        self.graph.documents.iter()
    }

    /// "met", "planned: met", "not: met"; the relation's readable name, marked unless it is a fact.
    pub(super) fn label(&self, edge: &'g Edge) -> Cow<'g, str> {
        let label = self.relation_label(edge);
        match edge.status {
            Status::Asserted => Cow::Borrowed(label),
            Status::Planned => Cow::Owned(format!("planned: {label}")),
            Status::Negated => Cow::Owned(format!("not: {label}")),
        }
    }

    /// The readable name of the edge's relation, whatever its status.
    pub(super) fn relation_label(&self, edge: &'g Edge) -> &'g str {
        self.ontology.relation_label(&edge.relation)
    }

    /// The readable name of an entity type.
    pub(super) fn type_label(&self, entity_type: &'g EntityType) -> &'g str {
        self.ontology.entity(entity_type.as_str()).map_or(entity_type.as_str(), |class| class.label.as_str())
    }

    /// The label of a node, or its id if a selection left the node out.
    pub(super) fn label_of(&self, id: &'g EntityId) -> &'g str {
        self.graph.node(id).map_or(id.as_str(), |node| node.label.as_str())
    }

    /// How many articles are among these documents; copies of one article count once.
    pub(super) fn count_articles<'d>(&self, documents: impl Iterator<Item = &'d DocumentId>) -> usize {
        let first = |document: &'d DocumentId| self.graph.duplicates.first_of(document).unwrap_or(document).clone();
        documents.map(first).collect::<BTreeSet<_>>().len()
    }
}

/// The documents that state an edge, sorted, without repetition.
pub(super) fn documents_of(edge: &Edge) -> BTreeSet<&DocumentId> {
    edge.evidence
        .iter()
        .flat_map(|evidence| std::iter::once(&evidence.quote.document).chain(&evidence.also_in))
        .collect()
}

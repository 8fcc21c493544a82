//! The graph of an article next to the one that a person annotated.

use super::annotation::{GoldGraph, GoldRelation};
use super::found_graph::FoundGraph;
use super::node_alignment::align;
use super::relation_key::{RelationEnd, RelationKey, is_annotated};
use crate::graph::Node;
use crate::relation::Status;

/// A relation as it was annotated; the same relation occurs once.
type Annotated<'a> = (RelationKey<'a>, &'a GoldRelation);

/// The graph of an article next to the one that a person annotated.
#[derive(Debug)]
pub struct ComparedGraphs<'a> {
    pub(super) gold: &'a GoldGraph,
    pub(super) found: &'a FoundGraph,
    pub(super) nodes: Vec<&'a Node>,
    /// The index of each node's entity, in the order of the nodes; `None` for a node that is no annotated entity.
    pub(super) entity_of: Vec<Option<usize>>,
    /// In the order of the annotation.
    pub(super) annotated: Vec<Annotated<'a>>,
    /// The relations of the graph with one status each, in the order of its edges.
    pub(super) relations: Vec<(RelationKey<'a>, Status)>,
}

impl<'a> ComparedGraphs<'a> {
    /// Aligns the nodes of `found` with the entities of `gold`.
    #[must_use]
    pub fn new(gold: &'a GoldGraph, found: &'a FoundGraph) -> Self {
        let nodes: Vec<&Node> = found.graph.nodes().collect();
        let entity_of = align(&nodes, &gold.entities);
        let mut compared = Self { gold, found, nodes, entity_of, annotated: relations_of(gold), relations: Vec::new() };
        compared.relations = compared.found_relations();
        compared
    }

    /// The relations of the graph whose types the annotations have. An edge that occurs with several statuses counts
    /// with the annotated one, otherwise with the first.
    fn found_relations(&self) -> Vec<(RelationKey<'a>, Status)> {
        let mut found: Vec<(RelationKey<'_>, Status)> = Vec::new();
        let edges = self.found.graph.edges();
        for (source, edge, target) in edges.filter(|(_, edge, _)| is_annotated(edge.relation)) {
            let key = RelationKey::new(edge.relation, [source, target].map(|node| self.end_of(node)));
            let has_status = || self.annotation_of(&key).is_some_and(|relation| relation.status == edge.status);
            match found.iter_mut().find(|(known, _)| *known == key) {
                Some((_, status)) if has_status() => *status = edge.status,
                Some(_) => {}
                None => found.push((key, edge.status)),
            }
        }
        found
    }

    fn end_of(&self, node: &'a Node) -> RelationEnd<'a> {
        let at = self.nodes.iter().position(|known| known.id == node.id);
        let entity = at.and_then(|at| self.entity_of[at]);
        entity.map_or(RelationEnd::Stray(&node.id), |entity| RelationEnd::Entity(&self.gold.entities[entity].id))
    }

    /// The annotated relation that is the same.
    pub(super) fn annotation_of(&self, key: &RelationKey<'_>) -> Option<&'a GoldRelation> {
        self.annotated.iter().find(|(known, _)| known == key).map(|(_, relation)| *relation)
    }

    /// The status with which a relation was found; `None` if it was not.
    pub(super) fn status_of(&self, key: &RelationKey<'_>) -> Option<Status> {
        self.relations.iter().find(|(known, _)| known == key).map(|(_, status)| *status)
    }

    /// The node of the annotated entity with this id, by its index.
    pub(super) fn node_of(&self, id: &str) -> Option<usize> {
        let entity = self.gold.index_of(id);
        self.entity_of.iter().position(|of| of.is_some() && *of == entity)
    }

    /// The name of an end: that of the annotation, or the label of a node that is not annotated.
    pub(super) fn name_of(&self, end: RelationEnd<'_>) -> String {
        match end {
            RelationEnd::Entity(id) => self.gold.entity(id).name.clone(),
            RelationEnd::Stray(id) => {
                self.found.graph.node(id).map_or_else(|| id.to_string(), |node| node.label.clone())
            }
        }
    }
}

/// The annotated relations, each once; the last of those that are the same stands at the place of the first.
fn relations_of(gold: &GoldGraph) -> Vec<Annotated<'_>> {
    let mut annotated: Vec<Annotated<'_>> = Vec::new();
    for relation in &gold.relations {
        let ends = [&relation.head, &relation.tail].map(|id| RelationEnd::Entity(id));
        let key = RelationKey::new(relation.relation, ends);
        match annotated.iter_mut().find(|(known, _)| *known == key) {
            Some((_, kept)) => *kept = relation,
            None => annotated.push((key, relation)),
        }
    }
    annotated
}

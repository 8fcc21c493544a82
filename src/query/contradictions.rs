//! Where sources contradict each other.

use super::occasions::{Occasion, occasions_of};
use crate::graph::KnowledgeGraph;
use crate::ids::EntityId;

/// What the sources say differently, of this thing or of all: edges whose documents give different days or places for
/// one event, or of which one states what another denies. In the order of edges.
#[must_use]
pub fn contradictions<'g>(graph: &'g KnowledgeGraph, id: Option<&EntityId>) -> Vec<Occasion<'g>> {
    let edges = graph.edges().filter(|(source, _, target)| id.is_none_or(|id| source.id == *id || target.id == *id));
    let told = edges.filter(|(_, edge, _)| !edge.conflicts.is_empty());
    told.flat_map(|(source, edge, target)| occasions_of(graph, source, edge, target)).collect()
}

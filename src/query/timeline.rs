//! What happened when.

use super::occasions::{Occasion, is_state, occasions_of};
use crate::graph::KnowledgeGraph;
use crate::ids::EntityId;
use crate::ontology::RelationType;

/// What happened, to this thing or to all, in order of time: what its sentence dates at that date, the rest at the date
/// of its first article. States of affairs are told where a sentence dates them; what has no date at all is left out.
#[must_use]
pub fn timeline<'g>(graph: &'g KnowledgeGraph, id: Option<&EntityId>) -> Vec<Occasion<'g>> {
    let edges = graph.edges().filter(|(source, _, target)| id.is_none_or(|id| source.id == *id || target.id == *id));
    let told = edges.filter(|(_, edge, _)| edge.relation != RelationType::PART_OF);
    let mut occasions: Vec<Occasion<'g>> =
        told.flat_map(|(source, edge, target)| occasions_of(graph, source, edge, target)).collect();
    let is_on_the_line = |relation: RelationType, occasion: &Occasion<'g>| match is_state(relation) {
        true => !occasion.dates.is_empty(),
        false => occasion.day().is_some(),
    };
    occasions.retain(|occasion| is_on_the_line(occasion.edge.relation, occasion));
    occasions.sort_by_key(|occasion| {
        let Occasion { source, edge, target, dates, .. } = occasion;
        (occasion.day(), dates.is_empty(), edge.relation, edge.status, source.id.clone(), target.id.clone())
    });
    occasions
}

//! Replaces events by edges between those who took part.

use std::collections::BTreeMap;

use super::added_edges::AddedEdges;
use super::keep_nodes::keep_nodes;
use crate::graph::{GraphParts, PlacedEdge};
use crate::ontology::{EntityType, RelationType};
use crate::relation::Status;

/// Replaces each event by edges `at_event_with` between each two that an edge joins to it, except where it was held.
///
/// The edge is a plan if one of the two is only expected there. Who did not attend has no edge.
pub(super) fn collapse(parts: &mut GraphParts) {
    let mut added = AddedEdges::new(RelationType::AT_EVENT_WITH);
    for (event, taking_part) in participants(parts) {
        for (at, (one, first)) in taking_part.iter().enumerate() {
            for (other, second) in taking_part[at + 1..].iter().filter(|(other, _)| other != one) {
                let status = first.edge.status.max(second.edge.status);
                let evidence = first.edge.evidence.iter().chain(&second.edge.evidence).cloned();
                added.add(status, [*one, *other], evidence);
                added.describe(status, [*one, *other], "event", &parts.nodes[event].label);
            }
        }
    }
    added.finish(parts);
    keep_nodes(parts, |parts, node| parts.nodes[node].entity_type != EntityType::EVENT);
}

/// For each event, who took or is to take part, by which edge.
fn participants(parts: &GraphParts) -> BTreeMap<usize, Vec<(usize, &PlacedEdge)>> {
    let is_event = |node: usize| parts.nodes[node].entity_type == EntityType::EVENT;
    let mut participants: BTreeMap<usize, Vec<(usize, &PlacedEdge)>> = BTreeMap::new();
    for placed in &parts.edges {
        let PlacedEdge { source, target, edge } = placed;
        if edge.status == Status::Negated || edge.relation == RelationType::HELD_IN {
            continue;
        }
        match (is_event(*source), is_event(*target)) {
            (false, true) => participants.entry(*target).or_default().push((*source, placed)),
            (true, false) => participants.entry(*source).or_default().push((*target, placed)),
            _ => {}
        }
    }
    participants
}

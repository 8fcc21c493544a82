//! Aligns the nodes of a graph with annotated entities.

use std::cmp::Reverse;

use super::annotation::GoldEntity;
use super::likeness::{Names, likeness};
use crate::graph::Node;

/// What an equal type adds to the likeness of names, in tenths of a shared name.
const EQUAL_TYPE: usize = 5;

/// The entity of each node, by its index; `None` for a node that is none of them.
///
/// Each entity takes one node at most, so a second node for one thing stays alone. The pairs whose names and types are
/// most alike go first; of equal ones, those with an entity that is required, then the first.
pub(super) fn align(nodes: &[&Node], entities: &[GoldEntity]) -> Vec<Option<usize>> {
    let node_names: Vec<Names> = nodes.iter().map(|node| Names::of_node(node)).collect();
    let entity_names: Vec<Names> = entities.iter().map(Names::of_entity).collect();
    let mut pairs = Vec::new();
    for (n, node) in node_names.iter().enumerate() {
        for (e, entity) in entity_names.iter().enumerate() {
            let likeness = likeness(node, entity);
            if likeness > 0 {
                let has_type = nodes[n].entity_type == entities[e].entity_type;
                let score = likeness + if has_type { EQUAL_TYPE } else { 0 };
                pairs.push((Reverse(score), !entities[e].is_required, n, e));
            }
        }
    }
    pairs.sort_unstable();
    let mut entity_of = vec![None; nodes.len()];
    let mut is_taken = vec![false; entities.len()];
    for (_, _, n, e) in pairs {
        if entity_of[n].is_none() && !is_taken[e] {
            (entity_of[n], is_taken[e]) = (Some(e), true);
        }
    }
    entity_of
}

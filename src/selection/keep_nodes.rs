//! Removes nodes from a graph.

use crate::graph::{GraphParts, PlacedEdge};

/// Keeps the nodes that `is_kept` and the edges between them.
pub(super) fn keep_nodes(parts: &mut GraphParts, is_kept: impl Fn(&GraphParts, usize) -> bool) {
    let mut count = 0;
    let place_of: Vec<Option<usize>> = (0..parts.nodes.len())
        .map(|node| {
            is_kept(parts, node).then(|| {
                count += 1;
                count - 1
            })
        })
        .collect();
    let mut kept = place_of.iter().map(Option::is_some);
    parts.nodes.retain(|_| kept.next().expect("one entry per node"));
    let edges = std::mem::take(&mut parts.edges).into_iter();
    let moved = edges.filter_map(|PlacedEdge { source, target, edge }| {
        Some(PlacedEdge { source: place_of[source]?, target: place_of[target]?, edge })
    });
    parts.edges = moved.collect();
}

//! Which nodes edges connect. The direction of edges does not matter.

use std::collections::VecDeque;

use petgraph::unionfind::UnionFind;

use crate::graph::GraphParts;
use crate::ids::EntityId;

/// For each node, whether it has an edge.
pub(super) fn connected(parts: &GraphParts) -> Vec<bool> {
    let mut connected = vec![false; parts.nodes.len()];
    for placed in &parts.edges {
        connected[placed.source] = true;
        connected[placed.target] = true;
    }
    connected
}

/// For each node, whether at most `depth` edges separate it from one of `centers`.
pub(super) fn around(parts: &GraphParts, centers: &[EntityId], depth: usize) -> Vec<bool> {
    let mut neighbors = vec![Vec::new(); parts.nodes.len()];
    for placed in &parts.edges {
        neighbors[placed.source].push(placed.target);
        neighbors[placed.target].push(placed.source);
    }
    let mut is_near: Vec<bool> = parts.nodes.iter().map(|node| centers.contains(&node.id)).collect();
    let starts = is_near.iter().enumerate().filter(|(_, is_center)| **is_center);
    let mut queue: VecDeque<(usize, usize)> = starts.map(|(node, _)| (node, 0)).collect();
    while let Some((node, distance)) = queue.pop_front() {
        for &next in neighbors[node].iter().filter(|_| distance < depth) {
            if !is_near[next] {
                is_near[next] = true;
                queue.push_back((next, distance + 1));
            }
        }
    }
    is_near
}

/// For each node, whether it is in the largest part that is connected; of equal ones in that with the smallest id.
pub(super) fn largest_component(parts: &GraphParts) -> Vec<bool> {
    let mut components = UnionFind::new(parts.nodes.len());
    for placed in &parts.edges {
        components.union(placed.source, placed.target);
    }
    let component_of: Vec<usize> = components.into_labeling();
    let mut sizes = vec![0_usize; component_of.len()];
    for &component in &component_of {
        sizes[component] += 1;
    }
    // Nodes are ordered by id, so the first node with the largest size is in the component with the smallest id.
    let mut largest = component_of.first().copied();
    for &component in &component_of {
        largest = largest.map(|best| if sizes[component] > sizes[best] { component } else { best });
    }
    component_of.iter().map(|&component| Some(component) == largest).collect()
}

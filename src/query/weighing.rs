//! The network of who is joined to whom, and what can be computed on it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rayon::prelude::*;

use crate::graph::{KnowledgeGraph, Node};
use crate::ids::EntityId;
use crate::relation::Status;

/// Nodes and their neighbors, without directions, kinds and numbers of edges.
pub(super) struct Network<'g> {
    /// The nodes that facts join to others, ordered by id.
    pub(super) nodes: Vec<&'g Node>,
    /// For each node the indices of its neighbors, ascending.
    pub(super) neighbors: Vec<Vec<usize>>,
}

impl<'g> Network<'g> {
    /// The network of the facts of a graph.
    pub(super) fn new(graph: &'g KnowledgeGraph) -> Self {
        let mut joined: BTreeMap<&EntityId, (&'g Node, BTreeSet<&EntityId>)> = BTreeMap::new();
        let facts =
            graph.edges().filter(|(source, edge, target)| edge.status == Status::Asserted && source.id != target.id);
        for (source, _, target) in facts {
            joined.entry(&source.id).or_insert_with(|| (source, BTreeSet::new())).1.insert(&target.id);
            joined.entry(&target.id).or_insert_with(|| (target, BTreeSet::new())).1.insert(&source.id);
        }
        let index_of: BTreeMap<&EntityId, usize> = joined.keys().enumerate().map(|(at, id)| (*id, at)).collect();
        let neighbors = joined.values().map(|(_, others)| others.iter().map(|id| index_of[*id]).collect()).collect();
        Self { nodes: joined.values().map(|(node, _)| *node).collect(), neighbors }
    }
}

/// The betweenness of each node as a share of all pairs, from the chains that begin at `most` nodes.
pub(super) fn betweenness(neighbors: &[Vec<usize>], most: usize) -> Vec<f64> {
    let count = neighbors.len();
    let step = count.div_ceil(most).max(1);
    let pivots: Vec<usize> = (0..count).step_by(step).collect();
    // The parts are added in the order of the pivots, so that the sum does not depend on the number of threads.
    let parts: Vec<Vec<f64>> = pivots
        .par_chunks(64)
        .map(|pivots| {
            let mut sum = vec![0.0; count];
            pivots.iter().for_each(|pivot| add_dependencies(neighbors, *pivot, &mut sum));
            sum
        })
        .collect();
    let mut between = vec![0.0; count];
    for part in parts {
        between.iter_mut().zip(part).for_each(|(sum, more)| *sum += more);
    }
    // Every pair is counted from both ends; with a sample, only from the pivots.
    let pairs = (count.saturating_sub(1) * count.saturating_sub(2)) as f64;
    let share = count as f64 / pivots.len().max(1) as f64;
    between.iter().map(|sum| if pairs > 0.0 { sum * share / pairs } else { 0.0 }).collect()
}

/// Adds for each node how many of the shortest chains from `source` depend on it (Brandes 2001, algorithm 1).
fn add_dependencies(neighbors: &[Vec<usize>], source: usize, sum: &mut [f64]) {
    let count = neighbors.len();
    let mut chains = vec![0.0_f64; count];
    let mut distance = vec![usize::MAX; count];
    let mut order = Vec::new();
    let mut queue = VecDeque::from([source]);
    (chains[source], distance[source]) = (1.0, 0);
    while let Some(node) = queue.pop_front() {
        order.push(node);
        for &next in &neighbors[node] {
            if distance[next] == usize::MAX {
                distance[next] = distance[node] + 1;
                queue.push_back(next);
            }
            if distance[next] == distance[node] + 1 {
                chains[next] += chains[node];
            }
        }
    }
    let mut dependency = vec![0.0_f64; count];
    for &node in order.iter().rev() {
        for &next in neighbors[node].iter().filter(|&&next| distance[next] == distance[node] + 1) {
            dependency[node] += chains[node] / chains[next] * (1.0 + dependency[next]);
        }
        if node != source {
            sum[node] += dependency[node];
        }
    }
}

/// The share of steps along an edge; the rest are jumps to any node.
const DAMPING: f64 = 0.85;

/// When the ranks change by less than this for each node, they are final: more decimals than anybody prints.
const TOLERANCE: f64 = 1e-10;

/// Most rounds; the change shrinks by the damping in each.
const MAX_ROUNDS: usize = 200;

/// The PageRank of each node; all together 1.0.
pub(super) fn page_rank(neighbors: &[Vec<usize>]) -> Vec<f64> {
    let count = neighbors.len();
    let even = 1.0 / count.max(1) as f64;
    let mut ranks = vec![even; count];
    for _ in 0..MAX_ROUNDS {
        let mut next = vec![(1.0 - DAMPING) * even; count];
        for (node, others) in neighbors.iter().enumerate() {
            let given = DAMPING * ranks[node] / others.len() as f64;
            others.iter().for_each(|&neighbor| next[neighbor] += given);
        }
        let change: f64 = ranks.iter().zip(&next).map(|(before, after)| (before - after).abs()).sum();
        ranks = next;
        if change < count as f64 * TOLERANCE {
            break;
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ring of `count` with a chord from every third node.
    fn ring(count: usize) -> Vec<Vec<usize>> {
        let mut neighbors = vec![BTreeSet::new(); count];
        let ring = (0..count).map(|node| (node, (node + 1) % count));
        let chords = (0..count).step_by(3).map(|node| (node, (node * 7 + 5) % count));
        for (one, other) in ring.chain(chords).filter(|(one, other)| one != other) {
            neighbors[one].insert(other);
            neighbors[other].insert(one);
        }
        neighbors.into_iter().map(|others| others.into_iter().collect()).collect()
    }

    #[test]
    fn the_middle_of_a_chain_lies_on_every_way() {
        let chain = [vec![1], vec![0, 2], vec![1]];
        assert_eq!(betweenness(&chain, 10), [0.0, 1.0, 0.0]);
        let rank = page_rank(&chain);
        assert!(rank[1] > rank[0] && (rank.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(betweenness(&[], 10).is_empty() && page_rank(&[]).is_empty());
    }

    #[test]
    fn a_sample_comes_near() {
        let neighbors = ring(300);
        let (all, sampled) = (betweenness(&neighbors, 1_000), betweenness(&neighbors, 100));
        let off = all.iter().zip(&sampled).map(|(all, sampled)| (all - sampled).abs()).fold(0.0, f64::max);
        let most = all.iter().copied().fold(0.0, f64::max);
        assert!(off > 0.0 && off < most / 2.0, "{off} of {most}");
    }
}

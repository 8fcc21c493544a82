//! Who is in the middle of a graph: degree, betweenness and PageRank.

use super::weighing::{Network, betweenness, page_rank};
use crate::graph::{KnowledgeGraph, Node};

/// How central a node is.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Central<'g> {
    /// The node.
    pub node: &'g Node,
    /// To how many others facts join it.
    pub degree: usize,
    /// On which share of the shortest chains between two others it lies, 0.0 to 1.0; an estimate in a graph of more than
    /// [`SAMPLED_ABOVE`] nodes.
    pub betweenness: f64,
    /// Which share of its time somebody spends there who walks along facts at random, 0.0 to 1.0.
    pub page_rank: f64,
}

/// By which figure nodes are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// By degree.
    Degree,
    /// By betweenness.
    Betweenness,
    /// By PageRank.
    PageRank,
}

/// In a graph with more nodes than this, betweenness is estimated from the chains that begin at so many of them.
pub const SAMPLED_ABOVE: usize = 2_000;

/// All nodes that facts join to others, most central first, equal ones by id.
///
/// Two nodes are joined once however many facts join them, and facts have no direction here. Betweenness is that of Brandes
/// 2001, Journal of Mathematical Sociology 25(2), divided by the number of pairs; a sample takes every so many nodes in
/// the order of ids. PageRank has the usual damping of 0.85 (Brin and Page 1998). Both equal those of NetworkX.
///
/// # Complexity
/// O(n m) for n nodes and m edges, and O(m) for each of [`SAMPLED_ABOVE`] nodes in a large graph.
#[must_use]
pub fn central(graph: &KnowledgeGraph, by: Measure) -> Vec<Central<'_>> {
    let network = Network::new(graph);
    let (between, rank) = (betweenness(&network.neighbors, SAMPLED_ABOVE), page_rank(&network.neighbors));
    let nodes = network.nodes.iter().enumerate();
    let mut all: Vec<Central<'_>> = nodes
        .map(|(at, node)| Central {
            node,
            degree: network.neighbors[at].len(),
            betweenness: between[at],
            page_rank: rank[at],
        })
        .collect();
    all.sort_by(|a, b| {
        let order = match by {
            Measure::Degree => b.degree.cmp(&a.degree),
            Measure::Betweenness => b.betweenness.total_cmp(&a.betweenness),
            Measure::PageRank => b.page_rank.total_cmp(&a.page_rank),
        };
        order.then_with(|| a.node.id.cmp(&b.node.id))
    });
    all
}

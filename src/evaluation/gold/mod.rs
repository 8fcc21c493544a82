//! Scores the graph of each article on the graph that a person annotated, and says where missed relations were lost.
//!
//! [`GoldGraph::read`] reads an annotation, [`FoundGraph::build`] makes the graph of the article alone, and
//! [`ComparedGraphs`] aligns the two: each entity takes the node with which it shares most names. [`judge()`] counts
//! what is right, extra and missed, and [`misses`] follows each missed relation from its nodes to its edge and names
//! the first step that failed. What is marked as not required costs nothing, whether it is found or missed.
//!
//! The ends of a relation are called head and tail here, as in the annotations. Subject and object are the ends that a
//! rule looks for.

mod annotation;
mod cause;
mod compared_graphs;
mod country_names;
mod difference;
mod evidence_sentences;
mod found_graph;
mod gold_scores;
mod judge;
mod likeness;
mod mentioned_nodes;
mod miss;
mod miss_finder;
mod node_alignment;
mod relation_key;
mod written_names;

pub use annotation::{GoldEntity, GoldError, GoldGraph, GoldRelation};
pub use cause::{Cause, Elsewhere, Filler};
pub use compared_graphs::ComparedGraphs;
pub use difference::{Difference, NamedRelation};
pub use found_graph::FoundGraph;
pub use gold_scores::GoldScores;
pub use judge::judge;
pub use miss::Miss;
pub use miss_finder::misses;

#[cfg(test)]
mod tests;

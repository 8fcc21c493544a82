//! Applies a selection to a graph, step by step.

use super::articles::Articles;
use super::criteria::Selection;
use super::keep_nodes::keep_nodes;
use super::{co_mentions, events, narrowing, reach};
use crate::graph::{GraphParts, KnowledgeGraph};
use crate::ids::DocumentId;

impl Selection {
    /// The chosen part of `graph`, with the documents that it cites.
    ///
    /// An edge that loses some of its evidence takes date, place and confidence from the rest.
    ///
    /// # Complexity
    /// O(n log n) for n nodes, edges, mentions and pieces of evidence; with co-mentions plus the square of the number of
    /// entities in each article, with collapsed events plus the square of the number of participants of each event.
    #[must_use]
    pub fn apply(&self, graph: KnowledgeGraph) -> KnowledgeGraph {
        if self.is_everything() {
            return graph;
        }
        let mut parts = GraphParts::from(graph);
        let articles = Articles::new(self, &parts);
        narrowing::keep_statements(self, &articles, &mut parts);
        if self.collapse_events {
            events::collapse(&mut parts);
        }
        let is_wanted = |parts: &GraphParts, node: usize| {
            let node = &parts.nodes[node];
            (self.types.is_empty() || self.types.contains(&node.entity_type)) || self.around.contains(&node.id)
        };
        keep_nodes(&mut parts, is_wanted);
        if let Some(count) = self.co_mentions {
            let is_counted = |document: &DocumentId| articles.is_of_period(document);
            co_mentions::add(&mut parts, count.get(), is_counted);
        }
        if !self.around.is_empty() {
            let near = reach::around(&parts, &self.around, self.depth);
            keep_nodes(&mut parts, |_, node| near[node]);
        }
        if self.without_isolated || self.chooses_edges() {
            let connected = reach::connected(&parts);
            keep_nodes(&mut parts, |parts, node| connected[node] || self.around.contains(&parts.nodes[node].id));
        }
        if self.largest_component {
            let largest = reach::largest_component(&parts);
            keep_nodes(&mut parts, |_, node| largest[node]);
        }
        narrowing::keep_cited_documents(&mut parts);
        parts.into()
    }
}

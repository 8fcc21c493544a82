//! Edges that a selection adds between two nodes.

use std::collections::BTreeMap;

use super::narrowing::sum_up;
use crate::graph::{Conflicts, Edge, Evidence, GraphParts, PlacedEdge};
use crate::ontology::RelationType;
use crate::relation::Status;

/// Edges of one added relation, by status and ends.
pub(super) struct AddedEdges {
    relation: RelationType,
    edges: BTreeMap<(Status, usize, usize), Draft>,
}

#[derive(Default)]
struct Draft {
    attributes: BTreeMap<String, String>,
    evidence: Vec<Evidence>,
}

impl AddedEdges {
    pub(super) fn new(relation: RelationType) -> Self {
        Self { relation, edges: BTreeMap::new() }
    }

    /// Adds evidence for an edge between two nodes; a sentence that is already there counts once.
    pub(super) fn add(&mut self, status: Status, ends: [usize; 2], evidence: impl IntoIterator<Item = Evidence>) {
        let known = &mut self.draft(status, ends).evidence;
        for evidence in evidence {
            if !known.iter().any(|other| other.quote == evidence.quote) {
                known.push(evidence);
            }
        }
    }

    /// Adds a value to an attribute of an edge; "; " separates several values.
    pub(super) fn describe(&mut self, status: Status, ends: [usize; 2], key: &str, value: &str) {
        let values = self.draft(status, ends).attributes.entry(key.to_owned()).or_default();
        if !values.split("; ").any(|known| known == value) {
            let separator = if values.is_empty() { "" } else { "; " };
            values.push_str(separator);
            values.push_str(value);
        }
    }

    fn draft(&mut self, status: Status, [a, b]: [usize; 2]) -> &mut Draft {
        self.edges.entry((status, a.min(b), a.max(b))).or_default()
    }

    /// Puts the edges into the graph, in its order.
    pub(super) fn finish(self, parts: &mut GraphParts) {
        for ((status, source, target), Draft { attributes, mut evidence }) in self.edges {
            evidence.sort_by(|a, b| a.quote.cmp(&b.quote));
            let mut edge = Edge {
                relation: self.relation,
                is_directed: false,
                status,
                confidence: 0.0,
                date: None,
                place: None,
                attributes,
                conflicts: Conflicts::default(),
                evidence,
            };
            sum_up(&mut edge);
            parts.edges.push(PlacedEdge { source, target, edge });
        }
        parts.edges.sort_by_key(|placed| (placed.edge.relation, placed.edge.status, placed.source, placed.target));
    }
}

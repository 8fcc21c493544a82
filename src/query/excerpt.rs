//! An answer as a graph of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::occasions::Occasion;
use crate::graph::{GraphParts, KnowledgeGraph, PlacedEdge};
use crate::ids::{DocumentId, EntityId};

/// The graph of what happened: its edges with their ends and places, the things asked about, and the documents cited.
/// `graph` is where all of them come from.
#[must_use]
pub fn excerpt(graph: &KnowledgeGraph, occasions: &[Occasion<'_>], things: &BTreeSet<EntityId>) -> KnowledgeGraph {
    let ends = occasions.iter().flat_map(|occasion| [&occasion.source.id, &occasion.target.id]);
    let places = occasions.iter().flat_map(|occasion| occasion.places.iter().copied());
    let wanted: BTreeSet<&EntityId> = ends.chain(places).chain(things).collect();
    let nodes: Vec<_> = graph.nodes().filter(|node| wanted.contains(&node.id)).cloned().collect();
    let index_of: BTreeMap<&EntityId, usize> = nodes.iter().enumerate().map(|(at, node)| (&node.id, at)).collect();
    let edges: BTreeMap<_, PlacedEdge> = occasions
        .iter()
        .filter_map(|occasion| {
            let Occasion { source, edge, target, .. } = occasion;
            let (source, target) = (*index_of.get(&source.id)?, *index_of.get(&target.id)?);
            let placed = PlacedEdge { source, target, edge: (*edge).clone() };
            Some(((edge.relation, edge.status, source, target), placed))
        })
        .collect();
    let cited: BTreeSet<DocumentId> = {
        let evidence = edges.values().flat_map(|placed| &placed.edge.evidence);
        let stated = evidence.flat_map(|evidence| std::iter::once(&evidence.quote.document).chain(&evidence.also_in));
        stated.chain(nodes.iter().flat_map(|node| &node.mentions).map(|quote| &quote.document)).cloned().collect()
    };
    let documents = graph.documents.iter().filter(|info| cited.contains(&info.id)).cloned().collect();
    GraphParts {
        ontology: graph.ontology.clone(),
        documents,
        duplicates: graph.duplicates.clone(),
        nodes,
        edges: edges.into_values().collect(),
    }
    .into()
}

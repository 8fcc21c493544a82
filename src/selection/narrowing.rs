//! Keeps the statements, mentions and documents that a selection chooses.

use std::collections::BTreeSet;

use super::articles::Articles;
use super::criteria::Selection;
use super::keep_nodes::keep_nodes;
use crate::graph::{Edge, GraphParts, PlacedEdge};
use crate::ids::DocumentId;
use crate::resolution::Duplicates;

/// Keeps the edges that the selection chooses, each with its chosen evidence, and the mentions in the chosen documents.
pub(super) fn keep_statements(selection: &Selection, articles: &Articles<'_>, parts: &mut GraphParts) {
    let duplicates = &parts.duplicates;
    parts.edges.retain_mut(|PlacedEdge { edge, .. }| {
        is_of_class(selection, edge)
            && keep_evidence(articles, edge)
            && edge.confidence >= selection.min_confidence
            && (selection.min_articles < 2 || articles_of(edge, duplicates) >= selection.min_articles)
    });
    if articles.are_chosen() {
        keep_mentions(articles, parts);
    }
}

fn is_of_class(selection: &Selection, edge: &Edge) -> bool {
    let Selection { relations, statuses, .. } = selection;
    (relations.is_empty() || relations.contains(&edge.relation))
        && (statuses.is_empty() || statuses.contains(&edge.status))
}

/// Keeps the chosen evidence of an edge; false if none remains.
fn keep_evidence(articles: &Articles<'_>, edge: &mut Edge) -> bool {
    let before = edge.evidence.len();
    edge.evidence.retain(|evidence| articles.is_evidence(evidence));
    if edge.evidence.len() < before {
        sum_up(edge);
    }
    !edge.evidence.is_empty()
}

/// Takes confidence, date, place and contradictions of an edge from the evidence that it has.
pub(super) fn sum_up(edge: &mut Edge) {
    let dates: BTreeSet<_> = edge.evidence.iter().filter_map(|evidence| evidence.date).collect();
    let places: BTreeSet<_> = edge.evidence.iter().filter_map(|evidence| evidence.place.clone()).collect();
    edge.confidence = edge.evidence.iter().map(|evidence| evidence.confidence).fold(0.0, f32::max);
    edge.date = dates.first().copied().filter(|_| dates.len() == 1);
    edge.place = places.first().cloned().filter(|_| places.len() == 1);
    edge.conflicts.dates.retain(|date| dates.contains(date));
    edge.conflicts.places.retain(|place| places.contains(place));
    if edge.conflicts.dates.len() < 2 {
        edge.conflicts.dates.clear();
    }
    if edge.conflicts.places.len() < 2 {
        edge.conflicts.places.clear();
    }
}

/// How many articles state the edge; copies of one article count once.
fn articles_of(edge: &Edge, duplicates: &Duplicates) -> usize {
    let documents = edge.evidence.iter().map(|evidence| &evidence.quote.document);
    documents.map(|document| duplicates.first_of(document).unwrap_or(document)).collect::<BTreeSet<_>>().len()
}

/// Keeps the mentions in the chosen documents, and the nodes that have one or an edge.
fn keep_mentions(articles: &Articles<'_>, parts: &mut GraphParts) {
    let connected = super::reach::connected(parts);
    for (node, is_connected) in parts.nodes.iter_mut().zip(connected) {
        let is_there = node.mentions.iter().any(|quote| articles.is_chosen(&quote.document));
        // A sentence that copies share is quoted from one of them, so an end of an edge may lack a chosen mention.
        if is_there || !is_connected {
            node.mentions.retain(|quote| articles.is_chosen(&quote.document));
        }
    }
    keep_nodes(parts, |parts, node| !parts.nodes[node].mentions.is_empty());
}

/// Keeps the documents that the graph cites, and the first one of the copies among them.
pub(super) fn keep_cited_documents(parts: &mut GraphParts) {
    let mentions = parts.nodes.iter().flat_map(|node| &node.mentions).map(|quote| &quote.document);
    let evidence = parts.edges.iter().flat_map(|placed| &placed.edge.evidence);
    let stating = evidence.flat_map(|evidence| std::iter::once(&evidence.quote.document).chain(&evidence.also_in));
    let mut cited: BTreeSet<&DocumentId> = mentions.chain(stating).collect();
    let firsts: Vec<&DocumentId> = cited.iter().filter_map(|document| parts.duplicates.first_of(document)).collect();
    cited.extend(firsts);
    parts.documents.retain(|info| cited.contains(&info.id));
    let copies = parts.documents.iter().map(|info| &info.id);
    let kept = copies.filter_map(|copy| Some((copy.clone(), parts.duplicates.first_of(copy)?.clone())));
    parts.duplicates = kept.collect();
}

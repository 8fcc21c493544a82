//! Searches the evidence of a graph.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{FoundPassage, KnowledgeGraph, Quote};
use crate::ids::DocumentId;
use crate::name_search::plain;
use crate::span::{Char, Span};

/// The sentences among the evidence that contain all these words, ordered by document and place.
///
/// # Complexity
/// O(n) for n characters of evidence.
#[must_use]
pub fn search_evidence(graph: &KnowledgeGraph, words: &str) -> Vec<FoundPassage> {
    let wanted = plain(words);
    let wanted: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let quotes: BTreeSet<&Quote> =
        graph.edges().flat_map(|(_, edge, _)| &edge.evidence).map(|found| &found.quote).collect();
    let has_all = |quote: &&&Quote| {
        let text = plain(&quote.text);
        let found: BTreeSet<&str> = text.split(' ').collect();
        wanted.iter().all(|word| found.contains(word))
    };
    let hits: Vec<&Quote> = quotes.iter().filter(has_all).copied().collect();
    let mut things: BTreeMap<&DocumentId, Vec<(Span<Char>, &str)>> = BTreeMap::new();
    let documents: BTreeSet<&DocumentId> = hits.iter().map(|quote| &quote.document).collect();
    for node in graph.nodes() {
        for mention in node.mentions.iter().filter(|mention| documents.contains(&mention.document)) {
            things.entry(&mention.document).or_default().push((mention.span, &node.label));
        }
    }
    let passage = |quote: &Quote| {
        let near = things.get(&quote.document).into_iter().flatten().filter(|(span, _)| quote.span.contains(*span));
        let labels: BTreeSet<&str> = near.map(|(_, label)| *label).collect();
        FoundPassage {
            document: quote.document.clone(),
            date: graph.document(&quote.document).and_then(|document| document.date),
            span: quote.span,
            text: quote.text.clone(),
            things: labels.into_iter().map(str::to_owned).collect(),
        }
    };
    hits.into_iter().map(passage).collect()
}

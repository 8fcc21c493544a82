//! Searches the evidence of a graph, and documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::Document;
use crate::graph::{ArticleFilter, FoundPassage, KnowledgeGraph, Quote};
use crate::ids::DocumentId;
use crate::name_search::plain;
use crate::span::{Char, Span};
use crate::text_search::passage_with;

/// The sentences among the evidence that contain all these words, in the articles that `filter` admits; ordered by
/// document and place.
///
/// # Complexity
/// O(n) for n characters of evidence.
#[must_use]
pub fn search_evidence(graph: &KnowledgeGraph, words: &str, filter: &ArticleFilter) -> Vec<FoundPassage> {
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
    let is_admitted = |quote: &&&Quote| {
        let info = graph.document(&quote.document);
        let (date, source) = info.map_or((None, None), |info| (info.date, info.source.as_deref()));
        filter.admits(&quote.document, date, source)
    };
    let hits: Vec<&Quote> = quotes.iter().filter(is_admitted).filter(has_all).copied().collect();
    let things = Things::in_documents(graph, hits.iter().map(|quote| &quote.document).collect());
    let passage = |quote: &Quote| FoundPassage {
        document: quote.document.clone(),
        date: graph.document(&quote.document).and_then(|document| document.date),
        span: quote.span,
        text: quote.text.clone(),
        things: things.within(&quote.document, quote.span),
    };
    hits.into_iter().map(passage).collect()
}

/// The best passage of each document that contains all these words and that `filter` admits, ordered by document. `graph`
/// says which things they mention.
///
/// # Complexity
/// O(n) for n characters.
#[must_use]
pub fn search_documents(
    documents: &[Document],
    graph: &KnowledgeGraph,
    words: &str,
    filter: &ArticleFilter,
) -> Vec<FoundPassage> {
    let wanted = plain(words);
    let wanted: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    let has_all = |document: &&Document| {
        let text = plain(&document.text);
        let found: BTreeSet<&str> = text.split(' ').collect();
        !wanted.is_empty() && wanted.iter().all(|word| found.contains(word))
    };
    let is_admitted = |document: &&Document| filter.admits(&document.id, document.date, document.source.as_deref());
    let mut hits: Vec<&Document> = documents.iter().filter(is_admitted).filter(has_all).collect();
    hits.sort_by(|a, b| a.id.cmp(&b.id));
    let things = Things::in_documents(graph, hits.iter().map(|document| &document.id).collect());
    let passage = |document: &Document| {
        let (span, text) = passage_with(&document.text, words);
        let things = things.within(&document.id, span);
        FoundPassage { document: document.id.clone(), date: document.date, span, text, things }
    };
    hits.into_iter().map(passage).collect()
}

/// The mentions of some documents, with the names of what they mean.
struct Things<'g>(BTreeMap<&'g DocumentId, Vec<(Span<Char>, &'g str)>>);

impl<'g> Things<'g> {
    fn in_documents(graph: &'g KnowledgeGraph, documents: BTreeSet<&DocumentId>) -> Self {
        let mut things: BTreeMap<&DocumentId, Vec<(Span<Char>, &str)>> = BTreeMap::new();
        for node in graph.nodes() {
            for mention in node.mentions.iter().filter(|mention| documents.contains(&mention.document)) {
                things.entry(&mention.document).or_default().push((mention.span, &node.label));
            }
        }
        Self(things)
    }

    /// The names of the things that a passage mentions, sorted.
    fn within(&self, document: &DocumentId, passage: Span<Char>) -> Vec<String> {
        let near = self.0.get(document).into_iter().flatten().filter(|(span, _)| passage.contains(*span));
        let labels: BTreeSet<&str> = near.map(|(_, label)| *label).collect();
        labels.into_iter().map(str::to_owned).collect()
    }
}

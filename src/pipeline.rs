//! All steps in order, from documents to the knowledge graph.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use crate::analysis::AnalyzedDocument;
use crate::coreference::{Coreference, find_chains, individuate_gatherings, name_organizations, type_pronouns};
use crate::description::find_descriptions;
use crate::document::Document;
use crate::graph::{KnowledgeGraph, build_graph};
use crate::ids::DocumentId;
use crate::masking::read_words;
use crate::mention::Mention;
use crate::quotation::find_attributions;
use crate::record::{DocumentRecord, ReadDocument};
use crate::relation::extract_relations;
use crate::resolution::{Duplicates, resolve};

pub use crate::relation::Settings;

/// A graph, and the documents that are missing in it because of a bug.
#[derive(Debug)]
#[non_exhaustive]
pub struct Built {
    /// The graph of all other documents.
    pub graph: KnowledgeGraph,
    /// Documents on which a step panicked, sorted; each shows a bug in whomet.
    pub failed: Vec<DocumentId>,
}

/// Builds the graph of `documents`, as [`Builder::build`] does.
#[must_use]
pub fn build(documents: impl IntoIterator<Item = Document>, settings: &Settings<'_>) -> Built {
    Builder::new(settings).build(documents)
}

/// Builds graphs and reports progress on the way.
///
/// # Example
/// ```
/// use std::sync::atomic::{AtomicUsize, Ordering};
///
/// use whomet::document::Document;
/// use whomet::pipeline::{Builder, Settings};
///
/// let read = AtomicUsize::new(0);
/// let articles = ["Peru", "Fiji"].map(|state| Document::from_text(state, format!("{state} and Nepal signed a pact.")));
/// let settings = Settings::default();
/// let builder = Builder::new(&settings).on_progress(|_| drop(read.fetch_add(1, Ordering::Relaxed)));
/// assert_eq!(builder.build(articles).graph.edges().count(), 2);
/// assert_eq!(read.load(Ordering::Relaxed), 2);
/// ```
pub struct Builder<'a> {
    settings: &'a Settings<'a>,
    progress: Box<dyn Fn(&DocumentId) + Sync + 'a>,
}

impl<'a> Builder<'a> {
    /// A builder that reports no progress.
    #[must_use]
    pub fn new(settings: &'a Settings<'a>) -> Self {
        Self { settings, progress: Box::new(|_| {}) }
    }

    /// Calls `progress` with the id of each document when it has been read, from any thread.
    #[must_use]
    pub fn on_progress(self, progress: impl Fn(&DocumentId) + Sync + 'a) -> Self {
        Self { progress: Box::new(progress), ..self }
    }

    /// Builds the graph of `documents`.
    ///
    /// The result depends neither on their order nor on the number of threads. A document on which a step panics is
    /// left out and named in the result, so that a bug never costs the whole batch.
    #[must_use]
    pub fn build(&self, documents: impl IntoIterator<Item = Document>) -> Built {
        let mut documents: Vec<Document> = documents.into_iter().collect();
        documents.sort_by(|a, b| a.id.cmp(&b.id));
        let read: Vec<_> = documents.into_par_iter().map(|document| self.record(document)).collect();
        let (mut records, mut failed) = (Vec::with_capacity(read.len()), Vec::new());
        for result in read {
            match result {
                Ok(record) => records.push(record),
                Err(id) => failed.push(id),
            }
        }
        let entities = resolve(&records, &[], self.settings.lexicon);
        let graph = build_graph(&records, &entities, Duplicates::among(&records), self.settings.ontology);
        Built { graph, failed }
    }

    fn record(&self, document: Document) -> Result<DocumentRecord, DocumentId> {
        let id = document.id.clone();
        let record = record_document(document, self.settings);
        (self.progress)(&id);
        record
    }
}

/// The record of a document.
///
/// # Errors
/// The id of the document if a step panics on it, which shows a bug in whomet. The panic hook of the program reports
/// the panic as usual. Only panics of the steps are caught here, never those of code that the caller passes in.
pub fn record_document(document: Document, settings: &Settings<'_>) -> Result<DocumentRecord, DocumentId> {
    contain(document.id.clone(), || read_document(document, settings).into())
}

/// The result of `work`, or the id of the document on which it panicked.
fn contain<T>(id: DocumentId, work: impl FnOnce() -> T) -> Result<T, DocumentId> {
    // What `work` borrows is read-only, and what it makes is dropped with it.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| id)
}

/// Reads one document; no other document matters to the result.
#[must_use]
pub fn read_document(document: Document, settings: &Settings<'_>) -> ReadDocument {
    let lexicon = settings.lexicon;
    let (document, mentions) = read_mentions(document, settings);
    let described = find_descriptions(&document, &mentions, lexicon);
    let described = name_organizations(&document, &mentions, described, lexicon);
    let said = find_attributions(&document, &mentions, lexicon);
    let statements = extract_relations(&document, &mentions, &described, &said, settings);
    let mentions = individuate_gatherings(&document, mentions, &statements, lexicon);
    let Coreference { chains, plurals } =
        find_chains(&document, &mentions, &statements, &said, lexicon, settings.ontology);
    ReadDocument { document, mentions, statements, chains, plurals }
}

/// Analyzes one document and finds its mentions, in text order.
#[must_use]
pub fn read_mentions(document: Document, settings: &Settings<'_>) -> (AnalyzedDocument, Vec<Mention>) {
    let Settings { analyzer, lexicon, rules, .. } = *settings;
    let (document, mentions) = read_words(document, analyzer, lexicon, &rules.classes);
    let mentions = type_pronouns(&document, mentions, lexicon);
    (document, mentions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_costs_only_its_document() {
        assert_eq!(contain("a".into(), || 7), Ok(7));
        assert_eq!(contain("b".into(), || -> u8 { panic!("a test of panics") }), Err("b".into()));
    }
}

//! Documents in, knowledge graph out: all steps in order.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use crate::analysis::Analyzer;
use crate::coreference::{Coreference, find_chains};
use crate::document::Document;
use crate::graph::{KnowledgeGraph, build_graph};
use crate::ids::DocumentId;
use crate::lexicon::Lexicon;
use crate::mention::{detect_mentions, find_attributions};
use crate::ontology::Ontology;
use crate::record::{DocumentRecord, ReadDocument};
use crate::relation::{ExtractionData, RuleSet, extract_relations};
use crate::resolution::{Duplicates, resolve};

/// The data that steer the steps.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    /// Models that tag and parse.
    pub analyzer: &'a Analyzer,
    /// Types of entities and relations.
    pub ontology: &'a Ontology,
    /// Lists of names, titles and head nouns.
    pub lexicon: &'a Lexicon,
    /// Rules that state relations.
    pub rules: &'a RuleSet,
}

impl<'a> Settings<'a> {
    /// What extraction of relations needs of them.
    #[must_use]
    pub fn extraction(&self) -> ExtractionData<'a> {
        let Self { analyzer, ontology, lexicon, rules } = *self;
        ExtractionData { analyzer, lexicon, rules, ontology }
    }
}

impl Default for Settings<'_> {
    /// The models, ontology, lists and rules that ship with the program.
    fn default() -> Self {
        Self {
            analyzer: Analyzer::shipped(),
            ontology: Ontology::shipped(),
            lexicon: Lexicon::shipped(),
            rules: RuleSet::shipped(),
        }
    }
}

/// A graph with the documents that could not be read into it.
#[derive(Debug)]
pub struct Built {
    /// The graph of all other documents.
    pub graph: KnowledgeGraph,
    /// Documents on which an invariant of ours failed, sorted: each of them shows a bug.
    pub failed: Vec<DocumentId>,
}

/// Builds the graph of `documents`.
///
/// The result depends neither on their order nor on the number of threads. `progress` is called
/// with the id of each document when it has been read, from any thread. A document on which a step
/// panics is left out and named in the result, so that a bug never costs the whole batch.
#[must_use]
pub fn build(mut documents: Vec<Document>, settings: &Settings<'_>, progress: &(dyn Fn(&str) + Sync)) -> Built {
    documents.sort_by(|a, b| a.id.cmp(&b.id));
    let read: Vec<Result<DocumentRecord, DocumentId>> = documents
        .into_par_iter()
        .map(|document| {
            let id = document.id.clone();
            let record = record_document(document, settings);
            progress(id.as_str());
            record
        })
        .collect();
    let (mut records, mut failed) = (Vec::with_capacity(read.len()), Vec::new());
    for result in read {
        match result {
            Ok(record) => records.push(record),
            Err(id) => failed.push(id),
        }
    }
    let entities = resolve(&records, &[], settings.lexicon);
    let graph = build_graph(&records, &entities, Duplicates::among(&records), settings.ontology);
    Built { graph, failed }
}

/// The record of a document.
///
/// # Errors
/// The id of the document if a step panics on it, which shows a bug.
pub fn record_document(document: Document, settings: &Settings<'_>) -> Result<DocumentRecord, DocumentId> {
    contain(document.id.clone(), || read_document(document, settings).into())
}

/// The result of `work`, or the id of the document on which it panicked.
fn contain<T>(id: DocumentId, work: impl FnOnce() -> T) -> Result<T, DocumentId> {
    // What `work` borrows is read-only, and what it makes is dropped with it.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| id)
}

/// Everything that one document says, without a look at any other.
#[must_use]
pub fn read_document(document: Document, settings: &Settings<'_>) -> ReadDocument {
    let document = settings.analyzer.analyze(document);
    let mentions = detect_mentions(&document, settings.lexicon);
    let said = find_attributions(&document, &mentions, settings.lexicon);
    let statements = extract_relations(&document, &mentions, &said, &settings.extraction());
    let Coreference { chains, plurals } = find_chains(&document, &mentions, &statements, &said, settings.lexicon);
    ReadDocument { document, mentions, statements, chains, plurals }
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

//! Documents in, knowledge graph out: all steps in order.

use rayon::prelude::*;

use crate::analysis::Analyzer;
use crate::document::Document;
use crate::graph::{DocumentRecord, KnowledgeGraph, build_graph};
use crate::mention::{Lexicon, detect_mentions};
use crate::ontology::Ontology;
use crate::relation::{RuleSet, extract_relations};
use crate::resolution::{DocumentChains, find_chains, resolve};

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

/// Builds the graph of `documents`.
///
/// The result depends neither on their order nor on the number of threads. `progress` is called
/// with the id of each document when it has been read, from any thread.
#[must_use]
pub fn build(
    mut documents: Vec<Document>,
    settings: &Settings<'_>,
    progress: &(dyn Fn(&str) + Sync),
) -> KnowledgeGraph {
    documents.sort_by(|a, b| a.id.cmp(&b.id));
    let records: Vec<DocumentRecord> = documents
        .into_par_iter()
        .map(|document| {
            let record = read_document(document, settings);
            progress(record.document.document.id.as_str());
            record
        })
        .collect();
    let chains: Vec<DocumentChains<'_>> =
        records.iter().map(|record| (&record.document, record.mentions.as_slice(), record.chains.as_slice())).collect();
    build_graph(&records, &resolve(&chains), settings.ontology)
}

/// Everything that one document says, without a look at any other.
#[must_use]
pub fn read_document(document: Document, settings: &Settings<'_>) -> DocumentRecord {
    let document = settings.analyzer.analyze(document);
    let mentions = detect_mentions(&document, settings.lexicon);
    let statements = extract_relations(&document, &mentions, settings.lexicon, settings.rules, settings.ontology);
    let chains = find_chains(&document, &mentions, &statements);
    DocumentRecord { document, mentions, statements, chains }
}

//! The graph of one article, with everything that led to it.

use crate::document::Document;
use crate::graph::{KnowledgeGraph, build_graph};
use crate::pipeline::{Settings, read_document};
use crate::record::{DocumentRecord, ReadDocument};
use crate::resolution::{Duplicates, Entity, resolve};

/// The graph of one article, with everything that led to it.
#[derive(Debug, Clone)]
pub struct FoundGraph {
    pub(super) read: ReadDocument,
    /// One for each node of the graph, in the same order.
    pub(super) entities: Vec<Entity>,
    pub(super) graph: KnowledgeGraph,
}

impl FoundGraph {
    /// Builds the graph of `document` alone, as [`build`](crate::pipeline::build) does.
    #[must_use]
    pub fn build(document: Document, settings: &Settings<'_>) -> Self {
        let read = read_document(document, settings);
        let records = [DocumentRecord::from(read.clone())];
        let entities = resolve(&records, &[], settings.lexicon);
        let graph = build_graph(&records, &entities, Duplicates::among(&records), settings.ontology);
        Self { read, entities, graph }
    }
}
